"""Words around a figure that may narrow what it is about, where the program saw no scope, or that make a plan of it where
it saw a result: reasons to look, not to accuse.

Each pattern is a turn of the genre: a campaign or an aspect that opens the sentence or the paragraph, an occasion, another
body that does the work, a group among those that an indicator is about.
"""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.verify.claims import Claim
from fazhi_extract.verify.reports import Body, Told

_REACH = 400
"""How far in front of a figure anything is looked for: a text without punctuation is one sentence."""
_NEAR = 40
"""How far in front of a figure an occasion is looked for."""
_CLAUSE = lazy_pattern(r"[，,；;。：:]")
_SEGMENT = lazy_pattern(r"[；;。：]")
_OF_ALL = lazy_pattern(r"全(?:年|[市县区省州系局厅委])|年内|累计")
"""Words that begin anew, whatever was spoken of before."""

_OCCASION = lazy_pattern(r"[^，,。；;]{0,40}(?:期间|行动中|整治中|活动中)|涉疫")
_DAY = lazy_pattern(
    r"\d日(?:当天)?[^，,。；;、]{0,4}(?:开展|举办|组织)(?P<words>[^，,。；;、]{2,14}(?:活动|咨询日))[，,]"
)
_ACTIVITY = lazy_pattern(
    r"(?:参加|组织|开展|举办)[^，,；;]{0,14}(?P<words>[“\"][^”\"，,]{2,14}[”\"][^，,；;]{0,10}?(?:活动|竞赛|答题|比赛|测试))[，,]"
)
_OTHER_BODY = lazy_pattern(
    r"^(?!接收|对|向|会同|联合|协调|组织|推动|指导|推进|申请|提请|移送|由|各|全|本|我|[市县区州省]各)"
    r"(?P<words>[\u4e00-\u9fa5]{2,8}?(?:部门|机构|法院|检察院|局|系统))(?!长|党组|领导|负责人)"
)
_GOVERNMENT = "人民政府"
_SUB_BODIES = lazy_pattern(
    r"(?:^|[，,])(?P<words>(?:[一二三四五六七八九十\d]+个?(?:县|市|区|乡|镇|街道)(?:[（(][^）)]{1,6}[）)])?"
    r"|(?:县|市|区|乡|镇)[（(][^）)]{1,6}[）)]))[\u4e00-\u9fa5]{2}[^，,；;]*$"
)
_PLACE = lazy_pattern(r"(?P<words>(?:(?![全是为在的])[\u4e00-\u9fa5]){1,6}(?:区|县|市|镇|乡|街道))$")
_ASPECT = lazy_pattern(r"(?<![一另两三四五六])(?P<words>[^，,；;。：:、一]{2,14}方面)[，,：:]")
_STRIKE = lazy_pattern(r"(?P<words>(?:打击|严打|严查)(?P<what>(?!与|和|并)[^，,；;。、\d]{2,14}))[，,]")
_CAMPAIGN = r"(?:(?:专项|综合|集中|联合)?(?:整治|治理)|专项行动|行动|专项检查|监督检查|执法检查|大检查|大排查|专项执法|攻坚战?|回头看|会战)"
_WITHIN = lazy_pattern(
    rf"(?:开展|组织|实施|启动|推进|深化|部署|打好|在)(?:组织|集中|深入|扎实|开展|了){{0,3}}+"
    rf"(?P<words>(?P<what>(?!的)[^，,。；;\d]{{2,24}}?){_CAMPAIGN}[”\"]?)(?:工作|活动)?(?:中|期间|以来)?[，,]"
)
_REFORM = lazy_pattern(r"(?P<words>[“\"](?!高效)[^”\"，,]{2,14}一件事[”\"])[^；;]{0,80}[，,]")
_GROUP = lazy_pattern(
    r"(?P<words>新(?:录用|入职|招录|进)(?:公务员|人员|干部|民警|教师)|[一二三]级(?:及)?以上[\u4e00-\u9fa5]{2,6}|(?:规模|限额)以上)"
)
_LEAD = lazy_pattern(
    r"(?:[一二三四五六七八九十]是)?(?:扎实|深入|持续|严格|全面|大力|纵深|有力|集中|强力){0,3}+(?:开展|推进|实施|组织|抓好)"
    rf"(?P<words>(?P<what>[^，,]{{2,14}}?){_CAMPAIGN})(?:工作|活动)?"
)
_GENERIC = lazy_pattern(
    r"(?:重点|领域|突出|问题|专项|综合|行政|执法|司法|法治|日常|联合|各类|各项|各种|行业|监管|监督|违法|违规|犯罪|行为|活动|案件|涉法|依法|与|和|的|及|有关|相关"
    r"|办案|处罚|检查|许可|审批|政务|服务|公开|复议|应诉|诉讼|信访|调解|矛盾|纠纷|立法|制度|决策|宣传|普法|培训|队伍|文件|工作|建设|规范|在)+"
)
"""What says nothing of a part: 行政执法方面, 打击违法犯罪行为, 突出问题专项整治."""
_ENFORCEMENT = ("penalty.", "inspection.", "enforcement.")
_WITHOUT_CAMPAIGNS = ("rulemaking.", "decision.", "service.", "leadership.", "review.", "dispute.petition_")
"""Indicators whose figures are of the whole, whatever campaign the sentence opens with."""
_INSPECTED = lazy_pattern(
    r"(?:检查|抽查|核查|排查|巡查|抽检|抽测|监测|检测|清查|查验)(?:了|各类|有关|相关)?(?P<words>[\u4e00-\u9fa5、“”]{2,16}?)(?=[\d,.近约超逾]|$)"
)
_MEASURED = lazy_pattern(r"率|清单|计划|实施|制度")
_OBJECTS = lazy_pattern(
    r"(?:各类|各种|有关|相关|市场|经营|生产|监管|检查|抽查|执法|被|企业|单位|主体|对象|场所|用人|户|人员|案件|项目|任务|事项|行政|机构|点位|部位|问题|隐患|线索|违法|行为"
    r"|情况|双随机|车辆|案卷|人次|[率次数家共约了的]|累计|涉及|发现|整改|抽取|完成|行动|合格|比例|统一|治理|消除)+"
)
"""What is inspected anyway, by whatever office."""
_OF_GROUP = lazy_pattern(
    r"(?P<words>[\u4e00-\u9fa5]{2,12}?(?:企业|单位|机构|场所|商户|学校|医院|工地|公司|项目|店|园|站))[\u4e00-\u9fa5]{0,4}(?:开展|实施|进行|作出|全覆盖|启动)"
)
_UNIT = lazy_pattern(
    r"(?:^|[，,])(?P<words>(?!全|各|本|我|向|对|与|会同|联合|由)[\u4e00-\u9fa5]{2,10}?(?:医院|分局|[中大支]队|监管所|司法所|派出所|税务所|分中心|[中小]学|管理处))"
    r"(?:共|累计|全年|开展|办理|受理|检查|立案|查处|组织|调解|举办|实施|作出)"
)
_TOPIC = lazy_pattern(
    r"^(?:[一二三四五六七八九]是|首次|组织|开展|完成|实施|推进|加强|强化|共|累计|年内|对){0,4}(?P<words>[\u4e00-\u9fa5]{4,12}?)(?=(?:专项|综合|日常|现场|联合|交叉|双?随机|监督|行政|执法){0,4}"
    r"(?:检查|巡查|抽检|抽查|检测|监测))"
)
_NO_TOPIC = lazy_pattern(r"部门|系统|机构|机关|单位|公开|随机|飞行|级|开展|全[市县区省州年]|出动|检查|承担|参与")

