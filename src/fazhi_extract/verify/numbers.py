"""When two numbers are the same, and when one is the other rounded, or in another scale. All in Decimal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.pipeline import Mention, mentions

_BLANK = lazy_pattern(
    r"[-—–－/\\…._\s]*|n/?a|null|none|nan|未(?:提及|提到|公布|公开|披露|说明|找到|报告|见)|不详|缺失?|缺失值|空|没有提到|文中无|无数据|无此项",
    re.IGNORECASE,
)
_NONE = lazy_pattern(r"(?:无|没有|未发生|零|0)(?:[件起宗例次人项]|案件)?")
_BOUNDS = {
    "≈": "约",
    "~": "约",
    "～": "约",
    "≥": "至少",
    ">": "超过",
    "＞": "超过",
    "≤": "不超过",
    "<": "不足",
    "＜": "不足",
}
_EXPONENT = lazy_pattern(r"-?\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
_PLAIN = lazy_pattern(r"[-+－]?(?:[0-9０-９]{1,3}(?:[,，\s][0-9０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?")
_WIDE = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_MASKED = lazy_pattern(r"[*＊×xX■□●]{1,}\s*\D*|.{0,60}(?:打码|遮盖|脱敏|隐去|masked).{0,60}")
_OTHER_FACTORS = (4, -4, 8, -8, 3, -3)
_ALL = Decimal(100)
_CLOSE = Decimal("0.05")
"""How far a rounded number may lie from the one that it was made of, as a share of it."""


class Valued(Protocol):
    """What a number is compared with: a figure of a report."""

    @property
    def value(self) -> Decimal | None: ...
    @property
    def value_to(self) -> Decimal | None: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table. ``kind`` and ``unit`` are ``None`` where neither cell nor head say; money is in yuan."""

    value: Decimal | None
    """``None`` where it is masked."""
    value_to: Decimal | None
    kind: str | None
    unit: str | None
    bound: str
    words: str

    @property
    def masked(self) -> bool:
        """Whether the cell says that the digits are blanked out."""
        return self.value is None


def is_blank(words: str) -> bool:
    """Whether a cell says that there is no value: empty, a dash, 未提及. 无 and 0 are values."""
    return _BLANK.fullmatch(words) is not None


def read_numbers(words: str, unit: str | None) -> list[Number]:
    """The numbers of a cell with a value; none where it has none. ``unit`` is that of its head or row."""
    if _MASKED.fullmatch(words):
        return [Number(None, None, None, unit, "exact", words)]
    if _NONE.fullmatch(words):
        return [Number(Decimal(0), None, None, unit, "exact", words)]
    text = words.strip().strip("（）()")
    for mark, word in _BOUNDS.items():
        if text.startswith(mark):
            text = word + text.removeprefix(mark).removeprefix("=").lstrip()
    if _EXPONENT.fullmatch(text):
        text = f"{Decimal(text):f}"
    if _PLAIN.fullmatch(text):  # 2021 is a number here, and no year
        text = re.sub(r"[,，\s]", "", text.translate(_WIDE))
        found = _quantities(f"{text}{unit}") if unit else []
        if len(found) != 1:
            return [Number(Decimal(text), None, None, None, "exact", words)]
    else:
        found = _quantities(text)
        if len(found) == 1 and found[0].kind == "number" and unit:
            with_unit = _quantities(f"{text}{unit}")
            found = with_unit if len(with_unit) == 1 else found
    return [
        Number(
            m.value, m.value_to, None if m.kind == "number" else m.kind,
            None if m.kind == "number" else m.unit, m.bound, words if len(found) == 1 else m.text,
        )
        for m in found
    ]  # fmt: skip


def _quantities(text: str) -> list[Mention]:
    return [m for m in mentions(text) if m.kind != "date"]


def same(number: Number, figure: Valued, *, signed: bool = True) -> bool:
    """Whether a figure is the very number, in the same sort of quantity as far as the table says. Masked ones never are."""
    if number.value is None or figure.value is None or not _may_be(number.kind, figure.kind):
        return number.value == figure.value == 0
    if signed:
        return (number.value, number.value_to) == (figure.value, figure.value_to)
    return abs(number.value) == abs(figure.value)


def _may_be(kind: str | None, other: str) -> bool:
    return kind in (None, other) or not {kind, other} & {"money", "rate"}


def scaled(number: Number, figure: Valued) -> Decimal | None:
    """By what a number without a unit has to be multiplied to be the figure: 10000 for 341.203 and 341.203万元."""
    if number.kind is not None or number.value_to != figure.value_to:
        return None
    powers = (2,) if figure.kind == "rate" else (4, 8)
    return _power(number.value, figure.value, powers)


def slipped(number: Number, figure: Valued) -> Decimal | None:
    """By which power of ten a number is wrong: 10000 for 341.203元 and 341.203万元. ``None`` for any other difference."""
    if number.kind is None or not _may_be(number.kind, figure.kind) or number.value_to != figure.value_to:
        return None
    return _power(number.value, figure.value, (2, -2) if figure.kind == "rate" else _OTHER_FACTORS)


def _power(value: Decimal | None, wanted: Decimal | None, powers: tuple[int, ...]) -> Decimal | None:
    if not value or not wanted:
        return None
    return next((Decimal(10) ** power for power in powers if value.scaleb(power) == wanted), None)


def rounds(number: Number, figure: Valued) -> bool:
    """Whether a number is a figure rounded, or cut off, to fewer digits: 286万元 of 286.35万元, or the other way round."""
    value, wanted = number.value, figure.value
    if not value or not wanted or number.value_to or figure.value_to or value == wanted:
        return False
    if not _may_be(number.kind, figure.kind) or abs(value - wanted) > abs(wanted) * _CLOSE:
        return False
    short, long = sorted((value, wanted), key=_digits)
    if _digits(short) == _digits(long):
        return False
    if figure.kind == "rate" and _ALL in (value, wanted):
        return False  # 100% is no rounding of 99.2% or of 100.5%
    step = min(_last_digit(short), Decimal(1)) if figure.kind == "rate" else _last_digit(short)
    return abs(long - short) <= step / 2 or 0 <= abs(long) - abs(short) < step


def coarser(one: Decimal, other: Decimal) -> bool:
    """Whether a number has fewer digits than another."""
    return _digits(one) < _digits(other)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _last_digit(value: Decimal) -> Decimal:
    """What one unit of the last digit that is no zero is worth."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(10) ** exponent
