"""The part of the issuer's work that a figure is about: a region, a unit, a campaign, a group of objects.

Annotation guide, "Scope": none for the issuer under any name, none for what the indicator itself says, and one campaign
keeps one wording throughout a report.
"""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.bodies import department, is_government, level, part_of_whole, subject_body
from fazhi_extract.resolve.fields_of_cases import field_of_cases, fields_side_by_side, sort_of_cases
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import SHARE
from fazhi_extract.resolve.respondents import assign_respondents
from fazhi_extract.resolve.scope_words import ScopeWords, scope_words
from fazhi_extract.resolve.side_by_side import assign_side_by_side
from fazhi_extract.text import SourceText

_IN_COURSE = lazy_pattern("(?:^|，|；|在)在?(?P<what>[^，。；：\\d]{3,28}?)(?:过程中|中|期间|工作中|行动中)，")
_TRIM = lazy_pattern(
    "^(?:同时|另外|此外|其中|并|认真|深入|扎实|持续|大力|积极|全面|统筹|重点|继续|依托|按照|严格|组织|开展|实施|推进|部署|联合|聚焦|围绕|以|结合|通过|紧盯|会同|先后|及|和|、|了|是|在|对|将|抓好|做好|加强|强化|参加|参与|配合|牵头)+"
)
_LATE_VERB = lazy_pattern(".*(?:开展|实施|推进|组织|部署|深化|抓好|聚焦|打好|启动|参加|实行|牵头)")
_SEVERAL = lazy_pattern("等(?:$|\\d|[一二三四五六七八九十])")
_LISTED = lazy_pattern("等(?:专项|行动|执法|整治|重点)?|》")
# “一业一证”掌办率, “扫黄打非”案件: the campaign or reform stands in quotation marks beside the noun that is counted.
_QUOTED = lazy_pattern(
    "“(?P<what>[^”]{2,12})”(?!专项|行动|整治|执法|攻坚)[^，。；、”]{0,6}(?:案件数?|率)(?:均|达到?|为|约|共|是)*$"
)
_PLATFORM = lazy_pattern("[\u4e00-\u9fff]{1,4}[办通易]")  # “某某办”, “某事通”: where something is done
_TALLY = lazy_pattern("(?:(?:总|户|家)?数量?)?(?:共计?|合计|累计|总计|为)?$")
_NO_OBJECT = lazy_pattern("[次总]数|数量|单位$|任务|事项")
# 检查车辆830辆次，检查船舶42艘次: several kinds of objects, each with a number of its own
_INSPECTED = lazy_pattern(
    "(?:^|[，、；：]|共|累计|全年|其中)(?:检查|抽查|巡查)(?:了|各类)?(?P<what>(?!各类)[\u4e00-\u9fff]{2,8})$"
)
# 一件事改革涉及事项13项，网办率…: the reform whose matters the sentence counts confines the rates behind it.
_REFORM = lazy_pattern("(?P<what>[^，。；：、]{2,16}改革)(?:涉及|覆盖|包含)")
# 规划执法方面：查处…: the field that a sentence is about, where it opens the sentence.
_ASPECT = lazy_pattern(
    "(?:其中，?：?|[(（]?[一二三四五六七八九十]是)?(?P<what>(?!一方面|另一|在|从|对|行政|执法|依法|法治|监管|监督|政务|普法|综合|法律|制度|服务|日常|其他|各)[\u4e00-\u9fff“”、]{2,16}?)(?:工作)?方面[，：]"
)
# 生态环境领域严打违法行为，检查企业215家次: the field that opens a sentence
_OPENING_FIELD = lazy_pattern(
    "(?:[(（]?[一二三四五六七八九十]是)?(?P<what>(?!重点|各|关键|民生|执法|相关|其他|多|涉|聚焦|围绕|开展|[该此在对从新共查办推]|主要|优势|专业|跨|全)[\u4e00-\u9fff、]{2,10}领域)"
    "(?!的|内|专项|及|和|、|等|执法|信用|违法|突出|改革|行政|综合|监管|为|是|中|里|上|已|共|累计)(?=[\u4e00-\u9fff])"
)
_ANNOUNCES = lazy_pattern(
    "(?:^|(?<=[。；.、是)）\n]))(?:深入|扎实|持续|全面|积极|组织|集中|统筹|大力|认真|深化)*(?:开展|推进|实施|部署|打好|推动)(?P<what>[^，。；：\\d]{4,26})。$"
)
_YEARLY = lazy_pattern(
    "全年|今年|本年|当年|20\\d\\d年|全[市县区省州旗镇局系]"
)  # the year's work again, not the campaign's
_DURING = lazy_pattern("(?:期间|以来|中)，?全[省市县区州旗]")  # 专项行动期间全市检查…: the whole of the campaign
# 专项行动期间，…: what the campaign of the sentence before brought.
_STILL = lazy_pattern(
    "(?:本次|此次|该|通过)?(?:专项)?(?:执法|检查|整治|治理)?(?:行动|检查|整治)(?:期间|中|以来|过程中)，|经(?:执法)?(?:检查|排查)(?:发现)?，|通过(?:执法)?检查，"
)
_FIELD = lazy_pattern(
    "[、和及]?(?:其中|开展)?(?P<what>(?![在对从共新办查]|聚焦|围绕|加大|累计|全年|各|重点)[^，。；、\\d]{2,8}领域)(?!的?专项)"
)
# 开展突出问题系统治理，处罚15件: an undertaking without a campaign's usual name
_CARRIED_OUT = lazy_pattern(
    "(?:^|[，；：。]|[一二三四五六七八九十]是)(?:组织|持续|深入|全面|扎实)?(?:开展|实施|部署开展)了?(?P<what>(?!行政|联合|综合|日常|社会|依法|源头|基层|诉源|常态|动态)[^，。；：、\\d“”]{3,16}?(?:治理|整治|清理))(?:工作|活动)?，"
)
# “千名干部帮千企”活动走访企业1320家次: an undertaking with a name of its own confines what is counted in it. “法律六进”,
# “宪法进校园” and the like are what publicity does all year.
_UNDERTAKING = lazy_pattern(
    "(?P<what>“(?![^”]*(?:送法|学法|法律|普法|宪法|法治|民法典|[一二三四五六七八九十]进|党日|党课|三会一课|组织生活))[^”\n]{3,14}”(?:专项|主题|系列|大型)?(?:活动|行动|工程|计划))"
    "(?!方案|\\d)"
)
# “科长讲法”活动累计6场: the undertaking itself is counted.
_SESSIONS = frozenset(["场", "次", "期", "场次", "轮"])
_TASKS = frozenset(["项", "项次", "批次", "批", "个"])
_COUNTED = lazy_pattern("(?:共|累计|共计|合计|开展|举办|已|全年)*")
# “减证便民”行动取消证明8项: what reforms do under any name; campaigns that are counted themselves
_NOT_CONFINED = frozenset(
    [
        "service.adjusted_items",
        "service.reform_items",
        "service.removed_materials",
        "service.time_cut_rate",
        "inspection.operation_sessions",
    ]
)
_FINES = frozenset(["penalty.cases", "penalty.fine_amount", "penalty.confiscated_amount"])
# 对个人作出行政处罚15件: those who were fined.
_FINED = lazy_pattern(
    "对(?P<what>个人|自然人|法人|个体工商户|企业|(?:生产经营|生产|经营|用人)?单位)(?:的)?(?:作出|实施|给予|处以)?(?:了)?(?:一般)?(?:行政)?(?:处罚|罚款)"
)
# 检查网吧400家次，娱乐场所200家次: the next kind of those inspected.
_NEXT_OBJECTS = lazy_pattern(
    "[，、；](?P<what>(?!检查|抽查|巡查|排查|清查|查处|监测|约谈|责令|走访|帮扶|立案|查封|关停|取缔|整改|服务|移送|通报)[\u4e00-\u9fff]{1,12}(?:场所|企业|单位|机构|学校|医院|药店|餐馆|商场|超市|工地|市场|公司|[站店厂户]))$"
)
_CHECKING = lazy_pattern("检查|抽查|巡查|排查|全年|^共")
_NOT_OBJECTS = lazy_pattern("^(?:共|累计|各类|全市|全县|全区|了|对|辖区内?|有关|相关|其他)+")


