"""Completion of the shell: ``fazhi --install-completion``, ``fazhi --show-completion``, and the answers to its Tab key.

Typer has the scripts for bash, zsh, fish and PowerShell and puts them where each looks; what is said is ours.
"""

from __future__ import annotations

import os
from pathlib import PurePath

import typer

from fazhi_extract.cli.console import Console
from fazhi_extract.errors import FazhiError

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def prepare() -> None:
    """Makes ready for answering the shell, where it is the shell that has called the program."""
    if "_FAZHI_COMPLETE" in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


def show(console: Console) -> None:
    """Prints the script for the shell that the program was called from. Raises :class:`FazhiError` (E238)."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    script = get_completion_script(prog_name="fazhi", complete_var="_FAZHI_COMPLETE", shell=_shell("--show-completion"))
    console.write(f"{script}\n".encode())


def install(console: Console) -> None:
    """Puts the script where the shell finds it. Raises :class:`FazhiError` (E238, E301)."""
    from typer.completion import install as put  # type: ignore[attr-defined]

    shell = _shell("--install-completion")
    try:
        _, path = put(shell, "fazhi", "_FAZHI_COMPLETE")
    except (OSError, typer.Exit) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FazhiError("E301", path=getattr(error, "filename", None) or "~", reason=reason) from error
    console.write((console.say("completion.installed", shell=shell, path=path) + "\n").encode())


def _shell(option: str) -> str:
    """The shell that has called the program, else the one that ``SHELL`` names."""
    import shellingham

    try:
        found = str(shellingham.detect_shell()[0]).lower()
    except shellingham.ShellDetectionFailure:
        found = PurePath(os.environ.get("SHELL", "")).stem.lower()
    if found not in SHELLS:
        raise FazhiError("E238", shell=found or "?", shells=", ".join(SHELLS), option=option)
    return found
