"""Patterns that are compiled when they are first used.

A report meets half of the program's patterns, and compiling all of them takes a quarter of the time that one report
takes from start to end: a set of Chinese characters costs `re` a tenth of a millisecond.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class LazyPattern:
    """Stands for a compiled pattern: its methods are those of `re.Pattern`, which is made with the first that is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """A method or property of the compiled pattern, kept so that the next look-up finds it without this. Raises re.error."""
        if name.startswith("_"):
            raise AttributeError(name)  # copy and pickle ask before anything is set
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r})"


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(pattern, flags)` gives, but compiled with its first use, which is also where a fault in it shows."""
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
