"""What ``fazhi table`` reads: the reports of its inputs, with their corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.corrections import Corrections
from fazhi_extract.cli.inputs import Input
from fazhi_extract.cli.made import KEY, each_report
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.review import Reviewed
    from fazhi_extract.rulebook import Rulebook


@dataclass(slots=True)
class TableInputs:
    """The inputs of a run, and how they are to be read."""

    console: Console
    inputs: Sequence[Input]
    named: Sequence[str]
    """The paths that were named outright; other inputs were found in folders."""
    max_size: int
    encoding: str | None
    rules: Sequence[str]
    book: Rulebook | None
    jobs: int | None
    corrections: Corrections | None
    quiet: bool
    _keys: list[str] = field(default_factory=list)

    def results(self, advance: Callable[[bool], None]) -> Iterator[tuple[str, Reviewed | FazhiError]]:
        """Each report with its path, or what kept it from being read. Keys that lie in a folder are passed over.

        ``advance`` is called after each input, with whether it has failed.
        """
        from fazhi_extract.review import Reviewed

        found = each_report(
            self.inputs, lang=self.console.lang, max_size=self.max_size, encoding=self.encoding, rules=self.rules,
            book=self.book, jobs=self.jobs, advance=advance,
        )  # fmt: skip
        for entry, result in found:
            path, judged = _judged(entry, result)
            if not isinstance(judged, FazhiError):
                yield path, Reviewed(judged) if self.corrections is None else self.corrections.apply(judged)
            elif judged.code == KEY and entry.path not in self.named:
                self._keys.append(path)
            else:
                yield path, judged

    def finish(self) -> bool:
        """Tells what was passed over and what became of the corrections; whether any of these failed."""
        if self._keys and not self.quiet:
            more = " …" if len(self._keys) > 1 else ""
            self.console.note("N162", count=len(self._keys), first=self._keys[0], more=more)
        if self.corrections is None:
            return False
        self.corrections.finish(quiet=self.quiet)
        return self.corrections.failed


def _judged(entry: Input, result: Report | FazhiError) -> tuple[str, Report | FazhiError]:
    """A result with the path it goes by. A report that was none when it was made is an error."""
    if isinstance(result, FazhiError):
        if result.is_usage:
            raise result
        return shown_path(entry.path), result
    path = result.source.path or shown_path(entry.path)
    return path, result if result.error is None else FazhiError("E506", path=path, reason=result.error.code)
