"""A sheet of one's own as a side of the comparison: a row for each figure, with its name, its value and its unit.

CSV, TSV, or the first sheet of an Excel workbook that has the heads; a panel is one of those too. Values may be written as in a report: 341.203万元,
60余件, 无.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from fazhi_extract.compare.figures import Body, body_of, settle
from fazhi_extract.compare.panel import panel_bodies, panel_heads
from fazhi_extract.describe.region import locate
from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.pipeline import extract_document, mentions
from fazhi_extract.read import from_text, read_bytes
from fazhi_extract.table.figures import Figure, step_of
from fazhi_extract.table.keys import Key, parse_key

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")

_HEADS = {
    "code": ("indicator", "code", "指标代码"),
    "label": ("指标", "指标名称", "名称", "项目", "事项", "label", "name", "indicator_name"),
    "value": ("值", "数值", "数量", "数据", "本年数", "value"),
    "unit": ("单位", "计量单位", "量词", "unit"),
    "issuer": ("发文机关", "机关", "部门", "填报单位", "单位名称", "issuer"),
    "year": ("年度", "年份", "报告年度", "year", "reporting_year"),
    "role": ("role",),
    "headline": ("headline",),
}
_FIELD = {head: field for field, heads in _HEADS.items() for head in heads}
_YEAR_HEAD = lazy_pattern(r"(?P<year>(?:19|20)\d{2})年?(?:度)?(?:数值?|值)?")
_NONE = ("无", "没有", "未发生", "零")
_BLANK = ("", "-", "—", "——", "/", "…")
_UNITS = ("件", "次", "人", "场", "万元", "%")
"""What a number without a unit may be in, where its name has to say what it is."""
_FIRST_ROWS = 20
_WORDED = lazy_pattern(r'(?:"(?P<before>[≈≥>≤<])")?General(?:"(?P<behind>[^"]+)")?')
"""Number formats with words, as the sheet 汇总 has them: "≥"General"人次"."""

Cell = str


@dataclass(slots=True)
class _Rows:
    """The figures of one body and year, before they are settled."""

    body: Body
    figures: dict[Key, list[Figure]] = field(default_factory=dict)


def bodies_of(data: bytes, *, path: str, encoding: str | None, limit: int, book: Rulebook) -> list[Body]:
    """The bodies of a sheet. Raises :class:`FazhiError` (E52x) where it cannot be read as one."""
    rows = excel_sheets(data, path) if is_excel(path) else [text_rows(data, path, encoding, limit)]
    for table in rows:
        for at, row in enumerate(table[:_FIRST_ROWS]):
            if (panel := panel_heads(row, path, book.indicators)) is not None:
                return panel_bodies(panel, list(enumerate(table[at + 1 :], at + 2)), path, book.indicators)
        heads = _heads(table)
        if heads is not None:
            break
    else:
        raise FazhiError("E521", path=path)
    first, columns, year = heads
    found: dict[tuple[str, int | None], _Rows] = {}
    for number, row in enumerate(table[first + 1 :], first + 2):
        said = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        if said["value"] in _BLANK or said.get("role", "actual") != "actual":
            continue
        if said.get("headline", "true").lower() in ("false", "0", "否", "no"):
            continue
        issuer, of = said.get("issuer", ""), _year(said.get("year", "")) or year
        if (issuer, of) not in found:
            key = locate(issuer, year=of).key if issuer else None
            found[issuer, of] = _Rows(Body(issuer, key, of, path, loose=True))
        _take(found[issuer, of], said, number, " | ".join(cell for cell in row if cell), book)
    for one in found.values():
        one.body.readings = {key: settle(figures) for key, figures in one.figures.items()}
    return [one.body for one in found.values()]


def _heads(table: Sequence[Sequence[Cell]]) -> tuple[int, dict[str, int], int | None] | None:
    """The row of the heads, the column of each field, and the year where the values' head is one."""
    for number, row in enumerate(table[:_FIRST_ROWS]):
        columns: dict[str, int] = {}
        year = None
        years = [(at, m) for at, cell in enumerate(row) if (m := _YEAR_HEAD.fullmatch(cell.strip()))]
        for at, cell in enumerate(row):
            name = _FIELD.get(re.sub(r"[\s（(].*", "", cell.strip().lower()))
            if name is not None:
                columns.setdefault(name, at)
        if "value" not in columns and len(years) == 1:
            columns["value"], year = years[0][0], int(years[0][1]["year"])
        if "value" in columns and ("code" in columns or "label" in columns):
            return number, columns, year
    return None


