"""Tables of any shape: what their heads mean, whose their rows are, and what cannot be told."""

import io
import json
from decimal import Decimal

import openpyxl
import pytest

from fazhi_extract import extract
from fazhi_extract.errors import FazhiError
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.table.keys import Key
from fazhi_extract.verify.mapping import Mapping, read_mapping
from fazhi_extract.verify.names import Names, part_unit
from fazhi_extract.verify.numbers import is_blank, read_numbers, rounds, same, scaled, slipped
from fazhi_extract.verify.referee import Referee
from fazhi_extract.verify.reports import body_of
from fazhi_extract.verify.tables import read_grids

BOOK = Rulebook.default()
A = """砚溪县司法局2021年度法治政府建设年度报告

一、主要做法
全县实施行政检查16672户次，办理行政处罚案件743件，其中青坪镇58件。罚款341.203万元，没收违法所得12万元。
行政复议案件办结率92.86%。受理投诉举报近300件。行政应诉案件**件。未发生行政赔偿案件。
二、下步打算
力争开展普法宣传活动120场次。
"""
B = A.replace("2021", "2020").replace("743件", "688件").replace("16672", "12769")


@pytest.fixture(scope="module")
def bodies():
    return [body_of(extract(text, name=name)) for text, name in ((A, "reports/a_2021.txt"), (B, "reports/b_2020.txt"))]


def verify(bodies, data, path="表.csv", mapping=None, sheet=None):
    referee = Referee(BOOK, bodies, mapping or Mapping())
    raw = data if isinstance(data, bytes) else data.encode()
    grids = read_grids(raw, path=path, encoding=None, limit=1 << 20, sheet=sheet)
    return list(referee.findings(grids)), referee


def told(findings):
    return [(f.claim.head, f.claim.words, f.verdict) for f in findings]


WIDE = "发文机关,年度,行政处罚案件数(件),罚款金额（万元）,行政检查\n砚溪县司法局,2021,743,341.203,16672\n砚溪县司法局,2020年,688,340,12769\n"


def test_a_wide_table(bodies):
    findings, referee = verify(bodies, WIDE)
    assert [f.verdict for f in findings] == ["confirmed"] * 4 + ["rounded", "confirmed"]
    assert [f.body.path for f in findings] == ["reports/a_2021.txt"] * 3 + ["reports/b_2020.txt"] * 3
    assert findings[0].claim.row == 2
    assert findings[0].figures[0].quote == "全县实施行政检查16672户次，办理行政处罚案件【743件】，其中青坪镇58件"
    assert referee.unmatched == {}


LONG = "文件,指标,数值,单位\na_2021.txt,行政处罚案件数,743,宗\na_2021,行政处罚案件数,58,件\n/home/x/a_2021.txt,罚款金额,341.203,元\n"


def test_a_long_table_and_file_names(bodies):
    findings, _ = verify(bodies, LONG)
    assert told(findings) == [
        ("行政处罚案件数", "743", "confirmed"),
        ("行政处罚案件数", "58", "part"),
        ("罚款金额", "341.203", "unit_slip"),
    ]
    assert findings[1].figures[0].scope == "青坪镇"
    assert findings[2].factor == 10000


JSONS = {
    "records, wide": [{"file": "a_2021.txt", "行政处罚案件数": 743, "罚款金额（元）": 3412030}],
    "records, long": [
        {"file": "a_2021.txt", "indicator": "penalty.cases", "value": 743},
        {"file": "a_2021.txt", "indicator": "penalty.fine_amount", "value": 3412030, "unit": "元"},
    ],
    "under a key": {"data": [{"file": "a_2021.txt", "penalty_cases": 743, "penalty.fine_amount": "341.203万元"}]},
    "by file": {"a_2021.txt": {"行政处罚案件数": "743件", "罚款金额": "341.203万元"}},
    "by issuer and parts": {
        "issuer": "砚溪县司法局",
        "year": 2021,
        "indicators": {"行政处罚案件数": {"value": 743, "unit": "件"}, "罚款金额": {"value": 341.203, "unit": "万元"}},
    },
    "a list inside": {
        "file": "a_2021.txt",
        "metrics": [
            {"name": "行政处罚案件数", "value": 743, "unit": "件"},
            {"name": "罚款金额", "value": 341.203, "unit": "万元"},
        ],
    },
}


@pytest.mark.parametrize("name", JSONS)
def test_shapes_of_json(bodies, name):
    findings, _ = verify(bodies, json.dumps(JSONS[name], ensure_ascii=False), path="a.json")
    assert [(f.verdict, f.claim.meaning.keys[0].indicator) for f in findings] == [
        ("confirmed", "penalty.cases"),
        ("confirmed", "penalty.fine_amount"),
    ]


