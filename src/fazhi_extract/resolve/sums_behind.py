"""Totals that stand behind their parts: 制作视频11部、漫画24幅，总计35件; 保留40件、修改5件，合计清理45件."""

from __future__ import annotations

from decimal import Decimal

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import lend, same_unit
from fazhi_extract.text import SourceText

_TOTAL = lazy_pattern(
    "[，；]?(?:以上|上述|[两三四五六七八九](?:级|地|县|区|市|项|类|家|个[^，。；、\\d]{1,4})(?:案件)?|各项|各类)?(?:总数(?:达到?|为)?|合计|总计|总共|共计|共)(?:达到?|为|有)?(?P<verb>[\\u4e00-\\u9fff]{2,6})?"
)
_ANY_THING = ("件", "个", "项", "次", "场次", "场", "份", "条")  # units that sum up things of several sorts
_OVER_YEARS = lazy_pattern("[，；]?[两三四五六七八九]年(?:累计|合计|共计?|总计)")
_MOST = 12  # parts of one total
_SUMMED = ("count", "money")
_FINED_AND_TAKEN = {"penalty.fine_amount", "penalty.confiscated_amount"}  # together they are 罚没款


def totals_behind(source: SourceText, matcher: Matcher, figures: list[Figure]) -> None:
    """Settles totals by their parts, and parts without a meaning of their own by their total.

    A total whose own words are 合计 and its like alone counts what its parts count, or nothing where they count
    different things; of their attributes it has those that all of them have.
    """
    for i, total in enumerate(figures):
        own = source.flow[figures[i - 1].end : total.start] if i and figures[i - 1].end >= total.clause[0] - 1 else ""
        if total.indicator is None and _OVER_YEARS.fullmatch(own):
            _take_from_years(figures, i)
            continue
        stated = _TOTAL.fullmatch(own)
        if stated is None or not _counts(total):
            continue
        parts = _adding_up(figures, i)
        if len(parts) < 2:
            continue
        codes = {part.indicator for part in parts}
        if stated["verb"] is not None and total.indicator is not None and codes == {None}:
            for part in parts:
                _give(source, matcher, part, total)
        elif stated["verb"] is None or codes == {total.indicator}:
            _settle(total, parts, codes)


def _take_from_years(figures: list[Figure], i: int) -> None:
    """2020年412件，2021年366件，两年累计778件: gives a total over years the meaning of the values that add up to it."""
    total, found = figures[i], list[Figure]()
    for value in reversed(figures[max(0, i - _MOST) : i]):
        if value.sentence != total.sentence or value.kind != total.kind or not same_unit(value, total):
            break
        found.append(value)
        if sum(f.value or 0 for f in found) == total.value and len({f.indicator for f in found}) == 1:
            lend(total, found[0])
            total.partial = True  # of several years: no figure of the reporting one
            return


def _adding_up(figures: list[Figure], i: int) -> list[Figure]:
    """The figures directly in front of the i-th, in its sentence, that add up to it exactly; empty where none do."""
    total, found, added = figures[i], list[Figure](), Decimal(0)
    for part in reversed(figures[max(0, i - _MOST) : i]):
        if part.sentence == total.sentence and part.kind != total.kind and part.kind in _SUMMED:
            continue  # 简易程序案件30件、罚款2万元，普通程序案件12件、罚款8万元，合计42件
        if part.sentence != total.sentence or not _counts(part) or part.family == "person" != total.family:
            break
        if not same_unit(part, total) and total.unit not in _ANY_THING:
            break
        found.append(part)
        added += part.value or 0
        if added >= (total.value or 0):
            break
    return found if added == total.value else []


def _settle(total: Figure, parts: list[Figure], codes: set[str | None]) -> None:
    if codes == {None}:
        return
    if codes == _FINED_AND_TAKEN and (total.indicator is None or total.indicator in codes):
        fined = next(part for part in parts if part.indicator == "penalty.fine_amount")
        total.indicator, total.rule, total.lender = "penalty.total_amount", fined.rule, fined
        return
    if len(codes) > 1:
        if total.indicator in codes:
            total.indicator, total.rule, total.attributes = None, None, {}
            total.candidates, total.doubts, total.lender = [], [], None
        return
    if total.indicator not in (codes | {None}):
        return
    lend(total, parts[0])
    total.candidates, total.scope, total.scope_kind = [], None, None
    total.attributes = {
        key: value for key, value in parts[0].attributes.items() if all(p.attributes.get(key) == value for p in parts)
    }


def _give(source: SourceText, matcher: Matcher, part: Figure, total: Figure) -> None:
    lend(part, total)
    words = source.flow[part.clause[0] : part.start]
    part.attributes = read_attributes(matcher.indicator(total.indicator or ""), None, words, "", "", part.why)


def _counts(figure: Figure) -> bool:
    return figure.kind in _SUMMED and figure.role == "actual" and figure.form == "number" and bool(figure.value)
