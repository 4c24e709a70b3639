"""Where tables go, by the ending of the output's name; each output is whole or not there at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path
from fazhi_extract.table.collect import Options, Writer
from fazhi_extract.table.columns import TABLES
from fazhi_extract.table.csv_file import PANEL, CsvWriter
from fazhi_extract.write import write_whole
from fazhi_extract.write.files import replacing

DEFAULT_TABLE = "metrics"
_SQLITE = (".sqlite", ".sqlite3", ".db")
_ONE_TABLE = (".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class Output:
    """What is to be written: ``path`` (``None``: CSV to standard output), one table of it, and how."""

    path: str | None
    table: str | None = None
    """The one table that was asked for; ``None`` for none."""
    bom: bool = False
    overwrite: bool = False
    template: bool = False
    """Whether the user gave columns of the panel."""

    def check(self) -> None:
        """Raises :class:`FazhiError` for what cannot be written, before any report is read.

        E150 unknown table, E151 the output exists, E152 unknown ending, E153 options that do not go with it,
        E341 open in Excel or WPS, E342 pyarrow is missing.
        """
        kind = self.kind
        if self.table is not None and self.table not in (*TABLES, PANEL):
            raise FazhiError("E150", name=self.table, tables=", ".join((*TABLES, PANEL)))
        if kind not in _ONE_TABLE and self.table is not None:
            raise FazhiError("E153", option="--table / --panel", path=shown_path(self.path or ""))
        if self.template and (kind == ".sqlite" or (kind in _ONE_TABLE and self.table != PANEL)):
            raise FazhiError("E153", option="--columns", path=shown_path(self.path or "-"))
        if kind not in (".csv", "/") and self.bom:
            raise FazhiError("E153", option="--bom", path=shown_path(self.path or ""))
        if self.path is None:
            return
        target = Path(self.path)
        if is_open(target):
            raise FazhiError("E341", path=shown_path(self.path))
        if kind == "/":
            if target.exists() and not target.is_dir():
                raise FazhiError("E151", path=shown_path(self.path))
            if target.is_dir() and any(target.iterdir()) and not self.overwrite:
                raise FazhiError("E151", path=shown_path(self.path))
        elif target.is_dir() or (target.exists() and not self.overwrite):
            raise FazhiError("E151", path=shown_path(self.path))
        if kind == ".parquet":
            from fazhi_extract.table.parquet_file import need_pyarrow

            need_pyarrow()

    @property
    def kind(self) -> str:
        """The ending that says what to write; ``/`` for a folder. Raises :class:`FazhiError` (E152)."""
        if self.path is None:
            return ".csv"
        if self.path.endswith(("/", os.sep)) or os.path.isdir(self.path):
            return "/"
        ending = os.path.splitext(self.path)[1].lower()
        if ending in _SQLITE:
            return ".sqlite"
        if ending not in (".xlsx", *_ONE_TABLE):
            raise FazhiError("E152", path=shown_path(self.path))
        return ending


@contextmanager
def open_writer(output: Output, options: Options, write: Callable[[bytes], object]) -> Iterator[Writer]:
    """A writer whose output takes its place when the block ends. ``write`` is standard output.

    Raises :class:`FazhiError` (E301, E341) where the system refuses.
    """
    kind, table = output.kind, output.table or DEFAULT_TABLE
    if output.path is None:
        yield CsvWriter(write, table, options, bom=output.bom)
    elif kind == ".csv":
        with write_whole(output.path) as file:
            yield CsvWriter(file.write, table, options, bom=output.bom)
    elif kind == "/":
        from fazhi_extract.table.folder import FolderWriter

        with _new_folder(output.path) as folder, closing(FolderWriter(folder, options, bom=output.bom)) as writer:
            yield writer
    else:
        try:
            with replacing(output.path) as temporary, _file_writer(kind, temporary, table, options) as writer:
                yield writer
        except FazhiError as error:
            # Windows refuses to replace a file that another program holds.
            if error.code == "E301" and isinstance(error.__cause__, PermissionError) and os.path.exists(output.path):
                raise FazhiError("E341", path=shown_path(output.path)) from error
            raise


@contextmanager
def _file_writer(kind: str, path: Path, table: str, options: Options) -> Iterator[Writer]:
    if kind == ".xlsx":
        from fazhi_extract.table.workbook import WorkbookWriter

        with closing(WorkbookWriter(path, options)) as workbook:
            yield workbook
    elif kind == ".sqlite":
        from fazhi_extract.table.sqlite_file import SqliteWriter

        with closing(SqliteWriter(path, options.tables)) as database:
            yield database
    else:
        from fazhi_extract.table.parquet_file import ParquetWriter

        with closing(ParquetWriter(path, table, options)) as parquet:
            yield parquet


@contextmanager
def _new_folder(path: str) -> Iterator[Path]:
    """A folder to be filled, whose files move to ``path`` when the block ends; other files there stay."""
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".fazhi-{os.getpid()}.tmp")
    try:
        shutil.rmtree(temporary, ignore_errors=True)  # left by a run that was killed
        temporary.mkdir(parents=True)
        try:
            yield temporary
            if target.is_dir():
                for file in sorted(temporary.iterdir()):
                    os.replace(file, target / file.name)
            else:
                os.replace(temporary, target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise FazhiError("E301", path=path, reason=error.strerror or str(error)) from error


def is_open(path: Path) -> bool:
    """Whether a lock file beside it says that Excel, WPS (``~$NAME``) or LibreOffice (``.~lock.NAME#``) has it open."""
    return any(path.with_name(name).exists() for name in (f"~${path.name}", f".~lock.{path.name}#", f".~{path.name}"))
