"""Which find answers which entry of a key: the one that it overlaps most; of equals, the one that agrees in most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_extract.score.keys import Entry

_ALIKE = ("value", "unit", "form", "indicator", "role")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Entries with their finds, entries without one, finds without an entry; each in the order of the text."""

    pairs: list[tuple[Entry, Entry]]
    missed: list[Entry]
    spurious: list[Entry]


def pair(wanted: Sequence[Entry], found: Sequence[Entry]) -> Pairing:
    """Pairs the entries of a key with what was found; the best pairs first, each entry and each find once."""
    in_order = sorted(range(len(found)), key=lambda place: (found[place]["span"][0], place))
    ranked: list[tuple[float, int, int, int]] = []
    for i, entry in enumerate(wanted):
        start, end = entry["span"]
        for j in in_order:
            other_start, other_end = found[j]["span"]
            if other_start >= end:
                break
            shared = min(end, other_end) - max(start, other_start)
            if shared > 0:
                union = max(end, other_end) - min(start, other_start)
                alike = sum(same(name, entry.get(name), found[j].get(name)) for name in _ALIKE)
                ranked.append((shared / union, alike, -i, -j))
    mates: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(ranked, reverse=True):
        if -i not in mates and -j not in taken:
            mates[-i] = -j
            taken.add(-j)
    return Pairing(
        [(wanted[i], found[j]) for i, j in sorted(mates.items())],
        [entry for i, entry in enumerate(wanted) if i not in mates],
        [find for j, find in enumerate(found) if j not in taken],
    )


def same(name: str, one: object, other: object) -> bool:
    """Whether two values of a field are the same. Numbers may differ by a billionth, as floats do; empty is null."""
    if name in ("value", "value_to"):
        if one is None or other is None:
            return one is other
        numbers = float(one), float(other)  # type: ignore[arg-type]
        return abs(numbers[0] - numbers[1]) < 1e-9 * max(1.0, abs(numbers[0]))
    return (one or None) == (other or None)
