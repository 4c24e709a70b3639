"""Times and memory of processes: the start, a report through the command line, batches, and the peers' environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from batch import copies

HERE = Path(__file__).resolve().parent
FAZHI = ["-m", "fazhi_extract"]
PEAK = """
import resource, sys
from fazhi_extract.cli import main
status = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""


def _environment(cache: str) -> dict[str, str]:
    """As an installed program finds it: bytecode is there, and a cache of its own that the first run fills."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"FAZHI_CACHE": cache}


def starts(report: Path, rounds: int = 15) -> dict[str, float]:
    """Milliseconds from start to end of a process, the shortest of several, taken by turns."""
    commands = {
        "bare interpreter": ["-c", "pass"],
        "import typer": ["-c", "import typer"],
        "import typer, pydantic, regex": ["-c", "import typer, pydantic, regex"],
        "… and make a model": ["-c", "import typer, pydantic, regex; type('M', (pydantic.BaseModel,), {})"],
        "fazhi --version": [*FAZHI, "--version"],
        "fazhi --help": [*FAZHI, "--help"],
        "fazhi extract, one report": [*FAZHI, "extract", str(report)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as cache:
        environment = _environment(cache)
        for turn in range(rounds + 2):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, *command], capture_output=True, check=True, env=environment)
                if turn > 1:  # the first two fill the caches
                    times[name].append(time.perf_counter() - start)
    return {name: 1000 * min(found) for name, found in times.items()}


def batches(count: int) -> dict[str, float]:
    """Reports a second with one and with two processes, and the peak of memory in MiB (POSIX systems)."""
    result: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as work:
        environment = _environment(f"{work}/cache")
        folder = copies(Path(work, "in"), count)
        for _ in range(2):
            for jobs in ("1", "2"):
                command = [
                    sys.executable,
                    *FAZHI,
                    "extract",
                    str(folder),
                    "-o",
                    f"{work}/{jobs}.jsonl",
                    "--jobs",
                    jobs,
                    "-q",
                ]
                start = time.perf_counter()
                subprocess.run(command, check=True, env=environment)
                speed = count / (time.perf_counter() - start)
                result[f"reports a second, {jobs} process{'es' * (jobs == '2')}"] = max(
                    speed, result.get(f"reports a second, {jobs} process{'es' * (jobs == '2')}", 0.0)
                )
        if sys.platform != "win32":
            scale = 1024 * 1024 if sys.platform == "darwin" else 1024
            for name, what in (("one report", next(iter(sorted(folder.rglob("*.txt"))))), (f"{count} reports", folder)):
                command = [
                    sys.executable,
                    "-c",
                    PEAK,
                    "extract",
                    str(what),
                    "-o",
                    f"{work}/peak.jsonl",
                    "--jobs",
                    "1",
                    "-q",
                ]
                done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
                result[f"peak MiB, {name}"] = int(done.stderr.split()[-1]) / scale
    return result


def elsewhere(python: Path, script: str, texts: list[Path]) -> dict[str, Any] | None:
    """What a script beside this one measures in an environment of its own, if that is there."""
    if not python.exists():
        return None
    done = subprocess.run(
        [str(python), str(HERE / script), *map(str, texts)], capture_output=True, check=True, encoding="utf-8"
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