_PLANNED = lazy_pattern(r"力争|争取[^，,；;]{0,8}(?:达|到|实现)")
_UNTIL = lazy_pattern(r"(?P<words>(?P<year>20\d\d)年[^，,。；;]{0,6}前)")
_PLANS = lazy_pattern(r"下一步|下阶段|打算|明年|来年")


def narrowing(claim: Claim, figure: Told, body: Body) -> str:
    """The words; empty for none, and where the claim itself has them."""
    if figure.part:  # its scope is known, and is the claim's
        return ""
    before = figure.before[-_REACH:]
    segment = _SEGMENT.split(before)[-1]
    clause = _CLAUSE.split(before)[-1]
    found = (
        _occasion(before)
        or _words(_DAY, segment)
        or (_words(_ACTIVITY, segment) if figure.kind == "rate" else "")
        or (_words(_OTHER_BODY, segment) if body.issuer.endswith(_GOVERNMENT) else "")
        or _words(_SUB_BODIES, segment)
        or _words(_UNIT, segment)
        or _words(_PLACE, segment)
        or _words(_ASPECT, segment)
        or _words(_STRIKE, segment)
        or _words(_REFORM, segment)
        or _words(_GROUP, clause)
        or _campaign(figure, before)
        or _topic(figure, clause, body)
        or _objects(figure, segment, body)
        or _carried(figure, body)
    )
    return "" if found and found in claim.head + claim.scope else found