def test_json_lines_and_what_a_model_puts_around_json(bodies):
    lines = '{"file": "a_2021.txt", "penalty.cases": 743}\n{"file": "b_2020.txt", "penalty.cases": 743}\n'
    findings, _ = verify(bodies, lines, path="a.jsonl")
    assert [f.verdict for f in findings] == ["confirmed", "other_year"]
    assert findings[1].other.path == "reports/a_2021.txt"
    fenced = '好的，结果如下：\n```json\n[{"file": "a_2021.txt", "penalty.cases": 743.0}]\n```\n'
    findings, _ = verify(bodies, fenced, path="a.json")
    assert [f.verdict for f in findings] == ["confirmed"]
    with pytest.raises(FazhiError, match="E196"):
        verify(bodies, '{"a": ', path="a.json")


def test_a_workbook(bodies):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "处罚"
    sheet.append(["2021年统计表（单位：万元）"])
    sheet.append(["填报单位", "年度", "行政处罚", None, "复议"])
    sheet.append([None, None, "案件数（件）", "罚款金额", "办结率"])
    sheet.append(["砚溪县司法局", 2021, 743, 341.203, 0.9286])
    sheet["E4"].number_format = "0.00%"
    other = book.create_sheet("说明")
    other.append(["本表由某处填报"])
    data = io.BytesIO()
    book.save(data)
    findings, _ = verify(bodies, data.getvalue(), path="表.xlsx")
    assert [(f.claim.head, f.claim.words, f.verdict) for f in findings] == [
        ("行政处罚案件数（件）", "743", "confirmed"),
        ("行政处罚罚款金额", "341.203", "confirmed"),
        ("复议办结率", "92.86%", "confirmed"),
    ]
    assert (findings[0].claim.row, findings[0].claim.column) == (4, 3)
    with pytest.raises(FazhiError, match="E199"):
        verify(bodies, data.getvalue(), path="表.xlsx", sheet="没有")


def test_what_a_cell_says_of_its_own_numbers(bodies):
    findings, _ = verify(
        bodies,
        "文件,行政处罚案件数,普法宣传活动场次\na_2021.txt,743件；58件（青坪镇）；58件（云渡镇）,120场次（目标）\n",
    )
    assert [(f.claim.words, f.verdict) for f in findings] == [
        ("743件", "confirmed"),
        ("58件（青坪镇）", "confirmed"),
        ("58件（云渡镇）", "part"),
        ("120场次（目标）", "confirmed"),
    ]


def test_years_as_columns_and_bodies_as_columns(bodies):
    findings, _ = verify(bodies, "指标,单位,2020年,2021年\n行政处罚案件数,件,688,743\n行政检查,户次,16672,12769\n")
    assert [f.verdict for f in findings] == ["confirmed", "confirmed", "other_year", "other_year"]
    findings, _ = verify(bodies, "指标,a_2021.txt,b_2020.txt\n行政处罚案件数,743,743\n")
    assert [f.verdict for f in findings] == ["confirmed", "other_year"]


def test_what_cannot_be_matched_is_said(bodies):
    table = "发文机关,年度,行政处罚案件数,幸福指数,备注\n砚溪县司法局,2021,743,743,好\n砚溪县司法局,2019,1,2,\n青坪市司法局,2021,1,2,\n"
    findings, referee = verify(bodies, table)
    assert [f.verdict for f in findings] == ["confirmed", "unmapped"] + ["unmatched"] * 4
    assert findings[1].note == "stands"
    assert {row: why for (_, row), (_, why) in referee.unmatched.items()} == {3: "no-year", 4: "no-report"}
    layout = referee.layouts[0][1]
    assert ([column.head for column in layout.unknown], layout.passed) == (["幸福指数"], ["备注"])


def test_a_row_that_fits_several_reports_is_not_guessed(bodies):
    findings, referee = verify(bodies, "发文机关,行政处罚案件数\n砚溪县司法局,743\n")
    assert [f.verdict for f in findings] == ["unmatched"]
    assert [why for _, why in referee.unmatched.values()] == ["several"]
    findings, _ = verify(bodies, "行政处罚案件数,行政检查\n743,1\n")
    assert [(f.verdict, f.note) for f in findings] == [("unmatched", "nameless")] * 2
    findings, _ = verify(bodies[:1], "行政处罚案件数,行政检查\n743,16672\n")
    assert [f.verdict for f in findings] == ["confirmed", "confirmed"]


