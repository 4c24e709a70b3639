"""What a report says in one cell of the panel: the headline figure, or why there is none. Nothing is added up.

A cell belongs to an indicator with attributes. Its state tells what the report has for it:

- ``stated`` one figure for the whole of the issuer's work in the reporting year;
- ``stated_none`` the report says that there was none (0);
- ``in_words`` said in words without a numeral (均按期办结: 100);
- ``masked`` the digits are blanked out in the text;
- ``several`` figures that disagree: all are listed, none is chosen;
- ``partial`` only figures about a part (a region, a campaign, some objects, another period): they are listed;
- ``target_only`` only plans and duties: they are listed;
- ``not_found`` none of these. Earlier values, growth and conditions of rules are listed where they are all there is.

``no_report`` and ``unreadable`` are states of whole rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from fazhi_extract.messages import message
from fazhi_extract.quoting import marked
from fazhi_extract.table.keys import Key
from fazhi_extract.table.units import canonical_unit

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report
    from fazhi_extract.rulebook.indicators import Indicator

State = Literal[
    "stated", "stated_none", "in_words", "masked", "partial", "several", "target_only", "not_found", "no_report", "unreadable"
]  # fmt: skip
STATES: tuple[State, ...] = get_args(State)
_WHOLE = (None, "own", "system")
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
    state, chosen = _judge(figures, units, apart=key.any_attributes)
    first = min(chosen, key=lambda m: m.bound != "exact") if state == "stated" else chosen[0]
    single = state in ("stated", "stated_none", "in_words")
    unit = canonical_unit(first.unit, units)
    note = _note(first, unit, units, year, lang) if single else []
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


def _judge(figures: Sequence[Metric], units: Sequence[str], *, apart: bool) -> tuple[State, list[Metric]]:
    """The state and the figures it rests on. ``apart``: figures with other attributes count as others."""
    heads = [m for m in figures if m.headline and "item" not in m.attributes]
    # Figures of another actor, such as legal counsel, stand for the issuer's only where it has none itself.
    heads = [m for m in heads if "actor" not in m.attributes] or heads
    if heads:
        if all(m.form == "masked" for m in heads):
            return "masked", heads
        said = {
            (m.form, m.value, m.value_to, canonical_unit(m.unit, units), Key.of(m) if apart else None) for m in heads
        }
        if len(said) > 1:
            return "several", heads
        return ("stated_none" if heads[0].form == "stated_none" else "stated"), heads
    actual = [m for m in figures if m.role == "actual"]
    words = [m for m in actual if m.form == "in_words" and m.scope_kind in _WHOLE and "item" not in m.attributes]
    if words and len({m.value for m in words}) == 1:
        return "in_words", words
    if actual:
        return ("masked" if all(m.form == "masked" for m in actual) else "partial"), actual
    targets = [m for m in figures if m.role == "target"]
    return ("target_only", targets) if targets else ("not_found", list(figures))


def _note(figure: Metric, unit: str | None, units: Sequence[str], year: int | None, lang: str) -> list[str]:
    """What has to be said beside the number of a figure."""
    note = []
    if figure.bound != "exact" or (figure.form == "number" and unit != (units[0] if units else unit)):
        note.append(_words(figure))
    if "actor" in figure.attributes:
        note.append(figure.attributes["actor"])
    if (days := _other_days(figure, year)) is not None:
        note.append(days)
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
    if figure.scope_kind not in _WHOLE and figure.scope:
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
