"""What the finder meets, as the stages hand it on: numerals, fractions, quantities, absences. Positions are flow positions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from fazhi_extract.model.vocabulary import Bound, MetricKind

Script = Literal["arabic", "chinese", "mixed", "masked", "vague"]
"""How a numeral is written."""


class Numeral(NamedTuple):
    """A numeral in the flow text.

    `start` and `end` are a half-open span that covers sign, digits, scale words and a 余, 多, 来 or 几 that belongs to
    it (10万余, 六千余万, 十几). `value` is None for masked (`**`) and vague (数十, an index number) numerals;
    `value_to` is the upper end of a pair of neighbours (三四百). `more` says that 余, 多, 来 or 几 was there. `scale`
    is the multiplier of the scale words at the end (3.6万 is 10000), for lists that share one; `decimals` counts the
    decimals as printed.
    """

    start: int
    end: int
    value: Decimal | None
    value_to: Decimal | None
    script: Script
    more: bool
    scale: Decimal
    decimals: int


class Fraction(NamedTuple):
    """五分之一, 1/3 or 4 6/3. `value` is the plain quotient (0.2); for 百分之五 `denominator` is 100."""

    start: int
    end: int
    numerator: Numeral
    denominator: Decimal
    value: Decimal


@dataclass(slots=True)
class Quantity:
    """A number as it stands in the flow text, with all that belongs to it. Positions are flow positions."""

    start: int
    end: int
    kind: MetricKind
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    bound: Bound
    number: Numeral
    unit_span: tuple[int, int] | None = None
    family: str = ""  # class of the measure word
    article: bool = False
    plain: Decimal | None = None  # a fraction's own value, before it becomes a percentage
    shared: bool = False  # its unit or scale is written with a later number of its list

    @property
    def masked(self) -> bool:
        return self.number.script == "masked"

    def take_unit(self, unit: str, kind: MetricKind, family: str, at: int, end: int, bound: Bound) -> Quantity:
        """Sets the unit, which stands at `[at, end)`, and what it makes of the number; returns the quantity itself."""
        self.unit, self.kind, self.family, self.bound = unit, kind, family, bound
        self.unit_span, self.end = (at, end), end
        return self


class Absence(NamedTuple):
    """A figure without a numeral; positions are flow positions."""

    start: int
    end: int
    form: Literal["stated_none", "in_words"]
    label: str
    about: tuple[int, int]
