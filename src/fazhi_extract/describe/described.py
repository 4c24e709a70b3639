"""What has been read of a report's metadata so far, and how names and days are read from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from fazhi_extract.describe.region import Located
from fazhi_extract.layout.body_names import LONGER, OFFICE
from fazhi_extract.layout.marks import ZERO
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.text import SourceText

ORG_NAME = lazy_pattern(
    rf"(?:(?!关于)[\u4e00-\u9fffXx×*]){{2,34}}?{OFFICE}"
    rf"(?!(?:(?!关于)[\u4e00-\u9fff]){{0,8}}{LONGER}(?:\d|关于|20))"
)
ORG_LINE = lazy_pattern(rf"[\u4e00-\u9fffXx×*()]{{2,36}}{OFFICE}")
DATE = (
    rf"(?P<y>\d{{4}}|[一二][{ZERO}一二三四五六七八九]{{3}})年(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_HAN = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys(ZERO, "0")


@dataclass(slots=True)
class Described:
    """Metadata values with the flow span of each, and the frame of the body."""

    values: dict[str, object] = field(default_factory=dict)
    spans: dict[str, tuple[int, int] | list[tuple[int, int]]] = field(default_factory=dict)
    title_start: int = 0
    title_end: int = 0
    body_start: int = 0
    located: Located = field(default_factory=Located)
    given: dict[str, str | int] = field(default_factory=dict)  # by the user's list
    overridden: dict[str, object] = field(default_factory=dict)  # what the text says where the list says otherwise

    def put(self, name: str, value: object, span: tuple[int, int] | list[tuple[int, int]]) -> None:
        self.values[name] = value
        self.spans[name] = span


def read(source: SourceText, span: tuple[int, int]) -> str:
    """The words at a flow span as written, without line breaks and the blanks of the layout."""
    return re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+", "", source.written(*span))


def day_of(m: re.Match[str]) -> date | None:
    """The day that a match of `DATE` writes; None where there is no such day."""
    try:
        return date(number(m["y"]), number(m["m"]), number(m["d"]))
    except ValueError:
        return None


def number(words: str) -> int:
    """A year, month or day in digits or in Chinese: 2024, 二〇二四, 十一."""
    if words.isdigit():
        return int(words)
    if len(words) == 4:
        return int("".join(_HAN[c] for c in words))
    tens, ten, ones = words.partition("十")
    if not ten:
        return int(_HAN[words])
    return (int(_HAN[tens]) if tens else 1) * 10 + (int(_HAN[ones]) if ones else 0)


def put_names(source: SourceText, found: Described, field: str, place: tuple[int, int], marks: str) -> None:
    names, spans = [], []
    at = place[0]
    for part in re.split(f"([{marks}])", source.flow[slice(*place)]):
        if part.strip() and part not in marks:
            names.append(read(source, (at, at + len(part))))
            spans.append((at, at + len(part)))
        at += len(part)
    found.put(field, names, spans)
