"""What a table's heads say of the numbers beside and below them: thing, role, year, whole or part, whose figure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fazhi_extract.grid import Cell, Value
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.model.vocabulary import Role, ScopeKind

_LONGEST = 60  # characters of a head that are read
_UNIT = lazy_pattern(r"\((?:(?:计量)?单位[：:]?)?[^()\d]{1,8}(?:\([^()]{1,2}\)[^()]{0,2})?\)")
_MARKER = lazy_pattern(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)[、.]?|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳])\s*"
)
_PART = lazy_pattern("^(?:其中|其中，|#)[：:，]?")
_TOTAL = lazy_pattern(
    "(?:合计|总计|小计|共计|累计|总和|总量|总数|计|全[市县区省州旗镇乡局系](?:系统)?)(?:数|数量|值)?(?:合计|总计|小计|总数)?"
)
_SYSTEM = lazy_pattern("全[市县区省州旗镇乡局]|全系统")
_CARRIED = lazy_pattern("结转|结余|遗留|转入|移交|未结")
_AGO = "(?:上年度?|去年|上一年度?|前一年度?|同期)(?:同期)?"
_CHANGE = lazy_pattern(
    rf"(?:(?:同比|环比|[比较]{_AGO})+(?:增减|增长|增加|减少|下降|上升|变化|变动|±|[-+/、])*|增减|增幅|增速|降幅|涨幅|升降|增长(?=率|$|幅))"
    "(?:率|幅度|幅|情况|量|数|值|比例|百分比|百分点|%|±)*"
)
_FALLS = lazy_pattern("降幅|下降|减少|压减")
_RISES = lazy_pattern("增|升|涨|±|变化|变动")
_PRIOR = lazy_pattern(f"{_AGO}(?:数据|数|值|数量|累计|完成|实际)*")
_TARGET_ONLY = lazy_pattern(
    "(?:年度|全年|年初|本年度?|工作){0,4}(?:目标|计划|任务|指标)(?:任务|值|数|量|指标){0,4}|应完成(?:数|量)?"
)
_TARGET_ENDS = ("目标", "目标值", "目标数", "计划数", "任务数", "任务量", "指标值", "目标任务", "计划任务", "计划值")
_DONE = lazy_pattern("率|完成|达成|执行|落实|占|超")
_NOW = lazy_pattern(
    "(?:(?:本年度?|今年|当年|本期|年度|全年)(?:累计|实际|完成)*|(?:实际|实绩)(?:完成)?|完成(?=数|值|量|情况|$))(?:数|值|量|情况)?"
)
_YEAR = lazy_pattern("((?:19|20)[0-9]{2})年?度?")
_EMPTY = lazy_pattern("(?:数|数量|数值|数据|值|情况|项目|指标|内容|名称|类别|类型|分类|事项|统计|单位|机构|部门)+")

_REGION_ENDS = lazy_pattern("[\u4e00-\u9fff]{1,10}?(?:省|市|区|县|旗|州|盟|镇|乡|街道|街|村|社区)")
_UNIT_ENDS = lazy_pattern(
    "[\u4e00-\u9fff0-9]{2,20}?(?:局|委|委员会|办|办公室|办事处|厅|院|所|中心|支队|大队|中队|总队|分局|科|科室|股|部门|公司|学校|政府|本级|机关)"
)
_NO_UNIT = lazy_pattern(
    "(?:查处|惩处|场所|转办|交办|督办|承办|经办|代办|待办|新办|已办|在办|申办|举办|(?:行政|执法|司法|复议|公安|检察|审判|移送|被告)机关|机关|法院|检察院|听证委?)$"
)
_UNDER_REGION = lazy_pattern(
    "地区|[区县]{2}|县区|乡镇|镇街|街镇|辖区|街道|行政区划?|区域|县\\(市、?区\\)|市\\(?州\\)?|镇\\(街道?\\)"
)
_UNDER_UNIT = lazy_pattern(
    "(?!责任|牵头|配合|协办|承办|主管|被)[^，。]{0,6}(?:单位|部门|机构|主体|科室|机关|队伍|大队|中队)(?:名称)?"
)
_UNDER_FIELD = lazy_pattern("(?:执法|监管|重点)?(?:领域|行业)")
_OWN = lazy_pattern("(?:[市县区省州旗]?(?:局|委|厅|办)?|镇|乡|街道)(?:本级|机关)")
_FIELD = lazy_pattern("[^，。]{1,12}(?:领域|行业)")


@dataclass(frozen=True, slots=True)
class Head:
    """What one head says. `words`: the thing it names, without all else; `name`: whose figures these are (with
    `name_kind`; none for the issuer itself)."""

    words: str
    role: Role | None = None
    falls: bool = False
    year: int | None = None
    ago: bool = False
    total: bool = False
    system: bool = False
    part: bool = False
    name: str | None = None
    name_kind: ScopeKind | None = None
    sure: bool = False  # the head above says that names stand here


class Meaning(NamedTuple):
    """A value with what its heads say, outermost first."""

    value: Value
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]

    def one(self, name: str) -> Head | None:
        """The innermost head that says something of a kind."""
        return next((h for h in (*reversed(self.columns), *reversed(self.rows)) if getattr(h, name)), None)


def words_of(heads: Sequence[Head]) -> list[str]:
    """The things that heads name, outermost first."""
    return [h.words for h in heads if h.words and h.name_kind is None]


def read_head(cell: Cell, issuer: str | None, year: int | None) -> Head:
    """Reads a head; `year` is the reporting year, against which a year in the head is an earlier or a later one."""
    words = _UNIT.sub("", cell.words[:_LONGEST])
    words = _MARKER.sub("", words).strip(" ：:")
    part = _PART.match(words)
    if part:
        words = words[part.end() :]
    words = re.sub("[/：:，](?:万元|亿元|元|件|人次|次|人|家|户|份|个|%)$", "", words)
    total = _TOTAL.fullmatch(words)
    if total:
        return Head("", total=True, system=_SYSTEM.match(words) is not None)
    name, kind = _name(words, cell.under, issuer)
    if kind is not None:
        said = _UNIT.sub("", cell.under)
        sure = (
            _UNDER_FIELD.fullmatch(said) is not None
            or _UNDER_REGION.search(said) is not None
            or _UNDER_UNIT.fullmatch(said) is not None
        )
        return Head(words, part=part is not None, name=name, name_kind=kind, sure=sure)
    return _dated(words, part is not None, year)


def _dated(words: str, part: bool, year: int | None) -> Head:
    role: Role | None = None
    falls = ago = False
    stated: int | None = None
    change = _CHANGE.search(words) if not _CARRIED.search(words) else None
    if change:
        role = "change"
        falls = _FALLS.search(change[0]) is not None and not _RISES.search(change[0])
        words = words[: change.start()] + words[change.end() :]
    dated = _YEAR.search(words)
    if dated:
        stated = int(dated[1])
        words = words[: dated.start()] + words[dated.end() :]
        if role is None and year is not None and stated != year:
            role = "prior" if stated < year else "target"
    prior = _PRIOR.search(words) if role is None and not _CARRIED.search(words) else None
    if prior:
        role, ago = "prior", True
        words = words[: prior.start()] + words[prior.end() :]
    if role is None and not _DONE.search(words):
        if _TARGET_ONLY.fullmatch(words):
            role, words = "target", ""
        elif words.endswith(_TARGET_ENDS) or words.startswith(("计划", "目标")):
            role = "target"
            words = re.sub("^(?:计划|目标)|(?:年度)?(?:目标|计划|任务|指标)(?:任务|值|数|量)*$", "", words)
    words = _NOW.sub("", words) if _NOW.fullmatch(words) else words
    if _EMPTY.fullmatch(words):
        words = ""
    return Head(words.strip(" ：:"), role, falls, stated, ago, part=part)


def _name(words: str, under: str, issuer: str | None) -> tuple[str | None, ScopeKind | None]:
    """The place or body that a head names, and which of both; the issuer itself is no part."""
    if not words:
        return None, None
    if _OWN.fullmatch(words):
        return None, "own"
    if issuer is not None and len(words) > 2 and _within(words, issuer):
        if _UNIT_ENDS.fullmatch(words):
            return None, "own"
        if _REGION_ENDS.fullmatch(words):
            return None, "system"
    said = _UNIT.sub("", under)
    if _FIELD.fullmatch(words) or _UNDER_FIELD.fullmatch(said):
        return words, "objects"
    if _UNIT_ENDS.fullmatch(words) and not _NO_UNIT.search(words):
        return words, "unit"
    if _REGION_ENDS.fullmatch(words) and not words.startswith("全"):
        return words, "region"
    if _UNDER_REGION.search(said):
        return words, "region"
    return (words, "unit") if _UNDER_UNIT.fullmatch(said) else (None, None)


def _within(short: str, name: str) -> bool:
    """Whether a name shortens another: 永川区市场监管局 has its characters in their order."""
    rest = iter(name)
    return all(char in rest for char in short)
