"""A list whose predicate is said once: 对规范性文件3件、合同40件进行合法性审核; 审查规范性文件3件、重大决策5件、合同40份."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import AHEAD, Match, Matcher
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain

TREATED = (
    "rulemaking.cleanup_docs", "enforcement.legal_review_cases", "decision.legality_reviews", "enforcement.reviewed_files",
)  # fmt: skip
"""What is done to the members of a list, whatever they are."""
_BETWEEN = lazy_pattern(
    "[^，。；：\\d]{0,14}(?:、|和|与|及)(?!召开|举办|开展|制定|出台|组织|完成|下发|印发)[^，。；：\\d]{1,16}"
)
_DONE = lazy_pattern("[^，。；：\\d]{0,12}?(?:进行|开展|予以|实施|的(?:合法性|法制|法律|公平竞争|行政|备案|清理))")
_PART_END = lazy_pattern("[。；\n]")
_VERB = lazy_pattern("(?:合法性|法制|法律)?(?:审查|审核|审签|评查|清理)(?:了)?(?:把关)?(?=[^，。；、：\\d]{2,16}$)")
# What the verb in front of a list may have for its objects: nouns alone, no verb of their own.
_OBJECT = lazy_pattern(
    "[、，](?:以及|及|和)?(?P<noun>[^，。；、：\\d]{0,12}(?:文件|合同|协议|协议书|决策|决定|事项|方案|规章|政策|措施|案卷|议题|草案|意向书|备忘录|材料|文书|纪要|制度|公约|复函|函件|法规|案件))(?:共)?"
)
_VERB_OF_ITS_OWN = lazy_pattern(
    "审查|审核|评查|清理|涉及|出具|提出|办理|参与|起草|制定|修订|印发|出台|签订|备案|报备|公布|公开|代理|开展|组织|处理|提供|列席|完成|发布|废止|修改|保留|宣布|继续|听证|抽查|整理|讨论|指导|下达|移送|立案"
)
# What a member's own words may have made of it, though the verb in front says that it was looked at.
_BY_NOUN = (
    None,
    "decision.major_items",
    "rulemaking.normative_docs",
    "rulemaking.legislation_items",
    "rulemaking.internal_rules",
)
_BEFORE = 120  # characters of the sentence in front of the list that may say what it is about
_JOINS = "、和与及"


def share_predicate(plain: Plain, matcher: Matcher, figures: list[Figure], places: list[Place]) -> None:
    """Reads members of such lists by their own words and those behind the last number.

    A member whose own words name something keeps it, unless the predicate is one by which anything may be treated.
    """
    text = plain.text
    last = len(figures) - 1
    while last > 0:
        first = last
        while first and _joined(text, figures[first - 1], figures[first], places[first - 1], places[first]):
            first -= 1
        if first < last:
            _read(text, matcher, figures[first : last + 1], places[first : last + 1])
        last = min(first, last - 1)


def share_verb(plain: Plain, matcher: Matcher, figures: list[Figure], places: list[Place]) -> None:
    """审查规范性文件12件、重大行政决策5件、合同40份: the verb in front of the first is said of all objects in the list."""
    text = plain.text
    verb = ""
    for i, (figure, place) in enumerate(zip(figures, places, strict=True)):
        own = text[place.left : place.start]
        if text[place.left - 1 : place.left] == "，" and "案" not in own:
            own = "，" + own  # 审核规范性文件12件，合同40份; but 评查案卷30件，行政处罚案件12件 are two things
        named = _OBJECT.fullmatch(own) if verb and figure.sentence == figures[i - 1].sentence else None
        if named is None or _VERB_OF_ITS_OWN.search(named["noun"]):
            found = _VERB.search(own) if figure.indicator in TREATED and not figure.number_first else None
            verb = found.group() if found else ""
            continue
        if figure.indicator in TREATED or figure.kind != "count" or figure.role != "actual":
            continue
        if figure.indicator not in _BY_NOUN:
            verb = ""
            continue
        said = verb + named["noun"]
        end = len(said)
        matches = matcher.on(said).matches(figure, Place(end, end, 0, end, 0, 0, 0, 0, end + AHEAD))
        match, model = _fitting(matches, TREATED), figures[i - 1]
        if match is not None:
            figure.indicator, figure.rule = match.phrasing.code, match.phrasing.rule
        elif figure.indicator is None and figure.unit in matcher.indicator(model.indicator or "").units:
            figure.indicator, figure.rule, figure.lender = model.indicator, model.rule, model
        else:
            verb = ""
            continue
        figure.candidates = []
        figure.doubts = [doubt for doubt in figure.doubts if doubt not in ("subject-far", "indicator-close")]
        phrasing = match.phrasing if match else None
        figure.attributes = read_attributes(
            matcher.indicator(figure.indicator or ""), phrasing, own, "", "", figure.why
        )


def _joined(text: str, figure: Figure, later: Figure, place: Place, after: Place) -> bool:
    """Whether two figures are members of one list, each behind its noun."""
    counts = figure.kind == later.kind == "count" and figure.form == later.form == "number"
    plain = figure.role == later.role == "actual" and not (figure.growth or later.growth or figure.named or later.named)
    if not counts or not plain or figure.sentence != later.sentence or place.end >= after.start:
        return False
    return _BETWEEN.fullmatch(text, place.end, after.start) is not None


def _read(text: str, matcher: Matcher, members: list[Figure], places: list[Place]) -> None:
    model, end = members[-1], places[-1].end
    of_last = _best(matcher, model, text, places[-1], end) if _DONE.match(text, end) else []
    treated = _fitting(of_last[:1], TREATED)
    if treated is None and model.indicator is None:
        return
    for figure, place in zip(members, places, strict=True):
        if figure.number_first or (treated is None and (figure.indicator or not same_unit(figure, model))):
            continue
        matches = of_last if figure is model else _best(matcher, figure, text, place, end)
        fits = treated is not None and figure.unit in treated.phrasing.units
        match = _fitting(matches, TREATED if treated else (model.indicator or "",)) or (treated if fits else None)
        if match is None or match.phrasing.code == figure.indicator:
            continue
        phrasing = match.phrasing
        figure.indicator, figure.rule, figure.candidates = phrasing.code, phrasing.rule, []
        figure.doubts = [doubt for doubt in figure.doubts if doubt not in ("subject-far", "indicator-close")]
        own, behind = text[place.left : place.start], text[end : end + AHEAD]
        figure.attributes = read_attributes(matcher.indicator(phrasing.code), phrasing, own, "", "", figure.why)
        figure.why += [("word", word) for piece in phrasing.row.after for word in piece.words if word in behind][:1]


def _fitting(matches: list[Match], codes: tuple[str, ...]) -> Match | None:
    return next((match for match in matches if match.phrasing.code in codes), None)


def _best(matcher: Matcher, figure: Figure, text: str, place: Place, end: int) -> list[Match]:
    """What fits a member where it is read without the others: 对规范性文件3件进行合法性审核.

    The matches' words have their places in that sentence, not in the text.
    """
    head = text[max(place.sentence_start, place.clause_start - _BEFORE) : place.clause_start]
    own = text[place.left : place.start].lstrip(_JOINS)
    stop = _PART_END.search(text, end, end + AHEAD)
    behind = text[end : stop.start() if stop else end + AHEAD]
    start, behind_from = len(head) + len(own), len(head) + len(own) + place.end - place.start
    alone = head + own + text[place.start : place.end] + behind
    comma = alone.find("，", behind_from)
    right = comma if comma >= 0 else len(alone)
    reader = matcher.on(alone)
    nothing_follows = len(alone) + AHEAD + 1
    return reader.matches(
        figure, Place(start, behind_from, len(head), right, len(head), 0, len(head), 0, nothing_follows)
    )
