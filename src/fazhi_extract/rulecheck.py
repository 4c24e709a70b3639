"""One check over all rules, ours and a user's: every example gives exactly its rule, every phrasing has an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from fazhi_extract.errors import FazhiError, Said
from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import message
from fazhi_extract.model import Metric
from fazhi_extract.pipeline import extract_document
from fazhi_extract.read import from_text
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.indicators import Phrasing, RuleFile, read
from fazhi_extract.rulebook.lexicon import RULES, set_phrases
from fazhi_extract.rulebook.phrasings import QUOTES
from fazhi_extract.source_lines import Place

_MARK = lazy_pattern("〔([^〔〕]*)〕")
_FULL_WIDTH = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789%"}
_HAN = "零一二三四五六七八九"
_FIELDS: dict[str, tuple[tuple[type, ...], str]] = {
    "code": ((str,), "kind.text"),
    "not": ((str,), "kind.text"),
    "text": ((str,), "kind.text"),
    "value": ((int, float), "kind.number"),
    "unit": ((str,), "kind.text"),
    "role": ((str,), "kind.text"),
    "attributes": ((dict,), "kind.table"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with one marked figure: what it must be, and what it must not be."""

    text: str  # without the marks
    span: tuple[int, int]
    code: str | None
    forbidden: str | None
    value: float | None
    unit: str | None
    role: str
    attributes: dict[str, Any]
    where: str  # file:line


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where (file:line), and in which sentence or phrasing."""

    where: str
    key: str
    params: dict[str, object]
    text: str

    def message(self, lang: str) -> str:
        """One line for people, in "zh" or "en"."""
        colon = "：" if lang == "zh" else ": "
        return f"{self.where}{colon}{message(self.key, lang, **self.params)}{colon}{self.text}"

    def __str__(self) -> str:
        return self.message("en")


@dataclass(slots=True)
class Outcome:
    """What the check found; `unmatched` are phrasings without an example."""

    examples: int = 0
    phrasings: int = 0
    problems: list[Problem] = field(default_factory=list)
    unmatched: list[Problem] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.problems and not self.unmatched


def builtin_files() -> list[RuleFile]:
    """The package's own indicators, read and looked through."""
    return _files(lambda name: not name.endswith(".examples.toml"))


def builtin_examples() -> list[Example]:
    """The examples that stand beside the package's own indicators."""
    return [e for file in _files(lambda name: name.endswith(".examples.toml")) for e in examples_of(file)]


def _files(wanted: Any) -> list[RuleFile]:
    folder = RULES / "indicators"
    names = sorted(p.name for p in folder.iterdir() if p.name.endswith(".toml") and wanted(p.name))
    return [read(folder / name, name) for name in names]


def examples_of(file: RuleFile) -> list[Example]:
    """The examples that a rule file holds. Raises FazhiError (E403, E404, E408, E412) for one that cannot be read."""
    return [_example(entry, Place(file.name, file.text, "example", i)) for i, entry in enumerate(file.examples)]


def _example(entry: dict[str, Any], place: Place) -> Example:
    for key, value in entry.items():
        if key not in _FIELDS:
            line = place.line(f"{key}=")
            raise FazhiError("E403", path=place.name, line=line, field=key, allowed=", ".join(_FIELDS))
        kinds, kind = _FIELDS[key]
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise FazhiError("E412", path=place.name, line=place.line(f"{key}="), field=key, kind=Said(kind))
    for key in ("text", "code"):
        if key not in entry and not (key == "code" and "not" in entry):
            raise FazhiError("E404", path=place.name, line=place.line(), field=key, code="[[example]]")
    marked = entry["text"]
    line = place.line("text=")
    m = _MARK.search(marked)
    if m is None or len(_MARK.findall(marked)) != 1:
        raise FazhiError("E408", path=place.name, line=line)
    code = entry.get("code")
    return Example(
        _MARK.sub(r"\1", marked), (m.start(), m.start() + len(m[1])), None if code == "null" else code,
        entry.get("not"), entry.get("value"), entry.get("unit"), entry.get("role", "actual"),
        entry.get("attributes", {}), f"{place.name}:{line}",
    )  # fmt: skip


def check(book: Rulebook, examples: Sequence[Example], files: Sequence[RuleFile] | None = None) -> Outcome:
    """Runs all examples through the program, as they stand, in full-width digits, and in Chinese numerals.

    `files`: those whose phrasings need an example; all of the package's own, if not given.
    """
    outcome = Outcome(examples=len(examples))
    for example in examples:
        metric = figure(book, example.text, example.span, example.code)
        problem = judge(book, example, metric)
        if problem is not None:
            outcome.problems.append(problem)
        elif metric is not None and metric.rule and example.forbidden is None:
            outcome.problems += _in_other_scripts(book, example, metric)
    places = _places(builtin_files() if files is None else files)
    outcome.phrasings = sum(len(book.indicators[code].phrasings) for code in places if code in book.indicators)
    outcome.unmatched = _unmatched(book, examples, places)
    return outcome


def stolen(book: Rulebook, files: Sequence[RuleFile]) -> list[Problem]:
    """The package's examples that come out wrong because of a user's `files`, those of replaced indicators aside."""
    gone = {code for file in files for code in (*file.disable, *(entry["code"] for entry in file.entries))}
    problems = []
    for example in builtin_examples():
        if example.code in gone or example.forbidden in gone:
            continue
        metric = figure(book, example.text, example.span, example.code)
        problem = judge(book, example, metric)
        own = Rulebook.default()
        if problem and judge(own, example, figure(own, example.text, example.span, example.code)) is None:
            problems.append(problem)
    return problems


