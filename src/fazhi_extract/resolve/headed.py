"""Figures whose headings say what their own sentences leave out: 1.行政许可：320件; 述法 above, 18项工作任务 below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Match, Matcher
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

# 优化法治化营商环境 says little of the meetings below it.
_OF_LAW = lazy_pattern(
    "法治政府|依法行政|依法治|法治建设|学法|述法|普法|法治思想|法治思维|法治宣传|法治教育|[五六七八九]五|党的领导|第一责任"
)
_OF_REVIEWS = lazy_pattern("复议|应诉|诉讼|依申请公开")
_LONGEST_LEAD = 24  # characters of a sentence that opens a paragraph as a heading would
_LED = 60  # characters behind it that it speaks of
_MARKER = lazy_pattern("^[\\d一二三四五六七八九十()①-⑳、.第]+")


class Headed:
    """Reads figures with the headings above them."""

    def __init__(
        self,
        source: SourceText,
        plain: Plain,
        matcher: Matcher,
        headings: Callable[[int], list[tuple[int, int]]],
    ) -> None:
        """`headings`: the flow spans of the headings of the sections around a position, innermost first."""
        self._source, self._plain, self._matcher, self._headings = source, plain, matcher, headings

    def below(self, figure: Figure, place: Place) -> list[Match]:
        """What fits where the nearest heading says what the sentence leaves out: 述法 above, 18项工作任务 below.

        Not for cases of punishment, of which a section speaks in many ways.
        """
        around = [self._source.flow[start:end] for start, end in self._headings(figure.start)]
        heading = f"{self._lead(figure)} {around[0] if around else ''}".strip()
        matches = self._matcher.matches(figure, place, heading=heading) if heading else []
        if not matches and len(around) > 1 and _OF_REVIEWS.search(heading := " ".join(around[1:])):
            # 一、行政复议案件办理情况 … （三）审理情况。全年审结2437件
            matches = self._matcher.matches(figure, place, heading=heading)
            matches = [m for m in matches if m.phrasing.code.startswith(("review.", "disclosure."))]
        if not _OF_LAW.search(heading):
            matches = [m for m in matches if not m.phrasing.code.startswith(("leadership.", "publicity."))]
        matches = [m for m in matches if not m.phrasing.code.startswith("penalty.")]
        if matches:
            figure.doubts.append("subject-far")
        return matches

    def behind(self, figure: Figure, place: Place) -> Place | None:
        """The place of a number that is all that stands behind a heading in its line: the heading's words are its own."""
        if self._plain.text[place.left : place.start].strip("：") or not self._plain.text.endswith(
            "：", 0, place.start
        ):
            return None
        heading = next(iter(self._headings(figure.start)), None)
        if heading is None or self._source.flow[heading[1] : figure.start].strip("：") or heading[1] > figure.start:
            return None
        begins = self._plain.at(heading[0])
        figure.label = figure.label or _MARKER.sub("", self._source.flow[slice(*heading)])
        return replace(place, left=begins, part_start=begins, clause_start=begins, sentence_start=begins)

    def _lead(self, figure: Figure) -> str:
        """行政许可情况。受理301件: the short sentence that opens the figure's paragraph, as a heading would; else nothing."""
        begins = self._source.paragraph_at(figure.start)[0]
        stop = self._source.flow.find("。", begins, min(figure.sentence[0], begins + _LONGEST_LEAD))
        near = stop >= 0 and figure.sentence[0] - stop <= _LED
        lead = self._source.flow[begins:stop] if near else ""
        return lead if not any(char.isdigit() for char in lead) else ""
