"""The workbook: 汇总 (the panel), 明细, 待核, 校验, 口径 and 来源, written by XlsxWriter row by row."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import message
from fazhi_extract.table.cells import STATES, Cell
from fazhi_extract.table.collect import Options, indicator_rows
from fazhi_extract.table.columns import ATTRIBUTES, TABLES, Value, title
from fazhi_extract.table.keys import attribute_word
from fazhi_extract.table.panel import Panel, PanelColumn, PanelRow, cell_value
from fazhi_extract.table.rows import Row

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_MOST_TEXT = 32_767
MOST_NOTES = 50_000
"""Excel opens no workbook with many more cell notes in reasonable time; then the sentences are in 明细 alone."""

_LINE = 15
_MOST_LINES = 3

_FIGURES = [
    "issuer", "reporting_year", "indicator_name", "attributes", "value", "value_to", "unit", "bound", "role", "scope",
    "period", "text", "quote", "section_title", "label", "headline", "doubts", "indicator", "id", "span_start", "report_id",
]  # fmt: skip
_CHECKS = ["issuer", "reporting_year", "agrees", "severity", "message", "rule", "metrics", "report_id"]
_INPUTS = ["number", "path", "status", "report_id", "code", "message"]
_WIDTHS = {
    "issuer": 24, "indicator_name": 24, "attributes": 16, "quote": 80, "text": 16, "section_title": 24, "label": 24,
    "indicator": 26, "report_id": 18, "path": 40, "message": 70, "doubts": 30, "period": 22, "scope": 18, "rule": 18,
    "metrics": 14, "what": 20,
}  # fmt: skip
_FILLS = {
    "stated_none": "#E2EFDA", "in_words": "#DDEBF7", "masked": "#D9D9D9", "partial": "#FFF2CC", "several": "#F8CBAD",
    "target_only": "#E4DFEC", "no_report": "#EDEDED", "unreadable": "#FFC7CE",
}  # fmt: skip
_BOUNDS = {"about": '"≈"', "at_least": '"≥"', "over": '">"', "at_most": '"≤"', "under": '"<"'}
# The same reports give the same file: no clock.
_CREATED = datetime(2000, 1, 1)


class _Sheet:
    """Rows from the top downwards; a second sheet goes on where Excel allows no more rows."""

    def __init__(
        self, book: WorkbookWriter, name: str, fields: Sequence[str], heads: Sequence[str] | None = None
    ) -> None:
        self._book, self._name, self._fields = book, name, fields
        self._heads = heads or [title(field, book.lang) for field in fields]
        self._count = 0
        self._start()

    def _start(self) -> None:
        self._count += 1
        self.sheet = self._book.file.add_worksheet(self._name if self._count == 1 else f"{self._name}{self._count}")
        self.sheet.freeze_panes(1, 2)
        _print_well(self.sheet)
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


class WorkbookWriter:
    """A workbook of the panel and the tables behind it, in the language of the messages."""

    tables: tuple[str, ...] = ("metrics", "checks", "indicators", "inputs")
    wants_panel = True

    def __init__(self, path: Path, options: Options) -> None:
        self.lang = options.lang
        self._options = options
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self._closed = False
        self._notes = 0
        # XlsxWriter leaves its temporary files behind where it fails.
        self._temporary = TemporaryDirectory(prefix="fazhi-")
        self.file = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "tmpdir": self._temporary.name,
                "strings_to_formulas": False,
                "strings_to_urls": False,
            },
        )
        self.file.set_properties({"created": _CREATED, "title": message("table.title", self.lang)})
        self._panel = self.file.add_worksheet(self._name("panel"))
        self._figures = _Sheet(self, self._name("metrics"), _FIGURES)
        self._review = _Sheet(self, self._name("review"), ("what", *_FIGURES))
        self._checks = _Sheet(self, self._name("checks"), _CHECKS)
        self._indicators: list[Row] = []
        self._inputs: list[Row] = []

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Writes figures and checks as they come; the small tables wait for the end."""
        names = TABLES[table].names
        if table == "metrics":
            for row in rows:
                self._add_figure(dict(zip(names, row, strict=True)))
        elif table == "checks":
            for row in rows:
                self._add_check(dict(zip(names, row, strict=True)))
        else:
            (self._indicators if table == "indicators" else self._inputs).extend(rows)

    def finish(self, panel: Panel) -> None:
        """Writes 汇总, 口径 and 来源, and the file."""
        self._write_panel(panel)
        for sheet in (self._figures, self._review, self._checks):
            sheet.end()
        self._write_definitions(panel)
        sources = _Sheet(self, self._name("inputs"), _INPUTS)
        for row in self._inputs:
            sources.add(
                [
                    self._word("status", value) if name == "status" else value
                    for name, value in zip(_INPUTS, row, strict=True)
                ]
            )
        sources.end()
        self.close()

    def close(self) -> None:
        """Ends the file. XlsxWriter writes it here, and removes its temporary files."""
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

    def _name(self, sheet: str) -> str:
        return message(f"sheet.{sheet}", self.lang)

    def _word(self, vocabulary: str, value: object) -> str:
        return message(f"{vocabulary}.{value}", self.lang)

    def _add_figure(self, figure: dict[str, Value]) -> None:
        attributes = [
            attribute_word(name, "true" if value is True else str(value), self.lang)
            for name, value in figure.items()
            if name in ATTRIBUTES and value is not None
        ]
        figure["attributes"] = "；".join(attributes) or None
        start, end = figure["period_start"], figure["period_end"]
        figure["period"] = f"{start or '…'}—{end or '…'}" if start or end else None
        figure["role"] = self._word("role", figure["role"])
        figure["bound"] = None if figure["bound"] == "exact" else self._word("bound", figure["bound"])
        figure["scope"] = figure["scope"] or (
            self._word("scope", figure["scope_kind"]) if figure["scope_kind"] else None
        )
        figure["headline"] = self._word("yes", figure["headline"])
        if figure["form"] == "masked":
            figure["value"] = self._word("state", "masked")
        doubts = str(figure["doubts"]).split() if figure["doubts"] else []
        figure["doubts"] = "；".join(self._word("doubt", doubt) for doubt in doubts) or None
        row = [figure[name] for name in _FIGURES]
        self._figures.add(row)
        if doubts:
            self._review.add([self._name("metrics"), *row])

    def _add_check(self, check: dict[str, Value]) -> None:
        agrees = check["agrees"]
        check["agrees"] = self._word("check", "agrees" if agrees else "disagrees")
        check["severity"] = None if agrees else self._word("severity", check["severity"])
        self._checks.add([check[name] for name in _CHECKS], **({} if agrees else {"bg_color": "#F8CBAD"}))
        if not agrees:
            said = {"quote": check["message"], "doubts": check["severity"], "id": check["metrics"]}
            said |= {name: check[name] for name in ("issuer", "reporting_year", "report_id")}
            self._review.add([self._name("checks"), *(said.get(name) for name in _FIGURES)])

    def _write_panel(self, panel: Panel) -> None:
        options = self._options
        # The state stands beside its figure, and what a note would say is in the cell's note.
        columns = [c for c in panel.columns(options.style, options.template) if options.template or c.part != "note"]
        sheet = self._panel
        rows = panel.count(balanced=options.balanced)
        if len(columns) > MOST_COLUMNS or rows >= MOST_ROWS:
            raise FazhiError("E343", rows=rows, columns=len(columns))
        sheet.freeze_panes(1, 2)
        sheet.set_row(0, 60)
        _print_well(sheet)
        sheet.repeat_columns(0, 1)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _width(column))
            sheet.write_string(0, place, column.head, self.format(head=True))
        for row_number, (row, cells) in enumerate(panel.rows(balanced=options.balanced), 1):
            values = [cell_value(column, row, cells, options.style) for column in columns]
            sheet.set_row(row_number, _LINE * _lines(values, columns))
            for place, (column, value) in enumerate(zip(columns, values, strict=True)):
                cell = cells.get(column.key) if column.key else None
                self.put(sheet, row_number, place, value, self._look(column, row, cell))
                if cell is not None and column.part == "value" and self._notes < MOST_NOTES:
                    self._notes += 1
                    # Sized so that a sentence can be read without dragging.
                    sheet.write_comment(
                        row_number, place, self._said(cell), {"width": 420, "height": 140, "author": "fazhi-extract"}
                    )
        sheet.autofilter(0, 0, max(rows, 1), max(len(columns) - 1, 0))

    def _look(self, column: PanelColumn, row: PanelRow, cell: Cell | None) -> Any:
        if column.key is None:
            return self.format(valign="top", text_wrap=True)
        state = cell.state if cell else row.missing
        look: dict[str, object] = {"valign": "top"}
        if column.part == "value" and cell is not None and cell.value is None:
            look["text_wrap"] = True
        if state in _FILLS:
            look["bg_color"] = _FILLS[state]
        if column.part == "value" and cell is not None and cell.value is not None:
            unit = "" if cell.unit in (None, column.unit, "元") else f'"{cell.unit}"'
            if cell.bound in _BOUNDS or unit:
                look["num_format"] = f"{_BOUNDS.get(cell.bound, '')}General{unit}"
        if state == "not_found" and column.part == "state":
            look["font_color"] = "#A6A6A6"
        return self.format(**look)

    def _said(self, cell: Cell) -> str:
        lines = [f"{self._word('state', cell.state)}：{cell.text}"]
        if cell.note:
            lines.append(cell.note)
        return cut("\n".join([*lines, *cell.quotes]))

    def _write_definitions(self, panel: Panel) -> None:
        sheet = self.file.add_worksheet(self._name("indicators"))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        wrap, bold = self.format(text_wrap=True, valign="top"), self.format(bold=True, valign="top")
        for place, width in enumerate((30, 28, 90, 8)):
            sheet.set_column(place, place, width)
        row = 0
        lines = message("table.rules", self.lang).split("\n")
        if self._notes >= MOST_NOTES:
            lines.append(message("table.few_notes", self.lang, most=MOST_NOTES))
        for line in lines:
            sheet.merge_range(row, 0, row, 3, line, wrap)
            row += 1
        for state in STATES:
            sheet.write_string(row, 0, state, self.format(valign="top", bg_color=_FILLS.get(state, "#FFFFFF")))
            sheet.write_string(row, 1, self._word("state", state), bold)
            sheet.write_string(row, 2, message(f"about.state.{state}", self.lang), wrap)
            row += 1
        row += 1
        for place, name in enumerate(("indicator", "indicator_name", "definition", "unit")):
            sheet.write_string(row, place, title(name, self.lang), self.format(head=True))
        used = {key.indicator for key in panel.columns_seen} | {str(code) for code, *_ in self._indicators}
        for entry in indicator_rows(used, self._options.indicators, self.lang):
            row += 1
            for place, value in enumerate(entry[:4]):
                self.put(sheet, row, place, value, wrap)


def _lines(values: Sequence[Value], columns: Sequence[PanelColumn]) -> int:
    """How many lines the longest text of a row needs: programs other than Excel do not fit heights by themselves."""
    needed = [len(v) * 2 / _width(c) for v, c in zip(values, columns, strict=True) if isinstance(v, str) and c.key]
    return min(max(math.ceil(max(needed, default=1)), 1), _MOST_LINES)


def _print_well(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)


def _width(column: PanelColumn) -> int:
    if column.key is not None:
        return {"value": 18, "state": 9, "note": 20}[column.part]
    return {"issuer": 26, "path": 40, "report_id": 18}.get(column.fixed, 10)


def cut(text: str) -> str:
    """Text that fits into a cell; a mark stands for the rest, which is in the other formats."""
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 2] + "……"
