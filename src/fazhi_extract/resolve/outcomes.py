"""Kinds told behind how all of them ended: 调解纠纷310件，调解成功306件；其中邻里纠纷98件 are of the 310."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit

_OPENS = "；其中"
_ENDED = ("completed", "closed", "succeeded", "settled", "answered")
_OUTCOME = lazy_pattern("成功|[办审]结|结案|化解|完成|达成|履行|确认|[未已]")


def before_outcome(flow: str, figures: Sequence[Figure], i: int) -> int | None:
    """The figure of all that was dealt with, where the i-th opens the kinds behind what came of it; else none."""
    if i < 2 or not flow.startswith(_OPENS, figures[i - 1].end):
        return None
    figure = figures[i]
    if _OUTCOME.search(flow, figures[i - 1].end, figure.start):
        return None
    ended = next((j for j in range(i - 1, 0, -1) if figures[j].kind != "rate" and not figures[j].growth), 0)
    outcome = figures[ended]
    if outcome.sentence != figure.sentence or outcome.attributes.get("stage") not in _ENDED:
        return None
    for j in range(ended - 1, -1, -1):
        whole = figures[j]
        if whole.sentence != figure.sentence:
            return None
        if whole.indicator == outcome.indicator and same_unit(whole, outcome) and whole.role == "actual":
            return j if whole.attributes.get("stage") not in _ENDED and not whole.links else None
    return None
