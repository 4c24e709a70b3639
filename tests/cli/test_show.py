"""``fazhi show`` at a terminal: colours, and a pager where the report is longer than the screen."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="no terminals to be had here")
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "health_2021.txt"
TEXT = "某局2023年度法治政府建设年度报告\n贯彻“三项制度”，办理行政处罚案件743件，罚款20万元，力争2024年办理行政处罚案件800件。\n"


def at_a_terminal(arguments, lines, **environment):
    """What the program writes to a terminal of so many lines; the pager puts a mark before what it is given."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 100, 0, 0))
    known = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FAZHI_LANG", "COLUMNS", "LINES")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "fazhi_extract", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=known | {"TERM": "xterm-256color", "PAGER": "sed s/^/PAGED/"} | environment,
    )
    os.close(theirs)
    parts = []
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(ours)
    assert process.wait() == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_figures_have_the_colour_of_their_kind_and_the_style_of_their_role(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = at_a_terminal(["show", str(path)], 60)
    assert "\x1b[1;34m743件\x1b[0m" in shown  # a count
    assert "\x1b[1;32m20万元\x1b[0m" in shown  # money
    assert "\x1b[7;34m800件\x1b[0m" in shown  # a plan, reversed
    assert "\x1b[2;9m三项制度\x1b[0m" in shown  # turned down, struck through
    assert "PAGED" not in shown
    # In no colour at all, the same things are told apart by brackets.
    plain = at_a_terminal(["show", str(path)], 60, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain)
    assert "“〈三项制度〉”，办理行政处罚案件【743件】" in plain
    assert "【目标 800件】" in plain.replace("\n", "")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_colours_stand_where_they_belong_whatever_ends_a_line(tmp_path, end):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", end).encode())
    shown = at_a_terminal(["show", str(path)], 60)
    assert "\x1b[1;34m743件\x1b[0m" in shown
    assert "\x1b[2;9m三项制度\x1b[0m" in shown


def test_what_is_longer_than_the_screen_goes_to_the_pager():
    shown = at_a_terminal(["show", str(SAMPLE)], 24)
    assert shown.startswith("PAGED")
    assert all(line.startswith("PAGED") for line in shown.splitlines())
    assert "\x1b[1;34m" in shown
