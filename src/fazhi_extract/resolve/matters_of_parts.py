"""Parts whose matter has an indicator's name: 抽查案卷150份，其中行政处罚120份 are case files, no penalties.

What the whole counts can be about any act or document; a part by such a matter, in the unit of the whole, counts the same.
"""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.breakdowns import became, part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match, Matcher
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.running import names_act

_OPENS = lazy_pattern(
    "[，；：。]?(?:其中|包括|包含|涵盖|分别[是为]|(?:案件|问题|内容|事项)?(?:主要)?(?:涉及|集中[在于])|主要[是为])[，：]?(?:涉及|涉)?|\\((?:其中|含|包括)?[，：]?"
)
_NEXT = lazy_pattern("[、，；](?:涉及|涉)?|和|及|与")
_ACTS = (
    "行政(?:处罚|许可|强制(?:措施|执行)?|检查|征收|征用|确认|裁决|给付|奖励|登记|备案|审批|赔偿|补偿|复议应诉|复议|应诉|诉讼|执法|不作为)"
    "|(?:政府)?信息公开|政务公开"
)
_PAPERS = "重大(?:行政)?决策|(?:行政|党内)?规范性文件|(?:政府|行政|经济|民商?事|涉企|特许经营){0,2}(?:合同|协议){1,2}"
_OF_FILES = lazy_pattern(f"(?:{_ACTS}|处罚|许可|强制|检查)类?(?:执法)?(?:案卷|卷宗|案件|卷)?[共为有]?")
_OF_PAPERS = lazy_pattern(
    f"(?:{_ACTS}|{_PAPERS})(?:类|方面|领域)?(?:事项|案件|决定|草案|文本|答复|审查|审核)?(?:类|方面|领域)?[共为有]?"
)
_OF_PROBLEMS = lazy_pattern(
    f"(?:{_ACTS}|{_PAPERS}|普法(?:宣传|教育|责任)?|法治宣传|依法决策|法治培训|应急管理)(?:(?:制定)?管理|制定|工作|监督|服务){{0,2}}(?:类|方面|领域)?(?:问题)?[共为有]?"
)
_OF_REVIEWS = lazy_pattern(
    f"(?:因|不服|对)?(?:{_ACTS}|行政协议|投诉举报(?:处理)?|工伤认定|(?:土地|房屋|征地)(?:征收|拆迁|确权|登记)|不?履行(?:法定)?职责|其[他它])(?:类|方面|领域)?(?:案件)?[共为有]?"
)
# 市政府主办12场，部门承办18场: who held them
_HELD_BY = lazy_pattern("[^，。；、：()\\d]{1,10}(?:[主承自协联]办)的?")
_IN_COURT = lazy_pattern("(?:行政|民事|刑事)?(?:诉讼|应诉)?(?:案件)?(?:一审|二审|再审|终审)(?:案件)?")
_OF_COUNSELLING = lazy_pattern("(?:电话|网络|网上|线上|线下|现场|来访|窗口|热线|微信)(?:法律)?咨询")
_OF_PERMITS = lazy_pattern(
    "(?:适用|实行|按)?(?:一般|简易|普通)程序(?:办理)?|告知承诺(?:制|件|方式|办理){0,2}|即办件|承诺(?:办)?件"
    "|(?:新办|新设立?|设立|延续|换[证发]|变更|补[办证发]|登记|、){1,3}"
    "|(?!不予|撤销|吊销|撤回|准予|作出|受理|办理|拒绝)[^，。；、：()\\d]{0,12}(?:(?<!不予)许可|审批|注册|登记)"
)
_MATTERS = {
    "enforcement.reviewed_files": _OF_FILES,
    "decision.legal_opinions": _OF_PAPERS,
    "decision.legality_reviews": _OF_PAPERS,
    "decision.legal_consultations": _OF_PAPERS,
    "oversight.advice_docs": _OF_PAPERS,
    "enforcement.legal_review_cases": _OF_PAPERS,
    "oversight.rectified_items": _OF_PROBLEMS,
    "inspection.problem_items": _OF_PROBLEMS,
    "disclosure.interaction_sessions": _HELD_BY,
    "publicity.event_sessions": _HELD_BY,
    "publicity.training_sessions": _HELD_BY,
    "decision.counsel_cases": _IN_COURT,
    "publicity.audience_people": _OF_COUNSELLING,
    "service.permit_cases": _OF_PERMITS,
}
# 复议案件主要涉及行政处罚62件、信息公开14件: the whole is named, and has no number
_NAMED = lazy_pattern(
    "(?:(?:(?P<reconsideration>复议)|(?P<litigation>诉讼|应诉|被诉))案件|(?P<report>投诉举报)|(?P<petition>信访))"
    "(?:事项|案件|件|问题|诉求|内容){0,2}(?:类型|类别)?(?:主要|大多|多)?(?:涉及|集中[在于]|包括|反映)[：，]?"
)
_CODES = {
    "reconsideration": "review.reconsideration_cases",
    "litigation": "review.litigation_cases",
    "report": "dispute.report_cases",
    "petition": "dispute.petition_cases",
}
# 督察发现行政执法方面问题30个、规范性文件管理方面问题12个
_PROBLEMS = ("oversight.rectified_items", "inspection.problem_items")
_PROBLEM = lazy_pattern("、[^，。；、：()\\d]{2,14}(?:方面|领域|类|管理)的?问题")
# 审核规范性文件26件、行政处罚案件31件: what was reviewed, one verb for all
_REVIEWED = lazy_pattern(f"审[查核](?:了|各类|涉及){{0,2}}(?:{_PAPERS})$")
_REVIEWS = ("decision.legality_reviews", "enforcement.legal_review_cases")
_ASPECT = lazy_pattern("(?P<name>[^，。；]{2,20}(?:方面|领域))[共为有]?")
_LONGEST = 12  # parts of one whole
_MOST = 3  # shares and growths between a whole and its parts, or between two of them


