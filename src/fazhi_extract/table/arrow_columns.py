"""Rows of the long tables as columns of Apache Arrow, for Parquet files and for engines that pass record batches.

pyarrow is an extra (``pip install 'fazhi-extract[parquet]'``) and is loaded when the first function is called.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from fazhi_extract.errors import FazhiError
from fazhi_extract.table.columns import Column, Value


def pyarrow() -> Any:
    """The library. Raises :class:`FazhiError` (E342) where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise FazhiError("E342") from error
    return pyarrow


def arrow_schema(columns: Iterable[Column]) -> Any:
    """The columns of a long table as a ``pyarrow.Schema``: utf8, int64, float64, bool and date32, all nullable."""
    pa = pyarrow()
    types = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
    }  # fmt: skip
    return pa.schema([(column.name, types[column.type]) for column in columns])


def arrow_row(row: Sequence[Value], columns: Sequence[Column]) -> tuple[Any, ...]:
    """A row with its values as Arrow takes them.

    Raises ``ValueError`` or ``OverflowError`` for a value that its column cannot hold, so that one row can be told
    apart from the others of its batch.
    """
    return tuple(
        None if value is None else _READY[column.type](value) for value, column in zip(row, columns, strict=True)
    )


def arrow_arrays(rows: Sequence[Sequence[Any]], schema: Any) -> list[Any]:
    """Rows that :func:`arrow_row` has made ready, as one array for each field of the schema."""
    pa = pyarrow()
    return [pa.array([row[place] for row in rows], field.type) for place, field in enumerate(schema)]


def _integer(value: Any) -> int:
    number = int(value)
    if not -(2**63) <= number < 2**63:
        raise OverflowError(value)
    return number


def _text(value: Any) -> str:
    words = str(value)
    words.encode()  # what is no Unicode (lone surrogates) fails here and not amid a batch
    return words


_READY: dict[str, Callable[[Any], Any]] = {
    "string": _text,
    "integer": _integer,
    # Arrow refuses integers that a double cannot hold exactly; the digits as written stay in the column ``text``.
    "number": float,
    "boolean": bool,
    "date": datetime.date.fromisoformat,
}
