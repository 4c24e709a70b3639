"""Numerals that number a part of the text without opening a section of the outline."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

_STOPS = "。；！？\n】]"
# (二)法治宣传, 2.强化宣传, 1.2023年度总结; but （三）项, 1.5万, 一、二级医院
_BRACKETED = lazy_pattern(r"\)(?![项款目类条])[、.]?(?=[\u4e00-\u9fff“《\d\s])")
_DOTTED = lazy_pattern(r"\.(?=\s?(?:19|20)\d\d年)|[、.](?=\s?[^\d\s一二三四五六七八九十])")
_LONGEST = 2  # characters of a number: 十二, 15


def is_marker(flow: str, start: int, end: int) -> bool:
    """Whether the numeral at `[start, end)` is a list marker behind the end of a sentence or at the start of a line."""
    if not 0 < end - start <= _LONGEST:
        return False
    if start and flow[start - 1] == "(":
        return _BRACKETED.match(flow, end) is not None and _opens(flow, start - 1)
    return _DOTTED.match(flow, end) is not None and (
        _opens(flow, start) or (flow[start - 1] == "：" and flow[end] == ".")  # 附件：1.…; but 许可：44、处罚：0
    )


def _opens(flow: str, at: int) -> bool:
    """Whether a part may begin at a position: at the start of the text, behind a stop, perhaps with a blank between."""
    before = flow[max(0, at - 2) : at].rstrip(" ")
    return not before or before[-1] in _STOPS
