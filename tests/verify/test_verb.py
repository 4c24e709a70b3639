"""``fazhi verify`` from the command line: what it prints, writes and returns."""

import csv
import io
import json
import os
import re
import sys

import openpyxl
import pytest

from fazhi_extract.cli import main
from fazhi_extract.verify.words import COLUMNS

REPORT = """砚溪县司法局2021年度法治政府建设年度报告

一、主要做法
（一）规范执法
办理行政处罚案件743件，其中青坪镇58件。罚款341.203万元。=1+1
"""
TABLE = """发文机关,年度,行政处罚案件数(件),罚款金额（万元）,幸福指数,备注
砚溪县司法局,2021,743,341.203,8,
砚溪县司法局,2021,58,,,=HYPERLINK("x")
无此县司法局,2021,1,2,,
"""


def plain(capfd):
    """What was printed, without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", capfd.readouterr().out)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "reports" / "b.txt").write_text(REPORT.replace("砚溪", "云渡"), encoding="utf-8")
    (tmp_path / "台账.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    return tmp_path


def test_a_pipe_gets_columns_and_the_summary_stays_apart(folder, capfd):
    assert main(["verify", "台账.csv", "reports"]) == 0
    out, err = capfd.readouterr()
    lines = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in out.splitlines()]
    assert lines.pop(0) == {name: name for name in COLUMNS}
    assert [(line["row"], line["column"], line["verdict"]) for line in lines] == [
        ("2", "3", "confirmed"), ("2", "4", "confirmed"), ("2", "5", "unmapped"),
        ("3", "3", "part"), ("3", "4", "missing"), ("3", "5", "blank"),
        ("4", "3", "unmatched"), ("4", "4", "unmatched"), ("4", "5", "blank"),
    ]  # fmt: skip
    first = lines[0]
    assert first["quote"] == "办理行政处罚案件【743件】，其中青坪镇58件"
    start, end = map(int, first["span"].split("-"))
    assert REPORT[start:end] == "743件"
    assert first["place"] == "（一） 规范执法"
    assert first["path"] == os.path.join("reports", "a.txt")
    notes = err.splitlines()
    assert notes[-1] == "7 个值：相符 2，要看一眼 0，不符 2，没能核验 3"
    assert [note[:7] for note in notes[:-1]] == ["提示 N166", "提示 N167", "提示 N168", "提示 N169"]
    assert "幸福指数" in notes[0]
    assert "第 4 行" in notes[1]
    assert "b.txt" in notes[2]
    assert "备注" in notes[3]


def test_strict(folder, capfd):
    assert main(["verify", "台账.csv", "reports", "--strict"]) == 1
    (folder / "good.csv").write_text("文件,行政处罚案件数\na.txt,743\nb.txt,\n", encoding="utf-8")
    assert main(["verify", "good.csv", "reports", "--strict"]) == 1
    (folder / "good.csv").write_text("文件,行政处罚案件数\na.txt,743\nb.txt,743宗\n", encoding="utf-8")
    assert main(["verify", "good.csv", "reports", "--strict"]) == 0


def test_json(folder, capfd):
    assert main(["verify", "台账.csv", "reports", "--json", "--lang", "en"]) == 0
    whole = json.loads(capfd.readouterr().out)
    assert whole["levels"] == {"ok": 2, "look": 0, "wrong": 2, "open": 3}
    assert whole["values"] == 7
    part = whole["findings"][3]
    assert (part["verdict"], part["explanation"]) == (
        "part",
        "58件 is a part only (青坪镇); for this indicator the report says 743件",
    )
    assert part["figures"][0]["scope"] == "青坪镇"
    assert any("幸福指数" in remark for remark in whole["remarks"])


def test_csv_and_json_files(folder, capfd):
    assert main(["verify", "台账.csv", "reports", "-o", "out.csv", "--bom"]) == 0
    data = (folder / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["level"] for row in rows].count("ok") == 4
    assert capfd.readouterr().out == ""
    assert main(["verify", "台账.csv", "reports", "-o", "out.json"]) == 0
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["values"] == 7


def test_workbook(folder):
    assert main(["verify", "台账.csv", "reports", "-o", "核验.xlsx"]) == 0
    book = openpyxl.load_workbook(folder / "核验.xlsx")
    assert book.sheetnames == ["概况", "未确认", "全部", "原表"]
    opened = book["未确认"]
    heads = [cell.value for cell in opened[1]]
    assert heads[:2] == ["结果", "结论"]
    row = dict(zip(heads, (cell.value for cell in opened[3]), strict=True))
    assert (row["结果"], row["结论"], row["表中的值"]) == ("不符", "是部分的数", "58")
    assert row["原句"] == "办理行政处罚案件743件，其中青坪镇【58件】"
    assert opened["A3"].fill.fgColor.rgb.endswith("F8CBAD")
    links = {cell.value: cell.hyperlink.location for cell in opened[3] if cell.hyperlink}
    assert links == {"58": "'原表'!C3"}
    table = book["原表"]
    assert [cell.value for cell in table[1]][:3] == ["发文机关", "年度", "行政处罚案件数(件)"]
    assert table["C2"].fill.fgColor.rgb.endswith("E2EFDA")
    assert table["C3"].fill.fgColor.rgb.endswith("F8CBAD")
    assert "青坪镇【58件】" in table["C3"].comment.text
    assert table["F3"].data_type == "s"
    assert table["F3"].value.startswith("=HYPERLINK")


def test_the_same_table_gives_the_same_workbook(folder):
    for name in ("a.xlsx", "b.xlsx"):
        assert main(["verify", "台账.csv", "reports", "-o", name]) == 0
    assert (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes()


def test_a_terminal(folder, capfd, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["verify", "台账.csv", "reports"]) == 0
    out = plain(capfd)
    assert "不符 · 是部分的数  行政处罚案件数(件)  58  58件 只是一部分（青坪镇）" in out
    assert "砚溪县司法局 · C3 格" in out
    assert "办理行政处罚案件743件，其中青坪镇【58件】" in out
    assert "743  " not in out
    assert main(["verify", "台账.csv", "reports", "--all"]) == 0
    assert "相符  行政处罚案件数(件)  743" in plain(capfd)


def test_results_of_extract_do_for_reports(folder, capfd):
    assert main(["extract", "reports", "-o", "r.jsonl"]) == 0
    for reports in ("r.jsonl", "reports/a.txt"):
        assert main(["verify", "台账.csv", reports]) == 0
        assert "\tconfirmed\t" in capfd.readouterr().out
    (folder / "json").mkdir()
    (folder / "r.jsonl").rename(folder / "json" / "r.jsonl")
    assert main(["verify", "台账.csv", "json"]) == 0


def test_a_mapping_from_the_command_line(folder, capfd):
    (folder / "m.csv").write_text("表头,含义\n幸福指数,-\n", encoding="utf-8")
    assert main(["verify", "台账.csv", "reports", "--map", "m.csv"]) == 0
    out, err = capfd.readouterr()
    assert "unmapped" not in out
    assert "幸福指数" in err


def test_one_broken_report_does_not_stop_the_rest(folder, capfd):
    (folder / "reports" / "c.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    assert main(["verify", "台账.csv", "reports"]) == 1
    out, err = capfd.readouterr()
    assert "\tconfirmed\t" in out
    assert "c.txt" in err


@pytest.mark.parametrize(
    ("arguments", "code", "status"),
    [
        (["台账.csv", "reports", "-o", "out.txt"], "E195", 2),
        (["broken.json", "reports"], "E196", 2),
        (["台账.csv", "reports", "--map", "wrong.csv"], "E197", 2),
        (["台账.csv", "reports", "--map", "台账.csv"], "E198", 2),
        (["book.xlsx", "reports", "--sheet", "没有"], "E199", 2),
        (["words.csv", "reports"], "E345", 1),
        (["台账.csv", "none"], "E346", 1),
        (["missing.csv", "reports"], "E201", 1),
        (["台账.csv", "reports", "-o", "台账.csv"], "E113", 2),
    ],
)
def test_errors(folder, capfd, arguments, code, status):
    (folder / "broken.json").write_text('{"a": [', encoding="utf-8")
    (folder / "wrong.csv").write_text("表头,含义\n罚款,没有这个\n", encoding="utf-8")
    (folder / "words.csv").write_text("甲,乙\n你,我\n", encoding="utf-8")
    openpyxl.Workbook().save(folder / "book.xlsx")
    before = {path.name for path in folder.iterdir()}
    assert main(["verify", *arguments]) == status
    out, err = capfd.readouterr()
    assert out == ""
    assert code in err
    assert {path.name for path in folder.iterdir()} == before
