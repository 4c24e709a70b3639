"""A sample that a person has judged (``fazhi table --sample``): the share of the figures that are right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fazhi_extract.messages import LANGUAGES, message
from fazhi_extract.score.intervals import Interval, wilson
from fazhi_extract.score.tally import Share

_RIGHT = {"对", "正确", "是", "√", "✓", "✔", "right", "r", "yes", "y", "true", "1", "correct"}
_WRONG = {"错", "错误", "不对", "不正确", "否", "×", "✗", "✘", "x", "wrong", "w", "no", "n", "false", "0", "incorrect"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the sheet: its number as the table's program shows it, what the program said, what the person said."""

    row: int
    code: str
    text: str
    said: str
    """What the program took it for, in words."""
    verdict: bool | None
    """``None`` where there is none, or none that can be read."""
    written: str
    """The verdict as it was written."""
    remark: str
    weight: float


@dataclass(slots=True)
class Judgement:
    """What a judged sample says."""

    indicators: dict[str, Share] = field(default_factory=dict)
    rows: list[Judged] = field(default_factory=list)

    @property
    def judged(self) -> list[Judged]:
        """The rows that have a verdict."""
        return [row for row in self.rows if row.verdict is not None]

    @property
    def wrong(self) -> list[Judged]:
        """The rows judged wrong."""
        return [row for row in self.rows if row.verdict is False]

    @property
    def unfilled(self) -> list[Judged]:
        """The rows without a verdict."""
        return [row for row in self.rows if row.verdict is None and not row.written]

    @property
    def unclear(self) -> list[Judged]:
        """The rows whose verdict is neither of the two."""
        return [row for row in self.rows if row.verdict is None and row.written]

    @property
    def precision(self) -> float | None:
        """The share of all figures that is right, rows weighted by what they stand for; ``None`` without verdicts."""
        weight = sum(row.weight for row in self.judged)
        return sum(row.weight for row in self.judged if row.verdict) / weight if weight else None

    @property
    def interval(self) -> Interval | None:
        """Its Wilson interval; for unequal weights that of Kish's effective sample size, (Σw)² ÷ Σw² (Kish 1965,
        Survey Sampling, § 11.7).
        """
        if self.precision is None:
            return None
        weights = [row.weight for row in self.judged]
        return wilson(self.precision, sum(weights) ** 2 / sum(weight * weight for weight in weights))


def is_judged_sheet(heads: Sequence[str]) -> bool:
    """Whether a table has the columns of a sample: the verdict and the indicator's code."""
    return all(_named(heads, name) is not None for name in ("verdict", "indicator"))


def judge(heads: Sequence[str], rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Judgement:
    """Counts the verdicts of a table that :func:`is_judged_sheet`; ``rows`` are numbers with cells by head."""
    names = ("verdict", "indicator", "text", "indicator_name", "value", "unit", "role", "remark", "weight")
    places = {name: _named(heads, name) for name in names}
    judgement = Judgement()
    for number, cells in rows:
        said = {name: _words(cells.get(head)) if head else "" for name, head in places.items()}
        if not said["indicator"]:
            continue  # a line of the person's own, such as a sum
        written = said["verdict"]
        verdict = True if written.lower() in _RIGHT else False if written.lower() in _WRONG else None
        taken = " ".join(said[name] for name in ("indicator_name", "value", "unit", "role") if said[name])
        judgement.rows.append(
            Judged(
                number,
                said["indicator"],
                said["text"],
                taken,
                verdict,
                written,
                said["remark"],
                _number(said["weight"]),
            )
        )
        if verdict is not None:
            judgement.indicators.setdefault(said["indicator"], Share()).ask(verdict)
    return judgement


def verdict_heads() -> tuple[str, ...]:
    """The heads under which a verdict may stand, in all languages."""
    return tuple(message("column.verdict", lang) for lang in LANGUAGES)


def _named(heads: Sequence[str], name: str) -> str | None:
    return next((head for lang in LANGUAGES if (head := message(f"column.{name}", lang)) in heads), None)


def _words(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _number(words: str) -> float:
    try:
        weight = float(words)
    except ValueError:
        return 1.0
    return weight if 0 < weight < float("inf") else 1.0
