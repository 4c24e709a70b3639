"""The outline of a text: its section tree, its sentences and clauses.

A sentence ends at 。！？ or at the end of its paragraph. A clause ends also at ；，and ： outside brackets' figures.
Marks inside 《》 end nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import sub

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

LONGEST_SENTENCE = 1500
LONGEST_CLAUSE = 500
# A title is stepped over whole. Without a set of characters in front the engine could not skip through the text.
_CLAUSE_END = lazy_pattern("[《。！？\n；，：](?:(?<=《)[^《》\n]{0,120}》)?")


class Sentences:
    """Looks up the sentence or the clause around a flow position in logarithmic time."""

    __slots__ = ("_clauses", "_flow", "_sentences")

    def __init__(self, source: SourceText, stops: tuple[int, ...] = ()) -> None:
        """`stops`: flow positions that end a sentence although no mark does (the end of a heading's title)."""
        flow = source.flow
        ends = [end for end in [m.end() for m in _CLAUSE_END.finditer(flow)] if flow[end - 1] not in "《》"]
        self._flow = flow
        clauses = sorted({0, *stops, *ends})
        self._clauses = _bounded(clauses, len(flow), LONGEST_CLAUSE, [])
        sentences = sorted({0, *stops, *[end for end in ends if flow[end - 1] in "。！？\n"]})
        self._sentences = _bounded(sentences, len(flow), LONGEST_SENTENCE, self._clauses)

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


def _bounded(starts: list[int], length: int, longest: int, within: list[int]) -> list[int]:
    """Cuts what is longer than any sentence people write, at a clause where there is one, so that work stays linear."""
    if max(map(sub, [*starts[1:], length], starts)) <= longest:
        return starts
    result: list[int] = []
    for start, end in zip(starts, [*starts[1:], length], strict=True):
        result.append(start)
        while end - start > longest:
            at = bisect_right(within, start + longest) - 1
            start = within[at] if within and within[at] > start else start + longest
            result.append(start)
    return result


@dataclass(slots=True)
class Node:
    """A section or an item; positions are flow positions."""

    id: str
    parent: str | None
    kind: str
    level: int
    marker: str | None
    title: str | None
    start: int
    heading_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd about the outline, to become a note."""

    what: str
    marker: str
    start: int
    end: int


@dataclass(slots=True)
class Outline:
    nodes: list[Node]
    sentences: Sentences
    body_end: int
    oddities: list[Oddity]
    _starts: list[int]
    _owner: list[int]
    _by_id: dict[str, Node] = field(init=False)

    def __post_init__(self) -> None:
        self._by_id = {n.id: n for n in self.nodes}

    def node_at(self, position: int) -> Node | None:
        """The innermost section or item that holds a flow position; None before the first heading."""
        at = bisect_right(self._starts, position) - 1
        if at < 0 or self._owner[at] < 0:
            return None
        return self.nodes[self._owner[at]]

    def section_start(self, position: int) -> int:
        """Where the innermost section around a flow position begins; 0 before the first heading."""
        return next((n.start for n in self.path(self.node_at(position)) if n.kind == "section"), 0)

    def headings_above(self, position: int) -> list[tuple[int, int]]:
        """The flow spans of the headings of the sections around a position, innermost first."""
        path = self.path(self.node_at(position))
        return [(n.start, n.heading_end) for n in path if n.kind == "section" and n.title]

    def path(self, node: Node | None) -> list[Node]:
        """The node and the sections above it, innermost first."""
        path = []
        while node is not None:
            path.append(node)
            node = self._by_id.get(node.parent) if node.parent else None
        return path
