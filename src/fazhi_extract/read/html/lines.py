"""The lines that a page shows: a paragraph, a heading, a list's item, a table, whatever the markup nests them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.read.counting import numeral
from fazhi_extract.read.html.tree import Element
from fazhi_extract.read.laying import is_data, one_line

# Never shown as text.
_UNSEEN = frozenset(
    ("head", "title", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas",
     "video", "audio", "map", "button", "select", "textarea", "datalist")
)  # fmt: skip
_BLOCKS = frozenset(
    ("html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "caption", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_HIDDEN = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIST_STYLE = lazy_pattern(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STYLES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Line:
    """A line as shown. `rows` are those of a table of data; then `words` are all of its cells' words."""

    kind: str
    words: str
    home: Element
    """The innermost block element that holds it."""
    linked: int = 0
    """How many of its characters are links."""
    rows: list[list[tuple[int, str]]] = field(default_factory=list)


class _Collector:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.marker = ""
        self._parts: list[str] = []
        self._linked = 0

    def add(self, words: str, linked: bool) -> None:
        self._parts.append(words)
        if linked:
            self._linked += len(words.strip())

    def end(self, home: Element, kind: str) -> None:
        words = one_line("".join(self._parts))
        if words:
            self.lines.append(Line("list-item" if self.marker else kind, self.marker + words, home, self._linked))
            self.marker = ""
        self._parts, self._linked = [], 0


def lines_of(root: Element) -> list[Line]:
    """The lines that an element shows, in order. `<br>` ends a line; `<ol>` gives its items their numbers."""
    collector = _Collector()
    homes = [root]
    links = 0
    stack: list[tuple[Element | str, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, str):
            if homes[-1].tag == "pre":
                for i, part in enumerate(node.split("\n")):
                    if i:
                        collector.end(homes[-1], "paragraph")
                    collector.add(part, bool(links))
            else:
                collector.add(node, bool(links))
            continue
        block = node.tag in _BLOCKS
        if leaving:
            if block:
                collector.end(node, _kind(homes))
                homes.pop()
            links -= node.tag == "a"
            continue
        if not is_shown(node):
            continue
        if node.tag == "br":
            collector.end(homes[-1], _kind(homes))
            continue
        if node.tag in ("sup", "sub") and (words := _raised(node, collector)) is not None:
            collector.add(words, bool(links))
            continue
        if block:
            collector.end(homes[-1], _kind(homes))
            homes.append(node)
            if node.tag == "table" and (found := _table(node)) is not None:
                collector.lines += found
                homes.pop()
                continue
            if node.tag == "li":
                collector.marker = _marker(node)
        links += node.tag == "a"
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node.children))
    collector.end(root, "paragraph")
    return collector.lines


def is_shown(element: Element) -> bool:
    """Whether a browser shows the element's text."""
    attributes = element.attributes
    return element.tag not in _UNSEEN and "hidden" not in attributes and not _HIDDEN.search(attributes.get("style", ""))


def _kind(homes: Sequence[Element]) -> str:
    return "heading" if any(home.tag in _HEADINGS for home in homes[-3:]) else "paragraph"


def _raised(node: Element, collector: _Collector) -> str | None:
    """㎡ and the like, written as m<sup>2</sup>; ``None`` for all else."""
    words = node.words().strip()
    before = "".join(collector._parts[-1:])[-1:]
    return words.translate(_RAISED) if node.tag == "sup" and words in ("2", "3") and before in "m米" else None


def _marker(item: Element) -> str:
    """The number that an ordered list shows before an item."""
    holder = item.parent
    if holder is None or holder.tag != "ol":
        return ""
    style = _STYLES.get(holder.attributes.get("type", ""), "decimal")
    for element in (holder, item):
        if named := _LIST_STYLE.search(element.attributes.get("style", "")):
            style = named[1].lower()
    number = _integer(holder.attributes.get("start", ""), 1)
    for child in holder.children:
        if isinstance(child, Element) and child.tag == "li":
            number = _integer(child.attributes.get("value", ""), number)
            if child is item:
                break
            number += 1
    shown = numeral(number, style)
    return "" if shown is None else shown + ("、" if "\u4e00" <= shown[0] <= "\u9fff" else ".")


def _integer(words: str, default: int) -> int:
    return int(words) if re.fullmatch(r"\d{1,6}", words.strip()) else default


def _table(table: Element) -> list[Line] | None:
    """The lines of a table of data, or of pairs of name and value; ``None`` where it only arranges its contents."""
    if any(element.tag == "table" for element in table.elements() if element is not table):
        return None
    rows: list[list[tuple[int, str]]] = []
    spanning: dict[int, int] = {}  # column -> rows that a cell above still fills
    for row in (element for element in table.elements() if element.tag == "tr"):
        column, cells = 1, []
        for cell in row.children:
            if not isinstance(cell, Element) or cell.tag not in ("td", "th"):
                continue
            while spanning.get(column, 0):
                spanning[column] -= 1
                cells.append((column, ""))
                column += 1
            words = "\n".join(line.words for line in lines_of(cell))
            cells.append((column, words))
            wide = min(_integer(cell.attributes.get("colspan", ""), 1), 100) or 1
            high = min(_integer(cell.attributes.get("rowspan", ""), 1), 1000) or 1
            for place in range(column, column + wide):
                spanning[place] = high - 1
                if place > column:
                    cells.append((place, ""))
            column += wide
        for place in sorted(place for place, left in spanning.items() if left and place >= column):
            spanning[place] -= 1
            cells.append((place, ""))
        rows.append(cells)
    plain = [[words for _, words in row] for row in rows]
    if pairs := _pairs(plain):
        return [Line("paragraph", words, table) for words in pairs]
    if not is_data(plain):
        return None
    flat = [[(column, one_line(words)) for column, words in row] for row in rows]
    return [Line("table", "".join(words for row in flat for _, words in row), table, _linked(table), flat)]


def _pairs(rows: list[list[str]]) -> list[str]:
    """Lines such as 索引号：… of a table whose cells are names with a colon and, beside each, its value."""
    cells = [[one_line(cell) for cell in row if cell.strip()] for row in rows]
    cells = [row for row in cells if row]
    names = [cell for row in cells for cell in row[::2]]
    if not names or not all(cell[-1] in "：:" and len(cell) <= 20 for cell in names):
        return []
    return [name + value for row in cells for name, value in zip(row[::2], [*row[1::2], ""], strict=False)]


def _linked(element: Element) -> int:
    return sum(len(below.words().strip()) for below in element.elements() if below.tag == "a")
