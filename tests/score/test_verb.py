"""``fazhi score`` from the command line, on reports and keys as people have them."""

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from fazhi_extract.cli import main

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("health_2021", "education_2023")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Two samples with their keys side by side."""
    for name in NAMES:
        for ending in (".txt", ".key.json"):
            shutil.copy(ROOT / "samples" / f"{name}{ending}", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    return tmp_path


@pytest.fixture
def fazhi(capfd):
    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run


def figures(out):
    return json.loads(out)["figures"]


def test_texts_and_results_score_the_same(desk, fazhi):
    status, out, err = fazhi("score", ".", ".", "--json", "--draws", "0")
    assert (status, err) == (0, "")
    said = json.loads(out)
    assert said["reports"] == 2
    assert said["figures"]["metric.found.f1"] > 0.98
    assert set(said["each"]) == {"./education_2023.txt", "./health_2021.txt"}
    fazhi("extract", *(f"{name}.txt" for name in NAMES), "-o", "all.jsonl")
    assert figures(fazhi("score", ".", "all.jsonl", "--json", "--draws", "0")[1]) == said["figures"]


def test_columns_and_errors(desk, fazhi):
    key = json.loads(Path("health_2021.key.json").read_text(encoding="utf-8"))
    wrong = next(m for m in key["metrics"] if m["value"] is not None and not m.get("optional"))
    wrong["value"] = 987654
    Path("health_2021.key.json").write_text(json.dumps(key), encoding="utf-8")
    status, out, err = fazhi("score", ".", ".", "--errors")
    assert status == 0
    lines = [line.split("\t") for line in out.splitlines()]
    assert next(line for line in lines if line[1:2] == ["metric.found"])[2:5][2] == "0"
    assert any("987654" in line[0] and "health_2021.txt" in line[0] for line in lines)
    assert "2 份报告" in err
    assert "偏窄" in err  # two reports are few


def test_the_least_that_is_asked(desk, fazhi):
    assert fazhi("score", ".", ".", "--min", "metric.found.f1=0.5")[0] == 0
    status, _, err = fazhi("score", ".", ".", "--min", "metric.found.f1=1.01", "--lang", "en")
    assert status == 1
    assert "Falls short: metric.found.f1" in err
    assert fazhi("score", ".", ".", "--min", "metric.nothing=1")[0] == 2
    assert "E190" in fazhi("score", ".", ".", "--min", "fact.f1")[2]


def test_keys_and_reports_that_do_not_meet(desk, fazhi):
    Path("health_2021.txt").unlink()
    status, out, err = fazhi("score", ".", ".", "--json")
    assert (status, json.loads(out)["reports"]) == (1, 1)
    assert "E532" in err
    assert "health_2021.txt" in err
    key = json.loads(Path("education_2023.key.json").read_text(encoding="utf-8"))
    Path("education_2023.key.json").write_text(json.dumps(key | {"sha256": "0" * 64}), encoding="utf-8")
    Path("health_2021.key.json").unlink()
    status, _, err = fazhi("score", ".", ".")
    assert status == 1
    assert "E533" in err


def test_a_report_that_cannot_be_read_has_found_nothing(desk, fazhi):
    Path("health_2021.txt").write_bytes(b"%PDF-1.7\n")
    status, out, err = fazhi("score", ".", ".", "--json")
    assert status == 1
    assert "E221" in err
    each = json.loads(out)["each"]
    assert each["./health_2021.txt"]["metric.found.recall"] == 0
    assert each["./education_2023.txt"]["metric.found.recall"] > 0.98


def test_the_second_report_of_a_key_does_not_count(desk, fazhi):
    fazhi("extract", "health_2021.txt", "-o", "x.json")
    status, out, err = fazhi("score", "health_2021.key.json", "health_2021.txt", "x.json", "--json")
    assert (status, json.loads(out)["reports"]) == (0, 1)
    assert "N161" in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["."], "E187"),
        (["empty", "."], "E187"),
        (["broken.json", "."], "E185"),
        (["health_2021.txt"], "E187"),
        (["table.csv"], "E189"),
    ],
)
def test_wrong_usage(desk, fazhi, arguments, code):
    Path("empty").mkdir()
    Path("empty/report.json").write_text('{"schema_version": "1.0"}', encoding="utf-8")
    Path("broken.json").write_text('{"file": "x"}', encoding="utf-8")
    Path("table.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    status, out, err = fazhi("score", *arguments)
    assert (status, out) == (2, "")
    assert code in err


def test_a_sample_is_drawn_judged_and_scored(desk, fazhi):
    reports = [f"{name}.txt" for name in NAMES]
    assert fazhi("table", *reports, "--sample", "12", "-o", "抽查.xlsx") == (0, "", "")
    book = openpyxl.load_workbook("抽查.xlsx", rich_text=True)
    assert book.sheetnames == ["抽查", "说明"]
    assert "简单随机" in book["说明"]["A1"].value
    sheet = book["抽查"]
    heads = [cell.value for cell in sheet[1]]
    assert heads.index("对/错") < heads.index("文件")
    places = {head: place for place, head in enumerate(heads, 1)}
    assert sheet.max_row == 13
    quote = sheet.cell(2, places["原句"]).value
    red = [
        piece.text for piece in quote if not isinstance(piece, str) and piece.font.color is not None and piece.font.b
    ]
    assert red == [sheet.cell(2, places["原文"]).value]
    choice = sheet.data_validations.dataValidation[0]
    assert (choice.formula1, str(choice.sqref)) == (
        '"对,错"',
        f"{sheet.cell(2, places['对/错']).coordinate}:{sheet.cell(13, places['对/错']).coordinate}",
    )
    for row, verdict in enumerate(["对"] * 9 + ["错", None, "大概"], 2):
        sheet.cell(row, places["对/错"]).value = verdict
    sheet.cell(11, places["备注"]).value = "应为受理数"
    book.save("抽查.xlsx")
    status, out, err = fazhi("score", "抽查.xlsx")
    assert status == 0
    assert "已判 10 行，对 9 行，错 1 行；未填 1 行。" in err
    assert "准确率 0.9000，95% 区间 0.5958–0.9821" in err
    assert "第 11 行判错" in out
    assert "应为受理数" in out
    assert "第 13 行的“大概”" in out
    said = json.loads(fazhi("score", "抽查.xlsx", "--json")[1])
    assert (said["judged"], said["unfilled"], said["precision"]) == (10, 1, 0.9)
    assert [row["row"] for row in said["wrong"]] == [11]
    assert sum(one["judged"] for one in said["indicators"].values()) == 10
    assert fazhi("score", "抽查.xlsx", "--min", "precision=0.95")[0] == 1


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sample_as_csv(desk, fazhi):
    reports = [f"{name}.txt" for name in NAMES]
    for _ in range(2):
        assert fazhi("table", *reports, "--sample", "10", "-o", "a.csv", "--bom", "--overwrite")[0] == 0
    first = rows("a.csv")
    assert len(first) == 10
    assert all(row["原句"].count("【") >= 1 and f"【{row['原文']}】" in row["原句"] for row in first)

    def drawn(path):
        return {(row["报告编号"], row["编号"]) for row in rows(path)}

    fazhi("table", *reversed(reports), "--sample", "10", "-o", "b.csv")
    assert drawn("b.csv") == drawn("a.csv")  # whatever the order of the reports
    fazhi("table", *reports, "--sample", "20", "-o", "c.csv")
    assert drawn("a.csv") < drawn("c.csv")
    fazhi("table", *reports, "--sample", "10", "--seed", "2", "-o", "d.csv")
    assert drawn("d.csv") != drawn("a.csv")
    _, out, _ = fazhi("table", *reports, "--sample", "10")
    assert len(out.splitlines()) == 11
    figures = {
        (m["report_id"], m["id"]) for m in csv.DictReader(fazhi("table", *reports)[1].splitlines()) if m["indicator"]
    }
    assert drawn("c.csv") < figures


def test_a_stratified_sample_has_as_many_of_each(desk, fazhi):
    reports = [f"{name}.txt" for name in NAMES]
    fazhi("table", *reports, "--sample", "60", "--stratify", "-o", "s.csv")
    drawn = rows("s.csv")
    figures = [m for m in csv.DictReader(fazhi("table", *reports)[1].splitlines()) if m["indicator"]]
    sizes = {code: sum(m["indicator"] == code for m in figures) for code in {m["indicator"] for m in figures}}
    counts = {code: sum(row["指标代码"] == code for row in drawn) for code in sizes}
    assert len(drawn) == 60
    least = min(counts.values())
    assert least >= 1
    assert all(count >= min(sizes[code], max(counts.values()) - 1) for code, count in counts.items())
    for row in drawn:
        code = row["指标代码"]
        assert float(row["权数"]) == pytest.approx(sizes[code] / counts[code], abs=1e-6)
    assert sum(float(row["权数"]) for row in drawn) == pytest.approx(len(figures), abs=1e-3)


def test_a_stratified_sample_that_is_too_small_says_so(desk, fazhi):
    fazhi("table", "health_2021.txt", "--sample", "3", "--stratify", "-o", "s.xlsx")
    said = [row[0] for row in openpyxl.load_workbook("s.xlsx")["说明"].iter_rows(values_only=True)]
    assert "只抽到个数最多的 3 个指标" in said[1]


def test_a_sample_in_english_is_read_back(desk, fazhi):
    assert fazhi("table", "health_2021.txt", "--sample", "3", "-o", "s.csv", "--lang", "en")[0] == 0
    text = Path("s.csv").read_text(encoding="utf-8")
    heads = text.splitlines()[0].split(",")
    assert "Right/wrong" in heads
    found = rows("s.csv")
    for row in found:
        row["Right/wrong"] = "right"
    with open("s.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, heads)
        writer.writeheader()
        writer.writerows(found)
    assert json.loads(fazhi("score", "s.csv", "--json")[1])["precision"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--sample", "3", "-o", "x.sqlite"], "E186"),
        (["--sample", "3", "--panel"], "E153"),
        (["--sample", "0"], "E100"),
        (["--stratify"], "E192"),
    ],
)
def test_samples_that_cannot_be_drawn(desk, fazhi, arguments, code):
    status, out, err = fazhi("table", "health_2021.txt", *arguments)
    assert (status, out) == (2, "")
    assert code in err
    assert not Path("x.sqlite").exists()
