"""The closed account: what is turned down, each place once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from fazhi_extract.model.vocabulary import TurnedDownReason
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.verdicts import Verdict


def turned_down(judged: Sequence[Verdict], figures: Sequence[Figure]) -> list[tuple[int, int, TurnedDownReason]]:
    """The flow spans of what was turned down, in order and apart from each other, each with its reason.

    What lies within a figure's span is in the account already (the 一 of 无一败诉); of two that overlap the longer one
    gives the reason (三高三宜, not 三高).
    """
    spans = sorted((f.start, f.end) for f in figures)
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max))
    entries: list[tuple[int, int, TurnedDownReason]] = []
    for start, end, reason in sorted({(*v.span, v.reason) for v in judged if v.reason}, key=lambda e: (e[0], -e[1])):
        at = bisect_right(starts, start)
        if at and end <= reach[at - 1]:
            continue
        if not entries or start >= entries[-1][1]:
            entries.append((start, end, reason))
            continue
        first, last, said = entries[-1]
        entries[-1] = (first, max(last, end), reason if end - start > last - first else said)
    return entries
