"""The panel: one row per issuer and year, one column per indicator and attributes, a state beside every figure.

Rows wait in a temporary file until all reports are in, because only then it is known which columns there are; memory
holds a line about each report.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import message
from fazhi_extract.rulebook.indicators import CLOSED
from fazhi_extract.table.cells import Cell
from fazhi_extract.table.columns import ISSUER, REGION, Value, title
from fazhi_extract.table.headline import State
from fazhi_extract.table.issuers import issuer_ids
from fazhi_extract.table.keys import IN_KEYS, Key

if TYPE_CHECKING:
    from fazhi_extract.rulebook.indicators import Indicator
    from fazhi_extract.table.template import Template

Style = Literal["code", "short", "zh", "en"]
"""How columns are named: by code, by legal names for Stata and SQL, or in words."""

Part = Literal["value", "state", "note"]
PARTS: tuple[Part, ...] = ("value", "state", "note")
_WHOSE = tuple(column.name for column in (*ISSUER, *REGION))
FIXED = (*_WHOSE, "issuer_id"), ("path", "report_id")
"""What a row begins and ends with."""
_IN_WORDS = {"issuer_level": "attribute.level", "issuer_type": "issuer_type"}

MONEY_UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


@dataclass(frozen=True, slots=True)
class PanelColumn:
    """A column: ``fixed`` names a field of the row; otherwise a part of the cells of ``key``."""

    head: str
    fixed: str = ""
    key: Key | None = None
    part: Part = "value"
    unit: str | None = None
    """What its numbers count, money in the unit that the template asks for."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row: the issuer, the year, the region, and the report, where there is one."""

    whose: tuple[Value, ...]
    """As :data:`~.columns.ISSUER` and :data:`~.columns.REGION` list it."""
    issuer_key: str | None
    path: str | None
    report_id: str | None
    missing: State
    """The state of all cells that are not there."""
    offset: int | None = None
    """Where its cells stand in the temporary file."""
    issuer_id: str | None = None
    """The same for all rows of an issuer; known when all rows are."""

    @property
    def issuer(self) -> str | None:
        """The issuer's name."""
        name = self.whose[0]
        return name if isinstance(name, str) else None

    @property
    def year(self) -> int | None:
        """The reporting year."""
        year = self.whose[1]
        return year if isinstance(year, int) else None

    def fixed(self, name: str, style: Style) -> Value:
        """A field that is no figure, in words where the style has words."""
        if name in _WHOSE:
            value = self.whose[_WHOSE.index(name)]
            if value is not None and name in _IN_WORDS and style in ("zh", "en"):
                return message(f"{_IN_WORDS[name]}.{value}", style)
            return value
        return {"issuer_id": self.issuer_id, "path": self.path, "report_id": self.report_id}[name]


class Panel:
    """Takes reports one by one and gives the table when all are in. Use as a context, for its temporary file."""

    def __init__(self, indicators: Mapping[str, Indicator], lang: str) -> None:
        self.indicators = indicators
        self.lang = lang
        self.columns_seen: set[Key] = set()
        self._noted: set[Key] = set()
        self._rows: list[PanelRow] = []
        self._spool = tempfile.TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> Panel:
        return self

    def __exit__(self, *_: object) -> None:
        # What is left in its buffer would be written once more, and be refused once more where the disk is full.
        with suppress(OSError):
            self._spool.close()

    def add(self, row: PanelRow, cells: Mapping[Key, Cell]) -> None:
        """Takes a row with the cells of its report."""
        data = [(_key_data(key), (astuple(cell)[:-2], cell.metrics, cell.quotes)) for key, cell in cells.items()]
        with _told():
            offset = self._spool.seek(0, 2)
            self._spool.write(json.dumps(data, ensure_ascii=False).encode() + b"\n")
        self._rows.append(replace(row, offset=offset))
        # A column needs a figure of the year, or a plan: growth alone makes none.
        self.columns_seen.update(key for key, cell in cells.items() if cell.state != "not_found")
        self._noted.update(key for key, cell in cells.items() if cell.note)

    def add_unreadable(self, path: str, report_id: str | None) -> None:
        """Takes an input that gave no report; nothing is known of it but its path."""
        self._rows.append(PanelRow((None,) * len(_WHOSE), None, path, report_id, "unreadable"))

    def rows(self, *, balanced: bool = False) -> Iterator[tuple[PanelRow, dict[Key, Cell]]]:
        """All rows with their cells: issuers (:func:`~.issuers.issuer_ids`) in the order of the inputs, years upwards.

        A year that an issuer has no report for is a row too, where it lies between two that it has one for;
        ``balanced`` gives every issuer every year.
        """
        for row in self._in_order(balanced):
            yield row, {} if row.offset is None else self._cells(row.offset)

    def count(self, *, balanced: bool = False) -> int:
        """How many rows there are."""
        return sum(1 for _ in self._in_order(balanced))

    def columns(self, style: Style, template: Template | None = None) -> list[PanelColumn]:
        """The columns of the table: all that occur, in the order of the rules, or those of a template."""
        if template is not None:
            return template.columns(self)
        columns = [self.fixed_column(name, style) for name in FIXED[0]]
        places = {code: place for place, code in enumerate(self.indicators)}
        for key in sorted(self.columns_seen, key=lambda key: _rank(key, places.get(key.indicator, len(places)))):
            columns += [self.column(key, part, style) for part in PARTS if part != "note" or key in self._noted]
        columns += [self.fixed_column(name, style) for name in FIXED[1]]
        return _told_apart(columns)

    def has_notes(self, key: Key) -> bool:
        """Whether a cell of the column needs more than its number."""
        return key in self._noted

    def fixed_column(self, name: str, style: Style, head: str = "") -> PanelColumn:
        """A column that is no figure."""
        return PanelColumn(head or (title(name, style) if style in ("zh", "en") else name), fixed=name)

    def column(self, key: Key, part: Part, style: Style, head: str = "", unit: str | None = None) -> PanelColumn:
        """A column of a key's cells. ``head`` and ``unit`` are the user's, if any."""
        known = self.indicators.get(key.indicator)
        own = unit or (known.ordered_units[0] if known and known.ordered_units else None)
        return PanelColumn(head or _head(key, known, part, style, own), key=key, part=part, unit=own)

    def _cells(self, offset: int) -> dict[Key, Cell]:
        with _told():
            self._spool.seek(offset)
            data = json.loads(self._spool.readline())
        cells = {}
        fields: list[Any]
        for (code, pairs, any_attributes), (fields, metrics, quotes) in data:
            key = Key(code, tuple((name, value) for name, value in pairs), any_attributes)
            state, value, text, unit, bound, note = fields
            cells[key] = Cell(state, value, text, unit, bound, note, tuple(metrics), tuple(quotes))
        return cells

    def _in_order(self, balanced: bool) -> Iterator[PanelRow]:
        issuers: dict[str | int, list[PanelRow]] = {}
        ids = issuer_ids([(row.issuer_key, row.issuer, row.year) for row in self._rows])
        for number, (row, issuer_id) in enumerate(zip(self._rows, ids, strict=True)):
            # What has no issuer stands for itself.
            issuers.setdefault(issuer_id or number, []).append(replace(row, issuer_id=issuer_id))
        all_years = sorted({row.year for row in self._rows if row.year is not None})
        for rows in issuers.values():
            rows.sort(key=lambda row: row.year or 0)
            years = [row.year for row in rows if row.year is not None]
            due = (all_years if balanced else range(min(years), max(years) + 1)) if years and rows[0].issuer_id else ()
            gaps = [_gap(rows, year) for year in due if year not in years]
            yield from sorted([*rows, *gaps], key=lambda row: row.year or 0)


