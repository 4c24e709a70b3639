"""Findings as a file: CSV, JSON, or a workbook by XlsxWriter with the table itself in colours."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import message
from fazhi_extract.table.sheets import Book, cut, print_well
from fazhi_extract.verify.judge import LEVELS, VERDICTS, Finding
from fazhi_extract.verify.tables import Grid
from fazhi_extract.verify.words import COLUMNS, Value, cells, explanation, quotes

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

FILLS = {"ok": "#E2EFDA", "look": "#FFE699", "wrong": "#F8CBAD", "open": "#D9D9D9"}
_BLANK = "blank"
_WIDTHS = {
    "head": 24, "indicator": 26, "issuer": 24, "found": 18, "words": 14, "explanation": 48, "instead": 20, "quote": 80,
    "place": 26, "code": 26, "found_code": 26, "path": 30, "verdict": 18,
}  # fmt: skip
_NUMBER = lazy_pattern(r"-?(?:0|[1-9]\d{0,13})(?:\.\d{1,4})?")
_NOTES = 2000
"""Comments and links make a workbook large: beyond this the sentences stand in the rows alone."""


def count(findings: Sequence[Finding]) -> Counter[str]:
    """How many values have each level; blanks that the reports leave blank too are none."""
    return Counter(f.level for f in findings if f.verdict != _BLANK)


def to_csv(findings: Sequence[Finding], book: Rulebook, lang: str, *, bom: bool = False) -> bytes:
    """A line of column names, which programs can rely on, and a line for each value; blanks without a figure too."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in findings:
        row = cells(finding, book, lang)
        writer.writerow([row[name] for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


def to_json(findings: Sequence[Finding], remarks: Sequence[str], book: Rulebook, lang: str) -> bytes:
    """The counts, what could not be matched, and a list of values, each with the figures that it was held against."""
    summary = count(findings)
    whole = {
        "values": sum(summary.values()),
        "levels": {level: summary.get(level, 0) for level in LEVELS},
        "verdicts": dict(sorted(Counter(f.verdict for f in findings).items())),
        "remarks": list(remarks),
        "findings": [
            {name: value for name, value in cells(finding, book, lang).items() if name != "span"}
            | {
                "quote_found": finding.quote_found,
                "figures": [_figure(one) for one in finding.figures or finding.instead[:3]],
            }
            for finding in findings
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _figure(told: Any) -> dict[str, Any]:
    return {
        "id": told.id or None, "text": told.text, "span": list(told.span), "indicator": told.key.code if told.key else None,
        "role": told.role, "scope": told.scope, "quote": told.quote, "section": told.place or None,
    }  # fmt: skip


def write_workbook(
    path: Path, findings: Sequence[Finding], grids: Sequence[Grid], remarks: Sequence[str], rules: Rulebook, lang: str
) -> None:
    """Sheets 概况, 未确认, 全部, and each sheet of the table with its cells in colours and the sentences in notes."""
    book = Book(path, lang)
    try:
        _summary(book, findings, remarks)
        _rows(book, "open", [f for f in findings if f.level != "ok"], grids, rules)
        _rows(book, "all", [f for f in findings if f.verdict != _BLANK], grids, rules)
        for grid in grids:
            _table(book, grid, [f for f in findings if f.claim.sheet == grid.name], rules)
    finally:
        book.close()


def _summary(book: Book, findings: Sequence[Finding], remarks: Sequence[str]) -> None:
    sheet = book.file.add_worksheet(message("verify.sheet.summary", book.lang))
    print_well(sheet)
    for place, width in enumerate((14, 30, 10, 100)):
        sheet.set_column(place, place, width)
    wrap = book.format(text_wrap=True, valign="top")
    row = 0
    for place, name in enumerate(("level", "verdict", "count")):
        sheet.write_string(row, place, message(f"verify.head.{name}", book.lang), book.format(head=True))
    counts = Counter((f.level, f.verdict) for f in findings)
    for level in LEVELS:
        for verdict in VERDICTS:
            if counts[level, verdict]:
                row += 1
                look = book.format(bg_color=FILLS[level])
                sheet.write_string(row, 0, message(f"verify.level.{level}", book.lang), look)
                sheet.write_string(row, 1, message(f"verify.verdict.{verdict}", book.lang), look)
                sheet.write_number(row, 2, counts[level, verdict], look)
    row += 1
    for line in [*remarks, "", *message("verify.about", book.lang).split("\n")]:
        row += 1
        sheet.merge_range(row, 0, row, 3, cut(line), wrap)


def _rows(book: Book, name: str, findings: Sequence[Finding], grids: Sequence[Grid], rules: Rulebook) -> None:
    """A row for each finding; its value leads to the cell of the table."""
    first = {grid.name: (_sheet_name(grid, book.lang), grid.first) for grid in grids}
    sheet = book.file.add_worksheet(message(f"verify.sheet.{name}", book.lang))
    sheet.freeze_panes(1, 2)
    print_well(sheet)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS.get(column, 9))
        sheet.write_string(0, place, message(f"verify.head.{column}", book.lang), book.format(head=True))
    for row, finding in enumerate(findings, 1):
        values = cells(finding, rules, book.lang)
        values["level"] = message(f"verify.level.{finding.level}", book.lang)
        values["verdict"] = message(f"verify.verdict.{finding.verdict}", book.lang)
        if finding.quote_found is not None:
            values["quote_found"] = message(f"verify.{'yes' if finding.quote_found else 'no'}", book.lang)
        for place, column in enumerate(COLUMNS):
            look: dict[str, Value | bool] = {"valign": "top"}
            if column in ("level", "verdict", "words"):
                look["bg_color"] = FILLS[finding.level]
            if column in ("quote", "explanation"):
                look["text_wrap"] = True
            if column == "words" and row <= _NOTES:
                table, top = first[finding.claim.sheet]
                cell = xl_rowcol_to_cell(finding.claim.row - top, finding.claim.column - 1)
                target = f"internal:'{table.replace(chr(39), chr(39) * 2)}'!{cell}"
                look |= {"font_color": "#0563C1", "underline": 1}
                sheet.write_url(row, place, target, book.format(**look), cut(finding.claim.words) or "—")
                continue
            book.put(sheet, row, place, values[column], book.format(**look))
    sheet.autofilter(0, 0, max(len(findings), 1), len(COLUMNS) - 1)


def _table(book: Book, grid: Grid, findings: Sequence[Finding], rules: Rulebook) -> None:
    sheet = book.file.add_worksheet(_sheet_name(grid, book.lang))
    sheet.set_column(0, max(map(len, grid.rows), default=1) - 1, 16)
    worst: dict[tuple[int, int], list[Finding]] = {}
    for finding in findings:
        worst.setdefault((finding.claim.row - grid.first, finding.claim.column - 1), []).append(finding)
    notes = 0
    for row, values in enumerate(grid.rows):
        for place, value in enumerate(values):
            told = worst.get((row, place), [])
            level = max((f.level for f in told if f.verdict != _BLANK), key=LEVELS.index, default=None)
            look = book.format(valign="top", **({"bg_color": FILLS[level]} if level else {}))
            book.put(sheet, row, place, _typed(value), look)
            if level and notes < _NOTES:
                notes += 1
                sheet.write_comment(
                    row,
                    place,
                    cut(_note(told, rules, book.lang)),
                    {"width": 420, "height": 140, "author": "fazhi-extract"},
                )


def _sheet_name(grid: Grid, lang: str) -> str:
    name = message("verify.sheet.table", lang)
    return f"{name} {grid.name}".translate(str.maketrans("", "", "[]:*?/\\"))[:31] if grid.name else name


def _typed(value: str) -> Value:
    """A cell as a spreadsheet has it: what is a number, and loses nothing by it, as one."""
    return float(value) if _NUMBER.fullmatch(value) else value or None


def _note(findings: Sequence[Finding], rules: Rulebook, lang: str) -> str:
    lines = []
    for finding in findings:
        lines.append(
            f"{message(f'verify.verdict.{finding.verdict}', lang)} {explanation(finding, rules, lang)}".strip()
        )
        lines.append(quotes(finding))
    return "\n".join(filter(None, lines))
