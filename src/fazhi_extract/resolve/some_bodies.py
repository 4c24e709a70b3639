"""Figures of some places or bodies that have no names: 个别县出庭应诉率低于90%, 部分基层所执法人员不足5人; no figures of the whole."""

from __future__ import annotations

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import ScopeKind

_PLACES = "县\\((?:市、)?区\\)|市\\(县、区\\)|市\\(州\\)|县市区|县区|区县|市县|市州|州市|乡镇\\(街道\\)|镇\\(街道\\)|乡镇街道|镇街|街镇|乡镇|街道|地区|县|区|市|镇|乡"
_BODIES = "部门|单位|机构|机关|基层[局所队]|[局所站]|[支大中]队|队伍"
_SOME = lazy_pattern(
    "(?:^|[，；：]|[一二三四五六七八九十]是|[仍尚还]有)"
    f"(?P<what>(?:个别|部分|少数|一些|某些|有些|有的)(?:(?P<place>{_PLACES})|[^，。；：、\\d对]{{0,6}}?(?:{_BODIES})))"
    "(?![级民场])(?P<rest>[^，。；：、\\d]*)$"
)
_OF_ALL = lazy_pattern("全[省市县区州局]|全系统|[我本][省市县区局]|平均|共|累计")


def some_bodies(left: str) -> tuple[str, ScopeKind] | None:
    """The places or bodies that the clause in front of a number is about (`left`), with the kind of scope; else nothing."""
    m = _SOME.search(left)
    if m is None or _OF_ALL.search(m["rest"]):
        return None
    return m["what"], "region" if m["place"] else "unit"
