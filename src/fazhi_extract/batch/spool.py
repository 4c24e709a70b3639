"""JSON Lines on their way into a file: whole lines gather beside it, and take its place when all are there.

What gathers is ``NAME.part``. After a run that was broken off, killed even, it holds whole lines and at most one torn
one at its end, so that the next run can go on from it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, Self

from fazhi_extract.batch.earlier import Segment
from fazhi_extract.batch.ledger import Ledger
from fazhi_extract.errors import FazhiError
from fazhi_extract.write import remove_drafts, write_whole

PART = ".part"
_LOCKED_BYTE = 1 << 40
"""On Windows a lock keeps others from reading too, so it lies far behind all that is written."""

_PATH = re.compile(rb'"source":\{"path":("(?:[^"\\]|\\.)*")')


class Spool:
    """The lines of a batch, put in the order of its inputs. Use it in a ``with`` statement.

    The target is replaced when the block ends without an exception, and untouched otherwise.
    With ``resume``, the lines of earlier runs go into the ledger, each under the path of its report.
    Raises :class:`FazhiError` (E301, E148) where the system refuses.
    """

    def __init__(self, target: str, ledger: Ledger, *, resume: bool) -> None:
        # A link's target is replaced, not the link.
        self.target = os.path.realpath(target)
        self.part = self.target + PART
        self._ledger = ledger
        self._resume = resume
        self._shown = target

    def __enter__(self) -> Self:
        with _refusals(self._shown):
            os.makedirs(os.path.dirname(self.target), exist_ok=True)
            self._file: BinaryIO = open(self.part, "r+b" if os.path.exists(self.part) else "x+b")
            try:
                _lock(self._file, self._shown)
                self._begin()
            except BaseException:
                self._file.close()
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            with _refusals(self._shown):
                self._finish()
            return
        with suppress(OSError):
            self._file.close()
        if self.is_empty:
            with suppress(OSError):
                os.unlink(self.part)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that a later run could go on from."""
        return self._end == 0

    def put(self, number: int, data: bytes, kept: Segment | None) -> None:
        """Takes the line of an input; ``kept`` is where it lies already."""
        if kept is None:
            with _refusals(self._shown):
                kept = Segment(self.part, self._end, len(data))
                self._file.write(data)
                self._file.flush()
                self._end += len(data)
        self._ledger.put_result(number, kept)

    def _begin(self) -> None:
        self._end = 0
        if self._resume:
            remove_drafts(os.path.dirname(self.target))
            with suppress(FileNotFoundError), open(self.target, "rb") as file:
                self._remember(self.target, file)
            self._end = self._remember(self.part, self._file)
        self._file.seek(self._end)
        self._file.truncate()

    def _remember(self, path: str, file: BinaryIO) -> int:
        """Puts the lines of an earlier run into the ledger; gives the end of the last whole one."""
        start = 0
        for line in file:
            if not line.endswith(b"\n"):
                break
            found = _PATH.search(line, 0, 1 << 16)
            if found:
                with suppress(ValueError):
                    self._ledger.put_earlier(json.loads(found[1]), Segment(path, start, len(line)))
            start += len(line)
        return start

    def _finish(self) -> None:
        self._file.close()
        if _are_all_of(self.part, self._ledger.results()):
            os.replace(self.part, self.target)
            return
        if not _are_all_of(self.target, self._ledger.results()):
            with write_whole(self.target) as whole:
                self._copy(whole)
        os.unlink(self.part)

    def _copy(self, whole: BinaryIO) -> None:
        files: dict[str, BinaryIO] = {}
        try:
            for segment in self._ledger.results():
                if segment.path not in files:
                    files[segment.path] = open(segment.path, "rb")  # noqa: SIM115
                files[segment.path].seek(segment.start)
                whole.write(files[segment.path].read(-1 if segment.length is None else segment.length))
        finally:
            for file in files.values():
                file.close()


@contextmanager
def _refusals(shown: str) -> Iterator[None]:
    """What the system refuses in this block is an error of the target."""
    try:
        yield
    except OSError as error:
        raise FazhiError("E301", path=shown, reason=error.strerror or str(error)) from error


def _are_all_of(path: str, segments: Iterator[Segment]) -> bool:
    """Whether a file consists of these segments, in this order."""
    end = 0
    for segment in segments:
        if segment.path != path or segment.start != end or segment.length is None:
            return False
        end += segment.length
    return os.path.exists(path) and os.path.getsize(path) == end


def _lock(file: BinaryIO, shown: str) -> None:
    """Holds a file for this run until it is closed, also by the end of the process. Raises :class:`FazhiError` (E148)."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise FazhiError("E148", path=shown) from error
