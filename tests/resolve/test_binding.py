"""What a figure is bound to by words in front of it, behind it, and by the figure it is a part of."""

import pytest

from fazhi_extract import extract


def figures(sentence):
    report = extract(f"某市某局2022年法治政府建设年度报告\n\n{sentence}\n")
    texts = {m.id: m.text for m in report.metrics}
    return [
        (m.text, m.indicator, m.role, [(link.relation, texts[link.metric]) for link in m.links]) for m in report.metrics
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "indicator", "role"),
    [
        ("全年罚款100万美元。", "100万美元", "penalty.fine_amount", "actual"),
        ("行政处罚案件办结率提高2.1个百分点。", "2.1个百分点", "penalty.closure_rate", "change"),
        ("行政处罚案件增长12%。", "12%", "penalty.cases", "change"),
        ("全年未发生行政复议案件。", "未发生行政复议案件", "review.reconsideration_cases", "actual"),
        ("行政复议案件为零。", "零", "review.reconsideration_cases", "actual"),
        ("48件行政复议案件已审结。", "48件", "review.reconsideration_cases", "actual"),
        ("共3件经市人民政府依法受理并审理终结的行政复议案件。", "3件", "review.reconsideration_cases", "actual"),
        ("共3件经过市人民政府多次会议研究以后依法受理并审理终结的行政复议案件。", "3件", None, "actual"),
    ],
)
def test_an_indicator(sentence, words, indicator, role):
    assert figures(sentence) == [(words, indicator, role, [])]


def test_kinds_named_one_after_the_other_are_parts_of_the_figure_in_front():
    cases = "review.reconsideration_cases"
    assert figures("办理行政复议案件94件，其中甲类、乙类分别为40件、30件。") == [
        ("94件", cases, "actual", []),
        ("40件", cases, "actual", [("whole", "94件")]),
        ("30件", cases, "actual", [("whole", "94件")]),
    ]


def test_kinds_of_nothing_in_front_are_parts_of_nothing():
    assert figures("其中甲类、乙类分别为40件、30件。") == [("40件", None, "actual", []), ("30件", None, "actual", [])]


def test_kinds_counted_in_another_unit_are_no_parts():
    assert [entry[3] for entry in figures("办理行政复议案件94件，其中甲类、乙类分别为40人、30人。")] == [[], [], []]
