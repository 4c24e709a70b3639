"""Rows of one sentence, each a name with the same numbers behind it: 燃气立案12起、罚款8万元，物业立案6起、罚款3万元.

Rows count alike: a later one has the meaning of the first where its own words say none. Behind 其中 they are parts of the
numbers in front of it; else they stand beside one another, and none is a part of the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import became, part_kind, part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.scope_words import ScopeWords, scope_words
from fazhi_extract.resolve.subject_names import is_body, is_lower_body

_VERB = (
    "立案查处|监督检查|监督抽[检查]|监测采样|立案|检查|查处|查办|抽检|采样|罚款|罚没款?|处罚|警告|监测|巡查|抽查|排查"
    "|下达|下发|发现|查封|办案|办结|结案|约谈|责令|培训(?!机构|学校)"
)
_NAMED = lazy_pattern(
    f"[，；、)]{{0,2}}(?:其中[，：]?)?(?:全年|共?完成|开展|对|涉及|涉(?![企外农水河路黑税烟爆毒气诉黄赌诈恐氨危密访])(?=[^，。；]{{2,8}}(?:企业|单位|机构)))?"
    f"(?P<name>[\u4e00-\u9fff、]{{2,12}}?)(?P<sort>类)?(?:(?:作出|实施|开展|进行)?(?P<verb>{_VERB}|案件)(?:了|各类)?[\u4e00-\u9fff]{{0,6}}?)?(?:共|为|各)?"
)
_FIRST = lazy_pattern("[，；：。)]|其中")  # what a row may begin behind
# what is told of the name in front: 、罚款, ，发现问题
_OF_FORMER = lazy_pattern(
    f"[，、](?:已|共|并|依法){{0,2}}(?:(?:{_VERB}|不?合格|隐患|问题|没收|涉案|案值|货值|整改|覆盖|参训|惠及|参加)[\u4e00-\u9fff]{{0,5}})?(?:共|计)?"
)
_NO_NAME = lazy_pattern(
    "^[全本我各该此在对从共新已应拟因为将被及并按其向由经与和同另均]|合计|总计|总共|累计|前者|后者|同比|增长|下降|合格|作出|给予|监督|停止|限期|撤销|追缴|收缴|移送|不予|免予|减轻|没收|拘留|吊销|警告|罚|整改|分别"
)
# how, when and by whom something was done, and what all of an office's work is: no parts of it
_HOW = lazy_pattern(
    "^(?:国家|国|[省市县区镇乡州部])(?:[级抽局直标督]|$)|级$|本级|机关$|其他|其余|剩余|[春夏秋冬]季|节日|节假|期间|年|月份|季度|上半|下半|程序|[线网]上|线下|网络|现场|窗口|日常|专项|联合|随机|重点|交叉|飞行|突击|夜间"
    "|回头看|书面|简易|普通|一般|轻微|重大|首违|电话|来信|来访|来电|热线|邮|信函|当场|快速|自行|委托|主动|上门|集中|定期|综合|行政|执法|处罚|许可|复议|诉讼|信访|投诉|举报|案|普法|宣传|法治|隐患|问题|违法|违规|停产|停业|刑事|民事|治安"
    "|例行|常规|跟踪|有因|无人机|视频|人工|徒步|遥感|快检|电子警察|科技|联动|协同|汛[前期]|节前|春节|国庆|白天|事前|[一二三]轮|专家|第三方|网格员|志愿|领导|火灾|事故|维权|劝导|护航|党课|保险|修复|建设费|经费"
)
_OFFICE = lazy_pattern("(?:分局|[支大中]队|(?<![场诊])所|[局委厅办]|部门|系统|中心)$")
_OF_OFFICES = lazy_pattern("稽查|综合|行政|执法|监察|监督|治安|巡查")
_OF_FIRMS = lazy_pattern("服务|培训(?=机构|学校)|检[测验](?=机构|公司)")
_EACH = lazy_pattern("，[\u4e00-\u9fff]{0,8}分别(?:为|达|有)?")
_SUM = lazy_pattern("[，；](?:共计|合计|总计)")
_CAMPAIGN = lazy_pattern("行动|整治|专项|领域|方面|活动中|攻坚")  # what confines the sentence confines its rows
_OF_OBJECTS = ("penalty.", "inspection.")
_SESSIONS = "publicity.training_sessions"
_MOST = 40  # figures of one sentence that are looked at


@dataclass(slots=True)
class _Row:
    name: str
    verb: str | None
    cells: list[int]


def settle_named_rows(flow: str, figures: list[Figure], issuer: str | None) -> None:
    """Sets what rows of names leave open: the meaning and the scope of their figures, and the whole of those behind 其中."""
    i = 0
    while i < len(figures):
        rows = list(_rows(flow, figures, i)) if _may_open(figures[i]) else []
        rows = _alike(figures, rows)
        if len(rows) > 1:
            _settle(flow, figures, rows, issuer, scope_words())
            i = rows[-1].cells[-1]
        i += 1


def _may_open(figure: Figure) -> bool:
    code = figure.indicator or ""
    return (
        (code.startswith(_OF_OBJECTS) or code == _SESSIONS)
        and figure.role == "actual"
        and figure.kind != "rate"
        and code != "inspection.spot_tasks"
    )


def _own(flow: str, figures: list[Figure], i: int) -> str:
    """The words between a figure and the one in front of it in its sentence."""
    former = figures[i - 1] if i else None
    begins = former.end if former is not None and former.sentence == figures[i].sentence else figures[i].sentence[0]
    return flow[begins : figures[i].start]


def _rows(flow: str, figures: list[Figure], first: int) -> Iterator[_Row]:
    """The rows that begin with a figure, up to a figure that belongs to none."""
    own = _own(flow, figures, first)
    if (
        first
        and own.startswith("、")
        and "其中" not in own
        and figures[first - 1].indicator == figures[first].indicator
    ):
        return  # 查办药品案件28件、器械案件16件: the list began in front
    opens = max((m.end() for m in _FIRST.finditer(own)), default=0)
    sessions = figures[first].indicator == _SESSIONS
    row = _named(own[opens:], first, sessions)
    if row is None or not (row.verb or own.endswith("其中", 0, opens) or "其中" in own[:opens]):
        return
    for k in range(first + 1, min(first + _MOST, len(figures))):
        figure = figures[k]
        if figure.sentence != figures[first].sentence:
            break
        if figure.growth:
            continue  # 燃气120家次(增长3%)、物业60家次
        if figure.role != "actual" or figure.kind == "rate" or figure.form != "number":
            break
        own = _own(flow, figures, k)
        if _OF_FORMER.fullmatch(own):
            row.cells.append(k)
            continue
        following = _named(own, k, sessions)
        if following is None or "其中" in own:
            break
        yield row
        row = following
    yield row


def _named(own: str, k: int, sessions: bool) -> _Row | None:
    """The row that the words in front of a number open; sessions are told apart by way and level too (其中线上4期)."""
    m = _NAMED.fullmatch(own)
    if m is None:
        return None
    row = _Row(m["name"] + (m["sort"] or ""), m["verb"], [k])
    if is_lower_body(m["name"]):
        return row
    plain = _plain(m["name"])
    if _NO_NAME.search(plain) or (not sessions and (_HOW.search(plain) or became(plain))):
        return None
    return row if len(plain) == 1 or part_name(plain) == plain else None


def _plain(name: str) -> str:
    """A name without what would be a verb or a way of working if it stood alone: 餐饮(服务)单位, 燃气(办), (稽查)局."""
    if _OFFICE.search(name):
        return _OF_OFFICES.sub("", name).removesuffix("办") or name[-1]
    return name[0] + _OF_FIRMS.sub("", name[1:])


def _alike(figures: list[Figure], rows: list[_Row]) -> list[_Row]:
    """The rows from the first on that have its numbers and its verb; numbers behind the last one's are of none."""
    found = rows[:1]
    for row in rows[1:]:
        model = found[0]
        row.cells = row.cells[: len(model.cells)]
        if len(row.cells) < len(model.cells) or row.verb not in (None, model.verb) or row.name == model.name:
            break
        if not all(_counts_alike(figures[a], figures[b]) for a, b in zip(model.cells, row.cells, strict=True)):
            break
        found.append(row)
    return found


