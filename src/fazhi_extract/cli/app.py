"""The program ``fazhi``: its verbs, and what happens before and after one of them runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from fazhi_extract import __version__
from fazhi_extract.cli import extract, schema, show
from fazhi_extract.cli.console import ClosedPipe, Console, language, use_utf8
from fazhi_extract.cli.page import HelpCommand, HelpGroup
from fazhi_extract.cli.usage import HELP_OPTION, Lang, usage_error
from fazhi_extract.errors import FazhiError

PROGRAM = "fazhi"

app = typer.Typer(
    name=PROGRAM,
    cls=HelpGroup,
    help="help.program",
    epilog="help.program.epilog",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP_OPTION,
)
for verb, run in (("extract", extract.extract), ("show", show.show), ("schema", schema.schema)):
    app.command(
        verb,
        cls=HelpCommand,
        help=f"help.{verb}",
        epilog=f"help.{verb}.epilog",
        context_settings=HELP_OPTION | {"allow_extra_args": True},
    )(run)


@app.callback()
def program(
    context: typer.Context,
    lang: Lang = None,
    version: Annotated[bool, typer.Option("--version", help="help.version")] = False,
) -> None:
    """Answers ``--version``, and shows the help where no verb is given."""
    console: Console = context.obj
    if version:
        console.write(f"fazhi-extract {__version__}\n".encode())
    elif context.invoked_subcommand is None:
        console.help(context.get_help())
        raise typer.Exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status.

    0 all inputs gave a report, 1 at least one did not, 2 wrong usage, 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    use_utf8()
    console = Console(language([], os.environ))
    try:
        console = Console(language(words, os.environ))
        # Typer expands wildcards on Windows, where the shell does not, if it is left to read sys.argv itself.
        status = app(args=arguments, prog_name=PROGRAM, obj=console, standalone_mode=False)
    except FazhiError as error:
        console.error(error)
        return 2 if error.is_usage else 1
    except typer.TyperException as error:
        console.error(usage_error(error))
        return 2
    except ClosedPipe:
        return 0
    except KeyboardInterrupt:
        status = 130
    if status == 130:
        console.interrupted()
    return status or 0
