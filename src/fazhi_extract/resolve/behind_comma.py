"""What people did, told behind the comma of a number whose own clause only names them: 48名职工，参加了知识竞赛."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.outline import LONGEST_CLAUSE
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match, Matcher
from fazhi_extract.resolve.place import Place

# 全所48名职工，参加了…: a number with the noun that it counts, and no act
_WHOSE = lazy_pattern(
    "[，、；：]?(?:[^，。；、：\\d]{0,10}[局所镇县市省区乡委办站队厅院校统关位门]的?)?(?:共有?|现有|所有|组织|安排|选派|抽调|动员|在编|在职|在岗)?"
)
_PEOPLE_ALONE = lazy_pattern(
    "[^，。；、：\\d]{0,10}(?:职工|干部|人员|民警|队员|同志|党员|代表|负责人|骨干|律师|专家|学员|师生|学生|村民|群众|公务员|志愿者)"
)
_OPENING = 5  # how far behind the comma the act may begin
_RIGHT_STOP = lazy_pattern("[，。；：\\n]")


def behind_comma(matcher: Matcher, figure: Figure, place: Place) -> tuple[Place, list[Match]] | None:
    """48名职工，参加了知识竞赛: what fits by the clause behind that of a number whose own clause only names its noun."""
    text = matcher.plain.text
    if not _PEOPLE_ALONE.fullmatch(text, place.end, place.right) or not _WHOSE.fullmatch(text, place.left, place.start):
        return None
    if not text.startswith("，", place.right):
        return None
    stop = _RIGHT_STOP.search(text, place.right + 1, place.right + LONGEST_CLAUSE)
    beyond = place._replace(right=min(stop.start() if stop else place.right + LONGEST_CLAUSE, place.following))
    # 12名职工，慰问困难群众: the act opens the clause, or the noun in front of it has a word in the phrasing
    near = range(place.left, place.right + _OPENING)
    matches = [m for m in matcher.matches(figure, beyond) if any(at > place.right for at, _ in m.words)]
    matches = [m for m in matches if any(at in near for at, _ in m.words)]
    return (beyond, matches) if matches else None
