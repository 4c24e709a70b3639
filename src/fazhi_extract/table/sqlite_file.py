"""All long tables as an SQLite database with foreign keys, indices and views, ready for Datasette."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from fazhi_extract.table.columns import TABLES, Table
from fazhi_extract.table.panel import Panel
from fazhi_extract.table.rows import Row

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER", "date": "TEXT"}
VIEWS = {
    "headlines": "SELECT * FROM metrics WHERE headline",
    "unbound": "SELECT * FROM metrics WHERE indicator IS NULL",
    "doubtful": "SELECT * FROM metrics WHERE doubts IS NOT NULL",
    "failed_checks": (
        "SELECT c.*, r.path FROM checks AS c JOIN reports AS r USING (report_id) "
        "WHERE NOT c.agrees ORDER BY c.severity, c.report_id, c.number"
    ),
    "panel": (
        "SELECT c.issuer, c.reporting_year, r.province, r.city, r.county, r.region_code, r.issuer_level, r.issuer_type, "
        "r.issuer_key, c.column_code, i.name AS indicator_name, c.state, c.value, c.unit, c.text, c.note, "
        "c.report_id FROM cells AS c JOIN reports AS r USING (report_id) LEFT JOIN indicators AS i ON i.code = c.indicator "
        "WHERE r.in_panel"
    ),
    "coverage": (
        "SELECT column_code, count(*) AS reports, sum(state = 'stated') AS stated, sum(state = 'stated_none') AS stated_none, "
        "sum(state = 'masked') AS masked, sum(state = 'partial') AS partial, sum(state = 'several') AS several "
        "FROM cells GROUP BY column_code"
    ),
}
"""Views that answer the first questions."""


class SqliteWriter:
    """Every long table in a new database. The panel is the view ``panel``, a row for each cell."""

    def __init__(self, path: Path, tables: Mapping[str, Table] = TABLES) -> None:
        self.tables = tuple(tables)
        self._tables = tables
        self.wants_panel = False
        # The file takes its place when it is whole: it needs no journal of its own.
        self._database = sqlite3.connect(path, isolation_level=None)
        self._insert = {
            name: f"INSERT INTO {_quoted(name)} VALUES ({', '.join('?' * len(table.columns))})"
            for name, table in tables.items()
        }
        self._run("PRAGMA journal_mode = OFF")
        self._run("PRAGMA synchronous = OFF")
        self._run("BEGIN")
        for table in tables.values():
            self._run(_create(table))

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Inserts rows of a long table."""
        try:
            self._database.executemany(self._insert[table], rows)
        except sqlite3.Error as error:
            raise _failure(error) from error

    def finish(self, _: Panel) -> None:
        """Makes indices and views."""
        for table in self._tables.values():
            for columns in table.indices:
                name = _quoted("_".join((table.name, *columns)))
                self._run(f"CREATE INDEX {name} ON {_quoted(table.name)} ({_all(columns)})")
        for name, query in VIEWS.items():
            if name == "unbound" and "reviewed" in self._tables["metrics"].names:
                query += " AND reviewed IS NOT 'rejected'"
            self._run(f"CREATE VIEW {_quoted(name)} AS {query}")
        self._run("COMMIT")
        self._run("PRAGMA foreign_keys = ON")
        self._run("ANALYZE")

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def _run(self, statement: str) -> None:
        try:
            self._database.execute(statement)
        except sqlite3.Error as error:
            raise _failure(error) from error


def _create(table: Table) -> str:
    lines = [f"{_quoted(column.name)} {_TYPES[column.type]}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({_all(table.key)})")
    lines += [
        f"FOREIGN KEY ({_all(r.columns)}) REFERENCES {_quoted(r.table)} ({_all(r.keys)})" for r in table.references
    ]
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _all(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'


def _failure(error: sqlite3.Error) -> OSError:
    """As the system's failures are: those who write files turn them into an error that names the file."""
    return OSError(0, str(error))
