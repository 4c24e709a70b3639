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


@pytest.mark.parametrize(
    "named",
    [
        *(f"行政处罚{kind}" for kind in ("", "类", "领域", "方面", "行业", "类案件", "领域纠纷")),
        *(f"不服行政处罚决定{kind}" for kind in ("领域案件", "方面", "行业纠纷", "领域事项", "方面问题")),
        "交通运输行政处罚领域案件",
    ],
)
def test_what_a_part_is_about_does_not_name_it(named):
    cases = "review.reconsideration_cases"
    assert figures(f"办理行政复议案件94件，其中{named}87件。") == [
        ("94件", cases, "actual", []),
        ("87件", cases, "actual", [("whole", "94件")]),
    ]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("承接下放事项98项，其中行政处罚92项。", ["service.adjusted_items"] * 2),
        ("政务服务事项103项，其中行政许可29项。", ["service.list_items"] * 2),
        ("公布权责清单103项，其中处罚类41项、许可类9项。", ["service.list_items"] * 3),
        ("受理许可申请843件，其中网上办结701件。", ["service.permit_cases"] * 2),
        ("承接下放事项98项，其中行政处罚权力清单92项。", ["service.adjusted_items"] * 2),
        # what is counted otherwise, or belongs to another work, is no part
        ("政务服务事项103项，其中行政许可29件。", ["service.list_items", "service.permit_cases"]),
        ("受理许可申请843件，其中行政复议3件。", ["service.permit_cases", "review.reconsideration_cases"]),
        ("制定规范性文件12件，其中备案审查10件。", ["rulemaking.normative_docs", "rulemaking.filed_docs"]),
    ],
)
def test_parts_of_lists_and_of_cases(sentence, indicators):
    assert [entry[1] for entry in figures(sentence)] == indicators


@pytest.mark.parametrize("once", ["2021年同期", "上年", "去年底", "原来平均", "上一年度", "去年末", "此前", "2020年"])
def test_what_an_earlier_value_counts_stands_in_front_of_its_time(once):
    cases = "review.reconsideration_cases"
    assert figures(f"行政复议案件由{once}的40件增至50件。") == [
        ("40件", cases, "prior", [("later", "50件")]),
        ("50件", cases, "actual", []),
    ]


@pytest.mark.parametrize("amount", ["受理量", "且案件数量", "收案数量", "数量", "总量"])
@pytest.mark.parametrize("compared", ["较上年", "比上年", "同比", "环比", "与上年相比"])
def test_a_growth_of_an_amount_without_a_name_is_that_of_the_figure_in_front(amount, compared):
    cases = "review.reconsideration_cases"
    assert figures(f"行政复议案件50件，{amount}{compared}增长12%。") == [
        ("50件", cases, "actual", []),
        ("12%", cases, "change", [("changed", "50件")]),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("罚款金额增长12%。", [("12%", "penalty.fine_amount")]),
        ("法治培训场次增长10%。", [("10%", "publicity.training_sessions")]),
        ("行政执法人员增长5%。", [("5%", "enforcement.officer_people")]),
        ("规范性文件增长12%。", [("12%", "rulemaking.normative_docs")]),
        ("对罚款5000元以上的案件进行审核。", [("5000元以上", None)]),
        ("无行政复议案件、无行政诉讼案件。", [("无行政复议案件", "review.reconsideration_cases"), ("无行政诉讼案件", "review.litigation_cases")]),
        ("未发生行政执法人员违纪案件。", [("未发生行政执法人员违纪案件", None)]),
        ("没有行政赔偿案件。", [("没有行政赔偿案件", "review.compensation_cases")]),
        ("行政诉讼案件0件，行政复议案件3件。", [("0件", "review.litigation_cases"), ("3件", "review.reconsideration_cases")]),
        ("行政复议案件办结率、行政应诉出庭率分别为98%、100%。", [("98%", "review.closure_rate"), ("100%", "review.appearance_rate")]),
        ("查处违法案件12件，罚款5万元。", [("12件", "penalty.cases"), ("5万元", "penalty.fine_amount")]),
        ("48件行政复议案件、12件行政诉讼案件。", [("48件", "review.reconsideration_cases"), ("12件", "review.litigation_cases")]),
    ],
)  # fmt: skip
def test_what_a_figure_counts(sentence, found):
    assert [(words, indicator) for words, indicator, *_ in figures(sentence)] == found


def test_bodies_that_are_counted_are_no_files_and_no_sessions():
    assert figures("对12个单位开展案卷评查。") == [("12个", None, "actual", [])]
    assert figures("向5个单位发出检察建议。") == [("5个", None, "actual", [])]


def test_kinds_of_nothing_in_front_are_parts_of_nothing():
    assert figures("其中甲类、乙类分别为40件、30件。") == [("40件", None, "actual", []), ("30件", None, "actual", [])]


def test_kinds_counted_in_another_unit_are_no_parts():
    assert [entry[3] for entry in figures("办理行政复议案件94件，其中甲类、乙类分别为40人、30人。")] == [[], [], []]
