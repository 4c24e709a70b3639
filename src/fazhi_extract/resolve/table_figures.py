"""Figures of tables: a cell is read with the words of its heads, in the orders in which they would stand in prose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from fazhi_extract.grid import Table, Value
from fazhi_extract.mention import Quantity
from fazhi_extract.model.vocabulary import MetricKind
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.heads import Head, read_head
from fazhi_extract.resolve.matching import Match, Matcher, Place
from fazhi_extract.resolve.periods import Dated, Period
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.ratios import link_ratios
from fazhi_extract.resolve.table_links import link
from fazhi_extract.resolve.verdicts import Verdict
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.rulebook import Rulebook
from fazhi_extract.text import SourceText

_WEAK = 0.9
_CLOSE = 0.5  # by how much the caption's words must name another thing better
_NAMES = 0.6  # of the heads in a row or column: as many as this are names, or none is
_UNITS = ("件", "次", "人", "家", "个")  # tried where a table names no unit
_CAPTION = re.compile(
    "^(?:附?表[一二三四五六七八九十\\d]*(?:[-—]\\d+)?[：:、]?|附件[\\d一二三]*[：:]?|\\(?表[一二三四五\\d]+\\)?)|(?:19|20)\\d\\d年?度?|\\(?(?:计量)?单位[：:].*|填报.*"
    "|(?:实施|开展|办理|工作)*(?:情况)?(?:统计|汇总|一览|明细|数据|公示|年)*(?:年报)?表?$"
)
# A caption of several doings (收到和处理申请情况) tells the stage of none of its figures.
_TOLD = re.compile("[和及、]|收到|受理|办理|处理|审结|办结")
_STAGE = re.compile(  # names what is done, not what it is done with
    "(?:(?:本年|当年|累计|正在|尚未|未|不予|予以|准予|共|新)?(?:受理|申请|收到?|办理|办结|审结|审理|结案|维持|撤销|变更|驳回|终止|中止|处理|答复|移送|"
    "转送|调解|和解|结转|立案|确认违法|责令履行|纠正|其他)(?:数量?|件数|总数|情况)?)+"
)
_SEVERAL = re.compile("[、/]|和|及")


class Laid(NamedTuple):
    """A table's figure and the days that it covers."""

    figure: Figure
    period: Period | None


class Meaning(NamedTuple):
    """A value with what its heads say, outermost first."""

    value: Value
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]

    def one(self, name: str) -> Head | None:
        """The innermost head that says something of a kind."""
        return next((h for h in (*reversed(self.columns), *reversed(self.rows)) if getattr(h, name)), None)


def table_figures(
    tables: Sequence[Table], source: SourceText, book: Rulebook, issuer: str | None, year: int | None,
    days: Sequence[Dated],
) -> list[Laid]:  # fmt: skip
    """The figures of all tables in document order; links are indices in this list."""
    laid: list[Laid] = []
    starts = [day.start for day in days]
    for table in tables:
        meant = _meanings(table, issuer, year)
        figures = [_figure(source, table, m) for m in meant]
        _bind(table, source, book, figures, meant, issuer)
        link(table, figures, meant, len(laid))
        laid += [Laid(f, _period(m, f, days, starts, year)) for f, m in zip(figures, meant, strict=True)]
    link_ratios([one.figure for one in laid])
    return laid


def settle(
    tables: Sequence[Table], found: Sequence[Quantity], judged: Sequence[Verdict], body: tuple[int, int]
) -> tuple[list[Quantity], list[Verdict]]:
    """Takes the tables' values out of the quantities, and turns down the numerals of serials and heads.

    Values outside of the `body` (flow span) are dropped from the tables: their numerals keep their verdicts.
    """
    cells: list[tuple[int, int, str]] = []
    for table in tables:
        table.values = [v for v in table.values if body[0] <= v.cell.start < body[1]]
        heads = {id(c) for v in table.values for c in (*v.rows, *v.columns)}
        values = {id(v.cell) for v in table.values}
        for cell in (c for row in table.rows for c in row if c.words):
            what = "value" if id(cell) in values else "name" if id(cell) in heads else _LOOK.get(cell.kind, "")
            if cell.kind == "year":
                what = "value"  # a date has it
            elif _PAIR.fullmatch(cell.words):
                what = "other"
            cells.append((cell.start, cell.end, what))
    cells.sort()
    starts = [start for start, _, _ in cells]
    quantities, verdicts = [], []
    for q, verdict in zip(found, judged, strict=True):
        at = bisect_right(starts, q.number.start) - 1
        what = cells[at][2] if at >= 0 and q.number.start < cells[at][1] else ""
        if what == "value":
            continue
        if what in ("marker", "phone", "other") or (what == "name" and verdict.reason is None):
            verdict = Verdict(what, (q.number.start, min(q.end, cells[at][1])))  # type: ignore[arg-type]
        quantities.append(q)
        verdicts.append(verdict)
    return quantities, verdicts


