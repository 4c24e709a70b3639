"""Indicators: what the figures of a report can be. Data in rules/indicators/*.toml and in a user's own files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from fazhi_extract.errors import FazhiError
from fazhi_extract.model import vocabulary
from fazhi_extract.rulebook.phrasings import PhrasingError, Row, parse

DIMENSIONS = ("count", "people", "money", "rate", "ratio", "duration", "area")
CLOSED: dict[str, tuple[str, ...]] = {
    "stage": get_args(vocabulary.Stage),
    "result": get_args(vocabulary.Result),
    "level": get_args(vocabulary.Level),
    "channel": get_args(vocabulary.Channel),
    "instrument": get_args(vocabulary.Instrument),
    "procedure": get_args(vocabulary.Procedure),
    "instance": get_args(vocabulary.Instance),
}
_OPEN = ("variety", "item", "actor", "joint")
_FIELDS = {"code", "zh", "en", "definition", "definition_en", "tier", "dimension", "units", "unitless", "attributes", "phrasings", "not", "replaces"}
_REQUIRED = ("code", "zh", "dimension", "units", "phrasings")
_PHRASING_FIELDS = {"say", "set", "when", "unless", "units"}


@dataclass(frozen=True, slots=True, eq=False)
class Phrasing:
    """One way of stating an indicator. `rule` names it in the output: penalty.cases#3."""

    rule: str
    code: str
    say: str
    row: Row
    units: frozenset[str]
    narrowed: bool
    when: tuple[str, ...]
    unless: tuple[str, ...]
    sets: tuple[tuple[str, str | bool], ...]
    most: float  # the most that its words beside the nearest can add to its quality


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One indicator: code, names, definition, what units and attributes it takes, and how it is phrased."""

    code: str
    zh: str
    en: str
    definition: str
    definition_en: str
    tier: str
    dimension: str
    units: frozenset[str]
    unitless: bool
    attributes: dict[str, tuple[str, ...] | None]  # allowed values; None: the whole closed list, or words of the text
    blocked_by: tuple[str, ...]
    phrasings: tuple[Phrasing, ...] = field(repr=False)


def load(path: Path | Any, name: str) -> list[Indicator]:
    """Reads the indicators of one TOML file. Raises FazhiError (E4xx) that names file, line and fix."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FazhiError("E401", path=name, reason=str(error)) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FazhiError("E402", path=name, reason=str(error)) from error
    extra = set(table) - {"indicator", "disable"}
    if extra:
        raise FazhiError("E403", path=name, line=_line(text, sorted(extra)[0]), field=sorted(extra)[0], allowed="indicator, disable")
    return [_indicator(entry, text, name) for entry in table.get("indicator", [])]


def _line(text: str, words: str) -> int:
    """The line (from 1) on which words first stand; TOML tables do not remember theirs."""
    at = text.find(words)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _indicator(entry: dict[str, Any], text: str, name: str) -> Indicator:
    code = str(entry.get("code", ""))
    line = _line(text, f'"{code}"')
    for key in entry:
        if key not in _FIELDS:
            raise FazhiError("E403", path=name, line=line, field=key, allowed=", ".join(sorted(_FIELDS)))
    for key in _REQUIRED:
        if not entry.get(key) and not (key == "units" and entry.get("unitless")):
            raise FazhiError("E404", path=name, line=line, field=key, code=code)
    if entry["dimension"] not in DIMENSIONS:
        raise FazhiError("E405", path=name, line=line, field="dimension", value=entry["dimension"], allowed=", ".join(DIMENSIONS))
    attributes = {key: _allowed(key, value, name, line) for key, value in entry.get("attributes", {}).items()}
    units = frozenset(entry.get("units", ()))
    phrasings = tuple(
        _phrasing(p, f"{code}#{i}", code, units, attributes, text, name) for i, p in enumerate(entry["phrasings"], 1)
    )
    return Indicator(
        code, entry["zh"], entry.get("en", ""), entry.get("definition", ""), entry.get("definition_en", ""),
        entry.get("tier", "C"), entry["dimension"], units, bool(entry.get("unitless")), attributes,
        tuple(entry.get("not", ())), phrasings,
    )  # fmt: skip


def _allowed(key: str, value: object, name: str, line: int) -> tuple[str, ...] | None:
    if key in CLOSED:
        if value is True:
            return CLOSED[key]
        if isinstance(value, list) and set(value) <= set(CLOSED[key]):
            return tuple(value)
        wrong = ", ".join(sorted(set(value) - set(CLOSED[key]))) if isinstance(value, list) else str(value)
        raise FazhiError("E405", path=name, line=line, field=key, value=wrong, allowed=", ".join(CLOSED[key]))
    if key in _OPEN:
        return tuple(value) if isinstance(value, list) else None
    raise FazhiError("E405", path=name, line=line, field="attributes", value=key, allowed=", ".join((*CLOSED, *_OPEN)))


def _phrasing(
    entry: str | dict[str, Any],
    rule: str,
    code: str,
    units: frozenset[str],
    attributes: dict[str, tuple[str, ...] | None],
    text: str,
    name: str,
) -> Phrasing:
    table = {"say": entry} if isinstance(entry, str) else entry
    say = table.get("say", "")
    line = _line(text, say) if say else 1
    for key in table:
        if key not in _PHRASING_FIELDS:
            raise FazhiError("E403", path=name, line=line, field=key, allowed=", ".join(sorted(_PHRASING_FIELDS)))
    try:
        row = parse(say)
    except PhrasingError as error:
        raise FazhiError("E406", path=name, line=line, say=say, reason=str(error)) from error
    sets = table.get("set", {})
    for key, value in sets.items():
        if key not in attributes:
            raise FazhiError("E405", path=name, line=line, field="set", value=key, allowed=", ".join(attributes) or "-")
        closed = attributes[key]
        if closed is not None and value not in closed:
            raise FazhiError("E405", path=name, line=line, field=key, value=value, allowed=", ".join(closed))
    own = frozenset(table["units"]) if "units" in table else units
    return Phrasing(
        rule, code, say, row, own, "units" in table, tuple(table.get("when", ())), tuple(table.get("unless", ())),
        tuple(sorted(sets.items())),
        0.8 * sum(max(map(len, piece.words)) for piece in (*row.before, *row.after)[1:]) + 1.5 * ("when" in table) + 0.5 * ("units" in table),
    )  # fmt: skip
