"""The part of the issuer's work that a figure is about: a region, a unit, a campaign, a group of objects.

Annotation guide, "Scope": none for the issuer under any name, none for what the indicator itself says, and one campaign
keeps one wording throughout a report.
"""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.aimed_at import aimed_at
from fazhi_extract.resolve.bodies import department, is_government, level, part_of_whole, subject_body
from fazhi_extract.resolve.campaign_names import TRIM
from fazhi_extract.resolve.campaigns import (
    DURING,
    FURTHER,
    STILL,
    TASKS,
    announced_campaign,
    in_course,
    named_campaign,
    referred_campaign,
    theme_period,
)
from fazhi_extract.resolve.fields_of_cases import (
    field_of_cases,
    fields_side_by_side,
    only_field,
    sort_of_cases,
)
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.inspected import following_objects, named_objects, several_objects
from fazhi_extract.resolve.neighbours import SHARE, preceding
from fazhi_extract.resolve.opening_fields import by_all_of_field, opening_aspect, opening_field
from fazhi_extract.resolve.part_scopes import assign_part_scopes
from fazhi_extract.resolve.respondents import assign_respondents
from fazhi_extract.resolve.sampled_goods import assign_sampled_goods
from fazhi_extract.resolve.scope_words import ScopeWords, scope_words
from fazhi_extract.resolve.side_by_side import assign_side_by_side
from fazhi_extract.resolve.some_bodies import some_bodies
from fazhi_extract.resolve.subjects import assign_subjects
from fazhi_extract.text import SourceText

# “一业一证”掌办率, “扫黄打非”案件: the campaign or reform stands in quotation marks beside the noun that is counted.
_QUOTED = lazy_pattern(
    "“(?P<what>[^”]{2,12})”(?!专项|行动|整治|执法|攻坚)[^，。；、”]{0,6}(?:案件数?|率)(?:均|达到?|为|约|共|是)*$"
)
_PLATFORM = lazy_pattern("[\u4e00-\u9fff]{1,4}[办通易]")  # “某某办”, “某事通”: where something is done
# 一件事改革涉及事项13项，网办率…: the reform whose matters the sentence counts confines the rates behind it.
_REFORM = lazy_pattern("(?P<what>[^，。；：、]{2,16}改革)(?:涉及|覆盖|包含)")
# “一件事”累计办理618件，按时办结率96%: what is done under such a reform is a part of what the windows do
_ONE_MATTER = lazy_pattern(
    "(?:^|[，；：“])(?:推行|开展|实施|办理|全[省市县区])?“?(?P<what>[\u4e00-\u9fff]{0,8}一件事)”?(?:(?:服务|业务|事项|套餐)?(?:共|累计|已|全年)*(?:办理|办件|受理|办结)|，[^。；]{0,16}[办受]理(?:该|此)(?:项|类)?(?:业务|事项|服务))"
)
_OF_MATTERS = ("service.handled_cases", "service.permit_cases", "service.ontime_rate", "service.online_rate")
# 市级清单共有证明事项231项，取消19项；县级清单…: lists of one level, up to the next
_LISTS_OF_LEVEL = lazy_pattern(
    "(?:其中，?)?[^，；：\\d]{0,14}?(?P<what>自治区级|[省市县区镇乡村]级)(?:清单|目录|事项清单)(?:涉及|共有?|包括|有|保留)"
)
_OF_LISTS = ("service.list_items", "service.removed_materials", "service.adjusted_items")
_FIELD = lazy_pattern(
    "[、和及]?(?:其中|开展)?(?:立案查处|立案|查处|查办|侦办|办理|整治|检查)?(?P<what>(?![在对从共新办查]|聚焦|围绕|加大|累计|全年|各|重点)[^，。；、\\d]{2,8}领域)(?!的?专项)"
)
# “千名干部帮千企”活动走访企业1320家次: an undertaking with a name of its own confines what is counted in it. “法律六进”,
# “宪法进校园” and the like are what publicity does all year.
_QUOTED_NAME = "“(?![^”]*(?:送法|学法|法律|普法|宪法|法治|释法|民法典|[一二三四五六七八九十]进|党日|党课|三会一课|组织生活))[^”\n]{3,14}”"
_UNDERTAKING = lazy_pattern(
    f"(?P<what>{_QUOTED_NAME}(?:(?:专项|主题|系列|大型)?(?:活动|行动|工程|计划)|专项工作))(?!方案|\\d)"
)
# 参加“某某”掌上答题活动，参与率100%: of a rate also with what is done in it
_UNDERTAKING_OF_RATE = lazy_pattern(
    f"(?P<what>{_QUOTED_NAME}(?![^，。；、]{{0,8}}(?:宣传|普法|法治|宪法))[\u4e00-\u9fff]{{0,6}}?(?:活动|行动|工程|计划))(?!方案|\\d)"
)
# “科长讲法”活动累计6场: the undertaking itself is counted.
_SESSIONS = frozenset(["场", "次", "期", "场次", "轮"])
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
_OF_OBJECTS = (
    "inspection.visits",
    "inspection.units",
    "inspection.samples",
    "inspection.spot_tasks",
    "inspection.pass_rate",
)
_OF_SAMPLES = ("inspection.samples", "inspection.pass_rate")
_SAMPLED = lazy_pattern("抽检|抽样|快检|检测|监测|送检")
_FINES = frozenset(["penalty.cases", "penalty.fine_amount", "penalty.confiscated_amount"])
# 对个人作出行政处罚15件: those who were fined.
_FINED = lazy_pattern(
    "对(?P<what>个人|自然人|法人|个体工商户|企业|(?:生产经营|生产|经营|用人)?单位)(?:的)?(?:作出|实施|给予|处以)?(?:了)?(?:一般)?(?:行政)?(?:处罚|罚款)"
)


