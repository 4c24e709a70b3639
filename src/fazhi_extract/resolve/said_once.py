"""Lists whose first member has the verb and whose others are names alone: 市容处罚320件，环保86件; 受理设立登记32件、变更61件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import became, part_kind, part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.running import names_act

_OF_FIELDS = (
    "penalty.cases", "penalty.fine_amount", "penalty.total_amount", "inspection.visits", "inspection.units",
    "inspection.samples",
)  # fmt: skip
_OF_SORTS = ("penalty.cases", "dispute.report_cases")
_SERVICES = ("service.handled_cases", "service.permit_cases")
_PARTIES = "penalty.parties"
# 市容处罚320件, 燃气领域立案12起, 对食品生产环节抽检420批次: whom or what, and then the verb beside the number
_FIELD_AND_VERB = lazy_pattern(
    "(?:^|[，；、。：]|全年)对?(?P<what>(?![本我全该各两共同此对新其])[\u4e00-\u9fff]{2,9}?)(?:作出|开展|实施)?(?:监督|执法|行政|日常)?"
    "(?:立案查处|立案|查处|处罚|罚款|罚没款?|检查|抽查|巡查|抽检|抽样)(?:案件|共|了)?$"
)
# 查办食品案件126件, 受理工资类投诉860件: the verb, the name and the noun of all
_VERB_AND_SORT = lazy_pattern(
    "(?:^|[，；、。：]|全年|共|累计)(?:立案查处|查办|查处|办理|办结|立案|受理|接到|收到)(?:了|各类)?(?P<what>[\u4e00-\u9fff]{2,8}?)(?:类|领域)?"
    "(?:违法|违规)?(?:案件|投诉|举报)$"
)
_NEXT = lazy_pattern("(?:[，、；]|、?和)(?P<what>[\u4e00-\u9fff]{2,9}?)(?P<field>领域|环节|方面)?")
_NEXT_SORT = lazy_pattern("、(?P<what>[\u4e00-\u9fff]{2,8}?)(?:类|领域)?")
_OTHERS = lazy_pattern("[，、；](?:其他|其它)(?:案件|类|方面|领域)?")
# 办理不动产首次登记320件、转移860件: what is asked for at a window, without the verb
_SERVED = lazy_pattern("(?:受理|办理|办结|完成|核准|审核)[^，。；、\\d]{0,14}$")
_NEXT_SERVICE = lazy_pattern(
    "(?:、|和)[\u4e00-\u9fff]{0,4}(?:设立|新设|变更|转移|抵押|注销|校验|延续|换证|补证|换发|补发|补办|迁移|更正|预告|异议|查封|首次|增项|停业|歇业|其他|其它)"
    "(?:登记|申请|业务|手续|事项|类)?"
)
_PUNISHED = lazy_pattern("(?:处罚|警告|罚款|查处|立案|[、，])[\u4e00-\u9fff]{2,8}$")
_NEXT_PERSON = lazy_pattern("[、，和](?:责任|相关|从业|违法)?(?:个人|人员|自然人|医师|护士|司机|驾驶员|负责人|责任人)")
# Neither a name of a field nor one of a sort: another work, how it was done, how far it came, or of what kind it is.
_NO_NAME = lazy_pattern(
    "咨询|仲裁|报修|援助|^行政|^执法|^监督|^监管$|全[年市县区省]|累计|合计|总计|共计|本年|上年|去年|今年|现场|日常|专项|随机|联合|网络$|网上|线[上下]|远程|智慧|程序|当场|快速|重大|典型|线索|问题|隐患"
    "|案[例卷源]|举报|投诉|信访|复议|诉讼|应诉|许可|审批|备案|登记|强制|复查|抽查|检查|巡查|抽检|监测|检测|普查|排查|合格|达标|整治|整顿|教育|劝|纠正|处[理置]|处分|扣[留押]|拆|取缔|关|停|清理|清除|指导|服务|宣传|会[议商]?$|活动|讲座|演练|演习|座谈|研讨|调研|督[察导查]|行动|事故|罪"
    "|协作|配合|协助|联动|反馈|回复|答复|移送|交办|转办|督办|挂牌|同比|增|减|下降|上升|其中|其余|其他|其它|平均|分别|占|重复|审批|批准|批次|次$|个人|人员|出动|派|涉案|案值|货值|标的|收入|资金|损失|没收|缴|赔|退|滞纳|保证金"
)
_FARTHEST = 5  # figures back to the one with the verb
_ENDS = "，。；、)(\n"


def said_once(plain: Plain, figures: list[Figure], i: int) -> bool:
    """Gives a figure that only a name stands in front of what the first of its list counts; whether it did."""
    figure, text = figures[i], plain.text
    if figure.kind not in ("count", "money") or figure.role != "actual" or figure.form != "number" or i == 0:
        return False
    end, floor = plain.at(figure.end), plain.at(figures[i - 1].end)
    own = text[floor : plain.at(figure.start)].removeprefix(")")
    if not own or text[end : end + 1] not in _ENDS or own[0] not in "，、；和":
        return False
    former = figures[i - 1]
    if former.sentence == figure.sentence and former.kind == "count" and former.role == "actual":
        words = text[plain.at(former.clause[0]) : plain.at(former.start)]
        of_people = figure.family == "person" and former.indicator == _PARTIES and _PUNISHED.search(words)
        if of_people and _NEXT_PERSON.fullmatch(own):
            lend(figure, former)
            return True
        served = former.indicator in _SERVICES and same_unit(former, figure) and _NEXT_SERVICE.fullmatch(own)
        if served and (model := _served(plain, figures, i)) is not None:
            lend(figure, model)
            return True
        if _OTHERS.fullmatch(own) and same_unit(former, figure) and former.indicator in _OF_SORTS:
            return _rest(plain, figures, i)
    return _next_field(plain, figures, i, own)


def _served(plain: Plain, figures: list[Figure], i: int) -> Figure | None:
    """The figure that lends one of a list of services its meaning: the nearest that is no licence, else the one in front.

    None where the list does not open with such a verb.
    """
    j, no_licence = i - 1, None
    while True:
        if no_licence is None and figures[j].indicator == _SERVICES[0]:
            no_licence = figures[j]
        if j == 0 or i - j >= _FARTHEST or not plain.text.startswith("、", plain.at(figures[j - 1].end)):
            break
        j -= 1
    if not _SERVED.search(plain.text, plain.at(figures[j].clause[0]), plain.at(figures[j].start)):
        return None
    return no_licence or figures[i - 1]


def _rest(plain: Plain, figures: list[Figure], i: int) -> bool:
    """广告案件42件、价格案件9件、其他36件: the last of a list of sorts."""
    first = figures[i - 2] if i > 1 else None
    if first is None or first.sentence != figures[i].sentence or first.indicator != figures[i - 1].indicator:
        return False
    between = plain.text[plain.at(first.end) : plain.at(figures[i - 1].start)]
    if between[:1] not in ("、", "，") or "其中" in between or any(r == "whole" for r, _ in figures[i - 1].links):
        return False
    lend(figures[i], figures[i - 1])
    figures[i].attributes.pop("instrument", None)
    return True


def _next_field(plain: Plain, figures: list[Figure], i: int, own: str) -> bool:
    """药品42件 behind 食品处罚86件 or behind 查办食品案件86件: gives it the indicator of the first, and its name as scope."""
    figure, text = figures[i], plain.text
    named = _NEXT.fullmatch(own)
    if named is None or not _is_name(named["what"]):
        return False
    sort = _NEXT_SORT.fullmatch(own)
    for j in range(i - 1, max(-1, i - 1 - _FARTHEST), -1):
        first = figures[j]
        if first.sentence != figure.sentence:
            return False
        if first.kind != figure.kind:
            continue  # 处罚86件、罚款12万元，药品42件; 320件(同比增长5%)，环保86件
        if not _alike(figure, first) or first.indicator is None or first.role != "actual" or first.links:
            return False
        begins = plain.at(figures[j - 1].end) if j else 0
        before = text[begins : plain.at(first.start)].removeprefix(")") if begins else ""
        words = text[max(begins, plain.at(first.clause[0])) : plain.at(first.start)].removeprefix(")")
        opened = _FIELD_AND_VERB.search(words) if first.indicator in _OF_FIELDS else None
        if opened is not None and _is_name(opened["what"]) and _of_one_kind(opened["what"], own):
            _take(figure, first, named["what"] + (named["field"] or ""), opened["what"])
            return True
        opened = _VERB_AND_SORT.search(words) if sort is not None and first.indicator in _OF_SORTS else None
        if opened is not None and _is_name(opened["what"]):
            of_fields = first.indicator in _OF_FIELDS
            _take(figure, first, named["what"] if of_fields else None, opened["what"] if of_fields else None)
            return True
        goes_on = first.lender is not None and "其中" not in before and _NEXT.fullmatch(before) is not None
        if own[0] != "；" and not goes_on:
            return False
    return False


def _alike(figure: Figure, first: Figure) -> bool:
    """Whether two figures count alike; visits do by whatever they are counted: 高层建筑1200栋次，养老机构86家次."""
    visits = first.indicator == "inspection.visits" and (first.unit or "").endswith("次")
    return same_unit(first, figure) or (visits and len(figure.unit or "") > 1 and (figure.unit or "").endswith("次"))


def _of_one_kind(first: str, own: str) -> bool:
    """食品生产环节抽检420批次，不合格6批次；流通环节860批次: another part of the sentence goes on only with the same sort of name."""
    return own[0] != "；" or (own.endswith(("环节", "领域", "方面")) and first.endswith(own[-2:]))


def _take(figure: Figure, first: Figure, name: str | None, opened: str | None) -> None:
    lend(figure, first)
    if name is not None and figure.scope_kind is None:
        figure.scope, figure.scope_kind = name, "objects"
    if opened is not None and first.scope_kind is None:
        first.scope, first.scope_kind = opened, "objects"


def _is_name(name: str) -> bool:
    return (
        part_name(name) is not None
        and part_kind(name) == "objects"
        and not (_NO_NAME.search(name) or became(name) or names_act(name))
    )
