"""``fazhi table`` on many inputs: processes, progress, keys among the reports, and twins as ``extract`` has them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from made_reports import report_text

ROOT = Path(__file__).resolve().parents[2]


def test_processes_give_the_same_table(folder, fazhi):
    fazhi("extract", "reports", "-o", "reports/m.jsonl")
    Path("reports/c.txt").write_text(report_text("丙市卫生健康委员会", 2020), encoding="utf-8")
    Path("reports/k.txt").write_bytes(b"%PDF-1.7\n")
    Path("reports/n.txt").write_text((Path("reports/m.jsonl")).read_text(encoding="utf-8"), encoding="utf-8")
    wanted = fazhi("table", "reports", "--table", "inputs", "--jobs", "1")
    assert wanted[0] == 1
    names = [line.split(",")[1] for line in wanted[1].splitlines()[1:]]
    # In the order of the inputs: a, b, c, k, both lines of m and of n.
    assert names == [f"reports/{name}.txt" for name in ("a", "b", "c", "k", "a", "b", "a", "b")]
    assert fazhi("table", "reports", "--table", "inputs", "--jobs", "2") == wanted
    panel = fazhi("table", "reports", "--panel", "--jobs", "1")
    assert fazhi("table", "reports", "--panel", "--jobs", "2") == panel
    assert fazhi("table", "reports", "--jobs", "0")[0] == 2


def test_rules_of_ones_own_reach_the_processes(folder, fazhi):
    rules = """
[[indicator]]
code = "my.water_fee"
zh = "水资源费"
definition = "征收的水资源费。"
dimension = "money"
units = ["元"]
phrasings = ["征收水资源费N"]

[[example]]
code = "my.water_fee"
text = "征收水资源费〔3万元〕。"
value = 30000
unit = "元"
"""
    Path("my.toml").write_text(rules, encoding="utf-8")
    Path("reports/c.txt").write_text(report_text("丙市卫生健康委员会", body="征收水资源费3万元。"), encoding="utf-8")
    for jobs in ("1", "2"):
        status, out, err = fazhi("table", "reports", "--rules", "my.toml", "--jobs", jobs)
        assert (status, err) == (0, "")
        assert "my.water_fee" in out


def test_keys_beside_reports_are_passed_over(folder, fazhi):
    for name in ("health_2021", "education_2023"):
        for ending in (".txt", ".key.json"):
            shutil.copy(ROOT / "samples" / f"{name}{ending}", "reports")
    status, out, err = fazhi("table", "reports", "--table", "inputs")
    assert status == 0
    assert err == "提示 N162：跳过 2 份答案文件（不是报告）：reports/education_2023.key.json …。\n"
    assert len(out.splitlines()) == 5
    assert fazhi("table", "reports", "-q")[2] == ""
    # Whoever names one outright means it to be a report.
    status, _, err = fazhi("table", "reports/health_2021.key.json", "reports/a.txt")
    assert status == 1
    assert "E531" in err


def test_extract_and_table_find_the_same_twins(folder, fazhi):
    Path("reports/a-copy.txt").write_text(report_text().replace("\n\n", "\n"), encoding="utf-8")
    Path("reports/b-other.txt").write_text(
        report_text("乙市卫生健康委员会", 2022, "开展法治培训7场。"), encoding="utf-8"
    )
    # A notice of the same issuer and year takes nobody's place.
    Path("reports/0.txt").write_text("甲市卫生健康委员会2021年度放假通知\n\n放假3天。\n", encoding="utf-8")
    fazhi("extract", "reports", "-o", "all.jsonl")
    lines = [json.loads(line) for line in Path("all.jsonl").read_text(encoding="utf-8").splitlines()]
    apart = {"N120": "no_report", "N121": "duplicate", "N122": "same_year"}
    noted = {
        line["source"]["path"]: next((apart[n["code"]] for n in line["notes"] if n["code"] in apart), "report")
        for line in lines
    }
    for source in ("reports", "all.jsonl"):
        _, out, _ = fazhi("table", source, "--table", "inputs")
        placed = {row.split(",")[1]: row.split(",")[2] for row in out.splitlines()[1:]}
        assert placed == noted
    assert sorted(noted.values()) == ["duplicate", "no_report", "report", "report", "same_year"]


def test_the_same_results_twice_are_listed_once(folder, fazhi):
    fazhi("extract", "reports", "-o", "all.jsonl")
    status, _, err = fazhi("table", "all.jsonl", "all.jsonl", "-o", "x.sqlite")
    assert (status, err.count("N131")) == (0, 2)


def test_a_name_that_does_not_say_whose_body_it_is_makes_no_twin(folder, fazhi):
    for name, body in (("c", "开展法治培训3场。"), ("d", "开展法治培训4场。")):
        Path(f"reports/{name}.txt").write_text(report_text("卫生健康局", 2021, body), encoding="utf-8")
    status, out, err = fazhi("table", "reports", "--panel")
    assert status == 0
    assert "N163" in err
    rows = [line for line in out.splitlines() if line.startswith("卫生健康局,2021")]
    assert len(rows) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.parametrize("quiet", [False, True])
def test_a_person_in_front_of_a_terminal_sees_how_far_it_is(folder, quiet):
    import pty

    mine, theirs = pty.openpty()
    run = [sys.executable, "-m", "fazhi_extract", "table", "reports", "-o", "x.csv", *(["-q"] if quiet else [])]
    done = subprocess.Popen(run, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(mine, 4096)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    os.close(mine)
    assert done.wait() == 0
    assert (b"2/2" in seen) is not quiet
