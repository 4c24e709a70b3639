"""Tables that stand in a text as rows between bars: `| 项目 | 数量 |`, as the readers of web pages and Word files lay them."""

from __future__ import annotations

from fazhi_extract.grid import Cell, Table
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_RULE = lazy_pattern("[|\\s]*(?::?[-—─━═=]{3,}:?(?:[|┼\\s]+|$))+")
_LINES = lazy_pattern("[-+=\\s─━═┼╋├┤┌┐└┘┬┴╪╞╡╔╗╚╝╠╣╦╩╬]*")  # drawn between rows
_LONGEST_CAPTION = 60
_CAPTIONS = 3
_WIDEST = 100  # columns; what has more is no table that anybody prints


def tables(source: SourceText) -> list[Table]:
    """All tables in order: at least two rows of bars, two of whose cells stand side by side, with a digit or 无 in them.

    Time grows in step with the text; where no bar stands in it, nothing is done.
    """
    flow = source.flow
    found: list[Table] = []
    rows: list[tuple[int, int]] = []
    at = flow.find("|")
    while at >= 0:
        start, end = source.paragraph_at(at)
        if rows and start - rows[-1][1] > 1 and not _LINES.fullmatch(flow, rows[-1][1], start):
            _close(source, rows, found)
            rows = []
        rows.append((start, end))
        at = flow.find("|", end)
    _close(source, rows, found)
    return found


def _close(source: SourceText, spans: list[tuple[int, int]], found: list[Table]) -> None:
    flow = source.flow
    table = Table(spans[0][0], spans[-1][1], [], [], []) if spans else None
    if table is None:
        return
    for start, end in spans:
        if _RULE.fullmatch(flow, start, end):
            table.ruled = len(table.rows) if table.ruled < 0 and table.rows else table.ruled
            continue
        table.rows.append(_cells(flow, start, end, len(table.rows)))
        table.spans.append((start, end))
    wide = sum(sum(cell.end > cell.start for cell in row) > 1 for row in table.rows)
    if wide > 1 and max(map(len, table.rows)) <= _WIDEST:
        table.captions = _captions(source, table.start, found[-1].end if found else 0)
        found.append(table)


def _cells(flow: str, start: int, end: int, row: int) -> list[Cell]:
    """The cells between the bars; a bar at either end of the row parts nothing."""
    if flow.startswith("|", start):
        start += 1
    if end > start and flow[end - 1] == "|":
        end -= 1
    cells: list[Cell] = []
    at = start
    for words in flow[start:end].split("|"):
        inner = words.strip()
        first = at + len(words) - len(words.lstrip()) if inner else at
        cells.append(Cell(first, first + len(inner), row, len(cells), inner))
        at += len(words) + 1
    return cells


def _captions(source: SourceText, start: int, floor: int) -> list[tuple[int, int]]:
    """The short lines right above a table that end no sentence: 表1 行政执法情况统计表, 单位：件."""
    found: list[tuple[int, int]] = []
    while start > floor and len(found) < _CAPTIONS:
        begin, end = source.paragraph_at(start - 1)
        if not 0 < end - begin <= _LONGEST_CAPTION or source.flow[end - 1] in "。！？；":
            break
        found.append((begin, end))
        start = begin
    return found[::-1]
