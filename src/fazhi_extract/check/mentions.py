"""What is said twice: none of a thing and some of it (K19), one total with two values (K26)."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_extract.check.facts import Fact, Facts, Figure
from fazhi_extract.check.result import Finding, number
from fazhi_extract.lazy import lazy_pattern

# A denial that narrows its thing (因…引发的, 重大, 被撤销) denies only that; idioms (零投诉) have their own context.
_NARROWED = lazy_pattern("因|的|由|被|重大|较大|恶性|群体|越级|集体|新|零")
# Totals of the official statistics: a year has one value of each.
_STATISTICS = (
    "penalty.",
    "review.",
    "inspection.spot_tasks",
    "inspection.visits",
    "service.permit_cases",
    "disclosure.request_cases",
    "dispute.petition_cases",
    "dispute.mediation_cases",
    "rulemaking.normative_docs",
    "rulemaking.cleanup_docs",
)
_MIN_LABEL = 3
# Whose figure it is; words that only one of two sentences has make them speak of different bodies.
_WHOSE = lazy_pattern("全[省市县区州旗镇系]|本级|机关|[我本][局委厅办镇市县区]|下级|所属")


def none_and_some(facts: Facts) -> Iterator[Finding]:
    """None of a thing is stated, and some of it: only for the same part of the work and the same days."""
    for index, none in enumerate(facts.figures):
        if none.form != "stated_none" or none.role != "actual" or none.indicator is None:
            continue
        if _NARROWED.search(facts.text[none.start : none.end]) or none.indicator.startswith("oversight."):
            continue
        denial = facts.read(index)
        some = next((f for f in facts.by_code.get(none.indicator, ()) if _contradicts(facts, f, index, none)), None)
        if denial is not None and some is not None:
            params = {"label": none.label, "count": number(some.value) + (some.figure.unit or "")}
            yield Finding("none-and-some", False, "error", [denial, some], "check.none.disagrees", params)


def _contradicts(facts: Facts, some: Fact, index: int, none: Figure) -> bool:
    figure = some.figure
    return (
        some.amount.low > 0
        and figure.kind == "count"
        and _whose(facts, figure) == _whose(facts, none)
        and some.stage not in ("carried_over", "pending")
        and (figure.scope, figure.scope_kind) == (none.scope, none.scope_kind)
        # 未发生败诉案件 says nothing of other lawsuits.
        and none.attributes.items() <= figure.attributes.items()
        and facts.same_period(index, some.index)
    )


def _whose(facts: Facts, figure: Figure) -> set[str]:
    return set(_WHOSE.findall(facts.text[slice(*figure.sentence)]))


def same_thing_same_value(facts: Facts) -> Iterator[Finding]:
    """A total that two sentences state, each as the whole, has one value."""
    first: dict[object, Fact] = {}
    for fact in facts.all:
        figure = fact.figure
        if not fact.code.startswith(_STATISTICS) or len(figure.label) < _MIN_LABEL or figure.kind == "rate":
            continue
        if not facts.is_the_whole(fact):
            continue
        key = (fact.code, frozenset(figure.attributes.items()), figure.scope_kind, figure.unit, figure.label)
        earlier = first.setdefault(key, fact)
        if earlier.figure.sentence == figure.sentence or not facts.same_period(earlier.index, fact.index):
            continue
        same = earlier.amount.equals(fact.amount)
        if same is not None:
            params = {
                "label": figure.label,
                "one": number(earlier.value, figure.kind),
                "two": number(fact.value, figure.kind),
            }
            key_ = "check.same.agrees" if same else "check.same.disagrees"
            yield Finding("same-thing-same-value", same, "warning", [earlier, fact], key_, params)
