"""Where the body ends: closing formula, signature, date, imprint, and a web page's tail are no part of a section."""

from __future__ import annotations

from fazhi_extract.layout.body_names import INSTITUTION, OFFICE_END
from fazhi_extract.layout.closings import CLOSING_FORMULA
from fazhi_extract.layout.signature import DAY, head_of, is_day, is_name
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

_TAIL_LINE = lazy_pattern(
    rf"(?:{CLOSING_FORMULA.pattern}|{DAY}(?:印发)?|[^，。；：\n]{{2,40}}(?:{OFFICE_END}(?:\(?盖?章?\)?)?(?:{DAY}(?:印发)?)?|{INSTITUTION}(?:\(?盖?章?\)?)?{DAY}(?:印发)?)"
    r"|\(?(?:此件|本件|此文)[^\n]{0,20}\)?|\(?信息公开选项[^\n]{0,20}\)?|附件?[:：][^\n]{0,200}|\d{1,2}\.[^。\n]{0,60}(?:表|清单|名单)"
    r"|\(?(?:抄送|抄报|分送|主送|发送(?=[：:])|主题词|联系人|联系电话|校对|打印(?=[：:])|共印(?!发))[^\n]{0,160}|\(?[^，。；：\n]{2,16}(?:联系人|电话|联系方式)[:：][^。\n]{0,60}|[^\n]{0,40}印发\)?)"
)
_WEB_TAIL = lazy_pattern(
    "[【\\[]?(?:打印(?:本页|页面)?[】\\]]?[【\\[]?关闭|扫描二维码|上一篇|下一篇|上一条|下一条|打印本页|关闭窗口|【打印】|【关闭】|责任编辑|扫一扫|分享到|主办单位[：:\\s]|版权所有|网站标识码|[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂藏宁新]ICP备|ICP备案|公网安备|相关附件|附件下载|相关阅读|相关链接|返回顶部|我要纠错|无障碍浏览)"
)
_ATTACHMENTS = lazy_pattern("附件?[:：]|附件$")
_ENTRY = lazy_pattern(r"\d{1,2}[.、][^。；\n]{2,60}$")
_LONGEST_TAIL = 24  # paragraphs
_LONGEST_WEB_TAIL = 400
# What stands behind the last sentence of a text that has lost its line breaks.
_GLUED_TAIL = lazy_pattern(
    rf"(?:[^，。；：！？\n]{{2,40}}(?:{OFFICE_END}|{INSTITUTION})\s?{DAY}|{DAY}\s?[^，。；：！？\n]{{2,40}}(?:{OFFICE_END}|{INSTITUTION}))"
    rf"(?:\((?:此件|本件|此文)[^()\n]{{0,20}}\))?(?:\(?(?:抄送|抄报|分送)[：:][^\n]{{2,160}}?[。.]?)?(?:[^，。；：\n]{{2,40}}{DAY}印发)?"
)


def attachments(source: SourceText) -> int:
    """Where a list of attachments begins that stands with nothing but signature and imprint behind it; else the end."""
    flow, starts = source.flow, source.paragraph_starts
    for start in reversed(starts[-_LONGEST_TAIL:]):
        paragraph = flow[start : source.paragraph_at(start)[1]]
        if _ATTACHMENTS.match(paragraph):
            return start
        if paragraph and not (len(paragraph) <= 240 and (_TAIL_LINE.fullmatch(paragraph) or _ENTRY.match(paragraph))):
            break
    return len(flow)


def body_end(source: SourceText, last_heading: int, end: int) -> int:
    """The flow position where the body ends, at `end` at the latest. `last_heading`: where the title of the last heading
    ends."""
    flow = source.flow
    tail = _WEB_TAIL.search(flow, max(last_heading, min(len(flow) * 2 // 3, len(flow) - _LONGEST_WEB_TAIL)), end)
    if tail:
        end = tail.start()
    below = ""
    for start in reversed(source.paragraph_starts):
        if start >= end:
            continue
        if start <= last_heading:
            break
        paragraph = flow[start:end].rstrip("\n")
        of_frame = len(paragraph) <= 240 and _TAIL_LINE.fullmatch(paragraph)
        if (
            paragraph
            and not of_frame
            and not (_signs(source, start, below) and is_name(paragraph, _head(source, start)))
        ):
            break
        end, below = start, paragraph or below
    # A text without line breaks keeps its closing behind the last sentence.
    floor = max(last_heading, flow.rfind("\n", 0, end) + 1, end - 400)
    formula = None
    for m in CLOSING_FORMULA.finditer(flow, floor, end):
        formula = m
    if (
        formula
        and (end - formula.end() < 80)
        and (formula.start() == floor or flow[formula.start() - 1] in "。！？\n”")
    ):
        return formula.start()
    stop = flow.find("。", floor, end)
    while stop >= 0:
        if _GLUED_TAIL.fullmatch(flow, stop + 1, end):
            return stop + 1
        stop = flow.find("。", stop + 1, end)
    return end


def _head(source: SourceText, end: int) -> str:
    """The words above the text, with the title, of what stands in front of a position."""
    starts = source.paragraph_starts
    return head_of(source.flow[slice(*source.paragraph_at(start))] for start in starts if start < end)


def _signs(source: SourceText, start: int, below: str) -> bool:
    """Whether a line with a name is a signature, by the day below it or the closing formula above it."""
    above = source.flow[slice(*source.paragraph_at(max(start - 2, 0)))]
    return is_day(below) or CLOSING_FORMULA.fullmatch(above) is not None
