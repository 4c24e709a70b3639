"""Tables made of answer keys, right and with planted mistakes; for tests only. Deterministic: no chance is involved.

Three corpora: ``reports`` (the samples and tests/data/reports), ``passages`` (tests/data/blind, each passage a report of its
own: they were written without regard to the rules, and ``fazhi verify`` is improved on the reports, not on them) and ``exam``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import passages
from fazhi_extract import Report, Rulebook, extract, extract_file
from fazhi_extract.verify.numbers import read_numbers
from fazhi_extract.verify.referee import Referee
from fazhi_extract.verify.reports import body_of
from fazhi_extract.verify.tables import Grid

if TYPE_CHECKING:
    from fazhi_extract.verify.judge import Finding

ROOT = Path(__file__).resolve().parents[1]
EXAM = ROOT.parent / "shared" / "exam"
WHOLE = (None, "own", "system")
ATTRIBUTES = ("stage", "result", "level", "instrument", "instance", "procedure", "channel", "variety", "joint")
HEADS = ["文件", "指标", "数值", "单位", *ATTRIBUTES]
MISTAKES = ("wrong", "swapped", "invented", "sum", "rounded", "part", "target", "prior", "slip")
RIGHT = "right"
Outcome = Literal["found", "unsure", "missed"]
OUTCOMES: tuple[Outcome, ...] = ("found", "unsure", "missed")
NAMED = {"sum": "sum", "rounded": "rounded", "part": "part", "target": "target", "prior": "prior"}
"""Mistakes that are named, and yet no accusation: their verdict says exactly what was done."""


@dataclass
class Case:
    """A report with its key."""

    name: str
    read: Callable[[], Report]
    key: dict[str, Any]
    wholes: list[dict[str, Any]] = field(default_factory=list)
    """Figures that a table of totals would have: actual, of the whole, about an indicator and no single item."""

    def __post_init__(self) -> None:
        self.wholes = [m for m in self.figures("actual") if m["scope_kind"] in WHOLE and not _worded(m)]

    def figures(self, role: str) -> list[dict[str, Any]]:
        return [
            m for m in self.key["metrics"]
            if m["indicator"] and m["role"] == role and m["form"] == "number" and m["value_to"] is None and not m.get("optional")
        ]  # fmt: skip

    def numbers(self) -> set[Decimal]:
        return {
            abs(Decimal(str(m[name])))
            for m in self.key["metrics"]
            for name in ("value", "value_to")
            if m[name] is not None
        }


def cases(corpus: str = "reports", exam: Path = EXAM) -> list[Case]:
    """The cases of a corpus; none where the exam's folder is not there."""
    if corpus == "passages":
        return [
            _of_passage(f"{path.stem}-{number}.txt", passage)
            for path in sorted(passages.FOLDER.glob("*.toml"))
            for number, passage in enumerate(passages.passages(path), 1)
        ]
    if corpus == "exam":
        found = [(exam / "reports" / f"{path.stem}.txt", path) for path in sorted((exam / "keys").glob("*.json"))]
    else:
        paths = [*sorted(ROOT.glob("samples/*.key.json")), *sorted(ROOT.glob("tests/data/reports/*.key.json"))]
        found = [(path.with_name(path.name.replace(".key.json", ".txt")), path) for path in paths]
    return [
        Case(path.name, lambda path=path: extract_file(path), json.loads(key.read_text(encoding="utf-8")))
        for path, key in found
    ]


def _of_passage(name: str, passage: dict[str, Any]) -> Case:
    text = passages.head(passage) + passage["text"].replace("〔", "").replace("〕", "") + "\n"
    return Case(name, lambda: extract(text, name=name), {"metrics": [_as_in_a_key(f) for f in passage["figures"]]})


def _as_in_a_key(figure: dict[str, Any]) -> dict[str, Any]:
    def code(words: str) -> str | None:
        return None if words == "null" else words

    unit, also = figure.get("unit"), dict(figure.get("also", {}))
    if "code" in also:
        also["indicator"] = [code(one) for one in also.pop("code")]
    usual = {"value": None, "value_to": None, "unit": None, "role": "actual", "bound": "exact", "form": "number", "scope_kind": None, "attributes": {}}  # fmt: skip
    kind = {"%": "rate", "百分点": "rate", "倍": "rate", "元": "money"}.get(unit or "", "count")
    return usual | figure | {"indicator": code(figure["code"]), "also": also, "kind": kind}


def findings(chosen: list[Case]) -> list[tuple[str, Finding]]:
    """What the referee says of every right cell and of every planted mistake of all cases, each with its kind."""
    rows, kinds = [HEADS], []
    for case in chosen:
        planted = [*((RIGHT, line) for line in right(case)), *mistakes(case)]
        rows += [line for _, line in planted]
        kinds += [kind for kind, _ in planted]
    referee = Referee(Rulebook.default(), [body_of(case.read()) for case in chosen])
    return list(zip(kinds, referee.findings([Grid("", rows)]), strict=True))


