"""Reading back what the program wrote."""

import json

import pytest

from fazhi_extract.errors import FazhiError
from fazhi_extract.model import Tool, failed_report
from fazhi_extract.read import parse_results

TOOL = Tool(name="fazhi-extract", version="0.1.0", rules=())
LINES = [failed_report(path=f"{n}.txt", code="E201", message="…", tool=TOOL).model_dump_json() for n in range(3)]
ONE = json.dumps(json.loads(LINES[0]), indent=2)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (ONE.encode(), 1),
        (("\n\n" + ONE).encode("utf-8-sig"), 1),
        (ONE.encode("utf-16"), 1),
        (b"\xff\xfe" + "\r\n".join(LINES).encode("utf-16-le"), 3),
        ("\n".join([*LINES, ""]).encode(), 3),
        ("\n\n".join(LINES).encode(), 3),
    ],
)
def test_documents_and_lines(data, count):
    reports = parse_results(data, path="a.json")
    assert reports is not None
    assert [report.source.path for report in reports] == [f"{n}.txt" for n in range(count)]


@pytest.mark.parametrize("text", ["全年3件。", "{我局}全年3件。", "", "{" * 100_000, "[1]"])
def test_what_is_no_json_may_be_a_report(text):
    assert parse_results(text.encode(), path="a.txt") is None


def test_another_minor_version_is_read():
    later = json.loads(LINES[0]) | {"schema_version": "1.4", "mood": "good"}
    assert parse_results(json.dumps(later).encode(), path="a.json")


def test_a_file_from_before_a_field_was_added_is_read():
    earlier = json.loads(LINES[0])
    for name in ("region", "issuer_level", "issuer_type", "issuer_key"):
        del earlier["metadata"][name]
    (report,) = parse_results(json.dumps(earlier).encode(), path="a.json") or ()
    assert report.metadata.region is None


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        (b'{"a": 1}', "a.txt", "E501"),
        (b"prose", "a.json", "E501"),
        (b"\xff\xff", "a.jsonl", "E501"),
        (b'{"a": 1}\n{"b": 2}', "a.jsonl", "E501"),
        (b'{"a":' * 100_000, "a.json", "E502"),
        (LINES[0].encode() + b"\n" + LINES[1][:50].encode(), "a.txt", "E502"),
        (ONE[:80].encode(), "a.json", "E502"),
        (LINES[0].replace('"1.0"', '"2.0"').encode(), "a.json", "E503"),
        (LINES[0].replace('"1.0"', "1").encode(), "a.json", "E503"),
        (LINES[0].replace('"sections":[]', '"sections":[3]').encode(), "a.json", "E507"),
    ],
)
def test_what_is_refused(data, path, code):
    with pytest.raises(FazhiError) as caught:
        parse_results(data, path=path)
    assert caught.value.code == code
    assert path in caught.value.message()


def test_a_damaged_line_is_named():
    with pytest.raises(FazhiError) as caught:
        parse_results((LINES[0] + "\n\n" + LINES[1][:50]).encode(), path="a.jsonl")
    assert caught.value.params["line"] == 3
