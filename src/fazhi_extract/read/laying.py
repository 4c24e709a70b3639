"""Lays out blocks one a line, tables as rows between bars, and keeps where each stands."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.read.reading import Block

_INNER_BLANKS = lazy_pattern(r"[ \t\r\n\f\v\u00a0]+")
_WRAP = lazy_pattern(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
_EDGES = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff"
_MAX_CELL = 120
"""Cells of data are short. Longer ones hold text, and the table only arranges it on the page."""


def one_line(words: str) -> str:
    """A block's words without blanks around them and with single ones inside; a line break of the markup between two
    hanzi is none of the text's."""
    return _INNER_BLANKS.sub(" ", _WRAP.sub("", words)).strip(_EDGES)


class Sheet:
    """The text under way: a line for each block."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._tables = 0
        self.blocks: list[Block] = []

    @property
    def text(self) -> str:
        """All that was put so far."""
        return "".join(self._parts)

    def put(self, kind: str, words: str) -> None:
        """A block of one or more lines, as they are; nothing where there are no words."""
        if words:
            start = self._length
            self._write(words)
            self.blocks.append(Block(kind, (start, self._length)))
            self._write("\n")

    def put_table(self, rows: Sequence[Sequence[tuple[int, str]]]) -> None:
        """A table of data: for each row the cells with their columns (from 1). Bars part them, ``| 项目 | 数量 |``."""
        self._tables += 1
        for number, row in enumerate(rows, 1):
            if not any(words for _, words in row):
                continue
            self._write("|")
            for column, words in row:
                self._write(" ")
                start = self._length
                self._write(words.replace("|", "｜"))
                if words:
                    self.blocks.append(Block("cell", (start, self._length), self._tables, number, column))
                self._write(" |" if words else "|")
            self._write("\n")

    def add(self, other: Sheet, kind: str | None = None) -> None:
        """All of another sheet; `kind` is then that of its blocks, but for cells."""
        for block in other.blocks:
            start, end = block.span
            table = None if block.table is None else block.table + self._tables
            own = block.kind if kind is None or block.kind == "cell" else kind
            self.blocks.append(Block(own, (start + self._length, end + self._length), table, block.row, block.column))
        self._tables += other._tables
        self._write(other.text)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table's cells are data in rows and columns, and not paragraphs that it arranges."""
    filled = [sum(bool(cell) for cell in row) for row in rows]
    several = sum(count > 1 for count in filled)
    cells = [cell for row in rows for cell in row if cell]
    return several > 1 and sum(len(cell) > _MAX_CELL or "\n" in cell for cell in cells) <= 0.1 * len(cells)
