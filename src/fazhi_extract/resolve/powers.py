"""Kinds of powers counted one beside the other: 赋予镇街行政处罚106项、行政强制12项; 下放权限：行政许可8项、行政检查9项."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import AHEAD, CLOSED, Matcher
from fazhi_extract.resolve.neighbours import lend
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook.indicators import Phrasing

LISTED, ADJUSTED = "service.list_items", "service.adjusted_items"
_OF_POWERS = (LISTED, ADJUSTED)
_VARIETIES = {
    "取消": "取消", "下放": "下放", "赋予": "下放", "赋权": "下放", "委托": "下放", "下沉": "下放", "承接": "承接",
    "接收": "承接", "新增": "新增", "增加": "新增", "调入": "新增", "合并": "合并", "整合": "合并", "清理": "清理",
}  # fmt: skip
_CHANGED = "|".join(_VARIETIES)
# 行政许可, 其他权力 alone or with what was done to them; another verb would count cases or papers
_KIND = lazy_pattern(
    f"[，；、：和及与]{{0,2}}(?:其中)?[，：]?(?:[\u4e00-\u9fff]{{2,14}}?(?:[局委厅署]|委员会|部门|乡镇|街道|县|区|市)(?=新增|承接|下放|取消))?(?:全年|共|累计|已)?(?P<verb>{_CHANGED})?(?:了|市级|省级|县级|区级|镇街|乡镇)?"
    "(?:行政(?:许可|处罚|强制(?:措施|执行)?|征收|征用|给付|裁决|确认|检查|奖励|备案|审批|征缴)|公共服务|行政监督|内部审批|审核转报|其他(?:行政)?(?:权力|职权)?)"
    "类?(?:事项|权限|权力|职权)?(?:共|为|有)?"
)
# 承接下放事项：, 下放的市级权限中，
_OPENING = lazy_pattern(f"(?P<verb>{_CHANGED})[^，。；：\\d]{{0,14}}?(?:事项|权限|权力|职权)(?:中|包括|为|有)?[，：]?$")


def count_powers(plain: Plain, matcher: Matcher, figures: list[Figure], places: list[Place]) -> None:
    """Sets indicator and attributes of the kinds of powers that a list counts by the item (项).

    Each is what the one in front of it is, on a list or changed; the first what the verb says.
    """
    if ADJUSTED not in matcher.book.indicators or LISTED not in matcher.book.indicators:
        return  # a user's file has put another one in its place
    text = plain.text
    for i, (figure, place) in enumerate(zip(figures, places, strict=True)):
        if figure.unit != "项" or figure.role != "actual" or figure.growth or figure.form != "number":
            continue
        kind = _KIND.fullmatch(text, place.left, place.start)
        if kind is None:
            continue
        former = figures[i - 1] if i and figures[i - 1].sentence == figure.sentence else None
        opening = kind["verb"] or _verb(text, place)
        if opening is not None:
            phrasing = _changed(matcher, figure, opening)
            if phrasing is not None:
                figure.indicator, figure.rule, figure.candidates = ADJUSTED, phrasing.rule, []
                figure.attributes = {"variety": _VARIETIES[opening]}
        elif former is not None and former.unit == "项" and former.indicator in _OF_POWERS and _joined(text, place):
            listed = text.startswith("、", place.left) or text[place.end : place.end + 1] in CLOSED | {"、"}
            if not listed:
                continue  # 取消行政许可3项，行政处罚120项继续实施
            if figure.indicator not in _OF_POWERS or (
                former.indicator == ADJUSTED and text.startswith("、", place.left)
            ):
                lend(figure, former)
                figure.candidates, figure.doubts = [], []
            elif figure.indicator == former.indicator == ADJUSTED and "variety" in former.attributes:
                figure.attributes.setdefault("variety", former.attributes["variety"])


def _verb(text: str, place: Place) -> str | None:
    """What a clause directly in front of the kind's name says was done to the powers."""
    opening = _OPENING.search(text, max(place.sentence_start, place.left - 30), place.left)
    return opening["verb"] if opening else None


def _changed(matcher: Matcher, figure: Figure, verb: str) -> Phrasing | None:
    """The phrasing that reads such a number where the verb and its object stand in full in front of it: 下放行政权力事项8项."""
    head = f"{verb}行政权力事项"
    reader = matcher.on(head + "8项")
    at, end = len(head), len(head) + 2
    matches = reader.matches(figure, Place(at, end, 0, end, 0, 0, 0, 0, end + AHEAD))
    return next((m.phrasing for m in matches if m.phrasing.code == ADJUSTED), None)


def _joined(text: str, place: Place) -> bool:
    """Whether nothing but a mark stands between the figure in front and the words of this one."""
    return not text[place.floor : place.left].strip("，、；：和及与")
