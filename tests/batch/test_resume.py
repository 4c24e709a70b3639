"""Runs that were broken off, and runs over what has been done before: the result is that of one undisturbed run."""

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fazhi_extract import pipeline
from fazhi_extract.batch.ledger import Ledger
from fazhi_extract.cli import main

FAZHI = [sys.executable, "-m", "fazhi_extract"]
ONLY_POSIX = pytest.mark.skipif(os.name == "nt", reason="signals, limits and named pipes of POSIX systems")
HEAD = "{city}市司法局{year}年度法治政府建设工作报告\n一、工作情况\n"


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """A folder of thirty small reports, two of them alike, and one that cannot be read."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    for number in range(30):
        path = folder / f"{number // 10}" / f"{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = HEAD.format(city="文澜" if number in (4, 17) else f"云{chr(0x5C71 + number)}", year=2021)
        path.write_text(head + f"全年办理行政处罚案件{number + 100}件。\n" * 12, encoding="utf-8")
    (folder / "2" / "25.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "2" / "29.txt").write_bytes((folder / "0" / "03.txt").read_bytes())
    return folder


def contents(output: Path) -> dict[str, bytes]:
    if output.is_file():
        return {"": output.read_bytes()}
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def done(output: Path) -> int:
    """How many reports a run has written so far."""
    part = output.with_name(output.name + ".part")
    return part.read_bytes().count(b"\n") if part.exists() else len(list(output.rglob("*.json")))


@ONLY_POSIX
@pytest.mark.parametrize("output", ["r.jsonl", "out"])
def test_a_run_killed_again_and_again_gives_the_same_bytes(reports, tmp_path, output):
    ending = "" if output.endswith("l") else "/"
    assert main(["extract", "in", "-o", f"whole-{output}{ending}", "--jobs", "1"]) == 1
    target = tmp_path / output
    kills = 0
    for jobs in ("1", "2", "2"):
        before = done(target)
        arguments = [*FAZHI, "extract", "in", "-o", f"{output}{ending}", "--resume", "--jobs", jobs]
        with subprocess.Popen(arguments, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and done(target) < before + 4:
                time.sleep(0.005)
            kills += process.poll() is None
            process.send_signal(signal.SIGKILL)
        for path in target.rglob("*.json"):
            json.loads(path.read_bytes())
        assert target.is_dir() or not target.exists()
    assert kills > 1
    assert main(["extract", "in", "-o", f"{output}{ending}", "--resume", "--jobs", "1"]) == 1  # one cannot be read
    assert contents(target) == contents(tmp_path / f"whole-{output}")
    assert not target.with_name(output + ".part").exists()


def test_drafts_of_killed_runs_are_removed_and_those_of_living_ones_stay(reports):
    out = Path("out", "0")
    out.mkdir(parents=True)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (out / f".fazhi-{gone.pid}.tmp").write_text("half")
    (out / f".fazhi-{os.getppid()}.tmp").write_text("half")
    main(["extract", "in", "-o", "out/", "--resume", "--jobs", "1"])
    assert [path.name for path in out.glob(".*")] == [f".fazhi-{os.getppid()}.tmp"]


@pytest.fixture
def made(monkeypatch):
    """The paths of the reports that were made and not kept, in order."""
    paths = []
    make = pipeline.extract_document

    def noted(document, **options):
        paths.append(Path(document.path).name)
        return make(document, **options)

    monkeypatch.setattr(pipeline, "extract_document", noted)
    return paths


@pytest.mark.parametrize("output", ["r.jsonl", "out/"])
def test_what_has_changed_is_made_anew_and_nothing_else(reports, made, output):
    def run(*more, to=output):
        made.clear()
        assert main(["extract", "in", "-o", to, "--jobs", "1", *more]) == 1
        return list(made)

    assert len(run()) == 29
    assert run("--resume") == []
    (reports / "0" / "00.txt").write_text("全年办理行政处罚案件7件。", encoding="utf-8")  # changed
    (reports / "0" / "04.txt").unlink()  # the other one of its issuer and year is alone now
    (reports / "1" / "15a.txt").write_text("全年办理行政处罚案件8件。", encoding="utf-8")  # new
    assert run("--resume") == ["00.txt", "15a.txt"]
    run(to="fresh" + (".jsonl" if output.endswith("l") else "/"))
    fresh = contents(Path("fresh" + (".jsonl" if output.endswith("l") else "")))
    found = contents(Path(output))
    left_over = {} if output.endswith("l") else {"0/04.json"}
    assert {name: data for name, data in found.items() if name not in left_over} == fresh


@pytest.mark.parametrize("more", [["--lang", "en"], ["--no-text"], ["--encoding", "utf-8"]])
def test_other_options_make_other_results(reports, made, more):
    main(["extract", "in/0", "-o", "r.jsonl"])
    made.clear()
    assert main(["extract", "in/0", "-o", "r.jsonl", "--resume", *more]) == 0
    assert len(made) == 10


def test_other_rules_make_other_results(reports, made):
    main(["extract", "in/0", "-o", "r.jsonl"])
    made.clear()
    Path("my.toml").write_text('disable = ["penalty.cases"]\n', encoding="utf-8")
    assert main(["extract", "in/0", "-o", "r.jsonl", "--resume", "--rules", "my.toml"]) == 0
    assert len(made) == 10


def test_a_result_that_is_damaged_is_made_anew(reports, made):
    main(["extract", "in/0", "-o", "out/"])
    made.clear()
    Path("out/03.json").write_text('{"tool": {}}', encoding="utf-8")
    Path("out/05.json").unlink()
    assert main(["extract", "in/0", "-o", "out/", "--resume"]) == 0
    assert made == ["03.txt", "05.txt"]


def test_results_without_their_text_are_kept_too(reports, made):
    for _ in range(2):
        assert main(["extract", "in", "-o", "r.jsonl", "--no-text", "--resume", "--jobs", "1"]) == 1
        first, made[:] = list(made), []
        assert b"N121" in Path("r.jsonl").read_bytes()
    assert first == []


def test_what_is_not_resumed_is_made_anew(reports, made):
    for _ in range(2):
        made.clear()
        assert main(["extract", "in/0", "-o", "r.jsonl"]) == 0
        assert len(made) == 10


@ONLY_POSIX
def test_a_disk_that_is_full_can_be_resumed(reports):
    def full():
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    arguments = [*FAZHI, "extract", "in", "-o", "r.jsonl", "--jobs", "1", "--lang", "en"]
    stopped = subprocess.run(arguments, capture_output=True, check=False, preexec_fn=full)
    told = stopped.stderr.decode().splitlines()
    assert stopped.returncode == 1
    assert [line[:11] for line in told] == ["What is don", "error E301:"]
    assert not Path("r.jsonl").exists()
    assert main([*arguments[3:], "--resume"]) == 1
    assert main(["extract", "in", "-o", "whole.jsonl", "--lang", "en", "--jobs", "1"]) == 1
    assert Path("r.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@ONLY_POSIX
@pytest.mark.parametrize("signalled", [signal.SIGINT, signal.SIGKILL] if os.name != "nt" else [])
def test_no_worker_outlives_the_run(reports, signalled):
    pipe = reports / "0" / "03.txt"
    pipe.unlink()
    os.mkfifo(pipe)
    arguments = [*FAZHI, "extract", "in", "-o", "r.jsonl", "--jobs", "2"]
    with subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A background job inherits an ignored SIGINT, which would make the program deaf to it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        try:
            writer = open_when_read(pipe, process)
            time.sleep(0.3)  # a signal just before the call that reads would not be seen
            if signalled == signal.SIGINT:  # from the keyboard it goes to the workers, too
                os.killpg(process.pid, signalled)
            else:
                process.send_signal(signalled)
            _, told = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == (130 if signalled == signal.SIGINT else -signalled)
    wanted = ["已完成的留在 ", "已中断。"] if signalled == signal.SIGINT else []
    assert [line[:7] for line in told.decode().splitlines()] == wanted
    deadline = time.monotonic() + 30
    while is_read(writer):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.close(writer)


def is_read(writer: int) -> bool:
    """Whether a process has the other end of a pipe open."""
    try:
        return os.write(writer, b"\n") > 0
    except BrokenPipeError:
        return False


@ONLY_POSIX
def test_a_worker_that_is_killed_fails_its_report_alone(reports):
    pipe = reports / "0" / "03.txt"
    pipe.unlink()
    os.mkfifo(pipe)
    arguments = [*FAZHI, "extract", "in/0", "-o", "r.jsonl", "--jobs", "1", "--timeout", "600"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as process:
        try:
            writer = open_when_read(pipe, process)
            workers = children(process.pid)
            assert len(workers) == 1
            os.kill(workers[0], signal.SIGKILL)
            _, told = process.communicate(timeout=60)
            os.close(writer)
        finally:
            process.kill()
    assert process.returncode == 1
    assert told.decode().startswith("错误 E242：in/0/03.txt：")
    lines = [json.loads(line) for line in Path("r.jsonl").read_bytes().splitlines()]
    assert [line["error"]["code"] for line in lines if line["error"]] == ["E242"]
    assert len(lines) == 10


def open_when_read(pipe: Path, process: subprocess.Popen[bytes]) -> int:
    """Opens a named pipe for writing as soon as a worker reads from it."""
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert process.poll() is None, "the process has ended"
            time.sleep(0.05)


def children(process: int) -> list[int]:
    """The workers of a run."""
    # -ww: the lines are whole, however wide the terminal is.
    columns = ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="]
    listed = subprocess.run(columns, capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [int(pid) for pid, parent, line in rows if int(parent) == process and "spawn_main" in line]


@ONLY_POSIX
def test_a_report_that_takes_too_long_fails_alone(reports, capfd):
    pipe = reports / "0" / "03.txt"
    pipe.unlink()
    os.mkfifo(pipe)
    assert main(["extract", "in/0", "-o", "out/", "--timeout", "2"]) == 1
    assert capfd.readouterr().err == (
        "错误 E243：in/0/03.txt：超过 2 秒仍未处理完，这份没有结果。请加大 --timeout，加 --resume 再试。\n"
    )
    assert json.loads(Path("out/03.json").read_bytes())["error"]["code"] == "E243"
    assert len(list(Path("out").iterdir())) == 10
    pipe.unlink()
    pipe.write_text("全年3件。", encoding="utf-8")
    assert main(["extract", "in/0", "-o", "out/", "--timeout", "60", "--resume"]) == 0
    assert json.loads(Path("out/03.json").read_bytes())["error"] is None


def test_a_full_disk_for_temporary_files(reports, capfd, monkeypatch):
    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Ledger, "add", full)
    assert main(["extract", "in", "-o", "r.jsonl"]) == 1
    told = capfd.readouterr().err
    assert told.startswith("错误 E301：")
    assert "database or disk is full" in told


def test_two_runs_cannot_write_the_same_file(reports, capfd, monkeypatch):
    statuses = []
    make = pipeline.extract_document

    def meddle(document, **options):
        if not statuses:
            statuses.append(None)
            statuses.append(main(["extract", "in/0", "-o", "r.jsonl"]))
        return make(document, **options)

    monkeypatch.setattr(pipeline, "extract_document", meddle)
    assert main(["extract", "in/0", "-o", "r.jsonl"]) == 0
    assert statuses == [None, 2]
    assert "E148" in capfd.readouterr().err
    assert len(Path("r.jsonl").read_bytes().splitlines()) == 10


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_first_failure_can_end_the_run(reports, capfd, jobs):
    (reports / "0" / "03.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["extract", "in", "-o", "r.jsonl", "--fail-fast", "--jobs", jobs]) == 1
    told = capfd.readouterr().err.splitlines()
    assert [line[:7] for line in told] == ["错误 E203", "有一份失败，按", "已完成的留在 "]
    assert "4 / 30" in told[1]
    assert not Path("r.jsonl").exists()
    assert Path("r.jsonl.part").read_bytes().count(b"\n") == 4
    (reports / "0" / "03.txt").write_text("全年3件。", encoding="utf-8")
    assert main(["extract", "in", "-o", "r.jsonl", "--resume", "--jobs", "1"]) == 1
    assert Path("r.jsonl").read_bytes().count(b"\n") == 30


def test_the_summary_tells_what_was_kept_and_what_is_double(reports, monkeypatch):
    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    main(["extract", "in", "-o", "out/", "--jobs", "1"])
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", Terminal(stream))
    (reports / "1" / "11.txt").write_text("本店营业至二十二时。", encoding="utf-8")
    assert main(["extract", "in", "-o", "out/", "--resume", "--jobs", "1"]) == 1
    sys.stderr.flush()
    said = stream.getvalue().decode().splitlines()[-1]
    words = (
        "共 30 份：成功 29，失败 1（原因：E203 × 1），其中 28 份沿用上次的结果；重复 2 份；不像年度报告 1 份。用时 0:0"
    )
    assert words in said
