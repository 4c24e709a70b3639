"""The figures of a report against those of its key."""

from __future__ import annotations

from typing import get_args

from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.score.keys import Entry, Key
from fazhi_extract.score.pairing import Pairing, pair, same
from fazhi_extract.score.tally import Tally

NUMBER = ("value", "value_to", "unit", "kind", "bound", "form")
"""The fields that make the number."""
FIELDS = (*NUMBER, "role", "indicator", "attributes", "scope")
CLOSED = ("stage", "result", "level", "instrument", "instance", "procedure", "channel")
"""The attributes that are scored: those of closed lists."""
PARTS = tuple(kind for kind in get_args(ScopeKind) if kind not in ("own", "system"))
"""The kinds of scope that are a part of the issuer's work."""


def compare_metrics(key: Key, found: list[Entry], tally: Tally) -> None:
    """Counts figures, those that are optional in the key aside.

    What a text says in words (``form: in_words``) and no key lists is not held against the report.
    """
    wanted = key.group("metrics") or []
    pairing = pair(wanted, found)
    pairing = Pairing(
        [(k, f) for k, f in pairing.pairs if not k.get("optional")],
        [k for k in pairing.missed if not k.get("optional")],
        [f for f in pairing.spurious if f.get("form") != "in_words"],
    )
    pairs = pairing.pairs
    _count(tally, "metric.found", len(pairs), pairing)
    _count(tally, "metric.span", sum(k["span"] == f["span"] for k, f in pairs), pairing)
    _count(tally, "metric.number", sum(_all_agree(NUMBER, k, f) for k, f in pairs), pairing)
    coded = any(k.get("indicator") for k in wanted)
    if coded:
        _count(tally, "metric.coded", sum(_all_agree((*NUMBER, "role", "indicator"), k, f) for k, f in pairs), pairing)
        _count_facts(tally, pairing)
    for k, f in pairs:
        _compare_fields(tally, k, f, coded=coded)
    for k in pairing.missed:
        tally.differ("missed", k.get("text", ""), k["span"][0], label=k.get("label"))
    for f in pairing.spurious:
        tally.differ("spurious", f["text"], f["span"][0], label=f.get("label"))


def _count(tally: Tally, name: str, right: int, pairing: Pairing) -> None:
    """A find in the right place with anything wrong about it is both wrong and missed."""
    rate, differing = tally.rate(name), len(pairing.pairs) - right
    rate.right += right
    rate.wrong += len(pairing.spurious) + differing
    rate.missed += len(pairing.missed) + differing


def _count_facts(tally: Tally, pairing: Pairing) -> None:
    """Facts are what a user tabulates: actual results that have an indicator, right in indicator, role, value and form."""
    total = tally.rate("fact")
    for k, f in pairing.pairs:
        if _all_agree(("indicator", "role", "value", "form"), k, f):
            if _is_fact(f):
                total.right += 1
                tally.indicator(f["indicator"]).right += 1
            continue
        if _is_fact(f):
            total.wrong += 1
            tally.indicator(f["indicator"]).wrong += 1
        if _is_fact(k):
            total.missed += 1
            tally.indicator(k["indicator"]).missed += 1
    for f in filter(_is_fact, pairing.spurious):
        total.wrong += 1
        tally.indicator(f["indicator"]).wrong += 1
    for k in filter(_is_fact, pairing.missed):
        total.missed += 1
        tally.indicator(k["indicator"]).missed += 1


def _is_fact(entry: Entry) -> bool:
    return bool(entry.get("indicator")) and entry.get("role") == "actual"


def _compare_fields(tally: Tally, k: Entry, f: Entry, *, coded: bool) -> None:
    """Each field of a pair; attributes and scope where the key has an indicator, which they belong to."""
    for name in FIELDS:
        if (name == "indicator" and not coded) or (name in ("attributes", "scope") and not k.get("indicator")):
            continue
        if not tally.share(f"field.{name}").ask(agree(name, k, f)):
            tally.differ("field", f["text"], f["span"][0], field=name, wanted=k.get(name), found=f.get(name))
    if k["span"] != f["span"]:
        tally.differ("span", f["text"], f["span"][0], wanted=k.get("text"), found=f["text"])


def _all_agree(names: tuple[str, ...], k: Entry, f: Entry) -> bool:
    return all(agree(name, k, f) for name in names)


def agree(name: str, k: Entry, f: Entry) -> bool:
    """Whether a field is as the key has it, or as one of its second readings (``also``) has it.

    Of attributes the closed ones count; of a scope, whether the figure is about a part at all.
    """
    if name == "scope":
        return _is_part(k) == _is_part(f)
    if name == "attributes":
        return _closed(k) == _closed(f)
    readings = (k.get(name), *k.get("also", {}).get(name, ()))
    return any(same(name, reading, f.get(name)) for reading in readings)


def _is_part(entry: Entry) -> bool:
    return entry["scope_kind"] in PARTS if "scope_kind" in entry else bool(entry.get("scope"))


def _closed(entry: Entry) -> dict[str, object]:
    return {name: value for name, value in (entry.get("attributes") or {}).items() if name in CLOSED}
