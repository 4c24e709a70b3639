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

import ahocorasick

from fazhi_extract.collector import uncollected
from fazhi_extract.errors import FazhiError
from fazhi_extract.rulebook.cache import remembered
from fazhi_extract.rulebook.indicators import Indicator, Phrasing, RuleFile, build, read
from fazhi_extract.rulebook.lexicon import RULES
from fazhi_extract.rulebook.phrasings import parse

_PACKAGE = files("fazhi_extract")
_READERS = ("rulebook.py", "indicators.py", "phrasings.py")


@dataclass(frozen=True, slots=True)
class Words:
    """Which phrasings have a word nearest to the number. `numbers` has their places in `phrasings`, as in "3 17"."""

    phrasings: list[Phrasing | None]  # None: disabled or replaced
    numbers: dict[str, str]

    def of(self, word: str) -> list[Phrasing]:
        """The phrasings of a word, in the order in which they were loaded."""
        found = (self.phrasings[int(n)] for n in self.numbers.get(word, "").split())
        return [phrasing for phrasing in found if phrasing is not None]


@dataclass(slots=True)
class Rulebook:
    """Indicators by code, in their files' order, with one automaton over all words of their phrasings.

    `hits` finds all words in one pass; `left` and `right` tell which phrasings have a word nearest to the number.
    """

    indicators: dict[str, Indicator]
    files: list[tuple[str, str]]  # (name, sha256)
    left: Words
    right: Words
    fitting: dict[tuple[object, ...], dict[str, tuple[Any, ...]]] = field(default_factory=dict, repr=False)
    _automaton: ahocorasick.Automaton | None = None
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
        left, right = _unpacked(data["left"]), _unpacked(data["right"])
        for code, indicator in indicators.items():
            if builtin.get(code) is not indicator:
                _index((p.say for p in indicator.phrasings), len(phrasings), left, right)
                phrasings += indicator.phrasings
        return cls(
            indicators, loaded, Words(phrasings, left), Words(phrasings, right),
            _automaton=_compiled(left | right), _frequencies=data["frequencies"],
        )  # fmt: skip

    def frequency(self, character: str) -> int:
        """How often a character stands in the words of the package's phrasings."""
        return self._frequencies.get(character, 0)

    def hits(self, text: str, windows: Iterable[tuple[int, int]] | None = None) -> list[tuple[int, str]]:
        """The words of the rules in a text, each with the index of its last character, in that order, longest first.

        `windows`: spans of the text in order and without overlaps, where not all of it matters.
        """
        assert self._automaton is not None
        found: list[tuple[int, str]] = []
        for first, last in [(0, len(text))] if windows is None else windows:
            # pyahocorasick does not look whether the end lies behind the text: it would read memory that is not the text's.
            found += self._automaton.iter(text, first, min(last, len(text)))
        return found


def _compiled(words: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
    for word in words:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


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


def _index(says: Iterable[str], first: int, left: dict[str, str], right: dict[str, str]) -> None:
    """Adds phrasings, numbered from `first`, under their words nearest to the number."""
    for number, say in enumerate(says, first):
        row = parse(say)
        near, table = (row.before[0], left) if row.before else (row.after[0], right)
        for word in near.words:
            table[word] = f"{table[word]} {number}" if word in table else str(number)


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
    left: dict[str, str] = {}
    right: dict[str, str] = {}
    said = [one for entry in entries for one in entry["phrasings"]]
    _index((one if isinstance(one, str) else one["say"] for one in said), 0, left, right)
    frequencies = dict(Counter("".join(left) + "".join(right)))
    return {"entries": entries, "left": _packed(left), "right": _packed(right), "frequencies": frequencies}


def _packed(table: dict[str, str]) -> list[str]:
    """Two long strings, which JSON reads faster than a table; | stands in no word of a phrasing."""
    return ["|".join(table), "|".join(table.values())]


def _unpacked(packed: list[str]) -> dict[str, str]:
    words, numbers = packed
    return dict(zip(words.split("|"), numbers.split("|"), strict=True))


@cache
def _default() -> Rulebook:
    return Rulebook.load()