def _gap(rows: Sequence[PanelRow], year: int) -> PanelRow:
    """The row of a year without a report, under the name that the issuer had last, else that it has next."""
    dated = [row for row in rows if row.year is not None]
    near = next((row for row in reversed(dated) if (row.year or 0) < year), dated[0])
    whose = (near.whose[0], year, *near.whose[2:])
    return replace(near, whose=whose, path=None, report_id=None, missing="no_report", offset=None)


@contextmanager
def _told() -> Iterator[None]:
    """Failures of the temporary file, such as a full disk, name its folder."""
    try:
        yield
    except OSError as error:
        raise FazhiError("E301", path=tempfile.gettempdir(), reason=error.strerror or str(error)) from error


def cell_value(column: PanelColumn, row: PanelRow, cells: Mapping[Key, Cell], style: Style) -> Value:
    """What stands in a column of a row: a number, words, or ``None`` for nothing to tell."""
    if column.key is None:
        return row.fixed(column.fixed, style)
    cell = cells.get(column.key)
    if column.part == "state":
        state = cell.state if cell else row.missing
        return message(f"state.{state}", style) if style in ("zh", "en") else state
    if cell is None:
        return None
    if column.part == "note":
        return cell.note or None
    return cell.text if cell.value is None else scaled(cell.value, cell.unit, column.unit)


def scaled(value: int | float, unit: str | None, wanted: str | None) -> int | float:
    """Money in the unit of the column; other numbers as they are."""
    if unit != "元" or wanted is None or MONEY_UNITS.get(wanted, 1) == 1:
        return value
    exact = Decimal(str(value)) / MONEY_UNITS[wanted]
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _head(key: Key, known: Indicator | None, part: Part, style: Style, unit: str | None) -> str:
    if style == "code":
        # Money in 万元 must not be taken for yuan.
        scale = f"（{unit}）" if unit is not None and MONEY_UNITS.get(unit, 1) != 1 else ""
        return key.code + scale if part == "value" else f"{key.code}.{part}"
    if style == "short":
        return key.short if part == "value" else f"{key.short}_{part[0]}"
    name = key.name(known, style)
    if part != "value":
        return ("·" if style == "zh" else " · ").join([name, message(f"table.{part}", style)])
    return name if unit is None else f"{name}（{unit}）" if style == "zh" else f"{name} ({unit})"


def _told_apart(columns: Sequence[PanelColumn]) -> list[PanelColumn]:
    """No two heads alike: the second of two gets its code as well."""
    seen: set[str] = set()
    result = []
    for column in columns:
        if column.head in seen and column.key is not None:
            column = PanelColumn(f"{column.head} {column.key.code}", "", column.key, column.part, column.unit)
        seen.add(column.head)
        result.append(column)
    return result


def _rank(key: Key, place: int) -> tuple[object, ...]:
    """Indicators in the order of the rules, unknown ones behind; figures without attributes first."""
    given = dict(key.attributes)
    return place, key.indicator, len(given), [_place(name, given.get(name)) for name in IN_KEYS]


def _place(name: str, value: str | None) -> tuple[int, str]:
    if value is None:
        return -1, ""
    known = CLOSED.get(name, ())
    return (known.index(value) if value in known else len(known)), value


def _key_data(key: Key) -> tuple[object, ...]:
    return key.indicator, key.attributes, key.any_attributes
