"""The words that stand nearest to a number, and which phrasings each of them belongs to.

More than a hundred thousand words are grouped by their last three characters, and a group stays one string until a text
has these characters: a start reads no more of them than its text needs. An automaton over all words goes over a text in
half the time, but building it takes longer than reading six reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import add
from typing import NamedTuple

from fazhi_extract.rulebook.phrasings import parse

_ENDING = 3
_BAR = "|"  # stands in no word of a phrasing

Hit = tuple[int, str, bool]
"""A word in a text: the index of its last character, the word, and whether a phrasing has it behind its number."""


class _Group(NamedTuple):
    """Words with one ending: their lengths, longest first, and the phrasings of each, as in "3 17>5".

    These are numbers: of the phrasings that have the word in front of N, then of those that have it behind.
    """

    lengths: tuple[int, ...]
    words: dict[str, str]


class WordIndex:
    """Finds the words nearest to the number of numbered phrasings, in time that grows with the text alone."""

    __slots__ = ("_groups", "_pairs", "_short")

    def __init__(self, packed: Mapping[str, str] | None = None) -> None:
        """An empty index, or one like that which gave `packed`."""
        self._groups: dict[str, str | _Group] = dict(packed or {})
        self._pairs = {ending[-2:] for ending in self._groups}  # what no word ends with need not be looked at
        self._short = {ending: self._follows(ending) for ending in self._groups if len(ending) < _ENDING}

    def add(self, says: Iterable[str], first: int) -> None:
        """Adds phrasings, numbered from `first`, under their words nearest to the number. Raises PhrasingError."""
        for number, say in enumerate(says, first):
            row = parse(say)
            near, behind = (row.before[0], False) if row.before else (row.after[0], True)
            for word in near.words:
                ending = word[-_ENDING:]
                group = self._group(ending) or _Group((), {})
                sides = _sides(group.words.get(word, ">"))
                sides[behind] = f"{sides[behind]} {number}".lstrip()
                group.words[word] = ">".join(sides)
                if len(word) not in group.lengths:
                    self._groups[ending] = _Group(_lengths(group.words), group.words)
                    self._pairs.add(ending[-2:])
                if len(word) < _ENDING:
                    self._short[word] = self._follows(word)

    def packed(self) -> dict[str, str]:
        """The whole index as strings, by ending."""
        return {
            ending: _BAR.join(part for item in group.words.items() for part in item)
            for ending in self._groups
            if (group := self._group(ending))
        }

    def hits(self, text: str, windows: Iterable[tuple[int, int]] | None = None) -> list[Hit]:
        """The words in a text in the order of their ends, the longest first.

        `windows`: spans of the text in order and without overlaps, where not all of it matters.
        """
        found: list[Hit] = []
        groups, pairs, short = self._groups, self._pairs, self._short
        for first, last in [(0, len(text))] if windows is None else windows:
            if text[first : first + 1] in short:
                found.append((first, text[first], short[text[first]]))
            behind = text[first + 1 : last]
            for at, (pair, character) in enumerate(zip(map(add, text[first:last], behind), behind), first + 1):  # noqa: B905
                if pair in pairs:
                    ending = text[at - 2 : at + 1]
                    if ending in groups and at - 2 >= first:
                        group = groups[ending]
                        lengths, words = self._unpacked(ending, group) if isinstance(group, str) else group
                        for length in lengths:
                            word = text[at + 1 - length : at + 1]
                            if word in words and at + 1 - length >= first:
                                found.append((at, word, words[word][-1] != ">"))
                    if pair in short:
                        found.append((at, pair, short[pair]))
                if character in short:
                    found.append((at, character, short[character]))
        return found

    def numbers(self, word: str, behind: bool) -> list[int]:
        """The phrasings that have a word nearest to the number, in front of it or `behind` it, in ascending order."""
        group = self._group(word[-_ENDING:])
        said = group.words.get(word, ">") if group else ">"
        return [int(number) for number in _sides(said)[behind].split()]

    def __iter__(self) -> Iterator[str]:
        for ending in self._groups:
            group = self._group(ending)
            yield from group.words if group else ()

    def _follows(self, word: str) -> bool:
        return bool(self.numbers(word, behind=True))

    def _group(self, ending: str) -> _Group | None:
        group = self._groups.get(ending)
        return self._unpacked(ending, group) if isinstance(group, str) else group

    def _unpacked(self, ending: str, packed: str) -> _Group:
        parts = packed.split(_BAR)
        words = dict(zip(parts[::2], parts[1::2], strict=True))
        group = self._groups[ending] = _Group(_lengths(words), words)
        return group


def _sides(said: str) -> list[str]:
    before, _, behind = said.partition(">")
    return [before, behind]


def _lengths(words: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in words}, reverse=True))
