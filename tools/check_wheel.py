"""Installs the wheel with pip into clean environments and runs the program there, away from this folder.

    python tools/check_wheel.py [PYTHON…]

Without arguments: every Python from 3.11 on that is found as python3.11, python3.12 … or in pyenv. Nothing but what
the wheel asks for is installed. The result of a sample must be the one that this folder's own code gives.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
DEVELOPMENT = (
    "pytest",
    "mypy",
    "ruff",
    "hypothesis",
    "duckdb",
    "cn2an",
    "jsonschema",
    "pyarrow",
    "openpyxl",
    "hatchling",
)
SAMPLE = ROOT / "samples" / "health_2021.txt"


def pythons() -> dict[str, str]:
    """The interpreters of this machine, by version; each is asked, since pyenv has names for some that do not run."""
    found = {}
    for version in VERSIONS:
        homes = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"), reverse=True)
        for name in (f"python{version}", *map(str, homes)):
            says = "import sys; print('%d.%d' % sys.version_info[:2])"
            try:
                done = subprocess.run([name, "-c", says], capture_output=True, text=True, check=False)
            except OSError:
                continue
            if done.stdout.strip() == version:
                found[version] = name
                break
    return found


def run(*command: str | Path, cwd: Path) -> bytes:
    """The output of a command. Raises ``CalledProcessError`` with what it said."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FAZHI_", "PYTHON", "VIRTUAL_ENV"))}
    surroundings = kept | {"FAZHI_CACHE": str(cwd / "cache"), "PYTHONWARNINGS": "error"}
    return subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, check=True).stdout


def check(python: str, wheel: Path, expected: bytes) -> None:
    """Raises ``AssertionError`` or ``CalledProcessError`` where the wheel does not do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(python, "-m", "venv", "env", cwd=folder)
        programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        pip = (programs / "python", "-W", "ignore", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        subprocess.run([*pip, str(wheel)], cwd=folder, check=True, capture_output=True)
        absent = f"import importlib.util as u; print([n for n in {DEVELOPMENT!r} if u.find_spec(n)])"
        assert run(programs / "python", "-c", absent, cwd=folder).strip() == b"[]", "development dependencies are there"
        fazhi = programs / "fazhi"
        assert run(fazhi, "--version", cwd=folder).startswith(b"fazhi-extract ")
        shutil.copy(SAMPLE, folder / "report.txt")
        assert run(fazhi, "extract", "report.txt", cwd=folder) == expected, "another result than from this folder"
        assert b"extract" in run(fazhi, "--help", cwd=folder)
        run(fazhi, "table", "report.txt", "-o", "table.xlsx", cwd=folder)
        assert (folder / "table.xlsx").stat().st_size > 10_000
        assert run(fazhi, "indicators", "--json", cwd=folder).startswith((b"[", b"{"))
        typed = (
            "import fazhi_extract, pathlib; print((pathlib.Path(fazhi_extract.__file__).parent / 'py.typed').exists())"
        )
        assert run(programs / "python", "-c", typed, cwd=folder).strip() == b"True", "py.typed is not in the wheel"


def main(arguments: list[str]) -> int:
    """0 where the wheel does everywhere."""
    asked = {name: os.path.abspath(shutil.which(name) or name) for name in arguments} or pythons()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True,
                       capture_output=True)  # fmt: skip
        (wheel,) = folder.glob("*.whl")
        shutil.copy(SAMPLE, folder / "report.txt")
        expected = run(Path(sys.executable).with_name("fazhi"), "extract", "report.txt", cwd=folder)
        for version, python in asked.items():
            start = time.monotonic()
            try:
                check(python, wheel, expected)
                said = "ok"
            except subprocess.CalledProcessError as error:
                said = f"FAILED: {' '.join(map(str, error.cmd))}\n{(error.stderr or b'').decode(errors='replace')}"
            except AssertionError as error:
                said = f"FAILED: {error}"
            failed += said != "ok"
            print(f"{wheel.name} on Python {version} ({time.monotonic() - start:.0f} s): {said}", flush=True)
    for version in () if arguments else (version for version in VERSIONS if version not in asked):
        print(f"Python {version}: not on this machine, not tried")
    return 1 if failed or not asked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
