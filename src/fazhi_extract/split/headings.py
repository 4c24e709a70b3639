"""Headings: which list markers open a section, how deep it is, and where its title ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.split.items import number
from fazhi_extract.text import SourceText

_N = "[一二三四五六七八九十]{1,3}"
MARKER = lazy_pattern(  # a set of first characters lets the engine skip through the text
    rf"[一二三四五六七八九十(0-9第](?:(?<=[一二三四五六七八九十])(?P<han>[一二三四五六七八九十]{{0,2}}[、.](?!是))"
    rf"|(?<=\()(?P<hanb>{_N}\)(?![项款目])[、.]?)|(?<=\d)(?P<num>\d?(?:\.(?!\d|\s\d+[%.])|\.(?=\s?(?:19|20)\d\d年)|、(?!\d)))"
    rf"|(?<=\()(?P<numb>\d{{1,2}}\)(?![项款目])[、.]?)|(?<=第)(?P<part>{_N}(?:部分|章)(?=[、：，“\s\d\u4e00-\u9fff])[、：，\s]?))"
)
# Markers that open a section at the start of a paragraph alone: elsewhere they are footnotes and enumerations.
_OTHER_MARKER = lazy_pattern(r"(?P<half>\d{1,2}\)[、.]?)|(?P<circle>[①-⑳][、.]?)")
_RANK = {"part": 0, "han": 1, "hanb": 2, "num": 3, "numb": 4, "half": 5, "circle": 6}
_NO_TITLE = frozenset("，、。；）)》”]")
_FARTHEST_SIBLING = 3000
_LONG_TITLE = 32  # characters: what is longer may hold the sentence behind the title as well
_SHORTEST_TITLE = 4
_SEVERAL_BLANKS = 3
_SHORT_LINE = 18  # a line that breaks before is not full
_QUOTE_REACH = 60
_CLOSE = lazy_pattern("[。：\n]")
_CLOSE_CIRCLED = lazy_pattern("[。：；\n]")
_CIRCLED = lazy_pattern("(?P<circle>[①-⑳])")
_ANNOUNCED = lazy_pattern("(?:如下|汇报|报告|总结)：$")
# What a page puts between its title and its text where line breaks are lost: 字号：[大 中 小]一、, 浏览次数：312一、, …报告一、
_PAGE_HEAD_END = lazy_pattern(r"(?:[\])】〕>|\d]|报告|总结|汇报|情况|如下|打印|关闭|分享|收藏|大中小)$")
_SECOND = lazy_pattern("(?<=[。！？])二[、.](?!是)")
_ITEM_IN_TITLE = lazy_pattern(
    "[一第](?:(?<=一)(?:(?<![统之唯万同单专逐第]一)是|方面(?=[，\u4e00-\u9fff]))|(?<=第)一，)"
)
_QUOTED = lazy_pattern("《[^《》\n]*》|“[^“”\n]*”|\\([^()\n]*\\)")
# Titles that reports commonly use; a title glued to its text ends where these words end.
_RESULTS = (
    "(?:主要|基本|具体|重点)?(?:工作)?(?:举措(?:和|及|与)(?:工作)?成效|做法(?:和|及|与)成效|做法|成效|举措|措施|进展|亮点)"
    "|(?:工作)?(?:开展|进展|完成|落实|推进|总体|基本|办理|受理)?情况"
)
_PLANS = (
    r"(?:下一步|下步|今后|下阶段|下一阶段|来年|明年|\d{4}年(?:度)?|[*×]{4}年)的?(?:主要)?(?:工作)?"
    "(?:打算|计划|安排|思路|设想|举措|措施|重点|方向|部署)(?:(?:和|及|与)(?:打算|计划|安排|思路|设想|举措|措施|目标))?"
)
_LACKS = (
    "(?:(?:工作)?(?:存在|面临)的?(?:主要|突出)?(?:问题|不足|困难|短板|差距)"
    "(?:(?:和|及|与|、)(?:主要)?(?:原因|不足|困难|薄弱环节|短板|差距))?"
    "|问题(?:和|与)不足|不足(?:和|与|之处)(?:问题|原因)?|主要问题)"
)
COMMON_TITLE = lazy_pattern(
    r"(?:(?:\d{4}|[*×]{4})年(?:度)?)?(?:[上下]半年)?(?:全[市县区省镇局]|我[市县区局委])?(?:推进)?(?:法治政府建设|依法行政|依法治[市县区]|法治建设)?的?(?:工作)?(?:推进)?"
    rf"(?:{_RESULTS}|{_LACKS}(?:(?:和|及|与|、|以及){_PLANS})?|{_PLANS})"
)


@dataclass(slots=True)
class Heading:
    kind: str
    number: int
    marker: str
    start: int
    marker_end: int
    title_end: int = 0
    level: int = 0
    odd: str = ""  # why its number surprises: repeated or skipped


def headings(source: SourceText) -> list[Heading]:
    """All headings of a text in order, with levels and title ends (flow positions)."""
    found: list[Heading] = []
    stack: list[Heading] = []
    starts = source.paragraph_starts
    bare = _bare_titles(source)
    for i, start in enumerate(starts):
        end = starts[i + 1] - 1 if i + 1 < len(starts) else len(source.flow)
        if start in bare:
            heading = Heading("bare", 0, "", start, start, end, 1)
            stack[:] = [heading]
            found.append(heading)
            continue
        m = MARKER.match(source.flow, start, end) or _OTHER_MARKER.match(source.flow, start, end)
        if m and m.end() < end and source.flow[m.end()] not in _NO_TITLE:
            _push(found, stack, _heading(m))
            _counted_on(source, m, end, found, stack)
        _inline(source, start, end, found, stack)
    _titles(source, found)
    return found


def _heading(m: re.Match[str]) -> Heading:
    inner = re.sub(r"[^\d一二三四五六七八九十①-⑳]", "", m.group())
    return Heading(m.lastgroup or "", _place(inner), m.group(), m.start(), m.end())


def _place(inner: str) -> int:
    """The number in a marker."""
    if inner.isdecimal():
        return int(inner)
    return ord(inner) - ord("①") + 1 if "①" <= inner <= "⑳" else number(inner)


def _push(found: list[Heading], stack: list[Heading], heading: Heading) -> None:
    """Puts a heading into the tree: a sibling of the last one of its kind, a child where its kind is new."""
    kinds = [h.kind for h in stack]
    if heading.kind in kinds:
        at = kinds.index(heading.kind)
        before = stack[at].number
        if heading.number <= before:
            heading.odd = "repeated"
        elif heading.number > before + 1:
            heading.odd = "skipped"
        del stack[at:]
    elif heading.number != 1 or _RANK[heading.kind] < 2:
        while stack and ((stack[-1].kind == "bare" and heading.number != 1) or _rank(stack[-1]) > _RANK[heading.kind]):
            stack.pop()
    heading.level = len(stack) + 1
    stack.append(heading)
    found.append(heading)


def _rank(heading: Heading) -> int:
    return _RANK.get(heading.kind, -1)


def _inline(source: SourceText, start: int, end: int, found: list[Heading], stack: list[Heading]) -> None:
    """Headings inside a paragraph that has lost its line breaks: in sequence, behind a sentence or a title."""
    flow = source.flow
    if end - start < 60:
        return
    long_text = end - start > 1500
    counted_on: bool | None = None  # whether 二、 stands further on, looked for once
    for m in MARKER.finditer(flow, start + 1, end):
        at = m.start()
        candidate = _heading(m)
        kind = candidate.kind
        before = flow[at - 1]
        gap = source.parted(at)
        same = next((h for h in reversed(stack) if h.kind == kind), None)
        follows = same is not None and candidate.number == same.number + 1
        opens = candidate.number == 1 and (same is None or kind not in ("han", "part"))
        if not (follows or opens) or before in "“《第(" or _inside_quotes(flow, at):
            continue
        behind_sentence = before in "。！？"
        behind_title = (
            bool(found)
            and found[-1].start >= start
            and found[-1].kind != kind
            and at - found[-1].marker_end <= 45
            and at > found[-1].marker_end
            and not _CLOSE.search(flow, found[-1].marker_end, at)
        )
        if kind in ("han", "part"):
            announced = before == "：" and _ANNOUNCED.search(flow, max(start, at - 6), at) is not None
            behind_head = (
                opens and not found and (gap or _PAGE_HEAD_END.search(flow, max(start, at - 6), at) is not None)
            )
            if behind_head and counted_on is None:
                counted_on = _SECOND.search(flow, at, end) is not None
            good = (
                behind_sentence
                or announced
                or (behind_head and counted_on is True)
                or (gap and behind_title)
                or (long_text and (before in "：；”)》" or gap))
            )
        elif opens and same is None:
            counted = (behind_sentence or (long_text and before == "：")) and _continues(flow, candidate, end, kind)
            good = behind_title or counted or (gap and long_text) or (before == "：" and _goes_on(flow, candidate, end))
        elif opens:
            # a new count of a kind that is open already: only where a section above it has just opened
            good = behind_title and _RANK[found[-1].kind] < _RANK[kind]
        else:
            good = behind_sentence or (long_text and (gap or before in "；”)》"))
        if good:
            _push(found, stack, candidate)


def _counted_on(source: SourceText, first: re.Match[str], end: int, found: list[Heading], stack: list[Heading]) -> None:
    """The numbers that count on in a line which opens with the `first`: ①加强执法；②培训5期; 1.加强执法；2.抓好培训。"""
    flow, circled = source.flow, first.lastgroup == "circle"
    if not circled and first.lastgroup not in ("num", "numb"):
        return
    for m in (_CIRCLED if circled else MARKER).finditer(flow, first.end(), end):
        heading = _heading(m)
        follows = heading.kind == found[-1].kind and heading.number == found[-1].number + 1 and m.end() < end
        before = flow[m.start() - 1]
        if follows and (before == "；" or (circled and (before in "。，！？" or source.parted(m.start())))):
            _push(found, stack, heading)


def _goes_on(flow: str, candidate: Heading, end: int) -> bool:
    """Whether a paragraph below, in the same section, opens with the number that follows the candidate's."""
    for m in MARKER.finditer(flow, end, min(len(flow), end + _FARTHEST_SIBLING)):
        if flow[m.start() - 1] == "\n":
            other = _heading(m)
            if other.kind == candidate.kind:
                return other.number == candidate.number + 1
            if _RANK.get(other.kind, 0) < _RANK[candidate.kind]:
                return False
    return False


