"""What a release promises beyond the program: types for its callers, notes for each schema, one version, a guide that is true."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import fazhi_extract
from fazhi_extract.model import SCHEMA_VERSION
from fazhi_extract.rulebook import Rulebook

ROOT = Path(__file__).resolve().parents[1]

CALLER = """
from typing import assert_type
from fazhi_extract import FazhiError, Report, Rulebook, extract, extract_file

report = extract("全年办理行政处罚案件743件。", rulebook=Rulebook.load(["my.toml"]))
assert_type(report, Report)
assert_type(report.metrics[0].span, tuple[int, int])
assert_type(report.metrics[0].unit, str | None)
assert_type(report.metadata.reporting_year, int | None)
try:
    extract_file("a.pdf", timeout=3.0)
except FazhiError as error:
    assert_type(error.message("en"), str)
"""
MISTAKES = """
from fazhi_extract import extract

extract(743)  # arg-type
extract("a").metrics[0].colour  # attr-defined
word: int = extract("a").metrics[0].text  # assignment
"""


def test_a_caller_has_types(tmp_path):
    """mypy checks two programs as their author would, who has the package installed and not its source."""
    (tmp_path / "caller.py").write_text(CALLER, encoding="utf-8")
    (tmp_path / "mistakes.py").write_text(MISTAKES, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "--cache-dir",
        "cache",
        "caller.py",
        "mistakes.py",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    told = re.findall(r"^(\S+?):(\d+): error: .*\[(\S+)\]$", done.stdout, re.MULTILINE)
    lines = enumerate(MISTAKES.splitlines(), 1)
    wanted = [("mistakes.py", str(number), line.split("# ")[1]) for number, line in lines if "# " in line]
    assert sorted(told) == sorted(wanted), done.stdout
    assert done.stdout.endswith("Found 3 errors in 1 file (checked 2 source files)\n")


@pytest.mark.parametrize("page", ["schema-versions.md", "schema-versions.en.md"])
def test_every_schema_version_has_a_note(page):
    heads = re.findall(r"^## (\d+\.\d+)$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0] == SCHEMA_VERSION, "a new version comes first"
    assert heads == sorted(set(heads), key=lambda version: [*map(int, version.split("."))], reverse=True)


def test_the_citation_names_this_version():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([a-z-]+): (.+)$", text, re.MULTILINE))
    assert fields["version"] == fazhi_extract.__version__
    assert {"cff-version", "message", "title", "license"} <= set(fields)
    assert re.search(r"^authors:\n  - name: ", text, re.MULTILINE)


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "CONTRIBUTING.en.md"])
def test_the_phrasing_of_the_guide_is_a_real_one(page):
    """Whoever follows the guide finds the lines that it shows."""
    blocks = re.findall(r"^```toml\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    rule, examples = blocks
    folder = Path(fazhi_extract.__file__).parent / "rules" / "indicators"
    assert rule in (folder / "publicity.toml").read_text(encoding="utf-8")
    assert examples in (folder / "publicity.examples.toml").read_text(encoding="utf-8")
    (wanted,) = [entry for entry in tomllib.loads(examples)["example"] if "code" in entry]
    report = fazhi_extract.extract(re.sub("[〔〕]", "", wanted["text"]), rulebook=Rulebook.default())
    assert [(m.indicator, m.value, m.unit) for m in report.metrics] == [(wanted["code"], 15, "个")]


def test_the_spark_run_in_the_docs_ended_well():
    runs = [(ROOT / "docs" / page).read_text(encoding="utf-8") for page in ("scale.md", "scale.en.md")]
    shown = [re.search(r"```text\n(one process:.*?)```", run, re.DOTALL)[1] for run in runs]
    assert shown[0] == shown[1]
    assert "worker yes (SIGKILL)" in shown[0]
    assert len(set(re.findall(r"digest (\w+)", shown[0]))) == 1
