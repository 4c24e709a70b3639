"""Files, standard input and bytes, read into a :class:`Document`."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.formats import read_format
from fazhi_extract.read.reading import (
    MAX_PAGES,
    MAX_SIZE,
    TIME_LIMIT,
    Block,
    Furniture,
    Limits,
    Page,
    Remark,
    size_words,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: its text (plain text unchanged, line ends included), and what is known of its bytes."""

    path: str
    """The path as shown; ``-`` for standard input."""
    text: str
    """All spans refer to it. Plain text has lost its byte order mark alone."""
    media_type: str
    encoding: str | None
    """Codec with which the bytes decode, plain text to exactly ``text``; ``None`` for formats that have none."""
    sha256: str
    """Of the bytes."""
    reader: str = "text"
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """What the reader has to say; each becomes a note of the report."""


def read_path(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    max_pages: int = MAX_PAGES,
    timeout: float = TIME_LIMIT,
) -> Document:
    """Reads a file, or standard input for ``-``. Raises :class:`FazhiError` for what cannot be read.

    The limits are those of :func:`read_bytes`.
    """
    name = os.fspath(path)
    data = read_data(name, max_size=max_size)
    return read_bytes(data, path=name, encoding=encoding, max_size=max_size, max_pages=max_pages, timeout=timeout)


def read_data(path: str, *, max_size: int | None = MAX_SIZE) -> bytes:
    """The bytes of a file, or of standard input for ``-``; no more than ``max_size`` unless that is ``None``."""
    # One byte more than allowed is enough to know that it is too much, also from a pipe that never ends.
    limit = -1 if max_size is None else max_size + 1
    with opened(path) as file:
        data = file.read(limit)
    if max_size is not None and len(data) > max_size:
        raise _too_large(path, max_size)
    return data


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for ``-``. Raises :class:`FazhiError` for what the system refuses."""
    try:
        if path == "-":
            yield sys.stdin.buffer
        else:
            with open(path, "rb") as file:
                yield file
    except FileNotFoundError as error:
        raise FazhiError("E201", path=shown_path(path)) from error
    except IsADirectoryError as error:
        raise FazhiError("E212", path=shown_path(path)) from error
    except PermissionError as error:
        # Windows reports a folder that is opened as a file as a lack of permission.
        raise FazhiError("E212" if os.path.isdir(path) else "E202", path=shown_path(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FazhiError("E210", path=shown_path(path), reason=reason) from error


def read_bytes(
    data: bytes,
    *,
    path: str,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    max_pages: int = MAX_PAGES,
    timeout: float = TIME_LIMIT,
) -> Document:
    """Reads the bytes of a report; their format is found out. Raises :class:`FazhiError`.

    ``path`` is shown, and its ending tells what the bytes leave open. ``encoding`` is that of plain text and web pages.
    ``max_size`` is in bytes, ``timeout`` in seconds for a PDF or for a program that converts the file.
    """
    shown = shown_path(path)
    if len(data) > max_size:
        raise _too_large(path, max_size)
    reading = read_format(data, shown, encoding, Limits(max_size, max_pages, timeout))
    return Document(
        path=shown,
        text=reading.text,
        media_type=reading.media_type,
        encoding=reading.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        reader=reading.reader,
        pages=reading.pages,
        blocks=reading.blocks,
        furniture=reading.furniture,
        remarks=reading.remarks,
    )


def from_text(text: str, *, path: str = "") -> Document:
    """A document from a ``str`` that the caller already has; its bytes are taken to be its UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    return Document(
        path=shown_path(path),
        text=text,
        media_type="text/plain",
        encoding="utf-8",
        sha256=hashlib.sha256(data).hexdigest(),
    )


def shown_path(path: str) -> str:
    """The path as it can be printed: bytes that are not text in the file system's encoding appear as ``\\udcXX``."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _too_large(path: str, max_size: int) -> FazhiError:
    return FazhiError("E207", path=shown_path(path), limit=size_words(max_size))
