"""The readers, by the format that a file's bytes show. Each is imported when a file needs it."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from importlib import import_module

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.reading import Limits, Reading, Remark
from fazhi_extract.read.signature import PLAIN, READABLE, format_of, named_format

Reader = Callable[[bytes, str, str | None, Limits], Reading]
"""Bytes, the path as shown, the encoding that the caller names, limits; raises :class:`FazhiError`."""

_READERS = {
    PLAIN: "fazhi_extract.read.plain",
    "html": "fazhi_extract.read.html",
    "mhtml": "fazhi_extract.read.html.mhtml",
    "docx": "fazhi_extract.read.docx",
    "pdf": "fazhi_extract.read.pdf",
    "doc": "fazhi_extract.read.office",
    "rtf": "fazhi_extract.read.office",
    "odt": "fazhi_extract.read.office",
    "word-xml": "fazhi_extract.read.office",
}
"""Modules with a function ``read``."""
_LIBRARIES = {"selectolax": ("html", "HTML"), "lxml": ("docx", "Word"), "pypdfium2": ("pdf", "PDF")}
"""Libraries that are no part of every installation: the extra that brings each, and what it is needed for."""


def read_format(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """Reads the bytes with the reader of their format. Raises :class:`FazhiError` for what cannot be read."""
    found, named = format_of(data, path), named_format(path)
    if not data and named != PLAIN:
        raise FazhiError("E229", path=path)
    if found == "encrypted":
        raise FazhiError("E222", path=path)
    if found not in READABLE:
        raise FazhiError("E203", path=path, format=found)
    try:
        read: Reader = import_module(_READERS[found]).read
        reading = read(data, path, encoding, limits)
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in _LIBRARIES:
            raise
        extra, kind = _LIBRARIES[library]
        raise FazhiError("E220", path=path, format=kind, library=library, extra=extra) from error
    except FazhiError as error:
        if found == PLAIN and named != PLAIN and error.code in ("E204", "E205", "E206", "E213"):
            raise FazhiError("E221", path=path, format=_suffix(path)) from error
        raise
    if named == found or (named == PLAIN and _suffix(path) not in (".txt", ".text", ".md")):
        return reading
    remark = Remark("N151", params={"suffix": _suffix(path), "format": found})
    return dataclasses.replace(reading, remarks=(remark, *reading.remarks))


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()
