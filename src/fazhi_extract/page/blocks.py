"""How the text of a report is laid out on a page: headings and paragraphs, and the line breaks inside them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

if TYPE_CHECKING:
    from fazhi_extract.model import Report

PARAGRAPH, TITLE = 0, -1
_LONG = 1500
"""A paragraph longer than this is shown in parts: a browser lays out a line of a megabyte very slowly."""
_CLOSING = ("。", "：", ":", ".", "．")
_CUT = lazy_pattern("[。；！？;]")


def blocks(report: Report, source: SourceText) -> list[list[int]]:
    """Start, end and level of each block, in order and without gaps.

    Level 0 is a paragraph, 1 and up a heading, -1 the title. Cuts stand at the ends of real paragraphs, around headings
    and before items.
    """
    length = len(source.raw)
    levels: dict[int, int] = {}
    cuts = {0, length}
    whole: list[tuple[int, int]] = []
    for start in source.paragraph_starts[1:]:
        if start < len(source.back):
            cuts.add(source.back[start])
    for section in report.sections:
        cuts.add(section.span[0])
        if section.heading is not None and section.kind == "section":
            start, end = section.heading
            levels[start] = section.level
            # The mark that closes a run-in heading stays with it.
            whole.append((start, end + 1 if source.raw[end : end + 1] in _CLOSING else end))
    title = report.metadata.spans.get("title")
    if title is not None:
        levels.setdefault(title[0], TITLE)
        whole.append(title)
    for start, end in whole:
        cuts.difference_update(range(start + 1, end))
        cuts.update((start, end))
    figures = [one.span for one in report.metrics] + [one.span for one in report.dates]
    inside = {at for start, end in figures for at in range(start + 1, min(end, start + 64))}
    ordered = sorted(cut for cut in cuts if cut <= length)
    found: list[list[int]] = []
    for start, end in pairwise(ordered):
        level = levels.get(start, PARAGRAPH)
        while level == PARAGRAPH and end - start > _LONG:
            cut = _cut(source.raw, start, inside)
            if cut >= end:
                break
            found.append([start, cut, level])
            start = cut
        found.append([start, end, level])
    return found


def _cut(raw: str, start: int, inside: set[int]) -> int:
    """Where to part a long paragraph: behind a sentence, else anywhere but in a figure."""
    ends = [m.end() for m in _CUT.finditer(raw, start + _LONG // 2, start + _LONG)]
    cut = ends[-1] if ends else start + _LONG
    while cut in inside:
        cut += 1
    return cut


def wraps(report: Report, source: SourceText) -> list[list[int]]:
    """Spans of the blanks around line breaks that only a page's width made, or that part a title; a page leaves them out."""
    found: list[list[int]] = []
    raw, back = source.raw, source.back
    for at, (before, after) in enumerate(pairwise(back)):
        if after - before > 1 and source.flow[at] != "\n":
            gap = raw[before + 1 : after]
            if "\n" in gap or "\r" in gap:
                found += [[before + 1 + m.start(), before + 1 + m.end()] for m in re.finditer(r"\s+", gap)]
    title = report.metadata.spans.get("title")
    if title is not None:
        lines = re.finditer(r"\s*[\r\n]\s*", raw[title[0] : title[1]])
        found += [[title[0] + m.start(), title[0] + m.end()] for m in lines]
    return sorted(found)
