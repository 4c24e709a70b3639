"""What a user's rule files change: the figures that they gain, lose, or take from another indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fazhi_extract.pipeline import extract_document

if TYPE_CHECKING:
    from fazhi_extract.model import Metric
    from fazhi_extract.read import Document
    from fazhi_extract.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Change:
    """A figure whose indicator is another with the user's files: what they do to it, before and after."""

    what: Literal["gained", "lost", "taken"]
    before: Metric
    after: Metric


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes in one report, and how many figures it has."""

    changes: list[Change]
    figures: int


def difference(document: Document, rulebook: Rulebook, builtin: Rulebook) -> Difference:
    """Reads a report with the package's own rules and with `rulebook`, and compares figure by figure."""
    before, after = (extract_document(document, rulebook=book).metrics for book in (builtin, rulebook))
    # Rules bind figures; they neither make nor remove any.
    return Difference(list(_changes(before, after)), len(after))


def _changes(before: tuple[Metric, ...], after: tuple[Metric, ...]) -> Iterator[Change]:
    for old, new in zip(before, after, strict=True):
        if old.indicator != new.indicator:
            what: Literal["gained", "lost", "taken"] = "taken"
            if old.indicator is None:
                what = "gained"
            elif new.indicator is None:
                what = "lost"
            yield Change(what, old, new)
