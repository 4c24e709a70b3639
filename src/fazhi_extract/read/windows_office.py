"""On Windows, where LibreOffice is not installed: Word or WPS opens an older document and saves it as docx.

Both are driven through COM by PowerShell, which is a part of Windows. The document is a copy, opened read-only, with
macros forced off (``msoAutomationSecurityForceDisable``) and with a password that no document has, so that one with a
password fails instead of asking. Tested with a stand-in for PowerShell alone.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from pathlib import Path

from fazhi_extract.errors import FazhiError

NONE_INSTALLED = 3
"""Exit status of the script where neither Word nor WPS is installed."""
_SCRIPT = r"""param([string]$Source, [string]$Target, [string]$Started)
$ErrorActionPreference = 'Stop'
$programs = @{ 'Word.Application' = 'WINWORD'; 'KWPS.Application' = 'wps' }
foreach ($name in 'Word.Application', 'KWPS.Application') {
    $before = @(Get-Process $programs[$name] -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
    try { $office = New-Object -ComObject $name } catch { continue }
    # COM starts the program, so it is no child of this one: who has to stop it must know its number.
    Get-Process $programs[$name] -ErrorAction SilentlyContinue | Where-Object { $before -notcontains $_.Id } |
        ForEach-Object { $_.Id } | Set-Content -Path $Started
    try {
        $office.Visible = $false
        $office.DisplayAlerts = 0
        $office.AutomationSecurity = 3
        $document = $office.Documents.Open($Source, $false, $true, $false, 'no password')
        $document.SaveAs([ref] $Target, [ref] 16)
        $document.Close([ref] 0)
    } finally {
        $office.Quit([ref] 0)
    }
    exit 0
}
exit 3
"""


def convert(source: Path, folder: Path, path: str, seconds: float) -> Path | None:
    """The docx that Word or WPS makes of ``source`` in ``folder``; None where neither is installed.

    ``path`` names the document in messages. Raises :class:`FazhiError` (E251) after ``seconds``, and E252 where the
    program could not read it.
    """
    shell = shutil.which("powershell") or shutil.which("pwsh")
    if shell is None:
        return None
    script, target, started = folder / "convert.ps1", folder / "made.docx", folder / "started.txt"
    script.write_text(_SCRIPT, encoding="utf-8-sig")  # Windows PowerShell takes a file without BOM for ANSI
    command = [
        shell, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File",
        str(script), str(source), str(target), str(started),
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        _stop(started)
        raise FazhiError("E251", path=path, seconds=f"{seconds:g}", more=f"{seconds * 5:g}") from error
    if done.returncode == NONE_INSTALLED:
        return None
    if done.returncode or not target.is_file():
        _stop(started)
        raise FazhiError("E252", path=path)
    return target


def _stop(started: Path) -> None:
    """Ends the program that the script has started."""
    numbers = started.read_text(encoding="utf-8-sig", errors="replace").split() if started.is_file() else []
    quiet = subprocess.DEVNULL
    for number in numbers:
        if number.isdecimal():
            with contextlib.suppress(OSError):
                subprocess.run(["taskkill", "/T", "/F", "/PID", number], stdout=quiet, stderr=quiet, check=False)
