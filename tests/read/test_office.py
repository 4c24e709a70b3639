"""Older formats through LibreOffice. Here another program stands in for it; tests/read/test_formats.py uses the real one."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from fazhi_extract.errors import FazhiError
from fazhi_extract.read import office, read_bytes
from read.word import docx, paragraph

RTF = b"{\\rtf1\\ansi test}"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a #! line")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Makes a stand-in of some lines of Python; `arguments` are there for it, and `folder`, where the result belongs."""
    monkeypatch.setenv("MADE_DOCX", docx(paragraph("全年受理投诉12件。")).hex())

    def make(*lines: str) -> None:
        script = tmp_path / "bin" / "soffice"
        script.parent.mkdir(exist_ok=True)
        head = f"#!{sys.executable}\nimport os, sys, time\narguments = sys.argv[1:]\n"
        head += "folder = arguments[arguments.index('--outdir') + 1]\nos.makedirs(folder, exist_ok=True)\n"
        script.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", str(script.parent))

    return make


WRITE = "open(os.path.join(folder, 'in.docx'), 'wb').write(bytes.fromhex(os.environ['MADE_DOCX']))"


def test_its_docx_is_read(program, tmp_path):
    log = tmp_path / "log"
    program(f"open({str(log)!r}, 'w').write(chr(10).join([*arguments, os.environ['http_proxy']]))", WRITE)
    document = read_bytes(RTF, path="a.rtf")
    assert (document.text, document.reader, document.media_type) == (
        "全年受理投诉12件。\n",
        "office",
        "application/rtf",
    )
    told = log.read_text().splitlines()
    assert "--headless" in told
    assert any(word.startswith("-env:UserInstallation=file:///") for word in told)
    assert told[-1].startswith("http://127.0.0.1")
    assert not Path(told[told.index("--outdir") + 1]).exists()


def test_macros_and_links_are_turned_off(program, tmp_path):
    log = tmp_path / "log"
    program(
        "from urllib.parse import unquote, urlsplit",
        "profile = unquote(urlsplit(next(a for a in arguments if a.startswith('-env')).partition('=')[2]).path)",
        f"open({str(log)!r}, 'w').write(open(profile + '/user/registrymodifications.xcu').read())",
        WRITE,
    )
    read_bytes(RTF, path="a.rtf")
    settings = log.read_text()
    for name in ("MacroSecurityLevel", "DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert name in settings


def test_it_is_stopped_in_time_with_all_it_has_started(program, tmp_path):
    alive = tmp_path / "alive"
    child = f"import time; time.sleep(2.5); open({str(alive)!r}, 'w')"
    program("import subprocess", f"subprocess.Popen([{sys.executable!r}, '-c', {child!r}])", "time.sleep(60)")
    begun = time.perf_counter()
    with pytest.raises(FazhiError, match="E251"):
        read_bytes(RTF, path="a.rtf", timeout=1)
    assert time.perf_counter() - begun < 10
    time.sleep(2)
    assert not alive.exists()


@pytest.mark.parametrize("line", ["sys.exit(1)", "pass", "open(os.path.join(folder, 'in.docx'), 'wb').write(b'PK')"])
def test_its_failures(program, line):
    program(line)
    with pytest.raises(FazhiError, match=r"E252|E221"):
        read_bytes(RTF, path="a.rtf")


def test_where_it_is_missing(monkeypatch):
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(FazhiError) as caught:
        read_bytes(RTF, path="a.rtf")
    assert caught.value.code == "E250"
    assert "LibreOffice" in caught.value.message()


@pytest.mark.parametrize(
    ("library", "data"), [("selectolax", b"<html>"), ("lxml", docx("")), ("pypdfium2", b"%PDF-1.7")]
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch, library, data):
    for name in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(FazhiError) as caught:
        read_bytes(data, path="a")
    assert caught.value.code == "E220"
    assert "pip install 'fazhi-extract[" in caught.value.message()
    assert os.linesep not in caught.value.message()


@pytest.fixture
def windows(tmp_path, monkeypatch):
    """A Windows without LibreOffice, with a stand-in for PowerShell: lines of Python for what it is told to run."""
    monkeypatch.setattr(office, "find_program", lambda: None)
    monkeypatch.setattr(office, "ON_WINDOWS", True)
    monkeypatch.setenv("MADE_DOCX", docx(paragraph("全年受理投诉12件。")).hex())

    def make(*lines: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        for name, head in (("powershell", "script, source, target, started = sys.argv[-4:]\n"), ("taskkill", "")):
            body = (
                "\n".join(lines)
                if name == "powershell"
                else f"open({str(tmp_path / 'killed')!r}, 'a').write(sys.argv[-1])"
            )
            (folder / name).write_text(f"#!{sys.executable}\nimport os, sys, time\n{head}{body}\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return make


MADE = "open(target, 'wb').write(bytes.fromhex(os.environ['MADE_DOCX']))"


def test_word_or_wps_serves_on_windows(windows, tmp_path):
    windows(f"open({str(tmp_path / 'script')!r}, 'wb').write(open(script, 'rb').read())", MADE)
    assert read_bytes(RTF, path="a.rtf").text == "全年受理投诉12件。\n"
    script = (tmp_path / "script").read_text(encoding="utf-8-sig")
    assert "AutomationSecurity = 3" in script


def test_a_windows_with_neither_is_told(windows):
    windows("sys.exit(3)")
    with pytest.raises(FazhiError, match="E250"):
        read_bytes(RTF, path="a.rtf")


def test_what_word_cannot_read_is_told(windows):
    windows("sys.exit(1)")
    with pytest.raises(FazhiError, match="E252"):
        read_bytes(RTF, path="a.rtf")


def test_word_is_stopped_in_time(windows, tmp_path):
    windows("open(started, 'w', encoding='utf-8-sig').write('4711')", "time.sleep(30)")
    with pytest.raises(FazhiError, match="E251"):
        read_bytes(RTF, path="a.rtf", timeout=1)
    assert (tmp_path / "killed").read_text() == "4711"
