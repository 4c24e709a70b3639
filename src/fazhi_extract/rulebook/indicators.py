"""Indicators: what the figures of a report can be. Data in rules/indicators/*.toml and in a user's own files."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from fazhi_extract.errors import FazhiError, Said
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model import vocabulary
from fazhi_extract.rulebook.phrasings import PhrasingError, Row, parse
from fazhi_extract.source_lines import Place, broken_line

Attributes = dict[str, tuple[str, ...] | None]
"""Allowed attributes with their values; None: words of the text."""

DIMENSIONS = ("count", "people", "money", "rate", "ratio", "duration", "area")
TIERS = ("A", "B", "C")
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
_WORDS, _TEXT, _FLAG, _TABLE, _SAYINGS = "words", "text", "flag", "table", "phrasings"
_FIELDS = {
    "code": _TEXT,
    "zh": _TEXT,
    "en": _TEXT,
    "definition": _TEXT,
    "definition_en": _TEXT,
    "tier": _TEXT,
    "dimension": _TEXT,
    "units": _WORDS,
    "unitless": _FLAG,
    "attributes": _TABLE,
    "phrasings": _SAYINGS,
    "not": _WORDS,
    "not_about": _WORDS,
    "replaces": _FLAG,
}
_REQUIRED = ("code", "zh", "dimension", "units", "phrasings")
_PHRASING_FIELDS = {"say": _TEXT, "set": _TABLE, "when": _WORDS, "unless": _WORDS, "units": _WORDS}
_TOP_FIELDS = ("indicator", "disable", "example")
_CODE = lazy_pattern(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")


@dataclass(frozen=True, eq=False)
class Phrasing:
    """One way of stating an indicator. `rule` names it in the output: penalty.cases#3."""

    rule: str
    code: str
    say: str
    units: frozenset[str]
    narrowed: bool
    when: tuple[str, ...]
    unless: tuple[str, ...]
    sets: tuple[tuple[str, str | bool], ...]

    @cached_property
    def row(self) -> Row:
        """Its pieces. Read when first needed: one report meets a few hundred of all phrasings."""
        return parse(self.say)

    @cached_property
    def most(self) -> float:
        """The most that its words beside the nearest can add to its quality."""
        beyond = sum(max(map(len, piece.words)) for piece in (*self.row.before, *self.row.after)[1:])
        return 0.8 * beyond + 1.5 * bool(self.when) + 0.5 * self.narrowed


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
    attributes: Attributes
    blocked_by: tuple[str, ...]
    phrasings: tuple[Phrasing, ...] = field(repr=False)
    not_about: tuple[str, ...] = ()
    """Words of other procedures: where one stands from the last 。 or ； on, nothing is said of this."""
    ordered_units: tuple[str, ...] = ()
    """The units as the rule file lists them, the usual one first."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What one rule file says: entries that have been looked through, codes to disable, examples as they stand."""

    name: str
    text: str = field(repr=False)
    entries: list[dict[str, Any]]
    disable: list[str]
    examples: list[dict[str, Any]]

    def place(self, number: int) -> Place:
        """Where an indicator stands, for errors."""
        return Place(self.name, self.text, "indicator", number)


