"""How far figures may be off by chance."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Sequence
from math import sqrt
from statistics import NormalDist, quantiles

from fazhi_extract.score.tally import Tally

DRAWS = 1000
SEED = 1
FEW = 10
"""Intervals that rest on fewer reports are too narrow to be believed."""
_LEVEL = 0.95

Interval = tuple[float, float]


def bootstrap(tallies: Sequence[Tally], *, draws: int = DRAWS, seed: int = SEED) -> dict[str, Interval]:
    """The 95 % percentile intervals of all figures of the whole (Efron & Tibshirani 1993, ch. 13), reports drawn with
    replacement, because figures of one report are alike. Those of indicators stand under ``CODE.precision`` and so on,
    where at least :data:`FEW` reports have the indicator.

    The same seed gives the same intervals. There are none for fewer than two reports, which tell nothing of others, nor
    where no draw differs from another: all that is right in a sample is no proof that all is.
    """
    if len(tallies) < 2 or draws < 2:
        return {}
    generator = random.Random(seed)
    values: dict[str, list[float]] = {}
    reports = Counter(code for tally in tallies for code in tally.indicators)
    codes = {code for code, count in reports.items() if count >= FEW}
    for _ in range(draws):
        total = Tally()
        drawn = Counter(generator.randrange(len(tallies)) for _ in tallies)
        for place, times in drawn.items():
            total.add(tallies[place], times)
        for name, value in _figures(total, codes).items():
            values.setdefault(name, []).append(value)
    return {name: _middle(have) for name, have in values.items() if len(set(have)) > 1}


def _figures(total: Tally, codes: Collection[str]) -> dict[str, float]:
    found = dict(total.figures())
    for code, rate in total.indicators.items():
        if code not in codes:
            continue
        found |= {f"{code}.precision": rate.precision, f"{code}.recall": rate.recall, f"{code}.f1": rate.f1}
    return found


def _middle(values: list[float]) -> Interval:
    cuts = quantiles(values, n=40, method="inclusive")  # 2.5 % apart
    return round(cuts[0], 4), round(cuts[-1], 4)


def wilson(share: float, asked: float) -> Interval | None:
    """The 95 % score interval of a share of so many answers (Wilson 1927, JASA 22:209–212), which holds for small
    samples and for shares near 0 and 1 too (Brown, Cai & DasGupta 2001, Statistical Science 16:101–133).
    ``None`` where nothing was asked.
    """
    if not asked:
        return None
    z = NormalDist().inv_cdf((1 + _LEVEL) / 2)
    centre = share + z * z / (2 * asked)
    half = z * sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    scale = 1 + z * z / asked
    return round(max(0.0, (centre - half) / scale), 4), round(min(1.0, (centre + half) / scale), 4)
