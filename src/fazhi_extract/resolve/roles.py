"""What a figure is in its sentence: a result, an earlier value, a growth or fall, a plan or duty, a condition of a rule.

The rules are those of the annotation guide ("Fields", "Settled questions"); the cue words are data (rules/cues.toml).
"""

from __future__ import annotations

from itertools import pairwise

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.change_words import NEW_LEVEL, TAIL
from fazhi_extract.resolve.differences import difference
from fazhi_extract.resolve.earlier_years import goes_on_with, tells_earlier, told_behind, told_until, year_in_list
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.from_to import from_several, from_to
from fazhi_extract.resolve.targets import is_ahead, is_target
from fazhi_extract.resolve.thresholds import is_standard, is_threshold
from fazhi_extract.rulebook.cues import Cues
from fazhi_extract.text import SourceText

# 收到申请22件，比2020年(31件)下降29%: what the growth starts from, in brackets
_BRACKETED = lazy_pattern(
    "(?:比|较|与|和|同)(?:(20\\d\\d)年|[上去]年|上一年度?|上[个一]?季度?|上个?月|上一?届|上半年)(?:度|同期|全年)?的?\\((?:[^，。；()\\d]{0,8})$"
)
# 对比2016年：2016年处罚机构63家; 今年…，而2020年处罚机构63家: told of an earlier year alone
_ASIDE = lazy_pattern(
    "[，；。！\n](?:(?:对比|相比|比较|反观)(?:于|来看)?(?P<then>20\\d\\d)年(?:度|同期|全年)?(?:数据|情况)?(?:[：:，](?P=then)年|[：:])"
    "|(?:而|反观)(?:在)?(?:(?P<year>20\\d\\d)年|[上去]年)(?:度|同期|全年)?(?![初底末至起以\\-—，的后出]|\\d{1,2}月|机构改革|新|开始))"
)
_NO_ASIDE = lazy_pattern("今年|本年|目前|(?<![发实出兑表体呈])现|[比较](?![例重赛大为])|20\\d\\d年")
# 比2021年的85件, （2021年为58.2万件）
_IN_YEAR = lazy_pattern(
    "(?:(?:比|较|与)(20\\d\\d)年(?:度|同期|全年|底|末)?的?|(20\\d\\d)年(?:度|同期|全年|底|末)?(?:为|仅为|是|仅))$"
)
# 与上年的受理率88.03%基本持平; 较2020年该类案件44件增长了一倍: what the figure in front is compared with
_AGAINST = lazy_pattern(
    "(?:比|较|与|和|同)(?:(?:上|去)年|上一年度?|上[个一]?季度?|上个?月|上半年|上一?届|上一?期|(?:19|20)\\d\\d年)(?:度|同期|全年)?的?(?:(?!相比|[达多少增减净为高低])[\u4e00-\u9fff]){0,10}$"
)
_THAT_NUMBER = lazy_pattern("(?:去年|上年|上一年)(?:度|同期|全年)?，(?:这一|该)(?:数字|数据|数)(?:仅?[为是])?$")
_STANDS_SO = lazy_pattern(
    "(?:相比)?，?(?:基本|大致|大体)?(?:持平|相当|一致)|(?:的(?:总量|数量|水平|基础上))?(?:相比)?，?(?:同比|又|再)?(?:有(?:所|较大)|略有|明显|大幅|持续|进一步|实现)?(?:增长|增加|上升|提高|提升|下降|减少|降低|回落|翻)"
)
# 从15个工作日缩短至当场办结: what is now has no number
_NOW_AT_ONCE = lazy_pattern(
    "(?:大幅|进一步)?(?:压缩|缩短|压减|缩减|减少|精简|提速|降低|降|变|改|优化)(?:至|到|为|成)?(?:了|仅需|只需)?(?:承诺)?(?:当场|即时|即办|立等|现场|当日|立即|“|秒|零|无需)"
)
_FROM = lazy_pattern("[从由](?:原来|原先|此前|原有|过去|法定)?的?[^，。；\\d]{0,8}$")
# 对原有3件规范性文件进行审核: those that were there were looked at
_TREATED = lazy_pattern(
    "(?:(?<!相)对(?:全[市县区]|我[市县局])?(?:原有|现有|以前|此前)"
    "|(?:结转|接转|转结)(?:上年度?|去年度?|上一年度?)"
    "|(?:(?<!相)对|抽取|抽查|选取|选择|复核|复查|回访|回头看|梳理|清理|评估)(?:上年度?|去年度?|上一年度?|往年|以往|历年)(?:形成|办结|出台|制定|作出|查办|办理)?)的?$"
)
# 原有执法人员120人，现有156人; 改革前需提交材料12份，改革后…
_ONCE = lazy_pattern("(?:原有|原需|改革前|优化前|整治前)[^，。；\\d]{0,10}$")
# 同比2022年行政检查1183件，处罚152起，…今年…: the whole sentence tells of that year, up to where it comes back
_WHOLE_OF_YEAR = lazy_pattern("(?:同比|对比)(?:上年|去年|(20\\d\\d)年)(?:度|同期|全年)?(?!初|底|末)")
_BACK = lazy_pattern("今年|本年|现|目前|增|减|升|降|相比|同比[^，。；]*[高低多少]")
_THIS_YEAR = lazy_pattern("今年|本年")
_ORIGINAL = lazy_pattern("[从由](?:原来|原先|此前|原有)的?[^，。；\\d]{0,10}(?:[\\d.]+\\D{1,3}[、和])?$")
_NOW = lazy_pattern("现有|现在|目前|如今|现|改革后|优化后|整治后|(?:减少|压减|压缩|精简|增加|增)(?:至|到|为)")
_NEW_LEVEL = lazy_pattern("，?" + NEW_LEVEL)
_ADDED = lazy_pattern("(?:新增|净增)(?:了|约)?$")  # 新增12人增加到56人
_SHORTER = lazy_pattern("(?:缩短|压缩|提前|提速|减少)(?:了|约)?$")
_BETTER = lazy_pattern(
    "(?:同比|环比|(?:[较比]|同比)(?:上年|去年|(?:19|20)\\d\\d年)(?:度|同期)?)(?:分别|大幅|明显)?改善(?:了|约|达)?$"
)
_HIGHER = lazy_pattern("(?:年度?|同期)高$")  # 比上年高4分; but 占比高达95%
_CUT_RATE = lazy_pattern("(?:时[限间]|期限)$")  # 办理时限减幅60% is by how much the promise is shorter than the law
_CUT_TIME = lazy_pattern("(?:时[限间]|期限|时长|用时)(?:平均|总体|整体|普遍|累计|再|又|均|共)*$")
_COMPARED = lazy_pattern("[比较]")
# 同比增长21%，增收6275万元: beside another growth, income is one too; 助农增收500万元 is what was earned
_EARNED = lazy_pattern("，(?:[增减少多短]收|[增减]支)(?:了|约|近|达)?")
_INCOME = frozenset(["增收", "多收", "增支", "减收", "少收", "短收", "减支"])
# 罚没收入较上年多收32万元; but 责令退还较政府定价多收32万元, 较上年帮助农户增收500万元, 同比为群众减支32万元
_OF_OTHERS = lazy_pattern(
    "帮[助扶]|助[力农企推]|带[动领]|[为让使替]|退[还回]|责令|违规|价(?!值)|标准|农户|农民|群众|企业(?!所得税)|村民|居民"
)
# 净减5项（取消9项、减少2项）: what makes up a net change was done
_NET_PARTS = lazy_pattern("净[增减][^()。；]{0,16}\\([^()。；]{0,30}$")
_NET = lazy_pattern("净[增减](?:少|加)?(?:了|约)?$")
# 2023年工作计划…三年内实现全覆盖: how soon it is to be reached
_TO_BE_REACHED = lazy_pattern("(?:基本|全面|力争)?(?:实现|完成|建成|达到|打造|形成)")
_SAID_BEFORE = ("为", "达", "达到", "高达")
_NEXT_OF_ROW = lazy_pattern("、|和|及|与|、分别")
_EARLIER_YEAR = lazy_pattern("同比|环比|[上去]年|上一[年版]|往年|相比|20\\d\\d年|[较比](?:调整|清理|修订|改革|梳理)前")


