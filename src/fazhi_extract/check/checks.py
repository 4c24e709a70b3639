"""All checks in turn, put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fazhi_extract.check.facts import Facts, Figure, Period
from fazhi_extract.check.growth import direction, growth_base
from fazhi_extract.check.mentions import none_and_some, same_thing_same_value
from fazhi_extract.check.orders import (
    appearances_within_lawsuits,
    campaign_within_year,
    legal_review_within_cases,
    noncompliant_within_checked,
    penalised_within_reports,
    stages_shrink,
)
from fazhi_extract.check.rates import closure_at_least_completion, rate_of_parts, share_within_100
from fazhi_extract.check.result import CheckResult, Finding, Term
from fazhi_extract.check.sums import (
    accepted_and_settled,
    fine_plus_confiscation,
    parts_of_total,
    regions_within_total,
    tasks_completed_and_closed,
)
from fazhi_extract.messages import message

CHECKS: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
    rate_of_parts,
    share_within_100,
    closure_at_least_completion,
    stages_shrink,
    regions_within_total,
    parts_of_total,
    accepted_and_settled,
    fine_plus_confiscation,
    tasks_completed_and_closed,
    campaign_within_year,
    noncompliant_within_checked,
    penalised_within_reports,
    appearances_within_lawsuits,
    legal_review_within_cases,
    growth_base,
    direction,
    none_and_some,
    same_thing_same_value,
)
"""The checks of the taxonomy's K-list that one report can answer."""


def check(
    figures: Sequence[Figure], text: str, periods: Sequence[Period | None] = (), lang: str = "zh"
) -> list[CheckResult]:
    """Tests the figures of one report against each other.

    `text` is what the figures' positions refer to; `periods` has the days that each figure covers, and without it all
    are taken to cover the same; `lang` ("zh" or "en") is the language of the messages. Results come in the order of
    their first figures. A check that the figures cannot answer is absent: masked numbers, numbers that are only about
    so much, and figures without an indicator take part in nothing.
    """
    facts = Facts(figures, text, periods)
    found = [_worded(finding, lang) for run in CHECKS for finding in run(facts)]
    return sorted(found, key=lambda result: result.metrics[0])


def _worded(finding: Finding, lang: str) -> CheckResult:
    params = {k: message(v, lang) if isinstance(v, Term) else v for k, v in finding.params.items()}
    return CheckResult(
        finding.rule,
        finding.agrees,
        finding.severity,
        tuple(sorted({fact.index for fact in finding.facts})),
        message(finding.key, lang, **params),
    )
