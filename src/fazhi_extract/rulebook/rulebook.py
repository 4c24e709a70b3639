"""The rulebook: the indicators in force and an index of their words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import ahocorasick

from fazhi_extract.errors import FazhiError
from fazhi_extract.rulebook.indicators import Indicator, Phrasing, load
from fazhi_extract.rulebook.lexicon import RULES


@dataclass(slots=True)
class Rulebook:
    """Indicators by code, in their files' order, with one automaton over all words of their phrasings.

    `hits` finds all words in one pass; `left` and `right` tell which phrasings have a word nearest to the number.
    """

    indicators: dict[str, Indicator]
    files: list[tuple[str, str]] = field(default_factory=list)  # (name, sha256)
    left: dict[str, list[Phrasing]] = field(default_factory=dict)
    right: dict[str, list[Phrasing]] = field(default_factory=dict)
    fitting: dict[tuple[object, ...], tuple[Phrasing, ...]] = field(default_factory=dict, repr=False)
    _automaton: ahocorasick.Automaton | None = None

    @classmethod
    def default(cls) -> Rulebook:
        """The package's own rules, read once."""
        return _default()

    @classmethod
    def load(cls, paths: Sequence[str | Path] = ()) -> Rulebook:
        """The package's rules and the user's files `paths` on top. Raises FazhiError (E4xx) for a broken file."""
        book = _builtin()
        for path in paths:
            file = Path(path)
            added = load(file, str(file))
            book.files.append((file.name, hashlib.sha256(file.read_bytes()).hexdigest()))
            for indicator in added:
                if indicator.code in book.indicators:
                    raise FazhiError("E407", path=str(file), code=indicator.code)
                book.indicators[indicator.code] = indicator
        book._index()
        return book

    def _index(self) -> None:
        automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
        words: set[str] = set()
        for indicator in self.indicators.values():
            for phrasing in indicator.phrasings:
                near, table = (
                    (phrasing.row.before[0], self.left) if phrasing.row.before else (phrasing.row.after[0], self.right)
                )
                for word in near.words:
                    table.setdefault(word, []).append(phrasing)
                    words.add(word)
        for word in sorted(words):
            automaton.add_word(word, word)
        automaton.make_automaton()
        self._automaton = automaton

    def hits(self, text: str) -> list[tuple[int, int, str]]:
        """All words of the rules in a text as (start, end, word), by their end, longest first."""
        assert self._automaton is not None
        return [(end + 1 - len(word), end + 1, word) for end, word in self._automaton.iter(text)]


def _builtin() -> Rulebook:
    book = Rulebook({})
    digest = hashlib.sha256()
    folder = RULES / "indicators"
    names = sorted(
        p.name for p in folder.iterdir() if p.name.endswith(".toml") and not p.name.endswith(".examples.toml")
    )
    for name in names:
        _merge(book, load(folder / name, name), name)
        digest.update((folder / name).read_bytes())
    for name in sorted(p.name for p in RULES.iterdir() if p.is_file()):
        digest.update((RULES / name).read_bytes())
    book.files.append(("builtin", digest.hexdigest()))
    return book


def _merge(book: Rulebook, indicators: Iterable[Indicator], name: str) -> None:
    for indicator in indicators:
        if indicator.code in book.indicators:
            raise FazhiError("E407", path=name, code=indicator.code)
        book.indicators[indicator.code] = indicator


@cache
def _default() -> Rulebook:
    return Rulebook.load()
