"""Page numbers, running heads and feet of a PDF, told by where they stand and that they come again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from fazhi_extract.layout.furniture import is_page_number
from fazhi_extract.read.pdf.rows import Row

_OUTER = 2  # rows above and below that may be no text
_HEAD_ROWS = 3  # points that a running head may stand higher or lower
_BARE = re.compile(r"\d{1,4}")
_LONGEST = 60
_REACH = 0.2  # of the page's height


def furniture(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> dict[int, str]:
    """The rows (by ``id``) that are no part of the text, and what they are."""
    found: dict[int, str] = {}
    outer: list[tuple[int, Row, str]] = []
    for page, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        lowest = min((row.bottom for row in rows), default=0.0)
        highest = max((row.top for row in rows), default=0.0)
        base = lowest if lowest < 0 else 0.0  # turned pages count from elsewhere
        for kind, group in (("header", rows[:_OUTER]), ("footer", rows[-_OUTER:])):
            for row in group:
                near = row.top > highest - _REACH * height if kind == "header" else row.bottom < base + _REACH * height
                if near and len(row.text) <= _LONGEST:
                    outer.append((page, row, kind))
    for _, row, _ in outer:
        if is_page_number(row.text):
            found[id(row)] = "page-number"
    _bare_numbers(outer, found)
    _repeated(outer, found, len(pages))
    return found


def _bare_numbers(outer: Sequence[tuple[int, Row, str]], found: dict[int, str]) -> None:
    """Numbers alone at the edge of pages that count up with them."""
    shifts: dict[int, list[Row]] = defaultdict(list)
    for page, row, _ in outer:
        if id(row) not in found and _BARE.fullmatch(row.text):
            shifts[int(row.text) - page].append(row)
    for rows in shifts.values():
        if len({row.page for row in rows}) > 1 or (int(rows[0].text) == 1 and rows[0].page == 0):
            found.update((id(row), "page-number") for row in rows)


def _repeated(outer: Sequence[tuple[int, Row, str]], found: dict[int, str], pages: int) -> None:
    """Rows at the edge that say the same, but for their digits, at the same height of several pages."""
    alike: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for _, row, kind in outer:
        if id(row) not in found:
            alike[kind, re.sub(r"\d+", "#", row.text)].append(row)
    for (kind, words), rows in alike.items():
        level = [row for row in rows if abs(row.bottom - rows[-1].bottom) <= _HEAD_ROWS]
        times = len({row.page for row in level})
        if times >= max(2, min(3, pages // 2)) and words[-1] not in "。；，、：":
            found.update((id(row), kind) for row in level)
