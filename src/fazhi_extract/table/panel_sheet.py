"""The sheet 汇总: a figure with its state beside it, its sentence in the cell's note, what it is by colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from fazhi_extract.errors import FazhiError
from fazhi_extract.table import sheets
from fazhi_extract.table.cells import Cell
from fazhi_extract.table.collect import Options
from fazhi_extract.table.columns import Value
from fazhi_extract.table.panel import Panel, PanelColumn, PanelRow, cell_value
from fazhi_extract.table.sheets import Book, cut, print_well

MOST_NOTES = 50_000
"""Excel opens no workbook with many more cell notes in reasonable time; then the sentences are in 明细 alone."""

FILLS = {
    "stated_none": "#E2EFDA", "in_words": "#DDEBF7", "masked": "#D9D9D9", "partial": "#FFF2CC", "several": "#F8CBAD",
    "target_only": "#E4DFEC", "no_report": "#EDEDED", "unreadable": "#FFC7CE",
}  # fmt: skip
_BOUNDS = {"about": '"≈"', "at_least": '"≥"', "over": '">"', "at_most": '"≤"', "under": '"<"'}
_LINE = 15
_MOST_LINES = 3


class PanelSheet:
    """The first sheet of a workbook, written when all reports are in."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sheet = book.file.add_worksheet(book.name("panel"))
        self.notes = 0
        """How many cells have got their note."""

    def write(self, panel: Panel, options: Options) -> None:
        """Writes the panel. Raises :class:`FazhiError` (E343) where Excel cannot hold it."""
        # The state stands beside its figure, and what a note would say is in the cell's note.
        columns = [c for c in panel.columns(options.style, options.template) if options.template or c.part != "note"]
        sheet = self._sheet
        rows = panel.count(balanced=options.balanced)
        if len(columns) > sheets.MOST_COLUMNS or rows >= sheets.MOST_ROWS:
            raise FazhiError("E343", rows=rows, columns=len(columns))
        sheet.freeze_panes(1, 2)
        sheet.set_row(0, 60)
        print_well(sheet)
        sheet.repeat_columns(0, 1)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _width(column))
            sheet.write_string(0, place, column.head, self._book.format(head=True))
        for row_number, (row, cells) in enumerate(panel.rows(balanced=options.balanced), 1):
            values = [cell_value(column, row, cells, options.style) for column in columns]
            sheet.set_row(row_number, _LINE * _lines(values, columns))
            for place, (column, value) in enumerate(zip(columns, values, strict=True)):
                cell = cells.get(column.key) if column.key else None
                self._book.put(sheet, row_number, place, value, self._look(column, row, cell))
                if cell is not None and column.part == "value" and self.notes < MOST_NOTES:
                    self.notes += 1
                    # Sized so that a sentence can be read without dragging.
                    sheet.write_comment(
                        row_number, place, self._said(cell), {"width": 420, "height": 140, "author": "fazhi-extract"}
                    )
        sheet.autofilter(0, 0, max(rows, 1), max(len(columns) - 1, 0))

    def _look(self, column: PanelColumn, row: PanelRow, cell: Cell | None) -> Any:
        if column.key is None:
            return self._book.format(valign="top", text_wrap=True)
        state = cell.state if cell else row.missing
        look: dict[str, object] = {"valign": "top"}
        if column.part == "value" and cell is not None and cell.value is None:
            look["text_wrap"] = True
        if state in FILLS:
            look["bg_color"] = FILLS[state]
        if column.part == "value" and cell is not None and cell.value is not None:
            unit = "" if cell.unit in (None, column.unit, "元") else f'"{cell.unit}"'
            if cell.bound in _BOUNDS or unit:
                look["num_format"] = f"{_BOUNDS.get(cell.bound, '')}General{unit}"
        if state == "not_found" and column.part == "state":
            look["font_color"] = "#A6A6A6"
        return self._book.format(**look)

    def _said(self, cell: Cell) -> str:
        lines = [f"{self._book.word('state', cell.state)}：{cell.text}"]
        if cell.note:
            lines.append(cell.note)
        return cut("\n".join([*lines, *cell.quotes]))


def _lines(values: Sequence[Value], columns: Sequence[PanelColumn]) -> int:
    """How many lines the longest text of a row needs: programs other than Excel do not fit heights by themselves."""
    needed = [len(v) * 2 / _width(c) for v, c in zip(values, columns, strict=True) if isinstance(v, str) and c.key]
    return min(max(math.ceil(max(needed, default=1)), 1), _MOST_LINES)


def _width(column: PanelColumn) -> int:
    if column.key is not None:
        return {"value": 18, "state": 9, "note": 20}[column.part]
    return {"issuer": 26, "issuer_id": 20, "path": 40, "report_id": 18}.get(column.fixed, 10)
