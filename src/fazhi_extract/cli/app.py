"""The program ``fazhi`` and its verbs, as Typer knows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from fazhi_extract import __version__
from fazhi_extract.cli import (
    check,
    compare,
    completion,
    extract,
    indicators,
    rules,
    schema,
    score,
    show,
    table,
    verify,
    webpage,
)
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.page import HelpCommand, HelpGroup
from fazhi_extract.cli.usage import HELP_OPTION, Lang, usage_error

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
VERBS: dict[str, Callable[..., None]] = {
    "extract": extract.extract,
    "show": show.show,
    "table": table.table,
    "check": check.check,
    "compare": compare.compare,
    "page": webpage.page,
    "verify": verify.verify,
    "score": score.score,
    "indicators": indicators.indicators,
    "schema": schema.schema,
}
for verb, function in VERBS.items():
    app.command(
        verb,
        cls=HelpCommand,
        help=f"help.{verb}",
        epilog=f"help.{verb}.epilog",
        context_settings=HELP_OPTION | {"allow_extra_args": True},
    )(function)

rules_app = typer.Typer(
    cls=rules.RulesGroup, invoke_without_command=True, rich_markup_mode=None, context_settings=HELP_OPTION
)
rules_app.callback()(rules.overview)
for verb, function in rules.VERBS.items():
    rules_app.command(
        verb,
        cls=HelpCommand,
        help=f"help.rules.{verb}",
        epilog=f"help.rules.{verb}.epilog",
        context_settings=HELP_OPTION | {"allow_extra_args": True},
    )(function)
app.add_typer(rules_app, name="rules", help="help.rules", epilog="help.rules.epilog")


@app.callback()
def program(
    context: typer.Context,
    lang: Lang = None,
    version: Annotated[bool, typer.Option("--version", help="help.version")] = False,
    install_completion: Annotated[bool, typer.Option("--install-completion", help="help.install_completion")] = False,
    show_completion: Annotated[bool, typer.Option("--show-completion", help="help.show_completion")] = False,
) -> None:
    """Answers ``--version`` and the options for completion, and shows the help where no verb is given."""
    console: Console = context.obj
    if version:
        console.write(f"fazhi-extract {__version__}\n".encode())
    elif install_completion or show_completion:
        (completion.install if install_completion else completion.show)(console)
        raise typer.Exit(0)
    elif context.invoked_subcommand is None:
        console.help(context.get_help())
        raise typer.Exit(2)


def run(arguments: Sequence[str] | None, console: Console) -> int:
    """Runs a verb and returns its exit status. Raises :class:`FazhiError` for wrong usage too."""
    completion.prepare()
    try:
        # On Windows, where the shell does not expand wildcards, Typer would, those of --include and --exclude too.
        status: int | None = app(
            args=arguments, prog_name=PROGRAM, obj=console, standalone_mode=False, windows_expand_args=False
        )
    except typer.TyperException as error:
        raise usage_error(error) from error
    return status or 0
