"""Which reports the arguments of a command mean."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path

SUFFIXES = (
    ".txt", ".text", ".md", ".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".docx", ".docm", ".pdf",
    ".doc", ".wps", ".rtf", ".odt",
)  # fmt: skip
"""What counts as a report in a folder. A file that is named outright is read whatever its ending."""


@dataclass(frozen=True, slots=True)
class Input:
    """A report to be read: its path, and its place below the folder that was named (its name alone for a file)."""

    path: str
    place: PurePath
    error: FazhiError | None = None
    """Why the path cannot stand for any report."""


def find_inputs(paths: Iterable[str], suffixes: tuple[str, ...] = SUFFIXES) -> list[Input]:
    """The reports that the paths mean, folders walked in sorted order for files with these endings.

    Hidden files and folders, ``~$*`` (left by Office) and ``*_files`` (saved with web pages) are skipped.
    Raises :class:`FazhiError` (E111) where standard input is named twice.
    """
    paths = list(paths)
    if paths.count("-") > 1:
        raise FazhiError("E111")
    folders = [path for path in paths if path != "-" and os.path.isdir(path)]
    found: list[Input] = []
    for path in paths:
        if path == "-":
            found.append(Input(path, PurePath("stdin")))
        elif path in folders:
            # Two folders may hold files of the same names; one alone gives the shape of the output by itself.
            top = PurePath(os.path.basename(os.path.realpath(path)) if len(folders) > 1 else "")
            found += _walk(path, top, suffixes)
        else:
            found.append(Input(path, PurePath(os.path.basename(path))))
    return found


def _walk(folder: str, top: PurePath, suffixes: tuple[str, ...]) -> list[Input]:
    found: list[Input] = []
    denied: list[OSError] = []
    for directory, names, files in os.walk(folder, onerror=denied.append):
        names[:] = sorted(name for name in names if not (name.startswith(".") or name.endswith("_files")))
        below = top / os.path.relpath(directory, folder)
        found += [
            Input(os.path.join(directory, name), below / name) for name in sorted(files) if _counts(name, suffixes)
        ]
    for error in denied:
        path = str(error.filename)
        place = top / os.path.relpath(path, folder) if path != folder else top / os.path.basename(path)
        found.append(Input(path, place, FazhiError("E209", path=shown_path(path))))
    if not found:
        name = os.path.basename(os.path.realpath(folder))
        found.append(
            Input(folder, top / name, FazhiError("E208", path=shown_path(folder), suffixes=" ".join(SUFFIXES)))
        )
    return sorted(found, key=lambda entry: PurePath(entry.path).parts)


def _counts(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes) and not name.startswith((".", "~$"))
