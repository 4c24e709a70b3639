"""The words that stand nearest to a number, and which phrasings each of them belongs to.

More than a hundred thousand words are grouped by three characters: those in front of a number by their last ones, those
behind it by their first ones. A group stays one string until a text has these characters, so that a start reads no more
of them than its text needs; an automaton over all words took longer to build than six reports take to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fazhi_extract.rulebook.phrasings import parse

_KEY_LENGTH = 3
_BAR = "|"  # stands in no word of a phrasing


class _Group(NamedTuple):
    """Words that share a key: their lengths, shortest first, and the numbers of each one's phrasings, as in "3 17"."""

    lengths: tuple[int, ...]
    words: dict[str, str]


class _Table:
    """Words by their keys; `short` are those of one or two characters, `edges` the two characters on the side of the key."""

    __slots__ = ("_at", "_groups", "edges", "short")

    def __init__(self, packed: Mapping[str, str], at: slice) -> None:
        self._groups: dict[str, str | _Group] = dict(packed)
        self._at = at
        self.edges = {key[at] for key in packed}  # small enough for the processor's caches, which all keys are not
        self.short = {key for key in packed if len(key) < _KEY_LENGTH}

    def add(self, key: str, word: str, number: int) -> None:
        group = self.group(key) or _Group((), {})
        group.words[word] = f"{group.words.get(word, '')} {number}".lstrip()
        if len(word) not in group.lengths:
            self._groups[key] = _Group(_lengths(group.words), group.words)
            self.edges.add(key[self._at])
            self.short |= {word} if len(word) < _KEY_LENGTH else set()

    def group(self, key: str) -> _Group | None:
        group = self._groups.get(key)
        if isinstance(group, str):
            parts = group.split(_BAR)
            words = dict(zip(parts[::2], parts[1::2], strict=True))
            group = self._groups[key] = _Group(_lengths(words), words)
        return group

    def numbers(self, key: str, word: str) -> list[int]:
        group = self.group(key)
        return [int(number) for number in group.words.get(word, "").split()] if group else []

    def packed(self) -> dict[str, str]:
        return {
            key: _BAR.join(part for item in group.words.items() for part in item)
            for key in self._groups
            if (group := self.group(key))
        }

    def __iter__(self) -> Iterator[str]:
        for key in self._groups:
            group = self.group(key)
            yield from group.words if group else ()


class WordIndex:
    """Finds the words nearest to the number of numbered phrasings: those that end, or begin, at a place of a text."""

    __slots__ = ("_before", "_behind")

    def __init__(self, packed: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """An empty index, or one like that which gave `packed`."""
        self._before = _Table(packed["before"] if packed else {}, slice(-2, None))
        self._behind = _Table(packed["behind"] if packed else {}, slice(2))

    def add(self, says: Iterable[str], first: int) -> None:
        """Adds phrasings, numbered from `first`, under their words nearest to the number. Raises PhrasingError."""
        for number, say in enumerate(says, first):
            row = parse(say)
            for word in row.before[0].words if row.before else ():
                self._before.add(word[-_KEY_LENGTH:], word, number)
            for word in () if row.before else row.after[0].words:
                self._behind.add(word[:_KEY_LENGTH], word, number)

    def packed(self) -> dict[str, dict[str, str]]:
        """The whole index as strings."""
        return {"before": self._before.packed(), "behind": self._behind.packed()}

    def ending_at(self, text: str, end: int) -> list[str]:
        """The words of phrasings that have them in front of the number which end there in the text, shortest first."""
        table, found = self._before, []
        if (word := text[end - 1 : end]) in table.short:
            found.append(word)
        if end > 1 and (word := text[end - 2 : end]) in table.edges:
            if word in table.short:
                found.append(word)
            if end > 2 and (group := table.group(text[end - 3 : end])):
                words = group.words
                for n in group.lengths:
                    if (word := text[end - n : end]) in words and n <= end:
                        found.append(word)
        return found

    def beginning_at(self, text: str, start: int) -> list[str]:
        """The words of phrasings that have them behind the number which begin there in the text, shortest first."""
        table, found = self._behind, []
        if (word := text[start : start + 1]) in table.short:
            found.append(word)
        if len(word := text[start : start + 2]) == 2 and word in table.edges:
            if word in table.short:
                found.append(word)
            if len(key := text[start : start + 3]) == 3 and (group := table.group(key)):
                words = group.words
                for n in group.lengths:
                    if len(word := text[start : start + n]) == n and word in words:
                        found.append(word)
        return found

    def numbers(self, word: str, behind: bool) -> list[int]:
        """The phrasings that have a word nearest to the number, in front of it or `behind` it, in ascending order."""
        return (
            self._behind.numbers(word[:_KEY_LENGTH], word)
            if behind
            else self._before.numbers(word[-_KEY_LENGTH:], word)
        )

    def __iter__(self) -> Iterator[str]:
        yield from self._before
        yield from self._behind


def _lengths(words: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in words}))
