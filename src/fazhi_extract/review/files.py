"""Files of corrections: what they hold, and which report each belongs to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any

from fazhi_extract.errors import FazhiError

if TYPE_CHECKING:
    from fazhi_extract.model import Report

Entry = dict[str, Any]

VERDICTS = ("confirmed", "corrected", "added")
"""What a review says of an entry of ``metrics``; others nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A file of corrections. Spans are code points of the report's ``source.text``."""

    path: str
    file: str
    """The name of its report's file."""
    sha256: str | None
    """``source.sha256`` of its report."""
    text_sha256: str | None
    """The SHA-256 of ``source.text`` in UTF-8, which spans hang on."""
    kept: tuple[Entry, ...]
    """Reviewed figures that are right now: confirmed, corrected or added."""
    rejected: tuple[Entry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has reviewed anything."""
        return not self.kept and not self.rejected


def read_correction(data: bytes, *, path: str) -> Correction:
    """The corrections in a file. Raises :class:`FazhiError` (E534) for anything else."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FazhiError("E534", path=path, reason="JSON") from error
    if not isinstance(content, dict) or not isinstance(content.get("metrics"), list):
        raise FazhiError("E534", path=path, reason="metrics")
    if not isinstance(content.get("file"), str):
        raise FazhiError("E534", path=path, reason="file")
    for name in ("sha256", "text_sha256"):
        if not isinstance(content.get(name), str | None):
            raise FazhiError("E534", path=path, reason=name)
    kept = _reviewed(content["metrics"], VERDICTS, "metrics", path)
    rejected = _reviewed(content.get("decoys") or [], ("rejected",), "decoys", path)
    return Correction(path, content["file"], content.get("sha256"), content.get("text_sha256"), kept, rejected)


def _reviewed(entries: object, verdicts: tuple[str, ...], group: str, path: str) -> tuple[Entry, ...]:
    if not isinstance(entries, list):
        raise FazhiError("E534", path=path, reason=group)
    for number, entry in enumerate(entries):
        if not isinstance(entry, dict) or not _is_span(entry.get("span")) or not isinstance(entry.get("text"), str):
            raise FazhiError("E534", path=path, reason=f"{group}[{number}]")
        if entry.get("review") not in (None, *verdicts):
            raise FazhiError("E534", path=path, reason=f"{group}[{number}].review")
    return tuple(entry for entry in entries if entry.get("review") is not None)


def _is_span(span: object) -> bool:
    return isinstance(span, list) and len(span) == 2 and all(type(place) is int for place in span) and span[0] < span[1]


class CorrectionFiles:
    """The files of a run, each for one report. What was never asked for is told at the end."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._left: dict[int, Correction] = {}
        self._by_hash: dict[str, list[Correction]] = {}
        self._by_name: dict[str, list[Correction]] = {}
        self._namesakes: dict[str, str] = {}
        for correction in corrections:
            self._left[id(correction)] = correction
            hashes = [one for one in (correction.sha256, correction.text_sha256) if one]
            for one in hashes:
                self._by_hash.setdefault(one, []).append(correction)
            if not hashes:
                self._by_name.setdefault(_name(correction.file), []).append(correction)

    def of(self, report: Report) -> Correction | None:
        """The corrections of a report. Raises :class:`FazhiError` (E537) where two files are about it."""
        name = _name(report.source.path)
        self._namesakes.setdefault(name, report.source.path)
        text = report.source.text
        digests = [report.source.sha256, None if text is None else _digest(text)]
        found = [one for digest in digests if digest for one in self._by_hash.get(digest, ())]
        unique = list({id(one): one for one in (*found, *self._by_name.get(name, ()))}.values())
        for one in unique:
            self._left.pop(id(one), None)
        if len(unique) > 1:
            raise FazhiError("E537", path=unique[1].path, other=unique[0].path, report=report.source.path)
        return unique[0] if unique else None

    def unused(self) -> Iterator[FazhiError]:
        """What to tell of each file that no report was found for: it has another version's, or none at all."""
        for correction in self._left.values():
            namesake = self._namesakes.get(_name(correction.file))
            if namesake is None:
                yield FazhiError("E535", path=correction.path, file=correction.file)
            else:
                yield FazhiError("E536", path=correction.path, report=namesake, reason="sha256")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_differs(correction: Correction, report: Report) -> bool:
    """Whether a file says that it is about another text than the report's."""
    text = report.source.text
    return bool(correction.text_sha256) and text is not None and correction.text_sha256 != _digest(text)


def _name(path: str) -> str:
    return PureWindowsPath(path).name
