"""Times of other programs on the same texts, as JSON. Runs in an environment of its own: `make bench-peers`.

JioNLP (Apache-2.0): its money and its time extractor. Recognizers-Text (MIT): five Chinese models, number, percentage,
currency, dimension and date-time. Each does a part of what fazhi-extract does: none says what a figure measures. The
floor of inside.py runs here too, so that times of two processes can be compared by their ratios to it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib.metadata import version
from pathlib import Path

from inside import floor

ROUNDS = {"floor": 15, "jionlp": 3, "recognizers": 2}


def jionlp() -> Callable[[str], object]:
    import jionlp as jio

    return lambda text: (jio.ner.extract_money(text), jio.ner.extract_time(text))


def recognizers() -> Callable[[str], object]:
    from ms_recognizers_date_time import DateTimeRecognizer
    from ms_recognizers_number import NumberRecognizer
    from ms_recognizers_number_with_unit import NumberWithUnitRecognizer
    from ms_recognizers_text import Culture

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    models = [
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
        DateTimeRecognizer(Culture.Chinese).get_datetime_model(),
    ]
    return lambda text: [model.parse(text) for model in models]


def main() -> None:
    texts = [Path(path).read_text(encoding="utf-8") for path in sys.argv[1:]]
    with redirect_stdout(sys.stderr):  # they have greetings to print
        work = {"floor": floor, "jionlp": jionlp(), "recognizers": recognizers()}
        means = {}
        for name, function in work.items():
            times = []
            for text in texts:
                function(text[:200])  # warm-up
                rounds = []
                for _ in range(ROUNDS[name]):
                    start = time.perf_counter()
                    function(text)
                    rounds.append(time.perf_counter() - start)
                times.append(min(rounds))
            means[name] = 1000 * sum(times) / len(times)
    versions = {name: version(name) for name in ("jionlp", "ms-recognizers-text-suite")}
    print(json.dumps({"ms": means, "versions": versions}))


if __name__ == "__main__":
    main()
