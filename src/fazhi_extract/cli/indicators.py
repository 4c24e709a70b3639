"""``fazhi indicators``: what the figures of a report can be."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.settings import ConfigFile, Rules, chosen_rules
from fazhi_extract.cli.usage import Lang, no_more_arguments
from fazhi_extract.errors import FazhiError

if TYPE_CHECKING:
    from fazhi_extract.rulebook.indicators import Indicator, Phrasing


def indicators(
    context: typer.Context,
    word: Annotated[str | None, typer.Argument(metavar="[CODE|WORD]", help="help.indicators.word")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="help.indicators.json")] = False,
    rules: Rules = None,
    config: ConfigFile = None,
    lang: Lang = None,
) -> None:
    """Lists the indicators, those that hold a word, or explains one."""
    from fazhi_extract.rulebook import Rulebook

    no_more_arguments(context)
    console: Console = context.obj
    book = chosen_rules(rules, config) or Rulebook.default()
    found = _found(list(book.indicators.values()), word)
    if as_json:
        data = [_entry(indicator) for indicator in found]
        console.write((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())
    elif len(found) == 1:
        console.write(_page(console, found[0]).encode())
    else:
        _print_table(console, found)


def _found(known: Sequence[Indicator], word: str | None) -> list[Indicator]:
    """The indicator of a code, those of a domain, or those with a word. Raises :class:`FazhiError` (E117) for none."""
    if word is None:
        return list(known)
    exact = [i for i in known if i.code == word] or [i for i in known if i.code.split(".")[0] == word.rstrip(".")]
    wanted = word.casefold()
    found = exact or [i for i in known if wanted in "\n".join((i.code, i.zh, i.en, i.definition)).casefold()]
    found = found or [i for i in known if any(word in w for p in i.phrasings for w in _words(p))]
    if not found:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(word, [i.code for i in known], 3)) or "fazhi indicators"
        raise FazhiError("E117", word=word, near=near)
    return found


def _words(phrasing: Phrasing) -> list[str]:
    return [word for piece in (*phrasing.row.before, *phrasing.row.after) for word in piece.words]


def _entry(i: Indicator) -> dict[str, Any]:
    return {
        "code": i.code, "zh": i.zh, "en": i.en, "definition": i.definition, "definition_en": i.definition_en,
        "tier": i.tier, "dimension": i.dimension, "units": sorted(i.units), "unitless": i.unitless,
        "attributes": {key: True if values is None else list(values) for key, values in i.attributes.items()},
        "not": list(i.blocked_by), "not_about": list(i.not_about),
        "phrasings": [
            {
                "rule": p.rule, "say": p.say, "units": sorted(p.units) if p.narrowed else None, "when": list(p.when),
                "unless": list(p.unless), "set": dict(p.sets),
            }
            for p in i.phrasings
        ],
    }  # fmt: skip


def _name(console: Console, i: Indicator) -> str:
    return (i.en or i.zh) if console.lang == "en" else i.zh


def _print_table(console: Console, found: Sequence[Indicator]) -> None:
    rows = [(i.code, _name(console, i), i.tier, console.say(f"dimension.{i.dimension}")) for i in found]
    if not sys.stdout.isatty():
        # Tabs: programs take the columns apart.
        console.write("".join("\t".join(row) + "\n" for row in rows).encode())
        return
    from rich.console import Console as Terminal
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in ("code", "name", "tier", "dimension"):
        table.add_column(console.say(f"indicators.{head}"))
    for before, row in zip((None, *rows), rows, strict=False):
        if before is not None and before[0].split(".")[0] != row[0].split(".")[0]:
            table.add_row()
        table.add_row(*row)
    with console.output():
        Terminal(file=sys.stdout, highlight=False).print(table)
        sys.stdout.write(console.say("indicators.count", count=len(rows)) + "\n")


def _page(console: Console, i: Indicator) -> str:
    """One indicator in detail."""
    definition = (i.definition_en or i.definition) if console.lang == "en" else i.definition
    lines = [f"{i.code}  {i.zh}" + (f"  {i.en}" if i.en else "")]
    if definition:
        lines.append(definition)
    lines.append("")
    facts = [
        ("tier", console.say(f"tier.{i.tier}")),
        ("dimension", console.say(f"dimension.{i.dimension}")),
        ("units", " ".join(sorted(i.units)) + (f" {console.say('indicators.unitless')}" if i.unitless else "")),
        *((key, "…" if values is None else " ".join(values)) for key, values in i.attributes.items()),
        ("not", " ".join(i.blocked_by)),
        ("not_about", " ".join(i.not_about)),
    ]
    lines += [f"{_head(console, key)}{'：' if console.lang == 'zh' else ': '}{text}" for key, text in facts if text]
    lines += ["", console.say("indicators.phrasings")]
    for p in i.phrasings:
        lines.append(f"  #{p.rule.rsplit('#', 1)[1]}  {p.say}")
        conditions = [
            ("when", " ".join(p.when)),
            ("unless", " ".join(p.unless)),
            ("units", " ".join(sorted(p.units)) if p.narrowed else ""),
            ("set", " ".join(f"{key}={value}" for key, value in p.sets)),
        ]
        lines += [f"      {console.say(f'indicators.{key}')} {text}" for key, text in conditions if text]
    return "\n".join(lines) + "\n"


def _head(console: Console, key: str) -> str:
    """A fact's name; attributes go by the name that the JSON uses."""
    return console.say(f"indicators.{key}") if key in ("tier", "dimension", "units", "not", "not_about") else key
