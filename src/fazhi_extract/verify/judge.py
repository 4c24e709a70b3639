"""A claim and its report: whether the value stands there, and as what.

What counts against a value is only what is sure: where the program may have misread the report itself (a figure without
an indicator beside fitting words, a part where no whole is told), the finding says to look, and does not accuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

from fazhi_extract.rulebook.indicators import Indicator
from fazhi_extract.table.units import alike
from fazhi_extract.verify import numbers
from fazhi_extract.verify.claims import Claim
from fazhi_extract.verify.narrowing import narrowing, planned
from fazhi_extract.verify.numbers import Number
from fazhi_extract.verify.reports import Bodies, Body, Told
from fazhi_extract.verify.standing import attribute_distance, counts_in, fits, standing
from fazhi_extract.verify.sums import reckon

Verdict = Literal[
    "confirmed", "several", "approximate", "blank",
    "maybe_part", "maybe_target", "one_of", "rounded", "sum", "difference", "ratio", "no_unit", "other_unit", "other_period",
    "undecided",
    "unit_slip", "target", "prior", "change", "threshold", "part", "other_attribute", "other_indicator", "other_year",
    "differs", "not_found", "zero", "masked",
    "missing", "unreadable", "unmapped", "unmatched",
]  # fmt: skip
"""The catalogue (``verify.verdict.…``) says what each means."""
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Level = Literal["ok", "look", "wrong", "open"]
"""Stands so in the report; cannot be settled without a look; does not stand so; could not be verified."""
LEVELS: tuple[Level, ...] = get_args(Level)
_OK = ("confirmed", "several", "approximate", "blank")
_LOOK = (
    "maybe_part", "maybe_target", "one_of", "rounded", "sum", "difference", "ratio", "no_unit", "other_unit", "other_period",
    "undecided",
)  # fmt: skip
_BY_CHANCE = 10
"""Smaller numbers stand in every report."""
_NAMES = ("name", "title", "slogan", "idiom", "ordinal", "marker", "page")
"""Why numerals are turned down that nobody takes for a figure: 二十大 is no 20."""
_OPEN = ("unreadable", "unmapped", "unmatched")


@dataclass(slots=True)
class Finding:
    """What was found about a claim. ``figures`` stand in the text: the one that confirms or explains the value, or the parts of a
    sum; ``instead`` is what the report says of the indicator; ``factor`` belongs to slips of the unit."""

    claim: Claim
    verdict: Verdict
    body: Body | None = None
    figures: tuple[Told, ...] = ()
    instead: tuple[Told, ...] = ()
    level: Level = "ok"
    factor: Decimal | None = None
    cue: str = ""
    """The words of the text that are the reason to look."""
    note: str = ""
    """Key of a remark in the catalogue, below ``verify.note.``."""
    other: Body | None = None
    """The report of another year in which the value stands."""
    quote_found: bool | None = field(default=None)
    """Whether the sentence that the table gives stands in the report; ``None`` where it gives none."""


def judge(claim: Claim, body: Body, bodies: Bodies, indicators: dict[str, Indicator]) -> Finding:
    """What a report says to a claim whose meaning is known."""
    finding = _judged(claim, body, bodies, indicators)
    finding.body = body
    if finding.level == "ok" and finding.verdict not in _OK:
        finding.level = "look" if finding.verdict in _LOOK else "open" if finding.verdict in _OPEN else "wrong"
    return finding


def _judged(claim: Claim, body: Body, bodies: Bodies, indicators: dict[str, Indicator]) -> Finding:
    assert claim.meaning is not None
    mine = _mine(claim, body)
    if claim.blank:
        return _blank(claim, mine)
    number = claim.number
    if number is None:
        return Finding(claim, "unreadable")
    if number.masked:
        masked = [f for f in mine if f.form == "masked"]
        return (
            Finding(claim, "confirmed", figures=(masked[0],))
            if masked
            else Finding(claim, "differs", instead=_said(mine))
        )
    signed = claim.meaning.role != "change"
    equal = [f for f in body.of_size(number.value) if numbers.same(number, f, signed=signed and f.role != "change")]
    turned = [f for f in equal if _turned_round(claim, number, f)]
    equal = [f for f in equal if f not in turned]
    by_standing: dict[str, list[Told]] = {}
    for figure in equal:
        by_standing.setdefault(standing(claim, figure, body), []).append(figure)
    if "same" in by_standing:
        return _confirmed(claim, number, by_standing["same"], mine, body)
    reversed_ = [f for f in turned if standing(claim, f, body) == "same"]
    if reversed_:
        return Finding(claim, "differs", instead=_said(reversed_))
    rivals = _said([f for f in mine if f.form != "masked"])
    slip = next(((f, factor) for f in mine if (factor := numbers.slipped(number, f))), None)
    if slip:
        return Finding(claim, "unit_slip", figures=(slip[0],), factor=slip[1])
    unitless = next((f for f in mine if numbers.scaled(number, f)), None)
    if unitless:
        return Finding(claim, "no_unit", figures=(unitless,))
    found = _otherwise(claim, by_standing, rivals)
    if found:
        return found
    rounded = next((f for f in mine if numbers.rounds(number, f) and not _finer(number, f)), None)
    if rounded:
        return Finding(claim, "rounded", figures=(rounded,))
    # Zeros stand in every report.
    stray = [f for f in by_standing.get("indicator", []) if f.reason not in _NAMES]
    stray = [f for f in stray if number.value or fits(claim, f, indicators)]
    fitting = [f for f in stray if fits(claim, f, indicators) or _may_be_it(claim, number, f, rivals, indicators)]
    if _exact(claim, rivals):  # what the rules read as something else is just that, where the report tells the figure
        beside = {f.sentence for f in mine}
        close = [f for f in stray if "indicator-close" in f.doubts and f.sentence in beside]
        fitting = [f for f in fitting if f.indicator is None] + close
    elif fitting:
        return _undecided(claim, fitting, rivals)
    reckoned = reckon(claim, number, body)
    own_parts = reckoned is not None and all(f.indicator in claim.meaning.indicators for f in reckoned.parts)
    if reckoned and (own_parts or not stray):
        return Finding(claim, reckoned.way, figures=reckoned.parts, instead=rivals)
    if fitting:
        return _undecided(claim, fitting, rivals)
    if stray:
        stray.sort(key=lambda f: (not _fits_unit(number, f), f.key is None))
        return Finding(claim, "other_indicator", figures=tuple(stray[:3]), instead=rivals)
    return _nowhere(claim, number, body, bodies, mine, rivals)


def _undecided(claim: Claim, fitting: Sequence[Told], rivals: tuple[Told, ...]) -> Finding:
    """The figure may be the one that is meant. What it is apart from its indicator is said, where all of them are that."""
    assert claim.meaning is not None
    first = fitting[0]
    if claim.meaning.role == "actual" and first.role != "actual" and all(f.role == first.role for f in fitting):
        return Finding(claim, first.role, figures=(first,), instead=rivals, level="look")  # type: ignore[arg-type]
    if not claim.scope and all(f.part and f.scope and f.scope not in claim.head for f in fitting):
        return Finding(claim, "part", figures=(first,), instead=rivals, level="look")
    return Finding(claim, "undecided", figures=tuple(fitting[:3]), instead=rivals)


def _finer(number: Number, figure: Told) -> bool:
    """Whether a number says more than the report does, which gives its own to the last digit: 1137 of 1130人次."""
    if number.value is None or figure.value is None or figure.kind != "count" or figure.bound != "exact":
        return False
    return (
        figure.text[:1].isdigit()
        and not set(figure.text) & set("千万亿.")
        and numbers.coarser(figure.value, number.value)
    )


def _may_be_it(
    claim: Claim, number: Number, figure: Told, rivals: Sequence[Told], indicators: dict[str, Indicator]
) -> bool:
    """Whether a figure that the program took for something else, or for nothing, may be the one that is meant: a number that
    does not meet another by chance, without an indicator, or with one of the same domain where the report tells no other."""
    assert claim.meaning is not None
    if number.value is None or not _fits_unit(number, figure) or not _counted_so(claim, figure, indicators):
        return False
    by_chance = abs(number.value) < _BY_CHANCE
    if figure.indicator is None:
        return figure.form == "number" and not (by_chance and (rivals or not number.unit))
    if by_chance:
        return False
    domains = {code.split(".")[0] for code in claim.meaning.indicators}
    return not rivals and figure.role == claim.meaning.role and figure.indicator.split(".")[0] in domains


def _fits_unit(number: Number, figure: Told) -> bool:
    return number.unit is None or figure.unit is None or number.kind != "count" or alike(number.unit, figure.unit)


def _counted_so(claim: Claim, figure: Told, indicators: dict[str, Indicator]) -> bool:
    """Whether what the claim is about is counted in the figure's measure word: 74份 are no people."""
    assert claim.meaning is not None
    if figure.kind != "count" or figure.unit is None:
        return True
    known = [indicators[code] for code in claim.meaning.indicators if code in indicators]
    return not known or any(counts_in(figure.unit, one.units) for one in known)


