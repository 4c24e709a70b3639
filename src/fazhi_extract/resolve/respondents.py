"""Whose reviews and lawsuits a figure counts: those against one body of several, those that one of them decided, or those over
disclosure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.text import SourceText

_CASES = ("review.reconsideration_cases", "review.litigation_cases")
_NAME = (
    "(?:\\d{1,3}个)?(?:各)?(?:(?:[省市县区州旗乡镇]|地市|市州|州市|区县|县区|县市|省直|市直|区直|县直|乡镇|镇街|街镇|街道)"
    "(?:级|本级|直)?(?:\\((?:市|区|街道|[市县区]、[市县区]|地)\\))?(?:级)?)"
    "(?:的)?(?:(?:人民)?政府)?(?:的)?(?:(?:工作|各|组成|所属|直属)?(?:部门|委办局|单位|机构)|派出机构|办事处|街道|乡镇)?(?:本级)?(?:\\(街道\\)(?:人民)?政府?)?(?:等其他)?"
)
_AGAINST = lazy_pattern(
    "(?:以(?P<what>[^，。；：\\d]{2,16}?)(?:为|作为|作)(?:共同)?(?:被申请人|被告)(?!和|、|或)|(?:被申请人|被告|被复议机关|被诉机关)(?:为|是)(?P<who>[^，。；：\\d]{2,16}?)的)"
)
# 被申请人为县政府的8件、乡镇政府(的)3件: the next of the bodies that cases were brought against
_NEXT = lazy_pattern(
    "[、，](?P<what>(?![^的]{0,8}(?:其中|其他|其余|审|撤|维持|驳回|受理|合计))[^，。；：、\\d的]{2,12}?(?:政府|部门|单位|机关|办事处|[局委办厅]|街道|乡镇|机构))(?:的)?"
)
_BY_BODY = lazy_pattern(
    "(?:被申请人|应诉机关|应诉主体|被告|复议机关|被诉机关|涉案单位)(?:的)?[^，。；\\d]{0,8}(?:来看|上看|看|划分)?，|(?:被申请人|应诉机关|复议机关)[^，。；：\\d]{0,6}："
)
_SUBJECT = lazy_pattern(
    f"(?:^|[，；：)、]|其中|报送数据的)(?P<what>{_NAME})"
    "(?:中有\\d{1,3}个(?:单位|部门))?(?:(?:共计?|累计|全年|新|分别)*(?:收到|受理|新收|接收|审结|应对|办理|承办|出庭应诉|应诉)|(?P<alone>(?:的)?(?:行政)?(?:复议|诉讼|应诉)?(?:案件)?(?:数量)?(?:为|共|有|是)?$))"
)
_OWN = lazy_pattern("本级|^[省市县区州旗镇]?(?:局|厅|委|办|管委会|办事处|分局|(?:人民)?政府)(?:机关)?$")
_ALL = lazy_pattern("各.*[、和及].*各")  # 各乡镇政府、市政府各部门: all there are
_SELF = lazy_pattern("[本我]")
_BESIDE = lazy_pattern(
    "，(?!占|约占|同比|较|比|增|降|上升|下降)|共(?!同|计?$)|总(?!计$)"
)  # 以区政府为被告的20件，审结60件: no more its own
_WHOLE = lazy_pattern("全[省市县区州旗]|(?:各级|所有)(?:行政)?(?:复议)?机关|合计|总计")
# 未发生因政府信息公开引起的行政复议: of the disclosure alone, in a report that may count all others elsewhere
_OVER_DISCLOSURE = lazy_pattern(
    "(?:因|针对|涉及|围绕)[^，。；、\\d]{0,8}?(?P<what>(?:政府|政务)?信息(?:依申请)?公开|政府信息申请)"
    "(?:工作|申请|答复|事项|问题)?(?:而|所)?(?:的|被|引起|引发|引致|产生|导致|提起|申请|发生)"
)
_WITH_DEPARTMENTS = lazy_pattern("政府(?:及|和|与)(?:其|所属|[省市县区][级直]|各)*(?:工作)?部门$")
_ANOTHER = lazy_pattern("全年|其他(?!结果|情形|处理)|其余|另")
_FARTHEST = 300  # characters between two bodies that are told apart


def assign_respondents(source: SourceText, figures: list[Figure], issuer: str | None) -> None:
    """Sets the scopes of reviews and lawsuits that are those of one body among several, or over disclosure alone."""
    named = list(_named(source.flow, figures))
    at = [figures[i].start for i, _, _ in named]
    for i, what, against in named:
        figure = figures[i]
        near = named[bisect_left(at, figure.start - _FARTHEST) : bisect_right(at, figure.start + _FARTHEST)]
        others = any(other != what and also == against for _, other, also in near)
        if (
            _ALL.match(what)
            or _WITH_DEPARTMENTS.search(what)
            or _SELF.match(what)
            or (
                issuer
                and (_is_own(what, issuer) or _alike(issuer).endswith(_alike(what)) or _alike(issuer) in _alike(what))
            )
        ):
            continue
        if figure.scope_kind is None and (others or (against and not _of_all(what, issuer))):
            figure.scope, figure.scope_kind = what, "unit"
    for figure in figures:
        if figure.scope_kind is None and figure.indicator in _CASES:
            begins = max(figure.sentence[0], source.flow.rfind("；", figure.sentence[0], figure.start) + 1)
            over = _OVER_DISCLOSURE.search(source.flow, begins, figure.end)
            if over and not (
                _WHOLE.search(source.flow, over.end(), figure.start)
                or _ANOTHER.search(source.flow, over.end(), figure.start)
            ):
                figure.scope, figure.scope_kind = over["what"], "objects"


def _is_own(what: str, issuer: str) -> bool:
    """以街道为被申请人, in the report of 柳塘街道办事处: whether a bare name is the issuer's own."""
    name = what.removesuffix("办事处").removesuffix("政府")
    return name != "" and issuer.removesuffix("办事处").removesuffix("人民政府").endswith(name)


def _of_all(what: str, issuer: str | None) -> bool:
    """Whether a bare name is that of the whole that the report is about; a government is none for one of its offices."""
    if "政府" in what and issuer is not None and not issuer.endswith("政府"):
        return False
    return _OWN.search(what) is not None


def _alike(name: str) -> str:
    return name.replace("人民政府", "政府")


def _named(flow: str, figures: list[Figure]) -> Iterator[tuple[int, str, bool]]:
    """Figures whose sentence names a body: index, its name, and whether the cases were brought against it."""
    listed = -1  # the last figure of a list of bodies that cases were brought against
    for i, figure in enumerate(figures):
        if figure.indicator not in _CASES:
            continue
        following = _NEXT.fullmatch(flow, figures[i - 1].end, figure.start) if i and i - 1 == listed else None
        if following:
            listed = i
            yield i, following["what"], True
            continue
        before = flow[figure.sentence[0] : figure.start]
        part = before[before.rfind("；") + 1 :]
        against = list(_AGAINST.finditer(part))
        if against:
            last = against[-1]
            if not _WHOLE.search(part, last.end()) and not _BESIDE.search(part, last.end()):
                listed = i
                yield i, last["what"] or last["who"], True
            continue
        by_body = _BY_BODY.search(before) is not None or _AGAINST.search(before) is not None
        subject = None
        for m in _SUBJECT.finditer(part):
            subject = m if by_body or m["alone"] is None else subject
        if subject and len(subject["what"]) > 1 and not _WHOLE.search(part, subject.end()):
            yield i, subject["what"], by_body
