"""How far figures may be off by chance."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist, quantiles

from fazhi_extract.score.tally import Tally

DRAWS = 1000
SEED = 1
_LEVEL = 0.95

Interval = tuple[float, float]


def bootstrap(tallies: Sequence[Tally], *, draws: int = DRAWS, seed: int = SEED) -> dict[str, Interval]:
    """The 95 % percentile intervals of all figures of the whole (Efron & Tibshirani 1993, ch. 13), reports drawn with
    replacement, because figures of one report are alike. Those of indicators stand under ``CODE.precision`` and so on.

    The same seed gives the same intervals. Empty for fewer than two reports: they tell nothing of others.
    """
    if len(tallies) < 2 or draws < 2:
        return {}
    generator = random.Random(seed)
    values: dict[str, list[float]] = {}
    for _ in range(draws):
        total = Tally()
        drawn = Counter(generator.randrange(len(tallies)) for _ in tallies)
        for place, times in drawn.items():
            total.add(tallies[place], times)
        for name, value in _figures(total).items():
            values.setdefault(name, []).append(value)
    # A draw without any report of an indicator says nothing of it.
    return {name: _middle(have) for name, have in values.items() if len(have) >= draws // 2}


def _figures(total: Tally) -> dict[str, float]:
    found = dict(total.figures())
    for code, rate in total.indicators.items():
        found |= {f"{code}.precision": rate.precision, f"{code}.recall": rate.recall, f"{code}.f1": rate.f1}
    return found


def _middle(values: list[float]) -> Interval:
    cuts = quantiles(values, n=40, method="inclusive")  # 2.5 % apart
    return round(cuts[0], 4), round(cuts[-1], 4)


def wilson(right: int, asked: int) -> Interval | None:
    """The 95 % score interval of a share (Wilson 1927, JASA 22:209–212), which holds for small samples and for shares
    near 0 and 1 too (Brown, Cai & DasGupta 2001, Statistical Science 16:101–133). ``None`` where nothing was asked.
    """
    if not asked:
        return None
    z = NormalDist().inv_cdf((1 + _LEVEL) / 2)
    share = right / asked
    centre = share + z * z / (2 * asked)
    half = z * sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    scale = 1 + z * z / asked
    return round(max(0.0, (centre - half) / scale), 4), round(min(1.0, (centre + half) / scale), 4)
