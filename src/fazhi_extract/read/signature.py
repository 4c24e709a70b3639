"""Which format a file has, told by its bytes, and by its ending where the bytes leave it open."""

from __future__ import annotations

import codecs
import io
import os
import re

PLAIN = "text"
READABLE = (PLAIN, "html", "mhtml", "docx", "pdf", "doc", "rtf", "odt", "word-xml")
"""What :func:`format_of` calls the formats that there is a reader for; any other is a name for people."""

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in compound files (MS-CFB), which are written in UTF-16.
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)
_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("OFD.xml", "OFD"))
_ODT = b"application/vnd.oasis.opendocument.text"
_MARKUP = re.compile(
    rb"(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,600}?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|script|div|p|table|tbody|span|center|font|section|article|main|"
    rb"h[1-6]|ul|ol|br|img|a|b|strong|blockquote)(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(rb"<\?xml[^>]*\?>.{0,400}?(?:Word\.Document|wordml|pkg:package|office:document)", re.DOTALL)
_ARCHIVE = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z-]{2,40}:[^\r\n]*\r?\n")
_BY_SUFFIX = {
    ".htm": "html", ".html": "html", ".shtml": "html", ".xhtml": "html", ".jhtml": "html",
    ".mht": "mhtml", ".mhtml": "mhtml", ".docx": "docx", ".docm": "docx", ".pdf": "pdf",
    ".doc": "doc", ".wps": "doc", ".wpt": "doc", ".dot": "doc", ".rtf": "rtf", ".odt": "odt", ".fodt": "word-xml",
}  # fmt: skip
_HEAD = 4096
_FURTHEST_PDF = 1024  # the mark of a PDF may stand anywhere in so many bytes


def format_of(data: bytes, path: str) -> str:
    """The format of a file: one of ``READABLE``, ``encrypted``, or the name of one that cannot be read.

    Bytes that announce nothing are plain text, or markup where the ending says so.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(_OLE):
        return next((name for stream, name in _STREAMS if stream.encode("utf-16-le") in data), "OLE")
    head = _head(data)
    if _MARKUP.match(head):
        return "html"
    if _WORD_XML.match(head):
        return "word-xml"
    if _HEADER.match(head) and _ARCHIVE.search(head):
        return "mhtml"
    named = named_format(path)
    if named == "pdf" and b"%PDF-" in data[:_FURTHEST_PDF]:
        return "pdf"
    return "html" if named == "html" and data.strip() else PLAIN


def named_format(path: str) -> str:
    """The format that a file's ending promises."""
    return _BY_SUFFIX.get(os.path.splitext(path)[1].lower(), PLAIN)


def _head(data: bytes) -> bytes:
    """The beginning of the bytes as ASCII, so far as it is text."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[2:_HEAD].decode(codec, "replace").encode("ascii", "replace").lstrip()
    return data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()


def _packed(data: bytes) -> str:
    import zipfile  # plain text needs none of it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = [data[:_HEAD].decode("latin-1")]  # cut short: the first names stand in its beginning
        names = [part for part, _ in _PARTS if part in names[0]] or names
    if _ODT in data[:200]:
        return "odt"
    return next((kind for part, kind in _PARTS if any(name.startswith(part) for name in names)), "zip")
