"""Parts that the numbers themselves show: 受理诉求2000件。咨询类1000件，占50%; 留言300条。咨询120条、投诉100条、建议80条.

Words name a part in too many ways; that a share agrees with two numbers, or that all numbers of a sentence add up to
one in front of it, says so whatever the words.
"""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import BROKEN_DOWN, became, part_kind, part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.text import SourceText

_STATED = lazy_pattern(
    "[，、(]?(?:约|仅|共)?所?占(?:比(?:例|重)?)?(?![^，。；]{0,6}(?:计划|任务|目标))(?:(?P<of>[^，。；\\d]{1,16}?)的)?[^。；\\d]{0,20}"
)
# 占收到总数的, 占全部案件的: words that any whole has
_ANY_WHOLE = lazy_pattern(
    "收到|接收|新收|受理|办理|办结|承办|审结|登记|处理|全部|所有|全年|全[市县区镇州局]|全系统|上述|以上|本年度?|年度|今年|同类|案件|事项|总数|总量|总计|总|合计|数量|数|量|件|其中|约|比(?:例|重)|类|的"
)
_MAINLY = lazy_pattern("^[，。；]?(?:其中)?，?(?:主要|内容|问题){1,3}(?:涉及|反映|集中在|包括|有|是|为)")
_FARTHEST = 1_200  # characters between a part with its share and the whole
_NEAREST = 400  # characters between parts that add up and the whole
_BESIDE = 8  # characters behind a whole that may name it
_FEWEST = 3  # parts that add up to a whole by more than chance
_LIKE = {"dispute.report_cases": "dispute.petition_cases"}  # 投诉类400件 are a kind of what a hotline received
_ALIKE = frozenset([*_LIKE, *_LIKE.values()])
_FAMILIES = ("matter", "paper", "list", "org")
_HUNDRED = Decimal(100)
_HEAD = lazy_pattern(
    f"(?:{BROKEN_DOWN}|(?:其中|主要|具体|分别|内容|问题|包括)[^，。；：\\d]{{0,8}}[，：]|[^，。；：\\d]{{0,8}}(?:情况)?如下：)?"
)
_MEMBER_END = lazy_pattern("[、，。；()和及与]|$")
# 其中举报, 从内容看属于环保类的, 反映噪声问题的: what stands around a name
_LEADS = lazy_pattern(
    "^(?:其中|(?:从|按照?)[^，。；]{1,10}?看，?|(?:[^，。；、]{1,6}(?=主要集中))?(?:主要|分别)?(?:集中[在于]|来自|分布[在于])|属于?|反映|涉及|关于|有关)+"
)
_TAIL = lazy_pattern("(?:类|问题|事项|方面)?的$")
# When a part came in, or how, is no part of the work.
_NO_SCOPE = lazy_pattern(
    "季度?$|月份?$|半年$|年度?$|期间$|渠道|平台|方式|途径|窗口|热线|公众号|邮箱|信箱|留言板?|网站|媒体|微信|微博"
)
_MARKER = lazy_pattern("^[，；。)]*\\(?(?:\\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}(?:[、)]|是))?\\)?|[(：]$")
# How far a case got, or how it was found, is said of the whole by other readings: 结案1000件，占83%; 合格98%.
_HOW_FAR = lazy_pattern(
    "合格|优秀|优良|良好|达标|转派|退回|移送|结案|办结|破案|听证|公开|属实|采纳|维持|撤销|驳回|未结|完成"
)