def _counts_alike(model: Figure, figure: Figure) -> bool:
    if not same_unit(model, figure):
        return False
    fines = model.kind == "money" and (model.indicator or "").startswith("penalty.")
    if fines and (figure.indicator or "").startswith("penalty."):
        return True  # 罚款210万元 beside 罚没款96万元
    return figure.indicator in (None, model.indicator) or _is_open(model, figure)


def _is_open(model: Figure, figure: Figure) -> bool:
    """Whether a figure has no meaning of its own; 药品6件 in a row of cases are no goods that were seized."""
    goods = model.indicator == "penalty.cases" and figure.indicator == "penalty.confiscated_goods"
    return model.indicator is not None and (goods or figure.indicator is None)


def _settle(flow: str, figures: list[Figure], rows: list[_Row], issuer: str | None, w: ScopeWords) -> None:
    first = figures[rows[0].cells[0]]
    members = {k for row in rows for k in row.cells}
    before = flow[first.sentence[0] : first.start]
    opens = before.rfind(rows[0].name)  # what stands in front of the first name
    parts = "其中" in _own(flow, figures, rows[0].cells[0])  # 其中 of a list in front is not theirs
    for column, k in enumerate(rows[0].cells):
        whole = _whole(flow, figures, rows[0].cells[0], [row.cells[column] for row in rows]) if parts else None
        for row in rows:
            figure = figures[row.cells[column]]
            if _is_open(figures[k], figure):
                lend(figure, figures[k])
                figure.candidates = []
            elif not figure.attributes and row.verb is None:
                figure.attributes = dict(figures[k].attributes)
            figure.links = [(relation, j) for relation, j in figure.links if relation != "whole" or j not in members]
            linked = any(relation == "whole" for relation, _ in figure.links)
            if whole is not None and not linked and figure.indicator == figures[whole].indicator:
                figure.links.append(("whole", whole))
    _settle_sum(flow, figures, rows)
    if _CAMPAIGN.search(before[:opens].partition("其中")[0]):
        return
    all_own = issuer is not None and all(row.name in issuer for row in rows)
    for row, each in zip(rows, _told_of_each(flow, figures, rows), strict=True):
        if row.name in w.generic or all_own or w.is_own_field(row.name, None):
            continue
        kind = part_kind(row.name)
        if kind != "region":
            office = is_body(row.name, None) or is_lower_body(row.name) or _OFFICE.search(row.name)
            kind = "unit" if office else "objects"
        for k in row.cells + each:
            if figures[k].scope_kind is None and (figures[k].indicator or "").startswith(_OF_OBJECTS):
                figures[k].scope, figures[k].scope_kind = row.name, kind


