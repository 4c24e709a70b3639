"""The command line, case by case.

A case is a folder below ``cases``: ``case.toml`` has the ``arguments`` and the ``exit`` status, and may have
``standard_input``, ``environment`` and ``files`` to make (text, or a table with ``text`` and ``encoding``, or ``hex``).
Beside it stands what must come out: ``stdout`` and ``stderr`` to the letter (nothing, where the file is missing),
or ``stdout.jsonl``, whose lines name the fields that each line of JSON must have at least.
Files that must exist afterwards stand in ``result``, ``.json`` and ``.jsonl`` again with the fields they need to have.
"""

import io
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fazhi_extract.cli import main

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/case.toml"))


def content(entry: str | dict[str, str]) -> bytes:
    if isinstance(entry, str):
        return entry.encode()
    if "hex" in entry:
        return bytes.fromhex(entry["hex"])
    return entry["text"].encode(entry["encoding"])


def holds(wanted: Any, found: Any) -> bool:
    """Whether ``found`` has all that ``wanted`` has; lists have the same length."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(key in found and holds(wanted[key], found[key]) for key in wanted)
    if isinstance(wanted, list):
        return isinstance(found, list) and len(wanted) == len(found) and all(map(holds, wanted, found))
    return wanted == found


def check_json(wanted: str, found: str, *, lines: bool) -> None:
    def entries(text: str) -> list[Any]:
        return [json.loads(line) for line in text.splitlines()] if lines else [json.loads(text)]

    assert holds(entries(wanted), entries(found)), found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case, tmp_path, monkeypatch, request):
    said = tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))
    assert said.keys() <= {"arguments", "exit", "standard_input", "environment", "files"}
    for name, entry in said.get("files", {}).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(entry))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    if said["arguments"][:2] == ["rules", "test"]:
        request.getfixturevalue("few_examples")
    for name, value in said.get("environment", {}).items():
        monkeypatch.setenv(name, value)
    out, err = io.BytesIO(), io.BytesIO()
    # An encoding that holds no Chinese: the program must not depend on the terminal's.
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content(said.get("standard_input", "")))))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="ascii"))
    status = main(said["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    printed, told = out.getvalue(), err.getvalue().decode()
    monkeypatch.undo()

    assert told == (read(case / "stderr") or b"").decode()
    assert status == said["exit"]
    partly = read(case / "stdout.jsonl")
    if partly is None:
        assert printed == (read(case / "stdout") or b"")
    else:
        check_json(partly.decode(), printed.decode(), lines=True)
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    wanted = {path.relative_to(case / "result").as_posix() for path in (case / "result").rglob("*") if path.is_file()}
    assert made == wanted | said.get("files", {}).keys()
    for name in wanted:
        text = (tmp_path / name).read_text(encoding="utf-8")
        check_json((case / "result" / name).read_text(encoding="utf-8"), text, lines=name.endswith(".jsonl"))


def read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def test_there_are_cases():
    assert len(CASES) > 20
    strays = [path.name for path in (Path(__file__).parent / "cases").iterdir() if path not in CASES]
    assert strays == []
