"""Phrasings whose words stand in another order than they are written in, for figures that no phrasing fits as it is.

取消…事项…N is tried as 取消12项行政许可事项 (the noun behind the number) and as 行政许可事项取消12项 (the noun first).
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import CLOSED, Match, Matcher
from fazhi_extract.resolve.place import BODY, Place, nearest_before
from fazhi_extract.rulebook.phrasings import Piece

# 12个执法单位案卷: bodies are no files
_BODIES = lazy_pattern(f"[^，。；、：\\d的]{{0,6}}?{BODY}")
# The noun ends where its clause does, or where a predicate begins: 执法 of 执法装备采购 is no head.
_HEAD_ENDS = lazy_pattern("[，。；、：）)]|$|得到|实现|均|已|全部|全面|进行|落地|运行|下放|划转|纳入")
# what comes into being by it is there afterwards: its noun says what it is
_BRINGS_ABOUT = lazy_pattern(
    "(?P<verb>建成|建起|新建|建设|建立|打造|设立|设置|创建|建有|拥有|共有|现有|新增)(?:了|起|共|各类)?$"
)
_BEHIND = 10  # how far behind the number the noun may begin
_BESIDE = 6  # how far in front of the number the verb may begin where the noun comes first
_LEAST = 4  # how many characters the words have together: two words of one character each say too little


def in_another_order(matcher: Matcher, figure: Figure, place: Place) -> list[Match]:
    """The phrasing whose words stand around the figure in one of these orders; none where two indicators fit alike."""
    best: dict[str, Match] = {}
    for match in (*_noun_behind(matcher, figure, place), *_noun_first(matcher, figure, place)):
        known = best.get(match.phrasing.code)
        better = match.score >= _LEAST and (known is None or match.score > known.score)
        if better and matcher.holds(match.phrasing, place):
            best[match.phrasing.code] = match
    found = sorted(best.values(), key=lambda m: -m.score)
    return found[:1] if found and (len(found) == 1 or found[0].score > found[1].score) else []


def _noun_behind(matcher: Matcher, figure: Figure, place: Place) -> Iterator[Match]:
    text = matcher.plain.text
    if place.right == place.end or text[place.end] in CLOSED or _BODIES.match(text, place.end):
        return
    for start, end, word in matcher.words_between(place.end, place.right):
        if start > place.end + _BEHIND or not _HEAD_ENDS.match(text, end):
            continue
        for phrasing in (*matcher.fitting(word, figure), *matcher.fitting(word, figure, behind=True)):
            row = phrasing.row
            if row.before and row.after:
                continue
            others = (row.before or row.after)[1:]
            words = _in_front(text, others, place) if others else _brought_about(text, row.before, word, place)
            if words:
                score = float(end - start + sum(e - s for s, e in words))
                yield Match(score, phrasing, ((start, end), *words))


def _brought_about(text: str, noun: tuple[Piece, ...], word: str, place: Place) -> list[tuple[int, int]]:
    """建成6个法治文化广场: the verb in front of the number, where the noun alone says what is counted."""
    verb = _BRINGS_ABOUT.search(text, place.left, place.start) if noun and len(word) >= _LEAST else None
    return [verb.span("verb")] if verb else []


def _noun_first(matcher: Matcher, figure: Figure, place: Place) -> Iterator[Match]:
    text = matcher.plain.text
    for start, end, word in matcher.words_between(place.left, place.start):
        for phrasing in matcher.fitting(word, figure):
            others = [piece for piece in phrasing.row.before[1:] if not piece.optional]
            if len(others) != 1 or phrasing.row.after or _longest(others[0]) > _longest(phrasing.row.before[0]):
                continue  # 公报…发布…N has its noun in front as it is: verbs are shorter than nouns
            verb = nearest_before(text, others[0].words, place.start, max(end, place.start - _BESIDE))
            if verb is not None and verb[0] >= end:
                yield Match(float(end - start + verb[1] - verb[0]), phrasing, (verb, (start, end)))


def _longest(piece: Piece) -> int:
    return max(map(len, piece.words))


def _in_front(text: str, pieces: tuple[Piece, ...], place: Place) -> list[tuple[int, int]]:
    """Where words of all pieces stand between the figure before and the number; empty where one is missing."""
    words = []
    for piece in pieces:
        found = nearest_before(text, piece.words, place.start, place.left)
        if found is not None:
            words.append(found)
        elif not piece.optional:
            return []
    return words
