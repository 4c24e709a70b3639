"""Lists of times and the figures that belong to them one by one: 2021年、2022年分别办案30件、44件; 6月、7月分别检查12家、9家."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure

# 2020—2022年三个县区分别办案30件、44件、51件: several bodies stand between, and the figures are theirs
_BODIES = "各[县区市乡镇街单部科院所地]|县区|区县|[两三四五六七八九十]{1,3}[级个家地县区市院]"
SEPARATELY = f"，?(?:(?!{_BODIES})[^，。；、和与及\\d]){{0,24}}(?:分别|依次)"
_SIDE_BY_SIDE = lazy_pattern("(?:\\([^()\n]{0,20}\\))?[，、和与及]")
_MOST = 9  # figures of a list


def place_in_list(flow: str, figures: Sequence[Figure], i: int, count: int, begins: int) -> int | None:
    """Which of `count` times the i-th figure is of, by its place among those listed with it; None where these are too few or too many.

    `begins`: where the words end that name the times and say 分别. 2021年、2022年分别办案30件、44件，罚款12万元、15万元 goes on in
    the same order; in 2018年、2020年、2022年分别开展三轮清理 one figure stands alone.
    """
    at, former = 0, _former(flow, figures, i)
    while former is not None and at < _MOST and figures[former].start >= begins:
        at, former = at + 1, _former(flow, figures, former)
    listed, last = at + 1, i
    for k in range(i + 1, min(len(figures), i + 2 * _MOST)):
        if _former(flow, figures, k) == last:
            listed, last = listed + 1, k
    # 分别办案30件、44件、51件 of two years: what there is too much of belongs to the last one
    touched = flow.find("分别", figures[i].clause[0], figures[i].start) >= 0
    if count < 1 or listed < count or (listed > count and not touched):
        return None
    return min(at, count - 1)


def _former(flow: str, figures: Sequence[Figure], i: int) -> int | None:
    """The figure that the i-th stands beside in a list, in the same unit; one in a bracket between them is passed over."""
    figure = figures[i]
    for j in range(i - 1, max(-1, i - 4), -1):
        before = figures[j]
        if before.sentence != figure.sentence:
            return None
        alike = before.unit == figure.unit and before.kind == figure.kind
        if alike and _SIDE_BY_SIDE.fullmatch(flow, before.end, figure.start):
            return j
        if flow.rfind("(", figure.sentence[0], before.start) <= flow.rfind(")", figure.sentence[0], before.start):
            return None
    return None
