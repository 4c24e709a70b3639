"""Which indicator a denial belongs to: 未发生行政复议、行政诉讼案件."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

_OUTCOME = lazy_pattern("败诉|纠错|撤销|变更|违法|改正")
_DENIED = lazy_pattern("(?:未|无|没有)(?:有|再|曾)?(?:发生|出现|收到|受理)?$")
_SHARED_TAIL = lazy_pattern("(?<=复议)(?:败诉|纠错)?(?:案件|等?的?(?:情况|情形|问题|现象|事件))$|等?的?(?:情况|情形)$")


def _is_denied(text: str, at: int, start: int) -> bool:
    """未发生行政赔偿案件、未出现民转刑案件: whether a word in front of what is denied is itself denied, and so another thing."""
    return at < start and _DENIED.search(text, max(0, at - 8), at) is not None and "、" in text[at:start]


def bind_denial(source: SourceText, plain: Plain, matcher: Matcher, figure: Figure) -> None:
    """Sets indicator, attributes and rule of a denial, which names its thing behind the denying words."""
    assert figure.about is not None
    start, end = map(plain.at, figure.about)
    label, whole = Plain(figure.label).text, plain.text[start:end]
    read = [(matcher, start, end, plain.at(figure.sentence[0]))]
    if label != whole:  # one of several things, which may share words with the others
        # 未发生行政复议、行政诉讼等情况: each by its own name before what both have together
        names = (_SHARED_TAIL.sub("案件", label), label, whole)
        read = [(matcher.on(w), 0, len(w), 0) for w in dict.fromkeys(names)]
    for reader, start, end, sentence in read:
        matches = reader.matches(figure, Place(end, end, start, end, start, sentence, start, sentence, end))
        if sentence < start:
            matches = [m for m in matches if not any(_is_denied(reader.plain.text, at, start) for at, _ in m.words)]
        if matches:
            break
    else:
        return
    best = matches[0]
    figure.indicator, figure.rule = best.phrasing.code, best.phrasing.rule
    figure.attributes = read_attributes(
        matcher.indicator(best.phrasing.code), best.phrasing,
        source.flow[figure.start : figure.end] + label, "", "", figure.why,
    )  # fmt: skip
    # 无诉讼和败诉案件: the outcome is the other one's; 复议被撤销、变更 names two
    if label != whole and len(set(_OUTCOME.findall(label))) != 1:
        figure.attributes.pop("result", None)
    figure.why += [("word", reader.plain.text[s:e]) for s, e in sorted(best.words)]
