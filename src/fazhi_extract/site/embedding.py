"""Data inside a page: nothing in a report, a file name or a rule file can end its script element or run."""

from __future__ import annotations

import json

_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def embedded(data: object) -> bytes:
    """JSON for the inside of ``<script type="application/json">``, as UTF-8.

    ``<``, ``>``, ``&`` and the line separators of Unicode are escaped, and so is half of a surrogate pair (a file name
    that is no UTF-8 holds some), which no UTF-8 can hold.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPES).encode("utf-8", "backslashreplace")


def script_element(name: str, data: bytes) -> bytes:
    """A block of data under an id that is ours, never a report's."""
    return b'<script type="application/json" id="' + name.encode("ascii") + b'">' + data + b"</script>\n"
