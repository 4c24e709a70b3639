"""Tables inside reports, through text, web pages and Word files: each cell's figure is that of data/tables.toml."""

import tomllib
from decimal import Decimal
from html import escape
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fazhi_extract import extract, extract_file
from fazhi_extract.model import Report
from read.word import docx, paragraph
from test_account import unaccounted

CASES = tomllib.loads((Path(__file__).parent / "data" / "tables.toml").read_text(encoding="utf-8"))["table"]
ROLES = ("prior", "target", "change")
GRID = list[list[str]]


def grid_of(case: dict) -> GRID:
    return [[cell.strip() for cell in row.split("|")] for row in case["rows"]]


def text_of(case: dict) -> str:
    rows = [[("" if cell in "<^" else cell) for cell in row] for row in grid_of(case)]
    return "\n".join([*case["before"], *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def spans_at(grid: GRID, r: int, c: int) -> tuple[int, int]:
    wide = high = 1
    while c + wide < len(grid[r]) and grid[r][c + wide] == "<":
        wide += 1
    while r + high < len(grid) and c < len(grid[r + high]) and grid[r + high][c] == "^":
        high += 1
    return wide, high


def html_of(case: dict) -> bytes:
    grid, rows = grid_of(case), []
    for r, row in enumerate(grid):
        cells = []
        for c, cell in enumerate(row):
            if cell not in ("<", "^"):
                wide, high = spans_at(grid, r, c)
                cells.append(f'<td colspan="{wide}" rowspan="{high}">{escape(cell)}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    above = "".join(f"<p>{escape(line)}</p>" for line in case["before"])
    page = f"<html><head><meta charset='utf-8'></head><body>{above}<table>{''.join(rows)}</table></body></html>"
    return page.encode()


def docx_of(case: dict) -> bytes:
    grid, rows = grid_of(case), []
    for r, row in enumerate(grid):
        cells = []
        for c, cell in enumerate(row):
            if cell == "<":
                continue
            wide, high = spans_at(grid, r, c)
            properties = f'<w:gridSpan w:val="{wide}"/>'
            if cell == "^":
                properties += "<w:vMerge/>"
            elif high > 1:
                properties += '<w:vMerge w:val="restart"/>'
            words = "" if cell == "^" else escape(cell)
            cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return docx("".join(map(paragraph, case["before"])) + f"<w:tbl>{''.join(rows)}</w:tbl>")


def read(case: dict, how: str, tmp_path: Path) -> Report:
    if how == "text":
        return extract(text_of(case))
    path = tmp_path / f"report.{how}"
    path.write_bytes(html_of(case) if how == "html" else docx_of(case))
    return extract_file(path)


def expected(case: dict) -> list[dict]:
    figures = []
    for line in case["expect"].strip().splitlines():
        cell, value, unit, indicator, *rest = line.split()
        figure = {
            "cell": cell,
            "form": {"masked": "masked", "none": "stated_none"}.get(value, "number"),
            "value": {"masked": None, "none": Decimal(0)}.get(value, value if value.isalpha() else Decimal(value)),
            "unit": None if unit == "-" else unit,
            "indicator": None if indicator == "-" else indicator,
            "headline": "H" in rest,
            "role": next((r for r in rest if r in ROLES), "actual"),
            "scope": None, "scope_kind": None, "links": set(), "attributes": {}, "doubts": set(), "year": None,
        }  # fmt: skip
        for key, said in (token.split("=", 1) for token in rest if "=" in token):
            if key == "scope":
                words, figure["scope_kind"] = said.split(":")
                figure["scope"] = None if words == "-" else words
            elif key in ("whole", "changed", "later", "numerator", "denominator"):
                figure["links"].add((key, said))
            elif key == "doubt":
                figure["doubts"].add(said)
            elif key == "year":
                figure["year"] = said
            else:
                figure["attributes"][key] = said
        figures.append(figure)
    return figures


PAIRS = [(case, how) for case in CASES for how in case.get("formats", ("text", "html", "docx"))]


@pytest.mark.parametrize(("case", "how"), PAIRS, ids=[f"{case['name']}-{how}" for case, how in PAIRS])
def test_a_tables_figures_are_those_of_its_cells(case: dict, how: str, tmp_path: Path):
    report = read(case, how, tmp_path)
    grid, wanted = grid_of(case), expected(case)
    figures = list(report.metrics)
    assert [m.text for m in figures if m.text not in grid_text(grid)] == []
    cells = {m.id: want["cell"] for m, want in zip(figures, wanted, strict=True)}
    for metric, want in zip(figures, wanted, strict=True):
        r, c = map(int, want["cell"].split(","))
        assert metric.text in grid[r][c]
        got = {
            "cell": want["cell"],
            "form": metric.form,
            "value": None if metric.value is None else Decimal(str(metric.value)),
            "unit": metric.unit,
            "indicator": metric.indicator,
            "headline": metric.headline,
            "role": metric.role,
            "scope": metric.scope,
            "scope_kind": metric.scope_kind,
            "links": {(link.relation, cells[link.metric]) for link in metric.links},
            "attributes": dict(metric.attributes),
            "doubts": {"any"} if want["doubts"] == {"any"} else set(metric.doubts),
            "year": want["year"] and str(metric.period.start)[: len(want["year"])],
        }
        assert got == want
        assert report.source.text[slice(*metric.span)] == metric.text
        assert want["year"] is None or metric.period.stated


def grid_text(grid: GRID) -> str:
    return "\n".join(cell for row in grid for cell in row)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_numeral_of_a_table_is_accounted_for(case: dict):
    text = text_of(case)
    assert unaccounted(text) == []
    report = extract(text)
    start = text.index("|")
    turned = [f"{one.text} {one.reason}" for one in report.turned_down if one.span[0] >= start]
    assert [one for one in turned if one[0].isdigit()] == case.get("turned", [])
    assert [note.code for note in report.notes if note.code in ("N170", "N171")] == case.get("notes", [])


CELLS = st.sampled_from(
    ["", "-", "—", "/", "无", "0", "12", "1,200", "3.5", "-2.1", "▼10", "98.5%", "117件", "约20件", "**", "×", "12/15",
     "3-5", "1", "2", "2021", "2022年", "1-6月", "合计", "小计", "其中：罚款", "单位", "序号", "计量单位", "件", "万元",
     "县公安局", "甲县", "行政处罚（件）", "罚没金额（万元）", "同比增减（%）", "年度目标", "上年同期", "受理12件，办结11件",
     "《条例》", "“三项制度”", "12345热线", "一、行政许可", "（一）", "---", "十二", "第3次", "未发生行政复议案件"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from(["|", "｜", "│", "\t"]), st.booleans())
@example([["0", "序号"], ["0", ""], ["1-6月"]], "|", False)
def test_any_table_has_a_closed_account(rows: list[list[str]], bar: str, outer: bool):
    lines = [(bar if outer else "") + bar.join(row) + (bar if outer else "") for row in rows]
    assert unaccounted("某县2022年法治政府建设年度报告\n" + "\n".join(lines) + "\n全年受理行政复议案件3件。\n") == []


def test_a_web_pages_line_of_links_is_no_table():
    page = "首页 | 机构职能 | 政务公开 | 2023年1月5日\n来源：司法局 | 浏览：128\n"
    report = extract(page + "某县司法局2022年法治政府建设年度报告\n一、主要工作\n受理行政复议案件12件。\n")
    assert [m.text for m in report.metrics] == ["12件"]


def test_tabs_part_cells_as_bars_do():
    rows = ["项目\t数量\t单位", "受理行政复议案件\t35\t件", "行政检查\t1,280\t户次"]
    text = "某县司法局2022年法治政府建设年度报告\n一、主要数据\n" + "\n".join(rows) + "\n以上数据截至年底。\n"
    report = extract(text)
    told = [(m.text, m.value, m.unit, m.indicator) for m in report.metrics]
    assert told == [
        ("35", 35, "件", "review.reconsideration_cases"),
        ("1,280", 1280, "户次", "inspection.visits"),
    ]
    assert report.source.text == text


@pytest.mark.parametrize("rule", ["|---|:---:|", "├──┼──┤", "+----+----+"])
def test_a_rule_between_rows_is_no_row(rule: str):
    text = f"某县司法局2022年法治政府建设年度报告\n| 项目 | 件数 |\n{rule}\n| 受理行政复议案件 | 86 |\n| 审结行政复议案件 | 80 |\n"
    told = [(m.value, m.unit, m.attributes) for m in extract(text).metrics]
    assert told == [(86, "件", {"stage": "accepted"}), (80, "件", {"stage": "completed"})]


def test_prose_around_a_table_reads_as_without_it():
    prose = [
        "某县司法局2022年法治政府建设年度报告",
        "一、主要工作",
        "全年受理行政复议案件12件，审结11件。",
        "开展行政检查320次。",
    ]
    table = ["| 项目 | 件数 |", "| 行政许可 | 35 |", "| 行政处罚 | 6 |"]

    def told(lines: list[str]) -> list[tuple[object, ...]]:
        report = extract("\n".join(lines) + "\n")
        return [(m.text, m.value, m.label, m.indicator, m.attributes, m.role, m.headline) for m in report.metrics]

    alone, both = told(prose), told([*prose[:3], *table, prose[3]])
    assert alone == both[:2] + both[4:]
    assert [one[3] for one in both[2:4]] == ["service.permit_cases", "penalty.cases"]


@pytest.mark.parametrize(
    "piece", ["| 甲县 | 12 | 10 |\n", "| 合计 | 1 |\n", "|1", "甲\t1\n", "| 项目 | 件数 |\n| 处罚 | 2件 |\n完。\n"]
)
def test_time_grows_in_step_with_a_tables_length(piece: str):
    def seconds(times: int) -> float:
        text = "| 单位 | 处罚（件） | 上年 |\n" + piece * times
        best = 9.0
        for _ in range(2):
            start = process_time()
            extract(text)
            best = min(best, process_time() - start)
        return best

    seconds(20)
    assert seconds(320) < 16 * max(seconds(40), 0.01)  # eight times the text


def columns_of(case: dict, gap: str) -> str:
    """The table as a page of plain text has it: a column as wide as its longest cell, and a gap."""
    grid = grid_of(case)
    width = [max(len(row[c]) for row in grid) for c in range(len(grid[0]))] if len(gap) > 1 else [0] * len(grid[0])
    rows = [gap.join(cell.ljust(width[c]) for c, cell in enumerate(row)).rstrip() for row in grid]
    return "\n".join([*case["before"], *rows]) + "\n"


PLAIN = [
    case
    for case in CASES
    if "text" in case.get("formats", ("text",))
    and len(case["rows"]) > 2
    and all(cell and cell not in "<^" and "，" not in cell for row in grid_of(case) for cell in row)
    and len({len(row) for row in grid_of(case)}) == 1
]


@pytest.mark.parametrize("case", PLAIN, ids=[case["name"] for case in PLAIN])
def test_columns_that_blanks_keep_apart_are_a_table(case: dict):
    def figures(text: str) -> list[tuple]:
        return [
            (m.text, m.value, m.unit, m.indicator, m.role, m.scope, dict(m.attributes)) for m in extract(text).metrics
        ]

    assert figures(columns_of(case, "   ")) == figures(text_of(case)) != []
    assert figures(columns_of(case, "　　")) == figures(text_of(case))


def test_one_blank_is_enough_between_numbers_alone():
    head, rows = "地区 现场检查（家次） 立案（件）", ["青山县 1465 71", "白水县 1322 64", "合计 2787 135"]
    text = "\n".join(["某市水务局2023年法治政府建设年度报告", "一、执法", head, *rows, "二、培训", "举办培训3期。"])
    got = [(m.text, m.indicator, m.scope) for m in extract(text).metrics]
    assert got == [
        ("1465", "inspection.visits", "青山县"), ("71", "penalty.cases", "青山县"), ("1322", "inspection.visits", "白水县"),
        ("64", "penalty.cases", "白水县"), ("2787", "inspection.visits", None), ("135", "penalty.cases", None),
        ("3期", "publicity.training_sessions", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "全年检查  120  家，立案  12  件。\n全年处罚  120  家，移送  12  件。\n全年抽查  120  家，约谈  12  件。\n",
        "全年检查 120 家，立案 12 件，\n全年处罚 120 家，移送 12 件，\n全年抽查 120 家，约谈 12 家。\n",
    ],
)
def test_blanks_around_numbers_make_no_table(text: str):
    assert [m.value for m in extract("某局2023年法治政府建设年度报告\n一、执法\n" + text).metrics] == [120, 12] * 3


@pytest.mark.parametrize("end", ["\n", "\n注：数据截至年底。\n", "\n\n二是规范执法。举办培训3期。\n"])
@pytest.mark.parametrize("gap", ["\t", "    "])
def test_the_last_row_ends_the_table(gap: str, end: str):
    rows = [
        gap.join(row) for row in (("地区", "检查（家次）", "立案（件）"), ("青山县", "140", "7"), ("合计", "150", "8"))
    ]
    got = extract("某局2023年法治政府建设年度报告\n一、执法\n表1 执法情况\n" + "\n".join(rows) + end).metrics
    assert [(m.text, m.indicator) for m in got][:4] == [
        ("140", "inspection.visits"), ("7", "penalty.cases"), ("150", "inspection.visits"), ("8", "penalty.cases"),
    ]  # fmt: skip


def read_table(*lines: str) -> list[tuple]:
    report = extract("\n".join(["某市司法局2022年法治政府建设年度报告", "一、执法", *lines, ""]))
    return [(m.text, m.unit, m.indicator, m.scope) for m in report.metrics]


def test_heads_without_a_corner_and_heads_over_several_columns():
    assert read_table("         行政许可    行政处罚    行政检查", "一季度   120件       45件        300次", "二季度   130件       55件        310次") == [
        ("120件", "件", "service.permit_cases", None), ("45件", "件", "penalty.cases", None), ("300次", "次", "inspection.visits", None),
        ("130件", "件", "service.permit_cases", None), ("55件", "件", "penalty.cases", None), ("310次", "次", "inspection.visits", None),
    ]  # fmt: skip
    got = read_table(
        "            行政处罚            行政检查", "地区    件数    罚款（万元）    次数    户数",
        "青山县    45    12    678    600", "合    计    91    26    1357    1210",
    )  # fmt: skip
    assert [g[2] for g in got] == ["penalty.cases", "penalty.fine_amount", "inspection.visits", "inspection.units"] * 2
    assert [g[3] for g in got] == ["青山县"] * 4 + [None] * 4


def test_a_total_has_no_serial_number_and_a_blank_line_ends_no_table():
    got = read_table(
        "序号    单位    立案（件）    结案（件）",
        "1    青山大队    45    44",
        "",
        "2    白水大队    30    30",
        "合计        75    74",
    )
    assert [g[0] for g in got] == ["45", "44", "30", "30", "75", "74"]
    assert [g[3] for g in got][::2] == ["青山大队", "白水大队", None]


def test_units_below_the_heads_behind_a_tab():
    got = read_table(
        "领域\t立案数\t罚没款\t移送公安",
        "\t（件）\t（万元）\t（件）",
        "食品\t1126\t512.36\t21",
        "合计\t2278\t1247.90\t33",
    )
    assert got[:3] == [
        ("1126", "件", "penalty.cases", "食品"), ("512.36", "元", "penalty.total_amount", "食品"), ("21", "件", "penalty.transfer_cases", "食品"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("目  录", "一、主要做法  1", "二、存在问题  3", "三、下步打算  5"),
        ("章节  页码", "主要做法  1", "存在问题  9", "下步打算  12"),
        ("部门  地点  电话", "办公室  301  8812345", "法制科  302  8812346"),
        ("序号  姓名  执法证号", "1  张三  33010100123", "2  李四  33010100124"),
    ],
)
def test_columns_without_figures(lines: tuple[str, ...]):
    assert read_table(*lines) == []


def test_signatures_and_imprints_are_no_rows():
    text = "某市司法局2022年法治政府建设年度报告\n一、执法\n查处案件45件。\n某市司法局    某市公安局\n2023年    1月5日\n共印    20份\n"
    report = extract(text)
    assert str(report.metadata.signed_on) == "2023-01-05"
    assert [m.text for m in report.metrics] == ["45件"]
    rows = ("行政处罚  45件", "行政检查  678次", "行政许可  345件", "某市司法局  2023年1月5日")
    report = extract("\n".join(["某市司法局2022年法治政府建设年度报告", "全年主要工作数据：", *rows, ""]))
    assert str(report.metadata.signed_on) == "2023-01-05"
    assert [m.indicator for m in report.metrics] == ["penalty.cases", "inspection.visits", "service.permit_cases"]
