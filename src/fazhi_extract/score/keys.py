"""Answer keys: what a careful reader found in a report, in the format of the annotation guide."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from fazhi_extract.errors import FazhiError

Entry = dict[str, Any]
"""An entry of a key, or of a report, as JSON has it."""

_LISTS = ("metrics", "dates", "sections", "decoys")


@dataclass(frozen=True, slots=True)
class Key:
    """A key. A group that it leaves out (``dates``, say) was not annotated, and is not scored."""

    path: str
    file: str
    """The name of its report."""
    sha256: str | None
    """That of the report's bytes, where the key says so."""
    content: Entry

    def group(self, name: str) -> list[Entry] | None:
        """The entries of a group, ``None`` where it was not annotated."""
        found: list[Entry] | None = self.content.get(name)
        return found


def load_key(data: bytes, *, path: str) -> Key:
    """A key from its JSON. Raises :class:`FazhiError` (E185) for anything else."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FazhiError("E185", path=path, reason="JSON") from error
    reason = _fault(content)
    if reason is not None:
        raise FazhiError("E185", path=path, reason=reason)
    return Key(path, content["file"], content.get("sha256"), content)


def _fault(content: object) -> str | None:
    """The name of the first thing that makes it no key, ``None`` for a key."""
    if not isinstance(content, dict) or "schema_version" in content or not isinstance(content.get("file"), str):
        return "file"
    if not isinstance(content.get("metrics"), list):
        return "metrics"
    for name in _LISTS:
        group = content.get(name, [])
        if not isinstance(group, list):
            return name
        for number, entry in enumerate(group):
            if not isinstance(entry, dict) or not _is_span(entry.get("span")):
                return f"{name}[{number}].span"
    if not isinstance(content.get("metadata", {}), dict):
        return "metadata"
    return None


def _is_span(span: object) -> bool:
    return (
        isinstance(span, list)
        and len(span) == 2
        and all(isinstance(place, int) for place in span)
        and 0 <= span[0] <= span[1]
    )


def is_report_json(data: bytes) -> bool:
    """Whether this is a report that the program wrote, or anything else with a schema of its own, and no key."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and "schema_version" in content
