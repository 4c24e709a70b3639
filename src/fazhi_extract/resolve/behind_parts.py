"""An earlier value or a growth of the whole that stands behind its parts: 立案100件，其中市容60件、燃气40件，上年为125件，下降20%."""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.neighbours import same_unit

_MOST_PARTS = 12
_MUCH = 4  # times as much as one year's value is of the next one's in few of these reports
# What stands between the last part and a value of an earlier year: 上年为125件, ；去年受理920件, 总数较上年的125件
_EARLIER = lazy_pattern(
    "\\)?[，；](?P<all>总数|总量|合计|总计)?(?:同比|[比较与同])?(?:(?:上|去)年|上一年|20\\d\\d年)(?:度|同期|全年){0,2}的?"
    "(?:受理|收到|立案|办理|办结|审结|调解|查处|查办|处罚|开展|举办|培训|检查|公开|发布|作出|共|为|是|有|仅|约|总数|总量){0,3}\\(?"
    "(?P<thing>[\u4e00-\u9fff]{2,6}(?<![为是有仅约共]))?"
)
# … and a growth: 同比增长9.2%, 比上年减少12%, 总量下降8%
_GROWTH = lazy_pattern(
    "\\)?，(?P<all>总数|总量|合计|总计)?(?:总体)?(?:同比|环比|[比较与]){0,2}(?:(?:(?:上|去)年|上一年|20\\d\\d年)(?:度|同期)?(?:相比)?)?(?:均|共|又|约|上|也)?"
    "(?:增长|下降|减少|增加|上升|降低|提高|提升|回落|下滑|上涨|[增降减升])(?:了|约|近|达)?"
)
# ，下降20%, 减少7件, ，增幅33.3%: directly behind the earlier value, or behind a growth told as a number of things
_THEN = lazy_pattern(
    "\\)?，?(?:相比|相较)?(?:今年)?，?(?:同比)?(?:总体|均|共|约)?(?:增长|下降|减少|增加|上升|降低|提高|提升|回落|下滑|上涨|[增降减升多少][幅率]?)(?:了|约|近|达|为)?"
)
_OPENS_PARTS = lazy_pattern("[，；]?(?:其中|包括)|\\((?:其中|包括|含)?")
_NEXT_PART = lazy_pattern("[、，和及](?!其中)[^，。；、()\\d]{1,14}")


def give_to_wholes(flow: str, figures: list[Figure]) -> None:
    """Gives such earlier values and growths what their whole measures, and links them to it.

    Behind a closed bracket nothing else is meant. Behind 其中 it is told by the numbers: by which of the two the growth
    comes out, by a value that is greater than the whole; and a row of several parts is not compared by its last one.
    """
    for i, figure in enumerate(figures):
        if i < 2 or figure.sentence != figures[i - 1].sentence:
            continue
        if figure.role == "prior" and figure.prior_of is None and figure.base is None:
            told = _EARLIER.fullmatch(flow, figures[i - 1].end, figure.start)
        elif figure.role == "change" and figure.base is None:
            told = _GROWTH.fullmatch(flow, figures[i - 1].end, figure.start)
        else:
            continue
        if told is None or (row := _row_before(flow, figures, i)) is None:
            continue
        whole = figures[row[0]]
        if figure.role == "prior" and (told["thing"] or "") not in flow[whole.clause[0] : whole.start]:
            continue  # 其中来信20件、来访100件，去年来访130件
        growth = i if figure.role == "change" else _growth_behind(flow, figures, i)
        again = _growth_behind(flow, figures, growth) if growth is not None else None
        bracket = flow.startswith(")", figures[i - 1].end)
        if bracket or told["all"] is not None or _is_of_whole(figures, row, i, growth):
            for j in sorted({i, i if growth is None else growth, i if again is None else again}):
                _give(figures, row, j)


def _row_before(flow: str, figures: list[Figure], i: int) -> range | None:
    """The whole and its parts, which end right in front of the i-th figure: the first of the range is the whole."""
    first = i - 1
    while i - first <= _MOST_PARTS and first > 0:
        whole, part = figures[first - 1], figures[first]
        if whole.end > part.start or whole.sentence != part.sentence or part.role != "actual" or part.kind == "rate":
            return None
        if _OPENS_PARTS.match(flow, whole.end, part.start):
            row = figures[first:i]
            alike = all(same_unit(f, whole) and (f.value or 0) < (whole.value or 0) for f in row)
            fits = alike and sum(f.value or 0 for f in row) <= (whole.value or 0)
            return range(first - 1, i) if fits and whole.role == "actual" and whole.indicator else None
        if not _NEXT_PART.fullmatch(flow, whole.end, part.start):
            return None
        first -= 1
    return None


def _growth_behind(flow: str, figures: list[Figure], i: int) -> int | None:
    """上年为125件，下降20%: the growth directly behind an earlier value, or behind another growth that it tells again."""
    if i + 1 < len(figures) and figures[i + 1].role == "change" and figures[i + 1].base is None:
        return i + 1 if _THEN.fullmatch(flow, figures[i].end, figures[i + 1].start) else None
    return None


def _is_of_whole(figures: list[Figure], row: range, i: int, growth: int | None) -> bool:
    """Whether the numbers say that the i-th figure is of the whole of the row rather than of its last part."""
    whole, part, figure = figures[row[0]], figures[row[-1]], figures[i]
    if figure.role == "change":
        grown = figure.value if figure.kind != "rate" else None
        return len(row) > 2 or (grown is not None and grown >= (part.value or 0))
    if not same_unit(figure, whole):
        return False
    if growth is not None:
        of_whole, of_part = _comes_out(whole, figure, figures[growth]), _comes_out(part, figure, figures[growth])
        if of_whole != of_part:
            return of_whole
    value = figure.value or 0
    # 公开信息800条，其中规范性文件12条，上年为600条: no part falls to so little, as the whole may well have grown
    nearer = value > _MUCH * (part.value or 0) and value * _MUCH > (whole.value or 0)
    several = len(row) > 2 and value * _MUCH > (whole.value or 0)
    return several or value > (whole.value or 0) or nearer


def _comes_out(now: Figure, earlier: Figure, growth: Figure) -> bool:
    """Whether the earlier value and the growth lead to the value of now, as far as they are written out."""
    if now.value is None or not earlier.value or growth.value is None or growth.unit == "百分点":
        return False
    if growth.kind != "rate":
        return abs(now.value - earlier.value - growth.value) <= now.value / 100
    step = Decimal(1).scaleb(-growth.decimals)
    return abs((now.value / earlier.value - 1) * 100 - growth.value) <= max(step, Decimal("0.5"))


def _give(figures: list[Figure], row: range, i: int) -> None:
    """Makes a figure behind the row one of its whole, if it names nothing else."""
    figure, whole = figures[i], figures[row[0]]
    if figure.kind != "rate" and not same_unit(figure, whole):
        return
    codes = {figures[j].indicator for j in row}
    if figure.indicator is not None and figure.indicator not in codes:
        return
    figure.indicator, figure.rule, figure.lender = whole.indicator, whole.rule, whole
    figure.attributes = dict(whole.attributes)
    figure.scope, figure.scope_kind = whole.scope, whole.scope_kind
    figure.links = [("later" if figure.role == "prior" else "changed", row[0])]
