"""Every pattern takes time by the length of the text, whatever the text, and whoever wrote the pattern."""

import heapq
import math
import re
import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from compiled import needs_python
from fazhi_extract import extract
from fazhi_extract.resolve.figure import Figure
from fazhi_extract.resolve.matching import Matcher
from fazhi_extract.resolve.place import Place
from fazhi_extract.resolve.plain import Plain
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.lexicon import measure_words
from fazhi_extract.rulebook.phrasings import MOST_WORDS
from fuzz import TooLong, stopped_in_time
from patterns import all_patterns, attacks

SHORT, LONG, LONGEST = 400, 10_000, 50_000
# Five times the text takes five times as long, or 25 times by the square; machines are noisy.
MOST_GROWTH = 12
# Patterns that would be slow if they were swept over a long text, by file and beginning. None is: each is put to words
# that other code has cut to at most LONGEST_CLAUSE characters or the number given, or is asked once whether all fits.
BOUNDED = {
    ("compare/panel.py", "[a-z][a-z0-9_]*_s"): "one fullmatch of a head",
    ("compare/panel.py", "\\d+?(?P<zeros>"): "one fullmatch of a cell's number",
    ("describe/addressees.py", "(?:(?:人民政府"): "the end of 120 characters",
    ("describe/titles.py", "(?:[^，。；：！？、\n]{2,40}[、，])*"): "one match in 160 characters",
    ("describe/issuer.py", "委(?![员托])"): "one match of a name",
    ("find/money.py", "(?P<jiao>"): "one match behind an amount",
    ("layout/furniture.py", "(?:[-—–―~·]+"): "one fullmatch of 24 characters",
    ("resolve/labels.py", "(?:共计|共|累计"): "a clause",
    ("resolve/labels.py", "(?P<names>[^，。；：、\\d]{2,16}?(?:"): "80 characters",
    ("resolve/units.py", "(?<![家户间店所厂])[(（]"): "a unit",
    ("page/languages.py", "\\{(\\w+)"): "an entry of our own",
    ("resolve/table_binding.py", "^(?:附?表["): "a caption of 60 characters",
    ("resolve/campaign_names.py", ".*(?:开展"): "28 characters",
    ("resolve/scopes_in_place.py", "(?P<what>“(?!"): "a clause",
    ("rulebook/indicators.py", "[a-z][a-z0-9_]*"): "one fullmatch of a code",
    ("split/outline.py", "\\s*[\n\r]+"): "a title",
    ("split/tables.py", "[|\\s]*"): "one fullmatch of a row",
    ("verify/numbers.py", "-?\\d+(?:"): "one fullmatch of a cell",
    ("text.py", "[ \\t"): "one match behind a row of digits",
    ("text.py", "([^"): "what stands before a row of digits in its line",
    ("resolve/membership.py", "《[^》]*》等?"): "a clause",
    ("resolve/bases.py", "(?:(?:截至|截止|到|至)?"): "one fullmatch of a clause",
    ("resolve/labels.py", "(?P<names>[^，。；：]{2,40}?率"): "a clause",
    ("resolve/lists.py", "(?:同比|环比|较上年"): "a name in a list",
    ("resolve/plans.py", "[，,、]?(?:《"): "one match behind a turn to plans",
    ("resolve/inspected.py", "(?:双随机)?(?:抽查|检查"): "16 characters",
    ("resolve/lists.py", "(?:其中|[^，。；、"): "one match from a clause's start to a figure",
}


def seconds(pattern: re.Pattern[str], start: str, piece: str, length: int) -> float:
    """How long the pattern takes to be swept over a text of this length; the last character makes a long try fail.

    What has not ended after ten seconds takes for ever.
    """
    text = (start + piece * (length // len(piece) + 1))[:length] + "\0"
    begun = time.process_time()
    try:
        with stopped_in_time():
            for _ in pattern.finditer(text):
                pass
    except TooLong:
        return math.inf
    return time.process_time() - begun


def bounded(where: str, pattern: str) -> bool:
    file = where.partition(":")[0]
    return any(file == path and pattern.startswith(begin) for path, begin in BOUNDED)


@needs_python
def test_every_pattern_takes_time_by_the_length_of_the_text():
    slow = []
    for where, (source, flags) in all_patterns().items():
        pattern = re.compile(source, flags)
        timed: list[tuple[float, tuple[str, str]]] = []
        for attack in attacks(source, flags):
            timed.append((seconds(pattern, *attack, SHORT), attack))
            if timed[-1][0] == math.inf:
                break
        # Some attacks take nearly as long as the worst on a short text, and on a long one a hundred times as long.
        slowest = heapq.nlargest(3, timed)
        most = 1.0 if bounded(where, source) else 0.05
        took, attack = slowest[0]
        if took == math.inf or (took > most and min(seconds(pattern, *attack, SHORT) for _ in range(3)) > most):
            slow.append(f"{where}: {took:.2f} s for {SHORT} characters of {attack}")
            continue
        if bounded(where, source):
            continue
        for _, attack in slowest:
            short = seconds(pattern, *attack, LONG)
            # What is this quick on ten thousand characters takes half a second on fifty thousand at the very worst.
            # A second is slow already, and five times the text might take hours.
            long = 0.0 if short < 0.02 else math.inf if short > 1 else seconds(pattern, *attack, LONGEST)
            if long > MOST_GROWTH * short and (
                long == math.inf or min(seconds(pattern, *attack, LONGEST) for _ in range(2)) > MOST_GROWTH * short
            ):
                slow.append(f"{where}: {short:.3f} s, then {long:.3f} s for {attack}")
                break
    assert slow == [], "mend them, or see to it that they never look at a long text and say so in BOUNDED"


@needs_python
def test_what_is_said_to_be_bounded_is_there():
    known = {(where.partition(":")[0], source) for where, (source, _) in all_patterns().items()}
    gone = [entry for entry in BOUNDED if not any(f == entry[0] and s.startswith(entry[1]) for f, s in known)]
    assert gone == []


CASES = tomllib.loads((Path(__file__).parent / "data" / "hostile.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_was_slow_or_broken_once_is_not_any_more(case):
    text = case.get("start", "") + case["piece"] * case["times"] + case.get("end", "")
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
        if long >= MOST_GROWTH * max(short, 0.01):  # once more: the machine may have been busy
            long = min(took(piece, LONGEST) for _ in range(2))
        assert long < MOST_GROWTH * max(short, 0.01), f"{short:.3f} s, then {long:.3f} s of {piece}"
