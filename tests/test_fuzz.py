"""The fuzzer runs every stage, finds what is planted, and makes it small."""

import pytest

import fuzz
import fuzz_targets
from compiled import needs_python
from planted_faults import FAULTS

# With five seeds the faults were found with 2 to 282 inputs (of phrasings, which are quick).
MOST_INPUTS = 1000


@pytest.fixture
def planted(monkeypatch, tmp_path):
    def plant(check):
        target = fuzz_targets.Target(fuzz_targets.report_texts(), check)
        monkeypatch.setitem(fuzz_targets.TARGETS, "planted", target)
        monkeypatch.setattr(fuzz, "FINDINGS", tmp_path / "findings")
        return tmp_path / "findings"

    return plant


def test_what_is_planted_is_found_made_small_and_kept(planted, capsys):
    def check(text):
        fuzz_targets.hold("其中" not in text, "其中 breaks it")

    folder = planted(check)
    assert fuzz.main(["planted", "--time", "5", "--seed", "1"]) == 1
    (path,) = folder.iterdir()
    assert path.read_text(encoding="utf-8").splitlines()[0].endswith("其中'")
    assert "AssertionError: 其中 breaks it" in capsys.readouterr().out


def test_what_never_ends_is_stopped(planted, monkeypatch):
    def check(text):
        while len(text) > 2:
            pass

    monkeypatch.setattr(fuzz, "PATIENCE", 0.02)
    folder = planted(check)
    assert fuzz.main(["planted", "--time", "1", "--seed", "2"]) == 1
    assert "TooLong" in next(folder.iterdir()).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", fuzz_targets.TARGETS)
def test_every_target_runs(name):
    tried, error, _ = fuzz.run(name, 0.01, seed=3)
    assert tried > 0
    assert error is None


@needs_python
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_each_stage_is_found(name, monkeypatch):
    fault = FAULTS[name]
    target = fuzz_targets.TARGETS[fault.target]
    monkeypatch.setenv("FAZHI_CACHE", "off")
    monkeypatch.setattr(fault.module, fault.name, fault.instead(getattr(fault.module, fault.name)))
    inputs = 0

    class Enough(Exception):
        pass

    def check(value):
        nonlocal inputs
        inputs += 1
        if inputs > MOST_INPUTS:
            raise Enough
        target.check(value)

    monkeypatch.setitem(fuzz_targets.TARGETS, "planted", fuzz_targets.Target(target.inputs, check))
    _, error, _ = fuzz.run("planted", 120, seed=4, small=False)
    assert error is not None
    assert not isinstance(error, Enough), f"not found with {MOST_INPUTS} inputs"


def test_every_stage_has_a_planted_fault():
    # HTML, Word and rules have a target for whole files and one for what is made from scratch.
    assert {fault.target.split()[0] for fault in FAULTS.values()} == {t.split()[0] for t in fuzz_targets.TARGETS}
