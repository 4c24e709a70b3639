"""The reports as bodies with their figures, and which of them a row of the table is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from fazhi_extract.describe.region import locate
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.pipeline import mentions
from fazhi_extract.quoting import marked, place_in_quote, shown
from fazhi_extract.table.headline import WHOLE
from fazhi_extract.table.keys import Key

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report, Section

_AROUND = 30
"""How much of the text on each side shows where a number without a sentence stands."""
_OF_A_ROW = lazy_pattern(r"[|\t]")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a report, or another number of its text (``reason`` says why it was turned down)."""

    id: str
    text: str
    span: tuple[int, int]
    kind: str
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    bound: str
    form: str
    role: str
    key: Key | None
    """Its indicator with the attributes that have closed values."""
    words: tuple[str, ...]
    """Item and actor: attributes in words of the text."""
    scope: str | None
    part: bool
    """Whether it is about less than the whole of the issuer's work."""
    wholes: frozenset[str]
    """The ids of the figures that it is a part of."""
    period: tuple[date | None, date | None] | None
    """Where the text states one."""
    label: str
    before: str
    """The sentence in front of it."""
    after: str
    """The sentence behind it."""
    quote: str
    """The sentence with the figure in 【】."""
    place: str
    """Marker and title of its section."""
    sentence: int
    lead: str = ""
    """The sentence that opens its paragraph, where the figure is not in it."""
    candidates: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    reason: str = ""

    @property
    def indicator(self) -> str | None:
        """The code of its indicator."""
        return self.key.indicator if self.key else None


@dataclass(frozen=True)
class Body:
    """A report: where it came from, whose it is, its figures, and its text without blanks to look quotations up in."""

    path: str
    report_id: str | None
    issuer: str
    key: str | None
    year: int | None
    regions: tuple[str, ...]
    figures: tuple[Told, ...]
    text: str = field(repr=False)

    @cached_property
    def _by_indicator(self) -> dict[str | None, list[Told]]:
        grouped: dict[str | None, list[Told]] = {}
        for told in self.figures:
            grouped.setdefault(told.indicator, []).append(told)
        return grouped

    @cached_property
    def _by_size(self) -> dict[Decimal, list[Told]]:
        grouped: dict[Decimal, list[Told]] = {}
        for told in self.figures:
            if told.value is not None:
                grouped.setdefault(abs(told.value), []).append(told)
        return grouped

    def about(self, indicators: Iterable[str]) -> list[Told]:
        """The figures of some indicators."""
        return [told for code in sorted(indicators) for told in self._by_indicator.get(code, ())]

    def of_size(self, value: Decimal | None) -> list[Told]:
        """The figures whose number, whatever its sign, is this one; none for ``None``."""
        return [] if value is None else self._by_size.get(abs(value), [])


@dataclass(frozen=True, slots=True)
class Whose:
    """What a row of the table says of the report that it is about; empty where it says nothing."""

    file: str = ""
    issuer: str = ""
    region: str = ""
    year: int | None = None


Unmatched = Literal["no-report", "no-year", "several", "nameless"]
"""Why a row has no report: none fits; there is one of another year; several fit; the row does not say whose it is."""


def body_of(report: Report) -> Body:
    """The figures of a report as they are compared."""
    head, text = report.metadata, report.source.text or ""
    sections = {section.id: section for section in report.sections}
    region = head.region
    regions = tuple(filter(None, (region.county, region.city, region.province))) if region else ()
    figures = [_told(metric, sections.get(metric.section or "")) for metric in report.metrics]
    figures += [told for one in report.turned_down for told in _numbers(one.text, one.span, one.reason, text)]
    path = report.source.path or ""
    return Body(
        path,
        report.report_id,
        head.issuer or "",
        head.issuer_key,
        head.reporting_year,
        regions,
        tuple(figures),
        _bare(text),
    )


def _told(metric: Metric, section: Section | None) -> Told:
    at = place_in_quote(metric) or (len(metric.quote), len(metric.quote))
    period = metric.period
    return Told(
        metric.id, shown(metric), metric.span, metric.kind, _decimal(metric.value), _decimal(metric.value_to),
        metric.unit, metric.bound, metric.form, metric.role, Key.of(metric) if metric.indicator else None,
        tuple(str(metric.attributes[name]) for name in ("item", "actor") if name in metric.attributes),
        metric.scope, metric.scope_kind not in WHOLE, frozenset(link.metric for link in metric.links if link.relation == "whole"),
        (period.start, period.end) if period and period.stated else None, metric.label or "",
        metric.quote[: at[0]], metric.quote[at[1] :], marked(metric, "【】"),
        " ".join(filter(None, (section.marker, section.title))) if section else "",
        metric.sentence[0], _lead(metric, section), metric.candidates, metric.doubts,
    )  # fmt: skip


