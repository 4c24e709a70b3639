"""Reading back what the program wrote, one report at a time: a file of 100,000 reports need not fit into memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.results import RESULT_SUFFIXES, read_report

if TYPE_CHECKING:
    from fazhi_extract.model import Report

_CHUNK = 1 << 20


def stream_results(file: BinaryIO, *, path: str, max_size: int) -> Iterator[Report | FazhiError] | bytes:
    """The reports in ``file``, as they are read; or its bytes where it is not JSON, and so perhaps a report itself.

    A line that is damaged or no report gives an error in its place, and the next one is read. UTF-8 with or without
    byte order mark, and UTF-16 with one (PowerShell's ``>``), are read; the latter as a whole. Of a file that is no
    JSON at most ``max_size`` bytes and one more are read.
    """
    head = file.read(4096)
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    start = head.decode("utf-16", "ignore").encode() if utf16 else head.removeprefix(codecs.BOM_UTF8)
    # White space before the JSON would have to go on for 4,096 bytes to be mistaken.
    if not start.lstrip().startswith(b"{"):
        if path.lower().endswith(RESULT_SUFFIXES):
            return iter([FazhiError("E501", path=path)])
        return head + file.read(max(0, max_size + 1 - len(head)))
    if utf16:
        try:
            whole = (head + file.read()).decode("utf-16").encode()
        except UnicodeDecodeError:
            return iter([FazhiError("E501", path=path)])
        lines = iter(whole.splitlines(keepends=True))
    else:
        lines = _lines(start, file)
    return _results(lines, head, path)


def _results(lines: Iterator[bytes], head: bytes, path: str) -> Iterator[Report | FazhiError] | bytes:
    number, first = next(((n, line) for n, line in enumerate(lines, 1) if line.strip()), (1, b""))
    if _loaded(first) is not None:
        return _each(number, first, lines, path)
    rest = list(lines)
    whole = _loaded(b"".join([first, *rest]))
    if whole is not None:
        return iter([_report(whole, path)])
    if not (path.lower().endswith(RESULT_SUFFIXES) or b'"schema_version"' in head[:200]):
        return b"".join([first, *rest])  # prose that happens to open with a bracket
    # The first line is damaged; lines of a document that was indented are no reports of their own.
    return _each(number, first, (line if line.startswith(b'{"') else b"" for line in rest), path)


def _each(number: int, first: bytes, lines: Iterator[bytes], path: str) -> Iterator[Report | FazhiError]:
    for place, line in enumerate(_chained(first, lines), number):
        if line.strip():
            entry = _loaded(line)
            yield FazhiError("E502", path=path, line=place) if entry is None else _report(entry, path)


def _chained(first: bytes, lines: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from lines


def _lines(start: bytes, file: BinaryIO) -> Iterator[bytes]:
    pieces = [start]
    while chunk := file.read(_CHUNK):
        if b"\n" in chunk:
            *whole, last = b"".join([*pieces, chunk]).split(b"\n")
            yield from (line + b"\n" for line in whole)
            pieces = [last]
        else:
            pieces.append(chunk)
    yield from b"".join(pieces).splitlines(keepends=True)


def _loaded(data: bytes) -> object:
    """What JSON says; ``None`` for what is none."""
    try:
        return json.loads(data.decode())
    except (ValueError, RecursionError):
        return None


def _report(entry: object, path: str) -> Report | FazhiError:
    try:
        return read_report(entry, path)
    except FazhiError as error:
        return error
