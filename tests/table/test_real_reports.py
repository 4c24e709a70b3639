"""The panel of the exam's real reports, where its folder lies beside the project."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "exam" / "reports"
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the exam's folder ../shared/exam is not here")


@pytest.fixture
def panel(fazhi):
    status, out, err = fazhi("table", REPORTS, "--panel")
    assert (status, err) == (0, "")
    rows = {Path(row["path"]).stem: row for row in csv.DictReader(io.StringIO(out))}
    return lambda report, column: (rows[report][column], rows[report][f"{column}.state"])


def test_penalties(panel):
    assert panel("wuxi_health_2021", "penalty.cases[stage=decided]") == ("743", "stated")
    assert panel("jiaxing_health_2020", "penalty.cases[stage=handled]") == ("2267", "stated")


def test_amounts_about_parts_are_listed_and_none_is_summed(panel):
    fines, state = panel("wuxi_health_2021", "penalty.fine_amount")
    assert state == "partial"
    assert [figure.split("（")[0] for figure in fines.split("；")] == ["341.203万元", "3.1万元"]
    total, state = panel("wuxi_health_2021", "penalty.total_amount")
    assert (total.split("（")[0], state) == ("11.005万元", "partial")


def test_none_and_masked(panel):
    assert panel("jiaxing_health_2020", "review.reconsideration_cases") == ("0", "stated_none")
    for column in (
        "penalty.fine_amount",
        "review.litigation_cases",
        "inspection.visits",
        "penalty.cases[stage=handled]",
    ):
        figure, state = panel("redacted_health_2022", column)
        assert state == "masked"
        assert figure.startswith("*")


def test_no_cell_is_blank_where_the_report_has_a_figure(fazhi):
    _, out, _ = fazhi("table", REPORTS, "--panel")
    _, figures, _ = fazhi("table", REPORTS, "--table", "cells")
    rows = {row["report_id"]: row for row in csv.DictReader(io.StringIO(out))}
    cells = list(csv.DictReader(io.StringIO(figures)))
    assert len(cells) > 80
    for cell in cells:
        column = cell["column_code"]
        if column in rows[cell["report_id"]]:
            assert rows[cell["report_id"]][column], column
            assert rows[cell["report_id"]][f"{column}.state"] == cell["state"]
        else:
            assert cell["state"] == "not_found"


def test_the_workbook_quotes_the_sentence(fazhi, tmp_path):
    assert fazhi("table", REPORTS, "-o", tmp_path / "x.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["汇总"]
    place = next(cell.column for cell in sheet[1] if cell.value == "行政处罚案件数·作出决定（件）")
    cells = [sheet.cell(row, place) for row in range(2, 5)]
    assert [cell.value for cell in cells if isinstance(cell.value, int)] == [743]
    assert all("【743件】" in cell.comment.text for cell in cells if cell.value == 743)
