"""Which quantities are figures and which are look-alikes, and why.

Every numeral ends up as a metric, a date, or turned down with a reason of the closed list (annotation guide, section 2).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity
from fazhi_extract.model.vocabulary import TurnedDownReason
from fazhi_extract.resolve.markers import is_marker
from fazhi_extract.resolve.single_matters import CLAUSE_END
from fazhi_extract.resolve.told_bare import YEAR, is_told
from fazhi_extract.resolve.written_out import SLOGAN_HEAD, written_out
from fazhi_extract.rulebook.cues import any_of
from fazhi_extract.rulebook.lexicon import SetPhrases, aspects, nouns, phones

_ADDRESS = frozenset("号路楼室栋幢弄巷")
_PLENARIES = lazy_pattern("(?:次[、和及][一二三四五六七八九十]{1,3}){0,9}次全")
_GENERAL = lazy_pattern("届|中全会|次全会|次会议|次全体|大(?!类|项|量|约|型|队|批|件)")
_CONGRESS = lazy_pattern("届[一二三四五六七八九十]{0,3}|人大|政协|代会|代表大会|全委会|中全会|[市县区省]委$")
_ROUND_THE_CLOCK = lazy_pattern(
    "(?![以之]?内|以上|后|前|的?(?:培训|学习))(?:[^，。；、\\d]{0,6}(?:值班|值守|在线|服务|不打烊|不间断|自助|热线|响应|监控|待命|备勤|在岗|开放|无休|巡查|应急|轮班|畅通)|不|全)"
)
_PHASE = lazy_pattern("(?:工程|项目|建设|改造|试点|规划)")
_WORK_NAME = lazy_pattern(
    "[”’」]?(?:工作法|模式|工程|行动(?:计划|方案)?|战略|体系|机制|思路|布局|格局|框架|架构|热线|平台|专线|系统|计划|规划|活动|工作机制|目标|原则|标准|N\\b|n\\b)"
)
_COUNTED_BARE = lazy_pattern(
    "部门|案件(?!数)|个?县区|市县|县[（(市区]|镇街|镇办|乡镇|镇(?!政府)|街道|科室|单位|村|社区|家|医|人|群众|干部|职工|企业|学生|师生|党员|市民|居民|从业|执法|工作人员|考生|户"
)
_YEARS_NAME = lazy_pattern("(?:来|以来|一次|一度|一届|一轮|一遇|行动|规划|计划|任期|期|攻坚|目标|方案|周期|多来|间|内)")
_STATES_NUMBER = lazy_pattern(
    "(?:为|达|达到|共计|共|合计|累计|总计|是|有|计|约|近|超|超过|突破|：|:|余|仅|第|增至|升至|降至|至)$"
)
_PAPERS = lazy_pattern("(?:材料|资料|证明|证照|表格|证件|单据)$")  # 取消申报资料26种: they are told by kinds
_CONTACT = lazy_pattern("(?:邮编|邮政编码|账号|代码|证号|传真|电话|QQ群?)(?:为|是)?[：: ]?$")
_DAY_OF_MONTH = lazy_pattern("(?:每月|次月|当月|该月|本月|末月|首月|月的)的?(?:[\\d日、和]{1,9})?$")
_COUNTED_PERIOD = lazy_pattern("第[\\d一二三四五六七八九十]{1,2}个$")
_RECENT = 10  # years: 近两年 is lately, 近20年 nearly twenty years
_OF_BUILDING = lazy_pattern(
    "(?:院区|园区|新区|校区|厂区|小区|厂房|大楼|工程|项目|码头|机场|地铁|电站|改造|建设)$"
)  # 院区二期
_SHARED_OUT = lazy_pattern("[，(](?:约)?占(?:比)?[^，。；]{0,10}?\\d")  # 行政处罚210，占32%
_COUNTED_THING = lazy_pattern(
    "(?:案件|申请|件数|总数|起数|人数|次数|数量|信息|文章|稿件|粉丝|(?:点击|浏览|阅读|访问|播放|受理|办件|咨询|关注|订阅|转发|下载|使用|注册)(?:量|数))(?:累计|共|达到?|为|超)?$"
)
# 中国渔政31007船, 海巡0612: what the number stands behind names it; 海巡12次 counts
_CRAFT = lazy_pattern(
    "(?:渔政|海巡|海监|海警|渔监|海事|航政|港监|港政|运政|路政|水警|渔|舟|执法[船艇]|巡逻[船艇])(?:\\d{3,6}[船轮]?[、和及]){0,5}$"
)
_CRAFT_DIGITS = 3
_PART_OF_VILLAGE = lazy_pattern("[\u4e00-\u9fff](?<![各全每个和驻困入进下])[村屯]$")  # 丁家坪村五组, but 各村5组
_COUNTED_AS = lazy_pattern(
    "(?:[，；]|均|应|只|仅|一律|合并|统一)(?:算[作为]?|[计记]作?为|视为|计作)$"
)  # 合并处罚的，算一宗
_CRAFT_UNITS = frozenset(["船", "轮", None])
# 3年前的4倍, 与5年前相比; but 于合同期满1年前提出 and 提前3年
_AGO = lazy_pattern("前(?![置期后往瞻沿端景提])")
_BEFORE_DUE = lazy_pattern("(?:满|提前|届|到期|应当?|须|至少|结束|生效|终止)[^，。；、\\d]{0,3}$")
_COMPARED_WITH = ("比", "较", "与", "和", "同", "是", "为", "从", "自", "在")
_ALONE = ("", "\n", "，", "。", "；", "、", "：", "出", "过", "比", "较")  # 超出前两年; but 提前两天, 开庭前三日
_CAPTION = lazy_pattern("(?:^|[\n附(见如])[表图]$")
_OF_RATE = ("率", "率为", "率是", "率达", "率均为")


@dataclass(slots=True)
class Spans:
    """Sorted, non-overlapping flow spans, looked up in logarithmic time."""

    spans: list[tuple[int, int]]
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [s for s, _ in self.spans]

    def holding(self, position: int) -> tuple[int, int] | None:
        at = bisect_right(self._starts, position) - 1
        if at >= 0 and self.spans[at][1] > position:
            return self.spans[at]
        return None


@dataclass(slots=True)
class Surroundings:
    """What else was found in the text, as flow spans."""

    citations: Spans
    document_numbers: Spans
    quotes: Spans
    clocks: Spans
    body_start: int
    title: tuple[int, int]
    body_end: int


@dataclass(slots=True)
class Verdict:
    """`reason` is None for a figure; `span` is what was turned down, wider than the numeral where a name is."""

    reason: TurnedDownReason | None
    span: tuple[int, int]


def verdicts(flow: str, found: list[Quantity], around: Surroundings, phrases: SetPhrases) -> list[Verdict]:
    """One verdict per quantity, in order."""
    result: list[Verdict] = []
    phrase: tuple[int, int, str] | None = None
    for quantity in found:
        at = quantity.number.start
        if phrase is None or not phrase[0] <= at < phrase[1]:
            phrase = phrases.around(flow, at)
        verdict = _verdict(flow, quantity, around, phrase)
        if quantity.start < verdict.span[0] and "分" in flow[quantity.start : at]:
            # 百分之三项制度 makes no sense, but its 百 has to be accounted for too.
            verdict.span = (quantity.start, verdict.span[1])
        result.append(verdict)
    return result


def _verdict(flow: str, q: Quantity, around: Surroundings, phrase: tuple[int, int, str] | None) -> Verdict:
    at, end = q.number.start, q.number.end
    own = (min(q.start, at), q.end)
    if span := around.document_numbers.holding(at):
        return Verdict("document-number", span)
    if around.citations.holding(at):
        return Verdict("title", own)
    if around.title[0] <= at < around.title[1]:
        return Verdict("title", own)
    if at >= around.body_end and is_marker(flow, at, end):
        return Verdict("marker", own)
    if at < max(around.body_start, around.title[1]) or at >= around.body_end:
        return Verdict("page", own)
    # A3 is paper, but SPA3家 are three; 由万分之六下降到万分之三 holds no 六下降
    if phrase and phrase[0] == at and q.plain is not None and flow[at - 1] == "之":
        phrase = None
    if phrase and phrase[0] <= at and end <= phrase[1] and not (phrase[0] < at and q.unit and _lettered(flow, at)):
        return Verdict(phrase[2], phrase[:2])  # type: ignore[arg-type]
    if quote := around.quotes.holding(at):
        if q.number.script == "arabic" and quote[1] - quote[0] == end - at:
            return Verdict("name", quote)
        return Verdict("slogan", quote)
    if clock := around.clocks.holding(at):
        return Verdict("other", (min(clock[0], own[0]), max(clock[1], own[1])))
    reason: TurnedDownReason | None = "marker" if is_marker(flow, at, end) else _by_shape(flow, q)
    if reason is None:
        script = q.number.script
        if script == "masked":
            reason = _masked(flow, q)
        elif script == "vague":
            reason = "idiom"
        elif script == "chinese":
            reason = written_out(flow, q)
        else:
            reason = _arabic(flow, q)
    return Verdict(reason, own)


def _by_shape(flow: str, q: Quantity) -> TurnedDownReason | None:
    """Reasons that the characters beside a numeral give, whatever its script."""
    at, end = q.number.start, q.number.end
    before = flow[at - 1] if at else ""
    if before == "前" and q.unit in ("位", "名"):
        return "ordinal"
    if before == "第" or flow.startswith("等奖", end) or (before == "之" and q.value == 1 and q.kind != "rate"):
        return "ordinal"
    if before == "前" and q.family == "time" and flow[max(0, at - 2) : at - 1] in _ALONE:
        return "other"  # 前两年的总数
    shown = flow.startswith(("所示", "所列", "可见"), end)  # 如图2所示
    if (
        before in ("表", "图")
        and (q.number.script == "chinese" or q.unit is None or shown)
        and _CAPTION.search(flow, max(0, at - 3), at)
    ):
        return "name"  # 表一 元北县…情况统计表; 附图2
    if flow.startswith("周年", end):
        return "ordinal"
    if _GENERAL.match(flow, end) and (_CONGRESS.search(flow, max(0, at - 6), at)):
        return "name"
    if flow[end : end + 1] == "次" and _PLENARIES.match(flow, end) and "届" in flow[max(0, at - 16) : at]:
        return "name"  # 六届二次、三次、四次全会
    if flow.startswith("小时", end) and _ROUND_THE_CLOCK.match(flow, end + 2):
        return "slogan"
    if q.unit == "期" and (
        _PHASE.match(flow, q.end) or (q.number.script == "chinese" and _OF_BUILDING.search(flow, max(0, at - 6), at))
    ):
        return "ordinal"
    if q.unit == "组" and _PART_OF_VILLAGE.search(flow, max(0, at - 3), at):
        return "name"
    if q.value == 1 and q.family == "matter" and _COUNTED_AS.search(flow, max(0, at - 5), at):
        return "idiom"
    if q.kind == "ratio":
        return None
    beside = flow[end] if end < len(flow) else ""
    if (
        "·" in (before, beside)
        or (before in "+×" and before and q.kind != "rate")
        or (beside in "+×" and beside and q.unit is None)
    ):
        return "slogan" if "+" in (before, beside) else "name"
    if before.isascii() and before.isalpha() and not (q.unit and _lettered(flow, at)):
        return "name"
    digits = flow[at:end]
    if (
        q.unit in _CRAFT_UNITS
        and len(digits) >= _CRAFT_DIGITS
        and digits.isdecimal()
        and _CRAFT.search(flow, max(0, at - 40), at)
    ):
        return "name"
    ago = q.unit == "年" or (q.unit == "个月" and before in _COMPARED_WITH)
    if ago and _AGO.match(flow, q.end) and not _BEFORE_DUE.search(flow, max(0, at - 8), at):
        return "other"
    if q.unit is None and beside.isascii() and beside.isalpha():
        return "name"
    if (
        q.unit is None
        and before in "-/"
        and before
        and at > 1
        and flow[at - 2].isalnum()
        and q.number.script == "arabic"
    ):
        return "other"
    if q.family == "time" and flow[max(0, at - 2) : at] in ("连续", "持续"):
        return "other"
    if q.unit == "年" and _COUNTED_PERIOD.search(flow, max(0, at - 5), at):
        return "name"  # 第7个5年
    if (
        q.unit == "年"
        and (before == "近" or flow.endswith("过去", 0, at))
        and q.value is not None
        and q.value <= _RECENT
    ):
        return "other"  # 近两年，案件较多
    if q.masked and q.unit == "对":
        return "name"  # ******对广东的讲话
    if q.unit == "日" and _DAY_OF_MONTH.search(flow, max(0, at - 12), at):
        return "other"  # 每月15日为接待日
    if q.family == "time" and q.unit in ("年", "天", "日", "月") and _YEARS_NAME.match(flow, q.end):
        return "other"
    return None


@cache
def _letters() -> re.Pattern[str]:
    return lazy_pattern(f"(?<![A-Za-z0-9]){any_of(nouns()['lettered']['nouns'])}$")


def _lettered(flow: str, at: int) -> bool:
    """Whether the letters in front of a number are the noun that it counts: 检查网吧9家、KTV7家."""
    return _letters().search(flow, max(0, at - 8), at) is not None


def _masked(flow: str, q: Quantity) -> TurnedDownReason | None:
    if q.unit is not None:
        return None
    return None if flow[q.number.end - 1] in "万亿千百" else "name"


def _arabic(flow: str, q: Quantity) -> TurnedDownReason | None:
    at, end = q.number.start, q.number.end
    text = flow[at:end]
    if q.kind in ("rate", "money", "ratio"):
        return None
    if (
        q.start == at
        and aspects().arabic.match(flow, end)
        and not (q.unit == "种" and _PAPERS.search(flow, max(0, at - 4), at))
    ):
        return "other"
    if phones().known.fullmatch(text) and (q.unit is None or phones().after.match(flow, end)):
        return "phone"
    if q.unit is None and _CONTACT.search(flow, max(0, at - 8), at):
        return "other"
    if q.unit is not None:
        if q.unit == "版" and (
            q.number.decimals or (YEAR.fullmatch(text) and flow[q.end : q.end + 1] not in "，。；、")
        ):
            return "name"  # 2023版清单
        if q.unit == "个" and q.end < len(flow) and SLOGAN_HEAD.match(flow, q.end):
            return "slogan"
        if q.unit in ("级", "大", "届"):
            return "name"
        return None
    if (
        YEAR.fullmatch(text)
        and (flow.startswith("部门", end) or not _COUNTED_BARE.match(flow, end))
        and not CLAUSE_END.match(flow, end)
        and not _STATES_NUMBER.search(flow[max(0, at - 4) : at])
    ):
        return "other"  # 某局2021部门自评报告: a year without 年
    digits = sum(c.isdigit() for c in text)
    if digits >= 3 and not q.number.decimals and phones().after.match(flow, end):
        return "phone"
    counted = _COUNTED_THING.search(flow, max(0, at - 8), at) and CLAUSE_END.match(flow, end)  # 访问量累计3165208
    if digits >= 7 and "," not in text and q.number.scale == 1 and not counted:
        return "phone" if digits in (7, 8, 10, 11, 12) else "other"
    if q.start < at or q.number.more or q.number.scale >= 10000:
        return None
    if _WORK_NAME.match(flow, end):
        return "slogan"
    if flow[end : end + 1] in _ADDRESS or re.match(
        "级|[A-Za-z]|审|届|版|型|年(?!度)|月|日|时|点|分(?!别)", flow[end : end + 2]
    ):
        return "name"
    if _STATES_NUMBER.search(flow[max(0, at - 4) : at]) and CLAUSE_END.match(flow, end):
        return None
    if _SHARED_OUT.match(flow, end) or counted:
        return None
    if _COUNTED_BARE.match(flow, end):
        return None
    if is_told(flow, q):
        return None
    if flow[max(0, at - 5) : at].endswith(_OF_RATE):
        return None
    return "other"
