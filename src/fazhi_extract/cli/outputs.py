"""Where the reports of a command go."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from fazhi_extract.batch.earlier import Segment
from fazhi_extract.batch.ledger import Ledger
from fazhi_extract.batch.spool import Spool
from fazhi_extract.cli.console import Console
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path
from fazhi_extract.write import remove_drafts, write_whole

Put = Callable[[int, bytes, Segment | None], FazhiError | None]
"""Takes the report of an input by its number, and where these bytes lie already, if they do.

Gives back what kept it from being written, where the others can go on.
"""


@dataclass(frozen=True, slots=True)
class Sink:
    """Where reports go, and what lies there from an earlier run."""

    put: Put
    earlier: Callable[[int, str], Segment | None] = lambda _number, _shown: None


@dataclass(frozen=True, slots=True)
class Form:
    """How reports are written: ``kind`` is ``folder``, ``lines``, ``file`` (one document) or ``pipe`` (standard output)."""

    kind: str
    compact: bool


def form_of(output: str | None, *, one: bool, compact: bool | None, rows: bool) -> Form:
    """How reports go to ``output``.

    ``one`` tells that a single report was asked for; ``compact`` is the user's wish; ``rows`` tells that lines of figures
    go there in place of reports.

    Raises :class:`FazhiError` for an output that cannot hold reports so.
    """
    if output is not None and (output.endswith(("/", os.sep)) or os.path.isdir(output)):
        if rows:
            raise FazhiError("E153", option="--rows", path=shown_path(output))
        return Form("folder", bool(compact))
    ending = ".jsonl" if output is None else os.path.splitext(output)[1].lower()
    if ending not in (".json", ".jsonl", ".ndjson"):
        raise FazhiError("E109", path=shown_path(str(output)))
    if rows and ending == ".json":
        raise FazhiError("E153", option="--rows", path=shown_path(str(output)))
    lines = rows or (not one if output is None else ending != ".json")
    if lines and compact is False:
        raise FazhiError("E114")
    return Form("pipe" if output is None else "lines" if lines else "file", lines or bool(compact))


@contextmanager
def open_sink(console: Console, ledger: Ledger, output: str | None, form: Form, *, resume: bool) -> Iterator[Sink]:
    """Where reports go. A file is there when the block ends, and not before; in a folder, so is each file.

    With ``resume``, results of earlier runs are taken into account. Raises :class:`FazhiError` (E108, E301, E148).
    """
    if output is None:
        yield Sink(partial(_printed, console))
    elif form.kind == "folder":
        ledger.name_outputs()
        folder = _Folder(output, ledger, resume=resume)
        yield Sink(folder.put, folder.earlier) if resume else Sink(folder.put)
    elif form.kind == "file":
        if len(ledger) != 1:
            raise FazhiError("E108", path=shown_path(output))
        with write_whole(output) as file:
            yield Sink(partial(_written, file))
    else:
        spool = Spool(output, ledger, resume=resume)
        try:
            with spool:
                yield Sink(partial(_spooled, spool), lambda _number, shown: ledger.earlier(shown))
        except BaseException:
            if os.path.exists(spool.part):
                console.tell("extract.part", path=shown_path(output) + shown_path(spool.part[len(spool.target) :]))
            raise


def _printed(console: Console, _number: int, data: bytes, _kept: Segment | None) -> None:
    console.write(data)


def _written(file: BinaryIO, _number: int, data: bytes, _kept: Segment | None) -> None:
    file.write(data)


def _spooled(spool: Spool, number: int, data: bytes, kept: Segment | None) -> None:
    spool.put(number, data, kept)


class _Folder:
    """A folder that holds one JSON file for each report."""

    def __init__(self, folder: str, ledger: Ledger, *, resume: bool) -> None:
        self._folder = folder
        self._inside = os.path.join(os.path.realpath(folder), "")
        self._ledger = ledger
        self._resume = resume
        self._swept: set[str] = set()

    def earlier(self, number: int, _shown: str) -> Segment:
        return Segment(self._path(number))

    def put(self, number: int, data: bytes, kept: Segment | None) -> FazhiError | None:
        path = self._path(number)
        if kept is not None and kept.path == path:
            return None
        try:
            # A link below the folder may lead anywhere.
            if not os.path.realpath(path).startswith(self._inside):
                return FazhiError("E311", path=shown_path(path))
            parent = os.path.dirname(path)
            if self._resume and parent not in self._swept:
                remove_drafts(parent)
                self._swept.add(parent)
            with write_whole(path) as file:
                file.write(data)
        except FazhiError as error:
            return error
        return None

    def _path(self, number: int) -> str:
        return os.path.join(self._folder, self._ledger.name(number))
