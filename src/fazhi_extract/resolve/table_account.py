"""The numerals of tables among those of the text: each is a figure, a date, or turned down."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from fazhi_extract.grid import Table
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.periods import Period
from fazhi_extract.resolve.table_figures import Laid
from fazhi_extract.resolve.verdicts import Verdict

_LOOK = {"words": "name", "marker": "marker", "phone": "phone", "number": "other"}
_PAIR = lazy_pattern(r"(?<![\d,.])[\d,.]{1,30}/[\d,.]+")


def settle(
    tables: Sequence[Table], found: Sequence[Quantity], judged: Sequence[Verdict], body: tuple[int, int]
) -> tuple[list[Quantity], list[Verdict]]:
    """Takes the tables' values out of the quantities, and turns down the numerals of serials and heads.

    Values outside of the `body` (flow span) are dropped from the tables: their numerals keep their verdicts.
    """
    cells: list[tuple[int, int, str]] = []
    for table in tables:
        table.values = [v for v in table.values if body[0] <= v.cell.start < body[1]]
        heads = {id(c) for v in table.values for c in (*v.rows, *v.columns)}
        values = {id(v.cell) for v in table.values}
        for cell in (c for row in table.rows for c in row if c.words):
            what = "value" if id(cell) in values else "name" if id(cell) in heads else _LOOK.get(cell.kind, "")
            if cell.kind == "year":
                what = "value"  # a date has it
            elif _PAIR.fullmatch(cell.words):
                what = "other"
            cells.append((cell.start, cell.end, what))
    cells.sort()
    starts = [start for start, _, _ in cells]
    quantities, verdicts = [], []
    for q, verdict in zip(found, judged, strict=True):
        at = bisect_right(starts, q.number.start) - 1
        what = cells[at][2] if at >= 0 and q.number.start < cells[at][1] else ""
        if what == "value":
            continue
        if what in ("marker", "phone", "other") or (what == "name" and verdict.reason is None):
            verdict = Verdict(what, (q.number.start, min(q.end, cells[at][1])))  # type: ignore[arg-type]
        quantities.append(q)
        verdicts.append(verdict)
    return quantities, verdicts


def insert(
    figures: list[Figure], periods: list[Period | None], laid: Sequence[Laid]
) -> tuple[list[Figure], list[Period | None]]:
    """The figures of prose and of tables together in document order, with their periods; links keep their aims."""
    every = [(f.start, f.end, 0, i, f, p) for i, (f, p) in enumerate(zip(figures, periods, strict=True))]
    every += [(one.figure.start, one.figure.end, 1, i, *one) for i, one in enumerate(laid)]
    every.sort(key=lambda one: one[:4])
    place = {(origin, i): at for at, (_, _, origin, i, _, _) in enumerate(every)}
    for _, _, origin, _, figure, _ in every:
        figure.links = [(relation, place[origin, other]) for relation, other in figure.links]
    return [one[4] for one in every], [one[5] for one in every]
