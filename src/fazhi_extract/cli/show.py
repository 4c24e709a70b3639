"""``fazhi show``: a report's structure or text in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size, quoted
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import parse_results, read_bytes, read_data, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report


def show(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="help.show.file")],
    outline: Annotated[bool, typer.Option("--outline", help="help.show.outline")] = False,
    text: Annotated[bool, typer.Option("--text", help="help.show.text")] = False,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    lang: Lang = None,
) -> None:
    """Reads a report, or what ``extract`` wrote, and prints one view of it."""
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if outline == text:
        raise FazhiError("E110", line=quoted(["fazhi", "show", file]))
    # Results may be larger than any report: the limit is for reports.
    data = read_data(file, max_size=limit if file == "-" else None)
    reports = parse_results(data, path=shown_path(file))
    if text:
        if reports is None:
            console.write(read_bytes(data, path=file, encoding=encoding, max_size=limit).text.encode())
        else:
            console.write(_text(reports, shown_path(file)).encode())
        return
    if reports is None:
        from fazhi_extract.pipeline import extract_document

        document = read_bytes(data, path=file, encoding=encoding, max_size=limit)
        reports = [extract_document(document, lang=console.lang)]
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
