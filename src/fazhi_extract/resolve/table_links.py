"""What the figures of one table are to each other: parts and totals, growth, earlier values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from fazhi_extract.grid import Table
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.heads import Head, Meaning
from fazhi_extract.resolve.neighbours import lend, same_unit

_SHARE = lazy_pattern("占比|比重|比例|所占比[例重]|占(?:总数|总量|全部|合计)?(?:的)?(?:比[例重]?|百分比)")
_MOST_TOTALS = 20  # of a row or column; more are no totals, and each is compared with all of its line


def link(table: Table, figures: list[Figure], meant: Sequence[Meaning], offset: int) -> None:
    """Adds links (`offset` is the index of the first figure), and `item` where else nothing tells two figures apart."""
    rows, columns = _lines(meant, by_row=True), _lines(meant, by_row=False)
    for lines, heads in ((rows, _columns), (columns, _rows)):
        for line in lines:
            _grow(figures, meant, line, heads, offset)
    for lines, heads in ((columns, _rows), (rows, _columns)):
        for line in lines:
            _part(figures, meant, line, heads, offset, listed=heads is _rows)
    for line in rows:
        _share(figures, meant, line, offset)
    _tell_apart(figures, meant)


def _rows(m: Meaning) -> tuple[Head, ...]:
    return m.rows


def _columns(m: Meaning) -> tuple[Head, ...]:
    return m.columns


def _lines(meant: Sequence[Meaning], *, by_row: bool) -> list[list[int]]:
    """The figures of each row or column, by their indices."""
    lines: dict[int, list[int]] = {}
    for i, m in enumerate(meant):
        lines.setdefault(m.value.cell.row if by_row else m.value.cell.column, []).append(i)
    return list(lines.values())


def _grow(
    figures: list[Figure], meant: Sequence[Meaning], line: list[int], heads: Callable[[Meaning], tuple[Head, ...]],
    offset: int,
) -> None:  # fmt: skip
    """上年同期 | 本年 | 同比: the figure of the year is what the others changed from, or came before."""
    actual: dict[tuple[str, ...], list[int]] = {}
    for j in line:
        if figures[j].role == "actual":
            actual.setdefault(_thing(heads(meant[j])), []).append(j)
    counted = [thing for thing, js in actual.items() if figures[js[0]].kind != "rate"]
    for i in line:
        figure = figures[i]
        thing = _thing(heads(meant[i]))
        base = actual.get(thing)
        if base is None and not thing and figure.role == "change" and len(counted) == 1:
            base = actual[counted[0]]  # 受理量 | 同比: the one thing that the line counts has grown
        if figure.role == "actual" or base is None or not any(h.role for h in heads(meant[i])):
            continue
        at = bisect_left(base, i)
        j = min(base[max(0, at - 1) : at + 1], key=lambda j: (abs(j - i), j))
        model = figures[j]
        grown = figure.role == "change"
        if model.indicator is not None and (grown or (figure.indicator is None and same_unit(figure, model))):
            lend(figure, model)
            figure.doubts = list(model.doubts)
        if grown:
            figure.links.append(("changed", j + offset))
        elif figure.role == "prior":
            figure.links.append(("later", j + offset))


def _share(figures: list[Figure], meant: Sequence[Meaning], row: list[int], offset: int) -> None:
    """受理量 | 占比: a share is of the one thing that its row counts, as in prose (taxonomy, notes on dimensions)."""
    counted = [j for j in row if figures[j].role == "actual" and figures[j].kind != "rate"]
    if len(counted) != 1 or figures[counted[0]].indicator is None:
        return
    for i in row:
        thing = _thing(_columns(meant[i]))
        bare = figures[i].indicator is None and figures[i].role == "actual" and figures[i].kind == "rate"
        if bare and thing and _SHARE.fullmatch(thing[-1]):
            lend(figures[i], figures[counted[0]])
            figures[i].links.append(("whole", counted[0] + offset))


def _thing(heads: Sequence[Head]) -> tuple[str, ...]:
    return tuple(h.words for h in heads if h.words)


def _part(
    figures: list[Figure], meant: Sequence[Meaning], line: list[int], heads: Callable[[Meaning], tuple[Head, ...]],
    offset: int, *, listed: bool,
) -> None:  # fmt: skip
    """合计 is the whole of what stands beside it; 其中 is a part of the last that was none."""
    whole: int | None = None
    for i in line:
        own = heads(meant[i])
        if own and own[-1].part:
            if whole is not None:
                if "subject-far" in figures[i].doubts and figures[whole].indicator is not None:
                    # 其中：公安类 is a kind of the row above, whatever the caption says.
                    figures[i].indicator = None
                    figures[i].doubts.remove("subject-far")
                _whole(figures, i, whole, offset, own[-1].words)
        else:
            whole = i
    for i in _totals(meant, line, heads):
        prefix = _outer(heads(meant[i]))
        named = listed or bool(prefix)
        for j in line:
            own = heads(meant[j])
            # 警告 | 罚款 | 合计 | 法制审核: without a head above them, what stands behind the total is none of its parts.
            beside = named or j < i or i == line[0]
            if j != i and beside and own and not own[-1].part and not own[-1].total and _outer(own) == prefix:
                _whole(figures, j, i, offset, own[-1].words, lent=named)
        if not prefix and not listed:
            # Below heads of their own (措施 | 执行 | 合计) what stands in front of a total is its parts if they add up.
            before = [j for j in line if j < i and not heads(meant[j])[-1].total and not heads(meant[j])[-1].part]
            if sum(figures[j].value or 0 for j in before) == figures[i].value:
                for j in before:
                    _whole(figures, j, i, offset, lent=False)


def _totals(meant: Sequence[Meaning], line: list[int], heads: Callable[[Meaning], tuple[Head, ...]]) -> list[int]:
    return [i for i in line if (own := heads(meant[i])) and own[-1].total][:_MOST_TOTALS]


def _outer(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    return tuple(h for h in heads[:-1] if not h.total)


def _whole(figures: list[Figure], i: int, whole: int, offset: int, name: str = "", *, lent: bool = True) -> None:
    part, total = figures[i], figures[whole]
    alike = part.kind == total.kind and same_unit(part, total) and part.role == total.role
    fewer = part.value is None or total.value is None or part.value <= total.value
    if not alike or not fewer or part.kind == "rate":
        return
    if part.indicator is None and total.indicator is not None and lent:
        lend(part, total)
        if part.scope is None and name:
            part.attributes["item"] = name
    if part.indicator == total.indicator and ("whole", whole + offset) not in part.links:
        part.links.append(("whole", whole + offset))


def _tell_apart(figures: list[Figure], meant: Sequence[Meaning]) -> None:
    """Kinds that no attribute tells apart, and no total holds, are figures of their own things."""
    groups: dict[object, list[int]] = {}
    for i, figure in enumerate(figures):
        if figure.indicator is None or figure.role != "actual" or any(r == "whole" for r, _ in figure.links):
            continue
        if "item" in figure.attributes:
            continue
        key = (figure.indicator, frozenset(figure.attributes.items()), figure.scope, figure.scope_kind, figure.unit)
        years = tuple(h.year for h in (*meant[i].rows, *meant[i].columns) if h.year)
        groups.setdefault((key, years), []).append(i)
    for group in groups.values():
        kinds = [i for i in group if not any(h.total for h in (*meant[i].rows, *meant[i].columns))] or group
        if len(group) == 1 or len({figures[i].label for i in kinds}) == 1:
            continue
        names = [figures[i].label for i in kinds]
        for path in (_rows, _columns):
            last = [_thing(path(meant[i]))[-1:] for i in kinds]
            if all(last) and len(set(last)) == len(kinds):
                names = [name[0] for name in last]
        for i, name in zip(kinds, names, strict=True):
            figures[i].attributes["item"] = name
