"""What stands in a table's cells, and which heads are those of each number."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from fazhi_extract.find.cell_units import counted, for_heads, is_unit, of_captions, parted, read_whole
from fazhi_extract.find.dates import DateShape, date_shapes
from fazhi_extract.find.finder import Found
from fazhi_extract.find.numerals import numerals
from fazhi_extract.grid import Cell, CellKind, Table, Value
from fazhi_extract.mention import Quantity

_DASH = re.compile(r"[-—–―─/\\…]+|/\s?/")
_NONE = frozenset(("无", "没有", "暂无"))
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_UP = re.compile(r"[+▲△↑]\s?(?=[\d.])")
_DOWN = re.compile(r"[▼▽↓]\s?(?=[\d.])")
_SERIAL = re.compile(r"(?:序号|编号|行次|栏次|行号|项次|排名|名次|位次|序|No\.?|NO\.?|代码|编码|.{0,6}代码)")
_PHONE = re.compile(".{0,4}(?:电话|手机|传真|邮编|邮政编码)(?:号码)?")
_TIME = re.compile(".{0,8}(?:时间|日期)")
_YEARS = re.compile("(?:年份|年度|年|统计年度|报告年度)")
_COLUMN_NUMBERS = re.compile("栏次|列次|[甲乙丙丁]")
_UNITS = re.compile("(?:计量)?单位")
_TITLE = re.compile("表(?:\\(|$)|情况$|统计$|单位[：:]|年报$")
_NAMES_NUMBERS = re.compile(
    "(?:数|数量|总数|金额|总额|率|占比|合计|总计)(?:\\([^()]*\\))?$|\\((?:%|[万亿]?元|[件宗次人家户个份条])\\)$"
)
_MOST_HEADS = 6
_LONGEST_NUMBER = 12  # digits; longer ones are codes


def read_tables(tables: Sequence[Table], flow: str) -> list[Table]:
    """Sets the kinds of all cells, and the values with their heads and units; gives the tables that have numerals."""
    for table in tables:
        for row in table.rows:
            for cell in row:
                cell.kind = _kind(cell.words)
        for head, data in _parts(table):
            _read(table, head, data, flow)
    return [t for t in tables if t.values or any(c.kind in ("mixed", "marker") for row in t.rows for c in row)]


def _years(tables: Sequence[Table]) -> list[DateShape]:
    """The bare years among the heads (2022 above a column), as dates."""
    found = []
    for table in tables:
        for row in table.rows:
            for cell in row:
                if cell.kind == "year" and _YEAR.fullmatch(cell.words):
                    shape = date_shapes(cell.words + "年")[0]
                    found.append(shape._replace(start=cell.start, end=cell.end))
    return found


def edges(tables: Sequence[Table]) -> list[int]:
    """Where the tables' cells begin and end: no sentence reaches from one into the next."""
    return sorted({at for table in tables for row in table.rows for c in row if c.words for at in (c.start, c.end)})


def around(found: Found, tables: Sequence[Table]) -> Found:
    """What was found, without what cells of numbers only look like: dates, denials; with the years of heads."""
    cells = sorted((c.start, c.end, c.kind) for table in tables for row in table.rows for c in row if c.words)
    starts = [start for start, _, _ in cells]
    ends = [table.end for table in tables]

    def kind_at(start: int, end: int) -> CellKind | None:
        """The kind of the cell that holds a span; None outside of tables, "" across cells."""
        at = bisect_right(ends, start)
        if at == len(tables) or end <= tables[at].start:
            return None
        i = bisect_right(starts, start) - 1
        return cells[i][2] if i >= 0 and end <= cells[i][1] else ""

    dates = [d for d in found.dates if kind_at(d.start, d.end) in (None, "date", "mixed", "words")]
    return replace(
        found,
        dates=sorted([*dates, *_years(tables)], key=lambda d: d.start),
        absences=[a for a in found.absences if kind_at(a.start, a.end) in (None, "mixed")],
        quotes=[q for q in found.quotes if kind_at(*q) != ""],
    )


def _kind(words: str) -> CellKind:
    if not words:
        return "blank"
    if _DASH.fullmatch(words):
        return "dash"
    if words in _NONE:
        return "none"
    if _number(words) is not None:
        return "number"
    if not numerals(words):
        return "words"
    shapes = date_shapes(words)
    return "date" if shapes and shapes[0].start == 0 and shapes[0].end == len(words) else "mixed"


def _number(words: str, unit: str | None = None) -> Quantity | None:
    """The one number that a cell is, with a unit that stands elsewhere; positions within the cell."""
    sign = _UP.match(words) or _DOWN.match(words)
    body = words[sign.end() :] if sign else words
    if "/" in body or sum(c.isdigit() for c in body) > _LONGEST_NUMBER:
        return None
    plain = read_whole(body)
    if plain is None or (plain.number.script in ("chinese", "vague") and plain.unit is None):
        return None
    if not re.fullmatch(r"-?[\d,.]+", body) and any(s.start == 0 and s.end == len(body) for s in date_shapes(body)):
        return None
    found = plain
    if unit is not None and plain.unit is None and plain.kind == "count":
        found = read_whole(body + unit) or plain
    at = len(words) - len(body)
    number = found.number._replace(start=found.number.start + at, end=found.number.end + at)
    found = replace(found, start=found.start + at, end=len(words), number=number, unit_span=None)
    if sign and _DOWN.match(words) and found.value is not None:
        found.value = -abs(found.value)
    return found


