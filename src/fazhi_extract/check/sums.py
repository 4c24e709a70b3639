"""Parts and their totals: regions (K03), breakdowns (K04, K16, K20, K21, K23), 罚没款 (K05), spot-check tasks (K07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from fazhi_extract.check.facts import Amount, Fact, Facts
from fazhi_extract.check.result import Finding, number, total, written
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import Severity

_REQUESTS, _RECONSIDERED = "disclosure.request_cases", "review.reconsideration_cases"
_CLEANUP = "rulemaking.cleanup_docs"
# Attributes whose values do not overlap, so that figures which differ in one of them alone add up. A penalty may use
# two instruments at once: `instrument` is not among them.
_DIVIDING = ("channel", "variety", "level", "procedure", "instance")
# What goes out by several channels at once, or is drawn for several audiences, is counted under each.
_SHARED = ("disclosure.proactive_items", "disclosure.interpretation_items", "publicity.")
_CLEANUP_STAGES = ("retained", "revised", "repealed", "invalidated")
# Results are by definition parts of what was decided; a breakdown by anything else has to be said.
_BRACKET_ENDS = lazy_pattern(r"[^()（），。；]{0,12}[)）]")
_BREAKDOWN = lazy_pattern("其中|包括|分别|含|按[^，。；]{1,8}(?:分|划分|看)")
# The first of a row of regions is no total.
_REGION = lazy_pattern("(?<!全)(?:区|县|市|州|旗|镇|乡|街道|社区)[为共有是]?$")
_DECIDED = (None, "received", "accepted", "completed", "answered")


def regions_within_total(facts: Facts) -> Iterator[Finding]:
    """The regions' figures are no more than the total; what remains is the issuer's own or was not listed."""
    rows: dict[int, list[Fact]] = {}
    wholes: dict[int, Fact] = {}
    for part in facts.all:
        if part.figure.scope_kind == "region":
            whole = facts.at(part.link("whole")) or _whole_of_region(facts, part)
            if whole is None or _REGION.search(facts.own_words(whole)):
                continue
            if _is_total_of_region(whole, part):
                rows.setdefault(whole.index, []).append(part)
                wholes[whole.index] = whole
    for index, parts in rows.items():
        names = [part.figure.scope for part in parts]
        if len(set(names)) == len(names) and all(part.amount.exact for part in parts):
            yield from _compare(facts, "regions-within-total", "info", wholes[index], parts)


def _is_total_of_region(whole: Fact, part: Fact) -> bool:
    figure = whole.figure
    return (
        figure.scope is None
        and figure.scope_kind in (None, "system")
        and whole.code == part.code
        and figure.unit == part.figure.unit
        and whole.amount.exact
    )


def _whole_of_region(facts: Facts, part: Fact) -> Fact | None:
    """The one total in front of the region's figure in its sentence, or in the one before where 其中 opens it."""
    start = part.figure.sentence[0]
    reach = 2 if facts.text.startswith("其中", start) else -1
    wholes = [
        fact
        for fact in facts.by_code[part.code]
        if fact.start < part.start
        and (fact.figure.sentence[0] == start or 0 <= start - fact.figure.sentence[1] <= reach)
        and _is_total_of_region(fact, part)
        and fact.figure.attributes == part.figure.attributes
    ]
    return wholes[0] if len(wholes) == 1 else None


def parts_of_total(facts: Facts) -> Iterator[Finding]:
    """A total and its breakdown by one attribute: the parts are no more than it; where all are listed, they are it."""
    for whole in facts.all:
        if not whole.amount.exact or whole.figure.kind == "rate" or len(facts.by_code[whole.code]) < 3:
            continue
        if _bracketed(facts, whole):
            continue
        behind = _behind(facts, whole)
        for name in (*_DIVIDING, "result", "stage") if len(behind) > 1 else ():
            parts = list(_parts(facts, whole, behind, name))
            values = {part.figure.attributes.get(name) for part in parts}
            if len(parts) < 2 or len(values) < len(parts) or not all(part.amount.exact for part in parts):
                continue
            closed = whole.code == _CLEANUP and values.issuperset(_CLEANUP_STAGES)
            severity: Severity = "error" if whole.code == _REQUESTS else "warning"
            for finding in _compare(facts, "parts-of-total", severity, whole, parts, closed=closed):
                if finding.agrees or not _may_exceed(whole, name):
                    yield finding