def test_a_mapping(bodies, tmp_path):
    table = "单位,案子,钱,没用\n砚溪县司法局 2021,743,341.203,5\n"
    for name, text in (
        ("m.csv", "表头,含义,单位\n单位,发文机关,\n案子,penalty.cases,\n钱,罚款金额,万元\n没用,-,\n"),
        (
            "m.toml",
            '"单位" = "发文机关"\n"案子" = "penalty.cases"\n"钱" = { "含义" = "罚款金额", "单位" = "万元" }\n"没用" = "-"\n',
        ),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        mapping = read_mapping(str(tmp_path / name), BOOK)
        findings, _ = verify(bodies[:1], table, mapping=mapping)
        assert told(findings) == [("案子", "743", "confirmed"), ("钱", "341.203", "confirmed")]
    for text, code, line in (
        ("表头,含义\n案子,penalty.case\n", "E197", 2),
        ("列名,意思\n案子,penalty.cases\n", "E198", 1),
        ("表头,含义,单位\n钱,罚款金额,哈\n", "E197", 2),
    ):
        (tmp_path / "m.csv").write_text(text, encoding="utf-8")
        with pytest.raises(FazhiError, match=code) as caught:
            read_mapping(str(tmp_path / "m.csv"), BOOK)
        assert caught.value.params["line"] == line


@pytest.mark.parametrize(
    ("head", "code", "unit", "role"),
    [
        ("penalty.cases[stage=decided]", "penalty.cases[stage=decided]", None, "actual"),
        ("penalty_cases_decided", "penalty.cases[stage=decided]", None, "actual"),
        ("administrative penalty cases", None, None, None),
        ("行政处罚案件数·作出决定", "penalty.cases[stage=decided]", None, "actual"),
        ("行政处罚案件数(件)", "penalty.cases", "件", "actual"),
        ("2021年行政处罚案件数（宗）", "penalty.cases", "宗", "actual"),
        ("罚没款合计/万元", "penalty.total_amount", "万元", "actual"),
        ("罚款金额亿元", "penalty.fine_amount", "亿元", "actual"),
        ("制定规范性文件", "rulemaking.normative_docs[stage=issued]", None, "actual"),
        ("行政处罚案件数同比增长（%）", "penalty.cases", "%", "change"),
        ("上年行政处罚案件数", "penalty.cases", None, "prior"),
        ("备注", None, None, None),
        ("2021", None, None, None),
    ],
)
def test_heads(head, code, unit, role):
    meaning = Names(BOOK).meaning(head)
    if head == "administrative penalty cases":  # as the rules call it
        english = BOOK.indicators["penalty.cases"].en
        assert Names(BOOK).meaning(english.upper().replace(" ", "_")).keys == (Key("penalty.cases"),)
        return
    if code is None:
        assert meaning is None
    else:
        assert ([key.code for key in meaning.keys], meaning.unit, meaning.role) == ([code], unit, role)


def test_units_in_heads():
    assert part_unit("罚款（单位：万元）") == ("罚款", "万元")
    assert part_unit("案件（含上年）") == ("案件（含上年）", None)


@pytest.mark.parametrize(
    ("words", "unit", "value", "kind"),
    [
        ("743", "件", 743, "count"), ("1,326", "件", 1326, "count"), ("１９８４", "件", 1984, "count"), ("1987", "件", 1987, "count"),
        ("2021", None, 2021, None), ("341.203", "万元", 3412030, "money"), ("3412030元", "万元", 3412030, "money"), ("2.3", "万人次", 23000, "count"),
        ("92.86%", None, "92.86", "rate"), ("92.86", "%", "92.86", "rate"), ("0.9286", None, "0.9286", None), ("1.5e4", None, 15000, None),
        ("近300", "件", 300, "count"), ("≥300", "件", 300, "count"), ("无", "件", 0, None), ("四千余万元", None, 40000000, "money"),
    ],
)  # fmt: skip
def test_numbers_of_cells(words, unit, value, kind):
    (number,) = read_numbers(words, unit)
    assert (number.value, number.kind) == (Decimal(value), kind)


def test_blanks_and_masks():
    assert all(map(is_blank, ("", "—", "/", "N/A", "null", "未提及", "不详")))
    assert not any(map(is_blank, ("0", "无", "**件")))
    assert read_numbers("**件", None)[0].masked
    assert [n.words for n in read_numbers("34批次180人次", None)] == ["34批次", "180人次"]
    assert read_numbers("较多", None) == []


def test_numbers_beside_each_other():
    (figure,) = (m for m in body_of(extract(A)).figures if m.text == "341.203万元")

    def number(words, unit=None):
        return read_numbers(words, unit)[0]

    assert same(number("341.203", "万元"), figure)
    assert same(number("3412030", "元"), figure)
    assert same(number("3412030"), figure)
    assert not same(number("341.203"), figure)
    assert scaled(number("341.203"), figure) == 10000
    assert scaled(number("341.203", "元"), figure) is None
    assert slipped(number("341.203", "元"), figure) == 10000
    assert slipped(number("3412030", "万元"), figure) == Decimal("0.0001")
    assert rounds(number("341.2", "万元"), figure)
    assert rounds(number("341", "万元"), figure)
    assert not rounds(number("342", "万元"), figure)
    assert not rounds(number("341.203", "万元"), figure)
