"""Numbers as they are compared: for what they can stand for as printed, in measure words that mean the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.table.units import alike

if TYPE_CHECKING:
    from fazhi_extract.model import Metric

_SCALES = {"亿": Decimal(10) ** 8, "千万": Decimal(10) ** 7, "百万": Decimal(10) ** 6, "万": Decimal(10) ** 4}
_PRINTED = lazy_pattern(r"\d[\d,]*(?:\.(?P<decimals>\d+))?\s*(?P<scale>亿|千万|百万|万)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its place. ``step`` is what one unit of its last printed digit is worth, 0 for a whole number."""

    value: Decimal | None
    unit: str | None
    kind: str
    text: str
    quote: str
    place: str
    """The metric's id, or the row of a sheet."""
    step: Decimal = Decimal(0)
    exact: bool = True
    """Whether it is one number as printed: not 约, 余 or a range."""
    value_to: Decimal | None = None
    """The upper end of a range."""


def figure_of(metric: Metric) -> Figure:
    """A metric as it is compared."""
    value, value_to = (None if v is None else Decimal(str(v)) for v in (metric.value, metric.value_to))
    exact = metric.bound == "exact" and value_to is None
    return Figure(
        value, metric.unit, metric.kind, metric.text, metric.quote, metric.id, step_of(metric.text), exact, value_to
    )


def step_of(text: str) -> Decimal:
    """What one unit of the last printed digit is worth: 100 for 6.84万, 0.01 for 30.57%, 0 for 743件."""
    printed = _PRINTED.search(text)
    if printed is None or not (printed["decimals"] or printed["scale"]):
        return Decimal(0)
    return _SCALES.get(printed["scale"] or "", Decimal(1)).scaleb(-len(printed["decimals"] or ""))


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be the same number as printed, whatever they count: 6.8万 and 68123 can."""
    if one.value is None or other.value is None or one.value_to != other.value_to:
        return False
    if one.kind != other.kind:
        return one.value == other.value == 0  # 没有罚款 and 0元
    if not (one.exact and other.exact):
        return one.value == other.value
    return abs(one.value - other.value) <= (one.step + other.step) / 2


def same_unit(one: Figure, other: Figure, units: Sequence[str] = ()) -> bool:
    """Whether two figures of an indicator with these ``units`` are measured alike: 件 and 起, but not 人 and 人次."""
    if one.kind != other.kind:
        return one.value == 0 or other.value == 0  # a denial has no unit of its own
    if one.unit is None or other.unit is None or one.kind in ("money", "rate"):
        return True
    return alike(one.unit, other.unit, units)
