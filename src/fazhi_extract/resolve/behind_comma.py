"""What people did, or money was spent on, told behind the comma of a number whose own clause only names them.

48名职工，参加了知识竞赛; 投入35万元，购置执法记录仪40台.
"""

from __future__ import annotations

from dataclasses import replace

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
# 投入经费35万元，购置…: a sum with its being spent, and not what for
_SPENT = lazy_pattern(
    "[，、；：]?(?:共|累计|先后|全年|今年|本年度?|另|又|再)?(?:投入|投资|斥资|出资|安排|拨付|落实|列支|争取|筹集|筹措|挤出|自筹)"
    "(?:各类|财政|专项|自有|工作|上级)?(?:资金|经费|费用)?(?:共|共计|达)?"
)
_OPENING = 5  # how far behind the comma the act may begin
_RIGHT_STOP = lazy_pattern("[，。；：\\n]")


def behind_comma(matcher: Matcher, figure: Figure, place: Place) -> tuple[Place, list[Match]] | None:
    """What fits by the clause behind that of a number whose own clause only names its noun, or that it was spent."""
    text = matcher.plain.text
    if not text.startswith("，", place.right):
        return None
    if figure.kind == "money":
        alone = place.end == place.right and _SPENT.fullmatch(text, place.left, place.start)
    else:
        alone = _PEOPLE_ALONE.fullmatch(text, place.end, place.right) and _WHOSE.fullmatch(
            text, place.left, place.start
        )
    if not alone:
        return None
    stop = _RIGHT_STOP.search(text, place.right + 1, place.right + LONGEST_CLAUSE)
    beyond = replace(place, right=min(stop.start() if stop else place.right + LONGEST_CLAUSE, place.following))
    # 12名职工，慰问困难群众: the act opens the clause, or the noun in front of it has a word in the phrasing
    near = range(place.left, place.right + _OPENING)
    # A mark right behind a number shuts what fits behind it: a sum is read as if the act stood there.
    reading = replace(beyond, end=place.right + 1) if figure.kind == "money" else beyond
    matches = [m for m in matcher.matches(figure, reading) if any(at > place.right for at, _ in m.words)]
    matches = [m for m in matches if any(at in near for at, _ in m.words)]
    return (beyond, matches) if matches else None
