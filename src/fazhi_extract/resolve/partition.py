"""Parts behind 其中, in brackets, or in a row of names: whether a figure is one of them, and of which whole."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import PART_OF, same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

# 收到提案104件，内容涉及经济建设方面19件: words in front of the first part
_ABOUT = lazy_pattern("，?(?:内容|案由|事项|案件|问题)?(?:主要|分别)?(?:涉及|属于|包括)")
_INTO_PARTS = lazy_pattern(f"^[，(]?(?:其中)?，?(?:{_ABOUT.pattern})?")
_OF_SORT = lazy_pattern("(?:类|方面|领域)(?:的)?(?:案件|问题|提案|建议|事项|申请)?(?:共|有|为)?$")
_OTHER_LAW = lazy_pattern("民事|刑事")


class Partition:
    """Tells the parts of one text from figures that stand for themselves."""

    def __init__(self, source: SourceText, plain: Plain) -> None:
        self._source, self._plain = source, plain

    def name(self, own: str) -> str | None:
        """The name of a part in the words in front of its number."""
        return part_name(_INTO_PARTS.sub("", own))

    def holds(self, figures: list[Figure], i: int, base: int, own: str, places: list[Place]) -> bool:
        """Whether the i-th figure, with its `own` words in front, is a part of the figure `base` or of that one's whole."""
        earlier = figures[base]
        if PART_OF.match(own) or (_OF_SORT.search(own) and _ABOUT.match(own)) or self._in_bracket(figures[i], earlier):
            return True
        if not own.startswith("、") and not self._goes_on(own, figures, i):
            return False
        return any(relation == "whole" for relation, _ in earlier.links) or self._among_parts(figures, base, places)

    def opening(self, figures: list[Figure], i: int, base: int, own: str) -> int | None:
        """The whole of a part behind one with a name of its own: 办结事项315件，其中审批类48件；民生类267件.

        None where the figure `base` is no such part.
        """
        figure, first = figures[i], figures[base]
        if first.links or not self._goes_on(own, figures, i):
            return None
        at = next((k for k in range(base - 1, -1, -1) if figures[k].kind == "count"), None)
        if at is None or figures[at].sentence != figure.sentence:
            return None
        return at if figures[at].indicator != first.indicator and same_unit(figures[at], figure) else None

    def _goes_on(self, own: str, figures: list[Figure], i: int) -> bool:
        """其中甲类信息4条，乙类信息30条; 无证经营的11件，虚假宣传的8件: a part behind a comma, named as the one in front."""
        flow, clause = self._source.flow, figures[i].clause[0]
        if figures[i - 1].end > clause or flow[clause - 1 : clause] not in ("，", "；"):
            return False
        j = i - 1
        while j > 0 and figures[j].kind == "rate" and figures[j].sentence == figures[i].sentence:
            j -= 1  # 经济方面19件，占18%，社会方面66件
        before = flow[max(figures[j].clause[0], figures[j - 1].end if j else 0) : figures[j].start]
        if own.endswith("的"):
            return before.endswith("的")
        name, former = part_name(own), part_name(_INTO_PARTS.sub("", before))
        of_sort = _OF_SORT.search(own) and _OF_SORT.search(before)
        return name is not None and former is not None and (flow[clause - 1] == "，" or bool(of_sort))

    def _in_bracket(self, figure: Figure, earlier: Figure) -> bool:
        """收到申请85件（网上申请8件）: what stands in a bracket directly behind a figure is a part of it."""
        fewer = figure.value is not None and earlier.value is not None and figure.value < earlier.value
        own = self._source.flow[earlier.end : figure.start]
        return (
            fewer and figure.role == "actual" and own.startswith("(") and ")" not in own and not _OTHER_LAW.search(own)
        )

    def _among_parts(self, figures: list[Figure], j: int, places: list[Place]) -> bool:
        """其中新办412件、延续1127件: whether a member of a list, or one in front of it, stands behind 其中."""
        text, sentence = self._plain.text, figures[j].sentence
        while j >= 0 and figures[j].sentence == sentence:
            own = text[places[j].left : places[j].start]
            if not own.startswith("、") and not self._goes_on(own, figures, j):
                return bool(PART_OF.match(own)) or text.startswith(("其中：", "其中，"), max(0, places[j].left - 3))
            j -= 1
        return False
