"""Which figure is the whole of others, where words leave it open and the numbers tell: 审结501件（维持212件、驳回289件）.

What is listed behind 其中, a colon or a bracket, or adds up exactly, is a part of the figure in front of the list and not of
its own neighbour in it; what is left (其余9件) is a part of the total that it and the others make up.
"""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.outcomes import before_outcome

_WORDS = "(?:12\\d{3}|[^，。；：()\\d])"  # 12345热线 is a word
_OPENER = lazy_pattern(
    f"(?P<told>[，；。：(]?(?:其中|包括|形式包括|分别为|(?:问题|内容|案件|诉求|事项)?主要(?:集中[在于]|涉及|包括))[，：]?|[：(]|。其中[，：]){_WORDS}{{0,20}}|，{_WORDS}{{1,20}}"
)
_NEXT = lazy_pattern(f"\\)?[、，；]?(?:和|及|与)?{_WORDS}{{0,20}}")
_NEXT_IN_BRACKET = lazy_pattern("[、，；]?(?:12\\d{3}|[^。()\\d]){0,20}")
_MEMBER_IN_FRONT = lazy_pattern("(?:、|和|及|与|，[市县省区]?)[^，。；：()\\d]{0,16}")
# What speaks of another matter ends the list: 检查80家，立案30件，罚款…
_NO_PART = lazy_pattern("同时|另外|此外|(?<!其中)共|合计|总计|累计|全年|同比|较上年|比上年|移送|均|全部")
_REST = lazy_pattern(
    "(?:[^，。；：\\d]{1,14}(?:以)?外)?[，；。、(]?(?:除[^，。；]{1,20}外，?)?(?:其余|其它|其他|剩余|余下|尚有|还有|还剩|仅剩|剩下)(?:的)?[^，。；：()\\d]{0,16}"
)
_EXCEPTED = lazy_pattern("[，；]除(?:了|去)?(?:尚?有)?")
_LEVEL = lazy_pattern("[，；、](?:[省市县区镇乡本]|自治区|乡镇|区县|县区)(?:级|本级|直(?:部门|单位)?)(?:有|为|共)?")
_NOT_DONE = lazy_pattern(
    "[^，。；、]{0,8}(?:未(?!发现)|正在|正按|尚在|待|限期|长期坚持|持续推进|跨年|结转|顺延|跟踪|办理中|审理中|调处中|核查中|整改中|继续)"
)
_LEFT_OVER = lazy_pattern(
    "^[，；、](?!其中|包括|含)[^，。；、]{0,6}?(?:上年度?|去年|往年|年初|历年|此前|以前年度|上一年度?)[^，。；\\d]{0,4}(?:结转|结存|遗留|旧存)"
)  # no part of this year's
_NOT_DONE_AHEAD = lazy_pattern("未(?!发现)|正在|尚未|尚在|待|跨年|结转")
_STAGES_REACHED = ("completed", "closed", "answered", "rectified", "succeeded", "settled")
_STAGES_OPEN = (None, "pending", "carried_over")  # what is still being done is at no other stage
_FORMS = "publicity.event_sessions"  # its parts are forms of it: 讲座, 咨询, 文艺演出
_SORT = lazy_pattern("\\([A-D一二三四甲乙丙]类\\)$")  # 已解决的（A类）218件，正在解决的（B类）86件
_CASES = ("件", "件次", "批", "批次", "起", "宗")
_OF_WHICH = lazy_pattern("其中|包括|\\(|占")
_PLACED = frozenset(["region", "unit", "own"])
_APART = ("result", "instrument", "instance", "procedure", "channel")
_NEAR = 4  # characters between a whole and the 其中 of its parts
_OUTCOMES = 4  # figures between a whole and its kinds that tell how it ended
_MOST = 20  # parts of one whole
_SMALL = 12