def outcome(kind: str, finding: Finding) -> Outcome:
    """What a finding is worth. Of a mistake: it was found, the finding says to look without naming it, it was confirmed.
    Of a right cell: it was confirmed (found), the finding says to look, it was accused (missed)."""
    if kind == RIGHT:
        return "found" if finding.level == "ok" else "missed" if finding.level == "wrong" else "unsure"
    if finding.level == "ok":
        return "missed"
    return "found" if finding.level == "wrong" or finding.verdict == NAMED.get(kind) else "unsure"


def _worded(metric: dict[str, Any]) -> bool:
    return any(name in (metric["attributes"] or {}) for name in ("item", "actor"))


def row(case: Case, metric: dict[str, Any], value: object = None, unit: str | None = None) -> list[str]:
    """A row of a long table: the figure's meaning by code and attributes, with its own value or another one."""
    given = metric["attributes"] or {}
    attributes = ["true" if given.get(name) is True else given.get(name, "") for name in ATTRIBUTES]
    number = metric["value"] if value is None else value
    words = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return [case.name, metric["indicator"], words, (metric["unit"] or "") if unit is None else unit, *attributes]


def right(case: Case) -> list[list[str]]:
    """A row for each figure, as the key has it; none for those that are a part in another right reading."""
    return [row(case, m) for m in case.wholes if all(kind in WHOLE for kind in _also(m, "scope_kind"))]


def mistakes(case: Case) -> Iterator[tuple[str, list[str]]]:
    """Rows with a mistake each, and its kind: at most a few of each kind for a report."""
    told = case.numbers()
    done: dict[str, int] = {}

    def plant(kind: str, line: list[str]) -> Iterator[tuple[str, list[str]]]:
        done[kind] = done.get(kind, 0) + 1
        if done[kind] <= 6:
            yield kind, line

    for place, metric in enumerate(case.wholes):
        value = Decimal(str(metric["value"]))
        same = [
            m for m in case.key["metrics"]
            if m["indicator"] == metric["indicator"] or metric["indicator"] in _also(m, "indicator")
        ]  # fmt: skip
        taken = {Decimal(str(m["value"])) for m in same if m["value"] is not None}
        other = _unlike(value, told)
        yield from plant("wrong", row(case, metric, other))
        swap = next(
            (
                m for m in case.wholes[place + 1 :] + case.wholes[:place]
                if m["value"] and m["kind"] == metric["kind"] and m["indicator"] != metric["indicator"]
                and Decimal(str(m["value"])) not in taken and metric["indicator"] not in _also(m, "indicator")
            ),
            None,
        )  # fmt: skip
        if swap is not None:
            yield from plant("swapped", row(case, metric, swap["value"]))
        if value == value.to_integral_value() and value > 1000 and value % 100 and metric["bound"] == "exact":
            rounded = (value / 100).quantize(Decimal(1)) * 100
            if rounded not in told:
                yield from plant("rounded", row(case, metric, rounded))
        if metric["kind"] == "money" and value % 100 == 0:
            yield from plant("slip", row(case, metric, value, "万元"))
            yield from plant("slip", row(case, metric, (value / 10000).normalize(), "元"))
        partner = next(
            (m for m in case.wholes[place + 1 :] if m["indicator"] == metric["indicator"] and m["unit"] == metric["unit"] and m["kind"] != "rate"), None
        )  # fmt: skip
        if partner is not None and (total := value + Decimal(str(partner["value"]))) not in told:
            yield from plant("sum", row(case, {**metric, "attributes": {}}, total))
    codes = {code for m in case.key["metrics"] for code in (m["indicator"], *_also(m, "indicator"))}
    for code, unit in (
        ("penalty.cases", "件"),
        ("review.litigation_cases", "件"),
        ("publicity.event_sessions", "场"),
        ("service.permit_cases", "件"),
    ):
        if code not in codes:
            line = {"indicator": code, "attributes": {}, "unit": unit, "value": 0}
            yield from plant("invented", row(case, line, _unlike(Decimal(137), told)))
    for kind, figures in (
        ("part", [m for m in case.figures("actual") if m["scope_kind"] not in WHOLE and not _worded(m)]),
        ("target", case.figures("target")),
        ("prior", case.figures("prior")),
    ):
        wholes = {(m["indicator"], m["value"]) for m in case.wholes}
        for metric in figures:
            if (metric["indicator"], metric["value"]) in wholes or _right_as_it_stands(kind, metric):
                continue
            yield from plant(kind, row(case, metric))


def _right_as_it_stands(kind: str, metric: dict[str, Any]) -> bool:
    """Whether the figure is a result of the whole in another right reading."""
    if kind == "part":
        return None in _also(metric, "scope") or any(one in WHOLE for one in _also(metric, "scope_kind"))
    return "actual" in _also(metric, "role")


def _also(metric: dict[str, Any], name: str) -> list[str | None]:
    return (metric.get("also") or {}).get(name, [])


def _unlike(value: Decimal, told: set[Decimal]) -> Decimal:
    """A number near a value that stands nowhere in the report, nor does ten thousand times it."""
    step = Decimal(1).scaleb(min(0, value.as_tuple().exponent))  # type: ignore[type-var]
    other = value + 7 * step
    while any(abs(other.scaleb(power)) in told for power in (0, 2, -2, 3, -3, 4, -4, 8, -8)) or not read_numbers(
        f"{other:f}", None
    ):
        other += 11 * step
    return other
