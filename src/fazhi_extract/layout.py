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
_STOP = re.compile("[。；！？]")
_CANNOT_START = frozenset("，。、；：！？）)》”’」』】〕]%‰…·")
_CANNOT_END = frozenset("，、（(《“‘『「【[〔—-~")
_NUMBER_GOES_ON = frozenset("-—–/.:%‰年月日")
_NUMBER_OPEN = re.compile("[0-9][-/:]$")
_PAIRS = (("《", "》"), ("“", "”"), ("(", ")"), ("〔", "〕"), ("[", "]"))
_LONGEST_QUOTE = 40
MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.，](?!是)|\([一二三四五六七八九十]{1,3}\)(?![项款目])[、.]?|第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|"
    r"\d{1,2}(?:\.(?!\d|\s\d+[%.])|\.(?=\s?(?:19|20)\d\d\s?年)|\)|、(?!\d+(?:[月日年、-]|[^\d\s]{0,2}月)))|\(\d{1,2}\)|[①-⑳])"
)
_ENDING = re.compile("(?:特此|专此|现予|以上报告|妥否|抄送|抄报|附件?[:：]|\\((?:此件|本件|此文))")
_NUMBER_LINE = re.compile(r"\d[\d,.]*[%‰]?")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
# A line that ends in one of these goes on with the year on the next line.
_WANTS_YEAR = frozenset("自于至从到在对较比和与及年月第达截是以关为的")
# What a web page prints below a title.
_WEB_META = re.compile(
    "(?:发布(?:时间|日期)|来源|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|量)|字[体号]|作者|打印本?页?|分享)[：:\\[]|打印$"
)
_SHORT_TITLE = 45
_NARROWEST = 14  # full-width characters; narrower lines are table cells or poems


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


@dataclass(slots=True)
class _Page:
    """What is usual in a text: how wide its rows are, what an indent means, how its titles stand."""

    width: float | None = None
    slack: float = 0.0  # how much narrower than `width` a full row may be
    printed: bool = True  # rows are equally wide in print; else they have equally many characters
    indented: bool = False  # an indent opens a paragraph, and nothing else does
    torn: bool = False  # numbers stand on lines of their own
    alone: frozenset[int] = frozenset()  # where rows start that are titles, to judge by their siblings

    def room(self, line: _Line) -> float:
        """By how much a line falls short of the page's width."""
        return 0.0 if self.width is None else self.width - (line.width if self.printed else line.characters)

    def full(self, line: _Line) -> bool:
        return self.width is not None and self.room(line) <= self.slack


def survey(folded: str) -> Layout:
    """Looks at a folded text line by line."""
    layout = Layout()
    lines = _lines(folded)
    if len(lines) > 1:
        lines = _without_furniture(lines, layout)
    for m in _INLINE_PAGE.finditer(folded):
        if not folded[max(0, m.start() - 2) : m.start()].rstrip()[-1:].isdecimal():
            layout.furniture.append(m.span())
    layout.furniture = sorted(set(layout.furniture))
    page = _page(lines)
    layout.width = page.width
    body = ""  # the paragraph so far
    opening = 0  # where it starts
    for line, following in itertools.pairwise(lines):
        if not body:
            opening = line.start
        body = line.text if not body else body[-200:] + line.text
        broken = _ends_paragraph(body, opening, line, following, page)
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
    pages = _bare_pages(lines)
    kept = []
    for i, line in enumerate(lines):
        if i in pages or (len(line.text) <= 24 and _DASHED_PAGE.fullmatch(line.text) and i > 0):
            layout.furniture.append((line.start, line.end))
        else:
            kept.append(line)
    return kept


