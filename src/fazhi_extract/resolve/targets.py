"""Figures of the future: plans, duties, limits to reach."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.rulebook.cues import Cues

_ASSIGNED = lazy_pattern(
    "(?:(?:\\d{4}年度?|年度|全年|上级下达的?|[国省市州县区]级?考核的?|控制|\\()(?:目标|计划)?(?:任务|指标|目标)(?:数|量|值)?|考核(?:目标(?:任务)?|任务)(?:数|量|值)?|下达[^，。；、\\d]{0,8}指标数?|任务数)(?:为|是)?$"
)
_AIMED_AT = lazy_pattern(
    "(?:办结|完成|到位)?的(?:[国省市县区]家?级?)?(?:年度|全年|既定|考核|工作)?(?:目标任务|目标|任务指标|任务目标)(?!的)"
)  # 完成6万平方米的年度目标任务
# 提速率65%，高于省里规定的60%; 超额完成下达的70条任务
_SET_BY = lazy_pattern(
    "(?:[高优低]于|超过|超额)[^，。；\\d]{0,12}(?:规定的|要求的|下达的?|确定的|设定的|设置的|所定的|给定的|核定的)$"
)
_CARRIED_OUT = lazy_pattern(
    "(?:^|，)(?:分别|实际|已|均|也|共|人均|平均){0,2}(?:(?:完成|办结|建成|落实)(?:了|到位)?|(?:任务|计划)?(?:完成|执行)率(?:均?达到?|均?为|是)?)(?:[\\d.]{1,9}[\u4e00-\u9fff]{1,4}[、和与及]){0,5}$"
)
_AS_PLANNED = lazy_pattern(
    "(?:按照?|依照|根据|依据|遵照|对照)[^，。；、\\d]{0,12}?计划"
)  # 按照年度计划开展检查12次: done
_OF_PLANNED = lazy_pattern("占计划[^，。；]{0,8}的$")
# 压到3天的目标已实现, 实现了由200天压减到120天的目标: told as done
_AIM_MET = lazy_pattern(
    "的(?:[^，。；、\\d]{0,4})?目标(?:任务)?(?:都|均|也)?(?:已经?|全面|基本|提前|如期|顺利|圆满|成功)+(?:得以|得到)?(?:实现|达成|达到)"
)
_MET_AIM = lazy_pattern(
    "(?:(?:实现|达成|达到)了|(?:已经?|提前|如期|顺利|圆满|成功)(?:全面|基本)?(?:实现|达成|达到))[^，。；]{0,30}$"
)
# 解决或计划逐步解决的占12%, 已落实和计划落实的4件: the plan is part of an outcome's name
_OUTCOME_NAME = lazy_pattern(
    "(?:或者?|和|及|与|、)(?:已?列入)?(?:计划|拟)(?:逐步|分步|逐年|限期|近期|下步|今后)?(?:加以|予以)?(?:解决|落实|采纳|吸纳|办理|整改|完成|实施|推进)的"
)
_MET = lazy_pattern("完成|超额|占")  # 完成年度任务300件 is done
_WON = lazy_pattern(
    "争取(?:到|了)?[^，。；\\d]{0,14}(?:资金|经费|补助|支持)"
)  # 争取中央资金150万元 is what has come in
_OPENING = lazy_pattern(r"[^，。；\d]{0,6}(\d{4})年(?:度|底|末)?(?:之?前)?(?!\d)")  # 2023年底前完成…
_BY_YEAR = lazy_pattern("到(20\\d\\d)年(?:底|末)?")
_REACHED = lazy_pattern("(?:达到?|保持在|稳定在)$")
CUT_TO = lazy_pattern(
    "(?:压减?|压缩|缩短|缩减|控制|精简|提速|减少|降低?|缩)(?:至|到|为|在)(?:平均|最短|最快)?$"
)  # 压减到2小时以内 is no rule's deadline
_COMPLIED = lazy_pattern("(?:落实|贯彻)[^，。；]{0,20}(?:要求|规定|制度)|按照?要求")  # 落实…要求，压缩75%以上: done
_SHORTENING = lazy_pattern("压缩|压减|缩短|减少|精简|缩减")
_MOST_OFTEN = 2  # 每季度邀请律师授课8次: what has a greater number was counted
# 每季度召开会议1次: how often is laid down, no number of the year's
_DEMANDED = lazy_pattern("的(?:[^，。；、\\d]{0,4})?(?:要求|标准)[，；。]")
_REACHED_IT = lazy_pattern("(?:达到|实现|达|超过|完成)了?[^，。；]{0,10}$")
_PLANS_MADE = lazy_pattern("制定|编制|出台|印发|下达|报送|公布|备案")
_PLAN_DONE = lazy_pattern("(?:^|，)(?:年度|检查|执法)?计划(?:完成|执行)率(?:均?达到?|均?为|是)?$")
# 制定年度任务28项, 列入年度考核指标12项: what was drawn up is counted
_DRAWN_UP = lazy_pattern(
    "(?:列入|纳入|增设|新增|优化|设置|设定|对照|对标|落实|制定|制订|分解|细化|明确|梳理|确定|列出|形成|安排|部署|印发|出台|提出)了?[^，。；、\\d]{0,8}$"
)
# 年度执法计划检查企业400家，实际检查416家: what came of it says that the plan was for so many
_PLANNED = lazy_pattern(
    "(?:计划|年?目标(?:任务)?)(?P<verb>检查|抽查|巡查|查处|培训|开展|完成|办理|举办|组织|实施|建设|新建|整治)[^，。；、\\d]{0,10}$"
)
# 年初部署抽检任务4000批次，实际完成4200批次
_TASK_GIVEN = lazy_pattern(
    "(?:部署|安排|布置|下达(?![^，。；]{0,6}抽[查检])|确定|分解)[^，。；、\\d]{0,8}(?:任务|指标|计划)(?:数|量)?(?:为|共)?$"
)
# 围绕三年行动计划开展检查120次，实际整改45次: another verb tells of something else
_CAME_OF_IT = lazy_pattern("，实际(?:已)?(?P<verb>[^，。；\\d]{0,10})[\\d.,]{1,12}[余多万]{0,2}")
_BY_PLAN = lazy_pattern("(?:按照?|根据|依照|结合|围绕|落实|依托|通过|对照|聚焦)[^，。；\\d]{0,30}$")
_BRACKETED = lazy_pattern("\\([^()]{0,40}\\)")  # 办结率99%（目标值98%），按期率100%
_TOLD = lazy_pattern("(?:20\\d\\d年|全年|今年|年内|累计)[^，。；]{0,24}?\\d+[^，。；\\d年]{1,3}，")
_AHEAD = lazy_pattern("明年|(?<![近未原以])来年|下一步|下年度|今后|下半年")
_SINCE_DONE = lazy_pattern("，(?:实际|已)(?!列|纳)[\u4e00-\u9fff]{0,6}\\d")
_OFTEN_BY_NOW = lazy_pattern("(?:已|实现了?|做到了?)[^，。；、：\\d]{0,8}每")  # 已实现每学期开展1次
_FREQUENCY = lazy_pattern("的?频[次率]")  # 以每两月1次的频次开展学习5次 tells how it was done
# 完成市下达任务(5万平方米)的116.8%
_SET_IN_BRACKET = lazy_pattern("(?:下达|[省市县区国]定|年度|全年|既定|考核)的?(?:目标|任务|指标|计划){1,2}\\($")
_MEASURED_BY = lazy_pattern("\\)(?:的(?:约|近)?[\\d.]+%|，(?:实际|超额|已)?完成)")
_OFTEN = lazy_pattern(
    "每个?(?:季度?|月|周|星期|半年|半月|旬|学期|学年|[两三五2-5](?:年|个?月|周))(?!会)(?:(?!累计|平均|共|已)[^，。；、：”\\d]){0,14}$"
)


def is_ahead(flow: str, figure: Figure, cues: Cues, planned: str, year: int | None) -> bool:
    """Whether the text around a figure speaks of the future."""
    left = flow[figure.clause[0] : figure.start]
    begins = figure.sentence[0]
    named = _OPENING.match(flow, begins, figure.start) if flow.find("年", begins, begins + 12) >= 0 else None
    opening = named is not None and year is not None and int(named[1]) in (year + 1, year + 2)
    if planned == "part" or (opening and not cues.done_strong.search(left)):
        return True
    # 全年办理…2件 at a sentence's start tells what was done; 6月底前建成30个、全年建成60个 is still planned.
    if planned == "turn" and not (cues.done.match(flow, begins) or cues.done_strong.search(flow, begins, figure.start)):
        return True
    start = max(figure.sentence[0], flow.rfind("；", figure.sentence[0], figure.start) + 1)
    part = told = flow[start : figure.start]
    if "(" in part:
        part = _BRACKETED.sub("", part)
    if "计划" in part:
        part = _AS_PLANNED.sub("", part)
    if cues.plan.search(part):
        part = _OUTCOME_NAME.sub("", _WON.sub("", cues.plan_look_alike.sub("", part)))
    by = year is not None and "到20" in part and next((m for m in _BY_YEAR.finditer(part) if int(m[1]) > year), None)
    cue = cues.plan.search(part) or by
    # 计划检查200家，实际检查215家，完成率107.5%: what is done ends the plan.
    if not cue:
        return False
    # 计划处理20件，完成27件; 计划检查30家，完成率100%: what follows the plan tells what came of it
    carried_out = cue.group() == "计划" and not _AHEAD.search(part)
    if carried_out and (_PLAN_DONE.search(left) or ("计划" not in left and _CARRIED_OUT.search(left))):
        return False
    if _OF_PLANNED.search(left):
        return False
    # 全年计划检查240家: what the year is said of is the plan.
    done = (cues.done_strong if cue.group() in left else cues.done).search(left)
    # 计划检查200家（已检查98家），抽查12家: what brackets tell ends the plan too. A cue that stands together only where
    # words were left out is found nowhere in the text, which then counts from its start.
    begins = max(0, told.find(cue.group()))
    return not done and not cues.done_strong.search(told, begins)


def is_target(flow: str, figure: Figure, left: str, cues: Cues, planned: str, year: int | None) -> bool:
    """Whether a figure is a plan, a duty or a limit to reach (annotation guide, "Target or actual")."""
    if is_ahead(flow, figure, cues, planned, year):
        return True
    near = flow[max(0, figure.start - 20) : figure.start]
    if near.endswith("(") and _MEASURED_BY.match(flow, figure.end) and _SET_IN_BRACKET.search(near):
        return True
    if (
        ("任务" in near or "指标" in near or "目标" in near)
        and (named := _ASSIGNED.search(near))
        and not _MET.search(left)
    ):
        return not _DRAWN_UP.search(left, 0, max(0, len(left) - len(named.group())))
    if figure.unit and left.endswith(("务", "标", "划", "数", "量", "为", "共")) and _TASK_GIVEN.search(left):
        done = _CAME_OF_IT.match(flow, figure.end)
        carried = done["verb"] if done and flow.startswith(figure.unit, done.end()) else ""
        if carried and (carried.startswith(("完成", "落实", "执行")) or carried in left):
            return True
    planned_for = _PLANNED.search(left) if "计划" in left or "目标" in left else None
    came_of_it = _CAME_OF_IT.match(flow, figure.end) if planned_for and figure.unit else None
    same = planned_for and came_of_it and came_of_it["verb"].startswith((planned_for["verb"], "完成", "落实"))
    if (
        planned_for
        and came_of_it
        and (same or not came_of_it["verb"])
        and flow.startswith(figure.unit or "", came_of_it.end())
    ):
        return not _BY_PLAN.search(left, 0, planned_for.start())
    aimed = _AIMED_AT.match(flow, figure.end) and not (_AIM_MET.match(flow, figure.end) or _MET_AIM.search(left))
    if figure.bound in ("at_least", "at_most") and _DEMANDED.match(flow, figure.end) and not _REACHED_IT.search(left):
        return True  # 按照办结率不低于98%的要求
    if aimed or _SET_BY.search(flow, figure.clause[0], figure.start):
        return True
    plans = figure.unit in ("个", "份", "项", "条") or _PLANS_MADE.search(left)
    if left.endswith("计划") and not plans and _SINCE_DONE.match(flow, figure.end):
        return True  # 培训计划5期，已举办6期
    sentence = flow[figure.sentence[0] : figure.start]
    m = cues.ensure.search(left)
    if m and not left[m.end() :].startswith("了"):
        return figure.bound == "at_least" or "达" in left[m.end() :] or "不" in left[m.end() :]
    if figure.family == "event" and (figure.value or 0) <= _MOST_OFTEN and "每" in left and _OFTEN.search(left):
        return not (_FREQUENCY.match(flow, figure.end) or _OFTEN_BY_NOW.search(left))
    if "不得" in flow[figure.start : figure.left]:  # 不得少于两人 is a duty in itself
        return True
    if figure.bound not in ("at_least", "at_most"):
        return False
    said = cues.duty_look_alike.sub("", sentence)
    duty = cues.duty.search(_COMPLIED.sub("", said) if _SHORTENING.search(left) else said)
    if duty:
        # 健全…制度，开设率达98%以上 tells what has been reached.
        told = _TOLD.search(said, duty.end())  # 健全学法制度，2020年常务会议学法9次，各部门均在7次以上
        reached = duty.group() == "制度" and (_REACHED.search(left) or CUT_TO.search(left) or told)
        return not reached and not cues.done.search(left)
    return False