def read(path: Path | Any, name: str) -> RuleFile:
    """Reads and checks the indicators of one TOML file. Raises FazhiError (E4xx) that names file, line and fix."""
    try:
        text: str = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FazhiError("E401", path=name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise FazhiError("E401", path=name, reason=f"{error.reason}, {error.start}") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, reason = broken_line(str(error), text)
        raise FazhiError("E402", path=name, line=line, reason=reason) from error
    whole = Place(name, text)
    for key in table:
        if key not in _TOP_FIELDS:
            line = whole.line(f"{key}=", f"[[{key}]]", f"[{key}]", key)
            raise FazhiError("E403", path=name, line=line, field=key, allowed=", ".join(_TOP_FIELDS))
    for key in ("indicator", "example"):
        if not _is_list(table.get(key, []), dict):
            raise FazhiError("E412", path=name, line=whole.line(f"{key}=", key), field=key, kind=Said("kind.entries"))
    if not _is_list(table.get("disable", []), str):
        raise FazhiError("E412", path=name, line=whole.line("disable="), field="disable", kind=Said("kind.words"))
    entries = table.get("indicator", [])
    for number, entry in enumerate(entries):
        _check(entry, Place(name, text, "indicator", number))
    return RuleFile(name, text, entries, table.get("disable", []), table.get("example", []))


def build(entry: dict[str, Any]) -> Indicator:
    """The indicator of an entry that :func:`read` has looked through."""
    code, units = entry["code"], frozenset(entry.get("units", ()))
    phrasings = []
    for number, said in enumerate(entry["phrasings"], 1):
        rule = f"{code}#{number}"
        if isinstance(said, str):
            phrasings.append(Phrasing(rule, code, said, units, False, (), (), ()))
            continue
        narrowed = "units" in said
        phrasings.append(
            Phrasing(
                rule, code, said["say"], frozenset(said["units"]) if narrowed else units, narrowed,
                tuple(said.get("when", ())), tuple(said.get("unless", ())), tuple(sorted(said.get("set", {}).items())),
            )
        )  # fmt: skip
    return Indicator(
        code, entry["zh"], entry.get("en", ""), entry.get("definition", ""), entry.get("definition_en", ""),
        entry.get("tier", "C"), entry["dimension"], units, entry.get("unitless", False), _attributes(entry),
        tuple(entry.get("not", ())), tuple(phrasings), tuple(entry.get("not_about", ())), tuple(entry.get("units", ())),
    )  # fmt: skip


def _attributes(entry: dict[str, Any]) -> Attributes:
    return {
        key: CLOSED.get(key) if value is True else tuple(value) if isinstance(value, list) else None
        for key, value in entry.get("attributes", {}).items()
    }


def _check(entry: dict[str, Any], place: Place) -> None:
    code = entry.get("code", "")
    _check_fields(entry, _FIELDS, place)
    for key in _REQUIRED:
        if not entry.get(key) and not (key == "units" and entry.get("unitless")):
            raise FazhiError("E404", path=place.name, line=place.line(f"{key}="), field=key, code=code or "?")
    if not _CODE.fullmatch(code):
        raise FazhiError("E409", path=place.name, line=place.line("code="), code=code)
    for key, allowed in (("dimension", DIMENSIONS), ("tier", TIERS)):
        if entry.get(key, allowed[0]) not in allowed:
            raise FazhiError(
                "E405", path=place.name, line=place.line(f"{key}="), field=key, value=entry[key], allowed=", ".join(allowed)
            )  # fmt: skip
    for key, value in entry.get("attributes", {}).items():
        _check_attribute(key, value, place)
    attributes = _attributes(entry)
    for said in entry["phrasings"]:
        _check_phrasing(said, attributes, place)


def _check_fields(entry: dict[str, Any], fields: dict[str, str], place: Place, *words: str) -> None:
    """Raises FazhiError for a field that nobody knows (E403) or that is of another kind than it has to be (E412)."""
    for key, value in entry.items():
        if key not in fields:
            line = place.line(*words, f"{key}=")
            raise FazhiError("E403", path=place.name, line=line, field=key, allowed=", ".join(fields))
        if not _FITS[fields[key]](value):
            line = place.line(*words, f"{key}=")
            raise FazhiError("E412", path=place.name, line=line, field=key, kind=Said(f"kind.{fields[key]}"))


def _is_list(value: object, kind: type | tuple[type, ...]) -> bool:
    return isinstance(value, list) and all(isinstance(one, kind) and one for one in value)


_FITS: dict[str, Callable[[object], bool]] = {
    _TEXT: lambda value: isinstance(value, str),
    _FLAG: lambda value: isinstance(value, bool),
    _TABLE: lambda value: isinstance(value, dict),
    _WORDS: lambda value: _is_list(value, str),
    _SAYINGS: lambda value: _is_list(value, (str, dict)),
}


def _check_attribute(key: str, value: object, place: Place) -> None:
    line_of = (f"{key}=", "attributes=")
    if key not in CLOSED and key not in _OPEN:
        raise FazhiError(
            "E405", path=place.name, line=place.line(*line_of), field="attributes", value=key, allowed=", ".join((*CLOSED, *_OPEN))
        )  # fmt: skip
    if value is True:
        return
    if not _is_list(value, str):
        raise FazhiError("E412", path=place.name, line=place.line(*line_of), field=key, kind=Said("kind.values"))
    wrong = sorted(set(value) - set(CLOSED[key])) if key in CLOSED and isinstance(value, list) else []
    if wrong:
        raise FazhiError(
            "E405", path=place.name, line=place.line(*line_of), field=key, value=", ".join(wrong), allowed=", ".join(CLOSED[key])
        )  # fmt: skip


def _check_phrasing(said: str | dict[str, Any], attributes: Attributes, place: Place) -> None:
    table: dict[str, Any] = {"say": said} if isinstance(said, str) else said
    say = table.get("say", "")
    words = (say,) if isinstance(say, str) else ()
    _check_fields(table, _PHRASING_FIELDS, place, *words)
    if not say:
        raise FazhiError("E404", path=place.name, line=place.line("phrasings="), field="say", code="phrasings")
    try:
        parse(say)
    except PhrasingError as error:
        raise FazhiError("E406", path=place.name, line=place.line(say), say=say, reason=error.reason) from error
    for key, value in table.get("set", {}).items():
        if key not in attributes:
            raise FazhiError("E413", path=place.name, line=place.line(say), key=key)
        closed = attributes[key]
        if (value is not True if key == "joint" else not isinstance(value, str)) or (closed and value not in closed):
            allowed = "true" if key == "joint" else ", ".join(closed or ("…",))
            raise FazhiError("E405", path=place.name, line=place.line(say), field=key, value=value, allowed=allowed)
