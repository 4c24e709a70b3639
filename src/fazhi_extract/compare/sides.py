"""Which body of one side belongs to which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fazhi_extract.compare.figures import Body
from fazhi_extract.table.issuers import issuer_ids


@dataclass(slots=True)
class Sides:
    """Pairs of old and new, and what has no counterpart. ``doubled`` are further reports of a body, not compared."""

    pairs: list[tuple[Body, Body]] = field(default_factory=list)
    only_old: list[Body] = field(default_factory=list)
    only_new: list[Body] = field(default_factory=list)
    doubled: list[Body] = field(default_factory=list)


def pair(old: Sequence[Body], new: Sequence[Body]) -> Sides:
    """Pairs the bodies as the panel does (:func:`~fazhi_extract.table.issuers.issuer_ids`); one alone on each side is a
    pair whatever its name.

    Of several reports of a body the latest year of the new side counts, and the latest before it on the old side.
    """
    found = Sides()
    if len(old) == len(new) == 1:
        found.pairs = [(old[0], new[0])]
        return found
    # A sheet of one's own need not say whose figures it has.
    if len(old) == 1 and not old[0].name:
        old = [_named_like(old[0], new)] if _of_one(new) else old
    if len(new) == 1 and not new[0].name:
        new = [_named_like(new[0], old)] if _of_one(old) else new
    before, now = _by_id(old, new)
    for one, bodies in now.items():
        if one not in before or not one:
            found.only_new += bodies
            continue
        late = _latest(bodies, None)
        early = _latest(before[one], late.year)
        found.pairs.append((early, late))
        found.doubled += [b for b in (*before[one], *bodies) if b not in (early, late)]
    for one, bodies in before.items():
        if one not in now or not one:
            found.only_old += bodies
    return found


def _of_one(bodies: Sequence[Body]) -> bool:
    return len(_by_id(bodies, ())[0]) == 1


def _by_id(*sides: Sequence[Body]) -> list[dict[str, list[Body]]]:
    """The bodies of each side by issuer; those of no name under an empty one."""
    ids = iter(issuer_ids([(body.key, body.name or None, body.year) for side in sides for body in side]))
    grouped: list[dict[str, list[Body]]] = []
    for side in sides:
        grouped.append({})
        for body in side:
            grouped[-1].setdefault(next(ids) or "", []).append(body)
    return grouped


def _named_like(body: Body, others: Sequence[Body]) -> Body:
    body.name, body.key = others[0].name, others[0].key
    return body


def _latest(bodies: Sequence[Body], before: int | None) -> Body:
    """The body of the latest year, earlier than ``before`` where there is one; the first of equals."""
    earlier = [b for b in bodies if before is None or b.year is None or b.year < before] or list(bodies)
    return max(earlier, key=lambda b: b.year or 0)
