"""The values of a table: the numbers of its cells, with their heads and units."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from fazhi_extract.find.cell_units import counted, for_heads, is_unit, of_captions, parted
from fazhi_extract.find.cells import kind_of, number_of
from fazhi_extract.find.table_layout import column_heads, fitted, is_title, last_column, mark, parts_of, row_heads
from fazhi_extract.grid import Cell, Table, Value


def read_tables(tables: Sequence[Table], flow: str) -> list[Table]:
    """Sets the kinds of all cells, and the values with their heads and units; gives the tables that have numerals."""
    for table in tables:
        for row in table.rows:
            for cell in row:
                cell.kind = kind_of(cell.words)
        for head, data in parts_of(table):
            _read(table, head, data, flow)
    return [t for t in tables if t.values or any(c.kind in ("mixed", "marker") for row in t.rows for c in row)]


def _read(table: Table, head: list[list[Cell]], data: list[list[Cell]], flow: str) -> None:
    while len(head) > 1 and is_title(head[0]):
        table.titles.append(next(cell.words for cell in head.pop(0) if cell.words))
    head = fitted(head, data)
    width = max((len(row) for row in head), default=0)
    uneven = bool(head) and any(last_column(row) >= width for row in data)
    columns = [] if uneven else [column_heads(head, c) for c in range(width)]
    table.uneven = table.uneven or uneven
    for path in columns:
        for upper, lower in itertools.pairwise(path):
            lower.under = upper.words
    units = mark(data, columns)
    first = min((c.column for row in data for c in row if c.kind in ("number", "dash", "none")), default=0)
    captions = [flow[s:e] for s, e in table.captions] + table.titles
    known = of_captions(captions)
    above: dict[int, Cell] = {}
    group: Cell | None = None
    for row in data:
        filled = [cell for cell in row if cell.kind not in ("blank", "marker", "phone")]
        if len(filled) == 1 and filled[0].kind in ("words", "mixed") and len(filled[0].words) <= 24:
            group, above = filled[0], {}
            continue
        heads = row_heads(row, first, above, columns, set(units))
        outer = (group,) if group is not None else ()
        unit = next((row[c].words for c in units if c < len(row) and is_unit(row[c].words)), None)
        last: Cell | None = None
        for cell in row:
            if cell.kind in ("words", "mixed") and not columns:
                last = cell
            if cell.kind not in ("number", "none"):
                continue
            over = tuple(columns[cell.column]) if cell.column < len(columns) else ()
            own = (*outer, *heads)
            if last is not None and last not in heads:
                own = (last,)  # 罚款 | 12 | 没收 | 3: each number behind its name
            table.values += _value(cell, own, over, unit, known)


def _value(
    cell: Cell, rows: tuple[Cell, ...], columns: tuple[Cell, ...], unit: str | None, known: list[str]
) -> list[Value]:
    heads = [head.words for head in (*rows, *columns)]
    named = next((u for head in (*reversed(columns), *reversed(rows)) if (u := parted(head.words)[1])), None)
    named = named or unit
    if named is None:
        named = next((u for words in reversed(heads) if (u := counted(parted(words)[0]))), None)
    named = named or for_heads(heads, known)
    if cell.kind == "none":
        return [Value(cell, None, rows, columns, named is not None)] if named and not named.endswith("元") else []
    found = number_of(cell.words, named)
    if found is None:
        return []
    sure = found.unit is not None
    found = replace(
        found,
        start=found.start + cell.start,
        end=cell.end,
        number=found.number._replace(start=found.number.start + cell.start, end=cell.start + len(cell.words)),
    )
    return [Value(cell, found, rows, columns, sure)]
