"""Where the figures of a text stand, and how far the words of each may reach."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.outline import LONGEST_CLAUSE
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.place import Place, of_former
from fazhi_extract.resolve.plain import Plain

# 立案由2020年同期的40件增至50件: the words that name the figure stand in front of these.
_ONCE = lazy_pattern(
    "[由从自](?:原来|过去|此前|改革前)?(?:上年|去年|上一年|(?:19|20)\\d\\d年)?度?(?:同期|末|底|初)?(?:的|平均)*$"
)
_BODIES_OF = lazy_pattern("(?:[\u4e00-\u9fff]{0,4})(?:单位|部门|乡镇|镇街|街道|地区|县区|区县|市县)的?")
# 全年结案（包括案前调解）91件: a bracket between the words and their number
_ASIDE = lazy_pattern("\\((?:含|包括|不含|包含|不包括|除|涉及)[^()\\d，。]{2,30}\\)$")
# 信访总量1320件（其中网上信访816件）: what stands in the bracket names parts or other values
_OF_OTHERS = lazy_pattern("\\((?:其中|上年|去年|同比|较)")
_RIGHT_STOP = lazy_pattern("[，。；：\n]")


class Places:
    """Works out the places of the figures of one text."""

    def __init__(self, plain: Plain, figures: list[Figure]) -> None:
        self._plain, self._figures = plain, figures
        # For each figure, the next from there on that is a numeral: runs of 全覆盖 are stepped over at once.
        self._numeral_from = [len(figures)] * (len(figures) + 1)
        for i in reversed(range(len(figures))):
            self._numeral_from[i] = i if figures[i].form != "in_words" else self._numeral_from[i + 1]

    def of(self, i: int) -> Place:
        """Where the i-th figure stands, and how far its words may reach."""
        figures, figure = self._figures, self._figures[i]
        at, text = self._plain.at, self._plain.text
        start, end = at(figure.start), at(figure.end)
        sentence = at(figure.sentence[0])
        clause = at(figure.clause[0])
        former = i - 1
        floor = at(figures[former].end) if former >= 0 and figures[former].form != "in_words" else 0
        if floor > start:
            floor = clause
        j = self._numeral_from[i + 1]
        while j < len(figures) and figures[j].start < figure.end:
            j = self._numeral_from[j + 1]
        following = at(figures[j].start) if j < len(figures) else len(text)
        # No clause is longer: texts without any mark must not take time by the square of their length.
        stop = _RIGHT_STOP.search(text, end, end + LONGEST_CLAUSE)
        right = stop.start() if stop else min(len(text), end + LONGEST_CLAUSE)
        if j < len(figures):
            right = min(right, at(figures[j].start))
        if _OF_OTHERS.match(text, end):
            right = end
        if figure.prior_of is not None and (once := _ONCE.search(text, max(clause, floor), start)):
            start = once.start()
        elif bracket := _ASIDE.search(text, max(clause, floor), start):
            start = bracket.start()
        if figure.named is not None:
            start = end = right = at(figure.named[1])
            clause, floor = at(figure.named[0]), 0
        of_bodies = figure.named is None and former >= 0 and figures[former].unit in ("个", "家")
        if of_bodies and floor < start and _BODIES_OF.fullmatch(text, floor, start):
            # 取消了某局等4个单位9项行政权力: the bodies whose items they are part no words from the items
            floor = at(figures[former - 1].end) if former > 0 else 0
        left = max(clause, floor)
        if left < start and left == floor and of_former(text[left:start]):
            left = start
        return Place(
            start,
            end,
            left,
            right,
            clause,
            sentence,
            floor,
            max(
                sentence,
                text.rfind("；", sentence, start) + 1,
                clause if figure.named is not None and not figure.separate else 0,
            ),
            following,
        )
