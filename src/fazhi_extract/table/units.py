"""Measure words that mean the same: 件, 宗 and 起 all count cases, and a column of a table needs one of them.

``units.csv`` has a line for each meaning. A word may stand in two lines (件 counts cases, and documents too): what it
means is settled by the indicator, whose first measure word of that meaning stands for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_GENERIC = "个"


def canonical_unit(unit: str | None, units: Sequence[str]) -> str | None:
    """The first of an indicator's ``units`` that means the same as ``unit``; ``unit`` itself where none does.

    Brackets carry no meaning here (人(次) is 人次). 个 says nothing of its own and goes with the indicator's first
    unit; so does the 个 in 个批次. ``None`` (no measure word) stays ``None``.
    """
    if unit is None or unit in units[:1]:
        return unit
    word = _bare(unit)
    if word == _GENERIC:
        return units[0] if units else unit
    same = {word}
    # A word of two meanings joins them, where an indicator counts with both: then they count the same things there.
    for one in (word, *map(_bare, units)):
        if one in same:
            same.update(*(line for line in _meanings() if one in line))
    return next((one for one in units if _bare(one) in same), unit)


def alike(one: str, other: str, units: Sequence[str] = ()) -> bool:
    """Whether two measure words mean the same, for an indicator with these ``units`` or without knowing any."""
    if canonical_unit(one, units) == canonical_unit(other, units):
        return True
    words = _bare(one), _bare(other)
    return words[0] == words[1] or _GENERIC in words or any(set(words) <= line for line in _meanings())


def _bare(unit: str) -> str:
    word = unit.translate(str.maketrans("", "", "()（） "))
    return word.removeprefix(_GENERIC) or _GENERIC


@cache
def _meanings() -> tuple[frozenset[str], ...]:
    text = (files("fazhi_extract") / "table" / "units.csv").read_text(encoding="utf-8")
    return tuple(frozenset(line.split("|")) for line in text.split())
