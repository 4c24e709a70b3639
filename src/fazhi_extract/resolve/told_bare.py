"""Counts told without a measure word, as in a form: 办理行政许可44、行政处罚0、其他类10."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity

_THING = lazy_pattern(
    "(?:许可|处罚|强制|征收征用|征收|征用|检查|确认|裁决|给付|备案|复议|应诉|诉讼|抽查|类|(?:交办|信访|转办|投诉|举报|办|来信|议案|提案|建议)件|企业|单位|隐患|问题|办结|受理|审结|立案|结案|整改|答复|培训班|人员|规范性文件|清理|废止|修订|公开|不予公开|减少|增加|申请|案件)$"
)
_LONGEST = 8  # characters of what is counted
_WITHIN = 40  # characters in front of such a number that may say that it counts nothing
_NOT_COUNTED = lazy_pattern(
    "权责清单|权力清单|权力事项|职权|事项\\d+项|考核|得分|评分|总分|电话|[表图]\\d|第[\\d一二三四五六七八九十百]+条|共\\d+章"
)
_NEXT = lazy_pattern("、[^，。；、\\d]{2,12}\\d+(?:[件宗起例次]?[，。；、()\n]|[件宗起例次]?$)")
TELLS_NO_UNIT = lazy_pattern("[，。；、()\n]|$")
YEAR = lazy_pattern("(?:19|20)\\d\\d")


def is_told(flow: str, q: Quantity) -> bool:
    """Whether a number without a measure word counts what stands in front of it, and is no mark, year or score."""
    at, end = q.number.start, q.number.end
    if not TELLS_NO_UNIT.match(flow, end) or not _THING.search(flow, max(0, at - _LONGEST), at):
        return False
    if q.number.decimals or YEAR.fullmatch(flow, at, end):
        return False
    if _NOT_COUNTED.search(flow, max(0, at - _WITHIN), at):
        return False
    # 行政处罚1、全年办理…: a list's mark; in a row the next number stands alone too
    return flow[end : end + 1] != "、" or _NEXT.match(flow, end) is not None
