"""The promises between the fields of a report. Each function raises ``ValueError`` at the first breach.

They run whenever a report is built, so each goes over its entries once.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fazhi_extract.model.figures import Citation, Span
    from fazhi_extract.model.frame import Section
    from fazhi_extract.model.report import Report

# Marks without width, as a text's flow leaves them out too: joiners, marks of direction, soft hyphens.
_ZERO_WIDTH = dict.fromkeys((0x00AD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))


def check_failure(report: Report) -> None:
    """A failed input holds nothing; any other has its key and its length."""
    holds = (report.sections, report.metrics, report.dates, report.citations, report.turned_down, report.checks)
    if report.error is not None:
        if any(holds):
            raise ValueError("a report with an error holds nothing else")
    elif report.report_id is None or report.source.length is None:
        raise ValueError("a report without an error has a report_id and a source.length")
    text, length = report.source.text, report.source.length
    if text is not None and len(text) != length:
        raise ValueError(f"source.length is {length}, but the text has {len(text)} code points")


def check_sections(report: Report) -> None:
    """Ids are places in the tree, parents come first and hold their children, siblings do not overlap."""
    seen: dict[str, Section] = {}
    children: dict[tuple[str | None, str], int] = {}  # how many sections and items a parent has so far
    free_from: dict[str | None, int] = {}  # where a parent's last child ended
    for section in report.sections:
        start, end = section.span
        holder = section.parent
        outer = (0, report.source.length or 0)
        if holder is not None:
            if holder not in seen:
                raise ValueError(f"section {section.id}: parent {holder!r} does not come before it")
            outer = seen[holder].span
        place = children.get((holder, section.kind), 0) + 1
        number = f"i{place}" if section.kind == "item" else str(place)
        due = f"s{number}" if holder is None else f"{holder}.{number}"
        if section.id != due:
            raise ValueError(f"section {section.id}: its place in the tree is {due}")
        if not outer[0] <= start <= end <= outer[1]:
            raise ValueError(f"section {section.id}: span {section.span} does not lie within {outer}")
        if start < free_from.get(holder, 0):
            raise ValueError(f"section {section.id}: span {section.span} overlaps the sibling before it")
        heading = section.heading
        if heading is not None and not start <= heading[0] <= heading[1] <= end:
            raise ValueError(f"section {section.id}: heading {heading} lies outside its span {section.span}")
        seen[section.id] = section
        children[holder, section.kind] = place
        free_from[holder] = end


def check_metrics(report: Report) -> None:
    """Ids count up, texts are slices within their sentences, values fit their form, references resolve."""
    sections = _section_ids(report)
    ids = {metric.id for metric in report.metrics}
    text, length = report.source.text, report.source.length or 0
    last = 0
    for number, metric in enumerate(report.metrics, 1):
        where = metric.span
        _check_entry(metric.id, f"m{number}", where, last, metric.section, sections)
        _check_slice(metric.text, where, text, length)
        last = where[0]
        sentence = metric.sentence
        if not (sentence[0] <= last and where[1] <= sentence[1] <= length):
            raise ValueError(f"metric {metric.id}: its sentence {sentence} does not hold its span {where}")
        if (metric.value is None) != (metric.form == "masked"):
            raise ValueError(f"metric {metric.id}: value {metric.value!r} with form {metric.form!r}")
        period = metric.period
        if period is not None and period.start and period.end and period.start > period.end:
            raise ValueError(f"metric {metric.id}: its period ends before it starts")
        for link in metric.links:
            if link.metric not in ids or link.metric == metric.id:
                raise ValueError(f"metric {metric.id}: its link {link.relation!r} leads to {link.metric!r}")
    for check in report.checks:
        if not ids.issuperset(check.metrics):
            raise ValueError(f"check {check.rule}: not all of {check.metrics} are metrics")


def check_dates(report: Report) -> None:
    """Ids count up, texts are slices, intervals run forward."""
    sections = _section_ids(report)
    text, length = report.source.text, report.source.length or 0
    last = 0
    for number, date in enumerate(report.dates, 1):
        _check_entry(date.id, f"d{number}", date.span, last, date.section, sections)
        _check_slice(date.text, date.span, text, length)
        last = date.span[0]
        if date.start and date.end and date.start > date.end:
            raise ValueError(f"date {date.id}: ends ({date.end}) before it starts ({date.start})")


def check_other_places(report: Report) -> None:
    """Citations and what was turned down quote the text in order; all other spans lie in it."""
    sections = _section_ids(report)
    text, length = report.source.text, report.source.length or 0
    last = 0
    for entry in report.turned_down:
        _check_entry("", "", entry.span, last, None, sections)
        _check_slice(entry.text, entry.span, text, length)
        last = entry.span[0]
    last = 0
    for citation in report.citations:
        _check_entry("", "", citation.span, last, citation.section, sections)
        _check_title(citation, text, length)
        last = citation.span[0]
    for start, end in _loose_spans(report):
        if not start <= end <= length:
            raise ValueError(f"span {(start, end)} does not lie in a text of {length} code points")


def _section_ids(report: Report) -> Container[str | None]:
    return {None, *(section.id for section in report.sections)}


def _check_entry(
    given: str, due: str, span: Span, last: int, section: str | None, sections: Container[str | None]
) -> None:
    if given != due:
        raise ValueError(f"{given}: ids count up in document order, this one is {due}")
    if span[0] < last:
        raise ValueError(f"{given or span}: entries are not in document order")
    if section not in sections:
        raise ValueError(f"{given or span}: there is no section {section!r}")


def _check_slice(words: str, span: Span, text: str | None, length: int) -> None:
    start, end = span
    if not start < end <= length:
        raise ValueError(f"span {span} is empty or does not lie in a text of {length} code points")
    if text is not None and text[start:end] != words:
        raise ValueError(f"{span} quotes {text[start:end]!r}, not {words!r}")


def _check_title(citation: Citation, text: str | None, length: int) -> None:
    start, end = citation.span
    words = citation.title if text is None else text[start:end]
    if words != citation.title:
        # A long title may be broken over lines, even by a page number: its characters stand there in their order.
        rest = iter(_unwrapped(words))
        if all(char in rest for char in _unwrapped(citation.title)):
            return
    _check_slice(citation.title, citation.span, text, length)


def check_source(report: Report) -> None:
    """Pages cover the text without gaps, blocks stand in order and do not overlap."""
    at = 0
    for page in report.source.pages:
        if page.span[0] != at or page.span[1] < at:
            raise ValueError(f"page {page.number}: {page.span} does not begin where the page before it ends, at {at}")
        at = page.span[1]
    if report.source.pages and at != report.source.length:
        raise ValueError(f"the pages end at {at}, the text at {report.source.length}")
    at = 0
    for block in report.source.blocks:
        if not at <= block.span[0] <= block.span[1] <= (report.source.length or 0):
            raise ValueError(f"block {block.span}: blocks stand in the text in their order and do not overlap")
        at = block.span[1]


def _loose_spans(report: Report) -> Iterator[Span]:
    for note in report.notes:
        if note.span is not None:
            yield note.span
    places: dict[str, Any] = dict(report.metadata.spans)
    for field, place in places.items():
        if field in ("addressees", "cc"):
            yield from place
        else:
            yield place


def _unwrapped(words: str) -> str:
    return "".join(words.split()).translate(_ZERO_WIDTH)
