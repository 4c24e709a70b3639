"""Bad input and outputs that cannot be: a clear error each, the rest carried through, nothing left behind."""

import csv
import io
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import openpyxl
import pytest

from fazhi_extract import Rulebook
from fazhi_extract.read import stream_results
from fazhi_extract.table import Collector, Options, Output, Panel, open_writer, panel_sheet, sheets
from made_reports import report_line, report_text


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def left_behind():
    return [path.name for path in Path().rglob(".fazhi-*")]


def test_what_is_no_report_fails_alone(folder, fazhi):
    sound = report_line(1)
    newer = json.dumps({**json.loads(sound), "schema_version": "2.0"})
    older = json.dumps({**json.loads(sound), "schema_version": "0.9"})
    later = json.dumps({**json.loads(report_line(2, year=2020)), "schema_version": "1.7", "novelty": 1})
    Path("reports/alien.json").write_text('{"a": 1}', encoding="utf-8")
    Path("reports/newer.json").write_text(newer, encoding="utf-8")
    Path("reports/older.json").write_text(older, encoding="utf-8")
    Path("reports/later.json").write_text(later, encoding="utf-8")
    Path("reports/list.json").write_text("[1, 2]", encoding="utf-8")
    Path("reports/half.jsonl").write_text(sound[:500] + "\n" + report_line(3, year=2019), encoding="utf-8")
    status, out, err = fazhi("table", "reports", "--panel")
    assert status == 1
    told = [(line.split()[1].split("：")[0], Path(line.split("：")[1].split(" ")[0]).name) for line in err.splitlines()]
    assert sorted(told) == [
        ("E501", "alien.json"), ("E501", "list.json"), ("E502", "half.jsonl"), ("E503", "newer.json"), ("E503", "older.json"),
    ]  # fmt: skip
    states = [(row["reporting_year"], row["penalty.cases[stage=decided].state"]) for row in rows(out)]
    assert [state for state in states if state[0]] == [
        ("2019", "stated"),
        ("2020", "stated"),
        ("2021", "stated"),
        ("2022", "masked"),
    ]
    assert [Path(row["path"]).name for row in rows(out) if not row["issuer"]] == [
        "alien.json", "half.jsonl", "list.json", "newer.json", "older.json",
    ]  # fmt: skip
    assert [state for state in states if not state[0]] == [("", "unreadable")] * 5
    _, out, _ = fazhi("table", "reports", "--table", "inputs")
    assert sorted(row["code"] for row in rows(out) if row["status"] == "failed") == [
        "E501",
        "E501",
        "E502",
        "E503",
        "E503",
    ]


@pytest.mark.parametrize(
    ("damage", "good", "errors"),
    [
        (lambda a, b: f"{a}\n{b}\n", 2, []),
        (lambda a, b: f"{a}\n{b[:99]}", 1, ["E502 2"]),
        (lambda a, b: f"{a[:99]}\n{b}\n", 1, ["E502 1"]),
        (lambda a, b: f"\n{a}\n\n3\n{b}\n", 2, ["E501 -"]),
        (lambda a, b: json.dumps(json.loads(a), indent=2), 1, []),
        (lambda a, b: json.dumps(json.loads(a), indent=2)[:-9], 0, ["E502 1"]),
        (lambda a, b: "", 0, ["E501 -"]),
    ],
)
def test_json_lines_are_read_one_by_one(damage, good, errors):
    data = damage(report_line(1), report_line(2)).encode()
    found = list(stream_results(io.BytesIO(data), path="x.jsonl", max_size=1))
    told = [f"{error.code} {error.params.get('line', '-')}" for error in found if isinstance(error, Exception)]
    assert (len(found) - len(told), told) == (good, errors)


def test_prose_that_opens_with_a_bracket_is_no_json():
    data = "{甲}处罚3件。\n再处罚4件。\n".encode()
    assert stream_results(io.BytesIO(data), path="x.txt", max_size=999) == data


