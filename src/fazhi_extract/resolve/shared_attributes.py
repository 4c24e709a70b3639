"""Attributes that a sentence says once, for a list, for the results of its cases, or for their rates."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.resolve.breakdowns import BROKEN_DOWN
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.neighbours import REST, preceding, same_unit
from fazhi_extract.resolve.outcomes import before_outcome
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.text import SourceText

_BROKEN_DOWN = lazy_pattern(BROKEN_DOWN)
_CONSTANT = ("instance", "channel")
# 审结案件中，直接纠错168件; 已作出决定的24件中维持18件
OF_DONE = lazy_pattern("[^。；]{0,40}?(?:(?P<answered>答复)|审结|办结|结案|作出决定)的?[^，。；]{0,8}中")
# 收到的复议申请中，行政处罚8件: kinds of what has come in.
_OF_RECEIVED = lazy_pattern(
    "[^。；，]{0,10}?(?:(?P<received>收到|新收|接收)|(?P<accepted>受理|立案))的?[^，。；\\d]{0,14}(?:案件?|申请|件)中，"
)
_OUTCOME = lazy_pattern(
    "，(?![^，。；]{0,8}(?:无|未|没有|零|尚|正在))[^，。；\\d]{0,8}?(?:(?P<instance>[一二])审)?(?:法院)?(?:已|均|依法|经)?(?:判决|裁定|决定)?"
    "(?:(?P<dismissed>驳回(?:原告|对方|其)?(?:的)?起诉)|(?P<won>(?<=判决|裁定)驳回|驳回(?:原告|对方|其)?(?:的)?诉讼请求|(?:[我本][局委市县区]|行政机关)?胜诉)"
    "|(?P<lost>(?:[我本][局委市县区]|行政机关)?败诉)|(?:予以)?(?P<upheld>维持)|(?P<revoked>(?<=判决|决定)撤销)|(?P<withdrawn>撤诉|撤回))"
)
_ALL_HEARD = lazy_pattern(
    "(?:案件)?[，(](?:均|全部|都)(?:为|系|是)(?:(?P<first>一审)|(?P<second>二审)|(?P<retrial>再审))"
)
_CONCLUDED = ("rectified", "completed", "closed", "answered")
_STILL_OPEN = lazy_pattern(
    "[^，。；、]{0,6}(?:(?:正|尚|仍|还)在(?:整改|推进|办理|处理|落实|进行|整治|解决|化解|调查|核查|研究|实施|完善)|尚未|暂未|有待|[^，。；、]{0,4}(?:办理|审理|处理|调查|整改|研究)之?中)"
)
_STOCK = lazy_pattern("达|总[数量]|共有?|增至|现[有共]|目前|累计|有效|在册|在岗|全[市县区省州局系]")
_APART = lazy_pattern("[，；]")
_OTHER_CHANNEL = lazy_pattern("信访|来访|来信|信箱|留言|接待|网上|网民|微信|平台|等渠道")
_SORTED_AT_MOST = 12  # figures back in its sentence that a figure may have its sort from
_OF_SORTS = {
    "oversight.rectified_items": "oversight.rectified_items",
    "dispute.mediation_cases": "dispute.mediation_cases",
    "dispute.mediation_success_rate": "dispute.mediation_cases",
    "review.reconsideration_cases": "review.reconsideration_cases",
}
_KINDS_OF_SERVICE = {"service.handled_cases", "service.permit_cases"}
_LISTED = lazy_pattern("[、和及]")
_CAME_IN = lazy_pattern("[信访电网线]")
_OWN_VERB = lazy_pattern(
    "开展|组织|实施|进行|完成|受理|办理|推进|首次|参与|出庭|提供|召开|举办|作出|收到|接到|查实|核实|属实|回复|反馈|兑现|废止|失效|保留|修改|验收|延期|提前|制定|制订|不予"
)


class SharedAttributes:
    """Lends a figure what the figures in front of it, in its sentence, say of themselves."""

    def __init__(self, source: SourceText, plain: Plain, matcher: Matcher) -> None:
        self._source, self._plain, self._matcher = source, plain, matcher

    def stage(self, figures: list[Figure], i: int, place: Place) -> None:
        """A verb said once for a list (受领国家任务12件，省级任务8件) holds for the members that have none."""
        figure = figures[i]
        if figure.role not in ("actual", "target"):
            return
        if figure.attributes.get("result") == "refused":
            return  # 办结509件，不予许可3件: a refusal says nothing of a stage
        if "result" in figure.attributes:
            # 审结64件，维持29件: what has a result has been completed where the sentence says so.
            closed = preceding(figures, i, lambda f: f.indicator == figure.indicator and "stage" in f.attributes)
            allowed = self._matcher.indicator(figure.indicator or "").attributes.get("stage", ()) or ()
            stage = closed.attributes["stage"] if closed is not None else None
            if stage is None:
                lead = OF_DONE.match(self._source.flow, figure.sentence[0], figure.start)
                stage = "answered" if lead and lead["answered"] else "completed" if lead else None
            if stage in ("completed", "answered") and stage in allowed:
                figure.attributes["stage"] = stage
            return
        earlier = preceding(figures, i, lambda f: f.role == figure.role)
        own = self._plain.text[place.left : place.start]
        if before_outcome(self._source.flow, figures, i) is not None:
            return  # 调解成功306件；其中邻里纠纷98件: of all that were mediated
        if earlier is not None and {earlier.indicator, figure.indicator} == _KINDS_OF_SERVICE:
            # 办结21万件，其中行政许可1.8万件
            stage = earlier.attributes.get("stage") if own.startswith("其中") and same_unit(earlier, figure) else None
            if stage in (self._matcher.indicator(figure.indicator or "").attributes.get("stage", ()) or ()):
                figure.attributes["stage"] = stage or ""
            return
        if earlier is None or earlier.indicator != figure.indicator:
            of = _OF_RECEIVED.match(self._source.flow, figure.sentence[0], figure.start) if earlier is None else None
            allowed = self._matcher.indicator(figure.indicator or "").attributes.get("stage", ()) or ()
            if of and of.lastgroup in allowed:
                figure.attributes["stage"] = of.lastgroup
            return
        stage = earlier.attributes.get("stage")
        if stage == "issued" and _STOCK.search(own):
            return  # 新取得执法证13人，持证人员达96人: those who are there now
        if stage and not _OWN_VERB.search(own) and len(own) <= 24:
            figure.attributes["stage"] = stage
            figure.lender = figure.lender or earlier

    def outcome(self, figures: list[Figure], i: int) -> None:
        """行政诉讼1件，法院判决驳回原告诉讼请求: how a single case ended stands in the clause behind it."""
        figure = figures[i]
        code = figure.indicator or ""
        if figure.value != 1 or not code.startswith("review.") or "result" in figure.attributes:
            return
        told = _OUTCOME.match(self._source.flow, figure.end, figure.sentence[1])
        following = figures[i + 1].start if i + 1 < len(figures) else figure.sentence[1]
        if told is None or told.end() > following:
            return
        allowed = self._matcher.indicator(code).attributes
        result = next(name for name in ("dismissed", "won", "lost", "upheld", "revoked", "withdrawn") if told[name])
        if result in (allowed.get("result") or ()):
            figure.attributes["result"] = result
        if told["instance"] and "instance" in allowed and "instance" not in figure.attributes:
            figure.attributes["instance"] = {"一": "first", "二": "second"}[told["instance"]]

    def instance(self, figure: Figure) -> None:
        """行政诉讼5件，均为一审: the court that all of them were heard by, said behind the number."""
        told = _ALL_HEARD.match(self._source.flow, figure.end) if figure.kind == "count" else None
        if told and told.lastgroup and "instance" in self._matcher.indicator(figure.indicator or "").attributes:
            figure.attributes.setdefault("instance", told.lastgroup)

    def constant(self, figures: list[Figure], i: int) -> None:
        """一审行政应诉74件，败诉率6.76%: what the sentence says once of its cases holds for their rates and results too."""
        figure = figures[i]
        allowed = self._matcher.indicator(figure.indicator or "").attributes
        for attribute in _CONSTANT:
            if attribute not in allowed or attribute in figure.attributes or figure.growth:
                continue
            kind = (figure.indicator or "").split("_")[0] if attribute != "instance" else "review."
            beside = [
                f
                for f in figures[max(0, i - 12) : i]
                if f.sentence == figure.sentence and (f.indicator or "").startswith(kind)
            ]
            begins = self._source.flow.rfind("；", figure.sentence[0], figure.start)
            said = {f.attributes[attribute] for f in beside if attribute in f.attributes and f.start > begins}
            if not said or attribute == "channel":  # 一审43件，…；二审18件，胜诉率97%: of its own part of the sentence
                said = {f.attributes[attribute] for f in beside if attribute in f.attributes}
            if said == {"hotline12345"} and _other_first(beside):
                continue  # 信访件46件、热线工单218件，办结率100%: of both
            if attribute == "channel" and said != {"hotline12345"}:
                own = self._source.flow[figures[i - 1].end : figure.start]
                listed = any(_LISTED.search(self._source.flow, f.clause[0], f.start) for f in beside)
                if listed or not _of_one_channel(beside) or _CAME_IN.search(own):
                    continue  # 受理信访120件，其中来信42件，办结率97%: of all channels
            told = figure.kind == "rate" or ("result" in figure.attributes and figure.role == "actual")
            told = told or (attribute == "instance" and figure.attributes.get("stage") == "completed")
            if len(said) == 1 and told and figure.form != "stated_none":
                figure.attributes[attribute] = said.pop()

    def hotline(self, figures: list[Figure], i: int) -> None:
        """热线受理诉求2.8万件。其中，咨询类1.2万件。办结率99%: the paragraph goes on about the hotline's petitions."""
        figure = figures[i]
        if not (figure.indicator or "").startswith("dispute.petition") or "channel" in figure.attributes:
            return
        begins = self._source.paragraph_at(figure.start)[0]
        for j in range(i - 1, max(-1, i - 12), -1):
            earlier = figures[j]
            if earlier.start < begins or not (earlier.indicator or "").startswith("dispute.petition"):
                break
            if self._source.flow.rfind("(", begins, earlier.start) > self._source.flow.rfind(
                ")", begins, earlier.start
            ):
                continue  # 信访217件(含12345热线转办93件)，按期办结率98.6%
            if figure.kind == "rate" and earlier.kind == "count" and self._of_several(figures, j):
                break
            part = j > 0 and self._source.flow.startswith(("，其中", "(其中"), figures[j - 1].end)
            if part and figure.kind == earlier.kind == "count" and (figure.value or 0) > (earlier.value or 0):
                break  # 受理诉求1893件，其中热线1215件，办结1870件
            if "channel" in earlier.attributes:
                if earlier.attributes["channel"] == "hotline12345" and not _OTHER_CHANNEL.search(
                    self._source.flow, earlier.end, figure.start
                ):
                    figure.attributes["channel"] = "hotline12345"
                break

    def _of_several(self, figures: list[Figure], j: int) -> bool:
        """信访件46件、12345热线218件，办结率100%: whether a count, or the one that it is listed with, is of no one channel."""
        figure, former = figures[j], figures[j - 1] if j else None
        if "channel" not in figure.attributes:
            return True
        listed = former is not None and self._source.flow.startswith("、", former.end)
        return (
            listed
            and former is not None
            and (former.indicator, former.sentence) == (figure.indicator, figure.sentence)
            and former.attributes.get("channel") != figure.attributes["channel"]
        )

    def variety(self, figures: list[Figure], i: int) -> None:
        """督察反馈问题83个，已整改79个; 人民调解组织调解纠纷310件，成功302件: a sort said once holds for what follows of it."""
        figure = figures[i]
        of = _OF_SORTS.get(figure.indicator or "")
        if of is None or "variety" in figure.attributes or figure.growth:
            return
        said = {
            f.attributes.get("variety")
            for f in figures[max(0, i - _SORTED_AT_MOST) : i]
            if f.sentence == figure.sentence and f.indicator == of and not f.growth
        }
        if len(said) == 1 and (sort := said.pop()) is not None:
            figure.attributes["variety"] = sort

    def still_open(self, figure: Figure, place: Place) -> None:
        """7项已整改，2项正在推进: takes back a stage where only the words behind a number tell how far it got, and that is not far."""
        text = self._plain.text
        alone = not text[place.left : place.start].strip("，、；其中余另有还")
        if (
            alone
            and figure.attributes.get("stage") in _CONCLUDED
            and _STILL_OPEN.match(text, place.end, place.following)
        ):
            del figure.attributes["stage"]

    def level(self, figures: list[Figure], i: int) -> None:
        """国家任务862件，…完成率97.68%: a rate is about the level of the figure in front."""
        figure = figures[i]
        if "level" not in self._matcher.indicator(figure.indicator or "").attributes:
            return
        domain = (figure.indicator or "").split("_")[0]
        told = [
            f
            for f in figures[max(0, i - 12) : i]
            if f.sentence == figure.sentence and (f.indicator or "").startswith(domain) and "level" in f.attributes
        ]
        former = told[-2] if len(told) > 1 and told[-2].attributes["level"] != told[-1].attributes["level"] else None
        if former is not None and not _APART.search(self._source.flow, former.end, told[-1].start):
            return  # 国家任务210件、省级任务130件，完成率100%: of both
        if told:
            figure.attributes["level"] = told[-1].attributes["level"]


