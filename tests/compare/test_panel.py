"""The panel that ``fazhi table`` writes, read back as a side of the comparison."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from fazhi_extract import extract_file
from fazhi_extract.cli import main
from fazhi_extract.compare import body_of
from fazhi_extract.compare.sheet import bodies_of
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.table.figures import same_unit
from made_reports import report_text

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
BOOK = Rulebook.default()


def read(path):
    return bodies_of(Path(path).read_bytes(), path=str(path), encoding=None, limit=1 << 24, book=BOOK)


@pytest.fixture
def fazhi(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FAZHI_LANG", raising=False)

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        return status, *capfd.readouterr()

    return run


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("panel.csv", ["--panel"]),
        ("panel.csv", ["--panel", "--names", "zh", "--bom"]),
        ("panel.csv", ["--panel", "--names", "en"]),
        ("panel.xlsx", []),
        ("panel.xlsx", ["--lang", "en"]),
    ],
)
def test_a_panel_says_what_its_reports_say(fazhi, name, options):
    assert fazhi("table", *sorted(SAMPLES.glob("*.txt")), "-o", name, "-q", *options)[:1] == (0,)
    read_back = {(body.name, body.year): body for body in read(name)}
    compared = 0
    for path in sorted(SAMPLES.glob("*.txt")):
        body = body_of(extract_file(path), BOOK.indicators)
        again = read_back[body.name, body.year]
        assert (again.key, again.unknown, again.loose) == (body.key, (), False)
        for key, reading in body.readings.items():
            if key != key.closed or reading.state not in ("stated", "stated_none"):
                continue
            if any(other != key and other.closed == key for other in body.readings):
                continue  # the panel has one cell for all items and actors
            found = again.readings[key]
            assert found.state == reading.state, key
            if reading.figure.value_to is not None:
                continue
            compared += 1
            assert found.figure.value == reading.figure.value, key
            assert found.figure.exact == reading.figure.exact, key
            assert same_unit(found.figure, reading.figure, BOOK.indicators[key.indicator].ordered_units), key
    assert compared > 250


def put(folder, year, body):
    Path(folder).mkdir()
    Path(folder, "a.txt").write_text(report_text("无锡市司法局", year, body), encoding="utf-8")


def test_last_years_panel_against_this_years_report(fazhi):
    put("old", 2020, "受理投诉举报100件。罚款20万元。开展校园周边专项整治行动，实施行政检查15户次。")
    put("new", 2021, "受理投诉举报150件，同比增长20%。罚款约30万元。实施行政检查150户次。")
    assert fazhi("table", "old", "--panel", "-o", "panel.csv", "-q")[0] == 0
    status, out, err = fazhi("compare", "panel.csv", "new")
    assert (status, err.count("\n")) == (0, 1)
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(out), delimiter="\t")}
    grown = rows["dispute.report_cases"]
    assert (grown["old"], grown["new"], grown["growth"], grown["stated"]) == ("100", "150", "50", "+20%")
    assert "增幅不符" in grown["findings"]
    assert (rows["penalty.fine_amount"]["old"], "约30万元" in rows["penalty.fine_amount"]["findings"]) == (
        "200000",
        True,
    )
    assert (rows["inspection.visits"]["old_state"], rows["inspection.visits"]["growth"]) == (
        "只有部分或其他时段的数字",
        "",
    )


def test_money_in_another_unit_and_heads_of_ones_own(fazhi):
    put("old", 2020, "受理投诉举报100件。罚款20万元。没收违法所得3万元。")
    template = "列,表头,单位\n发文机关,,\n年度,,\npenalty.fine_amount,,万元\ndispute.report_cases,来信来电,\n"
    Path("t.csv").write_text(template, encoding="utf-8")
    for names in ("code", "zh"):
        assert fazhi("table", "old", "--columns", "t.csv", "--names", names, "-o", f"{names}.csv", "-q")[0] == 0
        (body,) = read(f"{names}.csv")
        (reading,) = body.readings.values()
        assert (reading.figure.value, reading.figure.unit) == (Decimal(200000), "元")
        assert (body.unknown, body.loose) == (("来信来电",), True)
    status, _, err = fazhi("compare", "zh.csv", "old")
    assert status == 0
    assert "来信来电" in err
    # A head that does not say 元 or 万元 leaves it open.
    Path("t.csv").write_text(template.replace("amount,,", "amount,罚款金额,"), encoding="utf-8")
    assert fazhi("table", "old", "--columns", "t.csv", "-o", "own.csv", "-q")[0] == 0
    assert fazhi("compare", "own.csv", "old")[0] == 1


def test_short_names_are_told(fazhi):
    put("old", 2020, "受理投诉举报100件。")
    assert fazhi("table", "old", "--panel", "--names", "short", "-o", "panel.csv", "-q")[0] == 0
    status, _, err = fazhi("compare", "panel.csv", "old")
    assert status == 1
    assert "E525" in err
    assert "--names code" in err


def test_a_year_without_a_report_is_no_side(fazhi):
    put("old", 2018, "受理投诉举报100件。")
    put("older", 2016, "受理投诉举报90件。")
    assert fazhi("table", "old", "older", "--panel", "-o", "panel.csv", "-q")[0] == 0
    assert [body.year for body in read("panel.csv")] == [2016, 2018]
