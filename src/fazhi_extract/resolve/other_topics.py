"""Work that no indicator counts opens a part of a sentence, and what follows is of that: 法律援助受理86件，办结80件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import same_unit

_OPENS = lazy_pattern(
    "(?:^|[，；：])(?:全[市县区省州]|共|累计|全年|依法|开展|办理|受理|提供|为[^，。；、\\d]{2,12}提供|[^，。；：\\d]{1,16}等提供){0,3}"
    "(?P<what>法律援助|公证|(?:劳动|人事|商事|劳动人事争议|农村土地)?仲裁(?!调解)|司法鉴定)"
)
_BACK_PAY = lazy_pattern("(?:追[回讨发]|讨[回要]|清[欠偿])[^，。；\\d]{0,8}(?:欠薪|工资|薪酬|劳动报酬)")
# What the matters of an indicator are called: such a word behind the other work takes the topic up again.
_NAMES = {
    "dispute.mediation": lazy_pattern("调解|纠纷|矛盾"),
    "dispute.conflict": lazy_pattern("纠纷|矛盾|争议"),
    "review.": lazy_pattern("复议|诉|行政争议"),
    "publicity.audience_people": lazy_pattern("宣传|普法|讲|培训|活动|资料|咨询|课|手册"),
}
_ARBITRATED = "service.handled_cases"
_MATTERS = lazy_pattern("业务|登记|备案|许可|审批|办件|事项|证明|服务")
_STAGE_ALONE = lazy_pattern("[，、](?:已|均|共|当年|全部){0,2}(?:办结|审结|结案|完成|成功|化解|答复)")
_WORDS = ("援助", "公证", "仲裁", "鉴定", "薪", "工资", "报酬")


def settle_other_topics(flow: str, matcher: Matcher, figures: list[Figure]) -> None:
    """Takes their indicator from figures of such work, and gives what a part of a sentence says of its own cases theirs."""
    for i, figure in enumerate(figures):
        code = figure.indicator or ""
        names = next((names for start, names in _NAMES.items() if code.startswith(start)), None)
        if (names is None and code != _ARBITRATED) or figure.form == "stated_none":
            continue
        begins = max(figure.sentence[0], flow.rfind("；", figure.sentence[0], figure.start) + 1)
        part = flow[begins : figure.start]
        if any(word in part for word in _WORDS) and _of_other_work(part, code, flow[figure.end : figure.clause[1]]):
            figure.indicator, figure.rule, figure.attributes = None, None, {}
            figure.candidates, figure.doubts, figure.lender = [], [], None
            figure.links = [link for link in figure.links if link[0] != "whole"]
        elif names is not None and begins > figure.sentence[0] and i and not names.search(part):
            _of_its_part(flow, matcher, figure, figures[i - 1], begins)


def _of_other_work(part: str, code: str, behind: str) -> bool:
    """Whether the words since the last ； end with other work, and none behind it is a name of what the indicator counts."""
    opened = list(_OPENS.finditer(part))
    if code == _ARBITRATED:
        return bool(opened) and "仲裁" in opened[-1]["what"] and not _MATTERS.search(part, opened[-1].end())
    if code == "publicity.audience_people" and not opened:
        opened = list(_BACK_PAY.finditer(part))
    names = next(names for start, names in _NAMES.items() if code.startswith(start))
    return bool(opened) and not names.search(part, opened[-1].end()) and not names.search(behind)


def _of_its_part(flow: str, matcher: Matcher, figure: Figure, former: Figure, begins: int) -> None:
    """行政复议受理186件；信访受理92件，办结90件: how far the cases in front of it in its own part have come."""
    if former.start < begins or former.indicator is None or former.indicator == figure.indicator:
        return
    if figure.kind != "count" or not same_unit(former, figure) or former.role != figure.role:
        return
    words = flow[former.end : figure.start]
    if _STAGE_ALONE.fullmatch(words):
        figure.indicator, figure.rule, figure.lender, figure.candidates = former.indicator, former.rule, former, []
        read = read_attributes(matcher.indicator(former.indicator), None, words, "", "", figure.why)
        figure.attributes = {k: v for k, v in former.attributes.items() if k not in ("stage", "result")} | read
