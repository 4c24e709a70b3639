"""How a text was laid out: which line ends end a paragraph, and what is page furniture.

Reports reach us clean (a paragraph a line), wrapped at a page's width, torn by a web page's markup (numbers on lines
of their own), or as one line. Every decision is taken from a line and its neighbour, so the work is linear.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = " \t\u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e"
_DASHED_PAGE = re.compile(
    r"(?:[-—–―~·]+\s*第?\s*\d{1,4}\s*页?\s*[-—–―~·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)"
)
_BARE_PAGE = re.compile(r"\d{1,3}")
_INLINE_PAGE = re.compile(r"[-—–] \d{1,3} [-—–](?=\s*[^\d\s])")
_TERMINAL = re.compile(r"[。！？；：…][”’』」》)\]】]*$")
_FULL_STOP = re.compile(r"[。！？…][”’』」》)\]】]*$")
_CANNOT_START = frozenset("，。、；：！？）)》”’』」】]%‰…·")
_CANNOT_END = frozenset("，、（(《“‘『「【[〔—-~")
MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.，](?!是)|\([一二三四五六七八九十]{1,3}\)(?![项款目])[、.]?|第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|"
    r"\d{1,2}(?:\.(?![\d\s]*\d)|、(?!\d+(?:[月日年、-]|[^\d\s]{0,2}月)))|\(\d{1,2}\)|[①-⑳])"
)
_SHORT_TITLE = 45


@dataclass(slots=True)
class Layout:
    """`boundaries`: raw index where the blank run behind a line starts -> whether a paragraph ends there."""

    width: float | None = None
    boundaries: dict[int, bool] = field(default_factory=dict)
    furniture: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    start: int
    end: int  # without trailing blanks
    indent: int
    text: str
    blank_before: bool
    width: float  # as printed, in full-width characters
    characters: int


def survey(folded: str) -> Layout:
    """Looks at a folded text line by line."""
    layout = Layout()
    lines = _lines(folded)
    if len(lines) > 1:
        lines = _without_furniture(lines, layout)
    for m in _INLINE_PAGE.finditer(folded):
        if not folded[max(0, m.start() - 2) : m.start()].rstrip()[-1:].isdigit():
            layout.furniture.append(m.span())
    layout.furniture = sorted(set(layout.furniture))
    layout.width = _page_width([line.width for line in lines], lines)
    characters = _page_width([float(line.characters) for line in lines], lines)
    if layout.width is None and characters is not None:
        layout.width = characters
    # Indents mark paragraphs where some lines have one and most have none.
    share = sum(line.indent > 1 for line in lines) / max(1, len(lines))
    indented = layout.width is not None and 0.03 < share < 0.6
    body = ""  # the paragraph so far
    for line, following in itertools.pairwise(lines):
        body = line.text if not body else body[-200:] + line.text
        full = layout.width is not None and (
            line.width >= layout.width - 4 or (characters is not None and line.characters >= characters - 2)
        )
        broken = _ends_paragraph(body, line, following, layout.width is not None, full, indented)
        layout.boundaries[line.end] = broken
        if broken:
            body = ""
    return layout


def _lines(folded: str) -> list[_Line]:
    lines = []
    last_end = -1
    for m in _LINE.finditer(folded):
        text = m.group()
        inner = text.strip(_BLANKS)
        if not inner:
            continue
        start = m.start() + text.index(inner[0])
        blank_before = last_end >= 0 and _line_ends(folded[last_end:start]) > 1
        width = _width(text.rstrip(_BLANKS)) if len(text) < 200 else 200.0
        characters = len(text.rstrip(_BLANKS))
        lines.append(_Line(start, start + len(inner), start - m.start(), inner, blank_before, width, characters))
        last_end = lines[-1].end
    return lines


def _line_ends(blank: str) -> int:
    return len(re.findall("\r\n|[\n\r\x0b\x0c\u2028\u2029\x85]", blank))


def _width(text: str) -> float:
    """The printed width in full-width characters."""
    return len(text.encode("gb18030", "replace")) / 2  # two bytes a hanzi, one a Latin character


def _without_furniture(lines: list[_Line], layout: Layout) -> list[_Line]:
    """Takes page numbers out: dashed ones wherever they stand alone, bare ones where they count pages up."""
    bare = []
    for i, line in enumerate(lines):
        if len(line.text) <= 3 and _BARE_PAGE.fullmatch(line.text) and i > 0:
            apart = line.blank_before and (i + 1 == len(lines) or lines[i + 1].blank_before)
            wanted = i + 1 < len(lines) and lines[i + 1].text[0] in "年月日余多%万亿件起次人家份条项个名场期元户宗"
            if apart and not wanted:
                bare.append(i)
    numbers = [int(lines[i].text) for i in bare]
    counting = all(b == a + 1 for a, b in itertools.pairwise(numbers)) and (not numbers or numbers[0] <= 30)
    pages = set(bare) if counting else set()
    kept = []
    for i, line in enumerate(lines):
        if i in pages or (len(line.text) <= 24 and _DASHED_PAGE.fullmatch(line.text) and i > 0):
            layout.furniture.append((line.start, line.end))
        else:
            kept.append(line)
    return kept


def _page_width(widths: list[float], lines: list[_Line]) -> float | None:
    """The width at which the text is wrapped, or None where lines are paragraphs."""
    pairs = zip(widths, lines, strict=True)
    open_ended = sorted(width for width, line in pairs if width >= 14 and not _TERMINAL.search(line.text))
    if len(open_ended) < 6:
        return None
    width = open_ended[len(open_ended) * 2 // 3]
    near = sum(abs(w - width) <= 3 for w in open_ended)
    longer = sum(w > width + 4 for w in widths)
    return width if near >= 0.6 * len(open_ended) and longer <= 0.03 * len(lines) else None


def _ends_paragraph(body: str, line: _Line, following: _Line, wrapped: bool, full: bool, indented: bool) -> bool:
    first, last = following.text[0], line.text[-1]
    if first in _CANNOT_START or last in _CANNOT_END:
        return False
    if MARKER.match(following.text):
        # A page's full line may run on with (一) or 1. only where the sentence is still open and nothing is indented.
        return True
    if indented and following.indent > 1:
        return True
    if _TERMINAL.search(line.text):
        if not full:
            return not (wrapped and not _FULL_STOP.search(line.text) and last != "：")
        return not indented and bool(_FULL_STOP.search(line.text)) and following.blank_before
    if last.isdigit() and not first.isdigit() and following.text[:1] not in "(《“":
        return False
    if wrapped:
        return not full
    title = len(body) <= _SHORT_TITLE and not re.search("[。；]", body)
    if title and not MARKER.match(body) and "，" in body and first.isdigit():
        return False  # a sentence torn around its number
    return title or len(body) < 12
