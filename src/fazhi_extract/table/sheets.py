"""Sheets of a workbook: rows written one after the other by XlsxWriter, formats made once, Excel's limits kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from fazhi_extract.messages import message
from fazhi_extract.table.columns import Value, title

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_MOST_TEXT = 32_767

_WIDTHS = {
    "issuer": 24, "indicator_name": 24, "attributes": 16, "quote": 80, "text": 16, "section_title": 24, "label": 24,
    "indicator": 26, "report_id": 18, "path": 40, "message": 70, "doubts": 30, "period": 22, "scope": 18, "rule": 18,
    "metrics": 14, "what": 20,
}  # fmt: skip
# The same reports give the same file: no clock.
_CREATED = datetime(2000, 1, 1)


class Book:
    """The file, in the language of the messages."""

    def __init__(self, path: Path, lang: str) -> None:
        self.lang = lang
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self._closed = False
        # XlsxWriter leaves its temporary files behind where it fails.
        self._temporary = TemporaryDirectory(prefix="fazhi-")
        settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.file = xlsxwriter.Workbook(str(path), {**settings, "tmpdir": self._temporary.name})
        self.file.set_properties({"created": _CREATED, "title": message("table.title", self.lang)})

    def name(self, sheet: str) -> str:
        """A sheet's name."""
        return message(f"sheet.{sheet}", self.lang)

    def word(self, vocabulary: str, value: object) -> str:
        """A value of a closed vocabulary in words."""
        return message(f"{vocabulary}.{value}", self.lang)

    def format(self, **look: object) -> Any:
        """A format of these properties, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            wanted = dict(look)
            if wanted.pop("head", False):
                wanted |= {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#F2F2F2"}
            self._formats[key] = self.file.add_format(wanted)
        return self._formats[key]

    @staticmethod
    def put(sheet: Any, row: int, place: int, value: Value, look: Any = None) -> None:
        """Writes a value as what it is; text is never taken for a formula."""
        if value is None:
            if look is not None:
                sheet.write_blank(row, place, None, look)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value, look)
        elif isinstance(value, str):
            sheet.write_string(row, place, cut(value), look)
        else:
            sheet.write_number(row, place, value, look)

    def close(self) -> None:
        """Writes the file. Raises ``OSError`` where the system refuses; temporary files go in any case."""
        if self._closed:
            return
        self._closed = True
        try:
            self.file.close()
        except XlsxWriterException as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(0, str(error)) from error
        finally:
            self._temporary.cleanup()


class Sheet:
    """Rows from the top downwards; a second sheet goes on where Excel allows no more rows."""

    def __init__(self, book: Book, name: str, fields: Sequence[str], heads: Sequence[str] | None = None) -> None:
        self._book, self._name, self._fields = book, name, fields
        self._heads = heads or [title(field, book.lang) for field in fields]
        self._count = 0
        self._start()

    def _start(self) -> None:
        self._count += 1
        self.sheet = self._book.file.add_worksheet(self._name if self._count == 1 else f"{self._name}{self._count}")
        self.sheet.freeze_panes(1, 2)
        print_well(self.sheet)
        for place, (field, head) in enumerate(zip(self._fields, self._heads, strict=True)):
            self.sheet.set_column(place, place, _WIDTHS.get(field, 11))
            self.sheet.write_string(0, place, head, self._book.format(head=True))
        self.row = 0

    def add(self, values: Sequence[Value], **look: object) -> None:
        """Writes a row."""
        if self.row + 1 >= MOST_ROWS:
            self.end()
            self._start()
        self.row += 1
        for place, value in enumerate(values):
            self._book.put(self.sheet, self.row, place, value, self._book.format(**look) if look else None)

    def end(self) -> None:
        """What needs the number of rows."""
        self.sheet.autofilter(0, 0, max(self.row, 1), len(self._fields) - 1)


def print_well(sheet: Any) -> None:
    """Landscape A4 with the heads on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)


def cut(text: str) -> str:
    """Text that fits into a cell; a mark stands for the rest, which is in the other formats."""
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 2] + "……"
