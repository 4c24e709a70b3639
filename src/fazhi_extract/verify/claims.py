"""What a table says: each cell with a figure, what it is said to be, whose and of which year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import LANGUAGES, message
from fazhi_extract.model.vocabulary import Role
from fazhi_extract.table.keys import IN_KEYS, Key
from fazhi_extract.verify.fields import Field, year_of
from fazhi_extract.verify.layout import Column, Layout
from fazhi_extract.verify.names import Meaning, Names
from fazhi_extract.verify.numbers import Number, is_blank, read_numbers
from fazhi_extract.verify.reports import Whose
from fazhi_extract.verify.tables import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRACKETS = lazy_pattern(r"[（(]([^（）()]*)[）)]")
_PARTED = lazy_pattern(r"[；;](?![^（(]{0,100}[）)])")
_ROLE_WORDS: dict[str, Role] = {
    message(f"table.role.{role}", lang): role for role in get_args(Role) if role != "actual" for lang in LANGUAGES
}
"""What stands behind a figure in a cell of the panel: 100%（目标）."""
_ROLES: dict[str, Role] = {
    word: role for role in get_args(Role) for word in (role, *(message(f"role.{role}", lang) for lang in LANGUAGES))
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of the table. Rows and columns are counted from 1, as spreadsheets do; of JSON the entries are rows."""

    sheet: str
    row: int
    column: int
    head: str
    """The head of its column; in a long table the row's name."""
    words: str
    """The cell as it stands."""
    number: Number | None
    """``None`` for a blank, or for words that are no number."""
    blank: bool
    meaning: Meaning | None
    whose: Whose
    scope: str = ""
    quote: str = ""
    others: frozenset[Key] = frozenset()
    """What the other columns are about: a figure that one of them fits better is not missing here."""
    beside: bool = False
    """Whether it stands behind another number in its cell: 4.1% of 517件（下降4.1%）."""
    record: bool = False
    """Whether it comes from JSON, which has entries and no cells."""

    @property
    def cell(self) -> str:
        """The name that a spreadsheet has for its cell, such as E3; empty for one of JSON."""
        letters, number = "", self.column
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return "" if self.record else f"{letters}{self.row}"


def claims_of(grid: Grid, layout: Layout, names: Names) -> Iterator[Claim]:
    """The claims of a grid, row by row. Rows without any words are passed over."""
    keys = frozenset(key for column in layout.columns if column.meaning for key in column.meaning.keys)
    for offset, row in enumerate(grid.rows[layout.start :], layout.start):
        if not any(cell.strip() for cell in row):
            continue
        said: dict[Field, str] = {name: _cell(row, at) for name, at in layout.fields.items()}
        whose = Whose(
            said.get("file", ""), said.get("issuer", ""), said.get("region", ""), year_of(said.get("year", ""))
        )
        for column in (*layout.columns, *layout.unknown):
            meaning, head = column.meaning, column.head
            if layout.is_long:
                head = said.get("name") or said.get("code") or ""
                if not head:
                    continue
                meaning = _named(said, row, layout, names)
            yield from _of_cell(
                grid, offset, row, column, head, meaning, layout, said, _about(whose, column), names, keys
            )


def _named(said: dict[Field, str], row: Sequence[str], layout: Layout, names: Names) -> Meaning | None:
    """What a row of a long table is about."""
    unit = said.get("unit", "")
    found = (names.meaning(said["code"], unit) if said.get("code") else None) or (
        names.meaning(said["name"], unit) if said.get("name") else None
    )
    if found is None:
        return None
    given = {name: _cell(row, at) for name, at in layout.attributes.items() if name in IN_KEYS and _cell(row, at)}
    if given:
        pairs = tuple((name, given[name]) for name in IN_KEYS if name in given)
        found = replace(found, keys=tuple(dict.fromkeys(Key(key.indicator, pairs) for key in found.keys)))
    role = _ROLES.get(said.get("role", ""))
    return replace(found, role=role) if role else found


def _of_cell(
    grid: Grid,
    offset: int,
    row: Sequence[str],
    column: Column,
    head: str,
    meaning: Meaning | None,
    layout: Layout,
    said: dict[Field, str],
    whose: Whose,
    names: Names,
    keys: frozenset[Key],
) -> Iterator[Claim]:
    words = _cell(row, column.at)
    unit = said.get("unit") or (meaning.unit if meaning else None)
    if unit is None and layout.money and meaning and all(names.dimension(key) == "money" for key in meaning.keys):
        unit = layout.money
    claim = Claim(
        grid.name, offset + grid.first, column.at + 1, head, words, None, is_blank(words), meaning, whose,
        said.get("scope", ""), said.get("quote", ""), keys, record=grid.first == 0,
    )  # fmt: skip
    if claim.blank:
        yield claim
        return
    # 161件（青坪镇）；97件（云渡镇）: each number with what is said of it in its own brackets.
    parts = _PARTED.split(words)
    for part in parts:
        inside = " ".join(_BRACKETS.findall(part))
        role = next((role for word, role in _ROLE_WORDS.items() if meaning and word in inside), None)
        one = replace(
            claim,
            words=part.strip() if len(parts) > 1 else words,
            scope=f"{claim.scope} {inside}".strip(),
            meaning=replace(meaning, role=role) if meaning and role else meaning,
        )
        numbers = read_numbers(_BRACKETS.sub("", part) if role else part, unit)
        if not numbers:
            yield one
        for place, number in enumerate(numbers):
            yield replace(one, number=number, words=number.words if len(numbers) > 1 else one.words, beside=place > 0)


def _about(whose: Whose, column: Column) -> Whose:
    if column.year is not None:
        return replace(whose, year=column.year)
    return replace(whose, file=column.body) if column.body else whose


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""