def _parts(table: Table) -> list[tuple[list[list[Cell]], list[list[Cell]]]]:
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
        if not data and (index < table.ruled or (len(head) < _MOST_HEADS and _is_head(row, head, numbers, open_))):
            for cell in numbers:
                cell.kind = "year" if _YEAR.fullmatch(cell.words) else "marker"
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
    if all(_YEAR.fullmatch(cell.words) for cell in numbers):
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


def _read(table: Table, head: list[list[Cell]], data: list[list[Cell]], flow: str) -> None:
    while len(head) > 1 and _is_title(head[0]):
        table.titles.append(next(cell.words for cell in head.pop(0) if cell.words))
    width = max((len(row) for row in head), default=0)
    uneven = bool(head) and any(_last(row) >= width for row in data)
    columns = [] if uneven else [_column(head, c) for c in range(width)]
    table.uneven = table.uneven or uneven
    for path in columns:
        for upper, lower in itertools.pairwise(path):
            lower.under = upper.words
    units = _mark(data, columns)
    first = min((c.column for row in data for c in row if c.kind in ("number", "dash", "none")), default=0)
    captions = [flow[s:e] for s, e in table.captions] + table.titles
    known = of_captions(captions)
    above: dict[int, Cell] = {}
    group: Cell | None = None
    for row in data:
        filled = [cell for cell in row if cell.kind not in ("blank", "marker", "phone")]
        if len(filled) == 1 and filled[0].kind in ("words", "mixed") and len(filled[0].words) <= 24:
            group, above = filled[0], {}
            continue
        heads = _row_heads(row, first, above, columns, set(units))
        outer = (group,) if group is not None else ()
        unit = next((row[c].words for c in units if c < len(row) and is_unit(row[c].words)), None)
        last: Cell | None = None
        for cell in row:
            if cell.kind in ("words", "mixed") and not columns:
                last = cell
            if cell.kind not in ("number", "none"):
                continue
            over = tuple(columns[cell.column]) if cell.column < len(columns) else ()
            own = (*outer, *heads)
            if last is not None and last not in heads:
                own = (last,)  # 罚款 | 12 | 没收 | 3: each number behind its name
            table.values += _value(cell, own, over, unit, known)


def _value(
    cell: Cell, rows: tuple[Cell, ...], columns: tuple[Cell, ...], unit: str | None, known: list[str]
) -> list[Value]:
    heads = [head.words for head in (*rows, *columns)]
    named = next((u for head in (*reversed(columns), *reversed(rows)) if (u := parted(head.words)[1])), None)
    named = named or unit
    if named is None:
        named = next((u for words in reversed(heads) if (u := counted(parted(words)[0]))), None)
    named = named or for_heads(heads, known)
    if cell.kind == "none":
        return [Value(cell, None, rows, columns, named is not None)] if named and not named.endswith("元") else []
    found = _number(cell.words, named)
    if found is None:
        return []
    sure = found.unit is not None
    found = replace(
        found,
        start=found.start + cell.start,
        end=cell.end,
        number=found.number._replace(start=found.number.start + cell.start, end=cell.start + len(cell.words)),
    )
    return [Value(cell, found, rows, columns, sure)]


def _is_title(row: list[Cell]) -> bool:
    filled = [cell for cell in row if cell.words]
    return len(filled) == 1 and (_TITLE.search(filled[0].words) is not None or len(filled[0].words) > 20)


def _last(row: list[Cell]) -> int:
    return max((cell.column for cell in row if cell.words), default=-1)


def _column(head: list[list[Cell]], column: int) -> list[Cell]:
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


def _mark(data: list[list[Cell]], columns: list[list[Cell]]) -> list[int]:
    """Turns serial, phone and code numbers into markers and years into years; gives the columns of units."""
    units = []
    width = max((len(row) for row in data), default=0)
    for c in range(width):
        cells = [row[c] for row in data if c < len(row) and row[c].words]
        heads = [cell.words for cell in columns[c]] if c < len(columns) else []
        last = heads[-1] if heads else ""
        kind: CellKind | None = None
        if _SERIAL.fullmatch(last) or _TIME.fullmatch(last):
            kind = "marker"
        elif _PHONE.fullmatch(last):
            kind = "phone"
        elif _YEARS.fullmatch(last) or (c == 0 and cells and all(_YEAR.fullmatch(cell.words) for cell in cells)):
            kind = "year"
        elif c == 0 and not last and _serial(cells, data):
            kind = "marker"
        elif cells and _UNITS.fullmatch(last) and all(is_unit(cell.words) for cell in cells):
            units.append(c)
        for cell in cells if kind else ():
            if cell.kind in ("number", "mixed"):
                cell.kind = kind if kind != "year" or _YEAR.fullmatch(cell.words) else cell.kind  # type: ignore[assignment]
    return units


def _serial(cells: list[Cell], data: list[list[Cell]]) -> bool:
    numbers = [int(cell.words) for cell in cells if cell.words.isdecimal()]
    named = all(len(row) > 1 and row[1].kind == "words" for row in data if row[0].words.isdecimal())
    return len(numbers) > 1 and named and numbers == list(range(1, len(numbers) + 1))


def _row_heads(
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
    return tuple(heads[-_MOST_HEADS:])
