"""One number for acts of several kinds, which is the figure of none of them: 办理行政复议、行政应诉案件共12件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure

# What each kind is counted under: those of one group may share a number.
_GROUPS = {
    "reviews": ("行政复议", "复议"),
    "lawsuits": ("行政诉讼", "行政应诉", "诉讼", "应诉"),
    "mediation": ("行政调解", "人民调解"),
    "licences": ("行政许可", "行政审批", "许可"),
    "penalties": ("行政处罚", "处罚"),
    "coercion": ("行政强制", "行政强制措施", "行政强制执行"),
    "checks": ("行政检查",),
    "others": ("行政裁决", "行政确认", "行政征收", "行政征用", "行政给付", "行政奖励"),
}
_OF_ACTS = frozenset(
    [
        "review.reconsideration_cases",
        "review.litigation_cases",
        "dispute.mediation_cases",
        "service.permit_cases",
        "service.handled_cases",
        "penalty.cases",
        "enforcement.coercion_cases",
        "enforcement.other_act_cases",
        "inspection.visits",
    ]
)
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names}
KINDS_OF_ACTS = "(?:" + "|".join(sorted(_GROUP_OF, key=len, reverse=True)) + ")"
"""Acts and cases by their names, as a pattern."""
_JOINT = lazy_pattern(
    f"(?P<kinds>{KINDS_OF_ACTS}(?:案件|事项|决定)?(?:(?:、|和|及|与|以及){KINDS_OF_ACTS}(?:案件|事项|决定)?){{1,7}})"
    "等?(?:各类|各种)?(?:行政)?(?:执法)?(?:案件|事项|决定|行为|业务|案)?(?:数量|总数|总量)?，?(?:共计?|合计|总计|累计|总共|为|达){0,2}$"
)
_EACH = lazy_pattern(KINDS_OF_ACTS)


def is_joint_total(figure: Figure, words: str, code: str) -> bool:
    """Whether the words in front of a number name acts of several kinds, all of which it counts together.

    `code`: what they would be without that; what counsel did with such cases, or a list of such powers, is no act.
    """
    if code not in _OF_ACTS or figure.kind != "count" or figure.separate or figure.named is not None:
        return False
    joint = _JOINT.search(words)
    return joint is not None and len({_GROUP_OF[kind] for kind in _EACH.findall(joint["kinds"])}) > 1
