"""Where an issuer lies, and which body it is under changed names."""

import csv
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_extract import extract
from fazhi_extract.describe.region import locate
from fazhi_extract.rulebook.regions import regions

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "issuers.toml").read_text(encoding="utf-8"))["case"]
RULES = files("fazhi_extract") / "rules"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"] + case.get("why", ""))
def test_located(case):
    found = locate(
        case["name"],
        year=case.get("year", 2021),
        title=case.get("title", ""),
        receivers=case.get("receivers", ()),
        text=case.get("text", ""),
    )
    place = found.region and "/".join(found.region[name] or "" for name in ("province", "city", "county"))
    assert (place, found.region and found.region["code"]) == (case.get("place"), case.get("code"))
    assert (found.level, found.type, found.key) == (case.get("level"), case.get("type"), case.get("key"))
    assert (len(found.ambiguous[1]) if found.ambiguous else 0) == case.get("ambiguous", 0)
    assert found.unknown == case.get("unknown")


@pytest.mark.parametrize(
    "names",
    [
        ("卫生局", "人口和计划生育委员会", "卫生和计划生育委员会", "卫生健康委员会", "卫生健康局", "卫健委"),
        ("工商行政管理局", "质量技术监督局", "食品药品监督管理局", "市场监督管理局"),
        ("国土资源局", "规划局", "自然资源和规划局", "自然资源局"),
        ("环境保护局", "生态环境局"),
        ("安全生产监督管理局", "应急管理局"),
        ("文化广电新闻出版局", "旅游局", "文化和旅游局", "文化广电旅游局"),
        ("城市管理局", "城市管理行政执法局", "综合行政执法局", "城市管理综合行政执法局"),
        ("农业委员会", "农业农村局"),
        ("人民政府法制办公室", "司法局", "司法局党组"),
    ],
    ids=lambda names: names[-1],
)
def test_one_key_for_a_body_under_changed_names(names):
    assert len({locate(f"无锡市{name}").key for name in names}) == 1


def test_different_bodies_keep_different_keys():
    names = ("卫生健康委员会", "医疗保障局", "水利局", "司法局", "人民政府", "人民政府办公室", "城市管理局", "教育局")
    assert len({locate(f"无锡市{name}").key for name in names}) == len(names)


def test_where_the_places_stand_is_told():
    report = extract("江苏省 无锡市教育局\n2021年度法治政府建设年度报告\n\n一、主要做法\n我局依法履职。\n")
    issuer, region = (report.metadata.spans[name] for name in ("issuer", "region"))
    assert report.source.text is not None
    assert issuer[0] <= region[0] <= region[1] <= issuer[1]
    assert "".join(report.source.text[slice(*region)].split()) == "江苏省无锡市"


@pytest.mark.parametrize(
    ("issuer", "code"), [("鼓楼区司法局", "N141"), ("砚溪县司法局", "N142"), ("无锡市司法局", None)]
)
def test_what_is_open_is_noted(issuer, code):
    report = extract(f"{issuer}2021年度法治政府建设年度报告\n\n一、主要做法\n我局依法履职。\n")
    notes = {note.code: note for note in report.notes}
    assert (report.metadata.region is None) == (code is not None)
    assert {found for found in notes if found.startswith("N14")} == ({code} if code else set())
    if code == "N141":
        assert "福建省福州市鼓楼区" in notes[code].message
        assert report.source.text is not None
        assert report.source.text[slice(*notes[code].span)] == issuer


@given(st.text(alphabet="无锡市鼓楼区砚溪县省州盟旗街道镇乡人民政府开发新委局办公室某X*\n0", max_size=24))
def test_every_name_has_an_answer(name):
    found = locate(name, year=2021, title=name, receivers=[name], text=name)
    assert (found.region is None) or found.region["code"]
    if found.span:
        assert 0 <= found.span[0] < found.span[1] <= len(name)


def rows(name):
    lines = (RULES / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines[1:]))


def test_the_table_of_divisions_holds_together():
    table = rows("regions.csv")
    codes = {row["code"] for row in table}
    in_force = {row["code"]: row["name"] for row in table if not row["last"]}
    assert len(in_force) == sum(not row["last"] for row in table) > 3200
    for row in table:
        assert len(row["code"]) == 6
        assert row["code"].isdecimal()
        assert row["code"][:2] + "0000" in codes, row
        assert not (row["first"] and row["last"]) or row["first"] <= row["last"], row
        assert row["now"] in ("", "-") or (row["now"] in in_force and row["now"] != row["code"] and row["last"]), row
    years = {
        (row["code"], year) for row in table for year in range(int(row["first"] or 2007), int(row["last"] or 2026) + 1)
    }
    assert len(years) == sum(int(r["last"] or 2026) + 1 - int(r["first"] or 2007) for r in table)  # one name at a time


def test_the_table_of_bodies_holds_together():
    table = rows("bodies.csv")
    former = {row["name"] for row in table}
    assert len(former) == len(table)
    assert not former & {row["key"] for row in table}  # what a body became is not renamed again
    assert all(not row["year"] or 2000 <= int(row["year"]) <= 2025 for row in table)


def test_places_of_the_year_come_first():
    table = regions()
    assert [place.code for place in table.named("襄樊市", 2020)] == ["420600"]  # long gone, and still known
    assert [place.code for place in table.named("三元区", 2019)] == ["350403"]
    assert [place.code for place in table.named("三元区", 2023)] == ["350404"]
    assert table.named("砚溪县", 2020) == []
