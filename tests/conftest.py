"""The program's own examples, of which there are thousands, thinned out for tests that need not have them all."""

import pytest

from fazhi_extract import rulecheck


@pytest.fixture(scope="session")
def _a_tenth():
    examples = rulecheck.builtin_examples()
    few = [e for number, e in enumerate(examples) if number % 20 == 0 or e.where.startswith("penalty.")]
    assert 200 < len(few) < len(examples) / 5
    return few


@pytest.fixture
def few_examples(monkeypatch, _a_tenth):
    """A twentieth of the package's examples and all of penalties; tests/test_rules.py runs all."""
    monkeypatch.setattr(rulecheck, "builtin_examples", lambda: _a_tenth)
