"""Units that a table's heads and captions name: 罚款（万元）, 单位：件, 立案件数."""

from __future__ import annotations

import re
from functools import lru_cache

from fazhi_extract.find.numerals import fractions, numerals
from fazhi_extract.find.quantities import quantities
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Quantity
from fazhi_extract.rulebook.lexicon import measure_words

LONGEST_HEAD = 60  # characters; longer cells are text
_SAID = "(?:计量)?单位[：:]?"
_BRACKET = lazy_pattern(rf"\((?:{_SAID})?(?P<unit>[^()]{{1,8}}(?:\([^()]{{1,2}}\)[^()]{{0,2}})?)\)")
_BEHIND = lazy_pattern("[/：:，](?P<unit>[^/：:，()]{1,6})$")
_CAPTION = lazy_pattern(rf"{_SAID}(?P<units>[^()|。；]{{1,24}})")
_PARTS = lazy_pattern("[、，,/;；\\s]+|和|及")
# 立案件数, 参训人次: the head says what its numbers count.
_COUNTED = lazy_pattern(
    "(?P<unit>件次|人次|户次|家次|场次|批次|车次|台次)(?:数量?|合计)?$|(?P<one>[件宗起人次户家份条场批例名篇期])(?:数|数量|总数)$"
)
_NO_COUNT = lazy_pattern("(?:文|证|条|案|事|物|要)件数$|(?:申请|当事|负责|其他|相对|法)人数$")
_DIGIT = lazy_pattern("[0-9一二三四五六七八九十*×]")
_MONEY = lazy_pattern("金额|款额|罚没款|款项|收入|经费|资金|价值|货值|标的|总额|数额|罚金")
_NO_HEADS = frozenset(("人", "户", "家", "年", "月", "日", "天", "周", "部", "点", "项", "件", "条", "期"))
_RATE = lazy_pattern("率|占比|比重|比例|百分比|满意度|增减|增幅|增长|降幅|同比|环比")


@lru_cache(maxsize=512)
def is_unit(words: str) -> bool:
    """Whether words are a unit and nothing else: 件, 万元, %, 人(次)."""
    found = read_whole("1" + words) if words and not _DIGIT.search(words) else None
    return found is not None and found.unit is not None and found.value_to is None


def read_whole(words: str) -> Quantity | None:
    """The one quantity that words are, positions within them; None where there is more, or less, than one."""
    numbers = numerals(words)
    found = quantities(words, numbers, fractions(words, numbers), measure_words()) if numbers else []
    return found[0] if len(found) == 1 and found[0].start == 0 and found[0].end == len(words) else None


@lru_cache(maxsize=512)
def parted(words: str) -> tuple[str, str | None]:
    """A head without its unit, and the unit: 罚款（万元） → 罚款, 万元."""
    if len(words) > LONGEST_HEAD:
        return words, None
    for m in reversed(list(_BRACKET.finditer(words))):
        unit = m["unit"].strip()
        if is_unit(unit):
            return words[: m.start()] + words[m.end() :], unit
    behind = _BEHIND.search(words)
    if behind and is_unit(behind["unit"]):
        return words[: behind.start()], behind["unit"]
    return ("", words) if is_unit(words) and words not in _NO_HEADS else (words, None)


def counted(words: str) -> str | None:
    """The measure word in a head that ends in one: 立案件数 → 件."""
    if words.endswith(("得分", "满分", "分值", "评分", "总分", "分数", "扣分", "加分")):
        return "分"
    m = _COUNTED.search(words[-LONGEST_HEAD:])
    if m is None:
        return "件" if re.search("案件(?:数量|总数|总量)$", words) else None
    if m["one"] == "件" and not words.endswith(("案件数", "案件数量", "案件总数")) and _NO_COUNT.search(words):
        return None
    return None if m["one"] == "人" and _NO_COUNT.search(words) else m["unit"] or m["one"]


def of_captions(captions: list[str]) -> list[str]:
    """The units that captions name (单位：件、万元), the nearest caption's first."""
    found: list[str] = []
    for words in reversed(captions):
        m = _CAPTION.search(words)
        listed = _PARTS.split(m["units"].strip(" )")) if m else []
        if not m and (alone := parted(words)[1]):
            listed = [alone]
        found += [unit for unit in listed if is_unit(unit) and unit not in found]
    return found


def for_heads(heads: list[str], known: list[str]) -> str | None:
    """Which of a caption's units the numbers under some heads have; None where nothing settles it."""
    words = "".join(heads)
    money = [unit for unit in known if unit.endswith("元")]
    if _RATE.search(words):
        return "%" if known == ["%"] else None
    if _MONEY.search(words):
        return money[0] if len(money) == 1 else None
    others = [unit for unit in known if not unit.endswith("元") and unit != "%"]
    if len(others) == 1:
        return others[0]
    return money[0] if not others and len(money) == 1 and len(known) == 1 else None
