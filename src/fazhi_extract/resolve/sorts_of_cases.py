"""Penalties that only the sentence names: 立案的86起案件中，水资源类43起; 食品类立案56件，药品类23件; 办理案件56件，罚款2万元."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain

_CASES = "penalty.cases"
_AMONG = lazy_pattern("(?:行政|违法)?(?:处罚|执法)?(?:案件|决定)?(?:当)?中，(?!其中)")
_OPENING = lazy_pattern(
    "(?:(?:在|全年|今年|本年|共|已|所|上述|以上){0,3}(?P<verb>立案(?:查处)?|办结|结案|查处|查办|处罚|作出)?的?)"
)
# Of what else a text counts cases.
_OTHER_CASES = lazy_pattern(
    "复议|诉讼|应诉|仲裁|信访|投诉|举报|提案|建议|调解|纠纷|刑事|民事|法院|检察|许可|审批|公证|援助|咨询|诉求|工单|律师|确认|治安"
)
_OF_PENALTIES = lazy_pattern("立案|罚|查处|查办|警告")
_SORT = lazy_pattern(
    "[、，；]?(?:和|及)?(?:(?P<what>(?!其[他它])[\\u4e00-\\u9fff]{2,10}?(?:领域|类|(?=方面)))(?:方面)?(?:案件)?|其[他它](?:类|案件)?)(?:共|有|为)?"
)
_ACT_OF_SORT = lazy_pattern(
    "(?P<what>[\\u4e00-\\u9fff]{2,10}?(?:领域|类))(?:案件)?(?:共|累计)?(?:立案(?:查处)?|处罚|查处|办结|结案)(?:了|案件|共)?$"
)
_HANDLED = lazy_pattern("(?:办理|查办)(?:了|各类|各项)?(?:违法)?案件(?:共|共计|累计)?$")
_WITH_PENALTIES = lazy_pattern("罚款|罚没|罚金|结案|没收|(?:一般|普通|简易|快速办理)程序")
_DENIED = lazy_pattern(
    "(?:未发生|未出现|没有|无)[^，。；]{0,30}"
)  # of the cases that did not come up none were handled
_SAYS_STAGE = lazy_pattern("作出|做出|决定|处罚|立案|结案|办结|查处|当场")
_CLOSURE = lazy_pattern("[，、]?(?:案件)?结案率(?:为|达到?|是|均?达|保持在)?")
_NEAR = 60  # characters in front of the sentence that may say what cases it speaks of
_FARTHEST = 12  # figures back to the whole of a sort


def penalties_by_sentence(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, places: list[Place]) -> bool:
    """Whether the i-th figure is about penalty cases by what its sentence says; sets indicator, attributes, links if so."""
    place = places[i]
    return (
        _cases_among(plain, matcher, figures, i, place)
        or _take_sort(plain, figures, i, places)
        or _cases_handled(plain, matcher, figures, i, place)
        or _closure_rate(plain, matcher, figures, i, place)
    )


def settle_procedures(flow: str, figures: list[Figure]) -> None:
    """查处368件，其中适用一般程序203件: a part by its procedure has come as far as its whole, unless its words say more."""
    for i, figure in enumerate(figures):
        whole = next((figures[j] for relation, j in figure.links if relation == "whole"), None)
        if whole is None or whole.indicator != _CASES or figure.indicator != _CASES or figure.kind == "rate":
            continue
        if "procedure" not in figure.attributes or "procedure" in whole.attributes:
            continue
        if "stage" in whole.attributes and not _SAYS_STAGE.search(flow[figures[i - 1].end : figure.start]):
            figure.attributes["stage"] = whole.attributes["stage"]


def _cases_among(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place) -> bool:
    """Whether the i-th figure opens a list of sorts (立案的86起案件中，…), and so is penalty cases; sets what it is if so."""
    figure, text = figures[i], plain.text
    if figure.kind != "count" or figure.family != "matter" or not _AMONG.match(text, place.end):
        return False
    if _CASES not in matcher.book.indicators:
        return False
    opening = _OPENING.fullmatch(text, place.clause_start, place.start)
    if opening is None:
        return False
    for former in reversed(figures[max(0, i - _FARTHEST) : i]):
        if former.indicator is None or not same_unit(former, figure):
            continue
        if former.indicator != _CASES and figure.sentence[0] - former.sentence[1] <= 1:
            return False  # 收到复议申请30件。立案的24件中: those of the sentence before
        if former.indicator == _CASES and former.value == figure.value:
            lend(figure, former)
            return True
    sentence = text[place.sentence_start : place.start] + text[place.start : plain.at(figure.sentence[1])]
    if _OTHER_CASES.search(sentence) or not _OF_PENALTIES.search(sentence):
        return False
    figure.indicator = _CASES
    said = f"{opening['verb']}案件" if opening["verb"] else "案件"
    figure.attributes = read_attributes(matcher.indicator(_CASES), None, said, "", "", figure.why)
    return True


def _cases_handled(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place) -> bool:
    """Whether 办理案件156件 are penalty cases, by what the sentence goes on about: 结案149件，罚款42万元; sets it if so."""
    figure, text = figures[i], plain.text
    if figure.family != "matter" or figure.kind != "count" or _CASES not in matcher.book.indicators:
        return False
    if not _HANDLED.search(text, place.left, place.start):
        return False
    around = _DENIED.sub("", text[max(0, place.sentence_start - _NEAR) : plain.at(figure.sentence[1])])
    if _OTHER_CASES.search(around) or not _WITH_PENALTIES.search(text, place.start, plain.at(figure.sentence[1])):
        return False
    figure.indicator = _CASES
    figure.attributes = read_attributes(matcher.indicator(_CASES), None, "办理案件", "", "", figure.why)
    return True


def _closure_rate(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place) -> bool:
    """Whether a 结案率 without a subject is that of the penalty cases in front of it, in its sentence; sets it if so."""
    figure, code = figures[i], "penalty.closure_rate"
    if figure.kind != "rate" or figure.growth or not _CLOSURE.fullmatch(plain.text, place.left, place.start):
        return False
    beside = [f for f in figures[max(0, i - _FARTHEST) : i] if f.sentence == figure.sentence and f.indicator]
    if not beside or not (beside[-1].indicator or "").startswith("penalty.") or code not in matcher.book.indicators:
        return False
    figure.indicator = code
    return True


def _take_sort(plain: Plain, figures: list[Figure], i: int, places: list[Place]) -> bool:
    """Whether the i-th figure is a sort of the penalty cases in front, or one beside; sets what it is if so."""
    figure, text = figures[i], plain.text
    if figure.kind != "count" or figure.family != "matter" or figure.role != "actual" or i == 0:
        return False
    sentence = places[i].sentence_start
    begins = max(sentence, min(plain.at(figures[i - 1].end), places[i].start))
    begins = max(begins, text.rfind("中，", begins, places[i].start) + 2)
    named = _SORT.fullmatch(text, begins, places[i].start)
    if named is None or _OTHER_CASES.search(text, begins, places[i].start):
        return False
    for j in range(i - 1, max(-1, i - 1 - _FARTHEST), -1):
        former = figures[j]
        if former.sentence != figure.sentence:
            return False
        if former.indicator != _CASES or not same_unit(former, figure) or former.role != "actual":
            continue
        among = _AMONG.match(text, places[j].end)
        beside = _ACT_OF_SORT.search(text, places[j].left, places[j].start)
        if among and (former.value or 0) <= (figure.value or 0):
            return False
        if among or beside:
            lend(figure, former)
            figure.links += [("whole", j)] if among else []
            if beside and former.scope_kind is None:
                former.scope, former.scope_kind = beside["what"], "objects"
            if named["what"] is not None:
                figure.scope, figure.scope_kind = named["what"], "objects"
            return True
        if former.lender is None:
            return False
    return False
