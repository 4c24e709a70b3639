"""Puts the stages' results together as a Report: flow positions become raw spans, Decimals become JSON numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from fazhi_extract.check import CheckResult
from fazhi_extract.describe import Described, is_report
from fazhi_extract.describe.topics import topic
from fazhi_extract.find.calendar import Day
from fazhi_extract.find.finder import Found
from fazhi_extract.grid import Table
from fazhi_extract.messages import message
from fazhi_extract.outline import Outline
from fazhi_extract.resolve.account import turned_down
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.periods import Period, is_headline
from fazhi_extract.resolve.verdicts import Verdict
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.text import SourceText

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.read import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages have read of one document. `ahead`: where the sections begin whose headings stand for plans;
    `covered`: the period of each figure; `results`: of the checks; `replaced`: where a lone surrogate was."""

    document: Document
    source: SourceText
    parts: Outline
    ahead: Collection[int]
    head: Described
    found: Found
    judged: Sequence[Verdict]
    days: Sequence[Day]
    figures: Sequence[Figure]
    covered: Sequence[Period | None]
    results: Sequence[CheckResult]
    replaced: Sequence[int]
    tables: Sequence[Table]


def assemble(read: Reading, book: Rulebook, lang: str) -> Report:
    """Builds and validates the report."""
    from fazhi_extract import __version__
    from fazhi_extract.model import Report
    from fazhi_extract.model.report import report_id

    shown = [d for d in read.days if not d.optional]
    payload: dict[str, Any] = {
        "tool": {
            "name": "fazhi-extract",
            "version": __version__,
            "rules": [{"name": name, "sha256": sha} for name, sha in book.files],
        },
        "report_id": report_id(read.document.sha256),
        "source": {
            "path": read.document.path,
            "reader": read.document.reader,
            "media_type": read.document.media_type,
            "encoding": read.document.encoding,
            "sha256": read.document.sha256,
            "length": len(read.source.raw),
            "text": read.source.raw,
            "pages": [{"number": page.number, "span": page.span} for page in read.document.pages],
            "blocks": [
                {"kind": b.kind, "span": b.span, "table": b.table, "row": b.row, "column": b.column}
                for b in read.document.blocks
            ],
            "furniture": [{"kind": f.kind, "text": f.text, "page": f.page} for f in read.document.furniture],
        },
        "metadata": _metadata(read.source, read.head),
        "sections": _sections(read.source, read.parts, read.ahead),
        "metrics": _metrics(
            read.source, read.parts, read.figures, read.covered, read.head.values.get("reporting_year")
        ),
        "dates": _dates(read.source, read.parts, shown),
        "citations": _citations(read.source, read.parts, read.found),
        "turned_down": _turned_down(read.source, read.judged, read.figures),
        "checks": [
            {
                "rule": c.rule,
                "agrees": c.agrees,
                "severity": c.severity,
                "metrics": [f"m{i + 1}" for i in c.metrics],
                "message": c.message,
            }
            for c in read.results
        ],
        "notes": [],
    }
    payload["notes"] = [
        {"code": r.code, "severity": r.severity, "message": message(r.code, lang, **r.params), "span": r.span}
        for r in read.document.remarks
    ] + _notes(read.source, read.parts, read.head, read.replaced, read.tables, payload["metrics"], lang)
    return Report.model_validate(payload)


def number(value: Decimal | None) -> int | float | None:
    """A JSON number that says exactly what the digits say: whole ones as int."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _metadata(source: SourceText, head: Described) -> dict[str, Any]:
    spans: dict[str, Any] = {}
    for name, place in head.spans.items():
        spans[name] = [source.span(*p) for p in place] if isinstance(place, list) else source.span(*place)
    return {**head.values, "spans": spans, "given": head.given or None}


def _raw_end(source: SourceText, position: int) -> int:
    """Where a part ends in the raw text: at the start of what follows it in the flow."""
    return source.back[position] if position < len(source.back) else len(source.raw)


def _sections(source: SourceText, parts: Outline, ahead: Collection[int]) -> list[dict[str, Any]]:
    sections = []
    for i, node in enumerate(parts.nodes):
        own_end = node.end
        for later in parts.nodes[i + 1 :]:
            if later.start >= node.end:
                break
            own_end = later.start
            break
        start = source.back[node.start]
        heading = source.span(node.start, max(node.heading_end, node.start))
        sections.append(
            {
                "id": node.id, "parent": node.parent, "kind": node.kind, "level": node.level, "marker": node.marker,
                "title": node.title if node.title else None, "topic": topic(node.title, node.start in ahead) if node.title else None, "span": (start, _raw_end(source, node.end)),
                "heading": heading, "text": _own_text(source, parts, i, own_end),
            }
        )  # fmt: skip
    return sections


def _own_text(source: SourceText, parts: Outline, index: int, own_end: int) -> str:
    """A section's own words: without its heading and its children, line wraps removed."""
    node = parts.nodes[index]
    pieces, at = [], node.heading_end
    for later in parts.nodes[index + 1 :]:
        if later.start >= node.end:
            break
        if later.start >= at:
            pieces.append(source.words(at, later.start))
            at = later.end
    pieces.append(source.words(at, node.end))
    return "".join(pieces).strip().lstrip("。：:；")  # what closes a title


def _section_id(parts: Outline, position: int) -> str | None:
    node = parts.node_at(position)
    return node.id if node else None


