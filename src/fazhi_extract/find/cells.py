"""What stands in a table's cells: a number alone, words, a date, nothing; and what of the text's finds that leaves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from fazhi_extract.find.cell_units import read_whole
from fazhi_extract.find.dates import DateShape, date_shapes
from fazhi_extract.find.finder import Found
from fazhi_extract.find.numerals import numerals
from fazhi_extract.grid import CellKind, Table
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity

_DASH = lazy_pattern(r"[-—–―─/\\…]+|/\s?/")
_NONE = frozenset(("无", "没有", "暂无"))
YEAR = lazy_pattern("(?:19|20)[0-9]{2}")
_UP = lazy_pattern(r"[+▲△↑]\s?(?=[\d.])")
_DOWN = lazy_pattern(r"[▼▽↓]\s?(?=[\d.])")
_LONGEST_NUMBER = 12  # digits; longer ones are codes


def edges(tables: Sequence[Table]) -> list[int]:
    """Where the tables' cells begin and end: no sentence reaches from one into the next."""
    return sorted({at for table in tables for row in table.rows for c in row if c.words for at in (c.start, c.end)})


def around(found: Found, tables: Sequence[Table]) -> Found:
    """What was found, without what cells of numbers only look like: dates, denials; with the years of heads."""
    cells = sorted((c.start, c.end, c.kind) for table in tables for row in table.rows for c in row if c.words)
    starts = [start for start, _, _ in cells]
    ends = [table.end for table in tables]

    def kind_at(start: int, end: int) -> CellKind | None:
        """The kind of the cell that holds a span; None outside of tables, "" across cells."""
        at = bisect_right(ends, start)
        if at == len(tables) or end <= tables[at].start:
            return None
        i = bisect_right(starts, start) - 1
        return cells[i][2] if i >= 0 and end <= cells[i][1] else ""

    dates = [d for d in found.dates if kind_at(d.start, d.end) in (None, "date", "mixed", "words")]
    return replace(
        found,
        dates=sorted([*dates, *_years(tables)], key=lambda d: d.start),
        absences=[a for a in found.absences if kind_at(a.start, a.end) in (None, "mixed")],
        quotes=[q for q in found.quotes if kind_at(*q) != ""],
    )


def kind_of(words: str) -> CellKind:
    if not words:
        return "blank"
    if _DASH.fullmatch(words):
        return "dash"
    if words in _NONE:
        return "none"
    if number_of(words) is not None:
        return "number"
    if not numerals(words):
        return "words"
    shapes = date_shapes(words)
    return "date" if shapes and shapes[0].start == 0 and shapes[0].end == len(words) else "mixed"


def number_of(words: str, unit: str | None = None) -> Quantity | None:
    """The one number that a cell is, with a unit that stands elsewhere; positions within the cell."""
    sign = _UP.match(words) or _DOWN.match(words)
    body = words[sign.end() :] if sign else words
    if "/" in body or sum(c.isdigit() for c in body) > _LONGEST_NUMBER:
        return None
    plain = read_whole(body)
    if plain is None or (plain.number.script in ("chinese", "vague") and plain.unit is None):
        return None
    if not re.fullmatch(r"-?[\d,.]+", body) and any(s.start == 0 and s.end == len(body) for s in date_shapes(body)):
        return None
    found = plain
    if unit is not None and plain.unit is None and plain.kind == "count":
        found = read_whole(body + unit) or plain
    at = len(words) - len(body)
    number = found.number._replace(start=found.number.start + at, end=found.number.end + at)
    found = replace(found, start=found.start + at, end=len(words), number=number, unit_span=None)
    if sign and _DOWN.match(words) and found.value is not None:
        found.value = -abs(found.value)
    return found


def _years(tables: Sequence[Table]) -> list[DateShape]:
    """The bare years among the heads (2022 above a column), as dates."""
    found = []
    for table in tables:
        for row in table.rows:
            for cell in row:
                if cell.kind == "year" and YEAR.fullmatch(cell.words):
                    shape = date_shapes(cell.words + "年")[0]
                    found.append(shape._replace(start=cell.start, end=cell.end))
    return found
