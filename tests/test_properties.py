"""What must hold for any text and any way of writing it."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_extract import extract
from keys import read

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
CLEAN = ["market_regulation_2022", "county_government_2022", "emergency_management_2020"]
FULL_WIDTH = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789%"}


def figures(report) -> list[tuple]:
    return [(m.value, m.value_to, m.unit, m.kind, m.bound, m.form, m.role, m.indicator) for m in report.metrics]


@pytest.mark.parametrize("name", CLEAN)
def test_full_width_digits_give_the_same_figures(name):
    text = read(ROOT / "samples" / f"{name}.txt")
    assert figures(extract(text.translate(FULL_WIDTH))) == figures(extract(text))


@pytest.mark.parametrize("name", CLEAN)
def test_windows_line_ends_give_the_same_figures(name):
    text = read(ROOT / "samples" / f"{name}.txt")
    assert figures(extract(text.replace("\n", "\r\n"))) == figures(extract(text))


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*.txt")), ids=lambda p: p.stem)
def test_same_bytes_out_and_valid_against_the_schema(path):
    text = read(path)
    first, second = extract(text).model_dump_json(), extract(text).model_dump_json()
    assert first == second
    jsonschema.validate(json.loads(first), SCHEMA)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 10**9),
    st.sampled_from(["件", "起", "家", "人次", "份"]),
    st.sampled_from(["", "共", "累计", "全年"]),
)
def test_a_plain_figure_is_read_whatever_its_number(number, unit, lead):
    (metric,) = extract(f"{lead}办理事项{number}{unit}。").metrics
    assert (metric.value, metric.unit, metric.text) == (number, unit, f"{number}{unit}")


@settings(max_examples=100, deadline=None)
@given(st.decimals(0, 99999, places=2), st.sampled_from([("元", 1), ("万元", 10_000), ("亿元", 100_000_000)]))
def test_money_is_exact(amount, unit):
    (metric,) = extract(f"罚没款合计{amount}{unit[0]}。").metrics
    assert metric.kind == "money"
    assert metric.value == (int(amount * unit[1]) if amount * unit[1] % 1 == 0 else float(amount * unit[1]))


HOSTILE = {
    "brackets": "（" * 100_000,
    "digits": "1" * 100_000,
    "ones": "一" * 100_000,
    "masks": "*" * 100_000,
    "titles": "《" * 50_000,
    "quotes": "“三" * 30_000,
    "denials": "未发生" * 20_000,
    "from-to": "从3件" * 20_000,
    "separately": "分别为3件、" * 10_000,
    "one-line": "查处案件5件，罚款3万元，" * 4_000,
    "in-course": "在检查中，" * 10_000 + "处罚3件。",
    "markers": "一、" * 20_000,
    "line-feeds": "\n" * 100_000 + "3件",
    "nul": "查处案件\x005件。",
    "surrogate": "查处案件\ud8005件。",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_give_a_report(name):
    extract(HOSTILE[name])


@pytest.mark.parametrize(
    "piece", ["查处案件5件，罚款3万元，", "未发生行政复议案件，", "从3件提升至5件，", "“三项制度”《办法》，"]
)
def test_time_grows_in_step_with_length(piece):
    from time import process_time

    def seconds(times: int) -> float:
        text = piece * times
        start = process_time()
        extract(text)
        return process_time() - start

    def growth() -> float:
        return seconds(1600) / min(seconds(200) for _ in range(2))

    seconds(100)
    # eight times the text; twice that as a bound, since the machines are noisy, and by the square it would be 64
    assert growth() < 16 or min(growth() for _ in range(2)) < 16
