"""What a page knows of its report, as plain data for its script."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from fazhi_extract.errors import FazhiError, Said
from fazhi_extract.messages import LANGUAGES, MESSAGES
from fazhi_extract.page.blocks import blocks, wraps
from fazhi_extract.page.languages import in_both
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.text import SourceText

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report
    from fazhi_extract.model.figures import Period

Why = Mapping[str, Sequence[Said]]
"""Of figures, by their ids: what led to their meaning."""

_SAID = (
    "page.", "role.", "scope.", "reason.", "doubt.", "attribute.", "bound.", "severity.", "domain.", "why.",
    "column.stage", "column.result", "column.level", "column.instrument", "column.instance", "column.procedure",
    "column.channel", "column.joint", "column.variety", "column.item", "column.actor", "issuer_type.",
)  # fmt: skip
# The card of a figure shows its indicator, role, scope and links anyway.
_REASONS = ("why.words", "why.rule", "why.lent", "why.attribute.", "why.role.cue", "why.miss.")
_CHECKS = tuple(key for key in MESSAGES if key.startswith("check."))
_USUAL = {"bound": "exact", "form": "number", "role": "actual", "headline": False}
"""What most figures have; the script fills it in."""


def page_data(
    report: Report,
    *,
    book: Rulebook | None = None,
    lang: str = "zh",
    why: Why | None = None,
    index: str | None = None,
) -> dict[str, Any]:
    """The report as the page's script reads it; spans are those of the report.

    ``book`` names the indicators, ``lang`` ("zh" or "en") is the language that the page starts in, ``index`` the address of the
    index that the page belongs to.
    Raises :class:`FazhiError` for a report that could not be read (E506) or has no text (E504).
    """
    if report.error is not None:
        raise FazhiError("E506", path=report.source.path, reason=report.error.code)
    text = report.source.text
    if text is None:
        raise FazhiError("E504", path=report.source.path)
    source = SourceText.from_raw(text)
    book = book or Rulebook.default()
    why = why or {}
    found = dict.fromkeys(one.period for one in report.metrics if one.period is not None)
    periods = {period: place for place, period in enumerate(found)}
    return {
        "lang": lang,
        "index": index,
        "path": report.source.path,
        "report_id": report.report_id,
        "sha256": report.source.sha256,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "tool": f"{report.tool.name} {report.tool.version}",
        "rules": [f"{one.name} {one.sha256[:12]}" for one in report.tool.rules],
        "text": text,
        "blocks": blocks(report, source),
        "wraps": wraps(report, source),
        "metadata": report.metadata.model_dump(mode="json", exclude={"spans"}),
        "places": report.metadata.model_dump(mode="json")["spans"],
        "sections": [
            one.model_dump(mode="json", exclude={"text", "topic"}, exclude_none=True) for one in report.sections
        ],
        "periods": [one.model_dump(mode="json") for one in periods],
        "metrics": [_figure(one, periods, one.id in why) for one in report.metrics],
        "dates": [one.model_dump(mode="json", exclude={"id", "text", "section"}) for one in report.dates],
        "citations": [one.model_dump(mode="json", exclude={"title", "section"}) for one in report.citations],
        "turned_down": [one.model_dump(mode="json", exclude={"text"}) for one in report.turned_down],
        "checks": [one.model_dump(mode="json") | {"message": in_both(one.message, _CHECKS)} for one in report.checks],
        "notes": [
            one.model_dump(mode="json") | {"message": in_both(one.message, {one.code} & MESSAGES.keys())}
            for one in report.notes
        ],
        **_reasons(why),
        "indicators": [
            {
                "code": one.code,
                "zh": one.zh,
                "en": one.en,
                "about": [one.definition, one.definition_en],
                "dimension": one.dimension,
                "unit": one.ordered_units[0] if one.ordered_units else "",
                "attributes": {key: list(values) if values else [] for key, values in one.attributes.items()},
            }
            for one in book.indicators.values()
        ],
        "words": {
            name: {key: words[at] for key, words in MESSAGES.items() if key.startswith(_SAID)}
            for at, name in enumerate(LANGUAGES)
        },
    }


def _figure(metric: Metric, periods: Mapping[Period, int], told: bool) -> dict[str, Any]:
    """A figure without what its span gives, what is empty or usual, and what a page does not show.

    Its period is its number in ``periods``. The rule is named only where nothing else is told of it.
    """
    left_out = {"text", "quote", "sentence", "period"} | ({"rule"} if told else set())
    full = metric.model_dump(mode="json", exclude=left_out)
    kept = {key: value for key, value in full.items() if value not in (None, [], {}) and _USUAL.get(key) != value}
    if metric.period is not None:
        kept["period"] = periods[metric.period]
    return kept


def _reasons(why: Why) -> dict[str, Any]:
    """``facts`` that led to the meaning of figures, and in ``why`` their numbers for each figure: many rest on the same ones."""
    numbers: dict[str, int] = {}
    found = {
        key: [
            numbers.setdefault(json.dumps(_plain(one), ensure_ascii=False), len(numbers))
            for one in facts
            if one.key.startswith(_REASONS)
        ]
        for key, facts in why.items()
    }
    return {"facts": [json.loads(fact) for fact in numbers], "why": found}


def _plain(said: Said) -> list[Any]:
    """A message that the page puts together itself, in the language of its reader."""
    return [
        said.key,
        {key: _plain(value) if isinstance(value, Said) else str(value) for key, value in said.params.items()},
    ]
