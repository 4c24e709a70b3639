"""From reports to tables: one report after the other goes into the writer, and none twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from fazhi_extract.errors import FazhiError
from fazhi_extract.table.cells import cells_of
from fazhi_extract.table.columns import OF_A_REPORT, REVIEWED_TABLES, TABLES, Table
from fazhi_extract.table.keys import indicator_name
from fazhi_extract.table.panel import Panel, PanelRow, Style
from fazhi_extract.table.reviews import reviewed_cells
from fazhi_extract.table.rows import Entry, Row, issuer_row, region_row, rows_of
from fazhi_extract.twins import NO_REPORT, Standing, judge, keys_of

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.review import Reviewed
    from fazhi_extract.rulebook.indicators import Indicator
    from fazhi_extract.table.template import Template

Status = Standing | Literal["failed"]
"""What became of an input: in all tables; the same text as another, in none; a second report of an issuer and year,
or no report of this kind, in the long tables alone; not read."""
K = TypeVar("K")
_NOTES: dict[Standing, str] = {"duplicate": "N131", "same_year": "N132", "no_report": "N133"}


@dataclass(frozen=True, slots=True)
class Options:
    """How tables are to look."""

    indicators: Mapping[str, Indicator]
    lang: str
    style: Style
    template: Template | None = None
    balanced: bool = False
    reviewed: bool = False
    """Whether a person's corrections are applied: then ``metrics`` has the columns that tell them."""

    @property
    def tables(self) -> dict[str, Table]:
        """The long tables by name."""
        return REVIEWED_TABLES if self.reviewed else TABLES


class Writer(Protocol):
    """What a format does. ``tables`` are the long tables that it wants; ``wants_panel`` says whether it has one."""

    tables: tuple[str, ...]
    wants_panel: bool

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Takes rows of a long table, as they come."""

    def finish(self, panel: Panel) -> None:
        """Takes the panel, after all rows."""


@dataclass(slots=True)
class Collector:
    """Puts reports into a writer. ``note`` is told what stays out of the panel and why: a code with its fields."""

    writer: Writer
    panel: Panel
    options: Options
    note: Callable[..., None]
    rows: int = 0
    """How many reports have a row in the panel."""
    apart: int = 0
    """How many have none."""
    _inputs: int = 0
    _first: dict[bytes | str, str] = field(default_factory=dict)
    """The path of the first report of each key that tells twins."""
    _bare: dict[tuple[str, int], str] = field(default_factory=dict)
    """The same for issuer and year, where the name does not say whose body it is."""
    _used: set[str] = field(default_factory=set)

    def add(self, report: Report, reviewed: Reviewed | None = None) -> None:
        """Takes a report that is none of the failed ones; ``reviewed``, if a person said anything of it, holds it."""
        path, key = report.source.path, report.report_id or ""
        status, code, fields = self._place(report)
        if status == "duplicate":
            self._account(path, status, key, code, **fields)
            return
        keys = self.options.template.any_keys if self.options.template else ()
        wanted = self.writer.wants_panel or "cells" in self.writer.tables
        cells = cells_of(report, self.options.indicators, self.options.lang, keys) if wanted else {}
        if reviewed is not None:
            cells = reviewed_cells(cells, reviewed, self.options.lang)
        entry = Entry(report, cells, status == "report", self.options.indicators, self.options.lang, reviewed)
        for table in OF_A_REPORT:
            if table.name in self.writer.tables:
                self.writer.add(table.name, rows_of(table.name, entry))
        self._used.update(m.indicator for m in report.metrics if m.indicator is not None)
        if status == "report" and self.writer.wants_panel:
            whose = *issuer_row(report), *region_row(report)
            self.panel.add(PanelRow(whose, report.metadata.issuer_key, path, key, "not_found"), cells)
        self._account(path, status, key, code, **fields)

    def add_failure(self, path: str, error: FazhiError, report_id: str | None = None) -> None:
        """Takes an input that gave no report."""
        if self.writer.wants_panel:
            self.panel.add_unreadable(path, report_id)
        self._account_row(path, "failed", report_id, error.code, error.message(self.options.lang))

    def finish(self) -> None:
        """Writes what can only be known at the end."""
        if "indicators" in self.writer.tables:
            self.writer.add("indicators", indicator_rows(self._used, self.options.indicators, self.options.lang))
        self.writer.finish(self.panel)

    def _place(self, report: Report) -> tuple[Standing, str | None, dict[str, object]]:
        """What the report is among those before it, and the note that says so."""
        head, path = report.metadata, report.source.path
        said = head.model_dump(include={"issuer", "issuer_key", "reporting_year", "given"})
        keys = keys_of(report.source.text, said, report.report_id)
        is_report = not any(note.code in NO_REPORT for note in report.notes)
        standing, other = judge(keys, is_report=is_report, first=lambda key: self._earlier(self._first, key, path))
        whose = {"issuer": head.issuer, "year": head.reporting_year}
        if standing == "duplicate":
            return standing, _NOTES[standing], {"other": other}
        if standing == "same_year":
            return standing, _NOTES[standing], {"other": other, **whose}
        if standing == "report" and keys.agency is None and head.issuer is not None and head.reporting_year is not None:
            other = self._earlier(self._bare, (head.issuer, head.reporting_year), path)
            if other is not None:
                return standing, "N163", {"other": other, **whose}
        return standing, _NOTES.get(standing), {}

    @staticmethod
    def _earlier(known: dict[K, str], key: K, path: str) -> str | None:
        # Paths may be the same too, where one file is named twice.
        earlier = known.get(key)
        known.setdefault(key, path)
        return earlier

    def _account(self, path: str, status: Status, report_id: str, code: str | None, **fields: object) -> None:
        from fazhi_extract.messages import message

        said = None
        if code is not None:
            self.note(code, path=path, **fields)
            said = message(code, self.options.lang, path=path, **fields)
        self._account_row(path, status, report_id, code, said)

    def _account_row(
        self, path: str, status: Status, report_id: str | None, code: str | None, said: str | None
    ) -> None:
        self._inputs += 1
        self.rows += status == "report"
        self.apart += status not in ("report", "failed")
        if "inputs" in self.writer.tables:
            self.writer.add("inputs", [(self._inputs, path, status, report_id, code, said)])


def indicator_rows(codes: Iterable[str], indicators: Mapping[str, Indicator], lang: str) -> Iterator[Row]:
    """The rows of ``indicators``: those that are used, in the order of the rules, unknown ones behind."""
    used = set(codes)
    for code in [*(code for code in indicators if code in used), *sorted(used - indicators.keys())]:
        known = indicators.get(code)
        if known is None:
            yield code, None, None, None, None
            continue
        definition = (known.definition_en if lang == "en" else "") or known.definition
        unit = known.ordered_units[0] if known.ordered_units else None
        yield code, indicator_name(known, lang), definition or None, unit, known.dimension
