"""``fazhi verify``: a table that somebody else filled, held against the reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.findings import columns, print_findings, remarks, total
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
    lines = remarks(console, referee)
    if output is not None:
        _write(output, ending, findings, referee, lines, console.lang, bom=bom)
    if as_json:
        from fazhi_extract.verify.output import to_json

        console.write(to_json(findings, lines, book, console.lang))
    elif output is None and not sys.stdout.isatty():
        console.write(columns(findings, book, console.lang))
    elif output is None:
        print_findings(console, findings, book, everything=everything)
    for line in lines:
        console.say_line(line)
    console.say_line(total(console, findings))
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
    lines: Sequence[str],
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
            write_workbook(temporary, findings, [grid for grid, _ in referee.layouts], lines, referee.book, lang)
        return
    data = (
        to_csv(findings, referee.book, lang, bom=bom)
        if ending == ".csv"
        else to_json(findings, lines, referee.book, lang)
    )
    with write_whole(output) as file:
        file.write(data)