def _take(rows: _Rows, said: Mapping[str, str], number: int, whole: str, book: Rulebook) -> None:
    name = said.get("code") or said.get("label") or ""
    key = key_of(name, said["value"], said.get("unit", ""), book)
    figure = _figure(said["value"], said.get("unit", ""), str(number), whole)
    dimension = book.indicators[key.indicator].dimension if key.indicator in book.indicators else None
    if figure is not None and figure.unit is None and figure.value:
        if dimension == "rate":
            figure = _figure(said["value"], "%", str(number), whole)
        elif dimension == "money":
            figure = None  # 元 or 万元: nobody can tell
    if figure is None:
        rows.body.unread.append(Figure(None, None, "count", said["value"], whole, str(number)))
    else:
        rows.figures.setdefault(key, []).append(figure)


def key_of(name: str, value: str, unit: str, book: Rulebook) -> Key:
    """What a row is about: its code, else what the rules make of its name, else the indicator of that name."""
    name = name.strip()
    coded = parse_key(name)
    if coded is not None and coded.indicator in book.indicators and not coded.any_attributes:
        return coded
    named = next((i.code for i in book.indicators.values() if name in (i.zh, i.en)), None)
    number = value if re.search(r"\d", value) else "1"
    found: set[Key] = set()
    for word in (unit,) if unit or not re.fullmatch(r"[\d.,]+", number) else _UNITS:
        text = f"2000年度法治政府建设年度报告\n\n全年{name}{number}{'' if number.endswith(word) else word}。\n"
        read = body_of(extract_document(from_text(text), rulebook=book), book.indicators)
        found |= {key.closed for key in read.readings if named is None or key.indicator == named}
    return found.pop() if len(found) == 1 else Key(named or name)


def _figure(value: str, unit: str, row: str, whole: str) -> Figure | None:
    """The number of a cell; ``None`` where there is none, or more than one."""
    if value in _NONE:
        return Figure(Decimal(0), unit or None, "count", value, whole, row)
    text = value if unit and value.endswith(unit) else f"{value}{unit}"
    found = [m for m in mentions(text) if m.kind != "date"]
    if len(found) != 1:
        return None
    (m,) = found
    kind = "count" if m.kind == "number" else m.kind
    exact = m.bound == "exact" and m.value_to is None
    return Figure(m.value, m.unit, kind, text, whole, row, step_of(text), exact)


def _year(words: str) -> int | None:
    found = re.search(r"(?:19|20)\d{2}", words)
    return int(found.group()) if found else None


def is_excel(path: str) -> bool:
    """Whether a file is a workbook, by its ending."""
    return path.lower().endswith((".xlsx", ".xlsm"))


def text_rows(data: bytes, path: str, encoding: str | None, limit: int) -> list[list[Cell]]:
    """The rows of a text whose cells are parted by commas, semicolons or tabs. Raises :class:`FazhiError` (E2xx)."""
    text = read_bytes(data, path=path, encoding=encoding, max_size=limit).text
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def excel_sheets(data: bytes, path: str) -> Iterator[list[list[Cell]]]:
    """The rows of each sheet of a workbook, as it shows them. Raises :class:`FazhiError` (E522, E523)."""
    for _, rows in named_sheets(data, path):
        yield rows


def named_sheets(data: bytes, path: str) -> Iterator[tuple[str, list[list[Cell]]]]:
    """The name of each sheet of a workbook and its rows, as it shows them. Raises :class:`FazhiError` (E522, E523)."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise FazhiError("E522", path=path) from error
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # damaged workbooks fail in many ways
        raise FazhiError("E523", path=path, reason=type(error).__name__) from error
    for sheet in book.worksheets:
        yield sheet.title, [[_shown(cell) for cell in row] for row in _rows_of(sheet.iter_rows)]


def _rows_of(iterate: Callable[[], Iterable[Sequence[object]]]) -> Iterable[Sequence[object]]:
    return iterate()


def _shown(cell: object) -> Cell:
    """A cell as text: numbers without noise, percentages with their mark."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number, look = Decimal(repr(value)), str(getattr(cell, "number_format", ""))
        if "%" in look:
            return f"{_plain(number * 100)}%"
        if worded := _WORDED.fullmatch(look):
            return f"{worded['before'] or ''}{_plain(number)}{worded['behind'] or ''}"
        return _plain(number)
    return str(value).strip()


def _plain(number: Decimal) -> str:
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
