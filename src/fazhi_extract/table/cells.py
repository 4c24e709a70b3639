"""What a report says in one cell of the panel: the headline figure, or why there is none, with what has to be said
beside it. The states are those of :mod:`~fazhi_extract.table.headline`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fazhi_extract.messages import message
from fazhi_extract.quoting import marked
from fazhi_extract.table.headline import WHOLE, Headline, State, headline
from fazhi_extract.table.keys import Key
from fazhi_extract.table.units import canonical_unit

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report
    from fazhi_extract.rulebook.indicators import Indicator

_LABEL = 20
"""How much of a label tells figures of a list apart."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``value`` is a number for stated, stated_none and in_words (not for ranges), else ``None``;
    ``text`` is what stands in the report: the figure's words, or the list of figures, each with what it is about."""

    state: State
    value: int | float | None
    text: str
    unit: str | None
    """The measure word, canonical for the indicator; ``None`` where the figure has none or there are several."""
    bound: str
    note: str
    """What the number alone does not say: bounds, another unit, who acted, doubts. Empty for nothing."""
    metrics: tuple[str, ...]
    """Ids of the figures, in document order."""
    quotes: tuple[str, ...]
    """Their sentences, each with the figure in 【】."""


def cells_of(
    report: Report, indicators: Mapping[str, Indicator], lang: str, extra: Iterable[Key] = ()
) -> dict[Key, Cell]:
    """The cells that a report fills, by their keys, in order of the text. Cells that are not here are ``not_found``.

    ``extra`` are keys for any attributes (:attr:`Key.any_attributes`) that are wanted too.
    """
    figures: dict[Key, list[Metric]] = {}
    of_indicator: dict[str, list[Metric]] = {}
    for metric in report.metrics:
        if metric.indicator is not None:
            figures.setdefault(Key.of(metric), []).append(metric)
            of_indicator.setdefault(metric.indicator, []).append(metric)
    for key in extra:
        if key.indicator in of_indicator:
            figures[key] = of_indicator[key.indicator]
    year = report.metadata.reporting_year
    return {key: _cell(key, found, indicators.get(key.indicator), year, lang) for key, found in figures.items()}


def _cell(key: Key, figures: Sequence[Metric], indicator: Indicator | None, year: int | None, lang: str) -> Cell:
    units = indicator.ordered_units if indicator else ()
    found = headline(figures, units, apart=Key.of if key.any_attributes else None)
    state, first, chosen = found.state, found.best, found.figures
    single = state in ("stated", "stated_none", "in_words")
    unit = canonical_unit(first.unit, units)
    note = _note(found, unit, units, year, lang) if single else []
    note += sorted({message(f"doubt.{doubt}", lang) for m in chosen for doubt in m.doubts})
    return Cell(
        state=state,
        value=first.value if single and first.value_to is None else None,
        text=_words(first) if single else listed(chosen, year, lang),
        unit=unit if single else None,
        bound=first.bound if single else "exact",
        note=("；" if lang == "zh" else "; ").join(note),
        metrics=tuple(m.id for m in chosen),
        quotes=tuple(dict.fromkeys(marked(m, "【】") for m in chosen)),
    )


def _note(found: Headline, unit: str | None, units: Sequence[str], year: int | None, lang: str) -> list[str]:
    """What has to be said beside the number of a figure: first of all its own words, where the number is not all."""
    figure = found.best
    note = []
    if figure.bound != "exact" or (figure.form == "number" and unit != (units[0] if units else unit)):
        note.append(_words(figure))
    if "actor" in figure.attributes:
        note.append(figure.attributes["actor"])
    if (days := _other_days(figure, year)) is not None:
        note.append(days)
    note += [message("table.beside", lang, text=_words(m)) for m in found.beside]
    return note


def listed(figures: Sequence[Metric], year: int | None, lang: str) -> str:
    """The words of several figures, each with what tells it apart: 341.203万元（职业卫生用人单位）；…."""
    opening, closing, comma = ("（", "）", "；") if lang == "zh" else (" (", ")", "; ")
    marks = [_marks(m, year, lang) for m in figures]
    said = []
    for m, own in zip(figures, marks, strict=True):
        if len(figures) > 1 and m.label and (not own or marks.count(own) > 1):
            own = [*own, m.label if len(m.label) <= _LABEL else "…" + m.label[-_LABEL:]]
        said.append(_words(m) + (f"{opening}{comma.join(own)}{closing}" if own else ""))
    return comma.join(said)


def _marks(figure: Metric, year: int | None, lang: str) -> list[str]:
    """What a figure is about, where that is not the whole of the year's work."""
    marks = []
    # In 分别为5.2、3.6万人次 the first has scale and unit from the second: its words alone would mislead.
    if figure.form == "number" and figure.unit is not None and not any(c in figure.text for c in figure.unit):
        marks.append(f"{figure.value}{figure.unit}")
    if figure.role != "actual":
        marks.append(message(f"table.role.{figure.role}", lang))
    if figure.scope_kind not in WHOLE and figure.scope:
        marks.append(figure.scope)
    elif any(link.relation == "whole" for link in figure.links):
        marks.append(message("table.part", lang))
    marks += [words for words in (figure.attributes.get("item"), figure.attributes.get("actor")) if words]
    if (days := _other_days(figure, year)) is not None:
        marks.append(days)
    return marks


def _words(figure: Metric) -> str:
    return "".join(figure.text.split())


def _other_days(figure: Metric, year: int | None) -> str | None:
    """The period, where the text states one that is not the whole reporting year."""
    period = figure.period
    if period is None or not period.stated or period.start is None or period.end is None:
        return None
    if year is not None and (str(period.start), str(period.end)) == (f"{year}-01-01", f"{year}-12-31"):
        return None
    return f"{period.start}—{period.end}"
