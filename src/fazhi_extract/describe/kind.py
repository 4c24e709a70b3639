"""Whether a text is a yearly report on the rule of law at all."""

from __future__ import annotations

from fazhi_extract.describe.described import Described
from fazhi_extract.lazy import lazy_pattern

_SUBJECT = lazy_pattern("法治|依法行政|依法治[国省市区县州旗镇]|法制(?:建设|工作|政府)|普法|行政执法")
_OTHER_KIND = lazy_pattern(
    "(?:通知|公告|通告|方案|规划|计划|要点|办法|规定|条例|细则|意见|决定|批复|讲话|致辞|简讯)(?:[(（][^()（）]{1,14}[)）])?$"
)
_ENOUGH = 3
"""A text without a title of the kind speaks of its subject at least so often; a government's general report or one on
open information, long as they are, have a passing mention or two under a title of their own."""
_ENOUGH_UNDER_ANOTHER_TITLE = 8


def is_report(flow: str, found: Described) -> bool:
    """Whether a text may be a yearly report on the rule of law. In doubt it is: a report left out is the worse mistake."""
    title = found.values.get("title")
    if isinstance(title, str):
        if _OTHER_KIND.search(title):
            return False
        if _SUBJECT.search(title):
            return True
    mentions = sum(1 for _ in _SUBJECT.finditer(flow))
    return mentions >= (_ENOUGH_UNDER_ANOTHER_TITLE if isinstance(title, str) else _ENOUGH)
