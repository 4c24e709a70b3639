"""Where the reports of a command go."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import Input
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path
from fazhi_extract.write import to_json, write_whole

if TYPE_CHECKING:
    from fazhi_extract.model import Report

Sink = Callable[[Input, "Report"], FazhiError | None]
"""Takes the report of an input; gives back what kept it from being written, where the others can go on."""


@contextmanager
def open_sink(
    console: Console,
    inputs: list[Input],
    output: str | None,
    *,
    one: bool,
    compact: bool | None,
    with_text: bool,
    rows: Callable[[Report], bytes] | None = None,
) -> Iterator[Sink]:
    """Where the reports go: standard output, a file (there when the block ends), or a folder.

    ``one`` tells that a single report was asked for; ``compact`` is the user's wish, ``None`` for none; ``rows`` makes
    lines of figures in place of reports.
    Raises :class:`FazhiError` for an output that cannot hold these inputs.
    """
    separators = ("/", os.sep)
    if output is not None and (output.endswith(separators) or os.path.isdir(output)):
        if rows is not None:
            raise FazhiError("E153", option="--rows", path=shown_path(output))
        folder = output
        names = {id(entry): os.path.join(folder, name) for entry, name in output_names(inputs)}

        def into_folder(entry: Input, report: Report) -> FazhiError | None:
            try:
                with write_whole(names[id(entry)]) as file:
                    file.write(to_json(report, compact=bool(compact), with_text=with_text))
            except FazhiError as error:
                return error
            return None

        yield into_folder
        return
    lines = not one if output is None else _is_lines(output, inputs)
    if rows is not None and output is not None and not lines:
        raise FazhiError("E153", option="--rows", path=shown_path(output))
    if (lines or rows) and compact is False:
        raise FazhiError("E114")

    def encoded(report: Report) -> bytes:
        if rows is not None:
            return rows(report)
        return to_json(report, compact=lines or bool(compact), with_text=with_text)

    if output is None:
        yield lambda _, report: console.write(encoded(report))
    else:
        with write_whole(output) as file:

            def into_file(_: Input, report: Report) -> None:
                file.write(encoded(report))

            yield into_file


def _is_lines(output: str, inputs: list[Input]) -> bool:
    """Whether an output file holds JSON Lines. Raises :class:`FazhiError` for a file that cannot hold the result."""
    ending = os.path.splitext(output)[1].lower()
    if ending not in (".json", ".jsonl", ".ndjson"):
        raise FazhiError("E109", path=shown_path(output))
    if any(os.path.realpath(entry.path) == os.path.realpath(output) for entry in inputs):
        raise FazhiError("E113", path=shown_path(output))
    if ending == ".json" and len(inputs) != 1:
        raise FazhiError("E108", path=shown_path(output))
    return ending != ".json"


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
