"""The rules themselves, by their own examples; loading them, from a cache too; and texts made to be slow."""

import gc
import json
import re
import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from fazhi_extract import extract, rulecheck
from fazhi_extract.errors import FazhiError
from fazhi_extract.pipeline import extract_document
from fazhi_extract.read import from_text
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook import Rulebook, cache
from fazhi_extract.rulebook.indicators import build, read
from fazhi_extract.rulebook.lexicon import RULES, measure_words
from fazhi_extract.rulebook.phrasings import MOST_WORDS, PhrasingError, parse
from fazhi_extract.rulebook.word_index import WordIndex
from fazhi_extract.suggest import groups, stubs

OWN = """\
[[indicator]]
code = "my.old_trees"
zh = "古树名木保护数"
dimension = "count"
units = ["株"]
phrasings = ["保护古树名木…N"]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FAZHI_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture(scope="module")
def outcome():
    return rulecheck.check(Rulebook.default(), rulecheck.builtin_examples())


def test_every_example_gives_its_rule_and_no_other(outcome):
    assert outcome.examples > 1000
    assert [str(problem) for problem in outcome.problems] == []


def test_every_phrasing_has_an_example(outcome):
    assert outcome.phrasings > 1000
    assert [str(problem) for problem in outcome.unmatched] == []


def test_every_indicator_has_enough_examples():
    """Issue: five that must give it and two that must not; three and one for the rare ones."""
    wanted: dict[str, int] = {}
    unwanted: dict[str, int] = {}
    for example in rulecheck.builtin_examples():
        if example.forbidden is not None:
            unwanted[example.forbidden] = unwanted.get(example.forbidden, 0) + 1
        elif example.code is not None:
            wanted[example.code] = wanted.get(example.code, 0) + 1
    few = [
        code
        for code, indicator in Rulebook.default().indicators.items()
        if wanted.get(code, 0) < (3 if indicator.tier == "C" else 5)
        or unwanted.get(code, 0) < (1 if indicator.tier == "C" else 2)
    ]
    assert few == []


def test_the_files_to_start_from_are_right():
    path, in_english = (RULES / "templates" / f"{lang}.toml" for lang in ("zh", "en"))
    # They differ in their comments alone.
    assert tomllib.loads(in_english.read_text(encoding="utf-8")) == tomllib.loads(path.read_text(encoding="utf-8"))
    file = read(path, path.name)
    outcome = rulecheck.check(Rulebook.load([str(path)]), rulecheck.examples_of(file), [file])
    assert (outcome.passed, outcome.examples) == (True, 4), [*outcome.problems, *outcome.unmatched]
    assert rulecheck.stolen(Rulebook.load([str(path)]), [file]) == []


@pytest.mark.parametrize("name", ["rules.md", "rules.en.md"])
def test_the_file_of_the_documentation_is_right(tmp_path, name):
    page = (Path(__file__).parents[1] / "docs" / name).read_text(encoding="utf-8")
    text = next(block for block in re.findall("```toml\n(.*?)```", page, re.DOTALL) if "[[indicator]]" in block)
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    file = read(path, "my.toml")
    book = Rulebook.load([path])
    outcome = rulecheck.check(book, rulecheck.examples_of(file), [file])
    assert [str(problem) for problem in (*outcome.problems, *outcome.unmatched)] == []
    assert "penalty.exempt_cases" not in book.indicators


@pytest.mark.usefixtures("few_examples")
def test_a_rule_that_takes_from_ours_is_found(tmp_path):
    path = tmp_path / "my.toml"
    phrasing = OWN.replace("保护古树名木…N", "行政处罚…N").replace('["株"]', '["件"]')
    path.write_text(phrasing.replace("行政处罚…N", "办理一般程序行政处罚案件…N"), encoding="utf-8")
    problems = rulecheck.stolen(Rulebook.load([path]), [read(path, "my.toml")])
    assert problems
    assert {problem.params["got"] for problem in problems} == {"my.old_trees"}


def test_a_number_in_words_may_be_a_set_phrase():
    # 三项制度 is a reform, 3项制度 are three of them: no rule can make the one the other.
    example = rulecheck.Example("建立3项制度。", (2, 4), None, None, 3, "项", "actual", {}, "a.toml:1")
    assert [text for text, _ in rulecheck._variants(example)] == ["建立３项制度。"]
    example = rulecheck.Example("建立3项机制。", (2, 4), None, None, 3, "项", "actual", {}, "a.toml:1")
    assert [text for text, _ in rulecheck._variants(example)] == ["建立３项机制。", "建立三项机制。"]


def test_suggestions_can_be_loaded_and_give_their_figures(tmp_path):
    text = "一、情况\n全年保护古树名木32株、复壮8株。巡护林道（含便道）120公里，“林长”制巡林5人次。共计3架。\n"
    report = extract_document(from_text(text, path="a.txt"))
    found, nameless = groups([report])
    path = tmp_path / "my.toml"
    path.write_text("".join(stubs(found, nameless, "zh")), encoding="utf-8")
    file = read(path, "my.toml")
    after = extract_document(from_text(text, path="a.txt"), rulebook=Rulebook.load([path]))
    for before, now in zip(report.metrics, after.metrics, strict=True):
        assert now.indicator == before.indicator or (before.indicator is None and now.indicator.startswith("my.todo_"))
    assert len(file.entries) == len(found) >= 3
    assert {metric.indicator for metric in after.metrics} >= {entry["code"] for entry in file.entries}


# What the phrasing language takes.


@pytest.mark.parametrize(
    ("say", "before", "after"),
    [
        ("罚款N", [(("罚款",), False, False)], []),
        ("罚款…N", [(("罚款",), True, False)], []),
        ("(查处|办理)…案件…N", [(("案件",), True, False), (("办理", "查处"), True, False)], []),
        ("行政处罚(决定|案件)?N", [(("行政处罚决定", "行政处罚案件", "行政处罚"), False, False)], []),
        ("(作出)?…处罚N", [(("处罚",), False, False), (("作出",), True, True)], []),
        ("N件(a(b|c)?|d)", [], [(("件ab", "件ac", "件a", "件d"), False, False)]),
        ("对N…（减轻|从轻）", [(("对",), False, False)], [(("从轻", "减轻"), True, False)]),
        ("“双随机”检查…N", [(("双随机检查",), True, False)], []),
    ],
)
def test_phrasings(say, before, after):
    row = parse(say)
    sides = [[(piece.words, piece.gap, piece.optional) for piece in side] for side in (row.before, row.after)]
    assert sides == [before, after]


@pytest.mark.parametrize(
    ("say", "key"),
    [
        ("罚款", "n"),
        ("NN", "n"),
        ("N", "bare"),
        ("…N…", "bare"),
        ("甲……N", "gaps"),
        ("(甲|乙)?N", "optional"),
        ("(甲…N", "bracket"),
        ("甲)…N", "bracket"),
        ("((甲)N", "bracket"),
        ("甲?N", "mark"),
        ("(甲)??N", "mark"),
        ("(甲|乙|丙|丁)" * 5 + "N", "variants"),
        ("(甲|乙)" * 100 + "N", "variants"),
        ("(" * 50 + "甲" + ")" * 50 + "N", "variants"),
        ("|".join(f"甲{i}" for i in range(MOST_WORDS + 1)) + "N", "variants"),
    ],
)
def test_what_is_no_phrasing(say, key):
    with pytest.raises(PhrasingError) as caught:
        parse(say)
    assert caught.value.reason.key == f"phrasing.{key}"


# Phrasings are rows of literal words: time grows with the length of a text, whatever it says.

HOSTILE = {
    "words of rules": "查处违法案件行政处罚决定",
    "one word": "处罚",
    "one character": "查",
    "figures": "处罚3件",
    "figures in a list": "处罚3件、",
    "figures in clauses": "，其中处罚3件，立案2起",
    "brackets": "处罚（3件（",
    "words that stop": "，。；、：",
    "quotation marks": "“处罚”",
    "beyond the BMP": "处罚\U00020000件",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_matching_takes_time_by_the_length_of_the_text(name):
    def took(length: int) -> float:
        text = Plain((HOSTILE[name] * length)[:length])
        ends = range(60, len(text.text), 40)
        start = time.process_time()
        matcher = Matcher(book, text, measure_words(), [])
        for at in ends:
            sentence = max(0, at - 1500)
            place = Place(at, at + 2, max(0, at - 500), at + 500, max(0, at - 500), sentence, 0, sentence, at + 500)
            matcher.matches(figure, place)
        return time.process_time() - start

    figure = Figure(0, 0, "count", Decimal(3), None, "件", "exact", "number", "", 0, 0, (0, 0), (0, 0))
    book = Rulebook.default()
    took(2_000)  # the rulebook remembers which phrasings take the unit
    short, long = min(took(10_000) for _ in range(3)), took(100_000)
    # Ten times the text; what grows by the square would take a hundred times as long. Below 10 ms clocks are coarse.
    assert long < 30 * max(short, 0.01), f"{short:.3f} s, then {long:.3f} s"


# Loading, and the cache.


def test_a_rulebook_is_the_same_from_the_cache(folder, monkeypatch):
    names = ("indicators",)

    def loaded() -> list[str]:
        from fazhi_extract.rulebook import rulebook

        rulebook._builtin.cache_clear()
        book = Rulebook.load()
        return [repr(getattr(book, name)) for name in names] + [
            repr(book.words.ending_at("作出行政处罚决定", 8)),
            repr(book.words.packed()),
        ]

    made = loaded()
    assert [path.name for path in (folder / "cache").iterdir()] == ["indicators.json"]
    monkeypatch.setattr("fazhi_extract.rulebook.rulebook.read", None)  # nothing is read again
    assert loaded() == made


def stored(folder: Path) -> Path:
    return folder / "cache" / "numbers.json"


def number(key: str = "k") -> object:
    return cache.remembered("numbers", key, lambda: {"made": 1})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}",
        b'{"made": 2}',
        b'fazhi-extract-cache-1 k 0000\n{"made": 2}',
        b"\xff\xfe\x00",
        b"fazhi-extract-cache-1 k ",
        b"\x80\x04\x95cposix\nsystem\n",
    ],
)
def test_a_foreign_cache_file_is_written_anew(folder, content):
    number()
    good = stored(folder).read_bytes()
    stored(folder).write_bytes(content)
    assert number() == {"made": 1}
    assert stored(folder).read_bytes() == good


def test_a_damaged_cache_file_is_written_anew(folder):
    number()
    good = stored(folder).read_bytes()
    for at in range(len(good)):
        stored(folder).write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        assert number() == {"made": 1}, at
        assert stored(folder).read_bytes() == good


def test_another_key_is_not_answered(folder):
    number("a")
    body = json.dumps({"made": 3}).encode()
    stored(folder).write_bytes(cache._head("a", body).encode() + b"\n" + body)
    assert number("a") == {"made": 3}
    assert number("b") == {"made": 1}


@pytest.mark.parametrize("off", ["", "0", "off", "NONE"])
def test_the_cache_can_be_switched_off(folder, monkeypatch, off):
    monkeypatch.setenv("FAZHI_CACHE", off)
    assert number() == {"made": 1}
    assert list(folder.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_done_without(folder, monkeypatch):
    (folder / "file").write_text("")
    monkeypatch.setenv("FAZHI_CACHE", str(folder / "file" / "cache"))
    assert number() == {"made": 1}
    (folder / "cache" / "numbers.json").mkdir(parents=True)
    monkeypatch.setenv("FAZHI_CACHE", str(folder / "cache"))
    assert number() == {"made": 1}
    assert [path.name for path in (folder / "cache").iterdir()] == ["numbers.json"]


@pytest.mark.parametrize(
    ("environment", "platform", "place"),
    [
        ({"FAZHI_CACHE": "/c"}, "linux", "/c"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/fazhi-extract"),
        ({}, "linux", "/home/u/.cache/fazhi-extract"),
        ({"XDG_CACHE_HOME": "/x"}, "darwin", "/home/u/Library/Caches/fazhi-extract"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/fazhi-extract"),
        ({}, "win32", "/home/u/AppData/Local/fazhi-extract"),
    ],
)
def test_where_the_cache_is(monkeypatch, environment, platform, place):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/u"))
    assert cache.cache_folder(environment, platform) == Path(place)


def test_no_home_no_cache(monkeypatch):
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert cache.cache_folder({}, "linux") is None


# A user's files.


def test_the_files_are_recorded_with_their_hashes(tmp_path):
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(OWN, encoding="utf-8")
    two.write_text(OWN.replace("my.old", "my.new"), encoding="utf-8-sig")
    book = Rulebook.load([one, two])
    assert [name for name, _ in book.files] == ["builtin", "one.toml", "two.toml"]
    assert [len(sha) for _, sha in book.files] == [64] * 3
    assert list(book.indicators)[-2:] == ["my.old_trees", "my.new_trees"]
    assert "my.old_trees" not in Rulebook.default().indicators


def test_a_later_file_may_replace_an_earlier_one(tmp_path):
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(OWN, encoding="utf-8")
    two.write_text(OWN.replace("保护古树名木", "挂牌古树") + "replaces = true\n", encoding="utf-8")
    assert [p.say for p in Rulebook.load([one, two]).indicators["my.old_trees"].phrasings] == ["挂牌古树…N"]
    two.write_text(OWN, encoding="utf-8")
    with pytest.raises(FazhiError, match="E407"):
        Rulebook.load([one, two])
    assert gc.isenabled()


def test_nothing_of_a_replaced_indicator_is_left(tmp_path):
    path = tmp_path / "my.toml"
    path.write_text(OWN.replace("my.old_trees", "penalty.cases") + "replaces = true\n", encoding="utf-8")
    book = Rulebook.load([path])
    report = extract("全年作出行政处罚决定15件，保护古树名木3株。", rulebook=book)
    assert [metric.indicator for metric in report.metrics] == [None, "penalty.cases"]
    codes = {p.rule for word in book.words for behind in (False, True) for p in book.phrasings(word, behind)}
    assert {code for code in codes if code.startswith("penalty.cases#")} == {"penalty.cases#1"}


@pytest.mark.parametrize("code", ["publicity.training_people", "publicity.audience_people"])
def test_any_indicator_can_be_disabled(tmp_path, code):
    path = tmp_path / "my.toml"
    path.write_text(f'disable = ["{code}"]\n', encoding="utf-8")
    text = "全年举办培训班12期390人次，开展普法宣传活动20场次、3000人次。"
    report = extract_document(from_text(text), rulebook=Rulebook.load([path]))
    assert code not in {metric.indicator for metric in report.metrics}


def test_the_line_of_an_entry_written_in_another_way(tmp_path):
    path = tmp_path / "my.toml"
    path.write_text(
        'indicator = [{ code = "my.a", zh = "甲", dimension = "count", unit = ["件"] }]\n', encoding="utf-8"
    )
    with pytest.raises(FazhiError) as caught:
        read(path, "my.toml")
    assert (caught.value.code, caught.value.params["line"]) == ("E403", 1)


def test_entries_are_built_as_they_are_said(tmp_path):
    path = tmp_path / "my.toml"
    say = '{ say = "甲…N", set = { stage = "found", joint = true }, when = ["乙"], unless = ["丙"], units = ["起"] }'
    fields = 'attributes = { stage = ["found"], joint = true, variety = ["甲"], level = true }\nunitless = true\nnot = ["丁"]\nnot_about = ["戊"]'
    path.write_text(OWN.replace('["保护古树名木…N"]', f"[{say}]") + fields, encoding="utf-8")
    indicator = build(read(path, "my.toml").entries[0])
    (phrasing,) = indicator.phrasings
    assert (indicator.tier, indicator.unitless, indicator.blocked_by) == ("C", True, ("丁",))
    assert indicator.not_about == ("戊",)
    assert indicator.attributes["stage"] == ("found",)
    assert indicator.attributes["variety"] == ("甲",)
    assert indicator.attributes["joint"] is None
    assert "county" in (indicator.attributes["level"] or ())
    assert phrasing.sets == (("joint", True), ("stage", "found"))
    assert (phrasing.when, phrasing.unless, phrasing.units, phrasing.narrowed) == (("乙",), ("丙",), {"起"}, True)


def test_words_end_and_begin_within_the_text():
    index = WordIndex()
    index.add(["(古树|树|保护古树|名木)…N", "古树名木N", "N(家|家企业|家企业和单位)"], 7)
    assert index.ending_at("保护古树12株", 4) == ["树", "古树", "保护古树"]
    assert index.ending_at("古树12株", 2) == ["树", "古树"]  # no word begins in front of the text
    assert [index.ending_at(text, len(text)) for text in ("", "年")] == [[], []]
    assert index.beginning_at("12家企业", 2) == ["家", "家企业"]  # nor ends behind it
    assert [index.beginning_at("12家", at) for at in (2, 3)] == [["家"], []]
    assert (index.numbers("古树", behind=False), index.numbers("家企业", behind=True)) == ([7], [9])
    assert index.numbers("古树", behind=True) == []
    again = WordIndex(index.packed())
    assert sorted(again) == sorted(index)
    assert again.ending_at("保护古树12株", 4) == ["树", "古树", "保护古树"]
