"""``fazhi rules``: indicators of one's own, written, tested and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input, find_inputs
from fazhi_extract.cli.page import HelpGroup
from fazhi_extract.cli.reports import documents_of, reports_of
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Encoding, Lang, MaxSize, no_more_arguments, parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import codec_name, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulediff import Change

_Read = TypeVar("_Read")
Reports = Annotated[list[str], typer.Argument(metavar="FOLDER...", help="help.rules.folder")]


class RulesGroup(HelpGroup):
    """The verbs of ``fazhi rules``; a path in the place of one is a file to test."""

    usual_verb = "test"


def overview(context: typer.Context, lang: Lang = None) -> None:
    """Shows the help where no verb is given."""
    if context.invoked_subcommand is None:
        console: Console = context.obj
        console.help(context.get_help())
        raise typer.Exit(2)


def new(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="help.rules.new.file")],
    lang: Lang = None,
) -> None:
    """Writes a commented rule file to start from; never over another file."""
    from fazhi_extract.rulebook.lexicon import RULES

    no_more_arguments(context)
    console: Console = context.obj
    text = (RULES / "templates" / f"{console.lang}.toml").read_bytes()
    try:
        with open(file, "xb") as out:
            out.write(text)
    except FileExistsError as error:
        raise FazhiError("E116", path=shown_path(file)) from error
    except OSError as error:
        raise FazhiError("E301", path=shown_path(file), reason=error.strerror or str(error)) from error
    console.progress("rules.written", path=shown_path(file))


def examples(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE...]", help="help.rules.test.files")] = None,
    lang: Lang = None,
) -> None:
    """Runs the examples of rule files; without any, those of the package."""
    from pathlib import Path

    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.rulebook.indicators import read
    from fazhi_extract.rulecheck import builtin_examples, check, examples_of, stolen

    no_more_arguments(context)
    console: Console = context.obj
    if files:
        own = [read(Path(file), shown_path(file)) for file in files]
        book = Rulebook.load(files)
        outcome = check(book, [example for file in own for example in examples_of(file)], own)
        taken = stolen(book, own)
    else:
        outcome, taken = check(Rulebook.default(), builtin_examples()), []
    lines = [problem.message(console.lang) for problem in (*outcome.problems, *outcome.unmatched)]
    lines += [f"{console.say('rulecheck.stolen')} {problem.message(console.lang)}" for problem in taken]
    lines.append(
        console.say("rules.tested", examples=outcome.examples, phrasings=outcome.phrasings, problems=len(lines))
    )
    console.write(("\n".join(lines) + "\n").encode())
    if len(lines) > 1:
        raise typer.Exit(1)


def suggest(
    context: typer.Context,
    folders: Reports,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Prints the figures without an indicator as a rule file to complete."""
    from fazhi_extract.suggest import groups, stubs

    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)
    book = chosen_rules(rules, config)
    failed: list[FazhiError] = []

    def reports() -> Iterator[Report]:
        for found in _each(
            console, find_inputs(folders), failed, lambda entry: reports_of(entry, encoding, limit, console.lang, book)
        ):
            yield from (report for report in found if report.error is None)

    found, nameless = groups(reports())
    console.write("".join(stubs(found, nameless, console.lang)).encode())
    if failed:
        raise typer.Exit(1)


def diff(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="help.rules.diff.file")],
    folders: Reports,
    encoding: Encoding = None,
    max_size: MaxSize = "16M",
    lang: Lang = None,
) -> None:
    """Prints the figures that a rule file gains, loses, or takes from a built-in indicator."""
    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.rulediff import difference

    no_more_arguments(context)
    console: Console = context.obj
    limit = parse_size(max_size)
    if encoding is not None:
        codec_name(encoding)
    book, builtin = Rulebook.load([file]), Rulebook.default()
    failed: list[FazhiError] = []
    counts = {"gained": 0, "lost": 0, "taken": 0}
    figures = 0
    for documents in _each(console, find_inputs(folders), failed, lambda entry: documents_of(entry, encoding, limit)):
        for document in documents:
            result = difference(document, book, builtin)
            figures += result.figures
            for change in result.changes:
                counts[change.what] += 1
                line = document.text.count("\n", 0, change.after.span[0]) + 1
                console.write((_told(console, change, f"{document.path}:{line}") + "\n").encode())
    console.write((console.say("rules.compared", figures=figures, **counts) + "\n").encode())
    if failed:
        raise typer.Exit(1)


def _told(console: Console, change: Change, where: str) -> str:
    """What happened, from which code to which, the figure, its place, its sentence; parted by tabs for programs."""
    before, after = change.before.indicator or "-", change.after.indicator or "-"
    metric = change.after
    cells = (
        console.say(f"rules.{change.what}"),
        f"{before} → {after}",
        "".join(metric.text.split()),
        where,
        metric.quote,
    )
    return "\t".join(cells)


def _each(
    console: Console, inputs: list[Input], failed: list[FazhiError], read: Callable[[Input], _Read]
) -> Iterator[_Read]:
    """What each input gives; a failure is told and counted, and never stops the rest."""
    for entry in inputs:
        try:
            yield read(entry)
        except FazhiError as error:
            if error.is_usage:
                raise
            console.error(error)
            failed.append(error)


VERBS: dict[str, Callable[..., None]] = {"new": new, "test": examples, "suggest": suggest, "diff": diff}
