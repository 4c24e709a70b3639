"""PDFium in a process of its own, for as many files as there are: a hostile PDF can make it run for ever or crash, and a
process can be stopped.

Run as a program it reads requests from standard input and answers on standard output: a line of JSON each, a request's
followed by the bytes of the file.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import IO, Any

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.pdf.rows import Row, rows_of
from fazhi_extract.read.reading import Limits

_MEMORY = 3 * 1024**3  # bytes of address space, where the system lets us say so
_GRACE = 5.0  # seconds


@dataclass(slots=True)
class _State:
    """The process that is running, if any, and who may talk to it: one thread at a time."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    inherited: list[subprocess.Popen[bytes]] = field(default_factory=list)
    """The parent's, in a fork: not ours to talk to or to stop."""


_state = _State()


def _forked() -> None:
    _state.lock = threading.Lock()
    _state.inherited += _state.running
    _state.running = []


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


def pages_of(data: bytes, path: str, limits: Limits) -> tuple[list[list[Row]], list[float], int]:
    """The rows of each page, the pages' heights in points, and how many characters have no known code.

    Raises :class:`FazhiError` for a PDF that is damaged (E221), has a password (E222), has more pages than allowed (E225)
    or takes longer than allowed (E230).
    """
    with _state.lock:
        answer = _ask({"size": len(data), "pages": limits.pages, "seconds": limits.seconds}, data, limits.seconds)
    if answer is None:
        raise FazhiError("E230", path=path, seconds=f"{limits.seconds:g}", more=f"{max(limits.seconds, 1) * 5:g}")
    if answer.get("error") == "E225":
        raise FazhiError("E225", path=path, pages=answer["pages"], limit=limits.pages)
    if answer.get("error") == "E222":
        raise FazhiError("E222", path=path)
    if "rows" not in answer:
        raise FazhiError("E221", path=path, format="PDF")
    return [[Row(*row) for row in page] for page in answer["rows"]], answer["heights"], answer["unknown"]


def _ask(request: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any] | None:
    """The answer to a request; an empty one where the process ended, ``None`` where time is up."""
    import pypdfium2  # noqa: F401  the one who asks is told that it is missing

    if not _state.running or _state.running[0].poll() is not None or _state.running[0].stdin is None:
        _stop()
        _state.running.append(_start())
    process = _state.running[0]
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(request).encode() + b"\n" + data)
        process.stdin.flush()
        answer = process.stdout.readline()
    except OSError:
        answer = b""
    finally:
        timer.cancel()
    if late.is_set():
        _stop()
        return None
    if not answer.endswith(b"\n"):
        _stop()
        return {}
    found: dict[str, Any] = json.loads(answer)
    return found


def _start() -> subprocess.Popen[bytes]:
    atexit.register(_stop)
    command = [sys.executable, "-P", "-m", "fazhi_extract.read.pdf.worker"]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=-1
    )


def _stop() -> None:
    while _state.running:
        process = _state.running.pop()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was still to be written is lost with the process
                    pipe.close()


def _answer(data: bytes, most: int) -> dict[str, Any]:
    """What the process says of a file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "E222" if "password" in str(error).lower() else "E221"}
    try:
        if len(document) > most:
            return {"error": "E225", "pages": len(document)}
        rows, heights, unknown = [], [], 0
        for number in range(len(document)):
            page = document[number]
            try:
                found, without_code = rows_of(page, number)
                heights.append(page.get_height())
            finally:
                page.close()
            rows.append([row.plain() for row in found])
            unknown += without_code
        return {"rows": rows, "heights": heights, "unknown": unknown}
    except pypdfium2.PdfiumError:
        return {"error": "E221"}
    finally:
        document.close()


def _serve(source: IO[bytes], target: IO[bytes]) -> None:
    while line := source.readline():
        request = json.loads(line)
        data = source.read(request["size"])
        _end_after(request["seconds"] + _GRACE)
        target.write(json.dumps(_answer(data, request["pages"])).encode() + b"\n")
        target.flush()
        _end_after(0)


def _end_after(seconds: float) -> None:
    """Ends this process after some time, should nobody be there any more to stop it; 0: never."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):  # a smaller limit is in force, or the system knows none
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _limit_memory()
    # Only answers may reach standard output (1): what else is printed goes the way of errors (2).
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(sys.stdin.buffer, answers)
