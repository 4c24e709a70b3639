"""What is said of a value, one verdict after the other, on a report made for it."""

import pytest

from fazhi_extract import extract
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.verify.referee import Referee
from fazhi_extract.verify.reports import body_of
from fazhi_extract.verify.tables import Grid
from fazhi_extract.verify.words import explanation

BOOK = Rulebook.default()
REPORT = """砚溪县司法局2021年度法治政府建设年度报告

一、主要做法
全县办理行政处罚案件743件，其中青坪镇58件、云渡镇37件，同比增长8.0%。罚款341.203万元，没收违法所得12万元。
收到行政复议申请14件，办结13件，复议案件按期办结率92.86%。受理投诉举报近300件。行政应诉案件**件。
未发生行政赔偿案件。行政许可办理时限由7.6个工作日缩短至5.2个工作日。
全年受理信访件412件，接待群众1268人次。
二、下步打算
力争开展普法宣传活动120场次。对罚款五千元以上的案件一律审核。
"""


@pytest.fixture(scope="module")
def bodies():
    last = REPORT.replace("2021", "2020").replace("743件", "688件").replace("412件", "377件")
    return [body_of(extract(text, name=name)) for text, name in ((REPORT, "a.txt"), (last, "b.txt"))]


def finding(bodies, name, value, unit="", **more):
    heads = ["文件", "指标", "数值", "单位", *more]
    row = ["a.txt", name, value, unit, *more.values()]
    (found,) = Referee(BOOK, bodies).findings([Grid("", [heads, row])])
    return found


@pytest.mark.parametrize(
    ("name", "value", "unit", "verdict", "level", "words"),
    [
        ("行政处罚案件数", "743", "件", "confirmed", "ok", ""),
        ("行政处罚案件数", "743", "宗", "confirmed", "ok", ""),
        ("行政处罚案件数", "", "件", "missing", "wrong", "文中有 743件"),
        ("行政处罚案件数", "7430000", "件", "unit_slip", "wrong", "文中是 743件，相差 10000 倍"),
        ("行政处罚案件数", "740", "件", "rounded", "look", "文中写的是 743件"),
        ("行政处罚案件数", "58", "件", "part", "wrong", "58件 只是一部分（青坪镇）；文中该指标写的是 743件"),
        ("青坪镇行政处罚案件数", "58", "件", "confirmed", "ok", None),
        ("行政处罚案件数", "95", "件", "sum", "look", "= 58件 + 37件；文中没有写这个合计；文中该指标写的是 743件"),
        (
            "行政处罚案件数",
            "685",
            "件",
            "difference",
            "look",
            "= 743件 − 58件；文中没有写这个差；文中该指标写的是 743件",
        ),
        (
            "行政处罚案件数",
            "688",
            "件",
            "other_year",
            "wrong",
            "688件 在 2020 年的报告里（b.txt）；文中该指标写的是 743件",
        ),
        ("行政处罚案件数", "5511", "件", "differs", "wrong", "文中写的是 743件"),
        ("行政处罚案件数", "8", "%", "change", "wrong", None),
        ("行政处罚案件数", "412", "件", "other_indicator", "wrong", None),
        ("行政处罚案件数", "很多", "件", "unreadable", "open", "格中没有数字"),
        ("罚款金额", "341.203", "万元", "confirmed", "ok", ""),
        ("罚款金额", "341.203", "", "no_unit", "look", "表中没有注明单位；文中是 341.203万元"),
        ("罚款金额", "3412030", "", "confirmed", "ok", ""),
        ("罚款金额", "341.203", "元", "unit_slip", "wrong", "文中是 341.203万元，相差 10000 倍"),
        ("罚款金额", "341.2", "万元", "rounded", "look", "文中写的是 341.203万元"),
        ("行政复议案件按期办结率", "0.9286", "", "no_unit", "look", "表中没有注明单位；文中是 92.86%"),
        ("行政复议案件按期办结率", "92.86", "%", "confirmed", "ok", ""),
        ("行政复议案件按期办结率", "0.9286", "%", "unit_slip", "wrong", "文中是 92.86%，相差 100 倍"),
        ("投诉举报件数", "300", "件", "approximate", "ok", "文中写的是“近300件”"),
        ("投诉举报件数", "近300", "件", "confirmed", "ok", ""),
        ("行政诉讼案件数", "29", "件", "masked", "wrong", "文中是 **件，数字无从核对"),
        ("行政诉讼案件数", "**", "件", "confirmed", "ok", ""),
        ("行政诉讼案件数", "", "件", "blank", "ok", "文中打码：**件"),
        ("行政赔偿案件数", "0", "件", "confirmed", "ok", ""),
        ("行政赔偿案件数", "无", "件", "confirmed", "ok", ""),
        ("普法宣传活动场次", "120", "场次", "target", "wrong", "120场次 是计划或要求，不是结果"),
        ("行政许可办理时限", "7.6", "个工作日", "prior", "wrong", None),
        ("行政许可办理时限", "5.2", "个工作日", "confirmed", "ok", ""),
        ("行政裁决案件数", "0", "件", "zero", "wrong", "报告没有提到这个指标；没有提到不等于 0"),
        ("行政裁决案件数", "3177", "件", "not_found", "wrong", "文中没有这个数，也没有这个指标的数"),
        ("行政裁决案件数", "", "件", "blank", "ok", ""),
    ],
)
def test_verdicts(bodies, name, value, unit, verdict, level, words):
    found = finding(bodies, name, value, unit)
    assert (found.verdict, found.level) == (verdict, level), [(f.text, f.key, f.role) for f in found.figures]
    if words is not None:
        assert explanation(found, BOOK, "zh") == words
    assert explanation(found, BOOK, "en").isascii() or found.figures or found.instead


