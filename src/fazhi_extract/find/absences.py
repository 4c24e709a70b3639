"""Figures without a numeral: denials (未发生行政败诉案件 is 0) and full rates said in words (均按期办结 is 100 %)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.mention import Absence
from fazhi_extract.rulebook.cues import any_of
from fazhi_extract.rulebook.lexicon import events, nouns

_JOINS = lazy_pattern("和|、|及|与|以及")
# 农机事故和渔业船舶事故: one head noun, two things
_TWINS = lazy_pattern(
    "(?P<one>[^和、及与]{2,16}(?P<head>事故|案件|事件))(?:和|及|与)(?P<two>[^和、及与]{2,16}(?P=head))"
)
_OUTCOME = lazy_pattern("被纠错|纠错|败诉|撤销|变更|确认违法|责令改正|被问责")
_LOST = lazy_pattern("(?<!(?:纠错|撤销|变更|违法|改正)[、和及与])败诉")  # 诉讼纠错、败诉案件: how the lawsuits ended
_NEGATION = lazy_pattern("[未没无不](?:(?<=[未没无])|(?<=不)存在)")
_DIGIT = lazy_pattern("\\d")
_SIZE = lazy_pattern(
    "(?:一次(?:性)?)?(?:死亡|重伤|受伤|伤亡)\\d{1,3}人(?:\\(含\\))?(?:及?以上)?的?"
)  # 未发生死亡3人以上的事故
_BARE = frozenset(
    [
        "无",
        "没有",
        "未有",
        "均无",
        "尚无",
        "暂无",
        "并无",
    ]
)
_WORD_BEFORE = frozenset("有毫绝若虚")
_PHRASE = lazy_pattern("[^，。；：！？\n)）]{1,60}")
_BECAUSE = lazy_pattern("因[^。；！？\n]{0,70}?的(?:情况|情形|问题|事件|案件|行为)")
_GONE = lazy_pattern("消除|清零|归零")
_THING = (
    "(?P<noun>(?:(?!力争|确保|努力|推动|争取|实现|保持|杜绝|防止|做到)[^，。；、\n“”]){2,12}(?:事件|事故|案件|现象))"
)
_WISHED = lazy_pattern("力争|努力|争取|确保|推动|要求|目标")
_ALL_GONE = lazy_pattern(_THING + "(?:全面|全部|基本)?$")
_NOT_ONE = lazy_pattern(
    _THING + "(?:数量?)?(?:实现了?|保持|继续|持续|达到|为)*$"
)  # 行政诉讼败诉案件零发生: what did not happen stands in front
_IN_WORDS = lazy_pattern(  # a set of first characters lets the engine skip through the text
    "[均全所悉应](?:(?:(?<![^\\d一二三四五六七八九十百千万余多全本今当每去][人户月年次日]均)(?<!平均)(?<=均)|(?<=全)[部都]|(?<=所)有|(?<=悉)数)[^，。；、\n]{0,16}?"
    "(?:办结|审结|结案|答复|回复|公示|公开|审核|审查|整改|处理|备案|报备|化解|落实|执行完毕|持证上岗|出庭|完成|到位)"
    "(?:到位|完毕)?|(?<=应)[审公归查备调报出罚录接诉办][^，。；、\n]{0,2}(?:尽|必)[审公归查备调报出罚录接诉办])"
)
_COVERED = lazy_pattern(
    "(?:实现了?|做到了?|进行了?|达到|开展|保持)?全覆盖(?:(?:监督|执法)?检查|监督|抽查|培训|学习|监管|巡查|排查|宣传)?"
)
_BLOCK_IN_WORDS = lazy_pattern("力争|争取|确保|要求|实现率|计划|拟|将|推进|推动|促进|努力|目标|为|着力")


@dataclass(frozen=True, slots=True)
class _Denied:
    opener: re.Pattern[str]
    zero: re.Pattern[str]
    noun: re.Pattern[str]
    phrase_end: re.Pattern[str]
    look_alikes: tuple[str, ...]


@cache
def _words() -> _Denied:
    t = nouns()["denied"]
    noun, head, after = any_of(t["nouns"]), any_of(t["heads"]), any_of(t["after_heads"])
    return _Denied(
        lazy_pattern(any_of([*t["openers_with_one"], *t["openers"]])),
        lazy_pattern(
            f"零(?P<noun>(?:行政|集体|越级|重复|有效|安全|责任|生产|重大|涉法|涉诉|赴省|进京|群体性?|人员){{0,3}}{any_of(t['after_zero'])})"
        ),
        lazy_pattern(noun),
        lazy_pattern(f"(?:{noun}|{head})(?=的?{after}|过|的?$|等)"),
        tuple(t["look_alikes"]),
    )


def absences(flow: str) -> list[Absence]:
    """All denials of countable events and all full rates in words, in order, not overlapping."""
    found: list[Absence] = []
    done = 0
    words = _words()
    for negation in _NEGATION.finditer(flow):
        m = _opener(flow, negation.start(), words)
        if m is None:
            continue
        start = m.start()
        if start < done or flow[start - 1 : start] in _WORD_BEFORE or flow.startswith(words.look_alikes, start):
            continue
        denied = _denied(flow, start, m.end(), m.group() in _BARE, words)
        if denied:
            found += denied
            done = denied[0].end
    for m in words.zero.finditer(flow):
        start, end = m.start("noun") - 1, m.end("noun")
        if flow.startswith(words.look_alikes, start):
            continue
        thing = _NOT_ONE.search(flow, max(0, start - 20), start) if m["noun"] == "发生" else None
        if thing and _WISHED.search(flow, max(0, thing.start() - 12), start):
            continue
        named = thing or m
        found.append(Absence(start, end, "stated_none", named["noun"], named.span("noun")))
    for gone in _GONE.finditer(flow):
        m = _ALL_GONE.search(flow, max(0, gone.start() - 18), gone.start())
        if m:
            found.append(Absence(m.start(), gone.end(), "stated_none", m["noun"], m.span("noun")))
    for m in [*_IN_WORDS.finditer(flow), *_covered(flow)]:
        near = max(0, m.start() - 40)
        clause = max(flow.rfind(c, near, m.start()) for c in "，。；：\n")
        if not _BLOCK_IN_WORDS.search(flow, max(clause, near), m.start()):
            found.append(Absence(m.start(), m.end(), "in_words", "", m.span()))
    found.sort(key=lambda a: (a.start, -a.end))
    return _apart(found)


def _covered(flow: str) -> list[re.Match[str]]:
    """全覆盖 with what stands in front of it in its clause."""
    found = []
    at = flow.find("全覆盖")
    while at >= 0:
        m = _COVERED.search(flow, max(0, at - 3), at + 5)
        if m:
            found.append(m)
        at = flow.find("全覆盖", at + 3)
    return found


def _apart(found: list[Absence]) -> list[Absence]:
    kept: list[Absence] = []
    for absence in found:
        if kept and absence.start < kept[-1].end and (absence.start, absence.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(absence)
    return kept


def _opener(flow: str, at: int, words: _Denied) -> re.Match[str] | None:
    """The opener of a denial whose negation stands at a position: 从未发生 opens before its 未."""
    for start in range(max(0, at - 2), at + 1):
        m = words.opener.match(flow, start)
        if m and m.end() > at:
            return m
    return None


def _denied(flow: str, start: int, after: int, bare: bool, words: _Denied) -> list[Absence]:
    """The denial that opens at `start`; nothing where what is denied is no countable event."""
    phrase = _PHRASE.match(flow, after)
    because = _BECAUSE.match(flow, after)
    if because is not None:
        end = because.end()
    elif phrase is not None:
        limit = phrase.end()
        for join in re.finditer("、", phrase.group()):
            if words.opener.match(flow, after + join.end()):  # 无重大安全事故、无群体性事件: each denies its own
                limit = after + join.start()
                break
        ends = [m.end() for m in words.phrase_end.finditer(flow, after, limit)]
        if not ends:
            return []
        end = ends[-1]
    else:
        return []
    denied = flow[after:end]
    if _DIGIT.search(_SIZE.sub("", denied)):
        return []  # 对未引起事故的轻微违法行为不予处罚12件: the words behind 未 are a condition
    if not words.noun.search(denied) and because is None and (bare or not denied.endswith(("事件", "事故", "案件"))):
        return []
    # 没有 denies much: what stands beside the event's own words must be short.
    if len(_JOINS.sub("", words.noun.sub("", denied))) > (6 if bare and "被" not in denied else 26) and because is None:
        return []
    return [Absence(start, end, "stated_none", label, (after, end)) for label in _labels(denied)]


def _labels(words: str) -> list[str]:
    """One label per thing denied: 和 and 、 join two things, 或 names one."""
    twins = _TWINS.fullmatch(words)
    if twins:
        return [twins["one"], twins["two"]]
    objects = _denied_events(words)
    distinct = list(dict.fromkeys(m.group() for m in objects))
    if len(distinct) < 2 or not _JOINS.search(words):
        return [words]
    if "或" in words and not re.search("和|、|以及", words):
        return [words]
    tail = re.search("(?:案件|事件|事故|情况|情形|问题)$", words)
    suffix = tail.group() if tail else ""
    outcomes = [m for m in _OUTCOME.finditer(words) if all(m.start() != o.start() for o in objects)]
    # 投诉举报 is one event: of those that nothing parts, the last names them all.
    last: dict[int, int] = {}
    for m in {m.group(): m for m in objects}.values():
        last[max((j.end() for j in _JOINS.finditer(words, 0, m.start())), default=0)] = m.end()
    labels = []
    for i, (left, right) in enumerate(last.items()):
        own = words[left:right]
        until = [*last, len(words)][i + 1]
        # 行政复议、行政诉讼败诉案件: the last outcomes are said of all; 诉讼败诉和国家赔偿案件: one in front of its own alone;
        # 行政复议被撤销、变更和…: two in front of the next thing are said as one
        told = [m for m in outcomes if left <= m.start() < until]
        said = told or [m for m in outcomes if m.start() >= [*last][-1]]
        outcome = said[-1].group() if said and not own.endswith("败诉") else ""
        if outcome and told and until < len(words):
            outcome = words[said[0].start() : said[-1].end()].removeprefix("被")
        outcome = "" if outcome in own else outcome
        labels.append(own + outcome + ("" if own.endswith(suffix) and not outcome else suffix))
    return labels


def _denied_events(words: str) -> list[re.Match[str]]:
    """The events that words deny, in order: 败诉 is one where it stands for a case of its own (败诉和赔偿案件)."""
    found = list(events().finditer(words))
    for lost in _LOST.finditer(words):
        joined = [j.end() for j in _JOINS.finditer(words, 0, lost.start())]
        if not any(m.start() >= max(joined, default=0) and m.end() <= lost.start() for m in found):
            found.append(lost)
    return sorted(found, key=lambda m: m.start())
