"""Which files arguments mean: folders, wildcards, patterns; and lists and tables that name or hold reports."""

import datetime
import json
import os
from pathlib import Path

import openpyxl
import pytest

from fazhi_extract.cli import main
from fazhi_extract.cli.inputs import Choice, each_input, find_inputs

TREE = [
    "a.txt",
    "b.md",
    "c.log",
    "~$a.txt",
    ".d.txt",
    "2023/e.txt",
    "2023/old/f.txt",
    "2023/page_files/g.txt",
    "h[1].txt",
]


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in TREE:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("全年3件。", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("argument", "wanted"),
    [
        ("in", ["2023/e.txt", "2023/old/f.txt", "a.txt", "b.md", "h[1].txt"]),
        ("in/*.txt", ["a.txt", "h[1].txt"]),
        ("in/*", ["2023/e.txt", "2023/old/f.txt", "a.txt", "b.md", "h[1].txt"]),
        ("in/**", ["2023/e.txt", "2023/old/f.txt", "a.txt", "b.md", "h[1].txt"]),
        ("in/**/*.txt", ["2023/e.txt", "2023/old/f.txt", "a.txt", "h[1].txt"]),
        ("in/**/?.txt", ["2023/e.txt", "2023/old/f.txt", "a.txt"]),
        ("in/2023/*/f.txt", ["old/f.txt"]),
        ("in/*.log", ["c.log"]),
        ("in/h[1].txt", ["h[1].txt"]),
        ("i?/a.txt", ["in/a.txt"]),
        ("in/*/../a.txt", ["a.txt"]),
    ],
)
def test_wildcards_that_no_shell_has_expanded(tree, argument, wanted):
    found = find_inputs([argument])
    assert [entry.place.as_posix() for entry in found] == wanted
    assert all(os.path.isfile(entry.path) and entry.error is None for entry in found)


def test_wildcards_without_a_file(tree):
    (found,) = find_inputs(["in/*.doc"])
    assert (found.path, found.error.code) == ("in/*.doc", "E241")


@pytest.mark.parametrize(
    ("include", "exclude", "wanted"),
    [
        (["*.log"], [], ["c.log"]),
        (["a*", "*.md"], [], ["a.txt", "b.md"]),
        (["2023/*"], [], ["2023/e.txt", "2023/old/f.txt"]),
        ([], ["old"], ["2023/e.txt", "a.txt", "b.md", "h[1].txt"]),
        ([], ["2023/*", "*.md"], ["a.txt", "h[1].txt"]),
        (["*"], ["*.txt"], ["b.md", "c.log"]),
    ],
)
def test_files_chosen_by_patterns(tree, include, exclude, wanted):
    choice = Choice(include, exclude)
    assert [entry.place.as_posix() for entry in each_input(["in"], choice)] == wanted
    assert [entry.place.as_posix() for entry in each_input(["in/**"], choice)] == wanted


def test_a_file_that_is_named_outright_is_always_taken(tree):
    found = list(each_input(["in/c.log", "in"], Choice(exclude=["*"])))
    assert [(entry.path, entry.error and entry.error.code) for entry in found] == [("in/c.log", None), ("in", "E240")]


def lines(capfd) -> list[dict]:
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def notes(report: dict) -> dict[str, str]:
    """The notes that come of being one of many."""
    return {note["code"]: note["message"] for note in report["notes"] if note["code"].startswith("N12")}


REPORT = "永宁市司法局2020年度法治政府建设工作报告\n一、工作情况\n全年办理行政处罚案件743件。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_says_more_than_the_text(tree, capfd, encoding):
    (tree / "lists").mkdir()
    (tree / "in" / "r.txt").write_text(REPORT, encoding="utf-8")
    rows = "路径,发文机关,year,地区,url,采集日期,备注\n../in/r.txt,永宁市司法局,2021年,某省永宁市,https://example.org/1,2024/3/1,好\n../in/a.txt,,,,,,\n"
    Path("lists/l.csv").write_text(rows, encoding=encoding, newline="")
    assert main(["extract", "--list", "lists/l.csv"]) == 0
    first, second = lines(capfd)
    metadata = first["metadata"]
    assert metadata["given"] == {
        "issuer": "永宁市司法局",
        "reporting_year": 2021,
        "title": None,
        "region": "某省永宁市",
        "url": "https://example.org/1",
        "retrieved_on": "2024-03-01",
    }
    assert (metadata["issuer"], metadata["reporting_year"]) == ("永宁市司法局", 2021)
    assert metadata["spans"].keys() == {"title"}
    # What the year is decides what figures cover; where the text says otherwise, that is told.
    assert first["metrics"][0]["period"]["start"] == "2021-01-01"
    assert notes(first) == {"N123": "年度按清单取“2021”，正文写的是“2020”。"}
    assert second["metadata"]["given"] is None
    assert first["source"]["path"] == os.path.join("lists", "../in/r.txt")


def test_places_of_a_list_stay_in_the_output_folder(tree):
    Path("l.csv").write_text("path\n../secret.txt\nin/a.txt\n/etc/none.txt\nin/../in/2023/e.txt\n", encoding="utf-8")
    assert main(["extract", "--list", "l.csv", "-o", "out/"]) == 1
    assert {path.relative_to("out").as_posix() for path in Path("out").rglob("*.json")} == {
        "secret.json",
        "in/a.json",
        "none.json",
        "e.json",
    }


