"""The workbook: 汇总 (the panel), 明细, 待核, 校验, 口径 and 来源."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fazhi_extract.messages import message
from fazhi_extract.table import panel_sheet
from fazhi_extract.table.collect import Options, indicator_rows
from fazhi_extract.table.columns import ATTRIBUTES, Value, title
from fazhi_extract.table.headline import STATES
from fazhi_extract.table.keys import attribute_word
from fazhi_extract.table.panel import Panel
from fazhi_extract.table.panel_sheet import FILLS, PanelSheet
from fazhi_extract.table.rows import Row
from fazhi_extract.table.sheets import Book, Sheet

_FIGURES = [
    "issuer", "reporting_year", "indicator_name", "attributes", "value", "value_to", "unit", "bound", "role", "scope",
    "period", "text", "quote", "section_title", "label", "headline", "doubts", "indicator", "id", "span_start", "report_id",
]  # fmt: skip
_REVIEW = [
    "reviewed", "machine_value", "machine_unit", "machine_role", "machine_indicator", "machine_attributes", "machine_scope",
    "review_note",
]  # fmt: skip
_CHECKS = ["issuer", "reporting_year", "agrees", "severity", "message", "rule", "metrics", "report_id"]
_INPUTS = ["number", "path", "status", "report_id", "code", "message"]


class WorkbookWriter:
    """A workbook of the panel and the tables behind it, in the language of the messages."""

    tables: tuple[str, ...] = ("metrics", "checks", "indicators", "inputs")
    wants_panel = True

    def __init__(self, path: Path, options: Options) -> None:
        self._options = options
        self._book = book = Book(path, options.lang)
        self._panel = PanelSheet(book)
        self._fields = [*_FIGURES, *_REVIEW] if options.reviewed else _FIGURES
        self._figures = Sheet(book, book.name("metrics"), self._fields)
        self._review = Sheet(book, book.name("review"), ("what", *_FIGURES))
        self._checks = Sheet(book, book.name("checks"), _CHECKS)
        self._indicators: list[Row] = []
        self._inputs: list[Row] = []

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Writes figures and checks as they come; the small tables wait for the end."""
        names = self._options.tables[table].names
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
        self._panel.write(panel, self._options)
        for sheet in (self._figures, self._review, self._checks):
            sheet.end()
        self._write_definitions(panel)
        sources = Sheet(self._book, self._book.name("inputs"), _INPUTS)
        for row in self._inputs:
            sources.add(
                [
                    self._book.word("status", value) if name == "status" else value
                    for name, value in zip(_INPUTS, row, strict=True)
                ]
            )
        sources.end()
        self.close()

    def close(self) -> None:
        """Writes the file, as far as there is one."""
        self._book.close()

    def _add_figure(self, figure: dict[str, Value]) -> None:
        attributes = [
            attribute_word(name, "true" if value is True else str(value), self._book.lang)
            for name, value in figure.items()
            if name in ATTRIBUTES and value is not None
        ]
        figure["attributes"] = "；".join(attributes) or None
        start, end = figure["period_start"], figure["period_end"]
        figure["period"] = f"{start or '…'}—{end or '…'}" if start or end else None
        if self._options.reviewed:
            self._put_review(figure)
        figure["role"] = self._book.word("role", figure["role"]) if figure["role"] else None
        figure["bound"] = None if figure["bound"] in ("exact", None) else self._book.word("bound", figure["bound"])
        figure["scope"] = figure["scope"] or (
            self._book.word("scope", figure["scope_kind"]) if figure["scope_kind"] else None
        )
        figure["headline"] = self._book.word("yes", figure["headline"])
        if figure["form"] == "masked":
            figure["value"] = self._book.word("state", "masked")
        doubts = str(figure["doubts"]).split() if figure["doubts"] else []
        figure["doubts"] = "；".join(self._book.word("doubt", doubt) for doubt in doubts) or None
        row = [figure[name] for name in _FIGURES]
        self._figures.add([figure[name] for name in self._fields])
        if doubts:
            self._review.add([self._book.name("metrics"), *row])

    def _put_review(self, figure: dict[str, Value]) -> None:
        """What a person said, in words; what the program had there."""
        if figure["machine_form"] == "masked":
            figure["machine_value"] = self._book.word("state", "masked")
        if figure["reviewed"]:
            figure["reviewed"] = self._book.word("reviewed", figure["reviewed"])
        if figure["machine_role"]:
            figure["machine_role"] = self._book.word("role", figure["machine_role"])

    def _add_check(self, check: dict[str, Value]) -> None:
        agrees = check["agrees"]
        check["agrees"] = self._book.word("check", "agrees" if agrees else "disagrees")
        check["severity"] = None if agrees else self._book.word("severity", check["severity"])
        self._checks.add([check[name] for name in _CHECKS], **({} if agrees else {"bg_color": "#F8CBAD"}))
        if not agrees:
            said = {"quote": check["message"], "doubts": check["severity"], "id": check["metrics"]}
            said |= {name: check[name] for name in ("issuer", "reporting_year", "report_id")}
            self._review.add([self._book.name("checks"), *(said.get(name) for name in _FIGURES)])

    def _write_definitions(self, panel: Panel) -> None:
        sheet = self._book.file.add_worksheet(self._book.name("indicators"))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        wrap, bold = self._book.format(text_wrap=True, valign="top"), self._book.format(bold=True, valign="top")
        for place, width in enumerate((30, 28, 90, 8)):
            sheet.set_column(place, place, width)
        row = 0
        lines = message("table.rules", self._book.lang).split("\n")
        if self._panel.notes >= panel_sheet.MOST_NOTES:
            lines.append(message("table.few_notes", self._book.lang, most=panel_sheet.MOST_NOTES))
        for line in lines:
            sheet.merge_range(row, 0, row, 3, line, wrap)
            row += 1
        for state in STATES:
            sheet.write_string(row, 0, state, self._book.format(valign="top", bg_color=FILLS.get(state, "#FFFFFF")))
            sheet.write_string(row, 1, self._book.word("state", state), bold)
            sheet.write_string(row, 2, message(f"about.state.{state}", self._book.lang), wrap)
            row += 1
        row += 1
        for place, name in enumerate(("indicator", "indicator_name", "definition", "unit")):
            sheet.write_string(row, place, title(name, self._book.lang), self._book.format(head=True))
        used = {key.indicator for key in panel.columns_seen} | {str(code) for code, *_ in self._indicators}
        for entry in indicator_rows(used, self._options.indicators, self._book.lang):
            row += 1
            for place, value in enumerate(entry[:4]):
                self._book.put(sheet, row, place, value, wrap)
