"""Times the program on the reports at hand, by stage and against a floor, in one run.

    python benchmarks/bench.py [--json FILE] [REPORT…]

Without reports: those of ../shared/exam/reports where that folder is present, else samples/. The floor is one compiled
pass of numeral + scale + sixteen measure words over the same texts. All times are the best of several rounds, in
milliseconds a report; the machines are noisy, so compare ratios of one run and not milliseconds of two.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR = re.compile(
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)[余多]?[万亿]{0,2}[余多]?"
    r"(?:件次|人次|场次|家次|户次|件|起|宗|项|次|场|份|条|家|名|人|%|元)"
)
ROUNDS = 15


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def stages(text: str) -> dict[str, float]:
    """Milliseconds of each stage for one text; each is timed on its own, with its inputs made before."""
    from fazhi_extract import extract
    from fazhi_extract.find.finder import find
    from fazhi_extract.split import outline
    from fazhi_extract.text import SourceText

    source = SourceText.from_raw(text)
    whole = best(lambda: extract(text))
    figures = {
        "floor": best(lambda: sum(1 for _ in FLOOR.finditer(text))),
        "flow": best(lambda: SourceText.from_raw(text)),
        "split": best(lambda: outline(source)),
        "find": best(lambda: find(source.flow)),
        "whole": whole,
    }
    figures["rest"] = whole - figures["flow"] - figures["split"] - figures["find"]
    return figures


def reports(paths: list[Path]) -> list[Path]:
    """The reports to time."""
    if paths:
        return paths
    exam = ROOT.parent / "shared" / "exam" / "reports"
    return sorted((exam if exam.is_dir() else ROOT / "samples").glob("*.txt"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    from fazhi_extract import extract

    texts = {}
    for path in reports(options.reports):
        with path.open(encoding="utf-8", newline="") as file:
            texts[path.name] = file.read()
    for text in texts.values():
        extract(text)  # warm-up: rules are loaded, patterns compiled
    table = {name: stages(text) for name, text in texts.items()}
    names = list(next(iter(table.values())))
    print(f"{'ms a report':32}" + "".join(f"{n:>9}" for n in names) + f"{'x floor':>9}")
    for name, figures in table.items():
        ratio = figures["whole"] / figures["floor"]
        print(f"{name:32}" + "".join(f"{figures[n]:9.2f}" for n in names) + f"{ratio:9.1f}")
    mean = {n: statistics.mean(f[n] for f in table.values()) for n in names}
    print(f"{'mean':32}" + "".join(f"{mean[n]:9.2f}" for n in names) + f"{mean['whole'] / mean['floor']:9.1f}")
    longest = max(texts.values(), key=len)
    one, ten = best(lambda: extract(longest), 5), best(lambda: extract(longest * 10), 3)
    print(f"ten times the text takes {ten / one:.1f} times as long")
    if options.json:
        machine = {"python": sys.version.split()[0], "machine": platform.machine(), "system": platform.system()}
        result = {"machine": machine, "reports": table, "mean": mean, "ten_times": ten / one}
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
