"""The consistency checks: cases from data, and what holds of any numbers."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_extract.check import check
from fazhi_extract.check.checks import CHECKS
from fazhi_extract.messages import MESSAGES

DATA = Path(__file__).parents[1] / "data" / "checks.toml"
CASES = tomllib.loads(DATA.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
SHARES = re.compile(r"\d+ 个比率都在 0% 至 100% 之间")


@dataclass
class Figure:
    start: int
    end: int
    sentence: tuple[int, int]
    value: Decimal | None
    kind: str = "count"
    unit: str | None = None
    value_to: Decimal | None = None
    bound: str = "exact"
    form: str = "number"
    role: str = "actual"
    label: str = ""
    indicator: str | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    scope: str | None = None
    scope_kind: str | None = None
    links: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Period:
    start: Any
    end: Any


FIELDS = {"kind", "unit", "value", "value_to", "bound", "form", "role", "label", "scope", "scope_kind", "links"}


def read(case: dict[str, Any]) -> tuple[list[Figure], str, list[Period | None]]:
    text, at = case["text"], 0
    figures, periods = [], []
    for entry in case["figures"]:
        start = text.index(entry["t"], at)
        at = start + len(entry["t"])
        said = {"value": digits(entry["t"])} | {k: v for k, v in entry.items() if k in FIELDS}
        said["value"] = None if said["value"] is None else Decimal(said["value"])
        said.setdefault("unit", re.sub(r"[\d.*]", "", entry["t"]))
        said.setdefault("kind", {"%": "rate", "元": "money"}.get(said["unit"], "count"))
        said["links"] = [tuple(link) for link in said.get("links", [])]
        attributes = {k: v for k, v in entry.items() if k not in FIELDS | {"t", "code", "period"}}
        sentence = (text.rfind("。", 0, start) + 1, text.index("。", at))
        figures.append(Figure(start, at, sentence, indicator=entry.get("code"), attributes=attributes, **said))
        periods.append(Period(*entry["period"]) if "period" in entry else None)
    return figures, text, periods


def digits(words: str) -> str | None:
    match = re.search(r"\d+(\.\d+)?", words)
    return match.group() if match and "*" not in words else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case):
    assert case.keys() <= {"name", "text", "figures", "found", "shares"}
    found = [[r.rule, r.agrees, list(r.metrics), r.message] for r in check(*read(case))]
    if not case.get("shares"):
        found = [entry for entry in found if not SHARES.fullmatch(entry[3])]
    assert sorted(found) == sorted(case["found"])


def test_every_check_disagrees_in_some_case_and_many_cases_are_silent():
    said = {(rule, agrees) for case in CASES for rule, agrees, *_ in case["found"]}
    assert {rule for rule, agrees in said if not agrees} == {rule for rule, _ in said}
    assert len({rule for rule, _ in said}) == len(CHECKS) - 1  # accounts and breakdowns are both parts-of-total
    assert sum(not case["found"] for case in CASES) > len(CASES) / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_english_says_the_same(case):
    chinese, english = check(*read(case), "zh"), check(*read(case), "en")
    assert [(r.rule, r.agrees, r.severity, r.metrics) for r in chinese] == [
        (r.rule, r.agrees, r.severity, r.metrics) for r in english
    ]
    for one, two in zip(chinese, english, strict=True):
        assert re.findall(r"\d[\d.]*", one.message) == re.findall(r"\d[\d.]*", two.message) or "stages" in one.rule
        assert one.message != two.message


def test_no_sentence_of_the_catalogue_is_left_over():
    used = {key for key in MESSAGES if key.startswith("check.") and key.count(".") == 2}
    patterns = {key: re.sub(r"\\{\w+\\}", "(.+)", re.escape(MESSAGES[key][0])) for key in used}
    told = [result.message for case in CASES for result in check(*read(case))]
    assert sorted(key for key, p in patterns.items() if not any(re.fullmatch(p, words) for words in told)) == [
        "check.legal-review-within-cases.agrees",
        "check.penalised-within-reports.agrees",
    ]


def row(*entries: tuple[str, Decimal, dict[str, Any]]) -> tuple[list[Figure], str]:
    """A sentence of figures, written one after the other."""
    figures, text = [], ""
    for words, value, said in entries:
        text += "，"
        said = {"kind": "rate" if "%" in words else "count", "unit": "%" if "%" in words else "件"} | said
        figures.append(Figure(len(text), len(text) + len(words), (0, 999), value, **said))
        text += words
    return figures, text


def mediation(whole: int, part: int, rate: Decimal) -> Iterator[tuple[str, Decimal, dict[str, Any]]]:
    code = "dispute.mediation_cases"
    yield f"{whole}件", Decimal(whole), {"indicator": code, "attributes": {"stage": "accepted"}}
    yield f"{part}件", Decimal(part), {"indicator": code, "attributes": {"stage": "completed"}}
    yield f"{rate:f}%", rate, {"indicator": "dispute.mediation_completion_rate"}


COUNTS = st.integers(1, 100000)
STEPS = st.sampled_from([Decimal(1), Decimal("0.1"), Decimal("0.01")])
WAYS = st.sampled_from([ROUND_HALF_UP, ROUND_DOWN])


@given(COUNTS, COUNTS, STEPS, WAYS)
def test_a_rate_rounded_or_cut_off_agrees(one, two, step, way):
    part, whole = sorted((one, two))
    rate = (Decimal(100 * part) / whole).quantize(step, way)
    results = [r for r in check(*row(*mediation(whole, part, rate))) if r.rule == "rate-of-parts"]
    assert [r.agrees for r in results] == [True]


@given(COUNTS, COUNTS, STEPS, st.sampled_from([-1, 1]))
def test_a_rate_two_units_of_the_last_digit_off_disagrees(one, two, step, sign):
    part, whole = sorted((one, two))
    rate = (Decimal(100 * part) / whole).quantize(step) + 2 * sign * step
    if rate >= 0:
        results = [r for r in check(*row(*mediation(whole, part, rate))) if r.rule == "rate-of-parts"]
        assert [r.agrees for r in results] == [False]


@given(COUNTS, COUNTS, STEPS)
def test_a_rate_rounded_up_too_far_disagrees(one, two, step):
    part, whole = sorted((one, two))
    rate = (Decimal(100 * part) / whole).quantize(step, ROUND_HALF_UP) + step
    results = [r for r in check(*row(*mediation(whole, part, rate))) if r.rule == "rate-of-parts"]
    assert [r.agrees for r in results] == [False]


@given(COUNTS, COUNTS, STEPS, WAYS)
def test_growth_from_a_whole_number_agrees(base, value, step, way):
    growth = (Decimal(100 * value) / base - 100).quantize(step, way)
    words = f"{abs(growth):f}%"
    figures, text = row(
        (f"{value}件", Decimal(value), {"indicator": "penalty.cases"}),
        (words, growth, {"indicator": "penalty.cases", "role": "change", "links": [("changed", 0)]}),
    )
    results = check(figures, text)
    assert [(r.rule, r.agrees) for r in results] == ([("growth-base", True)] if growth > -100 else [])


@settings(deadline=None)  # the first run loads the rules
@given(st.lists(st.tuples(st.sampled_from(["件", "%", "元"]), st.integers(0, 200), st.integers(0, 10**6)), max_size=12))
def test_any_figures_give_results_that_point_to_them(entries):
    codes = sorted({f["code"] for case in CASES for f in case["figures"] if "code" in f})
    stages = ["accepted", "completed", "received", "succeeded", "found", "closed", None]
    kinds = {"%": "rate", "元": "money", "件": "count"}
    figures, text = [], ""
    for unit, pick, value in entries:
        words = f"{value}{unit}"
        stage = stages[pick % len(stages)]
        figures.append(
            Figure(
                len(text), len(text) + len(words), (0, 999), Decimal(value), kinds[unit], unit,
                indicator=codes[pick % len(codes)], attributes={"stage": stage} if stage else {},
                role="change" if pick > 150 else "actual",
            )
        )  # fmt: skip
        text += words + "，"
    for result in check(figures, text):
        assert result.metrics == tuple(sorted(set(result.metrics)))
        assert all(0 <= index < len(figures) for index in result.metrics)
        assert result.message
