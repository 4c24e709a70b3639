"""Where a report's title stands, and where its body begins."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_SUBJECT = "法治|依法|法制|普法|行政执法|执法"
_KIND = "报告|总结|汇报|情况|通报|年报|要点|自评|述职|执法(?:统计|情况)?数据|执法(?:统计|数据|情况){1,2}公示"
_NEXT_YEAR = r"(?:及|和|暨)(?:20\d{2}年(?:度)?)?[^，。；\d]{0,12}(?:打算|计划|安排|思路|要点|重点)"
_TITLE_END = lazy_pattern(rf"(?:{_KIND})(?:的函)?(?:{_NEXT_YEAR})?(?:\(.{{1,14}}\))?$")
_TITLE_IN_LINE = lazy_pattern(
    rf"[^，。；：！？、\s>|｜【】]{{2,50}}?(?:{_SUBJECT})[^，。；：！？\s>|｜]{{0,30}}?(?:报告|总结|汇报|情况通报|年报|工作情况)(?:的报告|报告|汇报|总结)?"
)
_HEADER = lazy_pattern(
    r"文件$|^·|^附?表\d|^附?表[一二三四五六七八九十][^\u4e00-\u9fff]|\||[〔\[(【](?:\d{4}|[*×X]{2,4}|\d\d[*×X]{2})[〕\])】]|^[\[【]?(?:来源|信息来源|文章来源|发布|更新|索引号|文号|主题|当前位置|首页|您(?:现在|当前)|签发人|公开|发文|日期|字体|浏览|作者|生成日期|成文日期|有效性|名称|标题|打印)"
)
# What a web page prints between title and text.
META = lazy_pattern(
    r"(?:(?:信息|文章|稿件)?来源(?!于)|发布(?:时间|日期|机构|单位|人)|更新(?:时间|日期)|(?:浏览|阅读|点击|访问)(?:次数|量|数)?|累计次数|字(?:体|号)|打印(?:本页)?(?!机)|作者|编辑|责任编辑|索引号|文号|发文(?:字号|机关|日期)|成文日期|生成日期|公开(?:日期|类别|方式)|主题(?:分类|词)|有效性|信息分类|分享(?:到)?|收藏|关闭|保护视力色"
    r"|(?:日期|时间)(?=[：: ]{1,2}\d{4}[-/.年]))"
    r"[ 　]?[：:]?"
)
_WEB_HEAD = lazy_pattern("来源[：: ]|发布(?:时间|日期)|字体[：:\\[]|当前位置|索引号")
# Glued to what stands above it: a red head, a document number.
_LETTERHEAD_END = lazy_pattern(r"\d号|(?<=[局府会厅室署院处])文件(?=.)")
# The last step of a page's path, glued to the title: 首页 > 政务公开 > 法治政府建设甲市人民政府2023年法治政府建设年度报告
_PATH = lazy_pattern("[>›»] ?$")
_CHANNEL = lazy_pattern(
    "(?:法治政府建设|依法行政|法治建设|政务公开|部门文件|通知公告|工作动态|信息公开|公示公告)(?:年度报告|年报|情况|工作|专栏)*(?=[\u4e00-\u9fffXx×*]{2,30}?(?:政府|[局委厅署部]|委员会|办公室|办事处|[省市县区镇乡]\\d|关于|\\d{4}年))"
)
_GLUED_ADDRESSEES = lazy_pattern(
    "(?:[^，。；：！？、\n]{2,40}[、，])*[^，。；：！？、\n]{1,40}(?:政府|[委局办厅]|委员会|办公室|党组|常委会|领导小组|单位|部门)："
)
# A title broken over two lines: the year or the subject begins the second, the issuer or 关于 ends the first.
_SECOND_LINE = lazy_pattern(rf"(?:20\d{{2}}年|年度|推进|落实|{_SUBJECT})")
_FIRST_LINE = lazy_pattern(
    r"(?:关于[^。：]{0,40}|政府|[局委厅署院所站]|执法|[总支大]队|中心|委员会|办公室|办事处|[省市县区镇乡]|\d{4}年度?)$"
)
# 一、总体情况 heads a section, no report; 特此报告 closes one
_MARKED = lazy_pattern(
    "(?:现将|特此|专此|以上)|[一二三四五六七八九十]{1,2}、|\\([一二三四五六七八九十]{1,2}\\)|第[一二三四五六七八九十]{1,2}(?:部分|章|节)"
)
# 某市水务局关于…, 某区2023年…, 国务院关于…: a title that is complete
_WHOLE = lazy_pattern(
    "(?![总支大]队|分局|中心|委员会|办公室|领导小组)[\u4e00-\u9fffXx×*]{2,30}?(?:关于|(?:20\\d\\d|[二〇○零一]{2}[〇○零一二三四五六七八九]{2})年)"
)
_ENDINGS = (".pdf", ".docx", ".doc", ".wps", ".txt")
_STOP = lazy_pattern("[。，；]")


def title(source: SourceText, first_heading: int) -> tuple[int, int] | None:
    """The flow span of the report's title, or None. `first_heading`: flow position of the first heading."""
    flow = source.flow
    limit = max(first_heading, 0) or min(len(flow), 1500)
    paragraphs: list[tuple[int, int]] = []
    for start in source.paragraph_starts:
        if start >= limit or len(paragraphs) > 24:
            break
        end = source.paragraph_at(start)[1]
        paragraphs.append((start, end))
    above: tuple[int, int] | None = None
    for i, (start, end) in enumerate(paragraphs):
        words = _without_ending(flow[start:end])
        end = start + len(words)
        if len(words) > 90:
            break
        if not _TITLE_END.search(words) or _HEADER.search(words) or len(words) < 4 or _MARKED.match(words):
            continue
        first = i
        while (
            first
            and end - paragraphs[first - 1][0] < 90
            and _joins(flow[slice(*paragraphs[first - 1])], flow[paragraphs[first][0] : end])
        ):
            first -= 1
        if re.search(_SUBJECT, flow[paragraphs[first][0] : end]):
            return paragraphs[first][0], end
        if above is None and (i == len(paragraphs) - 1 or i < 4):
            above = paragraphs[first][0], end  # 工作报告 may be the name of the page's channel
    return above or _in_line(source, limit)


