"""One table as Parquet, with pyarrow (an extra: ``pip install 'fazhi-extract[parquet]'``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from fazhi_extract.table.arrow_columns import arrow_arrays, arrow_row, arrow_schema, pyarrow
from fazhi_extract.table.collect import Options
from fazhi_extract.table.columns import Column, Type
from fazhi_extract.table.csv_file import PANEL
from fazhi_extract.table.panel import Panel, PanelColumn, cell_value
from fazhi_extract.table.rows import Row

_BATCH = 10_000
"""Rows that wait in memory for their row group."""


class ParquetWriter:
    """One table, long or the panel. Columns of the panel are numbers where all their cells are, else text."""

    def __init__(self, path: Path, table: str, options: Options) -> None:
        self.tables: tuple[str, ...] = () if table == PANEL else (table,)
        self.wants_panel = table == PANEL
        self._path = path
        self._options = options
        self._waiting: list[Row] = []
        self._writer: Any = None
        if table != PANEL:
            self._open(options.tables[table].columns)

    def add(self, _: str, rows: Iterable[Row]) -> None:
        """Takes rows of the one table."""
        self._waiting += rows
        if len(self._waiting) >= _BATCH:
            self._flush()

    def finish(self, panel: Panel) -> None:
        """Writes the panel, where that is the table, and ends the file."""
        if self.wants_panel:
            self._write_panel(panel)
        self._flush()
        self._writer.close()

    def close(self) -> None:
        """Ends a file that will not be kept."""
        if self._writer is not None:
            self._writer.close()

    def _write_panel(self, panel: Panel) -> None:
        options = self._options
        columns = panel.columns(options.style, options.template)

        def rows() -> Iterable[Row]:
            for row, cells in panel.rows(balanced=options.balanced):
                yield tuple(cell_value(column, row, cells, options.style) for column in columns)

        worded = [False] * len(columns)
        for row in rows():
            for place, value in enumerate(row):
                worded[place] = worded[place] or isinstance(value, str)
        types = [_type(column, text) for column, text in zip(columns, worded, strict=True)]
        self._open([Column(column.head, type_) for column, type_ in zip(columns, types, strict=True)])
        left = iter(rows())
        while batch := list(islice(left, _BATCH)):
            self._waiting = batch
            self._flush()

    def _open(self, columns: Sequence[Column]) -> None:
        parquet = _parquet()
        self._columns = columns
        self._schema = arrow_schema(columns)
        self._writer = parquet.ParquetWriter(self._path, self._schema)

    def _flush(self) -> None:
        if not self._waiting:
            return
        rows = [arrow_row(row, self._columns) for row in self._waiting]
        table = pyarrow().Table.from_arrays(arrow_arrays(rows, self._schema), schema=self._schema)
        self._writer.write_table(table)
        self._waiting = []


def _type(column: PanelColumn, worded: bool) -> Type:
    if column.fixed == "reporting_year":
        return "integer"
    return "string" if worded or column.key is None or column.part != "value" else "number"


def need_pyarrow() -> None:
    """Raises :class:`FazhiError` (E342) where pyarrow is not installed."""
    _parquet()


def _parquet() -> Any:
    pyarrow()
    import pyarrow.parquet as parquet

    return parquet