def assign_roles(source: SourceText, figures: list[Figure], cues: Cues, planned: list[str], year: int | None) -> None:
    """Sets `role` of every figure, and the sign of changes.

    `planned[i]`: "part" where the figure stands in a part about plans, "turn" behind words that turn to the future.
    """
    flow = source.flow
    past_until = 0  # where the clauses end that tell of an earlier year before this one's
    for i, figure in enumerate(figures):
        if figure.form == "in_words" and is_ahead(flow, figure, cues, planned[i], year):
            figure.role = "target"  # 2023年工作计划：三年内实现全覆盖
        if figure.form in ("stated_none", "in_words"):
            continue
        before = figures[i - 1] if i else None
        if figure.role != "prior":
            from_several(flow, figures, i, cues)
            from_to(flow, figures, i, cues)
        if figure.role == "prior":
            continue
        left = flow[figure.clause[0] : figure.start]
        if left in _SAID_BEFORE and flow[figure.clause[0] - 1] == "，":
            left = flow[max(figure.sentence[0], figure.clause[0] - TAIL) : figure.start]  # 汀口市增幅最大，为26.3%
        sign = _change(flow, figure, left, before, cues) or _next_change(flow, figures, i)
        if sign:
            figure.role, figure.growth = "change", True
            if figure.value is not None and sign < 0:
                figure.value = -abs(figure.value)
                figure.value_to = -abs(figure.value_to) if figure.value_to is not None else None
            continue
        told = year_in_list(flow, figures, i)
        if told is not None and year is not None and figure.prior_of is None:
            figure.role = "prior" if told < year else "target" if told > year else "actual"
            continue
        goes_on = before is not None and before.role == "prior" and before.prior_of is None
        if before is not None and goes_on and (figure.end <= past_until or goes_on_with(flow, before, figure)):
            figure.role = "prior"
            continue
        if (
            figure.prior_of is None
            and not _TREATED.search(left)
            and cues.prior_touching.search(left[-TAIL:])
            and not (figure.kind == "rate" and left.endswith("的"))
        ):
            figure.role = "prior"
            continue
        if figure.prior_of is None and _earlier(flow, figure, left, year):
            figure.role = "prior"
            past_until = told_until(flow, figure, year)
            continue
        if figure.prior_of is None and told_behind(flow, figures, i, year):
            figure.role = "prior"
            continue
        reached = planned[i] and figure.unit in ("年", "个月") and _TO_BE_REACHED.match(flow, figure.end)
        if is_standard(flow, figure, left) or (not reached and is_threshold(flow, figure, left, cues)):
            figure.role = "threshold"
        elif is_target(flow, figure, left, cues, planned[i], year):
            figure.role = "target"
    for i, figure in enumerate(figures):
        if figure.role == "change" and figure.form != "stated_none" and is_ahead(flow, figure, cues, planned[i], year):
            figure.role = "target"