class MattersOfParts:
    """Tells such parts among the figures of one text, which are asked for in their order."""

    def __init__(self, flow: str, matcher: Matcher) -> None:
        self._flow, self._matcher = flow, matcher
        self._wholes: dict[int, int] = {}  # part -> whole
        self._told: dict[int, Decimal] = {}  # whole -> what its parts so far add up to
        self._named: dict[int, str] = {}  # part of a whole without a number -> its indicator
        self._reviewed: set[int] = set()

    def take(self, figures: list[Figure], i: int, matches: list[Match]) -> bool:
        """Whether the i-th figure is a part by its matter; gives it the meaning of its whole, and a link to it, if so.

        Not where its own words name what the whole counts: `matches` are what fits it by them.
        """
        figure = figures[i]
        if figure.kind != "count" or figure.role != "actual" or figure.growth:
            return False
        begins = figures[i - 1].end if i and figures[i - 1].end > figure.sentence[0] else figure.sentence[0]
        own = self._flow[begins : figure.start]
        if (named := _NAMED.search(own)) and "复议" not in own[: named.start()] + own[named.end() :]:
            return self._of_named(figure, i, _CODES[named.lastgroup or ""], own[named.end() :], matches)
        if _REVIEWED.search(own):
            self._reviewed.add(i)
            return False
        former = self._former(figures, i)
        if former is None or not same_unit(figures[former], figure):
            return False
        opens = _OPENS.match(own)
        goes_on = None if opens else _NEXT.match(own)
        if goes_on is not None and former in self._named:
            return self._of_named(figure, i, self._named[former], own[goes_on.end() :], [])
        if goes_on is not None and former in self._reviewed and own.startswith("、"):
            return self._reviewed_too(figures, i, former, own[1:])
        if figures[former].indicator in _PROBLEMS and _PROBLEM.fullmatch(own):
            lend(figure, figures[former])
            return True
        whole = former if opens or (own.startswith("，") and self._adds_up(figures, i, former)) else None
        whole = self._wholes.get(former) if whole is None else whole
        ahead = opens or goes_on
        return whole is not None and ahead is not None and self._part(figures, i, whole, own[ahead.end() :], matches)

    def _former(self, figures: list[Figure], i: int) -> int | None:
        """The figure in front that is no share and no growth, in the sentence, or in that before where 其中 opens this one."""
        for j in range(i - 1, max(-1, i - 2 - _MOST), -1):
            former = figures[j]
            if former.sentence != figures[i].sentence and not (
                self._flow.startswith("其中", figures[i].sentence[0])
                and figures[i].sentence[0] - former.sentence[1] <= 1
            ):
                return None
            if former.kind != "rate" and not former.growth:
                return j
        return None

    def _part(self, figures: list[Figure], i: int, k: int, own: str, matches: list[Match]) -> bool:
        figure, whole = figures[i], figures[k]
        matters = _MATTERS.get(whole.indicator or "")
        if matters is None or whole.role != "actual" or (figure.value or 0) >= (whole.value or 0):
            return False
        told = self._told.get(k, Decimal(0)) + (figure.value or 0)
        if told > (whole.value or 0):
            return False  # 审核文件86件，其中合同60件、规范性文件26件，行政诉讼8件: another work behind all parts
        self._told[k] = told
        self._wholes[i] = k  # also where its own words name it: its neighbour may be a part by its matter
        if matters.fullmatch(own) is None or (matches and matches[0].phrasing.code == whole.indicator):
            return False
        lend(figure, whole)
        if aspect := _ASPECT.fullmatch(own):
            figure.scope, figure.scope_kind = aspect["name"], "objects"
        figure.attributes |= self._said(whole.indicator or "", own)
        figure.links.append(("whole", k))
        return True

    def _of_named(self, figure: Figure, i: int, code: str, own: str, matches: list[Match]) -> bool:
        if figure.family != "matter":
            return False  # 投诉举报涉及企业62家
        name = code.startswith("dispute.") and (names_act(own) or (part_name(own) is not None and not became(own)))
        if not (name or _OF_REVIEWS.fullmatch(own)) or code not in self._matcher.book.indicators:
            return False
        self._named[i] = code
        if matches and matches[0].phrasing.code == code and "处罚" not in own:
            return False  # its own words say more of it: 受理的投诉举报主要涉及…
        figure.indicator, figure.attributes = code, self._said(code, own)
        figure.attributes.pop("result", None)  # 投诉举报主要涉及行政处罚12件: no penalty came of them
        return True

    def _adds_up(self, figures: list[Figure], i: int, k: int) -> bool:
        """评查案卷220件，行政处罚150件、行政许可70件: whether matters behind a whole, without 其中, add up to it."""
        matters, whole = _MATTERS.get(figures[k].indicator or ""), figures[k].value or 0
        total, begins = Decimal(0), figures[i - 1].end
        for j in range(i, min(len(figures), i + _LONGEST) if matters is not None else i):
            part = figures[j]
            ahead = _NEXT.match(self._flow, begins, part.start)
            if ahead is None or not same_unit(part, figures[k]) or part.role != "actual" or matters is None:
                return False
            if not matters.fullmatch(self._flow, ahead.end(), part.start):
                return False
            total, begins = total + (part.value or 0), part.end
            if total >= whole:
                return total == whole and j > i
        return False

    def _reviewed_too(self, figures: list[Figure], i: int, former: int, own: str) -> bool:
        if figures[former].indicator not in _REVIEWS or _OF_PAPERS.fullmatch(own) is None:
            return False
        lend(figures[i], figures[former])
        figures[i].attributes = self._said(figures[i].indicator or "", own)
        self._reviewed.add(i)
        return True

    def _said(self, code: str, own: str) -> dict[str, str | bool]:
        """What a part says of itself, but for the stage, which is that of the whole: 变更登记86件 of those completed."""
        read = read_attributes(self._matcher.indicator(code), None, own, "", "")
        return {key: value for key, value in read.items() if key != "stage"}
