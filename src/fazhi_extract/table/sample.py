"""A sample of the figures, for a person to judge: each with its sentence, what the program says, and an empty verdict.

It is drawn from the figures that have an indicator, and says how many of those are right (precision), not what was missed.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from fazhi_extract.messages import message
from fazhi_extract.quoting import place_of
from fazhi_extract.table.columns import ATTRIBUTES, TABLES, Value
from fazhi_extract.table.keys import attribute_word
from fazhi_extract.table.panel import Panel
from fazhi_extract.table.rows import Row

COLUMNS = (
    "number", "quote", "text", "indicator_name", "value", "unit", "bound", "role", "attributes", "scope", "verdict", "remark",
    "issuer", "reporting_year", "section_title", "path", "indicator", "id", "span_start", "report_id", "weight",
)  # fmt: skip
RIGHT, WRONG = "right", "wrong"
"""The two verdicts, as the catalogue names their words (``verdict.right``)."""

_PATH = TABLES["reports"].names.index("path")


@dataclass(frozen=True, slots=True)
class Draw:
    """How a sample is drawn: how many figures, and whether each indicator gets as many, as far as it has them."""

    size: int
    seed: int = 1
    stratified: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure of the sample."""

    lot: bytes
    place: int
    """Its place among all figures of the input."""
    figure: dict[str, Value]
    path: Value
    weight: float = 1.0
    """How many figures it stands for."""

    @property
    def mark(self) -> tuple[int, int] | None:
        """Where it stands in its quote."""
        f = self.figure
        return place_of(str(f["text"]), str(f["quote"]), int(f["span_start"] or 0) - int(f["sentence_start"] or 0))


@dataclass(slots=True)
class Sample:
    """Draws while the figures go by; memory holds the sample alone.

    Each figure has a lot, the SHA-256 of the seed, its report and its id, and the smallest lots are drawn. So the same
    reports and seed give the same sample in any order, a larger sample holds the smaller one, and more reports replace
    no more of it than they must.
    """

    draw: Draw
    population: int = 0
    """How many figures with an indicator there are."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many of each indicator."""
    _heaps: dict[str, list[tuple[int, int, Drawn]]] = field(default_factory=dict)

    def take(self, figure: dict[str, Value], path: Value) -> None:
        """Lets a row of ``metrics`` take part."""
        code = figure["indicator"]
        if not isinstance(code, str):
            return
        self.population += 1
        self.counts[code] = self.counts.get(code, 0) + 1
        lot = hashlib.sha256(f"{self.draw.seed}\n{figure['report_id']}\n{figure['id']}".encode()).digest()
        heap = self._heaps.setdefault(code if self.draw.stratified else "", [])
        # The largest lot lies on top, to go first.
        entry = (-int.from_bytes(lot), -self.population, Drawn(lot, self.population, figure, path))
        if len(heap) < self.draw.size:
            heapq.heappush(heap, entry)
        else:
            heapq.heappushpop(heap, entry)

    def drawn(self) -> list[Drawn]:
        """The sample, in the order of the input, so that sentences of one report stand together."""
        sizes = self.counts if self.draw.stratified else {"": self.population}
        shares = _shares(sizes, self.draw.size)
        chosen = []
        for stratum, share in shares.items():
            by_lot = sorted((entry[2] for entry in self._heaps.get(stratum, [])), key=lambda one: one.lot)
            chosen += [replace(one, weight=sizes[stratum] / share) for one in by_lot[:share]]
        return sorted(chosen, key=lambda one: one.place)


def _shares(sizes: dict[str, int], wanted: int) -> dict[str, int]:
    """How many of each stratum: the same for all, but for those that have no more; what is left goes to the largest."""
    shares = dict.fromkeys(sizes, 0)
    left = wanted
    while left > 0:
        open_strata = sorted((s for s in sizes if shares[s] < sizes[s]), key=lambda s: (-sizes[s], s))
        if not open_strata:
            break
        each = max(1, left // len(open_strata))
        for stratum in open_strata:
            more = min(each, sizes[stratum] - shares[stratum], left)
            shares[stratum] += more
            left -= more
    return {stratum: share for stratum, share in shares.items() if share}


class SampleWriter:
    """Takes the rows as other writers do; what was drawn is in :attr:`sample` at the end."""

    tables: tuple[str, ...] = ("reports", "metrics")
    wants_panel = False

    def __init__(self, draw: Draw, names: tuple[str, ...]) -> None:
        """``names`` are the columns of ``metrics``."""
        self.sample = Sample(draw)
        self._names = names
        self._path: Value = None

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Takes the rows of a report: first its own, then its figures."""
        for row in rows:
            if table == "reports":
                self._path = row[_PATH]
            else:
                self.sample.take(dict(zip(self._names, row, strict=True)), self._path)

    def finish(self, _: Panel) -> None:
        """Nothing more to take."""


def record(number: int, one: Drawn, lang: str) -> dict[str, Value]:
    """A row of the sample by column, as people read it; verdict and remark are empty."""
    f = one.figure
    attributes = [
        attribute_word(name, "true" if f[name] is True else str(f[name]), lang)
        for name in ATTRIBUTES
        if f[name] is not None
    ]
    scope = f["scope"] or (message(f"scope.{f['scope_kind']}", lang) if f["scope_kind"] else None)
    own = {
        "number": number, "path": one.path, "verdict": None, "remark": None, "weight": round(one.weight, 6),
        "attributes": "；".join(attributes) or None, "scope": scope, "text": "".join(str(f["text"]).split()),
        "bound": None if f["bound"] == "exact" else message(f"bound.{f['bound']}", lang),
        "role": message(f"role.{f['role']}", lang),
        "value": message("state.masked", lang) if f["form"] == "masked" else _range(f["value"], f["value_to"]),
    }  # fmt: skip
    return {name: own[name] if name in own else f[name] for name in COLUMNS}


def _range(value: Value, value_to: Value) -> Value:
    return value if value_to is None else f"{value}–{value_to}"
