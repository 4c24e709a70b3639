"""Which reports the arguments of a command mean."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path

SUFFIXES = (".txt", ".text", ".md")
"""What counts as a report in a folder. A file that is named outright is read whatever its ending."""


@dataclass(frozen=True, slots=True)
class Input:
    """A report to be read: its path, and its place below the folder that was named (its name alone for a file)."""

    path: str
    place: PurePath
    error: FazhiError | None = None
    """Why the path cannot stand for any report."""


def find_inputs(paths: Iterable[str]) -> list[Input]:
    """The reports that the paths mean, folders walked in sorted order.

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
            found += _walk(path, top)
        else:
            found.append(Input(path, PurePath(os.path.basename(path))))
    return found


def _walk(folder: str, top: PurePath) -> list[Input]:
    found: list[Input] = []
    denied: list[OSError] = []
    for directory, names, files in os.walk(folder, onerror=denied.append):
        names[:] = sorted(name for name in names if not (name.startswith(".") or name.endswith("_files")))
        below = top / os.path.relpath(directory, folder)
        found += [Input(os.path.join(directory, name), below / name) for name in sorted(files) if _counts(name)]
    for error in denied:
        path = str(error.filename)
        place = top / os.path.relpath(path, folder) if path != folder else top / os.path.basename(path)
        found.append(Input(path, place, FazhiError("E209", path=shown_path(path))))
    if not found:
        name = os.path.basename(os.path.realpath(folder))
        found.append(Input(folder, top / name, FazhiError("E208", path=shown_path(folder))))
    return sorted(found, key=lambda entry: PurePath(entry.path).parts)


def _counts(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$"))


def output_names(inputs: Iterable[Input]) -> Iterator[tuple[Input, PurePath]]:
    """For each input the ``.json`` file, below the output folder, that its report goes into.

    The ending of the input is replaced, or kept where two inputs differ by it alone; names still equal are numbered.
    Names count as the same where a file system that ignores case would say so.
    """
    inputs = list(inputs)
    short = [entry.place.with_suffix(".json") if entry.place.suffix else _add_json(entry.place) for entry in inputs]
    uses: dict[str, int] = {}
    for name in short:
        uses[_folded(name)] = uses.get(_folded(name), 0) + 1
    taken: set[str] = set()
    for entry, name in zip(inputs, short, strict=True):
        if uses[_folded(name)] > 1:
            name = _add_json(entry.place)
        unique, number = name, 1
        while _folded(unique) in taken:
            number += 1
            unique = name.with_name(f"{name.stem}-{number}.json")
        taken.add(_folded(unique))
        yield entry, unique


def _add_json(place: PurePath) -> PurePath:
    return place.with_name(f"{place.name or 'report'}.json")


def _folded(name: PurePath) -> str:
    return str(name).casefold()
