"""Pages of help in the user's language, wrapped by the width of their characters."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from typer import get_terminal_size
from typer.core import TyperCommand, TyperGroup

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.usage import quoted, usage_line
from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import MESSAGES

if TYPE_CHECKING:
    import typer

_MAX_WIDTH = 100
_TOKEN = lazy_pattern(r"[!-~]+[，。；：、！？）》”]*|\s+|.[，。；：、！？）》”]*")


class HelpCommand(TyperCommand):
    """A verb whose help texts are keys of the message catalogue."""

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What may stand where the Tab key was pressed."""
        return _in_words(ctx, super().shell_complete(ctx, incomplete))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the page of help."""
        formatter.write(_page(self, ctx))


class HelpGroup(TyperGroup):
    """The program itself, which also answers words that are no verb."""

    usual_verb = "extract"

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What may stand where the Tab key was pressed."""
        return _in_words(ctx, super().shell_complete(ctx, incomplete))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the page of help."""
        formatter.write(_page(self, ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb; a path in its place is answered with the line to type."""
        word = args[0]
        if word in self.commands or (word.startswith("-") and word != "-"):
            return super().resolve_command(ctx, args)
        looks_like_path = word == "-" or os.path.exists(word) or re.search(r"[/\\]|\.\w+$", word)
        if looks_like_path:
            raise FazhiError("E102", path=word, line=quoted([*ctx.command_path.split(), self.usual_verb, *args]))
        near = get_close_matches(word, self.commands, 1)
        line = quoted([ctx.command_path, *near, *args[1:]]) if near else f"{ctx.command_path} --help"
        raise FazhiError("E101", word=word, verbs=" ".join(self.commands), line=line)


def _in_words(context: Any, items: Iterable[Any]) -> list[Any]:
    """Completions with their help in the user's language."""
    console: Console = context.find_root().obj
    for item in items:
        # The option for help is Typer's own, with its own English text.
        key = "help.help" if item.value in ("-h", "--help") else item.help
        item.help = console.say(key) if key in MESSAGES else key
    return list(items)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of help says, before it is laid out."""

    usage: str
    texts: tuple[str, ...]
    """What the command does, and how."""
    lists: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Heads with names and what each means: commands, arguments, options."""
    end: str
    """Examples and exit status, with its own line breaks."""


def page(command: TyperCommand | TyperGroup, context: typer.Context, say: Callable[[str], str]) -> Page:
    """The help of a command; ``say`` gives a message of the catalogue."""
    commands = command.commands if isinstance(command, TyperGroup) else {}
    parameters: list[Any] = command.get_params(context)
    arguments = [(p.metavar or p.name or "", p.help or "") for p in parameters if p.param_type_name == "argument"]
    options = [
        (", ".join(p.opts + p.secondary_opts) + (f" {p.metavar}" if p.metavar else ""), p.help or "")
        for p in parameters
        if p.param_type_name == "option"
    ]
    # The option for help is Typer's own, with its own English text.
    options = [("-h, --help", "help.help") if "--help" in name else (name, text) for name, text in options]
    entries = (
        ("head.commands", [(name, verb.help or "") for name, verb in commands.items()]),
        ("head.arguments", arguments),
        ("head.options", options),
    )
    return Page(
        usage_line(context),
        tuple(say(key) for key in (command.help or "", f"{command.help}.details") if key in MESSAGES),
        tuple((say(head), tuple((name, say(key)) for name, key in rows)) for head, rows in entries if rows),
        say(command.epilog) if command.epilog in MESSAGES else "",
    )


def _page(command: TyperCommand | TyperGroup, context: typer.Context) -> str:
    console: Console = context.obj
    width = min(get_terminal_size().columns, _MAX_WIDTH)
    content = page(command, context, console.say)
    blocks = [f"{console.say('head.usage')}  {content.usage}"]
    blocks += ["\n".join(_wrapped(text, width)) for text in content.texts]
    indent = 4 + max(len(name) for _, rows in content.lists for name, _ in rows)
    for head, rows in content.lists:
        lines = [head]
        for name, text in rows:
            first, *more = _wrapped(text, width - indent)
            lines.append(f"  {name:{indent - 2}}{first}")
            lines += [" " * indent + line for line in more]
        blocks.append("\n".join(lines))
    if content.end:
        blocks.append(content.end)
    return "\n\n".join(blocks) + "\n"


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most ``width`` columns; Chinese may break anywhere but before closing punctuation."""
    line, used = "", 0
    for token in _TOKEN.findall(text):
        columns = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in token)
        if used + columns > width and line:
            yield line.rstrip()
            line, used = "", 0
            if token.isspace():
                continue
        line += token
        used += columns
    yield line.rstrip()
