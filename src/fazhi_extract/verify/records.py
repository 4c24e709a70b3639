"""The shapes that tables come in as JSON, laid out in rows: the first has the heads.

A list of objects is a table, wide (a key for each figure) or long (indicator, value). Objects inside objects are taken
apart: what stands outside (issuer, year, file) holds for all that stands inside, an object of objects has names for its
keys, and an object with a value of its own (``{"value": 743, "unit": "件"}``) is a cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

VALUE_KEYS = ("value", "数值", "值", "数量")
_UNIT_KEYS = ("unit", "单位", "计量单位")
_PARTS = {
    "metadata",
    "meta",
    "source",
    "report",
    "figures",
    "indicators",
    "values",
    "data",
    "指标",
    "数据",
    "元数据",
    "来源",
}
_MOST_DIGITS = 40
NAME_HEAD = "name"
"""The head of the column with the keys of an object of objects."""

Record = dict[str, str]


def rows_of_records(parsed: Any) -> list[list[str]]:
    """Rows of cells as text, the heads first, in the order in which they occur."""
    records = _records(parsed, {})
    heads = list(dict.fromkeys(head for record in records for head in record))
    return [heads, *([record.get(head, "") for head in heads] for record in records)]


def _records(entry: Any, outside: Record) -> list[Record]:
    if isinstance(entry, list):
        return [record for one in entry for record in _records(one, outside)]
    if not isinstance(entry, Mapping):
        return []
    flat: Record = dict(outside)
    lists: list[Sequence[Any]] = []
    named: list[tuple[str, Any]] = []
    for key, value in entry.items():
        if isinstance(value, Mapping) and not _is_cell(value):
            named.append((key, value))
        elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            lists.append(value)
        else:
            flat[key] = _cell(value)
    if named and not lists and _is_table(entry, named):
        return [record for key, value in named for record in _records(value, {**flat, NAME_HEAD: key})]
    for _, value in named:  # {"metadata": {…}, "figures": {…}}: what is inside belongs to the row
        inside = _records(value, {})
        flat |= inside[0] if len(inside) == 1 else {}
        lists += [value] if len(inside) > 1 else []
    if lists:
        return [record for one in lists for record in _records(one, flat)]
    return [flat] if flat.keys() - outside.keys() else []


def _is_table(entry: Mapping[str, Any], named: Sequence[tuple[str, Any]]) -> bool:
    """Whether the keys of an object are names of rows: all its values are objects, and none is a part of a report."""
    return len(named) == len(entry) and not {key for key, _ in named} & _PARTS


def _is_cell(value: Mapping[str, Any]) -> bool:
    return any(key in value and not isinstance(value[key], (Mapping, list)) for key in VALUE_KEYS)


def _cell(value: Any) -> str:
    """A value as a clerk would write it."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        number = next(_cell(value[key]) for key in VALUE_KEYS if key in value)
        unit = next((_cell(value[key]) for key in _UNIT_KEYS if key in value), "")
        return number if not number or number.endswith(unit) else f"{number}{unit}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        # 1e999999999 is a number of JSON too.
        return f"{value:f}" if value.is_finite() and abs(value.adjusted()) < _MOST_DIGITS else str(value)
    if isinstance(value, list):
        return "、".join(map(_cell, value))
    return str(value).strip()
