"""What a list says of reports: its columns, and their values as fields of ``metadata.given``."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from fazhi_extract.lazy import lazy_pattern

HEADS = {
    "path": ("path", "file", "路径", "文件", "文件名", "文件路径"),
    "issuer": ("issuer", "发文机关", "发布机关", "发文单位", "单位"),
    "reporting_year": ("year", "reporting_year", "年度", "报告年度", "年份"),
    "title": ("title", "标题", "题名"),
    "region": ("region", "地区", "行政区划"),
    "url": ("url", "网址", "链接"),
    "retrieved_on": ("retrieved", "retrieved_on", "采集日期", "采集时间", "获取日期"),
}
"""Names that a column may have, in any case."""

_FIELD = {name: field for field, names in HEADS.items() for name in names}
_YEAR = lazy_pattern(r"((?:19|2\d)\d\d)(?:\.0)?(?:年度?)?")
_DAY = lazy_pattern(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")


class WrongValue(ValueError):
    """A cell that does not hold what its column says: the head and the words."""

    def __init__(self, head: str, words: str) -> None:
        super().__init__(head, words)
        self.head = head
        self.words = words


def field_of(head: str) -> str | None:
    """The field that a column is about: ``path`` or one of ``metadata.given``; ``None`` for any other column."""
    return _FIELD.get(head.strip().lower())


def given_by(cells: Mapping[str, Any], *, but: str = "") -> dict[str, str | int]:
    """The fields of ``metadata.given`` that a row fills, from its cells by head; the column ``but`` is passed over.

    Where two columns are about one field, the first holds. Raises :class:`WrongValue`.
    """
    given: dict[str, str | int] = {}
    for head, cell in cells.items():
        field = field_of(head)
        if field is None or field == "path" or head == but or field in given:
            continue
        words = _words(cell)
        if not words:
            continue
        value = _READERS[field](words) if field in _READERS else words
        if value is None:
            raise WrongValue(head, words)
        given[field] = value
    return given


def _words(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _year(words: str) -> int | None:
    match = _YEAR.fullmatch(words)
    return int(match[1]) if match else None


def _day(words: str) -> str | None:
    match = _DAY.fullmatch(words)
    try:
        return datetime.date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


_READERS: dict[str, Callable[[str], str | int | None]] = {"reporting_year": _year, "retrieved_on": _day}
