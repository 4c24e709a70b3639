"""Kinds told behind how all of them ended: 调解纠纷310件，调解成功306件；其中邻里纠纷98件 are of the 310."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit

_OPENS = "；其中"
_ENDED = ("completed", "closed", "succeeded", "settled", "answered")
_OUTCOME = lazy_pattern(
    "成功|[办审]结|结案|化解|完成|达成|履行|确认|维持|撤销|撤回|撤诉|纠(?!纷)|[胜败]诉|驳回|终止|中止|和解|经调解|罚|警告|吊销|没收|免予|移送|协议书|制作|支持|采纳|满意|[未已]"
)
_TELLS_OUTCOME = {"result", "instrument"}
_MOST = 12  # kinds of one list


def before_outcome(flow: str, figures: Sequence[Figure], i: int) -> int | None:
    """The figure of all that was dealt with, where the i-th opens the kinds behind what came of it; else none."""
    if i < 2 or not flow.startswith(_OPENS, figures[i - 1].end):
        return None
    figure = figures[i]
    if _OUTCOME.search(flow, figures[i - 1].end, figure.start) or _TELLS_OUTCOME & figure.attributes.keys():
        return None
    ended = next((j for j in range(i - 1, 0, -1) if figures[j].kind != "rate" and not figures[j].growth), 0)
    outcome = figures[ended]
    if outcome.sentence != figure.sentence or outcome.attributes.get("stage") not in _ENDED:
        return None
    if not same_unit(figure, outcome) or _adds_up(figures, i, outcome):
        return None
    for j in range(ended - 1, -1, -1):
        whole = figures[j]
        if whole.sentence != figure.sentence:
            return None
        if whole.indicator == outcome.indicator and same_unit(whole, outcome) and whole.role == "actual":
            return j if whole.attributes.get("stage") not in _ENDED and not whole.links else None
    return None


def _adds_up(figures: Sequence[Figure], i: int, whole: Figure) -> bool:
    """Whether the figures from the i-th on add up to one in front of them, which then is their whole, however it ended."""
    total = Decimal(0)
    for figure in figures[i : i + _MOST]:
        if figure.sentence != whole.sentence or total >= (whole.value or 0):
            break
        if same_unit(figure, whole) and figure.role == "actual":
            total += figure.value or 0
    return total == whole.value
