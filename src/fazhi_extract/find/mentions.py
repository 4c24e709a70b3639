"""The finder alone: every number, percentage, amount and date of a text, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fazhi_extract.find.dates import date_shapes, resolve
from fazhi_extract.find.finder import apart
from fazhi_extract.find.numerals import fractions, numerals
from fazhi_extract.find.quantities import quantities
from fazhi_extract.mention import Quantity
from fazhi_extract.model.vocabulary import Bound, MentionKind
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.text import SourceText


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression with a numeral. `span` is half-open, in code points of the text; `start` and `end` are days.

    A fraction (五分之一, 1/3) has its plain value; 百分之, 千分之 and 万分之 are per cent; ‰ keeps its unit.
    """

    kind: MentionKind
    text: str
    span: tuple[int, int]
    value: Decimal | None = None
    value_to: Decimal | None = None
    unit: str | None = None
    bound: Bound = "exact"
    start: date | None = None
    end: date | None = None


def mentions(text: str, year: int | None = None) -> list[Mention]:
    """Every number, percentage, amount, duration, measure, ratio and date that stands in `text`, in order.

    `year` completes dates that do not write theirs. Nothing is decided or turned down: the 一 of 一线 is a number here.
    """
    source = SourceText.from_raw(text)
    flow = source.flow
    shapes = date_shapes(flow, bare_years=True)
    found: list[Mention] = []
    for shape in shapes:
        interval = (shape.first, shape.last) if shape.first and shape.last else resolve(shape, year)
        start, end = source.span(shape.start, shape.end)
        first, last = interval if interval else (None, None)
        found.append(Mention("date", source.raw[start:end], (start, end), start=first, end=last))
    free = apart(numerals(flow), [(s.start, s.end) for s in shapes])
    for quantity in quantities(flow, free, fractions(flow, free), measure_words()):
        found.append(_mention(source, quantity))
    return sorted(found, key=lambda m: m.span)


def _mention(source: SourceText, q: Quantity) -> Mention:
    start, end = source.span(q.start, q.end)
    kind: MentionKind = q.kind
    value, unit = q.value, q.unit
    if q.plain is not None and source.flow[q.start : q.start + 1] not in ("百", "千", "万", "佰", "仟"):
        kind, value, unit = "number", q.plain, None
    elif q.unit is None and q.kind == "count":
        kind = "number"
    return Mention(kind, source.raw[start:end], (start, end), value, q.value_to, unit, q.bound)
