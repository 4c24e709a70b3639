"""From reports to a site: each gets its page at once, the index is written when all are in."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import LANGUAGES, message
from fazhi_extract.page import Why, page_name, render
from fazhi_extract.page.document import embedded
from fazhi_extract.site.document import write_index
from fazhi_extract.site.payload import cells_and_sentences, report_line
from fazhi_extract.table.collect import Collector, Options
from fazhi_extract.table.keys import Key
from fazhi_extract.table.panel import Panel
from fazhi_extract.table.rows import Row

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook import Rulebook

PAGES = "reports"
"""The folder of the pages of single reports, beside the index."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """Where a report's cells and sentences wait in the temporary file."""

    number: int
    cells: tuple[int, int]
    """Offset and length."""
    sentences: tuple[int, int]


class Site:
    """Takes reports and failures, as the tables do, and fills a folder. Use as a context, for its temporary files.

    A report without its text has a line in the index and no page. ``note`` is told what stays out of the panel and why, as
    the :class:`~fazhi_extract.table.Collector` tells it.
    """

    def __init__(
        self,
        folder: Path,
        book: Rulebook,
        lang: str,
        note: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        self.indicators = book.indicators
        self.lang = lang
        self.panel = Panel(book.indicators, lang)
        self.numbers: dict[Key, int] = {}
        """Numbers of the columns, in the order in which they were met."""
        self.lines: list[dict[str, Any]] = []
        """What the index says of each report."""
        self.inputs: list[dict[str, Any]] = []
        """What became of each input, in order."""
        self.spooled: dict[str, Spooled] = {}
        """By report id: where the rest of it is."""
        self.pages = 0
        """How many reports have a page."""
        self.unshown: list[FazhiError] = []
        """Why the others have none."""
        self._folder = folder
        self._book = book
        self._note = note
        self._said: dict[str, str] | None = None
        self._spool = tempfile.TemporaryFile()  # noqa: SIM115
        self._collector = Collector(
            _Accounts(self), self.panel, Options(book.indicators, lang, "code"), self._take_note
        )

    def __enter__(self) -> Site:
        (self._folder / PAGES).mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.panel.__exit__(kind, error, trace)
        with suppress(OSError):
            self._spool.close()

    @property
    def rows(self) -> int:
        """How many reports have a row in the panel."""
        return self._collector.rows

    @property
    def apart(self) -> int:
        """How many reports have none."""
        return self._collector.apart

    def add(self, report: Report, why: Why | None = None) -> None:
        """Takes a report that is none of the failed ones; the same bytes a second time are an entry of the list alone.

        ``why`` has what led to each figure, for the report's page.
        """
        self._collector.add(report)
        entry = self.inputs[-1]
        if entry["status"] == "duplicate":
            return
        number = entry["report"] = len(self.lines)
        self.lines.append({"page": self._page(report, why), **report_line(report)})
        cells, sentences = cells_and_sentences(
            report, self.indicators, lambda key: self.numbers.setdefault(key, len(self.numbers))
        )
        self.spooled[report.report_id or ""] = Spooled(number, self._put(cells), self._put(sentences))

    def add_failure(self, path: str, error: FazhiError) -> None:
        """Takes an input that gave no report."""
        self._said = {lang: error.message(lang) for lang in LANGUAGES}
        self._collector.add_failure(path, error)

    def finish(self) -> None:
        """Writes the index. Raises :class:`FazhiError` (E301) where the system refuses."""
        self._collector.finish()
        with open(self._folder / "index.html", "wb") as file:
            write_index(self, file.write)

    def read(self, place: tuple[int, int]) -> bytes:
        """What was put into the temporary file."""
        offset, length = place
        self._spool.seek(offset)
        return self._spool.read(length)

    def account(self, path: str, status: str, code: str | None) -> None:
        """Takes what became of an input; why, in both languages, came just before."""
        entry = {
            "path": path,
            "status": status,
            "code": code,
            "said": self._said and [self._said[x] for x in LANGUAGES],
        }
        self.inputs.append(entry)
        self._said = None

    def _page(self, report: Report, why: Why | None) -> str | None:
        """Writes the page of a report and gives its address from the index."""
        try:
            page = render(report, book=self._book, lang=self.lang, why=why, index="../index.html")
        except FazhiError as error:
            self.unshown.append(error)
            return None
        except Exception as error:
            if os.environ.get("FAZHI_DEBUG"):
                raise
            self.unshown.append(FazhiError("E901", path=report.source.path, reason=type(error).__name__))
            return None
        name = f"{PAGES}/{page_name(report)}"
        (self._folder / name).write_bytes(page.encode())
        self.pages += 1
        return name

    def _put(self, data: object) -> tuple[int, int]:
        encoded = embedded(data).encode()
        return self._spool.seek(0, 2), self._spool.write(encoded)

    def _take_note(self, code: str, **fields: object) -> None:
        self._said = {lang: message(code, lang, **fields) for lang in LANGUAGES}
        self._note(code, **fields)


class _Accounts:
    """The tables' writer, of which a site needs only what became of each input."""

    tables: tuple[str, ...] = ("inputs",)
    wants_panel = True

    def __init__(self, site: Site) -> None:
        self._site = site

    def add(self, table: str, rows: Iterable[Row]) -> None:
        for _, path, status, _, code, _ in rows:
            self._site.account(str(path), str(status), None if code is None else str(code))

    def finish(self, panel: Panel) -> None:
        """Has nothing to do: the site writes its index itself."""
