"""One look at the flow text: everything that may matter, before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from fazhi_extract.find.absences import absences
from fazhi_extract.find.citations import Citation, citations, document_numbers
from fazhi_extract.find.clock import clock_times
from fazhi_extract.find.dates import DateShape, date_shapes
from fazhi_extract.find.lunar import lunar_days
from fazhi_extract.find.numerals import fractions, numerals
from fazhi_extract.find.quantities import quantities
from fazhi_extract.find.quotes import quotes
from fazhi_extract.find.units_in_front import take_units_in_front
from fazhi_extract.mention import Absence, Quantity
from fazhi_extract.rulebook.lexicon import measure_words


@dataclass(slots=True)
class Found:
    """What stands in a flow text, each list in document order."""

    quantities: list[Quantity]
    dates: list[DateShape]
    citations: list[Citation]
    document_numbers: list[tuple[int, int]]
    quotes: list[tuple[int, int]]
    absences: list[Absence]
    clocks: list[tuple[int, int]]


def find(flow: str) -> Found:
    """Finds quantities, dates, citations, document numbers, short quotations, absences, and times that are neither figures nor dates:
    those of the day (clocks) and those of the lunar calendar."""
    numbers = document_numbers(flow)
    cited = citations(flow, numbers)
    lunar = lunar_days(flow)
    dates = apart(date_shapes(flow, lunar=lunar), [*numbers, *((c.start, c.end) for c in cited)])
    found = numerals(flow)
    free = apart(found, [(d.start, d.end) for d in dates])
    counted = quantities(flow, free, fractions(flow, free), measure_words())
    if ")" in flow:
        take_units_in_front(flow, counted)
    return Found(
        counted,
        dates,
        cited,
        numbers,
        quotes(flow),
        absences(flow),
        sorted([*clock_times(flow), *lunar]),
    )


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Entry = TypeVar("_Entry", bound=_Placed)


def apart(entries: Sequence[_Entry], spans: list[tuple[int, int]]) -> list[_Entry]:
    """The entries, given in order, that begin outside all spans."""
    spans = sorted(spans)
    kept: list[_Entry] = []
    i = 0
    for entry in entries:
        start = entry.start
        while i < len(spans) and spans[i][1] <= start:
            i += 1
        if i == len(spans) or start < spans[i][0]:
            kept.append(entry)
    return kept
