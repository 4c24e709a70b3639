"""What the index knows of a report: its line in the list, its row of cells, and the sentences that these come from.

Cells are short lists, because there are tens of thousands: ``[column, state, value, bound, unit, words, marks]``, without
the nulls at their end. State and bound are places in :data:`~.headline.STATES` and :data:`BOUNDS`; the unit is left out
where it is the column's own; words stand in for a value that is no single number. What differs between the languages is a
pair, Chinese and English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from fazhi_extract.model.vocabulary import Bound
from fazhi_extract.quoting import place_in_quote
from fazhi_extract.table.cells import Cell, cells_of
from fazhi_extract.table.headline import STATES
from fazhi_extract.table.keys import Key

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook.indicators import Indicator

BOUNDS: tuple[str, ...] = get_args(Bound)
NOTED, DOUBTED = 1, 2
"""Marks of a cell: there is something to say beside its number; a figure of it is in doubt."""

Text = str | tuple[str, str] | None
"""Words; a pair where Chinese and English differ."""


def report_line(report: Report) -> dict[str, Any]:
    """What the list of reports shows of one, by the names of the tables' columns."""
    head = report.metadata
    region = head.region
    return {
        "id": report.report_id,
        "path": report.source.path,
        "issuer": head.issuer,
        "year": head.reporting_year,
        "title": head.title,
        "region": [name for name in (region.province, region.city, region.county) if name] if region else [],
        "code": region.code if region else None,
        "level": head.issuer_level,
        "type": head.issuer_type,
        "figures": len(report.metrics),
        "doubts": sum(1 for m in report.metrics if m.doubts),
        "checks": len(report.checks),
        "failed": sum(1 for c in report.checks if not c.agrees),
    }


def cells_and_sentences(
    report: Report, indicators: Mapping[str, Indicator], number: Callable[[Key], int]
) -> tuple[list[list[Any]], dict[str, Any]]:
    """The cells of a report as short lists, and what opens from them: ``{"s": sentences, "c": {column: …}}``.

    ``number`` gives each column its number. A cell's part of ``c`` is its words, its note, and its figures, each with id,
    place of its sentence in ``s``, and where it stands in it (-1 where that is not known).
    """
    chinese, english = (cells_of(report, indicators, lang) for lang in ("zh", "en"))
    metrics = {m.id: m for m in report.metrics}
    sentences: dict[str, int] = {}
    cells, opened = [], {}
    for key, cell in chinese.items():
        own = number(key)
        known = indicators.get(key.indicator)
        unit = known.ordered_units[0] if known and known.ordered_units else None
        figures = [metrics[name] for name in cell.metrics]
        words = _pair(cell.text, english[key].text)
        note = _pair(cell.note, english[key].note)
        marks = NOTED * bool(cell.note) + DOUBTED * any(m.doubts for m in figures)
        cells.append(_short(own, cell, unit, words, marks))
        places = []
        for m in figures:
            start, end = place_in_quote(m) or (-1, -1)
            places.append([m.id, sentences.setdefault(m.quote, len(sentences)), start, end])
        opened[str(own)] = [words, note or None, places]
    return cells, {"s": list(sentences), "c": opened}


def _short(number: int, cell: Cell, unit: str | None, words: Text, marks: int) -> list[Any]:
    """A cell without the nulls at its end."""
    said = [
        number, STATES.index(cell.state), cell.value, BOUNDS.index(cell.bound) or None,
        cell.unit if cell.value is not None and cell.unit != unit else None,
        words if cell.value is None else None, marks or None,
    ]  # fmt: skip
    while said[-1] is None:
        said.pop()
    return said


def _pair(chinese: str, english: str) -> Text:
    return chinese if chinese == english else (chinese, english)
