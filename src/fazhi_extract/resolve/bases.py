"""Which figure in front lends another one its meaning: the nearest, the one of a stage, of two, or that a share is about."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import BROKEN_DOWN
from fazhi_extract.resolve.change_words import LEVEL_BEHIND, LEVEL_ENDS, LEVEL_TAKEN_IN, NEW_LEVEL
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.outcomes import before_outcome
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.shared_attributes import OF_DONE
from fazhi_extract.text import SourceText

# 12期390人次: the people belong to the sessions in front of them.
PEOPLE_OF = {
    "leadership.study_sessions": "publicity.training_people",
    "publicity.training_sessions": "publicity.training_people",
    "publicity.event_sessions": "publicity.audience_people",
}
_LEFT_BRACKET = lazy_pattern("[^()]{0,60}\\)")
_REFERS_BACK = lazy_pattern(
    "其中|(?:去年|上年|上一年|20\\d\\d年)(?:同期)?，?(?:这一|该)(?:数字|数据|数)|在?已?(?:立案|受理|审结|办结|结案|审查|答复|收到)的$|"
    + BROKEN_DOWN
    + "|(?:上述|以上|这些)|(?:已?审结|已?办结|受理|结案|查处|上述|答复|收到|新收)的?(?:案件|复议案件|诉讼案件|事项|申请|件)?中"
)
# 年度重点任务42项。截至年底，已完成39项。
_BARE_STAGE = lazy_pattern(
    "(?:(?:截至|截止|到|至)?[^，。；]{0,8}(?:底|末|日|目前|今|止)，?)?(?:目前|现|已|均|全部|共|累计|实际|按期|按时|全面|已经)*"
    "(?:完成|办结|整改(?:完成|到位)?|完成整改|审结|落实|销号|化解|调解成功|处理完毕|解决|结案|答复|采纳)(?:了|率达?|率为)?"
)
_COURT = lazy_pattern("裁定|判决|撤诉|胜诉|败诉|驳回|审理中|尚未审结|未判")
_LEVEL_NOW = lazy_pattern(f"，?(?:{NEW_LEVEL}|达到?|稳定在|保持在)(?:约|目前的?)?")
_LEVEL_BEHIND = lazy_pattern(f"(?:{LEVEL_BEHIND}|{LEVEL_TAKEN_IN})")
_GROWN = lazy_pattern(
    "(?:全[市县区省]|本年度?|今年|其中)?，?(?P<stage>受理|收到|新收|审结|办结|结案|立案)(?:的)?案件(?:数量?|总数|总量|量)?(?:同比|较|比|与)"
)
_STAGES = {
    "受理": ("accepted",), "收到": ("received",), "新收": ("received",), "立案": ("filed", "accepted"),
    "审结": ("completed", "closed"), "办结": ("completed", "closed"), "结案": ("completed", "closed"),
}  # fmt: skip
_SHARED_OUT = lazy_pattern(
    "[^，。；：\\d]{0,10}[，；]?(?:二者|两者|三者)?(?:(?:分别|各)(?:约)?占|占比?(?:例|重)?(?:分别|各))(?:比(?:例|重)?)?(?![^，。；\\d]{0,8}(?:计划|任务|目标))[^，。；\\d]{0,16}"
)
_MOST = 9  # shares of one list
_NEXT_SHARE = lazy_pattern("[、，]|、?(?:和|与|及|以及)")
_AGAIN = lazy_pattern("(?:上述|以上|这|该|此)?")
_OF_ALL = lazy_pattern("[^，。；\\d]{0,12}?(?:均|全部|都|已)")  # 6件申请都已答复
_NEXT_SENTENCE = 60  # characters between the ends of two sentences that speak of the same things
_FARTHEST = 400  # characters between a growth and the figure of the stage that it names
_PAPERS = ("matter", "paper")
ANY_VERB = lazy_pattern(
    "发现|排查|责令|立案|移送|移交|整改|查封|扣押|没收|印发|制发|出具|下达|发放|提出|形成|制定|出台|罚"
)


_AS_RATE = lazy_pattern(
    "[，、(]?(?:同比|也|即|比上年|较上年)?(?:增长|下降|上升|减少|增加|降低|提高|上涨|下滑|[增降涨升减]幅|增长率|下降率)(?:为|达|约|了)*"
)


class Bases:
    """Finds the figure that one without an own meaning refers to."""

    def __init__(self, source: SourceText, plain: Plain) -> None:
        self._source, self._plain = source, plain

    def nearest(self, figures: list[Figure], i: int) -> int | None:
        """The nearest figure in front with an indicator: in the sentence, or in the one before it where 其中 says so."""
        figure = figures[i]
        if figure.growth and (grown := _GROWN.match(self._source.flow, figure.sentence[0], figure.start)):
            return self._of_grown(figures, i, _STAGES[grown["stage"]])
        if figure.growth and figure.kind == "rate" and i and (as_rate := self._same_growth(figures, i)) is not None:
            return as_rate
        against = figures[i - 1] if i and figure.growth else None
        if (
            against is not None
            and against.role == "prior"
            and against.sentence == figure.sentence
            and against.indicator
        ):
            # 受理240件，纠错率21%，较去年80件增长2倍: what it is compared with tells what grew
            for j in range(i - 2, -1, -1):
                if figures[j].indicator == against.indicator and figures[j].role == "actual":
                    return j if figures[j].sentence == figure.sentence else None
            return None
        for j in range(i - 1, -1, -1):
            earlier = figures[j]
            if earlier.start == figure.start:
                continue
            if earlier.sentence != figure.sentence:
                own = self._plain.text[self._plain.at(figure.sentence[0]) : self._plain.at(figure.start)]
                back = _REFERS_BACK.match(own) or _BARE_STAGE.fullmatch(own)
                if not back or figure.sentence[0] - earlier.sentence[1] > 3:
                    return None
            if figure.growth and earlier.role == "change" and earlier.indicator and not earlier.links:
                return j  # 处罚案件同比增加6件，增长16.6%: the growth itself names what grew
            if earlier.indicator == "review.appearance_cases" and _COURT.search(self._source.flow, *figure.clause):
                continue  # 出庭应诉5件，其中1件裁定撤诉: how a lawsuit ended is said of the lawsuits
            if earlier.role == "change" and j == i - 1 and earlier.indicator and self._new_level(figure, earlier):
                return j
            if earlier.role in ("change", "prior") or earlier.form == "in_words":
                continue
            if _LEFT_BRACKET.match(self._source.flow, earlier.end, figure.start):
                continue  # 审结9件（含结转2件），其中…: what is bracketed is no whole
            if figure.growth:
                if figure.kind != "rate" and not same_unit(figure, earlier) and self._counted_before(figures, i, j):
                    continue  # 立案30件、罚款12万元，较上年增加6件: of the figure that counts alike
                if figure.kind == "money" and earlier.indicator is None and _less(earlier, figure):
                    continue  # 普法经费60万元，人均2元，比上年增加6万元: not of what is less than it grew
                return j if earlier.indicator else None
            if earlier.indicator:
                if earlier.kind != figure.kind or not same_unit(figure, earlier):
                    if self.is_kind_of(figure, earlier):
                        return j
                    if figure.kind == "rate" or (earlier.indicator in PEOPLE_OF and figure.family == "person"):
                        return j
                    if figure.start - earlier.end <= 1 and figure.kind == "count":
                        return j
                    continue
                return self._behind_part(figures, i, j)
        return None

    def _behind_part(self, figures: list[Figure], i: int, j: int) -> int:
        """受理诉求1893件，其中热线1215件，办结1870件: of the whole, where there are more of them than of the part (the j-th)."""
        figure, part, whole = figures[i], figures[j], figures[j - 1] if j else None
        if whole is None or figure.kind != "count" or None in (figure.value, part.value, whole.value):
            return j
        alike = (whole.indicator, whole.sentence) == (part.indicator, part.sentence) and same_unit(whole, figure)
        of_which = self._source.flow.startswith(("，其中", "(其中"), whole.end)
        own = self._source.flow[part.end : figure.start].strip("，；")
        fits = (part.value or 0) < (figure.value or 0) <= (whole.value or 0)
        return j - 1 if alike and of_which and fits and _BARE_STAGE.fullmatch(own) else j

    def _same_growth(self, figures: list[Figure], i: int) -> int | None:
        """立案86件，结案率97%，较上年增加12件，增长16.2%: what a growth told as a number of things and as a rate is of."""
        former = figures[i - 1]
        if not former.growth or former.kind == "rate" or former.sentence != figures[i].sentence:
            return None
        if former.indicator is None or not _AS_RATE.fullmatch(self._source.flow, former.end, figures[i].start):
            return None
        return next((j for relation, j in former.links if relation == "changed"), i - 1)

    def _counted_before(self, figures: list[Figure], i: int, j: int) -> bool:
        """Whether a figure in front of the j-th, in the sentence, counts what the i-th does."""
        for k in range(j - 1, -1, -1):
            if figures[k].sentence != figures[i].sentence:
                return False
            if figures[k].role == "actual" and figures[k].indicator and same_unit(figures[k], figures[i]):
                return True
        return False

    def _of_grown(self, figures: list[Figure], i: int, stages: tuple[str, ...]) -> int | None:
        """新收82件，受理54件。受理案件同比下降36.5%: the nearest figure of the paragraph with the stage that is named."""
        begins = self._source.paragraph_at(figures[i].start)[0]
        found: list[int] = []
        for j in range(i - 1, -1, -1):
            figure = figures[j]
            if figure.start < begins or figures[i].start - figure.end > _FARTHEST:
                break
            staged = figure.role == "actual" and figure.attributes.get("stage") in stages
            if staged and "其中" not in self._source.flow[figure.sentence[0] : figure.start]:
                found.append(j)
        return found[0] if len({figures[j].indicator for j in found}) == 1 else None

    def _new_level(self, figure: Figure, earlier: Figure) -> bool:
        """减少20件降至98件: the change alone names what the new level counts."""
        between = self._source.flow[earlier.end : figure.start]
        alike = earlier.kind == "rate" or (earlier.kind == figure.kind and same_unit(figure, earlier))
        if not alike or figure.growth:
            return False
        if _LEVEL_NOW.fullmatch(between) is not None:
            return True
        # 败诉案件减少5件，仅11件: not where a figure in front is what grew, nor with fewer than were added
        added = earlier.value if earlier.kind != "rate" else None
        enough = added is None or (figure.value or 0) > added
        ends = self._source.flow[figure.end : figure.end + 1] in LEVEL_ENDS
        return enough and ends and not earlier.links and _LEVEL_BEHIND.fullmatch(between) is not None

    def is_kind_of(self, figure: Figure, whole: Figure) -> bool:
        """审查各类文件526件次，其中合同138份: papers and matters are one kind of thing where no verb says otherwise."""
        own = self._source.flow[figure.clause[0] : figure.start]
        alike = figure.family in _PAPERS and whole.family in _PAPERS and figure.kind == whole.kind == "count"
        fewer = figure.value is not None and whole.value is not None and figure.value <= whole.value
        return alike and fewer and own.startswith("其中") and not ANY_VERB.search(own)

    def of_two(self, figures: list[Figure], i: int, latter: bool) -> int | None:
        """公证412件、仲裁63件，前者增长4%，后者…: of the last two figures of a list, the one that is named."""
        pair: list[int] = []
        for j in range(i - 1, -1, -1):
            if len(pair) == 2 or figures[j].sentence != figures[i].sentence:
                break
            if figures[j].role == "actual" and not figures[j].growth:
                pair.append(j)
        return pair[0 if latter else 1] if len(pair) == 2 else None

    def whole_of_share(self, figures: list[Figure], i: int) -> int | None:
        """The figure that a share is about: the one in front of it, whatever it measures."""
        for j in range(i - 1, -1, -1):
            # 二是…不足10人；三是…两个领域，约占56%: the next point of a list speaks of another thing.
            if (
                figures[j].sentence != figures[i].sentence
                or self._source.flow.find("；", figures[j].end, figures[i].start) >= 0
            ):
                return None
            if figures[j].kind != "rate" and figures[j].role not in ("change", "prior"):
                return j
        return None

    def shared_out(self, figures: list[Figure], i: int) -> int | None:
        """来信84件、来访36件，分别占70%与30%: the count that a share of a list is said of, in the order of the counts."""
        if figures[i].kind != "rate" or figures[i].named is not None:
            return None
        flow, first, last = self._source.flow, i, i
        while first and i - first < _MOST and self._next_share(figures, first):
            first -= 1
        while last + 1 < len(figures) and last - i < _MOST and self._next_share(figures, last + 1):
            last += 1
        shares = last - first + 1
        if shares < 2 or first < shares or not _is_share(figures[i]):
            return None
        counts = figures[first - shares : first]
        if not _SHARED_OUT.fullmatch(flow, counts[-1].end, figures[first].start):
            return None
        alike = all(
            c.kind == "count" and c.role == "actual" and c.sentence == figures[i].sentence and same_unit(c, counts[0])
            for c in counts
        )
        return i - shares if alike else None

    def _next_share(self, figures: list[Figure], i: int) -> bool:
        """Whether the i-th figure is a share that goes on with the one in front of it."""
        between = self._source.flow[figures[i - 1].end : figures[i].start]
        return _is_share(figures[i - 1]) and _is_share(figures[i]) and _NEXT_SHARE.fullmatch(between) is not None

    def of_stage(self, figures: list[Figure], i: int, base: int) -> int:
        """已答复391件，尚在办理4件。答复件中，予以公开212件: of the sentence before, the figure of the stage that is named."""
        lead = OF_DONE.match(self._source.flow, figures[i].sentence[0], figures[i].start)
        if lead is None or figures[base].sentence == figures[i].sentence:
            return base
        stages = ("answered",) if lead["answered"] else ("completed", "closed")
        for j in range(base, -1, -1):
            if figures[j].sentence != figures[base].sentence:
                break
            if figures[j].attributes.get("stage") in stages and figures[j].indicator == figures[base].indicator:
                return j
        return base

    def said_again(self, figures: list[Figure], i: int) -> int | None:
        """The figure of the sentence in front that a number with which the sentence opens says again."""
        figure, flow = figures[i], self._source.flow
        if figure.kind != "count" or not _AGAIN.fullmatch(flow, figure.sentence[0], figure.start):
            return None
        if not _OF_ALL.match(flow, figure.end):
            return None
        for j in range(i - 1, max(-1, i - 8), -1):
            former = figures[j]
            if figure.sentence[0] - former.sentence[1] > _NEXT_SENTENCE or not former.indicator:
                continue
            if former.role == "actual" and former.value == figure.value and same_unit(former, figure):
                return j
        return None

    def total(self, figures: list[Figure], j: int) -> int:
        """The whole that a part belongs to: the first of a row of parts links to it."""
        for relation, k in figures[j].links:
            if relation == "whole":
                return k
        part = figures[j]
        if (opening := before_outcome(self._source.flow, figures, j)) is not None:
            return opening
        for k in range(j - 1, -1, -1):  # 排查隐患80处，其中当场整改60处，其余20处
            whole = figures[k]
            if whole.sentence != part.sentence:
                break
            if whole.indicator == part.indicator and same_unit(whole, part):
                larger = whole.value is not None and part.value is not None and whole.value > part.value
                return k if larger and "其中" in self._source.flow[whole.end : part.start] else j
        return j


def _less(figure: Figure, growth: Figure) -> bool:
    """Whether a figure is less than what it would have grown by."""
    return same_unit(figure, growth) and (figure.value or 0) < (growth.value or 0)


def _is_share(figure: Figure) -> bool:
    return figure.kind == "rate" and figure.unit == "%" and figure.role == "actual" and not figure.growth
