"""Figures without a numeral: denials (未发生行政败诉案件 is 0) and full rates said in words (均按期办结 is 100 %)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from fazhi_extract.rulebook.lexicon import nouns

_EVENT_END = "命案(?!件)|错案(?!件)|伤亡|死亡|火灾|爆炸|疫情|舆情|缠访|闹访|违纪|案件|事件|事故|情况|情形|问题|现象|行为|案例|投诉|举报|信访|上访|复议|诉讼|应诉|败诉|纠错|纠纷|差错|失误|撤销|问责|追责|赔偿"
_JOINS = re.compile("和|、|及|与|以及")
# What can be denied as a thing of its own: two of these joined by 和 are two figures.
_OBJECT = re.compile("复议|诉讼|应诉|信访|上访|投诉|举报|事故|事件|赔偿|听证|仲裁|问责|调解")
_OUTCOME = re.compile("被纠错|纠错|败诉|撤销|变更|确认违法|责令改正|被问责")
_DIRECT = re.compile(
    "(?:从未|均未|尚未|未曾|未|没有|没)(?:再)?(?:发生|出现|产生|收到|接到|受理|办理|引发|形成|有)(?:过|一起|一例|一件|一宗|任何|有)?"
)
_NONE = re.compile("(?<![有毫均并尚从暂])(?:暂无|均无|尚无|并无|无|没有)(?=(?:任何|人员|一起|一例|一件|一宗)?(?:行政|因|重大|较大|违法|败诉|群众|国家|被|规范性|越级|赴|群体|复议|应诉|诉讼|投诉|举报|信访|上访|执法|申请|错案|安全|一般|集体|重复|责任|有效|新增|[^，。；、\n]{0,8}(?:案件|事故|事件)))")
_ZERO = re.compile(
    "[“‘]?零(?P<noun>(?:行政|集体|越级|重复|有效|安全|责任|生产|重大|涉法|涉诉|赴省|进京|群体性?){0,3}(?:复议|诉讼|败诉|纠错|投诉|举报|信访|上访|事故|伤亡|死亡|发案|案件|差错|失误|撤销|问责|感染|违纪|违法|积压|超期|逾期|越级上访|进京上访|欠薪|发生))[”’]?"
)
_ALL_GONE = re.compile("(?P<noun>[^，。；、\n“”]{2,12}(?:事件|事故|案件|现象))(?:全面|全部|基本)?(?:消除|清零|归零)")
_IN_WORDS = re.compile(
    "(?:(?:均|全部|所有|全都|悉数|100%)(?:已|能|依法|按期|按时|按|及时|在|做到|得到|予以|进行|当场|实行|[^，。；、\n]){0,14}?"
    "(?:办结|审结|结案|答复|回复|公示|公开|审核|审查|整改到位|整改完毕|整改|处理|备案|报备|化解|落实|执行完毕|持证上岗|出庭|完成|到位)"
    "|(?:应[审公归查备调报出罚录接诉办][^，。；、\n]{0,2}(?:尽|必)[审公归查备调报出罚录接诉办]|[^，。；、\n]{0,8}全覆盖))"
)
_BLOCK_IN_WORDS = re.compile("力争|争取|确保|要求|实现率|计划|拟|将|推进|推动|促进|努力|目标|为|着力")


@dataclass(frozen=True, slots=True)
class Absence:
    """A figure without a numeral; positions are flow positions."""

    start: int
    end: int
    form: Literal["stated_none", "in_words"]
    label: str
    about: tuple[int, int]


@cache
def _look_alikes() -> tuple[str, ...]:
    return tuple(nouns().get("denied", {}).get("look_alikes", ()))


def absences(flow: str) -> list[Absence]:
    """All denials of countable events and all full rates in words, in order, not overlapping."""
    found: list[Absence] = []
    done = 0
    openers = sorted(
        [*(m.span() for m in _DIRECT.finditer(flow)), *(m.span() for m in _NONE.finditer(flow))], key=lambda s: s[0]
    )
    for start, after in openers:
        if start < done or flow.startswith(_look_alikes(), start):
            continue
        denied = _denied(flow, start, after)
        if denied:
            found += denied
            done = denied[0].end
    for m in _ZERO.finditer(flow):
        start, end = m.start("noun") - 1, m.end("noun")
        found.append(Absence(start, end, "stated_none", m["noun"], m.span("noun")))
    for m in _ALL_GONE.finditer(flow):
        found.append(Absence(m.start(), m.end(), "stated_none", m["noun"], m.span("noun")))
    for m in _IN_WORDS.finditer(flow):
        clause = max(flow.rfind(c, max(0, m.start() - 40), m.start()) for c in "，。；：\n")
        if not _BLOCK_IN_WORDS.search(flow, max(clause, 0), m.start()):
            found.append(Absence(m.start(), m.end(), "in_words", "", m.span()))
    found.sort(key=lambda a: (a.start, -a.end))
    return _apart(found)


def _apart(found: list[Absence]) -> list[Absence]:
    kept: list[Absence] = []
    for absence in found:
        if kept and absence.start < kept[-1].end and (absence.start, absence.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(absence)
    return kept


def _denied(flow: str, start: int, after: int) -> list[Absence]:
    """The denial that opens at `start`; nothing where what is denied is no countable event."""
    match = re.compile(f"[^，。；：！？\n]{{0,50}}?(?:{_EVENT_END})(?![^，。；：！？\n]{{0,30}}(?:{_EVENT_END})(?:的)?(?:案件|情况|情形|问题|事件|发生|现象)?(?:[，。；、)\n]|发生|$))").match(
        flow, after, after + 90
    )
    if match is None and flow.startswith("因", after):
        match = re.compile("[^。；！？\n]{0,70}?(?:的情况|的情形|的问题|的事件|的案件|的行为)").match(flow, after, after + 90)
    if match is None or not _countable(match.group()):
        return []
    end = match.end()
    tail = re.match("的?(?:案件|情况|情形|问题|事件|现象)", flow[end : end + 4])
    if tail:
        end += tail.end()
    words = flow[after:end]
    labels = _labels(words)
    return [Absence(start, end, "stated_none", label, (after, end)) for label in labels]


def _countable(words: str) -> bool:
    return bool(re.search(_EVENT_END, words)) and not re.match("(?:上述|此类|这些)?(?:问题|情况|现象|情形|行为)$", words)


def _labels(words: str) -> list[str]:
    """One label per thing denied: 和 and 、 join two things, 或 names one."""
    objects = [m for m in _OBJECT.finditer(words)]
    distinct = list(dict.fromkeys(m.group() for m in objects))
    if len(distinct) < 2 or not _JOINS.search(words):
        return [words]
    if "或" in words and not re.search("和|、|以及", words):
        return [words]
    tail = re.search("(?:案件|事件|事故|情况|情形|问题)$", words)
    suffix = tail.group() if tail else ""
    outcomes = _OUTCOME.findall(words)
    labels = []
    for i, m in enumerate(dict((m.group(), m) for m in objects).values()):
        left = max((j.end() for j in _JOINS.finditer(words, 0, m.start())), default=0)
        own = words[left : m.end()]
        outcome = outcomes[min(i, len(outcomes) - 1)] if outcomes else ""
        outcome = "" if outcome in own else outcome
        labels.append(own + outcome + ("" if own.endswith(suffix) and not outcome else suffix))
    return labels
