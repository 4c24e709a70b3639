"""The lines of a text, with what a page shows of them: indent, width, blank lines above."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern

_LINE = lazy_pattern("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LINE_END = lazy_pattern("\r\n|[\n\r\x0b\x0c\u2028\u2029\x85]")
_BLANKS = " \t\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e"


@dataclass(slots=True)
class Line:
    """A line that is not blank; `start` and `end` are raw positions of its text without the blanks around it."""

    start: int
    end: int
    indent: int
    text: str
    blank_before: bool
    width: float  # as printed, in full-width characters
    characters: int
    turned: bool = False  # a page turn stands before it


def lines_of(folded: str) -> list[Line]:
    lines: list[Line] = []
    last_end = -1
    for m in _LINE.finditer(folded):
        text = m.group()
        inner = text.strip(_BLANKS)
        if not inner:
            continue
        start = m.start() + text.index(inner[0])
        blank_before = last_end >= 0 and len(_LINE_END.findall(folded, last_end, start)) > 1
        shown = text.rstrip(_BLANKS)
        width = _width(shown) if len(text) < 200 else 200.0
        lines.append(Line(start, start + len(inner), start - m.start(), inner, blank_before, width, len(shown)))
        last_end = lines[-1].end
    return lines


def _width(text: str) -> float:
    """The printed width in full-width characters."""
    return len(text.encode("gb18030", "replace")) / 2  # two bytes a hanzi, one a Latin character
