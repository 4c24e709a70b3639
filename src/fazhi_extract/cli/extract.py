"""``fazhi extract``: reports in, JSON out."""

from __future__ import annotations

from typing import Annotated

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Choice, is_many
from fazhi_extract.cli.settings import ConfigFile, Rules, checked_rule_files
from fazhi_extract.cli.usage import (
    Encoding,
    Jobs,
    Lang,
    MaxPages,
    MaxSize,
    above_zero,
    no_more_arguments,
    parse_jobs,
    parse_size,
    usage_line,
)
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import MAX_PAGES, TIME_LIMIT, Limits, codec_name

Patterns = list[str] | None


def extract(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="help.extract.paths")] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.extract.output")] = None,
    list_file: Annotated[str | None, typer.Option("--list", metavar="FILE", help="help.extract.list")] = None,
    column: Annotated[str | None, typer.Option("--text", metavar="COLUMN", help="help.extract.text")] = None,
    include: Annotated[Patterns, typer.Option("--include", metavar="PATTERN", help="help.extract.include")] = None,
    exclude: Annotated[Patterns, typer.Option("--exclude", metavar="PATTERN", help="help.extract.exclude")] = None,
    jobs: Jobs = None,
    resume: Annotated[bool, typer.Option("--resume", help="help.extract.resume")] = False,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="help.extract.fail_fast")] = False,
    timeout: Annotated[str | None, typer.Option("--timeout", metavar="SECONDS", help="help.extract.timeout")] = None,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    max_pages: MaxPages = MAX_PAGES,
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
    paths = paths or []
    if not paths and list_file is None:
        raise FazhiError("E103", name="PATH...", line=usage_line(context))
    if resume and (output is None or rows):
        raise FazhiError("E141")
    if encoding is not None:
        codec_name(encoding)  # before anything is written
    seconds = above_zero("--timeout", timeout, example="60")
    limits = Limits(parse_size(max_size), max_pages, seconds or TIME_LIMIT)
    workers = parse_jobs(jobs)
    # Only now: what a batch needs takes a while to load, and other verbs do not need it.
    from fazhi_extract.batch.job import Settings
    from fazhi_extract.cli.batch import Batch
    from fazhi_extract.cli.outputs import form_of

    one = len(paths) == 1 and list_file is None and column is None and not is_many(paths[0])
    form = form_of(output, one=one, compact=compact, rows=rows)
    batch = Batch(
        console,
        Settings(
            lang=console.lang,
            limits=limits,
            encoding=encoding,
            rules=tuple(checked_rule_files(rules, config)),
            compact=form.compact,
            with_text=not no_text,
            rows=rows,
        ),
        output,
        form,
        jobs=workers,
        timeout=seconds,
        resume=resume,
        fail_fast=fail_fast,
        quiet=quiet or one,
    )
    good = batch.run(
        paths, choice=Choice(tuple(include or ()), tuple(exclude or ())), column=column, list_file=list_file
    )
    if not good:
        raise typer.Exit(1)
