"""``fazhi check``: what it prints, and its exit status."""

import io
import json
import sys

import pytest

from fazhi_extract import extract
from fazhi_extract.cli import main
from fazhi_extract.model import Tool, failed_report

TEXT = "一、工作情况\n全年受理投诉12件，办结11件，办结率91.67%。\n"


def result(rule: str, agrees: bool, severity: str, message: str) -> dict[str, object]:
    return {"rule": rule, "agrees": agrees, "severity": severity, "metrics": ["m1", "m2"], "message": message}


GOOD = result("rate-of-parts", True, "error", "11 ÷ 12 = 91.67%")
WARNING = result("growth-base", False, "warning", "12 没有基数")
ERROR = result("none-and-some", False, "error", "没有又有")


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a report with these checks as ``extract`` would, into a file of this name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)

    def write(name, *reports):
        lines = []
        for number, checks in enumerate(reports, 1):
            report = extract(TEXT).model_dump(mode="json")
            report["source"]["path"] = f"{number}.txt"
            report["checks"] = checks
            lines.append(json.dumps(report, ensure_ascii=False) + "\n")
        (tmp_path / name).write_text("".join(lines), encoding="utf-8")

    return write


def test_disagreements_come_first_and_the_heaviest_of_them(written, capfd):
    written("a.json", [GOOD, WARNING, ERROR])
    assert main(["check", "a.json"]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "1.txt：核对 3 项，不符 2 项",
        "不符\t错误\t没有又有\tnone-and-some\tm1 m2",
        "不符\t警告\t12 没有基数\tgrowth-base\tm1 m2",
        "一致\t\t11 ÷ 12 = 91.67%\trate-of-parts\tm1 m2",
    ]


@pytest.mark.parametrize(("checks", "status"), [([GOOD], 0), ([WARNING, GOOD], 0), ([GOOD, ERROR], 1)])
def test_strict_minds_errors_alone(written, capfd, checks, status):
    written("a.jsonl", [GOOD], checks)
    assert main(["check", "a.jsonl"]) == 0
    assert main(["check", "--strict", "a.jsonl"]) == status
    assert capfd.readouterr().out.count("2.txt：") == 2


def test_json_has_one_report_a_line(written, capfd):
    written("a.jsonl", [GOOD, ERROR], [])
    assert main(["check", "--json", "a.jsonl", "none.txt"]) == 1
    out, err = capfd.readouterr()
    first, second, third = map(json.loads, out.splitlines())
    assert first["checks"] == [ERROR, GOOD]
    assert (second["path"], second["checks"], second["error"]) == ("2.txt", [], None)
    assert (third["report_id"], third["checks"], third["error"]["code"]) == (None, [], "E201")
    assert first["report_id"] == second["report_id"] == extract(TEXT).report_id
    assert err.startswith("错误 E201：none.txt")
    assert len(err.splitlines()) == 1


def test_a_failure_does_not_stop_the_rest(written, capfd, tmp_path):
    written("a.json", [GOOD])
    tool = Tool(name="fazhi-extract", version="0", rules=())
    failed = failed_report(path="scan.pdf", code="E203", message="no text", tool=tool)
    (tmp_path / "b.json").write_text(failed.model_dump_json(), encoding="utf-8")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    assert main(["check", "none.txt", "b.json", "a.json", "c.txt", "--lang", "en"]) == 1
    out, err = capfd.readouterr()
    assert [line.split()[1] for line in err.splitlines()] == ["E201:", "E506:"]
    assert "scan.pdf" in err
    assert "1.txt: 1 checked, 0 disagree\nagrees\t\t" in out
    assert "c.txt: " in out


def test_wrong_usage(written, capfd):
    written("a.json", [GOOD])
    assert main(["check", "a.json", "--encoding", "gb99"]) == 2
    assert main(["check"]) == 2
    assert capfd.readouterr().out == ""


def test_a_terminal_gets_a_table(written, monkeypatch):
    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    written("a.json", [GOOD, ERROR])
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.BytesIO()
    terminal = Terminal(stream)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", terminal)
        assert main(["check", "a.json"]) == 0
        sys.stdout.flush()
    shown = stream.getvalue().decode()
    assert "\t" not in shown
    assert "\x1b[" in shown
    assert shown.index("none-and-some") < shown.index("rate-of-parts")