def insert(
    figures: list[Figure], periods: list[Period | None], laid: Sequence[Laid]
) -> tuple[list[Figure], list[Period | None]]:
    """The figures of prose and of tables together in document order, with their periods; links keep their aims."""
    every = [(f.start, f.end, 0, i, f, p) for i, (f, p) in enumerate(zip(figures, periods, strict=True))]
    every += [(one.figure.start, one.figure.end, 1, i, *one) for i, one in enumerate(laid)]
    every.sort(key=lambda one: one[:4])
    place = {(origin, i): at for at, (_, _, origin, i, _, _) in enumerate(every)}
    for _, _, origin, _, figure, _ in every:
        figure.links = [(relation, place[origin, other]) for relation, other in figure.links]
    return [one[4] for one in every], [one[5] for one in every]


_LOOK = {"words": "name", "marker": "marker", "phone": "phone", "number": "other"}
_PAIR = re.compile(r"[\d,.]+/[\d,.]+")


def _meanings(table: Table, issuer: str | None, year: int | None) -> list[Meaning]:
    cells = {id(c): c for value in table.values for c in (*value.rows, *value.columns)}
    heads = {key: read_head(cell, issuer, year) for key, cell in cells.items()}
    below = {id(c) for value in table.values for c in value.rows}
    lines: dict[tuple[bool, int], list[int]] = {}
    for key, cell in cells.items():
        if not heads[key].total:
            lines.setdefault((key in below, cell.column if key in below else cell.row), []).append(key)
    for keys in lines.values():
        names = [key for key in keys if heads[key].name_kind]
        if len(names) < _NAMES * len(keys) or (len(keys) == 1 and heads[keys[0]].name_kind not in ("own", "system")):
            for key in names:
                if not heads[key].sure:
                    heads[key] = replace(heads[key], name=None, name_kind=None)
    return [
        Meaning(v, tuple(heads[id(c)] for c in v.rows), tuple(heads[id(c)] for c in v.columns)) for v in table.values
    ]


def _figure(source: SourceText, table: Table, meant: Meaning) -> Figure:
    value, cell = meant.value, meant.value.cell
    q = value.quantity
    label = " ".join(dict.fromkeys(_words(meant.rows) + _words(meant.columns)))
    label = label or " ".join(c.words for c in (*value.rows, *value.columns)[-1:])
    row, own = table.row_of(cell), (cell.start, cell.end)
    if q is None:
        figure = Figure(
            cell.start, cell.end, "count", Decimal(0), None, None, "exact", "stated_none", label, cell.start, cell.end,
            row, own,
        )  # fmt: skip
    else:
        figure = Figure(
            q.start, q.end, q.kind, q.value, q.value_to, None if q.kind == "ratio" else q.unit, q.bound,
            "masked" if q.masked else "number", label, q.number.start, q.end, row, own, family=q.family,
            decimals=q.number.decimals,
        )  # fmt: skip
        if figure.kind == "count" and figure.unit is None and _RATE.search(label):
            figure.kind = "rate"
    said = meant.one("role")
    if said is not None and said.role is not None:
        figure.role, figure.growth = said.role, said.role == "change"
        if said.falls and figure.value is not None:
            figure.value = -abs(figure.value)
    named = meant.one("name_kind")
    if named is not None:
        figure.scope, figure.scope_kind = named.name, named.name_kind
    elif meant.one("system"):
        figure.scope_kind = "system"
    return figure


_RATE = re.compile("率$|率 |占比|比例$|比重$|满意度")


def _words(heads: Sequence[Head]) -> list[str]:
    return [h.words for h in heads if h.words and h.name_kind is None]


class Reading(NamedTuple):
    """Words that a value would stand behind in prose: its heads', behind the caption's where `far`."""

    words: str
    place: Place
    far: bool


def _bind(
    table: Table, source: SourceText, book: Rulebook, figures: list[Figure], meant: list[Meaning], issuer: str | None
) -> None:
    """Gives each figure the indicator whose phrasing fits the words of its heads best, in either order."""
    context = _context(table, source, issuer)
    text: list[str] = []
    length = 0
    readings: list[list[Reading]] = []
    for figure, m in zip(figures, meant, strict=True):
        row, column = "".join(_words(m.rows)), "".join(_words(m.columns))
        number = source.flow[figure.start : figure.end] + (figure.unit or "")
        mine: list[Reading] = []
        orders = dict.fromkeys((row + column, column + row)) if row or column or m.one("total") else ()
        for far in (False, True) if context else (False,):
            for own in orders:
                words = context + own if far else own
                start, end = length + len(words), length + len(words) + len(number)
                said = words if far and not _TOLD.search(context) else own
                mine.append(Reading(said, Place(start, end, length, end, length, length, length, length, end), far))
                text.append(f"{words}{number}\n")
                length = end + 1
        readings.append([one for one in mine if one.words or one.far])
    matcher = Matcher(book, Plain("".join(text)), measure_words(), [])
    for figure, m, mine in zip(figures, meant, readings, strict=True):
        if figure.form == "stated_none" or m.value.unit_known or figure.kind == "rate":
            _try(figure, m, matcher, mine)
        elif figure.kind == "count" and not table.uneven and _MONEY.search(figure.label) is None:
            _without_unit(figure, m, matcher, mine)


