"""Whether a phrasing counts what a figure is counted in."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import BARE, Figure
from fazhi_extract.rulebook.indicators import Indicator, Phrasing
from fazhi_extract.rulebook.lexicon import MeasureWords

_KINDS = {
    "count": "count",
    "people": "count",
    "money": "money",
    "rate": "rate",
    "duration": "duration",
    "area": "measure",
    "ratio": "count",
}
_BRACKETS = str.maketrans("", "", "()（） ")
_SECOND_WORD = lazy_pattern(  # 册（张） are 册, 户（家）次 are 户次, 篇次 are 篇, 件/人次 are 件; but 家（次） are no 家
    "(?<![家户间店所厂])[(（].*?[)）]|(?<=[家户间店所厂])[(（](?!次).*?[)）]|(?<=[篇卷册部本证份幅])次$|/(?![次年月周天日季])[^/]*$"
)


def takes_unit(phrasing: Phrasing, indicator: Indicator, figure: Figure, like: MeasureWords | None) -> bool:
    """Whether a phrasing of the indicator takes the figure's unit, or by `like` one of the same kind."""
    if is_none(figure):
        # 未发生执法人员违纪案件 denies cases, not people.
        people = indicator.dimension == "people" and figure.form != "stated_none"
        told = figure.family == BARE and "件" in phrasing.units  # 行政处罚0、行政强制0
        return (indicator.dimension == "count" or people) and (told or not phrasing.narrowed)
    if _KINDS[indicator.dimension] != figure.kind:
        # 430公斤 of seized goods are a measure that counts them.
        return figure.kind == "measure" and figure.unit in phrasing.units
    unit = figure.unit
    if figure.kind == "money":
        return True
    if figure.kind == "rate":
        return unit in ("%", "‰", "百分点", "倍", None)
    if unit is None:
        if figure.family == BARE and "件" in phrasing.units:
            return True
        told = indicator.dimension == "people" or figure.family == BARE
        return indicator.unitless or (told and not phrasing.narrowed)
    plain = unit.translate(_BRACKETS)
    if unit in phrasing.units or plain in phrasing.units or _SECOND_WORD.sub("", unit) in phrasing.units:
        return True
    family = figure.family
    if like is None or phrasing.narrowed or (family == "person" and indicator.dimension != "people"):
        return False
    return any((w := like.words.get(u)) is not None and w.family == family for u in phrasing.units)


def is_none(figure: Figure) -> bool:
    """A denial or a bare zero (行政复议案件为零): any count may be none, whatever its measure word."""
    return figure.kind == "count" and figure.unit is None and figure.value == 0
