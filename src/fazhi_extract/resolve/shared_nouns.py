"""Lists whose noun or predicate is said once: 药品、化妆品抽检分别为2批次、3批次; 27家测绘单位、15家评估机构完成评定."""

from __future__ import annotations

import re

from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

_TAIL_GAP = re.compile("[^，。；、：]{0,14}(?:、|和|与|及)")


def share_head(source: SourceText, matcher: Matcher, figures: list[Figure]) -> None:
    """The last name of a list with 分别 holds the noun of all its members."""
    last: Figure | None = None
    for figure in reversed(figures):
        if figure.named is None or not figure.separate:
            last = None
            continue
        vague = figure.indicator is None or "unit-unusual" in figure.doubts
        if last is not None and vague and last.indicator and same_unit(figure, last):
            figure.indicator, figure.rule = last.indicator, last.rule
            name = source.flow[slice(*figure.named)]
            figure.attributes = read_attributes(matcher.indicator(last.indicator), None, name, "", "", figure.why)
            figure.lender = last
        if figure.indicator is not None:
            last = figure


def share_tail(plain: Plain, matcher: Matcher, figures: list[Figure], places: list[Place]) -> None:
    """What stands behind the last number of a list is said of all its members."""
    text = plain.text
    for i in range(len(figures) - 2, -1, -1):
        figure, later = figures[i], figures[i + 1]
        if not later.indicator or not later.number_first or later.sentence != figure.sentence:
            continue
        if figure.indicator is not None and "subject-far" not in figure.doubts:
            continue
        indicator = matcher.indicator(later.indicator)
        alike = same_unit(figure, later) or (figure.kind == later.kind and figure.unit in indicator.units)
        if figure.kind == "rate" or figure.role != later.role or not alike:
            continue
        if _TAIL_GAP.fullmatch(text, places[i].end, places[i + 1].start):
            figure.indicator, figure.rule, figure.number_first = later.indicator, later.rule, True
            figure.doubts = [doubt for doubt in figure.doubts if doubt != "subject-far"]
            figure.attributes = read_attributes(indicator, None, text[places[i].left : places[i].start], "", "")
