"""Quantities and absences become figures; one number said of two rates becomes two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Absence, Quantity
from fazhi_extract.outline import Sentences
from fazhi_extract.resolve.figure import BARE, Figure
from fazhi_extract.resolve.labels import label, rate_names, zero_names
from fazhi_extract.resolve.told_bare import TELLS_NO_UNIT
from fazhi_extract.resolve.verdicts import Spans, Verdict
from fazhi_extract.text import SourceText

_RATE = lazy_pattern("率[^，。；]{0,4}$")
_MONEY = lazy_pattern(
    "(?:金额|[款总余税]额|工资额?|薪酬?|罚没?款|没收违法所得|经费|资金|损失|赔偿金|补偿[金款]|欠款|货款|标的额?|案值|货值|价值|投资|税款|费用|奖金|补[贴助]|保费|基金|违约金)(?:共计?|合计|总计|累计|高?达到?|约|近|超过?|为|了|人民币|：){0,3}$"
)
_BEHIND = 12  # characters between a rate said in words and its number
_NO_RATE = 10_000  # 点击率突破3万 is a count, whatever it is called
_PLACE = "(?!全|各|其|两|三|多|等)[\u4e00-\u9fff]{1,6}?(?:[县市州旗盟镇乡]|(?<![社地城片园景小校厂库])区|街道)"
_JOINED = lazy_pattern("、|和|与|及")
OF_PLACES = lazy_pattern(
    f"(?:(?<![^，。；：(\n])|其中)(?P<places>{_PLACE}(?:(?:、|和|与|及){_PLACE}){{1,9}})(?:的)?[^，。；、\\d均都]{{0,10}}(?:均|都)(?:已|为|达到?|是|保持)*(?:约|超过?)?$"
)
"""Places that share the rate behind them: 青山市、白岭州均达."""
# 全部来件在时限内办结率为100%: the rate is stated, and its number tells it
_STATED = lazy_pattern("的?(?:率|比例|比率|比重)[^，。；、\\d]{0,8}")


def figures(
    source: SourceText,
    sentences: Sentences,
    found: Sequence[Quantity],
    judged: Sequence[Verdict],
    missing: Sequence[Absence],
    inside: Callable[[int], bool],
) -> list[Figure]:
    """All figures in document order. `inside` tells whether a flow position lies in the body and in no citation."""
    accepted = [q for q, verdict in zip(found, judged, strict=True) if verdict.reason is None]
    starts = [q.start for q in accepted]
    denied = [a for a in missing if inside(a.start) and not (a.form == "in_words" and _holds_number(a, starts))]
    denied = [a for a in denied if not (a.form == "in_words" and _states_rate(source.flow, a, starts))]
    blanks = Spans(sorted({(a.start, a.end) for a in denied}))
    result = [_of_absence(a, sentences) for a in denied]
    result += [_of_quantity(source, q, sentences) for q in accepted if not blanks.holding(q.start)]
    result.sort(key=lambda f: (f.start, f.end))
    return _labelled(source, result)


def _holds_number(absence: Absence, starts: list[int]) -> bool:
    at = bisect_left(starts, absence.start)
    return at < len(starts) and starts[at] < absence.end


def _states_rate(flow: str, absence: Absence, starts: list[int]) -> bool:
    """Whether a rate said in words is the name of one whose number stands behind it."""
    at = bisect_left(starts, absence.end)
    return (
        at < len(starts)
        and starts[at] - absence.end < _BEHIND
        and bool(_STATED.fullmatch(flow, absence.end, starts[at]))
    )


def _of_absence(absence: Absence, sentences: Sentences) -> Figure:
    start, end = absence.start, absence.end
    none = absence.form == "stated_none"
    return Figure(
        start, end, "count" if none else "rate", Decimal(0 if none else 100), None, None if none else "%", "exact",
        absence.form, absence.label, start, end, sentences.sentence(start), sentences.clause(start), about=absence.about,
    )  # fmt: skip


def _of_quantity(source: SourceText, q: Quantity, sentences: Sentences) -> Figure:
    unit = q.unit
    if unit is not None and q.unit_span is not None and q.family not in ("money", "rate"):
        unit = "".join(source.words(*q.unit_span).split())
        if ("多" in unit[:2] and len(unit) > 2) or ("半" in unit[:2] and len(unit) > 2):
            unit = q.unit
    kind = q.kind
    if kind == "count" and unit is None:
        high = q.number.scale >= _NO_RATE or (q.value is not None and q.value >= _NO_RATE)
        if not high and _RATE.search(source.flow, max(0, q.start - 6), q.start):
            kind = "rate"
        elif q.number.scale >= _NO_RATE and _MONEY.search(source.flow, max(0, q.start - 12), q.start):
            kind, unit = "money", "元"  # 罚款金额共计32万
    if kind == "ratio":
        unit = None
    bare = kind == "count" and unit is None and TELLS_NO_UNIT.match(source.flow, q.end) is not None
    return Figure(
        q.start, q.end, kind, q.value, q.value_to, unit, q.bound, "masked" if q.masked else "number", "",
        q.number.start, q.end, sentences.sentence(q.number.start), sentences.clause(q.number.start),
        family=BARE if bare else q.family, decimals=q.number.decimals,
    )  # fmt: skip


def _places(flow: str, figure: Figure) -> list[str]:
    """出庭应诉率96.8%，青山市、白岭州均达100%: the places that share one rate, which is each one's."""
    if flow.find("均", figure.clause[0], figure.left) < 0 and flow.find("都", figure.clause[0], figure.left) < 0:
        return []
    told = OF_PLACES.search(flow, figure.clause[0], figure.left)
    return _JOINED.split(told["places"]) if told else []


def _labelled(source: SourceText, result: list[Figure]) -> list[Figure]:
    labelled: list[Figure] = []
    for figure in result:
        previous = labelled[-1] if labelled else None
        if figure.form != "number" and figure.form != "masked":
            labelled.append(figure)
            continue
        names = []
        if figure.kind == "rate" and (places := _places(source.flow, figure)):
            for place in places:
                own = replace(figure, scope=place, scope_kind="region", label=label(source, figure, previous))
                own.attributes, own.links, own.candidates, own.doubts, own.why = {}, [], [], [], []
                labelled.append(own)
            continue
        if figure.kind == "rate":
            names = rate_names(source, figure)
        elif figure.kind == "count" and figure.value == 0:
            names = zero_names(source, figure)
        if names:
            for name in names:
                own = replace(figure, label=source.flow[slice(*name)], named=name)
                own.attributes, own.links, own.candidates, own.doubts, own.why = {}, [], [], [], []
                labelled.append(own)
            continue
        figure.label = label(source, figure, previous)
        labelled.append(figure)
    return labelled
