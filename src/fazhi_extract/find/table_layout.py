"""Which rows of a table are heads, which columns number or name its rows."""

from __future__ import annotations

import itertools

from fazhi_extract.find.cell_units import is_unit
from fazhi_extract.find.cells import YEAR
from fazhi_extract.grid import Cell, CellKind, Table
from fazhi_extract.lazy import lazy_pattern

_SERIAL = lazy_pattern(r"(?:序号|编号|行次|栏次|行号|项次|排名|名次|位次|序|No\.?|NO\.?|代码|编码|.{0,6}代码)")
_LOCATES = lazy_pattern(
    ".{0,4}(?:电话|手机|传真|邮编|邮政编码|房间|房号|地点|地址|证号|证件号|账号|页码|文号)(?:号码)?"
)
_BARE = lazy_pattern("[0-9./—-]+")
_RUNS_ON = lazy_pattern("[。，；]|.{41}")  # a sentence that has run into the column of serials
_TIME = lazy_pattern(".{0,8}(?:时间|日期)")
_YEARS = lazy_pattern("(?:年份|年度|年|统计年度|报告年度)")
_COLUMN_NUMBERS = lazy_pattern("栏次|列次|[甲乙丙丁]")
_UNITS = lazy_pattern("(?:计量)?单位")
_NAMES_NUMBERS = lazy_pattern(
    "(?:数|数量|总数|金额|总额|率|占比|合计|总计)(?:\\([^()]*\\))?$|\\((?:%|[万亿]?元|[件宗次人家户个份条])\\)$"
)
_TITLE = lazy_pattern("表(?:\\(|$)|情况$|统计$|单位[：:]|年报$")
MOST_HEADS = 6
_OF_NAMES = lazy_pattern(
    "序号|编号|单位|部门|机构|地区|区域|县|市|区|项目|指标|类别|类型|种类|领域|名称|事项|内容|年份|年度|月份|时间"
)


def parts_of(table: Table) -> list[tuple[list[list[Cell]], list[list[Cell]]]]:
    """Heads and data; a table goes on with new heads where a row of words stands in the columns of numbers."""
    parts: list[tuple[list[list[Cell]], list[list[Cell]]]] = []
    head: list[list[Cell]] = []
    data: list[list[Cell]] = []
    numbered: set[int] = set()
    widest = 0
    for index, row in enumerate(table.rows):
        filled = [cell for cell in row if cell.kind != "blank"]
        numbers = [cell for cell in filled if cell.kind == "number"]
        open_ = [cell for cell in filled if cell.kind in ("dash", "none")]
        if not data and (index < table.ruled or (len(head) < MOST_HEADS and _is_head(row, head, numbers, open_))):
            for cell in numbers:
                cell.kind = "year" if YEAR.fullmatch(cell.words) else "marker"
            for cell in filled:
                cell.kind = "words" if cell.kind == "mixed" else cell.kind  # its numerals are of a name
            if not (numbers and _counts(filled)):
                head.append(row)
            continue
        beside = sum(cell.kind in ("words", "mixed", "date") and cell.column in numbered for cell in filled)
        named = any(cell.column in numbered and _NAMES_NUMBERS.search(cell.words) for cell in filled)
        if data and not numbers and not open_ and (beside > 1 or len(filled) > widest > 1 or (named and filled[1:])):
            parts.append((head, data))
            head, data, numbered, widest = [row], [], set(), 0
            continue
        widest = max(widest, len(filled))
        data.append(row)
        numbered.update(cell.column for cell in numbers)
    return [*parts, (head, data)]


def _is_head(row: list[Cell], head: list[list[Cell]], numbers: list[Cell], open_: list[Cell]) -> bool:
    """Whether a row in front of all data is one of heads: words alone, years, or the numbers of the columns."""
    if not numbers:
        return not open_
    if all(YEAR.fullmatch(cell.words) for cell in numbers):
        steps = {int(b.words) - int(a.words) for a, b in itertools.pairwise(numbers)}
        return steps in ({1}, {-1}) or (not steps and not head)
    return bool(head) and _counts([cell for cell in row if cell.kind != "blank"])


def _counts(filled: list[Cell]) -> bool:
    """Whether a row numbers the columns: 甲 | 乙 | 1 | 2, 栏次 | 1 | 2, or 1 | 2 | 3 | 4 below heads."""
    numbers = [int(cell.words) for cell in filled if cell.words.isdecimal()]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        return False
    others = [cell.words for cell in filled if not cell.words.isdecimal()]
    if others and all(_COLUMN_NUMBERS.fullmatch(words) for words in others):
        return True
    return len(numbers) > 3 and not others


