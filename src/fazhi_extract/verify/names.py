"""What the words of a head, or of a row's name, mean: an indicator by its code or names, or by what the rules make of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.pipeline import extract_document, mentions
from fazhi_extract.read import from_text
from fazhi_extract.table.keys import IN_KEYS, Key
from fazhi_extract.table.template import find_key

if TYPE_CHECKING:
    from fazhi_extract.model.vocabulary import Role
    from fazhi_extract.rulebook import Rulebook

How = Literal["map", "code", "name", "words"]

_HEAD_UNIT = lazy_pattern(
    r"^(?P<name>.{1,100}?)\s{0,9}(?:[（(\[【](?:单位[:：])?(?P<unit>[^（）()\[\]【】]{1,8})[）)\]】]|[/／_,，]\s*(?P<plain>[^/_（）()]{1,4}))$"
)
_MONEY_END = lazy_pattern(r"(?P<name>.{0,100}[^百千万亿\d])(?P<unit>百万元|千万元|万元|亿元)")
_YEAR = lazy_pattern(r"^(?:(?:19|20)\d{2}年?(?:度|全年)?|本年度?|今年|当年|全年|本期)[的_\s]*")
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (lazy_pattern(r"[（(]?(?:同比|环比|较上年|比上年)?(?:增长率?|增幅|增减|增速|下降率?|降幅|变化率?)(?:情况|幅度)?[）)]?(?=$|[%％])|同比|较上年|比上年"), "change"),
    (lazy_pattern(r"上一?年度?(?:同期)?(?:数值?)?|去年(?:同期)?|同期数"), "prior"),
    (lazy_pattern(r"[（(]?(?:年度|工作|计划)?(?:目标|计划|任务)(?:值|数|任务)?[）)]?(?!完成|达成)"), "target"),
)  # fmt: skip
_FALLS = lazy_pattern("下降|降幅|减少|减幅|[增升]减")
_GROWS = lazy_pattern("增长|增幅|增速|上升|提高|增加|[增升][减降]")
_UNITS = ("件", "次", "人", "场", "万元", "%")
"""What may be counted where neither head nor cell say."""
_UNITS_OF = (
    (r"(?:率|比例|占比|比重)$", ("%",)),
    (r"(?:额|款|资金|经费|费用)$", ("万元",)),
    (r"(?:人数|人员数?)$", ("人", "人次")),
    (r"(?:时限|天数|时间)$", ("个工作日",)),
)
"""What names with such an ending count."""
_EMPTY_WORDS = lazy_pattern(r"[\s\d\W_]*")


@dataclass(frozen=True)
class Meaning:
    """What a column or a row is about: one of ``keys``, in a ``role``, in a ``unit`` (as written in the head)."""

    words: str
    keys: tuple[Key, ...]
    how: How
    unit: str | None = None
    role: Role = "actual"
    falls: bool | None = None
    """Of a change, whether the head says that it is a fall (下降率) or a growth (增长率); ``None`` where it says neither (同比)."""

    @cached_property
    def indicators(self) -> frozenset[str]:
        """The codes of its indicators."""
        return frozenset(key.indicator for key in self.keys)


@dataclass
class Names:
    """Reads names, each once. ``keys`` are those that the reports have: short names cannot be turned back otherwise."""

    book: Rulebook
    keys: Iterable[Key] = ()
    given: dict[str, Meaning | None] = field(default_factory=dict)
    """What the user says of a head; ``None`` to pass over it."""
    _seen: dict[tuple[str, str], Meaning | None] = field(default_factory=dict)

    def meaning(self, words: str, unit: str = "") -> Meaning | None:
        """What a name means, ``None`` where nobody can tell. ``unit`` is that of the row, in a long table."""
        place = words.strip(), unit
        if place not in self._seen:
            self._seen[place] = self._meaning(*place)
        return self._seen[place]

    def dimension(self, key: Key) -> str | None:
        """What sort of quantity a key's figures are; ``None`` where the rules do not know the indicator."""
        known = self.book.indicators.get(key.indicator)
        return known.dimension if known else None

    def near(self, words: str) -> str:
        """Names of indicators that look alike, for messages."""
        name = part_unit(words)[0]
        named = {i.zh: i.code for i in self.book.indicators.values()}
        pairs = set(pairwise(name))
        ranked = sorted(named, key=lambda zh: (-len(pairs & set(pairwise(zh))), zh))
        close = [zh for zh in ranked[:3] if len(pairs & set(pairwise(zh))) > 1]
        return "、".join(close or get_close_matches(name, named, 3))

    def _meaning(self, words: str, unit: str) -> Meaning | None:
        if words in self.given:
            given = self.given[words]
            return replace(given, unit=given.unit or unit or part_unit(words)[1]) if given else None
        if _EMPTY_WORDS.fullmatch(words):
            return None
        bare, in_head = part_unit(words)
        unit = unit or in_head or ""
        for name in dict.fromkeys((words, bare)):
            key, part = find_key(name, self.book.indicators)
            if key is not None and part == "value":
                return Meaning(words, (key,), "code" if name.isascii() and "." in name else "name", unit or None)
        if (short := self._short.get(bare.lower())) is not None:
            return Meaning(words, (short,), "code", unit or None)
        if (code := self._english.get(_plain(bare))) is not None:
            return Meaning(words, (Key(code),), "name", unit or None)
        name, role = _parted(bare)
        falls = _falls(bare) if role == "change" else None
        key, part = find_key(name, self.book.indicators)
        if key is None or part != "value":
            key = self._ending(name)
        keys = {key} if key is not None else self._read(name, unit)
        return Meaning(words, tuple(sorted(keys)), "words", unit or None, role, falls) if keys else None

    @cached_property
    def _short(self) -> dict[str, Key]:
        bare = [Key(code) for code in self.book.indicators]
        single = [
            Key(i.code, ((name, value),))
            for i in self.book.indicators.values()
            for name, values in i.attributes.items()
            if name in IN_KEYS
            for value in values or ()
        ]
        return {key.short.lower(): key for key in (*single, *self.keys, *bare)}

    @cached_property
    def _english(self) -> dict[str, str]:
        return {_plain(i.en): i.code for i in self.book.indicators.values() if i.en}

    def _read(self, name: str, unit: str) -> set[Key]:
        """What the rules make of a name in a sentence of a report."""
        if not name or name.isascii():
            return set()
        found: set[Key] = set()
        for word in (unit,) if unit else next((units for end, units in _UNITS_OF if re.search(end, name)), _UNITS):
            for text in _sentences(name, word):
                report = extract_document(from_text(f"2000年度法治政府建设年度报告\n\n{text}\n"), rulebook=self.book)
                keys = {Key.of(m) for m in report.metrics if m.indicator is not None and m.form == "number"}
                found |= keys
                if keys:
                    break
            if found and len({key.indicator for key in found}) == 1:
                break
        return found

    def _ending(self, name: str) -> Key | None:
        """The indicator whose name ends a longer one: 青坪镇行政处罚案件数, 行政处罚罚款金额."""
        ending = [i for i in self.book.indicators.values() if name.endswith(i.zh)]
        return Key(max(ending, key=lambda i: len(i.zh)).code) if ending else None


