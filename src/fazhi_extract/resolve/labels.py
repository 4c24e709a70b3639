"""The words that say what a figure counts: the noun phrase beside it."""

from __future__ import annotations

import re

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.joint_totals import KINDS_OF_ACTS
from fazhi_extract.rulebook.lexicon import events
from fazhi_extract.text import SourceText

_LEADING = lazy_pattern(
    "^(?:其中|分别|同时|另外?|此外|并|且|还|又|已|均|共|累计|共计|合计|总计|全年|年内|全市|全县|全区|先后|目前|截至[^，]{0,12}|今年以来|今年|本年度?|20\\d\\d年度?|以来|我[局市县区委]|(?:成功|及时|依法)(?![率度])|顺利|积极|认真|扎实)+"
)
# Never given back (++): 共计 is one word and two, 达达达… would be tried in every way.
_TRAILING = lazy_pattern(
    "(?:共计|共|累计|合计|总计|分别|(?<!下)达到?|约|(?<!行)为|是|有|了|已|近|超过?|至|(?<![收遇受得达])到|等|的|:|：|(?<!平)均|各|计|数量|先后|从|由|原来|原先|提升|压[缩减]|缩[短减]|提高|增加|减少|和|(?<![普涉提])及|(?<!参)与)++$"
)
# A verb alone names nothing that is counted.
_VERB = lazy_pattern(
    "^(?:先后|组织|开展|完成|实施|推进|制定|修订|制修订|出台|印发|发布|召开|举办|参加|办理|受理|收到|接到|作出|查处|处理|提供|出具|发放|新增|建立|"
    "建成|梳理|编制|公布|明确|实现|配备|聘请|邀请|会同|联合|进行|做好|落实|涉及|了|对|将|为|按照|通过|在)+"
)
# 细化8个方面36项任务: the aspects are named, not counted.
_ASPECTS = lazy_pattern("^.*[\\d一二三四五六七八九十][个大类项]{1,2}(?:方面|领域|类别|类|层面)")
_CITED = lazy_pattern("《[^《》]*》")
_RIGHT = lazy_pattern("[^，。；、：！？\n()（）\\d]{1,20}")
JOINED = "(?:、|(?<![调总])和(?![解谐])|(?<!参)与|以及|(?<!普)及(?![时格早]))"
"""What joins names, as a pattern; 参与率, 和解率 and 及时率 are one name each."""
_JOINED = lazy_pattern(JOINED)
_BOTH_CHANGED = lazy_pattern(
    f"(?P<names>[^，。；：]{{2,24}}?[数量额率]{JOINED}[^，。；：、和与]{{2,16}}?[数量额率])(?:同比|较上年|比上年|环比)*(?:均|都|双双?)(?:同比|较上年|比上年)*"
    "(?:下降|上升|增长|减少|降低|提高)(?:了|约|近|超过?)?$"
)
_SHARED_RATE = lazy_pattern(
    rf"(?P<names>[^，。；：]{{2,40}}?率(?:{JOINED}(?:(?!{JOINED})[^，。；：]){{1,16}}?(?:率|度|比例)){{1,4}})(?:均|都|分别|全部|同时|双双|也均)?(?:连续[一二三四五六七八九十]年|始终|继续|一直|持续)?(?:为|达到?|到达|保持|是|实现|稳定在|已达|均|在|高于|超过|超)*(?:约|超过?|近|以上)?$"
)
# 审查、报备率均为100%: the 率 of both stands with the last; 满意和基本满意率 is one
_SHORT_RATES = lazy_pattern(
    f"(?P<names>[^，。；：、\\d]{{2,16}}?(?:{JOINED}[^，。；：、\\d]{{1,12}}?){{1,3}}率)(?:均|都|双双?)(?:为|达到?|是|保持|实现)*(?:约|超过?)?$"
)
_ACT_OF_RATE = lazy_pattern(
    "(?:审查|审核|报备|备案|抽查|公示|公开|受理|办结|签收|答复|回复|整改|录入|巡查|上报|报送|面商|走访|回访|评查|培训|参训|考试|认领|审结)$"
)
_ACT = lazy_pattern(KINDS_OF_ACTS)
_ALL_ZERO = lazy_pattern("(?P<names>[^，。；：]{4,40}?)(?:数量|件数|数)?(?:均|都)?(?:为|是|保持)$")