def _bare_pages(lines: list[_Line]) -> set[int]:
    bare = [i for i, line in enumerate(lines) if i and len(line.text) <= 3 and _BARE_PAGE.fullmatch(line.text)]
    last = len(lines) - 1
    apart = [i for i in bare if lines[i].blank_before and (i == last or lines[i + 1].blank_before)]
    if len(apart) > 1 and _counts_up(lines, apart):
        return set(apart)
    unwanted = [
        i for i in apart if i == last or lines[i + 1].text[0] not in "年月日余多%万亿件起次人家份条项个名场期元户宗"
    ]
    if unwanted and _counts_up(lines, unwanted):
        return set(unwanted)
    # Page numbers without blank lines around them: one a page, from the first page on.
    gaps = [b - a for a, b in itertools.pairwise([0, *bare])]
    if len(bare) > 1 and lines[bare[0]].text == "1" and _counts_up(lines, bare) and min(gaps[:-1]) >= 10:
        return set(bare) if _page(lines).width is not None else set()
    return set()


def _counts_up(lines: list[_Line], at: list[int]) -> bool:
    numbers = [int(lines[i].text) for i in at]
    return all(b == a + 1 for a, b in itertools.pairwise(numbers)) and (not numbers or numbers[0] <= 30)


def _page(lines: list[_Line]) -> _Page:
    page = _Page()
    open_ended = [line for line in lines if line.width >= _NARROWEST and not _TERMINAL.search(line.text)]
    printed = _page_width([line.width for line in open_ended], [line.width for line in lines])
    counted = _page_width([float(line.characters) for line in open_ended], [float(line.characters) for line in lines])
    if printed and (counted is None or printed[1] <= counted[1]):
        page.width, page.slack = printed
    elif counted:
        page.width, page.slack, page.printed = *counted, False
    numbers = sum(bool(_NUMBER_LINE.fullmatch(line.text)) for line in lines)
    page.torn = page.width is None and numbers >= 3 and numbers >= 0.08 * len(lines)
    if page.width is not None:
        page.indented = _indents_mean_paragraphs(lines, page)
    if page.torn or page.width is not None:
        page.alone = _titles_alone(lines, page)
    return page


