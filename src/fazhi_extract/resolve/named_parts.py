"""Parts of a figure in front that have a name of their own: a place, a body, a field, or a kind in a breakdown."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.bases import Bases
from fazhi_extract.resolve.breakdowns import ASIDE, Breakdowns, became, part_kind, part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

_NAMED_PART = lazy_pattern(
    "^(?>(?:其中|主要集中[在于]|主要涉及|主要包括|集中在|，|；|、|：|和|及|包括|分别为|\\()*)(?P<name>(?!本|我|全|该|各|走?进|深入|因|退出|服务|联系|走访|帮扶|指导|培训)[^，。；、：\\d]{2,12}?(?:(?<!街)区|县|市|州|旗|镇|乡|街道|开发区|新区|分局|大队|支队|医院|中心|所|局|院|校|站|领域|行业|部门|单位|法院|系统|海关|总工会|工会|残联|妇联|团委|协会|商会|公司|集团|学校|学院))"
    "(?:为|共|各|排查|检查|巡查|抽查|查处|立案|办理|受理|处罚)?$"
)
_PLACE_OF = lazy_pattern(
    "(?:[，、；：)和及]|集中[在于]|来自|分布[在于]|涉及|主要[是为有在]|的[是为有])(?P<name>(?![及与在从对向赴到由]|和(?!平))[\u4e00-\u9fff]{1,6}?(?:区|县|市|州|旗|镇|乡|街道))\\($"
)
_ACT_WITHIN = lazy_pattern("查处|检查(?!站)|立案|办理|受理|处罚(?!科)|巡查|走访")
_LEVEL_PART = lazy_pattern(
    "[，、；](?:其中)?(?P<name>各?(?:县\\(市、区\\)|县\\(区\\)|市\\(县、区\\)|区\\(县\\)|县区|区县|县市区|乡镇\\(街道\\)|镇\\(街道\\)|乡镇街道|镇街|街镇|乡镇))"
    "(?:级)?(?:部门|单位|政府)?(?:共|为|有|是|办理|受理|完成)?"
)
_PROCEDURE = lazy_pattern("简易|普通|一般|快速办理")
_MOST_OF = lazy_pattern(
    "^.*(?:较多|最多|居前|靠前|较少|最少|较大|主要|(?:前|末)[一二三四五六七八九十两几]位?)的?(?:分别)?(?:是|为|有)"
)  # 收案较多的是云东区287件


class NamedParts:
    """Gives parts the meaning of their whole, and their name as scope."""

    def __init__(
        self, source: SourceText, plain: Plain, matcher: Matcher, bases: Bases, breakdowns: Breakdowns
    ) -> None:
        self._source, self._plain, self._matcher = source, plain, matcher
        self._bases, self._breakdowns = bases, breakdowns

    def by_name(self, figures: list[Figure], i: int, base: int, places: list[Place]) -> bool:
        """甲区134起、乙县88起: a name alone is that of a part of the figure in front; whether it is one."""
        figure, place, text = figures[i], places[i], self._plain.text
        part = _NAMED_PART.match(_MOST_OF.sub("", text[place.left : place.start]))
        # 移送纪检机关8件、主管部门5件: a body that receives is no part.
        if part is None or _ACT_WITHIN.search(part["name"]) or figures[base].indicator == "penalty.transfer_cases":
            return False
        total = self._bases.total(figures, base)
        if figures[total].sentence != figure.sentence:
            total = self._breakdowns.opening(figures, total)
        lend(figure, figures[total])
        figure.attributes.pop("result", None)
        begun = text[place.sentence_start : place.start]
        read = read_attributes(self._matcher.indicator(figure.indicator or ""), None, begun, "", "")
        if "stage" in read:
            figure.attributes["stage"] = read["stage"]
        figure.scope = part["name"]
        figure.scope_kind = part_kind(part["name"])
        beside = _NAMED_PART.match(text[places[base].left : places[base].start])
        if total != base or beside is None:  # 收案：甲县208件，乙县175件: a part beside it, and no whole is told
            figure.links.append(("whole", total))
        return True

    def in_bracket(self, figures: list[Figure], i: int, place: Place) -> bool:
        """举报主要集中在甲市(30件)、乙市(20件): the number in a bracket behind a place is that of a part; whether it is one."""
        figure, text = figures[i], self._plain.text
        if text[place.start - 1] != "(" or text[place.end : place.end + 1] not in (")", "，"):
            return False
        if figure.kind != "count" or figure.role != "actual":
            return False
        named = _PLACE_OF.search(text, max(place.sentence_start, place.floor, place.start - 30), place.start)
        if named is None:
            return False
        for j in range(i - 1, -1, -1):
            whole = figures[j]
            if figure.sentence[0] - whole.sentence[1] > 1:
                return False
            if whole.indicator and whole.role == "actual" and same_unit(figure, whole):
                break
        else:
            return False
        total = self._bases.total(figures, j)
        total = self._breakdowns.opening(figures, j) if total == j else total
        if (figures[total].value or 0) < (figure.value or 0):
            return False
        lend(figure, figures[total])
        figure.attributes.pop("result", None)
        figure.scope, figure.scope_kind = named["name"], "region"
        figure.links.append(("whole", total))
        return True

    def of_levels(self, figures: list[Figure], i: int) -> bool:
        """其中市本级3.1万件，县（市、区）6.5万件: bodies of one level whose name has a bracket; whether it is one's part."""
        figure, former = figures[i], figures[i - 1] if i else None
        if former is None or former.indicator is None or not same_unit(former, figure) or figure.role != "actual":
            return False
        named = _LEVEL_PART.fullmatch(self._source.flow, former.end, figure.start)
        if named is None or former.sentence != figure.sentence or former.role != "actual":
            return False
        lend(figure, former)
        figure.scope, figure.scope_kind = named["name"], "unit"
        figure.links += [link for link in former.links if link[0] == "whole"]
        return True

    def parallel(self, figures: list[Figure], i: int, place: Place) -> bool:
        """其中甲类7件，罚款2万元；乙类5件，罚款3万元: a name behind ； is that of the next part; whether it is one."""
        figure = figures[i]
        begins = self._source.flow.rfind("；", figure.sentence[0], figure.start) + 1
        if begins == 0 or figure.kind != "count" or figure.role != "actual" or figures[i - 1].end > begins:
            return False
        part = part_name(self._source.flow[begins : figure.start])
        if part is None or became(part):
            return False
        for j in range(i - 1, -1, -1):
            former = figures[j]
            if former.sentence != figure.sentence or former.indicator is None:
                return False
            wholes = [link for link in former.links if link[0] == "whole"]
            if same_unit(former, figure) and (wholes or "其中" in self._source.flow[former.clause[0] : former.start]):
                break
        else:
            return False
        lend(figure, former)
        figure.attributes.pop("result", None)
        if (figure.indicator or "").startswith("penalty.") or former.scope is not None:
            figure.scope, figure.scope_kind = part, part_kind(part)
        figure.links += wholes
        return True

    def broken_down(self, figures: list[Figure], i: int, own: str) -> bool:
        """分行业看，农药138件、种子51件: in such a sentence a name alone is that of a part; whether it is one."""
        figure = figures[i]
        own = ASIDE.sub("", own)
        if became(own) or not (self._breakdowns.in_one(figure) or self._breakdowns.of_cases(figures, i, own)):
            return False  # 从审理结果看，维持30件: a result, no part by name
        name = self._source.flow[slice(*figure.named)] if figure.separate and figure.named else own
        part = part_name(name)
        total = self._breakdowns.whole(figures, i) if part else None
        if part is None or total is None:
            return False
        lend(figure, figures[total])
        figure.attributes.pop("result", None)
        if figures[total].sentence != figure.sentence and (figure.indicator or "").startswith("review."):
            # 从案件类型看: of all that was dealt with, whatever its stage, unless the sentence says one (收案较多的…)
            figure.attributes.pop("stage", None)
            begun = self._source.flow[figure.sentence[0] : figure.start]
            read = read_attributes(self._matcher.indicator(figure.indicator or ""), None, begun, "", "")
            figure.attributes.update({"stage": read["stage"]} if "stage" in read else {})
        if (figure.indicator or "").startswith("penalty.") and _PROCEDURE.fullmatch(part):
            indicator = self._matcher.indicator(figure.indicator or "")
            figure.attributes |= read_attributes(indicator, None, f"{part}程序", "", "")  # 按程序分，简易28起
            figure.links.append(("whole", total))
            return True
        # What a review was about, or which court heard it, is no part of the work.
        kind, of_review = part_kind(part), (figure.indicator or "").startswith("review.")
        if part.endswith("本级"):
            figure.scope, figure.scope_kind = None, "own"
        elif not (of_review and (kind == "objects" or part.endswith("院"))):
            figure.scope, figure.scope_kind = part, kind
        figure.links.append(("whole", total))
        return True
