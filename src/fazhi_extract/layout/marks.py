"""What the first and the last characters of a line tell about it."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern

ZERO = "〇○◯零0Oo"  # in a year: 二〇〇九年, 二00九年, 二OO九年
TERMINAL = lazy_pattern(r"[。！？；：…][”’』」》)\]】]*$")
FULL_STOP = lazy_pattern(r"[。！？…][”’』」》)\]】]*$")
STOP = lazy_pattern("[。；！？]")
MARKER = lazy_pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.，](?!是)|\([一二三四五六七八九十]{1,3}\)(?![项款目])[、.]?|第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|"
    r"\d{1,2}(?:\.(?!\d|\s\d+[%.])|\.(?=\s?(?:19|20)\d\d\s?年)|\)|、(?!\d+(?:[月日年、-]|[^\d\s]{0,2}月)))|\(\d{1,2}\)|[①-⑳])"
)
# What goes on with a number at the end of the line above.
UNITS = frozenset("年月日余多%万亿件起次人家份条项个名场期元户宗")
_SHORT_TITLE = 45


def kind_of_marker(text: str) -> str:
    """Which kind of list marker a text begins with, or an empty string."""
    if not MARKER.match(text):
        return ""
    opening, number = ("(", text[1]) if text[0] == "(" else ("", text[0])
    return opening + ("1" if number.isdecimal() else "①" if "①" <= number <= "⑳" else "第" if number == "第" else "一")


def may_be_title(paragraph: str) -> bool:
    return len(paragraph) <= _SHORT_TITLE and not re.search("[。；]", paragraph)
