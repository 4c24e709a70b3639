"""``fazhi compare``: two years side by side."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input, find_inputs
from fazhi_extract.cli.reports import reports_of
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import codec_name, read_data, shown_path
from fazhi_extract.write import write_whole

if TYPE_CHECKING:
    from fazhi_extract.compare import Body, Row, Sides
    from fazhi_extract.rulebook import Rulebook

_RESULTS = (".json", ".jsonl", ".ndjson")
_STYLES = {"growth-differs": "bold red", "base-differs": "bold red", "unit-changed": "yellow", "jump": "yellow"}


def compare(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="help.compare.old")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="help.compare.new")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.compare.output")] = None,
    findings: Annotated[bool, typer.Option("--findings", help="help.compare.findings")] = False,
    jump: Annotated[str, typer.Option("--jump", metavar="FACTOR", help="help.compare.jump")] = "3",
    bom: Annotated[bool, typer.Option("--bom", help="help.compare.bom")] = False,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Reads both sides, pairs their bodies and prints or writes the rows; one failure never stops the rest."""
    no_more_arguments(context)
    console: Console = context.obj
    limit, factor = parse_size(max_size), _factor(jump)
    if encoding is not None:
        codec_name(encoding)
    if old == new == "-":
        raise FazhiError("E111")
    ending = os.path.splitext(output or "")[1].lower()
    if output is not None and ending not in (".xlsx", ".csv"):
        raise FazhiError("E161", path=shown_path(output))
    if output is not None and any(os.path.realpath(path) == os.path.realpath(output) for path in (old, new)):
        raise FazhiError("E113", path=shown_path(output))
    from fazhi_extract.rulebook import Rulebook

    book = chosen_rules(rules, config) or Rulebook.default()
    failed: list[FazhiError] = []
    read = [_bodies(path, encoding, limit, console.lang, book, failed) for path in (old, new)]
    for error in failed:
        console.error(error)
    from fazhi_extract.compare import compare as rows_of
    from fazhi_extract.compare import pair

    paired = pair(*read)
    tables = [rows_of(before, now, indicators=book.indicators, jump=factor) for before, now in paired.pairs]
    if findings:
        tables = [[row for row in rows if row.findings] for rows in tables]
    remarks = _remarks(console, paired, tables)
    if failed and not all(read):
        raise typer.Exit(1)
    if not paired.pairs:
        for line in remarks:
            console.say_line(line)
        raise FazhiError("E524", old=shown_path(old), new=shown_path(new))
    rows = [row for table in tables for row in table]
    if output is None:
        _print(console, rows, remarks, book)
    else:
        from fazhi_extract.compare.output import write_csv, write_workbook

        with write_whole(output) as file:
            if ending == ".csv":
                write_csv(file, rows, book, console.lang, bom=bom)
            else:
                write_workbook(file, rows, remarks, book, console.lang)
        for line in remarks:
            console.say_line(line)
    if failed:
        raise typer.Exit(1)


def _factor(words: str) -> Decimal:
    try:
        factor = Decimal(words)
    except InvalidOperation:
        factor = Decimal(0)
    if not factor.is_finite() or factor <= 1:
        raise FazhiError("E162", value=words)
    return factor


def _bodies(
    path: str, encoding: str | None, limit: int, lang: str, book: Rulebook, failed: list[FazhiError]
) -> list[Body]:
    """The bodies of one side; what could not be read goes into `failed`."""
    from fazhi_extract.compare import body_of
    from fazhi_extract.compare.sheet import SUFFIXES, bodies_of

    bodies: list[Body] = []
    for entry in _inputs(path):
        try:
            if entry.error is None and entry.path.lower().endswith(SUFFIXES):
                data = read_data(entry.path, max_size=limit)
                name = shown_path(entry.path)
                bodies += bodies_of(data, path=name, encoding=encoding, limit=limit, book=book)
                continue
            for report in reports_of(entry, encoding, limit, lang, book):
                if report.error is not None:
                    failed.append(FazhiError("E506", path=report.source.path, reason=report.error.code))
                else:
                    bodies.append(body_of(report, book.indicators))
        except FazhiError as error:
            if error.is_usage:
                raise
            failed.append(error)
    return bodies


