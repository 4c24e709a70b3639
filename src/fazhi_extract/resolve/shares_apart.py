"""Shares whose words stand apart from their whole: 案件量占全区的7.5%; 分别为214件、133件，合计占61%; A占82%，B占13%."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import lend, preceding_index
from fazhi_extract.resolve.shares import is_case

# 罚款36万元，案件量占全区的7.5%
_AMOUNT = lazy_pattern(
    "[，；](?:其)?(?:案件|办案|受案|收案|受理)(?:总[数量]|数量|[数量])占(?:比)?(?:全[国省市县区州][^，。；\\d]{0,8}?)?的?(?:约|近)?"
)
# 罚款2316万元，占全市案件总量的21%: not of the fines
_OF_AMOUNT = lazy_pattern("[，；]占(?:全[国省市县区州])?[^，。；\\d]{0,6}案件(?:总[数量]|数量)的(?:约|近)?")
_TOGETHER = lazy_pattern("，(?:合计|共计?|总共|三者|两者)占(?:比)?[^，。；\\d]{0,8}的?(?:约|近)?")
_NEXT = lazy_pattern("[，、；](?!其中|合计|共)[^，。；、\\d]{2,20}占(?:比)?(?:为|约|近)?")
_NAMED_SHARE = lazy_pattern("[^，。；、\\d]{1,24}占(?:比)?(?:为|约|近)?$")
_OF_OTHERS = lazy_pattern("人员|干部|经费|[资罚]?款|金额|资金|收入|全[国省市县区]")
_HUNDRED = 100


def share_apart(flow: str, matcher: Matcher, figures: list[Figure], i: int) -> bool:
    """Gives such a share what its whole, or the share in front of it, counts; whether it is one."""
    figure, former = figures[i], figures[i - 1] if i else None
    if figure.kind != "rate" or figure.unit != "%" or figure.growth or figure.role != "actual" or former is None:
        return False
    if former.sentence != figure.sentence or former.end >= figure.start or "占" not in flow[former.end : figure.start]:
        return False
    if _AMOUNT.fullmatch(flow, former.end, figure.start) or (
        former.kind == "money" and _OF_AMOUNT.fullmatch(flow, former.end, figure.start)
    ):
        return _of_cases(figures, i)
    if _TOGETHER.fullmatch(flow, former.end, figure.start):
        return _of_several(figures, i)
    return _in_row(flow, matcher, figures, i)


def _of_cases(figures: list[Figure], i: int) -> bool:
    cases = preceding_index(figures, i, lambda f: f.kind == "count" and f.role == "actual" and is_case(f.indicator))
    if cases is None:
        return False
    lend(figures[i], figures[cases])
    figures[i].links.append(("numerator", cases))
    figures[i].partial = True
    return True


def _of_several(figures: list[Figure], i: int) -> bool:
    """Of two figures or more that count the same cases, all of which it is the share of."""
    last, other = figures[i - 1], figures[i - 2] if i > 1 else None
    if other is None or not is_case(last.indicator) or last.indicator != other.indicator or last.kind != "count":
        return False
    lend(figures[i], last)
    figures[i].attributes = {key: value for key, value in last.attributes.items() if other.attributes.get(key) == value}
    figures[i].partial = True
    return True


def _in_row(flow: str, matcher: Matcher, figures: list[Figure], i: int) -> bool:
    """One more share of the cases that the share in front is of, if they are not more than all together."""
    figure, former = figures[i], figures[i - 1]
    whole = next((j for relation, j in former.links if relation == "whole"), None)
    if (
        former.kind != "rate"
        or former.growth
        or not is_case(former.indicator)
        or (whole is None and not former.partial)
    ):
        return False
    if not _NEXT.fullmatch(flow, former.end, figure.start) or _OF_OTHERS.search(flow, former.end, figure.start):
        return False
    told = _NAMED_SHARE.search(flow, former.clause[0], former.start)
    if told is None or (figure.value or 0) + (former.value or 0) > _HUNDRED:
        return False
    lend(figure, former)
    figure.partial = former.partial
    # 维持占60%，撤销占8%: what came of the first is not what came of the next
    figure.attributes = {key: value for key, value in former.attributes.items() if key == "stage"}
    if whole is not None:
        figure.attributes = dict(figures[whole].attributes)
        figure.links.append(("whole", whole))
    own = flow[former.end : figure.start]  # 公安类占45%，调解和解占30%
    read = read_attributes(matcher.indicator(figure.indicator or ""), None, own, "", "")
    figure.attributes |= {key: value for key, value in read.items() if key != "stage"}
    return True