def test_people_and_times_are_not_the_same(bodies):
    found = finding(bodies, "信访及群众诉求件数", "1268", "人", channel="visit")
    assert found.verdict in ("other_unit", "undecided", "other_attribute")
    assert found.level == "look"


def test_the_sentence_that_the_table_gives_is_looked_up(bodies):
    right = finding(bodies, "行政处罚案件数", "743", "件", 原文="全县办理行政处罚案件743件")
    wrong = finding(bodies, "行政处罚案件数", "743", "件", 原文="全年共办理行政处罚案件743件")
    assert (right.quote_found, wrong.quote_found) == (True, False)
    assert explanation(wrong, BOOK, "zh") == "所附原文在报告中找不到"


def test_a_number_without_an_indicator_beside_fitting_words_is_no_alarm():
    text = REPORT.replace("收到行政复议申请", "本局持有的无人机共31架次。收到行政复议申请")
    body = body_of(extract(text, name="a.txt"))
    assert next(f for f in body.figures if f.text == "31架次").key is None
    found = finding([body], "行政检查次数", "31", "架次")
    assert (found.verdict, found.level) == ("undecided", "look")


def test_words_that_narrow_a_figure_are_a_reason_to_look():
    text = REPORT.replace("办理行政处罚案件743件", "在宪法宣传周期间办理行政处罚案件743件")
    found = finding([body_of(extract(text, name="a.txt"))], "行政处罚案件数", "743", "件")
    assert found.level == "look"
    assert found.verdict in ("part", "maybe_part")


NARROWED = {
    "扎实开展卫片执法监督检查。加强巡查。立案查处行政处罚案件743件": "卫片执法监督检查",
    "开展“大棚房”问题整治“回头看”，办理行政处罚案件743件": "‘大棚房’问题整治‘回头看’",
    "油气管道保护方面，办理行政处罚案件743件": "油气管道保护方面",
    "严厉打击虚开骗税，办理行政处罚案件743件": "打击虚开骗税",
    "检查养老机构168家次，办理行政处罚案件743件": "养老机构",
    "八县（市）司法局办理行政处罚案件743件": "八县（市）",
    "青坪分局办理行政处罚案件743件": "青坪分局",
}


@pytest.mark.parametrize("words", NARROWED)
def test_turns_that_narrow_a_figure(words):
    found = finding(
        [body_of(extract(REPORT.replace("全县办理行政处罚案件743件", words), name="a.txt"))],
        "行政处罚案件数",
        "743",
        "件",
    )
    assert found.level == "look"
    if found.verdict == "maybe_part":  # else the extraction saw the scope itself
        assert NARROWED[words] in explanation(found, BOOK, "zh")


@pytest.mark.parametrize(
    "words",
    [
        "全县办理行政处罚案件743件",
        "严厉打击违法犯罪行为，办理行政处罚案件743件",
        "坚持打击与震慑并举，办理行政处罚案件743件",
        "深入开展专项整治，办理行政处罚案件743件",
        "扎实开展卫片执法监督检查。全县办理行政处罚案件743件",
        "检查用人单位168家次，办理行政处罚案件743件",
        "开展司法鉴定检查，办理行政处罚案件743件",
    ],
)
def test_turns_that_narrow_nothing(words):
    text = REPORT.replace("全县办理行政处罚案件743件", words)
    found = finding([body_of(extract(text, name="a.txt"))], "行政处罚案件数", "743", "件")
    assert (found.verdict, found.level) == ("confirmed", "ok"), explanation(found, BOOK, "zh")