def _inside_quotes(flow: str, at: int) -> bool:
    """Whether a mark that is open at a position is closed soon behind it, in the same sentence."""
    before = flow[max(0, at - _QUOTE_REACH) : at]
    before = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
    for opening, closing in ("“”", "《》"):
        if before.rfind(opening) > before.rfind(closing):
            end = flow.find(closing, at, at + _QUOTE_REACH)
            if end >= 0 and not _CLOSE.search(flow, at, end):
                return True
    return False


def _continues(flow: str, candidate: Heading, end: int, kind: str) -> bool:
    """Whether the same paragraph counts on: a lone marker after a full stop is no section."""
    stops = "。！？" if flow[candidate.start - 1] == "：" else "。！？；”"
    return any(
        m.lastgroup == kind and _heading(m).number == 2 and flow[m.start() - 1] in stops
        for m in MARKER.finditer(flow, candidate.marker_end, min(end, candidate.marker_end + 3000))
    )


def _titles(source: SourceText, found: list[Heading]) -> None:
    flow = source.flow
    for i, heading in enumerate(found):
        if heading.kind == "bare":
            continue
        limit = source.paragraph_at(heading.start)[1]
        following = found[i + 1].start if i + 1 < len(found) else limit
        end = min(limit, following)
        heading.title_end = _title_end(source, heading, end, limit - source.paragraph_at(heading.start)[0] > 1500)
        while heading.title_end > heading.marker_end and flow[heading.title_end - 1] in " ，；":
            heading.title_end -= 1


