"""Items: 一是…二是…, 第一，…第二，…, 一方面…另一方面… inside a section."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_DIGITS = "一二三四五六七八九十"
_ITEM = lazy_pattern(  # a set of first characters lets the engine skip through the text
    f"[{_DIGITS}第另](?:(?<=[{_DIGITS}])(?P<shi>[{_DIGITS}]{{0,2}})是(?!否)|(?<=第)(?P<di>[{_DIGITS}]{{1,3}})[，、：]"
    "|(?P<fang>(?<=一)方面|(?<=另)一?方面)(?=[，：\\u4e00-\\u9fff]))"
)
_OPENS = frozenset("。；：！？\n，、)”…")
# 统一是, 之一是, 第一是 are words, no markers, where nothing parts them from what precedes.
_GLUED = frozenset("统之唯万同单专逐第不合归如划其")


@dataclass(frozen=True, slots=True)
class Item:
    marker: str
    start: int
    end: int


def number(text: str) -> int:
    """Reads a marker's Chinese number below 100."""
    if "十" not in text:
        return _DIGITS.index(text[-1]) + 1 if len(text) == 1 else 0
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def items(source: SourceText, start: int, end: int) -> list[Item]:
    """The items in a section's own text `[start, end)` of the flow, in order; families may nest."""
    flow = source.flow
    families: dict[str, list[tuple[int, int, str]]] = {"shi": [], "di": [], "fang": []}
    for m in _ITEM.finditer(flow, start, end):
        before = flow[m.start() - 1] if m.start() > start else "\n"
        apart = before in _OPENS or source.gap_before(m.start())
        family = m.lastgroup or ""
        if not apart and (family != "shi" or before in _GLUED or before in _DIGITS):
            continue
        marker = m.group().rstrip("，、：")
        digits = marker[1:] if family == "di" else marker[:-1]
        value = number(digits) if family != "fang" else 1 if marker == "一方面" else 2
        families[family].append((value, m.start(), marker if apart or value != 1 else "?" + marker))
    found: list[Item] = []
    for family, marks in families.items():
        found += _sequences(source, marks, end, family)
    return sorted(found, key=lambda item: (item.start, -item.end))


def _sequences(source: SourceText, marks: list[tuple[int, int, str]], end: int, family: str) -> list[Item]:
    """The items of one family: those that open paragraphs and count up hold counts that begin anew inside them.

    一是学习。一是学6次。二是考20人。 / 二是谋划。 are two items, the first of which holds two.
    """
    heads: list[tuple[int, int, str]] = []
    inner: list[tuple[int, int, str]] = []
    for mark in marks:
        (heads if source.paragraph_at(mark[1])[0] == mark[1] else inner).append(mark)
    counted = len(heads) > 1 and [value for value, _, _ in heads] == list(range(1, len(heads) + 1))
    if not counted or not any(value == 1 and heads[0][1] < at for value, at, _ in inner):
        return _runs(source, marks, end, family)
    outer = _runs(source, heads, end, family)
    stretches = [(0, heads[0][1]), *((item.start, item.end) for item in outer), (outer[-1].end, end)]
    found = list(outer)
    for first, last in stretches:
        found += _runs(source, [mark for mark in inner if first <= mark[1] < last], last, family)
    return found


def _runs(source: SourceText, marks: list[tuple[int, int, str]], end: int, family: str) -> list[Item]:
    """Keeps the marks that count up from one; each item runs to the next, the last to its paragraph's end."""
    runs: list[list[tuple[int, int, str]]] = []
    for mark in marks:
        value = mark[0]
        if value == 1:
            runs.append([mark])
        elif runs and value in (runs[-1][-1][0] + 1, runs[-1][-1][0] + 2, runs[-1][-1][0]):
            runs[-1].append(mark)
    found = []
    for i, run in enumerate(runs):
        if len(run) < 2:
            continue
        limit = runs[i + 1][0][1] if i + 1 < len(runs) else end
        for j, (_, at, marker) in enumerate(run):
            stop = run[j + 1][1] if j + 1 < len(run) else min(limit, end, source.paragraph_at(at)[1] + 1)
            if family == "fang" and j + 1 == len(run) and source.paragraph_at(at)[0] != at:
                stop = min(stop, _sentence_end(source.flow, at, stop))
            found.append(Item(marker.lstrip("?"), at, stop))
    return found


_SENTENCE_END = lazy_pattern("[。！？\n]")


def _sentence_end(flow: str, start: int, end: int) -> int:
    m = _SENTENCE_END.search(flow, start, end)
    return m.end() if m else end
