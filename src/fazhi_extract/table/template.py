"""A user's own columns: which, in what order, under what heads, and money in which unit.

A template is a CSV file with the columns 列 (``column``), 表头 (``head``, may be empty) and 单位 (``unit``: 元, 万元 or
亿元, for money alone). A column is named by its code (``penalty.cases[stage=decided]``, ``penalty.cases[*]`` for any
attributes) or in Chinese as the table heads do (行政处罚案件数·作出决定). ``.state`` or ·状态 behind it means its state;
a template that names no state gets one beside every figure.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import message
from fazhi_extract.read import read_path, shown_path
from fazhi_extract.table.columns import title
from fazhi_extract.table.keys import IN_KEYS, Key, attribute_word, indicator_name, parse_key
from fazhi_extract.table.panel import FIXED, MONEY_UNITS, PARTS, Panel, PanelColumn, Part, Style

if TYPE_CHECKING:
    from fazhi_extract.rulebook.indicators import Indicator

_DOTS = {"zh": "·", "en": " · "}
_FIELDS = {"列": "column", "表头": "head", "单位": "unit"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line of a template; ``key`` is ``None`` for a column that is no figure."""

    fixed: str
    key: Key | None
    part: Part
    head: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Template:
    """The lines of a template, and how what it gives no head is named."""

    wanted: tuple[Wanted, ...]
    style: Style

    @property
    def any_keys(self) -> list[Key]:
        """The keys for any attributes: their cells have to be made for every report."""
        return [w.key for w in self.wanted if w.key is not None and w.key.any_attributes]

    def columns(self, panel: Panel) -> list[PanelColumn]:
        """The columns in the order of the template, with states (and notes, where there are any) unless it has its own."""
        alone = any(wanted.part != "value" for wanted in self.wanted)
        columns = []
        for one in self.wanted:
            if one.key is None:
                columns.append(panel.fixed_column(one.fixed, self.style, one.head))
                continue
            columns.append(panel.column(one.key, one.part, self.style, one.head, one.unit))
            for part in () if alone else PARTS[1:]:
                if part == "state" or panel.has_notes(one.key):
                    beside = f"{one.head}·{message(f'table.{part}', 'zh')}" if one.head else ""
                    columns.append(panel.column(one.key, part, self.style, beside))
        return columns


def read_template(path: str, indicators: Mapping[str, Indicator], style: Style) -> Template:
    """Reads a template in any encoding that a report may have (Excel saves CSV as GBK in China).

    Raises :class:`FazhiError`: E2xx for a file that cannot be read, E155 to E157 for what is wrong in it.
    """
    shown = shown_path(path)
    text = read_path(path).text
    rows = csv.reader(io.StringIO(text, newline=""))
    heads = [_FIELDS.get(name.strip(), name.strip()) for name in next(rows, [])]
    if "column" not in heads or not set(heads) <= set(_FIELDS.values()):
        raise FazhiError("E155", path=shown, found=", ".join(heads) or "-")
    wanted = tuple(
        _wanted(dict(zip(heads, row, strict=False)), shown, rows.line_num, indicators) for row in rows if any(row)
    )
    if not wanted:
        raise FazhiError("E155", path=shown, found=", ".join(heads))
    return Template(wanted, style)


def _wanted(row: Mapping[str, str], path: str, line: int, indicators: Mapping[str, Indicator]) -> Wanted:
    name, head, unit = (row.get(field, "").strip() for field in ("column", "head", "unit"))
    for fixed in (*FIXED[0], *FIXED[1]):
        if name in (fixed, title(fixed, "zh"), title(fixed, "en")):
            return Wanted(fixed, None, "value", head, None)
    key, part = find_key(name, indicators)
    if key is None:
        near = get_close_matches(name, [*indicators, *(i.zh for i in indicators.values())], 3)
        raise FazhiError("E156", path=path, line=line, name=name, near=", ".join(near) or "fazhi indicators")
    known = indicators[key.indicator]
    if unit and unit not in (MONEY_UNITS if known.dimension == "money" else known.ordered_units[:1]):
        raise FazhiError("E157", path=path, line=line, name=name, unit=unit)
    return Wanted("", key, part, head, unit or None)


def find_key(name: str, indicators: Mapping[str, Indicator]) -> tuple[Key | None, Part]:
    """The key and the part that a column's name means, by code or in words; ``(None, …)`` for none."""
    part: Part = "value"
    for other in PARTS[1:]:
        endings = (f"{dot}{message(f'table.{other}', lang)}" for lang, dot in _DOTS.items())
        for ending in (f".{other}", *endings):
            if name.endswith(ending):
                name, part = name.removesuffix(ending), other
    key = parse_key(name)
    if key is not None and key.indicator in indicators:
        return (key if _allowed(key, indicators[key.indicator]) else None), part
    for lang, dot in _DOTS.items():
        named = [(i, word) for i in indicators.values() if (word := indicator_name(i, lang)) and name.startswith(word)]
        if named:
            indicator, word = max(named, key=lambda pair: len(pair[1]))
            rest = re.sub(r"[ （(]*[（(][^（）()]*[）)]$", "", name.removeprefix(word))
            if not rest or rest.startswith(dot):
                return _from_words(rest.split(dot)[1:], indicator, lang), part
    return None, part


def _allowed(key: Key, indicator: Indicator) -> bool:
    return all(
        name in indicator.attributes and (name == "joint" or value in (indicator.attributes[name] or (value,)))
        for name, value in key.attributes
    )


def _from_words(words: Sequence[str], indicator: Indicator, lang: str) -> Key | None:
    """The key of an indicator with attributes in words, such as 作出决定."""
    given: dict[str, str] = {}
    for word in words:
        if word == message("table.any", lang):
            return Key(indicator.code, (), True)
        pair = next((pair for pair in _values(indicator) if attribute_word(*pair, lang) == word), None)
        if pair is None and "variety" in indicator.attributes and indicator.attributes["variety"] is None:
            pair = ("variety", word)
        if pair is None or pair[0] in given:
            return None
        given[pair[0]] = pair[1]
    return Key(indicator.code, tuple((name, given[name]) for name in IN_KEYS if name in given))


def _values(indicator: Indicator) -> Iterator[tuple[str, str]]:
    for name in IN_KEYS:
        if name in indicator.attributes:
            for value in ("true",) if name == "joint" else indicator.attributes[name] or ():
                yield name, value