def settle_parts(figures: list[Figure], flow: str) -> None:
    """Links parts to the whole that their list stands behind; a whole without a meaning of its own takes theirs."""
    sure: set[int] = set()  # the parts whose whole the numbers prove
    announced = []
    for i, whole in enumerate(figures):
        run, told = _list_behind(figures, i, flow) if _counts(whole) else ([], False)
        if heads := _heads_behind(figures, i, flow) if _counts(whole) else []:
            _link(figures, i, heads, told=True)
            sure.update(heads)
        elif (
            len(run) > 1
            and sum(figures[j].value or 0 for j in run) == whole.value
            and (told or not _by_chance(figures, i, run))
        ):
            _take_meaning(figures, i, run, told, flow)
            _link(figures, i, run, told)
            sure.update(run)
        elif told:
            announced.append((i, run))
    for i, run in announced:
        _link(figures, i, [j for j in run if j not in sure], told=True)
    _unlink_joint(figures, flow)


def _by_chance(figures: list[Figure], i: int, run: list[int]) -> bool:
    """党组会学法6次，中心组学法4次，讲法治课2次: small numbers add up by chance, and one of these counts another thing."""
    others = {figures[j].indicator for j in run} - {None, figures[i].indicator}
    return bool(others) and figures[i].indicator is not None and (figures[i].value or 0) < _SMALL


def _unlink_joint(figures: list[Figure], flow: str) -> None:
    """建议9件、提案14件，其中主办10件、协办13件: parts that are more than the last member of a list are of all its members."""
    for i, whole in enumerate(figures):
        linked = [j for j in range(i + 1, min(len(figures), i + _MOST)) if ("whole", i) in figures[j].links]
        if not linked or not i or not _counts(whole) or not _joined(figures[i - 1], whole, flow):
            continue
        row = [j for j in linked if same_unit(figures[j], whole) and linked[0] <= j < linked[0] + len(linked)]
        if sum((figures[j].value or Decimal(0) for j in row), Decimal(0)) > (whole.value or 0):
            for j in row:
                figures[j].links = [link for link in figures[j].links if link != ("whole", i)]
                figures[j].partial = True


def _joined(former: Figure, figure: Figure, flow: str) -> bool:
    alike = former.sentence == figure.sentence and former.indicator == figure.indicator and same_unit(former, figure)
    return alike and _MEMBER_IN_FRONT.fullmatch(flow, former.end, figure.start) is not None


def settle_rests(figures: list[Figure], flow: str) -> None:
    """Links what is left of a total, in its sentence, to the total; without a meaning of its own it takes that of the total."""
    for i in range(2, len(figures)):
        _link_rest(figures, i, flow)
    _unlink_siblings(figures, flow)


def _unlink_siblings(figures: list[Figure], flow: str) -> None:
    """甲区受理320件，乙区受理210件: of two places side by side neither is a part of the other, nor of what is smaller."""
    for figure in figures:
        for link in figure.links:
            whole = figures[link[1]]
            if link[0] != "whole" or figure.kind == "rate":
                continue
            placed = None not in (figure.scope_kind, whole.scope_kind) and _PLACED.issuperset(
                (figure.scope_kind, whole.scope_kind)
            )
            apart = placed and (figure.scope, figure.scope_kind) != (whole.scope, whole.scope_kind)
            beside = apart and not _OF_WHICH.search(flow, whole.end, figure.start)
            larger = same_unit(figure, whole) and (figure.value or 0) > (whole.value or figure.value or 0)
            if beside or larger:
                figure.links = [other for other in figure.links if other != link]
                break