def _told_of_each(flow: str, figures: list[Figure], rows: list[_Row]) -> list[list[int]]:
    """The figure of each row in a list behind all of them: 网吧检查62家次、旅行社检查21家次，立案分别为9件、4件."""
    begins = rows[-1].cells[-1] + 1
    each = range(begins, begins + len(rows))
    if each[-1] >= len(figures) or figures[each[-1]].sentence != figures[rows[0].cells[0]].sentence:
        return [[] for _ in rows]
    told = _EACH.fullmatch(_own(flow, figures, begins)) and all(_is_next(flow, figures, k) for k in each[1:])
    if each[-1] + 1 < len(figures) and _is_next(flow, figures, each[-1] + 1):
        told = False  # more numbers than rows
    return [[k] if told else [] for k in each]


def _is_next(flow: str, figures: list[Figure], k: int) -> bool:
    """9件、4件: whether a figure is the next one of a list of bare numbers."""
    return same_unit(figures[k], figures[k - 1]) and _own(flow, figures, k) in ("、", "和")


def _settle_sum(flow: str, figures: list[Figure], rows: list[_Row]) -> None:
    """甲站12份，乙站9份，共计21份: the sum counts what its rows count."""
    at = rows[-1].cells[-1] + 1
    if at == len(figures) or figures[at].indicator is not None or not _SUM.fullmatch(_own(flow, figures, at)):
        return
    parts = [figures[row.cells[0]] for row in rows]
    if same_unit(figures[at], parts[0]) and figures[at].value == sum(part.value or 0 for part in parts):
        lend(figures[at], parts[0])


def _whole(flow: str, figures: list[Figure], first: int, parts: list[int]) -> int | None:
    """The figure in front of the rows, the `first` of theirs, that the figures of one column are parts of."""
    model, total = figures[parts[0]], sum(figures[k].value or 0 for k in parts)
    begins = model.sentence[0]
    if flow.startswith("其中", begins) and first:
        begins = figures[first - 1].sentence[0]  # 立案86件、罚款120万元。其中，…: of the sentence in front
    found: int | None = None
    for j in range(first - 1, max(-1, first - _MOST), -1):
        whole = figures[j]
        if whole.start < begins:
            break
        fits = whole.indicator == model.indicator and same_unit(whole, model) and whole.role == "actual"
        if fits and (whole.value or 0) >= total:
            if whole.attributes == model.attributes:
                return j
            found = j if found is None else found
    return found
