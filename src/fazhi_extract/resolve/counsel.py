"""Cases of an agency's counsel: 法律顾问代理诉讼案件14件，胜诉13件 are what counsel handled, not the agency's lawsuits (D06)."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import same_unit

CASES = "decision.counsel_cases"
_APPEARANCES = "review.appearance_cases"
_OF_AGENCY = (
    None, "review.litigation_cases", "review.reconsideration_cases", "dispute.mediation_cases", _APPEARANCES,
)  # fmt: skip
# What counsel is said to have done with such cases behind the first number of them.
_GOES_ON = lazy_pattern(
    "[、，和及](?:其中)?(?:已(?:审结|办结|结)|办结|胜诉|败诉|调解|和解|撤诉|(?:参与|代理|办理)?(?:行政|民事)?(?:复议|诉讼|应诉|仲裁)|非诉)(?:案件|事务)?"
)
_SUBJECT = lazy_pattern("[^，。；]{0,6}?(?:法律顾问|公职律师|外聘律师|顾问律师)(?!制度|工作|室|队伍)")
_HANDLED = lazy_pattern("(?:参与|办理|代理|承办|协助(?:办理)?)(?:行政|民事|各类)*(?:诉讼|应诉|复议)(?:答复)?(?:案件)?$")
# 公职律师审查文件31件，出庭应诉9件: it is they who went to court; not 聘请法律顾问3名，出庭应诉9件
_ACTS = lazy_pattern(
    "(?:[^，。；、\\d]{0,6}(?<!聘请)(?<!发挥)(?<!配备)(?:法律顾问|公职律师|外聘律师)(?:、|和|及)?){1,2}(?:全年|年内|今年|共|累计|先后|积极|参与|协助|审[查核]|代理|办理|出具|提供|列席|出庭)"
)
_APPEARED = lazy_pattern("(?:^|[，、；])(?:代理)?出庭应诉$")
_OTHER_SUBJECT = lazy_pattern("我[局委市县区]|本[局机]|机关|负责人|法院|[，；]全[市县区局]")


def settle_counsel_cases(flow: str, matcher: Matcher, figures: list[Figure]) -> None:
    """Gives cases that a sentence about counsel goes on with the indicator of counsel's cases."""
    if CASES not in matcher.book.indicators:
        return
    for i, figure in enumerate(figures):
        if figure.kind != "count" or figure.role != "actual" or figure.indicator not in _OF_AGENCY or figure.growth:
            continue
        former = figures[i - 1] if i else None
        goes_on = (
            former is not None
            and former.indicator == CASES
            and former.sentence == figure.sentence
            and same_unit(former, figure)
            and _GOES_ON.fullmatch(flow, former.end, figure.start)
        )
        subject = (
            None if goes_on or figure.indicator is None else _SUBJECT.match(flow, figure.sentence[0], figure.start)
        )
        handled = (
            subject is not None
            and _HANDLED.search(flow, max(subject.end(), figure.clause[0]), figure.start)
            and not _OTHER_SUBJECT.search(flow, subject.end(), figure.start)
        )
        if figure.indicator == _APPEARANCES and not goes_on:
            handled = _appeared(flow, figure)
        if goes_on or handled:
            own = flow[former.end if former is not None and goes_on else figure.clause[0] : figure.start]
            figure.indicator, figure.candidates = CASES, []
            figure.attributes = read_attributes(matcher.indicator(CASES), None, own, "", "", figure.why)


def _appeared(flow: str, figure: Figure) -> bool:
    """Whether counsel, of whom the sentence tells what they did, went to court."""
    acts = _ACTS.match(flow, figure.sentence[0], figure.start)
    own = flow[max(figure.clause[0] - 1, figure.sentence[0]) : figure.start]
    return (
        acts is not None
        and _APPEARED.search(own) is not None
        and not _OTHER_SUBJECT.search(flow, acts.end(), figure.start)
    )
