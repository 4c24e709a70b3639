"""The grammar of a numeral: from a run of digits and scale words to exact numbers.

A *run* is an unbroken stretch of numeral characters, as `numerals.py` cuts it out of the text. One run may hold
several numbers (一二三 is three, 五十千 is fifty and a stray 千), so `read_run` returns a list.

Everything is computed in whole numbers and handed out as `Decimal`; no float occurs. cn2an is not used: it gives up
on 一亿二, 百万 and 三点八万, and a grammar that reads these reads the plain integers too (the tests compare the two).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Script

ZERO = "〇零"
DIGITS = "一二三四五六七八九两俩倆壹贰貳貮叁叄參肆伍陆陸柒捌玖"
SCALES = "十百千万亿拾佰仟萬億"
CHARACTERS = ZERO + DIGITS + SCALES
ARABIC = "0-9０-９"

_PLAIN = str.maketrans(
    "〇○◯OＯ俩倆壹贰貳貮叁叄參肆伍陆陸柒捌玖拾佰仟萬億０１２３４５６７８９，",
    "零零零零零两两一二二二三三三四五六六七八九十百千万亿0123456789,",
)
_VALUE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# 二○二一, 二O二一 and 二0二一 write the zero of a year with whatever key lay nearest.
_ODD_ZERO = lazy_pattern(r"(?<=[零一二三四五六七八九])0+(?=[零一二三四五六七八九]|$)")
_HAN_DIGITS = lazy_pattern("[零一二三四五六七八九两]+")
_ARABIC_NUMBER = lazy_pattern(r"(\d{1,3}(?:,\d{3}(?!\d))+|\d+)(?:\.(\d+))?")

LONGEST = 30
"""A number of more digits than this measures nothing: it is an index number."""


class Reading(NamedTuple):
    """One number inside a run.

    `start` and `end` count from the run's beginning; `bare` marks one that holds no digit (百万).
    """

    start: int
    end: int
    value: Decimal | None
    value_to: Decimal | None
    script: Script
    scale: int
    decimals: int
    bare: bool


@dataclass(slots=True)
class _Whole:
    """An integer being read: its parts before 亿, before 万 and below, and the last scale word met."""

    end: int
    high: int = 0
    middle: int = 0
    low: int = 0
    last: int = 0
    limit: int = 10**4
    pair: bool = False
    bare: bool = False
    arabic: bool = False
    chinese: bool = False
    decimals: int = 0
    digits: int = 0

    @property
    def value(self) -> int:
        return self.high * 10**8 + self.middle + self.low


def _exact(digits: int, decimals: int, scale: int) -> Decimal:
    """`digits`, the last `decimals` of them behind the point, times `scale`: (38, 1, 10000) is 38000."""
    # Made from text, for arithmetic would round to the 28 digits of decimal's default context.
    return Decimal(f"{digits * scale}e-{decimals}")


def scale_of(words: str) -> int:
    """The product of scale words: 百万 is 1000000."""
    product = 1
    for char in words.translate(_PLAIN):
        product *= _SCALE.get(char, 1)
    return product


def _approximate(first: str, second: str, *, final: bool) -> bool:
    """三四, 两三, 一两 and the idiom 三五 name a span of numbers; 三五 does not where it ends a number (十三五)."""
    low, high = _VALUE[first], _VALUE[second]
    return low > 0 and (high == low + 1 or ((low, high) == (3, 5) and not final))


def _positional(digits: str) -> int:
    return int("".join(str(_VALUE[c]) for c in digits))


def _attach(whole: _Whole, coefficient: int | None, scale: int, end: int, after_zero: bool) -> bool:
    """Multiplies by a scale word, if the words still run downwards; False where a new number begins instead."""
    if coefficient is None:
        if scale < 10**4:
            # 十五, 一百十五 and 零十 leave out the one; 百 and 千 at the start do so too.
            if whole.last and not after_zero and not (scale == 10 and whole.last in (100, 1000)):
                return False
            coefficient = 1
            whole.bare |= not whole.last and scale > 10
        elif not whole.last:
            coefficient = 1
            whole.bare = True
    if scale < 10**4:
        if scale >= whole.limit or coefficient is None:
            return False
        whole.low += coefficient * scale
        whole.limit = scale
    elif scale == 10**4:
        part = whole.low + (coefficient or 0)
        if whole.middle or not (part or whole.arabic):
            return False
        whole.middle, whole.low, whole.limit = part * 10**4, 0, 10**4
    else:
        part = whole.middle + whole.low + (coefficient or 0)
        if whole.high or not (part or whole.arabic):
            return False
        whole.high, whole.middle, whole.low, whole.limit = part, 0, 0, 10**4
    whole.last, whole.end, whole.chinese = scale, end, True
    return True


def _append(whole: _Whole, digit: int, end: int, after_zero: bool) -> None:
    """Adds the last digit: five in 一百零五 and 十五, fifty in 一百五, five thousand in 三万五."""
    whole.low += digit if after_zero or not whole.last else digit * whole.last // 10
    whole.end = end


def _read_whole(run: str, at: int, upper: bool) -> _Whole:
    """Reads the longest integer at `at`; of a pair such as 三四 it takes the second digit if `upper`."""
    whole = _Whole(at)
    size = len(run)
    position = at
    while position < size:
        after_zero = False
        if whole.last:
            while position < size and run[position] == "零":
                after_zero = True
                position += 1
            if position == size:
                break
        char = run[position]
        if whole.bare and whole.last >= 10**4 and char != "亿":
            break  # 万一 and 千万要 are words, 百三 is a number
        if char in _SCALE:
            whole.chinese = True
            if not _attach(whole, None, _SCALE[char], position + 1, after_zero):
                break
        elif char.isdecimal():
            if not _read_arabic(whole, run, position, after_zero):
                break
        elif char in _VALUE:
            whole.chinese = True
            if not _read_chinese(whole, run, position, after_zero, upper):
                break
        else:
            break
        position = whole.end
    return whole


def _read_arabic(whole: _Whole, run: str, position: int, after_zero: bool) -> bool:
    """Arabic digits as the first or a later coefficient (3.8万, 7万5千, 1百01); True while more may follow."""
    match = _ARABIC_NUMBER.match(run, position)
    assert match is not None
    integer, fraction = match[1].replace(",", ""), match[2] or ""
    end = match.end()
    if "." in (run[end : end + 1], run[position - 1 : position]) or len(integer) + len(fraction) > LONGEST:
        # 2.3.1 is a row of numbers; what is longer than a number can be loses its fraction.
        end, fraction = match.end(1), ""
    number = int(integer + fraction) if len(integer) + len(fraction) <= LONGEST else 0
    scale = _SCALE.get(run[end], 0) if end < len(run) else 0
    if not whole.last:
        whole.arabic, whole.decimals, whole.digits = True, len(fraction), len(integer) + len(fraction)
        # 2021十大案例, 2021千人计划: a small scale word does not follow a large number.
        if scale >= 10**4 or (scale == 100 and number < 100) or (scale == 1000 and number < 1000):
            _attach(whole, number, scale, end + 1, False)
            while fraction and whole.end < len(run) and run[whole.end] in "万亿":
                if not _attach(whole, None, _SCALE[run[whole.end]], whole.end + 1, False):
                    break
            return not fraction
        whole.low, whole.end = number, end
        return False
    if fraction or "," in match[1] or number * (scale if 0 < scale < whole.last else 1) >= whole.last:
        return False
    if scale:
        attached = _attach(whole, number, scale, end + 1, after_zero)
        whole.arabic |= attached
        return attached
    whole.arabic = True
    if len(integer) == 1:
        _append(whole, number, end, after_zero)
    else:
        whole.low += number
        whole.end = end
    return False


def _read_chinese(whole: _Whole, run: str, position: int, after_zero: bool, upper: bool) -> bool:
    """Chinese digits as a coefficient or as a row (二〇二一); True while more may follow."""
    match = _HAN_DIGITS.match(run, position)
    assert match is not None
    row, end = match[0], match.end()
    scale = _SCALE.get(run[end], 0) if end < len(run) else 0
    if scale and not whole.last and row[0] == "零":
        stripped = row.lstrip("零")
        if not stripped:
            return _attach(whole, None, scale, end + 1, True) and not whole.bare
        row, position = stripped, end - len(stripped)
    inside_row = not whole.last and run[position - 1 : position] in _VALUE
    if len(row) == 1 or (len(row) == 2 and not inside_row and _approximate(*row, final=whole.last > 0 and not scale)):
        digit = _VALUE[row[-1] if upper else row[0]]
        if scale and not _attach(whole, digit, scale, end + 1, after_zero):
            return False
        whole.pair |= len(row) == 2
        if not scale:
            _append(whole, digit, end, after_zero)
        return scale > 0
    if whole.last:
        _append(whole, _VALUE[row[0]], position + 1, after_zero)
        return False
    rising = all(_VALUE[b] == _VALUE[a] + 1 for a, b in pairwise(row))
    if "两" in row or inside_row or (row[0] != "零" and (rising or row == row[0] * 2)):
        # 一二三产业 are the first, second and third, 一一对应 one by one; 两 never stands in a row of digits.
        whole.low, whole.end = _VALUE[row[0]], position + 1
        return False
    if scale >= 10**4 and len(row) <= LONGEST:
        return _attach(whole, _positional(row), scale, end + 1, False)
    if scale:
        row, end = row[:-1], end - 1
    whole.low, whole.end, whole.digits = (_positional(row) if len(row) <= LONGEST else 0), end, len(row)
    return False


def _shared_scale(run: str, whole: _Whole, start: int) -> int:
    """The scale words at the end, where all of the number is multiplied by them; else 1."""
    words = ""
    for char in reversed(run[start : whole.end]):
        if char not in ("百千万亿" if whole.arabic else "万亿"):
            break
        words = char + words
    scale = scale_of(words)
    tail = whole.value % (10**8 if whole.high else 10**4)
    if (words.endswith("亿") and not tail) or (words.endswith("万") and not whole.high):
        return scale
    simple = run[start : whole.end - len(words)].replace(".", "").isdecimal()
    return scale if words and simple else 1


def _read_number(run: str, at: int) -> Reading | None:
    whole = _read_whole(run, at, upper=False)
    if whole.end == at:
        return None
    script: Script = "mixed" if whole.arabic and whole.chinese else "arabic" if whole.arabic else "chinese"
    if whole.digits > LONGEST:
        return Reading(at, whole.end, None, None, "vague", 1, 0, False)
    upper = _read_whole(run, at, upper=True).value if whole.pair else None
    value, end, decimals = whole.value, whole.end, whole.decimals
    scale = _shared_scale(run, whole, at)
    if run[end : end + 1] == "点" and not whole.arabic and not whole.pair:
        match = _HAN_DIGITS.match(run, end + 1)
        if match and "两" not in match[0] and len(match[0]) <= LONGEST:
            end, decimals, scale = match.end(), len(match[0]), 1
            while run[end : end + 1] in ("万", "亿") and scale < 10**8:
                scale *= _SCALE[run[end]]
                end += 1
            value = value * 10**decimals + _positional(match[0])
            return Reading(at, end, _exact(value, decimals, scale), None, script, scale, decimals, False)
    exact = _exact(value // scale, decimals, scale) if decimals else Decimal(value)
    bare = whole.bare and all(c in "百千万亿" for c in run[at:end])
    return Reading(at, end, exact, None if upper is None else Decimal(upper), script, scale, decimals, bare)


def read_run(run: str) -> tuple[Reading, ...]:
    """The numbers in a run of numeral characters (no spaces), in order. Time grows with the run's length."""
    return _read_short(run) if len(run) <= 40 else _read_all(run)


def _read_all(run: str) -> tuple[Reading, ...]:
    plain = _ODD_ZERO.sub(lambda m: "零" * len(m[0]), run.translate(_PLAIN))
    found = []
    at = 0
    while at < len(plain):
        reading = _read_number(plain, at)
        if reading is None:
            at += 1
        else:
            found.append(reading)
            at = reading.end
    return tuple(found)


_read_short = lru_cache(maxsize=4096)(_read_all)
