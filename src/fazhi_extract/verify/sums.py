"""Which figures of a report a number is the sum, the difference or the share of.

Only figures that may belong together are tried, so that chance finds little: those of one indicator, those that
stand in a row in one sentence, and those of one domain (罚款 and 没收 of 罚没).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby
from typing import Literal

from fazhi_extract.table.units import alike
from fazhi_extract.verify.claims import Claim
from fazhi_extract.verify.numbers import Number
from fazhi_extract.verify.reports import Body, Told

Way = Literal["sum", "difference", "ratio"]
_MOST_IN_ALL = 14
"""Of more figures not all threes are tried."""
_LONGEST_RUN = 16
_WHOLE = 100
"""A share is no more than the whole."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How a number comes from figures that stand in the text."""

    way: Way
    parts: tuple[Told, ...]


def reckon(claim: Claim, number: Number, body: Body) -> Reckoned | None:
    """The likeliest way to a number; ``None`` where there is none. Parts are in document order, of a difference the greater first."""
    value = number.value
    assert claim.meaning is not None
    if value is None or value == 0 or number.value_to is not None:
        return None
    figures = [f for f in body.figures if f.form == "number" and f.value and f.value_to is None and f.role == "actual"]
    if number.kind == "rate":
        return _ratio(value, claim, figures)
    usable = [f for f in figures if f.kind != "rate" and (number.kind in (None, f.kind)) and _fits_unit(number, f)]
    mine = [f for f in usable if f.indicator in claim.meaning.indicators]
    for way, parts in _ways(mine, usable, claim):
        values = [f.value for f in parts if f.value is not None]
        if way == "sum" and sum(values) == value:
            return Reckoned(way, parts)
        if way == "difference" and abs(values[0] - values[1]) == value:
            return Reckoned(way, tuple(sorted(parts, key=lambda f: f.value or 0, reverse=True)))
    return None


def _fits_unit(number: Number, figure: Told) -> bool:
    return number.unit is None or figure.unit is None or figure.kind == "money" or alike(number.unit, figure.unit)


def _ways(mine: Sequence[Told], usable: Sequence[Told], claim: Claim) -> Iterator[tuple[Way, tuple[Told, ...]]]:
    """What may belong together, the likeliest first."""
    for run in _runs(mine):
        if _no_whole(run):
            yield "sum", run
    few = mine[:_MOST_IN_ALL]
    for size in (2, 3):
        for parts in combinations(mine if size == 2 else few, size):
            if _apart(parts):
                yield "sum", parts
    for pair in combinations(mine, 2):
        yield "difference", pair
    assert claim.meaning is not None
    domains = {code.split(".")[0] for code in claim.meaning.indicators}
    related = [f for f in usable if f.indicator and f.indicator.split(".")[0] in domains]
    for pair in combinations(related, 2):
        if _apart(pair) and (pair[0].sentence == pair[1].sentence or pair[0].indicator in claim.meaning.indicators):
            yield "sum", pair
    for _, group in groupby(usable, key=lambda f: f.sentence):
        for run in _runs(list(group)):
            if claim.meaning.indicators & {f.indicator for f in run} and _no_whole(run):
                yield "sum", run


def _apart(parts: Sequence[Told]) -> bool:
    """Whether no figure is said twice among the parts, or is the whole of another."""
    return len({(f.value, f.key, f.scope) for f in parts}) == len(parts) and _no_whole(parts) and _one_unit(parts)


def _no_whole(parts: Sequence[Told]) -> bool:
    """Whether none of the parts holds another: 64件，其中维持29件、撤销3件 are no 96."""
    if len(parts) < 3:
        return True  # a total and one of its parts are added by mistake often enough
    ids = {f.id for f in parts}
    return not any(ids & f.wholes for f in parts)


def _one_unit(parts: Sequence[Told]) -> bool:
    first = parts[0]
    return all(f.kind == first.kind and (f.kind == "money" or _alike(f, first)) for f in parts)


def _alike(one: Told, other: Told) -> bool:
    """个 goes with everything within an indicator, but 213个 and 7人 of two indicators do not add up."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return True
    return alike(one.unit, other.unit) and (one.indicator == other.indicator or "个" not in (one.unit, other.unit))


def _runs(figures: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """Rows of figures that stand one behind the other, the longest first."""
    most = min(len(figures), _LONGEST_RUN)
    for length in range(most, 1, -1):
        for start in range(len(figures) - length + 1):
            run = tuple(figures[start : start + length])
            if _one_unit(run):
                yield run


def _ratio(value: Decimal, claim: Claim, figures: Sequence[Told]) -> Reckoned | None:
    """Two counts whose share, rounded or cut off as printed, is the number."""
    assert claim.meaning is not None
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
    counts = [f for f in figures if f.kind in ("count", "money")]
    domains = {code.split(".")[0] for code in claim.meaning.indicators}
    for one, other in combinations(counts, 2):
        related = one.indicator == other.indicator and (one.indicator or "").split(".")[0] in domains
        if not (related or one.sentence == other.sentence) or not _one_unit((one, other)):
            continue
        for part, whole in ((one, other), (other, one)):
            assert part.value is not None
            assert whole.value is not None
            share = 100 * part.value / whole.value
            if share <= _WHOLE and (-step / 2 <= value - share <= step / 2 or 0 <= share - value < step):
                return Reckoned("ratio", (part, whole))
    return None
