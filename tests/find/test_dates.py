"""The date grammar: cases from data, and what holds of any text and any day."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_extract import extract
from fazhi_extract.find.dates import date_shapes, resolve

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "dates.toml").read_text(encoding="utf-8"))["case"]

DENSE = st.text("0129二〇一三十月年日号季度-—至到、.底初今去上半第前*X ", max_size=40)
ANY = st.one_of(st.text(), DENSE)
DAYS = st.dates(date(1949, 10, 1), date(2099, 12, 31))
HAN = "〇一二三四五六七八九"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_date_shapes(case):
    text, year = case["text"], case.get("year", 2021)
    got = []
    for shape in date_shapes(text, bare_years=case.get("bare_years", False)):
        first, last = resolve(shape, year) or (None, None)
        got.append(
            {
                "text": text[shape.start : shape.end],
                "first": first,
                "last": last,
                "granularity": shape.granularity,
                "written": shape.year_written,
                "offset": shape.year_offset,
                "masked": shape.masked,
                "optional": shape.optional,
            }
        )
    plain = {"first": None, "last": None, "written": False, "offset": None, "masked": False, "optional": False}
    assert got == [plain | entry for entry in case["found"]]


@given(ANY, st.booleans(), st.one_of(st.none(), st.integers(1900, 2100)))
def test_shapes_lie_in_the_text_in_order(text, bare_years, year):
    end = 0
    for shape in date_shapes(text, bare_years=bare_years):
        assert end <= shape.start < shape.end <= len(text)
        end = shape.end
        assert (shape.first is None) == (shape.last is None)
        interval = resolve(shape, year)
        assert interval is None or interval[0] <= interval[1]
        if shape.masked:
            assert interval is None


@given(ANY)
def test_without_a_year_only_written_years_resolve(text):
    for shape in date_shapes(text):
        assert resolve(shape, None) == ((shape.first, shape.last) if shape.first else None)


def in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones else "")


@given(DAYS)
def test_any_way_of_writing_a_day(day):
    year = "".join(HAN[int(digit)] for digit in str(day.year))
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{day:%Y-%m-%d}",
        f"{day:%Y.%m.%d}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{year}年{in_words(day.month)}月{in_words(day.day)}日",
        f"{year.replace('〇', '○')}年{in_words(day.month)}月{in_words(day.day)}日",
    ):
        (shape,) = date_shapes(f"于{text}印发")
        assert (shape.start, shape.end) == (1, 1 + len(text))
        assert shape.first == shape.last == day
        assert (shape.granularity, shape.year_written) == ("day", True)


@given(DAYS, st.integers(0, 400), st.sampled_from(["-", "—", "——", "至", "到", "~"]))
def test_any_range_of_days(first, length, link):
    last = first + timedelta(days=length)
    ends = [f"{last.year}年{last.month}月{last.day}日"]
    if first.year == last.year:
        ends.append(f"{last.month}月{last.day}日")
        if first.month == last.month:
            ends.append(f"{last.day}日")
    for end in ends:
        text = f"{first.year}年{first.month}月{first.day}日{link}{end}"
        (shape,) = date_shapes(f"自{text}止")
        assert (shape.start, shape.end) == (1, 1 + len(text))
        assert (shape.first, shape.last) == (first, last)


@given(DAYS, st.integers(1950, 2098))
def test_a_missing_year_is_taken_from_the_caller(day, year):
    (shape,) = date_shapes(f"{day.month}月{day.day}日")
    assert shape.first is None
    assert not shape.year_written
    try:
        wanted = day.replace(year=year)
    except ValueError:
        assert resolve(shape, year) is None
    else:
        assert resolve(shape, year) == (wanted, wanted)


def test_a_missing_year_is_the_last_one_written_in_its_sentence_or_the_reports():
    text = "某市某局2022年法治政府建设年度报告\n\n2019年制定方案，3月5日印发。4月6日修订。\n5月7日施行。\n"
    days = [(date.text, str(date.start), date.year_inferred) for date in extract(text).dates[2:]]
    assert days == [("3月5日", "2019-03-05", True), ("4月6日", "2022-04-06", True), ("5月7日", "2022-05-07", True)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a year that something is compared with is not that of the next date
        *(
            (f"{word}2020年增长，3月办结。", ["2020-01-01", "2022-03-01 inferred"])
            for word in ("较", "比", "同比", "相较于")
        ),
        ("对照《某市2020年工作要点》，3月办结。", ["2022-03-01 inferred"]),
        ("2020年办结，3月归档。", ["2020-01-01", "2020-03-01 inferred"]),
        # an earlier year is that of its sentence, a later one or the report's own that of its paragraph
        ("2020年办结。3月归档。", ["2020-01-01", "2022-03-01 inferred"]),
        ("2023年办结。3月归档。\n4月归档。", ["2023-01-01", "2023-03-01 inferred", "2022-04-01 inferred"]),
        ("2023年办结。其中2021年收件。3月归档。", ["2023-01-01", "2021-01-01", "2023-03-01 inferred"]),
        ("2023年与2022年办结。3月归档。", ["2023-01-01", "2022-01-01", "2022-03-01 inferred"]),
        # words count from the report's year, whatever year stands beside them
        ("2019年印发，去年3月修订，今年4月施行。", ["2019-01-01", "2021-03-01 inferred", "2022-04-01 inferred"]),
        (
            "一、2023年打算\n5月培训。\n\n二、其他\n6月培训。",
            ["2023-01-01", "2023-05-01 inferred", "2022-06-01 inferred"],
        ),
        ("****年办结，**月**日归档，3月报送。", ["None", "None inferred", "2022-03-01 inferred"]),
    ],
)
def test_a_year_comes_from_the_words_in_front(text, days):
    dates = extract(f"某市某局2022年法治政府建设年度报告\n\n{text}\n").dates[1:]
    assert [f"{date.start}{' inferred' * date.year_inferred}" for date in dates] == days


def test_without_a_reporting_year_any_year_holds_through_its_paragraph():
    dates = extract("某市某局工作报告\n\n2019年办结。3月归档。\n4月归档。\n").dates
    assert [str(date.start) for date in dates][:2] == ["2019-01-01", "2019-03-01"]


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "1月" * 50_000, "2021-" * 20_000, "1、" * 50_000, "*" * 100_000, "年" * 100_000, "2021、" * 20_000],
    ids=lambda text: text[:5],
)
def test_hostile_texts_are_read_to_their_end(text):
    # Whatever took quadratic time here would not come back within the patience of anybody.
    shape = date_shapes(text + "。2020年2月29日", bare_years=True)[-1]
    assert shape.first == shape.last == date(2020, 2, 29)
