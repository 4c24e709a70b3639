"""What cannot be said as a case: failures of the system, pages of help, and terminals."""

import io
import json
import os
import re
import sys
import unicodedata

import pytest

from fazhi_extract import pipeline
from fazhi_extract.cli import main
from fazhi_extract.cli.app import VERBS
from fazhi_extract.cli.console import language
from fazhi_extract.cli.inputs import find_inputs
from fazhi_extract.cli.usage import parse_size
from fazhi_extract.errors import FazhiError
from fazhi_extract.write import write_whole


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("verb", [None, *VERBS])
@pytest.mark.parametrize("width", [80, 50])
def test_pages_of_help(capfd, monkeypatch, verb, lang, width):
    monkeypatch.setenv("COLUMNS", str(width))
    assert main([*([verb] if verb else []), "--lang", lang, "--help"]) == 0
    page = capfd.readouterr().out
    assert page.splitlines()[0].split()[0] == {"zh": "用法", "en": "Usage"}[lang]
    assert f"fazhi {verb}" in page or all(f"\n  {name} " in page for name in VERBS)
    assert "--lang" in page
    assert not re.search(r"help\.\w", page), "a text is missing from the catalogue"
    # Examples are lines to type, which nothing may break.
    wrapped = page.split({"zh": "\n例：", "en": "\nExamples:"}[lang])[0] if verb else page.split("\n\n")[1]
    assert max(map(columns, wrapped.splitlines())) <= width


def test_no_verb_prints_the_help_as_an_error(capfd):
    assert main([]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("用法  fazhi COMMAND")


def test_a_fault_of_the_program_fails_that_report_alone(capfd, monkeypatch, tmp_path):
    sound = pipeline.extract_document

    def faulty(document, **options):
        if document.path.endswith("a.txt"):
            raise RuntimeError("out of order")
        return sound(document, **options)

    monkeypatch.setattr(pipeline, "extract_document", faulty)
    monkeypatch.delenv("FAZHI_DEBUG", raising=False)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("全年3件。", encoding="utf-8")
    assert main(["extract", str(tmp_path)]) == 1
    out, err = capfd.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert (first["error"]["code"], second["error"]) == ("E901", None)
    assert len(err.splitlines()) == 1
    assert "RuntimeError" in err
    monkeypatch.setenv("FAZHI_DEBUG", "1")
    with pytest.raises(RuntimeError, match="out of order"):
        main(["extract", str(tmp_path)])


def test_a_folder_that_cannot_be_listed(capfd, monkeypatch, tmp_path):
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.txt").write_text("全年3件。", encoding="utf-8")
    (tmp_path / "shut").mkdir()
    system = os.scandir

    def scandir(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return system(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert main(["extract", str(tmp_path), "-o", str(tmp_path / "out") + "/"]) == 1
    assert "E209" in capfd.readouterr().err
    written = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.json")}
    assert written == {"open/a.json", "shut.json"}
    failed = json.loads((tmp_path / "out" / "shut.json").read_text(encoding="utf-8"))
    assert failed["error"]["code"] == "E209"


def test_an_output_that_cannot_be_written_does_not_stop_the_others(capfd, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("全年3件。", encoding="utf-8")
    (tmp_path / "out" / "a.json" / "in the way").mkdir(parents=True)
    assert main(["extract", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(tmp_path / "out")]) == 1
    out, err = capfd.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "E301" in err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]


def test_folders_are_walked_in_the_same_order_everywhere(tmp_path):
    for name in ("b/1.txt", "a/2.txt", "a.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = [entry.place.as_posix() for entry in find_inputs([str(tmp_path)])]
    assert found == ["B.txt", "a/2.txt", "a.txt", "b/1.txt"]


def test_a_person_at_the_terminal_gets_a_summary(monkeypatch, tmp_path):
    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    told = []
    for more in ([], ["-q"]):
        stream = io.BytesIO()
        monkeypatch.setattr(sys, "stderr", Terminal(stream))
        arguments = ["extract", str(tmp_path), str(tmp_path / "none.txt"), "-o", str(tmp_path / "r.jsonl"), *more]
        assert main(arguments) == 1
        sys.stderr.flush()
        told.append(stream.getvalue().decode().splitlines())
    # A bar comes and goes meanwhile; messages stand above it, whole.
    plain = re.sub(r"\x1b\[[?\d;]*[A-Za-z]|\s", "", "".join(told[0]))
    assert "\x1b" not in "".join(told[1])
    assert len(told[1]) == 2
    assert all("".join(line.split()) in plain for line in told[1])
    assert told[0][-1].endswith("共 2 份：成功 0，失败 2（原因：E208 × 1, E201 × 1）。用时 0:00。")


def test_files_are_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "new" / "r.json"
    with write_whole(path) as file:
        file.write(b"first")
        assert not path.exists()
    assert path.read_bytes() == b"first"

    def fail():
        with write_whole(path) as file:
            file.write(b"second")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_bytes() == b"first"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("words", "size"),
    [("10", 10), ("1K", 1024), ("1.5k", 1536), ("16M", 1 << 24), ("2 GiB", 1 << 31), ("3MB", 3 << 20)],
)
def test_sizes(words, size):
    assert parse_size(words) == size


@pytest.mark.parametrize("words", ["", "M", "-1", "0", "0.1", "1T", "1e3", "one"])
def test_what_is_no_size(words):
    with pytest.raises(FazhiError, match="E105"):
        parse_size(words)


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "zh"),
        ([], {"FAZHI_LANG": "en"}, "en"),
        ([], {"FAZHI_LANG": "EN_us"}, "en"),
        ([], {"FAZHI_LANG": "fr"}, "zh"),
        (["--lang", "en", "extract"], {}, "en"),
        (["extract", "--lang=en", "a.txt"], {"FAZHI_LANG": "zh"}, "en"),
        (["extract", "--", "--lang=en"], {}, "zh"),
        (["extract", "--lang"], {}, "zh"),
    ],
)
def test_the_language(arguments, environment, lang):
    assert language(arguments, environment) == lang
