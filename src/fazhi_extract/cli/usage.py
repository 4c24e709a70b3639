"""What the verbs have in common: options, and Typer's complaints about wrong usage in our own words."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from fazhi_extract.errors import FazhiError
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import LANGUAGES

HELP_OPTION: dict[str, Any] = {"help_option_names": ["-h", "--help"]}

Lang = Annotated[
    str | None, typer.Option("--lang", metavar="zh|en", help="help.lang", autocompletion=lambda: list(LANGUAGES))
]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="help.encoding")]
MaxSize = Annotated[str, typer.Option("--max-size", metavar="SIZE", help="help.max_size")]
MaxPages = Annotated[int, typer.Option("--max-pages", metavar="N", min=1, help="help.max_pages")]

_SIZE = lazy_pattern(r"(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?", re.IGNORECASE)
_FACTORS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def parse_size(words: str) -> int:
    """``64M`` and the like in bytes (K, M, G are powers of 1024). Raises :class:`FazhiError` (E105)."""
    match = _SIZE.fullmatch(words.strip())
    size = int(float(match[1]) * _FACTORS[match[2].upper()]) if match else 0
    if size < 1:
        raise FazhiError("E105", option="--max-size", value=words)
    return size


def above_zero(option: str, words: str | None, *, example: str) -> float | None:
    """The number that an option asks for, ``None`` where it is not given. Raises :class:`FazhiError` (E142)."""
    if words is None:
        return None
    try:
        number = float(words)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise FazhiError("E142", option=option, value=words, example=example)
    return number


Jobs = Annotated[str | None, typer.Option("-j", "--jobs", metavar="N", help="help.extract.jobs")]


def parse_jobs(words: str | None) -> int | None:
    """The number of processes that ``--jobs`` asks for, ``None`` where it is not given. Raises :class:`FazhiError` (E142)."""
    number = above_zero("--jobs", words, example="4")
    return None if number is None else max(1, int(number))


def no_more_arguments(context: typer.Context) -> None:
    """Raises :class:`FazhiError` (E112) for arguments that the verb does not know."""
    if context.args:
        raise FazhiError("E112", detail=" ".join(context.args), line=usage_line(context))


def usage_line(context: Any) -> str:
    """How a command is called, on one line."""
    command = context.command
    words = ["COMMAND"] if hasattr(command, "commands") else []
    words += [p.metavar or p.name for p in command.get_params(context) if p.param_type_name == "argument"]
    return " ".join([context.command_path, *words, "[OPTIONS]"])


def quoted(words: Sequence[str]) -> str:
    """A command line that the user's shell takes as these words."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def usage_error(error: typer.TyperException) -> FazhiError:
    """Typer's complaint as a coded error."""
    context = getattr(error, "ctx", None)
    line = usage_line(context) if context is not None else "fazhi --help"
    parameter = getattr(error, "param", None)
    option = getattr(error, "option_name", None)
    if hasattr(error, "possibilities"):
        near = " ".join(sorted(error.possibilities or ())) or f"{context.command_path if context else 'fazhi'} --help"
        return FazhiError("E104", option=option, near=near)
    if option is not None:
        return FazhiError("E107", option=option, line=line)
    if hasattr(error, "param_type") and parameter is not None:  # a parameter is missing
        return FazhiError("E103", name=parameter.metavar or parameter.name, line=line)
    return FazhiError("E100", detail=error.format_message())
