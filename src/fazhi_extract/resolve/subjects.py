"""Subjects that stand in front of the verb, each with figures of its own: 南湖县立案12件、罚款30万元；北川县立案9件.

A place is a part by itself. Any other noun is one only where a second clause of the sentence has another noun before the
same verb: 医疗机构立案36起，公共场所立案52起; 大气方面，…；水方面，….
"""

from __future__ import annotations

from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.breakdowns import part_kind
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.scope_words import ScopeWords
from fazhi_extract.resolve.subject_names import is_body, is_lower_body, is_place

_LEAD = lazy_pattern("[，；、：]?(?:其中|[一二三四五六七八九十]是|同时|另外|此外)?，?(?:全年|今年|年内)?")
_VERB = "立案|检查|查处|抽检|采样|罚款|处罚|监测|巡查|抽查|培训|办理|受理|审结|办结|新收|收案|调解|调处|化解|排查|出动|下达|移送|完成|举办|建成|制定|查封|罚没"
# Done by places and bodies alike; of other things they do not tell one kind from another.
_MORE_VERBS = "发放|开展|新增|组织|收到|接收|处理|接待|评查|召开|发现|印发|走访|培育|创建|推送|制发|提出|承办|发生|核发|调处|公开|普法|宣传|审查|审核"
# One is said for the other of like work.
_LIKE_VERBS = {
    "调处": "调解",
    "化解": "调解",
    "查处": "立案",
    "处罚": "立案",
    "开展": "举办",
    "组织": "举办",
    "普法": "宣传",
}
_SUBJECT = lazy_pattern(
    f"(?P<what>各?县\\((?:市、)?区\\)(?:分?局)?|[\u4e00-\u9fff]{{2,10}}?(?P<field>领域|行业)?)(?P<aspect>方面)?类?(?:共|累计|全年|依法){{0,2}}(?P<verb>{_VERB}|{_MORE_VERBS})(?P<rest>(?!率)[^，。；、\\d]{{0,12}})$"
)
_OWN_AGAIN = lazy_pattern("[，；](?:[省市县区州]局|[市县区省局委]?本级|[局委]?机关|我[局委])")
_TOWARDS = lazy_pattern("^[在向对到赴]")  # 在云溪镇开展普法
_ABOUT = lazy_pattern("^(?:其中|涉及|主要是|分别是|主要集中[在于]|主要涉及|主要反映|集中在|集中反映)+")
_OF_ALL_PLACES = lazy_pattern("全[国省市区县州]")
_HANDED_ON = lazy_pattern("移[送交]|转[交送办]|抄送|抄告|报送")
_ACT = lazy_pattern(f"^(?:{_VERB}|执法|监管|普法|服务|制度)|(?:治理|处置|办理|查办|整治|管控)$")
_LISTED = lazy_pattern("(?:(?<=[：，；、(])|(?<=其中)|(?<=分别[是为]))(?P<what>[\u4e00-\u9fff]{2,10})(?:共|为|有)?$")
# what is counted by these is the place itself: 示范街道3个
_COUNT_PLACES = ("个", "处", "家", "所", "座")
_ASPECT = lazy_pattern("(?P<what>[\\u4e00-\\u9fff]{1,10}?)(?:领域|方面|行业)，")
# What other things are inspected, sampled or punished under; ways and times of working (日常, 飞行, 春季) are none of them.
_THING = lazy_pattern(
    "(?:机构|场所|学校|医院|诊所|药店|企业|门店|市场|商场|超市|工地|码头|矿山|矿|加油站|宾馆|酒店|网吧|浴室|幼儿园|公司|单位|店|站|厂|园|馆|场|食品|药品|产品|器械|化妆品"
    "|农药|种子|肥料|兽药|饲料|蔬菜|水果|水产品?|畜禽|肉类|烟草|车辆|船舶|设备|运输|养殖|屠宰|水污染|大气污染|固废|噪声|行业|领域)$"
)
_NO_SUBJECT = lazy_pattern(
    "^[全本我各该此在对从共新已应拟因为将被及并按]|^(?:开展|组织|实施|进行|完成|加强|强化|推进|严格|深入|其余|其他|涉及|先后|分别)|日常|专项|联合|随机|重点|行政|执法|监督|部门|本级|机关|^企业$|^单位$|^场所$|^机构$"
)
_IN_ALL = lazy_pattern("(?<!公)共(?!同)|合计|总计|总体|均|两地|三地|全[市县区省州局]|全系统|全年|累计|以上|上述")
_LONGEST_NAME = 12  # characters of what stands alone between two numbers
_FARTHEST = 40  # characters of a clause that may name its subject
_OF_OBJECTS = ("penalty.", "inspection.", "enforcement.")