def planned(figure: Told, body: Body) -> str:
    """Words that make a plan of a figure that was read as a result; empty for none."""
    before = figure.before[-_REACH:]
    segment = _SEGMENT.split(before)[-1]
    if (found := _UNTIL.search(before)) and body.year is not None and int(found["year"]) > body.year:
        return found["words"]
    found = _PLANNED.search(segment) or _PLANS.search(figure.place)
    return found.group() if found else ""


def _words(pattern: re.Pattern[str], text: str) -> str:
    """What a pattern finds in a text, if it says more than the genre's own words do."""
    found = pattern.search(text)
    if found is None:
        return ""
    groups = found.groupdict()
    words = groups.get("words") or found.group()
    return "" if _GENERIC.fullmatch((groups.get("what") or words).removesuffix("方面")) else words.strip()


def _occasion(before: str) -> str:
    found = [one for one in _OCCASION.finditer(before) if len(before) - one.end() < _NEAR]
    return found[0].group().strip() if found else ""


def _campaign(figure: Told, before: str) -> str:
    """A campaign that the sentence, or the paragraph, opens with: up to words that speak of all."""
    indicator = figure.indicator or ""
    if indicator.startswith(_WITHOUT_CAMPAIGNS):
        return ""
    within = list(_WITHIN.finditer(before))
    if within and not _OF_ALL.search(before[within[-1].end() :]):
        return "" if _GENERIC.fullmatch(within[-1]["what"]) else within[-1]["words"]
    if not indicator.startswith(_ENFORCEMENT) or _OF_ALL.search(before):
        return ""
    lead = _LEAD.fullmatch(figure.lead[:_REACH])
    return lead["words"] if lead and not _GENERIC.fullmatch(lead["what"]) else ""


def _topic(figure: Told, clause: str, body: Body) -> str:
    """What is inspected, in front of the word for inspecting: 食品安全监督抽检. An office's own field is no part of its work."""
    if not (figure.indicator or "").startswith("inspection."):
        return ""
    found = _TOPIC.match(clause)
    if found is None or _NO_TOPIC.search(found["words"]) or _GENERIC.fullmatch(found["words"]):
        return ""
    return "" if _own_field(found["words"], body) else found["words"]


def _objects(figure: Told, segment: str, body: Body) -> str:
    """The group that is inspected, in this clause or in one before: 检查养老机构168家次，排查隐患213处. Also behind the number:
    对1203家道路运输企业作出信用评价."""
    if _OF_ALL.search(segment):
        return ""
    found: list[str] = []
    if (figure.indicator or "").startswith(("inspection.", "penalty.")):
        found = [one["words"] for one in _INSPECTED.finditer(segment) if not _MEASURED.search(one["words"])]
    if segment.endswith("对") and (behind := _OF_GROUP.match(figure.after)):
        found.append(behind["words"])
    for words in reversed(found):
        if not ("等" in words or _OBJECTS.fullmatch(words) or _own_field(words, body)):
            return words
    return ""


def _own_field(words: str, body: Body) -> bool:
    return any(words[at : at + 2] in body.issuer for at in range(len(words) - 1))


def _carried(figure: Told, body: Body) -> str:
    """The scope of a figure in front that may hold for this one too: in the same sentence, up to the next semicolon. Places
    are told one by one (其中青坪镇58件，罚款…) and hold for nothing else."""
    for other in reversed(body.figures):
        if not (other.part and other.scope and other.sentence == figure.sentence and other.span[1] <= figure.span[0]):
            continue
        between = figure.before[-(figure.span[0] - other.span[1]) :]
        if "；" not in between and ";" not in between and not _PLACE.fullmatch(other.scope):
            return other.scope
    return ""