def assign_scopes(source: SourceText, figures: list[Figure], issuer: str | None) -> None:
    """Sets `scope` and `scope_kind` where the text confines a figure; leaves those that lists have set."""
    w = scope_words()
    flow = source.flow
    assign_respondents(source, figures, issuer)
    assign_side_by_side(source, figures, issuer)
    fields_side_by_side(flow, figures)
    running: tuple[tuple[int, int], str, str] | None = None  # sentence, scope, kind
    campaign: tuple[int, str] | None = None  # the last campaign: where its sentence ends, its name
    government = is_government(issuer)
    for i, figure in enumerate(figures):
        if running and running[0] != figure.sentence:
            running = None
        if figure.scope_kind is not None:
            continue
        code = figure.indicator or ""
        left = flow[figure.clause[0] : figure.start]
        before = flow[figure.sentence[0] : figure.start]
        if running and running[2] == "objects" and "；" in before:
            running = None
        part = part_of_whole(before[before.rfind("；") + 1 :], issuer, w) if "其中" in before else None
        if part:
            figure.scope, figure.scope_kind = part
            continue
        quoted = _QUOTED.search(left) if code and "”" in left else None
        if quoted and quoted["what"] not in w.mechanisms and not _PLATFORM.fullmatch(quoted["what"]):
            figure.scope, figure.scope_kind = quoted["what"], "campaign"
            continue
        reform = _REFORM.search(before) if figure.kind == "rate" and code.startswith("service.") else None
        if reform:
            figure.scope, figure.scope_kind = _TRIM.sub("", reform["what"]), "campaign"
            continue
        bodies = level(before[before.rfind("；") + 1 :], w) if code else None
        if bodies:
            figure.scope, figure.scope_kind = bodies, "unit"
            continue
        cases = (sort_of_cases(left) or field_of_cases(figures, i, left)) if code == "penalty.cases" else None
        if cases:
            figure.scope, figure.scope_kind = cases, "objects"
            continue
        if figure.kind == "rate" and SHARE.match(left):
            # 广告类案件34件，占比4.3%: a share is that of the part it stands behind
            whole = next((figures[j] for relation, j in figure.links if relation == "whole"), None)
            if whole is not None and whole.scope is not None:
                figure.scope, figure.scope_kind = whole.scope, whole.scope_kind
                continue
        field = None
        if code.startswith(("penalty.", "inspection.")) and "领域" in left:
            own = left[max(0, figures[i - 1].end - figure.clause[0]) :] if i else left
            field = _FIELD.match(own) or _FIELD.match(left)
        if field:
            figure.scope, figure.scope_kind = field["what"], "objects"
            continue
        unit = subject_body(before[before.rfind("；") + 1 :], w, issuer)
        if unit:
            figure.scope, figure.scope_kind = unit, "unit"
            continue
        if government and code.startswith(w.confined):
            one = department(before[before.rfind("；") + 1 :], w)
            if one:
                figure.scope, figure.scope_kind = one, "unit"
                continue
        near = before[before.rfind("；") + 1 :]
        undertaking = list(_UNDERTAKING.finditer(near)) if code and "”" in near and code not in _NOT_CONFINED else []
        own_sessions = undertaking and figure.unit in _SESSIONS and _COUNTED.fullmatch(near, undertaking[-1].end())
        if undertaking and not own_sessions and not w.whole.search(near, undertaking[-1].end()):
            figure.scope, figure.scope_kind = undertaking[-1]["what"], "campaign"
            continue
        if code and code.startswith(w.confined):
            if (w.system.search(left) and not _DURING.search(before)) or (
                running and (w.whole.search(left) or (running[2] == "objects" and "全年" in left))
            ):
                running = None
            else:
                named = (
                    _campaign(before, w, figure.unit in _TASKS)
                    if w.campaign_end.search(before) or any(word in before for word in ("治理", "整治", "清理"))
                    else None
                )
                aspect = _ASPECT.match(before) if running is None and "方面" in before else None
                if aspect is None and running is None and "领域" in before:
                    aspect = _opening_field(before, issuer)
                aspect = aspect or (_fined(before, w) if code in _FINES and "对" in before else None)
                if named and figure.unit in _SESSIONS and before.endswith(named):
                    # 开展某某行动2次，检查320家: it confines what follows, and is itself part of one named in front
                    outer = None if _YEARLY.search(before) else _announced(source, figure, w)
                    running = (figure.sentence, outer or named, "campaign")
                    if outer is None:
                        continue
                elif named:
                    running = (figure.sentence, named, "campaign")
                elif aspect:
                    running = (figure.sentence, aspect["what"], "objects")
                elif running is None and not _YEARLY.search(before) and (announced := _announced(source, figure, w)):
                    running = (figure.sentence, announced, "campaign")
                elif running is None and campaign and figure.sentence[0] - campaign[0] <= 1 and _STILL.match(before):
                    running = (figure.sentence, campaign[1], "campaign")
                elif running is None or running[2] != "campaign":
                    course = _course(before, w) if "中，" in before or "期间，" in before else None
                    if course:
                        running = (figure.sentence, *course)
                objects = _objects(flow, figure, left, w, code, issuer)
                if running and running[2] == "objects" and code.startswith("inspection."):
                    following = _NEXT_OBJECTS.search(before)
                    named = following["what"] if following and not _CHECKING.search(following["what"]) else None
                    objects = objects or named
                    running = (figure.sentence, objects, "objects") if objects else running
                if running is None and objects:
                    running = (figure.sentence, objects, "objects")
            if running:
                figure.scope, figure.scope_kind = running[1], running[2]  # type: ignore[assignment]
                if running[2] == "campaign":
                    campaign = (figure.sentence[1], running[1])
                continue
        if w.system.search(left):
            figure.scope_kind = "system"
        elif w.own.search(left):
            figure.scope_kind = "own"
    _several_objects(flow, figures)
    _as_beside(flow, figures)


