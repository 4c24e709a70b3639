"""Sentences and clauses of the flow text.

A sentence ends at 。！？ or at the end of its paragraph. A clause ends also at ；，and ： outside brackets' figures.
Marks inside 《》 end nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from fazhi_extract.text import SourceText

_SENTENCE_END = re.compile("[。！？\n]")
_CLAUSE_END = re.compile("[。！？\n；，：]")
_TITLE = re.compile("《[^《》\n]{0,120}》")


class Sentences:
    """Looks up the sentence or the clause around a flow position in logarithmic time."""

    __slots__ = ("_clauses", "_flow", "_sentences", "_stops")

    def __init__(self, source: SourceText, stops: tuple[int, ...] = ()) -> None:
        """`stops`: flow positions that end a sentence although no mark does (the end of a heading's title)."""
        flow = source.flow
        titles = [m.span() for m in _TITLE.finditer(flow)]
        ends = [m.start() for m in _CLAUSE_END.finditer(flow)]
        if titles:
            ends = _outside(ends, titles)
        self._flow = flow
        self._clauses = sorted({0, *stops, *(e + 1 for e in ends)})
        self._sentences = sorted({0, *stops, *(e + 1 for e in ends if flow[e] in "。！？\n")})

    def _around(self, starts: list[int], position: int) -> tuple[int, int]:
        at = bisect_right(starts, position) - 1
        start = starts[at]
        end = starts[at + 1] if at + 1 < len(starts) else len(self._flow)
        while end > start and self._flow[end - 1] in "。！？\n；，：":
            end -= 1
        return start, end

    def sentence(self, position: int) -> tuple[int, int]:
        """The flow span of the sentence that holds a position, without its closing mark."""
        return self._around(self._sentences, position)

    def clause(self, position: int) -> tuple[int, int]:
        """The flow span of the clause that holds a position, without its closing mark."""
        return self._around(self._clauses, position)

    def clause_start(self, position: int) -> int:
        return self._clauses[bisect_right(self._clauses, position) - 1]

    def sentence_start(self, position: int) -> int:
        return self._sentences[bisect_right(self._sentences, position) - 1]


def _outside(ends: list[int], spans: list[tuple[int, int]]) -> list[int]:
    kept = []
    i = 0
    for end in ends:
        while i < len(spans) and spans[i][1] <= end:
            i += 1
        if i == len(spans) or end < spans[i][0]:
            kept.append(end)
    return kept
