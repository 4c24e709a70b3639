"""Tables as people and crawlers deliver them, row by row: CSV, and workbooks of Excel and WPS."""

from __future__ import annotations

import codecs
import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import codec_name, shown_path

WORKBOOKS = (".xlsx", ".xlsm")
TABLES = (".csv", ".tsv", *WORKBOOKS)
CELL_LIMIT = 32767
"""Characters that a cell of a workbook can hold; Excel cuts off the rest without a word."""

_SEPARATORS = ",\t;"


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the heads: its number as the table's program shows it, from 1, and its cells."""

    number: int
    cells: dict[str, Any]
    """By head. Text, numbers and dates as the table has them; empty cells are left out."""


def read_rows(path: str, *, column: str | None = None, encoding: str | None = None) -> tuple[list[str], Iterator[Row]]:
    """The heads of a table, its first row that is not blank, and its rows, which are read as they are asked for.

    Of a workbook, the first sheet with a head called ``column`` is read, else the last. ``encoding`` is that of a CSV
    file, found out unless it is given. Blank rows are left out. Raises :class:`FazhiError` (E201 and others, E245, E147).
    """
    records = _sheet(path, column) if path.lower().endswith(WORKBOOKS) else _records(path, encoding)
    numbered = enumerate(records, 1)
    heads = next((_heads(record) for _, record in numbered if any(_heads(record))), [])
    return heads, _rows(heads, numbered)


def _heads(record: Sequence[Any]) -> list[str]:
    return ["" if cell is None else str(cell).strip().lstrip("\ufeff") for cell in record]


def _rows(heads: Sequence[str], numbered: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[Row]:
    for number, record in numbered:
        cells = {head: cell for head, cell in zip(heads, record, strict=False) if head and cell not in ("", None)}
        if cells:
            yield Row(number, cells)


def _records(path: str, encoding: str | None) -> Iterator[Sequence[Any]]:
    """The records of a CSV file. A text may have any length, and line breaks where it stands in quotation marks."""
    csv.field_size_limit(2**31 - 1)
    try:
        codec = codec_name(encoding) if encoding else _codec(path)
        with open(path, encoding=codec, newline="") as file:
            heads = file.readline()
            file.seek(0)
            separator = max(_SEPARATORS, key=heads.count)
            yield from csv.reader(file, delimiter=separator, strict=True)
    except (UnicodeDecodeError, csv.Error) as error:
        raise FazhiError("E245", path=shown_path(path), reason=str(error)) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _codec(path: str) -> str:
    """UTF-8 where the whole file is that, else what Excel in Chinese saves; a byte order mark goes first."""
    with open(path, "rb") as file:
        head = file.read(3)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        with suppress(UnicodeDecodeError):
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
            return "utf-8-sig"
    return "gb18030"


def _sheet(path: str, column: str | None) -> Iterator[Sequence[Any]]:
    """The rows of a sheet, read as they are asked for."""
    try:
        with open(path, "rb") as file:
            yield from _sheet_of(file, path, column)
    except OSError as error:
        raise _unreadable(path, error) from error


def _sheet_of(file: BinaryIO, path: str, column: str | None) -> Iterator[Sequence[Any]]:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise FazhiError("E147", path=shown_path(path)) from error
    try:
        sheets = load_workbook(file, read_only=True, data_only=True).worksheets
        for sheet in sheets:
            sheet.reset_dimensions()  # some programs state a size that is too small
            heads = next((_heads(record) for record in sheet.values if any(_heads(record))), [])
            if column is None or column in heads or sheet is sheets[-1]:
                break
        rows: Iterator[Sequence[Any]] = sheet.values
    except Exception as error:  # damaged workbooks fail in many ways
        raise FazhiError("E245", path=shown_path(path), reason=str(error) or type(error).__name__) from error
    while True:
        try:
            row = next(rows, None)
        except Exception as error:
            raise FazhiError("E245", path=shown_path(path), reason=str(error) or type(error).__name__) from error
        if row is None:
            return
        yield row


def _unreadable(path: str, error: OSError) -> FazhiError:
    if isinstance(error, FileNotFoundError):
        return FazhiError("E201", path=shown_path(path))
    if isinstance(error, PermissionError) and not os.path.isdir(path):
        return FazhiError("E202", path=shown_path(path))
    return FazhiError("E210", path=shown_path(path), reason=error.strerror or str(error))
