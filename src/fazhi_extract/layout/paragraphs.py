"""Which line ends end a paragraph."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass, field

from fazhi_extract.layout.closings import BEHIND_BODY, BEHIND_STOP
from fazhi_extract.layout.furniture import furniture_lines, inline_pages
from fazhi_extract.layout.lines import Line, lines_of
from fazhi_extract.layout.marks import FULL_STOP, MARKER, TERMINAL, UNITS, kind_of_marker, may_be_title
from fazhi_extract.layout.page import Page, is_number, page_of
from fazhi_extract.layout.signature import signature
from fazhi_extract.lazy import lazy_pattern

_CANNOT_START = frozenset("，。、；：！？）)》”’」』】〕]%‰…·")
_CANNOT_END = frozenset("，、（(《“‘『「【[〔—-~")
_NUMBER_GOES_ON = frozenset("-—–/.:%‰年月日")
_NUMBER_OPEN = lazy_pattern("[0-9][-/:]$")
_OPEN_END = lazy_pattern("(?<![目似有])的$")  # 维护安全稳定的|社会环境: no title and no sentence ends so
_PAIRS = (("《", "》"), ("“", "”"), ("(", ")"), ("〔", "〕"), ("[", "]"))
_LONGEST_QUOTE = 40
_REPORT = lazy_pattern("(?:报告|总结|汇报|年报)$")  # how the title of a report ends
# A line of the block in which a web page describes the document: 发文字号：某司〔2023〕12号
_LABELLED = lazy_pattern(
    r"[·\s]{0,4}[\[【]?\s?(?:发文(?:机关|单位|字号|日期)|文\s{0,4}号|索\s?引\s?号|主题(?:分类|词)|(?:文件类型|体裁|组配|信息)分类|文件类型|所属单位"
    r"|(?:成文|生成|(?:公开)?发布|公开|印发|生效)日期|发布(?:机构|单位)|公开(?:方式|类别)|有效性|信息来源)\s{0,4}[：:|\]】]"
)
_LONGEST_LABELLED = 80
_BULLET = lazy_pattern("·[ \t\u3000]")
_BULLETED_DAY = lazy_pattern(r"·[ \t\u3000]{1,4}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_ATTACHMENT = lazy_pattern("附件[0-9]{0,2}")
_TABLE_ROW = lazy_pattern(r"\d\s+[\d,.%]+$")
_NUMBER_CELL = lazy_pattern(r"(?:^|\|)\s*[-+]?\d[\d.,]*%?\s*(?:\||$)")
_YEAR = lazy_pattern(r"(?:19|20)\d{2}(?!\d)")
# A line that ends in one of these goes on with the year on the next line.
_WANTS_YEAR = frozenset("自于至从到在对较比和与及年月第达截是以关为的")
# What a web page prints below a title.
_WEB_META = lazy_pattern(
    "(?:发布(?:时间|日期)|来源|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|量)|字[体号]|作者|打印本?页?|分享)[：:\\[]|打印$"
)


@dataclass(slots=True)
class Layout:
    """`boundaries`: raw index where the blank run behind a line starts -> whether a paragraph ends there.

    `width`: at which the text is wrapped, or None where lines are paragraphs. `furniture`: raw spans of what is no part
    of the text, in order.
    """

    width: float | None = None
    boundaries: dict[int, bool] = field(default_factory=dict)
    furniture: list[tuple[int, int]] = field(default_factory=list)


def survey(folded: str, heads: frozenset[int] = frozenset()) -> Layout:
    """Looks at a folded text line by line. `heads`: where the lines begin that Markdown marks as headings."""
    layout = Layout()
    lines = lines_of(folded)
    others = furniture_lines(lines)
    layout.furniture = [(lines[i].start, lines[i].end) for i in sorted(others)]
    starts = [start for start, _ in layout.furniture]
    for start, end in inline_pages(folded):
        at = bisect_right(starts, start)
        if not at or layout.furniture[at - 1][1] <= start:
            layout.furniture.append((start, end))
    layout.furniture.sort()
    lines = [line for i, line in enumerate(lines) if i not in others]
    barred = "|" in folded
    page = page_of(_beside_tables(lines) if barred else lines)
    layout.width = page.width
    rows = _rows_of_numbers(lines) if barred else set[int]()
    signed = signature(lines)
    body = ""  # the paragraph so far
    opening = 0  # where it starts
    for i, (line, following) in enumerate(itertools.pairwise(lines)):
        if not body:
            opening = line.start
        body = line.text if not body else body[-200:] + line.text
        beyond = lines[i + 2].text if i + 2 < len(lines) else ""
        in_table = barred and (i in rows or i + 1 in rows or _in_table(line, following))
        headed = bool(heads) and (line.start - line.indent in heads or following.start - following.indent in heads)
        apart = (
            in_table
            or headed
            or i + 1 in signed
            or _labelled(line, following)
            or _bulleted(line, following)
            or BEHIND_BODY.match(following.text) is not None
        )
        broken = apart or _ends_paragraph(body, opening, line, following, beyond, page)
        layout.boundaries[line.end] = broken
        if broken:
            body = ""
    return layout


def _labelled(line: Line, following: Line) -> bool:
    """Whether one of two lines is an entry of a web page's head block, with its value."""
    return _LABELLED.match(following.text) is not None or (
        len(line.text) <= _LONGEST_LABELLED and line.text[-1] not in "：:|" and _LABELLED.match(line.text) is not None
    )


