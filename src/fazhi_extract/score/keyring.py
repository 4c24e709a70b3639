"""Which report belongs to which key: by the hash of its bytes where the key has one, else by the name of its file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import PureWindowsPath

from fazhi_extract.errors import FazhiError
from fazhi_extract.score.keys import Entry, Key
from fazhi_extract.score.report import compare
from fazhi_extract.score.tally import Tally

Note = tuple[str, dict[str, object]]
"""A code of the catalogue with its fields."""


class KeyRing:
    """The keys, and the reports that were scored with them, each once."""

    def __init__(self, keys: Sequence[Key]) -> None:
        """Raises :class:`FazhiError` (E191) for two keys of one report."""
        self._by_name = {name: [k for k in keys if _name(k.file) == name] for name in {_name(k.file) for k in keys}}
        self._by_hash = {key.sha256: key for key in keys if key.sha256}
        self._keys = list(keys)
        for same in self._by_name.values():
            if len(same) > 1 and len({key.sha256 for key in same} - {None}) < len(same):
                raise FazhiError("E191", path=same[1].path, other=same[0].path, file=same[0].file)
        self._reports: dict[int, str] = {}
        """The report that a key was used for."""
        self.scored: dict[str, Tally] = {}
        """By the report's path, in the order of the reports."""

    def may_want(self, name: str, path: str) -> bool:
        """Whether a file can be a report with a key, before it is read as one: results are, others by name or hash."""
        if name == "-" or name.lower().endswith((".json", ".jsonl", ".ndjson")) or name in self._by_name:
            return True
        if not self._by_hash:
            return False
        try:
            with open(path, "rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() in self._by_hash
        except OSError:
            return True  # reading it will tell

    def score(self, path: str, report: Entry) -> Iterator[FazhiError | Note]:
        """Scores a report, where it has a key; gives what is wrong about that."""
        key, other_version = self._find(_name(path), report["source"].get("sha256"))
        if other_version is not None:
            yield FazhiError("E533", path=other_version.path, report=path)
        if key is None:
            return
        if id(key) in self._reports:
            yield "N161", {"path": path, "answer": key.path, "other": self._reports[id(key)]}
            return
        self._reports[id(key)] = path
        self.scored[path] = compare(key, report)

    def fail(self, path: str) -> None:
        """Scores a report that could not be read: it has found nothing."""
        for key in self._by_name.get(_name(path), [])[:1]:
            if id(key) not in self._reports:
                self._reports[id(key)] = path
                self.scored[path] = compare(key, None)

    def left(self) -> list[Key]:
        """The keys whose report was not among the inputs."""
        return [key for key in self._keys if id(key) not in self._reports]

    def _find(self, name: str, sha256: str | None) -> tuple[Key | None, Key | None]:
        """The key of a report; or the one that would be it, but is about another version of the file."""
        if sha256 in self._by_hash:
            return self._by_hash[sha256], None
        named = self._by_name.get(name, [])
        plain = [key for key in named if key.sha256 is None]
        if plain:
            return plain[0], None
        return None, named[0] if named else None


def _name(path: str) -> str:
    return PureWindowsPath(path).name
