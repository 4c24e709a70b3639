"""Arrow record batches of reports in, batches of figures out."""

import math
from itertools import islice

import pyarrow as pa
import pytest

import fazhi_extract.arrow
from fazhi_extract import FazhiError, extract
from fazhi_extract.arrow import extract_batches, extract_table, schema, spark_ddl
from fazhi_extract.rulebook import Rulebook
from fazhi_extract.table.rows import flat_metrics
from made_reports import WEST, report_text


def batch(**columns):
    return pa.RecordBatch.from_pydict(columns)


def rows(*batches, **options):
    return [row for found in extract_batches(iter(batches), **options) for row in found.to_pylist()]


def test_rows_are_those_of_the_long_table():
    text = report_text()
    found = rows(batch(name=["甲.txt"], text=[text]))
    flat = list(flat_metrics(extract(text, name="甲.txt"), Rulebook.default().indicators, "zh"))
    assert len(found) == len(flat) > 5
    for row, expected in zip(found, flat, strict=True):
        assert row.pop("name") == expected.pop("path")
        assert (row.pop("error_code"), row.pop("error_message")) == (None, None)
        assert {key: str(value) if key.startswith("period_") and value is not None and key != "period_stated" else value
                for key, value in row.items()} == expected  # fmt: skip


def test_every_span_points_at_its_words():
    text = report_text()
    for row in rows(batch(name=["甲.txt"], text=[text])):
        assert text[row["span_start"] : row["span_end"]] == row["text"]


def test_a_file_in_bytes_is_read_like_a_file():
    found = rows(
        batch(name=["a.txt", "b.txt"], bytes=[report_text().encode("gb18030"), report_text(body=WEST).encode()])
    )
    assert {row["name"] for row in found} == {"a.txt", "b.txt"}
    assert {row["issuer"] for row in found} == {"甲市卫生健康委员会"}
    assert "**件" in {row["text"] for row in found}


def test_bytes_stand_in_where_there_is_no_text():
    found = rows(batch(name=["a", "b"], text=[None, report_text(year=2022)], bytes=[report_text().encode(), b"\xff"]))
    assert {(row["name"], row["reporting_year"]) for row in found} == {("a", 2021), ("b", 2022)}


def test_a_bad_report_is_a_row_and_stops_no_other():
    data = [report_text().encode(), b"%PDF-1.7 broken", None, b"\x00\x01\x02" * 40, report_text(year=2019).encode()]
    found = rows(batch(name=["good", "pdf", "null", "binary", "last"], bytes=data), lang="en")
    failed = {row["name"]: row for row in found if row["error_code"]}
    assert list(failed) == ["pdf", "null", "binary"]
    assert failed["null"]["error_code"] == "E246"
    assert all(row["error_message"].startswith(name) and row["id"] is None for name, row in failed.items())
    assert {row["reporting_year"] for row in found if row["name"] in ("good", "last")} == {2021, 2019}


def test_a_fault_of_the_program_is_a_row(monkeypatch):
    import fazhi_extract.pipeline as pipeline

    whole = pipeline.extract_document

    def faulty(document, **options):
        if document.path == "b":
            raise RuntimeError("no")
        return whole(document, **options)

    monkeypatch.delenv("FAZHI_DEBUG", raising=False)
    monkeypatch.setattr(pipeline, "extract_document", faulty)
    found = rows(batch(name=["a", "b", "c"], text=[report_text()] * 3))
    assert [row["error_code"] for row in found if row["name"] == "b"] == ["E901"]
    assert {row["name"] for row in found if row["id"]} == {"a", "c"}


@pytest.mark.parametrize("digits", [16, 23, 30])
def test_a_number_beyond_a_column_costs_no_batch(digits):
    found = rows(batch(name=["a", "b"], text=["全年受理投诉" + "9" * digits + "件。", "全年受理投诉12件。"]))
    assert [row["value"] for row in found if row["name"] == "b"] == [12.0]
    (huge,) = [row for row in found if row["name"] == "a"]
    assert huge["error_code"] is None
    assert math.isclose(huge["value"], float("9" * digits))
    assert huge["text"] == "9" * digits + "件"


