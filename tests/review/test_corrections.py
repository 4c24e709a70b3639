"""``fazhi table --corrections``: the person's figures in the tables, the program's beside them, and no file by halves."""

import csv
import hashlib
import io
import json
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from fazhi_extract import extract
from fazhi_extract.cli import main
from fazhi_extract.review import FIELDS
from fazhi_extract.review.reviewed import is_headline
from made_reports import report_text

ROOT = Path(__file__).resolve().parents[2]
DECIDED = "penalty.cases[stage=decided]"
TRAINING = "publicity.training_sessions[variety=培训]"


@pytest.fixture
def fazhi(capfd):
    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    Path("a.txt").write_text(report_text(), encoding="utf-8")
    Path("corrections").mkdir()
    return tmp_path


def test_a_folder_without_corrections_is_told(desk, fazhi):
    status, _, err = fazhi("table", "a.txt", "--corrections", "corrections", "-o", "out.csv")
    assert status == 1
    assert "E538" in err
    assert not Path("out.csv").exists()


def export(said, added=(), path="a.txt", **changed):
    """What a review page saves. ``said`` has, by the figure's words: ``None`` for a rejected one, else the values that the
    person changed (none of them: confirmed)."""
    text = Path(path).read_text(encoding="utf-8")
    report = extract(text, name=path).model_dump(mode="json")
    metrics, decoys = [], []
    for metric in report["metrics"]:
        values = {name: metric[name] for name in FIELDS}
        place = {"span": metric["span"], "text": metric["text"], "metric": metric["id"]}
        if metric["text"] not in said:
            metrics.append(
                {**place, **values, "also": {}, "optional": True, "note": None, "review": None, "machine": None}
            )
        elif said[metric["text"]] is None:
            decoys.append({**place, "why": "rejected in review", "review": "rejected", "machine": values})
        else:
            new = values | said[metric["text"]]
            same = new == values
            own = {"review": "confirmed" if same else "corrected", "machine": None if same else values}
            metrics.append({**place, **new, "also": {}, "optional": False, "note": None, **own})
    for words, values in added:
        start = text.index(words)
        metrics.append(
            {
                "span": [start, start + len(words)], "text": words, "kind": "count", "value": 1, "also": {}, "optional": False,
                "note": "漏了", "review": "added", "metric": None, "machine": None, **values,
            }
        )  # fmt: skip
    digests = [hashlib.sha256(data).hexdigest() for data in (Path(path).read_bytes(), text.encode())]
    whole = {
        "file": path, "report_id": report["report_id"], "sha256": digests[0], "text_sha256": digests[1], "metadata": {},
        "sections": [], "dates": [date | {"optional": True} for date in report["dates"]], "metrics": sorted(metrics, key=lambda m: m["span"]), "decoys": decoys,
    }  # fmt: skip
    return whole | changed


