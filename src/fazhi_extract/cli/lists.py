"""Inputs that a table names (``--list``) or holds (``--text``)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from fazhi_extract.batch.given import WrongValue, field_of, given_by
from fazhi_extract.batch.rows import TABLES, Row, read_rows
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input
from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.read import shown_path

_SAFE_PART = lazy_pattern(r'[^\x00-\x1f<>:"|?*\\/]+')


def listed_inputs(path: str, console: Console) -> Iterator[Input]:
    """The inputs that a list names. Its paths are seen from its own folder.

    Raises :class:`FazhiError` (E146, E143, E147) where it is no such list.
    """
    try:
        heads, rows = read_rows(path)
        column = next((head for head in heads if field_of(head) == "path"), None)
        if column is None:
            raise FazhiError("E143", path=shown_path(path), heads=", ".join(filter(None, heads)))
        _tell_unused(console, path, [head for head in heads if head and field_of(head) is None])
        folder = os.path.dirname(path)
        for row in rows:
            named = str(row.cells.get(column, "")).strip()
            file = os.path.join(folder or ".", named) if named == "-" else os.path.join(folder, named)
            if not named:
                file, error = _row_path(path, row), _wrong(path, row, _row_path(path, row), column, "")
                yield Input(file, _row_place(path, row), error)
                continue
            try:
                given = given_by(row.cells)
            except WrongValue as wrong:
                yield Input(file, _place(named), _wrong(path, row, file, wrong.head, wrong.words))
            else:
                yield Input(file, _place(named), given=given)
    except FazhiError as error:
        if error.is_usage:
            raise
        reason = error.params.get("reason") or getattr(error.__cause__, "strerror", None) or error.code
        raise FazhiError("E146", path=shown_path(path), reason=reason) from error


def row_inputs(tables: Iterable[Input], column: str, encoding: str | None, console: Console) -> Iterator[Input]:
    """The inputs that the rows of tables hold, each text in ``column``.

    A table that cannot be read is an input that has failed. Raises :class:`FazhiError` for what is no table (E145),
    lacks the column (E144), or needs a library that is not there (E147).
    """
    for table in tables:
        if table.error is not None:
            yield table
            continue
        if not table.path.lower().endswith(TABLES):
            raise FazhiError("E145", path=shown_path(table.path))
        try:
            heads, rows = read_rows(table.path, column=column, encoding=encoding)
            if column not in heads:
                raise FazhiError(
                    "E144", path=shown_path(table.path), column=column, heads=", ".join(filter(None, heads))
                )
            _tell_unused(console, table.path, [h for h in heads if h and h != column and field_of(h) in (None, "path")])
            for row in rows:
                yield _row_input(table, row, column)
        except FazhiError as error:
            if error.is_usage:
                raise
            yield Input(table.path, table.place, error)


def table_of(entry: Input) -> str:
    """The file that an input is read from: that of its table where it is a row."""
    return entry.path if entry.text is None else entry.path.rpartition("#")[0]


def _row_input(table: Input, row: Row, column: str) -> Input:
    path, place = _row_path(table.path, row), table.place / str(row.number)
    text = str(row.cells.get(column, ""))
    if not text.strip():
        return Input(path, place, FazhiError("E246", path=shown_path(path), column=column))
    try:
        given = given_by(row.cells, but=column)
    except WrongValue as wrong:
        return Input(path, place, _wrong(table.path, row, path, wrong.head, wrong.words))
    return Input(path, place, text=text, given=given or None)


def _row_path(table: str, row: Row) -> str:
    return f"{table}#{row.number}"


def _row_place(table: str, row: Row) -> PurePath:
    return PurePath(os.path.basename(table), str(row.number))


def _wrong(table: str, row: Row, path: str, head: str, words: str) -> FazhiError:
    shown = shown_path(table)
    return FazhiError("E244", path=shown_path(path), list=shown, line=row.number, head=head, value=words)


def _place(named: str) -> PurePath:
    """Where a result belongs below the output folder: as the list's path says, unless that leads out of it."""
    parts = PurePath(named.replace("\\", "/")).parts
    if all(part != ".." and _SAFE_PART.fullmatch(part) for part in parts):
        return PurePath(*parts)
    return PurePath(parts[-1] if parts and _SAFE_PART.fullmatch(parts[-1]) and parts[-1] != ".." else "report")


def _tell_unused(console: Console, path: str, heads: list[str]) -> None:
    if heads:
        console.progress("extract.columns", path=shown_path(path), heads=", ".join(heads))
