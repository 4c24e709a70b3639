"""The exam on real reports, where its folder lies beside the project; it belongs to nobody's repository."""

import importlib.util
import json
from pathlib import Path

import pytest

from fazhi_extract import extract, mentions

EXAM = Path(__file__).resolve().parent.parent.parent / "shared" / "exam"
pytestmark = pytest.mark.skipif(not EXAM.is_dir(), reason="the exam's folder ../shared/exam is not here")

AT_LEAST = {
    "metric.found.f1": 0.985,
    "metric.number.f1": 0.97,
    "metric.span.f1": 0.97,
    "date.right.f1": 0.98,
    "section.f1": 1.0,
    "section.end.accuracy": 0.97,
    "item.f1": 0.98,
    "metadata.accuracy": 0.96,
    "decoy.kept_out.accuracy": 0.99,
    "quote.accuracy": 1.0,
    "metric.coded.f1": 0.93,
    "fact.f1": 0.93,
    "field.indicator.accuracy": 0.95,
    "field.role.accuracy": 0.98,
    "field.scope.accuracy": 0.90,
    "field.attributes.accuracy": 0.85,
}
PEERS_AT_LEAST = {"number": 0.98, "percent": 0.99, "money": 0.97, "date": 0.97}


def module(name: str):
    spec = importlib.util.spec_from_file_location(name, EXAM / f"{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture(scope="module")
def tally():
    score = module("score")
    total = score.Tally()
    for path in sorted((EXAM / "keys").glob("*.json")):
        key = json.loads(path.read_text(encoding="utf-8"))
        with (EXAM / "reports" / key["file"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        report = json.loads(extract(text, name=key["file"]).model_dump_json())
        total.add(score.score(key, report, text))
    return total


@pytest.mark.parametrize("name", AT_LEAST)
def test_exam(tally, name):
    assert tally.figures()[name] >= AT_LEAST[name], "\n".join(tally.errors)


def test_peers():
    exam = module("peers_exam")
    right: dict[str, list[bool]] = {}
    for line in (EXAM / "peers_cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        year = int(case["ref"][:4]) if case.get("ref") else None
        right.setdefault(case["kind"], []).append(exam.right(case, mentions(case["text"], year=year)))
    shares = {kind: sum(r) / len(r) for kind, r in right.items()}
    assert {k: v for k, v in shares.items() if v < PEERS_AT_LEAST[k]} == {}
