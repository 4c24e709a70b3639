"""Growth of a count has a whole-number base (K10); words of direction fit the numbers (K11)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from fazhi_extract.check.facts import Fact, Facts
from fazhi_extract.check.result import Finding, number, rounded, signed
from fazhi_extract.lazy import lazy_pattern

_HUNDREDTH = Decimal("0.01")
_UP = lazy_pattern("提升|提高|上升|增加|增长|增至|增为|扩大|升至|升为|攀升|跃升|拓展|扩展")
_DOWN = lazy_pattern("下降|降低|降至|降为|减少|减至|减为|压缩|缩短|缩减|精简|压减|回落|下调")


def growth_base(facts: Facts) -> Iterator[Finding]:
    """A count that grew by a stated percentage grew from a whole number: is there one that gives the percentage?"""
    for index, figure in enumerate(facts.figures):
        if figure.role != "change" or figure.unit != "%" or figure.form != "number" or figure.bound != "exact":
            continue
        change = facts.read(index)
        grown = _grown(facts, index)
        if change is None or grown is None or change.value <= -100 or figure.value_to is not None:
            continue
        # 6.84万 is no whole number that one could divide.
        if grown.figure.kind != "count" or grown.step or not grown.amount.exact or grown.value <= 0:
            continue
        yield _base(grown, change)


def _grown(facts: Facts, index: int) -> Fact | None:
    """What grew: by the link, else the figure right in front of the change that has its indicator and attributes."""
    change = facts.figures[index]
    for relation, other in change.links:
        if relation == "changed":
            return facts.at(other)
    if index == 0 or change.indicator is None:
        return None
    before = facts.at(index - 1)
    if before is None or before.code != change.indicator or before.figure.sentence != change.sentence:
        return None
    return before if before.figure.attributes == change.attributes else None


def _base(grown: Fact, change: Fact) -> Finding:
    nearest = max((grown.value / (1 + change.value / 100)).to_integral_value(), Decimal(1))
    # Percentages are rounded half up; some are cut off.
    first, last = _bases(grown.value, change, over=change.step / 2)
    if first > last:
        first, last = _bases(grown.value, change, over=change.step)
    params = {"value": number(grown.value), "change": signed(change.value)}
    if first > last:
        growth = 100 * (grown.value / nearest - 1)
        params |= {"base": number(nearest), "growth": signed(rounded(growth, min(change.step, _HUNDREDTH)))}
        return Finding("growth-base", False, "warning", [grown, change], "check.growth.none", params)
    params["base"] = number(min(max(nearest, first), last))
    key = "check.growth.one" if first == last else "check.growth.several"
    return Finding("growth-base", True, "warning", [grown, change], key, params)


def _bases(value: Decimal, change: Fact, over: Decimal) -> tuple[Decimal, Decimal]:
    """The first and last whole number from which the growth is half a printed unit less, or up to `over` more."""
    sign = -1 if change.value < 0 else 1
    ends = [value / (1 + (change.value + sign * by) / 100) for by in (-change.step / 2, over)]
    return max(min(ends).to_integral_value(ROUND_CEILING), Decimal(1)), max(ends).to_integral_value(ROUND_FLOOR)


def direction(facts: Facts) -> Iterator[Finding]:
    """从76.23%提升至91.59%: the word between an earlier value and the newer one says which is more."""
    for index, figure in enumerate(facts.figures):
        if figure.role != "prior" or figure.form != "number":
            continue
        earlier, later = facts.read(index), _newer(facts, index)
        if earlier is None or later is None or not (earlier.amount.exact and later.amount.exact):
            continue
        words = facts.text[figure.end : later.start]
        rises, falls = _UP.search(words), _DOWN.search(words)
        if (rises is None) == (falls is None):
            continue
        word = (rises or falls).group()  # type: ignore[union-attr]
        agrees = later.value > earlier.value if rises else later.value < earlier.value
        params = {"earlier": _written(earlier), "later": _written(later), "word": word}
        key = "check.direction.agrees" if agrees else "check.direction.disagrees"
        yield Finding("direction", agrees, "error", [earlier, later], key, params)


def _written(fact: Fact) -> str:
    unit = fact.figure.unit if fact.figure.kind not in ("rate", "money") else None
    return number(fact.value, fact.figure.kind) + (unit or "")


def _newer(facts: Facts, index: int) -> Fact | None:
    """The value that took the earlier one's place: by the link, else the figure right behind it of its kind."""
    prior = facts.figures[index]
    linked = [other for relation, other in prior.links if relation == "later"]
    place = linked[0] if linked else index + 1
    if place >= len(facts.figures):
        return None
    later = facts.figures[place]
    same = (later.kind, later.unit, later.indicator, later.sentence) == (
        prior.kind,
        prior.unit,
        prior.indicator,
        prior.sentence,
    )
    if not same or later.role != "actual" or later.form != "number" or later.start < prior.end:
        return None
    return facts.read(place)
