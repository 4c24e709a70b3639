"""A report keeps its promises, or it is not built."""

import copy
import json
from typing import Any

import pytest
from pydantic import ValidationError

from fazhi_extract.model import Report, Tool, failed_report, report_id

ABSENT = "(left out)"

# Where the payload is spoilt, with what, and what the error says about it.
BREACHES: list[tuple[list[str | int], Any, str]] = [
    (["metrics", 0, "text"], "13件", "quotes '12件', not '13件'"),
    (["metrics", 0, "span"], [13, 16], "quotes"),
    (["metrics", 0, "span"], [12, 12], "empty"),
    (["metrics", 2, "span"], [60, 900], "does not lie in a text"),
    (["dates", 0, "text"], "5月", "quotes '4月'"),
    (["turned_down", 0, "text"], "三次", "quotes '第三次'"),
    (["citations", 0, "title"], "投诉条例", "quotes '投诉办法'"),
    (["source", "length"], 5, "source.length is 5"),
    (["metrics", 0, "id"], "m2", "this one is m1"),
    (["dates", 0, "id"], "d7", "this one is d1"),
    (["sections", 1, "id"], "s1.2", "its place in the tree is s1.1"),
    (["sections", 2, "id"], "s3", "its place in the tree is s2"),
    (["sections", 1, "parent"], "s9", "'s9' does not come before it"),
    (["sections", 1, "kind"], "item", "its place in the tree is s1.i1"),
    (["sections", 1, "span"], [20, 60], "does not lie within"),
    (["sections", 2, "span"], [20, 50], "overlaps the sibling"),
    (["sections", 2, "span"], [60, 50], "does not lie within"),
    (["sections", 0, "heading"], [0, 90], "lies outside its span"),
    (["metrics", 0, "section"], "s7", "no section 's7'"),
    (["dates", 0, "section"], "s7", "no section 's7'"),
    (["citations", 0, "section"], "s7", "no section 's7'"),
    (["metrics", 1, "links", 0, "metric"], "m9", "leads to 'm9'"),
    (["metrics", 1, "links", 0, "metric"], "m2", "leads to 'm2'"),
    (["checks", 0, "metrics"], ["m1", "m9"], "not all of"),
    (["metrics", 2, "value"], 5, "form 'masked'"),
    (["metrics", 0, "value"], None, "value None with form 'number'"),
    (["metrics", 0, "sentence"], [0, 6], "does not hold its span"),
    (["metrics", 0, "period", "start"], "2022-01-01", "ends before it starts"),
    (["dates", 0, "end"], "2021-03-01", "before it starts"),
    (["dates", 0, "end"], "2021-02-30", "day value is outside expected range"),
    (["metrics", 0, "value"], float("nan"), "finite number"),
    (["metrics", 0, "value"], float("inf"), "finite number"),
    (["metrics", 0, "value"], True, "valid integer"),
    (["metrics", 0, "value"], "12", "valid integer"),
    (["metrics", 0, "span"], [-4, 0], "greater than or equal to 0"),
    (["metrics", 0, "kind"], "number", "Input should be 'count'"),
    (["metrics", 0, "attributes"], {"stage": "finished"}, "Input should be 'received'"),
    (["metrics", 0, "attributes"], {"joint": False}, "Input should be True"),
    (["metrics", 0, "attributes"], {"phase": "closed"}, "Extra inputs are not permitted"),
    (["metrics", 0, "note"], "x", "Extra inputs are not permitted"),
    (["metrics", 0, "quote"], ABSENT, "Field required"),
    (["metadata", "spans", "title"], [0, 900], "does not lie in a text"),
    (["metadata", "spans", "addressees"], [[0, 900]], "does not lie in a text"),
    (["notes", 0, "span"], [0, 900], "does not lie in a text"),
    (["report_id"], None, "has a report_id"),
    (["error"], {"code": "E201", "message": "…"}, "holds nothing else"),
    (["schema_version"], "2.0", "should match pattern"),
]


def spoil(payload: dict[str, Any], path: list[str | int], value: Any) -> None:
    *way, last = path
    node: Any = payload
    for step in way:
        node = node[step]
    if value is ABSENT:
        del node[last]
    else:
        node[last] = value


@pytest.mark.parametrize(("path", "value", "complaint"), BREACHES, ids=lambda value: str(value)[:40])
def test_breaches_are_refused(payload, path, value, complaint):
    spoil(payload, path, value)
    with pytest.raises(ValidationError) as caught:
        Report.model_validate(payload)
    assert complaint in str(caught.value)


@pytest.mark.parametrize("field", ["metrics", "dates", "turned_down", "citations"])
def test_entries_stand_in_document_order(payload, field):
    first = payload[field][0]
    second = copy.deepcopy(payload[field][-1])
    second["span"], second["text" if field != "citations" else "title"] = [0, 2], "一、"
    if "sentence" in second:
        second["sentence"] = [0, 5]
    if "id" in second:
        second["id"] = second["id"][0] + "2"
    payload[field] = [first, second]
    payload["checks"] = []
    with pytest.raises(ValidationError, match="not in document order"):
        Report.model_validate(payload)


def test_json_is_the_payload_and_back(payload):
    report = Report.model_validate(payload)
    assert json.loads(report.model_dump_json()) == payload
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_numbers_are_what_the_digits_say(payload):
    payload["metrics"][0]["value"] = 10**21
    payload["metrics"][1]["value"] = 30.57
    written = Report.model_validate(payload).model_dump_json()
    assert '"value":1000000000000000000000,' in written
    assert '"value":30.57,' in written


def test_a_title_may_be_broken_over_lines(payload):
    text = payload["source"]["text"].replace("投诉办法", "投诉 \u200b\n办法")
    at = text.index("《") + 1
    short = {"source": payload["source"] | {"text": text, "length": len(text)}, "citations": payload["citations"]}
    short["citations"][0] |= {"span": [at, at + 7], "section": None}
    empty = {"sections": [], "metrics": [], "dates": [], "turned_down": [], "checks": []}
    report = Report.model_validate(payload | short | empty)
    assert report.citations[0].title == "投诉办法"


def test_without_its_text_spans_are_still_bounded(payload):
    payload["source"]["text"] = None
    Report.model_validate(payload)
    payload["metrics"][2]["span"] = [60, 900]
    with pytest.raises(ValidationError, match="does not lie in a text"):
        Report.model_validate(payload)


def test_reports_do_not_change(payload):
    report = Report.model_validate(payload)
    with pytest.raises(ValidationError, match="frozen"):
        report.metrics[0].value = 3


def test_a_reader_may_pass_over_fields_of_later_versions(payload):
    payload["schema_version"] = "1.7"
    payload["mood"] = "good"
    payload["metrics"][0]["mood"] = "good"
    payload["metrics"][0]["attributes"]["mood"] = "good"
    report = Report.model_validate(payload, extra="ignore")
    assert "mood" not in report.model_dump_json()


def test_a_failed_input_has_the_same_shape(payload):
    tool = Tool.model_validate(payload["tool"])
    failed = failed_report(path="a.txt", code="E201", message="…", tool=tool)
    shape = json.loads(failed.model_dump_json())
    assert shape.keys() == payload.keys()
    assert shape["source"].keys() == payload["source"].keys()
    assert shape["metadata"].keys() == payload["metadata"].keys()
    assert shape["error"] == {"code": "E201", "message": "…"}
    assert shape["report_id"] is None
    known = failed_report(path="a.txt", code="E206", message="…", tool=tool, sha256="b" * 64)
    assert (known.report_id, known.source.sha256) == (report_id("b" * 64), "b" * 64)
