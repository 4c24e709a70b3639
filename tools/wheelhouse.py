"""Fills a folder with all that a machine without a network needs to install the program: its wheel and those it needs.

    python tools/wheelhouse.py [--python 3.12] [--platform win_amd64] [--out wheelhouse]

Without options: for this Python on this system. The versions and hashes are those of requirements/runtime.txt. Platforms
are named as pip names them: win_amd64; for Linux on ARM manylinux2014_aarch64 and manylinux_2_28_aarch64, each with a
--platform of its own.
"""

from __future__ import annotations

import argparse
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parent.parent
INSTALL = """离线安装 / Installing without a network
Python {python}，{platform}

Windows：
    py -{python} -m venv .venv
    .venv\\Scripts\\python -m pip install --no-index --find-links wheelhouse "fazhi-extract[html,docx,pdf,xlsx]"
    .venv\\Scripts\\fazhi --version

Linux, macOS:
    python{python} -m venv .venv
    .venv/bin/python -m pip install --no-index --find-links wheelhouse "fazhi-extract[html,docx,pdf,xlsx]"
    .venv/bin/fazhi --version
"""


def requirements(target: dict[str, str]) -> Iterator[str]:
    """The locked requirements that hold for a target, each with its hashes. pip itself would ask the machine it runs on."""
    for entry in re.split(r"\n(?=\S)", (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8").strip()):
        name, _, hashes = entry.partition(" \\\n")
        pinned, _, marker = name.partition(" ; ")
        if not marker or Marker(marker).evaluate(target):
            yield f"{pinned} \\\n{hashes}"


def environment(python: str, tag: str | None) -> dict[str, str]:
    """What the markers of requirements ask about, as it is on the target."""
    systems = {"win": ("win32", "Windows", "nt"), "macosx": ("darwin", "Darwin", "posix")}
    target = {"python_version": python, "python_full_version": f"{python}.0"}
    if tag is not None:
        system = systems.get(re.match("[a-z]+", tag)[0], ("linux", "Linux", "posix"))  # type: ignore[index]
        target |= dict(zip(("sys_platform", "platform_system", "os_name"), system, strict=True))
    return target


def main(arguments: list[str]) -> int:
    """Fills the folder; an earlier one of the same name is replaced when all is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    parser.add_argument("--python", default=here, metavar="3.12")
    parser.add_argument("--platform", action="append", metavar="win_amd64")
    parser.add_argument("--out", type=Path, default=ROOT / "wheelhouse", metavar="FOLDER")
    asked = parser.parse_args(arguments)
    out: Path = asked.out
    named = ", ".join(asked.platform or [f"{platform.system()} {platform.machine()}"])
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
        filled = Path(folder) / out.name
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", filled], cwd=ROOT, check=True)
        wanted = Path(folder) / "requirements.txt"
        target = environment(asked.python, asked.platform[0] if asked.platform else None)
        wanted.write_text("\n".join(requirements(target)) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary", ":all:", "--require-hashes", "--dest", str(filled), "--requirement", str(wanted)]
        command += ["--python-version", asked.python] if asked.python != here or asked.platform else []
        command += [word for tag in asked.platform or () for word in ("--platform", tag)]
        subprocess.run(command, check=True)
        text = INSTALL.format(python=asked.python, platform=named)
        (filled / "INSTALL.txt").write_text(text, encoding="utf-8-sig", newline="\r\n")  # for Windows' Notepad too
        if out.exists():
            shutil.rmtree(out)
        filled.rename(out)
    wheels = sorted(out.glob("*.whl"))
    size = sum(wheel.stat().st_size for wheel in wheels)
    print(f"{out}: {len(wheels)} wheels, {size / 1e6:.1f} MB, for Python {asked.python}, {named}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
