"""The program as a process: pipes, interruptions, and results that are whole or not there."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

FAZHI = [sys.executable, "-m", "fazhi_extract"]
SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = min(SAMPLES.glob("*.txt"))
ONLY_POSIX = pytest.mark.skipif(os.name == "nt", reason="signals, devices and named pipes of POSIX systems")


def fazhi(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Runs the program to its end."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120}
    return subprocess.run([*FAZHI, *map(str, arguments)], check=False, **(streams | options))  # type: ignore[call-overload]


def test_results_can_be_shown_again(tmp_path):
    written = fazhi("extract", SAMPLE).stdout
    path = tmp_path / "from_powershell.json"
    path.write_bytes(b"\xff\xfe" + written.decode().encode("utf-16-le"))
    assert fazhi("show", path, "--text").stdout == SAMPLE.read_bytes()
    assert fazhi("show", "-", "--text", input=written).stdout == SAMPLE.read_bytes()
    assert fazhi("show", path, "--outline").stdout == fazhi("show", SAMPLE, "--outline").stdout != b""


def test_one_document_is_indented_and_lines_are_not():
    document = fazhi("extract", SAMPLE).stdout
    lines = fazhi("extract", SAMPLE, max(SAMPLES.glob("*.txt"))).stdout
    assert document.startswith(b'{\n  "schema_version"')
    assert lines.count(b"\n") == 2
    assert json.loads(document) == json.loads(lines.split(b"\n")[0])


def test_the_same_bytes_come_out_every_time():
    runs = {fazhi("extract", SAMPLES, env=os.environ | {"PYTHONHASHSEED": seed}).stdout for seed in "12"}
    assert len(runs) == 1


@ONLY_POSIX
def test_a_closed_pipe_ends_it_quietly():
    # More than a pipe holds, so that the program is still writing when its reader leaves.
    arguments = [*FAZHI, "extract", *[str(SAMPLES)] * 3]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@ONLY_POSIX
def test_a_full_disk_is_an_error():
    with open("/dev/full", "wb") as full:
        done = fazhi("extract", SAMPLES, stdout=full)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("错误 E301：-：")
    assert done.stderr.count(b"\n") == 1


@ONLY_POSIX
@pytest.mark.parametrize("output", ["r.jsonl", "r.json", "out/"])
def test_an_interruption_leaves_nothing_half_written(tmp_path, output):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    inputs = [SAMPLE, pipe] if output == "r.jsonl" else [pipe]
    arguments = [*FAZHI, "extract", *map(str, inputs), "-o", output]
    # A background job inherits an ignored SIGINT, which would make the program deaf to it.
    with subprocess.Popen(
        arguments,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        # From here on the program waits for the rest of its input, in the midst of its work.
        try:
            writer = open_when_read(pipe, process)
            # A signal between Python's last look for signals and the call that reads is not seen before the call ends.
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            out, told = process.communicate(timeout=60)
            os.close(writer)
        finally:
            process.kill()
    part = tmp_path / "r.jsonl.part"
    hint = "已完成的留在 r.jsonl.part；再运行一次并加 --resume，即可接着做。\n" if output == "r.jsonl" else ""
    assert (process.returncode, out, told.decode()) == (130, b"", hint + "已中断。\n")
    left = {path for path in tmp_path.rglob("*") if not path.is_dir()}
    assert left == ({pipe, part} if hint else {pipe})
    if hint:
        lines = part.read_bytes().splitlines()
        assert [json.loads(line)["source"]["path"] for line in lines] == [str(SAMPLE)]


def open_when_read(pipe: Path, process: subprocess.Popen[bytes]) -> int:
    """Opens a named pipe for writing as soon as the process reads from it."""
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert process.poll() is None, "the process has ended"
            time.sleep(0.05)


def test_wrong_usage_leaves_the_old_file(tmp_path):
    old = tmp_path / "r.json"
    old.write_text("old")
    assert fazhi("extract", "none.txt", "--encoding", "gb99", "-o", old).returncode == 2
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_an_output_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    done = fazhi("extract", SAMPLE, "-o", tmp_path / "file" / "r.jsonl")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("错误 E301：")
    assert done.stderr.count(b"\n") == 1
