"""What a column of the panel is about: an indicator with attributes, under its three names."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import MESSAGES, message
from fazhi_extract.table.columns import ATTRIBUTES

if TYPE_CHECKING:
    from fazhi_extract.model import Metric
    from fazhi_extract.rulebook.indicators import Indicator

IN_KEYS = tuple(name for name in ATTRIBUTES if name not in ("item", "actor"))
"""The attributes that make a column of their own: those with closed values. Words of the text are no columns."""

ANY = "*"
_CODE = lazy_pattern(r"([a-z0-9_.]+)(?:\[([^\[\]]+)\])?")
_SHORT = 30
"""Stata takes 32 characters; a state or a note adds two."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """An indicator with its attributes, in the order of :data:`~.columns.ATTRIBUTES`. Columns have those of
    :data:`IN_KEYS` alone.

    ``any_attributes`` stands for all figures of the indicator, whatever their attributes; only a user's template
    asks for it.
    """

    indicator: str
    attributes: tuple[tuple[str, str], ...] = ()
    any_attributes: bool = False

    @classmethod
    def of(cls, metric: Metric, *, words: bool = False) -> Key:
        """The column that a figure with an indicator belongs to. ``words``: with item and actor, words of the text."""
        assert metric.indicator is not None
        given: Mapping[str, object] = {**metric.attributes}
        names = ATTRIBUTES if words else IN_KEYS
        return cls(
            metric.indicator,
            tuple((name, "true" if name == "joint" else str(given[name])) for name in names if name in given),
        )

    @property
    def closed(self) -> Key:
        """Without the attributes that are words of the text, which change from year to year."""
        return replace(self, attributes=tuple(pair for pair in self.attributes if pair[0] in IN_KEYS))

    @property
    def of_item(self) -> bool:
        """Whether it is about one item, in words of the text."""
        return any(name == "item" for name, _ in self.attributes)

    @property
    def code(self) -> str:
        """``penalty.cases[stage=decided,procedure=general]``; ``penalty.cases[*]`` for any attributes."""
        if self.any_attributes:
            return f"{self.indicator}[{ANY}]"
        inside = ",".join(f"{name}={value}" for name, value in self.attributes)
        return f"{self.indicator}[{inside}]" if inside else self.indicator

    @property
    def short(self) -> str:
        """A name of at most 30 ASCII letters, digits and underscores, the same in every table.

        What is longer, or not ASCII, ends in a hash of the code.
        """
        words = [
            self.indicator.replace(".", "_"),
            *(value for _, value in self.attributes),
            *("any",) * self.any_attributes,
        ]
        name = "_".join(words)
        if len(name) <= _SHORT and name.isascii():
            return name
        plain = "_".join(word for word in words if word.isascii())
        return f"{plain[: _SHORT - 6]}_{hashlib.sha256(self.code.encode()).hexdigest()[:5]}"

    def name(self, indicator: Indicator | None, lang: str) -> str:
        """In words: 行政处罚案件数·作出决定. The code where the rules do not know the indicator."""
        name = indicator_name(indicator, lang) or self.indicator
        words = [attribute_word(*pair, lang) for pair in self.attributes]
        words += [message("table.any", lang)] * self.any_attributes
        return ("·" if lang == "zh" else " · ").join([name, *words])


def parse_key(text: str) -> Key | None:
    """The key of a code as :attr:`Key.code` writes it, attributes in any order; ``None`` for anything else."""
    match = _CODE.fullmatch(text.strip())
    if match is None:
        return None
    if match[2] == ANY:
        return Key(match[1], (), True)
    pairs = [tuple(part.strip().partition("=")[::2]) for part in match[2].split(",")] if match[2] else []
    given = {name: value or ("true" if name == "joint" else "") for name, value in pairs}
    if len(given) != len(pairs) or not all(name in IN_KEYS and value for name, value in given.items()):
        return None
    return Key(match[1], tuple((name, given[name]) for name in IN_KEYS if name in given))


def indicator_name(indicator: Indicator | None, lang: str) -> str:
    """An indicator's name in a language, in Chinese where it has no other; empty where it is not known."""
    if indicator is None:
        return ""
    return (indicator.en if lang == "en" else "") or indicator.zh


def attribute_word(name: str, value: str, lang: str) -> str:
    """An attribute's value in words; varieties are words already."""
    key = f"attribute.{name}.{value}"
    return message(key, lang) if key in MESSAGES else value
