"""Bodies and places that stand as the subject of a figure: a part of the issuer, or one beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.scope_words import ScopeWords

# 市场监管部门查处486件 in a government's report: one of its departments.
_GOVERNMENT = lazy_pattern("(?:政府|管理委员会|管委会|办事处)$")
_DEPARTMENT = lazy_pattern(
    "(?!有关|相关|各|行?政?执法部门|主管|职能|成员|责任|牵头|多部门|跨部门)(?P<what>[市县区省州旗]?[\u4e00-\u9fff、和]{2,12}?(?:部门|[局委]))"
    "(?!门|员|托|会|党|属|机关|系统|办公|[长务里])(?=[\u4e00-\u9fff\\d])"
)
_DOES = "(?=共?(?:立案|受理|办理|办结|查处|罚款|处罚|收到|新收|审结|检查|开展|实施|化解|(?:诉讼)?调[解处]|出动|移送|作出|完成|排查|发现|培训|举办|建成))"
_BODY = lazy_pattern(
    "(?:我?[市县区省州旗]|[\u4e00-\u9fff]{2,4}[市县区州旗盟镇]|直属|下属|[局委厅]属)(?![场级内])[\u4e00-\u9fff]"
)
_BRANCH = lazy_pattern("(?P<what>(?!各|本|我|全)[\u4e00-\u9fff]{2,4}(?:分局|[支大中]队|派出所|监管所))" + _DOES)
_PART_PLACE = lazy_pattern(
    "(?:^|其中|[，；：、])(?:其中)?[，：]?(?P<what>(?![全本我各该]|[^，。；、]{0,4}[辖社景小校库灾林山地城市片]区)[\u4e00-\u9fff]{2,6}?(?:[区县市旗镇乡]|街道))"
    + _DOES
)
# 其中市公安局调处纠纷85件、乡镇调处40件: a body, or bodies of one level, whose part of a whole it is.
_PART_BODY = lazy_pattern(
    "(?:^|其中|[，；：、])(?:其中)?[，：]?(?P<what>(?!各级)(?:[省市县区州旗](?!场|政(?!府)|监)(?:级|直|人民)?|基层|县\\(市、区\\))(?:(?!等)[\u4e00-\u9fff、]){0,12}?"
    "(?:政府|部门|单位|机关|街镇|镇街|乡镇|街道|法院|检察院|[局委]|[支大]队|调委会|调解组织)|街镇|镇街|乡镇街道|各?乡镇(?:\\(街道\\))?)"
    + _DOES
)
# 县级部门受理…, 街镇实施处罚522次: the bodies of one level as the subject of the sentence.
_LEVEL = lazy_pattern(
    "(?:全年|今年|年内)?(?P<what>(?:[省市县区州旗](?:\\([市县区]\\))?(?:级|直|属))(?:(?!等)[\u4e00-\u9fff、]){0,12}?(?:政府|部门|单位|机关|街镇|镇街|乡镇|街道)(?:\\(街道\\))?"
    "|各?(?:街镇|镇街)(?!道)|乡镇街道|各(?:镇|镇街|街镇|乡镇)街道|各镇\\(街道\\)|各?乡镇(?:\\(街道\\))?(?:[、和](?:各|[省市县区州旗](?:级|直|属))(?:有关|相关|各)?(?:部门|单位))?)"
    + f"(?:{_DOES}|(?P<near>)(?=共?(?:备案|制定|印发|发布|公开|举办|述法|审查|审核))|(?=(?:党政)?(?:主要负责(?:人|同志)|领导干部|“?一把手”?)(?:开展|进行|参加)?(?:书面|现场)?述法))"
)
_COMMA = lazy_pattern("，")
_OTHER_LEVEL = lazy_pattern("[，；](?:[省市县区州旗镇乡村]级|村居|村\\(社区\\)|社区)" + _DOES)
_OTHER_BODY = lazy_pattern(
    "[，；](?:(?:[\u4e00-\u9fff]{2,3})?[省市县区州旗]|本)[\u4e00-\u9fff]{1,12}?(?:[局委办厅]|政府|中心|[支大]队)"
    + _DOES
)
_TWIN = lazy_pattern(
    "(?<=[省市县区州旗盟])(?P<what>[^省市县区州旗盟]{2,12}(?:局|委员会|厅))$"
)  # the same office of a place below
_LOWER = lazy_pattern("(?!以)[\u4e00-\u9fff]{1,5}[市县区州旗](?=[^市县区州旗]+$)")
_SUBJECT_AHEAD = lazy_pattern("[，下](?:(?<=，)|(?<=下)属(?:执法)?机构)")
_NO_BODY = lazy_pattern(
    "因|驻|移交|移送|转交|交由|退出|设立|下设|下辖|进驻|入驻|挂牌|印制|编制|现有|制定|优化|根据|依据|对|在|向|由|会同|组织|开展|检查|全市|各|全县|全区|联合|依托|通过|推动|指导|建成|加强|推进"
)


def part_of_whole(before: str, issuer: str | None, w: ScopeWords) -> tuple[str, ScopeKind] | None:
    """The place or the body that a part of a whole is about: 其中，甲区立案134起、罚款5万元，乙县立案88起."""
    last: re.Match[str] | None = None
    kind: ScopeKind = "region"
    kinds: tuple[tuple[re.Pattern[str], ScopeKind], ...] = ((_PART_PLACE, "region"), (_PART_BODY, "unit"))
    for pattern, name in kinds:
        for m in pattern.finditer(before, before.rfind("其中")):
            if last is None or m.start("what") > last.start("what"):
                last, kind = m, name
    if last is None or (issuer and issuer.startswith(last["what"])) or _is_issuer(last["what"], issuer):
        return None
    if _ends(before, last.end(), w):
        return None
    return last["what"], kind


def _is_issuer(name: str, issuer: str | None) -> bool:
    """Whether 市政府 or 区司法局 is the issuer itself."""
    return issuer is not None and issuer.replace("人民政府", "政府").endswith(name.replace("人民政府", "政府"))


def subject_body(before: str, w: ScopeWords, issuer: str | None) -> str | None:
    """A body other than the issuer that is the subject of the sentence."""
    starts = [len(before) - len(before.lstrip("，、；（(一二三四五六七八九十是"))]
    starts += [m.end() for m in _SUBJECT_AHEAD.finditer(before)]
    for start in reversed(starts):
        below = _below(before, start, issuer) if issuer else None
        if below:
            return below
        branch = _BRANCH.match(before, start)
        if branch and not _NO_BODY.search(branch["what"]) and not _ends(before, branch.end(), w):
            return branch["what"]
        m = w.unit.match(before, start) if _BODY.match(before, start) else None
        if m is None or not _BODY.match(m["what"]) or _NO_BODY.search(m["what"]):
            continue
        name = m["what"].removeprefix("其中").removeprefix("涉及").removeprefix("委托")
        if (
            before[m.end() : m.end() + 1] == "、"  # one of several
            or w.own.search(before, m.end())
            or w.system.search(before, m.end())
            or (issuer and (name in issuer or issuer in name))
        ):
            continue
        return name
    return None


@lru_cache(maxsize=64)
def _office(issuer: str) -> str:
    """What an issuer is without its place: 商务局; empty where it is no office of a place."""
    twin = _TWIN.search(issuer)
    return twin["what"] if twin else ""


def _below(before: str, start: int, issuer: str) -> str | None:
    """秀湖区商务局 in the report of a city's 商务局: the same office of a place below."""
    office = _office(issuer)
    at = before.find(office, start, start + 20) if office else -1
    if at < 0:
        return None
    name = before[start : at + len(office)]
    own = name in issuer or issuer in name
    return None if own or not _LOWER.match(name) or _NO_BODY.search(name) else name