def _bulleted(line: Line, following: Line) -> bool:
    """Whether a bullet opens the second of two lines, or the first and nothing but a day is behind it."""
    return _BULLET.match(following.text) is not None or _BULLETED_DAY.fullmatch(line.text) is not None


def _beside_tables(lines: list[Line]) -> list[Line]:
    """The lines without rows of tables and without what stands right above those: their widths are no page's."""
    last = lines[-1:]
    return [a for a, b in itertools.pairwise([*lines, *last]) if not (_is_row(a) or _is_row(b))]


def _in_table(line: Line, following: Line) -> bool:
    """Whether the end of a line is that of a table's row, or of what stands above or below one."""
    bars = line.text.count("|")
    return _is_row(line) or _is_row(following) or (bars > 0 and bars == following.text.count("|"))


def _rows_of_numbers(lines: list[Line]) -> set[int]:
    """The lines that follow one another with as many bars, and a number alone between two of them: rows, the first and the last too."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        bars = lines[at].text.count("|")
        end = at + 1
        while end < len(lines) and lines[end].text.count("|") == bars:
            end += 1
        if bars and end - at > 1 and any(_NUMBER_CELL.search(line.text) for line in lines[at:end]):
            found.update(range(at, end))
        at = end
    return found


def _is_row(line: Line) -> bool:
    """Whether a line is a row of a table between bars."""
    return line.text.count("|") > 1 and ("|" in (line.text[0], line.text[-1]) or line.text.count("|") > 2)


def _ends_paragraph(body: str, opening: int, line: Line, following: Line, beyond: str, page: Page) -> bool:
    """`body`: the paragraph from `opening` up to and with `line`; `beyond`: the line behind the following one."""
    first, last = following.text[0], line.text[-1]
    if first in _CANNOT_START or last in _CANNOT_END:
        return False
    if (last.isdecimal() and first in _NUMBER_GOES_ON) or (first.isdecimal() and _NUMBER_OPEN.search(body[-3:])):
        return False
    if _OPEN_END.search(body[-3:]) and not MARKER.match(following.text):
        return False
    if _quotes_on(body, following.text) or (len(body) < 8 and MARKER.fullmatch(body)):
        return False
    meta = len(line.text) < 120 and "。" not in line.text and len(_WEB_META.findall(line.text)) > 1
    if (meta and not (last.isdecimal() and first.isdecimal())) or _ATTACHMENT.fullmatch(body):
        return True
    if page.width is not None:
        return _ends_in_wrapped(body, opening, line, following, page)
    if MARKER.match(following.text):
        return True
    if TERMINAL.search(line.text):
        return not (page.torn and last == "；" and is_number(line.text))
    if page.torn and (joined := _torn(body, opening in page.alone, line, following, beyond)) is not None:
        return not joined
    if last.isdecimal() and not first.isdecimal() and first not in "(《“":
        return first not in UNITS and _TABLE_ROW.search(line.text) is not None
    title = may_be_title(body)
    if title and not MARKER.match(body) and "，" in body and (first.isdecimal() or following.turned):
        return False  # a sentence torn around its number, or by a page turn
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


def _ends_in_wrapped(body: str, opening: int, line: Line, following: Line, page: Page) -> bool:
    if page.indented and following.indent > 1:
        return True
    full = page.full(line)
    closed = TERMINAL.search(line.text)
    if MARKER.match(following.text):
        # A row that is full and leaves its sentence open runs on, with (一) or 1. too, unless it is a title.
        titled = kind_of_marker(body) != "" or (_REPORT.search(body) and kind_of_marker(following.text) == "一")
        return not full or bool(closed) or bool(titled and may_be_title(body) and not page.indented)
    if closed:
        stopped = bool(FULL_STOP.search(line.text))
        if not full:
            return stopped or line.text[-1] == "："
        if page.indented or not stopped:
            return False
        short_line = not page.full(following) and not TERMINAL.search(following.text)  # a title, a signature
        return following.blank_before or short_line or bool(BEHIND_STOP.match(following.text))
    if line.text[-1].isdecimal() and not following.text[0].isdecimal() and following.text[0] not in "(《“":
        return False
    if full:
        # A title as wide as the page, where its like stand alone: what follows is text if it is more than a remainder.
        return (
            opening in page.alone
            and may_be_title(body)
            and not page.indented
            and (page.full(following) or bool(TERMINAL.search(following.text)))
        )
    if following.text[0].isdecimal() and not _YEAR.match(following.text) and not MARKER.match(body):
        return page.room(line) > 4 and "，" not in body  # a number that did not fit in the row
    return page.room(line) > 4 or may_be_title(body)


def _torn(body: str, alone: bool, line: Line, following: Line, beyond: str) -> bool | None:
    """Whether a web page's markup has torn a sentence here, around a number; None where nothing says so.

    `alone`: the paragraph opens with a list marker whose siblings are titles on lines of their own.
    """
    if line.text[-1].isdecimal():
        return not following.text[0].isdecimal()
    if is_number(line.text) and not _YEAR.match(line.text):
        return True
    if not following.text[0].isdecimal() and not is_number(following.text):
        return None
    year = _YEAR.match(following.text) is not None and (len(following.text) > 4 or beyond.startswith("年"))
    if year and line.text[-1] in _WANTS_YEAR:
        return True
    return None if may_be_title(body) and (alone or (year and "，" not in body)) else True