def _as_beside(flow: str, figures: list[Figure]) -> None:
    """Growths take the scope of what they change; numbers that run together are of the same place (甲区30起37万元)."""
    for i, figure in enumerate(figures):
        if figure.scope_kind is not None or figure.indicator is None:
            continue
        if figure.growth:
            of = next((figures[j] for relation, j in figure.links if relation == "changed"), None)
            if of is not None and of.indicator == figure.indicator and of.scope is not None:
                figure.scope, figure.scope_kind = of.scope, of.scope_kind
        elif i and figures[i - 1].scope_kind == "region" and flow[figures[i - 1].end : figure.start] in ("", "、"):
            figure.scope, figure.scope_kind = figures[i - 1].scope, "region"


def _several_objects(flow: str, figures: list[Figure]) -> None:
    """Sets the scopes where one sentence counts the inspections of several kinds of objects, each named beside the verb."""
    by_sentence: dict[tuple[tuple[int, int], str], list[tuple[Figure, str]]] = {}
    for figure in figures:
        if figure.indicator in ("inspection.visits", "inspection.units") and figure.role == "actual":
            m = _INSPECTED.search(flow[figure.clause[0] : figure.start])
            what = _TALLY.sub("", m["what"]) if m else ""
            if len(what) > 1 and what not in scope_words().generic and not _NO_OBJECT.search(what):
                by_sentence.setdefault((figure.sentence, figure.indicator), []).append((figure, what))
    for found in by_sentence.values():
        if len({what for _, what in found}) > 1:
            for figure, what in found:
                if figure.scope_kind is None:
                    figure.scope, figure.scope_kind = what, "objects"


