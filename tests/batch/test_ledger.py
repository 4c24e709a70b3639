"""Names of outputs, twins, and where results lie."""

from functools import partial
from pathlib import PurePath

import pytest

from fazhi_extract.batch.earlier import Segment
from fazhi_extract.batch.ledger import Ledger
from fazhi_extract.twins import Keys, judge, keys_of


def names(*places: str) -> list[str]:
    with Ledger() as ledger:
        for place in places:
            ledger.add(place, PurePath(place), "shown")
        ledger.name_outputs()
        return [ledger.name(number).as_posix() for number in range(len(ledger))]


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        (["a.txt", "b/a.txt"], ["a.json", "b/a.json"]),
        (["a.txt", "a.md"], ["a.txt.json", "a.md.json"]),
        (["a.txt", "A.TXT"], ["a.txt.json", "A.TXT-2.json"]),
        (["a.txt", "a.txt", "a.txt"], ["a.txt.json", "a.txt-2.json", "a.txt-3.json"]),
        (["a.txt", "a.txt", "a.txt-2"], ["a.txt.json", "a.txt-2.json", "a.txt-2-2.json"]),
        (["a", "2021.12.txt", ""], ["a.json", "2021.12.json", "report.json"]),
    ],
)
def test_every_input_has_a_name_of_its_own(places, wanted):
    assert names(*places) == wanted


def test_thousands_of_inputs_with_one_name():
    found = names(*["报告.txt"] * 3000)
    assert len(set(found)) == 3000
    assert found[-1] == "报告.txt-3000.json"


def test_a_number_that_a_name_already_has_is_passed_over():
    found = names("a.txt", "a.txt", "a.txt-2.json", "a.txt-2.json.json")
    assert len({name.casefold() for name in found}) == 4


def test_names_that_are_not_text():
    odd = "\udcff.txt"
    assert names(odd) == ["\udcff.json"]


def test_the_first_of_its_kind_has_no_twin():
    with Ledger() as ledger:
        for number in range(6):
            ledger.add(None, PurePath("x"), f"{number}.txt")

        def standing(number, keys, is_report=True):
            return judge(keys, is_report=is_report, first=partial(ledger.first, number))

        assert standing(0, Keys(b"s", "乐平市司法局\t2021"), is_report=False) == ("no_report", None)
        assert standing(1, Keys(b"t", "乐平市司法局\t2021")) == ("report", None)
        assert standing(2, Keys(b"u", "乐平市司法局\t2021")) == ("same_year", "1.txt")
        assert standing(3, Keys(b"u", None)) == ("duplicate", "2.txt")
        assert standing(4, Keys(None, None)) == standing(4, Keys(None, None)) == ("report", None)
        assert standing(4, Keys(None, None, "9f2c")) == ("report", None)
        assert standing(5, Keys(b"v", None, "9f2c")) == ("duplicate", "4.txt")


def test_the_last_result_for_a_path_holds():
    with Ledger() as ledger:
        ledger.put_earlier("a.txt", Segment("old", 0, 10))
        ledger.put_earlier("a.txt", Segment("new", 5, 10))
        assert ledger.earlier("a.txt") == Segment("new", 5, 10)
        assert ledger.earlier("b.txt") is None


def agency(issuer, year=2021, /, **given):
    return keys_of("x", {"issuer": issuer, "reporting_year": year, "given": given or None}).agency


def test_who_issued_a_report_is_told_by_a_full_name_alone():
    assert agency("乐平市司法局") == agency("乐平市司法局") != agency("永宁市司法局")
    assert agency("乐平市司法局") != agency("乐平市司法局", 2022)
    assert [agency(name) for name in ("卫生健康局", "市司法局", "XX市司法局", "**市司法局", "高新区管委会", None)] == [
        None
    ] * 6
    assert agency("乐平市司法局", None) is None
    # The user's list knows better.
    assert agency("司法局", issuer="司法局") == "\t司法局\t2021"
    assert agency("司法局", region="乐平市") == "乐平市\t司法局\t2021"


def test_bodies_that_were_merged_later_are_two():
    trade = {"issuer": "砚泽市工商行政管理局", "issuer_key": "3299/市场监督管理", "reporting_year": 2016, "given": None}
    assert keys_of("x", trade).agency == keys_of("y", trade).agency
    assert keys_of("x", trade).agency != keys_of("y", trade | {"issuer": "砚泽市质量技术监督局"}).agency
    assert keys_of("x", trade).agency != keys_of("y", trade | {"issuer_key": "3205/市场监督管理"}).agency


def test_line_breaks_and_spaces_make_no_other_text():
    assert keys_of("全年 3 件。\n", {}).text == keys_of("全年3件。", {}).text != keys_of("全年4件。", {}).text
    assert keys_of(" \n", {}).text is None
