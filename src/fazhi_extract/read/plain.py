"""Plain text: decoded, and nothing else."""

from __future__ import annotations

from fazhi_extract.read.decode import decode
from fazhi_extract.read.reading import Limits, Reading


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The text of the bytes, unchanged. Raises :class:`FazhiError` where no encoding fits."""
    text, codec = decode(data, path=path, encoding=encoding)
    return Reading("text", text, "text/plain", codec)
