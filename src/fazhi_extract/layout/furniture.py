"""What a page carries beside its text: page numbers, running heads, a table of contents."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from fazhi_extract.layout.lines import Line
from fazhi_extract.layout.marks import MARKER, UNITS
from fazhi_extract.layout.page import page_of
from fazhi_extract.lazy import lazy_pattern

_DASHED_PAGE = lazy_pattern(
    r"(?:[-—–―~·]+\s*第?\s*\d{1,4}\s*页?\s*[-—–―~·]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)"
)
_BARE_PAGE = lazy_pattern(r"\d{1,3}")
_INLINE_PAGE = lazy_pattern(r"[-—–] \d{1,3} [-—–](?=\s*[^\d\s])")
_CONTENTS = lazy_pattern(r"[\[【]?目\s*[录次][】\]]?")
# Looked for from the run's first character alone, and never given back: rows of dots are long.
_LEADER = lazy_pattern(r"(?<![\s.…·・_—-])(?:\s|[.…·・_—-](?=[\s.…·・_—-]))[\s.…·・_—-]*+\d{1,3}$")
_FURTHEST_CONTENTS = 40  # lines from the top of the text
_LONGEST_CONTENTS = 80  # lines
_LONGEST_HEAD = 40  # characters


def furniture_lines(lines: Sequence[Line]) -> set[int]:
    """The indices of the lines that are no part of the text; marks the lines below them as the first of a page."""
    pages = {i for i, line in enumerate(lines) if i and is_page_number(line.text)}
    pages |= _bare_pages(lines)
    pages |= _running_heads(lines, pages)
    for i in pages:
        if i + 1 < len(lines):
            lines[i + 1].turned = True
    return pages | _contents(lines)


def is_page_number(words: str) -> bool:
    """Whether a line can be nothing but a page's number (`— 3 —`, `第3页 共9页`), wherever it stands."""
    return len(words) <= 24 and _DASHED_PAGE.fullmatch(words) is not None


def inline_pages(folded: str) -> list[tuple[int, int]]:
    """The spans of page numbers that stand inside a line (`行政 - 3 - 执法`)."""
    return [
        m.span()
        for m in _INLINE_PAGE.finditer(folded)
        if not folded[max(0, m.start() - 2) : m.start()].rstrip()[-1:].isdecimal()
    ]


def _bare_pages(lines: Sequence[Line]) -> set[int]:
    """Numbers alone on a line that count the pages up."""
    bare = [i for i, line in enumerate(lines) if i and len(line.text) <= 3 and _BARE_PAGE.fullmatch(line.text)]
    last = len(lines) - 1
    apart = [i for i in bare if lines[i].blank_before and (i == last or lines[i + 1].blank_before)]
    if len(apart) > 1 and _counts_up(lines, apart):
        return set(apart)
    unwanted = [i for i in apart if i == last or lines[i + 1].text[0] not in UNITS]
    if unwanted and _counts_up(lines, unwanted):
        return set(unwanted)
    # Without blank lines around them: one a page, from the first page on.
    gaps = [b - a for a, b in itertools.pairwise([0, *bare])]
    if len(bare) > 1 and lines[bare[0]].text == "1" and _counts_up(lines, bare) and min(gaps[:-1]) >= 10:
        return set(bare) if page_of(lines).width is not None else set()
    return set()


def _counts_up(lines: Sequence[Line], at: Sequence[int]) -> bool:
    numbers = [int(lines[i].text) for i in at]
    return numbers[0] <= 30 and all(b == a + 1 for a, b in itertools.pairwise(numbers))


def _running_heads(lines: Sequence[Line], pages: set[int]) -> set[int]:
    """Lines beside page numbers that say the same on several pages."""
    beside = {i for page in pages for i in (page - 1, page + 1) if 0 < i < len(lines)} - pages
    times = Counter(lines[i].text for i in beside)
    return {
        i
        for i in beside
        if times[lines[i].text] > 1 and len(lines[i].text) <= _LONGEST_HEAD and lines[i].text[-1] not in "。；：，、"
    }


def _contents(lines: Sequence[Line]) -> set[int]:
    """A table of contents: from its title to where its first entry comes again, or as far as entries have pages."""
    for i, line in enumerate(lines[:_FURTHEST_CONTENTS]):
        if not _CONTENTS.fullmatch(line.text):
            continue
        entries = list(lines[i + 1 : i + 1 + _LONGEST_CONTENTS])
        if len(entries) < 2 or not (MARKER.match(entries[0].text) or _LEADER.search(entries[0].text)):
            continue
        first = _bare_entry(entries[0].text)
        again = next((j for j, entry in enumerate(entries) if j > 1 and _bare_entry(entry.text).startswith(first)), 0)
        paged = next((j for j, entry in enumerate(entries) if not _LEADER.search(entry.text)), len(entries))
        end = again if again and all("。" not in entry.text for entry in entries[:again]) else paged
        if end > 1:
            return set(range(i, i + 1 + end))
    return _unnamed_contents(lines)


def _unnamed_contents(lines: Sequence[Line]) -> set[int]:
    """Headings alone, right above the first of them once more: a table of contents without its title."""
    first = next((i for i, line in enumerate(lines[:_FURTHEST_CONTENTS]) if MARKER.match(line.text)), None)
    if first is None:
        return set()
    entry = _bare_entry(lines[first].text)
    for i in range(first + 1, min(len(lines), first + _LONGEST_CONTENTS)):
        words = lines[i].text
        if not MARKER.match(words) or "。" in words:
            break
        if i > first + 2 and _bare_entry(words) == entry:
            return set(range(first, i))
    return set()


def _bare_entry(text: str) -> str:
    return re.sub(r"\s", "", _LEADER.sub("", text))