def _title_end(source: SourceText, heading: Heading, end: int, glued: bool) -> int:
    flow, start, last = source.flow, heading.marker_end, end
    quoted = [m.span() for m in _QUOTED.finditer(flow, start, min(end, start + 300))]

    def outside(position: int) -> bool:
        return not any(a <= position < b for a, b in quoted)

    for m in (_CLOSE_CIRCLED if heading.kind == "circle" else _CLOSE).finditer(flow, start, end):
        if outside(m.start()):
            end = m.start()
            break
    for m in _ITEM_IN_TITLE.finditer(flow, start, end):
        # 1、一是…；二是… has no title
        counted = m.start() > start or flow.find("二是", m.end(), last) > 0 or flow.startswith("\n二是", last)
        if counted and outside(m.start()):
            end = m.start()
            break
    if end - start > 16 or glued:
        common = COMMON_TITLE.match(flow, start, end)
        if (
            common
            and common.end() < end
            and common.end() - start >= 3
            and flow[common.end()] not in "和及与、的等，：。"
        ):
            return common.end()
    if glued:
        for position in range(start + 3, min(end, start + 50)):
            if source.parted(position) and outside(position):
                return position
    elif end - start > _LONG_TITLE and flow.startswith("。", end):
        blanks = [p for p in range(start + _SHORTEST_TITLE, min(end, start + 2 * _LONG_TITLE)) if source.parted(p)]
        # Several blanks part the slogans of one title, not a title and its sentence.
        if blanks and len(blanks) < _SEVERAL_BLANKS and blanks[0] < start + _LONG_TITLE:
            position = blanks[0]
            if outside(position) and _ends_there(source, start, position):
                return position
    return end


def _ends_there(source: SourceText, start: int, position: int) -> bool:
    """Whether a title that a sentence follows in its line ends at a blank, or at the end of a line that is not full."""
    if source.flow[position - 1] in "，、；：" or source.flow[position] in "的和及与等":
        return False
    blank = source.raw[source.back[position - 1] + 1 : source.back[position]]
    return "\n" not in blank or (position - start <= _SHORT_LINE)


def _bare_titles(source: SourceText) -> set[int]:
    """Starts of paragraphs that are a title without a marker and clearly open a part of the report."""
    flow, starts = source.flow, source.paragraph_starts
    marked = sum(1 for s in starts if (m := MARKER.match(flow, s)) and m.lastgroup == "han")
    bare, plain = set(), []
    for i, start in enumerate(starts[:-1]):
        end = starts[i + 1] - 1
        if not 3 < end - start <= 30 or MARKER.match(flow, start) or flow[end - 1] in "。；：，！？|":
            continue
        following = flow[starts[i + 1] : starts[i + 2] - 1] if i + 2 < len(starts) else flow[starts[i + 1] :]
        if COMMON_TITLE.fullmatch(flow, start, end) and i > 1:
            bare.add(start)
        elif (
            i > 1
            and not marked
            and (len(following) > 60 or MARKER.match(following))
            and not re.search(r"\d{4}年\d|[:：]|来源|发布|打印|局$|政府$|委员会$|报告$|总结$", flow[start:end])
        ):
            plain.append(start)
    if len(plain) > 1:
        bare.update(plain)
    return bare