def _other_first(beside: list[Figure]) -> bool:
    """Whether a number without a channel stands in front of the first one that has a channel."""
    first = next((f for f in beside if f.kind == "count" or "channel" in f.attributes), None)
    return first is not None and "channel" not in first.attributes


def _of_one_channel(counts: list[Figure]) -> bool:
    """局长信箱来信62件，办结62件: whether all numbers that came in or are not told how far they got have a channel."""
    came_in = [f for f in counts if f.kind == "count" and f.attributes.get("stage") in (None, "received", "accepted")]
    return bool(came_in) and all("channel" in f.attributes for f in came_in)


def share_with_parts(figures: list[Figure], flow: str) -> None:
    """网站公开信息312条，其中概况信息4条: a part has its whole's channel and stage where its own words say no other.

    The rest (其余25条正在整改) is what did not come so far.
    """
    for i, figure in enumerate(figures):
        if REST.match(flow, figure.clause[0]):
            continue
        for relation, k in figure.links:
            whole = figures[k]
            if relation != "whole" or whole.indicator is None or whole.indicator != figure.indicator:
                continue
            apart = whole.sentence != figure.sentence and _BROKEN_DOWN.match(flow, figure.sentence[0], figure.start)
            if apart and not _add_up(figures, i, k):
                continue  # 从案件类型看，…: of all that was dealt with, whatever its stage
            for attribute in ("channel", "stage"):
                said = attribute in figure.attributes or (attribute == "stage" and "result" in figure.attributes)
                if not said and attribute in whole.attributes and figure.role == "actual":
                    figure.attributes[attribute] = whole.attributes[attribute]


def _add_up(figures: list[Figure], i: int, whole: int) -> bool:
    """Whether the parts of a whole in the sentence of the i-th figure add up to it."""
    beside = [f for f in figures[max(0, i - 12) : i + 13] if f.sentence == figures[i].sentence]
    return (
        sum(f.value or 0 for f in beside if ("whole", whole) in f.links and f.kind == "count") == figures[whole].value
    )
