"""PDF files, by pypdfium2 (Apache-2.0 or BSD-3-Clause): PDFium, the reader of Chromium, runs no scripts and opens no links.

The text is put together from the characters and their places, so that paragraphs are whole and page furniture is left
out, whatever order the file draws them in.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.pdf.furniture import furniture
from fazhi_extract.read.pdf.paragraphs import Setting, glue
from fazhi_extract.read.pdf.rows import Row, rows_of
from fazhi_extract.read.plausible import looks_chinese
from fazhi_extract.read.reading import Furniture, Limits, Page, Reading, Remark

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_UNKNOWN = 0.3  # of the characters


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The text of a PDF. Raises :class:`FazhiError`: damaged, with a password, too long, scanned, unreadable fonts."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise FazhiError("E222", path=path) from error
        raise FazhiError("E221", path=path, format="PDF") from error
    try:
        pages, heights, unknown = _pages(document, path, limits)
    finally:
        document.close()
    characters = sum(len(row.text) for rows in pages for row in rows)
    if not characters:
        raise FazhiError("E224" if unknown else "E223", path=path, **({} if unknown else {"pages": len(pages)}))
    sample = "".join(row.text for rows in pages for row in rows)[:20000]
    if unknown > _MOST_UNKNOWN * (characters + unknown) or not looks_chinese(sample):
        raise FazhiError("E224", path=path)
    return _lay_out(pages, heights)


def _pages(document: PdfDocument, path: str, limits: Limits) -> tuple[list[list[Row]], list[float], int]:
    from pypdfium2 import PdfiumError

    count = len(document)
    if count > limits.pages:
        raise FazhiError("E225", path=path, pages=count, limit=limits.pages)
    begun = time.monotonic()
    pages: list[list[Row]] = []
    heights: list[float] = []
    unknown = 0
    for number in range(count):
        if time.monotonic() - begun > limits.seconds:
            raise FazhiError("E230", path=path, seconds=f"{limits.seconds:g}", more=f"{limits.seconds * 5:g}")
        try:
            page = document[number]
        except PdfiumError as error:
            raise FazhiError("E221", path=path, format="PDF") from error
        try:
            rows, without_code = rows_of(page, number)
            pages.append(rows)
            heights.append(page.get_height())
            unknown += without_code
        finally:
            page.close()
    return pages, heights, unknown


def _lay_out(pages: list[list[Row]], heights: list[float]) -> Reading:
    others = furniture(pages, heights)
    rows = [row for page in pages for row in page if id(row) not in others]
    setting = Setting(rows)
    parts: list[str] = []
    length = 0
    starts: dict[int, int] = {}
    body = ""
    for i, row in enumerate(rows):
        between = ""
        if i:
            between = glue(body, row.text) if setting.joins(rows[i - 1], row, body) else "\n"
        parts += (between, row.text)
        length += len(between)
        starts.setdefault(row.page, length)
        length += len(row.text)
        body = row.text if between == "\n" else body[-200:] + between + row.text
    text = "".join(parts) + ("\n" if parts else "")
    spans, end = [], len(text)
    for number in range(len(pages) - 1, -1, -1):
        start = 0 if number == 0 else min(starts.get(number, end), end)
        spans.append(Page(number + 1, (start, end)))
        end = start
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    return Reading(
        "pdf",
        text,
        "application/pdf",
        pages=tuple(reversed(spans)),
        furniture=tuple(
            Furniture(others[id(row)], row.text, row.page + 1) for p in pages for row in p if id(row) in others
        ),
        remarks=(Remark("N154", "warning", {"pages": "、".join(empty)}),) if empty else (),
    )
