"""What a sentence says that its work was aimed at: 打击非法采砂，查处案件18起; 对校园周边食品安全进行检查，出动60人次."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.scope_words import ScopeWords

_BEGINS = (
    "(?:^|(?<=[，；：]))(?:[一二三四五六七八九十]是|同时|另外|此外)?"
    "(?:组织|开展|坚持|严厉|集中|全面|重点|大力|依法|持续|深入|严格|严肃|联合|着力|切实|积极|先后|扎实|强化|加强|从[严重快]|不断|继续|进一步|迅速|及时|了|会同[^，。；：\\d]{2,12}?(?=对|打击|整治|治理)|[多两二三四五六七八九十]{1,2}部门(?=联合))*"
)
_STRUCK = lazy_pattern(
    _BEGINS + "(?:(?P<struck>打击|严打)|整治(?!形式主义|营商环境|作风)|治理|清理整顿|整顿|取缔|清查)了?"
    "(?P<what>[^，。；：\\d“”]{3,24}?)(?<!并举)(?<!并重)(?<!结合)(?<!态势)(?<!力度)(?:的?专项)?(?:工作|活动|行动)?，"
)
_VERBS = ("打击", "严打", "整治", "治理", "整顿", "取缔", "清查")
_TOWARD = lazy_pattern(
    _BEGINS
    + "(?:针)?对(?:辖区内?|全[省市县区州旗镇]|我[省市县区州旗镇]|各类|部分|所有|重点)*(?P<what>[^，。；：、\\d“”]{3,24}?)的?(?:情况|工作|问题|现象)?"
    "(?:进行|开展|实施|组织|展开|实行)了?[^，。；：\\d]{0,10}?(?:检查|整治|排查|清查|治理|抽查|巡查|督查|稽查|整顿)(?:工作|活动|行动)?，"
)
# 对44家易燃易爆场所逐一检查，提出意见63条: so many of them
_TOWARD_SO_MANY = lazy_pattern(
    _BEGINS + "对(?:辖区内?|全[省市县区州旗镇])?\\d+[余多]?[家户个处所](?P<what>[^，。；：、\\d“”]{3,16}?)"
    "(?:逐一|逐个|进行|开展|实施)了?[^，。；：\\d]{0,10}?(?:检查|整治|排查|清查|治理|抽查|巡查|督查|稽查)(?:工作|活动|行动)?，"
)
_FOCUS = ("聚焦", "紧盯", "围绕", "突出")
_FOCUSED = lazy_pattern(
    f"{_BEGINS}(?:{'|'.join(_FOCUS)})(?:重点)?(?P<what>(?:(?!问题|反映)[^，。；\\d“”]){{3,24}}?(?:领域|行业|环节))"
    "(?:进行|开展|实施|组织|展开)了?[^，。；：\\d]{0,10}?(?:检查|整治|排查|清查|治理|抽查|巡查|督查|稽查|整顿)(?:工作|活动|行动)?，"
)
# Each with words that it cannot do without.
_LOOKED_AT = ((_TOWARD, ("对",)), (_TOWARD_SO_MANY, ("对",)), (_FOCUSED, _FOCUS))


def aimed_at(before: str, w: ScopeWords, issuer: str | None) -> tuple[str, ScopeKind] | None:
    """The last thing that the words in front of a figure say was fought or looked at, with its kind; None for the issuer's own field."""
    if "，" not in before:
        return None
    found: tuple[int, str, ScopeKind] | None = None
    for m in _STRUCK.finditer(before) if any(verb in before for verb in _VERBS) else ():
        found = (m.end(), (m["struck"] or "") + m["what"], "campaign")
    for pattern, words in _LOOKED_AT:
        for m in pattern.finditer(before) if any(word in before for word in words) else ():
            if found is None or m.end() > found[0]:
                found = (m.end(), m["what"], "objects")
    if found is None or w.whole_year.search(before, found[0]):
        return None
    aim = found[1].removeprefix("打击").removeprefix("严打")
    return None if aim in w.generic or w.is_own_field(aim, issuer) else (found[1], found[2])
