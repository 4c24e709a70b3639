"""The reports that a path stands for: a text to be read, or what ``extract`` wrote."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from fazhi_extract.cli.inputs import Input
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import parse_results, read_bytes, read_data, shown_path

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
