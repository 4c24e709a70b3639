"""What is counted: finds that are right, wrong or missed by class, and shares of answers that are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

DECIMALS = 4


@dataclass(slots=True)
class Rate:
    """Finds of one class: ``right``, ``wrong`` (spurious, or another than the key's) and ``missed``."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of the finds that are right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the key's entries that were found; 1 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Rate, times: int = 1) -> None:
        """Counts those of another report too."""
        self.right += times * other.right
        self.wrong += times * other.wrong
        self.missed += times * other.missed


@dataclass(slots=True)
class Share:
    """Answers to one question, and how many of them are right."""

    right: int = 0
    asked: int = 0

    @property
    def accuracy(self) -> float:
        """The share that is right; 1 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0

    def ask(self, agrees: bool) -> bool:
        """Counts one answer, and gives it back."""
        self.asked += 1
        self.right += agrees
        return agrees

    def add(self, other: Share, times: int = 1) -> None:
        """Counts those of another report too."""
        self.right += times * other.right
        self.asked += times * other.asked


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where a report and its key differ."""

    what: str
    """``missed``, ``spurious``, ``field``, ``span``, ``decoy``, ``date``, ``date-missed``, ``date-spurious``, ``section``,
    ``section-spurious`` or ``metadata``."""
    text: str
    at: int | None = None
    """Where it stands in the text; ``None`` for metadata."""
    field: str | None = None
    wanted: object = None
    found: object = None
    label: str | None = None


@dataclass(slots=True)
class Tally:
    """The counts of a report, or of many."""

    rates: dict[str, Rate] = field(default_factory=dict)
    """By class: ``metric.found``, ``metric.span``, ``metric.number``, ``metric.coded``, ``fact``, ``date.found``,
    ``date.right``, ``section``, ``item``."""
    shares: dict[str, Share] = field(default_factory=dict)
    """By question: ``field.NAME``, ``decoy.kept_out``, ``section.end``, ``metadata``, ``quote``."""
    indicators: dict[str, Rate] = field(default_factory=dict)
    """The class ``fact``, parted by indicator: a wrong one counts for the indicator that it was filed under."""
    disagreements: list[Disagreement] = field(default_factory=list)

    def rate(self, name: str) -> Rate:
        """The counts of a class."""
        return self.rates.setdefault(name, Rate())

    def share(self, name: str) -> Share:
        """The counts of a question."""
        return self.shares.setdefault(name, Share())

    def indicator(self, code: str) -> Rate:
        """The counts of an indicator."""
        return self.indicators.setdefault(code, Rate())

    def differ(self, what: str, text: str, at: int | None = None, **fields: object) -> None:
        """Notes a disagreement."""
        self.disagreements.append(Disagreement(what, text, at, **fields))  # type: ignore[arg-type]

    def add(self, other: Tally, times: int = 1) -> None:
        """Counts another report too, without its disagreements."""
        for name, rate in other.rates.items():
            self.rate(name).add(rate, times)
        for name, share in other.shares.items():
            self.share(name).add(share, times)
        for code, rate in other.indicators.items():
            self.indicator(code).add(rate, times)

    def figures(self) -> dict[str, float]:
        """Every figure under its name (``metric.found.precision``, ``field.role.accuracy`` …), to four decimals."""
        found: dict[str, float] = {}
        for name in sorted(self.rates):
            rate = self.rates[name]
            found |= {f"{name}.precision": rate.precision, f"{name}.recall": rate.recall, f"{name}.f1": rate.f1}
        found |= {f"{name}.accuracy": self.shares[name].accuracy for name in sorted(self.shares)}
        return {name: round(value, DECIMALS) for name, value in found.items()}


def total_of(tallies: Iterable[Tally]) -> Tally:
    """The counts of all reports together."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def means(tallies: Iterable[Tally]) -> dict[str, float]:
    """The means over reports of every F1 and accuracy, so that one long report does not decide; under ``mean.NAME``.

    A report counts where it has the figure.
    """
    values: dict[str, list[float]] = {}
    for tally in tallies:
        for name, value in tally.figures().items():
            if name.endswith((".f1", ".accuracy")):
                values.setdefault(name, []).append(value)
    return {f"mean.{name}": round(sum(have) / len(have), DECIMALS) for name, have in values.items()}