def _lead(metric: Metric, section: Section | None) -> str:
    """The first sentence of a figure's paragraph; a section's text has a line for each paragraph."""
    text = section.text or "" if section else ""
    paragraph = text[: max(0, text.find(metric.quote))].rsplit("\n", 1)[-1]
    first, stop, _ = paragraph.partition("。")
    return first if stop else ""


def _numbers(words: str, span: tuple[int, int], reason: str, text: str) -> list[Told]:
    """The numbers in a numeral that was turned down."""
    before, after = text[max(0, span[0] - _AROUND) : span[0]], text[span[1] : span[1] + _AROUND]
    before, after = before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]
    return [
        Told(
            "", m.text, span, "count" if m.kind == "number" else m.kind, m.value, m.value_to, m.unit, m.bound, "numeral",
            "actual", None, (), None, False, frozenset(), None, "", before, after, f"{before}【{words}】{after}", "", span[0],
            reason=reason,
        )
        for m in mentions(words)
        if m.kind != "date"
    ]  # fmt: skip


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@dataclass
class Bodies:
    """All reports, and the one that a row is about."""

    bodies: Sequence[Body]
    _found: dict[Whose, Body | Unmatched] = field(default_factory=dict)

    def of(self, whose: Whose) -> Body | Unmatched:
        """The report of a row, or why there is none. Nothing is guessed where several fit."""
        if whose not in self._found:
            self._found[whose] = self._of(whose)
        return self._found[whose]

    def named(self, words: str) -> bool:
        """Whether a cell names a report, by its file or its issuer."""
        return bool(words) and bool(self._of_file(words) or self._of_issuer(words, None))

    def others(self, body: Body) -> list[Body]:
        """The reports of the same issuer about other years, the nearest first."""
        year = body.year or 0
        same = [b for b in self.bodies if b is not body and _alike(b, body) and b.year != body.year]
        return sorted(same, key=lambda b: abs((b.year or 0) - year))

    def _of(self, whose: Whose) -> Body | Unmatched:
        if whose.file:
            found = self._of_file(whose.file)
            found = found or ([] if whose.issuer else self._of_issuer(whose.file, whose.year))
            if found:
                return _one(found, whose.year)
        found = list(self.bodies)
        if whose.issuer:
            found = self._of_issuer(whose.issuer, whose.year)
            if not found and whose.region:
                found = self._of_issuer(whose.region + whose.issuer, whose.year)
        elif whose.file:
            return "no-report"
        if whose.region and (len(found) > 1 or not whose.issuer):
            found = [b for b in found if whose.region in b.regions or _bare(b.issuer).startswith(whose.region)]
        if not (whose.issuer or whose.region or whose.file or whose.year) and len(self.bodies) > 1:
            return "nameless"
        return _one(found, whose.year)

    def _of_file(self, words: str) -> list[Body]:
        name = words.strip().replace("\\", "/")
        whole = [b for b in self.bodies if name in (b.path.replace("\\", "/"), b.report_id)]
        base = PurePath(name).name.lower()
        return whole or [b for b in self.bodies if base in _file_names(b.path)]

    def _of_issuer(self, words: str, year: int | None) -> list[Body]:
        name = _bare(words)
        exact = [b for b in self.bodies if b.issuer and _bare(b.issuer) == name]
        if exact:
            return exact
        key = locate(name, year=year).key
        keyed = [b for b in self.bodies if key and b.key == key]
        return keyed or [
            b for b in self.bodies if len(name) > 3 and b.issuer and (name in b.issuer or b.issuer in name)
        ]


def _one(found: Sequence[Body], year: int | None) -> Body | Unmatched:
    if not found:
        return "no-report"
    fitting = [b for b in found if year is None or b.year == year]
    # A row that says the year is not about a report that says another one.
    fitting = fitting or [b for b in found if b.year is None]
    if not fitting:
        return "no-year"
    return fitting[0] if len(fitting) == 1 else "several"


def _alike(one: Body, other: Body) -> bool:
    return bool(one.issuer) and (one.issuer == other.issuer or (one.key is not None and one.key == other.key))


def _file_names(path: str) -> set[str]:
    name = PurePath(path.replace("\\", "/")).name.lower()
    names = {name}
    while "." in name:
        name = name.rpartition(".")[0]
        names.add(name)
    return names


def _bare(words: str) -> str:
    return re.sub(r"\s+", "", words)


def keys_of(bodies: Iterable[Body]) -> set[Key]:
    """All keys that the reports have figures for."""
    return {told.key for body in bodies for told in body.figures if told.key is not None}
