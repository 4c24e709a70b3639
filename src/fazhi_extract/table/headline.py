"""Which of a report's figures stands for the whole of an indicator, or why none does. Nothing is added up.

The state tells what the report has:

- ``stated`` one figure for the whole of the issuer's work in the reporting year, however often it is said;
- ``stated_none`` the report says that there was none (0);
- ``in_words`` said in words without a numeral (均按期办结: 100);
- ``masked`` the digits are blanked out in the text;
- ``several`` figures that disagree: all are listed, none is chosen;
- ``partial`` only figures about a part (a region, a campaign, some objects, another period): they are listed;
- ``target_only`` only plans and duties: they are listed;
- ``not_found`` none of these. Earlier values, growth and conditions of rules are listed where they are all there is.

``no_report`` and ``unreadable`` are states of whole rows of the panel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from fazhi_extract.table.figures import agree, figure_of, same_unit
from fazhi_extract.table.units import canonical_unit

if TYPE_CHECKING:
    from fazhi_extract.model import Metric

ReportState = Literal["stated", "stated_none", "in_words", "masked", "partial", "several", "target_only", "not_found"]
State = Literal[ReportState, "no_report", "unreadable"]
STATES: tuple[State, ...] = get_args(State)
WHOLE = (None, "own", "system")
"""The kinds of scope that are no part of the issuer's work."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The state, the figures that it rests on in document order, and the one that says it best (the first of a list)."""

    state: ReportState
    figures: tuple[Metric, ...]
    best: Metric
    beside: tuple[Metric, ...] = ()
    """Those of ``figures`` that count the same things in another unit: 180人次 of 34批次180人次."""


def headline(
    figures: Sequence[Metric],
    units: Sequence[str],
    *,
    apart: Callable[[Metric], object] | None = None,
    items: bool = False,
) -> Headline:
    """Chooses among the figures of an indicator, at least one, in document order.

    ``units`` are the indicator's measure words, the usual one first. What differs in ``apart`` is not the same figure.
    ``items``: figures about one item of the text (``attributes.item``) count as the whole, because the item is what is
    asked for.
    """
    heads = [m for m in figures if m.headline and (items or "item" not in m.attributes)]
    # Figures of another actor, such as legal counsel, stand for the issuer's only where it has none itself.
    heads = [m for m in heads if "actor" not in m.attributes] or heads
    if heads:
        return _of_heads(heads, units, apart)
    actual = [m for m in figures if m.role == "actual"]
    words = [
        m for m in actual if m.form == "in_words" and m.scope_kind in WHOLE and (items or "item" not in m.attributes)
    ]
    if words and len({m.value for m in words}) == 1:
        return _all("in_words", words)
    if actual:
        return _all("masked" if all(m.form == "masked" for m in actual) else "partial", actual)
    targets = [m for m in figures if m.role == "target"]
    return _all("target_only", targets) if targets else _all("not_found", figures)


def _of_heads(heads: Sequence[Metric], units: Sequence[str], apart: Callable[[Metric], object] | None) -> Headline:
    if all(m.form == "masked" for m in heads):
        return _all("masked", heads)
    beside = _beside(heads, units)
    left = [m for m in heads if m not in beside]
    said = {m.id: figure_of(m) for m in left}
    best = min(left, key=lambda m: (m.form == "masked", not said[m.id].exact, said[m.id].step))
    mine = said[best.id]
    for m in left:
        if not (agree(mine, said[m.id]) and same_unit(mine, said[m.id], units)) or (apart and apart(m) != apart(best)):
            return _all("several", heads)
    none = any(m.form == "stated_none" for m in left)
    return Headline("stated_none" if none else "stated", tuple(heads), best, tuple(beside))


def _beside(heads: Sequence[Metric], units: Sequence[str]) -> list[Metric]:
    """Figures that stand right beside another one and count the same in another unit (34批次180人次): the indicator's
    usual unit is the one to tabulate.
    """
    beside = []
    for one, other in pairwise(heads):
        counted = {one.form, other.form} == {"number"} and "rate" not in (one.kind, other.kind)
        if (
            not counted
            or not 0 <= other.span[0] - one.span[1] <= 1
            or same_unit(figure_of(one), figure_of(other), units)
        ):
            continue
        beside.append(one if _rank(other, units) < _rank(one, units) else other)
    return beside


def _rank(metric: Metric, units: Sequence[str]) -> int:
    unit = canonical_unit(metric.unit, units)
    return units.index(unit) if unit in units else len(units)


def _all(state: ReportState, figures: Sequence[Metric]) -> Headline:
    return Headline(state, tuple(figures), figures[0])
