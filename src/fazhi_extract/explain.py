"""Why each figure is what it is, and why other numerals are none: what ``fazhi show --why`` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fazhi_extract.errors import Said
from fazhi_extract.pipeline import extract_document
from fazhi_extract.quoting import marked
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.near_misses import near_misses
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.cues import cues
from fazhi_extract.text import SourceText, fold, without_surrogates

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report, TurnedDown
    from fazhi_extract.read import Document

_AROUND = 20
"""How many characters on each side show where a numeral without a sentence of its own stands."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of one place of the text: what stands there, its sentence with the place in 【】, and what there is to say."""

    span: tuple[int, int]
    head: Said
    quote: str
    facts: list[Said] = field(default_factory=list)


def explain(
    document: Document, *, lang: str = "zh", rulebook: Rulebook | None = None
) -> tuple[Report, list[Explanation]]:
    """The report of a text, and an explanation of each figure and each numeral turned down, in document order.

    `lang` ("zh" or "en") is that of the indicators' names.
    """
    book = rulebook or Rulebook.default()
    figures: list[Figure] = []
    report = extract_document(document, lang=lang, rulebook=book, trace=figures)
    source = SourceText.from_raw(without_surrogates(document.text)[0])
    ids = {id(figure): metric for figure, metric in zip(figures, report.metrics, strict=True)}
    told = [
        Explanation(
            metric.span,
            Said("why.metric", {"id": metric.id, "text": _flat(metric.text), "span": _range(metric.span)}),
            marked(metric, "【】"),
            [*_binding(metric, figure, ids, book, source, lang), *_meaning(metric, figure, source)],
        )
        for figure, metric in zip(figures, report.metrics, strict=True)
    ]
    told += [_refusal(report, one) for one in report.turned_down]
    return report, sorted(told, key=lambda one: one.span)


def matching(report: Report, told: Sequence[Explanation], which: str) -> list[Explanation]:
    """The explanations that `which` means: the id of a metric, an offset in the text, or words of the text.

    Digits may be both an offset and words; then both are given. Dates, citations, headings and letterhead are
    explained too where `which` hits them.
    """
    if re.fullmatch(r"m\d+", which):
        return [one for one in told if one.head.params.get("id") == which]
    text = report.source.text or ""
    spans = [(int(which), int(which) + 1)] if which.isascii() and which.isdigit() else []
    wanted = fold(which)
    folded = fold(text)
    spans += [(m.start(), m.end()) for m in re.finditer(re.escape(wanted), folded)] if wanted else []
    everything = sorted([*told, *_elsewhere(report)], key=lambda one: one.span)

    def hit(one: Explanation) -> bool:
        return any(s < one.span[1] and one.span[0] < e for s, e in spans) or _flat(text[slice(*one.span)]) == wanted

    return [one for one in everything if hit(one)]


def _binding(
    metric: Metric, figure: Figure, ids: dict[int, Metric], book: Rulebook, source: SourceText, lang: str
) -> Iterator[Said]:
    """Which indicator, by which rule and words."""
    if metric.indicator is None:
        yield Said("why.unbound")
        for miss in near_misses(book, source, figure):
            yield Said(
                f"why.miss.{miss.reason}", {"rule": miss.phrasing.rule, "say": miss.phrasing.say, "words": miss.words}
            )
        return
    yield Said("why.indicator", {"code": metric.indicator, "name": _name(book, metric.indicator, lang)})
    words = [words for what, words in figure.why if what == "word"]
    lender = ids.get(id(figure.lender)) if figure.lender else None
    if words:
        yield Said("why.words", {"words": " … ".join(words)})
    if metric.rule:
        phrasings = book.indicators[metric.rule.rsplit("#", 1)[0]].phrasings
        say = next(p.say for p in phrasings if p.rule == metric.rule)
        yield Said("why.rule", {"rule": metric.rule, "say": say})
    if lender is not None and not words:
        yield Said("why.lent", {"id": lender.id, "text": _flat(lender.text)})
    cued = dict(one for one in figure.why if one[0] != "word")
    for key, value in metric.attributes.items():
        if key in cued:
            yield Said("why.attribute.cue", {"key": key, "value": value, "words": cued[key]})
        elif lender is not None and lender.attributes.get(key) == value:
            yield Said("why.attribute.lent", {"key": key, "value": value, "id": lender.id})
        else:
            yield Said("why.attribute.rule", {"key": key, "value": value})
    for code in metric.candidates:
        yield Said("why.candidate", {"code": code, "name": _name(book, code, lang)})


