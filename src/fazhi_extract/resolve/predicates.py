"""A list whose predicate is said once, behind its last number: 对规范性文件3件、合同40件进行合法性审核."""

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
