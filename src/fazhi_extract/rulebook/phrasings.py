"""The phrasing language of the indicator rules: literal words, `N` for the number, `…` for a gap, (a|b)? for variants.

Small on purpose: a phrasing is a row of pieces, each a finite set of literal words, so that matching is linear
whatever the text. Quotation marks are left out of phrasings as they are left out of the text they are matched on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fazhi_extract.errors import Said
from fazhi_extract.lazy import lazy_pattern

MOST_WORDS = 400
DEEPEST = 8  # brackets within brackets
QUOTES = str.maketrans("", "", "“”‘’\"'「」『』")
_FOLDED = QUOTES | str.maketrans("（）", "()", " ")
_TOKEN = lazy_pattern(r"\([^()?]+\)\??|[()|?]|[^()|?]+")  # a bracket that holds no other is one token


class PhrasingError(ValueError):
    """A phrasing that cannot be read; `reason` is what is wrong with it, in the words of the catalogue."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.reason = Said(key, params)


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


@cache
def parse(say: str) -> Row:
    """Reads a phrasing. Raises PhrasingError for unbalanced brackets, no or several N, or too many variants."""
    parts = say.translate(_FOLDED).split("N")
    if len(parts) != 2:
        raise PhrasingError("phrasing.n", count=len(parts) - 1)
    before = [_piece(p) if p else None for p in parts[0].split("…")]
    after = [_piece(p) if p else None for p in parts[1].split("…")]
    row = Row(_near_first(before[::-1]), _near_first(after))
    if not row.before and not row.after:
        raise PhrasingError("phrasing.bare")
    return row


def _near_first(words: list[tuple[str, ...] | None]) -> tuple[Piece, ...]:
    """Pieces in the order from N outwards; an empty first place means that a gap touches N."""
    pieces: list[Piece] = []
    gap = False
    first = next((i for i, w in enumerate(words) if w), None)
    nearest = words[first] if first is not None else None
    if first is not None and nearest and "" in nearest and any(words[first + 1 :]):
        words = [None, *words[first + 1 :]]  # what is nearest to N and may be missing says nothing
    for i, alternatives in enumerate(words):
        if alternatives is None:
            if i not in (0, len(words) - 1):
                raise PhrasingError("phrasing.gaps")
            gap = True
            continue
        optional = "" in alternatives
        if optional and not pieces:
            raise PhrasingError("phrasing.optional")
        pieces.append(Piece(alternatives[:-1] if optional else alternatives, gap or i > 0, optional))
        gap = False
    return tuple(pieces)


def _piece(text: str) -> tuple[str, ...]:
    """All words that `text` stands for, longest first; an empty one at the end where it may be missing."""
    tokens = _TOKEN.findall(text)
    words, end = _alternatives(tokens, 0, 0)
    if end != len(tokens):
        raise PhrasingError("phrasing.bracket")
    if len(words) > 1:
        words = sorted(sorted(set(words)), key=len, reverse=True)
        if len(words) > MOST_WORDS:
            raise PhrasingError("phrasing.variants", most=MOST_WORDS)
    return tuple(words)


def _alternatives(tokens: list[str], at: int, depth: int) -> tuple[list[str], int]:
    """Reads `a|b…` up to a closing bracket or the end; returns all variants."""
    if depth > DEEPEST:
        raise PhrasingError("phrasing.variants", most=MOST_WORDS)
    variants: list[str] = []
    row = [""]
    while at < len(tokens):
        token = tokens[at]
        if token == ")":
            break
        at += 1
        if token == "|":
            variants += row
            row = [""]
        elif token == "?":
            raise PhrasingError("phrasing.mark")
        elif token[0] != "(":
            row = [r + token for r in row]
        else:
            if len(token) > 1:
                may = token[-1] == "?"
                inner = token[1 : -2 if may else -1].split("|")
            else:
                inner, at = _alternatives(tokens, at, depth + 1)
                if at == len(tokens):
                    raise PhrasingError("phrasing.bracket")
                may = tokens[at + 1 : at + 2] == ["?"]
                at += 1 + may
            if may:
                inner = [*inner, ""]
            # Looked at before it is multiplied out: many brackets side by side would fill the memory.
            if len(row) * len(inner) > MOST_WORDS * 4:
                raise PhrasingError("phrasing.variants", most=MOST_WORDS)
            row = [r + i for r in row for i in inner] if row != [""] else inner
    return variants + row, at
