"""Scopes that run on through a sentence, from the campaign, the field or the objects it names to the figures behind.

开展甲专项整治，检查企业20家，立案3件: both figures are of the campaign. `RunningScopes` goes from figure to figure and holds
what runs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind
from fazhi_extract.resolve.aimed_at import aimed_at
from fazhi_extract.resolve.campaigns import (
    DURING,
    FURTHER,
    STILL,
    TASKS,
    announced_campaign,
    in_course,
    named_campaign,
    referred_campaign,
)
from fazhi_extract.resolve.fields_of_cases import only_field
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.inspected import following_objects, named_objects
from fazhi_extract.resolve.neighbours import preceding
from fazhi_extract.resolve.offences import one_offence, told_by_stage
from fazhi_extract.resolve.opening_fields import by_all_of_field, opening_aspect, opening_field
from fazhi_extract.resolve.scope_spot import WHOLE, Scope, Spot
from fazhi_extract.resolve.scope_words import SESSIONS, ScopeWords
from fazhi_extract.text import SourceText

_OF_OBJECTS = (
    "inspection.visits",
    "inspection.units",
    "inspection.samples",
    "inspection.spot_tasks",
    "inspection.pass_rate",
)
_OF_SAMPLES = ("inspection.samples", "inspection.pass_rate")
_SAMPLED = lazy_pattern("抽检|抽样|快检|检测|监测|送检")
_FINES = frozenset(["penalty.cases", "penalty.fine_amount", "penalty.confiscated_amount"])
# 对个人作出行政处罚15件: those who were fined.
_FINED = lazy_pattern(
    "对(?P<what>个人|自然人|法人|个体工商户|企业|(?:生产经营|生产|经营|用人)?单位)(?:的)?(?:作出|实施|给予|处以)?(?:了)?(?:一般)?(?:行政)?(?:处罚|罚款)"
)
ALL_OBJECTS = lazy_pattern(
    "(?:对|检查|抽查|排查|巡查)(?:了|我)?[全本]?[省市县区州旗](?:范围内?|辖区)?(?:的|所有|全部|共)?$"
)  # 对全市12家机构进行检查: of such objects, not the whole system's work
_COURSE_ENDS = lazy_pattern("[中间][，：]")


# another work of the same sentence: 开展甲专项整治，立案3件；规范办案，立案35件
_OTHER_WORK = lazy_pattern(
    "[一二三四五六七八九十]是|(?:规范|加强|强化|推进|推动|开展|落实|完善|办理|组织|深化|严格|行政执法|对)"
)

_SETTLED = ("dispute.", "oversight.rectified_items", "oversight.accountability_cases")
_PUT_RIGHT = ("整治", "治理", "整治行动", "治理行动", "整治活动", "整顿", "清理行动", "攻坚行动")
_TIDYING = ("治理", "整治", "清理", "”")  # a campaign's name has one of these, or ends as campaigns do


class Running(NamedTuple):
    """What confines the figures of a sentence from where it is named on."""

    name: str
    kind: ScopeKind


class RunningScopes:
    """What runs on from figure to figure. Ask it for the figures in their order."""

    def __init__(self, source: SourceText, issuer: str | None, w: ScopeWords) -> None:
        self._source = source
        self._issuer = issuer
        self._w = w
        self._running: Running | None = None
        self._campaign: tuple[int, str] | None = None  # the last one: where its sentence ends, its name
        self._sentence: tuple[int, int] | None = None
        self._several = False  # whether the sentence counts several kinds of objects
        self._listed = False  # whether what confines is the last kind of objects that was named
        # A field or an offence that confines, and the cases that are named for it.
        self._counted_by: tuple[Running, Figure] | None = None
        self._opened: Running | None = None  # the field that it opened with, before any of them

    def reach(self, figure: Figure) -> None:
        """Forgets what ran in an earlier sentence."""
        if figure.sentence != self._sentence:
            self._sentence = figure.sentence
            self._running = self._opened = self._counted_by = None
            self._several = self._listed = False

    def pass_scoped(self, figure: Figure) -> None:
        """Takes note of a figure that has its scope already: of other objects than those that run, there are several."""
        running = self._running
        if running and running.kind == figure.scope_kind == "objects" and figure.scope != running.name:
            self._several, self._opened = True, self._opened or running

    def pass_semicolon(self, spot: Spot) -> None:
        """一是整治甲，立案3件；二是规范办案，立案35件 ends it; 整治甲，检查20家；立案3件 goes on."""
        running = self._running
        if running is None or "；" not in spot.before or running.name in spot.near:
            return
        if running.kind != "campaign" or _OTHER_WORK.match(spot.near) or self._w.whole_year.search(spot.near):
            self._running = None

    def of_settling(self, spot: Spot) -> Scope | None:
        """The campaign in which disputes were settled, problems put right or people called to account."""
        w, near = self._w, spot.near
        if not spot.code.startswith(_SETTLED) or spot.figure.role != "actual" or not w.campaign_end.search(near):
            return None
        named = named_campaign(near, w, spot.figure.unit in TASKS)
        if named is None or w.whole_year.search(near, near.rfind(named) + len(named)):
            return None
        if not spot.code.startswith("dispute.") and not named.endswith(_PUT_RIGHT):
            return None  # 开展专项督查，反馈问题40个: what the indicator means
        self._running = Running(named, "campaign")
        return self._running

    def of_enforcement(self, spot: Spot) -> Scope | None:
        """What confines a figure of the work that campaigns are about (`confined` in rules/scopes.toml)."""
        if not spot.code.startswith(self._w.confined):
            return None
        if (
            self._counted_by
            and self._running is self._counted_by[0]
            and not _is_of_those_cases(spot, self._counted_by[1])
        ):
            self._running = None
        named = self._named(spot)
        opening = opening_field(spot.before, self._issuer)
        if named is None and self._is_of_all(spot, opening):
            self._running = None
            return None
        if named and spot.figure.unit in SESSIONS and spot.before.endswith(named):
            # 开展某某行动2次，检查320家: it confines what follows, and is itself part of one named in front
            outer = self._announced(spot)
            self._running = Running(outer or named, "campaign")
            if outer is None:
                return WHOLE
        else:
            self._running = self._begun(spot, named, opening) or self._running
        self._run_by_objects(spot)
        running = self._running
        if running is None:
            return None
        if running.kind == "objects" and _is_of_goods(spot):
            return WHOLE
        if running.kind == "campaign":
            self._campaign = (spot.figure.sentence[1], running.name)
        return running

    def _named(self, spot: Spot) -> str | None:
        """The campaign that the sentence names in front of the figure."""
        if not self._w.campaign_end.search(spot.near) and not any(word in spot.near for word in _TIDYING):
            return None
        return named_campaign(spot.near, self._w, spot.figure.unit in TASKS)

    def _is_of_all(self, spot: Spot, opening: re.Match[str] | None) -> bool:
        """Whether the figure is the whole system's or the year's again, whatever ran so far."""
        if self._running and self._w.whole_year.search(spot.left):
            return True
        # 开展某某行动，全系统出动…: all who took part in the campaign
        of_system = self._w.system.search(spot.left) and not DURING.search(spot.before)
        if not of_system or ALL_OBJECTS.search(spot.left):
            return False
        return not (opening and by_all_of_field(spot.before, opening))

    def _announced(self, spot: Spot) -> str | None:
        if self._w.whole_year.search(spot.before):
            return None
        return announced_campaign(self._source, spot.figure, spot.before, self._w)

    def _begun(self, spot: Spot, named: str | None, opening: re.Match[str] | None) -> Running | None:
        """What begins to run with this figure; None where nothing does, and what ran goes on."""
        w, before, code = self._w, spot.before, spot.code
        if named:
            return Running(named, "campaign")
        aspect = (opening_aspect(spot.near, before) or opening) if self._running is None else None
        aspect = aspect or (_fined(before, w) if code in _FINES and "对" in before else None)
        if aspect:
            return Running(aspect["what"], "objects")
        if self._running is None:
            if code == "penalty.cases":
                only = only_field(spot.left, w, self._issuer) or one_offence(spot.left, w, self._issuer)
                if only:
                    self._counted_by = (Running(only, "objects"), spot.figure)
                    return self._counted_by[0]
            if code != "enforcement.demolished_area" and (aim := aimed_at(spot.near, w, self._issuer)):
                return Running(*aim)
            campaign = (
                self._announced(spot)
                or self._still(spot)
                or referred_campaign(spot.flow, spot.figure.sentence[0], before, w)
            )
            if campaign:
                return Running(campaign, "campaign")
        if (self._running is None or self._running.kind != "campaign") and _COURSE_ENDS.search(before):
            course = in_course(before, w)
            return Running(*course) if course else None
        return None

    def _still(self, spot: Spot) -> str | None:
        """The campaign of the sentence in front, where this one goes on with it."""
        if self._campaign is None or spot.figure.sentence[0] - self._campaign[0] > 1:
            return None
        end, name = self._campaign
        if STILL.match(spot.before):
            return name
        one_paragraph = self._source.paragraph_at(spot.figure.start)[0] < end
        return name if one_paragraph and FURTHER.fullmatch(spot.before) else None

    def _run_by_objects(self, spot: Spot) -> None:
        """Goes on with the objects that the figure is of, or ends what ran where they are several."""
        running, w = self._running, self._w
        objects = named_objects(spot.flow, spot.figure, spot.left, w, spot.code, self._issuer)
        if running and running.kind == "objects":
            if self._listed and objects is None and spot.code == "inspection.spot_tasks":
                running = None  # 用人单位双随机抽查16件，完成省级任务10件: each count of tasks has its own objects
            elif spot.code.startswith(_OF_OBJECTS):
                if objects in w.common and not self._listed:
                    objects = None  # 噪声领域检查工地210家次: of the field
                objects = objects or following_objects(spot.before)
                if objects is not None:
                    if objects != running.name:
                        self._several, self._opened = True, self._opened or running
                    running, self._listed = Running(objects, "objects"), True
            elif self._several:
                # 检查市场300家、种子店90家，查处案件12件: of neither alone
                field = self._opened
                running = field if field and field.name.endswith(("领域", "行业")) else None
        if running is None and objects:
            running, self._listed = Running(objects, "objects"), True
        self._running = running


def _is_of_those_cases(spot: Spot, cases: Figure) -> bool:
    """查处非法采砂18起，结案15起，罚款26万元: whether a figure is still of what the cases in front are named for."""
    if spot.code != "penalty.cases":
        return spot.code.startswith("penalty.") and spot.code != "penalty.exempt_cases"
    own = spot.flow[spot.figures[spot.i - 1].end : spot.figure.start]
    return told_by_stage(own) and (spot.figure.value or 0) <= (cases.value or 0)


def _is_of_goods(spot: Spot) -> bool:
    """检查门店652家次，抽检农药46批次: of goods, wherever they were taken."""
    if spot.code not in _OF_SAMPLES:
        return False
    if _SAMPLED.search(spot.left):
        return True
    samples = preceding(spot.figures, spot.i, lambda f: f.indicator == "inspection.samples")
    return samples is not None and samples.scope is None


def _fined(before: str, w: ScopeWords) -> re.Match[str] | None:
    """The last kind of parties that the sentence says were fined."""
    found = list(_FINED.finditer(before))
    if not found or w.whole.search(before, found[-1].end()) or "全年" in before[found[-1].end() :]:
        return None
    return found[-1]
