"""The command line ``fazhi``: one file per verb; :mod:`fazhi_extract.cli.console` alone writes to standard error."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from fazhi_extract import __version__
from fazhi_extract.cli.console import ClosedPipe, Console, configured_language, language, use_utf8
from fazhi_extract.errors import FazhiError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status.

    0 all inputs gave a report, 1 at least one did not, 2 wrong usage, 130 interrupted.
    A reader that closes the pipe ends it quietly.
    """
    if arguments is not None:
        return _main(arguments)
    # The program's own process. Loading it makes half a million objects, all of which stay: to look through them for
    # cycles again and again, and once more at the end, would take a quarter of the time.
    gc.set_threshold(50_000, 20, 50)
    # pydantic looks through all installed distributions for plugins, which a program of its own has no use for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return _main(None)
    finally:
        gc.freeze()


def _main(arguments: Sequence[str] | None) -> int:
    words = list(sys.argv[1:] if arguments is None else arguments)
    use_utf8()
    console = Console(language([], os.environ))
    try:
        console = Console(language(words, os.environ, configured_language(words)))
        if words[:1] == ["--version"]:
            console.write(f"fazhi-extract {__version__}\n".encode())
            return 0
        from fazhi_extract.cli.app import run  # only now: Typer takes longer to load than the answer above to give

        status = run(arguments, console)
    except FazhiError as error:
        console.error(error)
        return 2 if error.is_usage else 1
    except ClosedPipe:
        return 0
    except KeyboardInterrupt:
        status = 130
    if status == 130:
        console.interrupted()
    return status
