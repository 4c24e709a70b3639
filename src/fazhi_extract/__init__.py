"""Extracts the figures of Chinese yearly rule-of-law reports (法治政府建设年度报告), each with its exact place.

The names below are the whole public API. They are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from fazhi_extract.errors import FazhiError
    from fazhi_extract.model import Report
    from fazhi_extract.pipeline import mentions
    from fazhi_extract.rulebook import Rulebook

__version__ = "0.1.0"

__all__ = ["FazhiError", "Report", "Rulebook", "__version__", "extract", "extract_file", "mentions"]

_HOMES = {
    "FazhiError": "fazhi_extract.errors",
    "Report": "fazhi_extract.model",
    "Rulebook": "fazhi_extract.rulebook",
    "mentions": "fazhi_extract.pipeline",
}


def extract(text: str, *, name: str = "", rulebook: Rulebook | None = None) -> Report:
    """Reads a report from its text.

    ``name`` is shown as ``source.path``. Spans of the result are half-open ranges of code points in ``text``.
    Any ``str`` gives a report, an empty one too. ``rulebook`` has rules of one's own: ``Rulebook.load(["my.toml"])``.
    """
    from fazhi_extract.pipeline import extract_document
    from fazhi_extract.read import from_text

    return extract_document(from_text(text, path=name), rulebook=rulebook)


def extract_file(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    max_size: int | None = None,
    max_pages: int | None = None,
    timeout: float | None = None,
    rulebook: Rulebook | None = None,
) -> Report:
    """Reads a report from a file: plain text, a web page, a Word file, a PDF, or what LibreOffice can open.

    ``encoding`` is found out unless it is given; files over ``max_size`` bytes (16 MiB) and PDFs over ``max_pages`` (1000)
    are refused, and so is what takes longer than ``timeout`` seconds (120) to read; ``rulebook`` as above.
    Raises :class:`FazhiError` for what cannot be read.
    """
    from fazhi_extract.pipeline import extract_document
    from fazhi_extract.read import MAX_PAGES, MAX_SIZE, TIME_LIMIT, read_path

    document = read_path(
        path,
        encoding=encoding,
        max_size=MAX_SIZE if max_size is None else max_size,
        max_pages=MAX_PAGES if max_pages is None else max_pages,
        timeout=TIME_LIMIT if timeout is None else timeout,
    )
    return extract_document(document, rulebook=rulebook)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
