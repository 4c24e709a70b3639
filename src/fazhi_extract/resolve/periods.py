"""What days a figure covers: those that its sentence states, else the reporting year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, Protocol

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.earlier_years import year_in_list
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.listed_times import SEPARATELY, place_in_list
from fazhi_extract.text import SourceText

_UNTIL = lazy_pattern("(?:截至|截止到?|至|到)(?:目前|今年)?$")
_SINCE = lazy_pattern("^(?:以来|起|至今|开始)")
_LONGEST_LIST = 100  # characters between a list of dates and the last figure of theirs
_BESIDE = 6  # 上年的240件, 2020年同期平均12天: how far the words of an earlier value reach back to its date
_SAME_TIME = 14  # characters in front of a number in which 同期 is said of it
_COMPARED = lazy_pattern("(?:较|比|与|由|从|同比|相比|高于|低于|多于|少于)$")
_MEASURED_BY = lazy_pattern("(?:是|为|相当于|占|超过?)$")
_AND = lazy_pattern("[、和与及]")
_SEPARATELY = lazy_pattern(SEPARATELY)
_LONGEST_YEAR = 400  # days that a figure about one year may cover: 2021年12月至2022年11月
_ITS_YEAR = lazy_pattern("(?:度|同期|全年)?(?:的|为)?")
_LAST_YEAR = lazy_pattern("(?:去年|上年|上一年)(?:同期|度)?[^，。；]{0,6}$")


class Dated(Protocol):
    """A date mention in the flow."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...
    @property
    def granularity(self) -> str: ...


class Period(NamedTuple):
    """Days, both included; `stated`: a date in the sentence says so."""

    start: date | None
    end: date | None
    stated: bool


def periods(
    source: SourceText, figures: Sequence[Figure], days: Sequence[Dated], year: int | None, ahead: int | None
) -> list[Period | None]:
    """The period of each figure; None where neither the sentence nor the report says. `ahead`: the year that plans are for."""
    starts = [d.start for d in days]
    runs = _runs(source.flow, days)
    earlier = {f.prior_of: f for f in figures if f.prior_of is not None}
    found: list[Period | None] = []
    for i, figure in enumerate(figures):
        told = year_in_list(source.flow, figures, i)
        if told is not None:
            found.append(Period(date(told, 1, 1), date(told, 12, 31), True))
            continue
        at = bisect_left(starts, figure.start) - 1
        listed = None
        if at >= 0 and runs[at] < at and days[at].start >= figure.sentence[0]:
            listed = _of_list(source.flow, figures, i, days, range(runs[at], at + 1))
        found.append(listed or _period(source.flow, figure, earlier.get(i), days, starts, runs, year, ahead))
    _like_others(source.flow, figures, found)
    return found


def _like_others(flow: str, figures: Sequence[Figure], found: list[Period | None]) -> None:
    """An earlier value of the same time (1—6月30件，去年同期25件) covers it a year before; a change, the time of what it changed."""
    for i, figure in enumerate(figures):
        period = found[i]
        if period is None or period.start is None or not figure.links or figure.role not in ("prior", "change"):
            continue
        of = next((j for relation, j in figure.links if relation in ("later", "changed")), None)
        newer = found[of] if of is not None else None
        if newer is None or newer.start is None or newer.end is None or not newer.stated:
            continue
        if (newer.end - newer.start).days >= _LONGEST_YEAR:
            continue
        if figure.role == "change":
            if of is not None and figures[of].sentence == figure.sentence:
                found[i] = newer
        elif flow.find("同期", max(figure.sentence[0], figure.start - _SAME_TIME), figure.start) >= 0:
            years = max(1, newer.end.year - period.start.year)  # 较2021年同期
            found[i] = Period(_year_before(newer.start, years), _year_before(newer.end, years), True)


def _year_before(day: date, years: int) -> date:
    """The same day some years before; of a 29 February the day in front of it."""
    return date(day.year - years, day.month, min(day.day, 28) if day.month == 2 and day.day == 29 else day.day)


def _runs(flow: str, days: Sequence[Dated]) -> list[int]:
    """For each date the first one of the list that it stands in: 2020、2021、2022年, 6月和7月."""
    runs: list[int] = []
    for i, day in enumerate(days):
        before = days[i - 1] if i else None
        joined = (
            before is not None
            and before.granularity == day.granularity
            and before.last is not None
            and day.first is not None
            and before.last < day.first
            and _AND.fullmatch(flow, before.end, day.start)
        )
        runs.append(runs[-1] if joined else i)
    return runs


