"""Finds calendar expressions: days, months, quarters, years, ranges of them, and words such as 去年 and 上半年.

Durations (3年, 6个月, 15年), anniversaries, clock times and names that look like dates (12·4, “4.15”) are none.
Only what is written is used: today's date never is, and a missing year stays missing until `resolve` is told it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from fazhi_extract.find.date_grammar import AND, CANDIDATE, DAY_ALONE, TO, read_numeric_end, read_point
from fazhi_extract.find.date_point import Bound, Granularity, Point, days_in, small_number
from fazhi_extract.find.lunar import lunar_days
from fazhi_extract.find.numerals import COUNTED
from fazhi_extract.lazy import lazy_pattern


class DateShape(NamedTuple):
    """A calendar expression in the flow text.

    The half-open span covers the expression alone, without 截至, 起, 以来 or 至今; a range is one shape. `first` and
    `last`, its first and last day, are known where the year is written and nothing is masked. `year_offset` is set by
    今年 (0), 去年 (-1), 前年 (-2) and 明年 (1). `optional` marks expressions without a numeral (去年, 上半年, 目前).
    `bounds` are the two days without their year, for `resolve`; None where no year would settle them.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    granularity: Granularity
    year_written: bool
    year_offset: int | None
    masked: bool
    optional: bool
    bounds: tuple[Bound, Bound] | None = None


_YEAR_END = lazy_pattern("[当同]?年[底末](?![层数线部端位])")
_TO = lazy_pattern(TO)
_AND = lazy_pattern(AND)
_DAY_OF_MONTH = lazy_pattern(
    "(?<=[，。；])(?P<day>[12][0-9]|3[01]|[1-9]) ?日(?=[，、]|[上下中]午|晚上?|凌晨|又|再次?|召开|组织|举办|举行|开展|赴|邀请|印发)"
)
_LATER = 100  # characters between a day and the next one that leaves out its month
_BARE_YEAR = lazy_pattern(
    r"(?<![0-9A-Za-z./\-—–~:〔\[_*×$￥¥第])(?<![0-9][,，])(?<![A-Za-z] )(?P<first>(?:19|20)[0-9]{2})"
    r"(?: ?[-—–~至到]{1,2} ?(?P<last>(?:19|20)[0-9]{2}))?"
    r"(?!\.?[0-9]|[,，][0-9]{3}|[)）\]][0-9]| [0-9]|[A-Za-z‰/\-—–~:*×〕_]"
    rf"|[十百千万亿余多来年月日号级届版街路米]|{COUNTED})"
)


def date_shapes(
    flow: str, *, bare_years: bool = False, lunar: Sequence[tuple[int, int]] | None = None
) -> list[DateShape]:
    """All calendar expressions of a flow text, in order, not overlapping. Linear in the text's length.

    Days of the lunar calendar (农历二月十九) are none; `lunar` has their spans where they are known already.
    With `bare_years` a number from 1900 to 2099 that stands alone (2018, 2015-2020) counts as a year too.
    """
    found: list[DateShape] = []
    pos = 0
    others = list(lunar_days(flow) if lunar is None else lunar)[::-1]
    while candidate := CANDIDATE.search(flow, pos):
        while others and others[-1][1] <= candidate.start():
            others.pop()
        if others and others[-1][0] <= candidate.start():
            pos = others[-1][1]
            continue
        pos = _read(flow, candidate.start(), found) or candidate.start() + 1
    if bare_years:
        found = _with_bare_years(flow, found)
    return found


def resolve(shape: DateShape, year: int | None) -> tuple[date, date] | None:
    """The first and the last day of a shape if it belongs to `year`; None where that does not settle it.

    A written year wins over `year`. 去年 counts back from `year`. Masked dates, 目前, 近年来 and a 29 February of a
    common year give None.
    """
    if shape.first is not None and shape.last is not None:
        return shape.first, shape.last
    if shape.bounds is None or year is None:
        return None
    return _days(shape.bounds, year)


def _read(flow: str, start: int, found: list[DateShape]) -> int | None:
    """Reads one expression, or one list of them, at `start`; returns where to go on."""
    point = read_point(flow, start)
    if point is None:
        return None
    to = _TO.match(flow, point.end) if point.first or point.masked else None
    other = _second(flow, point, to.end()) if to else None
    if other is None and point.open and not _AND.match(flow, point.end):
        return None
    if point.open and other is None and _is_marker(flow, point):
        return None
    joined = _join(point, other) if other else point
    if joined is None:
        return point.end
    found.append(_shape(joined))
    if joined.granularity == "day" and joined.first:
        return _read_more_days(flow, joined, found)
    return joined.end


def _is_marker(flow: str, point: Point) -> bool:
    """3、4月份 at the start of a paragraph is a list marker and a month."""
    return point.end - point.start < 3 and (point.start == 0 or flow[point.start - 1] in "\n。")


