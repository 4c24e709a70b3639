"""``fazhi table``: reports in, one table out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.corrections import Corrections
from fazhi_extract.cli.inputs import SUFFIXES, find_inputs
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules, rule_files
from fazhi_extract.cli.table_inputs import TableInputs
from fazhi_extract.cli.usage import Encoding, Jobs, Lang, MaxSize, no_more_arguments, parse_jobs, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import RESULT_SUFFIXES, codec_name, shown_path

if TYPE_CHECKING:
    from fazhi_extract.table.panel import Style


def table(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="INPUT...", help="help.table.paths")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="OUT", help="help.table.output")] = None,
    panel: Annotated[bool, typer.Option("--panel", help="help.table.panel")] = False,
    name: Annotated[str | None, typer.Option("--table", metavar="NAME", help="help.table.table")] = None,
    names: Annotated[str | None, typer.Option("--names", metavar="code|short|zh", help="help.table.names")] = None,
    columns: Annotated[str | None, typer.Option("--columns", metavar="FILE", help="help.table.columns")] = None,
    balanced: Annotated[bool, typer.Option("--balanced", help="help.table.balanced")] = False,
    bom: Annotated[bool, typer.Option("--bom", help="help.table.bom")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="help.table.overwrite")] = False,
    corrected: Annotated[
        str | None, typer.Option("--corrections", metavar="DIR", help="help.table.corrections")
    ] = None,
    sample: Annotated[int | None, typer.Option("--sample", metavar="N", min=1, help="help.table.sample")] = None,
    stratify: Annotated[bool, typer.Option("--stratify", help="help.table.stratify")] = False,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="help.table.seed")] = 1,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="help.table.why")] = None,
    jobs: Jobs = None,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="help.quiet")] = False,
    lang: Lang = None,
) -> None:
    """Reads all inputs and writes their tables; one failure never stops the rest."""
    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.table import Collector, Draw, Options, Output, Panel, open_sample, open_writer, read_template

    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)  # before anything is written
    workers = parse_jobs(jobs)
    book = chosen_rules(rules, config)
    indicators = (book or Rulebook.default()).indicators
    inputs = find_inputs(paths, (*SUFFIXES, *RESULT_SUFFIXES))

    source = TableInputs(
        console, inputs, paths, limit, encoding, rule_files(rules, config), book, workers,
        None if corrected is None else Corrections(console, corrected, indicators), quiet,
    )  # fmt: skip
    if why is not None:
        from fazhi_extract.cli.cell import print_cell

        with console.bar(len(inputs), quiet=quiet) as advance:
            failed = print_cell(console, source.results(advance), why, indicators)
        if source.finish() or failed:
            raise typer.Exit(1)
        return
    if sample is None and (stratify or seed != 1):
        raise FazhiError("E192", option="--stratify" if stratify else "--seed")
    if sample is not None and (panel or name is not None or columns is not None):
        raise FazhiError("E153", option="--sample --panel/--table/--columns", path=shown_path(output or "-"))
    if panel and name is not None:
        raise FazhiError("E153", option="--panel --table", path=shown_path(output or "-"))
    wanted = "panel" if panel or (columns is not None and name is None and _one_table(output)) else name
    target = Output(output, wanted, bom=bom, overwrite=overwrite, template=columns is not None)
    target.check()
    if sample is not None and target.kind not in (".xlsx", ".csv"):
        raise FazhiError("E186", path=shown_path(output or "-"))
    if output is not None and any(os.path.realpath(entry.path) == os.path.realpath(output) for entry in inputs):
        raise FazhiError("E113", path=shown_path(output))
    style = _style(names, console.lang, words=target.kind == ".xlsx")
    template = read_template(columns, indicators, style) if columns is not None else None
    options = Options(indicators, console.lang, style, template, balanced, corrected is not None)
    bad = 0

    def note(code: str, **fields: object) -> None:
        if not quiet:
            console.note(code, **fields)

    with (
        Panel(indicators, console.lang) as rows,
        (
            open_writer(target, options, console.write)
            if sample is None
            else open_sample(target, Draw(sample, seed, stratify), options, console.write)
        ) as writer,
        console.bar(len(inputs), quiet=quiet, to_file=output is not None) as advance,
    ):
        collector = Collector(writer, rows, options, note)
        for path, result in source.results(advance):
            if isinstance(result, FazhiError):
                bad += 1
                console.error(result)
                collector.add_failure(path, result)
            else:
                collector.add(result.report, None if corrected is None else result)
        collector.finish()
    if not quiet and output is not None:
        counts = {"rows": collector.rows, "apart": collector.apart, "bad": bad}
        console.progress("table.done", path=shown_path(output), **counts)
    if source.finish() or bad:
        raise typer.Exit(1)


def _one_table(output: str | None) -> bool:
    return output is None or os.path.splitext(output)[1].lower() in (".csv", ".parquet")


def _style(names: str | None, lang: str, *, words: bool) -> Style:
    from fazhi_extract.table.panel import Style

    styles: tuple[Style, ...] = get_args(Style)
    if names is None:
        return ("en" if lang == "en" else "zh") if words else "code"
    for style in styles:
        if names == style:
            return style
    raise FazhiError("E154", option="--names", value=names, allowed=", ".join(styles))