def _bracketed(facts: Facts, fact: Fact) -> bool:
    """审结982件（含结转67件），其中维持471件: what stands in brackets is not what the parts behind them are of."""
    return _BRACKET_ENDS.match(facts.text, fact.figure.end) is not None


def _behind(facts: Facts, whole: Fact) -> list[Fact]:
    """What follows the whole in its sentence, or is linked to it, and counts the same in the same unit."""
    near = facts.by_sentence.get(whole.figure.sentence, [])
    far = [f for f in facts.by_whole.get(whole.index, ()) if f.figure.sentence != whole.figure.sentence]
    return [
        fact
        for fact in (*near, *far)
        if fact.code == whole.code
        and fact.start > whole.start
        and fact.figure.unit == whole.figure.unit
        and fact.is_beside(whole)
    ]


def _may_exceed(whole: Fact, name: str) -> bool:
    """Whether parts may add up to more: things counted under several heads, results of matters of the year before."""
    if name == "result":
        return whole.stage not in ("completed", "answered")
    return name in ("channel", "variety") and whole.code.startswith(_SHARED)


def _parts(facts: Facts, whole: Fact, behind: list[Fact], name: str) -> Iterator[Fact]:
    if name == "stage":
        if whole.code != _CLEANUP or whole.stage is not None:
            return
    elif name in whole.figure.attributes:
        return
    if name == "result" and not (whole.code.startswith(("review.", "disclosure.")) and whole.stage in _DECIDED):
        return
    said: bool | None = None if name not in ("result", "stage") else True
    for part in behind:
        if not _differs_by(part, whole, name):
            later = name == "result" and part.result is None and part.stage in ("completed", "answered")
            if later and not _bracketed(facts, part):
                return  # the results belong to this later figure
            continue
        if said is None:
            said = _BREAKDOWN.search(facts.text[whole.figure.end : part.start]) is not None
        if said or part.link("whole") == whole.index:
            yield part


def _differs_by(part: Fact, whole: Fact, name: str) -> bool:
    if name == "stage":
        return part.stage in _CLEANUP_STAGES and part.result is None and part.kin == whole.kin
    if name == "result":
        decided = part.stage in (None, "completed", "answered") and part.result is not None
        return decided and part.kin == whole.kin
    rest = {key: value for key, value in part.kin.items() if key != name}
    return name in part.kin and rest == whole.kin and (part.stage, part.result) == (whole.stage, whole.result)


def fine_plus_confiscation(facts: Facts) -> Iterator[Finding]:
    """罚没款 is the sum of fines and of what was confiscated; fines alone are no more than it."""
    for whole in facts.by_code.get("penalty.total_amount", ()):
        fines = [f for f in facts.beside(whole, "penalty.fine_amount") if f.kin == whole.kin]
        taken = [f for f in facts.beside(whole, "penalty.confiscated_amount") if f.kin == whole.kin]
        if len(fines) == len(taken) == 1 and not _rivals(facts, whole):
            yield from _equal("fine-plus-confiscation", "error", whole, [*fines, *taken])


def tasks_completed_and_closed(facts: Facts) -> Iterator[Finding]:
    """Of the spot checks assigned, those completed and those closed are no more than all; the rest is unfinished."""
    code = "inspection.spot_tasks"
    for whole in facts.by_code.get(code, ()):
        if whole.stage != "received":
            continue
        row = [f for f in facts.beside(whole, code) if f.is_like(whole)]
        parts = [f for f in row if f.stage in ("completed", "closed")]
        if [f.stage for f in parts] == ["completed", "closed"] and not any(f.stage == "received" for f in row):
            yield from _compare(facts, "tasks-completed-and-closed", "warning", whole, parts)


def accepted_and_settled(facts: Facts) -> Iterator[Finding]:
    """Accepted (and carried over) = completed + pending; for requests: received + carried over = answered + left.

    Where the text does not say what was carried over, an account that does not close says nothing.
    """
    for first, done, code, severity in (
        ("accepted", "completed", _RECONSIDERED, "warning"),
        ("received", "answered", _REQUESTS, "error"),
    ):
        for opening in facts.by_code.get(code, ()):
            if opening.stage != first or opening.result is not None:
                continue
            row = [f for f in facts.beside(opening, code) if f.is_like(opening) and f.result is None]
            settled = [f for f in row if f.stage == done]
            if len(settled) != 1 or any(f.stage == first for f in row):
                continue
            carried = [f for f in row if f.stage in ("carried_over", "pending")]
            yield from _account(facts, opening, settled[0], carried, "error" if severity == "error" else "warning")


