"""Formats that LibreOffice turns into docx: .doc, .wps, .rtf, .odt. It is used where it is installed, and told to run no
macros, to follow no links and to stay off the network; it works on a copy, in a profile of its own, for a limited time.
On Windows an installed Word or WPS does where it is missing."""

from __future__ import annotations

import contextlib
import dataclasses
import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import docx, windows_office
from fazhi_extract.read.reading import Limits, Reading
from fazhi_extract.read.signature import format_of

ON_WINDOWS = sys.platform == "win32"
_NAMES = ("soffice", "libreoffice", "soffice.com")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice*/program/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_MEDIA_TYPES = {
    "doc": "application/msword", "rtf": "application/rtf", "odt": "application/vnd.oasis.opendocument.text",
    "word-xml": "application/xml",
}  # fmt: skip
_ENDINGS = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt", "word-xml": ".xml"}
# Settings of LibreOffice by their paths in its registry; a profile that begins with them never knew others.
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Common/Misc", "FirstRun", "false"),
)
_PROXY = "http://127.0.0.1:9"  # nobody listens at the discard port


def read(data: bytes, path: str, encoding: str | None, limits: Limits) -> Reading:
    """The document as LibreOffice reads it. Raises :class:`FazhiError` where there is none, it fails or takes too long."""
    kind = format_of(data, path)
    program = find_program()
    if program is None and not ON_WINDOWS:
        raise FazhiError("E250", path=path, format=_ENDINGS[kind])
    with tempfile.TemporaryDirectory(prefix="fazhi-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "in" + _ENDINGS[kind])
        source.write_bytes(data)
        if program is not None:
            _convert(program, source, Path(folder), path, limits)
            made = Path(folder, "out", "in.docx")
        elif converted_by := windows_office.convert(source, Path(folder), path, limits.seconds):
            made = converted_by
        else:
            raise FazhiError("E250", path=path, format=_ENDINGS[kind])
        if not made.is_file():
            raise FazhiError("E252", path=path)
        with made.open("rb") as file:
            converted = file.read(limits.unpacked + 1)
    reading = docx.read(converted, path, None, limits)
    return dataclasses.replace(reading, reader="office", media_type=_MEDIA_TYPES[kind])


def find_program() -> str | None:
    """Where LibreOffice is: on the search path, or in one of its usual places."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((found for place in _PLACES for found in sorted(glob.glob(place))), None)


def _convert(program: str, source: Path, folder: Path, path: str, limits: Limits) -> None:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", "--nodefault",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    environment = {**os.environ, "http_proxy": _PROXY, "https_proxy": _PROXY, "all_proxy": _PROXY, "no_proxy": ""}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, cwd=folder,
        start_new_session=sys.platform != "win32",
    )  # fmt: skip
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired as error:
        more = f"{limits.seconds * 5:g}"
        raise FazhiError("E251", path=path, seconds=f"{limits.seconds:g}", more=more) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and what it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            quiet = subprocess.DEVNULL
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], stdout=quiet, stderr=quiet, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # all of it may have ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{place}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for place, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    )
