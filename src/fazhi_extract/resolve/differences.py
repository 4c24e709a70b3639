"""Differences from an earlier year that are told by a comparing verb: 持证率98%，高于去年3个百分点; 立案86件，少于上年12件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure

_THAN = lazy_pattern(
    "(?:(?P<more>高于|高出|优于|好于|多于|超过|超出|长于)|低于|少于|不及|短于)"
    "(?:(?:上|去)年|上一年|前一?年|往年|(?:19|20)\\d\\d年)(?:度|同期|全年|水平|平均水平){0,2}约?$"
)
# 比上年的72件多办结8件, 比去年的9万件少了1万件: behind the earlier value, in the same unit
_BY = lazy_pattern("(?:(?P<more>多)|少)(?:[出了]|(?![于数年次])[\u4e00-\u9fff]){0,5}约?")
# 解读政策162篇，多出31篇: directly behind the value that has grown, in the same unit
_MORE_BY = lazy_pattern("，(?:同比|又|还|净)?(?:(?P<more>多)|少)[出了]约?")
# 普法活动比上年多举办24场，发放资料多1.2万份: compared with the same year
_ALSO_MORE = lazy_pattern("，[\u4e00-\u9fff]{2,8}(?:(?P<more>多)|少)[出了]?约?")
_ENDS = "，。；、)\n"  # and the end of the text
_LONGEST = 20  # characters of such words


def difference(flow: str, left: str, figure: Figure, before: Figure | None) -> int:
    """+1 or -1 where a figure is by how much this year's value lies above or below an earlier year's, 0 for anything else.

    立案86件，少于上年98件 gives the earlier value itself: the value in front tells which of the two a number can be.
    """
    if before is not None and before.role == "prior" and before.sentence == figure.sentence:
        by = _BY.fullmatch(left[before.end - figure.start :]) if before.unit == figure.unit else None
        if by is not None:
            return 1 if by["more"] else -1
    if left.endswith(("多", "少", "出", "了", "约")) and before is not None and before.sentence == figure.sentence:
        since = flow[before.end : figure.start]
        ends = flow[figure.end : figure.end + 1] in _ENDS  # 立案86件，少了3件证据
        told = _MORE_BY.fullmatch(since) if ends and before.unit == figure.unit and before.role == "actual" else None
        if told is None and before.role == "change" and before.kind == figure.kind != "rate":
            told = _ALSO_MORE.fullmatch(since)
        if told is not None:
            return 1 if told["more"] else -1
    told = _THAN.search(left[-_LONGEST:])
    if told is None:
        return 0
    sign = 1 if told["more"] else -1
    if figure.unit == "百分点":
        return sign
    of = before if before is not None and before.sentence == figure.sentence and before.unit == figure.unit else None
    if of is None or of.value is None or figure.value is None:
        return 0
    # A difference as large as the value itself would leave the earlier year with nothing, or with twice as much.
    return sign if 2 * figure.value < of.value else 0
