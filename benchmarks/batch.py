"""Measures ``fazhi extract`` over many reports: two processes against one, memory, and runs that are killed.

    python benchmarks/batch.py [speed] [memory] [kills] [--reports N]

Without names, all three. The reports are copies of those at hand (../shared/exam/reports where that folder is present,
and samples/) under names of their own, each with a line that sets it apart.

speed   6,000 reports with --jobs 1 and --jobs 2, each twice by turns; the best times and their ratio.
memory  the parent's peak with 10,000 reports against that with 1,000 (POSIX systems; each process reports its own).
kills   a run killed with SIGKILL at ten random moments, resumed each time, against an undisturbed one, byte for byte.

Other work on the machine spoils the times; what counts is the ratio. Processor seconds stand beside it: on a machine
with two idle cores, a run with --jobs 2 takes about half of them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAZHI = [sys.executable, "-m", "fazhi_extract"]
PEAK = """
import resource, sys
from fazhi_extract.cli import main
status = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""


def copies(folder: Path, count: int) -> Path:
    """A folder of ``count`` reports, a hundred in each folder below it."""
    exam = ROOT.parent / "shared" / "exam" / "reports"
    originals = [path.read_bytes() for path in sorted([*exam.glob("*.txt"), *(ROOT / "samples").glob("*.txt")])]
    for number in range(count):
        path = folder / f"{number // 100:03}" / f"报告{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(originals[number % len(originals)] + f"\n附：第{number}号\n".encode())
    return folder


def timed(arguments: list[str | Path]) -> tuple[float, float]:
    """Seconds by the clock and by the processor, those of the workers included."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([*FAZHI, *map(str, arguments)], check=True)
    wall, after = time.perf_counter() - start, os.times()
    return wall, after.children_user - before.children_user + after.children_system - before.children_system


def speed(work: Path, count: int) -> bool:
    reports = copies(work / "in", count)
    times: dict[str, list[tuple[float, float]]] = {"1": [], "2": []}
    for _ in range(2):
        for jobs, found in times.items():
            found.append(timed(["extract", reports, "-o", work / f"{jobs}.jsonl", "--jobs", jobs]))
    same = (work / "1.jsonl").read_bytes() == (work / "2.jsonl").read_bytes()
    best = {jobs: min(found) for jobs, found in times.items()}
    for jobs, (wall, processor) in best.items():
        print(f"--jobs {jobs}: {count} reports in {wall:.1f} s ({processor:.1f} s of the processor)")
    ratio = best["2"][0] / best["1"][0]
    print(f"two processes take {ratio:.2f} of the time of one (at most 0.65); the same bytes: {same}")
    return same and ratio <= 0.65


def memory(work: Path, count: int) -> bool:
    peaks = {}
    for size in (count // 10, count):
        reports = copies(work / f"in-{size}", size)
        arguments = ["extract", str(reports), "-o", str(work / f"{size}.jsonl"), "--jobs", "2"]
        done = subprocess.run([sys.executable, "-c", PEAK, *arguments], capture_output=True, text=True, check=True)
        found = re.search(r"(\d+)\s*$", done.stderr)
        assert found is not None
        # Kibibytes, on macOS bytes.
        peaks[size] = int(found[1]) / (1024 * 1024 if sys.platform == "darwin" else 1024)
        print(f"{size} reports: the parent's peak is {peaks[size]:.1f} MiB")
    ratio = peaks[count] / peaks[count // 10]
    print(f"ten times the reports take {ratio:.2f} of the memory (at most 1.2)")
    return ratio <= 1.2


def kills(work: Path, count: int) -> bool:
    reports = copies(work / "in", count)
    seconds = timed(["extract", reports, "-o", work / "whole.jsonl", "--jobs", "2"])[0]
    timed(["extract", reports, "-o", f"{work / 'whole'}/", "--jobs", "2"])
    chance = random.Random(20240301)
    good = True
    for output, whole in (("r.jsonl", "whole.jsonl"), ("out/", "whole")):
        struck = 0
        arguments = [*FAZHI, "extract", str(reports), "-o", str(work) + "/" + output, "--jobs", "2", "--resume"]
        for _ in range(10):
            # What is done once is kept, so that later runs are over sooner.
            with subprocess.Popen(arguments) as process:
                time.sleep(chance.uniform(0.5, 1 + seconds / 6))
                struck += process.poll() is None
                process.send_signal(signal.SIGKILL)
        subprocess.run(arguments, check=True)
        same = contents(work / output) == contents(work / whole)
        print(f"{output}: killed {struck} times and resumed; the same bytes as undisturbed: {same}")
        good = good and same
    return good


def contents(path: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too, or the one file."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measures", nargs="*", choices=[[], "speed", "memory", "kills"])
    parser.add_argument("--reports", type=int, help="how many, instead of 6,000, 10,000 and 1,000")
    options = parser.parse_args()
    good = True
    for name, measure, count in (("speed", speed, 6000), ("memory", memory, 10000), ("kills", kills, 1000)):
        if name in (options.measures or [name]):
            with tempfile.TemporaryDirectory() as work:
                good = measure(Path(work), options.reports or count) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
