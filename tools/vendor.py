"""Brings the third-party files that this package carries from the npm registry, or checks that they are those.

    python tools/vendor.py            fetch each package with npm, check its SHA-256, and write its files
    python tools/vendor.py --check    check the files that are here, without a network

A package is named with its version, the SHA-256 of its archive, and the files to take with theirs. For a new version: change
it here, run this, and put the sums that it prints in their places once you have looked at what changed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "src" / "fazhi_extract" / "site" / "vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the npm registry, as far as it is carried here."""

    name: str
    version: str
    licence: str
    sha256: str
    """Of the archive that ``npm pack`` brings."""
    files: dict[str, str]
    """Path in the archive, and the file's SHA-256."""

    @property
    def folder(self) -> Path:
        """Where its files stand."""
        return FOLDER / self.name


PACKAGES = (
    Package(
        name="uplot",
        version="1.6.32",
        licence="MIT",
        sha256="4b8a8191e425658e3ea8c8c1314b0fc679c861ee3a1af2b20c7b16ba50b5133d",
        files={
            "package/dist/uPlot.iife.min.js": "19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
            "package/dist/uPlot.min.css": "df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
            "package/LICENSE": "8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd",
        },
    ),
)


def sum_of(data: bytes) -> str:
    """SHA-256 with line feeds at the ends of lines, whatever a checkout made of them."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def wrong(package: Package) -> list[str]:
    """What the folder of a package has that it should not have, lacks, or has otherwise."""
    wanted = {path.rpartition("/")[2]: known for path, known in package.files.items()}
    here = {path.name: path for path in package.folder.glob("*")}
    faults = [f"{package.name}: {name} is none of its files" for name in sorted(here.keys() - wanted.keys())]
    for name, known in wanted.items():
        if name not in here:
            faults.append(f"{package.name}: {name} is missing")
        elif (found := sum_of(here[name].read_bytes())) != known:
            faults.append(f"{package.name}: {name} has the SHA-256 {found}, not {known}")
    return faults


def fetch(package: Package) -> None:
    """Writes the files of a package. Raises ``SystemExit`` where its archive is another one."""
    npm = shutil.which("npm") or sys.exit("There is no npm here.")
    with tempfile.TemporaryDirectory() as name:
        asked = [npm, "pack", "--silent", f"{package.name}@{package.version}", "--pack-destination", name]
        subprocess.run(asked, check=True, capture_output=True)
        (archive,) = Path(name).glob("*.tgz")
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != package.sha256:
            sys.exit(f"{package.name} {package.version} has the SHA-256 {found}, not {package.sha256}.")
        package.folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as packed:
            for path in package.files:
                member = packed.extractfile(path)
                assert member is not None, path
                (package.folder / path.rpartition("/")[2]).write_bytes(member.read())


def main(arguments: list[str]) -> int:
    """0 where the files are those that are named here."""
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    if not arguments:
        for package in PACKAGES:
            fetch(package)
    faults = [fault for package in PACKAGES for fault in wrong(package)]
    print("\n".join(faults) or ", ".join(f"{one.name} {one.version} ({one.licence})" for one in PACKAGES))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