def _sentences(name: str, unit: str) -> Iterator[str]:
    yield f"全年{name}3{unit}。"
    bare = re.sub(r"(?:总?数量?|总?额|次数|人数|件数|数)$", "", name)
    if bare != name and len(bare) > 2:
        yield f"全年{bare}3{unit}。"
        yield f"全年{bare}共3{unit}。"


def part_unit(words: str) -> tuple[str, str | None]:
    """A head without its unit and without the year, and the unit: 罚没金额（万元）, 罚没金额/万元, 罚没金额万元."""
    name = words.strip()
    for pattern in (_HEAD_UNIT, _MONEY_END):
        found = pattern.match(name) if pattern is _HEAD_UNIT else pattern.fullmatch(name)
        if found is not None:
            groups = found.groupdict()
            unit = groups.get("unit") or groups.get("plain")
            if unit and is_unit(unit):
                return _YEAR.sub("", found["name"]), unit.strip()
    return _YEAR.sub("", name), None


def is_unit(words: str) -> bool:
    """Whether words are a measure word, perhaps with a scale: 件, 万元, 户次, %."""
    word = words.strip()
    found = [m for m in mentions(f"3{word}") if m.kind != "date"]
    return len(found) == 1 and found[0].kind != "number" and found[0].text == f"3{word}"


def _parted(name: str) -> tuple[str, Role]:
    """A name without the words that say what role its figures have."""
    for pattern, role in _ROLES:
        if pattern.search(name) and len(rest := pattern.sub("", name).strip("（）()·-—_ 的")) > 1:
            return rest, role
    return name, "actual"


def _falls(name: str) -> bool | None:
    fall, growth = _FALLS.search(name) is not None, _GROWS.search(name) is not None
    return fall if fall != growth else None  # 增减 is either


def _plain(words: str) -> str:
    return re.sub(r"[\s_\-.]+", " ", words.lower()).strip()
