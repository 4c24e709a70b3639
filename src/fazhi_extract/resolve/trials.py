"""What a phrasing asks for beside the word nearest to the number, prepared once for all figures of a sort."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi_extract.resolve.figure import BARE, Figure
from fazhi_extract.resolve.units import is_none, takes_unit
from fazhi_extract.rulebook.indicators import Phrasing
from fazhi_extract.rulebook.lexicon import MeasureWords
from fazhi_extract.rulebook.phrasings import Piece
from fazhi_extract.rulebook.rulebook import Rulebook

MOST_REMEMBERED = 2_000  # units are words of the text: without a limit, strange texts would fill the memory
UNIT_BONUS = 0.5  # what a phrasing that asks for the unit is worth more


@dataclass(frozen=True, slots=True)
class Trial:
    """A phrasing as it is tried: what it asks for beside the word nearest to the number."""

    phrasing: Phrasing
    most: float
    apart: bool  # whether other text may stand between the nearest word and the number
    leads: bool  # whether the nearest word stands in front of the number
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    never: tuple[str, ...]  # no such word may stand beside the figure
    when: tuple[str, ...]
    bonus: float
    not_about: tuple[str, ...]  # no such word may stand in its part of the sentence so far
    marks_before: frozenset[str]  # one of these characters stands in front of the number wherever the phrasing fits
    marks_behind: frozenset[str]  # and one of these behind it


class Trials:
    """The phrasings of a rulebook as they are tried, by the word nearest to the number."""

    def __init__(self, book: Rulebook, words: MeasureWords) -> None:
        self._book, self._measure = book, words

    def remembered(self, figure: Figure, loose: bool) -> dict[str, tuple[Trial, ...]]:
        """What the rulebook remembers of words for figures of this sort; > marks words behind the number."""
        # Without a unit the family tells counts that stand alone (行政处罚30，) from other numbers.
        sort = (figure.unit or figure.family, figure.kind, figure.form == "stated_none", is_none(figure), loose)
        fitting = self._book.fitting
        known = fitting.get(sort)
        if known is None:
            if len(fitting) >= MOST_REMEMBERED:
                fitting.clear()
            known = fitting[sort] = {}
        return known

    def of(
        self, known: dict[str, tuple[Trial, ...]], word: str, behind: bool, figure: Figure, loose: bool
    ) -> tuple[Trial, ...]:
        """The phrasings with a word nearest to the number that take the figure's unit; `known` keeps them."""
        fitting = [p for p in self._book.phrasings(word, behind) if self.fits_unit(p, figure, loose)]
        found = tuple(self._trial(p, figure.family == BARE and "件" not in p.units) for p in fitting)
        known[">" + word if behind else word] = found
        return found

    def _trial(self, phrasing: Phrasing, less_likely: bool) -> Trial:
        before, after = phrasing.row.before, phrasing.row.after
        return Trial(
            phrasing, phrasing.most, (before[0] if before else after[0]).gap, bool(before), before[1:],
            after if before else after[1:], phrasing.unless + self._book.indicators[phrasing.code].blocked_by,
            phrasing.when, UNIT_BONUS * (phrasing.narrowed - less_likely), self._book.indicators[phrasing.code].not_about,
            self._marks(before[1:]), self._marks(after if before else after[1:]),
        )  # fmt: skip

    def _marks(self, pieces: tuple[Piece, ...]) -> frozenset[str]:
        """The rarest character of each word of the first piece that must stand there; an empty string where none must."""
        for piece in pieces:
            if not piece.optional:
                return frozenset(min(word, key=self._book.frequency) for word in piece.words)
        return frozenset([""])

    def fits_unit(self, phrasing: Phrasing, figure: Figure, loose: bool = False) -> bool:
        """Whether a phrasing takes the figure's unit, or with `loose` one of its kind."""
        return takes_unit(phrasing, self._book.indicators[phrasing.code], figure, self._measure if loose else None)
