"""Rows of the panel: whose, where, and the same issuer under changed names."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from fazhi_extract.table.issuers import issuer_ids, key_of_id
from made_reports import report_text


def put(name, **said):
    Path("reports", name).write_text(report_text(**said), encoding="utf-8")


def panel(fazhi, *options):
    status, out, err = fazhi("table", "reports", "--panel", *options)
    assert (status, err) == (0, "")
    return list(csv.DictReader(io.StringIO(out)))


@pytest.fixture
def reports(folder):
    for path in Path("reports").iterdir():
        path.unlink()


@pytest.mark.usefixtures("reports")
def test_a_body_that_was_renamed_is_one_issuer(fazhi):
    put("1.txt", issuer="无锡市生态环境局", year=2021)
    put("2.txt", issuer="无锡市环境保护局", year=2017)
    put("3.txt", issuer="无锡市环境保护局", year=2018)
    rows = panel(fazhi)
    assert [(row["reporting_year"], row["issuer"], row["issuer_id"], row["path"]) for row in rows] == [
        ("2017", "无锡市环境保护局", "320200/生态环境", "reports/2.txt"),
        ("2018", "无锡市环境保护局", "320200/生态环境", "reports/3.txt"),
        ("2019", "无锡市环境保护局", "320200/生态环境", ""),
        ("2020", "无锡市环境保护局", "320200/生态环境", ""),
        ("2021", "无锡市生态环境局", "320200/生态环境", "reports/1.txt"),
    ]
    assert {row["city"] for row in rows} == {"无锡市"}  # also where there is no report


@pytest.mark.usefixtures("reports")
def test_two_bodies_of_one_year_that_were_merged_later_stay_two(fazhi):
    put("1.txt", issuer="无锡市工商行政管理局", year=2012)
    put("2.txt", issuer="无锡市质量技术监督局", year=2012)
    put("3.txt", issuer="无锡市市场监督管理局", year=2021)
    key = "320200/市场监督管理"
    assert [(row["reporting_year"], row["issuer_id"]) for row in panel(fazhi)] == [
        ("2012", f"{key}/无锡市工商行政管理局"),
        ("2012", f"{key}/无锡市质量技术监督局"),
        ("2021", f"{key}/无锡市市场监督管理局"),
    ]
    _, out, _ = fazhi("table", "reports", "--table", "reports")
    assert [row["issuer_key"] for row in csv.DictReader(io.StringIO(out))] == [key] * 3


@pytest.mark.usefixtures("reports")
def test_where_the_issuer_lies_and_what_it_is(fazhi):
    put("1.txt", issuer="江苏省无锡市滨湖区司法局")
    put("2.txt", issuer="甲市司法局")
    names = ("province", "city", "county", "region_code", "issuer_level", "issuer_type")
    near = ["江苏省", "无锡市", "滨湖区", "320211", "county", "department"]
    far = ["", "", "", "", "", "department"]
    _, out, _ = fazhi("table", "reports", "--table", "reports")
    for rows in (panel(fazhi), list(csv.DictReader(io.StringIO(out)))):
        assert [[row[name] for name in names] for row in rows] == [near, far]
    assert [row["issuer_id"] for row in panel(fazhi)] == ["320211/司法", "甲市/司法"]
    heads = ("省", "市", "县", "区划代码", "机关级别", "机关类型")
    assert [panel(fazhi, "--names", "zh")[0][head] for head in heads] == [*near[:4], "县级", "部门"]
    fazhi("table", "reports", "-o", "a.xlsx")
    sheet = openpyxl.load_workbook("a.xlsx")["汇总"]
    assert [cell.value for cell in sheet[1]][:9] == ["发文机关", "年度", *heads, "机关编号"]


@pytest.mark.usefixtures("reports")
def test_two_places_of_one_name_are_two_issuers(fazhi):
    put("1.txt", issuer="鼓楼区司法局", body="按照南京市鼓楼区的部署，作出行政处罚决定3件。")
    put("2.txt", issuer="鼓楼区司法局", body="按照徐州市鼓楼区的部署，作出行政处罚决定4件。")
    assert [(row["city"], row["path"]) for row in panel(fazhi)] == [
        ("南京市", "reports/1.txt"),
        ("徐州市", "reports/2.txt"),
    ]


def test_ids():
    bodies = [
        ("k", "甲", 2012),
        ("k", "乙", 2020),
        (None, "丙", 2012),
        (None, None, None),
        ("l", "丁", None),
        ("l", "戊", None),
    ]
    ids = issuer_ids(bodies)
    assert ids == ["k", "k", "丙", None, "l", "l"]
    assert issuer_ids([*bodies, ("k", "己", 2012)])[:3] == ["k/甲", "k/乙", "丙"]
    assert issuer_ids([("k", "甲", 2012), ("k", "甲", 2012)]) == ["k", "k"]
    for (key, name, _), one in zip(bodies, ids, strict=True):
        assert key_of_id(one or "", name or "") == key
    assert key_of_id("k/甲", "甲") == "k"
