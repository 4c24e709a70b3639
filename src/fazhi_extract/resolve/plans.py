"""Which parts of a report speak of the future."""

from __future__ import annotations

import re
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
    r"[下今新明来2](?:(?<=下)(?<![署究划排定转至入]下)(?:一步|步|一阶段|阶段|一?年度(?=[，我将全]))|(?<=今)后|(?<=新)的一年里?|(?:(?<=明)|(?<![以近原未]来)(?<=来))年|(?<=2)(?P<year>0\d{2})年(?!\d))"
)
_TURNED = lazy_pattern(
    rf"[，,、]?{_WORDS}{{0,16}}，?{_WORDS}{{0,16}}?"
    r"(?:(?<![即必])将|要(?!求|点)|拟(?![定订])|着力|重点|继续|力争|努力|做好以下)"
)
# 下一步，开展培训3期; 在今后工作中，每季度督查1次: at the start of a sentence it needs no 将
_OPENS = lazy_pattern("(?:^|[。；！？\n])[ \u3000]{0,4}(?:在|而)?$")
_OPENED = lazy_pattern("(?:的?(?:工作|日子)?(?:中|里|当中)?|我[市县区局委镇]|全[市县区局])[，：:]")
# 第一步，自查120家。下一步，抽查30家，发现问题12个: the next stage of a campaign, whose results are known
_STAGE_TOLD = lazy_pattern(
    "第一(?:步|阶段)|前期|先期|首先|摸排阶段|(?<!年)\\d{1,2}月(?:份|底|中旬|上旬|下旬|\\d{1,2}日)?(?:，|前)?[^，。；\\d]{0,8}(?:完成|开展|组织|启动)"
)
_FOUND_OUT = lazy_pattern(
    "[^。！？\n]{0,120}?(?:发现[^，。；]{0,8}\\d|(?:立案|罚款|罚没|查处|查获|查扣|处罚|收缴|没收|移送)[^，。；\\d率]{0,8}\\d)"
)
_SPOKEN_OF = lazy_pattern("(?:对|为|(?:提出|明确|确定|部署|谋划|规划)了?)$")  # 对今后5年作出部署
# 查获船只3艘，下一步拟立案: what will become of a case that was told holds to the end of its sentence
_OF_ONE_CASE = lazy_pattern(
    rf"[，,、]?{_WORDS}{{0,16}}?(?:拟|将(?:依法|予以|对其|移送|立案|进一步(?:处理|调查|核查|跟进|跟踪))|(?:依法|作进一步)处理)"
)
_TOLD = lazy_pattern(r"\d[^。！？\n]{0,80}，(?:并|且|我局|现)?$")
# 下一步…。今年以来，联合检查12次; 2022年检查98家: results are told again, to the end of the item or paragraph, behind
# 目前 of the sentence
_REOPENED = lazy_pattern(
    r"(?<=[。！？\n])[ \u3000]{0,4}(?:今年以来|年初以来|今年1|自今年|到目前"
    r"|截[至止]到?(?:目前|现在|今年(?![底末])|本年(?![底末])|20(?P<year>\d\d)年)|20(?P<past>\d\d)年(?![底末前内]|\d{1,2}月)"
    r"|(?P<now>目前(?:，|已|共|累计)))"
)
_STILL_PLANNED = lazy_pattern("力争|争取|确保|预计完成|将(?=于|在|力争|完成|继续|进一步|全面|建)")
_LONGEST_TITLE = 60
_LONGEST_LOOK = 120
_PAST = lazy_pattern("问题|不足|短板|差距|困难|薄弱")
# 二、存在的主要问题, 主要问题和不足; but 坚持问题导向, 问题整改情况, 解决存在的问题 tell of what was done
_LACK = "(?:问题|不足(?:之处)?|短板|差距|困难|薄弱环节|弱项|原因)"
_PROBLEMS = lazy_pattern(
    "(?:工作|当前|目前|我局|法治政府建设|法治建设|依法行政){0,3}(?:中|上)?(?:(?:仍然?|还|所)?(?:存在|面临)的?)?(?:主要|突出|一些)?的?"
    f"{_LACK}(?:(?:和|与|及|以及|、)(?:主要|突出)?{_LACK}){{0,3}}(?:分析)?"
)
# 针对以上问题，我局召开会议3次; 7月召开会议: what was mended by now
_MENDED = lazy_pattern(
    "(?<!\\d年)(?<!\\d)\\d{1,2}月(?!\\d|份?[底末前])|问题，(?:我[市县区局委]|全[市县区局]|局党[组委]|(?=制定|开展|召开|组织|完成))(?!将|拟|要|计划|准备|力争|继续|进一步|着力|下一步)"
)
_LONGEST_SECTION = 2000
# 2022年上半年…报告, 1—6月, 工作要点: what is ahead lies in the same year
_WITHIN_YEAR = lazy_pattern(
    "上半年|[一二三]季度|(?<!\\d)1月?[-—–~至]{1,2}(?:[1-9]|1[01])月|^(?!.{0,80}(?:总结|情况|报告|汇报)).{0,80}(?:要点|计划|方案|安排)$"
)
_SECOND_HALF = lazy_pattern("下半年|[四三]季度")
_LAST_QUARTER = 10  # month from which on a report's plans are next year's


def year_of_plans(year: int | None, title: str, signed_on: str) -> int | None:
    """The year that a report's plans are for: the next one, unless its title or its day says that it was written within the year.

    `signed_on`: the day of signature in ISO form, or empty.
    """
    if year is None:
        return None
    signed = signed_on.startswith(f"{year}-") and int(signed_on[5:7]) < _LAST_QUARTER
    return year if signed or _WITHIN_YEAR.search(title) else year + 1


