"""Which parts of a report speak of the future."""

from __future__ import annotations

import re
from bisect import bisect_right

from fazhi_extract.rulebook.cues import Cues
from fazhi_extract.split.outline import Node, Outline
from fazhi_extract.text import SourceText

_YEAR = re.compile(r"(\d{4})年")
_TURN = re.compile(
    r"(?:下一步|下步|下一阶段|下阶段|今后|新的一年里?|明年|来年|(?P<year>20\d{2})年)[，,、]?[^。\n]{0,40}?(?:将|要|拟|打算|计划|着力|重点|继续|力争|努力|做好以下)"
)
_PAST = re.compile("问题|不足|短板|差距|困难|薄弱")


class Plans:
    """Answers whether a flow position lies in a part about next year's work."""

    __slots__ = ("_parts", "_source", "_turns", "_years", "_starts")

    def __init__(self, source: SourceText, parts: Outline, cues: Cues, year: int | None) -> None:
        self._source, self._parts = source, parts
        self._years: dict[str, int | None] = {}
        spans: list[tuple[int, int]] = []
        for node in parts.nodes:
            if node.title and cues.plan_title.search(node.title) and not _PAST.search(node.title):
                spans.append((node.start, node.end))
            elif node.title and year and (m := _YEAR.match(node.title.lstrip())) and int(m[1]) > year:
                spans.append((node.start, node.end))
        for m in _TURN.finditer(source.flow):
            if m["year"] and (year is None or int(m["year"]) <= year):
                continue
            spans.append((m.start(), self._reach(m.start())))
        spans.sort()
        self._turns = spans
        self._starts = [s for s, _ in spans]

    def _reach(self, position: int) -> int:
        """A turn to the future holds to the end of its item or section, of its paragraph in a long section."""
        node = self._parts.node_at(position)
        if node is None:
            return self._source.paragraph_at(position)[1]
        if node.kind == "section" and not node.marker:
            return node.end
        if node.title and _PAST.search(node.title):
            return node.end
        return min(node.end, self._source.paragraph_at(position)[1])

    def covers(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return any(end > position for _, end in self._turns[max(0, at - 3) : at + 1])

    def heading_year(self, position: int) -> int | None:
        """The year written in the nearest heading above a flow position."""
        node = self._parts.node_at(position)
        if node is None:
            return None
        if node.id not in self._years:
            self._years[node.id] = next((int(m[1]) for n in self._parts.path(node) if (m := _title_year(n))), None)
        return self._years[node.id]


def _title_year(node: Node) -> re.Match[str] | None:
    return _YEAR.search(node.title) if node.title else None
