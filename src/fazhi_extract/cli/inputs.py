"""Which reports the arguments of a command mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
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
    text: str | None = None
    """The text, where it stands in a row of a table; the path then names table and row."""
    given: Mapping[str, str | int] | None = None
    """What a list says of the report: fields of ``metadata.given``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which files of folders are taken, by patterns as the shell has them (``*``, ``?``, ``[]``).

    A pattern with a slash is compared with the path below the folder that was named, any other with each name in it.
    """

    include: Sequence[str] = ()
    """Files to take whatever their ending; without any, those that count as reports."""
    exclude: Sequence[str] = ()
    """Files and folders to leave out."""
    suffixes: tuple[str, ...] = SUFFIXES
    """The endings of what counts."""

    def takes(self, place: PurePath) -> bool:
        name = place.name
        if name.startswith((".", "~$")) or _fits(place, self.exclude):
            return False
        return _fits(place, self.include) if self.include else name.lower().endswith(self.suffixes)

    def enters(self, place: PurePath) -> bool:
        return not (place.name.startswith(".") or place.name.endswith("_files") or _fits(place, self.exclude))


def find_inputs(paths: Iterable[str], suffixes: tuple[str, ...] = SUFFIXES) -> list[Input]:
    """The reports that the paths mean, in folders the files with these endings: see :func:`each_input`."""
    return list(each_input(paths, Choice(suffixes=suffixes)))


def each_input(paths: Iterable[str], choice: Choice) -> Iterator[Input]:
    """The reports that the paths mean, one by one: folders walked in sorted order, wildcards expanded.

    In folders, hidden files and folders, ``~$*`` (left by Office) and ``*_files`` (saved with web pages) are skipped.
    Raises :class:`FazhiError` (E111) where standard input is named twice.
    """
    paths = list(paths)
    if paths.count("-") > 1:
        raise FazhiError("E111")
    folders = [path for path in paths if path != "-" and os.path.isdir(path)]
    for path in paths:
        if path == "-":
            yield Input(path, PurePath("stdin"))
        elif path in folders:
            # Two folders may hold files of the same names; one alone gives the shape of the output by itself.
            yield from _folder(path, PurePath(_base_name(path) if len(folders) > 1 else ""), choice)
        elif glob.has_magic(path) and not os.path.lexists(path):
            yield from _wildcards(path, choice)
        else:
            yield Input(path, PurePath(os.path.basename(path)))


def is_many(path: str) -> bool:
    """Whether an argument may stand for several reports."""
    return os.path.isdir(path) or (glob.has_magic(path) and not os.path.lexists(path))


def _folder(folder: str, top: PurePath, choice: Choice) -> Iterator[Input]:
    found = False
    for entry in _walk(folder, PurePath(), choice):
        # Where the folder itself cannot be listed, the failure still needs a name.
        place = top / (entry.place if entry.place.name else _base_name(folder))
        found = True
        yield Input(entry.path, place, entry.error)
    if not found:
        yield Input(folder, top / _base_name(folder), _none_in(folder, choice))


def _none_in(folder: str, choice: Choice) -> FazhiError:
    if choice.include or choice.exclude:
        return FazhiError("E240", path=shown_path(folder))
    return FazhiError("E208", path=shown_path(folder), suffixes=" ".join(choice.suffixes))


def _walk(directory: str, place: PurePath, choice: Choice) -> Iterator[Input]:
    """The files below a directory, names and folders of names in one order; a folder that cannot be listed is a failure."""
    try:
        with os.scandir(directory) as entries:
            # Links to folders are not followed: they may lead in a circle.
            found = sorted((entry.name, entry.is_dir(), entry.is_symlink()) for entry in entries)
    except OSError:
        yield Input(directory, place, FazhiError("E209", path=shown_path(directory)))
        return
    for name, is_folder, is_link in found:
        path, below = os.path.join(directory, name), place / name
        if is_folder:
            if not is_link and choice.enters(below):
                yield from _walk(path, below, choice)
        elif choice.takes(below):
            yield Input(path, below)


def _wildcards(pattern: str, choice: Choice) -> Iterator[Input]:
    """What a pattern means where no shell has expanded it, as on Windows or in quotation marks; ``**`` is any depth."""
    parts = PurePath(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    top = PurePath(*parts[:fixed])
    # Where the last part names no kind of file, what counts in a folder counts here too.
    any_file = parts[-1] in ("*", "**")
    found = False
    for path in sorted(glob.glob(pattern, recursive=True), key=lambda path: PurePath(path).parts):
        place = PurePath(path).relative_to(top)
        if ".." in place.parts:  # no place below an output folder
            place = PurePath(place.name)
        folders = list(place.parents)[:-1]
        if _fits(place, choice.exclude) or not all(map(choice.enters, folders)) or place.name.startswith("~$"):
            continue
        if os.path.isdir(path):
            if "**" in parts or not choice.enters(place):
                continue
            entries = _walk(path, place, choice)
        elif any_file or choice.include:
            entries = iter([Input(path, place)] if choice.takes(place) else [])
        else:
            entries = iter([Input(path, place)])
        for entry in entries:
            found = True
            yield entry
    if not found:
        yield Input(pattern, PurePath("wildcards"), FazhiError("E241", path=shown_path(pattern)))


def _fits(place: PurePath, patterns: Sequence[str]) -> bool:
    # fnmatch ignores case where the system's file names do.
    return any(fnmatch(place.as_posix() if "/" in pattern else place.name, pattern) for pattern in patterns)


def _base_name(folder: str) -> str:
    return os.path.basename(os.path.realpath(folder))
