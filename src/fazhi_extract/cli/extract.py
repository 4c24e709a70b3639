"""``fazhi extract``: reports in, JSON out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract import __version__
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input, find_inputs
from fazhi_extract.cli.outputs import open_sink
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxPages, MaxSize, Timeout, no_more_arguments, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import MAX_PAGES, TIME_LIMIT, Limits, codec_name, read_bytes, read_data, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook import Rulebook


def extract(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="help.extract.paths")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.extract.output")] = None,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    max_pages: MaxPages = MAX_PAGES,
    timeout: Timeout = TIME_LIMIT,
    rules: Rules = None,
    config: ConfigFile = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="help.extract.no_text")] = False,
    compact: Annotated[bool | None, typer.Option("--compact/--indent", help="help.extract.compact")] = None,
    rows: Annotated[bool, typer.Option("--rows", help="help.extract.rows")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="help.quiet")] = False,
    lang: Lang = None,
) -> None:
    """Reads each input and writes its report; one failure never stops the rest."""
    no_more_arguments(context)
    console: Console = context.obj
    limits = Limits(parse_size(max_size), max_pages, timeout)
    if encoding is not None:
        codec_name(encoding)  # before anything is written
    rulebook = chosen_rules(rules, config)
    inputs = find_inputs(paths)
    one = len(paths) == 1 and not os.path.isdir(paths[0])
    failed: set[int] = set()
    lines = _flat(console.lang, rulebook) if rows else None
    with open_sink(console, inputs, output, one=one, compact=compact, with_text=not no_text, rows=lines) as sink:
        for entry in inputs:
            report, error = _read(entry, encoding, limits, console.lang, rulebook)
            for failure in filter(None, (error, sink(entry, report))):
                console.error(failure)
                failed.add(id(entry))
    if not quiet and not one:
        console.progress("extract.done", total=len(inputs), good=len(inputs) - len(failed), bad=len(failed))
    if failed:
        raise typer.Exit(1)


def _flat(lang: str, rulebook: Rulebook | None) -> Callable[[Report], bytes]:
    """What makes a report's figures into JSON Lines, a figure a line, all with the same keys."""
    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.table.rows import flat_metrics

    indicators = (rulebook or Rulebook.default()).indicators

    def lines(report: Report) -> bytes:
        flat = flat_metrics(report, indicators, lang)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in flat).encode()

    return lines


def _read(
    entry: Input, encoding: str | None, limits: Limits, lang: str, rulebook: Rulebook | None
) -> tuple[Report, FazhiError | None]:
    """The report of an input, and why it is none, if so."""
    from fazhi_extract.model import Tool, failed_report
    from fazhi_extract.pipeline import extract_document

    sha256 = None
    try:
        if entry.error is not None:
            raise entry.error
        data = read_data(entry.path, max_size=limits.size)
        sha256 = hashlib.sha256(data).hexdigest()
        document = read_bytes(
            data,
            path=entry.path,
            encoding=encoding,
            max_size=limits.size,
            max_pages=limits.pages,
            timeout=limits.seconds,
        )
        return extract_document(document, lang=lang, rulebook=rulebook), None
    except FazhiError as error:
        if error.is_usage:
            raise
        reason = error
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        reason = FazhiError("E901", path=shown_path(entry.path), reason=type(error).__name__)
    tool = Tool(name="fazhi-extract", version=__version__, rules=())
    report = failed_report(
        path=shown_path(entry.path), code=reason.code, message=reason.message(lang), tool=tool, sha256=sha256
    )
    return report, reason
