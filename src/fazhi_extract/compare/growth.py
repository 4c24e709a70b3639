"""Growth: what it was, and what a stated one implies. All numbers are taken for what they can stand for as printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from fazhi_extract.table.figures import Figure

_HALF = Decimal("0.5")
_UNITS_OF_LAST_DIGIT = 1
"""A stated growth may be rounded or cut off: one unit of its last digit either way."""


@dataclass(frozen=True, slots=True)
class Base:
    """The values from which a stated growth leads to the figure: ``low`` to ``high``, best ``value``."""

    value: Decimal
    low: Decimal
    high: Decimal

    def holds(self, figure: Figure) -> bool:
        """Whether a figure of the year before can be this base."""
        assert figure.value is not None
        slack = figure.step / 2
        return self.low - slack <= figure.value <= self.high + slack


def per_cent(old: Decimal, new: Decimal) -> Decimal | None:
    """Growth in per cent; ``None`` from nothing."""
    return 100 * (new - old) / old if old else None


def base(new: Figure, growth: Figure) -> Base | None:
    """The base that a stated growth of ``new`` implies; ``None`` where there is none.

    Growth in per cent divides, in 百分点 or in things of the same unit subtracts. The base of a count is whole.
    """
    assert new.value is not None
    assert growth.value is not None
    step = (growth.step or Decimal(1)) * _UNITS_OF_LAST_DIGIT
    if growth.kind == "rate" and growth.unit == "%":
        low, high = (_divided(new.value + by * new.step, growth.value - 2 * by * step) for by in (-_HALF, _HALF))
        value = _divided(new.value, growth.value)
        if value is None or low is None or high is None:
            return None
    elif growth.kind == new.kind:
        slack = new.step / 2 + (step if growth.step else Decimal(0))
        value = new.value - growth.value
        low, high = value - slack, value + slack
    else:
        return None
    if new.kind == "count":
        value = value.to_integral_value()
        low, high = low.to_integral_value(ROUND_CEILING), high.to_integral_value(ROUND_FLOOR)
        if low > high:  # no whole number gives the printed growth: the nearest is told all the same
            low = high = value
    return Base(value, low, high)


def _divided(value: Decimal, growth: Decimal) -> Decimal | None:
    return None if growth <= -100 else value / (1 + growth / 100)


def differs(old: Figure, new: Figure, growth: Figure) -> bool:
    """Whether what is said of the growth cannot come from these two figures, as far as they are exact."""
    if not (old.exact and new.exact and growth.exact):
        return False
    stated = base(new, growth)
    if stated is None or stated.holds(old):
        return False
    # 合格率95%，同比增长3%: per cent may mean points.
    points = new.kind == "rate" and growth.unit == "%" and base(new, _as_points(growth))
    return not (points and points.holds(old))


def _as_points(growth: Figure) -> Figure:
    return Figure(growth.value, "百分点", "rate", growth.text, growth.quote, growth.place, growth.step, growth.exact)
