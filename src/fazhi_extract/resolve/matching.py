"""Which phrasings fit a figure, and how well: the words nearest to the number count most.

A phrasing's quality is the length of its matched words less the distance to the number. So a longer, more specific
phrasing wins over a shorter one, and a noun beside the number over one further away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.place import Place, nearest_after, nearest_before, stands
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.trials import Trial, Trials
from fazhi_extract.rulebook.indicators import Indicator, Phrasing
from fazhi_extract.rulebook.lexicon import MeasureWords
from fazhi_extract.rulebook.rulebook import Rulebook

NEAR = 14  # how far from the number its nearest words may stand
AHEAD = 24  # how far behind a number its sentence may still say what it is about
_PART_END = lazy_pattern("[。；\n]")
_DEALT_WITH = lazy_pattern(
    "，(?:共|累计|先后|主要|重点|及时)?(?:专题|集中|系统|深入)?(?:研究|审议|听取|部署|安排|讨论|传达)"
)
# 召开3次常委会、2次常务会，部署依法治县工作; 召开党组会3次、局务会2次，研究法治建设: of all members of the list
_LISTED = lazy_pattern(
    "(?:[^，。；：、\\d]{1,10}[、和及]\\d{1,4}(?:次|场|场次|期)(?=[^，。；：、\\d]{1,10}会)){1,3}[^，。；：、\\d]{1,10}"
    "|(?:[、和及][^，。；：、\\d]{1,10}会议?\\d{1,4}(?:次|场|场次|期)){1,3}"
)
_LIST_MARK = lazy_pattern("、")
_MEMBER_END = lazy_pattern("[、和及与并]")  # 办理提案12件并制定整改措施30条: the next number's words
LONGEST_WORD = 20  # of the rules' words beside a number
FAR = 25  # how far apart a phrasing's pieces may stand
_WIDEST = NEAR + LONGEST_WORD + FAR + 12  # how far in front of the number a phrasing's second piece may begin
CLOSE = 1.0  # indicators whose quality differs by less fit nearly alike
_RESERVE = 2.6  # how far behind the best a rate may be and still win by its subject
CLOSED = frozenset("，。；、：）)")
_LOOKS = lazy_pattern("查(?![处出封获扣])|监督|监测|巡")
# names of laws without 《》, as texts list them: 行政处罚法、行政强制法, but not 行政处罚法定程序
_LAW = lazy_pattern(
    "(?:行政(?:处罚|许可|强制|复议|诉讼)|国家赔偿|信访工作|政府信息公开)(?:法(?![律制治定规院人官庭警])|条例)"
)


class Match(NamedTuple):
    """A phrasing that fits: its quality, and the plain-text spans of its words, nearest first."""

    score: float
    phrasing: Phrasing
    words: tuple[tuple[int, int], ...]
    loose: bool = False


class Matcher:
    """Matches the phrasings of a rulebook against one text."""

    def __init__(
        self,
        book: Rulebook,
        plain: Plain,
        words: MeasureWords,
        excluded: list[tuple[int, int]],
    ) -> None:
        """`excluded`: plain-text spans (cited titles) whose words say nothing about a figure, in order."""
        self.book, self.plain, self._measure = book, plain, words
        self._trials = Trials(book, words)
        self._excluded = excluded
        self._starts = [start for start, _ in excluded]
        self._laws = [m.span() for m in _LAW.finditer(plain.text)]
        self._ending: dict[int, list[str]] = {}
        self._beginning: dict[int, list[str]] = {}

    def _ending_at(self, end: int) -> list[str]:
        """The words of the rules that end at a position, shortest first; looked for once."""
        found = self._ending.get(end)
        if found is None:
            found = self.book.words.ending_at(self.plain.text, end)
            if self._excluded and found:
                found = [word for word in found if not self._is_cited(end - len(word))]
            if self._laws and found:
                found = [word for word in found if not self._is_in_law(end - len(word), end)]
            self._ending[end] = found
        return found

    def _beginning_at(self, start: int) -> list[str]:
        """The words of the rules that begin at a position, shortest first; looked for once."""
        found = self._beginning.get(start)
        if found is None:
            found = [] if self._is_cited(start) else self.book.words.beginning_at(self.plain.text, start)
            if self._laws and found:
                found = [word for word in found if not self._is_in_law(start, start + len(word))]
            self._beginning[start] = found
        return found

    def _is_cited(self, start: int) -> bool:
        i = bisect_right(self._starts, start) - 1
        return i >= 0 and self._excluded[i][1] > start

    def _is_in_law(self, start: int, end: int) -> bool:
        """Whether a word is but a part of a law's name: 学习行政处罚法 names no penalties."""
        i = bisect_right(self._laws, (start, len(self.plain.text))) - 1
        return i >= 0 and end < self._laws[i][1]

    def on(self, text: str) -> Matcher:
        """A matcher of the same phrasings against other words, in which nothing is left out."""
        return Matcher(self.book, Plain(text), self._measure, [])

    def matches(
        self, figure: Figure, place: Place, loose: bool = False, topic: str | None = None, heading: str = ""
    ) -> list[Match]:
        """All phrasings that fit a figure, best first; one per indicator.

        `topic`: an indicator that the text goes on about: the words its phrasings ask for need not stand in the sentence.
        `heading`: where those words may stand too.
        """
        best: dict[str, Match] = {}
        self._topic, self._heading = topic, heading
        self._top = 0.0  # the best quality so far: what cannot come near it is not looked at
        self._member: int | None = None
        reserve = _RESERVE if figure.kind == "rate" else CLOSE
        known = self._trials.remembered(figure, loose)
        left, at, end_at = place.left, place.start, place.end
        text = self.plain.text
        open_behind = place.right > end_at and text[end_at] not in CLOSED
        in_front = {*text[max(place.part_start, at - _WIDEST) : at], ""}
        behind = {*text[end_at : place.right], ""} if open_behind else {""}
        for end in range(at, max(left, at - NEAR), -1):
            for word in self._ending_at(end):
                start = end - len(word)
                if start < left:
                    continue
                trials = known.get(word)
                if trials is None:
                    trials = self._trials.of(known, word, False, figure, loose)
                for trial in trials:
                    if (
                        end - start + trial.most >= self._top - reserve
                        and (end == at or trial.apart)
                        and not trial.marks_before.isdisjoint(in_front)
                        and not trial.marks_behind.isdisjoint(behind)
                    ):
                        self._try(best, trial, place, (start, end), at - end, loose)
        if open_behind:
            for start in range(end_at, min(place.right, end_at + NEAR + 5)):
                for word in self._beginning_at(start):
                    end = start + len(word)
                    if end > place.right:
                        continue
                    trials = known.get(">" + word)
                    if trials is None:
                        trials = self._trials.of(known, word, True, figure, loose)
                    for trial in trials:
                        if (
                            end - start + trial.most >= self._top - reserve
                            and (start == end_at or trial.apart)
                            and not trial.marks_behind.isdisjoint(behind)
                        ):
                            self._try(best, trial, place, (start, end), start - end_at, loose)
        if len(best) < 2:
            return list(best.values())
        return self._nearest_said(sorted(best.values(), key=lambda m: (-m.score, m.phrasing.rule)), at)

    def _nearest_said(self, matches: list[Match], at: int) -> list[Match]:
        """专项执法检查发现问题31个: a verb and its noun that touch the number go before what stands right in front of them.

        Not 双随机抽查市场主体320户, where the verb says again what stands in front.
        """
        said = max(end for _, end in matches[0].words)
        for i, match in enumerate(matches[1:], 1):
            start, end = match.words[-1]
            behind = len(match.words) > 1 and match.words[0][1] == at and min(s for s, _ in match.words) == said
            if behind and not _LOOKS.search(self.plain.text, start, end):
                return [match, *matches[:i], *matches[i + 1 :]]
        return matches

    def fitting(self, word: str, figure: Figure, behind: bool = False) -> Iterator[Phrasing]:
        """The phrasings that take the figure's unit and have a word nearest to the number, in front of it or `behind` it."""
        known = self._trials.remembered(figure, False)
        trials = known.get(">" + word if behind else word)
        if trials is None:
            trials = self._trials.of(known, word, behind, figure, False)
        for trial in trials:
            yield trial.phrasing

    def fits_unit(self, phrasing: Phrasing, figure: Figure) -> bool:
        """Whether a phrasing takes the figure's unit."""
        return self._trials.fits_unit(phrasing, figure)

    def holds(self, phrasing: Phrasing, place: Place) -> bool:
        """Whether what a phrasing asks for stands in the sentence, and nothing that it excludes beside the figure."""
        indicator = self.book.indicators[phrasing.code]
        never = phrasing.unless + indicator.blocked_by
        self._member = None
        if never and stands(self.plain.text, never, place.left, self._member_end(place)):
            return False
        not_about = indicator.not_about
        if not_about and stands(self.plain.text, not_about, place.part_start, self._member_end(place)):
            return False
        return not phrasing.when or stands(self.plain.text, phrasing.when, place.sentence_start, self._ahead(place))

    def words_between(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The rules' words that lie between two positions, each with its span."""
        for at in range(start, end):
            for word in self._ending_at(at + 1):
                if at + 1 - len(word) >= start:
                    yield at + 1 - len(word), at + 1, word
            for word in self._beginning_at(at):
                if at + len(word) <= end:
                    yield at, at + len(word), word

    def _try(
        self, best: dict[str, Match], trial: Trial, place: Place, near: tuple[int, int], gap: int, loose: bool
    ) -> None:
        """Puts a phrasing among the best where all its words stand; what most often fails is looked at first."""
        phrasing, leads, never, when = trial.phrasing, trial.leads, trial.never, trial.when
        text = self.plain.text
        words = [near]
        score = trial.bonus
        at = near[0]
        for piece in trial.before:
            found = nearest_before(text, piece.words, at, max(place.part_start, at - FAR - 12))
            if found is None:
                if piece.optional:
                    continue
                return
            words.append(found)
            score += 0.8 * (found[1] - found[0]) - 0.05 * (at - found[1])
            if found[0] < place.floor:
                score -= 2  # words of the figure in front
            if "，" in text[found[1] : at]:
                score -= 0.5  # words of the clause in front
            at = found[0]
        at = place.end if leads else near[1]
        for piece in trial.after:
            shut = at == place.end and at < len(text) and text[at] in CLOSED
            found = None if shut else nearest_after(text, piece.words, at, min(place.right, at + FAR), piece.gap)
            if found is None:
                if piece.optional:
                    continue
                return
            words.append(found)
            score += 0.8 * (found[1] - found[0]) - 0.05 * (found[0] - at)
            at = found[1]
        if when:
            begun = text[place.sentence_start : place.start]
            nearest = max([begun.rfind(word) for word in when if word in begun], default=-1)
            if nearest >= 0:
                score += 1.5 - 0.02 * (len(begun) - nearest)
            elif stands(text, when, place.end, self._ahead(place)):
                score += 0.7  # 召开党组会议4次，专题研究法治建设
            elif phrasing.code == self._topic:
                score += 0.5
            elif not (self._heading and stands(self._heading, when, 0, len(self._heading))):
                return
        if never and stands(text, never, place.left, self._member_end(place)):
            return
        if trial.not_about and stands(text, trial.not_about, place.part_start, self._member_end(place)):
            return
        if leads and "，" in text[near[1] : place.start]:
            gap += 6
        elif gap == 1 and leads and text[near[1]] == "、":
            return  # 不予处罚、60家: what the figure in front of it ends with
        score += near[1] - near[0] - (0.15 if leads else 0.08) * gap
        known = best.get(phrasing.code)
        if known is None or (score, phrasing.rule) > (known.score, known.phrasing.rule):
            best[phrasing.code] = Match(score, phrasing, tuple(words), loose)
            self._top = max(self._top, score)

    def _member_end(self, place: Place) -> int:
        """Where the figure's member of a list ends: what 、 parts from it, or 和 in front of another number, is another one's."""
        if self._member is None:
            ends = _MEMBER_END if place.right == place.following else _LIST_MARK
            end = ends.search(self.plain.text, place.end, place.right)
            self._member = end.start() if end else place.right
        return self._member

    def _ahead(self, place: Place) -> int:
        """How far behind the number its own words reach: to the clause's end where another figure follows in its part."""
        stop = _PART_END.search(self.plain.text, place.end, place.end + AHEAD)
        end = stop.start() if stop else min(len(self.plain.text), place.end + AHEAD)
        if place.following >= end:
            return end
        # 召开会议5次，研究法治建设等问题7项: what was done there is said in front of the next number
        listed = _LISTED.match(self.plain.text, place.end, end)
        if listed and _DEALT_WITH.match(self.plain.text, listed.end(), end):
            return end
        dealt = _DEALT_WITH.match(self.plain.text, place.right, place.following)
        return min(place.following if dealt else place.right, end)

    def indicator(self, code: str) -> Indicator:
        return self.book.indicators[code]
