"""Families of phrasings, their members and what only looks like them: cases in data/readings.toml."""

import tomllib
from pathlib import Path

import pytest

from fazhi_extract import extract

CASES = tomllib.loads((Path(__file__).parent / "data" / "readings.toml").read_text(encoding="utf-8"))["case"]

RELATIONS = {
    "whole",
    "changed",
    "later",
    "numerator",
    "denominator",
}  # of these a case names the other figure by its text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_reading(case):
    title = case.get("title", "某市某局2022年法治政府建设年度报告")
    metrics = extract(f"{title}\n\n{case['text']}\n").metrics
    assert [(m.text, m.value) for m in metrics] == [(f["text"], f["value"]) for f in case["figures"]]
    by_id = {metric.id: metric.text for metric in metrics}
    for metric, figure in zip(metrics, case["figures"], strict=True):
        linked = {link.relation: by_id[link.metric] for link in metric.links}
        for relation in figure.keys() & RELATIONS:
            assert linked.get(relation, "none") == figure[relation], (metric.text, relation)
        if "year" in figure:
            assert metric.period.end.year == figure["year"], (metric.text, "year")
        for field in figure.keys() - {"text", "value", "year"} - RELATIONS:
            wanted = None if figure[field] == "none" else figure[field]
            wanted = tuple(wanted) if isinstance(wanted, list) else wanted
            assert getattr(metric, field) == wanted, (metric.text, field)
