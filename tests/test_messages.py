"""The catalogue of messages is complete in both languages, and fits the code that uses it."""

import ast
import pickle
import string
from pathlib import Path

import pytest

import fazhi_extract
from fazhi_extract.errors import FazhiError
from fazhi_extract.messages import MESSAGES, message

SOURCES = sorted(Path(fazhi_extract.__file__).parent.rglob("*.py"))


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_say_the_same(key):
    chinese, english = MESSAGES[key]
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert english.strip()
    assert fields(chinese) == fields(english)


def raised() -> list[tuple[str, str, frozenset[str]]]:
    """Every ``FazhiError("code", field=…)`` of the code: place, code, fields."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "FazhiError" and node.args:
                for code in (n.value for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant)):
                    names = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                    if isinstance(code, str) and code.startswith("E"):
                        found.append((f"{path.name}:{node.lineno}", code, names))
    return found


def test_every_error_has_a_message_with_its_fields():
    uses = raised()
    assert len(uses) > 20
    assert [use for use in uses if use[1] not in MESSAGES or fields(MESSAGES[use[1]][0]) != use[2]] == []


def test_no_error_message_is_left_over():
    codes = {code for _, code, _ in raised()}
    assert {key for key in MESSAGES if key[0] == "E" and key[1:].isdigit()} <= codes


def test_messages_in_the_language_asked_for():
    error = FazhiError("E201", path="a.txt")
    assert error.message("en") == "a.txt: no such file or folder. Check the path."
    assert error.message("zh") == message("E201", path="a.txt") == str(error).removeprefix("E201 ")
    with pytest.raises(ValueError, match="fr"):
        message("E201", "fr", path="a.txt")
    with pytest.raises(KeyError):
        message("E000")


def test_errors_travel_between_processes():
    error = pickle.loads(pickle.dumps(FazhiError("E207", path="a.txt", limit="16 MiB")))
    assert (error.code, error.params) == ("E207", {"path": "a.txt", "limit": "16 MiB"})


@pytest.mark.parametrize(("code", "usage"), [("E101", True), ("E201", False), ("E301", False), ("E502", False)])
def test_usage_errors_are_told_apart(code, usage):
    assert FazhiError(code).is_usage is usage
