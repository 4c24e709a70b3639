"""The extraction on Dask: python examples/engines/dask_run.py [REPORTS] (needs pip install 'dask[dataframe]' distributed)."""

import sys
import tempfile

import dask
import dask.dataframe as dd
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from dask.distributed import Client, LocalCluster
from reports import answer, digest, made

from fazhi_extract.arrow import extract_table, schema


def figures_of(reports: pd.DataFrame) -> pd.DataFrame:
    """A partition of reports as one of figures, in Arrow's types."""
    found = extract_table(pa.Table.from_pandas(reports, preserve_index=False))
    return found.to_pandas(types_mapper=pd.ArrowDtype)


def main(count: int) -> int:
    """The run; 1 unless Dask's rows are those of one process."""
    reports = made(count)
    expected, _, failures = answer(reports)
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        with Client(cluster):
            pq.write_table(reports, f"{folder}/in.parquet", row_group_size=50)
            read = dd.read_parquet(f"{folder}/in.parquet", split_row_groups=True)
            meta = schema().empty_table().to_pandas(types_mapper=pd.ArrowDtype)
            read.map_partitions(figures_of, meta=meta).to_parquet(f"{folder}/out", write_index=False, schema=schema())
        rows = ds.dataset(f"{folder}/out").to_table(columns=schema().names).to_pylist()
    print(
        f"Dask {dask.__version__}: {count} reports, {read.npartitions} partitions, {len(rows)} rows, {failures} errors"
    )
    same = digest(rows) == expected
    print("the same rows as in one process" if same else "NOT the same")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
