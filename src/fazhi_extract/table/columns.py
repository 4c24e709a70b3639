"""The long tables: which columns each one has, of what type, and how they refer to each other.

All formats write the same tables. What a column is called in print and what it means stand in the message catalogue
under ``column.NAME`` and ``about.NAME`` (``about.TABLE.NAME`` where a table differs).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from fazhi_extract.messages import MESSAGES, message

Type = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | float | bool | None
"""What a cell of a long table holds; dates are ISO strings."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a long table."""

    name: str
    type: Type = "string"


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that name a row of another table; rows without it have null in the last column."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A long table with its primary key, references and the columns worth an index."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    indices: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)


def title(name: str, lang: str) -> str:
    """A column's name for people."""
    return message(f"column.{name}", lang)


def about(table: str, name: str, lang: str) -> str:
    """What a column holds."""
    special = f"about.{table}.{name}"
    return message(special if special in MESSAGES else f"about.{name}", lang)


def _columns(names: str, type: Type = "string") -> tuple[Column, ...]:
    return tuple(Column(name, type) for name in names.split())


ISSUER = (Column("issuer"), Column("reporting_year", "integer"))
"""Whose figures, and of which year: repeated in the tables that are read by themselves."""

REGION = _columns("province city county region_code issuer_level issuer_type")
"""Where the issuer lies and what it is, in ``reports`` and the panel; :func:`~.rows.region_row` fills them."""

_REPORT = Reference(("report_id",), "reports", ("report_id",))
_SECTION = Reference(("report_id", "section"), "sections", ("report_id", "id"))
_SPAN = _columns("span_start span_end", "integer")
_NUMBERED = (Column("report_id"), Column("number", "integer"))
ATTRIBUTES = (
    "stage",
    "result",
    "level",
    "instrument",
    "instance",
    "procedure",
    "channel",
    "joint",
    "variety",
    "item",
    "actor",
)

REPORTS = Table(
    "reports",
    (
        Column("report_id"), Column("path"), *ISSUER, *REGION, Column("issuer_key"), *_columns("title document_number addressees"),
        *_columns("signed_on published_on printed_on", "date"), *_columns("published_by cc disclosure media_type encoding sha256"),
        Column("length", "integer"), *_columns("section_count metric_count", "integer"), Column("in_panel", "boolean"),
        *_columns("tool_version rules"),
    ),
    ("report_id",),
    indices=(("issuer", "reporting_year"), ("issuer_key", "reporting_year"), ("region_code",)),
)  # fmt: skip
SECTIONS = Table(
    "sections",
    (
        *_columns("report_id id parent kind"), Column("level", "integer"), *_columns("marker title topic"), *_SPAN,
        *_columns("heading_start heading_end", "integer"), Column("text"),
    ),
    ("report_id", "id"),
    (_REPORT, Reference(("report_id", "parent"), "sections", ("report_id", "id"))),
    (("topic",),),
)  # fmt: skip
METRICS = Table(
    "metrics",
    (
        *_columns("report_id id"), *ISSUER, *_columns("indicator indicator_name"),
        *(Column(name, "boolean" if name == "joint" else "string") for name in ATTRIBUTES),
        Column("kind"), *_columns("value value_to", "number"), *_columns("unit canonical_unit bound form role label scope scope_kind"),
        *_columns("period_start period_end", "date"), *_columns("period_stated headline", "boolean"),
        *_columns("section section_title text"), *_SPAN, Column("quote"), *_columns("sentence_start sentence_end", "integer"),
        *_columns("links candidates doubts rule"),
    ),
    ("report_id", "id"),
    (_REPORT, _SECTION, Reference(("indicator",), "indicators", ("code",))),
    (("indicator", "reporting_year"), ("issuer", "reporting_year")),
)  # fmt: skip
DATES = Table(
    "dates",
    (
        *_columns("report_id id text"), *_SPAN, *_columns("first_day last_day", "date"), Column("granularity"),
        *_columns("year_inferred masked", "boolean"), Column("section"),
    ),
    ("report_id", "id"),
    (_REPORT, _SECTION),
)  # fmt: skip
CITATIONS = Table(
    "citations",
    (*_NUMBERED, *_columns("title document_number"), *_SPAN, Column("section")),
    ("report_id", "number"),
    (_REPORT, _SECTION),
    (("title",),),
)
TURNED_DOWN = Table(
    "turned_down", (*_NUMBERED, Column("text"), *_SPAN, Column("reason")), ("report_id", "number"), (_REPORT,)
)
CHECKS = Table(
    "checks",
    (*_NUMBERED, *ISSUER, Column("rule"), Column("agrees", "boolean"), *_columns("severity metrics message")),
    ("report_id", "number"),
    (_REPORT,),
    (("agrees", "severity"),),
)
NOTES = Table("notes", (*_NUMBERED, *_columns("code severity message"), *_SPAN), ("report_id", "number"), (_REPORT,))
CELLS = Table(
    "cells",
    (
        Column("report_id"), *ISSUER, *_columns("column_code short indicator state"), Column("value", "number"),
        *_columns("unit text note metrics"),
    ),
    ("report_id", "column_code"),
    (_REPORT, Reference(("indicator",), "indicators", ("code",))),
    (("column_code", "reporting_year"),),
)  # fmt: skip
INDICATORS = Table("indicators", _columns("code name definition unit dimension"), ("code",))
INPUTS = Table(
    "inputs",
    (Column("number", "integer"), *_columns("path status report_id code message")),
    ("number",),
)

OF_A_REPORT = (REPORTS, SECTIONS, METRICS, DATES, CITATIONS, TURNED_DOWN, CHECKS, NOTES, CELLS)
"""The tables that every report adds rows to, each after those it refers to."""

TABLES: dict[str, Table] = {table.name: table for table in (INDICATORS, *OF_A_REPORT, INPUTS)}

REVIEW = (
    Column("reviewed"), *_columns("machine_kind"), *_columns("machine_value machine_value_to", "number"),
    *_columns("machine_unit machine_bound machine_form machine_role machine_label machine_indicator machine_attributes"),
    *_columns("machine_scope machine_scope_kind review_note"),
)  # fmt: skip
"""What ``metrics`` has behind its own columns where a person's corrections are applied."""

REVIEWED_TABLES: dict[str, Table] = TABLES | {"metrics": replace(METRICS, columns=(*METRICS.columns, *REVIEW))}
"""The tables with these columns."""
