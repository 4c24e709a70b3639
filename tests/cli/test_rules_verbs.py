"""``fazhi rules`` and ``fazhi indicators``: what depends on the package's own rules, or needs files as they come out."""

import io
import json
import re
import sys

import pytest

from fazhi_extract.cli import main, rules
from fazhi_extract.rulebook import Rulebook

STEALING = """\
[[indicator]]
code = "my.cases"
zh = "案件"
dimension = "count"
units = ["件"]
phrasings = ["办理一般程序行政处罚案件…N"]

[[example]]
code = "my.cases"
text = "办理一般程序行政处罚案件〔3件〕。"
value = 3
unit = "件"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("verb", rules.VERBS)
def test_pages_of_help(capfd, monkeypatch, verb, lang):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["rules", verb, "--lang", lang, "--help"]) == 0
    page = capfd.readouterr().out
    assert page.startswith(f"{'用法' if lang == 'zh' else 'Usage'}  fazhi rules {verb} ")
    assert not re.search(r"help\.\w", page), "a text is missing from the catalogue"


def test_no_verb_prints_the_help_as_an_error(capfd):
    assert main(["rules"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert all(f"\n  {verb} " in err for verb in rules.VERBS)


@pytest.mark.usefixtures("few_examples")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_file_passes_its_test(capfd, folder, lang):
    assert main(["rules", "new", "my.toml", "--lang", lang]) == 0
    text = (folder / "my.toml").read_text(encoding="utf-8")
    assert ("PREFIX.NAME" in text) == (lang == "en")
    assert main(["rules", "test", "my.toml"]) == 0
    assert main(["rules", "new", "my.toml"]) == 2
    assert (folder / "my.toml").read_text(encoding="utf-8") == text
    out, err = capfd.readouterr()
    assert out == "例句 4 个，说法 3 个，问题 0 个。\n"
    assert err.startswith("错误 E116：my.toml 已经存在")


def test_a_new_file_where_none_can_be(capfd):
    assert main(["rules", "new", "none/my.toml"]) == 1
    assert capfd.readouterr().err.startswith("错误 E301：none/my.toml")


@pytest.mark.usefixtures("few_examples")
def test_a_rule_that_takes_from_ours_is_told(capfd, folder):
    (folder / "my.toml").write_text(STEALING, encoding="utf-8")
    assert main(["rules", "test", "--lang", "en", "my.toml"]) == 1
    *problems, summary = capfd.readouterr().out.splitlines()
    assert problems
    assert all(
        line.startswith("an example of the package comes out otherwise penalty.examples.toml:") for line in problems
    )
    assert all("wanted penalty.cases, got my.cases" in line for line in problems)
    assert summary == f"1 examples, 1 phrasings, {len(problems)} problems."
    # Whoever replaces the indicator means it.
    (folder / "my.toml").write_text(
        STEALING.replace("my.cases", "penalty.cases").replace("phrasings", "replaces = true\nphrasings"),
        encoding="utf-8",
    )
    main(["rules", "test", "my.toml"])
    assert "penalty.examples.toml" not in capfd.readouterr().out


def test_all_of_our_rules_are_tested(capfd, monkeypatch):
    from fazhi_extract import rulecheck

    seen = rulecheck.builtin_examples()[:20]
    monkeypatch.setattr(rulecheck, "builtin_examples", lambda: seen)
    assert main(["rules", "test"]) == 1  # these are the examples of few phrasings
    *problems, summary = capfd.readouterr().out.splitlines()
    assert summary.startswith("例句 20 个，")
    assert all("没有例句的说法" in line for line in problems)


def test_what_was_suggested_can_be_loaded(capfd, folder):
    text = "一、情况\n全年保护古树名木32株，复壮8株。巡护林道120公里。\n"
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(text, encoding="utf-8")
    assert main(["rules", "suggest", "in"]) == 0
    (folder / "my.toml").write_text(capfd.readouterr().out, encoding="utf-8")
    assert main(["rules", "diff", "my.toml", "in", "--lang", "en"]) == 0
    *lines, summary = capfd.readouterr().out.splitlines()
    assert [line.split("\t")[:4] for line in lines] == [
        ["gained", "- → my.todo_1", "32株", "in/a.txt:2"],
        ["gained", "- → my.todo_2", "8株", "in/a.txt:2"],
        ["gained", "- → my.todo_3", "120公里", "in/a.txt:2"],
    ]
    assert summary == "3 figures: 3 gained, 0 lost, 0 taken from another indicator."


def test_results_can_be_compared_like_reports(capfd, folder):
    (folder / "a.txt").write_text("全年办理一般程序行政处罚案件3件。\n", encoding="utf-8")
    (folder / "my.toml").write_text(STEALING, encoding="utf-8")
    assert main(["extract", "a.txt", "-o", "a.json"]) == 0
    assert main(["extract", "a.txt", "-o", "b.json", "--no-text"]) == 0
    assert main(["rules", "diff", "my.toml", "a.json", "b.json"]) == 1
    out, err = capfd.readouterr()
    assert out.splitlines()[0].split("\t")[:4] == ["改变", "penalty.cases → my.cases", "3件", "a.txt:1"]
    assert out.splitlines()[1] == "共 1 个数字：新增 0，失去 0，改变 1。"
    assert err.startswith("错误 E504：b.json")


def test_all_indicators(capfd):
    book = Rulebook.default()
    assert main(["indicators"]) == 0
    rows = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == list(book.indicators)
    assert ["penalty.cases", "行政处罚案件数", "A", "件数"] in rows
    assert main(["indicators", "--lang", "en", "penalty"]) == 0
    rows = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == [code for code in book.indicators if code.startswith("penalty.")]
    assert rows[0] == ["penalty.cases", "administrative penalty cases", "A", "count"]


@pytest.mark.parametrize("word", ["罚没", "FINES", "penalty.fine_amount"])
def test_indicators_are_found_by_words(capfd, word):
    assert main(["indicators", word, "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert all(word.casefold() in json.dumps(entry, ensure_ascii=False).casefold() for entry in found)
    assert any(entry["code"].startswith("penalty.") for entry in found)


def test_one_indicator_as_json(capfd):
    assert main(["indicators", "penalty.cases", "--json"]) == 0
    (entry,) = json.loads(capfd.readouterr().out)
    indicator = Rulebook.default().indicators["penalty.cases"]
    assert entry["units"] == sorted(indicator.units)
    assert [phrasing["say"] for phrasing in entry["phrasings"]] == [phrasing.say for phrasing in indicator.phrasings]
    assert entry["attributes"]["procedure"] == ["general", "summary", "hearing"]


def test_a_terminal_gets_a_table(monkeypatch):
    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    stream = io.BytesIO()
    terminal = Terminal(stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", terminal)
        assert main(["indicators", "penalty"]) == 0
        sys.stdout.flush()
    shown = stream.getvalue().decode()
    assert "\t" not in shown
    assert "\x1b[1m" in shown
    assert shown.endswith(" 个指标。\n")
