"""Cue words of rules/cues.toml, compiled once into the patterns that the stages ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.rulebook.lexicon import load_toml


def any_of(words: list[str]) -> str:
    """An alternation of literal words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled cues. Patterns that end in `$` are searched in the text to the left of a number."""

    rise: re.Pattern[str]
    fall: re.Pattern[str]
    weak: frozenset[str]
    apart: re.Pattern[str]
    comparison: re.Pattern[str]
    prior_touching: re.Pattern[str]
    from_before: re.Pattern[str]
    to_between: re.Pattern[str]
    plan: re.Pattern[str]
    plan_look_alike: re.Pattern[str]
    ensure: re.Pattern[str]
    duty: re.Pattern[str]
    duty_look_alike: re.Pattern[str]
    done: re.Pattern[str]
    done_strong: re.Pattern[str]
    rule: re.Pattern[str]
    results: re.Pattern[str]
    plan_title: re.Pattern[str]
    plan_of_year: re.Pattern[str]
    plan_behind_problems: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues of the package, compiled when first needed."""
    table = load_toml("cues.toml")
    change, prior, target, threshold = table["change"], table["prior"], table["target"], table["threshold"]
    planned = table["plan_section"]
    # 落实年度工作计划, 狠抓工作部署 tell of what was done.
    not_done = f"(?:^|[，、；：和及与])(?:(?!{any_of(planned['done'])})[^，、；：和及与])*?"
    between = "(?:了|约|近|超|超过|达|达到|高达|分别|均|各|的)?"
    return Cues(
        rise=lazy_pattern(
            f"(?P<word>{any_of(change['rise'])}){between}$|(?P<noun>{any_of(change['rise_nouns'])})(?:(?:最大|最高|最快|最多|居首|第一)，?)?(?:约?为|达到?|分别为|是|:|：)?$"
        ),
        fall=lazy_pattern(
            f"(?P<word>{any_of(change['fall'])}){between}$|(?P<noun>{any_of(change['fall_nouns'])})(?:(?:最大|最高|最快|最多|居首|第一)，?)?(?:约?为|达到?|分别为|是|:|：)?$"
        ),
        weak=frozenset(change["weak"]),
        apart=lazy_pattern(
            f"(?:(?:比|较)(?:去年|上年|上一年|前年|往年|(?:19|20)\\d\\d年)度?(?:同期)?|同比|环比)(?:(?P<more>{any_of(change['more'])})|(?P<fewer>{any_of(change['fewer'])}))[^，。；、\\d]{{0,6}}$"
        ),
        comparison=lazy_pattern(any_of(change["comparison"])),
        prior_touching=lazy_pattern(
            f"{any_of(prior['touching'])}(?:的|为|是|仅|仅为|有|同期)?(?:(?:这一|该)(?:数字|数据|数)(?:仅?[为是])?)?$"
        ),
        from_before=lazy_pattern(f"{any_of(prior['from'])}[^，。；、]{{0,24}}$"),
        to_between=lazy_pattern(
            f"^[^，。；、]{{0,10}}{any_of(prior['to'])}(?:了|目前的|现在的|现有的|约|年末的?|年底的?|(?:20)?\\d\\d年(?:末|底)?的?|目前|现在|平均|全年|最快|最短|仅需|只需|可在){{0,2}}$"
        ),
        plan=lazy_pattern(any_of(target["plan"])),
        plan_look_alike=lazy_pattern(any_of(target["plan_look_alikes"])),
        ensure=lazy_pattern(any_of(target["ensure"])),
        duty=lazy_pattern(any_of(target["duty"])),
        duty_look_alike=lazy_pattern(any_of(target["duty_look_alikes"])),
        done=lazy_pattern(any_of(target["done"])),
        done_strong=lazy_pattern(any_of([w for w in target["done"] if w not in target["done_weak"]])),
        rule=lazy_pattern(any_of(threshold["rule"])),
        results=lazy_pattern(any_of(threshold["results"])),
        plan_title=lazy_pattern(
            f"{any_of(planned['titles'])}|{not_done}{any_of(planned['plain_titles'])}(?![^\n]{{0,12}}{any_of(planned['carried_out'])})"
            f"|^(?![^\n]{{0,60}}{any_of(planned['looking_back'])})[^\n]{{0,60}}{any_of(planned['closing_titles'])}$"
            # 下一年度法治政府建设的主要安排; but 结转下年度案件办理情况
            f"|(?<![转移]){any_of(planned['next_year'])}[^，。；\n]{{0,20}}{any_of(planned['ends_of_next_year'])}$"
        ),
        plan_of_year=lazy_pattern(any_of(planned["of_year"])),
        plan_behind_problems=lazy_pattern(
            f"(?:今后|下一阶段|主要|具体|相关|几点)?的?{any_of(planned['behind_problems'])}"
        ),
    )
