"""What every reader hands over: the text, and where pages, blocks and furniture stand.

A reader is a function of the file's bytes that returns a :class:`Reading` or raises :class:`FazhiError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_SIZE = 16 * 1024 * 1024
"""How many bytes a report may have unless the caller allows more. Real reports have some ten thousand."""
MAX_PAGES = 1000
"""How many pages a PDF may have unless the caller allows more."""
TIME_LIMIT = 120.0
"""How many seconds a PDF may take, and another program that converts a file, unless the caller allows more."""
_UNPACKED = 4
"""How many times the allowed size a packed file may have when unpacked."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may ask for."""

    size: int = MAX_SIZE
    """Bytes of the file."""
    pages: int = MAX_PAGES
    """Pages of a PDF."""
    seconds: float = TIME_LIMIT
    """Time for the pages of a PDF, or for another program."""

    @property
    def unpacked(self) -> int:
        """Bytes of what is unpacked from the file."""
        return self.size * _UNPACKED


@dataclass(frozen=True, slots=True)
class Page:
    """A page, counted from 1, and the span of the text that stands on it."""

    number: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or the like and its span; of a table's cell also where it stands, all counted from 1."""

    kind: str
    span: tuple[int, int]
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A page number (``page-number``), running head (``header``) or foot (``footer``) that the text leaves out."""

    kind: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about the reading: a note of the report, but for its sentence."""

    code: str
    severity: str = "info"
    params: Mapping[str, object] = field(default_factory=dict)
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file."""

    reader: str
    text: str
    media_type: str
    encoding: str | None = None
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    remarks: tuple[Remark, ...] = ()


def size_words(size: int) -> str:
    """A number of bytes as people read it."""
    for factor, unit in ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB")):
        if size >= factor:
            return f"{size / factor:.4g} {unit}"
    return f"{size} B"
