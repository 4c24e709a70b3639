"""Points in time as reports name them: calendar days whose year may be missing, relative or masked."""

from __future__ import annotations

from calendar import monthrange
from typing import Literal, NamedTuple

Granularity = Literal["day", "month", "quarter", "year", "other"]

LAST = 0
"""As the day of a bound: the last one of its month."""


class Bound(NamedTuple):
    """The first or the last day of a stretch.

    `year` is None where none is written; `offset` then counts from the year that is meant.
    """

    year: int | None
    offset: int
    month: int
    day: int


class Point(NamedTuple):
    """A stretch of time as one expression names it; `first` and `last` are None where it cannot be told when it is."""

    start: int
    end: int
    granularity: Granularity
    first: Bound | None = None
    last: Bound | None = None
    year_offset: int | None = None
    masked: bool = False
    wordy: bool = False
    """No numeral in it: 去年, 年底, 上半年."""
    follows: bool = False
    """Its year is the one after the date before it: 次年3月."""
    open: bool = False
    """Its last unit stands only once, behind the range or list: 7 in 7-10月."""
    year_written: bool = False


ROUND_ZERO = "〇零○◯OＯ0"
"""What stands for the zero of a year in Chinese digits: 二〇二一, 二○二一, 二O二一."""


def small_number(text: str) -> int:
    """A number up to 39 in Arabic or Chinese digits, as months and days are written; 元 and 首 are one."""
    text = text.lstrip("初")
    if text.isdecimal():
        return int(text)
    if text in "元首":
        return 1
    tens, ten, ones = text.rpartition("十")
    digits = "零一二三四五六七八九"
    value = digits.index(ones) if ones else 0
    return value + (10 * (digits.index(tens) if tens else 1) if ten else 0)


def year_number(text: str) -> int:
    """A year in Chinese digits: 二〇二一, 二○二1 as typed, 两千零四, and 零八 or 98 of this century or the last."""
    if text[1] == "千":
        rest = text[2:].lstrip("零")
        return 2000 + small_number(rest)
    number = 0
    for char in text:
        number = number * 10 + (
            int(char) if char.isdecimal() else 0 if char in ROUND_ZERO else "零一二三四五六七八九".index(char)
        )
    return number if len(text) == 4 else number + (2000 if number <= 50 else 1900)


def days_in(year: int | None, month: int) -> int:
    """The days of a month; without a year February has 29, for it may be a leap year."""
    return monthrange(year or 2000, month)[1]


class Year(NamedTuple):
    """The year a point stands in: written, relative (今年) or, where nothing precedes, neither."""

    end: int
    number: int | None = None
    offset: int | None = None
    masked: bool = False
    wordy: bool = False
    follows: bool = False
    open: bool = False
    written: bool = False

    def bound(self, month: int, day: int) -> Bound:
        return Bound(self.number, self.offset or int(self.follows), month, day)

    def point(
        self, start: int, end: int, granularity: Granularity, low: tuple[int, int], high: tuple[int, int], **more: bool
    ) -> Point:
        first, last = (None, None) if self.masked else (self.bound(*low), self.bound(*high))
        return Point(
            start,
            end,
            granularity,
            first,
            last,
            self.offset,
            self.masked,
            follows=self.follows,
            year_written=self.written,
            **more,
        )
