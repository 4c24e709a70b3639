"""Passages written from the indicators' definitions by somebody who had not seen the rules."""

import pytest

from passages import FOLDER, judge, passages

AT_LEAST = {"found": 0.985, "value": 0.98, "role": 0.98, "code": 0.95, "attributes": 0.90}


@pytest.fixture(scope="module")
def judged():
    return [entry for path in sorted(FOLDER.glob("*.toml")) for passage in passages(path) for entry in judge(passage)]


@pytest.mark.parametrize("name", AT_LEAST)
def test_blind_passages(judged, name):
    asked = [right for field, right, _, _ in judged if field == name]
    wrong = "\n".join(words for field, right, _, words in judged if field == name and not right)
    assert len(asked) > 400
    assert sum(asked) / len(asked) >= AT_LEAST[name], wrong
