"""``fazhi verify``: a table that somebody else filled, held against the reports."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input, find_inputs
from fazhi_extract.cli.reports import stream_reports
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import RESULT_SUFFIXES, codec_name, read_data, shown_path
from fazhi_extract.write import write_whole
from fazhi_extract.write.files import replacing

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.verify.judge import Finding
    from fazhi_extract.verify.referee import Referee
    from fazhi_extract.verify.reports import Body

_STYLES = {"ok": "green", "look": "yellow", "wrong": "bold red", "open": "bright_black"}
_MOST_LINES = 60
"""How many values the terminal lists; files have all."""

_MOST_ROWS = 20
"""How many rows without a report are told one by one."""


def verify(
    context: typer.Context,
    table: Annotated[str, typer.Argument(metavar="TABLE", help="help.verify.table")],
    reports: Annotated[list[str], typer.Argument(metavar="REPORTS...", help="help.verify.reports")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.verify.output")] = None,
    mapping: Annotated[str | None, typer.Option("--map", metavar="FILE", help="help.verify.map")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="help.verify.sheet")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="help.verify.json")] = False,
    everything: Annotated[bool, typer.Option("--all", help="help.verify.all")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="help.verify.strict")] = False,
    bom: Annotated[bool, typer.Option("--bom", help="help.compare.bom")] = False,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Reads the reports and the table, and says of each value whether it stands there; one failure never stops the rest."""
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)
    ending = os.path.splitext("x.csv" if output is None else output)[1].lower()
    if ending not in (".xlsx", ".csv", ".json"):
        raise FazhiError("E195", path=shown_path(output or ""))
    if output is not None and any(os.path.realpath(path) == os.path.realpath(output) for path in (table, *reports)):
        raise FazhiError("E113", path=shown_path(output))
    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.verify.mapping import Mapping, read_mapping
    from fazhi_extract.verify.referee import Referee
    from fazhi_extract.verify.tables import read_grids

    book = chosen_rules(rules, config) or Rulebook.default()
    said = read_mapping(mapping, book) if mapping is not None else Mapping()
    data = read_data(table, max_size=limit)
    grids = read_grids(data, path=shown_path(table), encoding=encoding, limit=limit, sheet=sheet)
    bodies, failed = _bodies(console, reports, table, encoding, limit, book)
    if not bodies:
        raise FazhiError("E346", path="、".join(map(shown_path, reports)))
    referee = Referee(book, bodies, said)
    findings = list(referee.findings(grids))
    if not findings:
        heads = [cell for grid in grids for cell in (grid.rows[0] if grid.rows else [])]
        raise FazhiError("E345", path=shown_path(table), heads="、".join(heads[:20]) or "-")
    remarks = _remarks(console, referee)
    if output is not None:
        _write(output, ending, findings, referee, remarks, console.lang, bom=bom)
    if as_json:
        from fazhi_extract.verify.output import to_json

        console.write(to_json(findings, remarks, book, console.lang))
    elif output is None and not sys.stdout.isatty():
        console.write(_columns(findings, book, console.lang))
    elif output is None:
        _print(console, findings, book, everything=everything)
    for line in remarks:
        console.say_line(line)
    console.say_line(_total(console, findings))
    if failed or (strict and any(f.level != "ok" for f in findings)):
        raise typer.Exit(1)


def _bodies(
    console: Console, reports: Sequence[str], table: str, encoding: str | None, limit: int, book: Rulebook
) -> tuple[list[Body], bool]:
    """The reports, and whether one of them could not be read. The table itself is no report, where it lies among them."""
    from fazhi_extract.verify.reports import body_of

    bodies: list[Body] = []
    failed = False
    for entry in _inputs(reports):
        if os.path.realpath(entry.path) == os.path.realpath(table):
            continue
        for result in stream_reports(entry, encoding, limit, console.lang, book):
            if isinstance(result, FazhiError):
                if result.is_usage:
                    raise result
                console.error(result)
                failed = True
            elif result.error is not None:
                console.error(FazhiError("E506", path=result.source.path, reason=result.error.code))
                failed = True
            else:
                bodies.append(body_of(result))
    return bodies, failed


def _inputs(paths: Sequence[str]) -> list[Input]:
    """The reports that paths stand for; of a folder without any, what ``extract`` wrote there."""
    found = []
    for path in paths:
        inside = find_inputs([path])
        if len(inside) == 1 and inside[0].error is not None and inside[0].error.code == "E208":
            inside = find_inputs([path], RESULT_SUFFIXES)
        found += inside
    return found


def _write(
    output: str,
    ending: str,
    findings: Sequence[Finding],
    referee: Referee,
    remarks: Sequence[str],
    lang: str,
    *,
    bom: bool,
) -> None:
    from fazhi_extract.table.output import is_open
    from fazhi_extract.verify.output import to_csv, to_json, write_workbook

    if ending == ".xlsx":
        from pathlib import Path

        if is_open(Path(output)):
            raise FazhiError("E341", path=shown_path(output))
        with replacing(output) as temporary:
            write_workbook(temporary, findings, [grid for grid, _ in referee.layouts], remarks, referee.book, lang)
        return
    data = (
        to_csv(findings, referee.book, lang, bom=bom)
        if ending == ".csv"
        else to_json(findings, remarks, referee.book, lang)
    )
    with write_whole(output) as file:
        file.write(data)