def save(content, name="corrections/a.key.json"):
    Path(name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


ALL = {
    "743件": {},
    "200件": {"scope": None, "scope_kind": None, "attributes": {"stage": "closed"}},
    "约12.5万元": {"value": 130000},
    "5场": None,
}
ADDED = (("1月10日", {"unit": "日", "indicator": "penalty.parties", "value": 10, "label": "被处罚的人"}),)


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_the_long_table_has_both(desk, fazhi):
    save(export(ALL, ADDED))
    status, out, err = fazhi("table", "a.txt", "--corrections", "corrections")
    assert status == 0
    assert err == "更正：采用 1 份，确认 1、改正 2、补充 1、剔除 1 个数字。\n"
    by_text = {row["text"]: row for row in rows(out)}
    kept = by_text["743件"]
    assert (kept["reviewed"], kept["value"], kept["machine_value"]) == ("confirmed", "743", "743")
    moved = by_text["200件"]
    assert (moved["reviewed"], moved["scope"], moved["machine_scope"]) == ("corrected", "", "东城区")
    assert (moved["stage"], moved["machine_attributes"], moved["rule"]) == ("closed", "stage=decided", moved["rule"])
    assert moved["doubts"] == ""
    money = by_text["约12.5万元"]
    assert (money["value"], money["machine_value"], money["machine_unit"]) == ("130000", "125000", "元")
    none = by_text["5场"]
    assert (none["reviewed"], none["indicator"], none["value"], none["headline"]) == ("rejected", "", "", "false")
    assert (none["machine_indicator"], none["machine_value"]) == ("publicity.training_sessions", "5")
    new = by_text["1月10日"]
    assert (new["reviewed"], new["value"], new["machine_value"], new["review_note"]) == ("added", "10", "", "漏了")
    assert (new["id"], new["headline"], new["period_start"]) == (
        f"a{new['span_start']}-{new['span_end']}",
        "true",
        "2021-01-01",
    )
    assert "1月10日" in new["quote"]
    untouched = by_text["12期"]
    assert (untouched["reviewed"], untouched["machine_value"]) == ("", "")
    starts = [int(row["span_start"]) for row in rows(out)]
    assert starts == sorted(starts)


def test_the_panel_has_the_persons(desk, fazhi):
    before = rows(fazhi("table", "a.txt", "--panel")[1])[0]
    assert before[f"{TRAINING}.state"] == "several"
    save(export(ALL, ADDED))
    after = rows(fazhi("table", "a.txt", "--panel", "--corrections", "corrections", "-q")[1])[0]
    assert (after[TRAINING], after[f"{TRAINING}.state"]) == ("12", "stated")
    assert after["penalty.fine_amount"] == "130000"
    assert "人工更正为 130000元，程序为 125000元" in after["penalty.fine_amount.note"]
    assert (after["penalty.parties"], after["penalty.parties.note"]) == ("10", "1月10日；人工补充")
    assert after[DECIDED] == "743"
    status, out, _ = fazhi("table", "a.txt", "--why", "甲市 2021 penalty.fine_amount", "--corrections", "corrections")
    assert status == 0
    assert "人工更正为 130000元，程序为 125000元" in out


def test_without_corrections_nothing_changes(desk, fazhi):
    plain = fazhi("table", "a.txt")
    save(export({}))
    status, out, err = fazhi("table", "a.txt", "--corrections", "corrections")
    assert status == 0
    assert "N164" in err
    cut = [dict(list(row.items())[: len(rows(plain[1])[0])]) for row in rows(out)]
    assert cut == rows(plain[1])


def test_all_formats(desk, fazhi):
    save(export(ALL, ADDED))
    for name in ("x.xlsx", "x.sqlite", "x.parquet", "x/"):
        assert fazhi("table", "a.txt", "--corrections", "corrections", "-o", name)[0] == 0
    described = json.loads(Path("x/datapackage.json").read_text(encoding="utf-8"))
    fields = {
        f["name"]: f for f in next(r for r in described["resources"] if r["name"] == "metrics")["schema"]["fields"]
    }
    assert fields["machine_value"]["type"] == "number"
    assert all(fields[name]["description"] for name in ("reviewed", "machine_indicator", "review_note"))
    with sqlite3.connect("x.sqlite") as database:
        database.execute("PRAGMA foreign_keys = ON")
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT count(*) FROM unbound WHERE text = '5场'").fetchone() == (0,)
        count = "SELECT count(*) FROM metrics WHERE reviewed = 'corrected'"
        assert database.execute(count).fetchone() == (2,)
    sheet = openpyxl.load_workbook("x.xlsx")["明细"]
    heads = [cell.value for cell in sheet[1]]
    assert {"审阅", "程序的值", "程序的指标代码"} <= set(heads)
    said = [row[heads.index("审阅")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert sorted(filter(None, said)) == sorted(["确认", "改正", "改正", "剔除", "补充"])


def test_an_export_is_a_key(desk, fazhi):
    save(export(ALL, ADDED))
    status, out, _ = fazhi("score", "corrections", "a.txt", "--json", "--draws", "0")
    assert status == 0
    found = json.loads(out)["figures"]
    # 743件, 200件 and 12.5万元 are found, 5场 is spurious, the added one missed; no one looked at the rest.
    assert found["metric.found.precision"] == 0.75
    assert found["metric.found.recall"] == 0.75
    assert found["date.found.f1"] == 1


@pytest.mark.parametrize(
    ("changed", "code", "says"),
    [
        ({"sha256": "0" * 64, "text_sha256": "1" * 64}, "E536", "sha256"),
        ({"text_sha256": "1" * 64}, "E536", "text_sha256"),
        ({"sha256": "0" * 64, "text_sha256": "1" * 64, "file": "b.txt"}, "E535", "b.txt"),
        ({"metrics": None}, "E534", "metrics"),
        ({"file": None}, "E534", "file"),
        ({"decoys": [{"span": [3, 1], "text": "x", "review": "rejected"}]}, "E534", "decoys[0]"),
        ({"decoys": [{"span": [0, 1], "text": "甲", "review": "rejected", "metric": "m1"}]}, "E536", "[0, 1] 甲"),
    ],
)
def test_what_cannot_be_applied_is_told_and_changes_nothing(desk, fazhi, changed, code, says):
    plain = rows(fazhi("table", "a.txt")[1])
    save(export(ALL, ADDED, **changed))
    status, out, err = fazhi("table", "a.txt", "--corrections", "corrections")
    assert status == 1
    assert code in err
    assert says in err
    assert [row["value"] for row in rows(out)] == [row["value"] for row in plain]
    assert {row["reviewed"] for row in rows(out)} == {""}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"role": "guess"}, "role"),
        ({"value": None}, "form"),
        ({"attributes": {"colour": "red"}}, "attributes.colour"),
        ({"indicator": "penalty.case"}, "penalty.case"),
        ({"text": "744件"}, "744件"),
    ],
)
def test_one_bad_entry_stops_the_whole_file(desk, fazhi, values, says):
    content = export(ALL, ADDED)
    first = next(entry for entry in content["metrics"] if entry["review"] == "confirmed")
    first |= values
    save(content)
    status, out, err = fazhi("table", "a.txt", "--corrections", "corrections")
    assert status == 1
    assert says in err.splitlines()[0]
    assert {row["reviewed"] for row in rows(out)} == {""}


