"""Rows become paragraphs: by the page's margins, indents and gaps, over page turns too."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_extract.layout.marks import FULL_STOP, MARKER, TERMINAL
from fazhi_extract.read.pdf.rows import CANNOT_END, CANNOT_START, Row

_FEW = 8  # rows; fewer do not show a page's margins
_SLACK = 2.3  # how many characters a full row may fall short, for marks that may not begin a row
_INDENT = 1.2  # characters
_FARTHEST_INDENT = 3.0  # characters, of a paragraph's first row
_CENTRED = 1.0  # characters off the middle
_OTHER_SIZE = 0.13
_WIDE_PITCH = 1.45  # of the usual distance of rows


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float


class Setting:
    """How a document is set: its margins page by page, the usual distance of rows, whether indents open paragraphs."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.size = statistics.median(row.size for row in rows) if rows else 1.0
        by_page = {page: list(group) for page, group in itertools.groupby(rows, key=lambda row: row.page)}
        usual = self._margins(rows)
        self._pages = {page: self._margins(group) if len(group) >= _FEW else usual for page, group in by_page.items()}
        pitches = [a.bottom - b.bottom for a, b in itertools.pairwise(rows) if a.page == b.page and a.bottom > b.bottom]
        self.pitch = statistics.median_low(sorted(pitches)) if pitches else 2 * self.size
        body = [row for row in rows if self.is_full(row, None)]
        following = [b for a, b in itertools.pairwise(rows) if self.is_full(a, b) and not self.is_centred(b)]
        flush = sum(not self.is_indented(row) for row in following)
        indented = sum(self.is_indented(row) for row in rows)
        self.indents = indented >= 3 and flush >= 0.5 * len(following) and bool(body)

    def _margins(self, rows: Sequence[Row]) -> _Margins:
        if not rows:
            return _Margins(0.0, 0.0)
        long = [row for row in rows if len(row.text) > 12] or rows
        rights = sorted(row.right for row in long)
        lefts = sorted(row.left for row in long)
        return _Margins(lefts[len(lefts) // 20], rights[min(len(rights) - 1, len(rights) * 19 // 20)])

    def room(self, row: Row) -> float:
        return self._pages[row.page].right - row.right

    def indent(self, row: Row) -> float:
        return row.left - self._pages[row.page].left

    def is_full(self, row: Row, following: Row | None) -> bool:
        """Whether the first word of the next row would not have fit."""
        needed = 0.0 if following is None else following.first + 0.1 * row.size
        return self.room(row) < max(_SLACK * row.size, needed)

    def is_indented(self, row: Row) -> bool:
        return self.indent(row) > _INDENT * row.size

    def is_centred(self, row: Row) -> bool:
        margins = self._pages[row.page]
        apart = min(row.left - margins.left, margins.right - row.right)
        return apart > 1.5 * row.size and abs(row.middle - (margins.left + margins.right) / 2) < _CENTRED * row.size

    def joins(self, row: Row, following: Row, body: str) -> bool:
        """Whether the paragraph `body`, which ends with `row`, goes on with the next row."""
        if row.cells > 1 or following.cells > 1:
            return False
        known = row.sized and following.sized
        if known and abs(row.size - following.size) > _OTHER_SIZE * max(row.size, following.size):
            return False
        if self.is_centred(row) and self.is_centred(following) and following.page == row.page:
            return self._titles_join(row, following)
        if following.page == row.page and row.bottom - following.bottom > _WIDE_PITCH * max(self.pitch, row.size):
            return False
        if following.text[0] in CANNOT_START or row.text[-1] in CANNOT_END or row.text[-1] in "，、":
            return True
        if not self.is_full(row, following) or self.is_centred(following):
            return False
        if self.indent(row) > _FARTHEST_INDENT * row.size and self.indent(following) < self.indent(row) - row.size:
            return False  # a row set to the right
        if self.indents:
            return not self.is_indented(following)
        if MARKER.match(following.text):
            return not TERMINAL.search(row.text) and len(body) > 45
        return not (FULL_STOP.search(row.text) and self.room(row) > 0.6 * row.size)

    def _titles_join(self, row: Row, following: Row) -> bool:
        """A title on several rows: they are centred, near each other and alike in size, and none is a line of its own."""
        near = row.bottom - following.bottom < 2.2 * row.size
        own = re.compile(r"[〔\[(（]?(?:19|20)\d\d|.*(?:文件|号)$|[—-]")
        return near and row.size > 1.1 * self.size and not own.match(row.text) and not own.match(following.text)


def glue(one: str, other: str) -> str:
    """What stands between two rows of a paragraph: a blank between Latin words, else nothing."""
    before, after = one[-1:], other[:1]
    letters = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return " " if letters and not (before.isdigit() and after.isdigit()) else ""
