"""``fazhi extract``: reports in, JSON out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract import __version__
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input, find_inputs, output_names
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import codec_name, read_bytes, read_data, shown_path
from fazhi_extract.write import to_json, write_whole

if TYPE_CHECKING:
    from fazhi_extract.model import Report

Sink = Callable[[Input, "Report"], None]


def extract(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="help.extract.paths")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.extract.output")] = None,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    no_text: Annotated[bool, typer.Option("--no-text", help="help.extract.no_text")] = False,
    compact: Annotated[bool | None, typer.Option("--compact/--indent", help="help.extract.compact")] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="help.quiet")] = False,
    lang: Lang = None,
) -> None:
    """Reads each input and writes its report; one failure never stops the rest."""
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)  # before anything is written
    inputs = find_inputs(paths)
    one = len(paths) == 1 and not os.path.isdir(paths[0])
    failures = 0
    with _sink(console, inputs, output, one=one, compact=compact, with_text=not no_text) as sink:
        for entry in inputs:
            report, error = _read(entry, encoding, limit, console.lang)
            if error is not None:
                failures += 1
                console.error(error)
            sink(entry, report)
    if not quiet and not one:
        console.progress("extract.done", total=len(inputs), good=len(inputs) - failures, bad=failures)
    if failures:
        raise typer.Exit(1)


def _read(entry: Input, encoding: str | None, limit: int, lang: str) -> tuple[Report, FazhiError | None]:
    """The report of an input, and why it is none, if so."""
    from fazhi_extract.model import Tool, failed_report
    from fazhi_extract.pipeline import extract_document

    sha256 = None
    try:
        if entry.error is not None:
            raise entry.error
        data = read_data(entry.path, max_size=limit)
        sha256 = hashlib.sha256(data).hexdigest()
        document = read_bytes(data, path=entry.path, encoding=encoding, max_size=limit)
        return extract_document(document, lang=lang), None
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


@contextmanager
def _sink(
    console: Console, inputs: list[Input], output: str | None, *, one: bool, compact: bool | None, with_text: bool
) -> Iterator[Sink]:
    """Where the reports go: standard output, a file, or a folder."""
    separators = ("/", os.sep)
    if output is not None and (output.endswith(separators) or os.path.isdir(output)):
        folder = output
        names = {id(entry): os.path.join(folder, name) for entry, name in output_names(inputs)}

        def into_folder(entry: Input, report: Report) -> None:
            with write_whole(names[id(entry)]) as file:
                file.write(to_json(report, compact=bool(compact), with_text=with_text))

        yield into_folder
        return
    lines = not one if output is None else _is_lines(output, inputs)
    if lines and compact is False:
        raise FazhiError("E114")

    def encoded(report: Report) -> bytes:
        return to_json(report, compact=lines or bool(compact), with_text=with_text)

    if output is None:
        yield lambda _, report: console.write(encoded(report))
    else:
        with write_whole(output) as file:

            def into_file(_: Input, report: Report) -> None:
                file.write(encoded(report))

            yield into_file


def _is_lines(output: str, inputs: list[Input]) -> bool:
    """Whether an output file holds JSON Lines. Raises :class:`FazhiError` for a file that cannot hold the result."""
    ending = os.path.splitext(output)[1].lower()
    if ending not in (".json", ".jsonl", ".ndjson"):
        raise FazhiError("E109", path=shown_path(output))
    if any(os.path.realpath(entry.path) == os.path.realpath(output) for entry in inputs):
        raise FazhiError("E113", path=shown_path(output))
    if ending == ".json" and len(inputs) != 1:
        raise FazhiError("E108", path=shown_path(output))
    return ending != ".json"
