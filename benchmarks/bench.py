"""Measures the program's speed and memory, against yardsticks and peers, and sets each target beside its figure.

    python benchmarks/bench.py [--quick] [--json FILE] [REPORT…]        `make bench`; peers with `make bench-peers`

Without reports: those of ../shared/exam/reports where that folder is present, else samples/. Every time is the shortest
of several, and what is compared is measured by turns: machines are noisy, so ratios of one run count, milliseconds of
two do not compare. Where `make compiled` has been run, the compiled program is measured too. --quick leaves out
processes, peers and the compiled program.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

import inside
import outside

ROOT = Path(__file__).resolve().parent.parent
PYTHON = Path("Scripts" if os.name == "nt" else "bin", "python")
PEERS, COMPILED = ROOT / ".venv-peers" / PYTHON, ROOT / ".venv-compiled" / PYTHON
BATCH = 300


def reports(paths: list[Path]) -> list[Path]:
    """The reports to time."""
    exam = ROOT.parent / "shared" / "exam" / "reports"
    return paths or sorted((exam if exam.is_dir() else ROOT / "samples").glob("*.txt"))


def machine() -> dict[str, str | int | None]:
    name = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), name)
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def measure(paths: list[Path], *, quick: bool) -> dict[str, Any]:
    texts = inside.read(paths)
    table = inside.reports(texts)
    result: dict[str, Any] = {"machine": machine(), "reports": table, "mean": inside.mean(table)}
    longest = max(texts.values(), key=len)
    result["growth"] = inside.growth(longest)
    if not quick:
        result["starts"] = outside.starts(paths[0])
        result["batches"] = outside.batches(BATCH)
        result["peers"] = outside.elsewhere(PEERS, "peers.py", paths)
        result["compiled"] = outside.elsewhere(COMPILED, "compiled.py", paths)
    return result


def targets(result: dict[str, Any], peers: dict[str, Any] | None) -> list[tuple[str, float, float | None, bool]]:
    """(what, target, measured, whether more is better); all but the first are ratios of one run, None where not measured."""
    mean, growth, starts = result["mean"], result["growth"], result.get("starts")
    ours = mean["whole"] / mean["floor"]
    found: list[tuple[str, float, float | None, bool]] = [
        ("one report, milliseconds", 10, mean["whole"], False),
        ("one report : the floor pass", 12, ours, False),
        ("one report : the floor pass (the aim)", 8, ours, False),
        ("a text a hundred times : once", 110, growth["100"] / growth["1"], False),
    ]
    for name, label, least in (
        ("jionlp", "JioNLP's two extractors", 8),
        ("recognizers", "Recognizers' five models", 200),
    ):
        ratio = peers["ms"][name] / peers["ms"]["floor"] / ours if peers else None
        found.append((f"{label} : one report", least, ratio, True))
    version = starts["fazhi --version"] / starts["import typer"] if starts else None
    report = starts["fazhi extract, one report"] / starts["import typer, pydantic, regex"] if starts else None
    return [
        *found,
        ("fazhi --version : an interpreter that imports typer", 1.6, version, False),
        ("fazhi extract, one report : import typer, pydantic, regex", 1.8, report, False),
    ]


def _set_beside(result: dict[str, Any]) -> list[str]:
    """The targets beside their figures, as Markdown; those of the compiled program where it was measured."""
    peers, compiled = result.get("peers"), result.get("compiled")
    lines = ["", "| target | asked | measured | met |" + " compiled | met |" * bool(compiled)]
    lines.append("|---|--:|--:|---|" + "--:|---|" * bool(compiled))
    rows = [targets(part, peers) for part in (result, compiled) if part]
    for same in zip(*rows, strict=True):
        what, asked, _, more = same[0]
        line = f"| {what} | {'≥' if more else '≤'} {asked:g} |"
        for _, _, measured, _ in same:
            if measured is None:
                line += " – | not measured |"
            else:
                met = measured >= asked if more else measured <= asked
                line += f" {measured:.2f} | {'yes' if met else '**no**'} |"
        lines.append(line)
    return lines


def told(result: dict[str, Any]) -> list[str]:
    """The result as Markdown."""
    lines = ["| milliseconds a report | " + " | ".join([*result["reports"], "mean"]) + " |"]
    lines.append("|---|" + "--:|" * (len(result["reports"]) + 1))
    for name, value in result["mean"].items():
        row = [figures[name] for figures in result["reports"].values()]
        form = "{:.0f}" if name == "characters" else "{:.2f}"
        lines.append(f"| {name} | " + " | ".join(form.format(v) for v in [*row, value]) + " |")
    once = result["growth"]["1"]
    lines += ["", "| text | milliseconds | times as long |", "|---|--:|--:|"]
    lines += [f"| {times}× | {ms:.1f} | {ms / once:.1f} |" for times, ms in result["growth"].items()]
    for name in ("starts", "batches"):
        if result.get(name):
            lines += [
                "",
                f"| {'milliseconds from start to end' if name == 'starts' else 'batch of ' + str(BATCH)} | |",
                "|---|--:|",
            ]
            lines += [f"| {what} | {value:.0f} |" for what, value in result[name].items()]
    if result.get("peers"):
        lines += ["", "| peers | milliseconds a report | times the floor |", "|---|--:|--:|"]
        floor = result["peers"]["ms"]["floor"]
        lines += [f"| {name} | {ms:.2f} | {ms / floor:.0f} |" for name, ms in result["peers"]["ms"].items()]
    if result.get("compiled"):
        compiled = result["compiled"]
        rows = {f"{what}, a report": compiled["mean"][what] for what in ("floor", "whole")}
        rows |= compiled["starts"] | compiled["batches"]
        lines += ["", "| compiled | |", "|---|--:|", *(f"| {what} | {value:.2f} |" for what, value in rows.items())]
    lines += _set_beside(result)
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    result = measure(reports(options.reports), quick=options.quick)
    print(", ".join(f"{name} {value}" for name, value in result["machine"].items()) + "\n")
    print("\n".join(told(result)))
    if options.json:
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