def _announced(source: SourceText, figure: Figure, w: ScopeWords) -> str | None:
    """深入开展某某整治行动。检查各类场所642家次: the campaign that the sentence in front does nothing but name."""
    start = figure.sentence[0]
    begins = source.paragraph_at(figure.start)[0]
    if begins >= start or source.flow[start - 1] != "。":
        return None
    m = _ANNOUNCES.search(source.flow, max(begins, start - 60), start)
    return _campaign(m["what"], w, counted=False) if m else None


def _opening_field(before: str, issuer: str | None) -> re.Match[str] | None:
    """The field that the sentence opens with, unless it is the issuer's own."""
    m = _OPENING_FIELD.match(before)
    return None if m is None or (issuer and m["what"].removesuffix("领域") in issuer) else m


def _fined(before: str, w: ScopeWords) -> re.Match[str] | None:
    """The last kind of parties that the sentence says were fined."""
    found = list(_FINED.finditer(before))
    if not found or w.whole.search(before, found[-1].end()) or "全年" in before[found[-1].end() :]:
        return None
    return found[-1]


def _campaign(before: str, w: ScopeWords, counted: bool) -> str | None:
    """The last campaign that the sentence names in front of the figure; one that is `counted` itself confines nothing."""
    last = None
    for m in w.campaign.finditer(before):
        last = m
    if counted and last is not None and last.end() == len(before):
        return None
    for m in _CARRIED_OUT.finditer(before, last.end() if last else 0):
        if not w.whole.search(before, m.end()):
            return m["what"]
    if last is None or before.endswith("季、", 0, last.start()):
        return None  # 春季、秋季专项行动: several
    during = _DURING.match(before, last.end())
    if w.whole.search(before, during.end() if during else last.end()):
        return None
    if _SEVERAL.match(before, last.end()):
        return None  # 甲专项整治、乙专项整治等6次
    name = _LATE_VERB.sub("", last.group())
    name = _TRIM.sub("", name[name.rfind("(") + 1 :] if ")" not in name else name)
    if name.endswith(("疫情防控", "疫情防控工作")):
        return "疫情防控"
    if (
        len(name) < 4
        or w.campaign_end.sub("", name) in ("", "“”")
        or "双随机" in name
        or _LISTED.search(name)
        or name in ("专项行动", "专项整治", "专项治理", "执法行动")
    ):
        return None
    return name


