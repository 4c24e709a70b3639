"""The numbers that Word puts before paragraphs by itself: they stand in no text, only in numbering.xml and styles.xml.

Terms and rules: ECMA-376 part 1, 17.9 (numbering) and 17.7 (styles).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.read.counting import numeral
from fazhi_extract.read.docx.package import child, get, local, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_FIELD = lazy_pattern("%([1-9])")
_DEPTH = 20  # styles may be based on each other in a circle


@dataclass(slots=True)
class Level:
    """One level of a list: how it counts, and its text with ``%1`` … ``%9`` for the numbers of the levels."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    """After which level (from 1) it starts anew; ``None``: after any higher one; 0: never."""
    legal: bool = False
    """All numbers in Arabic digits."""
    paragraph_style: str | None = None


class Numbering:
    """Gives paragraphs their numbers, in document order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles = {get(s, "styleId") or "": s for s in _children(styles, "style")}
        self._abstract = {get(a, "abstractNumId") or "": a for a in _children(numbering, "abstractNum")}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}  # numId -> the list that counts, its levels
        self._fresh: dict[tuple[str, int], int] = {}  # numId and level that start at a number of their own
        for num in _children(numbering, "num"):
            self._add(num)
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def is_heading(self, style: str | None) -> bool:
        """Whether a paragraph style is a heading, of any name: it has an outline level."""
        properties = self._properties(style, "outlineLvl")
        return properties is not None and (value(properties, "outlineLvl") or "9") in "012345678"

    def number(self, paragraph: _Element) -> str:
        """What stands before a paragraph, with the blank that parts it; counts on."""
        num, level = self._place(paragraph)
        if num is None or num not in self._lists:
            return ""
        counter, levels = self._lists[num]
        level = min(max(level, 0), _LEVELS - 1)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(counter, [None] * _LEVELS)
        fresh = self._fresh.get((num, level))
        last = counts[level]
        if last is None or (fresh is not None and (num, level) not in self._started):
            counts[level] = levels[level].start if fresh is None else fresh
        else:
            counts[level] = last + 1
        self._started.add((num, level))
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[deeper] = None
        return self._shown(levels, counts, level)

    def _shown(self, levels: dict[int, Level], counts: list[int | None], level: int) -> str:
        mine = levels[level]
        if mine.style in ("none", "bullet"):
            return ""

        def field(m: re.Match[str]) -> str:
            at = int(m[1]) - 1
            other = levels.get(at, Level())
            count = counts[at]
            count = other.start if count is None else count
            return numeral(count, "decimal" if mine.legal else other.style) or ""

        shown = _FIELD.sub(field, mine.text).strip()
        return shown + " " if shown[-1:].isalnum() else shown

    def _place(self, paragraph: _Element) -> tuple[str | None, int]:
        """The list and the level of a paragraph: its own, else its style's. List 0 means none."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        style = value(properties, "pStyle")
        num, level = value(own, "numId"), value(own, "ilvl")
        if num is None:
            inherited = self._properties(style, "numPr")
            num = value(inherited, "numPr", "numId")
            level = value(inherited, "numPr", "ilvl") if level is None else level
            if num in self._lists and style is not None:
                # The level may be tied to the style instead.
                tied = [at for at, entry in self._lists[num][1].items() if entry.paragraph_style == style]
                level = str(tied[0]) if tied else level
        return (None, 0) if num in (None, "0") else (num, _number(level, 0))

    def _properties(self, style: str | None, wanted: str) -> _Element | None:
        """The paragraph properties that have an entry: of a style, or of those that it is based on."""
        if style is None:
            style = next((name for name, s in self._styles.items() if _is_default(s)), None)
        for _ in range(_DEPTH):
            entry = self._styles.get(style or "")
            if entry is None:
                return None
            properties = child(entry, "pPr")
            if child(properties, wanted) is not None:
                return properties
            style = value(entry, "basedOn")
        return None

    def _add(self, num: _Element) -> None:
        name = get(num, "numId") or ""
        abstract = value(num, "abstractNumId") or ""
        for _ in range(_DEPTH):
            # A list may borrow its levels from a list style.
            link = value(self._abstract.get(abstract), "numStyleLink")
            if link is None:
                break
            lender = next((a for a, entry in self._abstract.items() if value(entry, "styleLink") == link), None)
            if lender is None or lender == abstract:
                break
            abstract = lender
        levels = {_number(get(e, "ilvl"), 0): _level(e) for e in _children(self._abstract.get(abstract), "lvl")}
        counter = abstract
        for override in _children(num, "lvlOverride"):
            at = _number(get(override, "ilvl"), 0)
            redefined = child(override, "lvl")
            if redefined is not None:
                levels[at] = _level(redefined)
                counter = f"{abstract}/{name}"
            start = value(override, "startOverride")
            if start is not None:
                self._fresh[name, at] = _number(start, 1)
        self._lists[name] = (counter, levels)


def _level(entry: _Element) -> Level:
    restart = value(entry, "lvlRestart")
    legal = child(entry, "isLgl")
    return Level(
        start=_number(value(entry, "start"), 0 if child(entry, "start") is None else 1),
        style=_style(entry),
        text=value(entry, "lvlText") or "",
        restart=None if restart is None else _number(restart, 0),
        legal=legal is not None and get(legal, "val") not in ("0", "false"),
        paragraph_style=value(entry, "pStyle"),
    )


def _style(entry: _Element) -> str:
    """The number format; newer ones stand behind a choice whose fallback is plain decimals."""
    for below in entry.iter():
        if local(below.tag) == "numFmt":
            named = get(below, "val") or "decimal"
            if named != "custom":
                return named
            return "decimalZero" if (get(below, "format") or "").startswith("0") else "decimal"
    return "decimal"


def _is_default(style: _Element) -> bool:
    return get(style, "type") == "paragraph" and get(style, "default") in ("1", "true")


def _children(element: _Element | None, name: str) -> list[_Element]:
    return [] if element is None else [below for below in element if local(below.tag) == name]


def _number(words: str | None, default: int) -> int:
    return int(words) if words is not None and re.fullmatch(r"\d{1,6}", words) else default
