"""``fazhi show --why``: why a figure is what it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.errors import FazhiError, Said
from fazhi_extract.explain import explain, matching
from fazhi_extract.messages import message

if TYPE_CHECKING:
    from fazhi_extract.model import Tool
    from fazhi_extract.read import Document
    from fazhi_extract.rulebook import Rulebook


def print_why(
    console: Console, document: Document, which: str | None, rulebook: Rulebook | None, tool: Tool | None = None
) -> None:
    """Prints the explanations of all figures, or of those that ``which`` means.

    ``tool`` is what made the results that the document was taken from: its rules may have been others.
    Raises :class:`FazhiError` (E118) where ``which`` means nothing in the text.
    """
    report, told = explain(document, rulebook)
    if which is not None:
        told = matching(report, told, which)
        if not told:
            raise FazhiError("E118", path=document.path, which=which)
    with console.output():
        if tool is not None and (tool.version, tool.rules) != (report.tool.version, report.tool.rules):
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
