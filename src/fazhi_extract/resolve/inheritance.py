"""What a figure has from another one: its list, the figure it changes, precedes, or is a part of."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.bases import PEOPLE_OF, Bases
from fazhi_extract.resolve.breakdowns import Breakdowns
from fazhi_extract.resolve.changes import link_changes, of_prior, part_of_growth, settle_rows
from fazhi_extract.resolve.counsel import settle_counsel_cases
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.fined_cases import settle_fined_cases
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.named_parts import NamedParts
from fazhi_extract.resolve.neighbours import PART_OF, REST, SHARE, VAGUE_AMOUNT, lend, same_unit
from fazhi_extract.resolve.next_objects import next_object, next_of_list, same_head
from fazhi_extract.resolve.other_times import settle_other_time
from fazhi_extract.resolve.partition import Partition
from fazhi_extract.resolve.penalty_shares import share_of_penalties
from fazhi_extract.resolve.place import Place, of_former, words_behind
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.proportions import Proportions
from fazhi_extract.resolve.same_verb import same_verb
from fazhi_extract.resolve.shared_attributes import SharedAttributes
from fazhi_extract.resolve.shared_nouns import share_head, share_list, share_tail
from fazhi_extract.resolve.shares import share_of_cases
from fazhi_extract.resolve.sorts_of_cases import penalties_by_sentence
from fazhi_extract.resolve.sums_behind import totals_behind
from fazhi_extract.text import SourceText

_OF_PEOPLE = lazy_pattern(
    "其中|(?:自治区|[国省市州县区镇乡]家?)级|共计?|累计|参训|参加|合计|总计|培训|覆盖|惠及|参与|受教育|受训|受益|人数|人员|干部|职工|达到?|[，、；：()（和及与]"
)
# What stands beside a growth without saying what grew.
_OF_CHANGE = lazy_pattern(
    VAGUE_AMOUNT
    + "|(?:受理|新收|办理|审结|办结|结案|立案)案件|收案|上(?:个)?月|上季度?|上半年|批次|人次|件次"
    + "|同比|环比|相比|同时期|净|(?:上|去)?年[初末底]|新|较|比|去年|上年|上一年度?|同期|往年|分别|增长|下降|上升|减少|增加|提高|降低|提升|下滑|回落|上涨"
    "|在?的?基础上|压减|压降|压缩|收窄|改善|再|又|约|了|达|近|超|[增降减涨升跌]幅|为|均|也|都|其中|并|且|率|持续|大幅|明显|略|有所|实现|多|少|高|低|出"
    "|[\\d，、；：()\\s年月度—-]|\\d{4}年"
)
_EACH_SHARE = lazy_pattern("分别(?:约)?占(?!(?:年度|全年|目标)?(?:目标|任务|计划))")
_AMOUNT_OF = lazy_pattern(f"[，、；]?(?:{VAGUE_AMOUNT})")
_FILLER = lazy_pattern(
    "(?:其中|(?:这一|该)(?:数字|数据|数)|较|比|与|同|的|相比|分别为?|共|累计|均|已|为|是|仅|和|、|上年度?|上一年度?|去年度?|上年同期|去年同期|同期|\\d{4}年|年度|目标|任务|计划|总数|总量|总计|合计|达到?|增至|案件(?:总量|数量?|量)|收案(?:数量?|量)|全年|全(?:[省市县区州旗局镇]|系统)|每年|力争|争取|确保|努力|明年|来年|下年度?|继续|办理)+"
)
_DONE_OF = lazy_pattern("在?已?(?:作出决定|审结|办结|结案|答复|立案|受理|审查|收到)的")  # 已作出决定的24件中维持18件
_OF_TWO = lazy_pattern("[，、；]?(?:前者|(?P<latter>后者))")
_CITED = lazy_pattern("《[^》]*》等?")
# 培训12期，三名干部通过司法考试: what some people did besides
_OTHER_PEOPLE = lazy_pattern("[^，。；、\\d]{0,8}?(?:通过|挂职|获得?|考取|取得|入选|当选|被评|晋升|借调|抽调|参与执法)")
_KINDS_OF_PENALTY = {"instrument", "procedure"}
_GENERIC = lazy_pattern(
    "(?:截至|截止到?|至|到)?(?:\\d{4}年)?(?:\\d{1,2}月|年)?(?:底|末|目前|\\d{1,2}日)|目前|现|按时|如期|按期|全部|受理|收到|接收|新收|办理|办结|审结|结案|立案|查处|处理|完成|作出|下达|调解|化解|答复|回复|整改|发现|排查|移送|累计|共计?|全年|均|已|的|了|各类|案件|事项|申请|数量|件数|决定|情况|其中|新增|当年|年内|本年|本市|全[市县区省州]"
)
# 检查企业120家（不含个体户30家）: what is left out is no part.
_LEFT_OUT = lazy_pattern("[(，]?(?:不含|不包括|除|另|此外|外加)(?!有)\\S")
# 执法人员165名，其中取得法律职业资格的35人: what some of them are besides
_PROPERTY = lazy_pattern("资格|学历|学位|职称|党员|本科|研究生|女性")
_OBJECTS = ("inspection.units", "inspection.visits", "inspection.staff_visits", "inspection.vehicle_visits")
_ENDS = ("", "，", "。", "；", "、", ")")
_OTHER_MEASURE = lazy_pattern(
    "搬[离迁]|迁[出移]|[查暂拘]扣|关停|关闭|取缔|拆除|转产|停[业产]|注销|约谈|曝光|劝[退离]|淘汰|清退|[处罚]罚|吊销"
)
_CRIMINAL = lazy_pattern("刑事|犯罪|刑拘|批捕")
_TRIED = lazy_pattern("仲裁|裁决|开庭|庭审|判决|起诉|诉讼")  # 处理劳动争议26件，其中仲裁裁决5件: tried, not settled
_NOT_YET = lazy_pattern("(?:其中)?(?:未|尚|正在|暂未|在办|待|结转(?:至|到)?下)")  # 完成整改280个，未完成6个
_AVERAGE = lazy_pattern("平均每|[人户件案家]均(?!已|为|按|予|由|无)")
_GRADE = lazy_pattern("合格|良好|一般|较差|达标|中等")  # 优秀案卷6份、合格案卷65份: only the best are honoured


def _has_own_thing(words: str, model: str) -> bool:
    """受理纠纷287件；办理法律援助案件364件: the words beside a figure name another thing than those beside the first."""
    thing = _GENERIC.sub("", _CITED.sub("", words))
    return len(thing) >= 4 and not any(thing[i : i + 2] in model for i in range(len(thing) - 1))


def _drop_kinds(figure: Figure, words: str, read: dict[str, str | bool]) -> None:
    """警告9件、撤销登记15件: words of its own say that a figure is of another kind of penalty, or procedure."""
    if words and not _FILLER.fullmatch(words):
        for key in _KINDS_OF_PENALTY - read.keys():
            figure.attributes.pop(key, None)


class Inheritance:
    """Fills in what the words of the figures themselves leave open."""

    def __init__(self, source: SourceText, plain: Plain, matcher: Matcher) -> None:
        self._source, self._plain, self._matcher = source, plain, matcher
        self._shared = SharedAttributes(source, plain, matcher)
        self._breakdowns = Breakdowns(source)
        self._bases = Bases(source, plain)
        self._named = NamedParts(source, plain, matcher, self._bases, self._breakdowns)
        self._partition = Partition(source, plain)
        self._proportions = Proportions(source)

    def run(self, figures: list[Figure], places: list[Place]) -> None:
        """Sets indicator, attributes and links from the figures beside; `places` are those of `figures`."""
        share_head(self._source, self._matcher, figures)
        share_list(self._plain, figures, places)
        share_tail(self._plain, self._matcher, figures, places)
        for i, figure in enumerate(figures):
            if figure.role == "prior" and figure.prior_of is not None:
                self._pair(figures, i, places)
        totals_behind(
            self._source, self._matcher, figures
        )  # before what is read from them, and once all parts are known
        for i, figure in enumerate(figures):
            if figure.kind == "rate" and not figure.growth and figure.indicator and "level" not in figure.attributes:
                self._shared.level(figures, i)
            taken = self._proportions.take(figures, i)
            if not taken and figure.indicator is None and figure.form != "in_words" and not figure.joint:
                self._inherit(figures, i, places)
            elif not taken and figure.indicator and "stage" not in figure.attributes and not self._not_yet(places[i]):
                self._shared.stage(figures, i, places[i])
            if (
                figure.base is not None
                and figure.indicator == figures[figure.base].indicator
                and "level" in figures[figure.base].attributes
            ):
                figure.attributes["level"] = figures[figure.base].attributes["level"]
            self._shared.still_open(figure, places[i])
            if figure.indicator:
                self._shared.instance(figure)
                self._shared.constant(figures, i)
                self._shared.outcome(figures, i)
                self._shared.hotline(figures, i)
        for figure in figures:
            later = figures[figure.prior_of] if figure.prior_of is not None else None
            if later is not None and later.indicator is None and figure.indicator and later.kind == figure.kind:
                lend(later, figure)  # 占比由24%降到17.5%
        settle_fined_cases(self._source.flow, self._matcher, figures)
        settle_counsel_cases(self._source.flow, self._matcher, figures)
        link_changes(figures)
        for whole, parts in self._breakdowns.adding_up(figures):
            for part in (figures[i] for i in parts):
                if part.indicator != figures[whole].indicator:
                    lend(part, figures[whole])
                    part.doubts = [doubt for doubt in part.doubts if doubt != "subject-far"]
                    part.candidates = []
                part.links = [link for link in part.links if link[0] != "whole"] + [("whole", whole)]
        totals_behind(self._source, self._matcher, figures)
        for whole, odd in self._breakdowns.odd_ones(figures):
            lend(figures[odd], figures[whole])
            figures[odd].candidates = []
            figures[odd].links = [link for link in figures[odd].links if link[0] != "whole"] + [("whole", whole)]
        settle_rows(self._source.flow, figures)

    def _not_yet(self, place: Place) -> bool:
        """Whether the words in front of a number say that something is not done yet."""
        return _NOT_YET.match(self._plain.text[place.left : place.start].lstrip("，、；：")) is not None

    def _pair(self, figures: list[Figure], i: int, places: list[Place]) -> None:
        """从A提升至B: both have the indicator of the one whose words name it."""
        earlier, later = figures[i], figures[figures[i].prior_of or i]
        if earlier.indicator and later.indicator and earlier.indicator != later.indicator:
            later.indicator = None
        if later.indicator is None and earlier.indicator:
            lend(later, earlier)
        elif earlier.indicator is None and later.indicator:
            lend(earlier, later)
        earlier.links.append(("later", figures[i].prior_of or i))

    def _inherit(self, figures: list[Figure], i: int, places: list[Place]) -> None:
        figure, place = figures[i], places[i]
        if i and next_object(self._source, self._plain, self._matcher, figures, i, place):
            lend(figure, figures[i - 1])
            return
        if (again := self._bases.said_again(figures, i)) is not None:
            lend(figure, figures[again])
            figure.attributes.pop("stage", None)  # 收到申请6件。6件申请都已答复
            return
        if penalties_by_sentence(self._plain, self._matcher, figures, i, places):
            return
        if (again := same_verb(self._plain, figures, i, places)) is not None:
            lend(figure, figures[again])
            return
        text = self._plain.text
        own = text[place.left : place.start]
        if text.endswith(("其中，", "其中："), 0, place.left):
            own = "其中" + own
        if figure.form == "stated_none" or _LEFT_OUT.match(own) or _AVERAGE.search(own):
            # 行政诉讼零败诉、零赔付: a denial says itself what did not happen; 受理投诉400件，平均每街道8件: no number of cases
            return
        if (whole := self._breakdowns.told_by_topic(figures, i)) is not None:
            lend(figure, figures[whole])
            figure.links.append(("whole", whole))
            return
        if settle_other_time(self._source.flow, figures, i) or self._named.of_levels(figures, i):
            return
        if self._named.in_bracket(figures, i, place) or self._named.parallel(figures, i, place):
            return
        if (count := self._bases.shared_out(figures, i)) is not None:
            if figures[count].indicator:
                lend(figure, figures[count])
                figure.links.append(("whole", count))
            return
        if share_of_penalties(self._plain, self._matcher, figures, i, place):
            return
        each = figure.base is not None and _EACH_SHARE.search(self._source.flow, figure.clause[0], figure.start)
        if each and figure.kind == "rate" and figures[figure.base or 0].kind != "rate":
            lend(figure, figures[figure.base or 0])  # 案件426件，罚款96万元，分别占全市的13%、9%
            figure.links.append(("numerator", figure.base or 0))
            figure.partial = figure.indicator is not None
            return
        share = figure.kind == "rate" and figure.role != "threshold" and SHARE.match(own)
        if not share and figure.base is None and share_of_cases(self._plain, self._matcher, figures, i, place):
            return
        named = _OF_TWO.match(own) if figure.growth else None
        base = self._bases.of_two(figures, i, named["latter"] is not None) if named else figure.base
        if base is None:
            base = self._bases.whole_of_share(figures, i) if share else self._bases.nearest(figures, i)
        if base is None:
            if figure.growth and i and of_prior(figures, i):
                return
            if share and share_of_cases(self._plain, self._matcher, figures, i, place):
                return
            if figure.kind == "count" and figure.role == "actual" and self._breakdowns.in_one(figure):
                self._named.broken_down(figures, i, own)
            return
        base = self._bases.of_stage(figures, i, base)
        earlier = figures[base]
        if figure.growth:
            if earlier.kind != "count" and _AMOUNT_OF.match(own):
                return  # 存活率98%，受理量增长20%: how much there is of a thing is no rate and no money
            subject = "" if named or figure.base is not None else _OF_CHANGE.sub("", own)
            again = len(subject) == 2 and subject in text[places[base].left : places[base].start]  # 多举办4期
            if (len(subject) < 2 or again) and (figure.kind == "rate" or figure.unit == earlier.unit):
                lend(figure, earlier)
                if named:
                    figure.scope, figure.scope_kind = earlier.scope, earlier.scope_kind
                if earlier.role != "change":
                    figure.links.append(("changed", base))
            elif (grown := part_of_growth(self._source.flow, figures, i)) is not None:
                lend(figure, grown)
                figure.partial = True
            return
        if figure.kind == "count" and figure.role == "actual" and self._named.broken_down(figures, i, own):
            return
        if earlier.indicator is None:
            return
        if earlier.role == "change":  # 减少20件降至98件
            if figure.kind == "rate" or (figure.unit or "") in self._matcher.indicator(earlier.indicator).units:
                lend(figure, earlier)
                if figure.attributes.get("stage") == "issued":
                    del figure.attributes["stage"]  # 新增12人，增加到56人: those added were issued theirs, not all
                earlier.links.append(("changed", i))
            return
        if figure.role == "threshold" or figure.kind != earlier.kind:
            if share and earlier.kind != "rate":
                lend(figure, earlier)
                figure.links.append(("whole", base))
            return
        if self._people_of(figure, earlier, own):
            return
        if not same_unit(figure, earlier) and not self._bases.is_kind_of(figure, earlier):
            indicator = self._matcher.indicator(earlier.indicator or "")
            beside = place.left == place.floor or (
                text[place.floor : place.start] == "，" and text[place.end : place.end + 1] in _ENDS
            )
            if not own.strip("，、和") and beside and (figure.unit or "") in indicator.units:
                lend(figure, earlier)  # 5起、9人; 340批812人次; 接待上访3批，11人次
            return
        if self._named.by_name(figures, i, base, places):
            return
        indicator = self._matcher.indicator(earlier.indicator or "")
        if earlier.indicator in _OBJECTS and _OTHER_MEASURE.search(own):
            return  # 整治企业21家，其中关停5家，搬离16家: what was done to some of them is no check
        part = PART_OF.match(own) or any(relation == "whole" for relation, _ in earlier.links)
        # 7件典型案件被曝光: without words in front of the number, those behind it say what it counts
        said = own or (words_behind(text, place) if figure.number_first or not own else "")
        blocked = not part and any(word in said for word in indicator.blocked_by)
        blocked = blocked or (earlier.indicator == "penalty.cases" and _CRIMINAL.search(own) is not None)
        blocked = blocked or (earlier.indicator == "dispute.conflict_cases" and _TRIED.search(own) is not None)
        if blocked or self._exceeds(figure, earlier, own):
            return
        words = own.strip("，、；：()和及与。 ")
        read = read_attributes(indicator, None, own, words_behind(text, place), "", figure.why)
        between = text[place.floor : place.start]
        if (
            not own
            and not read
            and of_former(between)
            and between.rstrip("、和与及")[-2:] not in words_behind(text, place)
        ):
            return  # 310条检查事项和60条检查计划: each has a noun of its own behind it
        of_whole = self._partition.holds(figures, i, base, own, places)
        if of_whole and (opening := self._partition.opening(figures, i, base, own)) is not None:
            if figures[opening].indicator is None:
                return
            base, earlier = opening, figures[opening]
        model = text[places[base].left : places[base].start]
        before = self._list_member(figures, i, base)
        if before is not None and same_head(own, model):
            # 资金类信息6条、抽查类信息4条、社团类信息3条: not of the odd one's kind
            base, earlier = before, figures[before]
        if earlier.indicator == "leadership.honor_items" and _GRADE.search(own):
            return
        if same_head(own, model) or (base == i - 1 and next_of_list(own, model)):
            lend(figure, earlier)
            figure.attributes.update({key: read[key] for key in ("level", "channel") if key in read})
            figure.links += [link for link in earlier.links if link[0] == "whole"]  # 其中食品类102件、药品类35件
            _drop_kinds(figure, words, read)
            return
        if not of_whole and set(read) == {"stage"} and _has_own_thing(words, model):
            return
        if figure.family == "person" and _PROPERTY.search(words):
            return
        if len(words) <= (40 if own.endswith("的") else 28 if of_whole else 16) and (
            read
            or of_whole
            or not words
            or _FILLER.fullmatch(words)
            or _DONE_OF.fullmatch(words)
            or (_NOT_YET.match(words) and len(words) < 8 and "公开" not in words and "处罚" not in words)
        ):
            lend(figure, earlier)
            for key in ("stage", "result"):
                if key in read:
                    figure.attributes.pop("result" if key == "stage" else key, None)
            figure.attributes.update(read)
            if _DONE_OF.fullmatch(words) and "stage" not in read:
                figure.attributes.pop("stage", None)  # 收到30件。立案的24件中
            if "result" in read and figure.attributes.get("stage") in ("received", "accepted"):
                del figure.attributes["stage"]  # 收到9件，2件维持
            _drop_kinds(figure, words, read)
            if (REST.match(own) and read.get("stage") != "pending") or (
                not read and (_NOT_YET.match(words) or words.endswith("办理"))
            ):
                figure.attributes.pop("stage", None)
            aspect = self._partition.name(own) if of_whole and figure.scope_kind is None else None
            if aspect and aspect.endswith(("方面", "领域")):
                figure.scope, figure.scope_kind = aspect, "objects"
            if of_whole:
                figure.links.append(("whole", self._bases.total(figures, base)))

    def _list_member(self, figures: list[Figure], i: int, base: int) -> int | None:
        """The part in front of an odd one: that has a meaning of its own, its neighbours are parts of a whole."""
        j = base - 1
        if base != i - 1 or j < 0 or figures[j].sentence != figures[i].sentence or figures[j].indicator is None:
            return None
        odd, part = figures[base], figures[j]
        linked = any(relation == "whole" for relation, _ in part.links)
        alone = not any(relation == "whole" for relation, _ in odd.links) and odd.indicator != part.indicator
        return j if linked and alone and same_unit(part, figures[i]) else None

    def _exceeds(self, figure: Figure, earlier: Figure, own: str) -> bool:
        """不予审批6件；其中常规审批96件: what is larger is no part."""
        part = figure.kind != "rate" and PART_OF.match(own) and "；" in self._source.flow[earlier.end : figure.start]
        return bool(part) and figure.value is not None and earlier.value is not None and figure.value > earlier.value

    def _people_of(self, figure: Figure, earlier: Figure, own: str) -> bool:
        """培训12期，覆盖800人次: the people belong to the sessions in front of them; whether they do."""
        code = PEOPLE_OF.get(earlier.indicator or "")
        if figure.family != "person" or code not in self._matcher.book.indicators or _OF_PEOPLE.sub("", own):
            return False
        if _OTHER_PEOPLE.match(self._source.flow, figure.end):
            return False
        figure.indicator, figure.rule, figure.lender = code, earlier.rule, earlier
        return True