_SUM = lazy_pattern("[，；](?:共计?|合计|总计|累计)")
_ALL_OBJECTS = lazy_pattern(
    "(?:对|检查|抽查|排查|巡查)(?:了|我)?[全本]?[省市县区州旗](?:范围内?|辖区)?(?:的|所有|全部|共)?$"
)  # 对全市12家机构进行检查: of such objects, not the whole system's work
_TOWARDS_FIRMS = lazy_pattern("(?:其中|[(（、，；])(?:其中)?，?(?P<what>涉企)(?:案件|事项|类)?(?:共|为|有)?$")
_COURSE_ENDS = lazy_pattern("[中间][，：]")


# another work of the same sentence: 开展甲专项整治，立案3件；规范办案，立案35件
_OTHER_WORK = lazy_pattern(
    "[一二三四五六七八九十]是|(?:规范|加强|强化|推进|推动|开展|落实|完善|办理|组织|深化|严格|行政执法|对)"
)


def _several_parts(figures: list[Figure], i: int) -> bool:
    """Whether the two figures in front of a sum are of different parts."""
    a, b = figures[i - 1], figures[max(0, i - 2)]
    return a.sentence == b.sentence == figures[i].sentence and None not in (a.scope, b.scope) and a.scope != b.scope


def _sampled(figures: list[Figure], i: int) -> bool:
    """Whether the nearest samples in front, in the sentence, are of goods and not of the objects that were inspected."""
    samples = preceding(figures, i, lambda f: f.indicator == "inspection.samples")
    return samples is not None and samples.scope is None


def share_scopes(figures: list[Figure]) -> None:
    """望桥区由84.3%升至93.8%: whom the earlier value is of the newer one is of too."""
    for figure in figures:
        later = figures[figure.prior_of] if figure.prior_of is not None else None
        if later is not None and later.scope_kind is None and later.indicator == figure.indicator:
            later.scope, later.scope_kind = figure.scope, figure.scope_kind


