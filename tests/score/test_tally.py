"""What is counted, on small keys written by hand; and the intervals."""

import json

import pytest

from fazhi_extract.errors import FazhiError
from fazhi_extract.score import compare, load_key
from fazhi_extract.score.intervals import bootstrap, wilson
from fazhi_extract.score.judged import judge
from fazhi_extract.score.tally import Rate, Tally

NUMBER = {"kind": "count", "value": 3, "value_to": None, "unit": "件", "bound": "exact", "form": "number"}


def figure(start, end, **fields):
    own = {"role": "actual", "indicator": "penalty.cases", "attributes": {}, "scope": None, "scope_kind": None}
    return {"span": [start, end], "text": "3件", "label": None, **NUMBER, **own, **fields}


def key(metrics, **groups):
    return load_key(json.dumps({"file": "a.txt", "metrics": metrics, **groups}).encode(), path="a.key.json")


def report(metrics, **groups):
    return {"metrics": metrics, "dates": [], "sections": [], "metadata": {}, "source": {"text": None}, **groups}


def counts(tally, name):
    rate = tally.rates[name]
    return rate.right, rate.wrong, rate.missed


def test_a_find_with_something_wrong_is_both_wrong_and_missed():
    tally = compare(key([figure(0, 2)]), report([figure(0, 2, indicator="penalty.parties")]))
    assert counts(tally, "metric.found") == (1, 0, 0)
    assert counts(tally, "metric.coded") == (0, 1, 1)
    assert counts(tally, "fact") == (0, 1, 1)
    # The wrong one counts against what it was filed under, the missed one for what it is.
    assert tally.indicators == {"penalty.parties": Rate(0, 1, 0), "penalty.cases": Rate(0, 0, 1)}
    assert [(one.what, one.field) for one in tally.disagreements] == [("field", "indicator")]


def test_optional_entries_and_second_readings():
    wanted = [figure(0, 2, optional=True), figure(5, 7, also={"role": ["target"]}), figure(9, 11, optional=True)]
    tally = compare(key(wanted), report([figure(0, 2, value=9), figure(5, 7, role="target")]))
    assert counts(tally, "metric.found") == (1, 0, 0)
    assert tally.share("field.role").accuracy == 1


def test_words_for_all_are_no_spurious_figures():
    tally = compare(key([figure(0, 2)]), report([figure(0, 2), figure(5, 7, form="in_words"), figure(8, 9)]))
    assert counts(tally, "metric.found") == (1, 1, 0)


def test_groups_that_a_key_leaves_out_are_not_scored():
    found = report([figure(0, 2)], dates=[{"span": [3, 5], "text": "x", "start": None, "end": None}])
    assert "date.found" not in compare(key([figure(0, 2)]), found).rates
    assert counts(compare(key([figure(0, 2)], dates=[]), found), "date.found") == (0, 1, 0)


def test_a_report_that_could_not_be_read_has_found_nothing():
    assert counts(compare(key([figure(0, 2), figure(3, 5)]), None), "fact") == (0, 0, 2)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[]", "file"),
        (b"{", "JSON"),
        (b'{"file": "a"}', "metrics"),
        (b'{"file": "a", "metrics": [{"span": [3, 1]}]}', "metrics[0].span"),
        (b'{"file": "a", "metrics": [], "dates": {}}', "dates"),
        (b'{"schema_version": "1.0", "file": "a", "metrics": []}', "file"),
    ],
)
def test_what_is_no_key(data, reason):
    with pytest.raises(FazhiError) as caught:
        load_key(data, path="a.json")
    assert (caught.value.code, caught.value.params["reason"]) == ("E185", reason)


def test_wilson():
    # Brown, Cai & DasGupta (2001) work with the same formula; figures checked by hand for 9 of 10 and for the ends.
    assert wilson(0.9, 10) == (0.5958, 0.9821)
    assert wilson(1.0, 10) == (0.7225, 1.0)
    assert wilson(0.0, 10) == (0.0, 0.2775)
    assert wilson(0.5, 0) is None


def tallies(rights):
    made = []
    for right in rights:
        tally = Tally()
        tally.rate("fact").add(Rate(right, 10 - right, 0))
        tally.indicator("penalty.cases").add(Rate(right, 10 - right, 0))
        made.append(tally)
    return made


def test_the_bootstrap_draws_reports():
    apart, alike = tallies([10, 0] * 10), tallies([5] * 20)
    found = bootstrap(apart)
    low, high = found["fact.precision"]
    # The mean of 20 draws of 0 or 1 has a standard error of 0.5 / √20 = 0.112.
    assert 0.22 < low < 0.34
    assert 0.66 < high < 0.78
    assert found == bootstrap(apart)
    uneven = tallies(range(11))
    assert bootstrap(uneven) != bootstrap(uneven, seed=2)
    assert bootstrap(alike) == {}
    assert bootstrap(apart[:1]) == {}
    assert found["penalty.cases.precision"] == (low, high)
    assert "penalty.cases.precision" not in bootstrap(apart[:4])  # too few reports for an indicator


HEADS = ["原文", "指标", "对/错", "备注", "指标代码", "权数"]


def sheet(*rows):
    return judge(HEADS, [(n, dict(zip(HEADS, row, strict=True))) for n, row in enumerate(rows, 2)])


def test_verdicts():
    found = sheet(
        ["3件", "甲", "对", None, "a.a", 1],
        ["4件", "甲", " × ", "是5件", "a.a", 1],
        ["5件", "乙", 1, None, "b.b", 1],
        ["6件", "乙", None, None, "b.b", 1],
        ["7件", "乙", "不清楚", None, "b.b", 1],
        [None, None, None, "合计", None, None],
    )
    assert [(row.row, row.verdict) for row in found.rows] == [(2, True), (3, False), (4, True), (5, None), (6, None)]
    assert [row.row for row in found.wrong] == [3]
    assert [row.row for row in found.unfilled] == [5]
    assert [row.row for row in found.unclear] == [6]
    assert found.precision == pytest.approx(2 / 3)
    assert found.interval == wilson(2 / 3, 3)
    assert {code: (s.right, s.asked) for code, s in found.indicators.items()} == {"a.a": (1, 2), "b.b": (1, 1)}


def test_rows_that_stand_for_more_weigh_more():
    found = sheet(["3件", "甲", "对", None, "a.a", 9.0], ["4件", "乙", "错", None, "b.b", 1.0])
    assert found.precision == 0.9
    assert found.interval == wilson(0.9, 10**2 / (9**2 + 1))


def test_a_sheet_without_verdicts_says_nothing():
    found = sheet(["3件", "甲", None, None, "a.a", 1])
    assert (found.precision, found.interval) == (None, None)
