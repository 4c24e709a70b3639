"""Tables made of all answer keys: the right cells raise no alarm, and planted mistakes are found."""

from collections import Counter

import pytest

import planted
from fazhi_extract import extract_file
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.verify.referee import Referee
from fazhi_extract.verify.reports import body_of
from fazhi_extract.verify.tables import Grid

# A value that does not stand there, or stands for something else, must never be confirmed. Parts are told by their words
# alone; where the program reads no scope, neither does the referee, which these shares say openly.
FOUND_AT_LEAST = dict.fromkeys(planted.MISTAKES, 1.0) | {"part": 0.87, "target": 0.99}
ALARMS_AT_MOST = 0.01
CONFIRMED_AT_LEAST = 0.90
EXPECTED = {
    "wrong": {"differs", "not_found", "other_indicator", "other_attribute", "undecided", "rounded", "sum", "ratio", "difference"},
    "swapped": {"other_indicator", "undecided", "rounded", "difference", "sum"},
    "invented": {"not_found"},
    "sum": {"sum"},
    "rounded": {"rounded"},
    "part": {"part", "maybe_part", "undecided"},
    "target": {"target"},
    "prior": {"prior"},
    "slip": {"unit_slip"},
}  # fmt: skip
NAMED_AT_LEAST = {"rounded": 0.85, "sum": 0.93, "part": 0.82, "target": 0.9, "slip": 0.93, "prior": 0.95}


@pytest.fixture(scope="module")
def findings():
    cases = planted.cases()
    rows, kinds = [planted.HEADS], []
    for case in cases:
        for row in planted.right(case):
            rows.append(row)
            kinds.append("right")
        for kind, row in planted.mistakes(case):
            rows.append(row)
            kinds.append(kind)
    referee = Referee(Rulebook.default(), [body_of(extract_file(case.path)) for case in cases])
    found = list(referee.findings([Grid("", rows)]))
    assert len(found) == len(kinds)
    return list(zip(kinds, found, strict=True))


def told(findings, kind, wrong):
    lines = [
        f"{f.claim.whose.file} {f.claim.head} {f.claim.words}: {f.verdict} {[one.text for one in f.figures]}"
        for one, f in findings
        if one == kind and wrong(f)
    ]
    return "\n".join(lines)


def test_right_cells_raise_no_alarm(findings):
    levels = Counter(f.level for kind, f in findings if kind == "right")
    assert levels.total() > 2000
    assert levels["open"] == 0
    assert levels["wrong"] / levels.total() <= ALARMS_AT_MOST, told(findings, "right", lambda f: f.level == "wrong")
    assert levels["ok"] / levels.total() >= CONFIRMED_AT_LEAST, told(findings, "right", lambda f: f.level == "look")


@pytest.mark.parametrize("kind", planted.MISTAKES)
def test_planted_mistakes_are_found(findings, kind):
    levels = Counter(f.level for one, f in findings if one == kind)
    assert levels.total() > 10
    assert 1 - levels["ok"] / levels.total() >= FOUND_AT_LEAST[kind], told(findings, kind, lambda f: f.level == "ok")


@pytest.mark.parametrize("kind", planted.MISTAKES)
def test_planted_mistakes_are_named(findings, kind):
    verdicts = Counter(f.verdict for one, f in findings if one == kind)
    share = sum(verdicts[name] for name in EXPECTED[kind]) / verdicts.total()
    assert share >= NAMED_AT_LEAST.get(kind, 1.0), told(findings, kind, lambda f: f.verdict not in EXPECTED[kind])


def test_every_finding_shows_its_sentence(findings):
    for _, finding in findings:
        for figure in finding.figures:
            assert finding.body.text
            assert "【" in figure.quote
            start, end = figure.span
            assert start < end
