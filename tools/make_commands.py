"""Writes the reference of the command line, docs/commands.md and docs/commands.en.md, from the program itself.

    python tools/make_commands.py [--check]

With ``--check`` nothing is written; the exit status is 1 where a page is not what the program says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import typer

from fazhi_extract.cli.app import PROGRAM, application
from fazhi_extract.cli.console import Console
from fazhi_extract.cli.page import page
from fazhi_extract.messages import LANGUAGES, message

DOCS = Path(__file__).resolve().parent.parent / "docs"
NAMES = {"zh": "commands.md", "en": "commands.en.md"}
HEADS = {
    "zh": (
        "# 命令\n\n[English](commands.en.md)\n\n本页由 `make docs` 根据程序自身的帮助生成，请不要手改。",
        "## 退出码\n\n0 全部得到结果；1 至少一份没有得到结果（其余照常写出），或检查发现了问题；2 用法、配置或规则文件有误，"
        "什么都没有处理；130 被中断（Ctrl-C）。",
    ),
    "en": (
        "# Commands\n\n[中文](commands.md)\n\nThis page is made by `make docs` from the program's own help; do not edit it by hand.",
        "## Exit status\n\n0 all inputs gave a result; 1 at least one did not (the others are written), or a check found "
        "something; 2 wrong usage, configuration or rule file, and nothing was processed; 130 interrupted (Ctrl-C).",
    ),
}


def reference(lang: str) -> str:
    """The whole page in a language."""
    command: Any = typer.main.get_command(application())
    first, last = HEADS[lang]
    return "\n\n".join([first, *_sections(command, PROGRAM, None, lang), last]) + "\n"


def _sections(command: Any, name: str, parent: Any, lang: str) -> Iterator[str]:
    context = typer.Context(command, info_name=name, parent=parent, obj=Console(lang))
    content = page(command, context, partial(message, lang=lang))
    yield f"## {context.command_path}"
    yield f"```text\n{content.usage}\n```"
    yield from map(_prose, content.texts)
    for head, rows in content.lists:
        table = [f"| {head} | |", "|---|---|", *(f"| `{_cell(name)}` | {_cell(_prose(text))} |" for name, text in rows)]
        yield "\n".join(table)
    if content.end:
        yield f"```text\n{content.end}\n```"
    for verb, child in getattr(command, "commands", {}).items():
        yield from _sections(child, verb, context, lang)


def _prose(text: str) -> str:
    """Words of the help that Markdown would take for marks of its own."""
    return text.replace("*", "\\*").replace("<", "\\<")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main(arguments: list[str]) -> int:
    """Writes the pages, or tells which are not up to date."""
    stale = []
    for lang in LANGUAGES:
        target, text = DOCS / NAMES[lang], reference(lang)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            stale.append(target.name)
            if "--check" not in arguments:
                target.write_text(text, encoding="utf-8", newline="\n")
    print(" ".join(stale) or "up to date")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
