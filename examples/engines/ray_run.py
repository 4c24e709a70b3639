"""The extraction on Ray Data: python examples/engines/ray_run.py [REPORTS] (needs pip install 'ray[data]' fazhi-extract)."""

import sys

import pyarrow as pa
import ray
from reports import answer, digest, made

from fazhi_extract.arrow import extract_table


def main(count: int) -> int:
    """The run; 1 unless Ray's rows are those of one process."""
    reports = made(count)
    expected, figures, failures = answer(reports)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    found = (
        ray.data.from_arrow(reports).repartition(8).map_batches(extract_table, batch_format="pyarrow", batch_size=100)
    )
    rows = pa.concat_tables(ray.get(found.to_arrow_refs())).to_pylist()
    grouped = {(row["issuer"], row["reporting_year"]) for row in rows if row["id"]}
    print(
        f"Ray {ray.__version__}: {count} reports, {len(rows)} rows, {len(grouped)} issuers and years, {failures} errors"
    )
    same = digest(rows) == expected and grouped == set(figures)
    print("the same rows as in one process" if same else "NOT the same")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
