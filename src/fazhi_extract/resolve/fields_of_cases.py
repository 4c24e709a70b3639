"""The fields that a report's cases of punishment are divided into: sorts of cases, laws that were broken."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.offences import is_offence, offence_beside
from fazhi_extract.resolve.scope_words import ScopeWords

# 食品类违法案件610件: a sort of cases.
_SORT = lazy_pattern(
    "(?:其中)?[，：]?(?:共|全年)?(?:查处|办理|办结|审结|立案|作出|涉及|包括|处罚){0,3}(?P<what>(?!其他|同|此|一|两|分|多|该|全|第|行政|处罚|执法|简易|普通)(?:(?!各|查处|系统|行政|处罚|执法|程序)[^，。；、：\\d]){2,14}?类)(?:违法|违规|一般|普通|行政|处罚|典型)*案(?:件)?(?:共|为|有)?$"
)
# 其中非法行医8件, 道路运输案件976件: a field of cases within a whole; no words of how a case was dealt with
_FIELD_OF_CASES = lazy_pattern(
    "(?>(?:[，、；：(（]|其中){0,4})[和及与]?(?P<what>(?![本我全该各两共同此])[\u4e00-\u9fff]{2,10}?)(?P<cases>(?:方面|领域)?(?:违法)?案(?:件|$))?(?:共|为|有)?$"
)
_HOW = lazy_pattern(
    "^行政$|大要|特大|疑难|复杂|历史|积$|跨省|团伙|重点|精品|示范|系列|串并|处理|处置|处罚|罚|警告|没收|吊销|拘留|责令|停产|程序|当场|快速|听证|轻微|不予|免予|免除|减轻|从轻|从重|首违|执法|案|办|查|审|移|立|结|公示|公开|复议|诉讼|申请|强制|线上|线下|网上|完成|作出|涉及|重大|典型|其他|其余|不同|合计|总计|全年|人|企业|单位|同比|增|减|率|占[比总全]|国标|部督|省督|非现场|首例|协作|挂牌|督办|年|月|季度|级|执行|履行|缴|送达|较|比|等$|民事|刑事|治安|通报|限制|降低|暂扣|简易|普通|快速|撤销|同类"
)
# 查办药品案件57件、罚没款32万元，查办医疗器械案件26件: fields of one sentence, each with the verb.
_FIELD_AND_VERB = lazy_pattern(
    "(?:查办|查处|办理|办结|立案查处|立案|侦破|破获)(?:了|各类)?(?P<what>(?!各类|重大|一般|上述)[\u4e00-\u9fff、]{2,12}?)(?:领域|方面|类)?(?:违法|违规)?案(?:件)?(?:共|为)?$"
)
# 落实《某条例》处罚28起，落实某办法处罚5起: laws of one sentence, each with its cases.
_LAW_AND_CASES = lazy_pattern(
    "(?:落实|违反|依据|依照|根据|按照|适用)(?P<what>(?:《[^》]{4,40}(?:条例|办法|规定|法|规则)》|(?!有关|相关|以上|上述)[\u4e00-\u9fff]{3,24}?(?:条例|办法|规定|规则|法)(?=相关|有关|的|规定|立案|作出|实施|处罚|，|案)))"
    "[^。；\\d]{0,16}?(?:处罚|罚款|立案|查处|案件)[^。；，\\d]{0,4}$"
)
_CAMPAIGN = lazy_pattern("行动|整治|专项")
_NO_FIELD = ("违法", "违规", "违法违规")
_LISTED_FIELD = lazy_pattern("[、，](?P<what>[\u4e00-\u9fff]{2,12}?)(?:领域|方面|类)?(?:违法|违规)?案件(?:共|为)?")
_OF_MANY_FIELDS = lazy_pattern("市场监|工商|综合行政执法|综合执法|政府|[镇乡]$|街道|开发区|管委会|管理委员会")
_IN_ALL = lazy_pattern("全年|累计|共|合计|总计|；")
_MONEY = ("penalty.fine_amount", "penalty.total_amount", "penalty.confiscated_amount")


def no_field(name: str) -> bool:
    """Whether a name tells how a case was dealt with, and no field."""
    return _HOW.search(name) is not None


def sort_of_cases(left: str) -> str | None:
    """The sort of cases that stands in front of a number of them: 食品类案件610件."""
    sort = _SORT.search(left) if "类" in left else None
    return sort["what"] if sort else None


def only_field(left: str, w: ScopeWords, issuer: str | None) -> str | None:
    """The field that cases are said to be of, where the issuer has many: 市场监管局 with 查处销售假冒商品案件102件."""
    m = _FIELD_AND_VERB.search(left) if _OF_MANY_FIELDS.search(issuer or "") else None
    if m is None or _HOW.search(m["what"]) or w.is_own_field(m["what"], issuer):
        return None
    return m["what"]


def field_of_cases(flow: str, figures: list[Figure], i: int, left: str) -> str | None:
    """The field of cases that a part of the penalties in front of it is about."""
    own = left[max(0, figures[i - 1].end - figures[i].clause[0]) :] if i else left
    m = _FIELD_OF_CASES.fullmatch(own)
    read = figures[i].attributes.keys() & {"instrument", "procedure", "result"}
    part = any(relation == "whole" for relation, _ in figures[i].links) or _goes_on(flow, figures, i, own)
    if m is None or read or _HOW.search(m["what"]) or not (m["cases"] or part or is_offence(m["what"])):
        return None
    listed = (m["cases"] and own.startswith(("，", "、"))) or figures[i].start - figures[i].clause[0] == len(own)
    j = i - 1
    while j >= 0 and figures[j].sentence == figures[i].sentence:
        if figures[j].indicator == "penalty.cases" and figures[j].scope_kind in (None, "campaign", "own", "system"):
            break
        j -= 1
    in_front = j >= 0 and figures[j].sentence == figures[i].sentence
    fits = in_front and (figures[j].value or 0) > (figures[i].value or 0)
    return m["what"] if part or (fits and (own.startswith("其中") or (m["cases"] and listed))) else None


def _goes_on(flow: str, figures: list[Figure], i: int, own: str) -> bool:
    """滥伐林木22起，非法收购木材9起: the next member of a list of cases that each name a field.

    `own`: the words in front of the number; nothing but the list's mark may part them from the member in front.
    """
    former = figures[i - 1] if i else None
    if former is None or former.indicator != "penalty.cases" or former.unit != figures[i].unit:
        return False
    if former.scope is None or former.scope_kind != "objects":
        return False
    between = flow[former.end : figures[i].start]
    return between.lstrip("，、") == own.lstrip("，、") and former.scope in flow[former.clause[0] : former.start]


def fields_side_by_side(flow: str, figures: list[Figure], issuer: str | None, w: ScopeWords) -> None:
    """Sets the scopes where one sentence counts the cases of several fields, laws or offences, each named beside its verb.

    Money that stands behind the cases of a field is of that field; behind a list, it is of all its members.
    """
    by_sentence: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for i, what in _named(flow, figures, issuer, w):
        by_sentence.setdefault(figures[i].sentence, []).append((i, what))
    for found in by_sentence.values():
        if len({what for _, what in found}) < 2:
            continue
        named = {i for i, _ in found}
        for i, what in found:
            figures[i].scope, figures[i].scope_kind = what, "objects"
            if i - 1 in named:
                continue  # 假冒案件38件、侵权案件27件，罚没12万元: of both
            j = i + 1
            while j < len(figures) and figures[j].sentence == figures[i].sentence and figures[j].indicator in _MONEY:
                if _IN_ALL.search(flow, figures[j - 1].end, figures[j].start):
                    break
                if figures[j].scope_kind is None:
                    figures[j].scope, figures[j].scope_kind = what, "objects"
                j += 1


def _named(flow: str, figures: list[Figure], issuer: str | None, w: ScopeWords) -> Iterator[tuple[int, str]]:
    """Figures of cases whose own words name a field, a law or an offence: index, and the name."""
    listed = -1
    for i, figure in enumerate(figures):
        if figure.indicator != "penalty.cases" or figure.scope_kind is not None or figure.role != "actual":
            continue
        begins = figures[i - 1].end if i and figures[i - 1].sentence == figure.sentence else figure.sentence[0]
        own = flow[begins : figure.start]
        if law := _LAW_AND_CASES.search(own):
            yield i, law["what"].strip("《》")
            continue
        if "其中" in own:
            continue  # 查处水事案件76件，其中查处非法采砂案件24件: a part of the one in front, not beside it
        name = _field_beside(own, listed == i - 1)
        if name is None and not _CAMPAIGN.search(flow, figure.sentence[0], figure.start):
            name = offence_beside(own, listed == i - 1, w, issuer)  # in a campaign all offences are the campaign's
        if name is not None:
            yield i, name
            listed = i


def _field_beside(own: str, goes_on: bool) -> str | None:
    """The field that the words since the last number name: 查处广告案件32件、贿赂案件18件; `goes_on`: one stands in front."""
    field = _FIELD_AND_VERB.search(own) or (_LISTED_FIELD.fullmatch(own) if goes_on else None)
    if field is None or field["what"] in _NO_FIELD or _HOW.search(field["what"]):
        return None
    return field["what"]
