"""Every pattern takes time by the length of the text, whatever the text, and whoever wrote the pattern."""

import re
import time
from decimal import Decimal

import pytest

from fazhi_extract import extract
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher, Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.phrasings import MOST_WORDS
from patterns import all_patterns, attacks

SHORT, LONG, LONGEST = 400, 10_000, 100_000
# Patterns that would be slow if they were swept over a long text, by file and beginning. None is: each is put to words
# that other code has cut to at most LONGEST_CLAUSE characters or the number given, or is asked once whether all fits.
BOUNDED = {
    ("compare/panel.py", "[a-z][a-z0-9_]*_s"): "one fullmatch of a head",
    ("describe/metadata.py", "(?:(?:人民政府"): "the end of 120 characters",
    ("describe/titles.py", "(?:[^，。；：！？、\n]{2,40}[、，])*"): "one match in 160 characters",
    ("resolve/inheritance.py", "《[^》]*》等?"): "a clause",
    ("resolve/inheritance.py", "(?:(?:截至|截止|到|至)?"): "one fullmatch of a clause",
    ("resolve/lists.py", "(?:同比|环比|较上年"): "a name in a list",
    ("resolve/plans.py", "[，,、]?(?:《"): "one match behind a turn to plans",
    ("resolve/scopes.py", "(?:双随机)?(?:抽查|检查"): "16 characters",
}


def seconds(pattern: re.Pattern[str], start: str, piece: str, length: int) -> float:
    """How long the pattern takes to be swept over a text of this length; the last character makes a long try fail."""
    text = (start + piece * (length // len(piece) + 1))[:length] + "\0"
    begun = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begun


def bounded(where: str, pattern: str) -> bool:
    file = where.partition(":")[0]
    return any(file == path and pattern.startswith(begin) for path, begin in BOUNDED)


def test_every_pattern_takes_time_by_the_length_of_the_text():
    slow = []
    for where, (source, flags) in all_patterns().items():
        pattern = re.compile(source, flags)
        took, attack = max((seconds(pattern, *attack, SHORT), attack) for attack in attacks(source, flags))
        if took > 0.5 and seconds(pattern, *attack, SHORT) > 0.5:
            slow.append(f"{where}: {took:.2f} s for {SHORT} characters of {attack}")
            continue
        if bounded(where, source):
            continue
        short = seconds(pattern, *attack, LONG)
        # What is this quick cannot be slow on ten times the text. `make fuzz` tries all of them on all lengths.
        if short > 0.02 and (long := seconds(pattern, *attack, LONGEST)) > 30 * short:
            slow.append(f"{where}: {short:.3f} s, then {long:.3f} s for {attack}")
    assert slow == []


def test_what_is_said_to_be_bounded_is_there():
    known = {(where.partition(":")[0], source) for where, (source, _) in all_patterns().items()}
    gone = [entry for entry in BOUNDED if not any(f == entry[0] and s.startswith(entry[1]) for f, s in known)]
    assert gone == []


@pytest.mark.parametrize("piece", ["ｘ", "０ｘ.", "x", "0x.", "《", "从", "，《", "号", "全年", "各委"])
def test_what_slows_a_pattern_down_does_not_slow_the_program(piece):
    text = "甲市乙局2022年法治政府建设年度报告\n一、情况\n办理案件5件，" + piece * (20_000 // len(piece))
    begun = time.process_time()
    extract(text)
    assert time.process_time() - begun < 5


MANY = "|".join(f"甲{i}乙" for i in range(MOST_WORDS - 20))
USERS = {
    "as many words as may be": [f"({MANY})…N"],
    "gaps on both sides": ["(甲|乙|丙)…(丁|戊)…(己|庚)…N…(辛|壬)…(癸|子)…(丑|寅)"],
    "pieces that are all but one optional": ["(甲)?…(乙)?…(丙)?…(丁)?…戊…N"],
    "one word over and over": ["甲…甲…甲…甲…N"],
    "many phrasings with one word": [f"甲…{'甲' * i}…N" for i in range(1, 13)],
}
PIECES = ["甲", "甲乙丙丁戊己庚", "甲乙3件", "甲3件，", "甲" * 9 + "5件辛癸丑"]


@pytest.mark.parametrize("name", USERS)
def test_a_users_phrasings_take_time_by_the_length_of_the_text(tmp_path, name):
    path = tmp_path / "my.toml"
    says = ", ".join(f'"{say}"' for say in USERS[name])
    path.write_text(
        f'[[indicator]]\ncode = "my.a"\nzh = "甲"\ndimension = "count"\nunits = ["件"]\nphrasings = [{says}]\n',
        encoding="utf-8",
    )
    book = Rulebook.load([path])

    figure = Figure(0, 0, "count", Decimal(3), None, "件", "exact", "number", "", 0, 0, (0, 0), (0, 0))

    def took(piece: str, length: int) -> float:
        text = Plain((piece * (length // len(piece) + 1))[:length])
        begun = time.process_time()
        matcher = Matcher(book, text, measure_words(), [])
        for at in range(60, length, 100):
            sentence = max(0, at - 1500)
            place = Place(at, at + 2, max(0, at - 500), at + 500, max(0, at - 500), sentence, 0, sentence, at + 500)
            matcher.matches(figure, place)
        return time.process_time() - begun

    for piece in PIECES:
        took(piece, SHORT)  # the rulebook remembers which phrasings take the unit
        short, long = min(took(piece, LONG) for _ in range(2)), took(piece, LONGEST)
        assert long < 30 * max(short, 0.01), f"{short:.3f} s, then {long:.3f} s of {piece}"
