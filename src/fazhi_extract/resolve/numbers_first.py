"""Parts whose numbers come first and add up to the figure in front of them: 审结案件260件，110件维持，28件撤销，其余122件调解结案."""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit

_FIRST = lazy_pattern("，(?:其中)?(?:有|已有)?")
_NEXT = lazy_pattern("[^，。；、：()\\d]{1,20}[，、；](?:有|其余|剩余|另|还有|另有|其他){0,2}")
_LICENSED = lazy_pattern("(?:均|已|全部)?(?:持证|(?:持有|取得|具有|具备|办理了?)[^，。；、\\d]{0,12}证)")
_NEWLY = lazy_pattern("新|年内|今年|考试|参考|上岗|换证")  # 新进执法人员32人，30人取得执法证: issued in the year
_OFFICERS = "enforcement.officer_people"
_MOST = 12  # parts of one whole


def link_numbers_first(flow: str, figures: list[Figure]) -> None:
    """Links such parts to their whole; of officers also the one that tells how many are licensed (执法人员312名，305名持证)."""
    for i, whole in enumerate(figures[:-1]):
        if not _counts(whole) or not _FIRST.fullmatch(flow, whole.end, figures[i + 1].start):
            continue
        run = _adding_up(flow, figures, i)
        if whole.indicator == _OFFICERS and not run and _LICENSED.match(flow, figures[i + 1].end):
            run = [i + 1]
        for j in run:
            part = figures[j]
            if part.indicator != whole.indicator or (part.value or 0) >= (whole.value or 0):
                continue
            part.links = [link for link in part.links if link[0] != "whole"] + [("whole", i)]
            settle_licence(flow, whole, part)


def settle_licence(flow: str, whole: Figure, part: Figure) -> None:
    """82名取得执法证 of officers told before: a licence that is held, unless the words say that it is new."""
    issued = whole.indicator == _OFFICERS and part.attributes.get("stage") == "issued"
    if issued and not _NEWLY.search(flow, whole.sentence[0], part.end):
        del part.attributes["stage"]


def _adding_up(flow: str, figures: list[Figure], i: int) -> list[int]:
    """The figures behind the i-th whose numbers come first, if there are several and they add up to it exactly."""
    whole, run, total = figures[i], list[int](), Decimal(0)
    for j in range(i + 1, min(len(figures), i + 1 + _MOST)):
        part = figures[j]
        if part.sentence != whole.sentence or not _counts(part) or not same_unit(part, whole):
            break
        if run and not _NEXT.fullmatch(flow, figures[j - 1].end, part.start):
            break
        run.append(j)
        total += part.value or 0
        if total >= (whole.value or 0):
            break
    return run if len(run) > 1 and total == whole.value else []


def _counts(figure: Figure) -> bool:
    number = figure.form == "number" and figure.value_to is None and figure.bound == "exact"
    return figure.kind == "count" and figure.role == "actual" and figure.indicator is not None and number
