"""Scopes that the words in front of a figure name for it alone, whatever stood earlier.

`scope_in_place` asks the readers of this module one after another; the first that finds something is right. Most look
at figures with an indicator only: what a figure without one counts, its label says already.
"""

from __future__ import annotations

from collections.abc import Callable

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.bodies import department, is_government, level, part_of_whole, subject_body
from fazhi_extract.resolve.campaign_names import TRIM
from fazhi_extract.resolve.campaigns import theme_period
from fazhi_extract.resolve.fields_of_cases import field_of_cases, sort_of_cases
from fazhi_extract.resolve.neighbours import SHARE
from fazhi_extract.resolve.scope_spot import WHOLE, Scope, Spot
from fazhi_extract.resolve.scope_words import SESSIONS, ScopeWords
from fazhi_extract.resolve.some_bodies import some_bodies

# “一业一证”掌办率, “扫黄打非”案件: the campaign or reform stands in quotation marks beside the noun that is counted.
_QUOTED = lazy_pattern(
    "“(?P<what>[^”]{2,12})”(?!专项|行动|整治|执法|攻坚)(?:[^，。；、”]{0,6}案件数?|[^，。；、”]{1,6}率)(?:均|达到?|为|约|共|是)*$"
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
    "[、和及]?(?:其中|开展)?(?:全[省市县区州旗镇])?(?:立案查处|立案|查处|查办|侦办|办理|整治|检查)?(?P<what>(?![在对从共新办查全移]|聚焦|围绕|加大|累计|全年|各|重点)[^，。；、\\d]{2,8}领域)(?!的?专项)"
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
_RATE = lazy_pattern("[，；](?:平均|总体|综合)?[\u4e00-\u9fff]{1,6}率")
_IN_THEME = ("期间", "中，", "月共", "周共", "月累计", "周累计", "月活动共", "周活动共")
_SUM = lazy_pattern("[，；](?:共计?|合计|总计|累计)")
_TOWARDS_FIRMS = lazy_pattern("(?:其中|[(（、，；])(?:其中)?，?(?P<what>涉企)(?:案件|事项|类)?(?:共|为|有)?$")


def scope_in_place(spot: Spot, w: ScopeWords) -> Scope | None:
    """What its own words confine the figure to; None where they say nothing of it."""
    for reader in _READERS_OF_CODED if spot.code else _READERS:
        found = reader(spot, w)
        if found is not None:
            return found
    return None


def _two_numbers(spot: Spot, _: ScopeWords) -> Scope | None:
    """工贸领域立案41件、112万元: two numbers of one thing."""
    former = spot.figures[spot.i - 1] if spot.i else None
    if former is None or former.scope is None or former.unit == spot.figure.unit:
        return None
    beside = spot.flow[former.end : spot.figure.start] in ("", "、")
    return (former.scope, former.scope_kind) if beside else None


def _sum_of_parts(spot: Spot, _: ScopeWords) -> Scope | None:
    """甲分局宣传12场，乙分局15场，共发放资料8600份: of both, and so of no part; so is 办结率98% behind them."""
    figures, i = spot.figures, spot.i
    if not i or not (_SUM if spot.figure.kind != "rate" else _RATE).match(spot.flow, figures[i - 1].end):
        return None
    a, b = figures[i - 1], figures[max(0, i - 2)]
    several = a.sentence == b.sentence == spot.figure.sentence and None not in (a.scope, b.scope) and a.scope != b.scope
    if spot.figure.kind == "rate" and ("；" in spot.flow[b.end : a.start] or a.indicator != b.indicator):
        return None  # 甲县受理12件；乙县受理8件，办结率98%
    return WHOLE if several else None


def _part_of_whole(spot: Spot, w: ScopeWords) -> Scope | None:
    return part_of_whole(spot.near, spot.issuer, w) if "其中" in spot.before else None


def _quoted(spot: Spot, w: ScopeWords) -> Scope | None:
    quoted = _QUOTED.search(spot.left) if "”" in spot.left else None
    named = quoted is not None and quoted["what"] not in w.mechanisms and not _PLATFORM.fullmatch(quoted["what"])
    return (quoted["what"], "campaign") if quoted and named else None


def _reform(spot: Spot, _: ScopeWords) -> Scope | None:
    if spot.figure.kind != "rate" or not spot.code.startswith("service."):
        return None
    reform = _REFORM.search(spot.before)
    return (TRIM.sub("", reform["what"]), "campaign") if reform else None


def _one_matter(spot: Spot, w: ScopeWords) -> Scope | None:
    if spot.code not in _OF_MATTERS or "一件事" not in spot.before:
        return None
    matter = _ONE_MATTER.search(spot.before)
    return (matter["what"], "campaign") if matter and not w.whole.search(spot.before, matter.end()) else None


def _lists_of_level(spot: Spot, _: ScopeWords) -> Scope | None:
    lists = _LISTS_OF_LEVEL.match(spot.near) if spot.code in _OF_LISTS else None
    return (lists["what"], "unit") if lists else None


def _level(spot: Spot, w: ScopeWords) -> Scope | None:
    bodies = level(spot.near, w)
    return (bodies, "unit") if bodies else None


def _some_bodies(spot: Spot, _: ScopeWords) -> Scope | None:
    return some_bodies(spot.left)


def _towards_firms(spot: Spot, _: ScopeWords) -> Scope | None:
    if "涉企" not in spot.left:
        return None
    towards = _TOWARDS_FIRMS.search(spot.flow, spot.figure.clause[0], spot.figure.start)
    return (towards["what"], "objects") if towards else None


def _cases(spot: Spot, _: ScopeWords) -> Scope | None:
    if spot.code != "penalty.cases":
        return None
    cases = sort_of_cases(spot.left) or field_of_cases(spot.flow, spot.figures, spot.i, spot.left)
    return (cases, "objects") if cases else None


def _share(spot: Spot, _: ScopeWords) -> Scope | None:
    """广告类案件34件，占比4.3%: a share is that of the part it stands behind."""
    if spot.figure.kind != "rate" or not SHARE.match(spot.left):
        return None
    whole = next((spot.figures[j] for relation, j in spot.figure.links if relation == "whole"), None)
    return (whole.scope, whole.scope_kind) if whole is not None and whole.scope is not None else None


def _field(spot: Spot, _: ScopeWords) -> Scope | None:
    left = spot.left
    if "领域" not in left or not spot.code.startswith(("penalty.", "inspection.")):
        return None
    own = left[max(0, spot.figures[spot.i - 1].end - spot.figure.clause[0]) :] if spot.i else left
    field = _FIELD.match(own) or _FIELD.match(left)
    return (field["what"], "objects") if field else None


def _subject_body(spot: Spot, w: ScopeWords) -> Scope | None:
    unit = subject_body(spot.near, w, spot.issuer)
    return (unit, "unit") if unit else None


def _department(spot: Spot, w: ScopeWords) -> Scope | None:
    if not spot.code.startswith(w.confined) or not is_government(spot.issuer):
        return None
    one = department(spot.near, w)
    return (one, "unit") if one else None


def _undertaking(spot: Spot, w: ScopeWords) -> Scope | None:
    if "”" not in spot.near or spot.code in _NOT_CONFINED:
        return None
    pattern = _UNDERTAKING_OF_RATE if spot.figure.kind == "rate" else _UNDERTAKING
    found = list(pattern.finditer(spot.near))
    if not found or w.whole.search(spot.near, found[-1].end()):
        return None
    is_counted = spot.figure.unit in SESSIONS and _COUNTED.fullmatch(spot.near, found[-1].end())
    return None if is_counted else (found[-1]["what"], "campaign")


def _theme(spot: Spot, w: ScopeWords) -> Scope | None:
    if not spot.code.startswith("publicity.") or not any(word in spot.near for word in _IN_THEME):
        return None
    theme = theme_period(spot.near, w)
    return (theme, "campaign") if theme else None


_Reader = Callable[[Spot, ScopeWords], Scope | None]
_READERS: tuple[_Reader, ...] = (_part_of_whole, _share, _subject_body)
_READERS_OF_CODED: tuple[_Reader, ...] = (
    _two_numbers,
    _sum_of_parts,
    _part_of_whole,
    _quoted,
    _reform,
    _one_matter,
    _lists_of_level,
    _level,
    _some_bodies,
    _towards_firms,
    _cases,
    _share,
    _field,
    _subject_body,
    _department,
    _undertaking,
    _theme,
)
