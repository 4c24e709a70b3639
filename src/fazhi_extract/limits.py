"""How much one text may ask for. Real reports come nowhere near; what is left out for a limit is always noted."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time
from typing import TypeVar

T = TypeVar("T")

MOST_FIGURES = 50_000
"""Figures of one text, and as many dates and citations; each takes up to 20 KiB of memory. Real reports have hundreds."""
_SECONDS = 60.0
_SECONDS_A_CHARACTER = 0.0005  # a hundred times what a real report takes


class Budget:
    """The processor's time that one text may take: a minute, or more for a long one.

    What other programs take does not count, so that a busy machine reads a report as an idle one does.

    Patterns cannot be stopped while they run (the standard library's have no time-out), so they have to take time by
    the length of what they look at, which tests hold them to; the budget is asked between figures.
    """

    __slots__ = ("_end", "seconds")

    def __init__(self, length: int) -> None:
        """Begins now, for a text of `length` characters."""
        self.seconds = max(_SECONDS, length * _SECONDS_A_CHARACTER)
        self._end = thread_time() + self.seconds

    def spent(self) -> bool:
        """Whether the time is over."""
        return thread_time() > self._end


def within_limit(entries: list[T], place: Callable[[T], int], left_out: list[tuple[int, int]]) -> list[T]:
    """The first MOST_FIGURES entries; `left_out` receives where the others begin, and how many they are."""
    if len(entries) > MOST_FIGURES:
        left_out.append((place(entries[MOST_FIGURES]), len(entries) - MOST_FIGURES))
    return entries[:MOST_FIGURES]
