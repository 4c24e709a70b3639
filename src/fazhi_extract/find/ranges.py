"""Quantities that stand side by side: ranges (3至5万元), ratios (3:1), lists that share a unit (5.2、3.6万人次)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, localcontext

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity

_RANGE = lazy_pattern(r"(?:\(含\))?(?:-{1,2}|—{1,2}|–|~|至|到)")
_LIST = lazy_pattern("、|和|及|与|/|，")
_SHORTENED = lazy_pattern("[\u4e00-\u9fff]{0,4}[至到为成]")
_ENDS = "，。；、)\n"
_LONGEST_JOIN = 6
_RATIO = lazy_pattern("[:：∶比]")
PRECISE = 120  # the longest numeral over the smallest has fewer digits


def joined(flow: str, found: list[Quantity]) -> list[Quantity]:
    """Joins ranges, and lends a list's shared unit and scale to its earlier members."""
    result: list[Quantity] = []
    for quantity in reversed(found):
        later = result[-1] if result else None
        if later is None:
            result.append(quantity)
            continue
        if later.start - quantity.end > _LONGEST_JOIN:
            result.append(quantity)
            continue
        between = flow[quantity.end : later.start]
        if _RANGE.fullmatch(between) and _is_range(flow, quantity, later):
            result[-1] = _ranged(quantity, later)
            continue
        if (
            len(between) == 1
            and _RATIO.fullmatch(between)
            and quantity.unit is None
            and _is_ratio(flow, quantity, later)
        ):
            result[-1] = _ratio(quantity, later)
            continue
        # 15个和7个工作日, 1.2个、0.8个百分点: 个 alone is the beginning of the unit that the last one has in full.
        longer = later.unit == "百分点" or ((later.unit or "").startswith("个") and later.unit != "个")
        begun = quantity.unit is None or (quantity.unit == "个" and longer)
        # 由20个压缩至5个工作日
        cut = quantity.unit == "个" and later.kind == "duration" and longer and _SHORTENED.fullmatch(between)
        if cut or (begun and later.unit is not None and _LIST.fullmatch(between)):
            _share(quantity, later)
        elif _SHORTENED.fullmatch(between) and _is_short_for(flow, later, quantity):
            _share(later, quantity)
        result.append(quantity)
    result.reverse()
    return result


def _is_short_for(flow: str, later: Quantity, earlier: Quantity) -> bool:
    """由20个工作日压减至4个: whether a time leaves out the rest of its unit."""
    alone = later.unit == "个" and flow[later.end : later.end + 1] in _ENDS
    return alone and earlier.kind == "duration" and (earlier.unit or "").startswith("个")


def _is_range(flow: str, low: Quantity, high: Quantity) -> bool:
    if low.masked or high.masked or low.value is None or high.value is None or low.value_to is not None:
        return False
    if flow[low.start - 1 : low.start] in ("由", "从", "自") and low.unit is not None:
        return False  # 由36%至31% is a change, no range
    if low.unit is not None and low.unit != high.unit:
        return False
    return high.unit is not None or flow[low.end : high.start] in ("至", "到", "-", "~", "—")


def _mantissa(quantity: Quantity) -> Decimal:
    scale = quantity.number.scale
    value = quantity.value or Decimal(0)
    return value / scale if scale else value


def _shared_scale(low: Quantity, high: Quantity) -> Decimal:
    """3-5万元 lends its 万 to the 3; 5000至1万元 and 3百至5万元 do not."""
    if low.value is None or low.number.scale != 1:
        return Decimal(1)
    written = low.number.script == high.number.script == "chinese" and high.number.scale == 1
    if written and high.value and low.number.end - low.number.start == 1 and high.number.end - high.number.start == 2:
        # 三至五千元: a digit, and a digit with 十, 百 or 千
        power = Decimal(10) ** high.value.adjusted()
        return power if low.value < high.value / power < 10 else Decimal(1)
    return high.number.scale if low.value < _mantissa(high) else Decimal(1)


def _ranged(low: Quantity, high: Quantity) -> Quantity:
    value = low.value
    if value is not None:
        value *= _shared_scale(low, high)
        if low.unit is None and high.family == "rate" and high.number.value and high.value:
            value *= high.value / high.number.value  # 二到三成
    bound = low.bound if low.bound != "exact" else high.bound
    return replace(high, start=low.start, value=value, value_to=high.value, bound=bound, number=low.number)


def _is_ratio(flow: str, first: Quantity, second: Quantity) -> bool:
    if second.number.script == "chinese" and flow.startswith("是", second.end):
        return False  # 原因有二：一是…
    return bool(first.value is not None and second.value and second.unit is None and first.value_to is None)


def _ratio(first: Quantity, second: Quantity) -> Quantity:
    assert first.value is not None
    assert second.value is not None
    with localcontext(prec=PRECISE):
        value = (first.value / second.value).quantize(Decimal("0.0001")).normalize()
    return replace(first, end=second.end, kind="ratio", value=value, family="ratio")


def _share(earlier: Quantity, later: Quantity) -> None:
    """5.2、3.6万人次: the first number has the unit and the scale of the last one."""
    if "chinese" in (earlier.number.script, later.number.script) or earlier.masked != later.masked:
        return
    scale = Decimal(1)
    if (
        later.number.scale >= 10000
        and earlier.number.scale == 1
        and earlier.value is not None
        and (earlier.number.decimals or (later.value is not None and earlier.value * 10 < later.value))
    ):
        scale = later.number.scale
    earlier.value = earlier.value * scale if earlier.value is not None else None
    earlier.unit, earlier.kind, earlier.family, earlier.shared = later.unit, later.kind, later.family, True
    earlier.unit_span = None