class _Subject(NamedTuple):
    figure: int
    name: str
    verb: str
    place: bool
    alone: bool  # a subject also where no other stands beside it
    here: bool = False  # where something was done, of the one figure alone: 在云溪镇开展普法3场，发放资料500份


def assign_subjects(flow: str, figures: list[Figure], issuer: str | None, w: ScopeWords) -> None:
    """Sets the scopes of figures whose part of a sentence opens with a subject of its own; kept up to the next subject."""
    by_sentence: dict[tuple[int, int], list[_Subject]] = {}
    for i in range(len(figures)):
        if (subject := _subject(flow, figures, i, issuer, w)) is not None:
            by_sentence.setdefault(figures[i].sentence, []).append(subject)
    for found in by_sentence.values():
        told = [s for s in found if s.alone or any(o.name != s.name and not o.place and _same_act(s, o) for o in found)]
        held: int | None = None  # by the subject in front, in the same part of the sentence
        for k, subject in enumerate(told):
            following = told[k + 1] if k + 1 < len(told) else None
            former = told[k - 1] if k else None
            if former is None or "；" in flow[figures[former.figure].end : figures[subject.figure].start]:
                held = None
            beside = (
                following is not None
                and "；" not in flow[figures[subject.figure].end : figures[following.figure].start]
            )
            end = following.figure if following is not None and beside else len(figures)
            # 甲县立案12件，乙县立案8件，罚款120万元: the last one holds no more than those in front of it did
            most = held if held is not None and not beside else len(figures)
            held = _hold(flow, figures, subject, min(end, subject.figure + most), last=following is None)


def _same_act(one: _Subject, other: _Subject) -> bool:
    """Whether two subjects stand in front of one verb; a bare number behind the second leaves it out."""
    verbs = [_LIKE_VERBS.get(subject.verb, subject.verb) for subject in (one, other)]
    return verbs[0] == verbs[1] or not all(verbs)


