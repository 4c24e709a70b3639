"""What is usual in a text: how wide its rows are, what an indent means, how its titles stand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_extract.layout.lines import Line
from fazhi_extract.layout.marks import MARKER, STOP, TERMINAL, kind_of_marker
from fazhi_extract.lazy import lazy_pattern

# What a page's markup sets apart from its sentence: a number, with its unit and a mark (5项，), or days of a year.
_NUMBER_LINE = lazy_pattern(
    r"(?:约|近|超过?|逾|不到)?(?:\d[\d,.]*(?:[至到~—-]+[\d,.]+)?[%‰]?[^\d\s。；：.、()]{0,5}|[一二三四五六七八九]成)[，、。；]?"
    r"|(?:\d{1,2}月)?\d{1,2}日?[至到~—-](?:\d{1,2}月)?\d{1,2}日"
)
_NARROWEST = 14  # full-width characters; narrower lines are table cells or verse
_FEW = 6  # rows that leave their sentence open; fewer must agree closely


@dataclass(slots=True)
class Page:
    """`width` is None where lines are paragraphs. Widths are in full-width characters, or in characters."""

    width: float | None = None
    slack: float = 0.0  # how much narrower than `width` a full row may be
    printed: bool = True  # rows are equally wide in print; else they have equally many characters
    indented: bool = False  # an indent opens a paragraph, and nothing else does
    torn: bool = False  # numbers stand on lines of their own, as a web page's markup leaves them
    alone: frozenset[int] = frozenset()  # where rows start that are titles, to judge by their siblings

    def room(self, line: Line) -> float:
        """By how much a line falls short of the page's width."""
        return 0.0 if self.width is None else self.width - (line.width if self.printed else line.characters)

    def full(self, line: Line) -> bool:
        return self.width is not None and self.room(line) <= self.slack


def is_number(line: str) -> bool:
    """Whether a line holds nothing but a number, its unit and a mark."""
    return len(line) < 24 and _NUMBER_LINE.fullmatch(line) is not None and not MARKER.match(line)


def page_of(lines: Sequence[Line]) -> Page:
    page = Page()
    open_ended = [line for line in lines if line.width >= _NARROWEST and not TERMINAL.search(line.text)]
    printed = _width([line.width for line in open_ended], [line.width for line in lines])
    counted = _width([float(line.characters) for line in open_ended], [float(line.characters) for line in lines])
    if printed and (counted is None or printed[1] <= counted[1]):
        page.width, page.slack = printed
    elif counted:
        page.width, page.slack, page.printed = *counted, False
    numbers = sum(is_number(line.text) for line in lines)
    page.torn = page.width is None and numbers >= 3 and numbers >= 0.08 * len(lines)
    if page.width is not None:
        page.indented = _indents_mean_paragraphs(lines, page)
    if page.torn or page.width is not None:
        page.alone = _titles_alone(lines, page)
    return page


def _width(open_ended: Sequence[float], widths: Sequence[float]) -> tuple[float, float] | None:
    """The width at which the text is wrapped and how far a full row may fall short of it; None where lines are
    paragraphs."""
    if len(open_ended) < _FEW:
        widest = max(open_ended, default=0.0)
        alike = len(open_ended) > 1 and widest - min(open_ended) <= 2 and max(widths) <= widest + 1
        return (widest, 2.0) if alike and widest >= 18 else None
    width = sorted(open_ended)[len(open_ended) * 2 // 3]
    short = sorted(max(0.0, width - w) for w in open_ended if abs(w - width) <= 4)
    longer = sum(w > width + 4 for w in widths)
    if sum(abs(w - width) <= 3 for w in open_ended) < 0.6 * len(open_ended) or longer > 0.03 * len(widths):
        return None
    return width, short[len(short) * 95 // 100 - 1 if len(short) > 20 else -1]


def _indents_mean_paragraphs(lines: Sequence[Line], page: Page) -> bool:
    """Whether rows that are not indented run on from a full row."""
    indented = sum(line.indent > 1 for line in lines)
    flush = [before for before, line in itertools.pairwise(lines) if line.indent <= 1]
    if indented < 0.03 * len(lines) or not flush or len(flush) == len(lines) - 1:
        return False
    return sum(page.full(before) for before in flush) >= 0.7 * len(flush)


def _titles_alone(lines: Sequence[Line], page: Page) -> frozenset[int]:
    """Where the rows start that open with a list marker and whose siblings mostly are titles on rows of their own."""
    groups: list[list[tuple[int, int]]] = []  # siblings: where each starts, and its vote
    open_groups: dict[str, list[tuple[int, int]]] = {}  # by kind of marker, outermost first
    for line, following in itertools.pairwise(lines):
        kind = kind_of_marker(line.text)
        if not kind:
            continue
        if kind in open_groups:
            kinds = list(open_groups)
            for inner in kinds[kinds.index(kind) + 1 :]:
                del open_groups[inner]
        else:
            groups.append([])
            open_groups[kind] = groups[-1]
        below = kind_of_marker(following.text)
        last = following if page.full(line) and not below else line
        runs_on = page.full(last) or (page.torn and not below and following.text[0].isdecimal())
        vote = -2 if STOP.search(line.text) else int(not runs_on and not STOP.search(last.text))
        open_groups[kind].append((line.start, vote))
    return frozenset(start for group in groups if sum(vote for _, vote in group) > 0 for start, _ in group)
