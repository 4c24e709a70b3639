"""A report with a person's corrections in it; the program's own figures are kept beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from fazhi_extract.errors import FazhiError
from fazhi_extract.model import Metric, Report
from fazhi_extract.resolve.periods import is_of_year
from fazhi_extract.review.files import Correction, Entry, text_differs

if TYPE_CHECKING:
    from fazhi_extract.outline import Outline
    from fazhi_extract.text import SourceText

FIELDS = (
    "kind", "value", "value_to", "unit", "bound", "form", "role", "label", "indicator", "attributes", "scope", "scope_kind",
)  # fmt: skip
"""What a person can say of a figure."""

_NO_REASON = "rejected in review"
"""What a review page writes where the person gave no reason; a key's decoys have one."""
_NEUTRAL: Entry = {
    "value_to": None, "unit": None, "bound": "exact", "form": "number", "role": "actual", "label": None, "indicator": None,
    "attributes": {}, "scope": None, "scope_kind": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """What became of a figure. ``machine`` is what the program had there; ``None`` for an added one."""

    verdict: Literal["confirmed", "corrected", "added", "rejected"]
    machine: Metric | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report after its review: ``report`` has the person's figures in place of the program's and none that was
    rejected. Ids stay; added figures have ids like ``a12-15``. What no one reviewed is as it was.
    """

    report: Report
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """By the figure's id."""
    rejected: tuple[Metric, ...] = ()
    """The program's figures that are none, in document order."""


def apply(correction: Correction, report: Report, codes: Collection[str]) -> Reviewed:
    """The report with all corrections of a file; ``codes`` are the indicators that are known.

    Raises :class:`FazhiError`, and nothing is applied: E534 for a value that a figure cannot have, E536 where the file is
    about another version of the report.
    """
    work = _Work(correction, report, codes)
    for entry in correction.rejected:
        work.reject(entry)
    for entry in correction.kept:
        work.keep(entry)
    return work.done()


class _Work:
    def __init__(self, correction: Correction, report: Report, codes: Collection[str]) -> None:
        self._path = correction.path
        self._report = report
        self._codes = {*codes, *(m.indicator for m in report.metrics if m.indicator)}
        self._metrics = {metric.id: metric for metric in report.metrics}
        self._machine = dict(self._metrics)
        self._reviews: dict[str, Review] = {}
        self._parts: tuple[SourceText, Outline] | None = None
        if text_differs(correction, report):
            raise self._stale("text_sha256")

    def reject(self, entry: Entry) -> None:
        machine = self._figure_of(entry)
        self._reviews[machine.id] = Review("rejected", machine, _note(entry, "why"))
        del self._metrics[machine.id]

    def keep(self, entry: Entry) -> None:
        self._check_words(entry)
        if entry["review"] == "added":
            metric = self._added(entry)
            self._reviews[metric.id] = Review("added", None, _note(entry, "note"))
        else:
            machine = self._figure_of(entry)
            metric = self._corrected(machine, entry)
            same = all(getattr(metric, name) == getattr(machine, name) for name in FIELDS)
            self._reviews[machine.id] = Review("confirmed" if same else "corrected", machine, _note(entry, "note"))
        self._metrics[metric.id] = metric

    def done(self) -> Reviewed:
        places = {key: number for number, key in enumerate(self._metrics)}
        metrics = sorted(self._metrics.values(), key=lambda m: (*m.span, places[m.id]))
        # Not built anew: its ids no longer count up, and all else has been checked.
        report = self._report.model_copy(update={"metrics": tuple(metrics)})
        rejected = [m for m in self._report.metrics if m.id in self._reviews and m.id not in self._metrics]
        return Reviewed(report, self._reviews, tuple(rejected))

    def _stale(self, reason: str) -> FazhiError:
        return FazhiError("E536", path=self._path, report=self._report.source.path, reason=reason)

    def _check_words(self, entry: Entry) -> None:
        text = self._report.source.text
        start, end = entry["span"]
        if text is not None and text[start:end] != entry["text"]:
            raise self._stale(f"{entry['span']} {entry['text']}")

    def _figure_of(self, entry: Entry) -> Metric:
        """The program's figure that an entry is about: by its id, or where that has changed, by place and values."""
        here = [m for m in self._machine.values() if list(m.span) == entry["span"] and m.text == entry["text"]]
        here = [m for m in here if m.id not in self._reviews]
        named = [m for m in here if m.id == entry.get("metric")]
        said = entry.get("machine") or entry
        alike = [m for m in here if all(_plain(m)[name] == said[name] for name in FIELDS if name in said)]
        for found in (named, alike, here):
            if len(found) == 1:
                return found[0]
        raise self._stale(f"{entry['span']} {entry['text']}")

    def _corrected(self, machine: Metric, entry: Entry) -> Metric:
        said = {name: entry[name] for name in FIELDS if name in entry}
        changed = {name for name in said if said[name] != _plain(machine)[name]}
        metric = machine.model_dump() | said | {"candidates": (), "doubts": ()}
        if "indicator" in changed:
            metric["rule"] = None
        if "role" in changed and not (machine.period and machine.period.stated):
            metric["period"] = self._period(said["role"])
        built = self._built(metric, entry)
        # What the program knows for a part of another figure stays one, unless the person says of what it tells.
        year = self._report.metadata.reporting_year
        part = not machine.headline and is_headline(machine, year)
        told = changed & {"indicator", "role", "scope", "scope_kind"}
        return built.model_copy(update={"headline": False}) if part and not told else built

    def _added(self, entry: Entry) -> Metric:
        span = entry["span"]
        metric = _NEUTRAL | {name: entry[name] for name in FIELDS if name in entry}
        nth = sum(id_.startswith(f"a{span[0]}-{span[1]}") for id_ in self._metrics)
        metric |= {"id": f"a{span[0]}-{span[1]}" + (f"-{nth}" if nth else ""), "text": entry["text"], "span": span}
        metric |= {"period": self._period(metric["role"]), "headline": False, "rule": None}
        metric |= {"links": (), "candidates": (), "doubts": ()}
        return self._built(metric | self._place(span), entry)

    def _built(self, metric: Entry, entry: Entry) -> Metric:
        where = f"{entry['span']} {entry['text']}"
        try:
            built = Metric.model_validate(metric)
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(map(str, first["loc"]))
            raise FazhiError("E534", path=self._path, reason=f"{where}: {name}: {first['msg']}") from error
        if (built.value is None) != (built.form == "masked"):
            raise FazhiError("E534", path=self._path, reason=f"{where}: value, form")
        if built.indicator is not None and built.indicator not in self._codes:
            raise FazhiError("E534", path=self._path, reason=f"{where}: indicator {built.indicator}")
        return built.model_copy(update={"headline": is_headline(built, self._report.metadata.reporting_year)})

    def _period(self, role: object) -> dict[str, object] | None:
        """The reporting year, the one after it for a target, where no words of the text say more."""
        year = self._report.metadata.reporting_year
        if year is None:
            return None
        year += role == "target"
        return {"start": date(year, 1, 1), "end": date(year, 12, 31), "stated": False}

    def _place(self, span: list[int]) -> Entry:
        """Sentence and section of a place that the program has no figure at."""
        text = self._report.source.text
        if text is None:
            raise FazhiError("E504", path=self._report.source.path)
        if self._parts is None:
            from fazhi_extract.split import outline
            from fazhi_extract.text import SourceText

            source = SourceText.from_raw(text)
            self._parts = source, outline(source)
        source, parts = self._parts
        at = bisect_left(source.back, span[0])
        first, last = parts.sentences.sentence(at)
        sentence = source.span(first, last) if first < last else (span[0], span[1])
        quote = source.words(first, last)
        if not (sentence[0] <= span[0] and span[1] <= sentence[1]):  # the person's words go beyond one sentence
            sentence, quote = (span[0], span[1]), "".join(text[span[0] : span[1]].split())
        node = parts.node_at(at)
        known = {section.id for section in self._report.sections}
        return {
            "sentence": sentence, "quote": quote, "section": node.id if node is not None and node.id in known else None,
        }  # fmt: skip


def is_headline(metric: Metric, year: int | None) -> bool:
    """Whether a figure is one to tabulate for its indicator, as :func:`fazhi_extract.resolve.periods.is_headline` has it."""
    if metric.indicator is None or metric.role != "actual" or metric.form == "in_words":
        return False
    if metric.scope_kind not in (None, "own", "system") or any(link.relation == "whole" for link in metric.links):
        return False
    period = metric.period
    return period is None or year is None or is_of_year(period.start, period.end, year)


def _plain(metric: Metric) -> dict[str, Any]:
    return {name: getattr(metric, name) for name in FIELDS}


def _note(entry: Entry, name: str) -> str | None:
    words = entry.get(name)
    return words if isinstance(words, str) and words.strip() and words != _NO_REASON else None
