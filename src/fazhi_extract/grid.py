"""Tables of a text, as the stages hand them on: cells with their places, values with their heads. Positions are flow
positions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from fazhi_extract.mention import Quantity

CellKind = Literal["", "blank", "dash", "none", "number", "marker", "phone", "year", "date", "mixed", "words"]
"""What stands in a cell: "" before it was read; a number alone, with its unit or without; 无 ("none"); a serial or code
number ("marker"); words with numerals among them ("mixed")."""


@dataclass(slots=True)
class Cell:
    """A cell; `[start, end)` are its words without the blanks around them. `under`: the head right above a head."""

    start: int
    end: int
    row: int
    column: int
    words: str
    kind: CellKind = ""
    under: str = ""


@dataclass(slots=True)
class Value:
    """A cell that holds a figure, with the cells that say what it is.

    `rows` and `columns` are its heads, the outermost first. `quantity` is None for 无. `unit_known` is false where
    neither the cell nor its heads nor the caption name a unit.
    """

    cell: Cell
    quantity: Quantity | None
    rows: tuple[Cell, ...]
    columns: tuple[Cell, ...]
    unit_known: bool


@dataclass(slots=True)
class Table:
    """Rows of cells. `captions` are the flow spans of the lines above that may name it, nearest last.

    `ruled`: how many rows stand above a Markdown rule; -1 where there is none. `uneven`: its rows have more cells than
    its heads, so that no column is sure.
    """

    start: int
    end: int
    rows: list[list[Cell]]
    spans: list[tuple[int, int]]
    captions: list[tuple[int, int]]
    ruled: int = -1
    titles: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    uneven: bool = False

    def row_of(self, cell: Cell) -> tuple[int, int]:
        """The flow span of the cell's row."""
        return self.spans[cell.row]