def _remarks(console: Console, referee: Referee) -> list[str]:
    """What was not verified, and why."""
    lines = []
    colon = "：" if console.lang == "zh" else ": "

    def note(code: str, **fields: object) -> None:
        lines.append(f"{console.say('head.note')} {code}{colon}{console.say(code, **fields)}")

    passed: list[str] = []
    for _, layout in referee.layouts:
        if layout is None:
            continue
        for column in layout.unknown:
            near = referee.names.near(column.head)
            note("N166", head=column.head, near=console.say("verify.near", near=near) if near else "")
        passed += layout.passed
    for (sheet, row), (claim, why) in list(referee.unmatched.items())[:_MOST_ROWS]:
        whose = " ".join(
            filter(None, (claim.whose.file, claim.whose.region, claim.whose.issuer, str(claim.whose.year or "")))
        )
        where = f"{sheet} {row}".strip()
        note("N167", row=where, reason=console.say(f"verify.unmatched.{why}"), whose=whose or "—")
    if (more := len(referee.unmatched) - _MOST_ROWS) > 0:
        lines.append(console.say("verify.more_rows", count=more))
    absent = [body.path for body in referee.bodies if body.path not in referee.used]
    if absent and referee.used:
        shown = "、".join(absent[:5]) + (f" … (+{len(absent) - 5})" if len(absent) > 5 else "")
        note("N168", paths=shown)
    if passed:
        note("N169", heads="、".join(dict.fromkeys(passed)))
    return lines


def _total(console: Console, findings: Sequence[Finding]) -> str:
    from fazhi_extract.verify.output import count

    counts = count(findings)
    values = {name: counts.get(name, 0) for name in ("ok", "look", "wrong", "open")}
    return console.say("verify.total", values=sum(counts.values()), **values)


def _columns(findings: Sequence[Finding], book: Rulebook, lang: str) -> bytes:
    """Tabs: programs take the columns apart, and no line is broken."""
    from fazhi_extract.verify.words import COLUMNS, cells

    lines = ["\t".join(COLUMNS)]
    for finding in findings:
        row = cells(finding, book, lang)
        lines.append("\t".join("" if row[name] is None else " ".join(str(row[name]).split()) for name in COLUMNS))
    return ("\n".join(lines) + "\n").encode()


def _print(console: Console, findings: Sequence[Finding], book: Rulebook, *, everything: bool) -> None:
    from rich.console import Console as Terminal
    from rich.table import Table
    from rich.text import Text

    from fazhi_extract.verify.judge import LEVELS, VERDICTS
    from fazhi_extract.verify.words import explanation, quotes

    terminal = Terminal(file=sys.stdout, highlight=False)
    counts: Counter[tuple[str, str]] = Counter((f.level, f.verdict) for f in findings if f.verdict != "blank")
    summary = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("level", "verdict", "count"):
        summary.add_column(console.say(f"verify.head.{name}"), justify="right" if name == "count" else "left")
    for level in LEVELS:
        for verdict in VERDICTS:
            if number := counts[level, verdict]:
                words = console.say(f"verify.level.{level}"), console.say(f"verify.verdict.{verdict}"), str(number)
                summary.add_row(*(Text(word, _STYLES[level]) for word in words))
    # Rows without a report are told once each, below.
    listed = [f for f in findings if f.verdict not in ("blank", "unmatched") and (everything or f.level != "ok")]
    listed.sort(key=lambda f: ("wrong", "look", "open", "ok").index(f.level))
    with console.output():
        terminal.print(summary)
        terminal.print()
        if not listed:
            terminal.print(Text(console.say("verify.nothing"), "green"))
        for finding in listed if everything else listed[:_MOST_LINES]:
            claim = finding.claim
            whose = finding.body.issuer or finding.body.path if finding.body else claim.whose.issuer or claim.whose.file
            head = Text()
            head.append(console.say(f"verify.verdict.{finding.verdict}"), _STYLES[finding.level])
            head.append(f"  {claim.head}  ", "bold").append(claim.words or "—", "bold")
            head.append(f"  {explanation(finding, book, console.lang)}")
            terminal.print(head)
            terminal.print(
                Text(f"    {whose} · {_where(console, claim.sheet, claim.row, claim.column)}", "bright_black")
            )
            for quote in filter(None, quotes(finding).split("\n")[:2]):
                terminal.print(Text(f"    {_shortened(quote)}"))
        if not everything and len(listed) > _MOST_LINES:
            terminal.print(Text(console.say("verify.more", count=len(listed) - _MOST_LINES)))
        terminal.print()


def _where(console: Console, sheet: str, row: int, column: int) -> str:
    words = f"{console.say('verify.head.row')} {row} {console.say('verify.head.column')} {column}"
    return f"{sheet} {words}".strip()


def _shortened(quote: str) -> str:
    """A sentence around its figure, short enough for a terminal."""
    at = quote.find("【")
    start = max(0, at - 60) if at > 60 else 0
    return ("…" if start else "") + quote[start : start + 140] + ("…" if len(quote) > start + 140 else "")
