"""The extraction on Daft: python examples/engines/daft_run.py [REPORTS] (needs pip install daft fazhi-extract)."""

import sys

import daft
import pyarrow as pa
from reports import answer, digest, made

from fazhi_extract.arrow import extract_batches, schema

FIGURE = pa.struct(list(schema()))


@daft.func.batch(return_dtype=daft.DataType.list(daft.DataType.from_arrow_type(FIGURE)), batch_size=100)
def figures_of(name, data, issuer, year):
    """The figures of each report, as a list: a function of Daft gives as many rows as it gets."""
    columns = [column.to_arrow() for column in (name, data, issuer, year)]
    reports = pa.RecordBatch.from_arrays(columns, ["name", "bytes", "issuer", "year"])
    found = []
    for place in range(reports.num_rows):
        found.append([row for batch in extract_batches([reports.slice(place, 1)]) for row in batch.to_pylist()])
    return pa.array(found, pa.list_(FIGURE))


def main(count: int) -> int:
    """The run; 1 unless Daft's rows are those of one process."""
    reports = made(count)
    expected, _, failures = answer(reports)
    column = daft.col
    table = daft.from_arrow(reports).into_partitions(8)
    lists = table.select(figures_of(column("name"), column("bytes"), column("issuer"), column("year")).alias("figure"))
    rows = lists.explode("figure").select(column("figure").unnest()).to_arrow().to_pylist()
    print(f"Daft {daft.__version__}: {count} reports, {len(rows)} rows, {failures} errors")
    same = digest(rows) == expected
    print("the same rows as in one process" if same else "NOT the same")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
