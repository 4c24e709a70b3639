"""Figures that no indicator fits, grouped by what they are called, as a rule file to complete."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fazhi_extract.lazy import lazy_pattern
from fazhi_extract.messages import message
from fazhi_extract.quoting import marked, place_in_quote
from fazhi_extract.rulebook.phrasings import QUOTES, PhrasingError, parse

if TYPE_CHECKING:
    from fazhi_extract.model import Metric, Report

_DIMENSIONS = {"rate": "rate", "money": "money", "duration": "duration", "measure": "area", "ratio": "ratio"}
_PEOPLE = lazy_pattern("人|名|位|户主")
_NOT_WORDS = lazy_pattern(r"[()（）|?？N…\s\d*〔〕《》]+")
_SENTENCES = 3
"""How many sentences a group shows."""


@dataclass(slots=True)
class Group:
    """Figures of one name and dimension: how many, in which reports, with what units, and some of their sentences."""

    label: str
    dimension: str
    phrasing: str
    count: int = 0
    reports: set[str] = field(default_factory=set)
    units: list[str] = field(default_factory=list)
    sentences: dict[str, tuple[Metric, str]] = field(default_factory=dict)  # marked sentence -> (figure, where)


def groups(reports: Iterable[Report]) -> tuple[list[Group], int]:
    """The groups of figures without an indicator, the largest first, and how many figures have no usable name.

    Growth, conditions of rules and what is said in words are left out: they measure nothing of their own.
    """
    found: dict[tuple[str, str], Group] = {}
    nameless = 0
    for report in reports:
        for metric in report.metrics:
            if metric.indicator or metric.form not in ("number", "masked") or metric.role in ("change", "threshold"):
                continue
            named = _phrasing(metric)
            if named is None:
                nameless += 1
                continue
            label, phrasing = named
            dimension = _dimension(metric)
            group = found.setdefault((label, dimension), Group(label, dimension, phrasing))
            group.count += 1
            group.reports.add(report.source.path)
            if metric.unit and metric.unit not in group.units:
                group.units.append(metric.unit)
            # A sentence with such brackets of its own (document numbers have them) cannot be an example.
            if len(group.sentences) < _SENTENCES and not re.search("[〔〕]", metric.quote):
                group.sentences.setdefault(marked(metric, "〔〕") + "。", (metric, _where(report, metric)))
    return sorted(found.values(), key=lambda group: -group.count), nameless


def stubs(found: list[Group], nameless: int, lang: str) -> Iterator[str]:
    """The groups as a rule file that can be loaded, block by block; codes and names are to be completed."""
    yield _comment(message("suggest.head", lang, groups=len(found))) + "\n"
    for number, group in enumerate(found, 1):
        lines = [
            _comment(message("suggest.group", lang, count=group.count, reports=len(group.reports))),
            "[[indicator]]",
            f'code = "my.todo_{number}"',
            f"zh = {_quoted(group.label)}",
            f'dimension = "{group.dimension}"',
            f"units = [{', '.join(map(_quoted, group.units))}]",
            *([] if group.units else ["unitless = true"]),
            f"phrasings = [{_quoted(group.phrasing)}]",
        ]
        for sentence, (metric, where) in group.sentences.items():
            lines += ["", "[[example]]", f'code = "my.todo_{number}"', f"text = {_quoted(sentence)}  # {where}"]
            if metric.value is not None:
                lines.append(f"value = {metric.value}")
            if metric.unit:
                lines.append(f"unit = {_quoted(metric.unit)}")
            if metric.role != "actual":
                lines.append(f'role = "{metric.role}"')
        yield "\n" + "\n".join(lines) + "\n"
    if nameless:
        yield "\n" + _comment(message("suggest.nameless", lang, count=nameless)) + "\n"


def _phrasing(metric: Metric) -> tuple[str, str] | None:
    """The figure's name and the phrasing that says it, on the side of the number where it stands."""
    place = place_in_quote(metric)
    if place is None or not metric.label:
        return None
    words = max(_NOT_WORDS.split(metric.label.translate(QUOTES)), key=len)
    before, after = (side.translate(QUOTES) for side in (metric.quote[: place[0]], metric.quote[place[1] :]))
    if len(words) < 2 or (words not in before and words not in after):
        return None
    phrasing = f"{words}…N" if words in before else f"N…{words}"
    try:
        parse(phrasing)
    except PhrasingError:
        return None
    return words, phrasing


def _dimension(metric: Metric) -> str:
    if metric.kind == "count" and metric.unit and _PEOPLE.match(metric.unit):
        return "people"
    return _DIMENSIONS.get(metric.kind, "count")


def _where(report: Report, metric: Metric) -> str:
    text = report.source.text
    return report.source.path if text is None else f"{report.source.path}:{text.count(chr(10), 0, metric.span[0]) + 1}"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines()).rstrip("\n")


def _quoted(words: str) -> str:
    """A TOML string: its escapes are those of JSON."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
