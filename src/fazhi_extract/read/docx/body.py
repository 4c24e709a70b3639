"""The words of a Word document in reading order: paragraphs, tables, notes and text boxes, changes as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.docx.numbering import Numbering
from fazhi_extract.read.docx.package import child, get, local, value
from fazhi_extract.read.laying import Sheet, is_data, one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

# What has been taken away by tracked changes, and what Word itself does not print.
_TAKEN = frozenset(("del", "moveFrom"))
_SILENT = frozenset(
    ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delInstrText", "annotationRef", "commentReference",
     "proofErr", "sdtPr", "softHyphen", "object", "Fallback")
)  # fmt: skip
_CHARACTERS = {"tab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n", "ptab": "\t"}
_DEEPEST = 40  # tables in tables, boxes in boxes


@dataclass(slots=True)
class Walk:
    """Reads the body into a sheet; `notes` are the footnotes and endnotes by kind and id."""

    path: str
    numbering: Numbering
    notes: dict[tuple[str, str], _Element]
    sheet: Sheet = field(default_factory=Sheet)
    deleted: int = 0
    hidden: int = 0
    depth: int = 0
    _open: list[str] = field(default_factory=list)

    def body(self, holder: _Element) -> None:
        """Puts the paragraphs and tables of a body, cell, note or text box on the sheet."""
        for block in _blocks(holder):
            if local(block.tag) == "tbl":
                self._table(block)
            else:
                self._paragraph(block)
        if self._open:
            self._put("paragraph", "")

    def apart(self, holder: _Element) -> Sheet:
        """What a cell, a note or a running head says, on a sheet of its own. Raises :class:`FazhiError` (E228)."""
        if self.depth >= _DEEPEST:
            raise FazhiError("E228", path=self.path)
        other = Walk(self.path, self.numbering, self.notes, depth=self.depth + 1)
        other.body(holder)
        self.deleted += other.deleted
        self.hidden += other.hidden
        return other.sheet

    def _paragraph(self, paragraph: _Element) -> None:
        asides: list[tuple[str, _Element]] = []
        words = "".join(self._run(paragraph, asides))
        properties = child(paragraph, "pPr")
        number = self.numbering.number(paragraph) if words.strip() else ""
        kind = "paragraph"
        if (value(properties, "outlineLvl") or "9") in "012345678" or self.numbering.is_heading(
            value(properties, "pStyle")
        ):
            kind = "heading"
        elif number:
            kind = "list-item"
        if child(properties, "rPr", "del") is not None:
            self._open.append(number + words)  # its end was deleted: the next paragraph goes on with it
        else:
            self._put(kind, number + words)
        for kind, aside in asides:
            self.sheet.add(self.apart(aside), kind)

    def _put(self, kind: str, words: str) -> None:
        words = "".join([*self._open, words])
        self._open = []
        for line in words.split("\n"):
            self.sheet.put(kind, one_line(line))

    def _run(self, holder: _Element, asides: list[tuple[str, _Element]]) -> Iterator[str]:
        """The words of a paragraph. Notes and text boxes go to `asides`."""
        stack = list(reversed(holder))
        while stack:
            node = stack.pop()
            name = local(node.tag)
            if name in _TAKEN:
                self.deleted += any(local(below.tag) in ("delText", "t") for below in node.iter())
            elif name == "r" and _is_hidden(node):
                self.hidden += any(local(below.tag) == "t" for below in node)
            elif name == "t":
                yield node.text or ""
            elif name == "sym":
                yield _symbol(node)
            elif name == "br" and get(node, "type") in ("page", "column"):
                continue
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in ("footnoteReference", "endnoteReference"):
                # Each note once: one that refers to itself would never end.
                note = self.notes.pop((name.removesuffix("Reference"), get(node, "id") or ""), None)
                if note is not None:
                    asides.append(("note", note))
            elif name == "txbxContent":
                asides.append(("box", node))
            elif name == "ruby":
                base = child(node, "rubyBase")
                stack.extend(reversed(base) if base is not None else ())
            elif name == "AlternateContent":
                chosen = child(node, "Choice")
                chosen = chosen if chosen is not None else child(node, "Fallback")
                stack.extend(reversed(chosen) if chosen is not None else ())
            elif name and name not in _SILENT:
                stack.extend(reversed(node))

    def _table(self, table: _Element) -> None:
        rows: list[list[tuple[int, Sheet]]] = []
        nested = False
        for row in _below(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self.deleted += 1
                continue
            column = 1 + _count(value(row, "trPr", "gridBefore"), 0)
            cells = []
            for cell in _below(row, "tc"):
                nested = nested or any(local(block.tag) == "tbl" for block in _blocks(cell))
                merged = child(cell, "tcPr", "vMerge")
                goes_on = merged is not None and get(merged, "val") != "restart"
                cells.append((column, Sheet() if goes_on else self.apart(cell)))
                wide = _count(value(cell, "tcPr", "gridSpan"), 1)
                cells += [(column + i, Sheet()) for i in range(1, wide)]
                column += wide
            rows.append(cells)
        if not nested and is_data([[cell.text.strip() for _, cell in row] for row in rows]):
            self.sheet.put_table([[(column, one_line(cell.text)) for column, cell in row] for row in rows])
            return
        for cells in rows:
            for _, cell in cells:
                self.sheet.add(cell)


def _blocks(holder: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a holder, also those in content controls and inserted parts."""
    stack = list(reversed(holder))
    while stack:
        node = stack.pop()
        name = local(node.tag)
        if name in ("p", "tbl"):
            yield node
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"):
            stack.extend(reversed(node))


def _below(holder: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    stack = list(reversed(holder))
    while stack:
        node = stack.pop()
        name = local(node.tag)
        if name == wanted:
            yield node
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            stack.extend(reversed(node))


def _count(words: str | None, default: int) -> int:
    return min(int(words), 100) if words is not None and re.fullmatch(r"\d{1,6}", words) else default


def _is_hidden(run: _Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and get(vanish, "val") not in ("0", "false")


def _symbol(node: _Element) -> str:
    """A character named by its code; those of picture fonts stand for no character."""
    code = get(node, "char") or ""
    if not re.fullmatch("[0-9A-Fa-f]{4,5}", code):
        return ""
    number = int(code, 16)
    return "" if number < 0x20 or 0xE000 <= number <= 0xF8FF or 0xD800 <= number <= 0xDFFF else chr(number)
