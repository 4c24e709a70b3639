"""The scores of many reports: figures of the whole, their means over reports, and intervals."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi_extract.score.intervals import DRAWS, SEED, Interval, bootstrap
from fazhi_extract.score.tally import Tally, means, total_of


class Scores:
    """What a set of reports scores: ``each`` by path, ``total``, ``figures`` by name, ``intervals`` by name."""

    def __init__(self, each: Mapping[str, Tally], *, draws: int = DRAWS, seed: int = SEED) -> None:
        self.each = dict(each)
        self.draws = draws
        self.seed = seed
        self.total = total_of(self.each.values())
        self.figures = {**self.total.figures(), **means(self.each.values())}
        self.intervals: dict[str, Interval] = bootstrap(list(self.each.values()), draws=draws, seed=seed)
