"""Links from a rate to the counts that it is the quotient of, where the quotient comes out (rules/ratios.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.rulebook.lexicon import load_toml

_HUNDRED = Decimal(100)
_NEAR = 12  # figures in front of a rate that it may be the quotient of
_OUTCOMES = ("won", "lost")  # of lawsuits: 胜诉率 counts the one, 败诉率 the other


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    """The definitions of each rate; 化解率 is one of conflicts and of old petitions."""
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in load_toml("ratios.toml")["ratio"]:
        table.setdefault(entry["rate"], []).append(entry)
    return table


def rate_of_share(part: Figure, words: str) -> tuple[str, dict[str, str | bool]] | None:
    """The rate, with its attributes, that a share is whose part is what the rate's definition counts.

    `words`: those beside the part's number. 179项实现“最多跑一次”，占96.2%.
    """
    for rate, entry in [(rate, entry) for rate, entries in _table().items() for entry in entries]:
        wanted = entry["numerator"]
        if part.indicator != wanted["code"] or any(
            part.attributes.get(key) != value for key, value in wanted.items() if key != "code"
        ):
            continue
        for variety in entry.get("varieties", ()):
            if any(word in words for word in variety["words"]):
                return rate, {"variety": variety["variety"]} if "variety" in variety else {}
    return None


def link_ratios(figures: Sequence[Figure]) -> None:
    """Adds numerator and denominator links where both stand in the rate's sentence, with its scope, and give the rate.

    A share (维持61件，占41.2%) is linked to the part and the whole in the same manner, and is itself a part of the whole.
    """
    for i, rate in enumerate(figures):
        if rate.kind != "rate" or rate.role != "actual" or rate.form != "number" or rate.growth:
            continue
        entries = _table().get(rate.indicator or "")
        if entries is not None:
            pairs = [next(_quotients(figures, i, entry), None) or _blanked(figures, i, entry) for entry in entries]
            pair = next((pair for pair in pairs if pair is not None), None)
            if pair is not None:
                rate.links += [("numerator", pair[0]), ("denominator", pair[1])]
        elif rate.unit == "%":
            _link_share(figures, i)


def _quotients(figures: Sequence[Figure], i: int, entry: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The pairs of figures in front that the rate's definition names and that give it, the best first."""
    rate = figures[i]
    want = dict(entry["numerator"])
    if want.get("result") in _OUTCOMES and rate.attributes.get("result") in _OUTCOMES:
        want["result"] = rate.attributes["result"]
    numerators = list(_counts(figures, i, want))
    # What a definition's words leave open, the quotient tells: any count of the same things may be the whole.
    for wanted in [*entry["denominators"], {"code": want["code"], "any": ""}]:
        for denominator in _counts(figures, i, wanted):
            for numerator in numerators:
                if numerator != denominator and _gives(figures[numerator], figures[denominator], rate):
                    yield numerator, denominator


def _blanked(figures: Sequence[Figure], i: int, entry: dict[str, Any]) -> tuple[int, int] | None:
    """The nearest counts that the definition names where a number is blanked out, so that no quotient can tell."""
    for wanted in entry["denominators"]:
        for denominator in _counts(figures, i, wanted):
            for numerator in _counts(figures, i, entry["numerator"]):
                if numerator != denominator and None in (figures[numerator].value, figures[denominator].value):
                    return numerator, denominator
    return None


def _counts(figures: Sequence[Figure], i: int, wanted: dict[str, str]) -> Iterator[int]:
    """The figures of the rate's sentence in front of it with an indicator and attributes, nearest first."""
    stated = {key: value for key, value in wanted.items() if key not in ("code", "any")}
    for j in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        figure = figures[j]
        if figure.sentence != figures[i].sentence:
            return
        if (
            figure.indicator == wanted["code"]
            and figure.role == "actual"
            and figure.kind != "rate"
            and figure.scope == figures[i].scope
            and all(figure.attributes.get(key) == value for key, value in stated.items())
            and (stated or "any" in wanted or "result" not in figure.attributes)
        ):
            yield j


def _link_share(figures: Sequence[Figure], i: int) -> None:
    """Puts the whole of a share in the place of the part that it stands behind, where their quotient is the share."""
    rate = figures[i]
    part = next((j for relation, j in rate.links if relation == "whole"), None)
    if part is None or part >= i or figures[part].kind == "rate" or not all(f.growth for f in figures[part + 1 : i]):
        return
    own = [j for relation, j in figures[part].links if relation == "whole"]
    before = [j for j in range(part - 1, max(-1, part - 1 - _NEAR), -1) if figures[j].sentence == rate.sentence]
    whole = next((j for j in [*own, *before] if _is_whole(figures[j], figures[part], rate)), None)
    if whole is not None:
        rate.links = [link for link in rate.links if link[0] != "whole"]
        rate.links += [("whole", whole), ("numerator", part), ("denominator", whole)]


def _is_whole(whole: Figure, part: Figure, rate: Figure) -> bool:
    alike = whole.kind == part.kind and same_unit(whole, part) and whole.role == part.role == "actual"
    return alike and whole.indicator == part.indicator and _gives(part, whole, rate)


def _gives(part: Figure, whole: Figure, rate: Figure) -> bool:
    """Whether a quotient gives the rate as printed, as far as numbers that are rounded themselves can tell."""
    if part.value is None or whole.value is None or rate.value is None or whole.value <= 0:
        return False
    if part.value_to is not None or whole.value_to is not None:
        return False
    quotient = _HUNDRED * part.value / whole.value
    slack = quotient * (_rounding(part) + _rounding(whole))
    if rate.bound in ("over", "at_least"):
        return quotient + slack >= rate.value
    if rate.bound in ("under", "at_most"):
        return quotient - slack <= rate.value
    step = Decimal(1).scaleb(-rate.decimals)
    if rate.bound == "about":
        step *= 4
    # rounded half up or cut off
    return rate.value - step / 2 - slack <= quotient < rate.value + step + slack


def _rounding(figure: Figure) -> Decimal:
    """By which part of itself a number may be off: 3.2万 by a half of its last digit, 120余件 by a tenth, 120件 not at all."""
    value = figure.value
    if value is None or value == 0:
        return Decimal(0)
    if figure.bound != "exact":
        return Decimal("0.1")
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value == int(value) else 0
    scaled = figure.decimals > 0 or zeros >= 4
    return Decimal(10) ** zeros / 2 / value if scaled else Decimal(0)