def test_a_link_does_not_lead_out_of_the_output_folder(tree, capfd):
    Path("elsewhere").mkdir()
    Path("out").mkdir()
    try:
        Path("out/2023").symlink_to("../elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("no right to make links")
    assert main(["extract", "in", "-o", "out/"]) == 1
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 2
    assert all("E311" in line for line in told)
    assert list(Path("elsewhere").iterdir()) == []
    assert Path("out/a.json").exists()


def test_a_wrong_cell_fails_its_report_alone(tree, capfd):
    Path("l.csv").write_text(
        "path,year,retrieved\nin/a.txt,去年,\nin/b.md,2021,2024-13-01\n,2021,\nin/2023/e.txt,2021,\n", encoding="utf-8"
    )
    assert main(["extract", "--list", "l.csv", "--lang", "en"]) == 1
    out, err = capfd.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [line["error"] and line["error"]["code"] for line in found] == ["E244", "E244", "E244", None]
    assert [line["source"]["path"] for line in found] == ["in/a.txt", "in/b.md", "l.csv#4", "in/2023/e.txt"]
    assert "in row 2 of l.csv, 'year' is '去年'" in err


def workbook(path: str, sheets: dict[str, list[list[object]]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell if cell != "" else None for cell in row])
    book.save(path)


def test_a_report_in_each_row_of_a_workbook(tree, capfd):
    workbook(
        "采集.xlsx",
        {
            "说明": [["本表由人工整理"]],
            "数据": [
                [],
                ["标题", "年度", "采集日期", "正文"],
                ["永宁市司法局2020年法治政府建设工作报告", 2020, datetime.date(2024, 3, 1), REPORT],
                [],
                ["", 2021, "", ""],
                ["", "", "", "全年" + "办" * 32765],
            ],
        },
    )
    assert main(["extract", "采集.xlsx", "--text", "正文", "-o", "out/"]) == 1
    assert capfd.readouterr().err == "错误 E246：采集.xlsx#5：这一行的“正文”是空的，没有正文。请补上，或删去这一行。\n"
    made = {path.relative_to("out").as_posix(): json.loads(path.read_bytes()) for path in Path("out").rglob("*.json")}
    assert made.keys() == {"采集.xlsx/3.json", "采集.xlsx/5.json", "采集.xlsx/6.json"}
    first = made["采集.xlsx/3.json"]
    assert first["source"]["path"] == "采集.xlsx#3"
    assert first["source"]["text"] == REPORT
    assert (first["metadata"]["given"]["reporting_year"], first["metadata"]["given"]["retrieved_on"]) == (
        2020,
        "2024-03-01",
    )
    assert first["metrics"][0]["value"] == 743
    assert "N124" in notes(made["采集.xlsx/6.json"])


def test_a_report_in_each_row_of_a_csv_file(tree, capfd):
    text = REPORT.replace("\n", "\r\n") + '“引号”"与逗号,'
    quoted = '"' + text.replace('"', '""') + '"'
    for name, separator in (("a.csv", ","), ("b.tsv", "\t")):
        Path(name).write_bytes(f"编号{separator}content\r\n1{separator}{quoted}\r\n".encode("gb18030"))
    assert main(["extract", "a.csv", "b.tsv", "--text", "content"]) == 0
    found = lines(capfd)
    assert [line["source"]["path"] for line in found] == ["a.csv#2", "b.tsv#2"]
    assert [line["source"]["text"] for line in found] == [text, text]
    assert list(map(notes, found)) == [{}, {"N121": "与 a.csv#2 正文相同，不列入汇总。"}]


@pytest.mark.parametrize("more", [[], ["--no-text"]])
def test_rows_can_be_resumed_in_parallel(tree, more):
    rows = "".join(f'{n},"{REPORT}第{n}次"\n' for n in range(40))
    Path("a.csv").write_text("n,正文\n" + rows, encoding="utf-8")
    assert main(["extract", "a.csv", "--text", "正文", "-o", "one.jsonl", "--jobs", "1", *more]) == 0
    whole = Path("one.jsonl").read_bytes()
    Path("two.jsonl.part").write_bytes(b"".join(whole.splitlines(keepends=True)[3:20]) + b'{"schema')
    assert main(["extract", "a.csv", "--text", "正文", "-o", "two.jsonl", "--jobs", "2", "--resume", *more]) == 0
    assert Path("two.jsonl").read_bytes() == whole
    assert not Path("two.jsonl.part").exists()


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_that_cannot_be_read(tree, capfd, name):
    Path(name).write_bytes(b"\xff\xfe\x00" if name.endswith("v") else b"PK\x03\x04 damaged")
    assert main(["extract", name, "in/none.csv", "--text", "正文"]) == 1
    assert [line["error"]["code"] for line in lines(capfd)] == ["E245", "E201"]


def test_a_workbook_without_the_library(tree, capfd, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    workbook("a.xlsx", {"1": [["正文"], [REPORT]]})
    assert main(["extract", "a.xlsx", "--text", "正文"]) == 2
    assert "pip install 'fazhi-extract[xlsx]'" in capfd.readouterr().err
