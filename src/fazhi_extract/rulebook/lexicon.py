"""Word lists that tell figures from look-alikes: measure words, set phrases, nouns. Data only lives in rules/."""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.rulebook.cache import remembered

RULES = files("fazhi_extract") / "rules"
_NUMERAL_CHARS = frozenset("0123456789〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟")


@dataclass(frozen=True, slots=True)
class MeasureWord:
    """A unit: how it is written, what it measures, and where its characters are another word.

    Before one of `not_before` it is the head of another word (部门), unless `but_before` stands there (次数据).
    """

    word: str
    family: str
    kind: str
    article: bool
    not_before: tuple[str, ...]
    but_before: tuple[str, ...] = ()


class MeasureWords:
    """Finds the longest measure word at a position."""

    __slots__ = ("_lengths", "words")

    def __init__(self, words: list[MeasureWord]) -> None:
        self.words = {w.word: w for w in words}
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def at(self, flow: str, position: int) -> MeasureWord | None:
        """The longest measure word that starts at a flow position and is not the head of another word."""
        for length in self._lengths.get(flow[position : position + 1], ()):
            w = self.words.get(flow[position : position + length])
            if w is None:
                continue
            end = position + length
            if (
                w.not_before
                and flow.startswith(w.not_before, end)
                and not flow.startswith(w.but_before or ("\0",), end)
            ):
                continue
            return w
        return None


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A set phrase of the genre that holds a numeral which counts nothing."""

    text: str
    reason: str


class SetPhrases:
    """Finds the longest set phrase whose first numeral stands at a position."""

    __slots__ = ("_reasons", "_shapes")

    def __init__(self, phrases: list[SetPhrase]) -> None:
        # The numeral and the character behind it pick a handful of (offset, length) out of thousands of phrases.
        shapes: dict[str, set[tuple[int, int]]] = {}
        for p in phrases:
            offset = next((i for i, c in enumerate(p.text) if c in _NUMERAL_CHARS), None)
            if offset is not None:
                shapes.setdefault(p.text[offset : offset + 2], set()).add((offset, len(p.text)))
        self._shapes = {key: tuple(sorted(s, key=lambda s: (-s[1], s[0]))) for key, s in shapes.items()}
        self._reasons = {p.text: p.reason for p in phrases}

    def around(self, flow: str, position: int) -> tuple[int, int, str] | None:
        """The flow span and the reason of the longest phrase whose first numeral is at `position`."""
        best: tuple[int, int, str] | None = None
        for key in (flow[position : position + 2], flow[position]):  # some phrases end with their numeral
            for offset, length in self._shapes.get(key, ()):
                start = position - offset
                if start < 0 or (best is not None and length <= best[1] - best[0]):
                    continue
                words = flow[start : start + length]
                reason = self._reasons.get(words)
                if reason is not None and len(words) == length:
                    best = (start, start + length, reason)
                    break
        return best


@cache
def _lists() -> dict[str, dict[str, Any]]:
    texts = {p.name: p.read_bytes() for p in RULES.iterdir() if p.name.endswith(".toml")}
    key = hashlib.sha256(b"".join(texts[name] for name in sorted(texts))).hexdigest()
    lists: dict[str, dict[str, Any]] = remembered(
        "lists", key, lambda: {name: tomllib.loads(text.decode()) for name, text in texts.items()}
    )
    return lists


def load_toml(name: str) -> dict[str, Any]:
    """One of the package's lists of words (rules/*.toml), read once; callers must not change what they get."""
    return _lists()[name]


@cache
def measure_words() -> MeasureWords:
    """The measure words of rules/measure_words.csv, read once."""
    words = []
    for row in csv.DictReader((RULES / "measure_words.csv").read_text(encoding="utf-8").splitlines()):
        before = [tuple(x for x in (row.get(c) or "").split("|") if x) for c in ("not_before", "but_before")]
        words.append(MeasureWord(row["word"], row["class"], row["kind"], row["article"] == "yes", *before))
    return MeasureWords(words)


@cache
def set_phrases() -> SetPhrases:
    """The set phrases of rules/decoys.toml, read once."""
    phrases = []
    for reason, table in load_toml("decoys.toml").items():
        if reason != "aspect":
            phrases += [SetPhrase(text, reason) for text in table["phrases"]]
    return SetPhrases(phrases)


@dataclass(frozen=True, slots=True)
class Aspects:
    """What follows a bare count of kinds, ways or aspects (annotation guide, "Optional")."""

    chinese: re.Pattern[str]
    arabic: re.Pattern[str]


@cache
def aspects() -> Aspects:
    """The counts of aspects of rules/decoys.toml, compiled once."""
    t = load_toml("decoys.toml")["aspect"]

    def any_of(*lists: str) -> str:
        words = {w for name in lists for w in t.get(name, ())}
        return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"

    return Aspects(
        lazy_pattern(
            f"(?:{any_of('direct')}|个{any_of('behind_ge')}|大{any_of('behind_da')}|种{any_of('behind_zhong')})(?![级属型索])"
        ),
        lazy_pattern(f"(?:{any_of('direct')}|个{any_of('direct')}|种{any_of('behind_zhong')})(?![级属型索])"),
    )


@dataclass(frozen=True, slots=True)
class Phones:
    """Hotlines and what makes a number one."""

    known: re.Pattern[str]
    after: re.Pattern[str]


@cache
def phones() -> Phones:
    """The phone numbers of rules/decoys.toml, compiled once."""
    t = load_toml("decoys.toml")["phone"]
    known = "|".join([*t["numbers"], *t["short"]])
    after = "|".join(sorted(t["after"], key=len, reverse=True))
    return Phones(lazy_pattern(known), lazy_pattern(f"[”’」]?(?:{after})"))


@cache
def nouns() -> dict[str, Any]:
    """The noun lists of rules/nouns.toml, read once."""
    return load_toml("nouns.toml")


@cache
def events() -> re.Pattern[str]:
    """The events that are denied as things of their own, compiled once."""
    return lazy_pattern("|".join(nouns()["denied"]["events"]))