_MONEY = re.compile("金额|款额|罚没款|收入|经费|资金|价值|货值|标的|总额")


def _context(table: Table, source: SourceText, issuer: str | None) -> str:
    """What the caption says the table is about: 行政处罚 of 表一 某县2022年度行政处罚实施情况统计表."""
    for words in reversed([source.flow[s:e] for s, e in table.captions] + table.titles):
        rest = _CAPTION.sub("", words.split("单位：")[0].strip("() "))
        rest = _CAPTION.sub("", rest.replace(issuer or "\0", "")).strip(" ()：:")
        if len(rest) > 1 and not rest.isdecimal():
            return rest[-16:]
    return ""


def _try(figure: Figure, m: Meaning, matcher: Matcher, readings: list[Reading]) -> bool:
    """Takes the best match in the heads' own words; behind the caption's where those name nothing, or far less well."""
    stands = [figure]
    if figure.growth and figure.kind == "rate":
        stands += [replace(figure, kind=k, unit=u, family=f, growth=False) for k, u, f in _THINGS]
    best: list[tuple[Match, Reading]] = []
    for far in (False, True):
        mine = [one for one in readings if one.far == far]
        for loose in (False, True) if figure.kind == "count" and figure.unit is not None else (False,):
            found = [(match, r) for r in mine for s in stands for match in matcher.matches(s, r.place, loose)[:1]]
            found = [one for one in found if one[0].score >= _WEAK]
            if found:
                best.append(max(found, key=lambda one: (one[0].score, one[0].phrasing.rule)))
                break
    if not best:
        return False
    match, reading = best[0]
    if len(best) > 1 and best[1][0].phrasing.code != match.phrasing.code and _STAGE.fullmatch(reading.words):
        # 不予受理 below 行政复议案件办理情况 is no licence refused.
        match, reading = max(best, key=lambda one: one[0].score - _CLOSE * one[1].far)
    _take(figure, m, matcher, match, reading.words)
    figure.doubts += ["subject-far"] * reading.far + ["unit-unusual"] * match.loose
    return True


def _take(figure: Figure, m: Meaning, matcher: Matcher, match: Match, words: str) -> None:
    code = match.phrasing.code
    indicator = matcher.indicator(code)
    figure.indicator, figure.rule = code, match.phrasing.rule
    figure.attributes = read_attributes(indicator, match.phrasing, words, "", "", figure.why)
    figure.why += [("word", matcher.plain.text[s:e]) for s, e in sorted(match.words)]
    for head in (*m.rows, *m.columns):
        if head.name_kind is not None or not _SEVERAL.search(head.words):
            continue
        # 警告、通报批评: two values in one cell, so the attribute is left out.
        read = [read_attributes(indicator, None, part, "", "") for part in _SEVERAL.split(head.words)]
        for key in [
            k for k in figure.attributes if len({one.get(k) for one in read}) > 1 and any(k in o for o in read)
        ]:
            del figure.attributes[key]
            figure.attributes["item"] = head.words


_THINGS: tuple[tuple[MetricKind, str, str], ...] = (
    ("count", "件", "matter"),
    ("money", "元", "money"),
    ("count", "次", "event"),
    ("count", "人", "person"),
)


def _without_unit(figure: Figure, m: Meaning, matcher: Matcher, readings: list[Reading]) -> None:
    """A table that names no unit: its heads alone say what is counted, so the figure is to be looked at."""
    words = measure_words().words
    for unit in _UNITS:
        stand_in = replace(figure, unit=unit, family=words[unit].family if unit in words else "", doubts=[], why=[])
        if _try(stand_in, m, matcher, readings):
            figure.indicator, figure.rule = stand_in.indicator, stand_in.rule
            figure.attributes, figure.why = stand_in.attributes, stand_in.why
            figure.doubts += [*(d for d in stand_in.doubts if d != "unit-unusual"), "unit-unusual"]
            return


def _period(m: Meaning, figure: Figure, days: Sequence[Dated], starts: list[int], year: int | None) -> Period | None:
    """The days that a head states; else the year before for 上年同期, else the reporting year."""
    said = m.one("year")
    stated: list[Dated] = []
    for cell in (*m.value.rows, *m.value.columns):
        within = days[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
        stated += [d for d in within if d.end <= cell.end and d.first and d.last]
    if stated and figure.role != "change":
        day = min(stated, key=lambda d: (d.last - d.first) if d.first and d.last else 0)
        return Period(day.first, day.last, True)
    if said is not None and said.year is not None and figure.role != "change":
        return Period(date(said.year, 1, 1), date(said.year, 12, 31), True)
    if year is None:
        return None
    if figure.role == "prior" and m.one("ago"):
        return Period(date(year - 1, 1, 1), date(year - 1, 12, 31), True)
    return Period(date(year, 1, 1), date(year, 12, 31), False)
