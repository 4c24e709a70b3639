"""Tables as CSV: UTF-8, line feeds, a head line; empty for null, ``true`` and ``false``."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from fazhi_extract.table.collect import Options
from fazhi_extract.table.columns import Value
from fazhi_extract.table.panel import Panel, cell_value
from fazhi_extract.table.rows import Row

PANEL = "panel"
_BOM = "\ufeff"


class CsvWriter:
    """One table, long or the panel, written as it comes with ``write``."""

    def __init__(self, write: Callable[[bytes], object], table: str, options: Options, *, bom: bool = False) -> None:
        self.tables: tuple[str, ...] = () if table == PANEL else (table,)
        self.wants_panel = table == PANEL
        self._write = write
        self._options = options
        self._start = _BOM if bom else ""
        if table != PANEL:
            self._put([options.tables[table].names])

    def add(self, _: str, rows: Iterable[Row]) -> None:
        """Writes rows of the one table."""
        self._put(rows)

    def finish(self, panel: Panel) -> None:
        """Writes the panel, where that is the table."""
        if not self.wants_panel:
            return
        options = self._options
        columns = panel.columns(options.style, options.template)
        self._put([tuple(column.head for column in columns)])
        for row, cells in panel.rows(balanced=options.balanced):
            self._put([tuple(cell_value(column, row, cells, options.style) for column in columns)])

    def _put(self, rows: Iterable[tuple[Value, ...]]) -> None:
        text = io.StringIO(newline="")
        text.write(self._start)
        csv.writer(text, lineterminator="\n").writerows([_plain(value) for value in row] for row in rows)
        if text.tell():
            self._write(text.getvalue().encode())
            self._start = ""


def _plain(value: Value) -> Value:
    return ("true" if value else "false") if isinstance(value, bool) else value
