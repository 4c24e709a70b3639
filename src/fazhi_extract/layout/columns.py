"""Tables whose columns blanks alone keep apart, as a page of plain text or a copy of one has them."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern

_WIDE = lazy_pattern(r"(?<=[^\s|])[ \u3000]{2,}(?=[^\s|])")
_NARROW = lazy_pattern(r"(?<=[^\s|])[ \u3000](?=[^\s|])")
# A row of numbers alone behind its name: one blank is too little to tell columns from words otherwise.
_NARROW_ROW = lazy_pattern(r"^[^\s|]+(?:[ \u3000](?:[-+▲△▼▽↑↓]?[0-9][0-9,.]*%?|[-—/]))+")
_ROW_ENDS = frozenset("0123456789%-—/")
_YEAR = lazy_pattern("(?:19|20)[0-9]{2}年?")
_CELL = lazy_pattern(r"(?:[-+▲△▼▽↑↓]?[0-9][0-9,.]*[%\u4e00-\u9fff]{0,4}|[-—/])")
_SENTENCE = lazy_pattern("[，。；！？]")
_TOTALS = ("合计", "总计", "小计", "共计", "全省", "全市", "全县", "全区")
_LONGEST = 40  # characters of a cell


def aligned(folded: str) -> str:
    """The text with a bar in place of the first blank of each gap between the columns of such tables.

    Rows follow one another with as many cells, none of which holds a clause; at least two of them, and all but the heads, hold
    a number, which has its unit beside it where no row of heads stands above. Where one blank parts the columns, all cells but
    the first are numbers, below a row of heads.
    """
    lines = folded.split("\n")
    inner = [line.strip() for line in lines]
    if sum("  " in line or "\u3000\u3000" in line for line in inner) > 1:
        _bar(lines, wide=True)
    if sum(line[-1:] in _ROW_ENDS and _NARROW_ROW.fullmatch(line) is not None for line in inner if line) > 1:
        _bar(lines, wide=False)
    return "\n".join(lines)


def _bar(lines: list[str], *, wide: bool) -> None:
    """Puts the bars into the lines of tables."""
    gap = _WIDE if wide else _NARROW
    gaps = [[m.start() for m in gap.finditer(line)] for line in lines]
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and len(gaps[end]) == len(gaps[at]):
            end += 1
        rows = [[cell.strip() for cell in gap.split(line.strip())] for line in lines[at:end]] if gaps[at] else []
        if _is_table(rows, wide=wide):
            for k in range(at, end):
                lines[k] = _with_bars(lines[k], gaps[k])
            # The total below a column of serials has none: an empty cell behind its name keeps the columns.
            if wide and end < len(lines) and len(gaps[end]) == len(gaps[at]) - 1 and _is_total(lines[end]):
                lines[end] = _with_bars(lines[end], [*gaps[end], gaps[end][0] + 1])
        at = end


def _is_table(rows: list[list[str]], *, wide: bool) -> bool:
    if len(rows) < 3 or any(len(cell) > _LONGEST or _SENTENCE.search(cell) for row in rows for cell in row):
        return False
    numbers = [[cell for cell in row if _CELL.fullmatch(cell)] for row in rows]
    headed = all(map(_YEAR.fullmatch, numbers[0]))
    if not wide:
        return headed and len(rows[0]) > 2 and all(len(row) == len(rows[0]) - 1 for row in numbers[1:])
    if not headed and any(cell[-1].isascii() for row in numbers for cell in row):
        return False  # a table of contents; numbers alone say what they count by a head
    with_numbers = sum(map(bool, numbers))
    return with_numbers > 1 and with_numbers >= len(rows) - 2


def _is_total(line: str) -> bool:
    return line[:2].isspace() and line.lstrip().startswith(_TOTALS)


def _with_bars(line: str, gaps: list[int]) -> str:
    characters = list(line)
    for at in gaps:
        characters[at] = "|"
    return "".join(characters)
