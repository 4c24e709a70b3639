"""What a person or a pipe gets to see. Data goes to standard output; messages go to standard error, from here alone."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import LANGUAGES, message


class ClosedPipe(Exception):
    """Nobody reads standard output any more (``fazhi … | head``)."""


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams, in the language of the user."""

    lang: str

    def say(self, key: str, **params: object) -> str:
        """A message of the catalogue in the user's language."""
        return message(key, self.lang, **params)

    def error(self, error: FazhiError) -> None:
        """One line on standard error: the code, what happened, where, and the fix."""
        colon = "：" if self.lang == "zh" else ": "
        self._tell(f"{self.say('head.error')} {error.code}{colon}{error.message(self.lang)}")

    def note(self, code: str, **params: object) -> None:
        """One line on standard error about something that is no failure: its code and what happened."""
        colon = "：" if self.lang == "zh" else ": "
        self._tell(f"{self.say('head.note')} {code}{colon}{self.say(code, **params)}")

    def progress(self, key: str, **params: object) -> None:
        """A message about how things go, on standard error, where a person sits in front of it."""
        if sys.stderr.isatty():
            self._tell(self.say(key, **params))

    def say_line(self, words: str) -> None:
        """A line on standard error that goes with the data, such as a closing summary."""
        self._tell(words)

    def tell(self, key: str, **params: object) -> None:
        """A message on standard error that has to be read by whoever reads the errors."""
        self._tell(self.say(key, **params))

    @contextmanager
    def bar(self, total: int, *, quiet: bool, to_file: bool = False) -> Iterator[Callable[[bool], None]]:
        """A progress bar on standard error for ``total`` reports, where a person sits in front of it.

        ``to_file`` tells that the data do not go to standard output. Gives what is to be called after each report, with whether it has failed.
        """
        # Data that scrolls by on the same terminal shows by itself how far things are.
        if quiet or total < 2 or not sys.stderr.isatty() or (sys.stdout.isatty() and not to_file):
            yield lambda _failed: None
            return
        from rich.console import Console as Terminal
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        left = TextColumn("{task.fields[rate]}  {task.fields[left]}  {task.fields[failed]}")
        terminal = Terminal(stderr=True)
        with Progress(
            BarColumn(), MofNCompleteColumn(), left, console=terminal, transient=True, redirect_stdout=False
        ) as progress:
            shown = progress.add_task("", total=total, rate="", left="", failed="")
            failures = 0

            def done(failed: bool) -> None:
                nonlocal failures
                failures += failed
                task = progress.tasks[0]
                rate = self.say("extract.rate", rate=f"{task.speed:.1f}") if task.speed else ""
                remaining = task.time_remaining
                left = "" if remaining is None else self.say("extract.left", time=clock(remaining))
                said = self.say("extract.failures", count=failures) if failures else ""
                progress.update(shown, advance=1, rate=rate, left=left, failed=said)

            yield done

    def interrupted(self) -> None:
        """One line on standard error after Ctrl-C."""
        self._tell(self.say("head.interrupted"))

    def help(self, text: str) -> None:
        """A page of help that nobody asked for, on standard error."""
        sys.stderr.write(text.rstrip() + "\n")

    def write(self, data: bytes) -> None:
        """Bytes to standard output. Raises :class:`ClosedPipe`, or :class:`FazhiError` where the system refuses."""
        with self.output():
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()

    @contextmanager
    def output(self) -> Iterator[None]:
        """Holds for all that writes to standard output: what goes wrong there is told apart from other failures."""
        try:
            yield
        except OSError as error:
            # What is left in the buffer must not fail once more when the interpreter ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            # Windows says EINVAL when the reader of a pipe is gone.
            if error.errno in (errno.EPIPE, errno.EINVAL):
                raise ClosedPipe from error
            raise FazhiError("E301", path="-", reason=error.strerror or str(error)) from error

    @staticmethod
    def _tell(line: str) -> None:
        # File names may hold line feeds and terminal codes.
        sys.stderr.write("".join(c if c.isprintable() or c == "\u3000" else repr(c)[1:-1] for c in line) + "\n")
        sys.stderr.flush()


def clock(seconds: float) -> str:
    """A length of time as people read it: 5:12, 1:03:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def use_utf8() -> None:
    """Makes both streams UTF-8 whatever the terminal's code page, with line feeds as they are written."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def language(arguments: Sequence[str], environment: Mapping[str, str], configured: str | None = None) -> str:
    """The language of messages: ``--lang`` anywhere before ``--``, else ``FAZHI_LANG``, else the configured one, else Chinese.

    It is needed before the arguments are parsed, since their errors are told in it.
    Raises :class:`FazhiError` (E115) for ``--lang`` with anything but ``zh`` and ``en``.
    """
    preferred = environment.get("FAZHI_LANG", "")[:2].lower()
    said = _option(arguments, "--lang") or (preferred if preferred in LANGUAGES else configured or LANGUAGES[0])
    if said not in LANGUAGES:
        raise FazhiError("E115", value=said)
    return said


def configured_language(arguments: Sequence[str]) -> str | None:
    """The language of ``fazhi.toml``, or of the file that ``--config`` names; what is wrong with it is told later."""
    from fazhi_extract.config import NAME, load_config

    path = _option(arguments, "--config")
    if path is None and not os.path.exists(NAME):
        return None
    try:
        return load_config(path).lang
    except FazhiError:
        return None


def _option(arguments: Sequence[str], name: str) -> str | None:
    """The value of an option, before the arguments are parsed; the last one holds."""
    words = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    value = None
    for position, word in enumerate(words):
        if word.startswith(f"{name}="):
            value = word.removeprefix(f"{name}=")
        elif word == name and position + 1 < len(words):
            value = words[position + 1]
    return value
