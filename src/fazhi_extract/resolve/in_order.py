"""A second list of as many numbers as the first is of the same things in turn: 一审12件、二审5件，胜诉率分别为92%、80%."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.rulebook.rulebook import Rulebook

_SECOND = lazy_pattern("[，；][^，。；、：\\d和与及]{2,10}分别(?:约?为|达到?|是)?")
_JOINS = ("、", "和", "与", "及", "以及")
_WHOSE = ("instance", "channel", "level")
_MOST = 8  # numbers of one list


def share_in_order(flow: str, book: Rulebook, figures: list[Figure]) -> None:
    """Gives each number of such a list the scope, and what is said of court, channel or level, of the one in its place."""
    for i in range(2, len(figures) - 1):
        if not _SECOND.fullmatch(flow, figures[i - 1].end, figures[i].start):
            continue
        last = i
        while last + 1 < len(figures) and last - i < _MOST and _goes_on(flow, figures[last], figures[last + 1]):
            last += 1
        count = last + 1 - i
        firsts = figures[max(0, i - count) : i]
        if count > 1 and len(firsts) == count and _is_list(firsts, figures[i - count - 1] if i > count else None):
            for first, second in zip(firsts, figures[i : last + 1], strict=True):
                _share(book, first, second)


def _goes_on(flow: str, figure: Figure, following: Figure) -> bool:
    return same_unit(figure, following) and flow[figure.end : following.start] in _JOINS


def _is_list(firsts: list[Figure], former: Figure | None) -> bool:
    """Whether figures are all of a list: they count the same, and the one in front of them does not."""
    first = firsts[0]
    alike = all(
        f.indicator == first.indicator and f.sentence == first.sentence and f.role == "actual" and same_unit(f, first)
        for f in firsts
    )
    more = former is not None and former.sentence == first.sentence and former.indicator == first.indicator
    return alike and first.kind == "count" and first.indicator is not None and not more


def _share(book: Rulebook, first: Figure, second: Figure) -> None:
    if second.indicator is None or second.growth:
        return
    allowed = book.indicators[second.indicator].attributes
    for key in _WHOSE:
        if key in first.attributes and key in allowed:
            second.attributes.setdefault(key, first.attributes[key])
    if first.scope is not None and second.scope_kind is None:
        second.scope, second.scope_kind = first.scope, first.scope_kind