def figure(book: Rulebook, text: str, span: tuple[int, int], code: str | None) -> Metric | None:
    """The figure that a text has at a span; of several that share it, the one with this code."""
    report = extract_document(from_text(text, path=""), rulebook=book)
    best: Metric | None = None
    most = (0, False)
    for metric in report.metrics:
        shared = min(metric.span[1], span[1]) - max(metric.span[0], span[0])
        rank = (shared, metric.indicator == code)
        if shared > 0 and rank > most:
            best, most = metric, rank
    return best


def judge(book: Rulebook, example: Example, metric: Metric | None) -> Problem | None:
    """What is wrong with the figure that an example gives, if anything."""

    def problem(key: str, **params: object) -> Problem:
        return Problem(example.where, f"rulecheck.{key}", params, example.text)

    for code in (example.code, example.forbidden):
        if code is not None and code not in book.indicators:
            return problem("unknown", code=code)
    got = _said(metric)
    if example.forbidden is not None:
        if metric is not None and metric.indicator == example.forbidden:
            return problem("forbidden", code=example.forbidden)
        if example.code and (metric is None or metric.indicator != example.code):
            return problem("wanted", wanted=example.code, got=got)
        return None
    other_unit = (
        metric is not None and metric.form in ("number", "masked") and (metric.unit or None) != (example.unit or None)
    )
    if metric is None or (metric.indicator != example.code and not (other_unit and metric.indicator is None)):
        return problem("wanted", wanted=example.code or "null", got=got)
    if metric.span != example.span and metric.form != "in_words":
        return problem("wanted", wanted=example.text[slice(*example.span)], got=metric.text)
    if metric.form != "masked" and example.value is not None and not _same(metric.value, example.value):
        return problem("wanted", wanted=example.value, got=metric.value)
    if other_unit:  # often why it has no indicator
        return problem("wanted", wanted=example.unit or "-", got=metric.unit or "-")
    if metric.role != example.role:
        return problem("wanted", wanted=example.role, got=metric.role)
    wrong = {
        k: v
        for k, v in example.attributes.items()
        if metric.attributes.get(k) != v and k not in ("item", "actor", "variety")
    }
    return problem("wanted", wanted=wrong, got=dict(metric.attributes)) if wrong else None


def _same(a: float | None, b: float) -> bool:
    return a is not None and abs(a - b) <= 1e-9 * max(1.0, abs(b))


def _said(metric: Metric | None) -> str:
    return "-" if metric is None else str(metric.indicator or "null")


def _in_other_scripts(book: Rulebook, example: Example, metric: Metric) -> list[Problem]:
    problems = []
    for text, span in _variants(example):
        other = figure(book, text, span, example.code)
        if other is None or (other.indicator, other.value) != (metric.indicator, metric.value):
            wanted = f"{metric.indicator} {metric.value}"
            got = "-" if other is None else f"{_said(other)} {other.value}"
            problems.append(Problem(example.where, "rulecheck.script", {"wanted": wanted, "got": got}, text))
    return problems


def _variants(example: Example) -> Iterable[tuple[str, tuple[int, int]]]:
    """The example with its number written otherwise, except where that makes a set phrase of it (三项制度)."""
    start, end = example.span
    words = example.text[start:end]
    yield example.text[:start] + words.translate(_FULL_WIDTH) + example.text[end:], example.span
    digits = re.match(r"[1-9]\d?(?=[\u4e00-\u9fff])", words)
    if digits and int(digits.group()) > 2 and Decimal(digits.group()) % 10:
        han = _chinese(int(digits.group())) + words[digits.end() :]
        text = example.text[:start] + han + example.text[end:]
        if set_phrases().around(text, start) is None:
            yield text, (start, start + len(han))


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else _HAN[tens]) + "十" if tens else "") + (_HAN[ones] if ones else "")


def _places(files: Iterable[RuleFile]) -> dict[str, Place]:
    return {entry["code"]: file.place(i) for file in files for i, entry in enumerate(file.entries)}


def _unmatched(book: Rulebook, examples: Iterable[Example], places: Mapping[str, Place]) -> list[Problem]:
    """Phrasings whose words stand in no example of their indicator, in their order and on their side of the number."""
    sides: dict[str, list[tuple[str, str]]] = {}
    for example in examples:
        if example.code:
            # What is denied (未发生行政复议案件) stands inside the figure, which so belongs to both sides.
            before, after = example.text[: example.span[1]], example.text[example.span[0] :]
            sides.setdefault(example.code, []).append((before.translate(QUOTES), after.translate(QUOTES)))
    return [
        Problem(
            f"{place.name}:{place.line(phrasing.say)}", "rulecheck.unmatched", {}, f"{phrasing.rule} {phrasing.say}"
        )
        for code, place in places.items()
        if code in book.indicators
        for phrasing in book.indicators[code].phrasings
        if not any(_stands(phrasing, before, after) for before, after in sides.get(code, ()))
    ]


def _stands(phrasing: Phrasing, before: str, after: str) -> bool:
    at = len(before)
    for piece in phrasing.row.before:
        found = max((before.rfind(word, 0, at) for word in piece.words), default=-1)
        if found >= 0:
            at = found
        elif not piece.optional:
            return False
    at = 0
    for piece in phrasing.row.after:
        starts = [start for word in piece.words if (start := after.find(word, at)) >= 0]
        if starts:
            at = min(starts)
        elif not piece.optional:
            return False
    return True
