"""What ``fazhi table`` writes, format by format, as its users read it."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest

from fazhi_extract.table.columns import TABLES
from fazhi_extract.table.csv_file import PANEL

DECIDED = "penalty.cases[stage=decided]"


def records(text):
    return list(csv.DictReader(io.StringIO(text)))


def panel(text):
    return {row["issuer"]: row for row in records(text)}


def test_the_panel_of_a_folder_of_reports(folder, fazhi):
    status, out, err = fazhi("table", "reports", "--panel")
    assert (status, err) == (0, "")
    east, west = panel(out)["甲市卫生健康委员会"], panel(out)["乙市卫生健康委员会"]
    assert (east["reporting_year"], east[DECIDED], east[f"{DECIDED}.state"]) == ("2021", "743", "stated")
    assert (west["reporting_year"], west[DECIDED], west[f"{DECIDED}.state"]) == ("2022", "**件", "masked")
    assert (east["penalty.fine_amount"], east["penalty.fine_amount.note"]) == ("125000", "约12.5万元")
    assert (west["penalty.fine_amount"], west["penalty.fine_amount.state"]) == ("", "not_found")
    assert east["review.reconsideration_cases.state"] == "stated_none"
    assert east["publicity.training_sessions[variety=培训].state"] == "several"
    assert east["publicity.training_sessions[variety=培训]"].startswith("5场")
    assert west["enforcement.legal_review_rate"] == "95%（目标）"
    assert west["enforcement.legal_review_rate.state"] == "target_only"
    assert west["path"] == "reports/b.txt"


def test_json_json_lines_and_pipes_give_the_same(folder, fazhi, monkeypatch):
    _, wanted, _ = fazhi("table", "reports", "--panel")
    fazhi("extract", "reports", "-o", "all.jsonl")
    fazhi("extract", "reports", "-o", "each/")
    assert fazhi("table", "all.jsonl", "--panel") == (0, wanted, "")
    assert fazhi("table", "each", "--panel") == (0, wanted, "")
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):  # the last is PowerShell's
        data = Path("all.jsonl").read_text(encoding="utf-8").encode(encoding)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert fazhi("table", "-", "--panel") == (0, wanted, "")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("reports/a.txt").read_bytes())))
    _, out, _ = fazhi("table", "-", "--panel")
    assert records(out)[0][DECIDED] == "743"


def test_long_tables_as_csv(folder, fazhi):
    _, out, _ = fazhi("table", "reports")
    figures = records(out)
    assert tuple(figures[0]) == TABLES["metrics"].names
    first = figures[0]
    text = Path("reports/a.txt").read_text(encoding="utf-8")
    assert text[int(first["span_start"]) : int(first["span_end"])] == first["text"] == "743件"
    assert text[int(first["sentence_start"]) : int(first["sentence_end"])] == first["quote"]
    assert (first["indicator"], first["stage"], first["headline"]) == ("penalty.cases", "decided", "true")
    part = next(figure for figure in figures if figure["text"] == "200件")
    assert (part["links"], part["scope"], part["headline"]) == ("whole:m1", "东城区", "false")
    for name in (*TABLES, PANEL):
        status, out, err = fazhi("table", "reports", "--table", name)
        assert (status, err) == (0, "")
        if name in TABLES:
            assert out.splitlines()[0] == ",".join(TABLES[name].names)
    assert fazhi("table", "reports", "-o", "bom.csv", "--bom")[0] == 0
    assert Path("bom.csv").read_bytes().count(b"\xef\xbb\xbf") == 1


def test_the_folder_describes_every_column(folder, fazhi):
    assert fazhi("table", "reports", "-o", "out/", "--names", "zh") == (0, "", "")
    described = json.loads(Path("out/datapackage.json").read_text(encoding="utf-8"))
    assert {file.name for file in Path("out").iterdir()} == {
        "datapackage.json",
        *(resource["path"] for resource in described["resources"]),
    }
    names = {resource["name"]: resource["schema"] for resource in described["resources"]}
    assert set(names) == {*TABLES, PANEL}
    for resource in described["resources"]:
        with open(Path("out") / resource["path"], encoding="utf-8", newline="") as file:
            heads, *rows = csv.reader(file)
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == heads
        assert all(field["description"] and field["title"] and field["type"] for field in fields)
        places = [heads.index(name) for name in resource["schema"].get("primaryKey", [])]
        keys = [tuple(row[place] for place in places) for row in rows]
        assert not places or len(set(keys)) == len(keys)
        for field, place in zip(fields, range(len(heads)), strict=True):
            values = {row[place] for row in rows if row[place]}
            if field["type"] == "integer":
                assert all(value.isdigit() for value in values)
            elif field["type"] == "boolean":
                assert values <= {"true", "false"}
    for schema in names.values():
        for foreign in schema.get("foreignKeys", []):
            assert foreign["reference"]["resource"] in names
    assert any(field["name"] == "行政处罚案件数·作出决定（件）" for field in names[PANEL]["fields"])


def test_the_database_is_sound_and_has_its_views(folder, fazhi):
    for _ in range(2):
        assert fazhi("table", "reports", "-o", "data.sqlite", "--overwrite") == (0, "", "")
    with sqlite3.connect("data.sqlite") as database:
        database.execute("PRAGMA foreign_keys = ON")
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for name in TABLES:
            referred = {row[2] for row in database.execute(f"PRAGMA foreign_key_list({name})")}
            assert referred == {reference.table for reference in TABLES[name].references}
        views = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        counts = {view: database.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in views}
        assert counts["headlines"] > 0
        assert counts["panel"] > 0
        query = "SELECT reporting_year, value, state FROM panel WHERE column_code = ? ORDER BY 1"
        assert database.execute(query, [DECIDED]).fetchall() == [(2021, 743, "stated"), (2022, None, "masked")]
        query = "SELECT typeof(value), canonical_unit FROM headlines WHERE indicator = 'penalty.fine_amount'"
        assert database.execute(query).fetchall() == [("integer", "元")]
    assert sorted(path.name for path in Path().iterdir()) == ["data.sqlite", "reports"]


def test_parquet_has_types(folder, fazhi):
    assert fazhi("table", "reports", "-o", "metrics.parquet") == (0, "", "")
    table = pyarrow.parquet.read_table("metrics.parquet")
    assert tuple(table.schema.names) == TABLES["metrics"].names
    types = {name: str(table.schema.field(name).type) for name in ("value", "headline", "period_start", "quote")}
    assert types == {"value": "double", "headline": "bool", "period_start": "date32[day]", "quote": "string"}
    assert table.to_pylist()[0]["value"] == 743
    assert fazhi("table", "reports", "-o", "panel.parquet", "--panel", "--names", "short") == (0, "", "")
    rows = pyarrow.parquet.read_table("panel.parquet").to_pylist()
    assert [row["penalty_cases_decided"] for row in rows] == ["743", "**件"]
    assert [row["penalty_fine_amount"] for row in rows] == [125000, None]
    assert [row["penalty_fine_amount_s"] for row in rows] == ["stated", "not_found"]


def sheet(name, path="x.xlsx"):
    return openpyxl.load_workbook(path)[name]


def test_the_workbook(folder, fazhi):
    text = "甲市水务局2021年度法治政府建设情况报告\n\n一、主要做法\n受理投诉100件，办结120件，办结率90%。\n"
    Path("reports/c.txt").write_text(text, encoding="utf-8")
    assert fazhi("table", "reports", "-o", "x.xlsx") == (0, "", "")
    book = openpyxl.load_workbook("x.xlsx")
    assert book.sheetnames == ["汇总", "明细", "待核", "校验", "口径", "来源"]
    heads = {cell.value: cell.column for cell in book["汇总"][1]}
    place = heads["行政处罚案件数·作出决定（件）"]
    east, west, _ = (book["汇总"].cell(row, place) for row in (2, 3, 4))
    assert (east.value, west.value) == (743, "**件")
    assert "处罚决定【743件】" in east.comment.text
    state = heads["行政处罚案件数·作出决定·状态"]
    assert [book["汇总"].cell(row, state).value for row in (2, 3)] == ["写明", "打码"]
    assert book["汇总"].cell(3, state).fill.start_color.rgb == "FFD9D9D9" == west.fill.start_color.rgb
    fine = book["汇总"].cell(2, heads["罚款金额（元）"])
    assert (fine.value, fine.number_format) == (125000, '"≈"General')
    assert "约12.5万元" in fine.comment.text
    figures = {row[11]: row for row in book["明细"].iter_rows(min_row=2, values_only=True)}
    assert figures["200件"][2:10] == ("行政处罚案件数", "作出决定", 200, None, "件", None, "实际发生的数", "东城区")
    review = list(book["待核"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in review} == {"明细", "校验"}
    verdicts = [row[2] for row in book["校验"].iter_rows(min_row=2, values_only=True)]
    assert "不符" in verdicts
    defined = {row[0]: row[1] for row in book["口径"].iter_rows(values_only=True)}
    assert defined["penalty.cases"] == "行政处罚案件数"
    assert defined["partial"] == "部分"
    assert [row[2] for row in book["来源"].iter_rows(min_row=2, values_only=True)] == ["列入汇总"] * 3


def test_the_workbook_is_the_same_every_time_and_takes_no_text_for_a_formula(folder, fazhi):
    Path("reports/c.txt").write_text("=1+1\n\n一、=HYPERLINK(1)\n处罚3件。\n", encoding="utf-8")
    fazhi("table", "reports", "-o", "one.xlsx")
    fazhi("table", "reports", "-o", "two.xlsx")
    assert Path("one.xlsx").read_bytes() == Path("two.xlsx").read_bytes()
    for page in openpyxl.load_workbook("one.xlsx"):
        assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_workbook_in_english(folder, fazhi):
    assert fazhi("table", "reports", "-o", "x.xlsx", "--lang", "en") == (0, "", "")
    book = openpyxl.load_workbook("x.xlsx")
    assert book.sheetnames == ["Panel", "Figures", "Review", "Checks", "Definitions", "Sources"]
    assert "administrative penalty cases · decided (件)" in [cell.value for cell in book["Panel"][1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_template_sets_heads_order_and_unit(folder, fazhi, encoding):
    lines = "列,表头,单位\nreporting_year,年份,\n发文机关,单位,\n罚款金额（元）,罚款,万元\n行政处罚案件数·作出决定,处罚,\nservice.permit_cases,许可,\n"
    Path("t.csv").write_bytes(lines.encode(encoding))
    status, out, _ = fazhi("table", "reports", "--columns", "t.csv", "--panel")
    assert status == 0
    assert out.splitlines() == [
        "年份,单位,罚款,罚款·状态,罚款·说明,处罚,处罚·状态,许可,许可·状态",
        "2021,甲市卫生健康委员会,12.5,stated,约12.5万元,743,stated,,not_found",
        "2022,乙市卫生健康委员会,,not_found,,**件,masked,,not_found",
    ]
    assert fazhi("table", "reports", "--columns", "t.csv", "-o", "x.xlsx")[0] == 0
    rows = list(sheet("汇总").iter_rows(values_only=True))
    assert rows[0][:4] == ("年份", "单位", "罚款", "罚款·状态")
    assert rows[1][:4] == (2021, "甲市卫生健康委员会", 12.5, "写明")


def test_a_template_with_states_of_its_own_and_any_attributes(folder, fazhi):
    Path("t.csv").write_text(
        "column,head\nissuer,\npenalty.cases[*],cases\npenalty.cases[*].state,\n", encoding="utf-8"
    )
    _, out, _ = fazhi("table", "reports", "--columns", "t.csv")
    assert out.splitlines() == [
        "issuer,cases,penalty.cases[*].state",
        "甲市卫生健康委员会,743,stated",
        "乙市卫生健康委员会,**件,masked",
    ]


def test_years_without_a_report_are_rows(folder, fazhi):
    for year in (2019, 2022):
        text = Path("reports/a.txt").read_text(encoding="utf-8").replace("2022年1月", f"{year + 1}年1月")
        Path(f"reports/{year}.txt").write_text(text.replace("2021", str(year)), encoding="utf-8")
    _, out, _ = fazhi("table", "reports", "--panel")
    seen = [(row["issuer"][0], row["reporting_year"], row[f"{DECIDED}.state"]) for row in records(out)]
    assert seen == [
        ("甲", "2019", "stated"), ("甲", "2020", "no_report"), ("甲", "2021", "stated"), ("甲", "2022", "stated"),
        ("乙", "2022", "masked"),
    ]  # fmt: skip
    _, out, _ = fazhi("table", "reports", "--panel", "--balanced")
    assert [row["reporting_year"] for row in records(out) if row["issuer"].startswith("乙")] == ["2019", "2021", "2022"]


def test_rows_of_extract(folder, fazhi):
    status, out, _ = fazhi("extract", "reports", "--rows")
    assert status == 0
    lines = [json.loads(line) for line in out.splitlines()]
    assert {tuple(line) for line in lines} == {("path", *TABLES["metrics"].names)}
    assert (lines[0]["path"], lines[0]["value"], lines[0]["stage"]) == ("reports/a.txt", 743, "decided")
    assert fazhi("extract", "reports", "--rows", "-o", "rows.jsonl")[0] == 0
    assert Path("rows.jsonl").read_text(encoding="utf-8") == out
    assert fazhi("extract", "reports", "--rows", "-o", "rows/")[0] == 2


def test_why_tells_where_a_cell_stands(folder, fazhi):
    status, out, err = fazhi("table", "reports", "--why", f"甲市 2021 {DECIDED}")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == f"甲市卫生健康委员会 2021 年度  行政处罚案件数·作出决定（{DECIDED}）"
    assert lines[1:4] == ["  出处：reports/a.txt", "  状态：写明。报告写明了数字。", "  格中：743件"]
    assert lines[4].startswith("  m1  743件  位置 ")
    assert lines[5].strip() == "全市作出行政处罚决定【743件】，其中，东城区200件"
    _, out, _ = fazhi("table", "reports", "--why", "甲市卫生健康委员会 2021年 行政处罚案件数")
    assert "状态：未提到" in out
    assert "【743件】" in out
    for why, code in (("甲市", "E158"), ("甲市 2021 处罚", "E159"), ("丙市 2021 penalty.cases", "E511")):
        status, out, err = fazhi("table", "reports", "--why", why)
        assert (status, out) == (1 if code == "E511" else 2, "")
        assert code in err
