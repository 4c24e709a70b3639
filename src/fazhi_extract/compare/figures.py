"""What a report says of each indicator, as far as it can be set beside another report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fazhi_extract.table.figures import Figure, agree, figure_of, same_unit
from fazhi_extract.table.headline import WHOLE, ReportState, headline
from fazhi_extract.table.keys import Key

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report
    from fazhi_extract.rulebook.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Reading:
    """What one side says of a key; ``figures`` has one entry where it can be reckoned with, all of them else."""

    state: ReportState
    figures: tuple[Figure, ...] = ()

    @property
    def figure(self) -> Figure | None:
        """The one number, if there is one."""
        return self.figures[0] if self.state in ("stated", "stated_none") else None


@dataclass(slots=True)
class Body:
    """The figures of one body in one year. ``growths`` and ``bases`` are what the report says of the year before."""

    name: str
    key: str | None
    year: int | None
    path: str
    readings: dict[Key, Reading] = field(default_factory=dict)
    growths: dict[Key, Figure] = field(default_factory=dict)
    bases: dict[Key, Figure] = field(default_factory=dict)
    loose: bool = False
    """Whether the attributes are guessed from a row's name, as in a sheet."""
    unread: list[Figure] = field(default_factory=list)
    """Rows of a sheet whose value is no number."""
    unknown: tuple[str, ...] = ()
    """Heads of a panel's columns that were not understood."""


def body_of(report: Report, indicators: Mapping[str, Indicator]) -> Body:
    """The figures of a report, by key."""
    head = report.metadata
    path = report.source.path
    body = Body(head.issuer or "", head.issuer_key, head.reporting_year, path)
    grouped: dict[Key, list[Metric]] = {}
    for metric in report.metrics:
        if metric.indicator is not None:
            grouped.setdefault(Key.of(metric, words=True), []).append(metric)
    for key, metrics in grouped.items():
        known = indicators.get(key.indicator)
        reading = _reading(key, metrics, known.ordered_units if known else ())
        if reading is not None:
            body.readings[key] = reading
    by_id = {metric.id: metric for metric in report.metrics}
    for metric in report.metrics:
        if metric.form != "number" or metric.role not in ("change", "prior"):
            continue
        relation, table = ("changed", body.growths) if metric.role == "change" else ("later", body.bases)
        linked = [by_id[link.metric] for link in metric.links if link.relation == relation]
        about = _belongs_to(metric, linked[0] if linked else None, body)
        if about is not None:
            table.setdefault(about, figure_of(metric))
    return body


def _belongs_to(metric: Metric, linked: Metric | None, body: Body) -> Key | None:
    """The key whose figure a change or a prior value is about: never that of the whole for what is about a part."""
    of = linked or metric
    if of.indicator is None or (key := Key.of(of, words=True)) not in body.readings:
        return None
    if linked is None:
        return key if metric.scope_kind in WHOLE else None
    return key if linked.headline or any(f.place == linked.id for f in body.readings[key].figures) else None


def _reading(key: Key, metrics: Sequence[Metric], units: Sequence[str]) -> Reading | None:
    found = headline(metrics, units, items=key.of_item)
    if found.state == "not_found":
        return None
    single = found.state in ("stated", "stated_none")
    return Reading(found.state, tuple(map(figure_of, (found.best,) if single else found.figures)))


def settle(figures: Iterable[Figure], units: Sequence[str] = ()) -> Reading:
    """The reading of a sheet's figures: one where they say the same, else ``several``."""
    found = list(dict.fromkeys(figures))
    if all(figure.value is None for figure in found):
        return Reading("masked", tuple(found))
    best = min(found, key=lambda figure: (not figure.exact, figure.step))
    if not all(agree(best, figure) and same_unit(best, figure, units) for figure in found):
        return Reading("several", tuple(found))
    none = best.value == 0 and not any(c.isdecimal() or c in "零〇" for c in best.text)
    return Reading("stated_none" if none else "stated", (best,))
