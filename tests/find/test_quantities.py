"""Quantities as the annotation guide reads them: qualifiers and their bounds, ranges, money, shares, ratios."""

import pytest

from fazhi_extract.find.finder import find
from fazhi_extract.text import SourceText

IN_FRONT = {
    "at_least": "不少于 不得少于 不低于 不得低于 不小于 至少 最少 最低",
    "at_most": "不超过 不得超过 不高于 不得高于 不多于 不得多于 不大于 至多 最多",
    "under": "不足 不到 不满 未满 低于 少于 小于 将近 接近 近 未达",
    "over": "超过 超出 超 逾 突破 高于 多于 大于",
    "about": "大约 大概 约 大致",
}
BEHIND = {"at_least": "以上", "at_most": "以下 以内 之内", "about": "左右 上下", "over": "有余 多"}


def read(text):
    flow = SourceText.from_raw(text).flow
    return [
        (flow[q.start : q.end], str(q.value), q.value_to and str(q.value_to), q.unit, q.kind, q.bound)
        for q in find(flow).quantities
    ]


@pytest.mark.parametrize(
    ("word", "bound"), [(word, bound) for bound, words in IN_FRONT.items() for word in words.split()]
)
def test_a_qualifier_in_front_belongs_to_the_number(word, bound):
    assert read(f"全年办理{word}200件。") == [(f"{word}200件", "200", None, "件", "count", bound)]


@pytest.mark.parametrize(
    ("word", "bound"), [(word, bound) for bound, words in BEHIND.items() for word in words.split()]
)
def test_a_qualifier_behind_belongs_to_the_number(word, bound):
    assert read(f"全年办理30件{word}。") == [(f"30件{word}", "30", None, "件", "count", bound)]


@pytest.mark.parametrize("word", ["节约", "签约", "附近", "最近", "靠近", "逾期", "网上", "线上", "赶超", "预约"])
def test_words_that_end_like_a_qualifier_are_none(word):
    assert read(f"{word}15件。") == [("15件", "15", None, "件", "count", "exact")]


@pytest.mark.parametrize(
    ("text", "words", "value", "value_to", "unit", "kind", "bound"),
    [
        ("办理30余件", "30余件", "30", None, "件", "count", "over"),
        ("办理3万余件", "3万余件", "30000", None, "件", "count", "over"),
        ("约5万余人次", "约5万余人次", "50000", None, "人次", "count", "about"),
        ("超过了5件", "超过了5件", "5", None, "件", "count", "over"),
        ("上百件", "上百件", "100", None, "件", "count", "at_least"),
        ("近百件", "近百件", "100", None, "件", "count", "under"),
        ("5至8件", "5至8件", "5", "8", "件", "count", "exact"),
        ("5到8件", "5到8件", "5", "8", "件", "count", "exact"),
        ("5-8件", "5-8件", "5", "8", "件", "count", "exact"),
        ("5—8件", "5—8件", "5", "8", "件", "count", "exact"),
        ("5~8件", "5~8件", "5", "8", "件", "count", "exact"),
        ("罚款3块钱", "3块钱", "3", None, "元", "money", "exact"),
        ("收费5角", "5角", "0.5", None, "元", "money", "exact"),
        ("2毛钱", "2毛钱", "0.2", None, "元", "money", "exact"),
        ("收费3元5角2分", "3元5角2分", "3.52", None, "元", "money", "exact"),
        ("三元五角", "三元五角", "3.5", None, "元", "money", "exact"),
        ("3块5毛", "3块5毛", "3.5", None, "元", "money", "exact"),
        ("1元5分", "1元5分", "1.05", None, "元", "money", "exact"),
        ("5千元", "5千元", "5000", None, "元", "money", "exact"),
        ("三百元", "三百元", "300", None, "元", "money", "exact"),
        ("3万元整", "3万元整", "30000", None, "元", "money", "exact"),
        ("100美元", "100美元", "100", None, "美元", "money", "exact"),
        ("50港币", "50港币", "50", None, "港币", "money", "exact"),
        ("5万英镑", "5万英镑", "50000", None, "英镑", "money", "exact"),
        ("界桩三块", "三块", "3", None, "块", "count", "exact"),
        ("1:3", "1:3", "0.3333", None, None, "ratio", "exact"),
        ("3比1", "3比1", "3", None, None, "ratio", "exact"),
        ("半成", "半成", "5", None, "%", "rate", "exact"),
        ("两成半", "两成半", "25", None, "%", "rate", "exact"),
        ("8成以上", "8成以上", "80", None, "%", "rate", "at_least"),
        ("百分之三", "百分之三", "3", None, "%", "rate", "exact"),
        ("万分之二", "万分之二", "0.02", None, "%", "rate", "exact"),
        ("90个工作日内", "90个工作日内", "90", None, "个工作日", "duration", "at_most"),
        ("18岁以下", "18岁以下", "18", None, "岁", "duration", "at_most"),
    ],
)
def test_quantities(text, words, value, value_to, unit, kind, bound):
    assert read(text) == [(words, value, value_to, unit, kind, bound)]
