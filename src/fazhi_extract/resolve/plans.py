"""Which parts of a report speak of the future."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.outline import Outline
from fazhi_extract.rulebook.cues import Cues
from fazhi_extract.text import SourceText

_YEAR = lazy_pattern(r"(\d{4})年")
# Titles are stepped over as a whole: a year inside 《》 turns to nothing.
_WORDS = r"(?:《[^《》\n]{0,40}》|[^。，；《》\n])"
_TURN = lazy_pattern(  # a set of first characters lets the engine skip through the text
    r"[下今新明来2](?:(?<=下)(?<![署究划排定]下)(?:一步|步|一阶段|阶段)|(?<=今)后|(?<=新)的一年里?|(?<=[明来])年|(?<=2)(?P<year>0\d{2})年(?!\d))"
)
_TURNED = lazy_pattern(
    rf"[，,、]?{_WORDS}{{0,16}}，?{_WORDS}{{0,16}}?"
    r"(?:(?<![即必])将|要(?!求|点)|拟(?![定订])|着力|重点|继续|力争|努力|做好以下)"
)
_SPOKEN_OF = lazy_pattern("(?:对|为|(?:提出|明确|确定|部署|谋划|规划)了?)$")  # 对今后5年作出部署
_LONGEST_TITLE = 60
_PAST = lazy_pattern("问题|不足|短板|差距|困难|薄弱")


class Plans:
    """Answers whether a flow position lies in a part about next year's work."""

    __slots__ = ("_part_ends", "_parts", "_source", "_starts", "_turn_ends", "_years")

    def __init__(self, source: SourceText, parts: Outline, cues: Cues, year: int | None) -> None:
        self._source, self._parts = source, parts
        self._years: dict[str, int | None] = {}
        spans: list[tuple[int, int, str]] = []
        for node in parts.nodes:
            title = source.flow[node.start : node.heading_end] if node.title else ""
            if not title or _PAST.search(title):
                continue
            if cues.plan_title.search(title) or (year and (m := _YEAR.search(title)) and int(m[1]) > year):
                spans.append((node.start, node.end, "part"))
        for m in _TURN.finditer(source.flow):
            if m["year"] and (year is None or int("2" + m["year"]) <= year):
                continue
            near = max(0, m.start() - _LONGEST_TITLE)
            if source.flow.rfind("《", near, m.start()) > source.flow.rfind("》", near, m.start()):
                continue  # a title's year
            if not _TURNED.match(source.flow, m.end()) or _SPOKEN_OF.search(
                source.flow, max(0, m.start() - 4), m.start()
            ):
                continue
            around = parts.node_at(m.start())
            if around is not None and m.start() < around.heading_end:
                continue  # the words of a heading
            spans.append((m.start(), self._reach(m.start()), "turn"))
        spans.sort()
        self._starts = [s for s, _, _ in spans]
        # How far the spans up to each one reach: a part's end outlives the turns inside it.
        self._part_ends = list(accumulate((end if kind == "part" else 0 for _, end, kind in spans), max))
        self._turn_ends = list(accumulate((end for _, end, _ in spans), max))

    def _reach(self, position: int) -> int:
        """A turn to the future holds to the end of its item or section, of its paragraph in a long section."""
        node = self._parts.node_at(position)
        if node is None:  # in front of all headings; a report of one line has the first of them in the same paragraph
            first = self._parts.nodes[0].start if self._parts.nodes else len(self._source.flow)
            end = self._source.paragraph_at(position)[1]
            return min(end, first) if first > position else end
        if node.kind == "section" and not node.marker:
            return node.end
        if node.title and _PAST.search(node.title):
            return node.end
        return min(node.end, self._source.paragraph_at(position)[1])

    def covers(self, position: int) -> str:
        """Why a flow position is about plans: "part" (by its heading), "turn" (by words in front), or ""."""
        at = bisect_right(self._starts, position)
        if not at:
            return ""
        return "part" if self._part_ends[at - 1] > position else "turn" if self._turn_ends[at - 1] > position else ""

    def heading_year(self, position: int) -> int | None:
        """The year written in the nearest heading above a flow position."""
        node = self._parts.node_at(position)
        if node is None:
            return None
        if node.id not in self._years:
            titles = (self._source.flow[n.start : n.heading_end] for n in self._parts.path(node) if n.title)
            self._years[node.id] = next((int(m[1]) for title in titles if (m := _YEAR.search(title))), None)
        return self._years[node.id]
