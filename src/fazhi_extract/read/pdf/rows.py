"""The rows of a page: its characters put in the order in which they are read."""

from __future__ import annotations

import ctypes
import dataclasses
import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_SAME_ROW = 0.5  # of the smaller height must two boxes share
_BLANK = 0.22  # of the size: a gap that parts Latin words
_MIXED_BLANK = 0.45  # between a hanzi and a digit or letter, where word processors leave a quarter by themselves
_WIDE = 1.4  # of the size: a gap that parts cells
CANNOT_START = frozenset("，。、；：！？）)》”’」』】〕]%‰…·")
"""What no row begins with."""
CANNOT_END = frozenset("（(《“‘『「【[〔")
"""What no row ends with."""
_COLUMN_ROWS = 10  # fewer rows on a side are no column of text
_COLUMN_WORDS = 10  # characters a row has in a column of text, on average


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box on the page, in points; the origin is below on the left."""

    char: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class Row:
    """A printed row of one page (from 0): its words and its box."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """The size of its characters: a hanzi's width, else the usual height."""
    first: float
    """The width of its first word: what would have had to fit on the row above."""
    cells: int = 1
    """How many pieces wide gaps make of it."""
    sized: bool = True
    """Whether hanzi show its size."""

    def plain(self) -> list[Any]:
        """Its fields in order."""
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def rows_of(page: PdfPage, number: int) -> tuple[list[Row], int]:
    """The rows of a page from top to bottom, column by column, and how many of its characters have no known code."""
    glyphs, unknown = _glyphs(page)
    pieces = _pieces(glyphs)
    left, right = _columns(pieces)
    rows = [row for part in (left, right) for row in _stacked(part, number)]
    return rows, unknown


def _glyphs(page: PdfPage) -> tuple[list[Glyph], int]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    turn = page.get_rotation()
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    found: list[Glyph] = []
    unknown = 0
    high = 0
    try:
        for i in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, i)
            if 0xD800 <= code < 0xDC00:
                high = code  # the first half of a character beyond the first plane
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
            if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
                unknown += 1
                continue
            if pdfium.FPDFText_IsGenerated(text, i) == 1 or not pdfium.FPDFText_GetLooseCharBox(text, i, reference):
                continue
            char = "-" if code == 2 else chr(code)  # PDFium writes a hyphen at a row's end as U+0002
            if char.isspace() or code < 32:
                continue
            if pdfium.FPDFText_HasUnicodeMapError(text, i) == 1:
                unknown += 1
            found.append(_turned(char, box, turn))
    finally:
        text.close()
    return found, unknown


def _turned(char: str, box: Any, turn: int) -> Glyph:
    """The box as seen on a page that is shown turned by so many degrees."""
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    if turn == 90:
        return Glyph(char, bottom, -right, top, -left)
    if turn == 180:
        return Glyph(char, -right, -top, -left, -bottom)
    if turn == 270:
        return Glyph(char, -top, left, -bottom, right)
    return Glyph(char, left, bottom, right, top)


def _pieces(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Runs of characters that stand side by side, in the order of the file."""
    pieces: list[list[Glyph]] = []
    for glyph in glyphs:
        last = pieces[-1][-1] if pieces else None
        if (
            last is not None
            and _level(last, glyph)
            and -0.5 * last.height < glyph.left - last.right < _WIDE * last.height
        ):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return pieces


def _level(one: Glyph, other: Glyph) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= _SAME_ROW * max(min(one.height, other.height), 0.1)


def _columns(pieces: list[list[Glyph]]) -> tuple[list[list[Glyph]], list[list[Glyph]]]:
    """The pieces of the left and of the right column of text; all of them and none on a page of one column."""
    if len(pieces) < 2 * _COLUMN_ROWS:
        return pieces, []
    left = min(piece[0].left for piece in pieces)
    right = max(piece[-1].right for piece in pieces)
    low, high = left + 0.4 * (right - left), left + 0.6 * (right - left)
    for gutter in range(int(low), int(high) + 1, 4):
        beside = ([p for p in pieces if p[-1].right <= gutter], [p for p in pieces if p[0].left >= gutter])
        across = len(pieces) - len(beside[0]) - len(beside[1])
        if across <= 0.02 * len(pieces) and all(
            len(side) >= _COLUMN_ROWS and sum(map(len, side)) >= _COLUMN_WORDS * len(side) for side in beside
        ):
            return [p for p in pieces if p[0].left < gutter], beside[1]
    return pieces, []


def _stacked(pieces: Sequence[Sequence[Glyph]], page: int) -> list[Row]:
    rows: list[list[Sequence[Glyph]]] = []
    ends: list[tuple[float, float]] = []  # bottom and top of each row
    for piece in sorted(pieces, key=lambda piece: -(piece[0].top + piece[0].bottom)):
        bottom = statistics.median(glyph.bottom for glyph in piece)
        top = statistics.median(glyph.top for glyph in piece)
        for i in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            shared = min(top, ends[i][1]) - max(bottom, ends[i][0])
            if shared >= _SAME_ROW * min(top - bottom, ends[i][1] - ends[i][0]):
                rows[i].append(piece)
                break
        else:
            rows.append([piece])
            ends.append((bottom, top))
    return [_row(sorted(row, key=lambda piece: piece[0].left), page) for row in rows]


def _row(pieces: Sequence[Sequence[Glyph]], page: int) -> Row:
    glyphs = [glyph for piece in pieces for glyph in piece]
    # Hanzi are as wide as their font is high; boxes are as high as their ink in some fonts.
    hanzi = [glyph.right - glyph.left for glyph in glyphs if "\u4e00" <= glyph.char <= "\u9fff"]
    size = statistics.median(hanzi or [glyph.height for glyph in glyphs])
    words = [glyphs[0].char]
    cells = 1
    first = None
    for before, glyph in itertools.pairwise(glyphs):
        gap = glyph.left - before.right
        if gap > _WIDE * size:
            words.append("  ")
            cells += 1
        elif (alone := _alone(before.char) + _alone(glyph.char)) < 2 and gap > (_BLANK, _MIXED_BLANK)[alone] * size:
            words.append(" ")
        parted = gap > _BLANK * size or _alone(before.char) or _alone(glyph.char)
        if first is None and parted and glyph.char not in CANNOT_START and before.char not in CANNOT_END:
            first = before.right
        words.append(glyph.char)
    left, right = glyphs[0].left, max(glyph.right for glyph in glyphs)
    bottom, top = min(glyph.bottom for glyph in glyphs), max(glyph.top for glyph in glyphs)
    return Row(page, "".join(words), left, bottom, right, top, size, (first or right) - left, cells, bool(hanzi))


def _alone(char: str) -> bool:
    """Whether a row may end behind the character and before it: hanzi and full-width marks."""
    return char >= "\u2e80"
