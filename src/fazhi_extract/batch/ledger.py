"""All that grows with the number of reports of a batch, in a temporary database on disk, so that memory does not."""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Self

from fazhi_extract.batch.earlier import Segment

_TABLES = """
CREATE TABLE inputs (number INTEGER PRIMARY KEY, entry BLOB, place BLOB, short BLOB, shown TEXT);
CREATE TABLE names (number INTEGER PRIMARY KEY, name BLOB);
CREATE TABLE taken (name BLOB PRIMARY KEY, next INTEGER) WITHOUT ROWID;
CREATE TABLE twins (key BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE earlier (shown TEXT PRIMARY KEY, path BLOB, start INTEGER, length INTEGER) WITHOUT ROWID;
CREATE TABLE results (number INTEGER PRIMARY KEY, path BLOB, start INTEGER, length INTEGER);
"""


class Ledger:
    """The inputs of a batch by number, from 0; what their outputs are called; what is like what; what lies where.

    Use it in a ``with`` statement: the database vanishes when the block ends.
    """

    def __init__(self) -> None:
        # The empty name is SQLite's own: a file without a name, gone with the connection, however that ends.
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;")
        self._base.executescript(_TABLES)
        # One transaction that never ends: there is nothing to come back to.
        self._base.execute("BEGIN")
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def __len__(self) -> int:
        return self._count

    def add(self, entry: Any, place: PurePath, shown: str) -> None:
        """Adds an input: what there is to know of it (picklable), its place in an output folder, its path as shown."""
        short, _ = _json_names(place)
        values = (self._count, pickle.dumps(entry), os.fsencode(place), _folded(short), shown)
        self._base.execute("INSERT INTO inputs VALUES (?, ?, ?, ?, ?)", values)
        self._count += 1

    def entries(self) -> Iterator[Any]:
        """All inputs, in order."""
        for number in range(self._count):
            yield pickle.loads(self._one("SELECT entry FROM inputs WHERE number = ?", number)[0])

    def name_outputs(self) -> None:
        """Gives each input the ``.json`` file, below an output folder, that its report goes into: see :meth:`name`.

        The ending of the input is replaced, or kept where two inputs differ by it alone; names still equal are
        numbered. Names count as the same where a file system that ignores case would say so.
        """
        self._base.execute("CREATE INDEX shorts ON inputs (short)")
        for number in range(self._count):
            place = self._one("SELECT place FROM inputs WHERE number = ?", number)[0]
            short, long = _json_names(PurePath(os.fsdecode(place)))
            uses = self._one("SELECT count(*) FROM (SELECT 1 FROM inputs WHERE short = ? LIMIT 2)", _folded(short))[0]
            name = self._not_taken(short if uses == 1 else long)
            self._base.execute("INSERT INTO names VALUES (?, ?)", (number, os.fsencode(name)))

    def name(self, number: int) -> PurePath:
        """The output file of an input, below the output folder."""
        return PurePath(os.fsdecode(self._one("SELECT name FROM names WHERE number = ?", number)[0]))

    def _not_taken(self, name: PurePath) -> PurePath:
        unique = name
        while True:
            known = self._one("SELECT next FROM taken WHERE name = ?", _folded(unique))
            if known is None:
                self._base.execute("INSERT INTO taken VALUES (?, 2)", (_folded(unique),))
                return unique
            # Where it left off for this name: thousands of files may be called 报告.txt.
            following = self._one("SELECT next FROM taken WHERE name = ?", _folded(name))[0]
            unique = name.with_name(f"{name.stem}-{following}.json")
            self._base.execute("UPDATE taken SET next = ? WHERE name = ?", (following + 1, _folded(name)))

    def first(self, number: int, key: bytes | str) -> str | None:
        """Remembers a key for an input; the input before it that has the key already, as shown."""
        self._base.execute("INSERT OR IGNORE INTO twins VALUES (?, ?)", (key, number))
        first = self._one("SELECT number FROM twins WHERE key = ?", key)[0]
        return None if first == number else str(self._one("SELECT shown FROM inputs WHERE number = ?", first)[0])

    def put_earlier(self, shown: str, segment: Segment) -> None:
        """Remembers where an earlier result for a path lies; the last one holds."""
        values = (shown, os.fsencode(segment.path), segment.start, segment.length)
        self._base.execute("INSERT OR REPLACE INTO earlier VALUES (?, ?, ?, ?)", values)

    def earlier(self, shown: str) -> Segment | None:
        """Where an earlier result for a path lies."""
        return _segment(self._one("SELECT path, start, length FROM earlier WHERE shown = ?", shown))

    def put_result(self, number: int, segment: Segment) -> None:
        """Remembers where the result of an input lies."""
        values = (number, os.fsencode(segment.path), segment.start, segment.length)
        self._base.execute("INSERT INTO results VALUES (?, ?, ?, ?)", values)

    def results(self) -> Iterator[Segment]:
        """Where the results lie, in the order of the inputs."""
        for row in self._base.execute("SELECT path, start, length FROM results ORDER BY number"):
            segment = _segment(row)
            assert segment is not None
            yield segment

    def _one(self, query: str, value: object) -> Any:
        return self._base.execute(query, (value,)).fetchone()


def _segment(row: tuple[bytes, int, int] | None) -> Segment | None:
    return None if row is None else Segment(os.fsdecode(row[0]), row[1], row[2])


def _json_names(place: PurePath) -> tuple[PurePath, PurePath]:
    """The output's name with the input's ending replaced, and with it kept."""
    place = place if place.name else PurePath("report")
    long = place.with_name(f"{place.name}.json")
    return (place.with_suffix(".json") if place.suffix else long), long


def _folded(name: PurePath) -> bytes:
    return os.fsencode(str(name).casefold())
