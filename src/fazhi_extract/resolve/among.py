"""Wholes that open the sentence of their parts: 抽查的200份案卷中，优秀46份，合格154份; 纠纷260件中，邻里类80件; 审结案件中，维持141件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.numbers_first import settle_licence

# 207件提案列入计划中，…: no whole
_AMONG = lazy_pattern(
    "(?P<noun>(?!已|被|均|全部|正在|处于)[^，。；、：()\\d]{0,14}?)(?<![其划程期录单库集段列])当?中，(?!其中)"
)
_FILES = "enforcement.reviewed_files"
_FILED = "rulemaking.filed_docs"
_REVIEWED = "decision.legality_reviews"
_CONFLICTS = "dispute.conflict_cases"
# What the whole is by its own words, where no phrasing fits them: they ask for a verb in front.
_NOUNS = (
    (lazy_pattern("(?:案卷|卷宗)$"), _FILES),
    (lazy_pattern("(?:备案审查|(?:报备|备案|报送备案)的?(?:行政)?(?:规范性)?文)件$"), _FILED),
    (lazy_pattern("审[查核]的[^，。；]{0,6}(?:合同|协议|规范性文件)$"), _REVIEWED),
    (lazy_pattern("(?<!调解的)(?<!行政)(?:矛盾)?纠纷$"), _CONFLICTS),
)
# What such parts are called; anything else may count another thing: 报备文件中，纠错4件.
_GRADE = "(?:有|被评为|评为|评定为)?(?:优秀|优良|良好|合格|不合格|基本合格|较差|达标|不达标)等?次?"
_OF_PROBLEMS = lazy_pattern("[^，。；]{2,12}(?:类|方面|领域)(?:的?问题)?(?:有|为|共)?")
_PARTS = {
    "oversight.rectified_items": _OF_PROBLEMS,
    "inspection.problem_items": _OF_PROBLEMS,
    _FILES: lazy_pattern(f"(?:{_GRADE}|[^，。；]{{2,8}}类)(?:的|案卷)?(?:有|为|共)?"),
    _FILED: lazy_pattern("[^，。；]{2,10}(?:报备|报送|制定|出台|印发|文件)的?(?:有|为|共)?"),
    _REVIEWED: lazy_pattern("[^，。；]{2,10}(?:的|类)(?:有|为|共)?"),
    _CONFLICTS: lazy_pattern("(?:[^，。；]{2,8}(?:类|纠纷)|其[他它](?:类|纠纷)?)(?:有|为|共)?"),
}
_LEAD = lazy_pattern("(?:.{0,40}中，)?[、，；]?(?:其中)?(?:有|和|及)?")
_STAGES = {
    "审结": ("completed", "closed"),
    "办结": ("completed", "closed"),
    "结案": ("completed", "closed"),
    "受理": ("accepted", "received"),
    "收到": ("received",),
    "立案": ("filed",),
}
_REACHED = lazy_pattern(
    "(?:在)?已?(?P<verb>审结|办结|结案|受理|收到|立案)的?(?:行政)?(?:复议|诉讼|应诉)?(?:案件|申请)?中，(?!其中)"
)
_MOST = 20  # parts of one whole
_NEAR = 8  # figures between a whole and the sentence that opens by its stage


def open_by_noun(flow: str, matcher: Matcher, figures: list[Figure], i: int) -> bool:
    """Whether the i-th figure opens the sentence of its parts and its noun says what it counts; sets it if so."""
    figure = figures[i]
    among = _AMONG.match(flow, figure.end, figure.end + 20) if figure.kind == "count" else None
    if among is None or figure.role != "actual":
        return False
    if (again := _told_before(figures, i)) is not None:
        lend(figure, again)
        return True
    ahead = flow[max(figure.clause[0], figure.start - 16) : figure.start]
    code = next((code for noun, code in _NOUNS if noun.search(ahead + among["noun"])), None)
    if code is None or code not in matcher.book.indicators:
        return False
    figure.indicator, figure.attributes = code, read_attributes(matcher.indicator(code), None, ahead, "", "")
    return True


def _told_before(figures: list[Figure], i: int) -> Figure | None:
    """调解纠纷210件。210件纠纷中: the figure of the sentence before that has the same value."""
    figure = figures[i]
    near = (f for f in reversed(figures[max(0, i - _NEAR) : i]) if figure.sentence[0] - f.sentence[1] <= 1)
    return next((f for f in near if f.indicator and f.value == figure.value and same_unit(f, figure)), None)


def settle_among(flow: str, matcher: Matcher, figures: list[Figure]) -> None:
    """Gives parts behind a whole that opens their sentence its meaning, where their names are names of such parts, and links them."""
    sentence = (-1, -1)
    for i, figure in enumerate(figures):
        if "中" in flow[figure.end : figure.end + 17] and _AMONG.match(flow, figure.end, figure.end + 20):
            _settle(flow, matcher, figures, i, i + 1)
        elif figure.sentence != sentence and (reached := _REACHED.match(flow, figure.sentence[0], figure.start)):
            whole = _of_stage(figures, i, _STAGES[reached["verb"]])
            if whole is not None:
                _settle(flow, matcher, figures, whole, i)
        sentence = figure.sentence


def _of_stage(figures: list[Figure], i: int, stages: tuple[str, ...]) -> int | None:
    """审结372件，结转35件。审结案件中，维持141件: the figure of the sentence before that had come so far."""
    for j in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        whole = figures[j]
        if figures[i].sentence[0] - whole.sentence[1] > 1:
            return None
        alike = whole.indicator is not None and whole.indicator == figures[i].indicator and same_unit(whole, figures[i])
        if alike and whole.role == "actual" and whole.attributes.get("stage") in stages and not whole.links:
            return j if "result" not in whole.attributes else None
    return None


def _settle(flow: str, matcher: Matcher, figures: list[Figure], k: int, first: int) -> None:
    whole, code = figures[k], figures[k].indicator or ""
    if not code or whole.role != "actual" or whole.value is None:
        return
    names = _PARTS.get(code)
    for j in range(first, min(len(figures), first + _MOST)):
        part = figures[j]
        between = flow[figures[j - 1].end : part.start] if j else ""
        if part.sentence != figures[first].sentence or (j > first and "；" in between):
            return
        if part.kind == "rate" or part.growth:
            continue
        if part.role != "actual" or not same_unit(part, whole) or (part.value or 0) >= whole.value:
            return
        own = _LEAD.sub("", between, count=1)
        if part.indicator != code and names is not None and names.fullmatch(own):
            lend(part, whole)
            part.attributes |= read_attributes(matcher.indicator(code), None, own, "", "")
            part.candidates, part.doubts = [], []
        if part.indicator == code and not any(relation == "whole" for relation, _ in part.links):
            part.links.append(("whole", k))
            settle_licence(flow, whole, part)
