"""The reports that a path stands for: a text to be read, or what ``extract`` wrote."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fazhi_extract.cli.inputs import Input
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import (
    Document,
    from_text,
    opened,
    parse_results,
    read_bytes,
    read_data,
    shown_path,
    stream_results,
)

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook import Rulebook


def reports_of(
    entry: Input, encoding: str | None, limit: int, lang: str, rulebook: Rulebook | None = None
) -> list[Report]:
    """The reports that a path stands for. Raises :class:`FazhiError`, also for faults of the program."""
    if entry.error is not None:
        raise entry.error
    try:
        # Results may be larger than any report: the limit is for reports.
        data = read_data(entry.path, max_size=limit if entry.path == "-" else None)
        reports = parse_results(data, path=shown_path(entry.path))
        if reports is None:
            from fazhi_extract.pipeline import extract_document

            document = read_bytes(data, path=entry.path, encoding=encoding, max_size=limit)
            reports = [extract_document(document, lang=lang, rulebook=rulebook)]
        return reports
    except FazhiError:
        raise
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        raise FazhiError("E901", path=shown_path(entry.path), reason=type(error).__name__) from error


def stream_reports(
    entry: Input, encoding: str | None, limit: int, lang: str, rulebook: Rulebook | None = None
) -> Iterator[Report | FazhiError]:
    """The reports that a path stands for, one at a time; in place of one that cannot be read, what kept it from that."""
    if entry.error is not None:
        yield entry.error
        return
    try:
        with opened(entry.path) as file:
            found = stream_results(file, path=shown_path(entry.path), max_size=limit)
            if not isinstance(found, bytes):
                yield from found
                return
        from fazhi_extract.pipeline import extract_document

        document = read_bytes(found, path=entry.path, encoding=encoding, max_size=limit)
        yield extract_document(document, lang=lang, rulebook=rulebook)
    except FazhiError as error:
        yield error
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        yield FazhiError("E901", path=shown_path(entry.path), reason=type(error).__name__)


def documents_of(entry: Input, encoding: str | None, limit: int) -> list[Document]:
    """The texts that a path stands for, to be read anew: a report's own, or those that ``extract`` wrote with it.

    Raises :class:`FazhiError`, also for a report without its text (E504).
    """
    if entry.error is not None:
        raise entry.error
    data = read_data(entry.path, max_size=limit if entry.path == "-" else None)
    path = shown_path(entry.path)
    reports = parse_results(data, path=path)
    if reports is None:
        return [read_bytes(data, path=entry.path, encoding=encoding, max_size=limit)]
    return [document_of(report, path) for report in reports]


def document_of(report: Report, path: str) -> Document:
    """The text of a report that ``extract`` wrote into the file ``path``. Raises :class:`FazhiError` where it has none."""
    if report.error is not None:
        raise FazhiError("E506", path=path, reason=report.error.code)
    if report.source.text is None:
        raise FazhiError("E504", path=path)
    return from_text(report.source.text, path=report.source.path)
