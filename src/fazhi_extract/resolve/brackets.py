"""A number whose noun stands in front of a bracket that holds another number: 受理复议申请（含上年结转3件）45件."""

from __future__ import annotations

from dataclasses import replace

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.labels import label
from fazhi_extract.resolve.matching import AHEAD, Match, Matcher
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.places import Places
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

_BRACKET = lazy_pattern("\\([^()。；]{2,60}\\)(?:共计?|累计|合计|总计|达到?|为)?")
_LONGEST = 64  # characters of a bracket with what may stand behind it
_HELD = lazy_pattern("\\(?[，、]?(?:其中|含|包括|包含)")


def before_bracket(
    source: SourceText, plain: Plain, matcher: Matcher, places: Places, figures: list[Figure], i: int, place: Place
) -> tuple[Place, list[Match]] | None:
    """What fits a figure directly behind a bracket that holds others, read as if the bracket were not there.

    The place is that of the words in front of the bracket, the matches' words have their places in the text. What the
    bracket holds (含, 其中, or all together as much) gets a link to the figure as its whole.
    """
    text = plain.text
    since = max(place.sentence_start, place.start - _LONGEST)
    opens = text.rfind("(", since, place.start)
    if i == 0 or opens < 0 or _BRACKET.fullmatch(text, opens, place.start) is None:
        return None
    first = i
    while first and plain.at(figures[first - 1].start) > opens:
        first -= 1
    if first == i:
        return None
    begins = places.of(first)
    if begins.left >= opens:
        return None
    # The sentence without the bracket, up to where the figure's own words end.
    gone, offset = place.start - opens, begins.sentence_start
    alone = text[offset:opens] + text[place.start : max(place.right, place.end)]
    start, end = opens - offset, place.end - gone - offset
    reader = matcher.on(alone)
    read = Place(
        start, end, begins.left - offset, place.right - gone - offset, begins.clause_start - offset, 0,
        max(0, begins.floor - offset), max(0, begins.part_start - offset), len(alone) + AHEAD,
    )  # fmt: skip
    matches = [_shifted(match, end, offset, gone) for match in reader.matches(figures[i], read)]
    if not matches:
        return None
    figures[i].label = label(
        source, replace(figures[i], start=plain.back(opens)), figures[first - 1] if first else None
    )
    total = sum(part.value or 0 for part in figures[first:i]) == figures[i].value
    for part in figures[first:i]:
        held = total or _HELD.match(text, opens, plain.at(part.start)) is not None
        if held and same_unit(part, figures[i]) and part.role == "actual" and _smaller(part, figures[i]):
            part.links.append(("whole", i))
    return replace(begins, start=opens, end=place.end, right=place.right, following=place.following), matches


def _shifted(match: Match, end: int, offset: int, gone: int) -> Match:
    """The match with the places that its words have in the text."""
    words = ((s + offset + (gone if s >= end else 0), e + offset + (gone if s >= end else 0)) for s, e in match.words)
    return match._replace(words=tuple(words))


def _smaller(part: Figure, whole: Figure) -> bool:
    return part.value is not None and whole.value is not None and part.value < whole.value
