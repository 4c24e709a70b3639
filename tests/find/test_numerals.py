"""The numeral grammar: cases from data, and what holds of any text and any number."""

import tomllib
from decimal import Decimal
from pathlib import Path

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_extract.find.numerals import fractions, numerals

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "numerals.toml").read_text(encoding="utf-8"))

DENSE = st.text("0123456789,，.点零〇一二三十两百千万亿壹拾余多来几数若干*×Xx○□负- 分之/年月元件人", max_size=40)
ANY = st.one_of(st.text(), DENSE)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_numerals(case):
    found = numerals(case["text"])
    got = [
        {
            "text": case["text"][n.start : n.end],
            "value": n.value,
            "value_to": n.value_to,
            "more": n.more,
            "scale": n.scale,
            "decimals": n.decimals,
        }
        for n in found
    ]
    wanted = [
        {
            "text": entry["text"],
            "value": Decimal(entry["value"]) if "value" in entry else None,
            "value_to": Decimal(entry["value_to"]) if "value_to" in entry else None,
            "more": entry.get("more", False),
            "scale": Decimal(entry.get("scale", 1)),
            "decimals": entry.get("decimals", 0),
        }
        for entry in case["found"]
    ]
    assert got == wanted
    for numeral, entry in zip(found, case["found"], strict=True):
        assert numeral.script == entry.get("script", numeral.script)


@pytest.mark.parametrize("case", CASES["fraction"], ids=lambda case: case["text"])
def test_fractions(case):
    text = case["text"]
    got = [(text[f.start : f.end], f.denominator, f.value) for f in fractions(text, numerals(text))]
    assert got == [(e["text"], Decimal(e["denominator"]), Decimal(e["value"])) for e in case["found"]]


@given(ANY)
def test_spans_lie_in_the_text_in_order(text):
    end = 0
    for numeral in numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end
        assert (numeral.value is None) == (numeral.script in ("masked", "vague"))
        assert numeral.value_to is None or numeral.value is not None


@given(ANY)
def test_every_arabic_digit_lies_in_a_numeral(text):
    covered = {i for n in numerals(text) for i in range(n.start, n.end)}
    assert {i for i, char in enumerate(text) if char in "0123456789"} <= covered


@given(ANY)
def test_every_chinese_digit_lies_in_a_numeral(text):
    covered = {i for n in numerals(text) for i in range(n.start, n.end)}
    assert {i for i, char in enumerate(text) if char in "零〇一二三四五六七八九十两"} <= covered


@given(ANY)
def test_fractions_are_made_of_numerals(text):
    found = numerals(text)
    end = 0
    for fraction in fractions(text, found):
        assert end <= fraction.start < fraction.end <= len(text)
        assert fraction.numerator in found
        end = fraction.end


def written(number: int) -> str:
    """A number in Chinese words, by a way of its own: four digits at a time, zeros where places are skipped."""
    if number == 0:
        return "零"
    words = ""
    for power, name in ((8, "亿"), (4, "万"), (0, "")):
        group, number = divmod(number, 10**power)
        if not group:
            continue
        inner = ""
        if group > 9999:
            inner, group = written(group // 10**4) + "万", group % 10**4
        skipped = bool(words or inner) and group < 1000
        for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, group = divmod(group, place)
            if digit:
                inner += ("零" if skipped and inner + words else "") + "零一二三四五六七八九"[digit] + unit
                skipped = False
            else:
                skipped = True
        words += inner + name
    return words


def test_the_writer_itself():
    examples = {
        10: "一十",
        101: "一百零一",
        2350: "二千三百五十",
        10**8: "一亿",
        50_0006: "五十万零六",
        1_0000_0203: "一亿零二百零三",
    }
    assert {number: written(number) for number in examples} == examples


@given(st.integers(0, 10**12 - 1))
def test_written_integers_read_back(number):
    (numeral,) = numerals(written(number))
    assert numeral.value == number


@given(st.integers(0, 10**12 - 1))
def test_formal_digits_read_back(number):
    formal = written(number).translate(str.maketrans("一二三四五六七八九十百千万亿", "壹贰叁肆伍陆柒捌玖拾佰仟萬億"))
    (numeral,) = numerals(formal)
    assert numeral.value == number


@given(st.integers(0, 10**12 - 1))
def test_agrees_with_cn2an(number):
    words = cn2an.an2cn(number)
    (numeral,) = numerals(words)
    assert numeral.value == cn2an.cn2an(words) == number


@given(st.integers(0, 10**9), st.integers(1, 6))
def test_written_decimals_read_back(number, decimals):
    fraction = f"{number % 10**decimals:0{decimals}d}"
    words = written(number // 10**decimals) + "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in fraction)
    (numeral,) = numerals(words)
    assert numeral.value == Decimal(number).scaleb(-decimals)
    assert numeral.decimals == decimals


@given(st.integers(0, 10**15), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_arabic_integers_read_back(number, scale):
    word, factor = scale
    for digits in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "，")):
        (numeral,) = numerals(f"共{digits}{word}元")
        assert numeral.value == number * factor
        assert numeral.scale == factor


@given(st.decimals(0, 10**12, places=4), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]))
def test_scaled_decimals_are_exact(number, scale):
    word, factor = scale
    (numeral,) = numerals(f"共{number:f}{word}元")
    assert numeral.value == number * factor


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1" * 100_000, 1),
        ("一" * 100_000, 1),
        ("*" * 100_000, 1),
        ("1" + ",111" * 25_000, 1),
        ("1." * 50_000, 50_000),
        ("一点" * 50_000, 25_000),
        ("一万" * 50_000, 50_000),
        ("百" * 100_000, 0),
        ("X" * 100_000, 0),
        ("-" * 100_000, 0),
    ],
    ids=lambda value: value[:4] if isinstance(value, str) else "",
)
def test_hostile_texts_are_read_to_their_end(text, count):
    # Whatever took quadratic time here would not come back within the patience of anybody.
    assert len(numerals(text)) == count
    assert numerals(text + "。12件")[-1].value == 12
