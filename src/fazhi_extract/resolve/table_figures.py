"""Figures of tables: what a cell's heads say makes its number a figure, with role, scope and period."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from fazhi_extract.grid import Table
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.heads import Meaning, read_head, words_of
from fazhi_extract.resolve.periods import Dated, Period
from fazhi_extract.resolve.ratios import link_ratios
from fazhi_extract.resolve.table_binding import bind
from fazhi_extract.resolve.table_links import link
from fazhi_extract.rulebook.rulebook import Rulebook
from fazhi_extract.text import SourceText

_NAMES = 0.6  # of the heads in a row or column: as many as this are names, or none is
_RATE = lazy_pattern("率$|率 |占比|比例$|比重$|满意度")


class Laid(NamedTuple):
    """A table's figure and the days that it covers."""

    figure: Figure
    period: Period | None


def table_figures(
    tables: Sequence[Table], source: SourceText, book: Rulebook, issuer: str | None, year: int | None,
    days: Sequence[Dated],
) -> list[Laid]:  # fmt: skip
    """The figures of all tables in document order; links are indices in this list."""
    laid: list[Laid] = []
    starts = [day.start for day in days]
    for table in tables:
        meant = _meanings(table, issuer, year)
        figures = [_figure(source, table, m) for m in meant]
        bind(table, source, book, figures, meant, issuer)
        link(table, figures, meant, len(laid))
        laid += [Laid(f, _period(m, f, days, starts, year)) for f, m in zip(figures, meant, strict=True)]
    link_ratios([one.figure for one in laid])
    return laid


def _meanings(table: Table, issuer: str | None, year: int | None) -> list[Meaning]:
    cells = {id(c): c for value in table.values for c in (*value.rows, *value.columns)}
    heads = {key: read_head(cell, issuer, year) for key, cell in cells.items()}
    below = {id(c) for value in table.values for c in value.rows}
    lines: dict[tuple[bool, int], list[int]] = {}
    for key, cell in cells.items():
        if not heads[key].total:
            lines.setdefault((key in below, cell.column if key in below else cell.row), []).append(key)
    for keys in lines.values():
        names = [key for key in keys if heads[key].name_kind]
        if len(names) < _NAMES * len(keys) or (len(keys) == 1 and heads[keys[0]].name_kind not in ("own", "system")):
            for key in names:
                if not heads[key].sure:
                    heads[key] = replace(heads[key], name=None, name_kind=None)
    return [
        Meaning(v, tuple(heads[id(c)] for c in v.rows), tuple(heads[id(c)] for c in v.columns)) for v in table.values
    ]


def _figure(source: SourceText, table: Table, meant: Meaning) -> Figure:
    value, cell = meant.value, meant.value.cell
    q = value.quantity
    label = " ".join(dict.fromkeys(words_of(meant.rows) + words_of(meant.columns)))
    label = label or " ".join(c.words for c in (*value.rows, *value.columns)[-1:])
    row, own = table.row_of(cell), (cell.start, cell.end)
    if q is None:
        figure = Figure(
            cell.start, cell.end, "count", Decimal(0), None, None, "exact", "stated_none", label, cell.start, cell.end,
            row, own,
        )  # fmt: skip
    else:
        figure = Figure(
            q.start, q.end, q.kind, q.value, q.value_to, None if q.kind == "ratio" else q.unit, q.bound,
            "masked" if q.masked else "number", label, q.number.start, q.end, row, own, family=q.family,
            decimals=q.number.decimals,
        )  # fmt: skip
        if figure.kind == "count" and figure.unit is None and _RATE.search(label):
            figure.kind = "rate"
    said = meant.one("role")
    if said is not None and said.role is not None:
        figure.role, figure.growth = said.role, said.role == "change"
        if said.falls and figure.value is not None:
            figure.value = -abs(figure.value)
    named = meant.one("name_kind")
    if named is not None:
        figure.scope, figure.scope_kind = named.name, named.name_kind
    elif meant.one("system"):
        figure.scope_kind = "system"
    return figure


def _period(m: Meaning, figure: Figure, days: Sequence[Dated], starts: list[int], year: int | None) -> Period | None:
    """The days that a head states; else the year before for 上年同期, else the reporting year."""
    said = m.one("year")
    stated: list[Dated] = []
    for cell in (*m.value.rows, *m.value.columns):
        within = days[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
        stated += [d for d in within if d.end <= cell.end and d.first and d.last]
    if stated and figure.role != "change":
        day = min(stated, key=lambda d: (d.last - d.first) if d.first and d.last else 0)
        return Period(day.first, day.last, True)
    if said is not None and said.year is not None and figure.role != "change":
        return Period(date(said.year, 1, 1), date(said.year, 12, 31), True)
    if year is None:
        return None
    if figure.role == "prior" and m.one("ago"):
        return Period(date(year - 1, 1, 1), date(year - 1, 12, 31), True)
    return Period(date(year, 1, 1), date(year, 12, 31), False)
