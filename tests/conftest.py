"""What all tests have: their order, the same random inputs each time, and the program's own examples thinned out for
tests that need not have them all."""

from pathlib import Path

import pytest
from hypothesis import settings

from fazhi_extract import rulecheck

TESTS = Path(__file__).resolve().parent
# A file of tests stays in one process. Those that take longest begin, so that no processor waits for one of them at the end.
LONG = (
    "docs/test_docs.py",
    "test_rules.py",
    "browser/test_site.py",
    "browser/test_page.py",
    "batch/test_resume.py",
    "test_patterns.py",
    "test_properties.py",
    "cli/test_process.py",
    "browser/test_limits.py",
    "verify/test_planted.py",
    "test_fuzz.py",
)

# A change is judged by what it changed: new inputs are `make fuzz`'s to look for.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items):
    places = {TESTS / name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path, len(LONG)))


@pytest.fixture(scope="session")
def _twentieth():
    examples = rulecheck.builtin_examples()
    few = [e for number, e in enumerate(examples) if number % 20 == 0 or e.where.startswith("penalty.")]
    assert 200 < len(few) < len(examples) / 5
    return few


@pytest.fixture
def few_examples(monkeypatch, _twentieth):
    """A twentieth of the package's examples and all of penalties; tests/test_rules.py runs all."""
    monkeypatch.setattr(rulecheck, "builtin_examples", lambda: _twentieth)
