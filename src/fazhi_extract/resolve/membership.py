"""A figure as one more of a list, as a part of the whole in front of it, or as what came of it."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import ONE_OF_LIST, read_attributes
from fazhi_extract.resolve.bases import PEOPLE_OF, Bases
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.named_parts import NamedParts
from fazhi_extract.resolve.neighbours import PART_OF, REST, SHARE, lend, same_unit
from fazhi_extract.resolve.next_objects import INSPECTED, next_of_list, same_head
from fazhi_extract.resolve.outcomes import before_outcome
from fazhi_extract.resolve.partition import Partition
from fazhi_extract.resolve.place import Place, of_former, words_behind
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.ratios import rate_of_share
from fazhi_extract.text import SourceText

_FILLER = lazy_pattern(
    "(?:其中|(?:这一|该)(?:数字|数据|数)|较|比|与|同|的|相比|分别为?|共|累计|均|已|为|是|仅|和|、|上年度?|上一年度?|去年度?|上年同期|去年同期|同期|\\d{4}年|年度|目标|任务|计划|总数|总量|总计|合计|达到?|增至|案件(?:总量|数量?|量)|收案(?:数量?|量)|全年|全(?:[省市县区州旗局镇]|系统)|每年|力争|争取|确保|努力|明年|来年|下年度?|继续|办理)+"
)
_DONE_OF = lazy_pattern("在?已?(?:作出决定|审结|办结|结案|答复|立案|受理|审查|收到)的")  # 已作出决定的24件中维持18件
_CITED = lazy_pattern("《[^》]*》等?")
_KINDS_OF_PENALTY = {"instrument", "procedure"}
_GENERIC = lazy_pattern(
    "(?:截至|截止到?|至|到)?(?:\\d{4}年)?(?:\\d{1,2}月|年)?(?:底|末|目前|\\d{1,2}日)|目前|现|按时|如期|按期|全部|受理|收到|接收|新收|办理|办结|审结|结案|立案|查处|处理|完成|作出|下达|调解|化解|答复|回复|整改|发现|排查|移送|累计|共计?|全年|均|已|的|了|各类|案件|事项|申请|数量|件数|决定|情况|其中|新增|当年|年内|本年|本市|全[市县区省州]"
)
# 执法人员165名，其中取得法律职业资格的35人: what some of them are besides
_PROPERTY = lazy_pattern("资格|学历|学位|职称|党员|本科|研究生|女性")
_OBJECTS = ("inspection.units", "inspection.visits", "inspection.staff_visits", "inspection.vehicle_visits")
_OF_ANOTHER = lazy_pattern("全[省市县区州国]")
_NOUN = lazy_pattern("(?:任务|措施|项目|制度|文件|清单|会议|活动|培训)$")
_ENDS = ("", "，", "。", "；", "、", ")")
_OTHER_MEASURE = lazy_pattern(
    "搬[离迁]|迁[出移]|[查暂拘]扣|关停|关闭|取缔|拆除|转产|停[业产]|注销|约谈|曝光|劝[退离]|淘汰|清退|[处罚]罚|吊销|暂停|解除|取消"
)
_CRIMINAL = lazy_pattern("刑事|犯罪|刑拘|批捕")
_TRIED = lazy_pattern("仲裁|裁决|开庭|庭审|判决|起诉|诉讼")  # 处理劳动争议26件，其中仲裁裁决5件: tried, not settled
_GRADE = lazy_pattern("合格|良好|一般|较差|达标|中等")  # 优秀案卷6份、合格案卷65份: only the best are honoured
_OF_PEOPLE = lazy_pattern(
    "其中|(?:自治区|[国省市州县区镇乡]家?)级|共计?|累计|参训|参加|合计|总计|培训|覆盖|惠及|参与|受教育|受训|受益|人数|人员|干部|职工|达到?|[，、；：()（和及与]"
)
# 培训12期，三名干部通过司法考试: what some people did besides
_OTHER_PEOPLE = lazy_pattern("[^，。；、\\d]{0,8}?(?:通过|挂职|获得?|考取|取得|入选|当选|被评|晋升|借调|抽调|参与执法)")
_NOT_YET = lazy_pattern("(?:其中)?(?:未|尚|正在|暂未|在办|待|结转(?:至|到)?下)")  # 完成整改280个，未完成6个


def _has_own_thing(words: str, model: str) -> bool:
    """受理纠纷287件；办理法律援助案件364件: the words beside a figure name another thing than those beside the first."""
    thing = _GENERIC.sub("", _CITED.sub("", words))
    return len(thing) >= 4 and not any(thing[i : i + 2] in model for i in range(len(thing) - 1))


def _drop_kinds(figure: Figure, words: str, read: dict[str, str | bool]) -> None:
    """警告9件、撤销登记15件: words of its own say that a figure is of another kind of penalty, or procedure."""
    if words and not _FILLER.fullmatch(words):
        for key in _KINDS_OF_PENALTY - read.keys():
            figure.attributes.pop(key, None)


def _says_nothing_else(words: str) -> bool:
    """Whether words beside a number name nothing, only how far the work has come."""
    return bool(
        not words
        or _FILLER.fullmatch(words)
        or _DONE_OF.fullmatch(words)
        or (_NOT_YET.match(words) and len(words) < 8 and "公开" not in words and "处罚" not in words)
    )


def _longest(own: str, of_whole: bool) -> int:
    """The most characters that may say which part of the former a figure is."""
    if own.endswith("的"):
        return 40
    return 28 if of_whole else 16


def _update_attributes(figure: Figure, words: str, read: dict[str, str | bool], *, is_rest: bool) -> None:
    """Changes the attributes that a figure was lent by those that its own words say (`read`)."""
    for key in ("stage", "result"):
        if key in read:
            figure.attributes.pop("result" if key == "stage" else key, None)
    figure.attributes.update(read)
    if _DONE_OF.fullmatch(words) and "stage" not in read:
        figure.attributes.pop("stage", None)  # 收到30件。立案的24件中
    if words.startswith(("其他", "其它")) and "result" not in read:
        figure.attributes.pop("result", None)  # 结果纠正5件、其他结果6件
    if "result" in read and figure.attributes.get("stage") in ("received", "accepted"):
        del figure.attributes["stage"]  # 收到9件，2件维持
    _drop_kinds(figure, words, read)
    unsaid = not read and (_NOT_YET.match(words) or words.endswith("办理"))
    if (is_rest and read.get("stage") not in ("pending", "retained")) or unsaid:
        figure.attributes.pop("stage", None)


class Membership:
    """Gives a figure what the one in front of it says of both."""

    def __init__(self, source: SourceText, plain: Plain, matcher: Matcher, named: NamedParts, bases: Bases) -> None:
        self._source, self._plain, self._matcher = source, plain, matcher
        self._named, self._bases = named, bases
        self._partition = Partition(source, plain)

    def take(self, figures: list[Figure], i: int, base: int, own: str, places: list[Place]) -> None:
        """Sets indicator, attributes and links of the i-th figure from `base`, the figure in front, where it belongs to it.

        `own`: the words in front of its number.
        """
        if (opening := before_outcome(self._source.flow, figures, i)) is not None:
            base = opening
        figure, earlier = figures[i], figures[base]
        if figure.role == "threshold":
            return
        if figure.kind != earlier.kind:
            if figure.kind == "rate" and SHARE.match(own):
                if self._is_rate(figures, i, base, own, places[base]):
                    return
                lend(figure, earlier)
                figure.links.append(("whole", base))
            return
        if self._people_of(figure, earlier, own):
            return
        if not same_unit(figure, earlier) and not self._bases.is_kind_of(figure, earlier):
            self._run_together(figure, earlier, own, places[i])
            return
        if self._named.by_name(figures, i, base, places) or self._is_another_thing(figures, i, base, own, places[i]):
            return
        indicator = self._matcher.indicator(earlier.indicator or "")
        read = read_attributes(indicator, None, own, words_behind(self._plain.text, places[i]), "", figure.why)
        if not read and base == i - 1 and figure.separate and earlier.separate and earlier.lender is not None:
            lend(figure, earlier)  # 公安893件，市场监管、征收补偿分别为287、184件: both of what the first was lent from
            return
        # 规章3件 beside 规范性文件12件: its sort alone makes no figure one of those in front
        sort = None if indicator.code.startswith(ONE_OF_LIST) else read.pop("variety", None)
        if not own and not read and self._counts_its_own_noun(places[i], places[base]):
            return
        of_whole = self._partition.holds(figures, i, base, own, places)
        if of_whole and (opening := self._partition.opening(figures, i, base, own)) is not None:
            if figures[opening].indicator is None:
                return
            base = opening
        model = self._plain.text[places[base].left : places[base].start]
        before = self._list_member(figures, i, base)
        if before is not None and same_head(own, model):
            base = before  # 资金类信息6条、抽查类信息4条、社团类信息3条: not of the odd one's kind
        earlier = figures[base]
        words = own.strip("，、；：()和及与。 ")
        if earlier.indicator == "leadership.honor_items" and _GRADE.search(own):
            return
        if same_head(own, model) or (
            base == i - 1 and next_of_list(own, model, inspected=earlier.indicator in INSPECTED)
        ):
            lend(figure, earlier)
            figure.attributes.update({key: read[key] for key in ("level", "channel") if key in read})
            figure.links += [link for link in earlier.links if link[0] == "whole"]  # 其中食品类102件、药品类35件
            _drop_kinds(figure, words, read)
            return
        if not of_whole and set(read) == {"stage"} and _has_own_thing(words, model):
            return
        if figure.family == "person" and _PROPERTY.search(words):
            return
        if not (read or of_whole or _says_nothing_else(words)) or len(words) > _longest(own, of_whole):
            return
        lend(figure, earlier)
        if sort is not None:
            figure.attributes["variety"] = sort
        _update_attributes(figure, words, read, is_rest=REST.match(own) is not None)
        if of_whole:
            aspect = self._partition.name(own) if figure.scope_kind is None else None
            if aspect and aspect.endswith(("方面", "领域")):
                figure.scope, figure.scope_kind = aspect, "objects"
            figure.links.append(("whole", self._bases.total(figures, base)))
        for whole in [k for relation, k in (figure.links + earlier.links) if relation == "whole"][:1]:
            for key in ("channel", "level"):
                # 网络120件、来电160件; 其中省级34个，年内新建86个: what the part in front came by is not its neighbour's
                if words and key not in read and figure.attributes.get(key) != figures[whole].attributes.get(key):
                    figure.attributes.pop(key, None)

    def _is_rate(self, figures: list[Figure], i: int, part: int, own: str, place: Place) -> bool:
        """Whether a share of what was brought under a reform is the reform's rate; sets it if so."""
        figure, of = figures[i], figures[part]
        if _OF_ANOTHER.search(own) or any(figures[j].indicator == of.indicator for _, j in of.links):
            return False  # 占全市的5%; 网上可办186项，其中许可类60项，占32%
        words = self._plain.text[place.left : place.start] + words_behind(self._plain.text, place)
        found = rate_of_share(of, words)
        if found is None or found[0] not in self._matcher.book.indicators:
            return False
        figure.indicator, figure.attributes = found
        figure.rule, figure.lender = of.rule, of
        return True

    def _run_together(self, figure: Figure, earlier: Figure, own: str, place: Place) -> None:
        """5起、9人; 340批812人次; 接待上访3批，11人次: two numbers of one thing, in two of its units."""
        text, units = self._plain.text, self._matcher.indicator(earlier.indicator or "").units
        beside = place.left == place.floor or (
            text[place.floor : place.start] == "，" and text[place.end : place.end + 1] in _ENDS
        )
        if not own.strip("，、和") and beside and (figure.unit or "") in units:
            lend(figure, earlier)

    def _is_another_thing(self, figures: list[Figure], i: int, base: int, own: str, place: Place) -> bool:
        """Whether the words of a figure say that it is none of what the one in front counts."""
        figure, earlier = figures[i], figures[base]
        if earlier.indicator in _OBJECTS and _OTHER_MEASURE.search(own):
            return True  # 整治企业21家，其中关停5家，搬离16家: what was done to some of them is no check
        part = PART_OF.match(own) or any(relation == "whole" for relation, _ in earlier.links)
        # 7件典型案件被曝光: without words in front of the number, those behind it say what it counts
        said = own or words_behind(self._plain.text, place)
        blocked_by = self._matcher.indicator(earlier.indicator or "").blocked_by
        return (
            (not part and any(word in said for word in blocked_by))
            or (earlier.indicator == "penalty.cases" and _CRIMINAL.search(own) is not None)
            or (earlier.indicator == "dispute.conflict_cases" and _TRIED.search(own) is not None)
            or self._exceeds(figure, earlier, own)
        )

    def _counts_its_own_noun(self, place: Place, former: Place) -> bool:
        """310条检查事项和60条检查计划, 91项突出问题、51项治理任务: whether each of two numbers has a noun of its own behind it."""
        noun = _NOUN.search(words_behind(self._plain.text, place))
        before = words_behind(self._plain.text, former).rstrip("、和与及")
        if noun is not None and len(before) > 1 and not before.endswith(noun.group()):
            return True
        # 30件(同比增长20%)、44件: the bracket is not the former's noun
        between = self._plain.text[place.floor : place.start].removeprefix(")")
        return of_former(between) and between.rstrip("、和与及")[-2:] not in words_behind(self._plain.text, place)

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
