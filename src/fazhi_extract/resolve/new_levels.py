"""The new level behind a growth whose words name both: 检查企业同比增长5%，达38家."""

from __future__ import annotations

from dataclasses import replace

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.change_words import LEVEL_BEHIND, LEVEL_ENDS, NEW_LEVEL
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match, Matcher
from fazhi_extract.resolve.neighbours import lend
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.places import Places
from fazhi_extract.resolve.plain import Plain

_LEVEL = lazy_pattern(
    f"，?(?:已|总数|总量|数量)?(?:{NEW_LEVEL}|达到?了?|为|至)(?:约|近|目前的?)?|(?P<in_all>{LEVEL_BEHIND})"
)
# 案件总数同比大幅增长, 数量较上年上升: what stands behind the name of what grew
_GROWN = lazy_pattern(
    "(?:数量|总数|总量|件数|人数|数|量)?(?:同比|环比|(?:较|比|与)(?:去年|上年|上一年|往年|(?:19|20)\\d\\d年)度?(?:同期)?(?:相比)?)?，?(?:大幅|明显|分别|均|再)?"
    "(?:增长|增加|上升|提升|提高|下降|减少|降低|回落)(?:了|约|近|达|超过?)?$"
)
_PEOPLE = lazy_pattern("人次|.?人[数员]")
_LONGEST = 40  # characters between the name of what grew and the growth's number


def behind_growth(
    plain: Plain, matcher: Matcher, places: Places, figures: list[Figure], i: int
) -> tuple[Place, list[Match]] | None:
    """What fits a figure by the words in front of the growth before it, and the place of those words."""
    growth = figures[i - 1] if i else None
    if (
        figures[i].kind == "rate"
        or growth is None
        or not growth.growth
        or growth.kind != "rate"
        or growth.sentence != figures[i].sentence
    ):
        return None
    text = plain.text
    level = _LEVEL.fullmatch(text, plain.at(growth.end), plain.at(figures[i].start))
    end = plain.at(figures[i].end)
    if level is None or (level["in_all"] and text[end : end + 1] not in LEVEL_ENDS):
        return None
    first = places.of(i - 1)
    grown = _GROWN.search(text, max(first.left, first.start - _LONGEST), first.start)
    if grown is None or grown.start() == first.left:
        return None
    if _PEOPLE.match(text, grown.start() - 2) and figures[i].family != "person":
        return None  # 培训人次同比增长20%，共12期
    place = replace(first, start=grown.start(), end=grown.start(), right=grown.start())
    matches = matcher.matches(figures[i], place)
    return (place, matches) if matches else None


def share_level(figures: list[Figure], i: int) -> None:
    """Gives the growth in front of the i-th figure, a new level, what the level counts."""
    growth = figures[i - 1]
    if growth.indicator != figures[i].indicator:
        lend(growth, figures[i])
        growth.candidates = []
    growth.links.append(("changed", i))
