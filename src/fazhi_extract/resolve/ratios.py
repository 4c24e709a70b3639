"""Links from a rate to the counts that it is the quotient of (rules/ratios.toml)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from fazhi_extract.resolve.figure import Figure
from fazhi_extract.rulebook.lexicon import load_toml


@cache
def _table() -> dict[str, dict[str, Any]]:
    return {entry["rate"]: entry for entry in load_toml("ratios.toml")["ratio"]}


def link_ratios(figures: Sequence[Figure]) -> None:
    """Adds numerator and denominator links where both stand in the rate's sentence with its scope."""
    for i, rate in enumerate(figures):
        entry = _table().get(rate.indicator or "")
        if entry is None or rate.role != "actual" or rate.form != "number":
            continue
        numerator = _find(figures, i, [entry["numerator"]])
        denominator = _find(figures, i, entry["denominators"], numerator)
        if numerator is not None and denominator is not None:
            rate.links += [("numerator", numerator), ("denominator", denominator)]


def _find(figures: Sequence[Figure], i: int, wanted: list[dict[str, str]], other: int | None = None) -> int | None:
    for want in wanted:
        for j in range(i - 1, -1, -1):
            figure = figures[j]
            if figure.sentence != figures[i].sentence:
                break
            stated = {k: v for k, v in want.items() if k != "code"}
            if (
                j != other
                and figure.indicator == want["code"]
                and figure.role == "actual"
                and figure.scope == figures[i].scope
                and all(figure.attributes.get(k) == v for k, v in stated.items())
                and (stated or "result" not in figure.attributes)
            ):
                return j
    return None
