"""What ``fazhi verify`` tells on the terminal: the counts, what is not confirmed, and what was not verified."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console

if TYPE_CHECKING:
    from fazhi_extract.rulebook import Rulebook
    from fazhi_extract.verify.claims import Claim
    from fazhi_extract.verify.judge import Finding
    from fazhi_extract.verify.referee import Referee

_STYLES = {"ok": "green", "look": "yellow", "wrong": "bold red", "open": "bright_black"}
_MOST_LINES = 60
"""How many values the terminal lists; files have all."""

_MOST_ROWS = 20
"""How many rows without a report are told one by one."""


def remarks(console: Console, referee: Referee) -> list[str]:
    """What was not verified, and why, in lines."""
    lines = []
    colon = "：" if console.lang == "zh" else ": "

    def note(code: str, **fields: object) -> None:
        lines.append(f"{console.say('head.note')} {code}{colon}{console.say(code, **fields)}")

    passed: list[str] = []
    for _, layout in referee.layouts:
        if layout is None:
            continue
        for column in layout.unknown:
            near = referee.names.near(column.head)
            note("N166", head=column.head, near=console.say("verify.near", near=near) if near else "")
        passed += layout.passed
    for (sheet, row), (claim, why) in list(referee.unmatched.items())[:_MOST_ROWS]:
        whose = " ".join(
            filter(None, (claim.whose.file, claim.whose.region, claim.whose.issuer, str(claim.whose.year or "")))
        )
        where = f"{sheet} {row}".strip()
        note("N167", row=where, reason=console.say(f"verify.unmatched.{why}"), whose=whose or "—")
    if (more := len(referee.unmatched) - _MOST_ROWS) > 0:
        lines.append(console.say("verify.more_rows", count=more))
    absent = [body.path for body in referee.bodies if body.path not in referee.used]
    if absent and referee.used:
        shown = ("、" if console.lang == "zh" else ", ").join(absent[:5]) + (
            f" … (+{len(absent) - 5})" if len(absent) > 5 else ""
        )
        note("N168", paths=shown)
    if passed:
        note("N169", heads=("、" if console.lang == "zh" else ", ").join(dict.fromkeys(passed)))
    return lines


def total(console: Console, findings: Sequence[Finding]) -> str:
    """The counts in a line."""
    from fazhi_extract.verify.output import count

    counts = count(findings)
    values = {name: counts.get(name, 0) for name in ("ok", "look", "wrong", "open")}
    return console.say("verify.total", values=sum(counts.values()), **values)


def columns(findings: Sequence[Finding], book: Rulebook, lang: str) -> bytes:
    """Tabs: programs take the columns apart, and no line is broken."""
    from fazhi_extract.verify.words import COLUMNS, cells

    lines = ["\t".join(COLUMNS)]
    for finding in findings:
        row = cells(finding, book, lang)
        lines.append("\t".join("" if row[name] is None else " ".join(str(row[name]).split()) for name in COLUMNS))
    return ("\n".join(lines) + "\n").encode()


def print_findings(console: Console, findings: Sequence[Finding], book: Rulebook, *, everything: bool) -> None:
    """The counts, and each value that is not confirmed (or each one) with its sentence."""
    from rich.console import Console as Terminal
    from rich.table import Table
    from rich.text import Text

    from fazhi_extract.verify.judge import LEVELS, VERDICTS
    from fazhi_extract.verify.words import explanation, quotes

    terminal = Terminal(file=sys.stdout, highlight=False)
    counts: Counter[tuple[str, str]] = Counter((f.level, f.verdict) for f in findings if f.verdict != "blank")
    summary = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("level", "verdict", "count"):
        summary.add_column(console.say(f"verify.head.{name}"), justify="right" if name == "count" else "left")
    for level in LEVELS:
        for verdict in VERDICTS:
            if number := counts[level, verdict]:
                words = console.say(f"verify.level.{level}"), console.say(f"verify.verdict.{verdict}"), str(number)
                summary.add_row(*(Text(word, _STYLES[level]) for word in words))
    # Rows without a report are told once each, below.
    listed = [f for f in findings if f.verdict not in ("blank", "unmatched") and (everything or f.level != "ok")]
    listed.sort(key=lambda f: ("wrong", "look", "open", "ok").index(f.level))
    with console.output():
        terminal.print(summary)
        terminal.print()
        if not listed:
            terminal.print(Text(console.say("verify.nothing"), "green"))
        for finding in listed if everything else listed[:_MOST_LINES]:
            claim = finding.claim
            whose = finding.body.issuer or finding.body.path if finding.body else claim.whose.issuer or claim.whose.file
            head = Text()
            head.append(_verdict(console, finding), _STYLES[finding.level])
            head.append(_shown(f"  {claim.head}  {claim.words or '—'}"), "bold")
            head.append(_shown(f"  {explanation(finding, book, console.lang)}"))
            terminal.print(head, soft_wrap=True)
            terminal.print(Text(f"    {whose} · {_where(console, claim)}", "bright_black"))
            for quote in filter(None, quotes(finding).split("\n")[:2]):
                terminal.print(Text(_shown(f"    {_shortened(quote)}")), soft_wrap=True)
        if not everything and len(listed) > _MOST_LINES:
            terminal.print(Text(console.say("verify.more", count=len(listed) - _MOST_LINES)))
        terminal.print()


def _verdict(console: Console, finding: Finding) -> str:
    """The level too, for terminals without colours; 相符 · 相符 would say it twice."""
    words = [console.say(f"verify.level.{finding.level}"), console.say(f"verify.verdict.{finding.verdict}")]
    return words[1] if words[1].startswith(words[0]) else " · ".join(words)


def _where(console: Console, claim: Claim) -> str:
    words = console.say("verify.cell", cell=claim.cell) if claim.cell else console.say("verify.record", row=claim.row)
    return f"{claim.sheet} {words}".strip()


def _shortened(quote: str) -> str:
    """A sentence around its figure, short enough for a terminal."""
    at = quote.find("【")
    start = max(0, at - 60) if at > 60 else 0
    return ("…" if start else "") + quote[start : start + 140] + ("…" if len(quote) > start + 140 else "")


def _shown(words: str) -> str:
    """Words of tables and reports as a terminal may have them: they may hold its control codes."""
    return "".join(c if c.isprintable() or c == "\u3000" else " " for c in words)
