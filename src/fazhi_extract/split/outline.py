"""The section tree with its items, flat and in document order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.outline import Node, Oddity, Outline, Sentences
from fazhi_extract.split.frame import attachments, body_end
from fazhi_extract.split.headings import Heading, headings
from fazhi_extract.split.items import items
from fazhi_extract.text import SourceText

_SHORTCOMINGS = lazy_pattern("不足|问题|薄弱|差距|短板|不够")
_TURNS = lazy_pattern("(?:\\d{4}年|一年来|虽然|但|尽管|总的来看|在(?:看到|肯定|取得)|同时|总体)")
_AHEAD = lazy_pattern("不足|问题|薄弱|短板|下一步|下步|打算|计划|安排|设想|思路")


def outline(source: SourceText, edges: Sequence[int] = ()) -> Outline:
    """Splits a text into its section tree. `edges`: flow positions that no sentence reaches across (cells of tables)."""
    end = attachments(source)
    found = [h for h in headings(source) if h.start < end]
    end = body_end(source, found[-1].title_end if found else 0, end)
    found = [h for h in found if h.start < end]
    found = _closing_part(source, found, end)
    nodes = _sections(source, found, end)
    oddities = [Oddity(h.odd, h.marker, h.start, h.marker_end) for h in found if h.odd]
    nodes += _all_items(source, nodes, end)
    nodes.sort(key=lambda n: (n.start, -n.end))
    nodes = _identified(nodes)
    starts, owner = _edges(nodes)
    stops = (*(n.heading_end for n in nodes if n.kind == "section"), *edges)
    return Outline(nodes, Sentences(source, stops), end, oddities, starts, owner)


def _sections(source: SourceText, found: list[Heading], end: int) -> list[Node]:
    nodes = []
    open_nodes: list[Node] = []
    for heading in found:
        while open_nodes and open_nodes[-1].level >= heading.level:
            open_nodes.pop().end = heading.start
        title = _one_line(source.written(heading.marker_end, heading.title_end))
        raw = source.written(heading.start, heading.marker_end) if heading.marker else None
        heading_end = max(heading.title_end, heading.marker_end)
        node = Node("", None, "section", heading.level, raw, title, heading.start, heading_end, end)
        nodes.append(node)
        open_nodes.append(node)
    return nodes


def _one_line(title: str) -> str:
    """A title as it reads: line breaks inside it are layout, its spaces and marks stay as written."""
    return re.sub("\\s*[\n\r]+\\s*", "", title).strip()


def _closing_part(source: SourceText, found: list[Heading], end: int) -> list[Heading]:
    """Adds the unnumbered closing part that turns from results to shortcomings and plans, where it has no heading."""
    tops = [h for h in found if h.level == 1]
    if not tops or len(tops) < 2 or any(_AHEAD.search(source.flow, h.marker_end, h.title_end) for h in tops):
        return found
    last = found[-1]
    for start in source.paragraph_starts:
        if last.title_end < start < end:
            stop = source.paragraph_at(start)[1]
            if _TURNS.match(source.flow, start) and _SHORTCOMINGS.search(source.flow, start, stop):
                return [*found, Heading("bare", 0, "", start, start, start, 1)]
    return found


def _all_items(source: SourceText, sections: list[Node], end: int) -> list[Node]:
    """Items live in a section's own text, before its first subsection; also in text before the first heading."""
    found: list[Node] = []
    if not sections:
        ranges: list[tuple[Node | None, int, int]] = [(None, 0, end)]
    else:
        ranges = [(None, 0, sections[0].start)]
        for i, node in enumerate(sections):
            inner = sections[i + 1].start if i + 1 < len(sections) and sections[i + 1].start < node.end else node.end
            ranges.append((node, node.heading_end, inner))
    for holder, start, stop in ranges:
        level = holder.level + 1 if holder else 1
        open_items: list[Node] = []
        for item in items(source, start, stop):
            while open_items and open_items[-1].end <= item.start:
                open_items.pop()
            if open_items and item.end > open_items[-1].end:
                continue  # two counts that cross: the outer one stands
            marker_end = item.start + len(item.marker)
            raw = source.written(item.start, marker_end)
            new = Node("", None, "item", level + len(open_items), raw, None, item.start, marker_end, item.end)
            open_items.append(new)
            found.append(new)
    return found


def _identified(nodes: list[Node]) -> list[Node]:
    """Gives every node its place in the tree as its id (s3.2, s3.2.i1; an item before any heading is si1)."""
    stack: list[Node] = []
    counts: dict[tuple[str, str], int] = {}
    for node in nodes:
        while stack and (stack[-1].end <= node.start):
            stack.pop()
        parent = stack[-1] if stack else None
        scope = parent.id if parent else ""
        counts[scope, node.kind] = counts.get((scope, node.kind), 0) + 1
        place = f"{'i' if node.kind == 'item' else ''}{counts[scope, node.kind]}"
        node.id = f"{scope}.{place}" if scope else f"s{place}"
        node.parent = parent.id if parent else None
        stack.append(node)
    return nodes


def _edges(nodes: list[Node]) -> tuple[list[int], list[int]]:
    """Positions at which the innermost node changes, and the index of the node from there on (-1 for none)."""
    starts: list[int] = [0]
    owner: list[int] = [-1]
    stack: list[int] = []

    def mark(position: int) -> None:
        now = stack[-1] if stack else -1
        if starts[-1] == position:
            owner[-1] = now
        else:
            starts.append(position)
            owner.append(now)

    for i, node in enumerate(nodes):
        while stack and nodes[stack[-1]].end <= node.start:
            done = stack.pop()
            mark(nodes[done].end)
        stack.append(i)
        mark(node.start)
    while stack:
        done = stack.pop()
        mark(nodes[done].end)
    return starts, owner
