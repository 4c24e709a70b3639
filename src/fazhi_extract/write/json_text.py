"""Reports as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fazhi_extract.model import Report

_INDENT = 2


def to_json(report: Report, *, compact: bool, with_text: bool = True) -> bytes:
    """The report as UTF-8 JSON that ends in a line feed.

    ``compact`` gives one line, as JSON Lines need it, otherwise two spaces of indentation;
    without ``with_text`` the key ``source.text`` is left out.
    """
    left_out = None if with_text else {"source": {"text"}}
    return report.model_dump_json(indent=None if compact else _INDENT, exclude=left_out).encode() + b"\n"


def with_notes(data: bytes, notes: Sequence[dict[str, Any]]) -> bytes:
    """What :func:`to_json` gave, with more notes: the same bytes as if the report had had them.

    They are put in where they belong, at the very end, since reading and writing the whole takes a hundred times longer.
    """
    if not notes:
        return data
    compact = data.count(b"\n") == 1
    body = data.removesuffix(b"]}\n" if compact else b"]\n}\n")
    if len(body) == len(data):
        raise ValueError("this JSON does not end in a list of notes")
    if compact:
        added = ",".join(json.dumps(note, ensure_ascii=False, separators=(",", ":")) for note in notes)
        return body + (b"" if body.endswith(b"[") else b",") + added.encode() + b"]}\n"
    added = ",".join("\n" + _indented(json.dumps(note, ensure_ascii=False, indent=_INDENT)) for note in notes)
    return body.rstrip() + (b"" if body.endswith(b"[") else b",") + f"{added}\n{' ' * _INDENT}]\n}}\n".encode()


def _indented(text: str) -> str:
    margin = " " * 2 * _INDENT
    return "\n".join(margin + line for line in text.split("\n"))