def label(source: SourceText, figure: Figure, previous: Figure | None) -> str:
    """What is counted, in words of the text: those to the left within the clause, else those to the right."""
    flow = source.flow
    start = figure.clause[0]
    if previous is not None and previous.end > start:
        start = previous.end
    words = flow[start : figure.start]
    for separator in ("、", "(", "）", ")"):
        words = (
            words.rsplit(separator, 1)[-1]
            if separator != "、" or (previous is not None and previous.end >= start)
            else words
        )
    words = _LEADING.sub("", _ASPECTS.sub("", words).strip("，。；、： \n"))
    noun = _TRAILING.sub("", _CITED.sub("", words) if "《" in words else words)
    named = _VERB.sub("", noun)
    if len(named) >= 2:
        return named[-40:]
    right = _RIGHT.match(flow, figure.end)
    return right.group().strip() if right else noun or words


def relabel(figures: list[Figure]) -> None:
    """A growth is of the figure it changes, an earlier value of the later one: they share the label of the one in front."""
    for i, figure in enumerate(figures):
        for relation, other in figure.links:
            if relation == "changed" and other > i:
                figures[other].label = figure.label
            elif relation == "changed":
                figure.label = figures[other].label
            elif relation == "later" and len(figure.label) >= 2:
                figures[other].label = figure.label


def zero_names(source: SourceText, figure: Figure) -> list[tuple[int, int]]:
    """Flow spans of the events that share one zero: 行政复议、行政诉讼案件均为0件 denies two."""
    words = source.flow[figure.clause[0] : figure.start]
    m = _ALL_ZERO.search(words)
    if not m:
        return []
    spans = _parted(m["names"], figure.clause[0] + m.start("names"))
    names = [span for span in spans if events().search(words := source.flow[slice(*span)]) or _ACT.search(words)]
    return names if len(names) > 1 else []


def _parted(names: str, at: int) -> list[tuple[int, int]]:
    """Flow spans of names that 、 and 和 join; the first begins at `at`."""
    spans: list[tuple[int, int]] = []
    for name in re.split(f"({_JOINED.pattern})", names):
        if name and not _JOINED.fullmatch(name):
            lead = _LEADING.match(name)
            spans.append((at + (lead.end() if lead else 0), at + len(name)))
        at += len(name)
    return spans


def rate_names(source: SourceText, figure: Figure) -> list[tuple[int, int]]:
    """Flow spans of the rates that share one figure: 抽查率、公开率均为100% names two. 分别为 shares nothing."""
    flow = source.flow
    words = flow[figure.clause[0] : figure.start]
    if not _JOINED.search(words):
        return []
    both = _BOTH_CHANGED.search(words)
    if both:
        return _parted(both["names"], figure.clause[0] + both.start("names"))
    if "率" not in words:
        return []
    short = _SHORT_RATES.search(words)
    if short is not None:
        spans = _parted(short["names"], figure.clause[0] + short.start("names"))
        if len(spans) > 1 and all(_ACT_OF_RATE.search(flow, *span) for span in spans[:-1]):
            return spans
    m = _SHARED_RATE.search(words)
    if not m or not re.search("均|都|双双|为|达|保持|实现|率$", words[m.end("names") :] or "率"):
        return []
    if "分别" in words[m.start() :]:
        return []
    names: list[tuple[int, int]] = []
    at = figure.clause[0] + m.start("names")
    for name in re.split(f"({_JOINED.pattern})", m["names"]):
        if name and not _JOINED.fullmatch(name):
            # 满意和基本满意率 is one rate: what does not end as one belongs to what follows
            start = names.pop()[0] if names and flow[names[-1][1] - 1] not in "率度例" else at
            names.append((start, at + len(name)))
        at += len(name)
    return names if len(names) > 1 and all(flow[e - 1] in "率度例" for _, e in names) else []
