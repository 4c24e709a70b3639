"""The words that confine a figure to a part of the issuer's work (rules/scopes.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.rulebook.cues import any_of
from fazhi_extract.rulebook.lexicon import load_toml


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The words of rules/scopes.toml, compiled."""

    confined: tuple[str, ...]
    campaign: re.Pattern[str]
    campaign_end: re.Pattern[str]
    whole: re.Pattern[str]
    own: re.Pattern[str]
    system: re.Pattern[str]
    generic: frozenset[str]
    mechanisms: frozenset[str]
    objects: re.Pattern[str]
    unit: re.Pattern[str]


@cache
def scope_words() -> ScopeWords:
    """Read once."""
    t = load_toml("scopes.toml")
    return ScopeWords(
        tuple(t["confined"]),
        lazy_pattern(
            f"(?:[^，。；：、\n“”]{{0,14}}“[^”\n]{{2,14}}”[^，。；：、\n]{{0,8}}?|[^，。；：、\n“”]{{2,22}}?){any_of(t['campaign_ends'])}(?!次数|计划|方案|机制|工作方案|\\d)"
            "|[^，。；：、\n“”]{0,16}“[^”\n]{0,8}(?:会战|攻坚战|行动|攻坚|整治)”"
        ),
        lazy_pattern(any_of(t["campaign_ends"])),
        lazy_pattern(any_of(t["whole"])),
        lazy_pattern(any_of(t["own"])),
        lazy_pattern(any_of(t["system"])),
        frozenset(t["generic_objects"]),
        frozenset(t["mechanisms"]),
        lazy_pattern(f"{any_of(t['object_verbs'])}(?:了|各类|全市|辖区)?(?P<what>[^，。；：、\\d]{{2,16}})$"),
        lazy_pattern(f"(?P<what>[^，。；：、\\d“”《》]{{2,24}}?{any_of(t['unit_ends'])})"),
    )
