"""The reference of the command line is what the program says."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from fazhi_extract.cli.app import VERBS
from fazhi_extract.messages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool():
    spec = spec_from_file_location("make_commands", ROOT / "tools" / "make_commands.py")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_is_up_to_date(tool, lang):
    written = (ROOT / "docs" / tool.NAMES[lang]).read_text(encoding="utf-8")
    assert written == tool.reference(lang), "run: make docs"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verb_has_its_part(tool, lang):
    text = tool.reference(lang)
    assert [verb for verb in VERBS if f"\n## fazhi {verb}\n" not in text] == []
    assert "\n## fazhi rules diff\n" in text
    assert "| help." not in text


def test_a_stale_page_is_found(tool, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tool, "DOCS", tmp_path)
    assert tool.main([]) == 0
    assert tool.main(["--check"]) == 0
    page = tmp_path / "commands.md"
    page.write_text(page.read_text(encoding="utf-8").replace("--resume", "--again"), encoding="utf-8")
    capsys.readouterr()
    assert tool.main(["--check"]) == 1
    assert capsys.readouterr().out == "commands.md\n"
    assert "--again" in page.read_text(encoding="utf-8")