class Plans:
    """Answers whether a flow position lies in a part about the work to come."""

    __slots__ = (
        "_ahead",
        "_part_ends",
        "_parts",
        "_reopened",
        "_source",
        "_starts",
        "_turn_ends",
        "_year",
        "_years",
        "headings",
    )

    def __init__(self, source: SourceText, parts: Outline, cues: Cues, year: int | None, ahead: int | None) -> None:
        """`ahead`: the year that the report's plans are for."""
        self._source, self._parts, self._year = source, parts, year
        self._years: dict[str, int | None] = {}
        self._ahead = ahead
        spans = self._headed(cues, year)
        # Where the sections begin that are about plans, or about what is to be mended.
        self.headings = frozenset(start for start, _, _ in spans)
        for m in _TURN.finditer(source.flow):
            if m["year"] and (year is None or int("2" + m["year"]) <= year):
                continue
            near = max(0, m.start() - _LONGEST_TITLE)
            if source.flow.rfind("《", near, m.start()) > source.flow.rfind("》", near, m.start()):
                continue  # a title's year
            if not self._turns(m):
                continue
            around = parts.node_at(m.start())
            if around is not None and m.start() < around.heading_end:
                continue  # the words of a heading
            spans.append((m.start(), self._turned_until(m), "turn"))
        spans.sort()
        self._starts = [s for s, _, _ in spans]
        # How far the spans up to each one reach: a part's end outlives the turns inside it.
        self._part_ends = list(accumulate((end if kind == "part" else 0 for _, end, kind in spans), max))
        self._turn_ends = list(accumulate((end for _, end, _ in spans), max))

        self._reopened: list[tuple[int, int]] = []  # where results are told again behind a turn
        for m in _REOPENED.finditer(source.flow) if spans else ():
            named = m["year"] or m["past"]
            if named and year is not None and int("20" + named) > year:
                continue
            ends = source.flow.find("。", m.end(), m.end() + _LONGEST_LOOK)
            ends = ends if ends >= 0 else m.end() + _LONGEST_LOOK
            if not _STILL_PLANNED.search(source.flow, m.end(), ends):
                self._reopened.append((m.start(), ends if m["now"] else self._reach(m.end())))

    def _headed(self, cues: Cues, year: int | None) -> list[tuple[int, int, str]]:
        """The sections whose heading stands for what is to come, each with how surely its figures do."""
        spans: list[tuple[int, int, str]] = []
        above: dict[str | None, str] = {}  # the title in front on the same level
        for node in self._parts.nodes:
            title = self._source.flow[node.start + len(node.marker or "") : node.heading_end] if node.title else ""
            if not title:
                continue
            before, above[node.parent] = above.get(node.parent, ""), title
            if _PAST.search(title):
                continue
            named = [int(y) for y in _YEAR.findall(title)] if year else []
            if year and named and named[0] > year:
                spans.append((node.start, node.end, "part"))
            elif cues.plan_title.search(title):
                # 2022年工作重点 of the report on 2022 is what was done
                if year not in named or not cues.plan_of_year.search(title):
                    spans.append((node.start, node.end, "part"))
            elif (
                cues.plan_behind_problems.fullmatch(title)
                and _PROBLEMS.fullmatch(before)
                and not _MENDED.search(
                    self._source.flow, node.heading_end, min(node.end, node.start + _LONGEST_SECTION)
                )
            ):
                spans.append((node.start, node.end, "turn"))
        return spans

    def _turns(self, m: re.Match[str]) -> bool:
        """Whether words that name a time to come open what is planned for it."""
        flow = self._source.flow
        if _TURNED.match(flow, m.end()):
            return not _SPOKEN_OF.search(flow, max(0, m.start() - 4), m.start())
        # a year's number alone may open what was done by then: 2023年1月，通过验收
        if m["year"] or not _OPENED.match(flow, m.end()) or not _OPENS.search(flow, max(0, m.start() - 6), m.start()):
            return False
        begins = max(self._source.paragraph_at(m.start())[0], m.start() - _LONGEST_LOOK)
        return not (_FOUND_OUT.match(flow, m.end()) or _STAGE_TOLD.search(flow, begins, m.start()))

    def _turned_until(self, turn: re.Match[str]) -> int:
        """How far a turn to the future holds."""
        flow, reach = self._source.flow, self._reach(turn.start())
        if _OF_ONE_CASE.match(flow, turn.end()) and _TOLD.search(flow, max(0, turn.start() - 90), turn.start()):
            ends = flow.find("。", turn.end(), reach)
            return reach if ends < 0 else ends
        return reach

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
        if self._part_ends[at - 1] > position:
            return "part"
        if self._turn_ends[at - 1] <= position:
            return ""
        again = bisect_right(self._reopened, (position, len(self._source.flow))) - 1
        told = again >= 0 and self._starts[at - 1] < self._reopened[again][0] and self._reopened[again][1] > position
        return "" if told else "turn"

    def heading_year(self, position: int) -> int | None:
        """The year written in the nearest heading above a flow position; that of the plans where they are told without any."""
        node = self._parts.node_at(position)
        covered = self.covers(position)
        # 下一步，…，全年培训6次 is planned; behind words in front alone, 全年 at a sentence's start tells what was done
        begins = self._parts.sentences.sentence_start(position) == position
        ahead = self._ahead if covered and not (covered == "turn" and begins) else None
        if node is None:
            return ahead
        if node.id not in self._years:
            titles = [self._source.flow[n.start : n.heading_end] for n in self._parts.path(node) if n.title]
            named = next((int(m[1]) for title in titles if (m := _YEAR.search(title))), None)
            within = any(_SECOND_HALF.search(title) for title in titles)  # 二、下半年工作打算
            self._years[node.id] = named or (self._year if within else None)
        return self._years[node.id] or ahead
