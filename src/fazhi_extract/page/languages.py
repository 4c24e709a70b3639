"""Messages of a report in both languages: a report holds its notes and checks as sentences, in the language of its extraction.

A sentence is matched with its entry in the catalogue, and said anew in the other language with the words that stood in it.
Words that the catalogue holds too (stages, reasons) change with it; words of the report stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import LANGUAGES, MESSAGES

_FIELD = lazy_pattern(r"\{(\w+)(!r)?[^}]*\}")
_LONGEST = 1000
"""No message of ours is longer; what a file says instead of one is not worth the time."""
_WORDS = ("stage.", "headline.", "given.")


def in_both(sentence: str, keys: Iterable[str]) -> str | list[str]:
    """``[Chinese, English]`` of a sentence that one of the entries ``keys`` made; itself where none did."""
    if len(sentence) > _LONGEST:
        return sentence
    # The entry with the most words of its own is tried first: another one may take these for what fills a field.
    for key in sorted(keys, key=lambda key: -len(MESSAGES[key][0])):
        for at in range(len(LANGUAGES)):
            found = _pattern(MESSAGES[key][at]).fullmatch(sentence)
            if found is not None:
                return [
                    sentence if to == at else _filled(MESSAGES[key][to], found.groupdict(), at, to)
                    for to in range(len(LANGUAGES))
                ]
    return sentence


def _filled(template: str, fields: dict[str, str], at: int, to: int) -> str:
    def word(field: re.Match[str]) -> str:
        found = _swapped(fields[field[1]], at, to)
        return f"'{found}'" if field[2] and not found.isdecimal() else found

    return _FIELD.sub(word, template)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What a template makes, whatever its fields say; a field that stands twice says the same."""
    parts: list[str] = []
    seen: set[str] = set()
    end = 0
    for field in _FIELD.finditer(template):
        name = field[1]
        quote = "'?" if field[2] else ""
        group = f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
        parts += [re.escape(template[end : field.start()]), quote, group, quote]
        seen.add(name)
        end = field.end()
    return lazy_pattern("".join([*parts, re.escape(template[end:])]), re.DOTALL)


@cache
def _swapped(word: str, at: int, to: int) -> str:
    entries = (words for key, words in MESSAGES.items() if key.startswith(_WORDS))
    return next((words[to] for words in entries if words[at] == word), word)
