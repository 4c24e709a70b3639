"""The phrasing language of the indicator rules: literal words, `N` for the number, `…` for a gap, (a|b)? for variants.

Small on purpose: a phrasing is a row of pieces, each a finite set of literal words, so that matching is linear
whatever the text. Quotation marks are left out of phrasings as they are left out of the text they are matched on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

MOST_WORDS = 400
QUOTES = str.maketrans("", "", "“”‘’\"'「」『』")


class PhrasingError(ValueError):
    """A phrasing that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Alternative words for one place.

    `gap`: whether other text may stand between it and what is nearer to N; `optional`: whether it may be missing.
    """

    words: tuple[str, ...]
    gap: bool
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A phrasing's pieces: those in front of the number, nearest first, and those behind it, nearest first."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@lru_cache(maxsize=None)
def parse(say: str) -> Row:
    """Reads a phrasing. Raises PhrasingError for unbalanced brackets, no or several N, or too many variants."""
    plain = say.translate(QUOTES).replace("(", "(").replace("（", "(").replace("）", ")").replace(" ", "")
    parts = plain.split("N")
    if len(parts) != 2:
        raise PhrasingError(f"N must stand exactly once, it stands {len(parts) - 1} times")
    before = [_piece(p) if p else None for p in parts[0].split("…")]
    after = [_piece(p) if p else None for p in parts[1].split("…")]
    row = Row(_near_first(before[::-1]), _near_first(after))
    if not row.before and not row.after:
        raise PhrasingError("there are no words beside N")
    return row


def _near_first(words: list[tuple[str, ...] | None]) -> tuple[Piece, ...]:
    """Pieces in the order from N outwards; an empty first place means that a gap touches N."""
    pieces: list[Piece] = []
    gap = False
    first = next((i for i, w in enumerate(words) if w), None)
    if first is not None and words[first] and "" in words[first] and any(words[first + 1 :]):
        words = [None, *words[first + 1 :]]  # what is nearest to N and may be missing says nothing
    for i, alternatives in enumerate(words):
        if alternatives is None:
            if i not in (0, len(words) - 1):
                raise PhrasingError("there is nothing between two gaps")
            gap = True
            continue
        optional = "" in alternatives
        if optional and not pieces:
            raise PhrasingError("the words nearest to N cannot all be optional")
        pieces.append(Piece(tuple(w for w in alternatives if w), gap or i > 0, optional))
        gap = False
    return tuple(pieces)


def _piece(text: str) -> tuple[str, ...]:
    words, end = _alternatives(text, 0)
    if end != len(text):
        raise PhrasingError("a bracket is closed that was not opened")
    found = sorted(set(words), key=lambda w: (-len(w), w))
    if len(found) > MOST_WORDS:
        raise PhrasingError(f"{len(found)} variants in one place; split the phrasing (at most {MOST_WORDS})")
    return tuple(found)


def _alternatives(text: str, at: int) -> tuple[list[str], int]:
    """Reads `a|b…` up to a closing bracket or the end; returns all variants."""
    variants: list[str] = []
    row = [""]
    while at < len(text):
        char = text[at]
        if char == "(":
            inner, at = _alternatives(text, at + 1)
            if at >= len(text) or text[at] != ")":
                raise PhrasingError("a bracket is not closed")
            at += 1
            if at < len(text) and text[at] == "?":
                inner = [*inner, ""]
                at += 1
            row = [r + i for r in row for i in inner]
            if len(row) > MOST_WORDS * 4:
                raise PhrasingError(f"more than {MOST_WORDS} variants in one place; split the phrasing")
        elif char == ")":
            break
        elif char == "|":
            variants += row
            row = [""]
            at += 1
        elif char == "?":
            raise PhrasingError("? must follow a bracket")
        else:
            row = [r + char for r in row]
            at += 1
    return variants + row, at