def test_an_aspect_in_the_genres_own_words_narrows_nothing():
    text = REPORT.replace("收到行政复议申请14件", "行政复议方面，收到行政复议申请14件")
    found = finding([body_of(extract(text, name="a.txt"))], "行政复议案件数", "14", "件")
    assert found.level == "ok", explanation(found, BOOK, "zh")


def test_a_number_that_stands_there_as_several_things():
    text = REPORT.replace("全年受理信访件412件", "全年受理信访件412件，制定规范性文件412件")
    found = finding([body_of(extract(text, name="a.txt"))], "行政处罚案件数", "412", "件")
    assert found.verdict == "other_indicator"
    assert explanation(found, BOOK, "zh").count("412件 是“") == 2


def test_a_plan_that_was_read_as_a_result():
    text = REPORT.replace("力争开展普法宣传活动120场次", "一是2022年6月底前完成验收；二是组织执法培训不少于6期")
    found = finding([body_of(extract(text, name="a.txt"))], "培训班（次）数", "6", "期")
    assert found.level != "ok"
    if found.verdict == "maybe_target":
        assert explanation(found, BOOK, "zh") == "不少于6期 的句子里有“2022年6月底前”，可能是计划，不是结果"


@pytest.mark.parametrize(
    ("sentence", "name", "value", "unit", "verdict"),
    [
        ("信访事项按期办结率100%", "信访事项按期办结率", "99.2", "%", "differs"),  # 100 is no rounding of 99.2
        ("信访事项按期办结率99.2%", "信访事项按期办结率", "99", "%", "rounded"),
        ("参加培训1130人次", "培训（学法、考试）人数", "1137", "人次", "differs"),  # finer than what the report says
        ("参加培训1137人次", "培训（学法、考试）人数", "1130", "人次", "rounded"),
        ("参加培训1130余人次", "培训（学法、考试）人数", "1137", "人次", "rounded"),
        ("深入学习党的二十大精神", "执法培训期数", "20", "期", "not_found"),
        ("新收政府信息公开申请386件，上年结转9件", "依申请公开件数·结转", "9", "件", "confirmed"),
        ("对2018年以来印发的57件规范性文件开展清理", "规范性文件清理件数", "57", "件", "confirmed"),
    ],
)
def test_numbers_and_years_that_are_easily_mistaken(sentence, name, value, unit, verdict):
    text = REPORT.replace("收到行政复议申请14件，办结13件", sentence)
    found = finding([body_of(extract(text, name="a.txt"))], name, value, unit)
    assert found.verdict == verdict, explanation(found, BOOK, "zh")


def test_times_of_several_matters_are_none_of_all():
    text = REPORT.replace("由7.6个工作日缩短至5.2个工作日", "缩短至5.2个工作日，不动产抵押登记办理时限缩短至1个工作日")
    found = finding([body_of(extract(text, name="a.txt"))], "平均办理时长", "1", "个工作日")
    assert (found.verdict, found.level) == ("one_of", "look")


@pytest.mark.parametrize(
    ("name", "value", "verdict"),
    [
        ("行政处罚案件数同比增长（%）", "8.0", "confirmed"),
        ("行政处罚案件数同比下降（%）", "8.0", "differs"),
        ("行政处罚案件数同比（%）", "-8.0", "differs"),
        ("行政处罚案件数同比（%）", "8.0", "confirmed"),
        ("罚款金额同比下降（%）", "4.1", "confirmed"),
        ("罚款金额同比（%）", "-4.1", "confirmed"),
        ("罚款金额增长率（%）", "4.1", "differs"),
    ],
)
def test_a_growth_is_no_fall(name, value, verdict):
    text = "砚溪县司法局2021年度法治政府建设年度报告\n一、主要做法\n办理行政处罚案件743件，同比增长8.0%。罚款20万元，同比下降4.1%。\n"
    report = body_of(extract(text, name="a.txt"))
    (found,) = Referee(BOOK, [report]).findings([Grid("", [["文件", "指标", "数值"], ["a.txt", name, value]])])
    assert found.verdict == verdict


def test_a_whole_and_its_own_parts_are_no_sum():
    text = "砚溪县司法局2021年度法治政府建设年度报告\n一、主要做法\n审结行政复议案件64件，其中维持29件、撤销3件。\n"
    report = body_of(extract(text, name="a.txt"))
    (found,) = Referee(BOOK, [report]).findings(
        [Grid("", [["文件", "指标", "数值", "单位"], ["a.txt", "行政复议案件数", "96", "件"]])]
    )
    assert found.verdict not in ("sum", "confirmed")
