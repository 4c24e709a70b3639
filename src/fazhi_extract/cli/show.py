"""``fazhi show``: a report in the terminal, its structure, its text, or why its figures are what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.reports import document_of
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size, quoted
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import parse_results, read_bytes, read_data, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report, Tool
    from fazhi_extract.read import Document


def show(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="help.show.file")],
    which: Annotated[str | None, typer.Argument(metavar="[OFFSET|TEXT|ID]", help="help.show.which")] = None,
    outline: Annotated[bool, typer.Option("--outline", help="help.show.outline")] = False,
    text: Annotated[bool, typer.Option("--text", help="help.show.text")] = False,
    why: Annotated[bool, typer.Option("--why", help="help.show.why")] = False,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Reads a report, or what ``extract`` wrote, and prints one view of it."""
    if which is not None and not why:
        context.args.insert(0, which)
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if outline + text + why > 1:
        raise FazhiError("E110", line=quoted(["fazhi", "show", file]))
    book = chosen_rules(rules, config)
    # Results may be larger than any report: the limit is for reports.
    data = read_data(file, max_size=limit if file == "-" else None)
    reports = parse_results(data, path=shown_path(file))
    if text:
        if reports is None:
            console.write(read_bytes(data, path=file, encoding=encoding, max_size=limit).text.encode())
        else:
            console.write(_text(reports, shown_path(file)).encode())
        return
    if why:
        from fazhi_extract.cli.why import print_why

        texts: list[tuple[Document, Tool | None]]
        if reports is None:
            texts = [(read_bytes(data, path=file, encoding=encoding, max_size=limit), None)]
        else:
            texts = [(document_of(report, shown_path(file)), report.tool) for report in reports]
        print_why(console, texts, which, book)
        return
    if reports is None:
        from fazhi_extract.pipeline import extract_document

        document = read_bytes(data, path=file, encoding=encoding, max_size=limit)
        reports = [extract_document(document, lang=console.lang, rulebook=book)]
    if not outline:
        from fazhi_extract.cli.reading import print_reports

        print_reports(console, reports, book)
        return
    from fazhi_extract.cli.outline import print_outline

    with console.output():
        for report in reports:
            print_outline(report, console)


def _text(reports: list[Report], path: str) -> str:
    if len(reports) != 1:
        raise FazhiError("E505", path=path, count=len(reports))
    if reports[0].error is not None:
        raise FazhiError("E506", path=path, reason=reports[0].error.code)
    if reports[0].source.text is None:
        raise FazhiError("E504", path=path)
    return reports[0].source.text
