"""PDF files, by pypdfium2 (Apache-2.0 or BSD-3-Clause): PDFium, the reader of Chromium, runs no scripts and opens no links.

The text is put together from the characters and their places, so that paragraphs are whole and page furniture is left
out, whatever order the file draws them in.
"""

from __future__ import annotations

from fazhi_extract.errors import FazhiError
from fazhi_extract.read.pdf.furniture import furniture
from fazhi_extract.read.pdf.paragraphs import Setting, glue
from fazhi_extract.read.pdf.rows import Row
from fazhi_extract.read.pdf.worker import pages_of
from fazhi_extract.read.plausible import looks_chinese
from fazhi_extract.read.reading import Furniture, Limits, Page, Reading, Remark

_MOST_UNKNOWN = 0.3  # of the characters


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The text of a PDF. Raises :class:`FazhiError`: damaged, with a password, too long, scanned, unreadable fonts."""
    pages, heights, unknown = pages_of(data, path, limits)
    characters = sum(len(row.text) for rows in pages for row in rows)
    if not characters and not unknown:
        raise FazhiError("E223", path=path, pages=len(pages))
    sample = "".join(row.text for rows in pages for row in rows)[:20000]
    if not characters or unknown > _MOST_UNKNOWN * (characters + unknown) or not looks_chinese(sample):
        raise FazhiError("E224", path=path)
    return _lay_out(pages, heights)


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
