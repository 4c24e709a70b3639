"""Which indicator a figure belongs to: by its own words, by its list, by the figure it changes or precedes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from fazhi_extract.model.vocabulary import MetricKind
from fazhi_extract.outline import LONGEST_CLAUSE
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.lists import distribute
from fazhi_extract.resolve.matching import CLOSE, LONGEST_WORD, NEAR, Match, Matcher, Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.rulebook import Rulebook
from fazhi_extract.text import SourceText

_WEAK = 0.9  # words that are worth less name nothing
_STOP = re.compile("[，。；、：\n]")
_PART_STOP = re.compile("[。；)\n]")
_RIGHT_STOP = re.compile("[，。；：\n]")
# 12期390人次: the people belong to the sessions in front of them.
_PEOPLE_OF = {
    "publicity.training_sessions": "publicity.training_people",
    "publicity.event_sessions": "publicity.audience_people",
}
_NAMED_PART = re.compile(
    "^(?>(?:其中|，|；|、|：|和|及|包括|分别为|\\()*)(?P<name>(?!本|我|全|该|各)[^，。；、：\\d]{2,12}?(?:区|县|市|州|旗|镇|乡|街道|开发区|新区|分局|大队|支队|医院|中心|所|局|院|校|站|领域|行业))(?:为|共|各)?$"
)


# What stands beside a growth without saying what grew.
_OF_CHANGE = re.compile(
    "同比|环比|相比|净|年初|年末|新|较|比|去年|上年|上一年度?|同期|往年|分别|增长|下降|上升|减少|增加|提高|降低|提升|下滑|回落|上涨|再|又|约|了|达|近|超|增幅|降幅|为|均|也|都|其中|并|且|率|持续|大幅|明显|略|有所|实现|多|少|高|低|出|[\\d，、；：()\\s年月度—-]|\\d{4}年"
)
_THINGS: tuple[tuple[MetricKind, str, str], ...] = (
    ("count", "件", "matter"),
    ("money", "元", "money"),
    ("count", "次", "event"),
    ("count", "人", "person"),
)
_FILLER = re.compile(
    "(?:其中|分别为?|共|累计|均|已|为|是|仅|和|、|上年|去年|上年同期|去年同期|同期|\\d{4}年|年度|目标|任务|计划)+"
)
_MATTERS = ("件", "起", "宗", "例", "案")
_PART_OF = re.compile("^[，；、(]?(?:其中|其余|剩余|余下|尚有|还有)")
_REST = re.compile("^[，；、(]?(?:其余|剩余|余下|尚有|还有)")
_TAIL_GAP = re.compile("[^，。；、：]{0,14}(?:、|和|与|及)")
_LEFT_BRACKET = re.compile("[^()]{0,12}\\)")
_REFERS_BACK = re.compile(
    "其中|(?:上述|以上|这些)|(?:已?审结|已?办结|受理|结案|查处|上述)的?(?:案件|复议案件|诉讼案件|事项|申请)?中"
)
_OWN_VERB = re.compile("开展|组织|实施|进行|完成|受理|办理|推进|首次|参与|出庭|提供|召开|举办|作出|收到|接到")
_SHARE = re.compile("^[，、(]?(?:约|仅|就|只)?占(?!(?:年度|全年|目标)?(?:目标|任务|计划))")


class Binder:
    """Binds the figures of one text."""

    def __init__(self, book: Rulebook, source: SourceText, cited: Sequence[tuple[int, int]]) -> None:
        """`cited`: flow spans of titles whose words say nothing about a figure."""
        self._book, self._source = book, source
        self.plain = Plain(source.flow)
        at = self.plain.at
        self._cited = [(at(s), at(e)) for s, e in cited]

    def bind(self, figures: list[Figure]) -> None:
        """Sets indicator, attributes, rule, candidates and links of all figures."""
        distribute(self._source, figures)
        # For each figure, the next from there on that is a numeral: runs of 全覆盖 are stepped over at once.
        self._numeral_from = [len(figures)] * (len(figures) + 1)
        for i in reversed(range(len(figures))):
            self._numeral_from[i] = i if figures[i].form != "in_words" else self._numeral_from[i + 1]
        places = [self._place(figures, i) for i in range(len(figures))]
        self.matcher = Matcher(self._book, self.plain, measure_words(), self._cited, _windows(places))
        for i in range(len(figures)):
            self._direct(figures, i, places[i])
        self._share_head(figures)
        self._share_tail(figures, places)
        for i, figure in enumerate(figures):
            if figure.role == "prior" and figure.prior_of is not None:
                self._pair(figures, i, places)
        for i, figure in enumerate(figures):
            if figure.kind == "rate" and figure.indicator and "level" not in figure.attributes:
                self._lend_level(figures, i)
            if figure.indicator is None and figure.form != "in_words":
                self._inherit(figures, i, places)
            elif figure.indicator and "stage" not in figure.attributes:
                self._lend_stage(figures, i, places[i])

    def _share_head(self, figures: list[Figure]) -> None:
        """药品、化妆品抽检分别为2批次、3批次: the last name holds the noun of all."""
        last: Figure | None = None
        for figure in reversed(figures):
            if figure.named is None or not figure.separate:
                last = None
                continue
            vague = figure.indicator is None or "unit-unusual" in figure.doubts
            if last is not None and vague and last.indicator and _same_unit(figure, last):
                figure.indicator, figure.rule = last.indicator, last.rule
                name = self._source.flow[slice(*figure.named)]
                figure.attributes = read_attributes(
                    self.matcher.indicator(last.indicator), None, name, "", "", figure.why
                )
                figure.lender = last
            if figure.indicator is not None:
                last = figure

    def _share_tail(self, figures: list[Figure], places: list[Place]) -> None:
        """27家测绘单位、15家评估机构完成评定: what stands behind the last number is said of all."""
        text = self.plain.text
        for i in range(len(figures) - 2, -1, -1):
            figure, later = figures[i], figures[i + 1]
            if figure.indicator is not None or not later.number_first or later.sentence != figure.sentence:
                continue
            if figure.kind == "rate" or figure.role != later.role or not _same_unit(figure, later):
                continue
            if _TAIL_GAP.fullmatch(text, places[i].end, places[i + 1].start):
                figure.indicator, figure.rule, figure.number_first = later.indicator, later.rule, True
                indicator = self.matcher.indicator(later.indicator or "")
                figure.attributes = read_attributes(indicator, None, text[places[i].left : places[i].start], "", "")

    def _place(self, figures: list[Figure], i: int) -> Place:
        figure = figures[i]
        at, text = self.plain.at, self.plain.text
        start, end = at(figure.start), at(figure.end)
        sentence = at(figure.sentence[0])
        clause = at(figure.clause[0])
        j = i - 1
        while j >= 0 and figures[j].start == figure.start:
            j -= 1
        floor = at(figures[j].end) if j >= 0 and figures[j].form != "in_words" else 0
        if floor > start:
            floor = clause
        j = self._numeral_from[i + 1]
        while j < len(figures) and figures[j].start < figure.end:
            j = self._numeral_from[j + 1]
        following = at(figures[j].start) if j < len(figures) else len(text)
        # No clause is longer: texts without any mark must not take time by the square of their length.
        stop = _RIGHT_STOP.search(text, end, end + LONGEST_CLAUSE)
        right = stop.start() if stop else min(len(text), end + LONGEST_CLAUSE)
        if j < len(figures):
            right = min(right, at(figures[j].start))
        if figure.named is not None:
            start = end = right = at(figure.named[1])
            clause, floor = at(figure.named[0]), 0
        return Place(
            start,
            end,
            max(clause, floor),
            right,
            clause,
            sentence,
            floor,
            max(
                sentence,
                text.rfind("；", sentence, start) + 1,
                clause if figure.named is not None and not figure.separate else 0,
            ),
            following,
        )

    def _direct(self, figures: list[Figure], i: int, place: Place) -> None:
        """Binds a figure by words of its own."""
        figure = figures[i]
        if figure.form == "in_words" or figure.role == "threshold":
            return
        if figure.form == "stated_none":
            self._denied(figure)
            return
        if figure.separate and self._named_part(figures, i):
            return
        matches = self.matcher.matches(figure, place)
        if not matches:
            floor = max(place.sentence_start, place.floor)
            if floor < place.left:
                matches = [] if figure.growth else self.matcher.matches(figure, replace(place, left=floor))
                if matches:
                    figure.doubts.append("subject-far")
        if not matches and place.start == place.floor and i and figures[i - 1].end == figure.start:
            # 16宗208.35亩: two numbers run together share the words in front of the first.
            first = self._place(figures, i - 1)
            matches = self.matcher.matches(figure, replace(first, right=first.start, end=first.start))
        if not matches and figure.kind == "count" and figure.unit is not None:
            matches = self.matcher.matches(figure, place, loose=True)
        if not matches and figure.kind == "rate" and figure.growth:
            matches = self._changed(figure, place)
        self._take(figures, i, place, matches)

    def _changed(self, figure: Figure, place: Place) -> list[Match]:
        """A growth may name what grew: its indicator is that of the thing, whatever its unit."""
        found: list[Match] = []
        for kind, unit, family in _THINGS:
            stand_in = replace(figure, kind=kind, unit=unit, family=family, role="actual")
            found += self.matcher.matches(stand_in, place)
        return sorted(found, key=lambda m: (-m.score, m.phrasing.rule))

    def _denied(self, figure: Figure) -> None:
        """A denial names its thing behind the denying words."""
        matches: list[Match] = []
        text = Plain(figure.label).text
        at = self.plain.at
        if figure.about and self._source.flow[slice(*figure.about)] == figure.label:
            start, end, sentence = at(figure.about[0]), at(figure.about[1]), at(figure.sentence[0])
            matches = self.matcher.matches(figure, Place(end, end, start, end, start, sentence, start, sentence, end))
        read = self.plain.text if matches else text  # where the matches have their places
        if not matches:
            matcher = Matcher(self._book, Plain(text), measure_words(), [])
            matches = matcher.matches(figure, Place(len(text), len(text), 0, len(text), 0, 0, 0, 0, len(text)))
        if not matches and figure.about:
            whole = self.plain.text[self.plain.at(figure.about[0]) : self.plain.at(figure.about[1])]
            matcher = Matcher(self.matcher.book, Plain(whole), measure_words(), [])
            matches = matcher.matches(figure, Place(len(whole), len(whole), 0, len(whole), 0, 0, 0, 0, len(whole)))
            text = read = whole
        if not matches:
            return
        best = matches[0]
        figure.indicator, figure.rule = best.phrasing.code, best.phrasing.rule
        figure.attributes = read_attributes(
            self.matcher.indicator(best.phrasing.code), best.phrasing, text, "", "", figure.why
        )
        figure.why += [("word", read[s:e]) for s, e in sorted(best.words)]

    def _take(self, figures: list[Figure], i: int, place: Place, matches: list[Match]) -> None:
        if not matches:
            return
        figure = figures[i]
        matches = self._near_subject(figures, i, matches)
        best = matches[0]
        if best.score < _WEAK or self._rather_part(figures, i, place, best):
            return
        figure.indicator, figure.rule = best.phrasing.code, best.phrasing.rule
        figure.candidates = [m.phrasing.code for m in matches[1:4] if m.score > best.score - CLOSE]
        if figure.candidates:
            figure.doubts.append("indicator-close")
        if best.loose:
            figure.doubts.append("unit-unusual")
        text = self.plain.text
        figure.attributes = read_attributes(
            self.matcher.indicator(best.phrasing.code), best.phrasing,
            text[place.left : place.start], self._right(place), text[place.clause_start : place.left], figure.why,
        )  # fmt: skip
        figure.why += [("word", text[s:e]) for s, e in sorted(best.words)]
        figure.number_first = all(start >= place.end for start, _ in best.words)

    def _rather_part(self, figures: list[Figure], i: int, place: Place, best: Match) -> bool:
        """其中… is a part of the figure in front, unless its own words name something of the same domain, or name it well."""
        if best.score >= 4.6 or not _PART_OF.match(self.plain.text[place.left : place.start]):
            return False
        earlier = _before(figures, i, lambda f: f.role not in ("change", "prior"))
        if earlier is None or earlier.indicator is None or not _same_unit(figures[i], earlier):
            return False
        if earlier.indicator.endswith("_items") and best.phrasing.code.endswith("_cases"):
            return True  # 政务服务事项103项，其中行政许可29项: the parts of a list are items
        return best.score < 3.2 and earlier.indicator.split(".")[0] != best.phrasing.code.split(".")[0]

    def _named_part(self, figures: list[Figure], i: int) -> bool:
        """其中A、B、C分别为…: the names are kinds of the whole in front."""
        figure = figures[i]
        if not _PART_OF.match("，" + self._source.flow[figure.clause[0] : figure.start]):
            return False
        earlier = _before(figures, i, lambda f: f.role not in ("change", "prior") and not f.separate)
        if earlier is None or earlier.indicator is None or not _same_unit(figure, earlier):
            return False
        _copy(figure, earlier)
        figure.links.append(("whole", next(j for j in range(i) if figures[j] is earlier)))
        return True

    def _right(self, place: Place) -> str:
        """The figure's own words behind it: to the end of its member of a list; to the end of its part, if it is last."""
        text = self.plain.text
        own = re.split("[、(]", text[place.end : place.right], maxsplit=1)[0]
        stop = _PART_STOP.search(text, place.right, place.right + LONGEST_CLAUSE)
        end = stop.start() if stop else min(len(text), place.right + LONGEST_CLAUSE)
        if place.following < end:  # the clause of the figure behind speaks of that one
            end = max(place.right, text.rfind("，", place.right, place.following))
        beyond = text[place.right : end]
        # Only where the number stands first does what follows the comma still speak of it.
        return (
            own if not own or (place.following < len(text) and "其中" in beyond) or len(beyond) > 40 else own + beyond
        )

    def _near_subject(self, figures: list[Figure], i: int, matches: list[Match]) -> list[Match]:
        """Among rates of like quality, the one about the nearest figure's subject comes first (D07)."""
        figure = figures[i]
        if figure.kind != "rate" or len(matches) < 2:
            return matches
        before = _before(figures, i, lambda f: f.indicator is not None and f.role != "change")
        if before is None:
            return matches
        stem, domain = before.indicator.rsplit("_", 1)[0], before.indicator.split(".")[0]  # type: ignore[union-attr]

        def quality(m: Match) -> float:
            code = m.phrasing.code
            return m.score + (1.5 if code.startswith(stem) else 0.8 if code.startswith(domain + ".") else 0)

        return sorted(matches, key=lambda m: (-quality(m), m.phrasing.rule))

    def _pair(self, figures: list[Figure], i: int, places: list[Place]) -> None:
        """从A提升至B: both have the indicator of the one whose words name it."""
        earlier, later = figures[i], figures[figures[i].prior_of or i]
        if earlier.indicator and later.indicator and earlier.indicator != later.indicator:
            later.indicator = None
        if later.indicator is None and earlier.indicator:
            _copy(later, earlier)
        elif earlier.indicator is None and later.indicator:
            _copy(earlier, later)
        earlier.links.append(("later", figures[i].prior_of or i))

    def _inherit(self, figures: list[Figure], i: int, places: list[Place]) -> None:
        figure, place = figures[i], places[i]
        text = self.plain.text
        own = text[place.left : place.start]
        base = self._base(figures, i) if figure.base is None else figure.base
        if base is None:
            return
        earlier = figures[base]
        if figure.growth:
            subject = "" if figure.base is not None else _OF_CHANGE.sub("", own)
            if len(subject) < 2 and (figure.kind == "rate" or figure.unit == earlier.unit):
                _copy(figure, earlier)
                figure.links.append(("changed", base))
            return
        if earlier.indicator is None:
            return
        if figure.role == "threshold" or figure.kind != earlier.kind:
            if figure.kind == "rate" and figure.role != "threshold" and _SHARE.match(own) and earlier.kind != "rate":
                _copy(figure, earlier)
                figure.links.append(("whole", base))
            return
        if (
            not re.sub("共|累计|参训|参加|共计|合计|总计|培训|[，、；：()（和及与]", "", own)
            and earlier.indicator in _PEOPLE_OF
            and figure.family == "person"
            and _PEOPLE_OF[earlier.indicator] in self.matcher.book.indicators
        ):
            figure.indicator = _PEOPLE_OF[earlier.indicator]
            figure.rule, figure.lender = earlier.rule, earlier
            return
        if not _same_unit(figure, earlier):
            indicator = self.matcher.indicator(earlier.indicator or "")
            if not own.strip("，、和") and place.left == place.floor and (figure.unit or "") in indicator.units:
                _copy(figure, earlier)  # 5起、9人; 340批812人次
            return
        part = _NAMED_PART.match(own)
        if part:
            total = self._total(figures, base)
            _copy(figure, figures[total])
            figure.scope = part["name"]
            figure.scope_kind = (
                "objects"
                if part["name"].endswith(("领域", "行业"))
                else "region"
                if re.search("(?:区|县|市|州|旗|镇|乡|街道)$", part["name"])
                else "unit"
            )
            figure.links.append(("whole", total))
            return
        indicator = self.matcher.indicator(earlier.indicator or "")
        words = own.strip("，、；：()和及与。 ")
        read = read_attributes(indicator, None, own, self._right(place), "", figure.why)
        of_whole = bool(_PART_OF.match(own)) or (own.startswith("、") and any(r == "whole" for r, _ in earlier.links))
        if len(words) <= 16 and (read or of_whole or not words or _FILLER.fullmatch(words)):
            _copy(figure, earlier)
            for key in ("stage", "result"):
                if key in read:
                    figure.attributes.pop("result" if key == "stage" else key, None)
            figure.attributes.update(read)
            if _REST.match(own):
                figure.attributes.pop("stage", None)
            if of_whole:
                figure.links.append(("whole", self._total(figures, base)))

    def _lend_stage(self, figures: list[Figure], i: int, place: Place) -> None:
        """A verb said once for a list (受领国家任务12件，省级任务8件) holds for the members that have none."""
        figure = figures[i]
        if figure.role not in ("actual", "target"):
            return
        if "result" in figure.attributes:
            # 审结64件，维持29件: what has a result has been completed where the sentence says so.
            closed = _before(figures, i, lambda f: f.indicator == figure.indicator and "stage" in f.attributes)
            allowed = self.matcher.indicator(figure.indicator or "").attributes.get("stage", ()) or ()
            if closed is not None and closed.attributes["stage"] == "completed" and "completed" in allowed:
                figure.attributes["stage"] = "completed"
            return
        earlier = _before(figures, i, lambda f: f.role == figure.role)
        if earlier is None or earlier.indicator != figure.indicator:
            return
        stage = earlier.attributes.get("stage")
        own = self.plain.text[place.left : place.start]
        if stage and not _OWN_VERB.search(own) and len(own) <= 24:
            figure.attributes["stage"] = stage
            figure.lender = figure.lender or earlier

    def _lend_level(self, figures: list[Figure], i: int) -> None:
        """国家任务862件，…完成率97.68%: a rate is about the level of the figure in front."""
        figure = figures[i]
        if "level" not in self.matcher.indicator(figure.indicator or "").attributes:
            return
        domain = (figure.indicator or "").split("_")[0]
        earlier = _before(figures, i, lambda f: (f.indicator or "").startswith(domain) and "level" in f.attributes)
        if earlier is not None:
            figure.attributes["level"] = earlier.attributes["level"]

    def _base(self, figures: list[Figure], i: int) -> int | None:
        """The nearest figure in front with an indicator: in the sentence, or in the one before it where 其中 says so."""
        figure = figures[i]
        for j in range(i - 1, -1, -1):
            earlier = figures[j]
            if earlier.start == figure.start:
                continue
            if earlier.sentence != figure.sentence:
                own = self.plain.text[self.plain.at(figure.sentence[0]) : self.plain.at(figure.start)]
                if not _REFERS_BACK.match(own) or figure.sentence[0] - earlier.sentence[1] > 3:
                    return None
            if earlier.role in ("change", "prior") or earlier.form == "in_words":
                continue
            if not figure.growth and _LEFT_BRACKET.match(self._source.flow, earlier.end, figure.start):
                continue  # 审结9件（含结转2件），其中…: what is bracketed is no whole
            if figure.growth:
                return j if earlier.indicator else None
            if earlier.indicator:
                if earlier.kind != figure.kind or not _same_unit(figure, earlier):
                    if figure.kind == "rate" or (earlier.indicator in _PEOPLE_OF and figure.family == "person"):
                        return j
                    if figure.start - earlier.end <= 1 and figure.kind == "count":
                        return j
                    continue
                return j
        return None

    def _total(self, figures: list[Figure], j: int) -> int:
        """The whole that a part belongs to: the first of a row of parts links to it."""
        for relation, k in figures[j].links:
            if relation == "whole":
                return k
        return j


def _windows(places: Sequence[Place]) -> list[tuple[int, int]]:
    """The parts of the text in which figures' words stand, in order and without overlaps."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, p.start - NEAR - LONGEST_WORD), p.end + NEAR + LONGEST_WORD) for p in places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _before(figures: list[Figure], i: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """The nearest figure in front of the i-th, in its sentence, that fits."""
    for j in range(i - 1, -1, -1):
        if figures[j].sentence != figures[i].sentence:
            return None
        if figures[j].end <= figures[i].start and fits(figures[j]):
            return figures[j]
    return None


def _same_unit(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit or (a.family == b.family == "matter" and a.unit in _MATTERS and b.unit in _MATTERS)


def _copy(figure: Figure, model: Figure) -> None:
    figure.indicator, figure.rule = model.indicator, model.rule
    figure.attributes = dict(model.attributes)
    figure.lender = model
