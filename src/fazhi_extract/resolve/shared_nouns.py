"""Lists whose noun or predicate is said once: 药品、化妆品抽检分别为2批次、3批次; 27家测绘单位、15家评估机构完成评定."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.bases import PEOPLE_OF
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.lists import TIME
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.place import BODY, Place, words_behind
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.predicates import TREATED
from fazhi_extract.text import SourceText

# Between two members: the rest of the first one's noun, and a place or a verb that the second has of its own.
_TAIL_GAP = lazy_pattern(
    "[^，。；、：]{0,14}(?:、|和|与|及)(?:(?P<place>[\u4e00-\u9fff]{1,7}?(?:镇|乡|街道|[区县市旗州]))|新?(?:制定|修订|修改|废止|新增|新建|保留))?"
)
_PLACE_AHEAD = lazy_pattern(
    "(?:^|[，、；：]|明确|其中)(?P<place>(?!全)[\u4e00-\u9fff]{1,7}?(?:镇|乡|街道|[区县市旗州]))$"
)
_TREATED_GAP = lazy_pattern("[^，。；、：\\d]{1,10}(?:、|和|与|及)")
_SESSIONS_OF = {people: sessions for sessions, people in PEOPLE_OF.items()}
_RUN_TOGETHER = lazy_pattern("[，、]?(?:共|共计|累计|合计|计|覆盖)?")
_BODIES = lazy_pattern(f"[^，。；、：\\d]{{0,8}}?{BODY}(?:、|和|与|及)")
_OWN_NOUN = lazy_pattern("(?:材料|环节|时限|时间|时长|流程|成本|费用|次数|人数|数量|金额)$")
_ACTS = tuple(
    (lazy_pattern(f"{verbs}了?$"), lazy_pattern(f"(?:、|，|和|并|及)新?{verbs}了?"))
    for verbs in ("(?:制定|修订|修改|废止|更新|修编|编制|出台|印发)", "(?:取消|下放|承接|赋予|新增|保留)")
)
_JOIN = lazy_pattern("、|和|与|及")
_HELD = lazy_pattern("(?:^|开展|举办|组织|进行|完成|安排|共|累计)(?:约|近|了)?$")
_IN_SHIFTS = lazy_pattern("[^，。；、：\\d]{0,10}分")


def share_head(source: SourceText, matcher: Matcher, figures: list[Figure]) -> None:
    """The last name of a list with 分别 holds the noun of all its members."""
    last: Figure | None = None
    for figure in reversed(figures):
        if figure.named is None or not figure.separate:
            # 分别为30件(增长20%)、24件(占44%): what a bracket says of a member parts no list
            flow, (begins, _) = source.flow, figure.clause
            bracketed = flow.rfind("(", begins, figure.start) > flow.rfind(")", begins, figure.start)
            last = last if bracketed else None
            continue
        name = source.flow[slice(*figure.named)]
        if figure.growth and _OWN_NOUN.search(name):
            continue  # 材料、环节和跑动次数分别减少46%、38%、82%: nouns of their own, no sorts of the last one
        if figure.indicator is None and name.endswith("率"):
            continue  # 申报率、公示率分别为98%、97%
        if last is not None and figure.indicator is None and last.indicator and same_unit(figure, last):
            figure.indicator, figure.rule = last.indicator, last.rule
            figure.attributes = read_attributes(matcher.indicator(last.indicator), None, name, "", "", figure.why)
            if TIME.fullmatch(name) or name == figure.scope:
                figure.attributes = dict(last.attributes)  # 2022年、2023年收到申请分别为86件、142件
            figure.lender = last
        if figure.indicator is not None:
            last = figure


def share_list(plain: Plain, figures: list[Figure], places: list[Place]) -> None:
    """发现共性问题8条、个性问题15条: a member whose own words only repeat the head of the one in front counts the same."""
    for i in range(1, len(figures)):
        figure, earlier = figures[i], figures[i - 1]
        if not figure.indicator or not earlier.indicator or figure.indicator == earlier.indicator:
            continue
        if earlier.indicator == "leadership.honor_items":
            continue  # 优秀案卷8份、合格案卷52份: an honour is said of each by itself
        if figure.sentence != earlier.sentence or figure.role != earlier.role or not same_unit(figure, earlier):
            continue
        if i > 1 and figures[i - 2].indicator == figure.indicator and figures[i - 2].sentence == figure.sentence:
            continue  # 资金类信息6条、抽查类信息4条、社团类信息3条: it is the middle one that is odd
        own, model = (plain.text[place.left : place.start] for place in (places[i], places[i - 1]))
        if not own and model and not earlier.number_first:
            # 取消6项行政许可事项，3项审批事项: the verb of the first holds for both
            own, model = (words_behind(plain.text, place) for place in (places[i], places[i - 1]))
        elif not own.startswith("、"):
            continue
        head = _common_end(own, model)
        if len(head) < 2:
            continue
        words = [word for kind, word in figure.why if kind == "word"]
        if all(word in head or word not in own for word in words):
            figure.indicator, figure.rule, figure.lender = earlier.indicator, earlier.rule, earlier
            figure.candidates = []


def _said_behind(figure: Figure, own: str) -> bool:
    """Whether some of the words that name a figure stand outside of those in front of it."""
    words = figure.why if figure.lender is None else figure.lender.why
    return any(kind == "word" and word not in own for kind, word in words)


def _common_end(a: str, b: str) -> str:
    length = 0
    while length < min(len(a), len(b)) and a[-1 - length] == b[-1 - length]:
        length += 1
    return a[len(a) - length :]


def share_tail(plain: Plain, matcher: Matcher, figures: list[Figure], places: list[Place]) -> None:
    """What stands behind the last number of a list is said of all its members."""
    text = plain.text
    for i in range(len(figures) - 2, -1, -1):
        figure, later = figures[i], figures[i + 1]
        if not later.indicator or later.sentence != figure.sentence:
            continue
        if figure.role != later.role and {figure.role, later.role} != {"prior", "actual"}:
            continue  # 2021年至2023年分别对95件、204件、318件…
        if places[i].end > places[i + 1].start:
            continue
        between = text[places[i].end : places[i + 1].start]
        if figure.kind == "rate" and not _rates(figure, later, between, words_behind(text, places[i + 1])):
            continue
        own, model = text[places[i].left : places[i].start], text[places[i + 1].left : places[i + 1].start]
        if figure.indicator is None and _sessions_and_people(figure, later, between, own):
            continue
        if not later.number_first:
            both = figure.indicator is None and _acts_alike(own, between) and same_unit(figure, later)
            if both:
                _take(figure, later, matcher, own, ("variety",))  # 新制定6个、修订18个应急预案
            elif (
                figure.indicator is None
                and _said_behind(later, model)
                and between == model
                and _same_head(own, model)
                and same_unit(figure, later)
            ):
                _take(figure, later, matcher, own, ("variety",))  # 党组会议9次、常务会议56次，专题研究法治工作
            continue
        if figure.indicator == later.indicator and "level" in later.attributes and _TAIL_GAP.fullmatch(between):
            figure.attributes.setdefault("level", later.attributes["level"])  # 1个集体、2名个人获司法部表彰
            continue
        # 对22宗行政处罚、2宗行政强制进行了法制审核
        treated = later.indicator in TREATED and figure.number_first and _TREATED_GAP.fullmatch(between)
        if figure.indicator is not None and "subject-far" not in figure.doubts and not treated:
            continue
        alike = same_unit(figure, later) or (
            figure.kind == later.kind and figure.unit in matcher.indicator(later.indicator).units
        )
        if figure.unit == "个" and _BODIES.match(between) and not later.indicator.endswith(("units", "honor_items")):
            continue  # 180个执法部门、3700项检查事项
        gap = _TAIL_GAP.fullmatch(between) if alike else None
        if gap is None:
            continue
        # 12个单位、3名个人获司法部表彰: the first has a noun of its own, and the level of both
        named_so = between.startswith(("、", "和", "与", "及")) or not between
        _take(figure, later, matcher, own, ("variety", "level") if named_so else ("level",), _JOIN.split(between)[0])
        figure.number_first = True
        if gap["place"]:
            named = _PLACE_AHEAD.search(text, max(0, places[i].start - 12), places[i].start)
            if named:
                figure.scope, figure.scope_kind = named["place"], "region"
                later.scope, later.scope_kind = gap["place"], "region"


def _rates(figure: Figure, later: Figure, between: str, behind: str) -> bool:
    """96%以上服务事项和100%许可事项实现“最多跑一次”: two rates of like things, which the words behind the second are about."""
    head = _JOIN.split(between)[0][-2:]
    return later.kind == "rate" and figure.indicator is None and not figure.growth and len(head) == 2 and head in behind


def _acts_alike(own: str, between: str) -> bool:
    """制定6个、修订18个预案: whether two verbs of one kind stand in front of the two numbers."""
    return any(second.fullmatch(between) and first.search(own) for first, second in _ACTS)


def _take(figure: Figure, later: Figure, matcher: Matcher, own: str, shared: tuple[str, ...], behind: str = "") -> None:
    """Gives a figure what the later one counts, with the attributes that are `shared` where its own words say no other.

    Its own words are those in front of the number and those directly `behind` it.
    """
    figure.indicator, figure.rule, figure.lender = later.indicator, later.rule, later
    figure.doubts = [doubt for doubt in figure.doubts if doubt != "subject-far"]
    figure.attributes = read_attributes(matcher.indicator(later.indicator or ""), None, own, behind, "")
    figure.attributes = {a: later.attributes[a] for a in shared if a in later.attributes} | figure.attributes


def _same_head(own: str, model: str) -> bool:
    return model.startswith("、") and len(own) > 2 and own[-2:] == model[-2:]


def _sessions_and_people(figure: Figure, later: Figure, between: str, own: str) -> bool:
    """2场共180人次的培训, 120名人员分3期参加培训: the first number has the other measure of what the second counts."""
    code = None
    if figure.family != "person" and later.number_first and _RUN_TOGETHER.fullmatch(between) and _HELD.search(own):
        code = (
            _SESSIONS_OF.get(later.indicator or "") if figure.unit in ("场", "期", "次", "场次", "班次", "轮") else None
        )
    elif figure.family == "person" and _IN_SHIFTS.fullmatch(between):
        code = PEOPLE_OF.get(later.indicator or "")
    if code is None:
        return False
    figure.indicator, figure.rule, figure.lender = code, later.rule, later
    return True
