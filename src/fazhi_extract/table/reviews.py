"""What a person said of figures, as the tables show it: the person's values in their columns, the program's beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from fazhi_extract.messages import message
from fazhi_extract.table.cells import Cell
from fazhi_extract.table.columns import ATTRIBUTES, METRICS, REVIEW, Value
from fazhi_extract.table.keys import Key

if TYPE_CHECKING:
    from fazhi_extract.model import Metric
    from fazhi_extract.review import Review, Reviewed

Row = tuple[Value, ...]

_MEANING = frozenset(
    (
        "indicator", "indicator_name", *ATTRIBUTES, "kind", "value", "value_to", "unit", "canonical_unit", "bound", "form", "role",
        "label", "scope", "scope_kind", "period_start", "period_end", "period_stated", "links", "candidates", "doubts", "rule",
    )
)  # fmt: skip
"""The columns that are empty for a figure that is none."""


def with_rejected(reviewed: Reviewed) -> list[Metric]:
    """All figures in document order, those that were rejected among them."""
    return sorted((*reviewed.report.metrics, *reviewed.rejected), key=lambda m: m.span)


def reviewed_row(row: Row, review: Review | None) -> Row:
    """A row of ``metrics`` with the columns of :data:`~.columns.REVIEW` behind it."""
    if review is None:
        return (*row, *(None for _ in REVIEW))
    if review.verdict == "rejected":
        row = tuple(
            None if name in _MEANING else False if name == "headline" else value
            for name, value in zip(METRICS.names, row, strict=True)
        )
    m = review.machine
    if m is None:
        return (*row, review.verdict, *(None for _ in REVIEW[1:-1]), review.note)
    attributes = ";".join(f"{name}={'true' if value is True else value}" for name, value in m.attributes.items())
    return (
        *row, review.verdict, m.kind, m.value, m.value_to, m.unit, m.bound, m.form, m.role, m.label, m.indicator,
        attributes or None, m.scope, m.scope_kind, review.note,
    )  # fmt: skip


def reviewed_cells(cells: Mapping[Key, Cell], reviewed: Reviewed, lang: str) -> dict[Key, Cell]:
    """Cells that rest on figures that a person corrected or added say so in their notes."""
    return {key: _noted(cell, reviewed, lang) for key, cell in cells.items()}


def _noted(cell: Cell, reviewed: Reviewed, lang: str) -> Cell:
    said = []
    for id_ in cell.metrics:
        review = reviewed.reviews.get(id_)
        if review is None or review.verdict == "confirmed":
            continue
        machine = review.machine
        if machine is None:
            said.append(message("review.cell.added", lang))
        else:
            person = next(m for m in reviewed.report.metrics if m.id == id_)
            other = "" if machine.indicator == person.indicator else f" {machine.indicator or '-'}"
            words = {"person": _shown(person), "machine": _shown(machine) + other}
            said.append(message("review.cell.corrected", lang, **words))
    if not said:
        return cell
    own = [cell.note] if cell.note else []
    return replace(cell, note=("；" if lang == "zh" else "; ").join([*own, *dict.fromkeys(said)]))


def _shown(metric: Metric) -> str:
    """A figure in short: its number and unit, or its words where it has no number."""
    if metric.value is None:
        return "".join(metric.text.split())
    return f"{metric.value}{metric.unit or ''}"
