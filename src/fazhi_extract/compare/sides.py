"""Which body of one side belongs to which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fazhi_extract.compare.figures import Body


@dataclass(slots=True)
class Sides:
    """Pairs of old and new, and what has no counterpart. ``doubled`` are further reports of a body, not compared."""

    pairs: list[tuple[Body, Body]] = field(default_factory=list)
    only_old: list[Body] = field(default_factory=list)
    only_new: list[Body] = field(default_factory=list)
    doubled: list[Body] = field(default_factory=list)


def pair(old: Sequence[Body], new: Sequence[Body]) -> Sides:
    """Pairs the bodies by their key, else by their name; one alone on each side is a pair whatever its name.

    Of several reports of a body the latest year of the new side counts, and the latest before it on the old side.
    """
    found = Sides()
    if len(old) == len(new) == 1:
        found.pairs = [(old[0], new[0])]
        return found
    # A sheet of one's own need not say whose figures it has.
    if len(old) == 1 and not old[0].name:
        old = [_named_like(old[0], new)] if len({_name(b) for b in new}) == 1 else old
    if len(new) == 1 and not new[0].name:
        new = [_named_like(new[0], old)] if len({_name(b) for b in old}) == 1 else new
    before, now = _by_name(old), _by_name(new)
    for name, bodies in now.items():
        if name not in before or not name:
            found.only_new += bodies
            continue
        late = _latest(bodies, None)
        early = _latest(before[name], late.year)
        found.pairs.append((early, late))
        found.doubled += [b for b in (*before[name], *bodies) if b not in (early, late)]
    for name, bodies in before.items():
        if name not in now or not name:
            found.only_old += bodies
    return found


def _name(body: Body) -> str:
    return body.key or body.name


def _by_name(bodies: Iterable[Body]) -> dict[str, list[Body]]:
    grouped: dict[str, list[Body]] = {}
    for body in bodies:
        grouped.setdefault(_name(body), []).append(body)
    return grouped


def _named_like(body: Body, others: Sequence[Body]) -> Body:
    body.name, body.key = others[0].name, others[0].key
    return body


def _latest(bodies: Sequence[Body], before: int | None) -> Body:
    """The body of the latest year, earlier than ``before`` where there is one; the first of equals."""
    earlier = [b for b in bodies if before is None or b.year is None or b.year < before] or list(bodies)
    return max(earlier, key=lambda b: b.year or 0)
