"""Cue words for attributes (rules/attributes.toml): stage, result, level, channel, instrument, procedure, instance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from fazhi_extract.rulebook.indicators import Indicator
from fazhi_extract.rulebook.lexicon import load_toml


@dataclass(frozen=True, slots=True)
class AttributeCue:
    """A word that gives an attribute its value, for some indicators."""

    attribute: str
    value: str
    word: str
    weak: bool = False  # a noun that holds only where no verb stands


@cache
def _table() -> list[dict[str, Any]]:
    return list(load_toml("attributes.toml")["cue"])


class Cues(NamedTuple):
    """The cues of one attribute, longest word first; the weak ones are those that hold where no other stands."""

    all: tuple[AttributeCue, ...]
    strong: tuple[AttributeCue, ...]
    weak: tuple[AttributeCue, ...]


@lru_cache(maxsize=512)
def cues_for(indicator: Indicator) -> dict[str, Cues]:
    """The cues that an indicator allows, by attribute."""
    found: dict[str, list[AttributeCue]] = {}
    for entry in _table():
        attribute, value = str(entry["attribute"]), str(entry["value"])
        allowed = indicator.attributes.get(attribute, ())
        if attribute not in indicator.attributes or (allowed is not None and value not in allowed and value != "-"):
            continue
        if "only" in entry and not indicator.code.startswith(tuple(entry["only"])):
            continue
        if "never" in entry and indicator.code.startswith(tuple(entry["never"])):
            continue
        found.setdefault(attribute, []).extend(
            AttributeCue(attribute, value, w, bool(entry.get("weak"))) for w in entry["words"]
        )
    return {attribute: _parted(cues) for attribute, cues in found.items()}


def _parted(cues: list[AttributeCue]) -> Cues:
    ordered = sorted(cues, key=lambda c: (-len(c.word), c.word))
    return Cues(tuple(ordered), tuple(c for c in ordered if not c.weak), tuple(c for c in ordered if c.weak))
