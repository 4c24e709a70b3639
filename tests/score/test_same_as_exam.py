"""The figures are those of the exam's own program, also for reports that are wrong in every way."""

import copy
import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from fazhi_extract import extract
from fazhi_extract.score import compare, load_key
from fazhi_extract.score.scores import Scores

ROOT = Path(__file__).resolve().parents[2]
EXAM = ROOT.parent / "shared" / "exam"
pytestmark = pytest.mark.skipif(not EXAM.is_dir(), reason="the exam's folder ../shared/exam is not here")

KEYS = [*sorted((EXAM / "keys").glob("*.json")), *sorted((ROOT / "samples").glob("*.key.json"))]


@pytest.fixture(scope="module")
def exam():
    spec = importlib.util.spec_from_file_location("exam_score", EXAM / "score.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture(scope="module")
def cases():
    """Keys with their reports as JSON, and their texts."""
    found = []
    for path in KEYS:
        key = json.loads(path.read_text(encoding="utf-8"))
        folder = EXAM / "reports" if path.parent.name == "keys" else path.parent
        text = (folder / key["file"]).read_bytes().decode()
        found.append((path, key, extract(text, name=key["file"]).model_dump(mode="json"), text))
    return found


def damaged(report, seed):
    """A report with all the mistakes that one can make, and that one makes no more than once a figure."""
    chance = random.Random(seed)
    report = copy.deepcopy(report)
    metrics = []
    for metric in report["metrics"]:
        what = chance.choice(("keep", "keep", "drop", "twice", "span", "value", "indicator", "role", "other", "masked"))
        if what == "drop":
            continue
        if what == "twice":
            metrics.append(dict(metric))
        elif what == "span" and metric["span"][1] - metric["span"][0] > 1:
            metric["span"] = [metric["span"][0] + 1, metric["span"][1]]
        elif what == "value":
            metric["value"] = 7.5
        elif what == "indicator":
            metric["indicator"] = chance.choice((None, "penalty.cases", "review.reconsideration_cases"))
        elif what == "role":
            metric["role"] = "target"
        elif what == "other":
            metric |= {
                "unit": None,
                "bound": "over",
                "attributes": {"stage": "filed"},
                "scope_kind": "region",
                "kind": "money",
            }
        elif what == "masked":
            metric |= {"value": None, "form": "masked"}
        metrics.append(metric)
    report["metrics"] = metrics
    report["dates"] = [date for date in report["dates"] if chance.random() > 0.2]
    for date in report["dates"]:
        if chance.random() < 0.2:
            date["end"] = "2001-01-01"
    sections = [section for section in report["sections"] if chance.random() > 0.2]
    for section in sections:
        what = chance.choice(("keep", "keep", "level", "title", "end", "start"))
        if what == "level":
            section["level"] += 1
        elif what == "title":
            section["title"] = "另一个标题"
        elif what == "end":
            section["span"] = [section["span"][0], section["span"][1] - 5]
        elif what == "start":
            section["span"] = [section["span"][0] + 1, section["span"][1]]
    report["sections"] = sections
    report["metadata"] |= {"issuer": "另一个机关", "addressees": ["甲"], "cc": None}
    return report


@pytest.mark.parametrize("seed", [None, 1, 2])
@pytest.mark.parametrize("with_text", [True, False])
def test_the_figures_are_the_same(exam, cases, seed, with_text):
    theirs, tallies = exam.Tally(), {}
    for path, key, report, text in cases:
        wrong = report if seed is None else damaged(report, seed)
        wrong = wrong if with_text else {**wrong, "source": {**wrong["source"], "text": None}}
        one = exam.score(key, wrong, text if with_text else None)
        mine = compare(load_key(path.read_bytes(), path=path.name), wrong)
        assert mine.figures() == one.figures(), path.name
        assert len(mine.disagreements) == len(one.errors), path.name
        theirs.add(one)
        tallies[path.name] = mine
    scores = Scores(tallies, draws=0)
    assert {k: v for k, v in scores.figures.items() if not k.startswith("mean.")} == theirs.figures()
    assert seed is None or scores.figures["fact.f1"] < 0.9
    fact = scores.total.rates["fact"]
    parts = scores.total.indicators.values()
    assert [fact.right, fact.wrong, fact.missed] == [
        sum(part.right for part in parts),
        sum(part.wrong for part in parts),
        sum(part.missed for part in parts),
    ]


def test_means_over_reports_are_the_same(cases, tmp_path):
    """The exam's program run as it is run, on two reports."""
    (tmp_path / "keys").mkdir()
    for path, _, _, _ in cases[:2]:
        (tmp_path / "keys" / path.name).write_bytes(path.read_bytes())
    run = [sys.executable, EXAM / "score.py", "--keys", tmp_path / "keys", "--reports", EXAM / "reports"]
    run += ["--fazhi", f"{sys.executable} -m fazhi_extract extract", "--json", tmp_path / "score.json"]
    subprocess.run(list(map(str, run)), check=True, capture_output=True)
    tallies = {p.name: compare(load_key(p.read_bytes(), path=p.name), r) for p, _, r, _ in cases[:2]}
    wanted = json.loads((tmp_path / "score.json").read_text(encoding="utf-8"))
    assert Scores(tallies, draws=0).figures == wanted["total"]
