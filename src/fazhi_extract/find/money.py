"""Money: yuan with its small coins as written or spoken (3块5, 12元5角), and other currencies."""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity

# 块 is also a piece (界桩三块): money with small coins behind it, or at the end where no goods stand in front.
_COIN = lazy_pattern(
    r"(?P<coin>块钱|毛钱?|角钱?(?![度落色逐膜钢铁尺形楼])|圆(?=整|[\d一二三四五六七八九]+角|[，。；]|$)|人民币|块(?=[\d一二两三四五六七八九]+[毛角分])"
    r"|(?P<piece>块)(?=以上|以下|左右|[，。；)]|$))"
)
_COIN_BEGINS = frozenset("块毛角圆人")
_GOODS_BEFORE = lazy_pattern("[\\u4e00-\\u9fffA-Za-z](?<![款罚费])$")
_CENTS = lazy_pattern(
    r"(?P<jiao>[\d一二两三四五六七八九]+(?:\.\d+)?)[角毛](?:(?P<fen>[\d一二两三四五六七八九]+)分)?|(?P<only>[\d一二两三四五六七八九]+)分(?![之钟数别])"
)
DIGIT = {c: Decimal(i) for i, c in enumerate("零一二三四五六七八九")} | {"两": Decimal(2)}
_FACTOR = {
    "角钱": Decimal("0.1"),
    "毛钱": Decimal("0.1"),
    "分": Decimal("0.01"),
    "千元": Decimal(1000),
    "百元": Decimal(100),
}


def coin_at(flow: str, at: int, start: int) -> str | None:
    """The small or spoken unit of money (块, 毛, 角钱) at a flow position, behind a numeral that begins at `start`."""
    coin = _COIN.match(flow, at) if flow[at : at + 1] in _COIN_BEGINS else None
    if coin is None or (coin["piece"] and _GOODS_BEFORE.search(flow, max(0, start - 2), start)):
        return None
    return coin["coin"] or coin["piece"]


def take_money(flow: str, quantity: Quantity, word: str, at: int, end: int) -> Quantity:
    """Makes a numeral money: `word` is its unit, at `[at, end)` of the flow; small coins behind it are taken in.

    The value is in yuan, or in the currency that the unit names (美元); 万 and 亿 are the numeral's.
    """
    value = quantity.value
    foreign = len(word) > 1 and word[-1] in "元币镑" and word[-2] not in "万亿千百民" and "/" not in word
    currency = word if foreign else "元"
    if word in _FACTOR and value is not None:
        quantity.value = value * _FACTOR[word]
    elif word in ("元", "块", "圆", "块钱", "毛", "角") and value is not None:
        cents = _CENTS.match(flow, end)
        if cents:
            tenth, hundredth = cents["jiao"], cents["fen"] or cents["only"]
            unit = Decimal("0.1") if word in ("毛", "角") else Decimal(1)
            quantity.value = value * unit + (_small(tenth) * Decimal("0.1") if tenth else 0)
            quantity.value += _small(hundredth) * Decimal("0.01") if hundredth else 0
            end = cents.end()
        elif word in ("毛", "角"):
            quantity.value = value * Decimal("0.1")
    for tail in ("人民币", "整"):
        if flow.startswith(tail, end):
            end += len(tail)
    return quantity.take_unit(currency, "money", "money", at, end, quantity.bound)


def _small(digits: str) -> Decimal:
    return Decimal(digits) if digits[0].isdigit() else DIGIT[digits[0]]