def _without_ending(line: str) -> str:
    """A line without the bars of a table and the ending of a file's name."""
    words = line.rstrip(" |｜")
    ending = next((e for e in _ENDINGS if words.endswith(e)), "")
    return words.removesuffix(ending)


def _joins(words: str, below: str) -> bool:
    """Whether a short line above is the beginning of a title broken over lines; `below` is the rest of the title.

    A rest that names whose report of which year it is needs nothing in front of it but a body's name.
    """
    return (
        2 <= len(words) <= 45
        and (_FIRST_LINE.search(words) is not None or not _WHOLE.match(below))
        and not _HEADER.search(words)
        and not re.search(
            r"[。；：，>|]|^\d{4}年\d{1,2}月\d{1,2}日$|\d日 ?星期[一二三四五六日天]|^\(.*\)$|^附件?\d*$", words
        )
        and not _TITLE_END.search(words)
    )


def _in_line(source: SourceText, limit: int) -> tuple[int, int] | None:
    """A title inside a line that a web page has glued together; left-out spaces part it from its neighbours."""
    flow = source.flow
    for m in _TITLE_IN_LINE.finditer(flow, 0, min(limit + 1, 1500)):
        start, end = m.span()
        for letterhead in _LETTERHEAD_END.finditer(flow, start, end):
            start = letterhead.end()
        channel = _CHANNEL.match(flow, start, end) if _PATH.search(flow, max(0, start - 2), start) else None
        if channel and re.search(_SUBJECT, flow[channel.end() : end]):
            start = channel.end()
        start = _line_start(source, start, end)
        if end < min(limit, len(flow)) and not (
            source.gap_before(end)
            or flow[end] in "\n ：(各【["
            or META.match(flow, end)
            or flow[end : end + 2].isdecimal()
            or _GLUED_ADDRESSEES.match(flow, end, end + 160)
        ):
            continue
        if end - start >= 6 and re.search(_SUBJECT, flow[start:end]):
            return start, end
    return None


def _line_start(source: SourceText, start: int, end: int) -> int:
    """Where the title begins whose last words end at `end`: at the last left-out space before which it is complete."""
    for cut in reversed([p for p in range(start + 1, end) if source.parted(p)]):
        if not _SECOND_LINE.match(source.flow, cut, end) or not _FIRST_LINE.search(
            source.flow, max(start, cut - 45), cut
        ):
            return cut
    return start


def body_start(source: SourceText, title_end: int, first_heading: int) -> int:
    """Where the running text begins, behind title and a page's metadata (flow position)."""
    flow = source.flow
    stop = _STOP.search(flow, title_end)
    limit = min(stop.start() if stop else len(flow), first_heading if first_heading > title_end else len(flow))
    start = title_end
    if not title_end and not _WEB_HEAD.search(flow, 0, limit):
        return 0
    for m in META.finditer(flow, title_end, limit):
        if m.start() > title_end and not source.gap_before(m.start()) and flow[m.start() - 1] not in "\n |｜【[(：:":
            continue  # a word of the running text
        end = m.end()
        while (
            end < limit
            and flow[end] != "\n"
            and (end == m.end() or flow[end - 1] in "|]】" or not source.gap_before(end))
        ):
            end += 1
        start = max(start, end)
    return start