def _mine(claim: Claim, body: Body) -> list[Told]:
    """The figures with the claim's meaning; where some have just its attributes, those alone."""
    assert claim.meaning is not None
    same = [f for f in body.about(claim.meaning.indicators) if standing(claim, f, body) == "same"]
    # A claim about a part is not about the whole.
    same = [f for f in same if f.part] or same
    exact = [f for f in same if attribute_distance(claim, f) == 0]
    return exact or same


def _exact(claim: Claim, rivals: Sequence[Told]) -> bool:
    return any(attribute_distance(claim, f) == 0 for f in rivals)


def _said(figures: Sequence[Told]) -> tuple[Told, ...]:
    """What a report says, each number once."""
    return tuple({(f.value, f.value_to): f for f in reversed(figures)}.values())[::-1]


def _confirmed(claim: Claim, number: Number, same: Sequence[Told], mine: Sequence[Told], body: Body) -> Finding:
    best = min(same, key=lambda f: (attribute_distance(claim, f) or 0, f.bound != number.bound, f not in mine))
    others = tuple(f for f in _said(mine) if f.value != best.value and f.form == "number")
    finding = Finding(claim, "confirmed", figures=(best,), instead=others)
    if best not in mine:  # the report has a figure with just the claim's attributes, and another number
        return Finding(claim, "other_attribute", figures=(best,), instead=others, level="look")
    assert claim.meaning is not None
    if number.unit and best.unit and number.kind == best.kind and _counts_otherwise(number.unit, best.unit):
        finding.verdict = "other_unit"
    elif claim.meaning.role == "actual" and all(planned(f, body) for f in same):
        finding.verdict, finding.cue = "maybe_target", planned(best, body)
    elif all(narrowing(claim, f, body) for f in same):
        finding.verdict, finding.cue = "maybe_part", narrowing(claim, best, body)
    elif best.bound != "exact" and number.bound != best.bound:
        finding.verdict = "approximate"
    elif others:
        # The times that different matters take do not add up to one of the whole.
        finding.verdict = "one_of" if best.kind == "duration" else "several"
    return finding


