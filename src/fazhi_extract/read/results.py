"""Reading back what the program wrote: one JSON document, or JSON Lines."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING

from fazhi_extract.errors import FazhiError

if TYPE_CHECKING:
    from fazhi_extract.model import Report

RESULT_SUFFIXES = (".json", ".jsonl", ".ndjson")
"""How the names of what ``extract`` wrote end."""


def parse_results(data: bytes, *, path: str) -> list[Report] | None:
    """The reports in ``data``, or ``None`` where it is not JSON, and so perhaps a report itself.

    UTF-8 with or without byte order mark, and UTF-16 with one (PowerShell's ``>``), are read.
    Fields of later minor versions are passed over. Raises :class:`FazhiError` for JSON that is not ours or is damaged.
    """
    text = _decode(data)
    if text is None or not text.lstrip().startswith("{"):
        if path.lower().endswith(RESULT_SUFFIXES):
            raise FazhiError("E501", path=path)
        return None
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        if not (path.lower().endswith(RESULT_SUFFIXES) or '"schema_version"' in text[:200]):
            return None  # prose that happens to open with a bracket
    else:
        return [read_report(whole, path)]
    reports = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise FazhiError("E502", path=path, line=number) from error
            reports.append(read_report(entry, path))
    return reports


def _decode(data: bytes) -> str | None:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def read_report(entry: object, path: str) -> Report:
    """A report from its JSON, parsed. Raises :class:`FazhiError` (E501, E503, E507; E531 for an answer key) for what is none."""
    from pydantic import ValidationError

    from fazhi_extract.model import Report

    if not isinstance(entry, dict) or "schema_version" not in entry:
        # Keys lie beside their reports, and are no damaged results.
        is_key = (
            isinstance(entry, dict) and isinstance(entry.get("file"), str) and isinstance(entry.get("metrics"), list)
        )
        raise FazhiError("E531" if is_key else "E501", path=path)
    version = entry["schema_version"]
    if not isinstance(version, str) or not version.startswith("1."):
        raise FazhiError("E503", path=path, version=version)
    try:
        return Report.model_validate(entry, extra="ignore")
    except ValidationError as error:
        raise FazhiError("E507", path=path, reason=error.errors()[0]["msg"]) from error
