"""The field that a sentence opens with, and is about to its end: 食品领域，查处案件40件，罚款27万元; 规划执法方面：立案12件."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern

# 规划执法方面：查处…: the field that a sentence is about, where it opens the sentence.
_ASPECT = lazy_pattern(
    "(?:其中，?：?|[(（]?[一二三四五六七八九十]是)?(?P<what>(?!一方面|另一|(?:检查|处罚|许可|审批|复议|应诉|信访|调解|宣传|培训|普法)方面|在|从|对|行政|执法|依法|法治|监管|监督|政务|普法|综合|法律|制度|服务|日常|其他|各)[\u4e00-\u9fff“”、]{2,16}?)(?:工作)?方面[，：]"
)
# 生态环境领域严打违法行为，检查企业215家次: the field that opens a sentence
_OPENING_FIELD = lazy_pattern(
    "(?:[(（]?[一二三四五六七八九十]是)?(?:在(?=[^，。；]{2,10}领域，))?(?P<what>(?!严格|严厉|落实|贯彻|深化|规范|加强|深入|持续|扎实|积极|力争|确保|实现|重点|各|关键|民生|执法|行政|法治|政务|普法|依法|相关|其他|多|涉|聚焦|围绕|开展|[该此在对从新共查办推]|主要|优势|专业|跨|全)[\u4e00-\u9fff、]{2,10}领域)"
    "(?!的|内|专项|及|和|、|等|执法|信用|违法|突出|改革|行政|综合|监管|为|是|中|里|上|已|共|累计)(?=[\u4e00-\u9fff，：])"
)
# 燃气领域立案12起；全年立案86起: behind a number of the field's, the whole again
_ALL_AGAIN = lazy_pattern(
    "\\d[^，。；\\d]{1,8}(?:；(?:而|但)?(?:全[省市县区州旗局]|全系统|全年)|，(?:而|但)?(?:全[省市县区州旗局]|全系统)(?:共|累计))"
)
_BY_ALL_OF_FIELD = lazy_pattern("[，：](?:[^，。；\\d]{2,30}，)?全(?:[省市县区州旗]|系统)")  # 治安领域，全市立案120件


def opening_aspect(near: str, before: str) -> re.Match[str] | None:
    """The aspect (…方面) that the part of a sentence in front of a number opens with (`near`), or the sentence (`before`)."""
    if "方面" not in before:
        return None
    m = _ASPECT.match(near) or _ASPECT.match(before)
    return None if m is None or _ALL_AGAIN.search(m.string, m.end()) else m


def opening_field(before: str, issuer: str | None) -> re.Match[str] | None:
    """The field (…领域) that the sentence opens with, unless it is the issuer's own or the words behind it turn to the whole."""
    m = _OPENING_FIELD.match(before) if "领域" in before else None
    if m is None or (issuer and m["what"].removesuffix("领域") in issuer):
        return None
    return m if by_all_of_field(before, m) or not _ALL_AGAIN.search(before, m.end()) else None


def by_all_of_field(before: str, field: re.Match[str]) -> bool:
    """治安领域，全市立案120件: whether 全市 behind a field speaks of all who work in it, and not of the whole again."""
    return _BY_ALL_OF_FIELD.match(before, field.end()) is not None
