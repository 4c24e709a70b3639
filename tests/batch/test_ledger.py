"""Names of outputs, twins, and where results lie."""

from pathlib import PurePath

import pytest

from fazhi_extract.batch.earlier import Segment
from fazhi_extract.batch.ledger import Ledger
from fazhi_extract.batch.twins import Keys, keys_of


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
        for number in range(4):
            ledger.add(None, PurePath("x"), f"{number}.txt")
        assert ledger.twins(0, Keys(b"t", "乐平市司法局\t2021")) == (None, None)
        assert ledger.twins(1, Keys(b"u", "乐平市司法局\t2021")) == (None, "0.txt")
        assert ledger.twins(2, Keys(b"u", None)) == ("1.txt", None)
        assert ledger.twins(3, Keys(None, None)) == (None, None)


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
    assert agency("司法局", issuer="司法局") == "司法局\t2021"
    assert agency("司法局", region="乐平市") == "乐平市司法局\t2021"


def test_a_body_is_the_same_under_its_old_name():
    old = {
        "issuer": "无锡市卫生和计划生育委员会",
        "issuer_key": "320200/卫生健康",
        "reporting_year": 2018,
        "given": None,
    }
    assert keys_of("x", old).agency == keys_of("y", old | {"issuer": "无锡市卫生健康委员会"}).agency
    assert keys_of("x", old).agency != keys_of("y", old | {"issuer_key": "320205/卫生健康"}).agency


def test_line_breaks_and_spaces_make_no_other_text():
    assert keys_of("全年 3 件。\n", {}).text == keys_of("全年3件。", {}).text != keys_of("全年4件。", {}).text
    assert keys_of(" \n", {}).text is None
