"""Links among figures that no indicator measures: 发案1546起，同比下降43.69%; 法律援助案件520件，其中民事330件、刑事190件.

How figures belong together does not hang on what they measure, so the words between them alone decide, and only plain ones do.
"""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit

_COMPARED = "(?:(?:同比|环比)|(?:比|较|与)?(?:上年|去年|上一年度?|20\\d\\d年)(?:度|同期|全年){0,2}(?:相比)?)"
_CHANGED = lazy_pattern(
    f"[，(]?{_COMPARED}(?:分别|大幅|明显|约|净)?(?:增长|增加|上升|提高|下降|减少|降低|增幅|降幅|升|降|增|减|多|少)?了?(?:约|近|达|为|超过)?"
)
_CHANGED_MORE = lazy_pattern(
    f"[，、(]?(?:和|与)?(?:{_COMPARED})?(?:增长|增加|上升|提高|下降|减少|降低|增幅|降幅|升幅|增长率|升|降|增|减)?了?(?:约|近|达|为)?"
)
_EARLIER = lazy_pattern(f"[，(]?{_COMPARED}的?(?:为|是|仅)?")
_OPENS_PARTS = lazy_pattern(
    "[，；(]?其中[，：]?(?P<name>[^，。；、：()\\d]{1,12})|\\((?P<named>[^，。；、：()\\d]{1,12})"
)
_NEXT_PART = lazy_pattern("[、，][^，。；、：()\\d]{1,12}")
_MOST = 12  # parts of one whole


def link_nameless(flow: str, figures: list[Figure]) -> None:
    """Adds ``changed``, ``later`` and ``whole`` links between neighbours in a sentence that both have no indicator."""
    for i, figure in enumerate(figures):
        if figure.indicator is not None or figure.kind == "rate" or figure.role != "actual" or figure.form != "number":
            continue
        j = i + 1
        while j < len(figures) and _is_told_of(flow, figures, i, j):
            j += 1
        if j == i + 1:
            for part in _parts(flow, figures, i):
                figures[part].links.append(("whole", i))


def _is_told_of(flow: str, figures: list[Figure], i: int, j: int) -> bool:
    """Whether the j-th figure is a change or the earlier value of the i-th; links it if so."""
    figure, other = figures[i], figures[j]
    if other.indicator is not None or other.links or other.sentence != figure.sentence:
        return False
    between = flow[figures[j - 1].end : other.left]
    alike = same_unit(figure, other)
    if (
        other.role == "change"
        and (alike or other.kind == "rate")
        and (_CHANGED_MORE if j > i + 1 else _CHANGED).fullmatch(between)
    ):
        other.links.append(("changed", i))
        return True
    if other.role == "prior" and alike and _EARLIER.fullmatch(between):
        other.links.append(("later", i))
        return True
    return False


def _parts(flow: str, figures: list[Figure], i: int) -> list[int]:
    """The figures behind the i-th that are named as its parts; behind commas only those that add up to it exactly."""
    whole, found, total = figures[i], list[int](), Decimal(0)
    sure = 0  # how many of them stand in front of the first comma
    for j in range(i + 1, min(len(figures), i + 1 + _MOST)):
        part = figures[j]
        opens = _NEXT_PART if found else _OPENS_PARTS
        if (
            part.sentence != whole.sentence
            or part.role != "actual"
            or part.indicator is not None
            or part.links
            or not same_unit(part, whole)
            or not opens.fullmatch(flow, figures[j - 1].end, part.start)
        ):
            break
        total += part.value or 0
        if not 0 < total <= (whole.value or 0) or part.value == whole.value:
            break
        found.append(j)
        if sure == len(found) - 1 and (sure == 0 or flow[figures[j - 1].end] == "、"):
            sure += 1
    return found if total == whole.value else found[:sure]
