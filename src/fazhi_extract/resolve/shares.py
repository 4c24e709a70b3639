"""Shares of cases that stand without a number of their own: 受理复议申请120件，县直部门占41%; 复议案件以治安类为主，占37%."""

from __future__ import annotations

from dataclasses import replace

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.breakdowns import BROKEN_DOWN
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import AHEAD, Match, Matcher
from fazhi_extract.resolve.neighbours import lend, preceding_index
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain

_SHARE = lazy_pattern(
    "(?:占(?!(?:年度|全年|目标)?(?:目标|任务|计划))(?:比(?:例|重)?)?|所占(?:比例|比重))(?:[^，。；\\d]{0,10}的)?(?:分别|各|约|达到?|高达|近|为|了|最高|，){0,3}$"
    "|占比(?:例|重)?(?:由|从|(?:下降|提高|上升|提升|降低|增加)(?:至|到|为)|[降升增]至)(?:约|了)?$"
)
_SHARED_OUT = lazy_pattern("(?:分别|各)(?:约)?占(?:比)?(?:为|达|约)?")  # 城建类、农业类分别占18%、15%
_OF_CASES = lazy_pattern("的(?:[\u4e00-\u9fff]{0,4})(?:案件|申请|诉求|工单|纠纷|提案|建议)")
_AMONG = lazy_pattern("中，?(?:其中)?(?:有|约|近)?$|其中(?:有|约)?$")
_KIND = lazy_pattern(
    "(?:类|案件|申请|问题|纠纷|部门|单位|政府|机关|乡镇|县区|街道|局|领域|方面|事项|投诉|举报|诉求|申请人|的)(?:约|仅|共)?$"
)
_BROKEN_DOWN = lazy_pattern(BROKEN_DOWN)
_NO_CASES = lazy_pattern("人员|干部|学历|党员|经费|款|金额|资金|收入|预算|支出|财政|女性|专业")
# Of people, goods and objects a text says what some of them are besides; of cases a share is one of them.
_CASES = ("review.", "dispute.", "disclosure.request_cases", "oversight.proposal_cases", "penalty.cases")
_VAGUE = ("penalty.cases", "dispute.conflict_cases")  # 非现场案件占比四成: of these reports speak in many ways
_OF_CONFLICTS = ("纠纷中", "纠纷案件中")  # 矛盾纠纷中，邻里类占31%
_ENOUGH = 3.0  # what words have to be worth that name the whole from another clause
_LONGEST = 80  # characters of a sentence that may name the whole
_CLAUSE_END = lazy_pattern("[，：]|(?<=[中内])，?")


def share_of_cases(plain: Plain, matcher: Matcher, figures: list[Figure], i: int, place: Place) -> bool:
    """Gives a share the indicator of the cases that it is a part of; whether it is one.

    The whole is the nearest number of cases in front in the sentence, else what the sentence names.
    """
    figure, text = figures[i], plain.text
    if figure.kind != "rate" or figure.growth or figure.role not in ("actual", "prior") or figure.form != "number":
        return False
    begun = text[max(place.sentence_start, place.start - 40) : place.start]
    alone = _SHARE.search(begun)
    if not figure.separate and "分别" in begun[-8:]:
        return False  # 一般程序32件、简易程序140件，分别占18%和82%: each of its own
    if not (
        alone
        or (figure.separate and _SHARED_OUT.search(text, place.start, plain.at(figure.start)))
        or (_OF_CASES.match(text, place.end) and _AMONG.search(begun))
    ):
        return False
    whole = preceding_index(figures, i, lambda f: f.kind == "count" and f.role == "actual" and is_case(f.indicator))
    if whole is not None and alone is not None:
        # 受理复议申请36件，法学人员占80%: only what names a kind of cases, or a part behind 其中, is a share of them
        subject = begun[: alone.start()]
        behind = "其中" in text[plain.at(figures[whole].end) : place.start] and not _NO_CASES.search(subject[-8:])
        if not (_KIND.search(subject) or behind) or _NO_CASES.search(alone.group()):
            return False
    if whole is None and alone is not None and _KIND.search(begun[: alone.start()]):
        whole = _in_front(plain, figures, i, place)
    if whole is not None:
        lend(figure, figures[whole])
        figure.links.append(("whole", whole))
    elif (named := _named(plain, matcher, figure, place)) is not None:
        figure.indicator, figure.rule, figure.partial = named.phrasing.code, named.phrasing.rule, True
        figure.doubts.append("subject-far")
    else:
        return False
    own = text[place.left : place.start]
    read = read_attributes(matcher.indicator(figure.indicator or ""), None, own, "", "", figure.why)
    figure.attributes.update((key, value) for key, value in read.items() if key != "stage")
    return True


def _in_front(plain: Plain, figures: list[Figure], i: int, place: Place) -> int | None:
    """受理信访120件。从类型看，咨询类占60%: the cases that the sentence in front opens with, where this one breaks them down."""
    begun = plain.text[place.sentence_start : place.start]
    if not _BROKEN_DOWN.match(begun) or _NO_CASES.search(begun):
        return None
    found: int | None = None
    for j in range(i - 1, -1, -1):
        earlier = figures[j]
        if earlier.sentence == figures[i].sentence:
            continue
        if figures[i].sentence[0] - earlier.sentence[1] > 1:
            break
        if earlier.kind == "count" and earlier.role == "actual" and is_case(earlier.indicator):
            found = j
    return found


def is_case(code: str | None) -> bool:
    """Whether an indicator counts cases that reports break down by shares."""
    return code is not None and code.startswith(_CASES) and code.endswith(("_cases", "penalty.cases"))


def _named(plain: Plain, matcher: Matcher, figure: Figure, place: Place) -> Match | None:
    """The phrasing of cases that fits where a number of them would stand: here, or at the end of a clause in front."""
    start = max(place.sentence_start, place.start - _LONGEST)
    head = plain.text[start : place.start]
    reader = matcher.on(head)
    count = replace(figure, kind="count", unit="件", family="matter", value=None)
    ends = [len(head), *(m.start() for m in reversed(list(_CLAUSE_END.finditer(head))))]
    if (share := _SHARE.search(head)) is not None:
        ends.append(share.start())  # 重复访占比降至11.5%
    for end in ends:
        left = max(head.rfind("，", 0, end), head.rfind("；", 0, end), head.rfind("：", 0, end)) + 1
        found = reader.matches(count, Place(end, end, left, end, left, 0, left, 0, len(head) + AHEAD))
        best = next((m for m in found if is_case(m.phrasing.code)), None)
        sure = best is not None and best is found[0] and best.score >= _ENOUGH
        if sure and best is not None and best.phrasing.code in _VAGUE:
            sure = best.phrasing.code == "dispute.conflict_cases" and head.endswith(_OF_CONFLICTS, 0, end)
        if sure:
            return best
    return None
