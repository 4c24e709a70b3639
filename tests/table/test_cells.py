"""What stands in a cell of the panel, and in which state."""

from types import SimpleNamespace

import pytest

from fazhi_extract import Rulebook
from fazhi_extract.model import Link, Metric, Period
from fazhi_extract.table.cells import cells_of
from fazhi_extract.table.headline import STATES
from fazhi_extract.table.keys import IN_KEYS, Key, parse_key
from fazhi_extract.table.units import canonical_unit

BOOK = Rulebook.default().indicators


def figure(value=3, text="3件", **said):
    fields = {
        "id": "m1", "text": text, "span": (0, len(text)), "kind": "count", "value": value, "value_to": None, "unit": "件",
        "bound": "exact", "form": "number", "role": "actual", "label": None, "indicator": "penalty.cases",
        "attributes": {}, "scope": None, "scope_kind": None, "period": None, "headline": True, "section": None,
        "sentence": (0, len(text)), "quote": text, "links": (), "candidates": (), "doubts": (), "rule": None,
    }  # fmt: skip
    return Metric(**{**fields, **said})


def cell(*figures, key="penalty.cases", lang="zh"):
    numbered = tuple(m.model_copy(update={"id": f"m{n}"}) for n, m in enumerate(figures, 1))
    report = SimpleNamespace(metrics=numbered, metadata=SimpleNamespace(reporting_year=2021))
    extra = [parse_key(key)] if key.endswith("[*]") else ()
    return cells_of(report, BOOK, lang, extra)[parse_key(key)]


def days(start, end):
    return Period(start=start, end=end, stated=True)


NONE = {"value": 0, "text": "未发生案件", "form": "stated_none", "unit": None}
MASKED = {"value": None, "text": "**件", "form": "masked"}
WORDS = {"value": 100, "text": "全部办结", "form": "in_words", "unit": None, "headline": False}
EAST = {"headline": False, "scope": "东城区", "scope_kind": "region"}
PART = {"headline": False, "links": (Link(relation="whole", metric="m1"),)}
TARGET = {"headline": False, "role": "target"}


@pytest.mark.parametrize(
    ("figures", "state", "value", "text"),
    [
        ([figure()], "stated", 3, "3件"),
        ([figure(), figure(9, "9件", **EAST)], "stated", 3, "3件"),
        ([figure(**NONE)], "stated_none", 0, "未发生案件"),
        ([figure(**WORDS)], "in_words", 100, "全部办结"),
        ([figure(**MASKED)], "masked", None, "**件"),
        ([figure(**MASKED), figure(**MASKED | EAST)], "masked", None, "**件"),
        ([figure(**MASKED | EAST)], "masked", None, "**件（东城区）"),
        ([figure(**EAST), figure(9, "9件", **EAST | {"scope": "西城区"})], "partial", None, "3件（东城区）；9件（西城区）"),
        ([figure(**EAST), figure(**MASKED | EAST)], "partial", None, "3件（东城区）；**件（东城区）"),
        ([figure(**PART)], "partial", None, "3件（其中）"),
        ([figure(**WORDS | EAST)], "partial", None, "全部办结（东城区）"),
        ([figure(attributes={"item": "户外广告"})], "partial", None, "3件（户外广告）"),
        ([figure(headline=False, period=days("2020-01-01", "2020-12-31"))], "partial", None, "3件（2020-01-01—2020-12-31）"),
        ([figure(), figure(9, "9件")], "several", None, "3件；9件"),
        ([figure(label="一类"), figure(9, "9件", label="二类")], "several", None, "3件（一类）；9件（二类）"),
        ([figure(**NONE), figure()], "several", None, "未发生案件；3件"),
        ([figure(**MASKED), figure()], "several", None, "**件；3件"),
        ([figure(**TARGET)], "target_only", None, "3件（目标）"),
        ([figure(**TARGET), figure(headline=False, role="change")], "target_only", None, "3件（目标）"),
        ([figure(headline=False, role="change", text="3件")], "not_found", None, "3件（增减）"),
        ([figure(headline=False, role="prior"), figure(headline=False, role="threshold")], "not_found", None, "3件（上年）；3件（条件）"),
        ([figure(value_to=5, text="3至5件")], "stated", None, "3至5件"),
    ],
)  # fmt: skip
def test_states(figures, state, value, text):
    found = cell(*figures)
    assert (found.state, found.value, found.text) == (state, value, text)
    assert found.metrics
    assert state in STATES


def test_what_is_said_twice_is_one_figure():
    rounded = figure(68000, "6.8万件")
    exact = figure(68123, "68123件")
    assert (cell(rounded, exact).state, cell(rounded, exact).value) == ("stated", 68123)
    assert cell(rounded, figure(69123, "69123件")).state == "several"
    assert (cell(figure(**NONE), figure(0, "0件")).state, cell(figure(**NONE), figure(0, "0件")).value) == (
        "stated_none",
        0,
    )
    assert cell(figure(743, "743件"), figure(743, "743", unit=None)).value == 743
    assert cell(figure(3, "3件"), figure(3, "3至5件", value_to=5)).state == "several"


def test_visits_counted_in_two_units_at_once_are_in_the_usual_one():
    def visits(gap, first=(34, "34批次", "批次"), second=(180, "180人次", "人次")):
        said, at = [], 0
        for value, text, unit in (first, second):
            span = (at, at + len(text))
            said.append(figure(value, text, unit=unit, span=span, indicator="dispute.petition_cases"))
            at = span[1] + gap
        return cell(*said, key="dispute.petition_cases")

    for found in (visits(0), visits(1)):
        assert (found.state, found.value, found.unit, found.text) == ("stated", 34, "批", "34批次")
        assert found.note.endswith("另计180人次")
        assert found.metrics == ("m1", "m2")
    swapped = visits(0, (180, "180人次", "人次"), (34, "34批次", "批次"))
    assert (swapped.value, swapped.metrics) == (34, ("m1", "m2"))
    assert visits(20).state == "several"  # another sentence may be about other visits
    assert visits(1, (34, "34件", "件"), (35, "35件", "件")).state == "several"


