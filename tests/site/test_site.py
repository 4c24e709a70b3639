"""A site as files: what goes in, where it goes, and what it leaves alone."""

import json
import re

import pytest

from fazhi_extract import Report, Rulebook, extract
from fazhi_extract.cli import main
from fazhi_extract.errors import FazhiError
from fazhi_extract.site import open_site
from made_reports import WEST, report_text

BOOK = Rulebook.default()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working directory with two reports, a copy of one, and a file that is none, in ``reports``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(report_text(), encoding="utf-8")
    (reports / "b.txt").write_text(report_text("乙市卫生健康委员会", 2022, WEST), encoding="utf-8")
    (reports / "c.txt").write_text(report_text(), encoding="utf-8")
    (reports / "d.pdf").write_bytes(b"%PDF-1.4 broken")
    return tmp_path


def data_of(folder):
    """The data of an index."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page)[1])


def sentences_of(folder, number):
    page = (folder / "index.html").read_text(encoding="utf-8")
    return json.loads(re.search(rf'<script type="application/json" id="sentences-{number}">(.*?)</script>', page)[1])


def test_every_input_is_accounted_for(folder, capfd):
    assert main(["page", "reports", "-o", "site/"]) == 1
    data = data_of(folder / "site")
    assert [(i["path"], i["status"], i["code"]) for i in data["inputs"]] == [
        ("reports/a.txt", "report", None),
        ("reports/b.txt", "report", None),
        ("reports/c.txt", "duplicate", "N131"),
        ("reports/d.pdf", "failed", "E221"),
    ]
    chinese, english = data["inputs"][2]["said"]
    assert "与 reports/a.txt 正文相同" in chinese
    assert "its text is that of reports/a.txt" in english
    assert sorted(page.name for page in (folder / "site/reports").iterdir()) == sorted(
        f"{line['id']}.html" for line in data["reports"]
    )
    assert "E221" in capfd.readouterr().err


def test_cells_have_value_state_and_the_place_of_their_figure(folder):
    main(["page", "reports", "-o", "site/"])
    data = data_of(folder / "site")
    numbers = {column["code"]: column["number"] for column in data["columns"]}
    row = data["rows"][0]
    cells = {cell[0]: cell for cell in row["cells"]}
    cases = cells[numbers["penalty.cases[stage=decided]"]]
    assert (data["states"][cases[1]], cases[2]) == ("stated", 743)
    none = cells[numbers["review.reconsideration_cases"]]
    assert (data["states"][none[1]], none[2]) == ("stated_none", 0)
    money = cells[numbers["penalty.fine_amount"]]
    assert (money[2], data["bounds"][money[3]]) == (125000, "about")
    known = sentences_of(folder / "site", 0)
    _, _, [[metric, sentence, start, end]] = known["c"][str(numbers["penalty.cases[stage=decided]"])]
    assert known["s"][sentence][start:end] == "743件"
    assert re.fullmatch(r"m\d+", metric)
    masked = {cell[0]: cell for cell in data["rows"][1]["cells"]}[numbers["penalty.cases[stage=decided]"]]
    assert (data["states"][masked[1]], masked[2]) == ("masked", None)


def test_results_give_the_same_site_as_their_reports(folder):
    assert main(["extract", "reports/a.txt", "reports/b.txt", "-o", "made.jsonl"]) == 0
    assert main(["page", "made.jsonl", "-o", "one/"]) == 0
    assert main(["page", "reports/a.txt", "reports/b.txt", "-o", "other/"]) == 0
    assert (folder / "one/index.html").read_bytes() == (folder / "other/index.html").read_bytes()


def test_a_site_is_made_anew_over_an_earlier_one_and_leaves_other_files_alone(folder):
    assert main(["page", "reports/a.txt", "-o", "site/"]) == 0
    old = next((folder / "site/reports").iterdir())
    (folder / "site/CNAME").write_text("mine", encoding="utf-8")
    (folder / "site/reports/0123456789abcdef.html").write_text("<p>mine</p>", encoding="utf-8")
    assert main(["page", "reports/b.txt", "-o", "site"]) == 0
    assert not old.exists()
    assert [line["issuer"] for line in data_of(folder / "site")["reports"]] == ["乙市卫生健康委员会"]
    assert (folder / "site/CNAME").read_text(encoding="utf-8") == "mine"
    assert (folder / "site/reports/0123456789abcdef.html").exists()


def test_folders_that_hold_something_else_are_refused(folder, capfd):
    assert main(["page", "reports/a.txt", "-o", "reports/"]) == 2
    assert "E182" in capfd.readouterr().err
    (folder / "site").mkdir()
    assert main(["page", "reports/a.txt", "-o", "site/"]) == 0
    (folder / "site/new.txt").write_text(report_text(), encoding="utf-8")
    assert main(["page", "site/new.txt", "-o", "site/"]) == 2
    assert "E181" in capfd.readouterr().err


def test_a_site_below_its_inputs_is_not_read_as_reports(folder, capfd):
    for name in ("c.txt", "d.pdf"):
        (folder / "reports" / name).unlink()
    for _ in range(2):
        assert main(["page", "reports", "-o", "reports/site/"]) == 0
        assert len(data_of(folder / "reports/site")["inputs"]) == 2
    assert "3 个文件没有当作报告读" in capfd.readouterr().err


def test_nothing_is_left_of_a_site_that_fails(folder):
    def interrupted():
        with open_site("new/site", BOOK, "zh") as site:
            site.add(extract(report_text(), name="a.txt"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not list((folder / "new").iterdir())


def test_a_failure_of_the_disk_is_told(folder, monkeypatch):
    (folder / "file").write_text("", encoding="utf-8")
    with pytest.raises(FazhiError) as caught, open_site("file/site", BOOK, "zh"):
        pass
    assert caught.value.code == "E301"


def test_the_id_of_a_foreign_result_leads_nowhere(folder):
    report = extract(report_text(), name="a.txt").model_dump(mode="json")
    report["report_id"] = "../../out"
    with open_site("site", BOOK, "zh") as site:
        site.add(Report.model_validate_json(json.dumps(report)))
    assert not list(folder.rglob("out*"))
    [page] = (folder / "site/reports").iterdir()
    assert re.fullmatch(r"[0-9a-f]{16}\.html", page.name)
    assert data_of(folder / "site")["reports"][0]["page"] == f"reports/{page.name}"


def test_a_report_without_its_text_has_a_line_and_no_page(folder, capfd):
    assert main(["extract", "reports/a.txt", "--no-text", "-o", "made.jsonl"]) == 0
    assert main(["page", "made.jsonl", "-o", "site/"]) == 0
    assert "1 份报告没有单独的页面" in capfd.readouterr().err
    [line] = data_of(folder / "site")["reports"]
    assert (line["issuer"], line["page"]) == ("甲市卫生健康委员会", None)
    assert not list((folder / "site/reports").iterdir())


def test_no_reports_give_an_index_too(folder):
    assert main(["page", "reports/d.pdf", "-o", "site/"]) == 1
    data = data_of(folder / "site")
    assert (data["reports"], data["columns"], len(data["inputs"])) == ([], [], 1)