def test_a_failed_line_of_extract_is_a_failure_here_too(folder, fazhi):
    fazhi("extract", "reports/a.txt", "missing.txt", "-o", "r.jsonl")
    status, out, err = fazhi("table", "r.jsonl", "--panel")
    assert status == 1
    assert "E506" in err
    assert [row["path"] for row in rows(out)] == ["reports/a.txt", "missing.txt"]


def test_a_folder_that_cannot_be_listed(folder, fazhi, monkeypatch):
    Path("reports/shut").mkdir()
    system = os.scandir

    def scandir(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return system(path)

    monkeypatch.setattr(os, "scandir", scandir)
    status, out, err = fazhi("table", "reports", "--panel")
    assert status == 1
    assert "E209" in err
    assert len(rows(out)) == 3


def test_duplicates_and_what_is_no_report_stay_out_of_the_panel(folder, fazhi):
    Path("reports/a-copy.txt").write_bytes(Path("reports/a.txt").read_bytes())
    Path("reports/a-other.txt").write_text(report_text(body="开展法治培训7场。"), encoding="utf-8")
    Path("reports/a-spaces.txt").write_text(report_text().replace("\n\n", "\n") + "\n", encoding="utf-8")
    Path("reports/z.txt").write_text("你好。\n", encoding="utf-8")
    status, out, err = fazhi("table", "reports", "-o", "out/")
    assert (status, out) == (0, "")
    codes = ["提示 N132", "提示 N131", "提示 N131", "提示 N133"]
    assert [line.split("：")[0] for line in err.splitlines()] == codes
    assert "a-spaces.txt" in err.splitlines()[1]

    def of(name):
        return rows(Path(f"out/{name}.csv").read_text(encoding="utf-8"))

    assert [Path(row["path"]).name for row in of("panel")] == ["a-copy.txt", "b.txt"]
    assert [row["status"] for row in of("inputs")] == [
        "report",
        "same_year",
        "duplicate",
        "duplicate",
        "report",
        "no_report",
    ]
    assert [row["in_panel"] for row in of("reports")] == ["true", "false", "true", "false"]
    assert fazhi("table", "reports", "--panel", "-q")[2] == ""


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.sqlite", "x.parquet", "x/"])
def test_an_output_that_exists_is_kept(folder, fazhi, name):
    assert fazhi("table", "reports", "-o", name)[0] == 0
    place = Path(name) / "panel.csv" if name == "x/" else Path(name)
    place.write_bytes(b"mine")
    status, out, err = fazhi("table", "reports", "-o", name)
    assert (status, out) == (2, "")
    assert "E151" in err
    assert place.read_bytes() == b"mine"
    assert fazhi("table", "reports", "-o", name, "--overwrite")[0] == 0
    assert place.read_bytes() != b"mine"
    assert left_behind() == []


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.sqlite", "x.parquet", "x/"])
@pytest.mark.skipif(os.name == "nt", reason="the size of files cannot be limited")
def test_a_full_disk_leaves_nothing(folder, name):
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "from fazhi_extract.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    Path("full").mkdir()
    command = [sys.executable, "-c", limited, "table", "reports", "-o", f"full/{name}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "TMPDIR": "full"})
    assert done.returncode == 1, done.stderr
    assert "E301" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(Path("full").iterdir()) == []


@pytest.mark.parametrize("lock", ["~$x.xlsx", ".~lock.x.xlsx#"])
def test_a_workbook_that_is_open_is_told(folder, fazhi, lock):
    Path("x.xlsx").write_bytes(b"mine")
    Path(lock).write_bytes(b"")
    status, _, err = fazhi("table", "reports", "-o", "x.xlsx", "--overwrite")
    assert status == 1
    assert "E341" in err
    assert "Excel" in err
    assert Path("x.xlsx").read_bytes() == b"mine"


def test_windows_says_that_a_file_is_open_only_when_it_is_replaced(folder, fazhi, monkeypatch):
    Path("x.xlsx").write_bytes(b"mine")

    def replace(source, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", replace)
    status, _, err = fazhi("table", "reports", "-o", "x.xlsx", "--overwrite")
    assert status == 1
    assert "E341" in err
    assert left_behind() == []


def test_parquet_without_pyarrow(folder, fazhi, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, _, err = fazhi("table", "reports", "-o", "x.parquet")
    assert status == 1
    assert "E342" in err
    assert "pip install pyarrow" in err


def test_a_panel_that_excel_cannot_hold(folder, fazhi, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_COLUMNS", 5)
    status, _, err = fazhi("table", "reports", "-o", "x.xlsx")
    assert status == 1
    assert "E343" in err
    assert [path.name for path in Path().iterdir()] == ["reports"]


def test_long_sheets_go_on_and_many_notes_are_told(folder, fazhi, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 5)
    monkeypatch.setattr(panel_sheet, "MOST_NOTES", 2)
    assert fazhi("table", "reports", "-o", "x.xlsx")[0] == 0
    book = openpyxl.load_workbook("x.xlsx")
    assert {"明细", "明细2"} <= set(book.sheetnames)
    assert book["明细"].max_row == 5
    assert sum(1 for row in book["汇总"].iter_rows() for cell in row if cell.comment) == 2
    assert any("批注超过 2 个" in str(row[0]) for row in book["口径"].iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--table", "figures"], "E150"),
        (["-o", "x.docx"], "E152"),
        (["-o", "x.sqlite", "--panel"], "E153"),
        (["-o", "x.sqlite", "--columns", "t.csv"], "E153"),
        (["--panel", "--table", "metrics"], "E153"),
        (["--table", "metrics", "--columns", "t.csv"], "E153"),
        (["-o", "x.xlsx", "--bom"], "E153"),
        (["--panel", "--names", "long"], "E154"),
        (["--columns", "t.csv"], "E155"),
        (["--columns", "unknown.csv"], "E156"),
        (["--columns", "attribute.csv"], "E156"),
        (["--columns", "unit.csv"], "E157"),
        (["-o", "reports/a.txt"], "E152"),
    ],
)
def test_wrong_usage_writes_nothing(folder, fazhi, arguments, code):
    Path("t.csv").write_text("head\nx\n", encoding="utf-8")
    Path("unknown.csv").write_text("列\n行政处分数\n", encoding="utf-8")
    Path("attribute.csv").write_text("列\npenalty.cases[stage=answered]\n", encoding="utf-8")
    Path("unit.csv").write_text("列,单位\npenalty.cases,万元\n", encoding="utf-8")
    before = sorted(Path().rglob("*"))
    status, out, err = fazhi("table", "reports", *arguments)
    assert (status, out) == (2, "")
    assert code in err
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize("name", ["x.csv", "x.sqlite"])
def test_memory_does_not_grow_with_the_number_of_reports(tmp_path, name):
    from fazhi_extract.model import Report

    data = json.loads(report_line())

    def peak(count):
        options = Options(Rulebook.default().indicators, "zh", "code")
        output = Output(str(tmp_path / f"{count}-{name}"))
        tracemalloc.start()
        with Panel(options.indicators, "zh") as panel, open_writer(output, options, print) as writer:
            collector = Collector(writer, panel, options, lambda code, **fields: None)
            for number in range(count):
                entry = {
                    **data,
                    "report_id": f"{number:016x}",
                    "metadata": {**data["metadata"], "issuer": f"{number}局"},
                }
                entry["metadata"]["spans"] = {}
                collector.add(Report.model_validate(entry))
            collector.finish()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(5)  # what is loaded on first use
    # A line about each report remains: its key, its path, its issuer and year.
    assert peak(600) - peak(60) < 540 * 1000
