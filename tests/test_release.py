"""What a release promises beyond the program: types for its callers, notes for each schema, one version, a guide that is true."""

import re
import subprocess
import sys
import textwrap
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


@pytest.fixture(scope="module")
def mypy(tmp_path_factory):
    """Checks a program as its author would, who has the package installed and not its source."""
    folder = tmp_path_factory.mktemp("caller")

    def check(program):
        (folder / "caller.py").write_text(textwrap.dedent(program), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file=",
            "--cache-dir",
            str(folder / "cache"),
            "caller.py",
        ]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)

    return check


def test_a_caller_has_types(mypy):
    done = mypy(CALLER)
    assert (done.stdout, done.returncode) == ("Success: no issues found in 1 source file\n", 0), done.stdout
    mistakes = mypy(MISTAKES).stdout
    for number, line in enumerate(MISTAKES.splitlines(), 1):
        if kind := re.search(r"# (\S+)$", line):
            assert re.search(rf"^caller\.py:{number}: error: .*\[{kind[1]}\]", mistakes, re.MULTILINE), mistakes


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