def _account(facts: Facts, opening: Fact, done: Fact, carried: list[Fact], severity: Severity) -> Iterator[Finding]:
    """The account of a year: each open figure came in from the year before or goes out to the next."""
    if len(carried) > 2:
        return
    ways: list[tuple[list[Fact], list[Fact]]] = [([opening], [done, *carried])]
    old = [fact for fact in carried if fact.stage == "carried_over"]
    ways += [([opening, fact], [done, *(other for other in carried if other is not fact)]) for fact in old]
    judged = [(_sum(left).equals(_sum(right)), left, right) for left, right in ways]
    fitting = [(left, right) for equal, left, right in judged if equal]
    if fitting:
        left, right = fitting[0]
        params = {"left": written(left), "right": written(right)}
        yield Finding("parts-of-total", True, severity, [*left, *right], "check.account.agrees", params)
    elif len(carried) == 2 and old and all(equal is False for equal, _, _ in judged):
        _, left, right = judged[1]
        params = {"left": written(left), "right": written(right)}
        yield Finding("parts-of-total", False, severity, [*left, *right], "check.account.disagrees", params)


def _rivals(facts: Facts, fact: Fact) -> bool:
    """Whether the sentence has another figure that could stand in this one's place."""
    same = facts.beside(fact, fact.code)
    return any(other.is_like(fact) and (other.stage, other.result) == (fact.stage, fact.result) for other in same)


def _sum(facts: Iterable[Fact]) -> Amount:
    return reduce(Amount.__add__, (fact.amount for fact in facts))


def _equal(rule: str, severity: Severity, whole: Fact, parts: list[Fact]) -> Iterator[Finding]:
    equal = _sum(parts).equals(whole.amount)
    if equal is not None:
        key = "check.sum.equal" if equal else "check.sum.unequal"
        yield _finding(rule, equal, severity, whole, parts, key)


def _compare(
    facts: Facts, rule: str, severity: Severity, whole: Fact, parts: list[Fact], *, closed: bool = False
) -> Iterator[Finding]:
    """The sum against the total: the same, less (and what remains), or more. `closed`: nothing may remain."""
    added = _sum(parts)
    if added.equals(whole.amount):
        yield _finding(rule, True, severity, whole, parts, "check.sum.equal")
    elif added.at_most(whole.amount) is False:
        yield _finding(rule, False, severity, whole, parts, "check.sum.more")
    elif added.at_most(whole.amount) and not _has_other_parts(facts, whole, parts):
        yield _finding(rule, not closed, severity, whole, parts, "check.sum.unequal" if closed else "check.sum.remains")


def _has_other_parts(facts: Facts, whole: Fact, parts: list[Fact]) -> bool:
    """Whether a figure that could be one more part stands among these: then nobody knows what remains."""
    known = {whole.index, *(part.index for part in parts)}
    last = parts[-1].figure
    for index, figure in enumerate(facts.figures[whole.index :], whole.index):
        if figure.start > last.sentence[1]:
            break
        if index in known or figure.unit != whole.figure.unit or figure.role != "actual":
            continue
        alike = figure.attributes.keys() == last.attributes.keys() and (figure.scope is None) == (last.scope is None)
        if figure.start < last.start or figure.indicator is None or (figure.indicator == whole.code and alike):
            return True
    return False


def _finding(rule: str, agrees: bool, severity: Severity, whole: Fact, parts: list[Fact], key: str) -> Finding:
    kind = whole.figure.kind
    params = {"sum": written(parts), "total": number(whole.value, kind)}
    if len(parts) > 1:
        params["sum"] += f" = {number(total(parts), kind)}"
    if key == "check.sum.remains":
        params |= {"added": number(total(parts), kind), "rest": number(whole.value - total(parts), kind)}
    return Finding(rule, agrees, severity, [whole, *parts], key, params)