def assign_scopes(source: SourceText, figures: list[Figure], issuer: str | None) -> None:
    """Sets `scope` and `scope_kind` where the text confines a figure; leaves those that lists have set."""
    w = scope_words()
    flow = source.flow
    assign_respondents(source, figures, issuer)
    assign_side_by_side(source, figures, issuer)
    fields_side_by_side(flow, figures)
    assign_subjects(flow, figures, issuer, w)
    running: tuple[tuple[int, int], str, str] | None = None  # sentence, scope, kind
    campaign: tuple[int, str] | None = None  # the last campaign: where its sentence ends, its name
    government = is_government(issuer)
    several = False  # whether the sentence counts several kinds of objects
    listed = False  # whether what confines is the last kind of objects that was named
    opened: tuple[tuple[int, int], str, str] | None = None  # the field that it opened with, before any of them
    for i, figure in enumerate(figures):
        if running and running[0] != figure.sentence:
            running = None
        if i == 0 or figures[i - 1].sentence != figure.sentence:
            several, opened, listed = False, None, False
        if figure.scope_kind is not None:
            continue
        code = figure.indicator or ""
        former = figures[i - 1] if i else None
        if (
            former is not None
            and code
            and former.scope is not None
            and former.unit != figure.unit
            and flow[former.end : figure.start] in ("", "、")
        ):
            # 工贸领域立案41件、112万元: two numbers of one thing
            figure.scope, figure.scope_kind = former.scope, former.scope_kind
            continue
        if code and former is not None and _SUM.match(flow, former.end) and _several_parts(figures, i):
            continue  # 甲分局宣传12场，乙分局15场，共发放资料8600份: of both
        left = flow[figure.clause[0] : figure.start]
        before = flow[figure.sentence[0] : figure.start]
        near = before[before.rfind("；") + 1 :]
        if running and "；" in before and running[1] not in near:
            # 一是整治甲，立案3件；二是规范办案，立案35件; but 整治甲，检查20家；立案3件 goes on
            ends = running[2] != "campaign" or _OTHER_WORK.match(near) or w.whole_year.search(near)
            running = None if ends else running
        part = part_of_whole(near, issuer, w) if "其中" in before else None
        if part:
            figure.scope, figure.scope_kind = part
            continue
        quoted = _QUOTED.search(left) if code and "”" in left else None
        if quoted and quoted["what"] not in w.mechanisms and not _PLATFORM.fullmatch(quoted["what"]):
            figure.scope, figure.scope_kind = quoted["what"], "campaign"
            continue
        reform = _REFORM.search(before) if figure.kind == "rate" and code.startswith("service.") else None
        if reform:
            figure.scope, figure.scope_kind = TRIM.sub("", reform["what"]), "campaign"
            continue
        matter = _ONE_MATTER.search(before) if code in _OF_MATTERS and "一件事" in before else None
        if matter and not w.whole.search(before, matter.end()):
            figure.scope, figure.scope_kind = matter["what"], "campaign"
            continue
        lists = _LISTS_OF_LEVEL.match(near) if code in _OF_LISTS else None
        if lists:
            figure.scope, figure.scope_kind = lists["what"], "unit"
            continue
        bodies = level(near, w) if code else None
        if bodies:
            figure.scope, figure.scope_kind = bodies, "unit"
            continue
        some = some_bodies(left) if code else None
        if some:
            figure.scope, figure.scope_kind = some
            continue
        towards = _TOWARDS_FIRMS.search(flow, figure.clause[0], figure.start) if code and "涉企" in left else None
        if towards:
            figure.scope, figure.scope_kind = towards["what"], "objects"
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
        unit = subject_body(near, w, issuer)
        if unit:
            figure.scope, figure.scope_kind = unit, "unit"
            continue
        if government and code.startswith(w.confined):
            one = department(near, w)
            if one:
                figure.scope, figure.scope_kind = one, "unit"
                continue
        undertakings = _UNDERTAKING_OF_RATE if figure.kind == "rate" else _UNDERTAKING
        undertaking = list(undertakings.finditer(near)) if code and "”" in near and code not in _NOT_CONFINED else []
        own_sessions = undertaking and figure.unit in _SESSIONS and _COUNTED.fullmatch(near, undertaking[-1].end())
        if undertaking and not own_sessions and not w.whole.search(near, undertaking[-1].end()):
            figure.scope, figure.scope_kind = undertaking[-1]["what"], "campaign"
            continue
        if code.startswith("publicity.") and "期间" in near and (theme := theme_period(near, w)):
            figure.scope, figure.scope_kind = theme, "campaign"
            continue
        if code.startswith("dispute.") and figure.role == "actual" and w.campaign_end.search(near):
            named = named_campaign(near, w, figure.unit in TASKS)
            if named and not w.whole_year.search(near, near.rfind(named) + len(named)):
                figure.scope, figure.scope_kind = named, "campaign"
                running = (figure.sentence, named, "campaign")
                continue
        if code and code.startswith(w.confined):
            named = (
                named_campaign(near, w, figure.unit in TASKS)
                if w.campaign_end.search(near) or any(word in near for word in ("治理", "整治", "清理", "”"))
                else None
            )
            # 开展某某行动，全系统出动…: all who took part in the campaign
            opening = opening_field(before, issuer)
            of_all = w.system.search(left) and not DURING.search(before) and not _ALL_OBJECTS.search(left)
            of_all = of_all and not (opening and by_all_of_field(before, opening))
            again = running and w.whole_year.search(left)
            if named is None and (of_all or again):
                running = None
            else:
                aspect = (opening_aspect(near, before) or opening) if running is None else None
                aspect = aspect or (_fined(before, w) if code in _FINES and "对" in before else None)
                if named and figure.unit in _SESSIONS and before.endswith(named):
                    # 开展某某行动2次，检查320家: it confines what follows, and is itself part of one named in front
                    outer = None if w.whole_year.search(before) else announced_campaign(source, figure, before, w)
                    running = (figure.sentence, outer or named, "campaign")
                    if outer is None:
                        continue
                elif named:
                    running = (figure.sentence, named, "campaign")
                elif aspect:
                    running = (figure.sentence, aspect["what"], "objects")
                elif running is None and code == "penalty.cases" and (only := only_field(left, w, issuer)):
                    running = (figure.sentence, only, "objects")
                elif running is None and code != "enforcement.demolished_area" and (aim := aimed_at(near, w, issuer)):
                    running = (figure.sentence, *aim)
                elif (
                    running is None
                    and not w.whole_year.search(before)
                    and (announced := announced_campaign(source, figure, before, w))
                ):
                    running = (figure.sentence, announced, "campaign")
                elif running is None and campaign and _still(source, figure, before, campaign[0]):
                    running = (figure.sentence, campaign[1], "campaign")
                elif running is None and (referred := referred_campaign(flow, figure.sentence[0], before, w)):
                    running = (figure.sentence, referred, "campaign")
                elif running is None or running[2] != "campaign":
                    course = in_course(before, w) if _COURSE_ENDS.search(before) else None
                    if course:
                        running = (figure.sentence, *course)
                objects = named_objects(flow, figure, left, w, code, issuer)
                if (
                    listed
                    and running
                    and running[2] == "objects"
                    and objects is None
                    and code == "inspection.spot_tasks"
                ):
                    running = None  # 用人单位双随机抽查16件，完成省级任务10件: each count of tasks has its own objects
                if running and running[2] == "objects" and code.startswith(_OF_OBJECTS):
                    if objects in w.common and not listed:
                        objects = None  # 噪声领域检查工地210家次: of the field
                    objects = objects or following_objects(before)
                    if objects is not None and objects != running[1]:
                        several, opened = True, opened or running
                    running = (figure.sentence, objects, "objects") if objects else running
                    listed = listed or objects is not None
                elif running and running[2] == "objects" and several:
                    running = (
                        opened if opened and opened[1].endswith(("领域", "行业")) else None
                    )  # 检查市场300家、种子店90家，查处案件12件: of neither alone
                if running is None and objects:
                    running, listed = (figure.sentence, objects, "objects"), True
            if (
                running
                and running[2] == "objects"
                and code in _OF_SAMPLES
                and (_SAMPLED.search(left) or _sampled(figures, i))
            ):
                continue  # 检查门店652家次，抽检农药46批次: of goods, wherever they were taken
            if running:
                figure.scope, figure.scope_kind = running[1], running[2]  # type: ignore[assignment]
                if running[2] == "campaign":
                    campaign = (figure.sentence[1], running[1])
                continue
        if w.system.search(left) and not _ALL_OBJECTS.search(left):
            figure.scope_kind = "system"
        elif w.own.search(left):
            figure.scope_kind = "own"
    several_objects(flow, figures)
    assign_sampled_goods(flow, figures, issuer, w)
    assign_part_scopes(flow, figures, issuer, w)


def _still(source: SourceText, figure: Figure, before: str, end: int) -> bool:
    """Whether a sentence goes on with the campaign of the one in front, which ends at `end`."""
    if figure.sentence[0] - end > 1:
        return False
    if STILL.match(before):
        return True
    one_paragraph = source.paragraph_at(figure.start)[0] < end
    return one_paragraph and FURTHER.fullmatch(before) is not None


def _fined(before: str, w: ScopeWords) -> re.Match[str] | None:
    """The last kind of parties that the sentence says were fined."""
    found = list(_FINED.finditer(before))
    if not found or w.whole.search(before, found[-1].end()) or "全年" in before[found[-1].end() :]:
        return None
    return found[-1]