def _subject(flow: str, figures: list[Figure], i: int, issuer: str | None, w: ScopeWords) -> _Subject | None:
    """The subject of the clause that a figure is the first of."""
    figure = figures[i]
    if figure.indicator is None or figure.kind == "rate" or figure.role != "actual":
        return None
    begins = max(figure.sentence[0], flow.rfind("；", figure.sentence[0], figure.start) + 1)
    former = figures[i - 1] if i and figures[i - 1].sentence == figure.sentence else None
    listed = _listed(flow, figure, begins, issuer)
    if listed is not None:
        behind = flow.endswith("其中", begins, figure.start - len(listed))
        alone = behind or is_place(listed) or is_lower_body(listed)
        return _Subject(i, listed, "", is_place(listed), alone)
    if former is not None and former.end > begins:
        if former.end > figure.clause[0]:
            # 甲区立案26件、乙区立案18件
            if flow[former.end] != "、":
                return None
            begins = former.end
        elif flow[figure.clause[0] - 1] != "，":
            return None
        else:
            begins = figure.clause[0]
    elif figure.start - begins > _FARTHEST:
        return None
    lead = _LEAD.match(flow, begins, figure.start)
    at = lead.end() if lead else begins
    aspect = _ASPECT.match(flow, at, figure.start)
    m = aspect or _SUBJECT.match(flow, at, figure.start)
    if m is None or m.end() > figure.start:
        return None
    name = _TOWARDS.sub("", m["what"])
    core = name.lstrip("省市县区州旗")  # 县人社局 is none of 某县人民政府
    if issuer and (name in issuer or (len(name) > 1 and w.is_own_field(core, issuer))):
        return None
    if is_place(name):
        if not aspect and _OF_ALL_PLACES.search(m["rest"]):
            return None  # 在云溪市召开全省法治工作会议
        return _Subject(i, name, m["verb"] if not aspect else "方面", True, alone=True, here=name != m["what"])
    if not aspect and name == m["what"] and is_body(name, issuer):
        return _Subject(i, name, m["verb"], place=False, alone=is_lower_body(name))
    if flow[begins] == "、" or not figure.indicator.startswith(_OF_OBJECTS):
        return None  # 商事登记办理3.1万件，综合业务办理6.8万件: what was handled, not whose it was
    if name in w.generic or _NO_SUBJECT.search(name):
        return None
    if aspect:
        return None if _ACT.search(name) else _Subject(i, name, "方面", place=False, alone=False)
    if m["verb"] in _MORE_VERBS or not (m["aspect"] or m["field"] or _THING.search(name)):
        return None
    return _Subject(i, name, m["verb"], place=False, alone=bool(m["field"] or m["aspect"]))


def _listed(flow: str, figure: Figure, begins: int, issuer: str | None) -> str | None:
    """其中甲区58件、市公安局41件: the place or body that stands alone between two numbers."""
    if figure.unit in _COUNT_PLACES:
        return None
    listed = _LISTED.search(flow, max(begins, figure.start - _LONGEST_NAME), figure.start)
    if listed is None:
        return None
    name = _ABOUT.sub("", listed["what"])
    if issuer and name in issuer:
        return None
    body = is_body(name, issuer) and not _HANDED_ON.search(flow, figure.sentence[0], figure.start)
    field = name.endswith(("领域", "行业")) and figure.indicator.startswith(_OF_OBJECTS) if figure.indicator else False
    return name if is_place(name) or body or field else None


def _hold(flow: str, figures: list[Figure], subject: _Subject, end: int, last: bool) -> int:
    """Gives the subject's figures its name, to the end of its part of the sentence or to words about all; how many they are."""
    first = figures[subject.figure]
    lower = is_lower_body(subject.name)
    kind: ScopeKind = "unit" if lower else "region" if subject.place else part_kind(subject.name)
    if kind == "unit" and not lower and _THING.search(subject.name):
        kind = "objects"
    for k in range(subject.figure, end):
        figure = figures[k]
        if figure.sentence != first.sentence or (k > subject.figure and "；" in flow[first.end : figure.start]):
            return k - subject.figure
        between = flow[figures[k - 1].end : figure.start] if k > subject.figure else ""
        if (subject.here or (last and not subject.verb)) and between not in ("", "、"):
            return k - subject.figure  # 路政支队42件、海事局23件，调解成功率92%: the last one alone, too
        if k > subject.figure and figure.scope is not None and figure.scope != subject.name and not subject.place:
            return k - subject.figure  # 工程领域立案18件，物业6件，结案率100%
        if _OWN_AGAIN.match(between):
            return k - subject.figure  # 各县局举办培训42期，市局举办4期
        own = between if subject.verb else ""
        if own.startswith("，") and own.find(subject.verb) >= 3:
            return k - subject.figure  # 校区立案3件: another one's, whatever it is
        if k > subject.figure and _IN_ALL.search(flow, figures[k - 1].end, figure.start):
            return k - subject.figure
        if figure.scope_kind is None and figure.indicator is not None and not figure.growth:
            figure.scope, figure.scope_kind = subject.name, kind
    return max(end - subject.figure, 1)
