"""Which indicator a figure belongs to: by its own words, by its list, by the figure it changes or precedes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import MetricKind
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.behind_comma import behind_comma
from fazhi_extract.resolve.brackets import before_bracket
from fazhi_extract.resolve.breakdowns import Breakdowns
from fazhi_extract.resolve.company import left_standing, of_a_worth, people_of_training
from fazhi_extract.resolve.counted_bodies import counts_bodies
from fazhi_extract.resolve.denials import bind_denial
from fazhi_extract.resolve.fed_back import fed_back
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.headed import Headed
from fazhi_extract.resolve.inheritance import Inheritance
from fazhi_extract.resolve.joint_totals import is_joint_total
from fazhi_extract.resolve.lists import distribute
from fazhi_extract.resolve.matching import CLOSE, Match, Matcher
from fazhi_extract.resolve.matters_of_parts import MattersOfParts
from fazhi_extract.resolve.neighbours import SHARE, VAGUE_AMOUNT, preceding, same_unit
from fazhi_extract.resolve.new_levels import behind_growth, share_level
from fazhi_extract.resolve.of_which import OfWhich
from fazhi_extract.resolve.outdone import without_outdone
from fazhi_extract.resolve.place import Place, of_former, words_behind
from fazhi_extract.resolve.places import Places
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.powers import count_powers
from fazhi_extract.resolve.predicates import share_predicate, share_verb
from fazhi_extract.resolve.running import CONCLUDED, Running, names_kind, of_proposals, told_on
from fazhi_extract.resolve.subject_rates import bind_portion, bind_short_rate, by_near_subject, rate_of_subject
from fazhi_extract.resolve.trials import UNIT_BONUS
from fazhi_extract.resolve.word_order import in_another_order
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.rulebook import Rulebook
from fazhi_extract.text import SourceText

_WEAK = 0.9  # words that are worth less name nothing
_OPENS = lazy_pattern("(?:其中|有|共|另有|已|现有)?[，：]?")
_SESSIONS = ("次", "场", "期", "场次")
_OF_THOSE = lazy_pattern("，?(?:在)?已?(?:立案|受理|审结|办结|结案|审查|答复|收到)的")
# 防止民转刑案件12件、群体性上访23件: what did not come to pass is no case
_PREVENTED = lazy_pattern(
    "[，、；]?(?:有效|成功|及时|共|全年|累计){0,3}(?:防止|避免|防范(?!化解)|制止|阻止|劝阻|化解稳控)了?(?!并|和|及)(?:(?!依法|严厉|并|查处|立案|调处)[^，。；、\\d]){0,14}(?:\\d{1,6}[^，。；、\\d]{1,4}、[^，。；、\\d]{2,12}){0,3}$"
)
_COME_TO_PASS = ("dispute.petition_cases", "dispute.mediation_cases", "penalty.cases", "review.")
# 从全国1847个项目中脱颖而出: those it was chosen among are nobody's work
_CHOSEN_AMONG = lazy_pattern("[^，。；\\d]{0,12}?中(?:脱颖而出|胜出|突围|获评|入选|入围|被评|被?选[为中出])")
_OF_QUALITY = lazy_pattern(
    "(?:效率|效能|质效|质量|水平|能力|速度|强度|力度|积极性|获得感)(?:平均|总体|整体|同比|较上年|比上年|大幅|明显|普遍)*(?:提高|提升|增长|上升|增强|加快|下降|降低)(?:了|约|近|达)?$"
)
_OWN_WORK = lazy_pattern("办结|收到|受理|承办|查办|办理|审结|作出|全年")
_CAUSE = lazy_pattern("(?:案件)?(?:的)?案由(?:为|是|系)")
_AMONG = lazy_pattern("(?:案件|申请|复议案件|诉讼案件)?(?:之)?中")
_OF_TITLES = frozenset(["份", "条", "张", "封", "部"])
_NAMES_ITSELF = lazy_pattern("(?:函|措施|举措|通告|公告|条例)$")  # of laws and plans copies are counted
_VAGUE_GROWTH = lazy_pattern(f"[，、；(]?(?:其|且|并)?(?:{VAGUE_AMOUNT})(?:比|较|同比|环比|与)")
_THINGS: tuple[tuple[MetricKind, str], ...] = (("count", "件"), ("money", "元"), ("count", "次"), ("count", "人"))

# 受理许可62件，办结62件、不予许可2件: how far cases have come, and what came of them
_STAGE_ALONE = lazy_pattern(
    "[，、](?:已|均|全部|当年|共|其中)*(?:办结|审结|办理|受理|完成|办毕|批准|不予批准|不予许可|准予|发证)"
)


class Binder:
    """Binds the figures of one text."""

    def __init__(
        self,
        book: Rulebook,
        source: SourceText,
        cited: Sequence[tuple[int, int]],
        headings: Callable[[int], list[tuple[int, int]]],
    ) -> None:
        """`cited`: flow spans of titles whose words say nothing about a figure.

        `headings`: the flow spans of the headings of the sections around a position, innermost first.
        """
        self._book, self._source = book, source
        self._headings = headings
        self._running = Running(lambda at: " ".join(source.flow[start:end] for start, end in headings(at)))
        self._breakdowns = Breakdowns(source)
        self.plain = Plain(without_outdone(source.flow))
        at = self.plain.at
        self._cited = [(at(s), at(e)) for s, e in cited]

    def bind(self, figures: list[Figure], is_late: Callable[[], bool]) -> int:
        """Sets indicator, attributes, rule, candidates and links of the figures; returns how many it came to.

        It stops where `is_late`, which is asked before each figure; then nothing is inferred from neighbours either.
        """
        distribute(self._source, figures)
        self._of_which = OfWhich(self._source, self.plain)
        self._places = Places(self.plain, figures)
        places = [self._places.of(i) for i in range(len(figures))]
        # 印发《风险提示函》18份: what is counted by the sheet directly behind a title is named by it.
        counted = {place.start for figure, place in zip(figures, places, strict=True) if figure.unit in _OF_TITLES}
        cited = [s for s in self._cited if s[1] + 1 not in counted or not _NAMES_ITSELF.search(self.plain.text, *s)]
        self.matcher = Matcher(self._book, self.plain, measure_words(), cited)
        self._headed = Headed(self._source, self.plain, self.matcher, self._headings)
        self._matters = MattersOfParts(self._source.flow, self.matcher)
        for i in range(len(figures)):
            if is_late():
                return i
            self._direct(figures, i, places[i])
        share_predicate(self.plain, self.matcher, figures, places)
        share_verb(self.plain, self.matcher, figures, places)
        count_powers(self.plain, self.matcher, figures, places)
        Inheritance(self._source, self.plain, self.matcher).run(figures, places)
        return len(figures)

    def _direct(self, figures: list[Figure], i: int, place: Place) -> None:
        """Binds a figure by words of its own."""
        figure = figures[i]
        if figure.form == "in_words" or figure.role == "threshold":
            return
        if figure.form == "stated_none":
            bind_denial(self._source, self.plain, self.matcher, figure)
            return
        if figure.separate and self._of_which.named(figures, i):
            return
        if figure.growth and self._of_vague_amount(figures, i, place):
            return
        if _OF_THOSE.fullmatch(self.plain.text, place.left, place.start) and _AMONG.match(self.plain.text, place.end):
            return  # 收到复议申请30件。立案的24件中，维持15件: those of the sentence before
        if _CAUSE.match(self.plain.text, place.end):
            return  # 2宗案由为行政许可: cases of the figure in front
        if _CHOSEN_AMONG.match(self.plain.text, place.end) and not _OWN_WORK.search(
            self.plain.text, place.left, place.start
        ):
            return
        if self._breakdowns.of_cases(figures, i, self.plain.text[place.left : place.start]):
            return  # 从案件类别来看，行政强制64件: a part of the reviews in front
        if bind_short_rate(self._source, self.matcher, figure) or bind_portion(self.matcher, figure, place):
            return
        matches = self.matcher.matches(figure, place)
        if self._matters.take(figures, i, matches):
            return
        if not matches and self.plain.text[place.start] == "(" and figure.named is None:
            # 办结案件（包括行政处罚案件）120件: only the bracket says what they are
            matches = self.matcher.matches(figure, replace(place, start=self.plain.at(figure.start)))
        if not matches and (run_in := self._headed.behind(figure, place)):
            place = run_in  # 1.行政许可：320件
            matches = self.matcher.matches(figure, place)
        if not matches and (
            read := before_bracket(self._source, self.plain, self.matcher, self._places, figures, i, place)
        ):
            place, matches = read
        if not matches and (level := behind_growth(self.plain, self.matcher, self._places, figures, i)):
            self._take(figures, i, *level)
            if figure.indicator:
                share_level(figures, i)
            return
        others = [m for m in matches if not m.phrasing.code.startswith(_COME_TO_PASS)]
        since = max(place.sentence_start, place.start - 40)
        if len(others) < len(matches) and _PREVENTED.search(self.plain.text, since, place.start):
            matches = others
            if not matches:
                return
        matches = self._of_topic(figures, i, place, matches) or matches
        if (not matches or matches[0].score < _WEAK) and of_a_worth(self.plain, figures, i, place):
            return
        matches = left_standing(self.plain, self._places, figures, i, place, matches)
        if figure.kind == "rate" and not figure.growth and self._rate_of_subject(figures, i, place, matches):
            return
        # A share (占比5.6%) and the numbers of listed places are of the figure in front; words farther off say nothing.
        refers = SHARE.match(self.plain.text[place.left : place.start]) or figure.scope_kind == "region"
        if not matches and not figure.growth and not refers:
            matches = self._farther(figures, i, place)
        beside = i > 0 and self._source.flow[figures[i - 1].end : figure.start] in ("", "、", "/", "共", "，共")
        if not matches and beside and figure.named is None:
            # 16宗208.35亩, 37处、1.86万平方米: two numbers run together share the words in front of the first.
            first = self._places.of(i - 1)
            matches = self.matcher.matches(figure, replace(first, right=first.start, end=first.start))
            place = replace(place, left=first.left) if matches else place
        if not matches and figure.kind == "rate" and figure.growth:
            matches = self._changed(figure, place)
        # Not for people, rates and money, of which a text speaks in many ways.
        if not matches and not figure.growth and not refers and figure.kind == "count" and figure.family != "person":
            matches = in_another_order(self.matcher, figure, place) or self._headed.below(figure, place)
        told_behind = figure.family == "person" or figure.kind == "money"
        if not matches and told_behind and (behind := behind_comma(self.matcher, figure, place)):
            place, matches = behind
        self._take(figures, i, place, matches)

    def _rate_of_subject(self, figures: list[Figure], i: int, place: Place, matches: list[Match]) -> bool:
        """受理信访310件。按期办结率100%: binds a rate that names no subject by the figure in front; whether it is one."""
        figure = figures[i]
        own = self._source.flow[slice(*figure.named)] if figure.named else self.plain.text[place.left : place.start]
        found = rate_of_subject(self._source, figures, i, own)
        if found is None or (matches and matches[0].phrasing.code == found[0]):
            return False
        code, of = found
        if not code:
            return True
        fitting = [m for m in self.matcher.matches(figure, place, topic=code) if m.phrasing.code == code]
        if fitting:
            self._take(figures, i, place, fitting)
        else:
            figure.indicator, figure.rule, figure.lender = code, of.rule, of
            figure.attributes = read_attributes(self.matcher.indicator(code), None, own, "", "", figure.why)
        if of.sentence != figure.sentence:
            figure.doubts.append("subject-far")
        return True

    def _of_the_same_cases(self, figures: list[Figure], i: int, place: Place, best: Match) -> bool:
        """窗口受理许可62件，办结62件: whether its own words say nothing but how far the cases in front have come (rule D10)."""
        former = figures[i - 1] if i else None
        if former is None or former.sentence != figures[i].sentence or not same_unit(former, figures[i]):
            return False
        if not (former.indicator or "").startswith("service.") or former.indicator == best.phrasing.code:
            return False
        alone = _STAGE_ALONE.fullmatch(self.plain.text, place.floor, place.start) is not None
        return alone and any(start < place.floor for start, _ in best.words)

    def _of_vague_amount(self, figures: list[Figure], i: int, place: Place) -> bool:
        """Whether a growth is of an amount that only the figure in front of it names."""
        if not _VAGUE_GROWTH.match(self.plain.text, place.left, place.start):
            return False
        return preceding(figures, i, lambda f: f.indicator is not None and f.kind == "count") is not None

    def _of_topic(self, figures: list[Figure], i: int, place: Place, matches: list[Match]) -> list[Match]:
        """What fits a count of cases by what the text goes on about, where its own words name a stage or a kind alone."""
        figure = figures[i]
        if figure.family != "matter" or figure.growth:
            return []
        text, at = self.plain.text, place.start
        kind = names_kind(text[place.left : at], text[place.sentence_start : at])
        # 分地区看，收案较多的是甲区287件: a part of the figure that is broken down, which it gets its meaning from
        concluded = CONCLUDED.match(text, place.sentence_start, at) is not None
        if not kind and not concluded and (matches or self._breakdowns.in_one(figure)):
            return []
        topic = self._running.topic(figures, i) or of_proposals(figures, i)
        if topic is None or (matches and matches[0].phrasing.code == topic):
            return []
        if concluded and not told_on(figures, i, topic):
            return []
        if topic == "penalty.cases" and not (kind and not matches and "案" in text[place.left : at]):
            return []  # of punishment a section speaks in many ways
        fitting = [m for m in self.matcher.matches(figure, place, topic=topic) if m.phrasing.code == topic]
        if kind and fitting and (whole := self._running.whole(figures, i, topic)) is not None:
            figure.links.append(("whole", whole))
        return fitting

    def _farther(self, figures: list[Figure], i: int, place: Place) -> list[Match]:
        """What fits by words of the sentence in front of the figure's own."""
        figure = figures[i]
        floor = max(place.sentence_start, place.floor)
        if figure.separate and figure.kind == "count":
            return []  # 一审、二审案件分别为3件、1件: the list has the words of all its members
        if floor >= place.left or self._words_of_former(figures, i, place):
            return []
        matches = self.matcher.matches(figure, replace(place, left=floor))
        at = self.plain.at
        if figure.kind == "rate" and "率" in self.plain.text[place.left : place.start]:
            # 满意率99%，知晓率98%: a rate with a name of its own is none that was named before
            matches = [m for m in matches if any(start >= place.left for start, _ in m.words)]
        for other in (f.named for f in figures[max(0, i - 4) : i] if f.named):
            # A率、B率均为…: the words of A say nothing of B
            taken = range(at(other[0]), at(other[1]))
            matches = [m for m in matches if not any(start in taken for start, _ in m.words)]
        if matches:
            figure.doubts.append("subject-far")
        return matches

    def _words_of_former(self, figures: list[Figure], i: int, place: Place) -> bool:
        """2件维持，1件撤销: whether the words in front of a figure are those of the one before it, whose number came first."""
        if i == 0:
            return False
        former, between = figures[i - 1], self.plain.text[place.floor : place.start]
        if of_former(between):
            return True
        alike = former.end == former.right and former.sentence == figures[i].sentence and same_unit(former, figures[i])
        first = _OPENS.fullmatch(self._source.flow, former.clause[0], former.start) is not None
        return alike and first and place.left == place.start and between.endswith("，")

    def _changed(self, figure: Figure, place: Place) -> list[Match]:
        """A growth may name what grew: its indicator is that of the thing, whatever its unit."""
        if _OF_QUALITY.search(self.plain.text, place.left, place.start):
            return []  # 审批事项办理效率提高45%: how well things are done, not how many
        found: list[Match] = []
        for kind, unit in _THINGS:
            found += self.matcher.matches(replace(figure, kind=kind, unit=unit), place)
        # 申请材料精简58%: fewer of them are left, which says nothing of how many were taken out
        found = [m for m in found if m.phrasing.code != "service.removed_materials"]

        # 罚款增长12%: of the money, where its words fit the cases no better than by the unit that they ask for
        def quality(m: Match) -> float:
            return m.score + (UNIT_BONUS if self.matcher.indicator(m.phrasing.code).dimension == "money" else 0)

        return sorted(found, key=lambda m: (-quality(m), m.phrasing.code != "penalty.fine_amount", m.phrasing.rule))

    def _take(self, figures: list[Figure], i: int, place: Place, matches: list[Match]) -> None:
        if not matches:
            self._of_which.follow(figures, i, place)
            return
        figure = figures[i]
        matches = by_near_subject(figures, i, matches)
        best = matches[0]
        own = self.plain.text[place.left : place.start]
        if best.score < _WEAK or people_of_training(figures, i, own, best.phrasing.code):
            return
        if self._of_the_same_cases(figures, i, place, best):
            return
        named = self.plain.text[max(place.floor, place.sentence_start) : place.start]
        if is_joint_total(figure, named, best.phrasing.code):
            figure.joint = True
            return
        if figure.unit in _SESSIONS and best.phrasing.code.endswith("_cases") and own.endswith(("会", "会议")):
            return  # 召开行政复议案件审理会12次: the meetings
        if figure.unit == "个" and counts_bodies(best.phrasing.code, self.plain.text, place):
            return
        if self._of_which.takes(figures, i, place, best) or fed_back(self.plain, self.matcher, figures, i, place, best):
            return
        figure.indicator, figure.rule = best.phrasing.code, best.phrasing.rule
        near = [m.phrasing.code for m in matches[1:4] if m.score > best.score - CLOSE]
        figure.candidates = [code for code in dict.fromkeys(near) if code != figure.indicator]  # a growth may fit twice
        if figure.candidates:
            figure.doubts.append("indicator-close")
        text, indicator = self.plain.text, self.matcher.indicator(best.phrasing.code)
        own, behind = text[place.left : place.start], words_behind(text, place)
        before = "" if figure.kind == "money" else text[place.clause_start : place.left]
        figure.attributes = read_attributes(indicator, best.phrasing, own, behind, before, figure.why)
        figure.why += [("word", text[s:e]) for s, e in sorted(best.words)]
        figure.number_first = all(start >= place.end for start, _ in best.words)
