"""A sheet of one's own as a side of the comparison."""

import io
from decimal import Decimal

import openpyxl
import pytest

from fazhi_extract.compare.sheet import bodies_of
from fazhi_extract.errors import FazhiError
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.table.keys import Key

HEADS = "指标,数值,单位\n"
LIMIT = 1 << 24


def read(text, path="台账.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return bodies_of(data, path=path, encoding=None, limit=LIMIT, book=Rulebook.default())


def workbook(rows, formats=()):
    book = openpyxl.Workbook()
    book.active.title = "封面"
    sheet = book.create_sheet("数据")
    for row in rows:
        sheet.append(row)
    for cell, shown in formats:
        sheet[cell].number_format = shown
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def values(body):
    return {
        key.indicator: (reading.figure and reading.figure.value, reading.state)
        for key, reading in body.readings.items()
    }


def test_values_are_read_as_in_a_report():
    (body,) = read(
        HEADS
        + '行政检查次数,"12,800",户次\n罚款金额,20.5,万元\n行政复议案件数,无,件\n负责人出庭应诉率,65%,\n投诉举报件数,**,件\n'
    )
    assert values(body) == {
        "inspection.visits": (12800, "stated"),
        "penalty.fine_amount": (205000, "stated"),
        "review.reconsideration_cases": (0, "stated_none"),
        "review.appearance_rate": (65, "stated"),
        "dispute.report_cases": (None, "masked"),
    }


def test_codes_and_attributes_are_taken_as_they_stand():
    (body,) = read('indicator,value,unit\n"penalty.cases[stage=decided]",743,件\n')
    assert list(body.readings) == [Key("penalty.cases", (("stage", "decided"),))]


def test_blank_cells_are_not_reported():
    (body,) = read(HEADS + "行政检查次数,100,户次\n罚款金额,,万元\n投诉举报件数,—,件\n")
    assert list(values(body)) == ["inspection.visits"]


def test_money_without_a_unit_is_not_guessed():
    (body,) = read(HEADS + "行政检查次数,100,户次\n罚款金额,20.5,\n食堂,好吃,\n")
    assert list(values(body)) == ["inspection.visits"]
    assert [(figure.text, figure.place) for figure in body.unread] == [("20.5", "3"), ("好吃", "4")]


def test_a_name_that_is_no_indicator_is_kept_by_its_words():
    (body,) = read(HEADS + "食堂用餐人数,300,人\n")
    assert values(body) == {"食堂用餐人数": (300, "stated")}


def test_several_bodies_and_years_in_one_sheet():
    bodies = read(
        "发文机关,年度,指标,数值,单位\n无锡市环境保护局,2016,行政检查次数,9,户次\n无锡市司法局,2016,行政检查次数,8,户次\n"
    )
    assert [(body.name, body.key, body.year) for body in bodies] == [
        ("无锡市环境保护局", "320200/生态环境", 2016),
        ("无锡市司法局", "320200/司法", 2016),
    ]


def test_heads_below_a_title_and_a_year_for_a_head():
    (body,) = read("法治政府建设主要数据,,\n,,\n项目,计量单位,2021年\n行政检查次数,户次,100\n")
    assert (body.year, values(body)) == (2021, {"inspection.visits": (100, "stated")})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_that_excel_writes(encoding):
    (body,) = read((HEADS + "行政检查次数,100,户次\n罚款金额,20.5,万元\n").encode(encoding))
    assert len(body.readings) == 2


def test_the_long_table_of_metrics_is_a_sheet_too():
    text = "indicator,value,unit,role,headline\npenalty.cases,743,件,actual,true\npenalty.cases,31.27,%,change,false\npenalty.cases,9,件,actual,false\n"
    (body,) = read(text)
    assert values(body) == {"penalty.cases": (743, "stated")}


def test_workbooks():
    rows = [
        ["指标", "数值", "单位"],
        ["行政检查次数", 12800, "户次"],
        ["罚款金额", 341.203, "万元"],
        ["负责人出庭应诉率", 0.985, None],
    ]
    (body,) = read(workbook(rows, [("B4", "0.0%")]), "台账.xlsx")
    assert values(body) == {
        "inspection.visits": (12800, "stated"),
        "penalty.fine_amount": (3412030, "stated"),
        "review.appearance_rate": (Decimal("98.5"), "stated"),
    }


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        ("行政检查次数,100\n", "a.csv", "E521"),
        ("", "a.csv", "E521"),
        (workbook([["甲", "乙"]]), "a.xlsx", "E521"),
        (b"PK\x03\x04broken", "a.xlsx", "E523"),
        (b"\xff\xff\xff", "a.csv", "E205"),
    ],
)
def test_what_is_no_sheet(data, path, code):
    with pytest.raises(FazhiError) as caught:
        read(data, path)
    assert caught.value.code == code


def test_workbooks_need_a_reader(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FazhiError) as caught:
        read(b"PK\x03\x04", "a.xlsx")
    assert caught.value.code == "E522"
