"""The program ``fazhi`` and its verbs, as Typer knows them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated

import typer

from fazhi_extract import __version__
from fazhi_extract.cli import completion
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.page import HelpCommand, HelpGroup
from fazhi_extract.cli.usage import HELP_OPTION, Lang, usage_error

PROGRAM = "fazhi"

VERBS = {
    "extract": "extract",
    "show": "show",
    "table": "table",
    "check": "check",
    "compare": "compare",
    "page": "webpage",
    "verify": "verify",
    "score": "score",
    "indicators": "indicators",
    "schema": "schema",
    "rules": "rules",
}
"""The verbs, and the module of each in :mod:`fazhi_extract.cli`; its function has the verb's name."""


def application(only: str | None = None) -> typer.Typer:
    """The program with all its verbs, or with one alone: that loads faster, where it is known which is called."""
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
    app.callback()(_program)
    for verb in VERBS if only is None else (only,):
        module = import_module(f"fazhi_extract.cli.{VERBS[verb]}")
        if verb == "rules":
            group = typer.Typer(
                cls=module.RulesGroup, invoke_without_command=True, rich_markup_mode=None, context_settings=HELP_OPTION
            )
            group.callback()(module.overview)
            for name, function in module.VERBS.items():
                _add(group, name, f"help.rules.{name}", function)
            app.add_typer(group, name="rules", help="help.rules", epilog="help.rules.epilog")
        else:
            _add(app, verb, f"help.{verb}", getattr(module, verb))
    return app


def _add(app: typer.Typer, name: str, text: str, function: Callable[..., None]) -> None:
    settings = HELP_OPTION | {"allow_extra_args": True}
    app.command(name, cls=HelpCommand, help=text, epilog=f"{text}.epilog", context_settings=settings)(function)


def _program(
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
    words = sys.argv[1:] if arguments is None else arguments
    # The shell's Tab key may ask for any verb.
    verb = words[0] if words and words[0] in VERBS and "_FAZHI_COMPLETE" not in os.environ else None
    app = application(verb)
    try:
        # On Windows, where the shell does not expand wildcards, Typer would, those of --include and --exclude too.
        status: int | None = app(
            args=arguments, prog_name=PROGRAM, obj=console, standalone_mode=False, windows_expand_args=False
        )
    except typer.TyperException as error:
        raise usage_error(error) from error
    return status or 0
