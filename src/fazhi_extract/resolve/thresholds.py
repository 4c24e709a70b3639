"""Conditions of a rule: 150平方米以下的场所, 罚款五千元以上, 7个工作日内, 每500人配备1名执法人员的标准."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.targets import CUT_TO
from fazhi_extract.rulebook.cues import Cues

_CONDITION_NOUN = lazy_pattern(
    "的|罚款|(?:[^，。；、\n]{0,3})?(?:场所|商场|商店|书店|住宿|项目|工程|建筑|企业|单位|人员|案件|用地|处罚|罚没|房|会议|采购|合同|林地|耕地)"
)
# 两天内办结了该案 tells what was done; 3日内办结 and 7日内未履行 lay down what has to be
_DONE_WITHIN = lazy_pattern(
    "(?:(?:即|就|便|全部|顺利|成功|迅速|快速|圆满|高效|连续|先后|依法){0,2}(?!未)[\u4e00-\u9fff]{2,4}了(?![解结])|(?:成功|迅速|快速|连续|先后)[^，。；、\\d]{2,4})"
)
_LAID_DOWN = lazy_pattern("应当?|须|必须|规定|要求|承诺|不得|制度|办法|条例|确保|力争|可|能|可以|凡|的，|若|如")
_AMOUNT_OF = lazy_pattern("(?:金额|数额|数量|价值)在$")  # 对个人罚款金额在2000元及以上的案件集体讨论
# 按照每500人配备1名执法人员的标准: how many there have to be
_STANDARD = "[^，。；、\\d]{0,12}?(?:标准|要求|比例|规定|原则)"
_STAFFED = "配(?:备|置|齐|足|有)?(?:不少于|至少)?"
_ONE_TO_SO_MANY = lazy_pattern(f"[^，。；、\\d]{{0,8}}{_STAFFED}[\\d一二两三四五]{{1,3}}[名人个位]{_STANDARD}")
_TO_EACH = lazy_pattern(
    f"(?:每|与|以|按)[\\d.一二两三四五十百千万]{{1,6}}[名人个户家亩][^，。；、\\d]{{0,8}}{_STAFFED}$|(?:按照?|依照|落实|达到|符合)每[^，。；、\\d]{{1,8}}?(?:{_STAFFED})?$"
)
_AS_STANDARD = lazy_pattern(_STANDARD)
# 按照不低于常住人口万分之五的标准, 高于40学时的规定标准
_LAID_DOWN_STANDARD = lazy_pattern("的(?:规定|法定|国家|省定|市定|统一|配备|最低)?(?:标准(?![化件样])|底线|红线)")
_BY_STANDARD = lazy_pattern("(?:按照?|依照|参照|对照|高于|低于|超过|超出|符合|达到)[^，。；]*$")
_EXTENT = lazy_pattern("(?:经营|建筑|占地|营业|使用)?面积$|高度$|长度$|宽度$")
_BEYOND = lazy_pattern("(?:超过|不足|低于|高于|达到)[^，。；]{0,12}$")
_BREACH = lazy_pattern("(?:等|的)?(?:违法|违规|违约|不合规)(?:违规)?(?:行为|情形|问题)")
_CASES_WORTH = lazy_pattern("的?(?!以[上下内])[^，。；、\\d]{0,6}案(?:件)?(?:共|为)?\\d")
_RULED = lazy_pattern("的[^，。；、]{0,10}(?:一律|均须|均应|不得|必须|应当)")
_FINED = lazy_pattern("(?:罚款|处以?|处罚款|罚金|并处)$")
_CUSTODY = lazy_pattern("(?:的)?(?:行政)?(?:拘留|有期徒刑|刑罚|徒刑)")
_COMMON_DEADLINE = lazy_pattern(
    "(?:之日起|自[^，。；]{0,20}起|在|于|应当?|须|必须|限|收到[^，。；]{0,14}后?|作出[^，。；]{0,14}后?|受理后)[^，。；]{0,4}$"
)


def is_standard(flow: str, figure: Figure, left: str) -> bool:
    """Whether a figure is how many of a staff there have to be: 按照每500人配备1名执法人员的标准."""
    if figure.family != "person" and figure.unit not in ("个", "户", "家", "亩"):
        return False
    if left.endswith(("每", "与", "以", "按")) and _ONE_TO_SO_MANY.match(flow, figure.end):
        return True
    return bool(_TO_EACH.search(left) and _AS_STANDARD.match(flow, figure.end))


def is_threshold(flow: str, figure: Figure, left: str, cues: Cues) -> bool:
    """Whether a figure is a condition of a rule; `left`: the words of its clause in front of it."""
    limited = figure.bound in ("at_least", "at_most", "over", "under")
    if figure.kind == "money" and limited and _AMOUNT_OF.search(left):
        return True
    if figure.kind == "duration" and figure.unit in ("岁", "周岁"):
        return limited and "平均" not in left
    behind = flow[figure.end : figure.end + 14]
    if _LAID_DOWN_STANDARD.match(behind) and (limited or _BY_STANDARD.search(left)):
        return True
    if figure.kind == "money" and (limited or figure.value_to is not None) and _CASES_WORTH.match(behind):
        return True  # 金额超过30万元案件17起
    if (
        figure.kind == "money"
        and limited
        and flow[figure.end - 2 : figure.end] in ("以上", "以下")
        and _FINED.search(left)
    ):
        return True
    if limited and flow[figure.end - 2 : figure.end] in ("以上", "以下") and behind.startswith(("罚款", "的罚款")):
        return True  # 三倍以下罚款
    if _BREACH.match(behind) and (limited or _BEYOND.search(left)):
        return True  # 超过主营业务收入40%等违规行为
    if figure.kind == "duration" and left.endswith(("法定", "法定时限", "法定期限")) and "基础上" in behind[:5]:
        return True
    if figure.kind == "measure" and behind.startswith("范围内"):
        return True  # 学校周边100米范围内的零售点
    if limited and figure.kind in ("measure", "money", "count") and _RULED.match(behind):
        return True  # 超过500平方米的案件一律挂牌督办
    if figure.kind == "duration" and _CUSTODY.match(behind):
        return limited
    if figure.kind in ("money", "measure") and limited:
        return bool(_CONDITION_NOUN.match(behind)) and (
            flow[figure.end - 2 : figure.end] in ("以上", "以下", "以内") or bool(cues.rule.search(left))
        )
    if (
        figure.kind == "measure"
        and limited
        and _EXTENT.search(left)
        and flow[figure.end - 2 : figure.end] in ("以上", "以下", "以内")
    ):
        return True
    if (
        figure.bound in ("at_least", "at_most")
        and figure.kind in ("count", "measure")
        and behind.startswith("的")
        and not cues.results.search(left)
    ):
        return True
    if figure.kind == "duration" and figure.bound == "at_most":
        if cues.results.search(left) or CUT_TO.search(left):
            return False
        if (
            flow[figure.end - 1] == "内"
            and _DONE_WITHIN.match(flow, figure.end)
            and not _LAID_DOWN.search(flow, figure.sentence[0], figure.start)
        ):
            return False
        return flow[figure.end - 1] == "内" or bool(_COMMON_DEADLINE.search(left))
    if figure.kind in ("count", "duration") and flow[figure.end - 2 : figure.end] in ("以上", "以下", "以内"):
        return (behind.startswith("的") and not cues.results.search(left)) or (
            figure.unit in ("人", "名", "岁", "周岁", "层", "间") and bool(_CONDITION_NOUN.match(behind))
        )
    return False
