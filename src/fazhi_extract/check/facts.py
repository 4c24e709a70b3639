"""The figures that checks can reckon with: what a printed number may stand for, and which figures belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import Bound, Form, MetricKind, Role, ScopeKind


class Figure(Protocol):
    """What a check needs to know of a figure. Positions are those of the text that goes with the figures."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def sentence(self) -> tuple[int, int]: ...
    @property
    def kind(self) -> MetricKind: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def value_to(self) -> Decimal | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def bound(self) -> Bound: ...
    @property
    def form(self) -> Form: ...
    @property
    def role(self) -> Role: ...
    @property
    def label(self) -> str: ...
    @property
    def indicator(self) -> str | None: ...
    @property
    def attributes(self) -> Mapping[str, str | bool]: ...
    @property
    def scope(self) -> str | None: ...
    @property
    def scope_kind(self) -> ScopeKind | None: ...
    @property
    def links(self) -> Sequence[tuple[str, int]]: ...


class Period(Protocol):
    """The days that a figure covers."""

    @property
    def start(self) -> date | None: ...
    @property
    def end(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number may stand for: from `low` to `high` (None: no upper end).

    `exact` tells a number that is stated as such from one that words only limit (余, 以上, 不足).
    """

    low: Decimal
    high: Decimal | None
    exact: bool = True

    def __add__(self, other: Amount) -> Amount:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Amount(self.low + other.low, high, self.exact and other.exact)

    def equals(self, other: Amount) -> bool | None:
        """Whether both can be the same number; None where words leave one of them open."""
        if not (self.exact and other.exact) or self.high is None or other.high is None:
            return None
        return self.low <= other.high and other.low <= self.high

    def at_most(self, other: Amount) -> bool | None:
        """Whether this is no more than the other; None where it may or may not be."""
        if self.high is not None and self.high <= other.low:
            return True
        if other.high is not None and self.low > other.high:
            return False
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A figure that is told as a result and has a known number and an indicator."""

    index: int
    figure: Figure
    code: str
    value: Decimal
    amount: Amount
    step: Decimal
    """What one unit of the last printed digit is worth; 0 for a whole number written out."""
    kin: Mapping[str, str | bool]
    """Attributes of the closed lists other than stage and result: they tell one row of figures from another."""

    @property
    def start(self) -> int:
        return self.figure.start

    @property
    def stage(self) -> str | bool | None:
        return self.figure.attributes.get("stage")

    @property
    def result(self) -> str | bool | None:
        return self.figure.attributes.get("result")

    def link(self, relation: str) -> int | None:
        """The index of the figure that stands in this relation."""
        return next((other for name, other in self.figure.links if name == relation), None)

    def is_beside(self, other: Fact) -> bool:
        """Whether both are about the same part of the work, as far as two figures of one sentence say."""
        one, two = self.figure, other.figure
        return one.scope == two.scope and (one.scope_kind == two.scope_kind or None in (one.scope_kind, two.scope_kind))

    def is_like(self, other: Fact) -> bool:
        """Whether both count the same kind of thing in the same unit, whatever their stage and result."""
        return self.kin == other.kin and self.figure.unit == other.figure.unit and self.is_beside(other)


_WORDED = ("stage", "result", "item", "actor")
_SCALE = lazy_pattern("[百千万亿]")
_DIGITS = lazy_pattern(r"(?<!\d)\d[\d,]*(\.\d+)?")
_WHOLE = lazy_pattern("全年|年度|全[省市县区州旗镇系]|共计|总计|合计|累计|总[量数额]")


@dataclass(slots=True)
class Facts:
    """All facts of one report, with the text that they stand in."""

    figures: Sequence[Figure]
    text: str
    periods: Sequence[Period | None]
    all: list[Fact] = field(default_factory=list)
    by_index: dict[int, Fact] = field(default_factory=dict)
    by_code: dict[str, list[Fact]] = field(default_factory=dict)
    by_sentence: dict[tuple[int, int], list[Fact]] = field(default_factory=dict)
    by_whole: dict[int, list[Fact]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, figure in enumerate(self.figures):
            if figure.role == "actual" and figure.form == "number" and figure.indicator is not None:
                fact = self.read(index)
                if fact is not None:
                    self.all.append(fact)
                    self.by_index[index] = fact
                    self.by_code.setdefault(fact.code, []).append(fact)
                    self.by_sentence.setdefault(figure.sentence, []).append(fact)
                    whole = fact.link("whole")
                    if whole is not None:
                        self.by_whole.setdefault(whole, []).append(fact)

    def read(self, index: int) -> Fact | None:
        """The fact in a figure, whatever its role; None where its number is masked or only about so much."""
        figure = self.figures[index]
        if figure.value is None or figure.bound == "about":
            return None
        step = printed_step(self.text[figure.start : figure.end], figure)
        if step is None:
            return None
        kin = {name: value for name, value in figure.attributes.items() if name not in _WORDED}
        return Fact(index, figure, figure.indicator or "", figure.value, _amount(figure, step), step, kin)

    def at(self, index: int | None) -> Fact | None:
        """The fact with this index."""
        return self.by_index.get(index) if index is not None else None

    def beside(self, fact: Fact, code: str) -> Iterator[Fact]:
        """Facts of an indicator in the fact's sentence and about the same part of the work, in their order."""
        for other in self.by_sentence.get(fact.figure.sentence, ()):
            if other is not fact and other.code == code and other.is_beside(fact):
                yield other

    def own_words(self, fact: Fact) -> str:
        """The words of the sentence between the figure before this one and this one."""
        start = fact.figure.sentence[0]
        for index in range(fact.index - 1, -1, -1):
            figure = self.figures[index]
            if figure.end <= fact.start:
                start = max(start, figure.end)
                break
        return self.text[start : fact.start]

    def sentence(self, fact: Fact) -> str:
        """The words of the fact's sentence."""
        return self.text[slice(*fact.figure.sentence)]

    def is_the_whole(self, fact: Fact) -> bool:
        """Whether the words claim that the figure is the total of the issuer's work (全年, 全市, 累计 …)."""
        if fact.figure.scope is not None or fact.link("whole") is not None:
            return False
        words = self.text[fact.figure.sentence[0] : fact.start]
        return fact.figure.scope_kind == "system" or _WHOLE.search(words) is not None

    def same_period(self, one: int, two: int) -> bool:
        """Whether two figures (by index) cover the same days, as far as is known."""
        if not self.periods:
            return True
        first, second = self.periods[one], self.periods[two]
        if first is None or second is None:
            return first is second
        return (first.start, first.end) == (second.start, second.end)


def printed_step(words: str, figure: Figure) -> Decimal | None:
    """What one unit of the last printed digit is worth: 0.01 for 92.86%, 100 for 6.83万; 0 for a count written out.

    None for a rate in words whose digits are not known (三分之一). Chinese numerals (三千二百) are read too.
    """
    value = abs(figure.value or Decimal(0))
    match = _DIGITS.search(words)
    if match is None:
        if figure.kind == "rate":
            return Decimal(1) if "百分之" in words else None
        # 三百 may be a round number, 三百一十四 is not.
        return _last_place(value) if _SCALE.search(words) else Decimal(0)
    printed = Decimal(match.group().replace(",", ""))
    digits = len(match[1]) - 1 if match[1] else 0
    scale = value / printed if printed else Decimal(1)
    if digits == 0 and scale == 1 and figure.kind != "rate":
        return Decimal(0)
    return scale.scaleb(-digits)


def _last_place(value: Decimal) -> Decimal:
    place = Decimal(1)
    while value and value % (place * 10) == 0:
        place *= 10
    return place if place > 1 else Decimal(0)


def _amount(figure: Figure, step: Decimal) -> Amount:
    """Digits may have been rounded half up or cut off: 6.83万 stands for 68250 up to 68400."""
    value = figure.value or Decimal(0)
    if figure.value_to is not None:
        return Amount(value, figure.value_to, exact=False)
    if figure.bound in ("over", "at_least"):
        return Amount(value, None, exact=False)
    if figure.bound in ("under", "at_most"):
        return Amount(Decimal(0), value, exact=False)
    return Amount(value - step / 2, value + step)
