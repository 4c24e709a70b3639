"""Reports as rows of the long tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fazhi_extract.table.cells import Cell
from fazhi_extract.table.columns import ATTRIBUTES, Value
from fazhi_extract.table.keys import Key, indicator_name
from fazhi_extract.table.reviews import Row, reviewed_row, with_rejected
from fazhi_extract.table.units import canonical_unit

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report
    from fazhi_extract.review import Reviewed
    from fazhi_extract.rulebook.indicators import Indicator

__all__ = ["Entry", "Row", "flat_metrics", "issuer_row", "region_row", "rows_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A report on its way into the tables, with what is known of it beyond its own fields."""

    report: Report
    cells: Mapping[Key, Cell]
    in_panel: bool
    indicators: Mapping[str, Indicator]
    """By code."""
    lang: str
    reviewed: Reviewed | None = None
    """What a person said of the figures, where ``metrics`` has columns for that."""


def rows_of(table: str, entry: Entry) -> Iterator[Row]:
    """The rows that a report adds to a table, in document order, in the order of the table's columns."""
    return _ROWS[table](entry)


def flat_metrics(report: Report, indicators: Mapping[str, Indicator], lang: str) -> Iterator[dict[str, Value]]:
    """Every figure as one flat record with the same keys: the path, then the columns of ``metrics``."""
    from fazhi_extract.table.columns import METRICS

    entry = Entry(report, {}, False, indicators, lang)
    for row in _metrics(entry):
        yield {"path": report.source.path, **dict(zip(METRICS.names, row, strict=True))}


def issuer_row(report: Report) -> Row:
    """Issuer and year, as :data:`~.columns.ISSUER` lists them."""
    return report.metadata.issuer, report.metadata.reporting_year


def region_row(report: Report) -> Row:
    """Where the issuer lies and what it is, as :data:`~.columns.REGION` lists it."""
    head = report.metadata
    where = (None,) * 4 if (r := head.region) is None else (r.province, r.city, r.county, r.code)
    return *where, head.issuer_level, head.issuer_type


def _reports(entry: Entry) -> Iterator[Row]:
    report = entry.report
    head, source = report.metadata, report.source
    yield (
        report.report_id, source.path, *issuer_row(report), *region_row(report), head.issuer_key, head.title, head.document_number, _listed(head.addressees),
        _day(head.signed_on), _day(head.published_on), _day(head.printed_on), head.published_by, _listed(head.cc),
        head.disclosure, source.media_type, source.encoding, source.sha256, source.length, len(report.sections),
        len(report.metrics), entry.in_panel, report.tool.version,
        " ".join(f"{rules.name}:{rules.sha256[:12]}" for rules in report.tool.rules),
    )  # fmt: skip


def _sections(entry: Entry) -> Iterator[Row]:
    for s in entry.report.sections:
        heading: Sequence[int | None] = s.heading or (None, None)
        yield (
            entry.report.report_id, s.id, s.parent, s.kind, s.level, s.marker, s.title, s.topic, *s.span, *heading, s.text,
        )  # fmt: skip


def _metrics(entry: Entry) -> Iterator[Row]:
    titles = {section.id: section.title for section in entry.report.sections}
    parents = {section.id: section.parent for section in entry.report.sections}
    whose = issuer_row(entry.report)
    for m in entry.report.metrics if entry.reviewed is None else with_rejected(entry.reviewed):
        known = entry.indicators.get(m.indicator or "")
        attributes: Mapping[str, Any] = {**m.attributes}
        period = (None, None, None) if m.period is None else (_day(m.period.start), _day(m.period.end), m.period.stated)
        row = (
            entry.report.report_id, m.id, *whose, m.indicator, indicator_name(known, entry.lang) or None,
            *(attributes.get(name) for name in ATTRIBUTES), m.kind, m.value, m.value_to, m.unit,
            metric_unit(m, known), m.bound, m.form, m.role, m.label, m.scope, m.scope_kind, *period, m.headline,
            m.section, _heading(m.section, titles, parents), m.text, *m.span, m.quote, *m.sentence,
            " ".join(f"{link.relation}:{link.metric}" for link in m.links) or None, " ".join(m.candidates) or None,
            " ".join(m.doubts) or None, m.rule,
        )  # fmt: skip
        yield row if entry.reviewed is None else reviewed_row(row, entry.reviewed.reviews.get(m.id))


def _dates(entry: Entry) -> Iterator[Row]:
    for d in entry.report.dates:
        yield (
            entry.report.report_id, d.id, d.text, *d.span, _day(d.start), _day(d.end), d.granularity, d.year_inferred,
            d.masked, d.section,
        )  # fmt: skip


def _citations(entry: Entry) -> Iterator[Row]:
    for number, c in enumerate(entry.report.citations, 1):
        yield entry.report.report_id, number, c.title, c.document_number, *c.span, c.section


def _turned_down(entry: Entry) -> Iterator[Row]:
    for number, t in enumerate(entry.report.turned_down, 1):
        yield entry.report.report_id, number, t.text, *t.span, t.reason


def _checks(entry: Entry) -> Iterator[Row]:
    whose = issuer_row(entry.report)
    for number, c in enumerate(entry.report.checks, 1):
        yield entry.report.report_id, number, *whose, c.rule, c.agrees, c.severity, " ".join(c.metrics), c.message


def _notes(entry: Entry) -> Iterator[Row]:
    for number, n in enumerate(entry.report.notes, 1):
        span: Sequence[int | None] = n.span or (None, None)
        yield entry.report.report_id, number, n.code, n.severity, n.message, *span


def _cells(entry: Entry) -> Iterator[Row]:
    whose = issuer_row(entry.report)
    for key, cell in entry.cells.items():
        yield (
            entry.report.report_id, *whose, key.code, key.short, key.indicator, cell.state, cell.value, cell.unit,
            cell.text, cell.note or None, " ".join(cell.metrics),
        )  # fmt: skip


_ROWS: dict[str, Callable[[Entry], Iterator[Row]]] = {
    "reports": _reports, "sections": _sections, "metrics": _metrics, "dates": _dates, "citations": _citations,
    "turned_down": _turned_down, "checks": _checks, "notes": _notes, "cells": _cells,
}  # fmt: skip


def metric_unit(metric: Metric, indicator: Indicator | None) -> str | None:
    """The measure word that stands for all of the same meaning, for this indicator."""
    return canonical_unit(metric.unit, indicator.ordered_units if indicator else ())


def _heading(section: str | None, titles: Mapping[str, str | None], parents: Mapping[str, str | None]) -> str | None:
    """The nearest heading above: items have none of their own."""
    while section is not None and not titles.get(section):
        section = parents.get(section)
    return titles[section] if section is not None else None


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _listed(names: Sequence[str]) -> str | None:
    return "；".join(names) or None
