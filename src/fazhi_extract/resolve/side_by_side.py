"""Bodies and levels of government named side by side, each with a figure of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.text import SourceText

_FARTHEST = 160  # characters between two bodies that are told apart
_POWERS = ("service.list_items", "service.adjusted_items")
_RATES = ("review.appearance_rate", "review.judgment_rate")
# 执法支队执法人员41人；监督站执法人员4人: a body that opens its part of the sentence, and the first words said of it
_BODY = lazy_pattern(
    "(?:其中)?[：，]?(?P<what>(?!各|全|本|我|行政执法)[\u4e00-\u9fff]{2,14}?(?:[总支大中]队|监管所|监督所|监察所|管理所|执法所|管理站|监督站|种苗站|总站|中心|办公室|[^全部]局|分局))"
    "(?P<said>(?!的|和|、|等|主任|负责)[\u4e00-\u9fff]{2})"
)
# 市级执行事项249项；县级执行事项228项
_LEVEL = lazy_pattern(
    "(?:^|[，；：、(]|其中|赋予|下放|取消)(?P<what>(?:[省市县区镇乡村]级|县\\(市、区\\)级?|乡镇|街道|镇街)(?:\\(街道\\))?)"
    "(?:执行|实施|保留|取消|下放|公布|行使|承接|权力|许可|审批|处罚|政务服务|权责|事项|清单|行政|职权|[减增]少?|精简|调整|[为共有至到])*+$"
)
# 区政府负责人出庭应诉率100%，区级部门和镇街负责人出庭应诉率98.7%
_RATE = lazy_pattern(
    "(?:^|[，；：、])(?P<what>(?!全|本|我|行政机关|机关|其中)[\u4e00-\u9fff]{1,10}?(?:政府|部门|单位|[局委办厅]|镇街|街镇|乡镇|街道))"
    "(?:(?:行政)?(?:机关)?负责人(?:行政诉讼|应诉案件)?(?:的)?出庭应诉率|作为(?:单独|共同)?被告的[\u4e00-\u9fff]{0,8}?[败胜]诉率)(?:达到?|为|均?达)?$"
)
_OFFICE = lazy_pattern(
    "(?:城市管理|市场监督|城乡|乡村|市政|市容|住房|区域|自然|人民政府).*"
)  # 市 of 城市管理局 is no place
_OWN = lazy_pattern("局机关|[委厅]机关|本级")
_ENDS_PART = "；。\n"


def assign_side_by_side(source: SourceText, figures: list[Figure], issuer: str | None) -> None:
    """Sets the scopes of figures of one indicator whose parts of the text open with different bodies of like kind."""
    named = list(_named(source.flow, figures))
    at = [figures[i].start for i, _, _ in named]
    for i, what, said in named:
        figure = figures[i]
        if figure.scope_kind is not None or _OWN.search(what) or (issuer and (what in issuer or _top(issuer) == what)):
            continue
        near = named[bisect_left(at, figure.start - _FARTHEST) : bisect_right(at, figure.start + _FARTHEST)]
        if any(o != what and also == said and figures[j].indicator == figure.indicator for j, o, also in near):
            figure.scope, figure.scope_kind = what, "unit"


def _top(issuer: str) -> str:
    """The issuer's own level: 省级 of 某省人民政府."""
    place = _OFFICE.sub("", issuer)
    return next((c + "级" for c in reversed(place) if c in "省市县区镇乡"), "")


def _named(flow: str, figures: list[Figure]) -> Iterator[tuple[int, str, str]]:
    """Figures whose part of the text names a body: index, its name, and what must be alike in the others."""
    for i, figure in enumerate(figures):
        code = figure.indicator
        if code is None or figure.role == "threshold":
            continue
        if code in _POWERS or code in _RATES:
            begins = max(flow.rfind("；", figure.sentence[0], figure.start) + 1, figure.sentence[0])
            if i and figures[i - 1].end > begins:
                begins = figures[i - 1].end
            m = (_LEVEL if code in _POWERS else _RATE).search(flow[begins : figure.start])
            if m:
                yield i, m["what"], code
        elif code == "enforcement.officer_people":
            floor = max(0, figure.start - _FARTHEST)
            begins = max(flow.rfind(mark, floor, figure.start) for mark in _ENDS_PART) + 1
            body = _BODY.match(flow, begins, figure.start)
            if body:
                yield i, body["what"], body["said"]
