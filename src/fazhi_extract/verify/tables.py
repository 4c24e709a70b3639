"""The table to be verified as grids of cells: CSV, TSV, the sheets of a workbook, or JSON."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fazhi_extract.compare.sheet import is_excel, named_sheets, text_rows
from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.verify.records import rows_of_records

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
_FENCE = lazy_pattern(r"```(?:json|jsonl)?\s*\n(?P<inside>.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows. ``first`` is the number that the first row has for people; 0 where the heads are no row of the file."""

    name: str
    """The sheet's name; empty where there is one alone."""
    rows: list[list[str]]
    first: int = 1


def read_grids(data: bytes, *, path: str, encoding: str | None, limit: int, sheet: str | None = None) -> list[Grid]:
    """The grids of a file; of a workbook all its sheets, or the one named ``sheet``.

    Raises :class:`FazhiError`: E2xx and E52x for what cannot be read, E196 for broken JSON, E199 for an unknown sheet.
    """
    if is_excel(path):
        grids = [Grid(name, rows) for name, rows in named_sheets(data, path)]
        if sheet is not None:
            chosen = [grid for grid in grids if grid.name == sheet]
            if not chosen:
                raise FazhiError("E199", path=path, sheet=sheet, sheets="、".join(grid.name for grid in grids))
            return chosen
        return [grid for grid in grids if any(any(row) for row in grid.rows)]
    if path.lower().endswith(JSON_SUFFIXES) or data.lstrip(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"["):
        try:
            return [Grid("", rows_of_records(_parsed(data, path)), first=0)]
        except RecursionError as error:
            raise FazhiError("E196", path=path, reason=type(error).__name__) from error
    return [Grid("", text_rows(data, path, encoding, limit))]


def _parsed(data: bytes, path: str) -> Any:
    """What JSON or JSON Lines say, numbers kept as written. What a language model puts around it is passed over."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FazhiError("E196", path=path, reason=f"{error.reason}, {error.start}") from error
    fenced = _FENCE.search(text)
    broken: Exception | None = None
    for candidate in (text, *((fenced["inside"],) if fenced else ())):
        for read in (_document, _lines):
            try:
                return read(candidate)
            except (ValueError, RecursionError) as error:
                broken = broken or error
    raise FazhiError("E196", path=path, reason=str(broken)) from broken


def _document(text: str) -> Any:
    return json.loads(text, parse_float=Decimal)


def _lines(text: str) -> Sequence[Any]:
    return [json.loads(line, parse_float=Decimal) for line in text.split("\n") if line.strip()]
