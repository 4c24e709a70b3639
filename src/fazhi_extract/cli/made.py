"""The reports of many inputs, made or read, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from fazhi_extract.batch import Settings, Task, make_all
from fazhi_extract.cli.inputs import Input
from fazhi_extract.cli.reports import stream_reports
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import RESULT_SUFFIXES, Limits

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook import Rulebook

_START = 64
KEY = "E531"
"""What reading an answer key as a report gives."""


def each_report(
    inputs: Sequence[Input],
    *,
    lang: str,
    max_size: int,
    encoding: str | None = None,
    rules: Sequence[str] = (),
    book: Rulebook | None = None,
    jobs: int | None = None,
    advance: Callable[[bool], None] = lambda _failed: None,
) -> Iterator[tuple[Input, Report | FazhiError]]:
    """Each input with its reports: texts are extracted, in ``jobs`` processes, results are read here, one by one.

    ``book`` is what the files ``rules`` give, for what is read here. ``advance`` is called after each input, with whether
    it has failed. Raises :class:`FazhiError` (E4xx) for broken rules.
    """
    texts = [entry for entry in inputs if not _may_be_result(entry)]
    tasks = (Task(number, entry.path, error=entry.error) for number, entry in enumerate(texts))
    settings = Settings(lang, Limits(max_size), encoding, tuple(rules), objects=True)
    with closing(make_all(tasks, settings, count=len(texts), jobs=jobs)) as made:
        due = 0
        for entry in inputs:
            if due < len(texts) and entry is texts[due]:
                due += 1
                outcome = next(made)[1]
                result = outcome.report or outcome.error
                assert result is not None
                yield entry, result
                advance(isinstance(result, FazhiError))
                continue
            failed = False
            for result in stream_reports(entry, encoding, max_size, lang, book):
                failed = failed or isinstance(result, FazhiError)
                yield entry, result
            advance(failed)


def _may_be_result(entry: Input) -> bool:
    """Whether a file may be JSON: by its name, or as it begins. What that is decides who reads it."""
    if entry.error is not None:
        return False
    if entry.path == "-" or entry.path.lower().endswith(RESULT_SUFFIXES):
        return True
    try:
        with open(entry.path, "rb") as file:
            # Byte order marks and the zeros of UTF-16 do not count.
            start = file.read(_START).lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    except OSError:
        return False  # whoever reads it will tell
    return start.startswith(b"{")
