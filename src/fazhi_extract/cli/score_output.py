"""Scores as a person reads them in the terminal, as columns for a pipe, and as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from fazhi_extract.cli.console import Console
from fazhi_extract.score.intervals import FEW, Interval, wilson
from fazhi_extract.score.judged import Judged, Judgement
from fazhi_extract.score.scores import Scores
from fazhi_extract.score.tally import DECIMALS, Disagreement, Rate

_CLASSES = (
    "metric.found", "metric.span", "metric.number", "metric.coded", "fact", "date.found", "date.right", "section", "item",
)  # fmt: skip

Table = tuple[list[str], list[list[str]]]


def print_scores(console: Console, scores: Scores, names: Mapping[str, str], *, errors: bool) -> None:
    """Prints classes, questions and indicators, and with ``errors`` every disagreement."""
    tables = [_classes(console, scores), _questions(console, scores), _indicators(console, scores, names)]
    remarks = [console.say("score.reports", count=len(scores.each))]
    if scores.intervals:
        remarks.append(console.say("score.intervals", draws=scores.draws, seed=scores.seed, few=FEW))
        if len(scores.each) < FEW:
            remarks.append(console.say("score.few", few=FEW))
    lines = [_said(console, path, one) for path, one in _disagreements(scores)] if errors else []
    _print(console, tables, remarks, lines)


def print_judgement(console: Console, judgement: Judgement, names: Mapping[str, str]) -> None:
    """Prints precision by indicator and of the whole, and the rows judged wrong or not to be read."""
    rows = []
    for code in _in_order(judgement.indicators, names):
        share = judgement.indicators[code]
        interval = wilson(share.accuracy, share.asked)
        rows.append(
            [names.get(code, ""), code, str(share.asked), str(share.right), _number(share.accuracy), *_ends(interval)]
        )
    heads = _heads(console, "indicator", "code", "judged", "right", "precision", "low", "high")
    lines = [_row(console, row) for row in (*judgement.wrong, *judgement.unclear)]
    judged = judgement.judged
    counts = {"judged": len(judged), "wrong": len(judgement.wrong), "right": len(judged) - len(judgement.wrong)}
    remarks = [console.say("score.judged", **counts, unfilled=len(judgement.unfilled))]
    if judgement.precision is not None and judgement.interval is not None:
        low, high = map(_number, judgement.interval)
        remarks.append(console.say("score.precision", precision=_number(judgement.precision), low=low, high=high))
        if len({row.weight for row in judged}) > 1:
            remarks.append(console.say("score.weighted"))
        remarks.append(console.say("score.precision.only"))
    _print(console, [(heads, rows)], remarks, lines)


def as_json(scores: Scores | Judgement, console: Console, *, errors: bool) -> bytes:
    """All of it as one JSON document."""
    said = _scores_json(scores, errors=errors) if isinstance(scores, Scores) else _judgement_json(scores)
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def _scores_json(scores: Scores, *, errors: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "reports": len(scores.each),
        "figures": scores.figures,
        "intervals": {name: list(scores.intervals[name]) for name in scores.figures if name in scores.intervals},
        "bootstrap": {"draws": scores.draws, "seed": scores.seed, "level": 0.95} if scores.intervals else None,
        "indicators": {
            code: {
                **asdict(rate), "precision": _rounded(rate.precision), "recall": _rounded(rate.recall), "f1": _rounded(rate.f1),
                "intervals": {
                    part: list(scores.intervals[f"{code}.{part}"])
                    for part in ("precision", "recall", "f1")
                    if f"{code}.{part}" in scores.intervals
                },
            }
            for code, rate in sorted(scores.total.indicators.items())
        },
        "each": {path: tally.figures() for path, tally in scores.each.items()},
    }  # fmt: skip
    if errors:
        said["disagreements"] = [{"path": path, **asdict(one)} for path, one in _disagreements(scores)]
    return said


def _judgement_json(judgement: Judgement) -> dict[str, Any]:
    def row(one: Judged) -> dict[str, Any]:
        return {name: getattr(one, name) for name in ("row", "code", "text", "said", "written", "remark")}

    return {
        "judged": len(judgement.judged), "unfilled": len(judgement.unfilled),
        "precision": None if judgement.precision is None else _rounded(judgement.precision),
        "interval": judgement.interval,
        "indicators": {
            code: {
                "judged": share.asked, "right": share.right, "precision": _rounded(share.accuracy),
                "interval": wilson(share.accuracy, share.asked),
            }
            for code, share in sorted(judgement.indicators.items())
        },
        "wrong": [row(one) for one in judgement.wrong], "unclear": [row(one) for one in judgement.unclear],
    }  # fmt: skip


def _classes(console: Console, scores: Scores) -> Table:
    rows = []
    for name in _CLASSES:
        rate = scores.total.rates.get(name, Rate())
        if rate != Rate():  # what a key does not speak of has no score
            rows.append([console.say(f"score.class.{name}"), name, *_rate(rate, scores.intervals.get(f"{name}.f1"))])
    heads = ("class", "code", "right", "wrong", "missed", "precision", "recall", "f1", "f1_low", "f1_high")
    return _heads(console, *heads), rows


def _questions(console: Console, scores: Scores) -> Table:
    rows = []
    for name in sorted(scores.total.shares):
        share = scores.total.shares[name]
        if not share.asked:
            continue
        numbers = [str(share.asked), str(share.right), _number(share.accuracy)]
        rows.append(
            [console.say(f"score.class.{name}"), name, *numbers, *_ends(scores.intervals.get(f"{name}.accuracy"))]
        )
    return _heads(console, "question", "code", "asked", "right", "accuracy", "low", "high"), rows


def _indicators(console: Console, scores: Scores, names: Mapping[str, str]) -> Table:
    rows = []
    for code in _in_order(scores.total.indicators, names):
        rate = scores.total.indicators[code]
        rows.append([names.get(code, ""), code, *_rate(rate, scores.intervals.get(f"{code}.f1"))])
    heads = ("indicator", "code", "right", "wrong", "missed", "precision", "recall", "f1", "f1_low", "f1_high")
    return _heads(console, *heads), rows


def _rate(rate: Rate, interval: Interval | None) -> list[str]:
    shares = map(_number, (rate.precision, rate.recall, rate.f1))
    return [str(rate.right), str(rate.wrong), str(rate.missed), *shares, *_ends(interval)]


def _in_order(codes: Mapping[str, object], names: Mapping[str, str]) -> list[str]:
    """In the order of the rules, those that they do not know behind."""
    return [*(code for code in names if code in codes), *sorted(codes.keys() - names.keys())]


def _disagreements(scores: Scores) -> Iterator[tuple[str, Disagreement]]:
    for path, tally in scores.each.items():
        for one in tally.disagreements:
            yield path, one


def _said(console: Console, path: str, one: Disagreement) -> str:
    # Words of a report stand on a line of their own here, whatever line breaks they have.
    text = "".join(one.text.split())
    name = one.field or ""
    if one.what == "field":
        name = console.say(f"score.class.field.{name}")
    fields = {"path": path, "at": one.at, "text": text, "field": name, "label": one.label or "-"}
    return console.say(f"score.error.{one.what}", **fields, wanted=_value(one.wanted), found=_value(one.found))


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _row(console: Console, row: Judged) -> str:
    if row.verdict is None:
        return console.say("score.row.unclear", row=row.row, written=row.written)
    remark = f"（{row.remark}）" if row.remark else ""
    return console.say("score.row.wrong", row=row.row, text=row.text, said=row.said, remark=remark)


def _print(console: Console, tables: Sequence[Table], remarks: Sequence[str], lines: Sequence[str]) -> None:
    # Words of a report or a sheet must not command the terminal.
    lines = ["".join(c if c.isprintable() or c == "\u3000" else repr(c)[1:-1] for c in line) for line in lines]
    if not sys.stdout.isatty():
        # Tabs: programs take the columns apart, and no line is broken.
        out = []
        for heads, rows in tables:
            if rows:
                out += ["\t".join(row) for row in [heads, *rows]] + [""]
        console.write(("\n".join([*out, *lines]).rstrip("\n") + "\n").encode())
        for remark in remarks:
            console.say_line(remark)
        return
    from rich.console import Console as Terminal
    from rich.table import Table as Grid
    from rich.text import Text

    terminal = Terminal(file=sys.stdout, highlight=False)
    with console.output():
        for heads, rows in tables:
            if not rows:
                continue
            grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="bold")
            for place, head in enumerate(heads):
                grid.add_column(head, justify="left" if place < 2 else "right", no_wrap=place > 1)
            for row in rows:
                grid.add_row(*map(Text, row))
            terminal.print(grid)
            terminal.print()
        for line in lines:
            terminal.print(Text(line), soft_wrap=True)
        for remark in remarks:
            terminal.print(Text(remark, style="bold"))


def _heads(console: Console, *names: str) -> list[str]:
    return [console.say(f"score.head.{name}") for name in names]


def _ends(interval: Interval | None) -> list[str]:
    return ["", ""] if interval is None else [_number(interval[0]), _number(interval[1])]


def _number(value: float) -> str:
    return f"{value:.4f}"


def _rounded(value: float) -> float:
    return round(value, DECIMALS)
