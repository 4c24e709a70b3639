"""The project's own reports against their keys, which were written from the texts."""

from pathlib import Path

import pytest

from fazhi_extract import extract
from keys import Score, compare, load, read

TESTS = Path(__file__).resolve().parent
# The samples grew up with the rules; tests/data/reports were written and keyed without sight of them.
SETS = {
    "samples": sorted((TESTS.parent / "samples").glob("*.txt")),
    "unseen": sorted((TESTS / "data" / "reports").glob("*.txt")),
}
REPORTS = [path for paths in SETS.values() for path in paths]
# What the issue of the main job and that of the indicators ask of the exam, asked of each set as a whole.
AT_LEAST = {
    "found": 0.985,
    "number": 0.97,
    "span": 0.97,
    "date": 0.98,
    "section": 0.99,
    "metadata": 0.96,
    "role": 0.98,
    "decoy": 0.99,
    "coded": 0.93,
    "indicator": 0.95,
    "scope": 0.90,
    "attributes": 0.85,
}


def test_there_are_at_least_twelve_and_each_has_a_key():
    assert len(SETS["samples"]) >= 12
    assert len(SETS["unseen"]) >= 8
    assert [p.name for p in REPORTS if not p.with_suffix(".key.json").exists()] == []


@pytest.fixture(scope="module", params=SETS)
def total(request) -> Score:
    score = Score()
    for path in SETS[request.param]:
        report = extract(read(path), name=path.name).model_dump(mode="json")
        score.add(compare(load(path.with_suffix(".key.json")), report), path.name)
    return score


@pytest.mark.parametrize("name", AT_LEAST)
def test_samples_agree_with_their_keys(total: Score, name: str):
    disagreements = "\n".join(line for line in total.wrong if f" {name}: " in line)
    assert total.share(name) >= AT_LEAST[name], f"{total.share(name):.4f}\n{disagreements}"


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_every_key_quotes_its_text(path: Path):
    text, key = read(path), load(path.with_suffix(".key.json"))
    for entry in (*key["metrics"], *key["dates"], *key["decoys"]):
        start, end = entry["span"]
        assert text[start:end] == entry["text"]
