"""Builds wheel and source archive twice, from two folders and at two times, and compares them byte by byte.

    python tools/check_build.py

Leaves them in dist/ and prints their SHA-256. The times in the archives are SOURCE_DATE_EPOCH, which is the time of the
last commit where there is one and the variable is not set.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "build", "dist", "wheelhouse")


def epoch() -> str:
    """The time that stands in the archives, in seconds of Unix."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        said = ""
    return os.environ.get("SOURCE_DATE_EPOCH") or said or "1580601600"  # the last one is what hatchling takes by itself


def build(source: Path, out: Path, at: str) -> dict[str, str]:
    """Builds what lies in a folder; gives the SHA-256 of each archive."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": at}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    subprocess.run(command, cwd=source, env=surroundings, check=True, capture_output=True)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def main() -> int:
    """0 where both builds are the same."""
    at = epoch()
    with tempfile.TemporaryDirectory() as folder:
        first = build(ROOT, Path(folder) / "first", at)
        copy = Path(folder) / "a folder of another name"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        for path in copy.rglob("*.py"):
            os.utime(path, (time.time(), 1_000_000_000))
        second = build(copy, Path(folder) / "second", at)
        if first == second:
            dist = ROOT / "dist"
            dist.mkdir(exist_ok=True)
            for name in first:
                shutil.copy(Path(folder) / "first" / name, dist / name)
    for name, sha256 in first.items():
        print(f"{sha256}  {name}" + ("" if second.get(name) == sha256 else f"   but then {second.get(name)}"))
    print(f"SOURCE_DATE_EPOCH={at}:", "built twice, the same bytes" if first == second else "NOT reproducible")
    return 0 if first == second else 1


if __name__ == "__main__":
    sys.exit(main())
