"""The panel that ``fazhi table --panel`` writes as a side of the comparison: a row for each issuer and year.

Its columns are known by code, or by the names in either language; short names cannot be turned back. What the text
says of growth is not in a panel.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, get_args

from fazhi_extract.compare.figures import Body, Reading
from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import message
from fazhi_extract.pipeline import mentions
from fazhi_extract.table.columns import title
from fazhi_extract.table.figures import Figure, step_of
from fazhi_extract.table.headline import ReportState
from fazhi_extract.table.issuers import key_of_id
from fazhi_extract.table.keys import Key, parse_key
from fazhi_extract.table.panel import MONEY_UNITS, Part
from fazhi_extract.table.template import find_key

if TYPE_CHECKING:
    from fazhi_extract.rulebook.indicators import Indicator

_LANGS = ("zh", "en")
_STATES: dict[str, ReportState] = {
    word: state
    for state in get_args(ReportState)
    for word in (state, *(message(f"state.{state}", lang) for lang in _LANGS))
}
_SHORT_STATE = lazy_pattern(r"[a-z][a-z0-9_]*_s")
_HEAD_UNIT = lazy_pattern(r" ?[（(](?P<unit>[^（）()]+)[）)]$")
_SCALED = lazy_pattern(r"\d+?(?P<zeros>0{3,})(?:\.0+)?")


@dataclass(frozen=True, slots=True)
class Heads:
    """Where the columns of a panel are."""

    fixed: Mapping[str, int]
    values: Mapping[Key, int]
    parts: Mapping[tuple[Key, Part], int]
    units: Mapping[Key, str | None]
    unknown: tuple[str, ...]
    """Figures under heads of the user's own."""


def panel_heads(row: Sequence[str], path: str, indicators: Mapping[str, Indicator]) -> Heads | None:
    """The columns of a panel, where these are its heads; ``None`` where they are not.

    Raises :class:`FazhiError` (E525) for a panel with short names.
    """
    fixed = {
        name: at
        for at, head in enumerate(row)
        for name in ("issuer", "reporting_year", "issuer_id", "path")
        if head in (name, *(title(name, lang) for lang in _LANGS))
    }
    if not {"issuer", "reporting_year"} <= fixed.keys():
        return None
    if not any(head.endswith(".state") for head in row) and any(_SHORT_STATE.fullmatch(head) for head in row):
        raise FazhiError("E525", path=path)
    values: dict[Key, int] = {}
    parts: dict[tuple[Key, Part], int] = {}
    units: dict[Key, str | None] = {}
    for at, head in enumerate(row):
        unit = _HEAD_UNIT.search(head)
        key, part = find_key(head[: unit.start()] if unit else head, indicators)
        if key is None or key.any_attributes:
            continue
        parts[key, part] = at
        if part == "value":
            known = indicators[key.indicator]
            # Heads in words name the unit of money: one that does not is the user's, and may be about 万元.
            if unit is None and known.dimension == "money" and parse_key(head) is None:
                continue
            values[key] = at
            units[key] = unit["unit"] if unit else next(iter(known.ordered_units), None)
    stated = {key: at for key, at in values.items() if (key, "state") in parts}
    if not stated:
        return None
    others = (head for at, head in enumerate(row) if at not in stated.values() and _has_state(head, row))
    return Heads(fixed, stated, parts, units, tuple(others))


def _has_state(head: str, row: Sequence[str]) -> bool:
    name = _HEAD_UNIT.sub("", head)
    endings = (".state", *(f"{dot}{message('table.state', lang)}" for dot, lang in (("·", "zh"), (" · ", "en"))))
    return any(f"{name}{ending}" in row or f"{head}{ending}" in row for ending in endings)


def panel_bodies(
    heads: Heads, rows: Sequence[tuple[int, Sequence[str]]], path: str, indicators: Mapping[str, Indicator]
) -> list[Body]:
    """The bodies of a panel; ``rows`` are those below its heads, with their numbers. Rows without a report are none."""
    bodies = []
    for number, row in rows:
        said = {name: row[at].strip() if at < len(row) else "" for name, at in heads.fixed.items()}
        readings = {
            key: reading
            for key, at in heads.values.items()
            if (reading := _reading(heads, key, at, row, number, indicators[key.indicator])) is not None
        }
        if not readings and not said.get("path"):
            continue
        year = re.match(r"\d{4}", said["reporting_year"])
        issuer_key = key_of_id(said.get("issuer_id", ""), said["issuer"])
        body = Body(said["issuer"], issuer_key, int(year[0]) if year else None, path)
        body.readings, body.unknown = readings, heads.unknown
        # A panel of chosen columns need not have all that a report has.
        body.loose = not {"issuer_id", "path"} <= heads.fixed.keys()
        bodies.append(body)
    return bodies


def _reading(heads: Heads, key: Key, at: int, row: Sequence[str], number: int, indicator: Indicator) -> Reading | None:
    words, state_words = (row[place].strip() if place < len(row) else "" for place in (at, heads.parts[key, "state"]))
    state = _STATES.get(state_words)
    if state is None or state == "not_found" or not words:
        return None
    noted = heads.parts.get((key, "note"))
    note = row[noted].strip() if noted is not None and noted < len(row) else ""
    single = state in ("stated", "stated_none")
    figure = _figure(words, note, heads.units[key], str(number), indicator) if single else None
    return Reading(state, (figure or Figure(None, None, "count", words, words, str(number), exact=False),))


def _figure(words: str, note: str, unit: str | None, place: str, indicator: Indicator) -> Figure | None:
    """The number of a cell, in the unit of its column, or in that of its own words, which the note begins with.

    ``None`` for words that are no number, such as a range.
    """
    shown = re.fullmatch(r"(?P<bound>[≈≥>≤<])?(?P<number>-?[\d.]+)(?P<unit>\D*)", words)
    try:
        value = Decimal(shown["number"]) if shown else None
    except InvalidOperation:
        value = None
    if shown is None or value is None:
        return None
    text, exact, own = words, not shown["bound"], shown["unit"] or unit
    scale = MONEY_UNITS.get(unit or "", 1) if indicator.dimension == "money" else 1
    said = [m for m in mentions(re.split("[；;]", note, maxsplit=1)[0]) if m.kind != "date"]
    if len(said) == 1 and said[0].value == value * scale and not note.startswith("另计"):
        text, exact, own = said[0].text, said[0].bound == "exact", said[0].unit or own
    if indicator.dimension == "money":
        own = "元"
    step = step_of(text) or _step_of_zeros(value * scale)
    return Figure(value * scale, own, _kind(own), text, text, place, step * (scale if text == words else 1), exact)


@cache
def _kind(unit: str | None) -> str:
    """What sort of quantity is counted in a unit."""
    found = mentions(f"3{unit or ''}")
    return found[0].kind if len(found) == 1 and found[0].kind != "number" else "count"


def _step_of_zeros(value: Decimal) -> Decimal:
    """How exactly a number may have been printed: 68000 may be 6.8万."""
    zeros = _SCALED.fullmatch(f"{value:f}")
    return Decimal(10) ** len(zeros["zeros"]) if zeros else Decimal(0)
