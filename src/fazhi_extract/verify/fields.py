"""The columns of a table that hold no figures: whose row it is, what it is about, and what is passed over."""

from __future__ import annotations

import re
from typing import Literal, get_args

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.table.columns import title
from fazhi_extract.table.panel import FIXED

Field = Literal["file", "issuer", "year", "region", "name", "code", "value", "unit", "scope", "role", "quote", "other"]
"""``name`` and ``code`` say what a row is about, ``value`` and ``unit`` its figure, ``scope`` the part that it is about, ``quote``
the sentence that it is said to come from; ``other`` is passed over."""

_HEADS: dict[Field, tuple[str, ...]] = {
    "file": (
        "file", "filename", "file_name", "path", "report", "report_id", "source", "document", "文件", "文件名", "文件名称", "报告",
        "报告文件", "来源文件", "来源", "路径", "报告编号",
    ),
    "issuer": (
        "issuer", "agency", "department", "body", "organization", "organisation", "发文机关", "机关", "机关名称", "部门", "部门名称",
        "填报单位", "单位名称", "发布机构", "发布单位", "行政机关", "机构",
    ),
    "year": ("year", "reporting_year", "年度", "年份", "报告年度", "年", "统计年度"),
    "region": ("region", "city", "county", "province", "地区", "城市", "市", "区县", "县", "省份", "省", "地市", "行政区"),
    "name": ("name", "label", "item", "indicator_name", "metric", "variable", "指标", "指标名称", "名称", "项目", "事项", "统计项", "内容"),
    "code": ("indicator", "code", "indicator_code", "column_code", "指标代码", "代码"),
    "value": ("value", "number", "figure", "值", "数值", "数量", "数据", "本年数", "数", "结果"),
    "unit": ("unit", "单位", "计量单位", "量词"),
    "scope": ("scope", "范围", "口径", "统计范围"),
    "role": ("role", "性质", "角色"),
    "quote": ("quote", "sentence", "evidence", "原句", "原文", "依据", "引文", "出处", "原文句子"),
    "other": (
        "备注", "说明", "note", "notes", "remark", "comment", "序号", "编号", "id", "no", "text", "url", "网址", "链接", "标题", "title",
        "confidence", "置信度", "填报人", "日期", "status", "kind", "bound", "form", "span", "span_start", "span_end", "optional",
        "value_to",
    ),
}  # fmt: skip
FIELD: dict[str, Field] = {head: one for one, heads in _HEADS.items() for head in heads}
for _name in (*FIXED[0], *FIXED[1]):
    for _word in (_name, title(_name, "zh"), title(_name, "en").lower()):
        FIELD.setdefault(_word, "other")
FIELDS: tuple[Field, ...] = get_args(Field)


def field_of(head: str) -> Field | None:
    """The field that a head names; ``None`` for a figure's, or one that nobody knows."""
    return FIELD.get(re.sub(r"\s+", "", re.sub(r"\s*[（(].*", "", head.strip().lower())))


YEAR_HEAD = lazy_pattern(r"(?P<year>(?:19|20)\d{2})年?(?:度)?(?:数值?|值)?")
"""Heads of a long table with a column for each year."""


def year_of(words: str) -> int | None:
    """The year that a cell names."""
    found = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", words)
    return int(found.group()) if found else None
