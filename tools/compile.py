"""Builds the wheel whose inner modules are compiled by mypyc (MIT), into dist/.

    python tools/compile.py

It takes some minutes and a C compiler, and serves this Python on this system alone. Which modules are compiled stands in
pyproject.toml. The work is done on a copy, since the compiled modules would lie beside the sources and go before them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build(source: Path, target: str, out: Path) -> Path:
    """Builds "sdist" or "wheel" of what lies in a folder. Raises ``CalledProcessError``."""
    surroundings = {**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    subprocess.run(command, cwd=source, env=surroundings, check=True, stdout=subprocess.DEVNULL)
    return next(out.iterdir())


def main() -> int:
    """0, and the wheel's path is printed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with tarfile.open(build(ROOT, "sdist", folder / "sdist")) as archive:
            archive.extractall(folder / "source", filter="data")
        wheel = build(next((folder / "source").iterdir()), "wheel", folder / "wheel")
        dist = ROOT / "dist"
        dist.mkdir(exist_ok=True)
        print(shutil.copy(wheel, dist))
    return 0


if __name__ == "__main__":
    sys.exit(main())
