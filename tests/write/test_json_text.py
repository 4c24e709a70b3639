"""Notes that are put into JSON afterwards."""

from pathlib import Path

import pytest

from fazhi_extract import extract
from fazhi_extract.model import Note, Report
from fazhi_extract.write import to_json, with_notes

SAMPLE = min((Path(__file__).parents[2] / "samples").glob("*.txt")).read_text(encoding="utf-8")
NOTES = [
    {"code": "N121", "severity": "warning", "message": '与 a"\\\n.txt 正文相同', "span": None},
    {"code": "N122", "severity": "info", "message": "", "span": None},
]


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("with_text", [True, False])
@pytest.mark.parametrize("text", ["", SAMPLE])
def test_the_bytes_are_those_of_a_report_that_had_the_notes(text, compact, with_text):
    report = extract(text)
    data = to_json(report, compact=compact, with_text=with_text)
    bare = report.model_copy(update={"notes": ()})
    added = tuple(Note.model_validate(note) for note in NOTES)
    for start in (report, bare):
        whole = start.model_copy(update={"notes": start.notes + added})
        data = to_json(start, compact=compact, with_text=with_text)
        assert with_notes(data, NOTES) == to_json(whole, compact=compact, with_text=with_text)
        assert with_notes(data, []) == data


def test_notes_come_last_in_a_report():
    assert list(Report.model_fields)[-1] == "notes"
    with pytest.raises(ValueError, match="notes"):
        with_notes(b"{}\n", NOTES)
