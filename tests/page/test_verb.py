"""``fazhi page``: what it writes, and what it says where it cannot."""

import json
import re
from pathlib import Path

import pytest

from fazhi_extract.cli import main

TEXT = "某市水务局2023年度法治政府建设年度报告\n一、工作情况\n全年办理行政处罚案件743件。\n"


@pytest.fixture
def reports(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(TEXT, encoding="utf-8")
    Path("in/b.txt").write_text(TEXT.replace("743", "12"), encoding="utf-8")
    return tmp_path


def data(path):
    return json.loads(re.search(r'id="data">(.*?)</script>', Path(path).read_text(encoding="utf-8"), re.DOTALL)[1])


def test_a_page_of_one_report(reports, capfd):
    assert main(["page", "in/a.txt", "-o", "out/a.html"]) == 0
    assert capfd.readouterr() == ("", "")
    found = data("out/a.html")
    assert found["text"] == TEXT
    assert found["metrics"][0]["indicator"] == "penalty.cases"
    assert ["why.words", {"words": "办理 … 行政处罚案件"}] in [found["facts"][at] for at in found["why"]["m1"]]
    assert found["lang"] == "zh"
    assert main(["page", "in/a.txt", "-o", "out/b.html", "--lang", "en"]) == 0
    assert data("out/b.html")["lang"] == "en"


def test_a_page_of_results(reports, capfd):
    assert main(["extract", "in/a.txt", "-o", "a.json"]) == 0
    assert main(["page", "a.json", "-o", "a.html"]) == 0
    assert data("a.html")["path"] == "in/a.txt"


def test_a_folder_gets_a_page_each_and_a_failure_stops_nothing(reports, capfd):
    Path("in/c.txt").write_bytes(b"\x00\x01\x02\x03")
    assert main(["page", "in/a.txt", "in/c.txt", "in/b.txt", "none.txt", "-o", "out/"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert [line.split("：")[0] for line in err.splitlines()] == ["错误 E204", "提示 N163", "错误 E201"]
    assert sorted(path.name for path in Path("out").iterdir()) == ["index.html", "reports"]
    pages = sorted(Path("out/reports").iterdir())
    assert [path.suffix for path in pages] == [".html", ".html"]
    assert {data(path)["path"] for path in pages} == {"in/a.txt", "in/b.txt"}
    assert all(path.stem == data(path)["report_id"] for path in pages)


def test_answer_keys_in_a_folder_are_passed_over(reports, capfd):
    Path("in/a.key.json").write_text('{"file": "a.txt", "metrics": [], "decoys": []}', encoding="utf-8")
    assert main(["page", "in", "-o", "out/"]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert "N162" in err
    assert "E531" not in err
    assert main(["page", "in/a.key.json", "in/a.txt", "-o", "other/"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "status"),
    [
        (["in/a.txt"], "E173", 2),
        (["in/a.txt", "-o", "a.pdf"], "E171", 2),
        (["in", "-o", "a.html"], "E172", 2),
        (["two.jsonl", "-o", "a.html"], "E172", 2),
        (["bare.json", "-o", "a.html"], "E504", 1),
        (["a.html", "-o", "a.html"], "E113", 2),
    ],
)
def test_what_cannot_be_written(reports, capfd, arguments, code, status):
    assert main(["extract", "in", "-o", "two.jsonl", "-q"]) == 0
    assert main(["extract", "in/a.txt", "--no-text", "-o", "bare.json"]) == 0
    before = sorted(reports.rglob("*"))
    assert main(["page", *arguments]) == status
    assert f" {code}：" in capfd.readouterr().err
    assert sorted(reports.rglob("*")) == before
