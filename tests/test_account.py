"""The closed account: every numeral is a metric, a date, a citation, a marker, metadata, or turned down."""

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_extract import extract
from fazhi_extract.find.numerals import numerals
from fazhi_extract.text import SourceText, without_surrogates
from keys import read

ROOT = Path(__file__).resolve().parent.parent
EXAM = ROOT.parent / "shared" / "exam" / "reports"
REPORTS = sorted([*(ROOT / "samples").glob("*.txt"), *EXAM.glob("*.txt")])
DIGITS = re.compile(r"[0-9０-９]+|[*＊]+")


def unaccounted(text: str) -> list[str]:
    """Numerals of a text, by the finder and by their digits, that its report does not account for."""
    report = extract(text)
    text = report.source.text
    spans = [m.span for m in (*report.metrics, *report.dates, *report.citations, *report.turned_down)]
    for section in report.sections:
        spans.append((section.span[0], section.span[0] + len(section.marker or "")))
    for place in dict(report.metadata.spans).values():
        spans += place if place and isinstance(place[0], tuple) else [place]
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    source = SourceText.from_raw(text)
    places = [source.span(n.start, n.end) for n in numerals(source.flow)]
    places += [m.span() for m in DIGITS.finditer(text)]
    return [f"{text[s:e]!r} at {s}" for s, e in places if not any(covered[s:e])]


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_every_numeral_of_a_report_is_accounted_for(path: Path):
    assert unaccounted(read(path)) == []


WORDS = st.sampled_from(
    [
        "一",
        "二",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "两",
        "零",
        "〇",
        "3",
        "15",
        "2021",
        "2,460",
        "3.8",
        "**",
        "***",
        "XX",
        "%",
        "‰",
        "元",
        "万元",
        "件",
        "起",
        "次",
        "人次",
        "家",
        "年",
        "月",
        "日",
        "个",
        "第",
        "余",
        "多",
        "近",
        "超",
        "约",
        "成",
        "倍",
        "、",
        "，",
        "。",
        "；",
        "：",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "\n",
        "同比增长",
        "下降",
        "其中",
        "分别为",
        "从",
        "提升至",
        "未发生",
        "行政复议",
        "案件",
        "处罚",
        "罚款",
        "共",
        "累计",
        "全面",
        "依法",
        "一是",
        "二是",
        "（一）",
        "一、",
        "1.",
        "法治",
        "三项制度",
        "12345",
        "热线",
        "〔2021〕8号",
        "截至",
        "以上",
        "不少于",
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "百分之三项制度",
        "三分之一项制度〔2021〕8号",
        "三“分之一”件",
        "分百分百分百",
        ",、:",  # marks alone are no addressees
    ],
)
def test_what_the_fuzzer_found_is_accounted_for(text: str):
    assert unaccounted(text) == []


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_every_numeral_of_a_text_of_report_words_is_accounted_for(text: str):
    assert unaccounted(text) == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_a_report_that_round_trips(text: str):
    report = extract(text)
    assert report.source.text == without_surrogates(text)[0]
    assert type(report).model_validate_json(report.model_dump_json()) == report


HEAD = "2024-01-20 17:01  |  某市水务局\n索引号: 4300000001/2024-00628\n\n某市司法局2023年法治政府建设情况报告\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # list markers, wherever they stand
        ("（一）加强领导。开会。（二）规范执法。办案。", [("二", "marker")]),
        ("主要安排：\n1.加强领导。2.强化宣传。3.规范执法", [("2", "marker"), ("3", "marker")]),
        (
            "一、做法\n开展检查。\n附件：1.2023年度统计表\n2.2023年度清单\n",
            [("1", "marker"), ("2", "marker")],
        ),
        ("依照第（三）项、（二）项办理。", [("三", "name"), ("二", "name")]),
        ("推进一、二、三产业融合。", [("一", "idiom"), ("二", "name"), ("三", "name")]),
        ("投诉：44、举报：12、其他：3，均办结。", []),
        # what stands above the title is no part of it
        (HEAD + "一、做法\n开展检查。", [("17:01", "page"), ("4300000001", "page"), ("2024-00628", "page")]),
        # each place once
        ("落实“三高三宜”要求。", [("三高三宜", "slogan")]),
        ("全年审理案件31宗，无一败诉。", []),
    ],
)
def test_the_reason_and_the_place_of_what_is_turned_down(text: str, wanted: list[tuple[str, str]]):
    assert [(d.text, d.reason) for d in extract(text).turned_down] == wanted


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_nothing_is_turned_down_twice(path: Path):
    entries = [d for d in extract(read(path)).turned_down if d.reason != "page"]
    assert all(a.span[1] <= b.span[0] for a, b in itertools.pairwise(entries))