def _course(before: str, w: ScopeWords) -> tuple[str, str] | None:
    """在…中，: the objects or the campaign in whose course something was found."""
    last = None
    for m in _IN_COURSE.finditer(before):
        last = m
    if last is None or w.whole.search(before, last.end()):
        return None
    what = _TRIM.sub("", last["what"])
    if re.search("执行|工作|实际|实践|推进|执法过程|日常|申请|复议|诉讼|案件处理|案件$", what) or len(what) < 4:
        return None
    core = re.sub("(?:双随机)?(?:监督)?(?:抽查|检查)(?:工作|对象)?$|的检查对象$", "", what)
    kind = "campaign" if re.search("任务|行动|整治|专项|双随机", core) else "objects"
    return core, kind


def _objects(flow: str, figure: Figure, left: str, w: ScopeWords, code: str, issuer: str | None) -> str | None:
    """A group of objects narrower than those whom the issuer supervises anyway."""
    if not code.startswith(("inspection.visits", "inspection.units", "inspection.spot_tasks")):
        return None
    m = w.objects.search(left)
    what = m["what"] if m else ""
    if not what and code == "inspection.units":
        right = re.match(
            "(?P<what>[^，。；：、\\d()]{4,16}?)(?:进行|开展|实施|的|$)", flow[figure.end : figure.end + 20]
        )
        what = right["what"] if right and re.search("对[^，。；]{0,6}$", left) else ""
    what = _NOT_OBJECTS.sub("", what)
    what = _TALLY.sub("", re.sub("(?:双随机)?(?:抽查|检查|任务)+(?:数|共)?$", "", what))
    if (
        len(what) < 3
        or what in w.generic
        or (issuer and what[:2] in issuer and what[2:] in w.generic)
        or re.search(
            "次数|任务|案件|平台|系统|录入|备案|双随机|检查数|同比|线索|监测点|扫码|[约访立查]谈|[增减]|下降|上升", what
        )
    ):
        return None
    return what