def _page_width(open_ended: list[float], widths: list[float]) -> tuple[float, float] | None:
    """The width at which the text is wrapped and how far a full row may fall short of it; None where lines are
    paragraphs."""
    if len(open_ended) < 6:
        return None
    width = sorted(open_ended)[len(open_ended) * 2 // 3]
    near = sorted(abs(w - width) if w < width else 0.0 for w in open_ended if abs(w - width) <= 4)
    longer = sum(w > width + 4 for w in widths)
    if sum(abs(w - width) <= 3 for w in open_ended) < 0.6 * len(open_ended) or longer > 0.03 * len(widths):
        return None
    return width, near[len(near) * 95 // 100 - 1 if len(near) > 20 else -1]


def _indents_mean_paragraphs(lines: list[_Line], page: _Page) -> bool:
    """Whether rows that are not indented run on from a full row."""
    indented = sum(line.indent > 1 for line in lines)
    flush = [before for before, line in itertools.pairwise(lines) if line.indent <= 1]
    if indented < 0.03 * len(lines) or not flush or len(flush) == len(lines) - 1:
        return False
    return sum(page.full(before) for before in flush) >= 0.7 * len(flush)


def _titles_alone(lines: list[_Line], page: _Page) -> frozenset[int]:
    """Where the rows start that open with a list marker and whose siblings mostly are titles on rows of their own."""
    groups: list[list[tuple[int, int]]] = []  # siblings: where each starts, and its vote
    open_groups: dict[str, list[tuple[int, int]]] = {}  # by kind of marker, outermost first
    for line, following in itertools.pairwise(lines):
        kind = _kind(line.text)
        if not kind:
            continue
        if kind in open_groups:
            for inner in list(open_groups)[list(open_groups).index(kind) + 1 :]:
                del open_groups[inner]
        else:
            groups.append([])
            open_groups[kind] = groups[-1]
        last = following if page.full(line) and not _kind(following.text) else line
        if _STOP.search(line.text):
            vote = -2
        else:
            runs_on = page.full(last) or (page.torn and not _kind(following.text) and following.text[0].isdecimal())
            vote = int(not runs_on and not _STOP.search(last.text))
        open_groups[kind].append((line.start, vote))
    return frozenset(start for group in groups if sum(vote for _, vote in group) > 0 for start, _ in group)


def _kind(text: str) -> str:
    """Which kind of list marker a text begins with, or an empty string."""
    if not MARKER.match(text):
        return ""
    opening, number = ("(", text[1]) if text[0] == "(" else ("", text[0])
    return opening + ("1" if number.isdecimal() else "①" if "①" <= number <= "⑳" else "第" if number == "第" else "一")


def _ends_paragraph(body: str, opening: int, line: _Line, following: _Line, page: _Page) -> bool:
    """`body`: the paragraph from `opening` up to and with `line`."""
    first, last = following.text[0], line.text[-1]
    if first in _CANNOT_START or last in _CANNOT_END:
        return False
    if (last.isdecimal() and first in _NUMBER_GOES_ON) or (first.isdecimal() and _NUMBER_OPEN.search(body[-3:])):
        return False
    if _quotes_on(body, following.text) or (len(body) < 8 and MARKER.fullmatch(body)):
        return False
    meta = len(line.text) < 120 and "。" not in line.text and len(_WEB_META.findall(line.text)) > 1
    if meta and not (last.isdecimal() and first.isdecimal()):
        return True
    if page.width is not None:
        return _ends_in_wrapped(body, opening, line, following, page)
    if MARKER.match(following.text) or _TERMINAL.search(line.text):
        return True
    if page.torn and (joined := _torn(body, opening in page.alone, line, following)) is not None:
        return not joined
    if last.isdecimal() and not first.isdecimal() and first not in "(《“":
        return False
    title = _may_be_title(body)
    if title and not MARKER.match(body) and "，" in body and first.isdecimal():
        return False  # a sentence torn around its number
    return title or len(body) < 12


def _quotes_on(body: str, following: str) -> bool:
    """Whether the next line closes a mark that this one has left open."""
    for opening, closing in _PAIRS:
        at = following.find(closing, 0, _LONGEST_QUOTE)
        if at >= 0 and opening not in following[:at] and "。" not in following[:at]:
            opened = body.rfind(opening)
            if opened > body.rfind(closing) and "。" not in body[opened:]:
                return True
    return False


def _may_be_title(body: str) -> bool:
    return len(body) <= _SHORT_TITLE and not re.search("[。；]", body)


def _ends_in_wrapped(body: str, opening: int, line: _Line, following: _Line, page: _Page) -> bool:
    if page.indented and following.indent > 1:
        return True
    full = page.full(line)
    closed = _TERMINAL.search(line.text)
    if MARKER.match(following.text):
        # A row that is full and leaves its sentence open runs on, with (一) or 1. too, unless it is a title.
        return not full or bool(closed) or (_kind(body) != "" and _may_be_title(body) and not page.indented)
    if closed:
        stopped = bool(_FULL_STOP.search(line.text))
        if not full:
            return stopped or line.text[-1] == "："
        if page.indented or not stopped:
            return False
        short_line = not page.full(following) and not _TERMINAL.search(following.text)  # a title, a signature
        return following.blank_before or short_line or bool(_ENDING.match(following.text))
    if line.text[-1].isdecimal() and not following.text[0].isdecimal() and following.text[0] not in "(《“":
        return False
    if full:
        # A title as wide as the page, where its like stand alone: what follows is text if it is more than a remainder.
        return (
            opening in page.alone
            and _may_be_title(body)
            and not page.indented
            and (page.full(following) or bool(_TERMINAL.search(following.text)))
        )
    return page.room(line) > 4 or _may_be_title(body)


def _torn(body: str, alone: bool, line: _Line, following: _Line) -> bool | None:
    """Whether a web page's markup has torn a sentence here, around a number; None where nothing says so.

    `alone`: the paragraph opens with a list marker whose siblings are titles on lines of their own.
    """
    if line.text[-1].isdecimal():
        return not following.text[0].isdecimal()
    if not following.text[0].isdecimal():
        return None
    year = _YEAR.match(following.text) is not None
    if year and line.text[-1] in _WANTS_YEAR:
        return True
    return None if _may_be_title(body) and (alone or (year and "，" not in body)) else True
