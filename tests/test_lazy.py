"""What is made when it is first used: patterns, and the verbs of the command line."""

import copy
import os
import pickle
import re
import subprocess
import sys

import pytest

from fazhi_extract.lazy import lazy_pattern


def test_a_pattern_is_compiled_with_its_first_use_and_once(monkeypatch):
    compiled = []
    make = re.compile
    monkeypatch.setattr(re, "compile", lambda *said: compiled.append(said) or make(*said))
    pattern = lazy_pattern("(?P<number>[0-9]+)件", re.ASCII)
    assert compiled == []
    assert pattern.pattern == "(?P<number>[0-9]+)件"
    assert compiled == []
    assert pattern.search("受理12件")["number"] == "12"
    assert pattern.fullmatch("3件") is not None
    assert pattern.sub("", "4件5件") == ""
    assert pattern.flags & re.ASCII
    assert len(compiled) == 1


def test_a_fault_shows_with_the_first_use():
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.search("")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda pattern: pickle.loads(pickle.dumps(pattern))])
def test_a_pattern_can_be_copied_before_it_is_used(again):
    assert again(lazy_pattern("[一二]")).findall("一三二") == ["一", "二"]


@pytest.mark.parametrize(("words", "loaded"), [(["schema", "--help"], False), (["--help"], True)])
def test_only_the_verb_that_is_called_is_loaded(words, loaded):
    code = (
        "import sys\nfrom fazhi_extract.cli import main\n"
        f"assert main({words!r}) == 0\nprint('fazhi_extract.cli.verify' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.stdout.splitlines()[-1] == str(loaded)
