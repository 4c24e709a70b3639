"""Which days a figure covers: those its sentence states, read with the year that holds there."""

from datetime import date

import pytest

from fazhi_extract import extract

YEAR = (date(2022, 1, 1), date(2022, 12, 31))
CASES = {
    "a year before the report's is that of its own sentence": ("对2018年以来的文件开展清理。全年制定规范性文件6件。", YEAR),
    "so it is for a day without a year": ("2019年获评先进。截至11月底，办结案件56件。", (YEAR[0], date(2022, 11, 30))),
    "in its own sentence it holds": ("2019年5月起试行，同年12月办结案件6件。", (date(2019, 12, 1), date(2019, 12, 31))),
    "a later year holds through the paragraph": ("2023年抓好落实。上半年办结案件30件。", (date(2023, 1, 1), date(2023, 6, 30))),
    "a year that something is measured by is not the next figure's": ("受理量是2020年的1.2倍，按期办结率99%。", YEAR),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_period_of_the_last_figure(name):
    text, days = CASES[name]
    metric = extract(f"某市某局2022年法治政府建设年度报告\n\n{text}\n").metrics[-1]
    assert (metric.period.start, metric.period.end) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6月、7月分别办案12件、9件。", [("06-01", "06-30"), ("07-01", "07-31")]),
        ("一季度和二季度分别办案12件、9件。", [("01-01", "03-31"), ("04-01", "06-30")]),
        ("6月、7月共办案12件，罚款9万元。", [("06-01", "07-31"), ("06-01", "07-31")]),
        ("6月、12月共办案12件，罚款9万元。", [("01-01", "12-31"), ("01-01", "12-31")]),
        ("6月、12月分别办案12件、9件，罚款3万元、2万元。", [("06-01", "06-30"), ("12-01", "12-31")] * 2),
        ("6月、7月市本级和县区分别办案12件、9件。", [("06-01", "07-31"), ("06-01", "07-31")]),
    ],
)
def test_dates_in_a_list(text, days):
    metrics = extract(f"某市某局2022年法治政府建设年度报告\n\n{text}\n").metrics
    assert [(f"{m.period.start:%m-%d}", f"{m.period.end:%m-%d}") for m in metrics] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1—6月立案30件，去年同期25件。", ["2022-01-01 2022-06-30", "2021-01-01 2021-06-30"]),
        ("截至6月底，立案30件，去年同期25件，增长20%。", ["2022-01-01 2022-06-30", "2021-01-01 2021-06-30", "2022-01-01 2022-06-30"]),
        ("2021年11月至2022年7月查获卷烟90支，比2020年同期的60支多。", ["2021-11-01 2022-07-31", "2019-11-01 2020-07-31"]),
        ("2020年2月29日至6月30日立案30件，上年同期25件。", ["2020-02-29 2020-06-30", "2019-02-28 2019-06-30"]),
        ("全年立案30件，去年同期25件。", ["2022-01-01 2022-12-31", "2021-01-01 2021-12-31"]),
    ],
)  # fmt: skip
def test_earlier_values_and_changes_of_a_stretch_of_days(text, days):
    metrics = extract(f"某市某局2022年法治政府建设年度报告\n\n{text}\n").metrics
    assert [f"{m.period.start} {m.period.end}" for m in metrics] == days
