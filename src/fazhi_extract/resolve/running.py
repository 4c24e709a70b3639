"""What a stretch of text goes on about, where its figures name only a stage, an outcome or a kind of case.

新收行政复议案件343件。审结377件，其中维持154件；从案件类型看，行政处罚类349件: all are reconsideration cases, and none of
the later figures says so. The topic is that of the nearest figure in front, else that of the heading.
"""

from __future__ import annotations

from collections.abc import Callable

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure

# Kinds of cases that reports go on about for several sentences; the words of a heading that announce them.
OF_ACTS = ("review.reconsideration_cases", "review.litigation_cases")
"""Cases against acts of administration: what kind of case each is, the act's name says."""
_TOPICS = (*OF_ACTS, "penalty.cases")
_RATES_OF = {
    "review.correction_rate": "review.reconsideration_cases",
    "review.settlement_rate": "review.reconsideration_cases",
    "review.judgment_rate": "review.litigation_cases",
    "review.appearance_rate": "review.litigation_cases",
}
_ANNOUNCED = lazy_pattern("(?P<reconsideration>复议)|(?P<litigation>诉讼|应诉)")
_OF_PENALTIES = lazy_pattern("行政处罚(?:案件)?(?:办理|实施|查处)?(?:基本|总体)?情况|(?:行政|违法)案件(?!评查|案卷)")
_OF_OTHERS = lazy_pattern("许可|调解|诉|举报|复议|评查")
_FARTHEST = 400  # characters between a figure and the one whose topic it goes on about
_KIND = lazy_pattern(
    "类(?:受理|新收|收到|立案|审结)?(?:案件|申请|数量|的)?(?:数量)?(?:最多|居首|次之|居多|较多)?(?:，?共|为|有)?$"
)
# 其中，行政处罚53件，工伤认定31件: acts against which somebody applied or sued.
_OF_PARTS = lazy_pattern(
    "其中|[^。；，\\d]{0,14}(?:申请|案件)中，|(?:从|按)(?:照)?[^，。；]{0,8}(?:类型|种类|类别|性质|事由|行为)|涉及"
)
_ACT = lazy_pattern(
    "[，；、：]?(?:其中)?[，：]?(?:涉及|因|对|不服)?(?:行政(?:处罚|强制(?:措施|执行)?|许可|确认|征收|征用|给付|裁决|协议|赔偿|补偿|登记|检查|不作为)"
    "|(?:政府)?信息公开|工伤认定|投诉举报(?:处理)?|举报(?:投诉)?(?:处理)?|治安(?:管理|处罚)?|交通(?:管理|处罚)?|土地(?:征收|确权|管理)?|房屋(?:征收|登记)"
    "|不履行(?:法定)?职责|不动产登记|其他(?:行政行为)?)(?:决定|行为|案件)?的?(?:共|为|有|各)?"
)

_FEW = 12  # figures between one and what the sentence in front of it tells
_PROPOSALS = "oversight.proposal_cases"
# 收到申请40件。经审查，立案28件: how a sentence opens that tells what became of the matters in front of it
CONCLUDED = lazy_pattern(
    "(?:其中，?)?经(?:依法)?(?:初步|形式|认真|逐[件条])?(?:审[查核定理议]|办理|研究|复核)(?:后|认定)?，"
)


class Running:
    """Tells the topic of figures, in their order."""

    def __init__(self, heading: Callable[[int], str]) -> None:
        """`heading`: the titles of the sections around a flow position."""
        self._heading = heading

    def topic(self, figures: list[Figure], i: int) -> str | None:
        """The indicator that the text in front of a figure goes on about, None where it speaks of other things."""
        figure = figures[i]
        for j in range(i - 1, -1, -1):
            earlier = figures[j]
            if figure.start - earlier.end > _FARTHEST:
                break
            if earlier.indicator is None or earlier.role == "target":
                continue
            code = _RATES_OF.get(earlier.indicator, earlier.indicator)
            return code if code in _TOPICS else None
        heading = self._heading(figure.start)
        return announced(heading) or (
            "penalty.cases" if _OF_PENALTIES.search(heading) and not _OF_OTHERS.search(heading) else None
        )

    def whole(self, figures: list[Figure], i: int, topic: str) -> int | None:
        """The nearest figure of the topic in front that the i-th, a kind of case, can be a part of."""
        value = figures[i].value
        for j in range(i - 1, -1, -1):
            earlier = figures[j]
            if value is None or figures[i].start - earlier.end > 2 * _FARTHEST:
                break
            linked = any(relation == "whole" for relation, _ in earlier.links)
            total = earlier.indicator == topic and earlier.role == "actual" and "result" not in earlier.attributes
            if total and not linked and earlier.value is not None and earlier.value >= value:
                return j
        return None


def announced(heading: str) -> str | None:
    """The kind of cases that a heading announces."""
    found = _ANNOUNCED.search(heading)
    return None if found is None else _TOPICS[0] if found["reconsideration"] else _TOPICS[1]


def names_act(words: str) -> bool:
    """Whether words are the name of an act of administration alone: 行政强制, 投诉举报处理."""
    return _ACT.fullmatch(words) is not None


def names_kind(words: str, sentence: str) -> bool:
    """Whether the words in front of a number name a kind of case alone: 行政处罚类, 投诉举报类案件.

    An act alone (行政处罚53件) names one where the words of the `sentence` in front of it open it as one of parts.
    """
    return _KIND.search(words) is not None or (
        _OF_PARTS.match(sentence) is not None and _ACT.fullmatch(words) is not None
    )


def _last(figures: list[Figure], i: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """The nearest of the figures in front of the i-th that fits; none where it stands far off."""
    return next((figures[j] for j in range(i - 1, max(-1, i - _FEW), -1) if fits(figures[j])), None)


def told_on(figures: list[Figure], i: int, topic: str) -> bool:
    """Whether the i-th figure stands in the sentence of the topic's last figure, or in the one behind it."""
    last = _last(figures, i, lambda f: f.indicator == topic)
    return last is not None and figures[i].sentence[0] - last.sentence[1] <= 1


def of_proposals(figures: list[Figure], i: int) -> str | None:
    """办理提案31件。解决或基本解决20件: proposals are the topic of the sentence behind them."""
    last = _last(figures, i, lambda f: f.indicator is not None and f.role != "target")
    of_them = last is not None and last.indicator == _PROPOSALS and told_on(figures, i, _PROPOSALS)
    return _PROPOSALS if of_them else None
