"""``fazhi check``: whether the figures of a report fit together."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import find_inputs
from fazhi_extract.cli.reports import reports_of
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import codec_name, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model.frame import Check

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_WEIGHTS = ("error", "warning", "info")


def check(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="help.check.paths")],
    strict: Annotated[bool, typer.Option("--strict", help="help.check.strict")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="help.check.json")] = False,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Prints what the checks of each report found; one failure never stops the rest."""
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)  # before anything is printed
    rulebook = chosen_rules(rules, config)
    failed = found = False
    for entry in find_inputs(paths):
        try:
            reports = reports_of(entry, encoding, limit, console.lang, rulebook)
        except FazhiError as error:
            if error.is_usage:
                raise
            failed = True
            _tell_failure(console, shown_path(entry.path), error, as_json=as_json)
            continue
        for report in reports:
            path = report.source.path or shown_path(entry.path)
            if report.error is not None:
                failed = True
                _tell_failure(console, path, FazhiError("E506", path=path, reason=report.error.code), as_json=as_json)
                continue
            checks = sorted(report.checks, key=lambda one: (one.agrees, _WEIGHTS.index(one.severity)))
            found = found or any(not one.agrees and one.severity == "error" for one in checks)
            if as_json:
                _print_json(console, path, report.report_id, checks)
            else:
                _print_table(console, path, checks)
    if failed or (strict and found):
        raise typer.Exit(1)


def _tell_failure(console: Console, path: str, error: FazhiError, *, as_json: bool) -> None:
    console.error(error)
    if as_json:
        _print_json(console, path, None, (), error={"code": error.code, "message": error.message(console.lang)})


def _print_json(
    console: Console, path: str, report_id: str | None, checks: Sequence[Check], error: dict[str, str] | None = None
) -> None:
    line: dict[str, Any] = {"report_id": report_id, "path": path, "error": error}
    line["checks"] = [one.model_dump(mode="json") for one in checks]
    console.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _print_table(console: Console, path: str, checks: Sequence[Check]) -> None:
    from rich.console import Console as Terminal
    from rich.table import Table
    from rich.text import Text

    bad = sum(not one.agrees for one in checks)
    head = console.say("check.head", path=path, count=len(checks), bad=bad)
    rows = [(one, _cells(console, one)) for one in checks]
    if not sys.stdout.isatty():
        # Tabs: programs take the columns apart, and no line is broken.
        lines = [head, *("\t".join(cells) for _, cells in rows)]
        console.write(("\n".join(lines) + "\n").encode())
        return
    terminal = Terminal(file=sys.stdout, highlight=False)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for one, cells in rows:
        style = "" if one.agrees else _STYLES[one.severity]
        table.add_row(*(Text(cell, style) for cell in cells[:2]), *(Text(cell) for cell in cells[2:]))
    with console.output():
        terminal.print(Text(head, style="bold"))
        terminal.print(table)


def _cells(console: Console, one: Check) -> tuple[str, ...]:
    """Verdict, how much a disagreement weighs, the sentence, the check's name, the figures."""
    verdict = console.say("check.agrees" if one.agrees else "check.disagrees")
    weight = "" if one.agrees else console.say(f"severity.{one.severity}")
    return verdict, weight, one.message, one.rule, " ".join(one.metrics)
