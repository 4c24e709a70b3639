"""Times of one process: a report by stage, the yardsticks over the same texts, and growth with the length of a text."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import regex

ROUNDS = 15
DIGITS = re.compile(r"\d+")
# The floor: one pass of numeral + scale + sixteen measure words, as one would write it in an afternoon.
FLOOR = regex.compile(
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)[余多]?[万亿]{0,2}[余多]?"
    r"(?:件次|人次|场次|家次|户次|件|起|宗|项|次|场|份|条|家|名|人|%|元)"
)
# What each stage of the pipeline is called there.
STAGES = {
    "split": ("outline",),
    "find": ("find", "place"),
    "describe": ("describe",),
    "resolve": (
        "verdicts", "figures", "assign_roles", "Binder.bind", "relabel", "assign_scopes", "link_parts", "link_ratios", "periods",
    ),
    "check": ("check",),
    "build the report": ("assemble",),
}  # fmt: skip


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several runs, in milliseconds: other work on the machine only ever makes one longer."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def digits(text: str) -> int:
    return sum(1 for _ in DIGITS.finditer(text))


def floor(text: str) -> int:
    return sum(1 for _ in FLOOR.finditer(text))


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """Takes down how long the pipeline's functions take, by their names; they are as they were afterwards."""
    from fazhi_extract import pipeline

    places: list[tuple[Any, str, str]] = []
    for names in STAGES.values():
        for name in names:
            owner: Any = pipeline
            *parents, last = name.split(".")
            for parent in parents:
                owner = getattr(owner, parent)
            places.append((owner, last, name))
    before = [getattr(owner, last) for owner, last, _ in places]

    def timed(function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.perf_counter() - start

        return call

    try:
        for (owner, last, name), function in zip(places, before, strict=True):
            setattr(owner, last, timed(function, name))
        yield
    finally:
        for (owner, last, _), function in zip(places, before, strict=True):
            setattr(owner, last, function)


def by_stage(text: str) -> dict[str, float]:
    """Milliseconds of each stage within whole extractions, each the shortest of several; what is left is `rest`."""
    from fazhi_extract import extract
    from fazhi_extract.text import SourceText

    runs = []
    for _ in range(ROUNDS):
        spent: dict[str, float] = {}
        with _timed(spent):
            start = time.perf_counter()
            extract(text)
            spent["whole"] = time.perf_counter() - start
        runs.append(spent)
    least = {name: 1000 * min(run.get(name, 0.0) for run in runs) for name in runs[0]}
    stages = {"flow": best(lambda: SourceText.from_raw(text))}
    stages |= {stage: sum(least.get(name, 0.0) for name in names) for stage, names in STAGES.items()}
    stages["rest"] = max(0.0, least["whole"] - sum(stages.values()))
    return stages


def read(paths: list[Path]) -> dict[str, str]:
    """The texts of files by their names, line ends as they are."""
    texts = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            texts[path.stem] = file.read()
    return texts


def reports(texts: dict[str, str], *, stages: bool = True) -> dict[str, dict[str, float]]:
    """Milliseconds for each report: the yardsticks, the whole, and its stages. Yardsticks and the whole by turns."""
    from fazhi_extract import extract

    table = {}
    for name, text in texts.items():
        extract(text)  # warm-up: rules are loaded, patterns compiled
        work = {"digits": digits, "floor": floor, "whole": extract}
        times: dict[str, list[float]] = {what: [] for what in work}
        for _ in range(ROUNDS):
            for what, function in work.items():
                times[what].append(best(lambda f=function, t=text: f(t), 1))
        table[name] = {"characters": float(len(text))} | {what: min(found) for what, found in times.items()}
        if stages:
            table[name] |= by_stage(text)
    return table


def mean(table: dict[str, dict[str, float]]) -> dict[str, float]:
    return {name: statistics.mean(row[name] for row in table.values()) for name in next(iter(table.values()))}


def growth(text: str) -> dict[str, float]:
    """Milliseconds for a text once, ten times and a hundred times."""
    from fazhi_extract import extract

    return {
        str(times): best(lambda n=times: extract(text * n), rounds) for times, rounds in ((1, 15), (10, 5), (100, 2))
    }
