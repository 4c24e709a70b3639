"""Whether a figure behind 其中 is a part of the one in front of it, whatever its own words alone would say."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match
from fazhi_extract.resolve.neighbours import PART_OF, lend, preceding, same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.running import names_act
from fazhi_extract.text import SourceText

_OF_KIND = lazy_pattern("(?:类|领域|方面|行业)(?:案件|纠纷|事项|问题)?$")


class OfWhich:
    """Tells the parts among the figures of one text, which are asked for in their order."""

    def __init__(self, source: SourceText, plain: Plain) -> None:
        self._source, self._plain = source, plain
        self._found: set[int] = set()

    def follow(self, figures: list[Figure], i: int, place: Place) -> None:
        """Takes down a figure that no words name where it goes on with the parts in front of it: the whole says what it is."""
        listed = i - 1 in self._found and self._plain.text.startswith("、", place.left)
        first = self._behind_of_which(place) and names_act(self._plain.text[place.left : place.start])
        if listed or (first and self._list_before(figures, i) is not None):
            self._found.add(i)

    def takes(self, figures: list[Figure], i: int, place: Place, best: Match) -> bool:
        """Whether a figure is a part, though its own words fit a phrasing (`best`)."""
        if not self._rather_part(figures, i, place, best):
            return False
        self._found.add(i)
        return True

    def _rather_part(self, figures: list[Figure], i: int, place: Place, best: Match) -> bool:
        """其中… is a part of the figure in front, unless its own words name something of the same domain, or name it well."""
        own = self._plain.text[place.left : place.start]
        if figures[i].unit == "项" and self._behind_of_which(place):
            own = "其中" + own
        listed = own.startswith("、") and i - 1 in self._found  # 其中处罚类41项、许可类9项
        listed = listed or (own.startswith(("、", "，")) and self._of_kinds(figures, i, own))
        if not (listed or PART_OF.match(own)):
            return False
        earlier = preceding(
            figures, i, lambda f: f.role not in ("change", "prior") and not (listed and f.indicator is None)
        )
        if earlier is None and figures[i].unit == "项":
            earlier = self._list_before(figures, i)
            if earlier is not None and best.phrasing.code.endswith("_cases") and names_act(own.removeprefix("其中")):
                return True
        if earlier is None and listed:  # the whole stands in the sentence before
            near = (f for f in reversed(figures[max(0, i - 8) : i]) if f.role == "actual" and f.indicator)
            earlier = next((f for f in near if same_unit(figures[i], f)), None)
        if earlier is None or earlier.indicator is None or not same_unit(figures[i], earlier):
            return False
        if earlier.indicator == "service.adjusted_items" and best.phrasing.code == "service.list_items":
            return True  # 承接下放事项98项，其中行政处罚92项
        if best.phrasing.code == "service.handled_cases" and earlier.indicator.startswith("service."):
            return True
        if best.phrasing.code == earlier.indicator == "service.permit_cases" and "另" not in own:
            return True  # 受理许可申请843件，其中网上办结701件; but 另有5件不予许可 are beside them
        if _OF_KIND.search(own):
            return True  # 复议案件94件，其中工伤认定类87件
        return best.score < 3.2 and earlier.indicator.split(".")[0] != best.phrasing.code.split(".")[0]

    def _of_kinds(self, figures: list[Figure], i: int, own: str) -> bool:
        """其中咨询类1.2万件，投诉类8000件: whether a figure and the one in front of it count kinds of one whole."""
        former = figures[i - 1] if i else None
        if former is None or not own.endswith("类") or former.sentence != figures[i].sentence:
            return False
        before = self._source.flow[former.sentence[0] : former.start]
        return before.endswith("类") and "其中" in before

    def _behind_of_which(self, place: Place) -> bool:
        """Whether 其中 stands in front of the figure's own words, parted from them by a mark."""
        return self._plain.text.endswith(("其中，", "其中："), 0, place.left)

    def _list_before(self, figures: list[Figure], i: int) -> Figure | None:
        """保留行政权力142项。其中，行政许可51项: the last figure of the sentence before, where it is the size of a list."""
        j = i - 1
        while j >= 0 and j in self._found and figures[j].sentence == figures[i].sentence:
            j -= 1
        if j < 0 or figures[j].sentence == figures[i].sentence:
            return None
        near = figures[i].sentence[0] - figures[j].sentence[1] <= 1
        return figures[j] if near and figures[j].indicator == "service.list_items" else None

    def named(self, figures: list[Figure], i: int) -> bool:
        """其中A、B、C分别为…: the names are kinds of the whole in front."""
        figure = figures[i]
        if not PART_OF.match("，" + self._source.flow[figure.clause[0] : figure.start]):
            return False
        # 调解纠纷9847件，涉及金额2.14亿元，其中物业、婚姻家庭纠纷分别为…: what counts alike
        earlier = preceding(
            figures, i, lambda f: f.role not in ("change", "prior") and not f.separate and same_unit(figure, f)
        )
        if earlier is None or earlier.indicator is None:
            return False
        lend(figure, earlier)
        figure.links.append(("whole", next(j for j in range(i) if figures[j] is earlier)))
        return True
