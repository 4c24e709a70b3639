"""How a figure of the report stands to what a claim says it is, apart from its number."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.table.units import alike
from fazhi_extract.verify.claims import Claim
from fazhi_extract.verify.reports import Body, Told

if TYPE_CHECKING:
    from fazhi_extract.rulebook.indicators import Indicator, Phrasing

Standing = Literal["same", "role", "part", "period", "attribute", "indicator"]
"""``same``: it has the meaning; ``role``: a target, an earlier value …; ``part``: it is about a part; ``period``: it is not about
the year; ``attribute``: another stage, result …; ``indicator``: another indicator, or none."""

_NEAR = 40
"""How far in front of a figure the words of a phrasing are looked for."""
_BEHIND = 20
_OF_DOCUMENTS = lazy_pattern(r"(?:以来|[年月日底]前)[^，,。；;]{0,16}(?:印发|制定|出台|发布|制发|施行|现行)")
"""When the documents were made that are cleaned up now: 对2018年以来印发的57件文件开展清理."""
_THIS_YEAR = lazy_pattern(r"全年|年内|今年|本年")
_A_YEAR = lazy_pattern(r"\d{4}\s?年")
_NUMBER = lazy_pattern(r"\d+")
_FEW_WORDS = 3
"""Phrasings with fewer characters of their own fit everywhere."""


def standing(claim: Claim, figure: Told, body: Body) -> Standing:
    """How a figure stands to a claim whose meaning is known."""
    meaning = claim.meaning
    assert meaning is not None
    if figure.indicator not in meaning.indicators:
        return "indicator"
    if figure.role != meaning.role and not claim.beside:
        return "role"
    if _of_part(claim, figure):
        return "part"
    if meaning.role == "actual" and _of_other_years(figure, body):
        return "period"
    if attribute_distance(claim, figure) is None:
        return "attribute"
    return "same"


def attribute_distance(claim: Claim, figure: Told) -> int | None:
    """0 where the attributes are those of the claim, 1 where one of the two says more, ``None`` where they contradict."""
    assert claim.meaning is not None
    assert figure.key is not None
    found: list[int] = []
    theirs = dict(figure.key.attributes)
    for key in claim.meaning.keys:
        if key.indicator != figure.key.indicator:
            continue
        if key.any_attributes:
            return 0
        mine = dict(key.attributes)
        if all(theirs[name] == mine[name] for name in mine.keys() & theirs.keys()):
            found.append(0 if mine == theirs else 1)
    return min(found, default=None)


def _of_part(claim: Claim, figure: Told) -> bool:
    """Whether a figure is about less than the claim says."""
    said = claim.scope + claim.head
    if figure.scope is not None and figure.part:
        return not _named(figure.scope, said)
    if figure.part or (figure.words and not any(_named(word, said) for word in figure.words)):
        return True
    return bool(figure.wholes) and figure.key is not None and not figure.key.attributes


def _named(words: str, said: str) -> bool:
    return words in said or (len(said) > 1 and said in words)


def _of_other_years(figure: Told, body: Body) -> bool:
    """Whether the text states a period for a figure that lies outside the reporting year, or begins before it."""
    if figure.period is None or body.year is None:
        return False
    if figure.key and ("stage", "carried_over") in figure.key.attributes:  # from the year before by its nature
        return False
    if _OF_DOCUMENTS.search(figure.before + figure.text + figure.after[:_BEHIND]):
        return False
    if _THIS_YEAR.search(figure.before) and not _A_YEAR.search(figure.before):
        return False
    start, end = figure.period
    return bool((end and end.year < body.year) or (start and start.year != body.year))


def fits(claim: Claim, figure: Told, indicators: dict[str, Indicator]) -> bool:
    """Whether the words around a figure speak of what the claim says, though the program did not take it so."""
    assert claim.meaning is not None
    if claim.meaning.indicators & set(figure.candidates):
        return True
    before = figure.before[-_NEAR:] + figure.label
    after = figure.after[:_BEHIND]
    own, said = _NUMBER.split(before)[-1] + after, figure.before + figure.label + figure.after
    for code in claim.meaning.indicators:
        known = indicators.get(code)
        if known is None:
            continue
        if any(_says(phrasing, (before, after), own, said, figure.unit) for phrasing in known.phrasings):
            return True
    return _shares_words(claim.meaning.words, figure)


def _says(phrasing: Phrasing, around: tuple[str, str], own: str, said: str, unit: str | None) -> bool:
    """Whether all words of a phrasing stand `around` a figure that has one of its units.

    One of them stands among its `own` words, and what the phrasing asks of the sentence in what is `said` there.
    """
    row = phrasing.row
    needed = [piece for piece in (*row.before, *row.after) if not piece.optional]
    if sum(max(map(len, piece.words)) for piece in needed) < _FEW_WORDS:
        return False
    # 研究法治工作6次，集中学法5次: words of the number in front alone say nothing of this one
    if not any(word in own for piece in needed for word in piece.words):
        return False
    for pieces, text in zip((row.before, row.after), around, strict=True):
        if not all(piece.optional or any(word in text for word in piece.words) for piece in pieces):
            return False
    if any(word in text for text in around for word in phrasing.unless):
        return False
    if phrasing.when and not any(word in said for word in phrasing.when):
        return False
    return unit is None or not phrasing.units or counts_in(unit, phrasing.units)


def counts_in(unit: str, units: Collection[str]) -> bool:
    """Whether a measure word of a report is one of ``units`` or means the same; that 个 is one of them says nothing of 份."""
    return unit in units or any(alike(unit, one) for one in units if one != "个")


_GENERIC = {"数量", "件数", "次数", "人数", "金额", "总数", "案件", "情况", "工作", "办理", "开展", "全年", "本年", "数额", "合计", "行政", "法治", "执法"}  # fmt: skip


def _shares_words(name: str, figure: Told) -> bool:
    """Whether the words of a head stand in front of a figure: most of their pairs of characters that say something."""
    wanted = {a + b for a, b in pairwise(name) if (a + b).isalpha()} - _GENERIC
    near = figure.label + figure.before[-_NEAR:]
    shared = {pair for pair in wanted if pair in near}
    return len(shared) > 1 and 2 * len(shared) >= len(wanted)