def _of_list(flow: str, figures: Sequence[Figure], i: int, days: Sequence[Dated], listed: range) -> Period | None:
    """6月、7月分别办案12件、9件: the date of its own that a list with 分别 gives the i-th figure."""
    figure, last = figures[i], days[listed[-1]]
    separately = _SEPARATELY.match(flow, last.end, figure.start)
    if separately is None or figure.start - last.end > _LONGEST_LIST:
        return None
    if _COMPARED.search(flow, max(0, days[listed[0]].start - 3), days[listed[0]].start):
        return None
    at = place_in_list(flow, figures, i, len(listed), separately.end())
    if at is None:
        return None
    own = days[listed[at]]
    return None if own.first is None or own.last is None else Period(own.first, own.last, True)


def _period(
    flow: str,
    figure: Figure,
    earlier: Figure | None,
    days: Sequence[Dated],
    starts: list[int],
    runs: list[int],
    year: int | None,
    ahead: int | None,
) -> Period | None:
    """`runs`: where the list begins that a date stands in; `earlier`: the value that the figure has come from (由上年的240件增加到251件)."""
    for i in range(bisect_left(starts, figure.start) - 1, -1, -1):
        day = days[i]
        if day.start < figure.sentence[0]:
            break
        if day.first is None or day.last is None:
            continue
        if earlier is not None and day.end <= earlier.start <= day.end + _BESIDE:
            continue
        if _UNTIL.search(flow, max(0, day.start - 6), day.start):
            return Period(date(day.last.year, 1, 1), day.last, True)
        if _SINCE.match(flow[day.end : day.end + 4]):
            end = date(year, 12, 31) if year and day.first.year <= year else None
            return Period(day.first, end if end is None or end >= day.first else None, True)
        if day.granularity in ("year", "quarter", "month") or day.first != day.last:
            since = days[runs[i]]
            if (
                figure.role == "prior"
                and day.granularity == "year"
                and _ITS_YEAR.fullmatch(flow, day.end, figure.start)
            ):
                return Period(day.first, day.last, True)  # 由2019年的14.3%、2020年的9.1%降到3.2%
            if day.granularity == "year" and _COMPARED.search(flow, max(0, since.start - 3), since.start):
                continue
            # 是2021年的1.2倍，按期办结率99%: the year that something is measured by
            if (
                day.granularity == "year"
                and flow.startswith("的", day.end)
                and _MEASURED_BY.search(flow, max(0, day.start - 3), day.start)
            ):
                continue
            # 由上年的11名增加到16名，出具意见74份: the last year is that of the value beside it alone.
            if figure.role == "actual" and flow[day.start] in "上去" and flow.find("，", day.end, figure.start) >= 0:
                continue
            if day.granularity in ("month", "quarter") and not _unbroken(days[runs[i] : i + 1]):
                return Period(date(day.last.year, 1, 1), date(day.last.year, 12, 31), False)  # 6月、12月检查36家
            return Period(since.first, day.last, True)
    if year is None or ahead is None:
        return None
    if figure.role == "prior" and _LAST_YEAR.search(flow, figure.clause[0], figure.start):
        return Period(date(year - 1, 1, 1), date(year - 1, 12, 31), True)
    if figure.role == "target":
        return Period(date(ahead, 1, 1), date(ahead, 12, 31), False)
    return Period(date(year, 1, 1), date(year, 12, 31), False)


def is_headline(figure: Figure, period: Period | None, year: int | None) -> bool:
    """Whether a figure is one to tabulate for its indicator and attributes.

    Role actual, not in words, about the reporting year, about the issuer's whole work, no part of another figure.
    """
    if figure.indicator is None or figure.role != "actual" or figure.form == "in_words":
        return False
    if figure.scope_kind not in (None, "own", "system"):
        return False
    if figure.partial or any(relation == "whole" for relation, _ in figure.links):
        return False
    return period is None or year is None or is_of_year(period.start, period.end, year)


def is_of_year(start: date | None, end: date | None, year: int) -> bool:
    """Whether a stretch of days is one that a year's figure may cover: it ends in the year and is no longer than about one."""
    if end is None or end.year != year:
        return False
    return start is None or (end - start).days < _LONGEST_YEAR


def _unbroken(days: Sequence[Dated]) -> bool:
    """Whether each of some dates follows on the one in front: 6月和7月."""
    return all(a.last is not None and b.first is not None and (b.first - a.last).days == 1 for a, b in pairwise(days))
