"""The program as a process: pipes, interruptions, and results that are whole or not there."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FAZHI = [sys.executable, "-m", "fazhi_extract"]
SAMPLES = Path(__file__).parents[2] / "samples"
ONLY_POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and devices of POSIX systems")


def start(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*FAZHI, *map(str, arguments)], **(streams | options))  # type: ignore[call-overload]


def test_results_can_be_shown_again(tmp_path):
    sample = sorted(SAMPLES.glob("*.txt"))[0]
    written = start("extract", sample).communicate()[0]
    for name, data in (("a.json", written), ("b.json", b"\xff\xfe" + written.decode().encode("utf-16-le"))):
        path = tmp_path / name
        path.write_bytes(data)
        assert start("show", path, "--text").communicate()[0] == sample.read_bytes()
        assert start("show", path, "--outline").communicate() == start("show", sample, "--outline").communicate()
    assert start("show", "-", "--text").communicate(written)[0] == sample.read_bytes()


def test_one_document_is_indented_and_lines_are_not():
    sample = sorted(SAMPLES.glob("*.txt"))[0]
    document = start("extract", sample).communicate()[0]
    lines = start("extract", sample, sample).communicate()[0]
    assert document.startswith(b'{\n  "schema_version"')
    assert lines.count(b"\n") == 2
    assert json.loads(document) == json.loads(lines.split(b"\n")[0])


def test_the_same_bytes_come_out_every_time():
    runs = {start("extract", SAMPLES, env=os.environ | {"PYTHONHASHSEED": seed}).communicate()[0] for seed in "12"}
    assert len(runs) == 1


@ONLY_POSIX
def test_a_closed_pipe_ends_it_quietly():
    process = start("extract", *[SAMPLES] * 5)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""


@ONLY_POSIX
def test_a_full_disk_is_an_error():
    with open("/dev/full", "wb") as full:
        process = start("extract", SAMPLES, stdout=full)
    _, told = process.communicate()
    assert process.returncode == 1
    assert told.decode().startswith("错误 E301：-：")
    assert told.count(b"\n") == 1


@ONLY_POSIX
@pytest.mark.parametrize("output", ["r.jsonl", "r.json", "out/"])
def test_an_interruption_leaves_nothing_half_written(tmp_path, output):
    os.mkfifo(tmp_path / "pipe.txt")
    inputs = [SAMPLES, "pipe.txt"] if output == "r.jsonl" else ["pipe.txt"]
    process = start("extract", *inputs, "-o", output, cwd=tmp_path)
    # Opening a named pipe waits for its reader: from then on the program is in the midst of its work.
    with open(tmp_path / "pipe.txt", "wb"):
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, told.decode()) == (b"", "已中断。\n")
    assert [path.name for path in tmp_path.rglob("*") if not path.is_dir()] == ["pipe.txt"]


def test_a_failed_write_leaves_the_old_file(tmp_path):
    old = tmp_path / "r.json"
    old.write_text("old")
    process = start("extract", "none.txt", "--encoding", "gb99", "-o", old)
    process.communicate()
    assert process.returncode == 2
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_an_output_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    process = start("extract", SAMPLES, "-o", tmp_path / "file" / "r.jsonl")
    out, told = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert told.decode().startswith("错误 E301：")
    assert told.count(b"\n") == 1
