"""What a report says of each indicator, as far as it can be set beside another report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report

State = Literal["stated", "stated_none", "in_words", "masked", "partial", "several", "target_only", "not_found"]
"""``stated`` and ``stated_none`` can be reckoned with. ``partial``: only parts are told, such as one campaign;
``several``: the headlines disagree; ``target_only``: only a plan."""

_SCALES = {"亿": Decimal(10) ** 8, "千万": Decimal(10) ** 7, "百万": Decimal(10) ** 6, "万": Decimal(10) ** 4}
_PRINTED = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?\s*(?P<scale>亿|千万|百万|万)?")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What is compared: an indicator (its code, or the words of a sheet that fit none) with its attributes."""

    indicator: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def closed(self) -> Key:
        """Without the attributes that are words of the text, which change from year to year."""
        return Key(self.indicator, tuple(pair for pair in self.attributes if pair[0] not in ("item", "actor")))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its place. ``step`` is what one unit of its last printed digit is worth, 0 for a whole number."""

    value: Decimal | None
    unit: str | None
    kind: str
    text: str
    quote: str
    place: str
    """The metric's id, or the row of a sheet."""
    step: Decimal = Decimal(0)
    exact: bool = True
    """Whether it is one number as printed: not 约, 余 or a range."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one side says of a key; ``figures`` has one entry where it can be reckoned with, all of them else."""

    state: State
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


def body_of(report: Report) -> Body:
    """The figures of a report, by key."""
    head = report.metadata
    path = report.source.path
    body = Body(head.issuer or "", head.issuer_key, head.reporting_year, path)
    grouped: dict[Key, list[Metric]] = {}
    for metric in report.metrics:
        if metric.indicator is not None:
            grouped.setdefault(_key(metric), []).append(metric)
    for key, metrics in grouped.items():
        reading = _reading(metrics)
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
    key = _key(of)
    if of.indicator is None or key not in body.readings:
        return None
    if linked is None:
        return key if metric.scope_kind in (None, "own", "system") else None
    return key if linked.headline or any(f.place == linked.id for f in body.readings[key].figures) else None


def _key(metric: Metric) -> Key:
    given = sorted(metric.attributes.items())
    return Key(metric.indicator or "", tuple((name, "true" if value is True else str(value)) for name, value in given))


def _reading(metrics: Sequence[Metric]) -> Reading | None:
    headlines = [metric for metric in metrics if metric.headline]
    if headlines:
        return settle(figure_of(metric) for metric in headlines)
    actual = [metric for metric in metrics if metric.role == "actual"]
    in_words = [metric for metric in actual if metric.form == "in_words" and metric.scope is None]
    if in_words:
        return Reading("in_words", tuple(map(figure_of, in_words)))
    if actual:
        return Reading("partial", tuple(map(figure_of, actual)))
    targets = [metric for metric in metrics if metric.role == "target"]
    return Reading("target_only", tuple(map(figure_of, targets))) if targets else None


def settle(figures: Iterable[Figure]) -> Reading:
    """The reading of figures that are all to tabulate: one where they say the same, else ``several``."""
    found = list(figures)
    known = [figure for figure in found if figure.value is not None]
    if not known:
        return Reading("masked", tuple(found))
    # 6.8万 and 68123 are one number, the second more exactly.
    best = min(known, key=lambda figure: (not figure.exact, figure.step))
    if all(agree(best, figure) for figure in known):
        none = best.value == 0 and not any(c.isdecimal() or c in "零〇" for c in best.text)
        return Reading("stated_none" if none else "stated", (best,))
    return Reading("several", tuple(dict.fromkeys(known)))


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be the same number in the same unit, as printed."""
    if one.value is None or other.value is None or one.kind != other.kind:
        return False
    if not (one.exact and other.exact):
        return one.value == other.value
    return abs(one.value - other.value) <= (one.step + other.step) / 2


def figure_of(metric: Metric) -> Figure:
    """A metric as it is compared."""
    value = None if metric.value is None else Decimal(str(metric.value))
    exact = metric.bound == "exact" and metric.value_to is None
    return Figure(value, metric.unit, metric.kind, metric.text, metric.quote, metric.id, step_of(metric.text), exact)


def step_of(text: str) -> Decimal:
    """What one unit of the last printed digit is worth: 100 for 6.84万, 0.01 for 30.57%, 0 for 743件."""
    printed = _PRINTED.search(text)
    if printed is None or not (printed["decimals"] or printed["scale"]):
        return Decimal(0)
    return _SCALES.get(printed["scale"] or "", Decimal(1)).scaleb(-len(printed["decimals"] or ""))
