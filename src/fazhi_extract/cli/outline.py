"""The tree of a report's sections, with how many figures each holds."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console as Terminal
from rich.text import Text
from rich.tree import Tree

if TYPE_CHECKING:
    from fazhi_extract.cli.console import Console
    from fazhi_extract.model import Report, Section

_ITEM_WORDS = 24
"""An item has no title; so many characters of its text stand for one."""


def print_outline(report: Report, console: Console) -> None:
    """Prints the tree to standard output, coloured where that is a terminal."""
    terminal = Terminal(file=sys.stdout, highlight=False)
    # Where the output is no terminal there is no width to fit: lines stay whole.
    terminal.print(_tree(report, console), soft_wrap=not terminal.is_terminal)


def _tree(report: Report, console: Console) -> Tree:
    if report.error is not None:
        return Tree(Text(f"{report.source.path}  {report.error.code} {report.error.message}", style="red"))
    counts = _figures(report)
    metadata = report.metadata
    title = metadata.title or report.source.path or console.say("outline.untitled")
    root = Tree(_line("", title, len(report.metrics), console, style="bold"))
    known = [metadata.issuer, str(metadata.reporting_year or ""), metadata.document_number]
    if any(known):
        root.add(Text(" · ".join(word for word in known if word), style="dim"))
    nodes: dict[str | None, Tree] = {None: root}
    if counts[None]:
        root.add(_line("", console.say("outline.before"), counts[None], console, style="italic"))
    for section in report.sections:
        style = "" if section.kind == "item" else "cyan"
        label = _line(section.marker or "", _title(section), counts[section.id], console, style=style)
        nodes[section.id] = nodes[section.parent].add(label)
    return root


def _title(section: Section) -> str:
    if section.title is not None:
        return section.title
    words = " ".join(section.text.split())
    return words if len(words) <= _ITEM_WORDS else words[:_ITEM_WORDS] + "…"


def _line(marker: str, title: str, count: int, console: Console, style: str) -> Text:
    line = Text()
    line.append(marker, style="dim")
    line.append(title, style=style)
    if count:
        line.append("  " + console.say("outline.figures", count=count), style="green")
    return line


def _figures(report: Report) -> Counter[str | None]:
    """How many figures each section holds, those of its parts included; under ``None``, those before any section."""
    parents = {section.id: section.parent for section in report.sections}
    counts: Counter[str | None] = Counter()
    for metric in report.metrics:
        place = metric.section
        counts[place] += 1
        while place is not None and parents[place] is not None:
            place = parents[place]
            counts[place] += 1
    return counts
