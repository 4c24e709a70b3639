"""Files that are no plain text, told by their first bytes."""

from __future__ import annotations

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "docx / xlsx / ofd / zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc / xls / wps"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
)
_MARKUP = (b"<!doctype html", b"<html")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def foreign_format(data: bytes) -> str | None:
    """The name of the format that the bytes announce, or ``None`` for what may be plain text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    head = data[:1024].removeprefix(_BYTE_ORDER_MARK).lstrip().lower()
    return "HTML" if head.startswith(_MARKUP) else None
