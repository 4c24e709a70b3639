"""What a sentence's subject is compared with and is not about: 行政复议收案量首次超过行政诉讼，达到742件 tells of reconsideration."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern

_MATTER = "(?:案件|诉讼|复议|应诉|信访|投诉|举报|处罚|调解|办件|许可|来访|来信)"
_BY_TIMES = "[约近的]{0,2}[两二三四五六七八九十\\d.]{1,5}倍"
# 复议案件数首次超过诉讼案件数，…; …低于信访量，…; 复议办案量是诉讼案件量的两倍
_OUTDONE = lazy_pattern(
    f"(?<=[量数件议讼访诉理])(?:已|均|仍|首次|再次|继续|远|略|大幅|明显|持续|连续[两二三四五六七八九\\d]{{1,2}}年)?"
    f"(?P<verb>超过|超越|反超|超出|高于|低于|多于|少于|大于|不及|是)(?!上|去|前|往|本|全[国省市]|平均|规定|目标|20)"
    f"(?P<other>[\u4e00-\u9fff]{{0,6}}?{_MATTER}[\u4e00-\u9fff]{{0,6}}?)(?P<end>[，；。]|{_BY_TIMES})"
)
_VERBS = ("超过", "超越", "反超", "超出", "高于", "低于", "多于", "少于", "大于", "不及", "倍")
_NAMES = lazy_pattern(_MATTER)
_SUBJECT = lazy_pattern(f"(?:^|[，；。\n])(?P<name>[^，；。\n]{{0,14}}{_MATTER}[^，；。\n]{{0,8}})$")
_LONGEST = 26  # characters of a clause in front of the verb


def without_outdone(flow: str) -> str:
    """The flow, as long as it was, in which words of the subject stand again where the other is named."""
    if not any(verb in flow for verb in _VERBS):
        return flow
    return _OUTDONE.sub(_subject_again, flow)


def _subject_again(found: re.Match[str]) -> str:
    told = found.group()
    if found["verb"] == "是" and not ("的" in found["end"] and found["end"].endswith("倍")):
        return told
    subject = _SUBJECT.search(found.string, max(0, found.start() - _LONGEST), found.start())
    if subject is None:
        return told
    begins, ends = found.start("other") - found.start(), found.end("other") - found.start()
    name, long = subject["name"], ends - begins
    tail = name[-long:]
    again = tail if _NAMES.search(tail) else name[:long]
    return told[:begins] + "其" * (long - len(again)) + again + told[ends:]
