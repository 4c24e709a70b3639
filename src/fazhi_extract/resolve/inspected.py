"""The objects that inspections are counted of: 检查网吧400家次，娱乐场所200家次."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import part_name
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.scope_words import ScopeWords, scope_words

_TALLY = lazy_pattern("(?:(?:总|户|家)?数量?)?(?:共计?|合计|累计|总计|为)?$")
_NO_OBJECT = lazy_pattern("[次总]数|数量|单位$|任务|事项")
# 检查车辆830辆次，检查船舶42艘次: several kinds of objects, each with a number of its own
_INSPECTED = lazy_pattern(
    "(?:^|[，、；：]|共|累计|全年|其中)(?:检查|抽查|巡查)(?:了|各类)?(?P<what>(?!各类)[\u4e00-\u9fff]{2,8})$"
)
_VEHICLES = ("车辆", "船舶", "船只")  # alone they tell no group; beside other objects they do
_LISTED_OBJECTS = lazy_pattern("、(?P<what>[\u4e00-\u9fff]{2,8})")
# 检查网吧400家次，娱乐场所200家次: the next kind of those inspected.
_NEXT_OBJECTS = lazy_pattern(
    "[，、；](?P<what>(?!检查|抽查|巡查|排查|清查|查处|监测|约谈|责令|走访|帮扶|立案|查封|关停|取缔|整改|服务|移送|通报|处理|处置|处罚|暂停|解除|关闭|发现|确定|认定|新增|培训|指导|督促|涉及|其中|现有|共有|追究|问责|发放|要求|引导|推动|帮助|建立|建成|设立)[\u4e00-\u9fff]{0,12}(?:场所|企业|单位|机构|学校|医院|药店|餐馆|商场|超市|工地|市场|公司|作坊|摊贩|宾馆|酒店|网吧|基地|[站店厂户矿园馆库]))$"
)
# 屠宰场14家次、养殖场326家次: whatever stands alone between two numbers of such a list
_NEXT_OF_LIST = lazy_pattern(
    "\\d[余多]?(?:家|户|个|所|间|处|座|批|份|组|辆|艘)[次批]?、(?P<what>[\u4e00-\u9fff]{2,8})$"
)
_NO_NAME = lazy_pattern(
    "次数|任务|案件|^信息|^数据|^记录|平台|系统|录入|备案|双随机|检查数|同比|线索|监测点|扫码|[约访立查]谈|(?:方式|形式|手段|方法)$|[增减]|下降|上升|总量|户次|家次|人次|计划|许可|[一二三两]次$|^(?:立案|办结|移送|发现|完成)"
)
_CHECKING = lazy_pattern("检查|抽查|巡查|排查|全年|^共")
# 开展医疗机构监督检查320家次, 对公共场所进行双随机抽查120户, 对重点企业以非现场方式检查30家: the objects stand in front of what is done with them
_AHEAD = lazy_pattern(
    "(?:开展|组织|完成|实施|(?<!针)对)了?(?P<what>[^，。；：、\\d“”]{2,14}?(?:单位|机构|场所|企业|学校|医院|幼儿园|门店|商户|药店|诊所|工地|酒店|宾馆|旅馆|网吧|超市|商场|农贸市场))"
    "(?:(?:以|采取|采用|通过|运用|利用)[^，。；：、\\d]{1,12}?(?:方式|形式|手段|方法))?(?:开展|进行|实施|组织)?了?(?:每(?:年|季度|半年|学期|月))?(?:“?双随机(?:、?一公开)?”?|日常|监督|执法|行政|卫生|安全|消防|随机|现场|跨部门|联合)*(?:抽查|检查|巡查)(?:任务)?(?:共|累计)?$"
)
_LATER_VERB = lazy_pattern(
    "^.*(?:检查|抽查|巡查|排查|清查)(?=[^数率点组])"
)  # 此次巡查行动检查企业: the last verb has the objects
_NOT_OBJECTS = lazy_pattern(
    "^(?:执法检查|监督检查|检查|抽查|检测|核查|查验|全年|今年|本年|年内|共|累计|各类|全市|全县|全区|了|对|辖区内?|有关|相关|其他)+"
)


def following_objects(before: str) -> str | None:
    """The objects that the words in front of a number name behind another number of objects."""
    listed = _NEXT_OF_LIST.search(before)
    if (
        listed
        and part_name(listed["what"])
        and not _NO_NAME.search(listed["what"])
        and listed["what"] not in scope_words().generic
    ):
        return listed["what"]
    following = _NEXT_OBJECTS.search(before)
    return following["what"] if following and not _CHECKING.search(following["what"]) else None


def named_objects(flow: str, figure: Figure, left: str, w: ScopeWords, code: str, issuer: str | None) -> str | None:
    """A group of objects narrower than those whom the issuer supervises anyway."""
    if not code.startswith(("inspection.visits", "inspection.units", "inspection.spot_tasks")):
        return None
    m = w.objects.search(left)
    what = m["what"] if m else ""
    if len(what) < 3 and (ahead := _AHEAD.search(left)) is not None:
        what = ahead["what"]
    if not what and code == "inspection.units":
        right = re.match(
            "(?P<what>[^，。；：、\\d()]{4,16}?)(?:进行|开展|实施|的|$)", flow[figure.end : figure.end + 20]
        )
        what = right["what"] if right and re.search("对[^，。；]{0,6}$", left) else ""
    what = _NOT_OBJECTS.sub("", _LATER_VERB.sub("", what.partition("(")[0]))
    what = re.sub("[由从的]$", "", what)
    what = _TALLY.sub("", re.sub("(?:双随机)?(?:抽查|检查|任务)+(?:数|共)?$", "", what))
    if (
        len(what) < 2
        or what in w.generic
        or (issuer and (w.is_named_field(what, issuer) or (what[:2] in issuer and what[2:] in w.generic)))
        or _NO_NAME.search(what)
    ):
        return None
    return what


def several_objects(flow: str, figures: list[Figure]) -> None:
    """Sets the scopes where one sentence counts the inspections of several kinds of objects, each named beside the verb."""
    by_sentence: dict[tuple[tuple[int, int], str], list[tuple[Figure, str]]] = {}
    former: Figure | None = None
    for figure in figures:
        if figure.indicator in ("inspection.visits", "inspection.units") and figure.role == "actual":
            m = _INSPECTED.search(flow[figure.clause[0] : figure.start])
            if m is None and former is not None and figure.kind == "count":
                m = _LISTED_OBJECTS.fullmatch(flow, former.end, figure.start)  # 检查车辆12.63万辆次、船舶2986艘次
            former = figure if m else None
            what = _TALLY.sub("", m["what"]) if m else ""
            if (
                len(what) > 1
                and (what in _VEHICLES or what not in scope_words().generic)
                and not _NO_OBJECT.search(what)
            ):
                by_sentence.setdefault((figure.sentence, figure.indicator), []).append((figure, what))
    for found in by_sentence.values():
        if len({what for _, what in found}) > 1:
            for figure, what in found:
                if figure.scope_kind is None:
                    figure.scope, figure.scope_kind = what, "objects"