def test_two_files_for_one_report_are_none(desk, fazhi):
    save(export(ALL))
    save(export({"743件": {"value": 1}}), "corrections/b.json")
    status, out, err = fazhi("table", "a.txt", "--corrections", "corrections")
    assert status == 1
    assert "E537" in err
    assert {row["reviewed"] for row in rows(out)} == {""}


def test_a_later_version_of_the_program_may_number_anew(desk, fazhi):
    """The file finds its figures by place where the ids have changed, and says corrected where the program has learnt."""
    content = export({"743件": {}, "12期": {}})
    for entry in content["metrics"]:
        entry["metric"] = f"m{int(entry['metric'][1:]) + 40}"
        if entry["text"] == "12期":
            entry["value"] = 13
    save(content)
    status, out, _ = fazhi("table", "a.txt", "--corrections", "corrections")
    said = {row["text"]: row for row in rows(out)}
    assert (status, said["743件"]["reviewed"]) == (0, "confirmed")
    assert (said["12期"]["reviewed"], said["12期"]["value"], said["12期"]["machine_value"]) == ("corrected", "13", "12")


def test_figures_of_one_place_are_told_apart(desk, fazhi):
    Path("a.txt").write_text(
        report_text(body="全年未发生行政复议和行政诉讼案件。作出行政处罚决定3件。"), encoding="utf-8"
    )
    report = extract(Path("a.txt").read_text(encoding="utf-8"), name="a.txt")
    twins = [m for m in report.metrics if m.form == "stated_none"]
    assert len({m.span for m in twins}) == 1
    assert len(twins) == 2
    content = export({twins[0].text: {}})
    entries = [entry for entry in content["metrics"] if entry["metric"] in (twins[0].id, twins[1].id)]
    entries[1] |= {"review": "corrected", "machine": {n: entries[1][n] for n in FIELDS}, "value": 2, "form": "number"}
    save(content)
    found = {row["id"]: row for row in rows(fazhi("table", "a.txt", "--corrections", "corrections")[1])}
    assert [found[m.id]["reviewed"] for m in twins] == ["confirmed", "corrected"]
    assert [found[m.id]["value"] for m in twins] == ["0", "2"]


def test_results_without_text_can_be_corrected_but_nothing_added(desk, fazhi):
    fazhi("extract", "a.txt", "--no-text", "-o", "a.json")
    save(export(ALL))
    assert fazhi("table", "a.json", "--corrections", "corrections")[0] == 0
    save(export(ALL, ADDED))
    status, out, err = fazhi("table", "a.json", "--corrections", "corrections")
    assert status == 1
    assert "E504" in err
    assert {row["reviewed"] for row in rows(out)} == {""}


def test_a_headline_here_is_a_headline_there():
    for path in sorted((ROOT / "samples").glob("*.txt"))[:4]:
        report = extract(path.read_text(encoding="utf-8"), name=path.name)
        for metric in report.metrics:
            assert is_headline(metric, report.metadata.reporting_year) == metric.headline, (path.name, metric.id)


def test_a_part_that_is_confirmed_stays_a_part(desk, fazhi):
    words = "一、处罚\n一般程序案件占比72.1%。\n"
    Path("b.txt").write_text(f"某市某局2022年法治政府建设年度报告\n\n{words}", encoding="utf-8")
    report = extract(Path("b.txt").read_text(encoding="utf-8"), name="b.txt")
    (share,) = report.metrics
    assert share.indicator == "penalty.cases"
    assert not share.headline
    save(export({"72.1%": {"bound": "about"}}, path="b.txt"), "corrections/b.key.json")
    status, out, err = fazhi("table", "b.txt", "--corrections", "corrections")
    assert status == 0, err
    assert [(row["reviewed"], row["headline"]) for row in rows(out)] == [("corrected", "false")]
