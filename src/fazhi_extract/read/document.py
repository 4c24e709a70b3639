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
from fazhi_extract.read.decode import decode
from fazhi_extract.read.signature import foreign_format

MAX_SIZE = 16 * 1024 * 1024
"""How many bytes a report may have unless the caller allows more. Real reports have some ten thousand."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: its text unchanged, line ends included, and what is known of its bytes."""

    path: str
    """The path as shown; ``-`` for standard input."""
    text: str
    """The decoded text without byte order mark. All spans refer to it."""
    media_type: str
    encoding: str
    """Codec with which the bytes decode to exactly ``text``."""
    sha256: str
    """Of the bytes."""


def read_path(path: str | os.PathLike[str], *, encoding: str | None = None, max_size: int = MAX_SIZE) -> Document:
    """Reads a file, or standard input for ``-``. Raises :class:`FazhiError` for what cannot be read."""
    name = os.fspath(path)
    return read_bytes(read_data(name, max_size=max_size), path=name, encoding=encoding, max_size=max_size)


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


def read_bytes(data: bytes, *, path: str, encoding: str | None = None, max_size: int = MAX_SIZE) -> Document:
    """Decodes the bytes of a report. ``path`` is only shown. Raises :class:`FazhiError`."""
    shown = shown_path(path)
    if len(data) > max_size:
        raise _too_large(path, max_size)
    kind = foreign_format(data)
    if kind is not None:
        raise FazhiError("E203", path=shown, format=kind)
    text, codec = decode(data, path=shown, encoding=encoding)
    return Document(
        path=shown, text=text, media_type="text/plain", encoding=codec, sha256=hashlib.sha256(data).hexdigest()
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
    return FazhiError("E207", path=shown_path(path), limit=_size(max_size))


def _size(size: int) -> str:
    for factor, unit in ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB")):
        if size >= factor:
            return f"{size / factor:.4g} {unit}"
    return f"{size} B"