class Proportions:
    """Finds wholes by arithmetic and gives their parts what they measure."""

    def __init__(self, source: SourceText) -> None:
        self._flow = source.flow

    def take(self, figures: list[Figure], i: int) -> bool:
        """Gives the i-th figure, and those that add up with it, the meaning of its whole; whether it is a part."""
        figure = figures[i]
        if not _counts(figure) or figure.links or figure.scope_kind is not None or figure.attributes:
            return False
        if figure.indicator in _LIKE.values() and self._name(figures, i) is None:
            return False  # 受理300件，办结270件，占90%: not what was received, but how far it got
        if _HOW_FAR.search(self._flow, max(figure.clause[0], figures[i - 1].end if i else 0), figure.start):
            return False
        whole = self._of_share(figures, i)
        if whole is not None:
            self._make_part(figures, i, whole)
            return True
        row, whole = self._adding_up(figures, i)
        if whole is None:
            row, whole = self._mainly(figures, i)
        if whole is None:
            return False
        for j in row:
            self._make_part(figures, j, whole)
        return True

    def _of_share(self, figures: list[Figure], i: int) -> int | None:
        """The nearest whole in front that the share behind the figure agrees with."""
        part = figures[i]
        share = figures[i + 1] if i + 1 < len(figures) else None
        if share is None or share.kind != "rate" or share.unit != "%" or share.growth or share.value is None:
            return None
        stated = _STATED.fullmatch(self._flow, part.end, share.start)
        if share.sentence != part.sentence or stated is None:
            return None
        if not share.decimals and self._name(figures, i) is None:
            return None  # 受理投诉200件。印发简报40件，占20%: by chance
        nearer: str | None = None
        step = Decimal(1).scaleb(-share.decimals) / 2
        for j in range(i - 1, -1, -1):
            whole = figures[j]
            if part.start - whole.end > _FARTHEST:
                return None
            if not self._may_be_whole(whole, part):
                continue
            other = nearer not in (None, whole.indicator) and _LIKE.get(nearer or "") != whole.indicator
            if other and not share.decimals:
                return None  # 受理信访200件。审查文件180件。合同类50件，占25%: by chance of the farther ones
            nearer = whole.indicator
            if not self._names_whole(stated["of"], whole, part):
                continue
            smallest, largest = self._bounds(part)
            least, most = self._bounds(whole)
            if smallest / most * _HUNDRED <= share.value + step and largest / least * _HUNDRED >= share.value - step:
                return j
        return None

    def _names_whole(self, words: str | None, whole: Figure, part: Figure) -> bool:
        """农业类50件，占农业案件的25%; 占去年同期的25%: whether a share may be of the whole, by the words that it names it with."""
        thing = _ANY_WHOLE.sub("", words or "")
        told = self._flow[whole.sentence[0] : min(whole.end + _BESIDE, max(whole.end, part.clause[0]))]
        return not thing or any(thing[k : k + 2] in told for k in range(max(1, len(thing) - 1)))

    def _adding_up(self, figures: list[Figure], i: int) -> tuple[list[int], int | None]:
        """The counts of the sentence that the figure opens, and the figure in front that they add up to exactly."""
        first = figures[i]
        if i and figures[i - 1].sentence == first.sentence:
            return [], None
        if not _HEAD.fullmatch(self._flow, first.sentence[0], max(first.clause[0], first.sentence[0])):
            return [], None  # 会议情况：甲镇120件、…: of what the head says
        row = self._row(figures, i)
        total = sum(figures[j].value or 0 for j in row)
        if len(row) < _FEWEST:
            return [], None
        sentence = None
        for j in range(i - 1, -1, -1):
            if first.start - figures[j].end > _NEAREST:
                break
            if not self._may_be_whole(figures[j], first):
                continue
            if sentence not in (None, figures[j].sentence):
                break  # only the nearest sentence that counts such things
            if figures[j].value == total:
                return row, j
            sentence = figures[j].sentence
        return [], None

    def _mainly(self, figures: list[Figure], i: int) -> tuple[list[int], int | None]:
        """道路类（615件，占26%）。主要涉及路面340件、路灯210件: the row of names behind a part, and that part."""
        whole = i - 1
        while whole >= 0 and figures[whole].kind == "rate":
            whole -= 1
        if whole < 0 or figures[whole].scope is None or not self._may_be_whole(figures[whole], figures[i]):
            return [], None
        between = self._flow[figures[i - 1].end : figures[i].start].lstrip(")）")
        if not (lead := _MAINLY.match(between)) or part_name(between[lead.end() :]) is None:
            return [], None
        row = [i, *self._row(figures, i)[1:]]
        total = sum(figures[j].value or 0 for j in row)
        return (row, whole) if total <= (figures[whole].value or 0) else ([], None)

    def _row(self, figures: list[Figure], i: int) -> list[int]:
        """The i-th figure and those behind it in its sentence that count alike and have names alone in front of them."""
        row: list[int] = []
        for j in range(i, len(figures)):
            figure = figures[j]
            if figure.kind == "rate" and row and figure.sentence == figures[i].sentence:
                continue
            alike = figure.sentence == figures[i].sentence and _counts(figure) and same_unit(figure, figures[i])
            if not alike or figure.links or self._name(figures, j) is None:
                break
            if not _MEMBER_END.match(self._flow, figure.end):
                return []  # 国企5家、民企3家、外企2家入选: what is said of them is another thing
            row.append(j)
        return row

    def _name(self, figures: list[Figure], i: int) -> str | None:
        """The name of a part: the words in front of its number without the list's mark and what leads the list in."""
        begins = max(figures[i].clause[0], figures[i - 1].end if i else 0)
        return part_name(_MAINLY.sub("", _MARKER.sub("", self._flow[begins : figures[i].start])))

    @staticmethod
    def _may_be_whole(whole: Figure, part: Figure) -> bool:
        """Whether a figure may be what the part is a part of."""
        if whole.indicator is None or whole.role != "actual" or whole.kind != "count" or not same_unit(whole, part):
            return False
        own = part.indicator in (None, whole.indicator) or _LIKE.get(part.indicator or "") == whole.indicator
        return own and whole.value is not None and whole.form == "number" and whole.value >= (part.value or 0) > 0

    def _bounds(self, figure: Figure) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that would be printed so."""
        value, words = figure.value or Decimal(0), self._flow[figure.start : figure.end]
        scale = 10_000 if "万" in words else 100_000_000 if "亿" in words else 0
        half = Decimal(scale).scaleb(-figure.decimals) / 2
        return value - half, value + half

    def _make_part(self, figures: list[Figure], i: int, whole: int) -> None:
        part, of = figures[i], figures[whole]
        name = self._name(figures, i)
        lend(part, of)
        part.attributes.pop("result", None)
        if part.sentence != of.sentence and (of.indicator or "").startswith("review."):
            part.attributes.pop("stage", None)  # of all that was dealt with, whatever its stage
        part.links.append(("whole", whole))
        part.candidates = []
        # What a review was about, or what was published, is no part of the work.
        name = _TAIL.sub("", _LEADS.sub("", name)) if name else None
        if not name or became(name) or _NO_SCOPE.search(name) or name in of.label:
            return
        if not (of.indicator or "").startswith(("review.", "disclosure.")):
            part.scope, part.scope_kind = name, part_kind(name)


def _counts(figure: Figure) -> bool:
    """Whether a figure is a number of matters that may be one of several parts."""
    return (
        figure.kind == "count"
        and figure.family in _FAMILIES
        and figure.role == "actual"
        and figure.form == "number"
        and (figure.indicator is None or figure.indicator in _ALIKE)
        and bool(figure.value)
    )