def _next_change(flow: str, figures: list[Figure], i: int) -> int:
    """立案30件、罚款12万元，较上年增加6件、3万元: the sign of a second growth in another unit, 0 for anything else."""
    figure, before = figures[i], figures[i - 1] if i else None
    if before is None or before.role != "change" or before.sentence != figure.sentence or before.unit == figure.unit:
        return 0
    if flow[before.end : figure.start] not in ("、", "和") or figure.kind not in ("count", "money"):
        return 0
    units = [f.unit for f in figures[max(0, i - 6) : i - 1] if f.sentence == figure.sentence and f.role == "actual"]
    listed = any(pair == (before.unit, figure.unit) for pair in pairwise(units))
    return (-1 if before.value is not None and before.value < 0 else 1) if listed else 0


def settle_cuts(flow: str, figures: list[Figure]) -> None:
    """比法定时限减少78%, 清理减少25项: what was cut is the result itself, unless an earlier year is what it is compared with."""
    for figure in figures:
        cut = (
            figure.indicator == "service.time_cut_rate"
            or (figure.indicator == "service.adjusted_items" and figure.unit == "项")
            or (figure.indicator == "service.removed_materials" and figure.kind == "count")  # 申请材料减少126份
        )
        if not cut or figure.role != "change" or _NET.search(flow, figure.clause[0], figure.start):
            continue
        if figure.unit == "份" and "平均" in flow[figure.clause[0] : figure.start]:
            continue  # 申请材料平均减少3.4份: of each matter
        if figure.unit == "百分点" and figure.value is not None and figure.value > 0:
            continue  # 实际提速88%，比上月提高1.1个百分点: the rate of cuts itself rose
        if not _EARLIER_YEAR.search(flow, figure.sentence[0], figure.start):
            figure.role, figure.growth = "actual", False
            figure.value = abs(figure.value) if figure.value is not None else None
            figure.value_to = abs(figure.value_to) if figure.value_to is not None else None
            figure.links = [link for link in figure.links if link[0] != "changed"]


