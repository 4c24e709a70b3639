"""A rate is the quotient of its parts (K01, K09, K17), lies within 0–100 (K24), and 完结率 ≥ 完成率 (K08)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from fazhi_extract.check.facts import Fact, Facts
from fazhi_extract.check.result import Finding, Term, number, rounded
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import Severity
from fazhi_extract.rulebook.lexicon import load_toml

Selector = Mapping[str, str]

# Rates whose definition leaves no choice but the stage of the denominator: where all parts stand beside them, the
# quotient must come out. Other rates may rest on numbers that the text does not give (cases heard, answers due), so
# that only a quotient that does come out says anything.
_DEFINED = frozenset(
    {
        "dispute.mediation_completion_rate",
        "dispute.mediation_success_rate",
        "dispute.petition_acceptance_rate",
        "dispute.petition_completion_rate",
        "dispute.report_completion_rate",
        "dispute.conflict_resolution_rate",
        "penalty.closure_rate",
        "inspection.rectification_rate",
        "inspection.spot_completion_rate",
        "inspection.spot_closure_rate",
    }
)
# Definitions that may be worded in more than one way: the report then means one of them.
_WEIGHED_LESS = frozenset({"review.correction_rate", "review.judgment_rate"})
_TASKS, _RECONSIDERED = "inspection.spot_tasks", "review.reconsideration_cases"
_PETITIONS, _RECTIFIED = "dispute.petition_cases", "oversight.rectified_items"
# What rules/ratios.toml cannot say: numerators that are sums, and second definitions.
_MORE: dict[str, list[tuple[list[Selector], list[Selector]]]] = {
    "inspection.spot_closure_rate": [
        ([{"code": _TASKS, "stage": s} for s in ("completed", "closed")], [{"code": _TASKS, "stage": "received"}]),
    ],
    "review.correction_rate": [
        (
            [{"code": _RECONSIDERED, "result": r} for r in ("revoked", "altered", "unlawful", "ordered")],
            [{"code": _RECONSIDERED, "stage": s} for s in ("completed", "accepted")],
        ),
    ],
    "dispute.petition_acceptance_rate": [
        ([{"code": _PETITIONS, "stage": "accepted"}], [{"code": _PETITIONS, "stage": "received"}]),
    ],
    "inspection.rectification_rate": [
        ([{"code": _RECTIFIED, "stage": "rectified"}], [{"code": _RECTIFIED, "stage": "found"}]),
    ],
}
# A sum that is only as complete as the text's list of results.
_OPEN_SUMS = frozenset({"review.correction_rate"})
# A rate of what was due by a deadline has another denominator; matters of the year before enter the numerator alone.
_OTHER_BASE = lazy_pattern("按期|按时|及时|限期|限时|时限|法定|期限|到期|应")
_CARRIED = lazy_pattern("结转|上年|去年|往年|历年|积案|存量")
_OVERFULFILLED = lazy_pattern("任务|目标|计划|指标|占|覆盖")


@dataclass(frozen=True, slots=True)
class _Quotient:
    numerator: tuple[Fact, ...]
    denominator: Fact

    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The quotient's least and greatest value in per cent; None where words leave a part open."""
        parts = [fact.amount for fact in self.numerator]
        whole = self.denominator.amount
        if not (whole.exact and whole.high and whole.low > 0 and all(part.exact for part in parts)):
            return None
        low = sum((part.low for part in parts), Decimal(0))
        high = sum((part.high or part.low for part in parts), Decimal(0))
        return 100 * low / whole.high, 100 * high / whole.low

    def value(self) -> Decimal:
        return 100 * sum((fact.value for fact in self.numerator), Decimal(0)) / self.denominator.value

    def fits(self, rate: Fact) -> bool | None:
        """Whether the quotient gives the rate as printed, rounded half up or cut off."""
        bounds = self.bounds()
        if bounds is None:
            return None
        if rate.figure.bound in ("over", "at_least"):
            return bounds[1] >= rate.value
        if not rate.amount.exact or rate.amount.high is None:
            return None
        return bounds[0] < rate.amount.high and bounds[1] >= rate.amount.low


@cache
def _definitions() -> dict[str, list[tuple[list[Selector], list[Selector]]]]:
    table = {
        str(entry["rate"]): [([entry["numerator"]], list(entry["denominators"]))]
        for entry in load_toml("ratios.toml")["ratio"]
    }
    for code, more in _MORE.items():
        table[code] = table.get(code, []) + more
    return table


def rate_of_parts(facts: Facts) -> Iterator[Finding]:
    """Numerator ÷ denominator against the rate as printed; of several denominators the one that fits is named."""
    for rate in facts.all:
        if rate.figure.kind != "rate" or rate.figure.unit != "%":
            continue
        defined = _definitions().get(rate.code)
        quotients = _defined_quotients(facts, rate) if defined else _linked(facts, rate) or _shares(facts, rate)
        judged = [(quotient, quotient.fits(rate)) for quotient in quotients]
        fitting = next((quotient for quotient, fits in judged if fits), None)
        if fitting is not None:
            yield _agreement(rate, fitting, choice=len(judged) > 1)
        elif judged and all(fits is False for _, fits in judged) and _must_fit(facts, rate, judged[0][0]):
            yield _finding(rate, judged[0][0], False, "check.rate.disagrees")


def _must_fit(facts: Facts, rate: Fact, quotient: _Quotient) -> bool:
    if _OTHER_BASE.search(facts.own_words(rate) + rate.figure.label) or _CARRIED.search(facts.sentence(rate)):
        return False
    if rate.code in _OPEN_SUMS:
        return quotient.numerator[0].result == "corrected"
    return rate.code in _DEFINED or rate.code in _WEIGHED_LESS


