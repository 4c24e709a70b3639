"""Cases without a kind of their own that fines stand behind: 办理案件486件，罚没款612万元."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher

_CASES = "penalty.cases"
_MONEY = ("penalty.fine_amount", "penalty.total_amount", "penalty.confiscated_amount")
_BARE = lazy_pattern(
    "[，；]?(?:[一二三四五六七八九十]是)?(?:全[市县区省州局]|我局|全系统)?(?:全年|今年|共|累计|依法){0,3}(?:办理|查办|办结|审结|结案|查结)(?:各类|执法|违法)?(?:案件?)?(?:共计?)?"
)
_ASIDE = lazy_pattern("\\((?:含|其中|同比|较上年|比上年)[^()]{1,24}\\)")
_UNITS = ("件", "起", "宗")


def settle_fined_cases(flow: str, matcher: Matcher, figures: list[Figure]) -> None:
    """Gives such cases the meaning that the money directly behind them has in the same sentence."""
    if _CASES not in matcher.book.indicators:
        return
    for i, figure in enumerate(figures[:-1]):
        money, behind = figures[i + 1], figure.end
        aside = _ASIDE.match(flow, figure.end) if i + 2 < len(figures) else None
        if aside is not None and figures[i + 2].start >= aside.end():
            money, behind = figures[i + 2], aside.end()  # 办结案件860件(含上年结转42件)，罚没款98万元
        if figure.indicator is not None or figure.unit not in _UNITS or figure.role != "actual":
            continue
        if money.indicator not in _MONEY or money.sentence != figure.sentence or money.role != "actual":
            continue
        begins = max(figure.sentence[0], figures[i - 1].end if i else 0)
        own = flow[begins : figure.start]
        if _BARE.fullmatch(own) is None or not 1 <= money.start - behind <= 8:
            continue
        figure.indicator, figure.rule = _CASES, money.rule
        figure.attributes = read_attributes(matcher.indicator(_CASES), None, own, "", "", figure.why)
        figure.doubts.append("subject-far")