def _metrics(
    source: SourceText, parts: Outline, figures: Sequence[Figure], covered: Sequence[Period | None], year: object
) -> list[dict[str, Any]]:
    metrics = []
    quotes: dict[tuple[int, int], tuple[tuple[int, int], str]] = {}  # most sentences hold several figures
    for i, f in enumerate(figures, 1):
        start, end = source.span(f.start, f.end)
        around = min(f.sentence[0], f.start), max(f.sentence[1], f.end)
        if around not in quotes:
            quotes[around] = source.span(*around), source.words(*around)
        sentence, quote = quotes[around]
        period = covered[i - 1]
        metrics.append(
            {
                "id": f"m{i}", "text": source.raw[start:end], "span": (start, end), "kind": f.kind,
                "value": number(f.value), "value_to": number(f.value_to), "unit": f.unit, "bound": f.bound,
                "form": f.form, "role": f.role, "label": f.label or None, "indicator": f.indicator,
                "attributes": f.attributes, "scope": f.scope, "scope_kind": f.scope_kind,
                "period": None if period is None else {"start": period.start, "end": period.end, "stated": period.stated},
                "headline": is_headline(f, period, year if isinstance(year, int) else None),
                "section": _section_id(parts, f.start), "sentence": sentence, "quote": quote,
                "links": [{"relation": r, "metric": f"m{m + 1}"} for r, m in dict.fromkeys(f.links)],
                "candidates": f.candidates, "doubts": f.doubts, "rule": f.rule,
            }
        )  # fmt: skip
    return metrics


def _dates(source: SourceText, parts: Outline, days: Sequence[Day]) -> list[dict[str, Any]]:
    dates = []
    for i, d in enumerate(days, 1):
        start, end = source.span(d.start, d.end)
        dates.append(
            {
                "id": f"d{i}", "text": source.raw[start:end], "span": (start, end), "start": d.first, "end": d.last,
                "granularity": d.granularity, "year_inferred": d.year_inferred, "masked": d.masked,
                "section": _section_id(parts, d.start),
            }
        )  # fmt: skip
    return dates


def _citations(source: SourceText, parts: Outline, found: Found) -> list[dict[str, Any]]:
    citations = []
    for c in found.citations:
        number_ = source.words(*c.document_number) if c.document_number else None
        span = source.span(c.start, c.end)
        citations.append(
            {
                "title": source.words(c.start, c.end),
                "document_number": number_,
                "span": span,
                "section": _section_id(parts, c.start),
            }
        )
    return citations


def _turned_down(source: SourceText, judged: Sequence[Verdict], figures: Sequence[Figure]) -> list[dict[str, Any]]:
    entries: dict[tuple[int, int], str] = {
        source.span(start, end): reason for start, end, reason in turned_down(judged, figures)
    }
    for span in source.furniture:
        entries[span] = "page"
    return [{"text": source.raw[s:e], "span": (s, e), "reason": reason} for (s, e), reason in sorted(entries.items())]


def _notes(
    source: SourceText,
    parts: Outline,
    head: Described,
    replaced: Sequence[int],
    tables: Sequence[Table],
    metrics: Sequence[dict[str, Any]],
    lang: str,
) -> list[dict[str, Any]]:
    notes: list[dict[str, Any]] = []

    def note(code: str, severity: str, span: tuple[int, int] | None = None, **params: object) -> None:
        notes.append({"code": code, "severity": severity, "message": message(code, lang, **params), "span": span})

    if not source.flow.strip():
        note("N101", "warning")
        return notes
    if not is_report(source.flow, head):
        note("N120", "warning")
    if replaced:
        note("N102", "warning", (replaced[0], replaced[0] + 1), count=len(replaced))
    if not parts.nodes:
        note("N103", "info")
    for odd in parts.oddities:
        note("N104" if odd.what == "repeated" else "N105", "info", source.span(odd.start, odd.end), marker=odd.marker)
    if "title" not in head.values:
        note("N106", "info")
    if "reporting_year" not in head.values:
        note("N107", "warning")
    if "issuer" not in head.values:
        note("N108", "info")
    if head.located.ambiguous:
        name, places = head.located.ambiguous
        note("N141", "warning", _issuer_span(source, head), name=name, count=len(places), places="、".join(places))
    elif head.located.unknown:
        note("N142", "info", _issuer_span(source, head), name=head.located.unknown)
    for field, read in head.overridden.items():
        given = head.given[field]
        note("N123", "info", field=message(f"given.{field}", lang), given=given, read=read)
    for table in tables:
        if table.uneven:
            note("N170", "warning", source.span(table.start, table.end))
        if bare := [value.cell for value in table.values if not value.unit_known]:
            note("N171", "info", source.span(bare[0].start, bare[0].end), count=len(bare))
    for code, reason in _without_headline(metrics):
        note("N109", "info", indicator=code, reason=message(f"headline.{reason}", lang))
    return notes


def _issuer_span(source: SourceText, head: Described) -> tuple[int, int] | None:
    place = head.spans.get("issuer")
    return source.span(*place) if isinstance(place, tuple) else None


def _without_headline(metrics: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Indicators whose figures are none to tabulate, each with the reason of its first figure."""
    by_code: dict[str, list[dict[str, Any]]] = {}
    for metric in metrics:
        if metric["indicator"] is not None:
            by_code.setdefault(metric["indicator"], []).append(metric)
    reasons = []
    for code, figures in by_code.items():
        if any(f["headline"] for f in figures):
            continue
        first = figures[0]
        if first["role"] != "actual":
            reasons.append((code, first["role"]))
        elif first["form"] == "in_words":
            reasons.append((code, "in_words"))
        elif first["scope_kind"] not in (None, "own", "system"):
            reasons.append((code, "scope"))
        elif any(link["relation"] == "whole" for link in first["links"]):
            reasons.append((code, "part"))
        else:
            reasons.append((code, "period"))
    return reasons
