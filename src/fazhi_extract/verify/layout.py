"""Which column of a grid is what: whose row it is, figures under heads of their own, or a name and a value in each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.table.columns import ATTRIBUTES, title
from fazhi_extract.table.template import find_key
from fazhi_extract.verify.fields import YEAR_HEAD, Field, field_of
from fazhi_extract.verify.mapping import Mapping
from fazhi_extract.verify.names import Meaning, Names, is_unit
from fazhi_extract.verify.numbers import is_blank
from fazhi_extract.verify.reports import Bodies
from fazhi_extract.verify.tables import Grid

_FIRST_ROWS = 20
_SAMPLE = 50
"""How many rows are looked at to tell what a column holds."""
_NUMBER = lazy_pattern(r"[-+]?[\d,.]+\s*\D{0,4}")
_MONEY = lazy_pattern(r"单位[:：]\s*(?P<unit>万元|亿元|元)")
_ATTRIBUTE = {word: name for name in ATTRIBUTES for word in (name, title(name, "zh"), title(name, "en").lower())}


@dataclass(frozen=True, slots=True)
class Column:
    """A column with figures: its head, what it means (``None``: nobody can tell, or each row says it), its year, its body."""

    at: int
    head: str
    meaning: Meaning | None = None
    year: int | None = None
    body: str = ""


@dataclass(slots=True)
class Layout:
    """The columns of a grid. ``start`` is the place of the first row below the heads."""

    start: int
    fields: dict[Field, int] = field(default_factory=dict)
    attributes: dict[str, int] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)
    unknown: list[Column] = field(default_factory=list)
    """Columns with numbers whose heads nobody can tell."""
    passed: list[str] = field(default_factory=list)
    """Heads of columns that hold no numbers, or that the user said to pass over."""
    money: str | None = None
    """The unit of money that stands above the table (单位：万元)."""

    @property
    def is_long(self) -> bool:
        """Whether each row says what its figure is."""
        return "name" in self.fields or "code" in self.fields


def layout_of(grid: Grid, names: Names, bodies: Bodies, mapping: Mapping) -> Layout | None:
    """How a grid is laid out; ``None`` where it has no heads or no column that could be verified."""
    at = _head_row(grid.rows, names, mapping)
    if at is None:
        return None
    heads, start = _heads(grid.rows, at)
    layout = Layout(start)
    above = " ".join(cell for row in grid.rows[:at] for cell in row)
    if found := _MONEY.search(above):
        layout.money = found["unit"]
    rows = grid.rows[start : start + _SAMPLE]
    values = {
        place: [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        for place in range(len(heads))
    }
    left = _take_fields(layout, heads, values, bodies, mapping)
    if layout.is_long and not ("value" in layout.fields and layout.fields.keys() & {"name", "code"}):
        left = _take_sides(layout, heads, left, bodies)
        if not layout.columns:  # 指标 may as well be a column of remarks in a wide table
            layout.fields.pop("name", None)
            layout.fields.pop("code", None)
    elif "value" in layout.fields and not layout.is_long:
        left.append(layout.fields.pop("value"))
    for place in sorted(left):
        head = heads[place]
        numeric = any(_NUMBER.fullmatch(value) for value in values[place])
        if (
            layout.is_long
            or (head in mapping.meanings and mapping.meanings[head] is None)
            or find_key(head, names.book.indicators)[1] != "value"
        ):
            layout.passed.append(head)
            continue
        meaning = names.meaning(head) if head else None
        if meaning is not None and (
            numeric or meaning.how != "words" or not values[place] or all(map(is_blank, values[place]))
        ):
            layout.columns.append(Column(place, head, meaning))
        elif numeric or (meaning is not None and any(any(c.isdigit() for c in v) for v in values[place])):
            (layout.columns if meaning else layout.unknown).append(Column(place, head, meaning))
        elif head or values[place]:
            layout.passed.append(head or f"#{place + 1}")
    if layout.is_long and "value" in layout.fields:
        layout.columns.append(Column(layout.fields["value"], heads[layout.fields["value"]]))
    return layout if layout.columns or layout.unknown else None


def _head_row(rows: Sequence[Sequence[str]], names: Names, mapping: Mapping) -> int | None:
    """The row of the heads: the one with the most words that heads have; else the first one with several words."""
    best, most = None, 0
    for at, row in enumerate(rows[:_FIRST_ROWS]):
        cells = [cell.strip() for cell in row if cell.strip()]
        known = sum(
            2 if field_of(cell) or cell in mapping.fields or cell in mapping.meanings or YEAR_HEAD.fullmatch(cell)
            else find_key(cell, names.book.indicators)[0] is not None
            for cell in cells
        )  # fmt: skip
        if known > most and len(cells) > 1:
            best, most = at, known
    if best is not None:
        return best
    worded = (
        at for at, row in enumerate(rows[:_FIRST_ROWS]) if sum(bool(c.strip()) and not _NUMBER.fullmatch(c.strip()) for c in row) > 1
    )  # fmt: skip
    return next(worded, None)


def _heads(rows: Sequence[Sequence[str]], at: int) -> tuple[list[str], int]:
    """The heads, those of two rows put together (行政处罚 over 案件数 and 罚款金额), and the first row below."""
    top = [re.sub(r"\s+", " ", cell.strip()) for cell in rows[at]]
    below = [cell.strip() for cell in rows[at + 1]] if at + 1 < len(rows) else []
    below += [""] * (len(top) - len(below))
    under = [place for place, cell in enumerate(below[: len(top)]) if cell and not top[place]]
    if not under or any(_NUMBER.fullmatch(cell) and not YEAR_HEAD.fullmatch(cell) for cell in below if cell):
        return top, at + 1
    groups, group = [], ""
    for place, cell in enumerate(top):
        group = cell or group
        groups.append(f"{group}{below[place]}" if below[place] else cell)
    return groups, at + 2


def _take_fields(
    layout: Layout, heads: Sequence[str], values: dict[int, list[str]], bodies: Bodies, mapping: Mapping
) -> list[int]:
    """Fills in the columns that hold no figures; gives the places of the others."""
    left = []
    for place, head in enumerate(heads):
        said = mapping.fields.get(head) or (None if head in mapping.meanings else field_of(head))
        cells = values[place]
        if said == "unit" and cells and not any(map(is_unit, cells)):
            said = "issuer"  # 单位 is a measure word or an organisation
        if said in ("name", "code", "other", "region") and cells and any(map(bodies.named, cells[:5])):
            said = "file" if any(bodies.named(c) and ("." in c or c.isascii()) for c in cells[:5]) else "issuer"
        if said is None and (attribute := _ATTRIBUTE.get(head.lower())) is not None:
            layout.attributes[attribute] = place
        elif said == "other":
            layout.passed.append(head)
        elif said is not None and said not in layout.fields:
            layout.fields[said] = place
        elif said is not None:
            layout.passed.append(head)
        else:
            left.append(place)
    if not layout.fields.keys() & {"file", "issuer"}:
        for place in left:
            if values[place] and any(map(bodies.named, values[place][:5])):
                name = values[place][0]
                layout.fields["file" if "." in name or name.isascii() else "issuer"] = place
                left.remove(place)
                break
    return left


def _take_sides(layout: Layout, heads: Sequence[str], left: Sequence[int], bodies: Bodies) -> list[int]:
    """Columns of a long table that are years (2021年) or bodies; gives the places of the others."""
    rest = []
    for place in left:
        year = YEAR_HEAD.fullmatch(heads[place])
        if year is not None:
            layout.columns.append(Column(place, heads[place], year=int(year["year"])))
        elif bodies.named(heads[place]):
            layout.columns.append(Column(place, heads[place], body=heads[place]))
        else:
            rest.append(place)
    return rest
