"""Phrasings whose words stand beside a figure and that do not bind it all the same, for explanations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import NEAR, Matcher
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook.indicators import Phrasing
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.rulebook import Rulebook
from fazhi_extract.text import SourceText

_MOST = 3


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A phrasing, what keeps it from binding the figure, and the words or units that do."""

    phrasing: Phrasing
    reason: Literal["unit", "word"]
    words: str


def near_misses(book: Rulebook, source: SourceText, figure: Figure) -> list[NearMiss]:
    """At most three phrasings, one per indicator, that the clause of an unbound figure says; the longest words first."""
    start, end = figure.clause
    plain = Plain(source.flow[start:end])
    part = max(figure.sentence[0], source.flow.rfind("；", 0, start) + 1)
    said = Plain(source.flow[part:end]).text
    at, behind = plain.at(figure.start - start), plain.at(figure.end - start)
    matcher = Matcher(book, plain, measure_words(), [])
    found: dict[str, tuple[int, NearMiss]] = {}
    beside = [
        (right - len(word), right, word, False)
        for right in range(max(0, at - NEAR), at + 1)
        for word in book.words.ending_at(plain.text, right)
    ]
    beside += [
        (left, left + len(word), word, True)
        for left in range(behind, behind + NEAR + 1)
        for word in book.words.beginning_at(plain.text, left)
    ]
    for left, right, word, follows in beside:
        touching = right == at or left == behind
        for phrasing in book.phrasings(word, follows):
            nearest = phrasing.row.before[0] if phrasing.row.before else phrasing.row.after[0]
            if not nearest.gap and not touching:
                continue
            miss = _miss(book, matcher, plain.text, said, figure, phrasing)
            if miss is not None and len(word) > found.get(phrasing.code, (0, miss))[0]:
                found[phrasing.code] = (len(word), miss)
    best = sorted(found.values(), key=lambda one: (-one[0], one[1].phrasing.rule))
    return [miss for _, miss in best[:_MOST]]


def _miss(
    book: Rulebook, matcher: Matcher, text: str, said: str, figure: Figure, phrasing: Phrasing
) -> NearMiss | None:
    pieces = (*phrasing.row.before, *phrasing.row.after)
    if not all(piece.optional or any(word in text for word in piece.words) for piece in pieces):
        return None
    indicator = book.indicators[phrasing.code]
    blocking = [w for w in (*phrasing.unless, *indicator.blocked_by) if w in text]
    blocking += [w for w in indicator.not_about if w in said]
    if not matcher.fits_unit(phrasing, figure):
        return NearMiss(phrasing, "unit", " ".join(sorted(phrasing.units)) or "-")
    if blocking:
        return NearMiss(phrasing, "word", " ".join(blocking))
    return None
