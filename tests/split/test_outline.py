"""The outline: headings, items and the end of the body, in every layout that reports come in."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_extract import extract
from fazhi_extract.outline import Outline
from fazhi_extract.split import outline
from fazhi_extract.text import SourceText

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "outlines.toml").read_text(encoding="utf-8"))["case"]
FILLER = "全局持续推进依法行政，规范权力运行，各项工作按照计划稳步开展，成效逐步显现。"
MARKERS = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "(二)",
    "1.",
    "2．",
    "3、",
    "（1）",
    "(2)",
    "1）",
    "①",
    "②",
    "第一部分",
    "第二章",
]
ITEMS = ["一是", "二是", "三是", "第一，", "第二，", "一方面", "另一方面"]
MARKS = ["。", "：", "；", "，", "“", "”", "《", "》", "\n", "\n", "\n\n", " ", "\u3000"]
WORDS = ["主要做法", "存在的问题", "下一步打算", "法治", FILLER]
ENDINGS = ["特此报告。", "附件：1.表", "某市水务局", "2024年1月5日", "抄送：市司法局。", "上一篇"]
PIECES = st.sampled_from([*MARKERS, *ITEMS, *MARKS, *WORDS, *ENDINGS])


def parts(text: str) -> tuple[SourceText, Outline]:
    source = SourceText.from_raw(text)
    return source, outline(source)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_outline(case):
    source, found = parts(case["text"].removeprefix("\n"))
    nodes = [[n.level, n.marker or "", n.title or ""] for n in found.nodes]
    assert nodes == case["nodes"]
    if "ends" in case:
        assert source.flow[: found.body_end].rstrip("\n").endswith(case["ends"])


def test_a_text_without_line_breaks_has_the_same_sections():
    """Markers alone part the sections where a web page has put a long report into one line."""
    lines = []
    for top, title in zip(
        "一二三四五六", ("强化领导", "规范决策", "严格执法", "化解矛盾", "普法宣传", "优化服务"), strict=True
    ):
        lines.append(f"{top}、{title}")
        lines += [f"（{sub}）抓好第{sub}项。{FILLER * 4}" for sub in "一二三"]
    separate, glued = parts("\n".join(lines))[1], parts("".join(lines))[1]
    assert len(separate.nodes) == 24
    assert [(n.id, n.level, n.marker, n.title) for n in glued.nodes] == [
        (n.id, n.level, n.marker, n.title) for n in separate.nodes
    ]


def test_a_lone_marker_behind_a_sentence_opens_nothing():
    text = f"一、主要做法{FILLER * 60}1.{FILLER}二、存在问题{FILLER * 10}"
    assert [n.marker for n in parts(text)[1].nodes] == ["一、", "二、"]


def test_a_page_number_in_a_title_is_no_part_of_it():
    text = "一、主要做法，\n\n- 3 -\n\n压实责任\n开会研究。\n"
    assert [n.title for n in parts(text)[1].nodes] == ["主要做法，压实责任"]


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=50).map("".join)))
def test_any_text_gives_a_valid_outline(text: str):
    source, found = parts(text)
    by_id = {n.id: n for n in found.nodes}
    assert len(by_id) == len(found.nodes)
    assert 0 <= found.body_end <= len(source.flow)
    seen: dict[str | None, int] = {}
    for before, node in zip([None, *found.nodes], found.nodes, strict=False):
        assert before is None or before.start <= node.start
        assert 0 <= node.start <= node.heading_end <= node.end <= found.body_end
        assert node.start >= seen.get(node.parent, 0), "siblings overlap"
        seen[node.parent] = node.end
        assert (node.kind == "item") == (node.title is None)
        if node.parent is None:
            assert node.id.startswith("s")
            assert node.level == 1 or node.kind == "section"
        else:
            holder = by_id[node.parent]
            assert holder.start <= node.start <= node.end <= holder.end
            assert node.level > holder.level
            assert node.id.startswith(holder.id + ".")
        if node.marker:
            assert source.written(node.start, node.start + 1)[0] == node.marker[0]
    for position in range(len(source.flow)):
        holder = found.node_at(position)
        assert holder is None or holder.start <= position < holder.end


def _seconds(text: str) -> float:
    source = SourceText.from_raw(text)
    times = []
    for _ in range(2):
        start = time.process_time()
        outline(source)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "unit", ["一、甲\n", "（一）甲。乙\n", "一、甲（一）乙1.丙（1）丁。", "一是甲，二是乙。", "“一、", "附件：1.表\n"]
)
def test_time_grows_in_step_with_length(unit: str):
    few, many = unit * 2_000, unit * 16_000
    assert _seconds(many) < 24 * _seconds(few) + 0.05  # eight times the text: 8 if linear, 64 if quadratic


def test_the_mark_that_closes_a_title_is_no_text():
    report = extract(
        "某市某局2022年法治政府建设年度报告\n一、主要做法\n1.加强执法；2.抓好培训：办班；3.开展督查。督查5次。\n"
    )
    assert [s.text for s in report.sections] == ["", "", "办班；", "督查5次。"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("一方面，加强学习。开展培训。\n另一方面，加强执法。开展检查。\n", "加强执法。开展检查。"),
        ("一方面，人员不足；另一方面，经费不足。下一步将努力。\n", "经费不足。"),
    ],
)
def test_the_other_side_ends_with_its_paragraph_or_its_sentence(text: str, last: str):
    source, found = parts("一、主要做法\n" + text)
    side = found.nodes[-1]
    assert source.words(side.start, side.end).strip().endswith(f"另一方面，{last}")
