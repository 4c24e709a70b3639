"""What a figure has from another one: its list, the figure it changes, precedes, or is a part of."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.among import open_by_noun, settle_among
from fazhi_extract.resolve.attributes import read_attributes
from fazhi_extract.resolve.bases import Bases
from fazhi_extract.resolve.breakdowns import Breakdowns
from fazhi_extract.resolve.changes import link_changes, of_prior, part_of_growth, settle_rows
from fazhi_extract.resolve.counsel import settle_counsel_cases
from fazhi_extract.resolve.figure import BARE, Figure
from fazhi_extract.resolve.figures import OF_PLACES
from fazhi_extract.resolve.fined_cases import settle_fined_cases
from fazhi_extract.resolve.level_lists import settle_levels
from fazhi_extract.resolve.lists import BODIES_SIDE_BY_SIDE
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.membership import Membership
from fazhi_extract.resolve.named_parts import NamedParts
from fazhi_extract.resolve.neighbours import SHARE, VAGUE_AMOUNT, lend, same_unit
from fazhi_extract.resolve.next_objects import next_object
from fazhi_extract.resolve.other_times import settle_other_time
from fazhi_extract.resolve.other_topics import settle_other_topics
from fazhi_extract.resolve.penalty_shares import share_of_penalties
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.resolve.proportions import Proportions
from fazhi_extract.resolve.said_once import said_once
from fazhi_extract.resolve.same_verb import same_verb
from fazhi_extract.resolve.shared_attributes import SharedAttributes
from fazhi_extract.resolve.shared_nouns import share_head, share_list, share_tail
from fazhi_extract.resolve.shares import share_of_cases
from fazhi_extract.resolve.shares_apart import share_apart
from fazhi_extract.resolve.sorts_of_cases import penalties_by_sentence
from fazhi_extract.resolve.sums_behind import totals_behind
from fazhi_extract.text import SourceText

# What stands beside a growth without saying what grew.
_OF_CHANGE = lazy_pattern(
    VAGUE_AMOUNT
    + "|(?:受理|新收|办理|审结|办结|结案|立案)案件|收案|上(?:个)?月|上季度?|上半年|批次|人次|件次"
    + "|同比|环比|相比|同时期|净|(?:上|去)?年[初末底]|新|较|比|去年|上年|上一年度?|同期|往年|分别|增长|下降|上升|减少|增加|提高|降低|提升|下滑|回落|上涨"
    "|(?:改革|调整|清理|修订|优化)前"  # than what
    "|在?的?基础上|压减|压降|压缩|收窄|改善|再|又|约|了|达|近|超|优于|好于|[增降减涨升跌]幅|为|均|也|都|其中|并|且|率|持续|大幅|明显|略|有所|实现|多|少|高|低|出"
    "|[\\d，、；：()\\s年月度—-]|\\d{4}年"
)
_EACH_SHARE = lazy_pattern("分别(?:约)?占(?!(?:年度|全年|目标)?(?:目标|任务|计划))")
_AMOUNT_OF = lazy_pattern(f"[，、；]?(?:{VAGUE_AMOUNT})")
_OF_TWO = lazy_pattern("[，、；]?(?:前者|(?P<latter>后者))")
# 检查企业120家（不含个体户30家）: what is left out is no part.
_LEFT_OUT = lazy_pattern("[(，]?(?:不含|不包括|除|另|此外|外加)(?!有)\\S")
_NOT_YET = lazy_pattern("(?:其中)?(?:未|尚|正在|暂未|在办|待|结转(?:至|到)?下)")  # 完成整改280个，未完成6个
_AVERAGE = lazy_pattern("平均每|[人户件案家]均(?!已|为|按|予|由|无)")

_DONE_MORE = lazy_pattern(
    "[较比与](?:(?:上|去)年|上一年|20\\d\\d年)度?(?:同期)?(?:多|少)(?:发布|公开|调处|调解|化解|举办|开展|组织|召开|检查|走访|查处|发放|印发|制发|制定|宣传)了?约?$"
)
_BEGUN = ("received", "accepted", "filed", "found")
_OF_BOTH = ("variety", "channel", "level", "instrument")


class Inheritance:
    """Fills in what the words of the figures themselves leave open."""

    def __init__(self, source: SourceText, plain: Plain, matcher: Matcher) -> None:
        self._source, self._plain, self._matcher = source, plain, matcher
        self._shared = SharedAttributes(source, plain, matcher)
        self._breakdowns = Breakdowns(source)
        self._bases = Bases(source, plain)
        self._named = NamedParts(source, plain, matcher, self._bases, self._breakdowns)
        self._membership = Membership(source, plain, matcher, self._named, self._bases)
        self._proportions = Proportions(source)

    def run(self, figures: list[Figure], places: list[Place]) -> None:
        """Sets indicator, attributes and links from the figures beside; `places` are those of `figures`."""
        share_head(self._source, self._matcher, figures)
        share_list(self._plain, figures, places)
        share_tail(self._plain, self._matcher, figures, places)
        for i, figure in enumerate(figures):
            if figure.role == "prior" and figure.prior_of is not None:
                self._pair(figures, i, places)
        totals_behind(
            self._source, self._matcher, figures
        )  # before what is read from them, and once all parts are known
        for i, figure in enumerate(figures):
            if figure.kind == "rate" and not figure.growth and figure.indicator and "level" not in figure.attributes:
                self._shared.level(figures, i)
            taken = self._proportions.take(figures, i)
            if not taken and figure.indicator is None and figure.form != "in_words" and not figure.joint:
                self._inherit(figures, i, places)
            elif not taken and figure.indicator and "stage" not in figure.attributes and not self._not_yet(places[i]):
                self._shared.stage(figures, i, places[i])
            if (
                figure.base is not None
                and figure.indicator == figures[figure.base].indicator
                and "level" in figures[figure.base].attributes
            ):
                figure.attributes["level"] = figures[figure.base].attributes["level"]
            self._shared.still_open(figure, places[i])
            if figure.indicator:
                self._shared.instance(figure)
                self._shared.constant(figures, i)
                self._shared.outcome(figures, i)
                self._shared.hotline(figures, i)
                self._shared.variety(figures, i)
        for figure in figures:
            later = figures[figure.prior_of] if figure.prior_of is not None else None
            if later is not None and later.indicator is None and figure.indicator and later.kind == figure.kind:
                lend(later, figure)  # 占比由24%降到17.5%
        settle_fined_cases(self._source.flow, self._matcher, figures)
        settle_counsel_cases(self._source.flow, self._matcher, figures)
        settle_among(self._source.flow, self._matcher, figures)
        settle_other_topics(self._source.flow, self._matcher, figures)
        link_changes(self._source.flow, figures)
        for whole, parts in self._breakdowns.adding_up(figures):
            for part in (figures[i] for i in parts):
                if part.indicator != figures[whole].indicator:
                    lend(part, figures[whole])
                    part.doubts = [doubt for doubt in part.doubts if doubt != "subject-far"]
                    part.candidates = []
                part.links = [link for link in part.links if link[0] != "whole"] + [("whole", whole)]
        totals_behind(self._source, self._matcher, figures)
        for whole, odd in self._breakdowns.odd_ones(figures):
            lend(figures[odd], figures[whole])
            figures[odd].candidates = []
            figures[odd].links = [link for link in figures[odd].links if link[0] != "whole"] + [("whole", whole)]
        settle_levels(self._source.flow, figures)
        settle_rows(self._source.flow, figures)

    def _not_yet(self, place: Place) -> bool:
        """Whether the words in front of a number say that something is not done yet."""
        return _NOT_YET.match(self._plain.text[place.left : place.start].lstrip("，、；：")) is not None

    def _pair(self, figures: list[Figure], i: int, places: list[Place]) -> None:
        """从A提升至B: both have the indicator of the one whose words name it."""
        earlier, later = figures[i], figures[figures[i].prior_of or i]
        if earlier.indicator == later.indicator:
            said = {key: value for key, value in earlier.attributes.items() if key in _OF_BOTH and value != "法定"}
            later.attributes = said | later.attributes  # 承诺时限由20个工作日压缩至5个工作日
            if earlier.attributes.get("variety") == later.attributes.get("variety") == "法定":
                del later.attributes["variety"]  # 由法定的20个压缩至5个工作日
        if earlier.indicator and later.indicator and earlier.indicator != later.indicator:
            later.indicator = None
        if later.indicator is None and earlier.indicator:
            lend(later, earlier)
        elif earlier.indicator is None and later.indicator:
            lend(earlier, later)
        earlier.links.append(("later", figures[i].prior_of or i))

    def _inherit(self, figures: list[Figure], i: int, places: list[Place]) -> None:
        figure = figures[i]
        own = self._plain.text[places[i].left : places[i].start]
        if self._plain.text.endswith(("其中，", "其中："), 0, places[i].left):
            own = "其中" + own
        if figure.scope_kind == "region" and figure.kind == "rate" and OF_PLACES.fullmatch(own.lstrip("，；")):
            own = ""  # 出庭应诉率96.8%，青山市、白岭州均达100%
        elif figure.scope is not None and (told := BODIES_SIDE_BY_SIDE.fullmatch(own.lstrip("，；"))):
            own = told.group()[told.end("names") - told.start() :]  # 望桥区、汀口市人民法院受理612件、338件
        if self._without_base(figures, i, own, places):
            return
        if share_apart(self._source.flow, self._matcher, figures, i):
            return
        share = figure.kind == "rate" and figure.role != "threshold" and SHARE.match(own) is not None
        if not share and figure.base is None and share_of_cases(self._plain, self._matcher, figures, i, places[i]):
            return
        named = _OF_TWO.match(own) if figure.growth else None
        base = self._bases.of_two(figures, i, named["latter"] is not None) if named else figure.base
        if base is None:
            base = self._bases.whole_of_share(figures, i) if share else self._bases.nearest(figures, i)
        if base is None:
            if figure.growth and i and of_prior(figures, i):
                return
            if share and share_of_cases(self._plain, self._matcher, figures, i, places[i]):
                return
            if figure.kind == "count" and figure.role == "actual" and self._breakdowns.in_one(figure):
                self._named.broken_down(figures, i, own)
            return
        base = self._bases.of_stage(figures, i, base)
        if figure.growth:
            subject = "" if named or figure.base is not None else _OF_CHANGE.sub("", own)
            self._growth(figures, i, base, own, subject, places)
            if named and figure.lender is figures[base]:
                figure.scope, figure.scope_kind = figures[base].scope, figures[base].scope_kind
        elif figure.kind == "count" and figure.role == "actual" and self._named.broken_down(figures, i, own):
            return
        elif figures[base].indicator is not None:
            if figures[base].role == "change":
                self._level_behind(figures, i, base)
            else:
                self._membership.take(figures, i, base, own, places)

    def _without_base(self, figures: list[Figure], i: int, own: str, places: list[Place]) -> bool:
        """Whether a figure is settled by how its sentence is built, or nothing in front may settle it."""
        figure, place = figures[i], places[i]
        if i and next_object(self._source, self._plain, self._matcher, figures, i, place):
            lend(figure, figures[i - 1])
            return True
        if (again := self._bases.said_again(figures, i)) is not None:
            lend(figure, figures[again])
            figure.attributes.pop("stage", None)  # 收到申请6件。6件申请都已答复
            return True
        if open_by_noun(self._source.flow, self._matcher, figures, i):
            return True
        if penalties_by_sentence(self._plain, self._matcher, figures, i, places):
            return True
        if (again := same_verb(self._plain, figures, i, places)) is not None:
            lend(figure, figures[again])
            return True
        if said_once(self._plain, figures, i):
            return True
        if figure.form == "stated_none" or _LEFT_OUT.match(own) or _AVERAGE.search(own):
            # 行政诉讼零败诉、零赔付: a denial says itself what did not happen; 受理投诉400件，平均每街道8件: no number of cases
            return True
        if (whole := self._breakdowns.told_by_topic(figures, i)) is not None:
            lend(figure, figures[whole])
            figure.links.append(("whole", whole))
            return True
        if settle_other_time(self._source.flow, figures, i) or self._named.of_levels(figures, i):
            return True
        if self._named.in_bracket(figures, i, place) or self._named.parallel(figures, i, place):
            return True
        if (count := self._bases.shared_out(figures, i)) is not None:
            if figures[count].indicator:
                lend(figure, figures[count])
                figure.links.append(("whole", count))
            return True
        if share_of_penalties(self._plain, self._matcher, figures, i, place):
            return True
        each = figure.base is not None and _EACH_SHARE.search(self._source.flow, figure.clause[0], figure.start)
        if each and figure.kind == "rate" and figures[figure.base or 0].kind != "rate":
            lend(figure, figures[figure.base or 0])  # 案件426件，罚款96万元，分别占全市的13%、9%
            figure.links.append(("numerator", figure.base or 0))
            figure.partial = figure.indicator is not None
            return True
        return False

    def _growth(self, figures: list[Figure], i: int, base: int, own: str, subject: str, places: list[Place]) -> None:
        """Makes a growth that of the figure in front, where it names nothing else (`subject`) that grew."""
        figure, earlier = figures[i], figures[base]
        if earlier.kind != "count" and _AMOUNT_OF.match(own):
            return  # 存活率98%，受理量增长20%: how much there is of a thing is no rate and no money
        words = self._plain.text[places[base].left : places[base].start]
        again = len(subject) == 2 and subject in words  # 多举办4期
        # 公开信息3.6万条，比上年多发布4200条: the verb says how they come about
        done = _DONE_MORE.search(own) is not None and earlier.attributes.get("stage") not in _BEGUN
        if (len(subject) < 2 or again or (done and same_unit(figure, earlier))) and (
            figure.kind == "rate" or figure.unit == earlier.unit or earlier.family == BARE
        ):
            lend(figure, earlier)
            if earlier.role != "change":
                figure.links.append(("changed", base))
        elif (grown := part_of_growth(self._source.flow, figures, i)) is not None:
            lend(figure, grown)
            figure.partial = True

    def _level_behind(self, figures: list[Figure], i: int, change: int) -> None:
        """减少20件降至98件: what a growth led to is of its kind."""
        figure, growth = figures[i], figures[change]
        if figure.kind == "rate" or (figure.unit or "") in self._matcher.indicator(growth.indicator or "").units:
            lend(figure, growth)
            own = self._plain.text[self._plain.at(figures[i - 1].end) : self._plain.at(figure.start)]
            read = read_attributes(self._matcher.indicator(figure.indicator or ""), None, own, "", "", figure.why)
            figure.attributes.update((key, value) for key, value in read.items() if key == "stage")
            if figure.attributes.get("stage") == "issued":
                del figure.attributes["stage"]  # 新增12人，增加到56人: those added were issued theirs, not all
            growth.links.append(("changed", i))