def _take_meaning(figures: list[Figure], i: int, run: list[int], told: bool, flow: str) -> None:
    """Gives a total the meaning of the parts that add up to it, or levels and forms of publicity that of their total."""
    whole = figures[i]
    if whole.indicator is None:
        codes = {figures[j].indicator for j in run}
        if told and len(codes) == 1 and None not in codes and not whole.joint:
            lend(whole, figures[run[0]])
            whole.attributes = {
                key: value
                for key, value in whole.attributes.items()
                if all(figures[j].attributes.get(key) == value for j in run)
            }
    elif all(
        figures[j].indicator is None and _LEVEL.fullmatch(flow, figures[j - 1].end, figures[j].start) for j in run
    ):
        for j in run:
            lend(figures[j], whole)
    elif told and whole.indicator == _FORMS:
        for j in run:
            if figures[j].indicator in (None, "publicity.training_sessions"):
                lend(figures[j], whole)
                figures[j].candidates, figures[j].doubts = [], []


def _link(figures: list[Figure], i: int, run: list[int], told: bool) -> None:
    """Links the members of a list that count the same to the whole in front of it, unless another whole is known."""
    whole = figures[i]
    if whole.indicator is None:
        return
    for j in run:
        part = figures[j]
        if part.indicator != whole.indicator or (part.value or 0) >= (whole.value or 0):
            continue
        linked = next((k for relation, k in part.links if relation == "whole"), None)
        if linked == i or (linked is not None and linked not in run):
            continue
        if not told and _contradicts(whole, part):
            continue
        stage = part.attributes.get("stage")
        if stage != whole.attributes.get("stage") and stage not in (None, "pending"):
            # 受理320件，办结311件: how far it got is said of the whole; 其中重大隐患23项，整改21项: of the part in front
            first = figures[run[0]].attributes.get("stage")
            if not told or (stage in _STAGES_REACHED and stage != first):
                continue
        part.links = [link for link in part.links if link[0] != "whole"] + [("whole", i)]


def _list_behind(figures: list[Figure], i: int, flow: str) -> tuple[list[int], bool]:
    """The figures of the list that stands behind a figure, to where they add up to it; whether words announce the list."""
    whole = figures[i]
    begins, k = whole.end, i + 1
    behind = range(k, min(len(figures), k + _OUTCOMES))
    if opens := next((j for j in behind if before_outcome(flow, figures, j) == i), None):
        begins, k = figures[opens - 1].end, opens
    while k < len(figures) and figures[k].sentence == whole.sentence:
        if not figures[k].growth and figures[k].role != "prior":
            break
        begins, k = figures[k].end, k + 1  # 办结148件，同比增加36件；其中，维持61件
    run: list[int] = []
    told, total = False, Decimal(0)
    bracket = flow.startswith("(", begins)
    for j in range(k, min(len(figures), k + _MOST)):
        part = figures[j]
        if not run and part.sentence[0] - whole.sentence[1] > 1:
            break
        if run and part.sentence != figures[run[0]].sentence:
            break
        if part.growth or (part.kind == "rate" and part.role == "actual"):
            begins = part.end
            continue  # 维持61件，占41%，撤销8件
        if not _counts(part) or not _alike(part, whole):
            break
        between = flow[begins : part.start]
        if "类)" in between:
            between = _SORT.sub("", between)
        if not run:
            opener = _OPENER.fullmatch(between)
            if opener is None:
                break
            told = opener["told"] is not None
            if before_outcome(flow, figures, j) not in (None, i):
                break
            if part.sentence != whole.sentence and not told:
                break
        elif not (_NEXT_IN_BRACKET if bracket else _NEXT).fullmatch(between):
            break
        if _NO_PART.search(between) or _LEFT_OVER.match(between):
            break
        run.append(j)
        total += part.value or 0
        begins = part.end
        if total >= (whole.value or 0):
            break
        if bracket and flow.startswith(")", part.end):
            break
    return (run if total <= (whole.value or 0) else []), told


