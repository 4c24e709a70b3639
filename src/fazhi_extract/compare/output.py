"""The comparison as a file: CSV, or a workbook by XlsxWriter (BSD-2)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from fazhi_extract.compare.cells import COLUMNS, cells, heads
from fazhi_extract.compare.rows import Row
from fazhi_extract.messages import message

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

_WIDTHS = {
    "issuer": 24, "indicator": 26, "attributes": 16, "code": 26, "findings": 60, "old_quote": 60, "new_quote": 60,
    "old_path": 30, "new_path": 30, "implied": 14, "said_base": 14,
}  # fmt: skip
_FILLS = (
    ("growth-differs", "#F8CBAD"),
    ("base-differs", "#F8CBAD"),
    ("unit-changed", "#FFE699"),
    ("jump", "#FFE699"),
    ("gone", "#D9D9D9"),
    ("new", "#DDEBF7"),
    ("open", "#F2F2F2"),
    ("inexact", "#F2F2F2"),
    ("unnamed", "#F2F2F2"),
)
_MOST_TEXT = 32_767
# The same reports give the same file: no clock.
_CREATED = datetime(2000, 1, 1)


def write_csv(file: BinaryIO, rows: Iterable[Row], book: Rulebook, lang: str, *, bom: bool) -> None:
    """A line of column names, which programs can rely on, and a line a row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        values = cells(row, book, lang)
        writer.writerow([values[name] for name in COLUMNS])
    file.write(text.getvalue().encode("utf-8-sig" if bom else "utf-8"))


def write_workbook(file: BinaryIO, rows: Sequence[Row], remarks: Sequence[str], book: Rulebook, lang: str) -> None:
    """Sheets 对比 (a row for each figure, the sentences in the notes of its cells) and 说明 (`remarks`, and what is what)."""
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties({"created": _CREATED, "title": message("compare.title", lang)})
        head = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#F2F2F2"}
        )
        fills = {name: workbook.add_format({"bg_color": colour, "valign": "top"}) for name, colour in _FILLS}
        wrapped = {
            name: workbook.add_format({"bg_color": colour, "valign": "top", "text_wrap": True})
            for name, colour in _FILLS
        }
        top = workbook.add_format({"valign": "top"})
        sheet = workbook.add_worksheet(message("compare.sheet.rows", lang))
        sheet.freeze_panes(1, 3)
        sheet.set_row(0, 32)
        for place, (name, words) in enumerate(zip(COLUMNS, heads(lang), strict=True)):
            sheet.set_column(place, place, _WIDTHS.get(name, 11))
            sheet.write_string(0, place, words, head)
        for number, row in enumerate(rows, 1):
            values = cells(row, book, lang)
            worst = next((name for name, _ in _FILLS if name in row.findings), None)
            for place, name in enumerate(COLUMNS):
                style = top
                if worst and name in ("indicator", "old", "new"):
                    style = fills[worst]
                elif worst and name == "findings":
                    style = wrapped[worst]
                _put(sheet, number, place, values[name], style)
                if name in ("old", "new") and (quote := values[f"{name}_quote"]):
                    sheet.write_comment(
                        number, place, str(quote)[:_MOST_TEXT], {"width": 420, "height": 140, "author": "fazhi-extract"}
                    )
        sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
        about = workbook.add_worksheet(message("compare.sheet.about", lang))
        about.set_column(0, 0, 120, workbook.add_format({"text_wrap": True, "valign": "top"}))
        for number, line in enumerate([*remarks, "", *message("compare.about", lang).split("\n")]):
            about.write_string(number, 0, line)


def _put(sheet: Any, row: int, place: int, value: str | int | float | None, style: Any) -> None:
    if value is None:
        sheet.write_blank(row, place, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, place, value[:_MOST_TEXT], style)
    else:
        sheet.write_number(row, place, value, style)
