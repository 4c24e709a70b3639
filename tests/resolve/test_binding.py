"""What a figure is bound to by words in front of it, behind it, and by the figure it is a part of."""

import re

import pytest

from fazhi_extract import extract
from fazhi_extract.explain import explain
from fazhi_extract.read import from_text


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
        ("开展专项行动98项，其中编制权责清单9项。", ["inspection.operation_sessions", "service.list_items"]),
        ("承接下放事项98项，其中行政许可事项12项。", ["service.adjusted_items"] * 2),
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
        ("全年无行政复议、行政诉讼案件发生。", [("无行政复议、行政诉讼案件", "review.reconsideration_cases"), ("无行政复议、行政诉讼案件", "review.litigation_cases")]),
        ("对12份采购合同、9件规范性文件开展合法性审查。", [("12份", "decision.legality_reviews"), ("9件", "decision.legality_reviews")]),
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
    # honours are bodies'
    assert figures("获评先进集体的单位12个。") == [("12个", "leadership.honor_items", "actual", [])]
    assert figures("荣获表彰的集体12个单位。") == [("12个", "leadership.honor_items", "actual", [])]


def test_kinds_of_cases_in_a_sentence_of_their_own_are_parts_of_the_whole_before_it():
    cases = "review.reconsideration_cases"
    for lead in ("从案件类型看", "按案件性质分"):
        assert figures(f"新收行政复议案件343件。{lead}，行政处罚类149件，工伤认定类31件。") == [
            ("343件", cases, "actual", []),
            ("149件", cases, "actual", [("whole", "343件")]),
            ("31件", cases, "actual", [("whole", "343件")]),
        ]


def test_kinds_of_nothing_in_front_are_parts_of_nothing():
    for named in ("规范性文件、行政复议案件分别为6件、117件", "规范性文件6件、行政复议案件117件"):
        assert [entry[1] for entry in figures(f"其中{named}。")] == [
            "rulemaking.normative_docs", "review.reconsideration_cases",
        ]  # fmt: skip
    assert [entry[1] for entry in figures("其中处罚类41项、许可类9项。")] == ["service.list_items"] * 2
    assert figures("其中甲类、乙类分别为40件、30件。") == [("40件", None, "actual", []), ("30件", None, "actual", [])]


def test_kinds_counted_in_another_unit_are_no_parts():
    assert [entry[3] for entry in figures("办理行政复议案件94件，其中甲类、乙类分别为40人、30人。")] == [[], [], []]


@pytest.mark.parametrize("between", ["", "，比上年增加2{unit}", "（上年为2{unit}）", "，同比增长3%"])
@pytest.mark.parametrize(
    ("whole", "parts", "indicator"),
    [
        ("承接下放事项98项", ["行政处罚92项"], "service.adjusted_items"),
        ("公布权责清单103项", ["处罚类41项", "许可类9项", "其他类3项"], "service.list_items"),
        ("受理许可申请843件", ["网上办结701件"], "service.permit_cases"),
        ("办理行政复议案件94件", ["行政处罚类87件"], "review.reconsideration_cases"),
        (
            "开展合法性审核128件",
            ["规范性文件、重大行政决策、合同分别为6件", "5件", "117件"],
            "decision.legality_reviews",
        ),
        ("办理行政复议案件94件", ["甲类、乙类分别为40件", "30件"], "review.reconsideration_cases"),
        ("办理行政复议案件94件", ["行政处罚、行政许可分别为40件", "30件"], "review.reconsideration_cases"),
    ],
)
def test_parts_are_of_the_whole_not_of_what_it_is_compared_with(whole, parts, indicator, between):
    of_whole = re.findall("\\d+[件项]", whole)[0]
    found = figures(f"{whole}{between.format(unit=of_whole[-1])}，其中{'、'.join(parts)}。")
    assert found[0][:2] == (of_whole, indicator)
    assert [(words, code, links) for words, code, _, links in found[-len(parts) :]] == [
        (re.findall("\\d+[件项]", part)[0], indicator, [("whole", of_whole)]) for part in parts
    ]


