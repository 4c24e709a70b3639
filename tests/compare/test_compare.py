"""Two years side by side: what is computed, what is stated, and what there is to look at."""

from decimal import Decimal

import pytest

from fazhi_extract import extract
from fazhi_extract.compare import Body, body_of, compare, pair
from fazhi_extract.compare.cells import COLUMNS, cells
from fazhi_extract.compare.growth import base, differs
from fazhi_extract.messages import MESSAGES
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.table.figures import Figure, step_of

KNOWN = Rulebook.default().indicators


def body(sentence, year=2021, issuer="砚溪县司法局"):
    return body_of(extract(f"{issuer}{year}年度法治政府建设年度报告\n\n一、主要做法\n{sentence}\n"), KNOWN)


def only(old, new, code, **options):
    """The row of an indicator, with its cells; there must be one."""
    found = [
        row for row in compare(body(old, 2020), body(new), indicators=KNOWN, **options) if row.key.indicator == code
    ]
    assert len(found) == 1
    return found[0], cells(found[0], Rulebook.default(), "zh")


def test_growth_that_fits():
    row, said = only("全县实施行政检查12769户次。", "全县实施行政检查16672户次，同比增长30.57%。", "inspection.visits")
    assert (said["old"], said["new"], said["difference"]) == (12769, 16672, 3903)
    assert (said["growth"], said["stated"]) == (30.57, "+30.57%")
    assert row.findings == ()


def test_growth_that_does_not_fit_names_the_base_that_would():
    row, said = only("全县实施行政检查12000户次。", "全县实施行政检查16672户次，同比增长30.57%。", "inspection.visits")
    assert row.findings == ("growth-differs",)
    assert row.implied is not None
    assert row.implied.holds(Figure(Decimal(12769), "户次", "count", "", "", ""))
    # 16672 / 1.3057 = 12768.6
    assert "1276" in str(said["implied"])
    assert "38.93" in said["findings"]  # 16672 / 12000
    assert "12000户次" in said["findings"]


def test_a_fall_is_stated_with_its_sign():
    row, said = only("全县受理投诉举报200件。", "全县受理投诉举报150件，同比下降25%。", "dispute.report_cases")
    assert (said["growth"], said["stated"], said["difference"]) == (-25, "-25%", -50)
    assert row.findings == ()


def test_a_jump_suggests_another_definition_unless_the_text_says_that_it_grew_so():
    code = "dispute.report_cases"
    assert only("受理投诉举报100件。", "受理投诉举报900件。", code)[0].findings == ("jump",)
    assert only("受理投诉举报100件。", "受理投诉举报900件，同比增长800%。", code)[0].findings == ()
    assert only("受理投诉举报100件。", "受理投诉举报250件。", code)[0].findings == ()
    assert only("受理投诉举报100件。", "受理投诉举报250件。", code, jump=Decimal(2))[0].findings == ("jump",)
    assert only("受理投诉举报2件。", "受理投诉举报8件。", code)[0].findings == ()  # few


def test_rates_are_compared_by_points():
    row, said = only("负责人出庭应诉率98.5%。", "负责人出庭应诉率99.1%。", "review.appearance_rate")
    assert (said["difference"], said["growth"]) == (0.6, None)
    assert row.findings == ()
    assert only("负责人出庭应诉率60%。", "负责人出庭应诉率100%。", "review.appearance_rate")[0].findings == ("jump",)


def test_another_unit_is_not_compared():
    row, said = only("培训执法人员320人。", "培训执法人员410人次。", "publicity.training_people")
    assert row.findings == ("unit-changed",)
    assert (said["difference"], said["growth"]) == (None, None)
    assert "“人”变为“人次”" in said["findings"]


def test_units_that_mean_the_same_are_compared():
    row, said = only("受理投诉举报100件。", "受理投诉举报110起。", "dispute.report_cases")
    assert (row.findings, said["growth"]) == ((), 10)


def test_what_is_no_longer_reported_and_what_is_new():
    old = body("主动公开政府信息1100条。", 2020)
    new = body("受理投诉举报100件。")
    assert [(row.key.indicator, row.findings) for row in compare(old, new, indicators=KNOWN)] == [
        ("disclosure.proactive_items", ("gone",)),
        ("dispute.report_cases", ("new",)),
    ]


def test_the_year_before_in_two_versions():
    new = "罚没款金额由30万元增加到45万元。"
    row, said = only("罚没款金额28万元。", new, "penalty.total_amount")
    assert row.findings == ("base-differs",)
    assert (said["old"], said["new"], said["said_base"]) == (280000, 450000, "30万元")
    assert only("罚没款金额30万元。", new, "penalty.total_amount")[0].findings == ()


def test_a_denial_is_a_number_and_nothing_grows_from_it():
    row, said = only("全年未发生行政复议案件。", "全年办理行政复议案件12件。", "review.reconsideration_cases")
    assert (said["old"], said["old_state"], said["growth"], said["difference"]) == (0, "写明没有", None, 12)
    assert row.findings == ()


