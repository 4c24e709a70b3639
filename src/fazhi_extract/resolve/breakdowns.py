"""Sentences that break a figure of the sentence before them down by place, kind or field: 分行业看，农药138件、种子51件。"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.running import names_act
from fazhi_extract.text import SourceText

BROKEN_DOWN = (
    "(?:(?:从|按照?|分)[^，。；\\d]{1,10}?(?:来看|上看|看|划分|统计|来分|分)(?:[^，。；\\d]{1,8}案件)?，"
    "|按照?[^，。；\\d]{0,10}(?:类型|种类|类别|性质|主体|领域|环节)(?:划分|分)(?:为|：|，)?"
    "|[^，。；：\\d]{0,6}(?:类型|种类|类别|案由|来源|构成)(?:情况)?(?:主要|大致)?(?:有|为|是|包括|如下|分布)[：，])"
)
"""How a sentence opens that breaks a whole down, as a pattern: 从案件类型看，…; 案件类型主要有：…"""
_LEAD = lazy_pattern(BROKEN_DOWN)
# 办理处罚案件32件，按程序分，简易28起、普通4起: within the sentence of the whole
_SORTED = lazy_pattern(
    "[，；：](?:其中，?)?(?:按照?[^，。；\\d]{1,8}?(?:来)?(?:划分|分)(?:类)?|从[^，。；\\d]{0,6}(?:类型|类别|种类|事由|案由)来?看)[，：]"
)
# 612件信访中，废水42件，约占7%: the whole opens the sentence of its parts
_AMONG = lazy_pattern("[^。；]{0,40}?\\d[\\d.,万亿余多]{0,9}[件起宗例][^，。；\\d]{0,14}中，(?!其中)")
_OF_CASES = ("review", "dispute", "disclosure", "oversight")  # of these the parts may have any act's name
_TOLD_BY_TOPIC = (
    "dispute.petition_cases",
    "dispute.report_cases",
    "disclosure.request_cases",
    "review.reconsideration_cases",
)
# 其中反映…问题46件, 按来源分，…转来802件
_ABOUT = lazy_pattern(
    "其中，?(?:主要)?(?:是|为)?(?:反映|涉及|涉(?![嫌案诉法外密黑恶毒水税])|关于|有关|属于|针对|申请公开)|按(?:照)?(?:来源|内容|类型|类别|性质|领域|渠道)(?:来)?(?:划?分|看)(?:类)?[，：]"
)
# 发现问题68个，主要集中在制度不健全30个
_MAINLY = lazy_pattern("[，：；]主要(?:集中反映|集中[在于]|集中|涉及|反映|体现在|表现[在为])")
_TOLD_MAINLY = ("inspection.problem_items", "oversight.rectified_items", "review.litigation_cases", "penalty.cases")
_LED_TO = lazy_pattern("引发|引起|产生|发出|印发|下达|发放|组织|开展")
_PAPER = lazy_pattern("(?:信息|决定书?|公告|公示|报告|通知|结果|动态)$")
_ACTED_ON = lazy_pattern(
    "[，；](?:已|共|全部|均|依法|当场)*(?:办结|答复|回复|立案|处罚|罚款|处理|整改|查处|查实|移送|化解|转办|调解|出动|检查|公开)"
)
# What became of a case is said of it, it is no kind.
_BECAME = lazy_pattern(
    "成功$|[一二再]审$|(?:网上|网络|线上|电子|初次|重复)信访$|政协(?:委员)?提案$|维持|撤[销回诉]|驳回|[终中]止|调解|和解|违法$|变更|责令|纠(?!纷)|败诉|胜诉|不予|不当|[审办未了]结|结案|已|尚|正在|属实|采纳|满意|到位|超[时期]|逾期|率|立案|出庭|应诉|听证|不存在|司法确认|答复|取消|(?:赔偿|建议|意见|(?<!信息)公开|来访|来电|来信|网络|网上|线上|电话|协议)书?$"
)
# Names alone: a verb would say that something else is counted.
_NAME = lazy_pattern(
    "[，；、和及与：]{0,4}(?:主要|分别|集中)?(?:涉及|集中在)?(?P<name>(?![本我全该各两共])[\u4e00-\u9fff“”]{2,12}?)(?:类?案件|类|受案|收案)?(?:为|共|有|是|约|分别|达|各){0,4}$"
)
_EACH = lazy_pattern("[，；、：]?(?P<names>[^，。；：\\d]{2,12}、[^，。；：\\d]{2,30})各")  # 甲局、乙局各1件
ASIDE = lazy_pattern("\\((?:主要|含|包括)[^()\\d]{1,20}\\)$")
_VERB = lazy_pattern(
    "办(?!公)|化解|处理|(?<!征)收|查|建成|组织|开展|举办|发布|提供|接待|服务|受理|审结|移送|移交|整改|罚|没收|查封|扣押|印发|制发|下达|发放|合计|其中|其余|同比|增|减|占|率|均|完成|培训|检查|调解|总数|总计|约谈|曝光|通报|召开|走访|责令|警告|招录|招聘|聘用|新增|关停|关闭|搬离|搬迁|取缔|拆除|淘汰|清退|[查暂]扣"
)
_SORT = lazy_pattern("类(?:案件|事项)?(?:为|共|有)?$")  # 民生服务类 is a name, though 服务 is a verb
_LEADS_IN = lazy_pattern("^(?:其中|包括|包含|分别是|含)?(?:各(?=[市县区乡镇地]))?")
_TOTAL = lazy_pattern("(?:共计?|合计|总计|累计)$")
_OF_WHICH = lazy_pattern("[，；：(]?(?:其中|包括)[^，。；]*$")
_LISTED = lazy_pattern("[、，；][^，。；、]*$")
# 一般程序60件、简易程序24件、移送公安16件: what was done with some of them has a meaning of its own
_DONE = lazy_pattern(
    "移[送交]|责令|立案|撤销|整改|罚|查封|扣押|没收|[办审]结|受理|收到|不予|修[改订]|废止|召开|举办|培训|出动"
)
_UNDONE = ("repealed", "invalidated", "revised")
_MOST = 20  # parts of one list
_FARTHEST = 600  # characters between a sentence of parts and the whole that it breaks down
_REGION = lazy_pattern(
    "(?:(?<![景小园校厂库超门夜早菜集])[区县市州旗镇乡]|街道|^(?!.{0,3}(?:[乡农山渔林全各本该驻进入]|行政|自然|示范|试点|重点|贫困|脱贫|城中)村)[\u4e00-\u9fff]{2,5}村)$"
)
_UNIT = lazy_pattern("(?:分局|大队|支队|部门|单位|系统|中心|政府|办事处|机关|(?<!场)所|[局院校站委厅处])$")


def part_name(words: str) -> str | None:
    """The name of a part in the words in front of its number, None where they are not a name alone."""
    listed = _EACH.fullmatch(words)
    if listed and all(part_name(name) for name in listed["names"].split("、")):
        return listed["names"]
    match = _NAME.match(words)
    if match is None or (_VERB.search(words) and not (names_act(words) or _SORT.search(words))):
        return None
    return match["name"]


def part_kind(name: str) -> ScopeKind:
    """What a part by that name is a part of."""
    return "region" if _REGION.search(name) else "unit" if _UNIT.search(name) else "objects"


def became(words: str) -> bool:
    """Whether words tell what became of cases, and name no kind of them."""
    return _BECAME.search(words) is not None


def _otherwise_done(part: Figure, whole: Figure) -> bool:
    """制定文件6件、废止4件、修改2件: those repealed are no part of those made, though small numbers add up by chance."""
    return whole.attributes.get("stage") == "issued" and part.attributes.get("stage") in _UNDONE


def _goes_on(own: str, listed: bool) -> bool:
    """Whether the words in front of a number name the next one of those that are told by topic.

    Behind a comma only a name alone goes on: 其中涉及环保40件，发出督办函12件.
    """
    if _LED_TO.search(own):
        return False
    if not listed or own.startswith(("、", "和")):
        return True
    return own.startswith("，") and part_name(own[1:]) is not None and not names_act(own)


class Breakdowns:
    """Finds the whole that the parts of a breakdown belong to."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def in_one(self, figure: Figure) -> bool:
        """Whether the figure stands in a sentence that opens by breaking a whole down, or behind words within it that do."""
        flow = self._source.flow
        return _LEAD.match(flow, figure.sentence[0], figure.start) is not None or self._sorted(figure) is not None

    def _sorted(self, figure: Figure) -> int | None:
        """Where the words stand that break a whole down within the figure's own sentence."""
        if figure.family == "person":
            return None  # 执法人员56人，按学历分，研究生8人: what some of them are besides
        part = self._source.flow[figure.sentence[0] : figure.start]
        if "按" not in part and "看" not in part:
            return None
        if _LEAD.match(self._source.flow, figure.sentence[0], figure.start):
            return None  # 从对象看，…；从类别看，…: each breaks down the whole of the sentence before
        found = list(_SORTED.finditer(self._source.flow, figure.sentence[0], figure.start))
        return found[-1].start() if found else None

    def _among(self, figure: Figure) -> bool:
        """Whether the figure's sentence opens with the whole that it is one of: 612件信访中，废水42件."""
        flow, (begins, _) = self._source.flow, figure.sentence
        return flow.find("中，", begins, figure.start) >= 0 and _AMONG.match(flow, begins, figure.start) is not None

    def of_cases(self, figures: list[Figure], i: int, own: str) -> bool:
        """Whether a figure is a part of reviews, petitions or requests, whatever its `own` words alone would say.

        从案件类别来看，行政强制64件，投诉举报18件: reviews of such acts, no acts and no reports.
        """
        figure = figures[i]
        own = ASIDE.sub("", own)  # 人力资源社会保障(主要是工伤认定)336件
        if figure.kind != "count":
            return False
        if self.told_by_topic(figures, i) is not None:
            return not became(own)
        opened = self.in_one(figure) or self._among(figure)
        if not opened or became(own) or part_name(own) is None:
            return False
        total = self.whole(figures, i)
        code = figures[total].indicator or "" if total is not None else ""
        # 受理投诉300件中，行政处罚20件: what was done about a complaint is an act of its own
        return code.startswith("review.") or (code.startswith(_OF_CASES) and not names_act(own))

    def told_by_topic(self, figures: list[Figure], i: int) -> int | None:
        """收到信访件355件，其中反映行政处罚问题46件、其他278件: the whole of a figure that is told by what it is about."""
        figure, flow = figures[i], self._source.flow
        if i == 0 or figures[i - 1].sentence != figure.sentence:
            return None
        opens = list(_ABOUT.finditer(flow, figure.sentence[0], figure.start))
        codes: tuple[str, ...] = _TOLD_BY_TOPIC
        if not opens:
            opens = list(_MAINLY.finditer(flow, figure.sentence[0], figure.start))
            codes += _TOLD_MAINLY
        if not opens:
            return None
        begins = opens[-1].end()
        k = next((k for k in range(i - 1, -1, -1) if figures[k].end <= opens[-1].start()), None)
        if k is None or figures[k].sentence != figure.sentence or figures[k].role != "actual":
            return None
        if not (figures[k].indicator or "").startswith(codes) or not same_unit(figures[k], figure):
            return None
        row = [f for f in figures[max(k + 1, i - _MOST) : i + 1] if f.start >= begins]
        fewer = (figures[k].value or 0) >= (figure.value or 0)
        if not fewer or not all(same_unit(f, figure) for f in row) or "；" in flow[begins : figure.start]:
            return None
        if _ACTED_ON.search(flow, begins, figure.start):
            return None
        ends = [begins, *(f.end for f in row)]
        return (
            k if all(_goes_on(flow[end : f.start], end > begins) for f, end in zip(row, ends, strict=False)) else None
        )

    def whole(self, figures: list[Figure], i: int) -> int | None:
        """The figure that the i-th is a part of: the one the parts add up to, or else the first that is not smaller."""
        figure, flow = figures[i], self._source.flow
        # 按门类分，路政2874件、运政5903件；按地区分，…: each breakdown adds up by itself
        begins = flow.rfind("；", figure.sentence[0], figure.start)
        ends = flow.find("；", figure.end, figure.sentence[1])
        ends = figure.sentence[1] if ends < 0 else ends
        parts = [
            f
            for f in figures[max(0, i - 9) : i + 10]
            if f.sentence == figure.sentence and f.role == "actual" and same_unit(f, figure)
        ]
        beside = [f for f in parts if begins < f.start < ends]
        total = sum(f.value or 0 for f in (beside if len(beside) > 1 else parts))
        among = _AMONG.match(self._source.flow, *figure.sentence)
        if among is not None and among.end() <= figure.start:
            opening = [j for j in range(max(0, i - 20), i) if figure.sentence[0] <= figures[j].start < among.end()]
            return next((j for j in opening if figures[j].indicator and figures[j].role == "actual"), None)
        if (opener := self._sorted(figure)) is not None:
            inside = (j for j in range(i - 1, -1, -1) if figure.sentence[0] <= figures[j].start < opener)
            return next((j for j in inside if self._is_whole(figures[j], figure)), None)
        paragraph = self._source.paragraph_at(figure.start)[0]
        # A paragraph that opens by breaking something down is about what the one in front of it told.
        begins = max(0 if paragraph == figure.sentence[0] else paragraph, figure.sentence[0] - _FARTHEST)
        first: int | None = None
        j = bisect_left(figures, figure.sentence[0], key=lambda f: f.start) - 1
        sentence = None
        while j >= 0 and figures[j].start >= begins:
            whole = figures[j]
            if whole.indicator and whole.role == "actual" and whole.value is not None and same_unit(figure, whole):
                if whole.value == total:
                    return j
                if sentence != whole.sentence and first is None:
                    sentence = whole.sentence
                if whole.sentence == sentence and whole.value > total and "result" not in whole.attributes:
                    first = j
            j -= 1
        return first

    @staticmethod
    def _is_whole(whole: Figure, part: Figure) -> bool:
        alike = whole.indicator is not None and whole.role == "actual" and same_unit(whole, part)
        return alike and (whole.value or 0) >= (part.value or 0)

    def adding_up(self, figures: list[Figure]) -> list[tuple[int, list[int]]]:
        """Wholes, each with the figures in its sentence that have no other sure meaning of their own and add up to it exactly.

        甲类权责25项、乙类权责41项，权责清单共66项: parts in front of a total or behind it, of which all but one are names alone.
        """
        found = []
        for i, whole in enumerate(figures):
            if whole.indicator is None or whole.role != "actual" or whole.kind != "count" or not whole.value:
                continue
            former = self._source.flow[figures[i - 1].end : whole.start] if i else ""
            if any(relation == "whole" for relation, _ in whole.links) or former.startswith(
                ("，其中", "其中", "(其中")
            ):
                continue  # 查处120件，其中食品60件、药品35件、化妆品25件: a part itself
            if whole.family == "person":
                continue  # 执法人员8人，辅助人员3人，工勤人员5人: people of other sorts add up too
            totals = _TOTAL.search(self._source.flow, whole.clause[0], whole.start) is not None
            for step in (-1, 1) if totals else (1,):
                parts = self._adding_up_to(figures, whole, self._run(figures, i, step))
                if len(parts) < 2 or any(_otherwise_done(figures[j], whole) for j in parts):
                    continue
                # 办理设立17项、变更62项，共计79项行政许可: the first may stand behind the verb of all
                if sum(self._is_name(figures, j) for j in parts) >= max(1 if step < 0 else 2, len(parts) - 1):
                    found.append((i, sorted(parts)))
                    break
        return found

    def odd_ones(self, figures: list[Figure]) -> list[tuple[int, int]]:
        """Each part that its own words name otherwise, though all in its list but it are parts that add up, with its whole.

        发布信息100条，其中业务动态60条、网上办事24条、网上信访16条: a column of the site, no petitions.
        """
        found = []
        for i, whole in enumerate(figures):
            if whole.indicator is None or whole.role != "actual" or whole.kind != "count" or not whole.value:
                continue
            run, odd, total = list[int](), list[int](), Decimal(0)
            for j in range(i + 1, min(len(figures), i + 1 + _MOST)):
                part = figures[j]
                between = self._source.flow[figures[j - 1].end : part.start]
                joined = _LISTED.match(between) if run else _OF_WHICH.match(between)
                if not joined or part.sentence != whole.sentence or part.role != "actual" or not same_unit(part, whole):
                    break
                run.append(j)
                odd += [j] if part.indicator != whole.indicator else []
                total += part.value or 0
                if total >= whole.value:
                    break
            if total != whole.value or not odd or whole.family == "person":
                continue
            domain = whole.indicator.partition(".")[0]
            near = len(odd) == len(run) > 1 and all((figures[j].indicator or "").startswith(f"{domain}.") for j in odd)
            # 发布采购信息604条，其中…、投诉处理决定6条、行政处罚决定3条: whatever is published is an item
            items = whole.indicator == "disclosure.proactive_items" and (
                len(run) - len(odd) > 1
                or all(_PAPER.search(self._source.flow, figures[j - 1].end, figures[j].start) for j in odd)
            )
            if not (near or items) and (len(run) < 3 or len(odd) > 1):
                continue
            named = all(
                figures[j].indicator and not _DONE.search(self._source.flow, figures[j - 1].end, figures[j].start)
                for j in odd
            )
            if items or named:
                found += [(i, j) for j in odd]
        return found

    @staticmethod
    def _adding_up_to(figures: list[Figure], whole: Figure, run: list[int]) -> list[int]:
        """The first of a run that add up to the whole; none where no number of them does."""
        total = Decimal(0)
        for count, j in enumerate(run, 1):
            total += figures[j].value or 0
            if total == whole.value:
                return run[:count]
        return []

    def _run(self, figures: list[Figure], i: int, step: int) -> list[int]:
        """The parts that stand beside the i-th figure, on one side, up to the first that is none."""
        whole, run = figures[i], list[int]()
        j = i + step
        while 0 <= j < len(figures) and figures[j].sentence == whole.sentence:
            part = figures[j]
            if part.kind == "rate":  # 举报420件，是上年的1.2倍，包括市本级60件、各县360件
                j += step
                continue
            alike = same_unit(part, whole) and part.role == "actual" and part.form == "number"
            own = part.indicator if "subject-far" not in part.doubts else None
            if own not in (None, whole.indicator) or not alike:
                break
            run.append(j)
            j += step
        return run

    def _is_name(self, figures: list[Figure], j: int) -> bool:
        part, before = figures[j], figures[j - 1].end if j else 0
        return part_name(_LEADS_IN.sub("", self._source.flow[max(part.clause[0], before) : part.start])) is not None

    def opening(self, figures: list[Figure], j: int) -> int:
        """The whole that a sentence of parts by place refers to: the first figure of the last sentence that has one."""
        origin, model = j, figures[j]
        start = self._source.paragraph_at(model.start)[0]
        found: int | None = None
        while j >= 0 and figures[j].start >= start:
            figure = figures[j]
            if found is not None and figure.sentence != figures[found].sentence:
                break
            alike = figure.indicator == model.indicator and same_unit(figure, model)
            if alike and figure.role == "actual" and "result" not in figure.attributes:
                found = j
            j -= 1
        return origin if found is None else found