@pytest.mark.parametrize(
    ("heading", "sentence", "indicator"),
    [
        *(
            (f"推进{law}", "全年召开党组会4次。", "leadership.meeting_sessions")
            for law in ("法治政府建设", "依法行政", "依法治县", "法治建设", "法治思维养成", "法治宣传", "法治教育")
        ),
        ("贯彻法治思想", "全年召开党组会4次。", "leadership.meeting_sessions"),
        ("坚持党的领导，依法履职", "全年召开党组会4次。", "leadership.meeting_sessions"),
        ("落实第一责任，依法履职", "全年召开党组会4次。", "leadership.meeting_sessions"),
        *(
            (f"开展{law}", "举办演讲比赛3场。", "publicity.event_sessions")
            for law in ("普法活动", "法治宣传", "法律学法日")
        ),
        *((f"“{plan}五”法律宣传", "举办演讲比赛3场。", "publicity.event_sessions") for plan in "五六七八九"),
        # what names the law alone says little of the meetings and contests below it, and punishments are many
        ("优化法治化营商环境", "全年召开党组会4次。", None),
        ("强化法治保障", "全年召开党组会4次。", None),
        ("提供法律服务", "举办演讲比赛3场。", None),
        ("行政处罚与劳动人事争议", "全年结案48件。", None),
        # the nearest heading, not the one above it
        ("推进法治政府建设\n（一）优化服务", "全年召开党组会4次。", None),
    ],
)
def test_what_the_heading_says_of_the_figures_below_it(heading, sentence, indicator):
    ((_, code, role, links),) = figures(f"一、{heading}\n{sentence}")
    assert (code, role, links) == (indicator, "actual", [])


@pytest.mark.parametrize("compared", ["比", "较", "同比", "环比", "与"])
@pytest.mark.parametrize(
    ("front", "amount", "indicator"),
    [
        ("化解纠纷120件", "受理量", "dispute.conflict_cases"),
        ("办理信访事项120件", "办件量", "dispute.petition_cases"),
        ("政府信息公开申请120件", "申请数量", "disclosure.request_cases"),
    ],
)
def test_an_amount_is_that_of_the_figure_in_front_though_its_word_names_other_things_too(
    front, amount, indicator, compared
):
    tail = {"比": "上年", "较": "上年", "与": "上年相比"}.get(compared, "")
    for joint in "，；、":
        found = figures(f"{front}{joint}{amount}{compared}{tail}增长12%。")
        assert [(words, code) for words, code, *_ in found] == [("120件", indicator), ("12%", indicator)], joint


@pytest.mark.parametrize(
    ("sentence", "attributes"),
    [
        # a word said once in front of a list holds for all of it, but a stage of cases is none of money
        ("普法作品获省级二等奖2个、三等奖3个。", [{"level": "provincial"}, {"level": "provincial"}]),
        ("2个集体、5名个人受到省厅通报表扬。", [{"level": "provincial"}, {"level": "provincial"}]),
        ("行政处罚案件结案63件罚款5万元。", [{"stage": "closed"}, {}]),
        ("立案63件、结案58件、罚款5万元。", [{"stage": "filed"}, {"stage": "closed"}, {}]),
    ],
)
def test_what_the_words_in_front_say_of_a_list(sentence, attributes):
    report = extract(f"某市某局2022年法治政府建设年度报告\n\n{sentence}\n")
    assert [{k: v for k, v in m.attributes.items() if k in ("level", "stage")} for m in report.metrics] == attributes


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("全年办理行政复议案件48件。", ["办理 … 行政复议案件"]),
        ("48件行政复议案件已审结。", ["行政复议案件"]),
        ("全年未发生行政复议案件。", ["行政复议案件"]),
        ("全年未发生行政诉讼案件、行政复议案件。", ["行政诉讼案件", "行政复议案件"]),
    ],
)
def test_the_words_that_bind_a_figure_are_told(sentence, words):
    _, told = explain(from_text(f"某市某局2022年法治政府建设年度报告\n\n{sentence}\n"))
    assert [fact.params["words"] for one in told for fact in one.facts if fact.key == "why.words"] == words
