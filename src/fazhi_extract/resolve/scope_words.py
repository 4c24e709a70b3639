"""The words that confine a figure to a part of the issuer's work (rules/scopes.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.rulebook.cues import any_of
from fazhi_extract.rulebook.lexicon import load_toml

SESSIONS = frozenset(["场", "次", "期", "场次", "轮"])  # what campaigns and undertakings are counted in themselves


class OwnField(NamedTuple):
    """The field of a sort of offices."""

    office: re.Pattern[str]
    words: frozenset[str]
    any_word: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The words of rules/scopes.toml, compiled."""

    confined: tuple[str, ...]
    campaign_end: re.Pattern[str]
    whole: re.Pattern[str]
    whole_year: re.Pattern[str]  # the issuer's whole work, or the year's
    own: re.Pattern[str]
    system: re.Pattern[str]
    generic: frozenset[str]
    common: frozenset[str]
    mechanisms: frozenset[str]
    objects: re.Pattern[str]
    unit: re.Pattern[str]
    own_fields: tuple[OwnField, ...]

    def is_named_field(self, what: str, issuer: str) -> bool:
        """Whether rules/scopes.toml has it among the fields of such an office."""
        return any(what in field.words for field in self.own_fields if field.office.search(issuer))

    def is_own_field(self, what: str, issuer: str | None) -> bool:
        """Whether a field or an offence is all that the issuer's name says of its work: 水事 for a water bureau."""
        if not issuer:
            return len(_GENERAL.sub("", what)) < _LEAST
        core = what
        for field in self.own_fields:
            if field.office.search(issuer):
                core = field.any_word.sub("", core)  # first: 定点医药机构 ends in a general word
        core = _GENERAL.sub("", core)
        return len(core) < _LEAST or any(core[i : i + 2] in issuer for i in range(len(core) - 1))


# What says nothing of a part of the work: 各类违法行为.
_GENERAL = lazy_pattern(
    "各类|各种|各项|发现的?|存在的?|涉嫌|轻微|严重|一般|反映|事项|案卷|许可|处罚|[我本][局委市县区镇]|上述|以上|群众|违法违规|违法犯罪|违法|违规|犯罪|行为|现象|活动|问题|突出|乱象|全[省市县区州旗镇]|辖区内?|监管|管理|相关|有关|重点|领域|行业|行政|执法|案件?|安全隐患|隐患|大要"
    "|企业|单位|场所|机构|主体|对象|经营|生产|部门|人员|情况|力度|工作|的|和|与|及|、|等|了|并"
)
_LEAST = 2  # characters that have to say something


@cache
def scope_words() -> ScopeWords:
    """Read once."""
    t = load_toml("scopes.toml")
    firsts = "".join(sorted({word[0] for word in t["campaign_ends"]} | set("大攻整会")))  # where one may begin
    end = f"(?:{any_of(t['campaign_ends'])}|(?<!加)大(?:检查|排查|整治|清查))"
    return ScopeWords(
        tuple(t["confined"]),
        lazy_pattern(
            f"(?=[{firsts}])(?:{end}(?:(?:三年|两年|百日|集中|提升|巩固|攻坚|联合|执法|专项){{0,4}}行动)?|(?:攻坚|整治|会战)(?=”))"
            "(?!次数|小组|组(?!织)|专班|领导|台账|计划|方案|机制|工作方案|要求|精神|部署|会议|先进|\\d)"
        ),
        lazy_pattern(any_of(t["whole"])),
        lazy_pattern(f"(?<!对){any_of(t['whole'])}|全年|今年|本年|当年|一年来|20\\d\\d年|各类案件"),
        lazy_pattern(
            f"{any_of(t['own'])}|(?:^|(?<={any_of(t['own_offices_behind'])})|组织)机关(?!{any_of(t['no_own_behind'])})"
        ),
        lazy_pattern(any_of(t["system"])),
        frozenset(t["generic_objects"]),
        frozenset(t["common_objects"]),
        frozenset(t["mechanisms"]),
        lazy_pattern(f"{any_of(t['object_verbs'])}(?:了|各类|全市|辖区)?(?P<what>[^，。；：、\\d]{{2,16}})$"),
        lazy_pattern(f"(?P<what>[^，。；：、\\d“”《》]{{2,24}}?{any_of(t['unit_ends'])})(?!伍)"),
        tuple(
            OwnField(lazy_pattern(any_of(one["names"])), frozenset(one["fields"]), lazy_pattern(any_of(one["fields"])))
            for one in t["own_field"]
        ),
    )
