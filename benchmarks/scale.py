"""What a report costs, in time and in bytes, and what that comes to for a million: the figures of docs/scale.md.

    python benchmarks/scale.py [--copies N] [--json FILE] [REPORT…]

Without reports: the samples and those of tests/data/reports. For the times, each is taken as often as --copies says;
they are those of the processor in one process (waiting for other programs does not count), without the start. Bytes are
those of each report once, since compression would make little of copies.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import platform
import resource
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from fazhi_extract.arrow import extract_batches, schema
from fazhi_extract.batch.job import Settings, Task, worker

ROOT = Path(__file__).resolve().parent.parent
MILLION = 1_000_000


def parquet_bytes(table: pa.Table, compression: str) -> int:
    """The size of a table as a file of Parquet."""
    out = io.BytesIO()
    pq.write_table(table, out, compression=compression)
    return out.tell()


def measure(paths: list[Path], copies: int) -> dict[str, float]:
    """The figures, each for one report on average."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    count = len(texts)
    batches = pa.table({"name": [f"{number:07}.txt" for number in range(count)], "text": texts}).to_batches(100)
    found = list(extract_batches(batches))  # the first report waits for the rules
    start = time.process_time()
    for _ in range(copies):
        for _ in extract_batches(batches):
            pass
    arrow = (time.process_time() - start) / copies
    table = pa.Table.from_batches(found, schema=schema())
    headline = table.filter(table["headline"])

    make = worker(Settings("zh"), warm=True)
    start = time.process_time()
    for _ in range(copies):
        lines = [make(Task(number, f"{number:07}.txt", text=text)).data for number, text in enumerate(texts)]
    whole = (time.process_time() - start) / copies
    bare = worker(Settings("zh", with_text=False))
    shorter = [bare(Task(number, f"{number:07}.txt", text=text)).data for number, text in enumerate(texts)]
    return {
        "reports": count,
        "characters": sum(map(len, texts)) / count,
        "text_bytes": sum(len(text.encode()) for text in texts) / count,
        "figures": sum(batch.num_rows for batch in found) / count,
        "headline_figures": headline.num_rows / count,
        "ms_arrow_rows": arrow / count * 1000,
        "ms_json": whole / count * 1000,
        "json_bytes": sum(map(len, lines)) / count,
        "json_without_text_bytes": sum(map(len, shorter)) / count,
        "json_gzip_bytes": len(gzip.compress(b"".join(lines), 6)) / count,
        "arrow_bytes": table.nbytes / count,
        "parquet_snappy_bytes": parquet_bytes(table, "snappy") / count,
        "parquet_zstd_bytes": parquet_bytes(table, "zstd") / count,
        "parquet_headline_zstd_bytes": parquet_bytes(headline, "zstd") / count,
        "parquet_no_quote_zstd_bytes": parquet_bytes(table.drop_columns(["quote"]), "zstd") / count,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main(arguments: list[str]) -> int:
    """Prints the table; the right column is for a million reports: hours of one processor, gigabytes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("reports", nargs="*", type=Path)
    asked = parser.parse_args(arguments)
    made = [*sorted((ROOT / "samples").glob("*.txt")), *sorted((ROOT / "tests/data/reports").glob("*.txt"))]
    figures = measure(asked.reports or made, asked.copies)
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    for name, value in figures.items():
        total = ""
        if name.startswith("ms_"):
            total = f"{value * MILLION / 3.6e6:10.1f} h"
        elif name.endswith("bytes"):
            total = f"{value * MILLION / 1e9:10.1f} GB"
        print(f"{name:30}{value:12.1f}{total}")
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
