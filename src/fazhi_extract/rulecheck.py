"""One check over all rules, ours and a user's: every example gives exactly its rule, every phrasing has an example."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from fazhi_extract.errors import FazhiError
from fazhi_extract.model import Metric
from fazhi_extract.pipeline import extract_document
from fazhi_extract.read import from_text
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.rulebook.lexicon import RULES

_MARK = re.compile("〔([^〔〕]*)〕")
_FULL_WIDTH = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789%"}
_HAN = "零一二三四五六七八九"


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
    where: str


@dataclass(slots=True)
class Outcome:
    """What the check found. `problems` are sentences for people; `unmatched` are phrasings without an example."""

    examples: int = 0
    problems: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.problems and not self.unmatched


def load_examples(path: Path | Any, name: str) -> list[Example]:
    """Reads an example file. Raises FazhiError E402 for broken TOML and E408 for an example without one marked figure."""
    text = path.read_text(encoding="utf-8")
    try:
        entries = tomllib.loads(text).get("example", [])
    except tomllib.TOMLDecodeError as error:
        raise FazhiError("E402", path=name, reason=str(error)) from error
    return [_example(entry, text, name) for entry in entries]


def _example(entry: dict[str, Any], source: str, name: str) -> Example:
    marked = entry.get("text", "")
    m = _MARK.search(marked)
    line = source.count("\n", 0, max(0, source.find(marked))) + 1
    if m is None or len(_MARK.findall(marked)) != 1:
        raise FazhiError("E408", path=name, line=line)
    text = _MARK.sub(r"\1", marked)
    span = (m.start(), m.start() + len(m[1]))
    code = entry.get("code")
    return Example(
        text, span, None if code == "null" else code, entry.get("not"), entry.get("value"), entry.get("unit"),
        entry.get("role", "actual"), entry.get("attributes", {}), f"{name}:{line}",
    )  # fmt: skip


def builtin_examples() -> list[Example]:
    """The examples that stand beside the package's own indicators."""
    folder = RULES / "indicators"
    names = sorted(p.name for p in folder.iterdir() if p.name.endswith(".examples.toml"))
    return [e for name in names for e in load_examples(folder / name, name)]


def check(book: Rulebook, examples: Sequence[Example]) -> Outcome:
    """Runs all examples through the program, as they stand, in full-width digits, and in Chinese numerals."""
    outcome = Outcome(examples=len(examples))
    used: set[str] = set()
    for example in examples:
        metric = _figure(book, example.text, example.span, example.code)
        problem = _judge(example, metric)
        if problem:
            outcome.problems.append(f"{example.where}: {problem}: {example.text}")
            continue
        if metric is not None and metric.rule and example.forbidden is None:
            used.add(metric.rule)
            for text, span in _variants(example):
                other = _figure(book, text, span, example.code)
                if other is None or (other.indicator, other.value) != (metric.indicator, metric.value):
                    outcome.problems.append(f"{example.where}: {_said(other)} in another script: {text}")
    outcome.unmatched = unmatched(book, examples)
    return outcome


def unmatched(book: Rulebook, examples: Sequence[Example]) -> list[str]:
    """Phrasings whose words stand in no example of their indicator."""
    texts: dict[str, list[str]] = {}
    for example in examples:
        if example.code:
            texts.setdefault(example.code, []).append(re.sub('[“”‘’"]', "", example.text))
    missing = []
    for indicator in book.indicators.values():
        for phrasing in indicator.phrasings:
            pieces = [p for p in (*phrasing.row.before, *phrasing.row.after) if not p.optional]
            if not any(all(any(w in text for w in p.words) for p in pieces) for text in texts.get(indicator.code, ())):
                missing.append(f"{phrasing.rule}: {phrasing.say}")
    return missing


def _figure(book: Rulebook, text: str, span: tuple[int, int], code: str | None) -> Metric | None:
    report = extract_document(from_text(text, path=""), rulebook=book)
    best: Metric | None = None
    most = (0, False)
    for metric in report.metrics:
        shared = min(metric.span[1], span[1]) - max(metric.span[0], span[0])
        rank = (shared, metric.indicator == code)
        if shared > 0 and rank > most:
            best, most = metric, rank
    return best


def _judge(example: Example, metric: Metric | None) -> str | None:
    if example.forbidden is not None:
        if metric is not None and metric.indicator == example.forbidden:
            return f"must not be {example.forbidden}"
        if example.code and (metric is None or metric.indicator != example.code):
            return f"wanted {example.code}, got {_said(metric)}"
        return None
    if metric is None:
        return "no figure found"
    if metric.indicator != example.code:
        return f"wanted {example.code}, got {_said(metric)}"
    if metric.span != example.span and metric.form != "in_words":
        return f"wanted the span {example.text[slice(*example.span)]!r}, got {metric.text!r}"
    if metric.form != "masked" and example.value is not None and not _same(metric.value, example.value):
        return f"wanted the value {example.value}, got {metric.value}"
    if metric.form in ("number", "masked") and (metric.unit or None) != (example.unit or None):
        return f"wanted the unit {example.unit}, got {metric.unit}"
    if metric.role != example.role:
        return f"wanted the role {example.role}, got {metric.role}"
    wrong = {
        k: v
        for k, v in example.attributes.items()
        if metric.attributes.get(k) != v and k not in ("item", "actor", "variety")
    }
    return f"wanted {wrong}, got {dict(metric.attributes)}" if wrong else None


def _same(a: float | None, b: float) -> bool:
    return a is not None and abs(a - b) <= 1e-9 * max(1.0, abs(b))


def _said(metric: Metric | None) -> str:
    return "no figure" if metric is None else str(metric.indicator)


def _variants(example: Example) -> Iterable[tuple[str, tuple[int, int]]]:
    start, end = example.span
    words = example.text[start:end]
    yield example.text[:start] + words.translate(_FULL_WIDTH) + example.text[end:], example.span
    digits = re.match(r"[1-9]\d?(?=[\u4e00-\u9fff])", words)
    if digits and int(digits.group()) > 2 and Decimal(digits.group()) % 10:
        han = _chinese(int(digits.group())) + words[digits.end() :]
        yield example.text[:start] + han + example.text[end:], (start, start + len(han))


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else _HAN[tens]) + "十" if tens else "") + (_HAN[ones] if ones else "")
