"""The flow text: what a layout adds is left out, and every character that stays maps back to where it stood."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_extract.text import SourceText, fold

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "flows.toml").read_text(encoding="utf-8"))["case"]
WORDS = ["一、", "（一）", "1.", "1．", "法", "行政执法", "2023", "年", "12", "3", "件", "目录", "- 3 -", "\n\n3\n\n"]
MARKS = ["《", "》", "“", "”", ".", ",", "，", "。", "：", "；", "%", "—", "……"]
SPACES = [" ", "  ", "\n", "\n\n", "\r\n", "\r", "\x0c", "\u3000", "\u00a0", "\u200b", "\u2028"]
PIECES = st.sampled_from([*WORDS, *MARKS, *SPACES])
BLANKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\u00ad\u180e"
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_flow(case):
    raw, flow = case["raw"].removeprefix("\n"), case["flow"].removeprefix("\n").rstrip("\n")
    assert SourceText.from_raw(raw).flow.rstrip("\n") == flow


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_way_back(raw: str):
    source = SourceText.from_raw(raw)
    folded = fold(raw)
    assert len(folded) == len(raw)
    assert len(source.back) == len(source.flow) <= len(raw)
    assert all(a < b for a, b in zip(source.back, source.back[1:], strict=False))
    for char, at in zip(source.flow, source.back, strict=True):
        assert char == folded[at] or (char in " \n" and (folded[at].isspace() or folded[at] in BLANKS))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_furniture_is_in_order_and_not_in_the_flow(raw: str):
    source = SourceText.from_raw(raw)
    ends = 0
    for start, end in source.furniture:
        assert ends <= start < end
        ends = end
        assert not any(
            start <= at < end and raw[at].strip() and source.flow[i].strip() for i, at in enumerate(source.back)
        )
    if raw:
        assert source.written(0, len(source.flow)).count("\n") <= raw.count("\n")


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_spans_map_back(raw: str, data: st.DataObject):
    source = SourceText.from_raw(raw)
    start = data.draw(st.integers(0, len(source.flow)))
    end = data.draw(st.integers(start, len(source.flow)))
    first, last = source.span(start, end)
    assert 0 <= first <= last <= len(raw)
    assert source.words(start, end) == "".join(raw[i] for i in source.back[start:end])
    if start < end:
        assert source.back[start] == first
        assert source.span(start, start + 1)[0] == first
        begin, stop = source.paragraph_at(start)
        assert begin <= start <= stop
        assert "\n" not in source.flow[begin:stop]


def _seconds(text: str) -> float:
    times = []
    for _ in range(2):
        start = time.process_time()
        SourceText.from_raw(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "unit",
    ["全年检查52家，整改\n", "1 2 ", "“甲\n", "3\n\n", "一、甲\n", "查处\n15\n起，", "办理案件。"],
    ids=["rows", "digits", "open quotes", "bare numbers", "headings", "torn", "one line"],
)
def test_time_grows_in_step_with_length(unit: str):
    few, many = unit * 3_000, unit * 24_000
    assert _seconds(many) < 24 * _seconds(few) + 0.05  # eight times the text: 8 if linear, 64 if quadratic