def test_a_report_without_figures_is_still_counted():
    (row,) = rows(batch(name=["a"], text=["甲市司法局2021年度法治政府建设情况报告\n工作平稳。\n"]))
    assert (row["name"], row["id"], row["error_code"]) == ("a", None, None)
    assert row["report_id"]
    assert row["reporting_year"] == 2021


def test_what_the_crawler_knows_goes_before_the_text():
    found = rows(batch(name=["a"], text=[report_text()], issuer=["乙市卫生健康委员会"], 年度=[2020]))
    assert {(row["issuer"], row["reporting_year"]) for row in found} == {("乙市卫生健康委员会", 2020)}
    (row,) = rows(batch(name=["a"], text=[report_text()], year=["去年"]))
    assert row["error_code"] == "E237"


def test_kept_columns_stay_with_their_reports():
    found = rows(
        batch(name=["a", "b", "c"], text=[report_text(), None, report_text()], crawl=[[1], [2], None], other=[1, 2, 3]),
        keep=["crawl"],
    )
    assert {(row["name"], str(row["crawl"])) for row in found} == {("a", "[1]"), ("b", "[2]"), ("c", "None")}
    assert "other" not in found[0]


@pytest.mark.parametrize(
    ("columns", "keep", "code"),
    [
        ({"name": ["a"], "content": [b""]}, [], "E235"),
        ({"text": ["a"]}, [], "E235"),
        ({"name": ["a"], "text": ["a"]}, ["url"], "E235"),
        ({"name": ["a"], "text": ["a"]}, ["text"], "E236"),
        ({"name": ["a"], "text": ["a"], "url": ["a"]}, ["url", "url"], "E236"),
    ],
)
def test_wrong_columns_are_told_at_once(columns, keep, code):
    with pytest.raises(FazhiError) as raised:
        rows(batch(**columns), keep=keep)
    assert raised.value.code == code


def test_memory_does_not_grow_with_the_batches(monkeypatch):
    """A batch of the output is given out before the rest of its input is read, and batches are read as they are asked for."""
    monkeypatch.setattr(fazhi_extract.arrow, "BATCH_ROWS", 20)
    read = []

    def batches():
        for number in range(3):
            read.append(number)
            yield batch(name=["a"] * 30, text=[report_text()] * 30)

    figures = len(rows(batch(name=["a"], text=[report_text()])))
    sizes = [part.num_rows for part in islice(extract_batches(batches()), 4)]
    assert read == [0]
    assert all(20 <= size < 20 + figures for size in sizes)


def test_all_batches_have_the_schema_and_empty_ones_give_none():
    empty = batch(name=["a"], text=["a"]).slice(0, 0)
    assert list(extract_batches([empty])) == []
    kept = [pa.field("url", pa.large_string())]
    some = pa.RecordBatch.from_arrays(
        [pa.array(["a"]), pa.array([report_text()], pa.large_string()), pa.array(["u"], pa.large_string())],
        ["name", "text", "url"],
    )
    (found,) = extract_batches([some], keep=["url"])
    assert found.schema == schema(kept)
    table = pa.Table.from_batches([some])
    assert extract_table(table, keep=["url"]).schema == schema(kept)
    assert extract_table(table.slice(0, 0), keep=["url"]).num_rows == 0


def test_spark_has_the_same_columns_in_the_same_order():
    pairs = [pair.rsplit(" ", 1) for pair in spark_ddl(keep={"url": "string"}).split(", ")]
    types = {
        "string": pa.string(),
        "bigint": pa.int64(),
        "double": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    assert [(name.strip("`"), types[kind]) for name, kind in pairs] == [
        (field.name, field.type) for field in schema([pa.field("url", pa.string())])
    ]


def test_rules_of_ones_own(tmp_path):
    own = tmp_path / "my.toml"
    own.write_text(
        '[[indicator]]\ncode = "my.trees"\nzh = "古树数"\ndimension = "count"\nunits = ["株"]\nphrasings = ["古树…N"]\n',
        encoding="utf-8",
    )
    found = rows(batch(name=["a"], text=["全年保护古树320株。"]), rules=[str(own)])
    assert [(row["indicator"], row["value"]) for row in found] == [("my.trees", 320.0)]
    with pytest.raises(FazhiError, match="E401"):
        rows(batch(name=["a"], text=["a"]), rules=[str(tmp_path / "none.toml")])
