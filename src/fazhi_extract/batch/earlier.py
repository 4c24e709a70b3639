"""Results of an earlier run: where they lie, and whether they still hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Segment:
    """Some bytes of a file: a line of JSON Lines, or a whole file where ``length`` is ``None``."""

    path: str
    start: int = 0
    length: int | None = None


def read_segment(segment: Segment) -> bytes:
    """The bytes of a segment. Raises ``OSError``."""
    with open(segment.path, "rb") as file:
        file.seek(segment.start)
        return file.read(-1 if segment.length is None else segment.length)


def read_earlier(segment: Segment | None, fingerprint: str) -> tuple[bytes, dict[str, Any]] | None:
    """The bytes of an earlier result and what they hold, if it was made from what has this ``fingerprint``.

    ``None`` where there is no such result, or no whole one: it is then made anew.
    """
    if segment is None:
        return None
    try:
        data = read_segment(segment)
        payload = json.loads(data)
        return (data, payload) if payload["tool"]["fingerprint"] == fingerprint else None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
