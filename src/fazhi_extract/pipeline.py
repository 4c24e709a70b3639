"""The order of the work: read -> split -> find -> resolve -> describe -> Report, on one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fazhi_extract.assemble import Reading, assemble
from fazhi_extract.check import check
from fazhi_extract.collector import uncollected
from fazhi_extract.describe import describe, put_given
from fazhi_extract.find.calendar import place
from fazhi_extract.find.cells import around, edges
from fazhi_extract.find.finder import Found, find
from fazhi_extract.find.mentions import Mention, mentions
from fazhi_extract.find.tables import read_tables
from fazhi_extract.limits import MOST_FIGURES, Budget, within_limit
from fazhi_extract.resolve.behind_parts import give_to_wholes
from fazhi_extract.resolve.binding import Binder
from fazhi_extract.resolve.exact_parts import settle_parts, settle_rests
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.figures import figures
from fazhi_extract.resolve.in_order import share_in_order
from fazhi_extract.resolve.labels import relabel
from fazhi_extract.resolve.named_rows import settle_named_rows
from fazhi_extract.resolve.nameless_links import link_nameless
from fazhi_extract.resolve.numbers_first import link_numbers_first
from fazhi_extract.resolve.other_times import link_later
from fazhi_extract.resolve.parts import link_parts
from fazhi_extract.resolve.periods import periods
from fazhi_extract.resolve.plans import Plans, year_of_plans
from fazhi_extract.resolve.ratios import link_ratios
from fazhi_extract.resolve.roles import assign_roles, settle_cuts
from fazhi_extract.resolve.scopes import assign_scopes, share_scopes
from fazhi_extract.resolve.shared_attributes import share_with_parts
from fazhi_extract.resolve.sorts_of_cases import settle_procedures
from fazhi_extract.resolve.table_account import insert, settle
from fazhi_extract.resolve.table_figures import table_figures
from fazhi_extract.resolve.verdicts import Spans, Surroundings, verdicts
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.cues import cues
from fazhi_extract.rulebook.lexicon import set_phrases
from fazhi_extract.split import outline, tables
from fazhi_extract.text import SourceText, without_surrogates

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.read import Document

__all__ = ["Mention", "extract_document", "mentions"]


@uncollected()
def extract_document(
    document: Document,
    *,
    lang: str = "zh",
    rulebook: Rulebook | None = None,
    given: Mapping[str, str | int] | None = None,
    trace: list[Figure] | None = None,
) -> Report:
    """Turns a document into a report. Never raises for any text.

    `lang` ("zh" or "en") is the language of its notes; `given` has fields of `metadata.given` that go before what the
    text says; `trace` receives the figures with what led to them.
    """
    text, replaced = without_surrogates(document.text)
    budget = Budget(len(text))
    source = SourceText.from_raw(text)
    grids = read_tables(tables(source), source.flow)
    parts = outline(source, edges(grids))
    found = find(source.flow)
    if grids:
        found = around(found, grids)
    left_out: list[tuple[int, int]] = []
    found.dates = within_limit(found.dates, lambda d: d.start, left_out)
    found.citations = within_limit(found.citations, lambda c: c.start, left_out)
    first_heading = parts.nodes[0].start if parts.nodes else 0
    head = describe(source, first_heading, parts.body_end, found.document_numbers)
    if given:
        put_given(source, head, given)
    year = head.values.get("reporting_year")
    year = year if isinstance(year, int) else None
    ahead = year_of_plans(year, str(head.values.get("title") or ""), str(head.values.get("signed_on") or ""))
    plans = Plans(source, parts, cues(), year, ahead)
    days = place(
        source.flow,
        found.dates,
        year,
        parts.sentences.sentence_start,
        lambda at: max(source.paragraph_at(at)[0], parts.section_start(at)),
        plans.heading_year,
    )

    beside = Surroundings(
        Spans([(c.start, c.end) for c in found.citations]),
        Spans(found.document_numbers),
        Spans(found.quotes),
        Spans(found.clocks),
        head.body_start,
        (head.title_start, head.title_end),
        parts.body_end,
    )
    markers = Spans(
        [
            (n.start, n.heading_end if n.kind == "item" else n.start + len(n.marker or ""))
            for n in parts.nodes
            if n.marker
        ]
    )
    free = [q for q in found.quantities if not markers.holding(q.number.start)]
    free = within_limit(free, lambda q: q.start, left_out)
    judged = verdicts(source.flow, free, beside, set_phrases())
    if grids:
        free, judged = settle(grids, free, judged, (head.body_start, parts.body_end))
    result = figures(
        source, parts.sentences, free, judged, found.absences,
        lambda at: head.body_start <= at < parts.body_end and not beside.citations.holding(at),
    )  # fmt: skip
    book = rulebook or Rulebook.default()
    assign_roles(source, result, cues(), [plans.covers(f.start) for f in result], year)
    bound = Binder(book, source, _titles(source, found), parts.headings_above).bind(result, budget.spent)
    settle_cuts(source.flow, result)
    unbound = [figure.start for figure in result[bound:]]
    relabel(result)
    issuer = head.values.get("issuer")
    settle_named_rows(source.flow, result, issuer if isinstance(issuer, str) else None)
    assign_scopes(source, result, issuer if isinstance(issuer, str) else None)
    share_scopes(result)
    share_in_order(source.flow, book, result)
    link_later(source.flow, result)
    link_parts(result, source.flow)
    settle_parts(result, source.flow)
    link_numbers_first(source.flow, result)
    link_nameless(source.flow, result)
    settle_procedures(source.flow, result)
    share_with_parts(result, source.flow)
    settle_rests(result, source.flow)
    give_to_wholes(source.flow, result)
    link_ratios(result)
    covered = periods(source, result, days, year, ahead)
    if grids:
        laid = table_figures(grids, source, book, issuer if isinstance(issuer, str) else None, year, days)
        result, covered = insert(result, covered, laid)
    results = check(result, source.flow, covered, lang)
    for done in results:
        if not done.agrees and done.severity == "error":
            for at in done.metrics:
                result[at].doubts.append("check-failed")
    if trace is not None:
        trace += result
    if left_out or unbound:
        document = _noted(document, source, left_out, unbound, budget)
    read = Reading(
        document, source, parts, plans.headings, head, found, judged, days, result, covered, results, replaced, grids
    )
    return assemble(read, book, lang)


def _noted(
    document: Document,
    source: SourceText,
    left_out: Sequence[tuple[int, int]],
    unbound: Sequence[int],
    budget: Budget,
) -> Document:
    """The document with notes of what a limit has kept from being looked at."""
    from fazhi_extract.read.reading import Remark

    remarks = [
        Remark("N176", "warning", {"most": MOST_FIGURES, "count": count}, source.span(at, at + 1))
        for at, count in left_out
    ]
    remarks += [
        Remark("N175", "warning", {"seconds": budget.seconds, "count": len(unbound)}, source.span(at, at + 1))
        for at in unbound[:1]
    ]
    return replace(document, remarks=(*document.remarks, *remarks))


def _titles(source: SourceText, found: Found) -> list[tuple[int, int]]:
    """Cited titles whose words say nothing about a figure; a 《…许可证》 or 《…通知书》 is the thing that is counted."""
    return [(c.start, c.end) for c in found.citations if source.flow[c.end - 1] not in "证书单表册"]
