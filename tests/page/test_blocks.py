"""How a text is laid out on a page: nothing of it is lost, and nothing of it is torn."""

import json
import re
from pathlib import Path

import pytest

from fazhi_extract import extract
from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import MESSAGES
from fazhi_extract.page import page_data, page_name, render
from fazhi_extract.page.document import SCRIPTS, embedded
from keys import read

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "src" / "fazhi_extract" / "page" / "assets"
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def kinds(text):
    data = page_data(extract(text))
    return [(text[start:end], level) for start, end, level in data["blocks"]]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_blocks_cover_the_text_and_tear_no_figure(path):
    text = read(path)
    data = page_data(extract(text))
    assert "".join(text[start:end] for start, end, _ in data["blocks"]) == text
    starts = {start for start, _, _ in data["blocks"]}
    assert not [one for one in data["metrics"] if starts & set(range(one["span"][0] + 1, one["span"][1]))]
    assert all(text[start:end].isspace() for start, end in data["wraps"])


def test_headings_run_in_headings_and_the_title():
    text = "某市水务局关于2023年度\n法治政府建设情况的报告\n一、主要做法\n（一）强化学习。开展培训3次。\n一是压实责任。二是加强督查。\n"
    assert kinds(text) == [
        ("某市水务局关于2023年度\n法治政府建设情况的报告", -1),
        ("\n", 0),
        ("一、主要做法", 1),
        ("\n", 0),
        ("（一）强化学习。", 2),
        ("开展培训3次。\n", 0),
        ("一是压实责任。", 0),
        ("二是加强督查。\n", 0),
    ]
    data = page_data(extract(text))
    assert [text[start:end] for start, end in data["wraps"]] == ["\n"]


def test_a_line_without_end_is_parted_between_figures():
    text = "全年办理行政处罚案件743件" * 400
    found = kinds(text)
    assert len(found) > 3
    assert all(len(words) <= 1600 for words, _ in found)
    assert "".join(words for words, _ in found) == text
    assert all(words.startswith("全") or not words[0].isdigit() for words, _ in found)


def test_data_cannot_leave_its_element():
    evil = "</script><!--<script>&amp;\u2028\u2029\ud800"
    text = embedded({"a": evil})
    assert not re.search("[<>&\u2028\u2029\ud800]", text)
    assert json.loads(text) == {"a": evil}


def test_reports_that_have_no_page():
    report = extract("全年3件。")
    bare = report.model_copy(update={"source": report.source.model_copy(update={"text": None})})
    with pytest.raises(FazhiError, match="E504"):
        render(bare)
    assert page_name(report) == f"{report.report_id}.html"


def test_the_same_report_gives_the_same_page():
    report = extract(read(SAMPLES[0]))
    assert render(report) == render(report)


def test_every_message_of_the_script_is_in_the_catalogue():
    script = "".join((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    skeleton = (ASSETS / "page.html").read_text(encoding="utf-8")
    used = set(re.findall(r"'(page\.[a-z_.-]*[a-z])'", script)) | set(re.findall(r'"(page\.[a-z_.-]+)"', skeleton))
    assert len(used) > 90
    assert sorted(used - MESSAGES.keys()) == []


def test_the_script_writes_no_markup():
    script = "".join((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
    ):
        assert way not in script
    assert "http:" not in script
    assert "https:" not in script
