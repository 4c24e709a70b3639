"""Tables made of answer keys, right and with planted mistakes; for tests only. Deterministic: no chance is involved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from fazhi_extract.verify.numbers import read_numbers

ROOT = Path(__file__).resolve().parents[1]
EXAM = ROOT.parent / "shared" / "exam"
WHOLE = (None, "own", "system")
ATTRIBUTES = ("stage", "result", "level", "instrument", "instance", "procedure", "channel", "variety", "joint")
HEADS = ["文件", "指标", "数值", "单位", *ATTRIBUTES]
MISTAKES = ("wrong", "swapped", "invented", "sum", "rounded", "part", "target", "prior", "slip")


@dataclass
class Case:
    """A report with its key."""

    path: Path
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


def cases() -> list[Case]:
    """All samples and test reports, and those of the exam where its folder is there."""
    paths = [*sorted(ROOT.glob("samples/*.key.json")), *sorted(ROOT.glob("tests/data/reports/*.key.json"))]
    found = [(path.with_name(path.name.replace(".key.json", ".txt")), path) for path in paths]
    found += [(EXAM / "reports" / f"{path.stem}.txt", path) for path in sorted((EXAM / "keys").glob("*.json"))]
    return [Case(path, json.loads(key.read_text(encoding="utf-8"))) for path, key in found]


def _worded(metric: dict[str, Any]) -> bool:
    return any(name in (metric["attributes"] or {}) for name in ("item", "actor"))


def row(case: Case, metric: dict[str, Any], value: object = None, unit: str | None = None) -> list[str]:
    """A row of a long table: the figure's meaning by code and attributes, with its own value or another one."""
    given = metric["attributes"] or {}
    attributes = ["true" if given.get(name) is True else given.get(name, "") for name in ATTRIBUTES]
    number = metric["value"] if value is None else value
    words = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return [case.path.name, metric["indicator"], words, (metric["unit"] or "") if unit is None else unit, *attributes]


def right(case: Case) -> list[list[str]]:
    """A row for each figure, as the key has it."""
    return [row(case, metric) for metric in case.wholes]


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
            m for m in case.key["metrics"] if m["indicator"] == metric["indicator"] or metric["indicator"] in _also(m)
        ]
        taken = {Decimal(str(m["value"])) for m in same if m["value"] is not None}
        other = _unlike(value, told)
        yield from plant("wrong", row(case, metric, other))
        swap = next(
            (
                m for m in case.wholes[place + 1 :] + case.wholes[:place]
                if m["value"] and m["kind"] == metric["kind"] and m["indicator"] != metric["indicator"]
                and Decimal(str(m["value"])) not in taken and metric["indicator"] not in _also(m)
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
    codes = {code for m in case.key["metrics"] for code in (m["indicator"], *_also(m))}
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
            also = metric.get("also") or {}
            if (
                (metric["indicator"], metric["value"]) in wholes
                or None in also.get("scope", ())
                or "actual" in also.get("role", ())
            ):
                continue
            yield from plant(kind, row(case, metric))


def _also(metric: dict[str, Any]) -> list[str | None]:
    return (metric.get("also") or {}).get("indicator", [])


def _unlike(value: Decimal, told: set[Decimal]) -> Decimal:
    """A number near a value that stands nowhere in the report, nor does ten thousand times it."""
    step = Decimal(1).scaleb(min(0, value.as_tuple().exponent))  # type: ignore[type-var]
    other = value + 7 * step
    while any(abs(other.scaleb(power)) in told for power in (0, 2, -2, 3, -3, 4, -4, 8, -8)) or not read_numbers(
        f"{other:f}", None
    ):
        other += 11 * step
    return other