def _agreement(rate: Fact, quotient: _Quotient, *, choice: bool) -> Finding:
    key = "check.rate.agrees"
    if rate.figure.bound == "exact" and rounded(quotient.value(), rate.step) != rate.value:
        # Scaled parts (6.83万) leave the last digit open; otherwise it has been cut off.
        same = rounded(quotient.value(), rate.step, cut=True) == rate.value
        key = "check.rate.cut" if same else "check.rate.near"
    elif choice and quotient.denominator.stage:
        key = "check.rate.chosen"
    return _finding(rate, quotient, True, key)


def _finding(rate: Fact, quotient: _Quotient, agrees: bool, key: str) -> Finding:
    terms = " + ".join(number(fact.value, fact.figure.kind) for fact in quotient.numerator)
    cut = key == "check.rate.cut"
    step = rate.step if agrees else min(rate.step, Decimal("0.01"))
    params = {
        "numerator": f"({terms})" if len(quotient.numerator) > 1 else terms,
        "denominator": number(quotient.denominator.value, quotient.denominator.figure.kind),
        "quotient": f"{rounded(quotient.value(), step, cut=cut):f}",
        "stated": number(rate.value),
    }
    if key == "check.rate.chosen":
        params["stage"] = Term(f"stage.{quotient.denominator.stage}")
    severity: Severity = "error" if rate.code in _DEFINED else "warning"
    return Finding("rate-of-parts", agrees, severity, [*quotient.numerator, quotient.denominator, rate], key, params)


def _defined_quotients(facts: Facts, rate: Fact) -> list[_Quotient]:
    found = []
    for numerators, denominators in _definitions()[rate.code]:
        parts = [p for p in (_nearest(facts, rate, n) for n in numerators) if p is not None]
        # A sum of named stages is one only if it is whole; a sum of results takes what the text lists.
        if not parts or (len(parts) < len(numerators) and rate.code not in _OPEN_SUMS):
            continue
        if not all(p.is_like(parts[0]) for p in parts):
            continue
        for want in denominators:
            whole = _nearest(facts, rate, want, beside=parts[0])
            if whole is not None:
                found.append(_Quotient(tuple(parts), whole))
    return found


def _nearest(facts: Facts, rate: Fact, want: Selector, beside: Fact | None = None) -> Fact | None:
    """The last figure in front of the rate that a definition wants; as the whole, one like the part `beside`."""
    result = want.get("result")
    if result in ("lost", "won"):
        result = str(rate.result or result)
    found = None
    for fact in facts.beside(rate, want["code"]):
        if fact.start >= rate.start or fact.figure.kind == "rate" or (fact.result or None) != result:
            continue
        if result is None and fact.stage != want.get("stage"):
            continue
        if beside is not None and not fact.is_like(beside):
            continue
        if all(fact.kin.get(name, value) == value for name, value in rate.kin.items()):
            found = fact
    return found


def _linked(facts: Facts, rate: Fact) -> list[_Quotient]:
    part, whole = facts.at(rate.link("numerator")), facts.at(rate.link("denominator"))
    return [_Quotient((part,), whole)] if part is not None and whole is not None else []


def _shares(facts: Facts, rate: Fact) -> list[_Quotient]:
    """A share keeps the indicator of its base: the part in front of it over that part's whole."""
    before = [fact for fact in facts.beside(rate, rate.code) if fact.start < rate.start and fact.figure.kind != "rate"]
    if not before:
        return []
    part = before[-1]
    whole = facts.at(part.link("whole"))
    wholes = [whole] if whole is not None else [fact for fact in before[:-1] if fact.figure.unit == part.figure.unit]
    return [_Quotient((part,), fact) for fact in wholes[-1:] if fact.value >= part.value]


def share_within_100(facts: Facts) -> Iterator[Finding]:
    """No share of a whole is more than the whole. Over-fulfilment of a target is none, nor is repeated coverage."""
    within: list[Fact] = []
    for rate in facts.all:
        if rate.figure.unit != "%" or not rate.code.endswith("_rate") or rate.code == "inspection.coverage_rate":
            continue
        if _OVERFULFILLED.search(facts.own_words(rate) + rate.figure.label):
            continue
        if 0 <= rate.value <= 100:
            within.append(rate)
        else:
            params = {"rate": number(rate.value, "rate"), "label": rate.figure.label}
            yield Finding("share-within-100", False, "warning", [rate], "check.share.outside", params)
    if within:
        yield Finding("share-within-100", True, "warning", within, "check.share.within", {"count": str(len(within))})


def closure_at_least_completion(facts: Facts) -> Iterator[Finding]:
    """A closed task is completed or closed otherwise, so that 完结率 is no less than 完成率."""
    for closure in facts.by_code.get("inspection.spot_closure_rate", ()):
        alike = [f for f in facts.beside(closure, "inspection.spot_completion_rate") if f.is_like(closure)]
        same = [f for f in facts.beside(closure, closure.code) if f.is_like(closure)]
        if len(alike) == 1 and not same:
            agrees = alike[0].amount.at_most(closure.amount)
            if agrees is None and alike[0].value <= closure.value:
                agrees = True  # both are rounded alike
            if agrees is not None:
                params = {"closure": number(closure.value), "completion": number(alike[0].value)}
                key = "check.closure.agrees" if agrees else "check.closure.disagrees"
                yield Finding("closure-at-least-completion", agrees, "error", [alike[0], closure], key, params)
