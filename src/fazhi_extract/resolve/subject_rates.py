"""Rates by what they are of: 受理信访事项310件。按期办结率100%。 One without a subject is of the nearest figure in front."""

from __future__ import annotations

from functools import cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import AHEAD, Match, Matcher
from fazhi_extract.resolve.neighbours import preceding
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook.lexicon import load_toml
from fazhi_extract.text import SourceText

# A rate that is named by what was done alone. 政务服务满意率 names whose rate it is.
_BARE = lazy_pattern(
    "(?:[，、；：]|其中|并且|且|实现|做到|确保了?|群众|总体|综合|平均|实际|按期|按时|及时|依法|如期|规范|限期|期限内|规定时限内|时限内|全部|100%){0,4}"
    "(?P<name>[\u4e00-\u9fff]{2,6}?)(?:完成)?(?:率|度)(?:均|都|已|也|达到?|达|为|是|保持在?|在|约|共|、){0,4}"
)
_MARKS = lazy_pattern("[，。；、：()\n]")
_RATE = lazy_pattern("(?:率|度)[^率度]{0,4}(?:\\d|$)|^(?:均|都|分别)?(?:为|达到?)?[\\d.]+%")
_LEAST = 2  # characters of a rate's name that have to say what it is a rate of
_TAIL = 8  # characters that may stand behind a number before the next mark: 件工单, 人次（含…）
# 在承诺时限内办结的占98%, 网上申报的比例为96%
_PORTION = lazy_pattern(
    "的(?:办件|事项|业务|案件|群众|申请人)?(?:占比?|比例|比重|占到)(?:为|达到?|是)?(?:了|约|近|到)?$"
)
_FARTHEST = 160  # characters between the rate and the figure that it is of


def _only_rates(between: str) -> bool:
    """Whether nothing but other rates stands between a figure and the words of a rate."""
    first, *others = _MARKS.split(between)
    return len(first) <= _TAIL and all(not part or _RATE.search(part) for part in others)


@cache
def _rates() -> dict[str, dict[str, str]]:
    """For each indicator, the names of its rates and their indicators."""
    return {
        code: {word: one["rate"] for one in entry["rates"] for word in one["words"]}
        for entry in load_toml("subject_rates.toml")["subject"]
        for code in entry["of"]
    }


def rate_of_subject(source: SourceText, figures: list[Figure], i: int, own: str) -> tuple[str, Figure] | None:
    """The indicator that a rate is of by the nearest figure in front, and that figure; `own`: the words in front of it."""
    bare = _BARE.fullmatch(own)
    if bare is None:
        return None
    figure = figures[i]
    said_from = figure.named[0] if figure.named else figure.start - len(own)
    begins = source.paragraph_at(figure.start)[0]
    for j in range(i - 1, -1, -1):
        earlier = figures[j]
        if earlier.start < begins or figure.start - earlier.end > _FARTHEST:
            return None
        if earlier.kind == "rate" or earlier.growth or earlier.role in ("prior", "target", "threshold"):
            continue
        if earlier.indicator is None and "其中" in source.flow[earlier.sentence[0] : earlier.start]:
            continue  # a part, which has its indicator from the whole later
        if not _only_rates(source.flow[earlier.end : said_from]):
            return None  # 培训320人次。认真组织案卷评查，合格率98%: the words between name another subject
        if earlier.attributes.get("variety") == "积案" and bare["name"].endswith("化解"):
            return None  # 化解信访积案92件，化解率98%: that of conflicts, as its own words have it
        rate = _rates().get(earlier.indicator or "", {}).get(bare["name"])
        return None if rate is None else (rate, earlier)
    return None


def bind_short_rate(source: SourceText, matcher: Matcher, figure: Figure) -> bool:
    """审查、报备率均为100%: binds a rate whose name leaves its 率 to the last of a list; whether it is one.

    What the sentence said in front may be what the phrasing asks for: 文件经合法性审核，审核、报备率均为100%.
    """
    if figure.kind != "rate" or figure.named is None or figure.growth or figure.separate:
        return False
    begins, ends = figure.named
    name = Plain(source.flow[begins:ends]).text
    if not name or name.endswith(("率", "度", "比例")):
        return False
    _bind_as_rate(matcher, figure, Plain(source.flow[figure.sentence[0] : begins]).text, name)
    return True


def bind_portion(matcher: Matcher, figure: Figure, place: Place) -> bool:
    """按时办结的占98%: binds a share of what was done as the rate that its 率 would name; whether there is such a rate."""
    text = matcher.plain.text
    if figure.kind != "rate" or figure.growth or figure.named is not None:
        return False
    portion = _PORTION.search(text, place.left, place.start)
    if portion is None:
        return False
    return _bind_as_rate(matcher, figure, text[place.sentence_start : place.left], text[place.left : portion.start()])


def _bind_as_rate(matcher: Matcher, figure: Figure, told: str, name: str) -> bool:
    """Binds a figure by what fits if 率 stood behind a name that the words `told` stand in front of; whether anything does."""
    said = f"{told}{name}率"
    end, left = len(said), len(told)
    place = Place(end, end, left, end, left, 0, left, left, end + AHEAD)
    best = next(iter(matcher.on(said).matches(figure, place)), None)
    if best is None or not any(stop == end and stop - start > _LEAST for start, stop in best.words):
        return False
    figure.indicator, figure.rule = best.phrasing.code, best.phrasing.rule
    figure.attributes = read_attributes(matcher.indicator(best.phrasing.code), best.phrasing, said, "", "")
    figure.why.append(("word", name))
    return True


def by_near_subject(figures: list[Figure], i: int, matches: list[Match]) -> list[Match]:
    """The matches of a rate, the one about the nearest figure's subject first among those of like quality (D07)."""
    figure = figures[i]
    if figure.kind != "rate" or len(matches) < 2:
        return matches
    before = preceding(figures, i, lambda f: f.indicator is not None and f.role != "change")
    if before is None or before.indicator is None:
        return matches
    stem, domain = before.indicator.rsplit("_", 1)[0], before.indicator.split(".")[0] + "."

    def quality(m: Match) -> float:
        code = m.phrasing.code
        return m.score + (1.5 if code.startswith(stem) else 0.8 if code.startswith(domain) else 0)

    return sorted(matches, key=lambda m: (-quality(m), m.phrasing.rule))
