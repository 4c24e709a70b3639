"""What the engines are given, and what they must give back: reports made from the samples, and the answer of one process.

    from reports import answer, made

The reports are the samples with issuers and years of their own (the columns ``issuer`` and ``year`` go before the
text), and every hundredth is damaged.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa

from fazhi_extract.arrow import extract_batches

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.txt"))
YEARS = range(2016, 2024)


def made(count: int) -> pa.Table:
    """So many reports: ``name``, ``bytes``, ``issuer``, ``year``."""
    texts = [sample.read_bytes() for sample in SAMPLES]
    rows = []
    for number in range(count):
        issuer, year = divmod(number // 2, len(YEARS))  # two of each
        data = texts[number % len(texts)] + f"\n{number}\n".encode()
        if number % 100 == 99:
            data = b"%PDF-1.4\n" + data[:200]
        rows.append(
            {"name": f"{number:06}.txt", "bytes": data, "issuer": f"{issuer:04}号样例机关", "year": YEARS[year]}
        )
    return pa.Table.from_pylist(rows)


def digest(rows: Iterable[dict[str, Any]]) -> str:
    """Stands for a set of rows in any order."""
    whole = 0
    for row in rows:
        words = "\x1f".join(str(row[key]) for key in sorted(row))
        whole = (whole + int.from_bytes(hashlib.sha256(words.encode()).digest())) % 2**256
    return f"{whole:064x}"[:16]


def answer(table: pa.Table) -> tuple[str, Counter[tuple[str | None, int | None]], int]:
    """What one process makes of them: the digest of all rows, figures by issuer and year, and reports that failed."""
    rows = [row for batch in extract_batches(table.to_batches(100)) for row in batch.to_pylist()]
    figures = Counter((row["issuer"], row["reporting_year"]) for row in rows if row["id"])
    return digest(rows), figures, sum(row["error_code"] is not None for row in rows)
