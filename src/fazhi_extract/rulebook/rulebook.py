"""The rulebook: the indicators in force and an index of their words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fazhi_extract.collector import uncollected
from fazhi_extract.errors import FazhiError
from fazhi_extract.rulebook.cache import remembered
from fazhi_extract.rulebook.indicators import Indicator, Phrasing, RuleFile, build, read
from fazhi_extract.rulebook.lexicon import RULES
from fazhi_extract.rulebook.word_index import WordIndex

_PACKAGE = files("fazhi_extract")
_READERS = ("rulebook.py", "indicators.py", "phrasings.py", "word_index.py")


@dataclass(slots=True)
class Rulebook:
    """Indicators by code, in their files' order, and an index of the words nearest to the number in their phrasings."""

    indicators: dict[str, Indicator]
    files: list[tuple[str, str]]  # (name, sha256)
    words: WordIndex
    fitting: dict[tuple[object, ...], dict[str, tuple[Any, ...]]] = field(default_factory=dict, repr=False)
    _phrasings: list[Phrasing | None] = field(default_factory=list, repr=False)  # None: disabled or replaced
    _frequencies: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def default(cls) -> Rulebook:
        """The package's own rules, read once."""
        return _default()

    @classmethod
    def load(cls, paths: Sequence[str | Path] = ()) -> Rulebook:
        """The package's rules and the user's files `paths` on top. Raises FazhiError (E4xx) for a broken file."""
        with uncollected():
            return cls._load(paths)

    @classmethod
    def _load(cls, paths: Sequence[str | Path]) -> Rulebook:
        digest, data = _builtin()
        builtin = {entry["code"]: build(entry) for entry in data["entries"]}
        loaded = [("builtin", digest)]
        indicators = dict(builtin)
        for path in paths:
            file = Path(path)
            said = read(file, str(file))
            loaded.append((file.name, hashlib.sha256(file.read_bytes()).hexdigest()))
            _add(indicators, said, builtin)
        phrasings: list[Phrasing | None] = []
        for code, indicator in builtin.items():
            kept = indicators.get(code) is indicator
            phrasings += indicator.phrasings if kept else [None] * len(indicator.phrasings)
        words = WordIndex(data["words"])
        for code, indicator in indicators.items():
            if builtin.get(code) is not indicator:
                words.add((p.say for p in indicator.phrasings), len(phrasings))
                phrasings += indicator.phrasings
        return cls(indicators, loaded, words, _phrasings=phrasings, _frequencies=data["frequencies"])

    def frequency(self, character: str) -> int:
        """How often a character stands in the words of the package's phrasings."""
        return self._frequencies.get(character, 0)

    def phrasings(self, word: str, behind: bool = False) -> list[Phrasing]:
        """Those that have a word nearest to the number, in front of it or `behind` it, in the order they were loaded in."""
        found = (self._phrasings[number] for number in self.words.numbers(word, behind))
        return [phrasing for phrasing in found if phrasing is not None]


def _add(indicators: dict[str, Indicator], file: RuleFile, builtin: Iterable[str]) -> None:
    """Puts a user's file on top. New codes must stay out of the domains of the `builtin` ones."""
    domains = {code.split(".")[0] for code in builtin}
    for code in file.disable:
        if code not in indicators:
            near = ", ".join(get_close_matches(code, indicators, 3)) or "fazhi indicators"
            line = file.place(0).whole().line(code)
            raise FazhiError("E411", path=file.name, line=line, code=code, near=near)
        del indicators[code]
    seen: set[str] = set()
    for number, entry in enumerate(file.entries):
        code, replaces = entry["code"], entry.get("replaces", False)
        line = file.place(number).line("code=")
        if code in seen:
            raise FazhiError("E414", path=file.name, line=line, code=code)
        if code in indicators and not replaces:
            raise FazhiError("E407", path=file.name, line=line, code=code)
        if replaces and code not in indicators:
            near = ", ".join(get_close_matches(code, indicators, 3)) or "fazhi indicators"
            raise FazhiError("E411", path=file.name, line=line, code=code, near=near)
        if code not in indicators and code.split(".")[0] in domains:
            raise FazhiError("E410", path=file.name, line=line, code=code, domain=code.split(".")[0])
        seen.add(code)
        indicators[code] = build(entry)


@cache
def _builtin() -> tuple[str, dict[str, Any]]:
    """The package's rules: their hash, their entries, and which phrasings (by number) stand under which word."""
    folder = RULES / "indicators"
    names = sorted(
        p.name for p in folder.iterdir() if p.name.endswith(".toml") and not p.name.endswith(".examples.toml")
    )
    digest = hashlib.sha256()
    for name in names:
        digest.update((folder / name).read_bytes())
    for name in sorted(p.name for p in RULES.iterdir() if p.is_file()):
        digest.update((RULES / name).read_bytes())
    sha256 = digest.hexdigest()
    for name in _READERS:  # what is stored depends on the program too
        digest.update((_PACKAGE / "rulebook" / name).read_bytes())
    return sha256, remembered(
        "indicators", digest.hexdigest(), lambda: _worked_out([read(folder / name, name) for name in names])
    )


def _worked_out(files: Sequence[RuleFile]) -> dict[str, Any]:
    seen: set[str] = set()
    for file in files:
        for number, entry in enumerate(file.entries):
            if entry["code"] in seen:
                line = file.place(number).line("code=")
                raise FazhiError("E407", path=file.name, line=line, code=entry["code"])
            seen.add(entry["code"])
    entries = [entry for file in files for entry in file.entries]
    words = WordIndex()
    words.add((one if isinstance(one, str) else one["say"] for entry in entries for one in entry["phrasings"]), 0)
    return {"entries": entries, "words": words.packed(), "frequencies": Counter("".join(words))}


@cache
def _default() -> Rulebook:
    return Rulebook.load()