def _inputs(path: str) -> list[Input]:
    """What a side stands for: a folder's reports, or where it has none, what ``extract`` wrote there."""
    found = find_inputs([path])
    if len(found) == 1 and found[0].error is not None and found[0].error.code == "E208":
        results = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in _RESULTS and p.is_file())
        found = find_inputs(map(str, results)) or found
    return found


def _remarks(console: Console, paired: Sides, tables: Sequence[Sequence[Row]]) -> list[str]:
    """Which reports were set side by side, and which were not."""
    lines = []
    for (old, new), rows in zip(paired.pairs, tables, strict=True):
        count = sum(bool(row.findings) for row in rows)
        names = new.name or old.name or "—"
        if old.name and new.name and old.name != new.name:
            names = f"{old.name} → {new.name}"
        years = f"{old.year or '…'} → {new.year or '…'}"
        lines.append(
            console.say(
                "compare.pair", name=names, years=years, old=old.path, new=new.path, count=len(rows), findings=count
            )
        )
        if old.year and new.year and new.year <= old.year:
            lines.append(console.say("compare.order", old=old.path, new=new.path))
        lines += [
            console.say("compare.unknown", path=body.path, heads="、".join(body.unknown))
            for body in (old, new)
            if body.unknown
        ]
        lines += [
            console.say("compare.unread", path=body.path, row=figure.place, text=figure.text, quote=figure.quote)
            for body in (old, new)
            for figure in body.unread
        ]
    for key, bodies in (("old", paired.only_old), ("new", paired.only_new), ("doubled", paired.doubled)):
        lines += [
            console.say(f"compare.only.{key}", name=body.name or "—", year=body.year or "…", path=body.path)
            for body in bodies
        ]
    return list(dict.fromkeys(lines))


def _print(console: Console, rows: Sequence[Row], remarks: Sequence[str], book: Rulebook) -> None:
    from fazhi_extract.compare.cells import COLUMNS, cells, shown

    values = [cells(row, book, console.lang) for row in rows]
    if not sys.stdout.isatty():
        # Tabs: programs take the columns apart, and no line is broken.
        lines = ["\t".join(COLUMNS)]
        lines += ["\t".join(_flat(row[name]) for name in COLUMNS) for row in values]
        console.write(("\n".join(lines) + "\n").encode())
        for line in remarks:
            console.say_line(line)
        return
    from rich.console import Console as Terminal
    from rich.table import Table
    from rich.text import Text

    several = len({row["issuer"] for row in values}) > 1
    columns = ("indicator", "old", "new", "growth", "stated", "implied", "findings")
    terminal = Terminal(file=sys.stdout, highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in (("issuer",) if several else ()) + columns:
        table.add_column(console.say(f"compare.head.{name}"), justify="right" if name == "growth" else "left")
    for row, one in zip(rows, values, strict=True):
        style = next((_STYLES[finding] for finding in row.findings if finding in _STYLES), "")
        label = f"{one['indicator']}（{one['attributes']}）" if one["attributes"] else one["indicator"]
        growth = None if one["growth"] is None else f"{one['growth']:+}%"
        words = [label, shown(row.old), shown(row.new), growth, one["stated"], one["implied"]]
        texts = [Text("" if value is None else str(value)) for value in words]
        issuer = [Text(str(one["issuer"] or ""))] if several else []
        table.add_row(*issuer, *texts, Text(str(one["findings"] or ""), style))
    with console.output():
        for remark in remarks:
            terminal.print(Text(remark, style="bold"))
        terminal.print(table)


def _flat(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
