"""``fazhi show --why``: why a figure is what it is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.errors import FazhiError, Said
from fazhi_extract.explain import Explanation, explain, matching
from fazhi_extract.messages import message

if TYPE_CHECKING:
    from fazhi_extract.model import Tool
    from fazhi_extract.read import Document
    from fazhi_extract.rulebook import Rulebook


def print_why(
    console: Console, documents: Sequence[tuple[Document, Tool | None]], which: str | None, rulebook: Rulebook | None
) -> None:
    """Prints the explanations of all figures, or of those that ``which`` means.

    With each document stands what made the results that it was taken from, if it was: the rules may have been others.
    Raises :class:`FazhiError` (E118) where ``which`` means nothing in any text.
    """
    found = False
    for document, tool in documents:
        report, told = explain(document, lang=console.lang, rulebook=rulebook)
        if which is not None:
            told = matching(report, told, which)
        found = found or bool(told)
        if told:
            _print_all(console, told, document.path if len(documents) > 1 else "", report.tool, tool)
    if which is not None and not found:
        raise FazhiError("E118", path=documents[0][0].path if documents else "-", which=which)


def _print_all(console: Console, told: Sequence[Explanation], path: str, now: Tool, tool: Tool | None) -> None:
    with console.output():
        if path:
            _print(path + "\n", "bold cyan")
        if tool is not None and (tool.version, tool.rules) != (now.version, now.rules):
            _print(console.say("why.other_rules") + "\n", "yellow")
        for one in told:
            _print(_said(console, one.head), "bold")
            _print("    " + one.quote, "")
            for fact in one.facts:
                _print("    " + _said(console, fact), "")
            _print("", "")


def _said(console: Console, said: Said) -> str:
    params = {key: _said(console, value) if isinstance(value, Said) else value for key, value in said.params.items()}
    return message(said.key, console.lang, **params)


def _print(line: str, style: str) -> None:
    if style and sys.stdout.isatty():
        from rich.console import Console as Terminal
        from rich.text import Text

        Terminal(file=sys.stdout, highlight=False).print(Text(line, style=style), soft_wrap=True)
    else:
        sys.stdout.write(line + "\n")
