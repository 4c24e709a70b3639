"""The lines of a TOML file that an error is about; the parser forgets them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi_extract.lazy import lazy_pattern

_ENTRY = r"(?m)^[ \t]*\[\[[ \t]*(indicator|example)[ \t]*\]\]"
_PLACE = lazy_pattern(r" ?\((?:at line (\d+), column \d+|at end of document)\)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A file (`name` as shown), its text, and the entry in it: the `number`-th `[[kind]]`, counted from 0."""

    name: str
    text: str
    kind: str = ""
    number: int = 0

    def line(self, *words: str) -> int:
        """The line (from 1) of the entry on which the first of `words` that it holds stands; else its first line.

        A word that ends in = is a key.
        """
        start, end = self._entry()
        for word in words:
            pattern = rf"(?m)(?:^|[{{,\s]){re.escape(word[:-1])}[ \t]*=" if word.endswith("=") else re.escape(word)
            found = re.compile(pattern).search(self.text, start, end) if word else None
            if found:
                at = found.end() - 1 if word.endswith("=") else found.start()
                return self.text.count("\n", 0, at) + 1
        return self.text.count("\n", 0, start) + 1

    def whole(self) -> Place:
        """The file of the entry."""
        return Place(self.name, self.text)

    def _entry(self) -> tuple[int, int]:
        heads = list(re.finditer(_ENTRY, self.text)) if self.kind else []
        mine = [i for i, m in enumerate(heads) if m[1] == self.kind]
        if self.number >= len(mine):  # written in another way
            return 0, len(self.text)
        i = mine[self.number]
        start = heads[i].end() - len(heads[i].group().lstrip())
        return start, heads[i + 1].start() if i + 1 < len(heads) else len(self.text)


def broken_line(reason: str, text: str) -> tuple[int, str]:
    """The line that a message of the TOML parser names (the last one, where it names the end), and its other words."""
    m = _PLACE.search(reason)
    line = int(m[1]) if m and m[1] else text.count("\n") + 1
    return line, _PLACE.sub("", reason)
