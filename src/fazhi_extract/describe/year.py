"""Which year a report tells of: by its title, its first sentences, else the day on which it was signed."""

from __future__ import annotations

import re

from fazhi_extract.describe.described import Described, number
from fazhi_extract.layout.marks import ZERO
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_REPORTED = lazy_pattern(r"(?:现将|汇报|报告)[^。；\n《]{0,30}?(?P<y>(?:19|20)\d\d)年(?!\d{1,2}月)")
_DAY = lazy_pattern(r"\d{1,2}月\d{1,2}日")
_YEAR = lazy_pattern(rf"(?P<y>(?:19|20)\d{{2}}|二[{ZERO}][{ZERO}一二三四五六七八九]{{2}})年")
_SINCE = lazy_pattern(r"(?:\d{1,2}月)?(?:\d{1,2}日)?以来")
# A year that stands beside the one reported on: 比2009年四季度下降, 我局于2004年12月成立
_COMPARED = lazy_pattern("[比较]$")
_FOUNDED = lazy_pattern(
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|经?批准|(?:由|从|在)?[^，。；\d]{0,14}(?:合并|改革)[中时后]?)?(?:挂牌)?(?:成立|组建|挂牌|设立)(?=[的，。；后]|以来|至今)"
)
# 在2018年全市工作会议上获悉，2017年全市…: when it was told, not of when
_MEETING = lazy_pattern("[^，。；《》]{0,16}(?:大会|会议|例会|座谈会|发布会)上")
_FIRST_WORDS = 400  # characters of a text without headings in which it says what it tells of
_BEHIND_HEADING = 300


def put_reporting_year(source: SourceText, found: Described, title: tuple[int, int] | None, first_heading: int) -> None:
    """The year of the title (its flow span), else of the text in front of the first heading, else of that right behind
    it; else the one before the report was signed, printed or published."""
    flow, start = source.flow, found.body_start
    headed = first_heading > start
    places = [title] if title else []
    places.append((start, first_heading if headed else min(len(flow), start + _FIRST_WORDS)))
    if headed:
        places.append((first_heading, min(len(flow), first_heading + _BEHIND_HEADING)))
    for place in places:
        told = _REPORTED.search(flow, *place) if place != title else None  # 现将我局2022年度…情况报告如下
        year = told or _year_in(flow, place, sure=place == title)
        if year is not None:
            last = _last_of_range(flow, year, start)
            found.put("reporting_year", number(last[0]), last[1])
            return
    for name in ("signed_on", "printed_on", "published_on"):
        if name in found.values:
            found.put("reporting_year", int(str(found.values[name])[:4]) - 1, found.spans[name])
            return


def _year_in(flow: str, place: tuple[int, int], sure: bool) -> re.Match[str] | None:
    """The first year of a place that is the one reported on. `sure`: each year there may be."""
    years = [
        m
        for m in _YEAR.finditer(flow, *place)
        if flow[m.end() : m.end() + 1] != "—"
        and not re.search("《[^》]*$", flow[max(0, m.start() - 40) : m.start()])
        and (sure or not _beside(flow, m))
    ]
    # a whole date may be the page's own
    whole = [m for m in years if not _DAY.match(flow, m.end()) and not _MEETING.match(flow, m.end())] or years
    return whole[0] if whole else None


def _beside(flow: str, year: re.Match[str]) -> bool:
    """Whether a year is only compared with, or is that in which the body was founded."""
    compared = _COMPARED.search(flow, max(0, year.start() - 1), year.start())
    return compared is not None or _FOUNDED.match(flow, year.end()) is not None


def _last_of_range(flow: str, year: re.Match[str], start: int) -> tuple[str, tuple[int, int]]:
    """2010 of 2008年以来…2008年1月至2010年5月: the last year where the text says how far it goes that begins with this one."""
    if _SINCE.match(flow, year.end("y") + 1):
        through = re.compile(year["y"] + r"年(?:\d{1,2}月)?(?:\d{1,2}日)?[至到—-](?P<y>(?:19|20)\d\d)年").search(
            flow, start
        )
        if through:
            return through["y"], through.span("y")
    return year["y"], year.span("y")
