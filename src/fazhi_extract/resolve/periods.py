"""What days a figure covers: those that its sentence states, else the reporting year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.text import SourceText

_UNTIL = lazy_pattern("(?:截至|截止到?|至|到)(?:目前|今年)?$")
_SINCE = lazy_pattern("^(?:以来|起|至今|开始)")
_BESIDE = 6  # 上年的240件, 2020年同期平均12天: how far the words of an earlier value reach back to its date
_COMPARED = lazy_pattern("(?:较|比|与|由|从|同比|相比|高于|低于|多于|少于)$")
_MEASURED_BY = lazy_pattern("(?:是|为|相当于|占|超过?)$")
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
    source: SourceText, figures: Sequence[Figure], days: Sequence[Dated], year: int | None
) -> list[Period | None]:
    """The period of each figure; None where neither the sentence nor the report says."""
    starts = [d.start for d in days]
    earlier = {f.prior_of: f for f in figures if f.prior_of is not None}
    return [_period(source.flow, f, earlier.get(i), days, starts, year) for i, f in enumerate(figures)]


def _period(
    flow: str, figure: Figure, earlier: Figure | None, days: Sequence[Dated], starts: list[int], year: int | None
) -> Period | None:
    """`earlier`: the value that the figure has come from (由上年的240件增加到251件)."""
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
            if day.granularity == "year" and _COMPARED.search(flow, max(0, day.start - 3), day.start):
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
            return Period(day.first, day.last, True)
    if year is None:
        return None
    if figure.role == "prior" and _LAST_YEAR.search(flow, figure.clause[0], figure.start):
        return Period(date(year - 1, 1, 1), date(year - 1, 12, 31), True)
    if figure.role == "target":
        return Period(date(year + 1, 1, 1), date(year + 1, 12, 31), False)
    return Period(date(year, 1, 1), date(year, 12, 31), False)


def is_headline(figure: Figure, period: Period | None, year: int | None) -> bool:
    """Whether a figure is one to tabulate for its indicator and attributes.

    Role actual, not in words, about the reporting year, about the issuer's whole work, no part of another figure.
    """
    if figure.indicator is None or figure.role != "actual" or figure.form == "in_words":
        return False
    if figure.scope_kind not in (None, "own", "system") or any(relation == "whole" for relation, _ in figure.links):
        return False
    return period is None or year is None or (period.end is not None and period.end.year == year)
