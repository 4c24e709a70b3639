"""Page numbers, running heads and feet of a PDF, told by where they stand and that they come again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from fazhi_extract.layout.furniture import is_page_number
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.read.pdf.rows import Row

_OUTER = 2  # rows above and below that may be no text
_SAME_HEIGHT = 3  # points that a running head may stand higher or lower
_BARE = lazy_pattern(r"\d{1,4}")
_LONGEST = 60
_REACH = 0.2  # of the page's height


def furniture(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> dict[int, str]:
    """The rows (by ``id``) that are no part of the text, and what they are."""
    found: dict[int, str] = {}
    outer: list[tuple[Row, str, str]] = []  # a row, on which side it stands, and what the text has beside it
    for rows, height in zip(pages, heights, strict=True):
        lowest = min((row.bottom for row in rows), default=0.0)
        highest = max((row.top for row in rows), default=0.0)
        base = lowest if lowest < 0 else 0.0  # turned pages count from elsewhere
        inner = rows[_OUTER:-_OUTER]
        for row in rows[:_OUTER]:
            if row.top > highest - _REACH * height and len(row.text) <= _LONGEST:
                outer.append((row, "header", inner[0].text if inner else ""))
        for row in rows[-_OUTER:]:
            if row.bottom < base + _REACH * height and len(row.text) <= _LONGEST:
                outer.append((row, "footer", inner[-1].text if inner else ""))
    found.update((id(row), "page-number") for row, _, _ in outer if is_page_number(row.text))
    _bare_numbers([row for row, _, _ in outer if id(row) not in found], found)
    _repeated([entry for entry in outer if id(entry[0]) not in found], found, len(pages))
    return found


def _bare_numbers(outer: Sequence[Row], found: dict[int, str]) -> None:
    """Numbers alone at the edge of pages that count up with them."""
    shifts: dict[int, list[Row]] = defaultdict(list)
    for row in outer:
        if _BARE.fullmatch(row.text):
            shifts[int(row.text) - row.page].append(row)
    for rows in shifts.values():
        if len({row.page for row in rows}) > 1 or (int(rows[0].text) == 1 and rows[0].page == 0):
            found.update((id(row), "page-number") for row in rows)


def _repeated(outer: Sequence[tuple[Row, str, str]], found: dict[int, str], pages: int) -> None:
    """Rows at the edge that say the same, but for their digits, at the same height of pages that go on differently."""
    alike: dict[tuple[str, str], list[tuple[Row, str]]] = defaultdict(list)
    for row, kind, beside in outer:
        alike[kind, re.sub(r"\d+", "#", row.text)].append((row, beside))
    for (kind, words), entries in alike.items():
        level = [(row, beside) for row, beside in entries if abs(row.bottom - entries[-1][0].bottom) <= _SAME_HEIGHT]
        times = len({row.page for row, _ in level})
        differing = len({beside for _, beside in level}) > 1
        if differing and times >= max(2, min(3, pages // 2)) and words[-1] not in "。；，、：":
            found.update((id(row), kind) for row, _ in level)
