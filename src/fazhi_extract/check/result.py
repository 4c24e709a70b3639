"""What a check finds, and how its numbers are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from fazhi_extract.check.facts import Fact
from fazhi_extract.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A relation between figures that was tested.

    `rule` is the check's name, `severity` says how much a disagreement weighs, `metrics` are indices into the figures
    in their order, `message` is the sentence for people.
    """

    rule: str
    agrees: bool
    severity: Severity
    metrics: tuple[int, ...]
    message: str


class Term(str):
    """A key of the message catalogue that stands for a word of a sentence."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A result before it is put into words: a key of the message catalogue and what goes into it."""

    rule: str
    agrees: bool
    severity: Severity
    facts: Sequence[Fact]
    key: str
    params: dict[str, str] = field(default_factory=dict)


def number(value: Decimal, kind: str = "count") -> str:
    """A number as people write it; money in 万元 from ten thousand yuan on."""
    if kind == "money":
        return f"{_plain(value / 10000)}万元" if abs(value) >= 10000 else f"{_plain(value)}元"
    return _plain(value) + ("%" if kind == "rate" else "")


def signed(value: Decimal) -> str:
    """A growth or a fall in per cent: +30.57%, -4.1%."""
    return ("+" if value > 0 else "") + number(value, "rate")


def total(facts: Sequence[Fact]) -> Decimal:
    """The sum of the printed numbers."""
    return sum((fact.value for fact in facts), Decimal(0))


def written(facts: Sequence[Fact]) -> str:
    """A sum with its terms: 153 + 214."""
    return " + ".join(number(fact.value, fact.figure.kind) for fact in facts)


def rounded(value: Decimal, step: Decimal, *, cut: bool = False) -> Decimal:
    """A number to the last printed digit, half up or cut off."""
    return value.quantize(step, ROUND_DOWN if cut else ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
