"""Which numbers in Chinese characters are figures: only with a measure word, and not every time then."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity
from fazhi_extract.model.vocabulary import TurnedDownReason
from fazhi_extract.resolve.single_matters import CLAUSE_END, single_matter
from fazhi_extract.rulebook.lexicon import aspects

_AFTER_NAME = lazy_pattern(
    "级|审(?!核|查|批|理|议|定|计|结|验)|线(?!索)|号|路|楼|室|栋|幢|弄|巷|版|型(?!号)|代(?!表|码|理)|维|星|层级|届|大(?!类|项|量|约|型|队|批|件)|产业|字|法(?!律|院|规|制|治|官|人)|中全会|手|头|旁|岸|侧|江|河|湖|省|市(?!场)|县(?!区)|州|山|川|角(?!钱)|号文|定|律|般|致|体|切|贯|并|时|直|样|带|旦|些|向|度(?!电)|流|行"
)
SLOGAN_HEAD = lazy_pattern(
    "一(?!般|类|次性|级|等)|不(?!合格|同|符|达标|稳定|良|规范|放心|动产)|必须|统一|严禁|坚持|强化|意识|自信|维护|确立|代表|到位|结合|最严|务必|带头|转变|服从|率先|全面|健全|零|最|转移|转型|革命"
)
# 三包一挂, 四通一达: two numbers, each with one character by which agencies count nothing.
_COUNTING_CHARACTERS = "件起人家次名份个台辆宗场期条项户处例批元款部张本套位类分成倍年月日天周轮号"
_PAIRED = lazy_pattern(
    f"[一二两三四五六七八九十](?![{_COUNTING_CHARACTERS}])[\u4e00-\u9fff][一二两三四五六七八九十](?![{_COUNTING_CHARACTERS}审])[\u4e00-\u9fff]"
)
_QUOTED_NAME = lazy_pattern("“[^”\n]{1,10}”(?=[，。；、）)和及与建]|$)")  # 三个“一号工程”
_SLOGAN_UNITS = frozenset("个项类种条")
_STATED_ZERO = lazy_pattern(
    "(?:率|数|量|件|复议|诉讼|应诉|败诉|信访|上访|投诉|举报|事故|事件|伤亡|纠错)(?:均|都)?(?:为|是|保持|实现)$"
)
# 五年法治建设规划, 三天行动: a written-out time in front of a noun is part of a name.
_NAMED_TIME = lazy_pattern("[\u4e00-\u9fff](?<![以之内的后前左上至到起共满多整及和或])")
_PER_HEAD = lazy_pattern("人[^，。；、\\d]{0,8}(?:率|比|拥有|配备|数)")
_PLACE_BY_MILES = lazy_pattern("[镇乡村街河桥店堡坪铺庙山沟洼营屯园岗坡湾畈冲塘台社]")  # 七里镇, 十里铺
_POINTING = ("每", "某", "这", "那", "第", "该")


def written_out(flow: str, q: Quantity) -> TurnedDownReason | None:
    """Written-out numbers are figures only with a measure word, and not every time then."""
    at, end = q.number.start, q.number.end
    if q.kind in ("rate", "money", "ratio"):
        return None
    if q.start == at and aspects().chinese.match(flow, end):
        return "other"
    if q.unit is None:
        return _bare(flow, q)
    if flow[at:end] == "万" and _PER_HEAD.match(flow, end):
        return "idiom"  # 万人诉讼率: for each ten thousand
    left = flow[max(0, at - 4) : at]
    if end - at == 1 and _PAIRED.match(flow, at):
        return "slogan"
    if q.value == 1 and end - at == 1:
        return single_matter(flow, q, left)
    if q.unit in _SLOGAN_UNITS and _QUOTED_NAME.match(flow, q.end):
        return "slogan"
    if q.unit == "年" and flow[max(0, at - 4) : at].isdecimal():
        return "other"  # 2005和2006两年
    if q.unit in _SLOGAN_UNITS and SLOGAN_HEAD.match(flow, q.end):
        return "slogan"
    # 王某三名律师: more than one of them are no 某
    if left.endswith(_POINTING) and not (left.endswith("某") and (q.value or 0) > 1):
        return "idiom"
    if q.family == "time" and flow[max(0, at - 2) : at] in ("连续", "持续"):
        return "other"
    if q.unit == "年" and q.bound == "exact" and _NAMED_TIME.match(flow, q.end):
        return "name"
    if q.unit in ("级", "大", "届", "代"):
        return "name"
    if q.unit in ("日", "天") and flow[at] in "百千":
        return "name"
    if q.unit == "里" and _PLACE_BY_MILES.match(flow, q.end):
        return "name"
    return None


def _bare(flow: str, q: Quantity) -> TurnedDownReason | None:
    at, end = q.number.start, q.number.end
    if q.start < at or q.number.more or q.number.scale >= 10000:
        return None if end - at > 1 or q.start < at else "idiom"
    if q.value is not None and q.value >= 100 and end - at >= 3 and CLAUSE_END.match(flow, end):
        return None
    if q.value == 0:
        return None if _STATED_ZERO.search(flow, max(0, at - 8), at) else "idiom"
    if (
        q.number.value is not None
        and q.number.value >= 2
        and re.match("部门(?!规章|法|间)|县区|区县|镇街|街镇|市县", flow[end : end + 4])
    ):
        return None
    if _AFTER_NAME.match(flow, end):
        return "name"
    return "idiom" if flow[at:end] in ("一", "十", "百", "千", "万", "零", "两") else "name"
