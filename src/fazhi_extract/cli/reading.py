"""``fazhi show`` without more: the text with its figures told apart, what disagrees, and the figures by domain."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console as Terminal
from rich.table import Table
from rich.text import Text

from fazhi_extract.messages import MESSAGES
from fazhi_extract.rulebook import Rulebook

if TYPE_CHECKING:
    from fazhi_extract.cli.console import Console
    from fazhi_extract.model import Metric, Report

_KINDS = {
    "count": "blue", "money": "green", "rate": "magenta", "duration": "cyan", "measure": "yellow", "ratio": "red",
}  # fmt: skip
_ROLES = {
    "actual": "bold",
    "prior": "italic dim",
    "change": "underline",
    "target": "reverse",
    "threshold": "dim underline",
}
_DOWN = "dim strike"
_BOUNDS = {"exact": "", "about": "≈ ", "at_least": "≥ ", "over": "> ", "at_most": "≤ ", "under": "< "}
_DOMAINS = [key.removeprefix("domain.") for key in MESSAGES if key.startswith("domain.")]
# A report's text must not command the terminal: signs that would are shown as pictures of the same length.
_TAMED = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_TAMED |= dict.fromkeys(
    [*range(0x80, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD
)


def print_reports(console: Console, reports: Sequence[Report], book: Rulebook | None) -> None:
    """Prints the reports to standard output: in colour through a pager where that is a terminal, else plain."""
    book = book or Rulebook.default()
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    terminal = Terminal(file=sys.stdout, highlight=False, no_color=not colour or None)
    views = [one for report in reports for one in _View(report, console, book, colour=colour).parts()]
    with console.output():
        if not terminal.is_terminal:
            for one in views:
                # Without a width to fit, lines stay whole.
                terminal.print(one, soft_wrap=True)
            return
        with terminal.capture() as captured:
            for one in views:
                terminal.print(one)
        words = captured.get()
        # Windows' own pager shows colours as their codes.
        if words.count("\n") < terminal.height or (os.name == "nt" and "PAGER" not in os.environ):
            sys.stdout.write(words)
            return
        from rich.pager import SystemPager

        os.environ.setdefault("LESS", "-FRX")  # less is told to pass colours on, as git does
        SystemPager().show(words)


class _View:
    """One report in the terminal."""

    def __init__(self, report: Report, console: Console, book: Rulebook, *, colour: bool) -> None:
        self._report = report
        self._say = console.say
        self._lang = console.lang
        self._book = book
        self._colour = colour

    def parts(self) -> Iterator[Text | Table]:
        """What is printed, from top to bottom."""
        report = self._report
        if report.error is not None:
            yield Text(_tame(f"{report.source.path}  {report.error.code} {report.error.message}"), style="red")
            return
        metadata = report.metadata
        yield Text(_tame(metadata.title or report.source.path), style="bold")
        known = [metadata.issuer, str(metadata.reporting_year or ""), metadata.document_number, report.source.path]
        yield Text(_tame(" · ".join(word for word in known if word)), style="dim")
        bad = [one for one in report.checks if not one.agrees]
        bad.sort(key=lambda one: ("error", "warning", "info").index(one.severity))
        counts = {
            "figures": len(report.metrics),
            "unbound": sum(one.indicator is None for one in report.metrics),
            "doubtful": sum(bool(one.doubts) for one in report.metrics),
            "bad": len(bad),
        }
        yield Text(self._say("show.counts", **counts))
        for one in bad:
            words = f"{self._say('check.disagrees')}（{self._say(f'severity.{one.severity}')}） {one.message} {' '.join(one.metrics)}"
            yield Text(_tame(words), style="bold red" if one.severity == "error" else "yellow")
        yield Text("")
        yield self._legend()
        yield Text("")
        if report.source.text is None:
            yield Text(self._say("show.no_text"), style="dim")
        else:
            yield self._text(report.source.text)
        yield Text("")
        yield from self._tables()

    def _legend(self) -> Text:
        line = Text(self._say("show.legend"))
        if self._colour:
            for kind, colour in _KINDS.items():
                line.append(" ").append(self._say(f"page.kind.{kind}"), style=f"bold {colour}")
            for role in ("prior", "change", "target", "threshold"):
                line.append(" ").append(self._say(f"page.role.{role}"), style=f"{_ROLES[role]} {_KINDS['count']}")
            line.append(" ").append(self._say("page.tab.down"), style=_DOWN)
        else:
            line.append(self._say("show.legend.plain"))
        return line

    def _text(self, raw: str) -> Text:
        """The text, in colour or with brackets around what would be coloured."""
        words = _tame(raw)
        if self._colour:
            # Rich leaves carriage returns out, which would move every colour behind one.
            text = Text(words.replace("\r\n", " \n").replace("\r", "\n"))
            for down in self._report.turned_down:
                text.stylize(_DOWN, *down.span)
            for one in self._report.metrics:
                text.stylize(_style(one), *one.span)
            return text
        # Places of brackets; at one place, what ends goes before what begins.
        signs = []
        for span in dict.fromkeys(one.span for one in self._report.metrics):
            roles = dict.fromkeys(one.role for one in self._report.metrics if one.span == span and one.role != "actual")
            tag = "".join(f"{self._say(f'page.role.{role}')} " for role in roles)
            signs += [(span[0], 1, f"【{tag}"), (span[1], 0, "】")]
        for down in self._report.turned_down:
            signs += [(down.span[0], 1, "〈"), (down.span[1], 0, "〉")]
        parts, done = [], 0
        for at, _, sign in sorted(signs):
            parts += [words[done:at], sign]
            done = at
        return Text("".join([*parts, words[done:]]))

    def _tables(self) -> Iterator[Text | Table]:
        """The figures by domain, those without an indicator last."""
        groups: dict[str, list[Metric]] = {domain: [] for domain in _DOMAINS}
        for one in self._report.metrics:
            if one.indicator is not None:
                groups.setdefault(one.indicator.split(".")[0], []).append(one)
        groups[""] = [one for one in self._report.metrics if one.indicator is None]
        for domain, members in groups.items():
            if not members:
                continue
            name = f"domain.{domain}"
            head = self._say(name) if name in MESSAGES else domain or self._say("page.unbound")
            yield Text(f"{head}  {len(members)}", style="bold")
            if self._colour:
                table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
                for one in members:
                    first, *cells = self._cells(one)
                    style = "red" if "check-failed" in one.doubts else "yellow" if one.doubts else ""
                    table.add_row(Text(first, _style(one)), *map(Text, cells[:-1]), Text(cells[-1], style))
                yield table
            else:
                yield Text("\n".join("\t".join(self._cells(one)) for one in members))

    def _cells(self, one: Metric) -> tuple[str, ...]:
        """The words, the value, what it is, role and scope, doubts, id."""
        indicator = self._book.indicators.get(one.indicator or "")
        name = (self._lang == "en" and indicator.en) or indicator.zh if indicator else one.indicator or one.label or ""
        attributes = "、".join(self._attribute(key, value) for key, value in one.attributes.items())
        role = "" if one.role == "actual" else self._say(f"page.role.{one.role}")
        form = "" if one.form == "number" else self._say(f"page.form.{one.form}")
        doubts = " ".join(self._say(f"doubt.{doubt}") for doubt in one.doubts)
        value = "" if one.value is None else f"{_BOUNDS[one.bound]}{one.value:,}"
        if one.value_to is not None:
            value += f"–{one.value_to:,}"
        cells = (
            one.id,
            "".join(one.text.split()),
            f"{value} {one.unit or ''}".strip(),
            f"{name} {attributes}".strip(),
            " ".join(word for word in (role, form, one.scope) if word),
            doubts,
        )
        return tuple(map(_tame, (cells[1], cells[0], *cells[2:])))

    def _attribute(self, key: str, value: object) -> str:
        name = f"attribute.{key}.{str(value).lower() if value is True else value}"
        return self._say(name) if name in MESSAGES else str(value)


def _style(one: Metric) -> str:
    return f"{_ROLES[one.role]} {_KINDS[one.kind]}"


def _tame(words: str) -> str:
    return words.translate(_TAMED)
