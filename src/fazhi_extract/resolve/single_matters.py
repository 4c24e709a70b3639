"""Whether 一件, 一次 and the like count, or are articles, slogans and vows."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity
from fazhi_extract.model.vocabulary import TurnedDownReason

CLAUSE_END = lazy_pattern("[，。；、：！？）)\n]|$|以上|以下|以内|左右")
_ADVERB_TOGETHER = lazy_pattern(
    "(?:申请人|当事人|原告|被告|第三人|行政|民事|刑事|案|事件|事故|投|诉讼|复议|举|信访|违|典型|重大|较大|医|安全|因|涉|败|非法|群|交通|火|生产|校园|[，。；、）)\n]|$)"
)
_COUNTING = ("共", "计", "仅", "只", "有", "各", "发生", "办理", "受理", "查处", "收到")
_TOGETHER_WITH = frozenset("在和同与跟一合联")
_TURNED_INTO = lazy_pattern("(?:变成|成为|当作|当成|作为[^，。；、]{0,6}|办成|集成到|集中到|汇集到|拧成|织成|下好)$")
_TEACHES_ALL = lazy_pattern("[、，][^，。；、]{2,4}一[片方面批大]")
_OF_CASES = "[^，。；、]{0,4}(?:复议|诉讼|案|处罚|投诉|举报|纠纷|信访|许可|事故)"
_OF_RECORD = ("受理", "立案", "收到", "新收", "发生", "诉讼", "复议", "案件")  # 受理一起，办结一起 counts
_VOWED = lazy_pattern("坚持|做到|确保|实行|力求|每一")
_MATTERS = frozenset("件起宗例")
_ALONE = ("仅有", "只有", "共有")
_COUNTED_ALONE = frozenset("人名位家户件起宗例部")  # 只有一个目标, 只有一门之隔 count nothing
# 其中一件被撤销: what became of one matter of several
_BECAME = lazy_pattern(
    "(?:案件)?(?:被(?:撤|纠|确认|变更|责令|驳)|维持|撤销|撤回|驳回|终止|中止|申请人|当事人|原告|法院|不予受理|不予立案|确认违法|调解|和解|败诉|胜诉|未结|未审结|正在审|正在办|尚未|尚在|已(?:审结|办结|结案|撤)|审结|办结|结案)"
)
_ANAPHORIC = lazy_pattern(
    "(?:这|那|该|上述|以上|前述|此|同|每|某|任|哪|逐|另|唯|万|单|统|专|同样|其中|第|归|划|不|进|有|按)$"
)


def single_matter(flow: str, q: Quantity, left: str) -> TurnedDownReason | None:
    """一次, 一批 and the like before a noun are articles; behind one, at a clause's end, they count."""
    at = q.number.start
    vowed = _VOWED.search(flow, max(0, at - 16), at)  # 坚持受理一件、审理一件、结案一件: then no record is one
    recorded, cases = ("", "") if vowed else (f"(?<!{'|'.join(_OF_RECORD)})", f"(?!{_OF_CASES})")
    unit, reach = re.escape(q.unit or ""), flow[q.end : q.end + 8]
    once_more = re.match(f"[^，。；]{{0,2}}一[^，。；、]|[、，]?{cases}[^，。；、]{{0,4}}一{unit}", reach)
    if reach.startswith("一") or (once_more and q.end < len(flow) and (vowed or not left.endswith(_OF_RECORD))):
        return "slogan"
    if re.search(f"{recorded}一{unit}[、，]?{cases}[^，。；、]{{0,4}}$", flow[max(0, at - 10) : at]):
        return "slogan"  # 整改一个、销号一个
    if q.unit in _MATTERS and left.endswith(("其中", "其中有", "其中：", "，", "、")) and _BECAME.match(flow, q.end):
        return None
    if q.unit in _COUNTED_ALONE and left.endswith(_ALONE):
        return None  # 仅有一人持证
    if _ANAPHORIC.search(left) or left.endswith("的"):
        return "idiom"
    if _TURNED_INTO.search(left) or _TEACHES_ALL.match(flow, q.end):
        return "slogan"  # 变成一堂普法课, 集成到一处; 查处一个、警示一片
    if left.endswith(_COUNTING):
        return None
    if q.unit == "批":
        return "idiom"  # 张贴标语一批
    ends = bool(CLAUSE_END.match(flow, q.end))
    if q.unit == "起":
        return None if _ADVERB_TOGETHER.match(flow, q.end) and left[-1:] not in _TOGETHER_WITH else "idiom"
    if q.family == "time" and q.bound == "exact":
        return "idiom"  # 关键一年, 每天
    if q.article or q.family == "time":
        return None if ends and left[-1:] not in "，。；、：\n的了" and left else "idiom"
    return None