def _heads_behind(figures: list[Figure], i: int, flow: str) -> list[int]:
    """诉讼143件。其中，一审89件，胜诉84件；二审54件，胜诉39件: the figures that open the parts ； divides, if they add up."""
    whole, heads, total = figures[i], list[int](), Decimal(0)
    opener = flow.find("其中", whole.end, whole.end + _NEAR)
    for j in range(i + 1, min(len(figures), i + _MOST)) if opener >= 0 else ():
        part = figures[j]
        apart = flow[max(figures[j - 1].end, opener) : part.start]
        if part.sentence != figures[min(i + 1, len(figures) - 1)].sentence or part.start < opener:
            break
        if heads and not apart.startswith("；"):
            continue
        if not _counts(part) or part.indicator != whole.indicator or not _alike(part, whole):
            break
        heads.append(j)
        total += part.value or 0
    return heads if len(heads) > 1 and total == whole.value else []


def _contradicts(whole: Figure, part: Figure) -> bool:
    """警告12件，罚款8件，没收4件: whether a figure says something of itself that its part does not: then it is none beside it."""
    said = any(key in whole.attributes and part.attributes.get(key) != whole.attributes[key] for key in _APART)
    return said or (whole.scope is not None and whole.scope != part.scope)


def _link_rest(figures: list[Figure], i: int, flow: str) -> None:
    rest = figures[i]
    if not _counts(rest) or figures[i - 1].sentence != rest.sentence:
        return
    own = flow[figures[i - 1].end : rest.start]
    if _LEFT_OVER.match(own):
        return
    named = _REST.fullmatch(own) is not None
    if not named and not (_NOT_DONE_AHEAD.search(own) or _NOT_DONE.match(flow, rest.end)):
        return
    near = [j for j in range(i - 1, max(-1, i - 1 - _MOST), -1) if figures[j].sentence == rest.sentence]
    near = [j for j in near if _counts(figures[j]) and same_unit(figures[j], rest)]
    taken = Decimal(0)
    passed: set[int | None] = set()  # the wholes of what was taken away
    for j in near:
        part = figures[j]
        linked = next((k for relation, k in part.links if relation == "whole"), None)
        sibling = linked is not None and linked in passed
        if taken and part.value == taken + (rest.value or 0) and not sibling and "result" not in part.attributes:
            _make_rest(figures, i, j, flow, named)
            if named and i - j == 2 and _EXCEPTED.fullmatch(flow, part.end, figures[i - 1].start):
                _make_rest(figures, i - 1, j, flow, named)  # 收到申请45件，除8件不予受理外，其余37件已受理
            return
        passed.add(linked)
        taken += part.value or 0


def _make_rest(figures: list[Figure], i: int, whole: int, flow: str, named: bool) -> None:
    """Makes the i-th figure what is left of a whole: it counts the same, and has got no further than the whole did."""
    rest, total = figures[i], figures[whole]
    if total.indicator is None:
        return
    if named and (rest.lender is not None or rest.indicator is None):
        stage = rest.attributes.get("stage")
        lend(rest, total)  # 来信50件，来访30件，其他20件: none of what its neighbours say of themselves
        rest.attributes |= {"stage": stage} if stage in _STAGES_OPEN and stage else {}
    if rest.indicator != total.indicator:
        return
    open_yet = _NOT_DONE.match(flow, rest.end) or _NOT_DONE_AHEAD.search(flow, figures[i - 1].end, rest.start)
    kept = rest.attributes.get("stage") == "retained"  # 其余127件继续有效
    if open_yet and not kept and rest.attributes.get("stage") not in _STAGES_OPEN:
        del rest.attributes["stage"]
    rest.links = [link for link in rest.links if link[0] != "whole"] + [("whole", whole)]


def _alike(part: Figure, whole: Figure) -> bool:
    if same_unit(part, whole) or {part.unit, whole.unit} == {"场", "场次"}:
        return True
    of_cases = part.unit in _CASES and whole.unit in _CASES
    return of_cases and part.indicator is not None and part.indicator == whole.indicator


def _counts(figure: Figure) -> bool:
    return (
        figure.kind in ("count", "money", "measure")
        and figure.role == "actual"
        and figure.form == "number"
        and bool(figure.value)
        and figure.value_to is None
    )