def test_measure_words_of_one_meaning_agree_and_others_do_not():
    same = cell(figure(), figure(text="3起", unit="起"), figure(text="3宗", unit="宗"))
    assert (same.state, same.value, same.unit, same.note) == ("stated", 3, "件", "")
    assert cell(figure(), figure(text="3次", unit="次")).state == "several"


def test_the_exact_one_of_two_figures_that_agree_stands():
    found = cell(figure(text="3件以上", bound="at_least"), figure())
    assert (found.state, found.text, found.bound, found.note) == ("stated", "3件", "exact", "")


def test_what_the_number_does_not_say_is_noted():
    assert cell(figure(60, "60余件", bound="over")).note == "60余件"
    assert cell(figure(60, "60次", unit="次")).note == "60次"
    assert cell(figure(period=days("2021-01-01", "2021-10-31"))).note == "2021-01-01—2021-10-31"
    assert cell(figure(attributes={"actor": "法律顾问"})).note == "法律顾问"
    assert cell(figure(doubts=("subject-far",))).note == "请核对：所说的事物离数字较远"
    assert cell(figure(period=days("2021-01-01", "2021-12-31"))).note == ""


def test_another_actors_figure_stands_only_where_there_is_no_other():
    counsel = figure(9, "9件", attributes={"actor": "法律顾问"})
    assert cell(figure(), counsel).value == 3
    assert cell(counsel).value == 9


def test_any_attributes_keep_figures_apart():
    decided, filed = figure(attributes={"stage": "decided"}), figure(attributes={"stage": "filed"})
    assert cell(decided, filed, key="penalty.cases[stage=filed]").state == "stated"
    assert cell(decided, filed, key="penalty.cases[*]").state == "several"
    assert cell(decided, key="penalty.cases[*]").value == 3


def test_a_figure_of_a_list_shows_the_scale_that_it_shares():
    shared = figure(52000, "5.2", unit="人次", indicator="publicity.training_people", **EAST)
    assert cell(shared, key="publicity.training_people").text == "5.2（52000人次；东城区）"


def test_quotes_show_the_figure():
    assert cell(figure(text="3件", quote="处罚3件。", span=(2, 5), sentence=(0, 6))).quotes == ("处罚【3件】。",)


def test_english():
    assert cell(figure(**EAST), lang="en").text == "3件 (东城区)"
    assert cell(figure(**TARGET), lang="en").text == "3件 (target)"


@pytest.mark.parametrize(
    ("unit", "units", "canonical"),
    [
        ("起", ("件", "起"), "件"), ("宗", ("起", "件"), "起"), ("件", ("件",), "件"), ("人(次)", ("人", "人次"), "人次"),
        ("人次", ("人", "名"), "人次"), ("个", ("家", "个"), "家"), ("个批次", ("批次",), "批次"), ("场（次）", ("场", "次"), "场"),
        ("期", ("次", "期"), "期"), (None, ("件",), None), ("%", ("%",), "%"), ("件", (), "件"),
    ],
)  # fmt: skip
def test_canonical_units(unit, units, canonical):
    assert canonical_unit(unit, units) == canonical


def test_every_unit_of_every_indicator_has_one():
    for indicator in BOOK.values():
        for unit in indicator.ordered_units:
            assert canonical_unit(
                canonical_unit(unit, indicator.ordered_units), indicator.ordered_units
            ) == canonical_unit(unit, indicator.ordered_units)
        assert set(indicator.ordered_units) == indicator.units


def all_keys():
    """Every indicator alone, and with each value of each closed attribute."""
    for indicator in BOOK.values():
        yield Key(indicator.code)
        yield Key(indicator.code, (), True)
        for name in IN_KEYS:
            for value in ("true",) if name == "joint" else indicator.attributes.get(name) or ():
                if name in indicator.attributes:
                    yield Key(indicator.code, ((name, value),))


def test_codes_can_be_read_back():
    keys = list(all_keys())
    assert len(keys) > 500
    assert [parse_key(key.code) for key in keys] == keys
    two = Key("penalty.cases", (("stage", "decided"), ("procedure", "general")))
    assert parse_key("penalty.cases[procedure=general, stage=decided]") == two
    for wrong in ("", "penalty.cases[", "penalty.cases[]", "penalty.cases[x=y]", "罚款", "penalty.cases[stage]"):
        assert parse_key(wrong) is None


def test_short_names_are_legal_and_different():
    names = [key.short for key in all_keys()]
    assert len(names) == len(set(names))
    for name in names:
        assert len(name) <= 30
        assert name.isascii()
        assert name.isidentifier()
    assert Key("penalty.cases", (("stage", "decided"),)).short == "penalty_cases_decided"


def test_names_in_words():
    key = Key("penalty.cases", (("stage", "decided"), ("procedure", "general")))
    assert key.name(BOOK["penalty.cases"], "zh") == "行政处罚案件数·作出决定·普通程序"
    assert key.name(BOOK["penalty.cases"], "en") == "administrative penalty cases · decided · general procedure"
    assert key.name(None, "zh").startswith("penalty.cases·")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_closed_value_lacks_a_word(lang):
    for key in all_keys():
        for name, value in key.attributes:
            if name != "variety":
                said = key.name(BOOK[key.indicator], lang)
                assert not said.endswith(value) or lang == "en", said
