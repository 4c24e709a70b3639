"""Whether a decoded text can be what it claims to be."""

from __future__ import annotations

from functools import cache

from fazhi_extract.lazy import lazy_pattern

_CONTROLS = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ASCII = lazy_pattern("[\x00-\x7f]+")
_MIN_CHARACTERS = 6
"""Fewer characters than this beyond ASCII tell nothing."""
_MIN_SHARE = 0.7
"""Reports read rightly have over nine tenths of such characters, read wrongly under four tenths."""


def control_share(text: str) -> float:
    """The share of characters that are controls other than tab, line and page breaks."""
    return len(_CONTROLS.findall(text)) / len(text) if text else 0.0


def looks_chinese(text: str, *, certain: bool = False) -> bool:
    """Whether what is beyond ASCII is common Chinese, in simplified or in traditional characters.

    Bytes read in the wrong encoding give rare characters, symbols of other scripts and private use instead.
    A text with hardly any such characters passes, unless ``certain`` asks for evidence.
    """
    characters = _ASCII.sub("", text)
    if len(characters) < _MIN_CHARACTERS:
        return not certain
    simplified, traditional = _common_characters()
    known = max(
        sum(character in simplified for character in characters),
        sum(character in traditional for character in characters),
    )
    return known >= _MIN_SHARE * len(characters)


@cache
def _common_characters() -> tuple[frozenset[str], frozenset[str]]:
    """The frequent characters (level 1) of GB 2312 and of Big5, each with punctuation and full-width forms."""
    shared = {chr(code) for code in (*range(0x2010, 0x2027), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F))}
    shared |= set("·×÷±°‰→▲■●○◆★※①②③④⑤⑥⑦⑧⑨⑩㎡℃\u00a0\u200b\ufeff￥—…")
    level_1 = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    level_1_big5 = bytes(byte for lead in range(0xA4, 0xC6) for trail in trails for byte in (lead, trail))
    simplified = level_1.decode("gb2312", "ignore")
    traditional = level_1_big5.decode("big5", "ignore")
    return frozenset(shared.union(simplified)), frozenset(shared.union(traditional))
