"""Which indicator a table's figure belongs to: the words of its heads are read as those that prose has beside a number."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from fazhi_extract.grid import Table
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import MetricKind
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.heads import Meaning, words_of
from fazhi_extract.resolve.matching import Match, Matcher
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.running import announced, names_act
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.rulebook import Rulebook
from fazhi_extract.text import SourceText

_WEAK = 0.9
_CLOSE = 0.5  # by how much the caption's words must name another thing better
_UNITS = ("件", "次", "人", "家", "个")  # tried where a table names no unit
_CAPTION = lazy_pattern(
    "^(?:附?表[一二三四五六七八九十\\d]*(?:[-—]\\d+)?[：:、]?|附件[\\d一二三]*[：:]?|\\(?表[一二三四五\\d]+\\)?)|(?:19|20)\\d\\d年?度?|\\(?(?:计量)?单位[：:].*|填报.*"
    "|(?:实施|开展|办理|工作)*(?:情况)?(?:统计|汇总|一览|明细|数据|公示|年)*(?:年报)?表?$"
)
# A caption of several doings (收到和处理申请情况) tells the stage of none of its figures.
_TOLD = lazy_pattern("[和及、]|收到|受理|办理|处理|审结|办结")
_STAGE = lazy_pattern(  # names what is done, not what it is done with
    "(?:(?:19|20)\\d\\d年?度?)?(?:(?:本年|当年|累计|正在|尚未|未|不予|予以|准予|共|新)?(?:受理|申请|收到?|办理|办结|审结|审理|结案|维持|撤销|变更|驳回|终止|中止|处理|答复|移送|"
    "转送|调解|和解|结转|立案|确认违法|责令履行|纠正|其他)(?:数?量|数|件数|总数|情况)?)+"
)
_AMOUNT = lazy_pattern("(?:案件)?(?:数量|件数|总数|数)$|^(?:案件)?(?:数量|件数)")
_SEVERAL = lazy_pattern("[、/]|和|及")
_SHARE = lazy_pattern("占[^占]{0,10}(?:比例?|比重)|百分比|[比占]率")
_MONEY = lazy_pattern("金额|款额|罚没款|收入|经费|资金|价值|货值|标的|总额")
_THINGS: tuple[tuple[MetricKind, str, str], ...] = (
    ("count", "件", "matter"),
    ("money", "元", "money"),
    ("count", "次", "event"),
    ("count", "人", "person"),
)


class Reading(NamedTuple):
    """Words that a value would stand behind in prose: its heads', behind the caption's where `far`."""

    words: str
    place: Place
    far: bool


def bind(
    table: Table, source: SourceText, book: Rulebook, figures: list[Figure], meant: list[Meaning], issuer: str | None
) -> None:
    """Gives each figure the indicator whose phrasing fits the words of its heads best, in either order."""
    context = _context(table, source, issuer)
    topic = announced(context)
    text: list[str] = []
    length = 0
    readings: list[list[Reading]] = []
    for figure, m in zip(figures, meant, strict=True):
        row, column = "".join(words_of(m.rows)), "".join(words_of(m.columns))
        number = source.flow[figure.start : figure.end] + (figure.unit or "")
        mine: list[Reading] = []
        orders = dict.fromkeys((row + column, column + row)) if row or column or m.one("total") else ()
        for far in (False, True) if context else (False,):
            for own in orders:
                words = context + own if far else own
                start, end = length + len(words), length + len(words) + len(number)
                said = words if far and not _TOLD.search(context) else own
                mine.append(Reading(said, Place(start, end, length, end, length, length, length, length, end), far))
                text.append(f"{words}{number}\n")
                length = end + 1
        readings.append([one for one in mine if one.words or one.far])
    matcher = Matcher(book, Plain("".join(text)), measure_words(), [])
    for figure, m, mine in zip(figures, meant, readings, strict=True):
        if figure.form == "stated_none" or m.value.unit_known or figure.kind == "rate":
            _try(figure, m, matcher, mine, topic)
        elif (
            figure.kind == "count"
            and not table.uneven
            and not (_MONEY.search(figure.label) or _SHARE.search(figure.label))
        ):
            _without_unit(figure, m, matcher, mine, topic)


def _context(table: Table, source: SourceText, issuer: str | None) -> str:
    """What the caption says the table is about: 行政处罚 of 表一 某县2022年度行政处罚实施情况统计表."""
    for words in reversed([source.flow[s:e] for s, e in table.captions] + table.titles):
        rest = _CAPTION.sub("", words.split("单位：")[0].strip("() "))
        rest = _CAPTION.sub("", rest.replace(issuer or "\0", "")).strip(" ()：:")
        if len(rest) > 1 and not rest.isdecimal():
            return rest[-16:]
    return ""


def _try(figure: Figure, m: Meaning, matcher: Matcher, readings: list[Reading], topic: str | None) -> bool:
    """Takes the best match in the heads' own words; behind the caption's where those name nothing, or far less well.

    `topic`: the kind of cases that the caption says the table is about.
    """
    stands = [figure]
    if figure.growth and figure.kind == "rate":
        stands += [replace(figure, kind=k, unit=u, family=f, growth=False) for k, u, f in _THINGS]
    best: list[tuple[Match, Reading]] = []
    for far in (False, True):
        mine = [one for one in readings if one.far == far]
        for loose in (False, True) if figure.kind == "count" and figure.unit is not None else (False,):
            found = [(match, r) for r in mine for s in stands for match in matcher.matches(s, r.place, loose)[:1]]
            found = [one for one in found if one[0].score >= _WEAK]
            if found:
                best.append(max(found, key=lambda one: (one[0].score, one[0].phrasing.rule)))
                break
    if not best:
        return False
    match, reading = best[0]
    if topic and match.phrasing.code != topic and names_act(_AMOUNT.sub("", reading.words)):
        # 行政强制 below 行政复议申请涉及的事项: reviews of such acts
        found = [(of_topic, r) for r in readings for of_topic in matcher.matches(figure, r.place, topic=topic)]
        found = [one for one in found if one[0].phrasing.code == topic]
        if found:
            match, reading = max(found, key=lambda one: one[0].score)
    if len(best) > 1 and best[1][0].phrasing.code != match.phrasing.code and _STAGE.fullmatch(reading.words):
        # 不予受理 below 行政复议案件办理情况 is no licence refused.
        match, reading = max(best, key=lambda one: one[0].score - _CLOSE * one[1].far)
    _take(figure, m, matcher, match, reading.words)
    figure.doubts += ["subject-far"] * reading.far + ["unit-unusual"] * match.loose
    return True


def _take(figure: Figure, m: Meaning, matcher: Matcher, match: Match, words: str) -> None:
    code = match.phrasing.code
    indicator = matcher.indicator(code)
    figure.indicator, figure.rule = code, match.phrasing.rule
    figure.attributes = read_attributes(indicator, match.phrasing, words, "", "", figure.why)
    figure.why += [("word", matcher.plain.text[s:e]) for s, e in sorted(match.words)]
    for head in (*m.rows, *m.columns):
        if head.name_kind is not None or not _SEVERAL.search(head.words):
            continue
        # 警告、通报批评: two values in one cell, so the attribute is left out.
        read = [read_attributes(indicator, None, part, "", "") for part in _SEVERAL.split(head.words)]
        for key in sorted({key for one in read for key in one}):
            if len({one.get(key) for one in read}) > 1:
                figure.attributes.pop(key, None)
                figure.attributes["item"] = head.words


def _without_unit(figure: Figure, m: Meaning, matcher: Matcher, readings: list[Reading], topic: str | None) -> None:
    """A table that names no unit: its heads alone say what is counted, so the figure is to be looked at."""
    words = measure_words().words
    for unit in _UNITS:
        stand_in = replace(figure, unit=unit, family=words[unit].family if unit in words else "", doubts=[], why=[])
        if _try(stand_in, m, matcher, readings, topic):
            figure.indicator, figure.rule = stand_in.indicator, stand_in.rule
            figure.attributes, figure.why = stand_in.attributes, stand_in.why
            figure.doubts += [*(d for d in stand_in.doubts if d != "unit-unusual"), "unit-unusual"]
            return
