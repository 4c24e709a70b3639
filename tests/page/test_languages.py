"""Notes and checks stand on a page in both languages, whichever they were extracted in."""

import re

import pytest

from fazhi_extract.messages import LANGUAGES, MESSAGES, limits, message, reading, region, report, tables
from fazhi_extract.page import page_data
from fazhi_extract.page.languages import in_both
from fazhi_extract.pipeline import extract_document
from fazhi_extract.read import from_text

CHECKS = [key for key in MESSAGES if key.startswith("check.")]
NOTES = [key for part in (report, region, tables, reading, limits) for key in part.NOTES if key.startswith("N")] + [
    "N123"
]


def made(key):
    """The sentence of an entry in each language, with something in each of its fields."""
    template = "".join(MESSAGES[key])
    numbers = set(re.findall(r"\{(\w+):[^}]*f\}", template))
    fields = dict.fromkeys(re.findall(r"\{(\w+)", template))
    fields = {name: 1000.0 + at if name in numbers else f"{at + 10}件" for at, name in enumerate(fields)}
    return [message(key, lang, **fields) for lang in LANGUAGES]


@pytest.mark.parametrize("key", CHECKS)
def test_a_check_is_known_among_all_others(key):
    pair = made(key)
    assert in_both(pair[0], CHECKS) == pair
    assert in_both(pair[1], CHECKS) == pair


def test_every_note_is_known_by_its_code():
    for key in NOTES:
        pair = made(key)
        assert [in_both(pair[0], [key]), in_both(pair[1], [key])] == [pair, pair]


def test_words_of_the_catalogue_change_and_words_of_the_report_stay():
    chinese = message("check.stages.disagrees", "zh", later="办结", part="9件", earlier="受理", whole="7件")
    assert in_both(chinese, CHECKS)[1].startswith("9件 completed, more than the 7件 accepted")
    note = message("N109", "en", indicator="penalty.cases", reason="there are only targets")
    assert in_both(note, ["N109"])[0] == "指标 penalty.cases 没有可直接入表的数字：只有计划数。"


@pytest.mark.parametrize("sentence", ["", "别的程序说的话", "÷" * 5000, "{numerator}"])
def test_what_the_catalogue_does_not_know_stays(sentence):
    assert in_both(sentence, CHECKS) == sentence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_both(lang):
    found = extract_document(
        from_text("行政诉讼案件20件，其中受理案件28件。办理案件20件，办结18件，办结率95%。"), lang=lang
    )
    data = page_data(found)
    messages = [one["message"] for one in (*data["notes"], *data["checks"])]
    assert len(messages) > 2
    at = LANGUAGES.index(lang)
    assert [one[at] for one in messages] == [one.message for one in (*found.notes, *found.checks)]
    for chinese, english in messages:
        assert re.search(r"[\u4e00-\u9fff]", chinese)
        assert english != chinese
