"""Judges what the program makes of short passages with marked figures (data/blind). For tests only."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fazhi_extract import extract

FOLDER = Path(__file__).parent / "data" / "blind"
HEAD = "{issuer}2022年法治政府建设年度报告\n\n"
CLOSED = ("stage", "result", "level", "instrument", "instance", "procedure", "channel")


def passages(path: Path) -> list[dict[str, Any]]:
    """The passages of one domain."""
    return tomllib.loads(path.read_text(encoding="utf-8"))["passage"]


def head(passage: dict[str, Any]) -> str:
    """The title above a passage: that of an office, unless the passage says whose report it is from (issuer)."""
    return HEAD.format(issuer=passage.get("issuer", "某市某局"))


def judge(passage: dict[str, Any]) -> Iterator[tuple[str, bool, str, str]]:
    """What the program makes of each figure of a passage: (field, right, figure's number, words).

    A figure that the passage has not is numbered by its offset in the passage, with + in front.
    """
    text, spans, above = "", [], head(passage)
    for part in re.split("(〔[^〕]*〕)", passage["text"]):
        if part.startswith("〔"):
            spans.append((len(above) + len(text), len(above) + len(text) + len(part) - 2))
        text += part.strip("〔〕") if part.startswith("〔") else part
    metrics = [m for m in extract(above + text + "\n").metrics if m.form != "in_words"]
    used: set[str] = set()
    place = -1
    for number, figure in enumerate(passage["figures"], 1):
        place += not figure.get("again")
        also = figure.get("also", {})
        codes = [None if c == "null" else c for c in (figure["code"], *also.get("code", ()))]
        there = [m for m in metrics if m.id not in used and m.span[0] < spans[place][1] and m.span[1] > spans[place][0]]
        there.sort(key=lambda m: m.indicator not in codes)
        words = f"{figure['text']} in {text}"
        if not there:
            yield "found", False, str(number), words
            continue
        metric = there[0]
        used.add(metric.id)
        yield "found", metric.span == spans[place], str(number), words
        yield "value", _same(metric.value, figure.get("value")), str(number), words
        roles = (figure.get("role", "actual"), *also.get("role", ()))
        yield "role", metric.role in roles, str(number), f"{words}: {metric.role}"
        yield "code", metric.indicator in codes, str(number), f"{words}: {metric.indicator}"
        if metric.indicator is not None and metric.indicator in codes:
            stated = {k: v for k, v in metric.attributes.items() if k in CLOSED}
            wanted = (figure.get("attributes", {}), *also.get("attributes", ()))
            yield "attributes", stated in wanted, str(number), f"{words}: {stated}"
    for metric in metrics:
        if metric.id not in used:
            yield "found", False, f"+{metric.span[0] - len(above)}", f"{metric.text} is no figure of {text}"


def _same(value: float | None, wanted: float | None) -> bool:
    return value is wanted if value is None or wanted is None else math.isclose(value, wanted, rel_tol=1e-6)
