"""The campaigns that a sentence, or the one in front of it, confines its figures to."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.campaign_names import NO_NAME, TRIM, last_campaign, name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.scope_words import ScopeWords
from fazhi_extract.text import SourceText

_IN_COURSE = lazy_pattern("(?:^|，|；|在)在?(?P<what>[^，。；：\\d]{3,28}?)(?:过程中|中|期间|工作中|行动中)[，：]")
_GOES_ON = lazy_pattern(
    "(?:其间|期间|(?:专项)?(?:行动|活动|检查|整治)(?:期间|中|以来)|截[至止]|目前|共|累计|先后|已|现场)(?![^。；]{0,12}(?:组织|开展|举办|召开))[^。；]{0,24}"
)
_TIMES = ("节", "假", "大会", "会议", "两会", "十八大", "十九大", "二十大", "考试", "高考", "中考", "汛期", "疫情")
_TIME = lazy_pattern(
    "(?:节日?|假日?|大|两会|会议?|春运|暑期|寒假|考试|高考|中考|汛期|疫情|[一二三四五六七八九十月日年])期间[，：]$"
)  # when, not what
_THESE = lazy_pattern("^(?:[以上]*上|上述|被)?(?:检查|抽查|巡查)的")  # 以上检查的公共场所中：
_ANNOUNCES = lazy_pattern(
    "(?:^|(?<=[。；.、是)）\n]))(?:深入|扎实|持续|全面|积极|组织|集中|统筹|大力|认真|深化)*(?:开展|推进|实施|部署|打好|推动)(?P<what>[^，。；：\\d]{4,26}?)(?:，?(?:并)?(?:取得|收到)了?(?:明显|显著|良好|较好|初步|阶段性|积极)(?:的)?(?:成效|效果|进展|成果))?。$"
)
DURING = lazy_pattern("(?:期间|以来|中)，?全[省市县区州旗]")  # 专项行动期间全市检查…: the whole of the campaign
_BY_ALL = lazy_pattern(
    "(?:(?:期间|以来|中)，?|(?:工作)?，(?:(?:紧盯|聚焦|围绕|针对|突出|重点)[^，。；\\d]{2,40}，)?)全(?:[省市县区州旗镇局]|系统|街道)"
)  # 开展某某行动，全系统出动…: too
# 专项行动期间，…: what the campaign of the sentence before brought.
_REFERS = lazy_pattern(
    "(?:据悉，|据统计，|据了解，|截[至止][^，。]{1,10}，)?在?(?:(?:本次|此次|该次?|上述|整个)(?:专项|集中|联合)?(?:执法|检查|整治|治理|清查|打击)?(?:行动|活动|检查|整治)|(?:专项|集中)(?:执法|检查|整治|治理|打击)?(?:行动|活动|检查|整治)(?:开展|启动|部署)?(?:期间|以来|中|过程中))"
)
_FARTHEST = 400  # characters between a campaign's name and a sentence that refers to it
STILL = lazy_pattern(
    "(?:本次|此次|该|通过)?(?:专项)?(?:执法|检查|整治|治理)?(?:行动|检查|整治)(?:期间|中|以来|过程中)，|经(?:执法)?(?:检查|排查)(?:发现)?，|通过(?:执法)?检查，"
)
# 开展某某整治，出动120人次。检查企业30家，立案3件: the next sentence says at once what else was done
FURTHER = lazy_pattern(
    "(?:共|累计|先后|已|现场|依法|并|同时|期间|其间|还){0,3}(?:出动|检查|排查|查处|查获|查封|扣押|立案查处|立案|发现|责令|下达|下发|出具|约谈|整改|取缔|收缴|没收|罚没|处罚|罚款|移送|关停|清理|拆除|曝光)了?"
    "(?:执法|检查)?(?:违法|违规|违法违规)?(?:案件|行为|线索|企业|单位|商户|经营户|隐患|问题|人员|车辆|限期|整改|责令|改正|通知书|意见书|文书|金额|款|物品)*(?:共|累计|约)?"
)
_PURPOSE = lazy_pattern("为(?!期|民|企)")  # 为打好攻坚战，…: what it is for
# 开展突出问题系统治理，处罚15件; 会同交警开展渣土运输整治26次，检查工地213处: an undertaking without a campaign's usual name
_CARRIED_OUT = lazy_pattern(
    "(?:^|[，；：。]|[一二三四五六七八九十]是)(?:(?:联合|会同)[^，。；：\\d“”]{2,20}(?=开展)|(?:组织|持续|深入|全面|扎实|集中|联合|重点|大力|积极|同步|先后|牵头|认真){0,2})(?:(?:开展|实施|部署开展)了?|(?:加强|加大|强化|深化|狠抓|推进)对?(?=[^，。；：、\\d“”]{3,18}整治(?:工作|力度)?，))(?P<what>(?!行政|联合|综合|日常|社会|依法|源头|基层|诉源|常态|动态)[^，。；：、\\d“”]{3,16}?(?:治理|整治|清理))(?:(?:工作|活动|力度)?|\\d{1,3}[余多]?(?:次|场次|轮))，"
)
# 开展“清风扫帚”，检查企业115家: a quotation that is carried out is a campaign's name
_QUOTED = lazy_pattern(
    "(?:^|[，；：。]|[一二三四五六七八九十]是)(?:组织|持续|深入|全面|扎实|集中|联合|大力|积极){0,2}(?:开展|实施|推进|部署|启动)了?(?:全[省市县区])?“(?P<what>[^”\n]{4,12})”(?=[，。])"
)
# “安全生产月”期间举办宣传67场, 宪法宣传周期间讲座12场, “119”消防宣传月中，演练670场; a day, and several of them, confine nothing
_THEME = lazy_pattern(
    "(?:^|[，；：。、\\d日在]|全国|第[一二三四五六七八九十\\d]+个)(?P<what>“[^”\n]{2,14}[周月]”|“[^”\n]{1,12}”(?:[\u4e00-\u9fff]{0,6}宣传)?[周月]|(?![日在自及和与于以从])[\u4e00-\u9fff]{2,10}?(?:宣传|普法|学习|教育|服务)[周月])(?:活动)?(?:期间|中(?=，)|(?=(?:共|累计)(?:发放|印发|开展|举办|组织|张贴|接受|接待|解答|悬挂)))"
)
TASKS = frozenset(["项", "项次", "批次", "批", "个"])


def named_campaign(before: str, w: ScopeWords, counted: bool) -> str | None:
    """The last campaign that the sentence names in front of the figure; one that is `counted` itself confines nothing."""
    last = last_campaign(before, w)
    if counted and last is not None and last.end == len(before):
        return None
    for m in _CARRIED_OUT.finditer(before, last.end if last else 0):
        if not w.whole_year.search(before, m.end()):
            return m["what"]
    quoted = [m for m in _QUOTED.finditer(before, last.end if last else 0) if m["what"] not in w.mechanisms]
    if quoted and not w.whole_year.search(before, quoted[-1].end()):
        return quoted[-1]["what"]
    if (
        last is None
        or before.endswith("季、", 0, last.start)
        or _PURPOSE.match(before, before.rfind("，", 0, last.end) + 1)
    ):
        return None  # 春季、秋季专项行动: several
    during = _BY_ALL.match(before, last.end)
    if w.whole_year.search(before, during.end() if during else last.end):
        return None
    return name(before, last, w)


def theme_period(before: str, w: ScopeWords) -> str | None:
    """The week or month of a theme in which something was held: “安全生产月”期间, 宪法宣传周期间."""
    themes = list(_THEME.finditer(before))
    # 民法典宣传月、宪法宣传周期间: several
    several = len(themes) > 1 or (themes and before.endswith("、", 0, themes[-1].start("what")))
    if not themes or several or w.whole_year.search(before, themes[-1].end()):
        return None
    if themes[-1]["what"].startswith(("集中", "主题", "专题")):
        return None  # 集中宣传月期间: of no theme
    return themes[-1]["what"]


def announced_campaign(source: SourceText, figure: Figure, before: str, w: ScopeWords) -> str | None:
    """The campaign of the sentence in front, where that does nothing but name it or the figure's own goes on from there.

    深入开展某某整治行动。检查各类场所642家次; 某某行动取得成效。截至目前，共检查642家次.
    """
    start = figure.sentence[0]
    begins = source.paragraph_at(figure.start)[0]
    if begins >= start or source.flow[start - 1] != "。":
        return None
    m = _ANNOUNCES.search(source.flow, max(begins, start - 60), start)
    if m is not None:
        return named_campaign(m["what"], w, counted=False)
    if not _GOES_ON.fullmatch(before):
        return None
    opens = max(begins, source.flow.rfind("。", begins, start - 1) + 1)
    former = source.flow[opens:start]
    return named_campaign(former, w, counted=False) or referred_campaign(source.flow, opens, former, w)


def referred_campaign(flow: str, start: int, before: str, w: ScopeWords) -> str | None:
    """本次行动出动车辆31台次: the last campaign that the text in front names, where the sentence at `start` refers to it."""
    if not _REFERS.match(before):
        return None
    former = flow[max(0, start - _FARTHEST) : start]
    last = last_campaign(former, w)
    return name(former, last, w) if last else None


def in_course(before: str, w: ScopeWords) -> tuple[str, ScopeKind] | None:
    """在…中，: the objects or the campaign in whose course something was found."""
    last = None
    for m in _IN_COURSE.finditer(before):
        last = m
    if last is None or w.whole_year.search(before, last.end()):
        return None
    if last["what"].endswith(_TIMES) or _TIME.search(before, last.start(), last.end()):
        return None
    what = _THESE.sub("", TRIM.sub("", last["what"]))
    if re.search("执行|工作|实际|实践|推进|执法过程|日常|申请|复议|诉讼|案件处理|案件$", what) or len(what) < 4:
        return None
    core = re.sub("(?:双随机)?(?:监督)?(?:抽查|检查)(?:工作|对象)?$|的检查对象$", "", what)
    if NO_NAME.fullmatch(what) or NO_NAME.fullmatch(core):
        return None
    kind: ScopeKind = "campaign" if re.search("任务|行动|整治|专项|双随机", core) else "objects"
    return core, kind
