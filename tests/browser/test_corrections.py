"""What a person saves in the page is what ``fazhi table --corrections`` and ``fazhi score`` take."""

import csv
import io
import json
from pathlib import Path

import pytest

from fazhi_extract import extract_file
from fazhi_extract.cli import main
from fazhi_extract.page import render

pytest.importorskip("playwright.sync_api", reason="no Playwright here")

TEXT = (
    "某市卫生健康委员会2023年度法治政府建设年度报告\n一、严格规范执法\n"
    "🏥全年办理行政处罚案件743件，罚款20万元。\n开展执法培训12场次。\n"
)


def test_a_review_goes_into_the_table(visit, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    page = visit.open(render(extract_file("a.txt")))
    for words, act in (("743件", "confirm"), ("12场次", "reject"), ("20万元", "correct")):
        page.locator("#text mark", has_text=words).click()
        page.click(f".act.{act}")
    page.fill("#form-value", "210000")
    page.click("#form .act.main")
    with page.expect_download() as download:
        page.click("#save")
    Path("corrections").mkdir()
    download.value.save_as("corrections/a.key.json")

    assert main(["table", "a.txt", "--corrections", "corrections"]) == 0
    out, err = capfd.readouterr()
    assert "确认 1、改正 1、补充 0、剔除 1" in err
    rows = {row["text"]: row for row in csv.DictReader(io.StringIO(out))}
    assert [rows[words]["reviewed"] for words in ("743件", "20万元", "12场次")] == [
        "confirmed",
        "corrected",
        "rejected",
    ]
    assert (rows["20万元"]["value"], rows["20万元"]["machine_value"]) == ("210000", "200000")
    assert main(["score", "corrections", "a.txt", "--json", "--draws", "0"]) == 0
    figures = json.loads(capfd.readouterr().out)["figures"]
    assert figures["metric.found.precision"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["field.value.accuracy"] == 0.5
