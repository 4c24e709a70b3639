"""Compares what is read from a file with what is read from the sample's text. For tests only."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

ASPECTS: dict[str, Callable[[dict[str, Any]], Hashable]] = {
    "metrics": lambda m: (m["value"], m["value_to"], m["unit"], m["indicator"], m["role"]),
    "sections": lambda s: (s["kind"], s["level"], s["marker"], "".join((s["title"] or "").split())),
    "dates": lambda d: (d["start"], d["end"], d["granularity"]),
}


@dataclass
class Agreement:
    """How many entries agree, of how many, and the others in words."""

    same: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def compare(
        self, name: str, wanted: dict[str, Any], found: dict[str, Any], added: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Entries in the same order. What stands at `added` only the file has; it is not asked for."""
        for aspect, key in ASPECTS.items():
            ours = [key(entry) for entry in wanted[aspect]]
            theirs = [key(entry) for entry in found[aspect] if not _within(entry["span"], added)]
            matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
            same = sum(block.size for block in matcher.get_matching_blocks())
            self.same[aspect] = self.same.get(aspect, 0) + same
            # What the file alone gives counts against it too.
            self.asked[aspect] = self.asked.get(aspect, 0) + max(len(ours), len(theirs))
            for change, i, j, k, m in matcher.get_opcodes():
                if change != "equal":
                    self.lost.append(f"{name}: {aspect}: {ours[i:j]} became {theirs[k:m]}")

    def share(self, aspect: str | None = None) -> float:
        """The share that agrees, of one aspect or of all."""
        aspects = ASPECTS if aspect is None else (aspect,)
        asked = sum(self.asked.get(a, 0) for a in aspects)
        return sum(self.same.get(a, 0) for a in aspects) / asked if asked else 0.0


def _within(span: list[int], places: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in places)
