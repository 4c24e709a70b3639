"""``--corrections``: files of corrections on their way into the reports of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from fazhi_extract.cli.console import Console
from fazhi_extract.cli.inputs import find_inputs
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import read_data, shown_path

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.review import Correction, Reviewed


class Corrections:
    """The corrections below a path. A file that cannot be applied is told, and the report stays as the program has it."""

    def __init__(self, console: Console, path: str, codes: Collection[str]) -> None:
        """Reads all files. Raises :class:`FazhiError` (E201 and others) where the path itself cannot be read."""
        from fazhi_extract.review import CorrectionFiles

        self._console = console
        self._codes = codes
        self._counts: Counter[str] = Counter()
        self.failed = False
        self._files = CorrectionFiles(self._read(path))

    def _read(self, path: str) -> list[Correction]:
        from fazhi_extract.review import read_correction

        read = []
        for entry in find_inputs([path], (".json",)):
            if entry.error is not None:
                raise FazhiError("E538", path=shown_path(path)) if entry.error.code == "E208" else entry.error
            shown = shown_path(entry.path)
            try:
                correction = read_correction(read_data(entry.path, max_size=None), path=shown)
            except FazhiError as error:
                self._tell(error)
                continue
            if correction.is_empty:
                self._console.note("N164", path=shown)
            else:
                read.append(correction)
        return read

    def apply(self, report: Report) -> Reviewed:
        """The report with its corrections, if there are any that fit it."""
        from fazhi_extract.review import Reviewed, apply

        try:
            correction = self._files.of(report)
            if correction is None:
                return Reviewed(report)
            reviewed = apply(correction, report, self._codes)
        except FazhiError as error:
            self._tell(error)
            return Reviewed(report)
        self._counts.update(review.verdict for review in reviewed.reviews.values())
        self._counts["files"] += 1
        return reviewed

    def finish(self, *, quiet: bool) -> None:
        """Tells of files that no report was found for, and what was applied."""
        for error in self._files.unused():
            self._tell(error)
        if not quiet:
            names = ("files", "confirmed", "corrected", "added", "rejected")
            self._console.tell("review.done", **{name: self._counts[name] for name in names})

    def _tell(self, error: FazhiError) -> None:
        self.failed = True
        self._console.error(error)