def _name(book: Rulebook, code: str, lang: str) -> str:
    indicator = book.indicators[code]
    return (indicator.en if lang == "en" else "") or indicator.zh


def _meaning(metric: Metric, figure: Figure, source: SourceText) -> Iterator[Said]:
    """Role, scope, period, links and doubts."""
    if metric.form != "number":
        yield Said(f"why.form.{metric.form}")
    cue = _role_cue(figure, source.flow)
    role = Said(f"role.{metric.role}")
    yield Said("why.role.cue", {"role": role, "words": cue}) if cue else Said("why.role", {"role": role})
    if metric.scope_kind is not None:
        yield Said("why.scope", {"kind": Said(f"scope.{metric.scope_kind}"), "words": metric.scope or "-"})
    if metric.period is not None:
        days = {"start": metric.period.start or "…", "end": metric.period.end or "…"}
        yield Said("why.period.stated" if metric.period.stated else "why.period", days)
    for link in metric.links:
        yield Said(f"why.link.{link.relation}", {"id": link.metric})
    if metric.headline:
        yield Said("why.headline")
    for doubt in metric.doubts:
        yield Said(f"doubt.{doubt}")


def _role_cue(figure: Figure, flow: str) -> str:
    """The cue word that gives a figure its role; empty where the place in the text does."""
    known = cues()
    left = flow[figure.clause[0] : figure.start]
    sentence = flow[figure.sentence[0] : figure.start]
    if figure.role == "change":
        found = known.rise.search(left) or known.fall.search(left)
        return (found["word"] or found["noun"]) if found else ""
    if figure.role == "prior":
        found = known.prior_touching.search(left) or known.from_before.search(left)
    elif figure.role == "target":
        found = known.plan.search(sentence) or known.ensure.search(left) or known.duty.search(sentence)
    elif figure.role == "threshold":
        found = known.rule.search(left)
    else:
        found = None
    return found.group() if found else ""


def _refusal(report: Report, one: TurnedDown) -> Explanation:
    head = Said("why.turned_down", {"text": _flat(one.text), "span": _range(one.span)})
    return Explanation(one.span, head, _context(report, one.span), [Said(f"reason.{one.reason}")])


def _elsewhere(report: Report) -> Iterator[Explanation]:
    """What numerals may belong to besides figures: dates, citations, headings, letterhead."""

    def place(span: tuple[int, int], key: str, **params: object) -> Explanation:
        text = (report.source.text or "")[slice(*span)]
        head = Said("why.place", {"text": _flat(text), "span": _range(span)})
        return Explanation(span, head, _context(report, span), [Said(key, params)])

    for day in report.dates:
        yield place(day.span, "why.date", id=day.id, start=day.start or "…", end=day.end or "…")
    for citation in report.citations:
        yield place(citation.span, "why.citation")
    for section in report.sections:
        if section.heading is not None and section.marker:
            yield place(section.heading, "why.heading", id=section.id)
    for name, read in report.metadata.spans.items():
        spans: Any = read if isinstance(read, list | tuple) else ()
        for span in [spans] if spans and isinstance(spans[0], int) else spans:
            yield place(span, "why.metadata", field=name)


def _context(report: Report, span: tuple[int, int]) -> str:
    text = report.source.text or ""
    before, after = text[max(0, span[0] - _AROUND) : span[0]], text[span[1] : span[1] + _AROUND]
    return f"{_flat(before)}【{_flat(text[slice(*span)])}】{_flat(after)}"


def _flat(text: str) -> str:
    return "".join(text.split())


def _range(span: tuple[int, int]) -> str:
    return f"{span[0]}–{span[1]}"
