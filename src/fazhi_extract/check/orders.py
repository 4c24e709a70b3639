"""What can be no more than something else: stages (K02), campaigns (K06), K12, K18, K22, K30."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fazhi_extract.check.facts import Fact, Facts
from fazhi_extract.check.result import Finding, Term, number, written
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import Severity

# Each stage takes in what the one before it let through. Penalties, permits and decided reviews are left out: matters
# of earlier years come in between, and nobody says so.
_COURSES = {
    "dispute.mediation_cases": ("received", "accepted", "handled", "completed", "succeeded"),
    "dispute.petition_cases": ("received", "accepted", "handled", "completed"),
    "dispute.report_cases": ("received", "accepted", "handled", "completed"),
    "dispute.conflict_cases": ("found", "completed"),
    "inspection.problem_items": ("found", "rectified"),
    "oversight.rectified_items": ("found", "rectified"),
    "review.reconsideration_cases": ("received", "accepted"),
    "service.permit_cases": ("received", "accepted"),
}
_VERDICTS = {True: "agrees", False: "disagrees"}
_CARRIED = lazy_pattern("结转|上年|去年|往年|历年|积案|存量|遗留")


def stages_shrink(facts: Facts) -> Iterator[Finding]:
    """From stage to stage, the matters of one row become no more."""
    for code, course in _COURSES.items():
        for last in facts.by_code.get(code, ()):
            # A row is told once, when its last stage is met.
            row = _row(facts, last, course)
            if len(row) < 2 or row[-1] is not last or _CARRIED.search(facts.sentence(last)):
                continue
            judged = [later.amount.at_most(earlier.amount) for earlier, later in pairwise(row)]
            if False in judged:
                place = judged.index(False)
                yield _growing(*row[place : place + 2])
            elif all(judged):
                chain = " ≥ ".join(number(fact.value) for fact in row)
                yield Finding("stages-shrink", True, "warning", row, "check.stages.agrees", {"chain": chain})


def _row(facts: Facts, last: Fact, course: tuple[str, ...]) -> list[Fact]:
    """The stages of one row in their order; empty where a stage occurs twice and the row cannot be told."""
    row = [last, *(fact for fact in facts.beside(last, last.code) if fact.is_like(last))]
    row = [fact for fact in row if fact.stage in course and fact.result is None]
    stages = [fact.stage for fact in row]
    if len(set(stages)) != len(stages):
        return []
    return sorted(row, key=lambda fact: course.index(str(fact.stage)))


def _growing(earlier: Fact, later: Fact) -> Finding:
    params = {
        "earlier": Term(f"stage.{earlier.stage}"),
        "whole": number(earlier.value),
        "later": Term(f"stage.{later.stage}"),
        "part": number(later.value),
    }
    return Finding("stages-shrink", False, "warning", [earlier, later], "check.stages.disagrees", params)


def campaign_within_year(facts: Facts) -> Iterator[Finding]:
    """A campaign's figure is no more than the year's, where the words claim that to be the whole."""
    for part in facts.all:
        if part.figure.scope_kind != "campaign" or part.figure.kind == "rate":
            continue
        wholes = [
            fact
            for fact in facts.by_code[part.code]
            if fact.figure.attributes == part.figure.attributes
            and fact.figure.unit == part.figure.unit
            and fact.figure.scope_kind in (None, "system")
            and facts.is_the_whole(fact)
            and facts.same_period(fact.index, part.index)
        ]
        if len(wholes) == 1:
            yield from _within("campaign-within-year", "warning", part, wholes)


def noncompliant_within_checked(facts: Facts) -> Iterator[Finding]:
    """Of the units checked, no more than all can fail: in one sentence, or of the same named objects or campaign."""
    for part in facts.by_code.get("inspection.noncompliant_units", ()):
        checked = [
            fact
            for fact in facts.by_code.get("inspection.units", ())
            if fact.figure.unit == part.figure.unit
            and (
                (fact.figure.sentence == part.figure.sentence and fact.is_beside(part))
                or (fact.figure.scope is not None and fact.figure.scope == part.figure.scope)
            )
            and facts.same_period(fact.index, part.index)
        ]
        if len(checked) == 1:
            yield from _within("noncompliant-within-checked", "warning", part, checked)


def penalised_within_reports(facts: Facts) -> Iterator[Finding]:
    """Of the reports accepted, no more than all can lead to a penalty."""
    code = "dispute.report_cases"
    for part in facts.by_code.get(code, ()):
        if part.result == "penalised" and not _CARRIED.search(facts.sentence(part)):
            reports = [f for f in facts.beside(part, code) if f.is_like(part) and f.result is None]
            yield from _within("penalised-within-reports", "error", part, _largest(reports))


def appearances_within_lawsuits(facts: Facts) -> Iterator[Finding]:
    """Leaders cannot appear in more lawsuits than there are; in 次 and 人次 they can appear in one several times."""
    for part in facts.by_code.get("review.appearance_cases", ()):
        if part.figure.unit in ("次", "人次") or _CARRIED.search(facts.sentence(part)):
            continue
        # 一审 and 二审 apart give no total.
        suits = [f for f in facts.beside(part, "review.litigation_cases") if f.result is None and f.kin == part.kin]
        yield from _within("appearances-within-lawsuits", "error", part, _largest(suits))


def legal_review_within_cases(facts: Facts) -> Iterator[Finding]:
    """Decisions that went through legal review are no more than penalties and permits together, where both are told."""
    permits = [f for f in facts.by_code.get("service.permit_cases", ()) if f.result is None and f.amount.exact]
    for part in facts.by_code.get("enforcement.legal_review_cases", ()):
        if part.kin or part.figure.scope is not None:
            continue
        cases = [
            fact
            for fact in facts.by_code.get("penalty.cases", ())
            if not fact.kin
            and fact.figure.scope is None
            and fact.figure.scope_kind in (None, part.figure.scope_kind)
            and facts.same_period(fact.index, part.index)
        ]
        most = _largest(cases)
        if most and part.amount.at_most(most[0].amount):
            yield from _within("legal-review-within-cases", "warning", part, most)
        elif most and permits:
            yield from _within("legal-review-within-cases", "warning", part, [*most, *permits])


def _largest(facts: list[Fact]) -> list[Fact]:
    return [max(facts, key=lambda fact: fact.value)] if facts else []


def _within(rule: str, severity: Severity, part: Fact, wholes: list[Fact]) -> Iterator[Finding]:
    """The part against the sum of the wholes; nothing where there are none, or words leave it open."""
    if wholes:
        most = wholes[0].amount
        for other in wholes[1:]:
            most += other.amount
        agrees = part.amount.at_most(most)
        if agrees is not None:
            yield _finding(rule, severity, part, wholes, agrees)


def _finding(rule: str, severity: Severity, part: Fact, wholes: list[Fact], agrees: bool) -> Finding:
    params = {"part": number(part.value, part.figure.kind), "whole": written(wholes)}
    return Finding(rule, agrees, severity, [part, *wholes], f"check.{rule}.{_VERDICTS[agrees]}", params)