def department(before: str, w: ScopeWords) -> str | None:
    """A department of the government whose report it is, as the subject of the sentence."""
    starts = [len(before) - len(before.lstrip("，、；（(一二三四五六七八九十是"))]
    starts += [m.end() for m in _SUBJECT_AHEAD.finditer(before)]
    for start in reversed(starts):
        m = _DEPARTMENT.match(before, start)
        if m and not _NO_BODY.search(m["what"]) and not w.whole.search(before, m.end()):
            return m["what"]
    return None


def level(before: str, w: ScopeWords) -> str | None:
    """Bodies of one level as the subject of the sentence: 县级部门受理…, 街镇实施处罚522次."""
    starts = [0, *(m.end() for m in _COMMA.finditer(before))]
    found = next((m for start in reversed(starts) if (m := _LEVEL.match(before, start))), None)
    if found is None or _ends(before, found.end(), w):
        return None
    if _OTHER_LEVEL.search(before, found.end()):
        return None  # 乡镇化解190件，县级化解40件
    if found["near"] is not None and ("，" in before[found.end() :] or found["what"].endswith("政府")):
        return None
    return found["what"]


def _ends(before: str, at: int, w: ScopeWords) -> bool:
    """Whether the words behind a body speak of the whole, of the issuer, or of another body."""
    return (
        w.whole.search(before, at) is not None
        or before.find("本级", at) >= 0
        or _OTHER_BODY.search(before, at) is not None
    )


def is_government(issuer: str | None) -> bool:
    """Whether the issuer is a government, whose departments are parts of it."""
    return issuer is not None and _GOVERNMENT.search(issuer) is not None
