"""The names of campaigns: where one stands in some words, and which of the words are its name."""

from __future__ import annotations

from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.scope_words import ScopeWords

TRIM = lazy_pattern(
    "^(?:为期[^，的]{1,6}的|\\d{1,4}[余多]?(?:场次|[次场轮期])|同时|另外|此外|其中|并|认真|深入|扎实|持续|大力|积极|全面|统筹|重点|继续|全年|今年|共|累计|查办|查处|办理|依托|按照|严格|组织|加大|采取|开展|实施|推进|部署|联合|聚焦|围绕|以|结合|通过|紧盯|会同|先后|及|和|、|了|是|在|对|将|抓好|做好|加强|强化|参加|参与|配合|牵头|推动(?=[^，。；]{2,}(?:整治|治理)))+"
)
_LATE_VERB = lazy_pattern(".*(?:开展|实施|推进|组织|部署|深化|抓好|聚焦|打好|启动|参加|实行|牵头)")
_SEVERAL = lazy_pattern("等(?:$|\\d|[一二三四五六七八九十])")
_LAST_OF_LIST = lazy_pattern("[^等]{2,12}等")  # 甲、乙、丙等重点食品专项检查: one campaign for all of them
# 甲、乙、丙等专项整治: several, and no one campaign for all of them
_SEVERAL_KINDS = lazy_pattern("等(?:专项|集中|联合|系列)")
_IN_ITS_COURSE = lazy_pattern("(?P<what>[^，。；中]{3,20}?(?:治理|整治|行动))中(?=联合|集中|开展|组织|专项)")
_LISTED = lazy_pattern("等(?:专项|行动|执法|整治|重点)?|》")
# 此次行动, 执法检查, 一天的集中检查: words that name no campaign
NO_NAME = lazy_pattern(
    "(?:(?:此|本|该|这|首|每|历|各)(?:次|项|轮|个)?|[一二两三\\d]{1,4}[天日周月次](?:的)?)?(?:专项|集中|联合|综合|日常|统一|全面|多?部门|跨部门|行政|区域|实际|有力|积极|快速|自觉|果断|执法|监督|巡查|巡逻|检查|整治|治理|清理|打击|排查|活动|行动|开展|期间|工作)*"
)
# 对药店收费进行专项检查: the name is what stands in front of the act
_DONE_TO = lazy_pattern("(?:的?(?:情况|工作|问题))?(?:进行|开展|实施)")
_ALL_OF = lazy_pattern("^(?:对|针对)?(?:全[省市县区州旗镇]|我[省市县区]|辖区内?)(?:的)?")
_GOES_ON = lazy_pattern(
    "(?:排查|整治|治理|打击|攻坚|执法|检查){0,2}20\\d\\d年?"
)  # 重大事故隐患专项排查整治2023行动: one name
_LONGEST_LIST = 50  # characters of a campaign's name that lists what it looks at
_LONGEST_NAME = 22  # characters in front of what it ends with
_QUOTED_WITHIN = 14  # characters in front of a quotation, in it and behind it
_FIELDS_OF_ONE = ("水", "气", "土", "声", "路", "药", "粮", "茶", "油", "煤")  # 水专项检查
_STOPS = "，。；：、\n“”"


class Found(NamedTuple):
    """Where a campaign's name stands, with the words that lead to it."""

    start: int
    end: int


def last_campaign(words: str, w: ScopeWords) -> Found | None:
    """The last name of a campaign in some words."""
    last: Found | None = None
    for end in w.campaign_end.finditer(words):
        if words.startswith("”", end.end()) and w.campaign_end.match(words, end.end() + 1):
            continue  # “百日攻坚”行动: the name goes on behind the quotation
        done = last.end if last else 0
        begins = _begin(words, done, end.start()) if end.start() >= done else None
        if last is not None and begins is not None and _GOES_ON.fullmatch(words, last.end, end.start()):
            begins = last.start
        if begins is not None:
            # “百日攻坚”: the name ends with its quotation
            last = Found(begins, end.end() + words.startswith("”", end.end()))
    return last


def _begin(words: str, low: int, end: int) -> int | None:
    """Where a name begins that has its last word at `end`; None where nothing stands in front of that."""
    start = _behind_stop(words, max(low, end - _LONGEST_NAME), end)
    mark = words[start - 1 : start] if start > low else ""
    if mark == "“":
        return _behind_stop(words, max(low, start - 1 - _QUOTED_WITHIN), start - 1)
    if mark == "”" and end - start <= _QUOTED_WITHIN:
        opens = start - 1
        while opens > low and words[opens] == "”":  # “甲”“乙”行动: both
            begins = words.rfind("“", max(low, opens - 1 - _QUOTED_WITHIN), opens)
            if begins < 0:
                break
            opens, start = begins - 1, begins
        if words.startswith("“", start):
            return _behind_stop(words, max(low, start - _QUOTED_WITHIN), start)
    return start if end - start >= 2 or words[start:end] in _FIELDS_OF_ONE else None


def _behind_stop(words: str, low: int, end: int) -> int:
    """Where the words begin that run up to `end` without a mark between them."""
    return max(low, 1 + max(words.rfind(mark, low, end) for mark in _STOPS))


def name(words: str, found: Found, w: ScopeWords) -> str | None:
    """The name of a campaign without what was done with it; None for one that says nothing of its own, or for several."""
    if _SEVERAL.match(words, found.end):
        return None  # 甲专项整治、乙专项整治等6次
    start = found.start
    if words.endswith("、", 0, start) and _LAST_OF_LIST.match(words, start, found.end):
        start = max(words.rfind(mark, 0, start) for mark in "，；：。") + 1
        listed = TRIM.sub("", words[start : found.end])
        if _SEVERAL_KINDS.search(listed):
            return None
        done = _DONE_TO.search(listed)
        return (listed[: done.start()] if done else listed) if start + _LONGEST_LIST > found.end else None
    named = _LATE_VERB.sub("", words[start : found.end])
    if (course := _IN_ITS_COURSE.match(named)) is not None:
        named = course["what"]  # 校外培训治理中联合执法26次
    named = TRIM.sub("", named[named.rfind("(") + 1 :] if ")" not in named else named)
    if named.endswith(("疫情防控", "疫情防控工作")):
        return "疫情防控"
    done = _DONE_TO.search(named)
    named = _ALL_OF.sub("", named[: done.start()]) if done else named
    if (
        len(named) < 4
        or w.campaign_end.sub("", named) in ("", "“”")
        or "双随机" in named
        or _LISTED.search(named)
        or NO_NAME.fullmatch(named)
    ):
        return None
    return named
