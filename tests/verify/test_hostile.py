"""No table brings the referee down, whatever it holds."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_extract import extract
from fazhi_extract.errors import FazhiError
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.verify.numbers import is_blank, read_numbers
from fazhi_extract.verify.referee import Referee
from fazhi_extract.verify.reports import body_of
from fazhi_extract.verify.tables import Grid, read_grids
from fazhi_extract.verify.words import COLUMNS, cells

BOOK = Rulebook.default()
BODY = body_of(
    extract("砚溪县司法局2021年度法治政府建设年度报告\n\n办理行政处罚案件743件，罚款5万元。\n", name="a.txt")
)
CELL = st.one_of(
    st.sampled_from(["指标", "数值", "发文机关", "年度", "行政处罚案件数", "743", "5", "万元", "a.txt", "", "1e5", "-", "**", "3/0", "０", "1,2"]),
    st.text(max_size=12),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL, max_size=5), max_size=5))
def test_any_grid(rows):
    referee = Referee(BOOK, [BODY])
    for finding in referee.findings([Grid("", rows)]):
        assert list(cells(finding, BOOK, "zh")) == list(COLUMNS)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.one_of(st.none(), st.text(max_size=4)))
def test_any_cell(words, unit):
    assert is_blank(words) in (True, False)
    for number in read_numbers(words, unit):
        assert number.value is None or number.value.is_finite()


JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5)
    ),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=5), inside, max_size=3)),
)


@settings(max_examples=40, deadline=None)
@given(JSON)
def test_any_json(value):
    grids = read_grids(json.dumps(value).encode(), path="a.json", encoding=None, limit=1 << 20)
    list(Referee(BOOK, [BODY]).findings(grids))


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '[{"a": 1'])
def test_broken_json(text):
    with pytest.raises(FazhiError, match="E196"):
        read_grids(text.encode(), path="a.json", encoding=None, limit=1 << 20)


@pytest.mark.parametrize("text", ["1e999999999999999999", '[{"行政处罚案件数": 1e99999}]', "NaN", '"743"', "[[743]]"])
def test_json_that_is_no_table(text):
    grids = read_grids(text.encode(), path="a.json", encoding=None, limit=1 << 20)
    assert all(finding.level != "ok" for finding in Referee(BOOK, [BODY]).findings(grids))
