"""Lists that share their words: A、B分别为x、y gives each number its own name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.changes import levels_of_growths
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.joint_totals import KINDS_OF_ACTS
from fazhi_extract.resolve.labels import JOINED
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.text import SourceText

_SEPARATELY = lazy_pattern("分别|依次")
_NEXT_WORDS = lazy_pattern("[，；][\u4e00-\u9fff]{2}")
_BETWEEN = lazy_pattern("(?:[^，。；：\\d]{0,4})?(?:、|和|及|与|以及|，)(?:[^，。；：、\\d]{0,4})?")
_IN_BRACKET = lazy_pattern("[^()]{0,30}\\)")
_ASIDE = lazy_pattern("\\([^()\n]{1,30}\\)")
_NAME_END = lazy_pattern(f"，|{JOINED}")
_ACTED = lazy_pattern(
    "(?:分别|依次)(?:共|已|累计)?(?:向[^，。；、\\d]{1,10}?)?(?:受理|办理|转办|交办|办结|查处|立案|检查|抽查|收到|审结|调解|化解|出动|罚款|处罚|移送|完成|开展|发现|整改|出庭|参加|出席|旁听|接访|主持|讲授|授课|带队)(?:[^，。；、\\d]{0,14})$"
)
# of these only where the names are those of who acted: 普法讲座和法律咨询分别举办12场、8场
_ACTED_ALSO = lazy_pattern(
    "(?:分别|依次)(?:共|已|累计)?(?:举办|组织|召开|建成|新建|建设|创建|培训|发放|审查|审核|评查|处置|处理|调处|实施|作出|下达|制发)(?:[^，。；、\\d]{0,14})$"
)
_HELD = lazy_pattern(
    "(?:分别|依次)(?:共|已)?(?:公布|保留|取消|下放|承接|梳理|调整|精简|制定|备案)(?:[^，。；、\\d]{0,14})$"
)
_BODY = lazy_pattern(
    "[\u4e00-\u9fff]{2,12}?(?:[区县市州旗盟镇乡园局委办院队站]|街道|大队|支队|中队|分局|中心|所)|[省市县区镇乡村](?:级|本级)"
)
_COURT = lazy_pattern("人民(?:法院|检察院)$")
_NAME_OF_BODY = (
    "(?:(?![和与及])[\u4e00-\u9fff]){1,11}?(?:[区县市州旗盟镇乡园局委办院队站所]|街道|中心|人民(?:法院|检察院))"
)
BODIES_SIDE_BY_SIDE = lazy_pattern(
    f"(?:其中|[^，。；、\\d]{{0,8}}的)?(?P<names>{_NAME_OF_BODY}(?:(?:、|和|与|及){_NAME_OF_BODY}){{1,8}})"
    "(?![、和与及]|人民[法检])(?![^，。；]{0,16}(?:均|都|各))[^，。；、\\d]{0,16}"
)
"""Places or bodies in a list, in front of as many numbers, as a pattern with the names."""
_FILLERS = lazy_pattern(
    "(?:同比|环比|较上年(?:同期)?|比上年(?:同期)?|较去年(?:同期)?|比去年(?:同期)?|也|均|都|又|已|各|共|全年)+$"
)
_PLACE = lazy_pattern("[\u4e00-\u9fff]{1,7}?(?:[区县市州旗盟镇乡园]|街道)")
_PLACES = lazy_pattern(
    "(?<![^，；：。\n])(?P<places>(?:[\u4e00-\u9fff]{1,7}?(?:[区县市州旗盟镇乡园]|街道)[、和])+[\u4e00-\u9fff]{1,7}?(?:[区县市州旗盟镇乡园]|街道))"
    "[^，。；：、]{0,16}，?$"
)
_FIELD = lazy_pattern("(?:等?[两三四五六]个)?(?:领域|方面|行业)(?:案件)?$")
_QUOTED = lazy_pattern("“[^”\n]{2,10}”")
_CASE = f"{KINDS_OF_ACTS}|国家赔偿|行政赔偿|信访|仲裁"
_KINDS_OF_CASES = lazy_pattern(
    f"(?P<kinds>(?:{_CASE})(?:案件)?(?:(?:、|和|与|及)(?:{_CASE})(?:案件)?){{1,4}})(?:事项)?(?:共|各)?"
)
_GROWTH_LEAD = lazy_pattern(
    "，(?:同比|环比|(?:较|比)(?:(?:上|去)年|上一年|20\\d\\d年)(?:度|同期)*|分别|相应){1,3}(?:增长|增加|上升|下降|减少|降低|多|少|提高)(?:了)?"
)
_NEXT_GROWTH = lazy_pattern("(?:、|和|与|及|，)(?:增长|增加|上升|下降|减少|降低|多|少|提高)?(?:了)?")
_LEVEL = lazy_pattern("(?:、|和|，)(?:基本|大致)?(?:与[^，。；、]{1,6})?持平")
_NEXT_LIST = lazy_pattern("(?:\\([^()\\d]{1,8}\\))?，[^，。；、\\d]{0,8}")
_NOW = lazy_pattern("(?:到|至|而)?(?:今年|本年度?|当年|20\\d\\d年度?)(?:以来|全年|则|的)?")
TIME = lazy_pattern(
    "(?:(?:在|于)?(?:(?:19|20)\\d\\d)?年?(?:第?[一二三四]季度|[上下]半年|1?\\d月份?)|(?:在|于)?(?:19|20)\\d\\d年度?|[今去上前]年)"
)
"""A time that stands where a name would: 2021年, 上半年."""
_NAME_START = lazy_pattern("^(?:其中|全年|全市|全县|全区|累计|共|完成|实现|受理|办理|开展|并|对|依法|由|从)+")


def distribute(source: SourceText, figures: list[Figure]) -> None:
    """Sets `named` (or, without names, `base`) of figures that stand behind 分别 in the order of their names.

    So it does where two things that are cases of different kinds, or two growths, stand in one order without the word.
    """
    _cases_in_order(source.flow, figures)
    _growths_in_order(source.flow, figures)
    _bodies_in_order(source.flow, figures)
    i = 0
    while i < len(figures):
        run = _run(source.flow, figures, i)
        if len(run) > 1:
            _name(source.flow, figures, run)
        i = run[-1] + 1


def _run(flow: str, figures: list[Figure], i: int) -> list[int]:
    """The figures from `i` on that one 分别 governs."""
    first = figures[i]
    if first.form not in ("number", "masked") or first.named is not None:
        return [i]
    since = max(first.clause[0], first.start - 24)
    if flow.find("分别", since, first.start) < 0 and flow.find("依次", since, first.start) < 0:
        return [i]
    run = [i]
    while True:
        last = figures[run[-1]]
        # 分别为30件(同比增长20%)、24件(同比下降5%): what a bracket says of one number is none of the list
        aside = _ASIDE.match(flow, last.end)
        end = aside.end() if aside else last.end
        k = next((k for k in range(run[-1] + 1, min(len(figures), run[-1] + 4)) if figures[k].start >= end), None)
        if k is None:
            break
        following = figures[k]
        if (
            following.start < last.end
            or following.sentence != first.sentence
            or following.form not in ("number", "masked")
            or following.growth != first.growth  # 分别增长9.4%、9.5%，结案率为97%
        ):
            break
        between = flow[end : following.start]
        if not _BETWEEN.fullmatch(between):
            break
        if len(run) > 1 and between.startswith("，") and len(between) > 1 and following.unit != first.unit:
            break  # 甲县、乙县分别举办培训4期、6期，培训310人次
        run.append(k)
    return run


def _name(flow: str, figures: list[Figure], run: list[int]) -> None:
    first = figures[run[0]]
    marks = list(_SEPARATELY.finditer(flow, first.clause[0], first.start))
    mark = marks[-1].start()
    # 立案587起(2019年、2020年分别为398起、470起): the names stand in the bracket
    opened = flow.rfind("(", first.clause[0], mark)
    begins = opened + 1 if opened >= 0 and flow.find(")", opened, mark) < 0 else first.clause[0]
    times = _NAME_END.split(flow[begins:mark])
    if len(times) > 1 and all(map(TIME.fullmatch, times)):
        return  # 2021年、2022年分别组织听证会13次、14次: times are no names
    acted = _ACTED.match(flow, mark, first.start)
    also = _ACTED_ALSO.match(flow, mark, first.start)
    if acted or also or _HELD.match(flow, mark, first.start):
        # 甲大队、乙大队分别办理行政处罚案件402起、275起; 市级、县级分别公布权力事项210项、180项: the names are those who acted, the
        # thing is said once behind them.
        names = _NAME_END.split(flow[begins:mark])
        bodies = len(names) == len(run) and all(_BODY.fullmatch(name) for name in names)
        if bodies:
            for index, name in zip(run, names, strict=True):
                kind = "region" if _PLACE.fullmatch(name) else "unit"
                figures[index].scope, figures[index].scope_kind = name, kind  # type: ignore[assignment]
            _as_listed(flow, figures, run)
        elif (acted or also) and len(names) == len(run) and _FIELD.search(names[-1]):
            for index, name in zip(run, names, strict=True):
                figures[index].scope, figures[index].scope_kind = _FIELD.sub("", name), "objects"
            return
        elif (acted or also) and len(quoted := _QUOTED.findall(flow[begins:mark])) == len(run):
            for index, name in zip(run, quoted, strict=True):
                figures[index].scope, figures[index].scope_kind = name, "campaign"
            return
        if acted or bodies:
            return
    words = flow[begins:mark]
    words = _FILLERS.sub("", words)
    spans = _names(words, begins)
    _place(flow, figures, run, first, mark)
    if first.scope_kind == "region":
        _as_listed(flow, figures, run)
    if 1 < len(spans) < len(run) and _NEXT_WORDS.match(
        flow, figures[run[len(spans) - 1]].end, figures[run[len(spans)]].start
    ):
        run = run[: len(spans)]  # 制定、修改、废止分别为4件、3件、16件，现行有效87件
    if len(spans) >= len(run):
        # 交通运输、农业领域分别为12件、6件: the word behind the last holds for all
        field = _FIELD.search(flow[slice(*spans[-1])]) is not None
        for index, span in zip(run, spans[-len(run) :], strict=True):
            figures[index].named, figures[index].separate = span, True
            figures[index].label = flow[slice(*span)]
            if field and figures[index].scope_kind is None:
                figures[index].scope, figures[index].scope_kind = _FIELD.sub("", flow[slice(*span)]), "objects"
            if len(spans) > len(run):
                figures[index].doubts.append("list-uneven")
        return
    if words.strip("，、() ") and len(words) > 6:
        return
    if first.role == "actual" and first.kind != "rate" and levels_of_growths(flow, figures, run):
        return
    now = first.role == "actual" and _NOW.fullmatch(words.strip("，、() ")) is not None
    earlier: list[int] = []
    # 来信86件、来访42批次(其中集体访6批次)，比上年分别下降12%、8%: what a bracket says is none of the list
    aside: list[int] = []
    level = _LEVEL.match(flow, figures[run[-1]].end) is not None  # 分别减少5件、增加3件、持平
    count = len(run) + level
    for j in reversed(range(run[0])):
        if figures[j].sentence != first.sentence or len(earlier) == count:
            break
        # 去年受理12件、审结8件，今年分别为15件、9件
        if figures[j].role == "prior" if now else figures[j].role not in ("change", "prior"):
            (aside if first.growth and _IN_BRACKET.match(flow, figures[j].end, first.start) else earlier).insert(0, j)
    if len(earlier) < count:
        earlier = sorted(earlier + aside)[-count:]
    # 分局办案量居前，分别为3412件、2987件 refers to no figures in front: those would count the same things.
    alike = all(figures[k].unit == figures[j].unit for k, j in zip(run, earlier[-count:], strict=False))
    shares = (
        first.kind == "rate" and "占" in flow[mark : first.start]
    )  # 案件426件，罚没款96万元，分别占全市的13.2%、8.6%
    if len(earlier) >= count and (alike or shares or first.role != "actual"):
        for index, j in zip(run, earlier[-count:], strict=not level):
            figures[index].base = j


def _runs(flow: str, figures: list[Figure], goes_on: Callable[[str, Figure, Figure], bool]) -> Iterator[list[int]]:
    """The figures, by their indices, in stretches within which each goes on with the one in front of it."""
    run: list[int] = []
    for i in range(len(figures)):
        if run and not goes_on(flow, figures[i - 1], figures[i]):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _cases_in_order(flow: str, figures: list[Figure]) -> None:
    """行政复议、行政诉讼案件44件、25件: as many numbers as kinds of cases, each with its own."""
    for run in _runs(flow, figures, _alike):
        first = figures[run[0]]
        kinds = _KINDS_OF_CASES.search(flow, first.clause[0], first.start) if len(run) > 1 else None
        if kinds and kinds.end() == first.start and first.named is None:
            spans = _names(kinds["kinds"], kinds.start("kinds"))
            if len(spans) == len(run):
                for index, span in zip(run, spans, strict=True):
                    figures[index].named, figures[index].separate = span, True
                    figures[index].label = flow[slice(*span)]


def _bodies_in_order(flow: str, figures: list[Figure]) -> None:
    """栗阳县、岑川县一审败诉率为14.6%、12.3%: as many numbers as places or bodies in front of them, without 分别."""
    for run in _runs(flow, figures, _side_by_side):
        first = figures[run[0]]
        told = BODIES_SIDE_BY_SIDE.match(flow, first.clause[0], first.start) if len(run) > 1 else None
        if told and told.end() == first.start and "分别" not in told.group():
            names = _NAME_END.split(told["names"])
            shared = _COURT.search(names[-1])
            if len(names) == len(run):
                for index, name in zip(run, names, strict=True):
                    whole = name + shared.group() if shared and not _COURT.search(name) else name
                    figures[index].scope = whole
                    figures[index].scope_kind = "region" if _PLACE.fullmatch(whole) else "unit"


def _side_by_side(flow: str, figure: Figure, following: Figure) -> bool:
    alike = figure.unit == following.unit and figure.kind == following.kind and not (figure.growth or following.growth)
    return alike and flow[figure.end : following.start] in ("、", "和", "与", "及")


def _alike(flow: str, figure: Figure, following: Figure) -> bool:
    """Whether a figure goes on with a list of numbers alone: 44件、25件."""
    between = flow[figure.end : following.start]
    return (
        between in ("、", "和", "与", "及")
        and figure.unit == following.unit
        and figure.kind == following.kind == "count"
    )


def _growths_in_order(flow: str, figures: list[Figure]) -> None:
    """立案30件、罚款12万元，较上年增加6件、3万元; 同比下降9%、4%: as many growths as figures in front, in their order."""
    for run in _runs(flow, figures, _next_growth):
        i = run[0]
        if len(run) > 1:
            level = _LEVEL.match(flow, figures[run[-1]].end)  # 分别减少5件、增加3件、持平
            earlier = range(i - len(run) - bool(level), i)
            listed = earlier.start >= 0 and all(
                figures[j].sentence == figures[i].sentence and figures[j].role == "actual" for j in earlier
            )
            led = _GROWTH_LEAD.fullmatch(flow, figures[i - 1].end, figures[i].start) if listed else None
            whole = earlier.start <= 0 or figures[earlier.start - 1].sentence != figures[i].sentence
            if led and (whole or all("，" not in flow[figures[j].end : figures[j + 1].start] for j in earlier[:-1])):
                for index, j in zip(run, earlier, strict=not level):
                    if figures[index].base is None and (
                        figures[index].kind == "rate" or same_unit(figures[index], figures[j])
                    ):
                        figures[index].base = j


def _next_growth(flow: str, figure: Figure, following: Figure) -> bool:
    if figure.role != "change" or following.role != "change" or figure.sentence != following.sentence:
        return False
    if figure.kind != "rate" and following.kind == "rate" and flow.startswith("，", figure.end):
        return False  # 增加12件，增长16.2%: one growth, told twice
    return _NEXT_GROWTH.fullmatch(flow, figure.end, following.start) is not None


def _as_listed(flow: str, figures: list[Figure], run: list[int]) -> None:
    """甲县、乙县分别举办培训4期、6期，培训310人次、500人次: a second list of as many numbers is of the same bodies in turn."""
    following = range(run[-1] + 1, min(len(figures), run[-1] + 1 + len(run)))
    if len(following) < len(run) or figures[following[-1]].sentence != figures[run[0]].sentence:
        return
    ends = [figures[k - 1].end for k in following]
    marks = [flow[end : figures[k].start] for k, end in zip(following, ends, strict=True)]
    if not _NEXT_LIST.fullmatch(marks[0]) or any(mark not in ("、", "和") for mark in marks[1:]):
        return
    if len({figures[k].unit for k in following}) == 1:
        for k, j in zip(following, run, strict=True):
            figures[k].scope, figures[k].scope_kind = figures[j].scope, figures[j].scope_kind


def _place(flow: str, figures: list[Figure], run: list[int], first: Figure, mark: int) -> None:
    """Sets the scopes of figures whose names are places: 甲区、乙县受理量居前两位，分别为172件、96件."""
    listed = _PLACES.search(flow, first.sentence[0], mark)
    if listed is None:
        return
    places = _NAME_END.split(listed["places"])
    if len(places) == len(run) and all(_PLACE.fullmatch(place) for place in places):
        for index, place in zip(run, places, strict=True):
            figures[index].scope, figures[index].scope_kind = place, "region"


def _names(words: str, offset: int) -> list[tuple[int, int]]:
    """Spans of the names that 、 and 和 part, without the verb in front of the first."""
    spans = []
    start = 0
    for m in [*_NAME_END.finditer(words), None]:
        end = m.start() if m else len(words)
        piece = words[start:end]
        lead = _NAME_START.match(piece)
        begin = start + (lead.end() if lead and lead.end() < len(piece) else 0)
        if end > begin:
            spans.append((offset + begin, offset + end))
        start = m.end() if m else end
    return spans
