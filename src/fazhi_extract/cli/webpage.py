"""``fazhi page``: reports as web pages that need nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input, find_inputs
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size, quoted
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import codec_name, opened, read_bytes, shown_path, stream_results
from fazhi_extract.write import write_whole

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.page import Why
    from fazhi_extract.rulebook import Rulebook


def page(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="INPUT...", help="help.page.paths")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.page.output")] = None,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Writes a page for each report; one failure never stops the rest."""
    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)
    if output is None:
        raise FazhiError("E173", line=quoted(["fazhi", "page", *paths]))
    folder = output.endswith(("/", os.sep)) or os.path.isdir(output)
    if not folder and not output.lower().endswith((".html", ".htm")):
        raise FazhiError("E171", path=shown_path(output))
    inputs = [] if folder else find_inputs(paths)
    if not folder and any(os.path.realpath(one.path) == os.path.realpath(output) for one in inputs):
        raise FazhiError("E113", path=shown_path(output))
    if not folder and len(inputs) > 1:
        raise FazhiError("E172", path=shown_path(output))
    from fazhi_extract.rulebook import Rulebook

    book = chosen_rules(rules, config) or Rulebook.default()
    if folder:
        from fazhi_extract.cli.site import write_site

        good = write_site(
            console, paths, output, lambda one: _reports(one, encoding, limit, console.lang, book), book
        )  # fmt: skip
    else:
        good = _to_file(console, inputs[0], output, encoding, limit, book)
    if not good:
        raise typer.Exit(1)


def _to_file(console: Console, entry: Input, output: str, encoding: str | None, limit: int, book: Rulebook) -> bool:
    made: str | None = None
    for found in _reports(entry, encoding, limit, console.lang, book):
        if made is not None:
            raise FazhiError("E172", path=shown_path(output))
        made = _rendered(console, found, book)
        if made is None:
            return False
    if made is not None:
        _write(output, made)
    return made is not None


def _write(path: str, made: str) -> None:
    with write_whole(path) as file:
        file.write(made.encode())


def _rendered(console: Console, found: tuple[Report, Why | None] | FazhiError, book: Rulebook) -> str | None:
    """The page, or ``None`` where there is none; then the reason has been told."""
    from fazhi_extract.page import render

    try:
        if isinstance(found, FazhiError):
            raise found
        return render(found[0], book=book, lang=console.lang, why=found[1])
    except FazhiError as error:
        console.error(error)
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        path = "-" if isinstance(found, FazhiError) else found[0].source.path
        console.error(FazhiError("E901", path=path, reason=type(error).__name__))
    return None


def _reports(
    entry: Input, encoding: str | None, limit: int, lang: str, book: Rulebook
) -> Iterator[tuple[Report, Why | None] | FazhiError]:
    """The reports of an input, texts with what led to each figure; in place of one that cannot be read, the reason."""
    if entry.error is not None:
        yield entry.error
        return
    try:
        with opened(entry.path) as file:
            found = stream_results(file, path=shown_path(entry.path), max_size=limit)
            if not isinstance(found, bytes):
                for report in found:
                    yield report if isinstance(report, FazhiError) else (report, None)
                return
        from fazhi_extract.explain import explain

        document = read_bytes(found, path=entry.path, encoding=encoding, max_size=limit)
        report, told = explain(document, lang=lang, rulebook=book)
        yield report, {str(one.head.params["id"]): one.facts for one in told if "id" in one.head.params}
    except FazhiError as error:
        if error.is_usage:
            raise
        yield error
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        yield FazhiError("E901", path=shown_path(entry.path), reason=type(error).__name__)
