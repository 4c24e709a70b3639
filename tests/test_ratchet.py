"""The quality ratchet: it tells what was won and lost, fails where a class is lower, and wants to know why."""

import json

import pytest

import ratchet


def corpus(*, found="", role="", second="", sha="a", figures=None):
    """Two reports of ten figures each; letters stand for places that are wrong."""
    reports = {}
    for name, wrong in (("one", {"found": found, "role": role}), ("two", {"found": second})):
        standing = ratchet.Standing(sha if name == "two" else "1", {"found": 10, "role": 10})
        for class_, places in wrong.items():
            for place in places:
                standing.add(class_, False, place, f"the words of {place}")
                standing.asked[class_] -= 1
        reports[name] = standing
    return {"made": ratchet.Corpus(reports, figures or {})}


@pytest.fixture
def pins(tmp_path):
    path = tmp_path / "pinned.json"
    assert ratchet.pin(path, corpus(found="ab", role="c"), {}) == []
    return path


def test_what_is_as_it_was_holds(pins):
    lines, wrong = ratchet.compare(ratchet.load(pins), corpus(found="ab", role="c"))
    assert wrong == []
    assert lines[0] == "made: 2 reports, 0 won, 0 lost"


def test_gains_and_losses_are_told_figure_by_figure(pins):
    lines, wrong = ratchet.compare(ratchet.load(pins), corpus(found="bd", role="cef"))
    assert "    won  one: found: a" in lines
    assert "    lost one: found: the words of d" in lines
    assert [line for line in lines if "lost one: role" in line] == [
        "    lost one: role: the words of e",
        "    lost one: role: the words of f",
    ]
    assert wrong == ["made.role is lower: 95.00%, now 85.00%"]  # one figure won makes up for one lost of its class


def test_a_class_is_pinned_lower_only_with_a_reason(pins):
    before = pins.read_bytes()
    worse = corpus(found="abd", role="ce")
    assert ratchet.pin(pins, worse, {"made.found": "a new reading", "made.role": "  "}) == ["made.role"]
    assert pins.read_bytes() == before
    assert ratchet.pin(pins, worse, {"made.found": "a new reading", "made.role": "so it is"}) == []
    assert ratchet.compare(ratchet.load(pins), worse)[1] == []
    lowered = ratchet.load(pins)["made"]["lowered"]
    assert lowered == {
        "found": {"from": 0.9, "reason": "a new reading"},
        "role": {"from": 0.95, "reason": "so it is"},
    }
    # The reason stays until the class is back where it was.
    assert ratchet.pin(pins, corpus(found="ab", role="ce"), {}) == []
    assert set(ratchet.load(pins)["made"]["lowered"]) == {"role"}
    assert ratchet.pin(pins, corpus(), {}) == []
    assert "lowered" not in ratchet.load(pins)["made"]


def test_another_corpus_has_to_be_pinned_and_is_no_lowering(pins):
    other = corpus(found="ab", role="c", second="xyz", sha="b")
    wrong = ratchet.compare(ratchet.load(pins), other)[1]
    assert wrong == ["made is not the corpus that was pinned: run make pin"]
    assert ratchet.pin(pins, other, {}) == []
    assert ratchet.compare(ratchet.load(pins), other)[1] == []
    # What is the same in both still counts.
    third = corpus(found="abq", role="c", second="xyz", sha="c")
    assert ratchet.pin(pins, third, {}) == ["made.found"]


def test_a_class_that_is_no_longer_asked_is_lower(pins):
    gone = corpus()
    for standing in gone["made"].reports.values():
        del standing.asked["role"]
    assert ratchet.compare(ratchet.load(pins), gone)[1] == ["made.role is lower: 95.00%, now 0.00%"]


def test_shares_of_the_whole_corpus_count_too(tmp_path):
    path = tmp_path / "pinned.json"
    ratchet.pin(path, corpus(figures={"fact.f1": 0.9}), {})
    assert ratchet.compare(ratchet.load(path), corpus(figures={"fact.f1": 0.8}))[1] == [
        "made.fact.f1 is lower: 90.00%, now 80.00%"
    ]


def test_a_corpus_that_is_not_here_stays_pinned(pins):
    lines, wrong = ratchet.compare(ratchet.load(pins), {})
    assert (lines, wrong) == (["made: not here, not compared"], [])
    assert ratchet.pin(pins, {}, {}) == []
    assert "made" in ratchet.load(pins)


def test_a_file_changed_by_hand_is_not_taken(pins):
    content = json.loads(pins.read_text())
    content["made"]["shares"]["found"] = 0.5
    pins.write_text(json.dumps(content))
    with pytest.raises(ValueError, match="seal"):
        ratchet.load(pins)
    assert ratchet.main(["--pinned", str(pins)]) == 2


def test_what_is_pinned_here_is_sealed_and_says_why():
    pinned = ratchet.load(ratchet.PINNED)
    assert {"samples", "unseen", "passages"} <= set(pinned)
    reasons = [
        entry["reason"] for name in pinned if name != "seal" for entry in pinned[name].get("lowered", {}).values()
    ]
    assert all(reason.strip() for reason in reasons)
