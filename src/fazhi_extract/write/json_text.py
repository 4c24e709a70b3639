"""Reports as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fazhi_extract.model import Report


def to_json(report: Report, *, compact: bool, with_text: bool = True) -> bytes:
    """The report as UTF-8 JSON that ends in a line feed.

    ``compact`` gives one line, as JSON Lines need it, otherwise two spaces of indentation;
    without ``with_text`` the key ``source.text`` is left out.
    """
    left_out = None if with_text else {"source": {"text"}}
    return report.model_dump_json(indent=None if compact else 2, exclude=left_out).encode() + b"\n"
