"""``fazhi compare`` from the command line."""

import csv
import io

import openpyxl
import pytest

from fazhi_extract.cli import main
from fazhi_extract.compare.cells import COLUMNS

OLD = "砚溪县司法局2020年度法治政府建设年度报告\n\n一、主要做法\n实施行政检查12000户次。受理投诉举报100件。\n"
NEW = "砚溪县司法局2021年度法治政府建设年度报告\n\n一、主要做法\n实施行政检查16672户次，同比增长30.57%。受理投诉举报110件。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    return tmp_path


def test_a_pipe_gets_columns_and_the_summary_stays_apart(folder, capfd):
    assert main(["compare", "old.txt", "new.txt"]) == 0
    out, err = capfd.readouterr()
    lines = [line.split("\t") for line in out.splitlines()]
    assert lines[0] == list(COLUMNS)
    said = dict(zip(COLUMNS, lines[2], strict=True))  # in the order of fazhi indicators
    assert (said["code"], said["old"], said["new"], said["stated"]) == (
        "inspection.visits",
        "12000",
        "16672",
        "+30.57%",
    )
    assert said["findings"].startswith("增幅不符")
    assert len(lines) == 3
    assert err == "砚溪县司法局：2020 → 2021，2 项，有提示 1 项（old.txt → new.txt）\n"


def test_findings_alone(folder, capfd):
    assert main(["compare", "old.txt", "new.txt", "--findings"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 2


def test_csv(folder, capfd):
    assert main(["compare", "old.txt", "new.txt", "-o", "out.csv", "--bom"]) == 0
    data = (folder / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["new"] for row in rows] == ["110", "16672"]
    assert capfd.readouterr().out == ""


def test_workbook(folder):
    assert main(["compare", "old.txt", "new.txt", "-o", "对比.xlsx"]) == 0
    book = openpyxl.load_workbook(folder / "对比.xlsx")
    assert book.sheetnames == ["对比", "说明"]
    sheet = book["对比"]
    place = {name: number for number, name in enumerate(COLUMNS, 1)}
    assert sheet.cell(3, place["old"]).value == 12000
    assert "同比增长30.57%" in sheet.cell(3, place["new"]).comment.text
    assert sheet.cell(3, place["findings"]).value.startswith("增幅不符")
    assert sheet.cell(2, place["growth"]).value == 10
    assert "砚溪县司法局" in book["说明"]["A1"].value
    first = (folder / "对比.xlsx").read_bytes()
    assert main(["compare", "old.txt", "new.txt", "-o", "对比.xlsx"]) == 0
    assert (folder / "对比.xlsx").read_bytes() == first  # the same reports, the same bytes


def test_reports_results_and_sheets_give_the_same(folder, capfd):
    def growths(old):
        assert main(["compare", old, "new.txt", "--findings"]) == 0
        return capfd.readouterr().out.splitlines()[1].split("\t")[2:13]

    assert main(["extract", "old.txt", "-o", "old.json"]) == 0
    assert main(["extract", "old.txt", "-o", "results/"]) == 0
    (folder / "ledger.csv").write_text(
        "指标,数值,单位\n行政检查次数,12000,户次\n投诉举报件数,100,件\n", encoding="utf-8"
    )
    one = growths("old.txt")
    assert one == growths("old.json") == growths("results") == growths("ledger.csv")


def test_a_ledger_need_not_have_all(folder, capfd):
    (folder / "ledger.csv").write_text("指标,数值,单位\n行政检查次数,12769,户次\n食堂人数,3,人\n", encoding="utf-8")
    assert main(["compare", "ledger.csv", "new.txt", "--findings", "--lang", "en"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "no indicator has this name" in lines[1]


def test_a_bad_input_does_not_stop_the_others(folder, capfd):
    (folder / "years").mkdir()
    (folder / "years" / "a.txt").write_text(OLD, encoding="utf-8")
    (folder / "years" / "b.txt").write_bytes(b"%PDF-1.7\n")
    assert main(["compare", "years", "new.txt", "-o", "out.csv"]) == 1
    assert "E221" in capfd.readouterr().err
    assert len((folder / "out.csv").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "status"),
    [
        (["old.txt", "nothing.txt"], "E201", 1),
        (["old.txt", "new.txt", "-o", "out.docx"], "E161", 2),
        (["old.txt", "new.txt", "--jump", "1"], "E162", 2),
        (["old.txt", "new.txt", "--jump", "many"], "E162", 2),
        (["sheet.csv", "new.txt", "-o", "sheet.csv"], "E113", 2),
        (["-", "-"], "E111", 2),
        (["two", "other"], "E524", 1),
    ],
)
def test_what_cannot_be_compared(folder, capfd, arguments, code, status):
    for name, body in (("two/a.txt", "甲县司法局"), ("two/b.txt", "乙县司法局"), ("other/c.txt", "丙县司法局")):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(OLD.replace("砚溪县司法局", body), encoding="utf-8")
    assert main(["compare", *arguments]) == status
    assert code in capfd.readouterr().err
    assert not (folder / "out.docx").exists()


def test_sides_in_the_wrong_order_are_told(folder, capfd):
    assert main(["compare", "new.txt", "old.txt"]) == 0
    assert "写反" in capfd.readouterr().err
