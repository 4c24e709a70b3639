"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from fazhi_extract.errors import FazhiError

_DRAFT = ".fazhi-"


@contextmanager
def write_whole(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write bytes to, which takes the place of ``path`` when the block ends and not before.

    Missing folders are made. After any exception, Ctrl-C included, ``path`` is as it was.
    Raises :class:`FazhiError` (E301) where the system refuses.
    """
    with replacing(path) as temporary, open(temporary, "wb") as file:
        yield file


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """The name of a file to be made, which takes the place of ``path`` when the block ends; otherwise as above.

    For libraries that want a name rather than an open file.
    """
    # A link's target is replaced, not the link; and a rename is atomic only within one file system.
    target = Path(os.path.realpath(path))
    # The name is short and the same for all targets: file names may already have the longest length allowed.
    temporary = target.with_name(f"{_DRAFT}{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)  # left by a run that was killed, whose number came up again
        try:
            yield temporary
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        raise FazhiError("E301", path=os.fspath(path), reason=error.strerror or str(error)) from error


def remove_drafts(folder: str | os.PathLike[str]) -> None:
    """Removes what runs that were killed have left in a folder; that of a run that is still going stays."""
    with suppress(OSError):
        for path in Path(folder).glob(f"{_DRAFT}*.tmp"):
            process = path.name[len(_DRAFT) : -len(".tmp")]
            if process.isdecimal() and not _is_running(int(process)):
                with suppress(OSError):
                    path.unlink()


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return False  # asking would end it, and a file that it has open cannot be removed anyway
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
