"""The fuzzer runs every stage, finds what is planted, and makes it small."""

import pytest

import fuzz
import fuzz_targets


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