def _second(flow: str, point: Point, pos: int) -> Point | None:
    """The other end of a range; it may leave out what it shares with the first (12月4日-8日, 11月至年底)."""
    year_end = _YEAR_END.match(flow, pos)
    if year_end and point.first and point.granularity in ("month", "day"):
        last = Bound(point.first.year, point.first.offset, 12, 31)
        return Point(pos, year_end.end(), "month", last, last, point.year_offset)
    other = read_point(flow, pos)
    if other and (other.first or other.masked) and not _counts_from_context(other):
        years = {"year"} & {point.granularity, other.granularity}
        return other if not years or (_has_year(point) and _has_year(other)) else None
    numeric = read_numeric_end(flow, pos, point)
    if numeric:
        return numeric
    match = DAY_ALONE.match(flow, pos)
    if match and point.granularity == "day" and point.first:
        day = Bound(point.first.year, point.first.offset, point.first.month, small_number(match["day"]))
        return Point(pos, match.end(), "day", day, day, point.year_offset)
    return None


def _has_year(point: Point) -> bool:
    return point.year_written or point.follows or point.year_offset is not None


def _counts_from_context(point: Point) -> bool:
    """全年, 年底 and 当年 end no range: their year is that of the text around them."""
    return point.wordy and point.year_offset is None and not point.follows


_FINEST: tuple[Granularity, ...] = ("day", "month", "quarter", "other", "year")


def _join(first: Point, last: Point) -> Point | None:
    """One point from both ends of a range, or None where it would run backwards."""
    granularity = next(g for g in _FINEST if g in (first.granularity, last.granularity))
    if first.masked or last.masked or first.first is None or last.last is None:
        return Point(
            first.start, last.end, granularity, masked=True, year_written=first.year_written or last.year_written
        )
    low, high = first.first, last.last
    if last.follows:
        high = high._replace(year=low.year + 1 if low.year else None, offset=low.offset + 1)
    elif high.year is None and last.year_offset is None:
        backwards = (high.month, high.day or 31) < (low.month, low.day)
        if backwards and low.year is None and first.year_offset is None:
            # 11月至3月 lies in two years, and nothing says in which.
            return first._replace(end=last.end, granularity=granularity, first=None, last=None, open=False, wordy=False)
        high = high._replace(year=low.year + backwards if low.year else None, offset=low.offset + backwards)
    if low.year is None and high.year is not None and first.year_offset is None:
        low = low._replace(year=high.year - ((high.month, high.day or 31) < (low.month, low.day)))
    if low.year and high.year and _day(low, 0) > _day(high, 0, last=True):
        return None
    written = first.year_written or last.year_written
    return Point(first.start, last.end, granularity, low, high, first.year_offset, year_written=written)


def _read_more_days(flow: str, point: Point, found: list[DateShape]) -> int:
    """The further days of a list (12月4、5日; 12月4日、5日和6日) and later ones of the month, each a shape of its own."""
    end = point.end
    assert point.last is not None
    last = point.last.day or 0
    while True:
        comma = _AND.match(flow, end)
        match = DAY_ALONE.match(flow, comma.end()) if comma else None
        if match is None and (match := _later_day(flow, end)) and small_number(match["day"]) <= last:
            break
        if match is None:
            break
        day = small_number(match["day"])
        after = flow[match.end() : match.end() + 1]
        if day > days_in(point.last.year, point.last.month) or after == "内":
            break
        last = day
        bound = point.last._replace(day=day)
        shape = _shape(Point(match.start(), match.end(), "day", bound, bound, point.year_offset))
        found.append(shape._replace(year_written=False))
        end = match.end()
    return end


def _later_day(flow: str, pos: int) -> re.Match[str] | None:
    """9月5日召开会议，12日又召开会议: a day that opens a clause a little later in the paragraph, with no date between."""
    match = _DAY_OF_MONTH.search(flow, pos, pos + _LATER)
    if match is None or "\n" in flow[pos : match.start()] or CANDIDATE.search(flow, pos, match.start()):
        return None
    return match


def _shape(point: Point) -> DateShape:
    bounds = (point.first, point.last) if point.first and point.last and not point.masked else None
    days = None
    if bounds and point.follows and bounds[0].year is None:
        bounds = None  # 次年 counts from a date that this expression does not hold
    if bounds and bounds[0].year and bounds[1].year:
        days = _days(bounds, 0)
    return DateShape(
        point.start,
        point.end,
        days[0] if days else None,
        days[1] if days else None,
        point.granularity,
        point.year_written,
        point.year_offset,
        point.masked,
        point.wordy,
        bounds,
    )


def _day(bound: Bound, year: int, *, last: bool = False) -> date:
    actual = bound.year or year + bound.offset
    return date(actual, bound.month, bound.day or days_in(actual, bound.month))


def _days(bounds: tuple[Bound, Bound], year: int) -> tuple[date, date] | None:
    try:
        first, last = _day(bounds[0], year), _day(bounds[1], year)
    except (ValueError, OverflowError):
        return None
    return (first, last) if first <= last else None


def _with_bare_years(flow: str, found: list[DateShape]) -> list[DateShape]:
    taken = [(shape.start, shape.end) for shape in found]
    index = 0
    for match in _BARE_YEAR.finditer(flow):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index < len(taken) and taken[index][0] < match.end():
            continue
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if first <= last:
            days = date(first, 1, 1), date(last, 12, 31)
            found.append(DateShape(*match.span(), *days, "year", True, None, False, False))
    return sorted(found, key=lambda shape: shape.start)