def _earlier(flow: str, figure: Figure, left: str, year: int | None) -> bool:
    """Whether an earlier year, or 原有 and its like with what is now behind, makes a figure an earlier value."""
    named = _IN_YEAR.search(flow, max(figure.sentence[0], figure.start - TAIL), figure.start)
    if named and year is not None and int(named[1] or named[2]) < year:
        return True
    if _TREATED.search(left[-TAIL:]):
        return False
    based = _BRACKETED.search(flow, max(figure.sentence[0], figure.start - 2 * TAIL), figure.start)
    if based and (based[1] is None or (year is not None and int(based[1]) < year)):
        return True
    begins = max(0, figure.sentence[0] - 1)
    for aside in _ASIDE.finditer(flow, begins, figure.start) if flow.find("年", begins, figure.start) >= 0 else ():
        then = aside["then"] or aside["year"]
        before = then is None or (year is not None and int(then) < year)
        if before and not _NO_ASIDE.search(flow, aside.end(), figure.start):
            return True
    if tells_earlier(flow, figure, year):
        return True
    if _THAT_NUMBER.search(flow, max(figure.sentence[0], figure.start - TAIL), figure.start):
        return True
    if _ORIGINAL.search(left):
        return True
    if _AGAINST.search(left) and _STANDS_SO.match(flow, figure.end):
        return True
    if figure.kind in ("duration", "count") and _FROM.search(left) and _NOW_AT_ONCE.match(flow, figure.end):
        return True
    told = _WHOLE_OF_YEAR.match(flow, figure.sentence[0], figure.start)
    if told and ((told[1] or told[2]) is None or (year is not None and int(told[1] or told[2]) < year)):
        comes_back = _THIS_YEAR.search(flow, figure.end, figure.sentence[1])
        return comes_back is not None and not _BACK.search(flow, told.end(), figure.start)
    return bool(_ONCE.search(left)) and bool(_NOW.search(flow, figure.end, min(figure.sentence[1], figure.end + 40)))


def _change(flow: str, figure: Figure, left: str, before: Figure | None, cues: Cues) -> int:
    """+1 for a growth, -1 for a fall, 0 for neither."""
    if figure.value is not None and figure.kind == "rate" and (left.endswith(("+", "▲")) or flow[figure.start] == "+"):
        return 1
    signed = (figure.value or 0) < 0 or left.endswith(("-", "▼"))
    if figure.kind == "rate" and signed and (left.endswith("(") or cues.comparison.search(left[-TAIL:])):
        return -1  # 较上年-8%, 527件(-11.4%)
    if sign := difference(flow, left, figure, before):
        return sign
    if "净" in left and _NET_PARTS.search(left):
        return 0
    apart = cues.apart.search(left[-2 * TAIL :]) if figure.kind in ("count", "money") else None
    if apart:
        return 1 if apart["more"] else -1
    tail = left[-TAIL:]
    if figure.kind == "rate" and _BETTER.search(tail):
        return 1
    if figure.kind == "duration" and _SHORTER.search(tail) and _COMPARED.search(left):
        return -1
    for sign, pattern in ((1, cues.rise), (-1, cues.fall)):
        m = pattern.search(tail)
        if m is None or (sign > 0 and tail[: m.start()].endswith("负")):  # 负增长 is a fall
            continue
        if m["word"] == "高" and not _HIGHER.search(tail):
            continue
        if m["word"] in _INCOME and _OF_OTHERS.search(left):
            return 0
        if m["noun"]:
            return 0 if _CUT_RATE.search(tail[: m.start()]) else sign
        cut = figure.kind == "rate" and sign < 0 and _CUT_TIME.search(tail[: m.start()])
        if figure.kind == "rate" and not cut and (m["word"] not in cues.weak or figure.unit == "百分点"):
            return sign
        beside = before if before is not None and before.sentence == figure.sentence else None
        compared = cues.comparison.search(flow, figure.clause[0], figure.start) or (
            beside is not None
            and (
                beside.role == "prior"
                or (beside.role == "change" and _EARNED.fullmatch(flow, beside.end, figure.start))
            )
        )
        if compared:
            return sign
        if cut:
            return 0  # 审批时间平均减少68%: by how much it is shorter than it was allowed to be
        if m["word"] in cues.weak:
            if figure.kind == "rate" and m["word"] in ("提高", "提升", "降"):
                return sign
            continue
        # 增加3名 at a clause's end is a change, 增加3名执法人员 tells what was added.
        if figure.end >= figure.clause[1] or flow[figure.end] in "，。；、()" or _NEW_LEVEL.match(flow, figure.end):
            return sign
    if _ADDED.search(tail) and _NEW_LEVEL.match(flow, figure.end):
        return 1
    if before is not None and before.role == "change" and before.sentence == figure.sentence:
        # 增加12件、8件; 增长8.2%、7.9%和0.3个百分点: only of rates it is said in 百分点
        alike = figure.unit == "百分点" or (before.kind == figure.kind and before.unit == figure.unit)
        if alike and _NEXT_OF_ROW.fullmatch(flow, before.end, figure.start):
            return -1 if before.value is not None and before.value < 0 else 1
    return 0
