"""Tables whose columns tabs or blanks keep apart, as a page of plain text or a copy of one has them.

Their cells get bars between them, each in place of one blank, so that the text keeps its length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern

_BLANK = " \u3000\u00a0\u2002\u2003"
_WIDE = lazy_pattern(f"[{_BLANK}]{{2,}}")
_NARROW = lazy_pattern(f"[{_BLANK}]")
_NUMBER = lazy_pattern("[-+▲△▼▽↑↓]?[0-9][0-9,.]*(?P<unit>%|[\u4e00-\u9fff]{1,5})?|(?P<dash>[-—－/])")
_SERIAL = lazy_pattern("[0-9]{1,3}")
_TIME = lazy_pattern("(?:(?:19|20)[0-9]{2}年?度?|[0-9]{1,2}月份?|[一二三四]季度|同比|增[减长].{0,5})(?:\\(.{1,3}\\))?")
_NO_CELL = lazy_pattern("[，。；！？“”]")
_NO_ROW = lazy_pattern(
    "共印|印发|发至|抄[送报]|主[送办]|页码|目录|附件|第[一二三四五六七八九十]{1,3}[章节部]|[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)"
)
_CAPTION = lazy_pattern(
    "附?[表图][0-9一二三四五六七八九十]|[^|]{0,40}?(?:统计表|情况表|一览表|对比表|明细表|汇总表|单位：)"
)
_NUMBER_CELL = lazy_pattern(r"\t ?[0-9][0-9,.]*%? ?(?:\t|\r?$)")
_LONGEST_TABBED = 40  # characters of a cell between tabs
_LONGEST = 24  # of one between blanks
_LONGEST_LINE = 240
_ROW_ENDS = frozenset("0123456789%-—/")
_MOST_HEADS = 3


class _Row(NamedTuple):
    """A line as cells: where the gaps between them begin, and their words."""

    gaps: list[int]
    cells: list[str]
    lead: int  # how many blanks stand in front


def with_bars(folded: str) -> str:
    """The text with bars between the cells of its tables.

    Between tabs: rows that follow one another with as many short cells, one of which at least holds a number alone. Between
    blanks: rows of a name and numbers below a row of heads (two rows at least, or one as wide as its heads), or three of a
    name and a number with its unit. Where one blank parts the columns, all cells behind the name are numbers.
    """
    tabbed = "\t" in folded
    lines = folded.split("\n")
    inner = [line.strip() for line in lines]
    wide = sum(any(blank * 2 in line for blank in _BLANK) for line in inner) > 1
    narrow = any(line[-1:] in _ROW_ENDS and " " in line for line in inner)
    if not (tabbed or wide or narrow):
        return folded
    if tabbed:
        _bar_tabs(lines)
    if wide:
        _bar_blanks(lines, _WIDE)
    if narrow:
        _bar_blanks(lines, _NARROW)
    return "\n".join(lines)


def _bar_tabs(lines: list[str]) -> None:
    """Puts bars in place of the tabs of tables; a tab in front of a row is an empty cell where the rows beside it have as many."""
    tabs = [line.strip(_BLANK + "\r").count("\t") for line in lines]
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and tabs[end] == tabs[at]:
            end += 1
        rows = lines[at:end] if tabs[at] and end - at > 1 else []
        short = all(max(map(len, row.split("\t"))) <= _LONGEST_TABBED for row in rows)
        if short and any(_NUMBER_CELL.search(row) for row in rows):
            # a bar at an edge parts nothing: an empty first cell needs two
            lines[at:end] = [re.sub("^([ ]*)\t", r"\1|", row).replace("\t", "|") for row in rows]
        at = end


def _bar_blanks(lines: list[str], gap: re.Pattern[str]) -> None:
    """Puts bars into the lines of the tables whose columns are parted by such gaps."""
    rows = [_row(line, gap) for line in lines]
    at = 0
    while at < len(lines):
        first = rows[at]
        if first is None or not _is_data(first, None, gap):
            at += 1
            continue
        data = {at: first}
        end = at + 1
        while end < len(lines):
            row = rows[end]
            if row is not None and _is_data(row, first, gap):
                data[end] = row
            elif lines[end].strip() or not any(rows[end + 1 : end + 2]):
                break
            end += 1
        heads = _heads(rows, lines, at, len(first.cells), gap)
        if _is_table(list(data.values()), list(heads.values()), gap):
            for k, row in (heads | data).items():
                lines[k] = _barred(lines[k], row, len(first.cells))
        at = max(data) + 1


def _row(line: str, gap: re.Pattern[str]) -> _Row | None:
    """A line as cells; None where it is none of a table."""
    words = line.strip()
    if not words or len(line) > _LONGEST_LINE or "|" in line or "\t" in words or _NO_CELL.search(words):
        return None
    lead = line.index(words)
    found = [m for m in gap.finditer(words) if not _is_spaced_word(words, m.start(), m.end())]
    ends = [0, *(m.end() for m in found)]
    cells = [words[start:stop] for start, stop in zip(ends, [*(m.start() for m in found), len(words)], strict=True)]
    if max(map(len, cells)) > _LONGEST:
        return None
    return _Row([lead + m.start() for m in found], cells, lead)


def _is_spaced_word(words: str, start: int, end: int) -> bool:
    """合    计: whether a gap stands inside a word of two characters at the start of a row."""
    alone = end + 1 == len(words) or words[end + 1] in _BLANK
    return start == 1 and alone and not (words[0].isascii() or words[end].isascii())


def _is_data(row: _Row, model: _Row | None, gap: re.Pattern[str]) -> bool:
    """Whether a row is a name, with a serial number or without, and numbers; `model`: the first of its table."""
    cells = row.cells
    if len(cells) < 2 or _NO_ROW.match(cells[0]):
        return False
    if all((m := _NUMBER.fullmatch(cell)) and not m["dash"] and not _TIME.fullmatch(cell) for cell in cells):
        return len(cells) > 2 and (model is None or len(model.cells) == len(cells))
    if model is not None:
        total = len(cells) == len(model.cells) - 1 and _is_total(cells[0]) and _SERIAL.fullmatch(model.cells[0])
        if total:
            return all(_NUMBER.fullmatch(cell) for cell in cells[1:])
        return len(cells) == len(model.cells) and all(
            _NUMBER.fullmatch(cell) is not None
            for cell, of in zip(cells[1:], model.cells[1:], strict=True)
            if _NUMBER.fullmatch(of)
        )
    values = cells[1:]
    if _SERIAL.fullmatch(cells[0]) and len(cells) > 2 and not _NUMBER.fullmatch(cells[1]):
        values = cells[2:]
    elif _NUMBER.fullmatch(cells[0]) and not _TIME.fullmatch(cells[0]):
        return False
    numbers = [m for cell in values if (m := _NUMBER.fullmatch(cell)) and not _TIME.fullmatch(cell)]
    if not any(m["dash"] is None for m in numbers):
        return False
    return len(numbers) == len(values) or (gap is not _NARROW and _NUMBER.fullmatch(values[0]) is None)


def _heads(rows: list[_Row | None], lines: list[str], at: int, width: int, gap: re.Pattern[str]) -> dict[int, _Row]:
    """The lines of heads right above the first row of numbers: the nearest names each column, those above it some together."""
    found: dict[int, _Row] = {}
    for k in range(at - 1, max(-1, at - 1 - _MOST_HEADS), -1):
        row = rows[k]
        if row is None or len(row.cells) < 2 or _CAPTION.match(lines[k].strip()):
            break
        named = all(_NUMBER.fullmatch(cell) is None or _TIME.fullmatch(cell) for cell in row.cells)
        count = len(row.cells)
        fits = count in (width, width - 1) if not found else 1 < count <= width
        if not named or not fits or (gap is _NARROW and max(map(len, row.cells)) > _LONGEST // 2):
            break
        found[k] = row
    return found


def _is_table(data: list[_Row], heads: list[_Row], gap: re.Pattern[str]) -> bool:
    """Whether rows are a table below such heads, the nearest first."""
    width = len(data[0].cells)
    if heads:
        nearest = heads[0]
        if any(_NO_ROW.search(cell) for cell in nearest.cells):
            return False
        enough = len(data) > 1 or (width > 2 and len(nearest.cells) == width)
        if gap is _NARROW and _NUMBER.fullmatch(data[0].cells[0]):  # 警告 罚款 合计 above 1 5 6
            enough = len(nearest.cells) == width and all(len(cell) > 1 for cell in nearest.cells)
        return enough and (gap is not _NARROW or width > 2)
    # 行政处罚  45件: numbers that have their units say what they count without a head
    units = all((m := _NUMBER.fullmatch(row.cells[1])) and m["unit"] for row in data)
    return gap is not _NARROW and len(data) > 2 and width == 2 and units


def _is_total(words: str) -> bool:
    return "".join(words.split()).startswith(("合计", "总计", "小计", "共计", "全省", "全市", "全县", "全区"))


def _barred(line: str, row: _Row, width: int) -> str:
    """A line with bars in place of the first blank of each of its gaps."""
    gaps = list(row.gaps)
    if len(row.cells) == width - 1:
        if _is_total(row.cells[0]) and _NUMBER.fullmatch(row.cells[1]):
            gaps.append(
                row.gaps[0] + 1
            )  # a total has no serial number: an empty cell behind its name keeps the columns
        elif row.lead > 1:
            gaps += [row.lead - 2, row.lead - 1]  # an empty corner
    characters = list(line)
    for at in gaps:
        characters[at] = "|"
    return "".join(characters)
