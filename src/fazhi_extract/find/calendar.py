"""Dates get their year: from the sentence, else the paragraph, else the heading above, else the reporting period.

A year before the reporting one is that of its own sentence: what an agency tells of earlier years is an aside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from fazhi_extract.find.dates import DateShape, resolve
from fazhi_extract.lazy import lazy_pattern

_COMPARED = lazy_pattern("(?:较|比|同比|环比|相比|相较于|《[^》]*)$")


class Day(NamedTuple):
    """A date mention whose interval is settled as far as the text allows. Positions are flow positions."""

    start: int
    end: int
    first: date | None
    last: date | None
    granularity: str
    year_inferred: bool
    masked: bool
    optional: bool


def place(
    flow: str,
    shapes: Sequence[DateShape],
    year: int | None,
    sentence_start: Callable[[int], int],
    paragraph_start: Callable[[int], int],
    heading_year: Callable[[int], int | None],
) -> list[Day]:
    """Resolves date shapes in order.

    `year`: the reporting year; `heading_year`: the year written in the headings above a position.
    """
    days: list[Day] = []
    # (flow position, year) of the last year that is written out, and of the last one that is no earlier than the report's
    written = current = (-1, 0)
    for shape in shapes:
        inferred = False
        if shape.masked:
            days.append(
                Day(shape.start, shape.end, None, None, shape.granularity, not shape.year_written, True, shape.optional)
            )
            continue
        if shape.year_written:
            interval = (shape.first, shape.last) if shape.first and shape.last else resolve(shape, year)
            if interval and interval[0] and not _COMPARED.search(flow, max(0, shape.start - 6), shape.start):
                written = (shape.start, interval[0].year)
                if year is None or written[1] >= year:
                    current = written
        else:
            inferred = True
            interval = resolve(
                shape, _year(shape, written, current, year, sentence_start, paragraph_start, heading_year)
            )
        first, last = interval if interval else (None, None)
        days.append(Day(shape.start, shape.end, first, last, shape.granularity, inferred, False, shape.optional))
    return days


def _year(
    shape: DateShape,
    written: tuple[int, int],
    current: tuple[int, int],
    year: int | None,
    sentence_start: Callable[[int], int],
    paragraph_start: Callable[[int], int],
    heading_year: Callable[[int], int | None],
) -> int | None:
    if shape.year_offset is not None:
        return year
    sentence = sentence_start(shape.start)
    if written[0] >= sentence:
        return written[1]
    # 对2018年以来的文件开展清理。全年制定6件: an earlier year than the report's is that of its sentence alone.
    # 发布日期2023年1月20日…。全年办案5件: and the whole year is none that a day of publication or a meeting is in.
    whole = shape.optional and shape.granularity == "year" and year is not None
    if not whole and current[0] >= min(sentence, paragraph_start(shape.start)):
        return current[1]
    return heading_year(shape.start) or year
