"""Head and tail of a report, as agencies lay them out (党政机关公文格式 GB/T 9704-2012, and web pages)."""

import tomllib
from pathlib import Path

import pytest

from fazhi_extract import extract
from fazhi_extract.describe.topics import topic

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "heads.toml").read_text(encoding="utf-8"))["case"]
TEXT = "全局持续推进依法行政，规范权力运行，各项工作按照计划稳步开展，成效逐步显现。"
BODY = f"按照要求，现将有关情况报告如下：\n一、主要做法\n{TEXT}\n二、存在的问题\n{TEXT}\n"
FIELDS = (
    ("title", "issuer", "addressees", "document_number", "reporting_year", "signed_on", "published_on", "printed_on", "published_by", "cc", "disclosure")
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_metadata(case):
    text = case["text"].removeprefix("\n").replace("BODY", BODY)
    if case.get("glued"):
        text = text.replace(TEXT, TEXT * 25).replace("\n", "")  # as long as a report, in one line
    report = extract(text).model_dump(mode="json")
    found = {field: report["metadata"][field] for field in FIELDS if report["metadata"][field]}
    assert found == {field: case[field] for field in FIELDS if field in case}
    for field, place in report["metadata"]["spans"].items():
        if place and isinstance(place[0], int):
            words = "".join(text[slice(*place)].split())
            value = report["metadata"][field]
            assert words == value or field.endswith(("_on", "year", "region"))
    assert [s["title"] for s in report["sections"]] == (
        ["主要做法", "存在的问题"] if not case.get("glued") else [s["title"] for s in report["sections"]]
    )
    assert [s["marker"] for s in report["sections"]] == ["一、", "二、"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("主要做法和成效", "achievements"),
        ("严格规范公正文明执法", "enforcement"),
        ("主要做法：严格规范公正文明执法", "enforcement"),
        ("加强党对法治建设的领导", "leadership"),
        ("加强领导，落实责任", "leadership"),
        ("强化疫情应对", "emergency"),
        ("2022年推进法治政府建设总体情况", "achievements"),
        ("行政执法总体情况", "enforcement"),
        ("2022年工作总结", "achievements"),
        ("加大法制宣传力度", "publicity"),
        ("深入开展法制教育", "publicity"),
        ("加强法制审核", "enforcement"),
        ("天气", None),
    ],
)
def test_topic(title: str, wanted: str | None):
    assert topic(title) == wanted


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        (["一、2022年工作重点", "二、2023年主要任务"], [None, "plan"]),
        (["一、工作情况", "二、2023年工作举措"], ["achievements", "plan"]),
        (["一、工作情况", "二、下一年度的主要安排"], ["achievements", "plan"]),
        (["一、存在问题", "二、改进措施"], ["problems", "plan"]),
        (["一、改进措施", "二、存在问题"], [None, "problems"]),
        (["一、主要安排和成效", "二、工作展望"], ["achievements", "plan"]),
    ],
)
def test_headings_of_plans_are_about_plans_whatever_their_words(titles: list[str], wanted: list[str | None]):
    text = "\n".join(f"{title}\n开展培训。" for title in titles)
    report = extract(f"某市某局2022年法治政府建设年度报告\n{text}\n")
    assert [s.topic for s in report.sections] == wanted


def test_a_list_tells_where_an_issuer_lies():
    from fazhi_extract.pipeline import extract_document
    from fazhi_extract.read import from_text

    text = f"市卫生健康委员会2018年度法治政府建设工作报告\n{BODY}"
    alone = extract_document(from_text(text)).metadata
    listed = extract_document(from_text(text), given={"region": "江苏省无锡市"}).metadata
    named = extract_document(from_text(text), given={"issuer": "无锡市卫生和计划生育委员会"}).metadata
    assert (alone.issuer, alone.region) == ("市卫生健康委员会", None)
    for found in (listed, named):
        assert (found.region.code, found.issuer_key) == ("320200", "320200/卫生健康")
    assert "region" not in named.spans