def _turned_round(claim: Claim, number: Number, figure: Told) -> bool:
    """Whether a growth in the table is a fall in the report, or a fall a growth, where the table's head or sign tells which it is."""
    if (
        claim.meaning is None
        or claim.meaning.role != "change"
        or figure.role != "change"
        or not (number.value and figure.value)
    ):
        return False
    falls = True if number.value < 0 else claim.meaning.falls
    return falls is not None and falls != (figure.value < 0)


def _counts_otherwise(one: str, other: str) -> bool:
    """Whether one counts things and the other times: 人 and 人次."""
    bare = one.removesuffix("次"), other.removesuffix("次")
    return not alike(one, other) and one.endswith("次") != other.endswith("次") and all(bare) and alike(*bare)


def _otherwise(claim: Claim, by_standing: dict[str, list[Told]], rivals: tuple[Told, ...]) -> Finding | None:
    """The number stands there under the claim's indicator, but not as the claim has it."""
    if figures := by_standing.get("role"):
        role = figures[0].role
        verdict: Verdict = role if role in ("target", "prior", "change", "threshold") else "other_attribute"  # type: ignore[assignment]
        return Finding(claim, verdict, figures=(figures[0],), instead=rivals)
    if figures := by_standing.get("part"):
        # Where the text has no whole, the scope may be how the report puts its only figure.
        sure = rivals and any(f.part for f in figures)
        return Finding(claim, "part", figures=(figures[0],), instead=rivals, level="ok" if sure else "look")
    if figures := by_standing.get("period"):
        return Finding(claim, "other_period", figures=(figures[0],), instead=rivals)
    if figures := by_standing.get("attribute"):
        level: Level = "ok" if _exact(claim, rivals) else "look"
        return Finding(claim, "other_attribute", figures=(figures[0],), instead=rivals, level=level)
    return None


def _nowhere(
    claim: Claim, number: Number, body: Body, bodies: Bodies, mine: Sequence[Told], rivals: tuple[Told, ...]
) -> Finding:
    """The number stands nowhere in the report."""
    for other in bodies.others(body):
        there = [f for f in _mine(claim, other) if numbers.same(number, f)]
        if there:
            return Finding(claim, "other_year", figures=(there[0],), instead=rivals, other=other)
    if any(f.form == "masked" for f in mine):
        return Finding(claim, "masked", figures=tuple(f for f in mine if f.form == "masked")[:1], instead=rivals)
    if rivals:
        return Finding(claim, "differs", instead=rivals)
    return Finding(claim, "zero" if number.value == 0 else "not_found")


def _blank(claim: Claim, mine: Sequence[Told]) -> Finding:
    """A cell without a value: is there one in the report?"""
    exact = [f for f in mine if attribute_distance(claim, f) == 0 or not _fits_another(claim, f)]
    told = [f for f in exact if f.form in ("number", "stated_none")]
    if told and not claim.scope:
        sure = attribute_distance(claim, told[0]) == 0 or (len(_said(told)) == 1 and not _has_attributes(claim))
        return Finding(claim, "missing", figures=(told[0],), instead=_said(told)[1:], level="ok" if sure else "look")
    masked = [f for f in exact if f.form == "masked"]
    return Finding(claim, "blank", figures=tuple(masked[:1]), note="masked" if masked else "")


def _has_attributes(claim: Claim) -> bool:
    assert claim.meaning is not None
    return any(key.attributes for key in claim.meaning.keys)


def _fits_another(claim: Claim, figure: Told) -> bool:
    """Whether the figure has attributes that the claim has not, and another column of the table, or none, is for these."""
    assert claim.meaning is not None
    assert figure.key is not None
    if _has_attributes(claim):
        return True
    theirs = set(figure.key.attributes)
    return any(
        key.indicator == figure.key.indicator and key.attributes and set(key.attributes) <= theirs
        for key in claim.others
    )