@pytest.mark.parametrize(
    ("old", "state"),
    [
        ("实施行政检查**户次。", "被遮盖"),
        ("开展校园周边专项整治行动，实施行政检查15户次。", "只有部分或其他时段的数字"),
        ("实施行政检查100户次。\n二、其他\n实施行政检查120户次。", "几处不一"),
    ],
)
def test_what_is_no_single_number_is_told_and_not_reckoned_with(old, state):
    row, said = only(old, "实施行政检查150户次。", "inspection.visits")
    assert (row.findings, said["old_state"]) == (("open",), state)
    assert (said["difference"], said["growth"]) == (None, None)
    assert isinstance(said["old"], str)


def test_about_so_many_gives_no_growth():
    row, said = only("受理投诉举报300余件。", "受理投诉举报310件。", "dispute.report_cases")
    assert (row.findings, said["growth"], said["old"]) == (("inexact",), None, "300余件")


def figure(value, text, kind="count", unit="件"):
    return Figure(Decimal(value), unit, kind, text, "", "", step_of(text))


@pytest.mark.parametrize(
    ("new", "growth", "bases"),
    [
        (figure(743, "743件"), figure("31.27", "31.27%", "rate", "%"), (566, 566)),  # 743 / 1.3127 = 566.01
        (figure(110, "110件"), figure(10, "10%", "rate", "%"), (100, 100)),
        (figure(1000, "1000件"), figure("-50", "50%", "rate", "%"), (1961, 2040)),  # cut off or rounded: 49 … 51
        (figure(110, "110件"), figure(12, "12件"), (98, 98)),
        (figure("99.1", "99.1%", "rate", "%"), figure("0.6", "0.6百分点", "rate", "百分点"), (Decimal("98.35"), Decimal("98.65"))),
        (figure(7, "7件"), figure("31.27", "31.27%", "rate", "%"), (5, 5)),  # no whole number: the nearest is told
    ],
)  # fmt: skip
def test_the_base_that_a_growth_implies(new, growth, bases):
    found = base(new, growth)
    assert (found.low, found.high) == bases


def test_no_base_below_nothing():
    assert base(figure(5, "5件"), figure(-100, "100%", "rate", "%")) is None


def test_numbers_count_as_printed():
    # 6.8万 may be 67500 to 68500; 10% of growth then leads back to anything from 61,000 to 63,000.
    new = figure(68000, "6.8万件")
    assert not differs(figure(61800, "61800件"), new, figure(10, "10%", "rate", "%"))
    assert differs(figure(60000, "60000件"), new, figure(10, "10%", "rate", "%"))


def test_per_cent_of_a_rate_may_mean_points():
    growth = figure(3, "3%", "rate", "%")
    assert not differs(figure(92, "92%", "rate", "%"), figure(95, "95%", "rate", "%"), growth)
    assert differs(figure(80, "80%", "rate", "%"), figure(95, "95%", "rate", "%"), growth)


def test_growth_in_a_campaign_is_not_that_of_the_year():
    new = "实施行政检查150户次。开展校园周边专项整治行动，实施行政检查30户次，同比增长50%。"
    row, said = only("实施行政检查140户次。", new, "inspection.visits")
    assert (said["new"], row.stated) == (150, None)


def test_a_body_that_was_renamed_is_the_same():
    old = [body("受理投诉举报1件。", 2016, name) for name in ("无锡市环境保护局", "无锡市司法局")]
    new = [body("受理投诉举报2件。", 2021, name) for name in ("无锡市司法局", "无锡市生态环境局")]
    found = pair(old, new)
    assert [(a.name, b.name) for a, b in found.pairs] == [
        ("无锡市司法局", "无锡市司法局"),
        ("无锡市环境保护局", "无锡市生态环境局"),
    ]
    assert found.only_old == found.only_new == found.doubled == []


def test_what_has_no_counterpart_is_told():
    def one(name, year):
        return Body(name, None, year, f"{name}{year}.txt")

    old = [one("甲县司法局", 2019), one("甲县司法局", 2020), one("乙县司法局", 2020)]
    new = [one("甲县司法局", 2021), one("丙县司法局", 2021)]
    found = pair(old, new)
    assert [(a.path, b.path) for a, b in found.pairs] == [("甲县司法局2020.txt", "甲县司法局2021.txt")]
    assert [b.path for b in found.only_old] == ["乙县司法局2020.txt"]
    assert [b.path for b in found.only_new] == ["丙县司法局2021.txt"]
    assert [b.path for b in found.doubled] == ["甲县司法局2019.txt"]


def test_the_catalogue_has_all_words():
    from typing import get_args

    from fazhi_extract.compare.rows import Finding
    from fazhi_extract.table.headline import ReportState

    assert {f"compare.head.{name}" for name in COLUMNS} <= MESSAGES.keys()
    assert {f"compare.state.{name}" for name in get_args(ReportState)} <= MESSAGES.keys()
    assert {f"compare.finding.{name}" for name in get_args(Finding)} <= MESSAGES.keys()
