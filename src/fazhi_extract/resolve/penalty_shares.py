"""Shares of penalties that name what they are of themselves: 罚没款占全市的23.6%; 一般程序案件占比72.1%."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain

_SHARE = lazy_pattern(
    "(?P<of>[^，。；、\\d]{2,16}?)(?:所?占(?!(?:年度|全年|目标)?(?:目标|任务|计划)|财政|收入|地区)|比重)(?:比(?:例|重)?)?(?:[^，。；\\d]{0,12}的)?(?:约|达到?|高达|近|为|超过?|[降升增]至){0,3}$"
)
_MONEY = (
    (lazy_pattern("罚没(?:款|收入)?(?:金额|总额|数额|数)?$"), "penalty.total_amount"),
    (lazy_pattern("没收(?:违法所得|非法所得|财物)?(?:金额|数额)?$"), "penalty.confiscated_amount"),
    (lazy_pattern("罚款(?:金额|总额|数额|数)?$"), "penalty.fine_amount"),
)
_OTHER_CASES = lazy_pattern("复议|诉讼|应诉")
_CASES = lazy_pattern("(?:一般|普通|简易|快速办理|快办)程序(?:处罚)?案件(?:数量|数)?$")


def share_of_penalties(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place) -> bool:
    """Whether the i-th figure is a share whose own words name fines or cases of a procedure; sets what it is of if so."""
    figure = figures[i]
    if figure.kind != "rate" or figure.growth or figure.unit != "%" or figure.form != "number":
        return False
    m = _SHARE.search(plain.text, place.left, place.start)
    if m is None or _OTHER_CASES.search(plain.text, place.sentence_start, place.start):
        return False
    code = next((code for pattern, code in _MONEY if pattern.search(m["of"])), None)
    if code is None and _CASES.search(m["of"]):
        code = "penalty.cases"
    if code is None or code not in matcher.book.indicators:
        return False
    figure.indicator = code
    figure.attributes = read_attributes(matcher.indicator(code), None, m["of"], "", "", figure.why)
    figure.attributes.pop("stage", None)
    figure.partial = True
    return True