def fitted(head: list[list[Cell]], data: list[list[Cell]]) -> list[list[Cell]]:
    """The heads in their columns, where a table of plain text leaves out the empty cells in front of them and behind those that span several.

    A row one cell short has none over the names; one that stands above another is shared out evenly, and left out where that
    does not come out even.
    """
    width = max((len(row) for row in data), default=0)
    named = all(row[0].kind in ("words", "mixed", "year", "date", "marker") for row in data if row)
    if not named or all(len(row) == width for row in head) or any(len(row) > width for row in head):
        return head
    result = []
    for i, row in enumerate(head):
        nearest = i == len(head) - 1
        if len(row) == width or not all(cell.words for cell in row):
            result.append(row)
        elif len(row) == width - 1 and (not _OF_NAMES.match(row[0].words) or _has_two_names(data)):
            result.append(_spread([], row, 1))
        elif nearest:
            return head
        else:
            names, others = (row[:1], row[1:]) if _OF_NAMES.match(row[0].words) else ([], row)
            if others and (width - 1) % len(others) == 0:
                result.append(_spread(names, others, (width - 1) // len(others)))
    return result


def _has_two_names(data: list[list[Cell]]) -> bool:
    """行政处罚 | 林政 | 12: whether the second column names the rows too."""
    return all(row[1].kind == "words" for row in data if len(row) > 1)


def _spread(names: list[Cell], others: list[Cell], over: int) -> list[Cell]:
    """A row whose cells each span as many columns, behind that of the names."""
    at = (names or others)[0]
    row = names or [Cell(at.start, at.start, at.row, 0, "", "blank")]
    for cell in others:
        cell.column = len(row)
        blanks = [Cell(cell.end, cell.end, cell.row, len(row) + 1 + n, "", "blank") for n in range(over - 1)]
        row = [*row, cell, *blanks]
    return row


def is_title(row: list[Cell]) -> bool:
    filled = [cell for cell in row if cell.words]
    return len(filled) == 1 and (_TITLE.search(filled[0].words) is not None or len(filled[0].words) > 20)


def last_column(row: list[Cell]) -> int:
    return max((cell.column for cell in row if cell.words), default=-1)


def column_heads(head: list[list[Cell]], column: int) -> list[Cell]:
    """The heads of a column, the outermost first; a cell that spans columns stands above the first of them."""
    path: list[Cell] = []
    for i, row in enumerate(head):
        cell = _at(row, column)
        if cell is None and any(_at(lower, column) for lower in head[i + 1 :]):
            left = next((c for c in range(column - 1, -1, -1) if _at(row, c)), None)
            if left is not None and any(_at(lower, left) for lower in head[i + 1 :]):
                cell = _at(row, left)
        if cell is not None and (not path or path[-1].words != cell.words):
            path.append(cell)
    return path


def _at(row: list[Cell], column: int) -> Cell | None:
    return row[column] if column < len(row) and row[column].words else None


def mark(data: list[list[Cell]], columns: list[list[Cell]]) -> list[int]:
    """Turns serial, phone and code numbers into markers and years into years; gives the columns of units."""
    units = []
    width = max((len(row) for row in data), default=0)
    for c in range(width):
        cells = [row[c] for row in data if c < len(row) and row[c].words]
        heads = [cell.words for cell in columns[c]] if c < len(columns) else []
        last = heads[-1] if heads else ""
        kind: CellKind | None = None
        if _SERIAL.fullmatch(last) or (_TIME.fullmatch(last) and all(_BARE.fullmatch(cell.words) for cell in cells)):
            kind = "marker"
        elif _LOCATES.fullmatch(last):
            kind = "phone"
        elif _YEARS.fullmatch(last) or (
            c == 0 and cells and not _NAMES_NUMBERS.search(last) and all(YEAR.fullmatch(cell.words) for cell in cells)
        ):
            kind = "year"
        elif c == 0 and not last and _serial(cells, data):
            kind = "marker"
        elif cells and _UNITS.fullmatch(last) and all(is_unit(cell.words) for cell in cells):
            units.append(c)
        for cell in cells if kind else ():
            if kind == "marker" and _RUNS_ON.search(cell.words):
                continue
            if cell.kind in ("number", "mixed"):
                cell.kind = kind if kind != "year" or YEAR.fullmatch(cell.words) else cell.kind  # type: ignore[assignment]
    return units


def _serial(cells: list[Cell], data: list[list[Cell]]) -> bool:
    numbers = [int(cell.words) for cell in cells if cell.words.isdecimal()]
    named = all(len(row) > 1 and row[1].kind == "words" for row in data if row[0].words.isdecimal())
    return len(numbers) > 1 and named and numbers == list(range(1, len(numbers) + 1))


def row_heads(
    row: list[Cell], first: int, above: dict[int, Cell], columns: list[list[Cell]], units: set[int]
) -> tuple[Cell, ...]:
    """The words in front of a row's numbers; one that spans rows stands in the first of them."""
    heads: list[Cell] = []
    stop = next((c.column for c in row if c.kind in ("number", "none")), len(row))
    places = [c for c in range(min(stop, len(row))) if c not in units]
    for c in places:
        cell = row[c]
        if cell.kind in ("words", "mixed", "date", "year"):
            cell.under = columns[c][-1].words if c < len(columns) and columns[c] else ""
            heads.append(cell)
            if c < first:
                above[c] = cell
                for inner in [k for k in above if k > c]:
                    del above[inner]
        elif (
            cell.kind == "blank"
            and c in above
            and any(row[k].words and row[k].kind != "marker" for k in places if c < k < first)
        ):
            heads.append(above[c])
    return tuple(heads[-MOST_HEADS:])
