"""Where a figure stands, as the readers of scopes look at it."""

from __future__ import annotations

from typing import NamedTuple

from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.figure import Figure

Scope = tuple[str | None, ScopeKind | None]  # its words and their kind
WHOLE: Scope = (None, None)  # the text says that the figure is about no part


class Spot(NamedTuple):
    """A figure and the words in front of it that may confine it."""

    figures: list[Figure]
    i: int  # the figure's place among them
    figure: Figure
    code: str  # its indicator, "" for none
    flow: str
    issuer: str | None
    left: str  # its clause up to it
    before: str  # its sentence up to it
    near: str  # the same behind the last semicolon


def spot_of(figures: list[Figure], i: int, flow: str, issuer: str | None) -> Spot:
    """The spot of figure `i`."""
    figure = figures[i]
    before = flow[figure.sentence[0] : figure.start]
    left = flow[figure.clause[0] : figure.start]
    near = before[before.rfind("；") + 1 :]
    return Spot(figures, i, figure, figure.indicator or "", flow, issuer, left, before, near)
