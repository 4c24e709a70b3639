"""Reports in Arrow record batches, figures out: for Spark's ``mapInArrow``, Ray Data, Daft, Dask, or pyarrow alone.

Rows go in with ``name`` and ``text`` (or ``bytes``, a file's content in any format that can be read). Rows of the long
table ``metrics`` come out, with ``name`` before them and ``error_code``, ``error_message`` behind. Every report gives at
least one row: one without an ``id`` is a report without figures, or says in ``error_code`` why it could not be read.
Needs pyarrow (``pip install 'fazhi-extract[parquet]'``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from fazhi_extract.batch.given import WrongValue, field_of, given_by
from fazhi_extract.errors import FazhiError
from fazhi_extract.read import Document, from_text, read_bytes, shown_path
from fazhi_extract.table.arrow_columns import arrow_arrays, arrow_row, arrow_schema, pyarrow
from fazhi_extract.table.columns import METRICS, Column

if TYPE_CHECKING:
    from fazhi_extract.model import Report
    from fazhi_extract.rulebook import Rulebook

BATCH_ROWS = 4096
"""About how many rows a batch of the output has: what waits in memory, however large the batches of the input are."""

_INPUTS = ("name", "text", "bytes")
_COLUMNS = (Column("name"), *METRICS.columns, Column("error_code"), Column("error_message"))
_SPARK = {"string": "string", "integer": "bigint", "number": "double", "boolean": "boolean", "date": "date"}


def extract_batches(
    batches: Iterable[Any], *, rules: Sequence[str] = (), lang: str = "zh", keep: Sequence[str] = ()
) -> Iterator[Any]:
    """Turns ``pyarrow.RecordBatch`` es of reports into batches of figures, with the columns of :func:`schema`.

    Each row of the input is a report: ``name`` says which (kept, and shown in messages), ``text`` or, where that is null
    or absent, ``bytes`` holds it. Columns that ``fazhi extract --text`` knows (``issuer``, ``year``, ``region``,
    ``title``, ``url``, ``retrieved``, or their Chinese names) go before what the text says. ``keep`` names columns of
    the input that each row of the output repeats at its end; no others are carried along.

    ``rules`` are rule files of one's own, which every worker must be able to open; ``lang`` is the language of
    ``indicator_name`` and ``error_message``. Rows come in the order of the input, some :data:`BATCH_ROWS` at a time.
    A report that cannot be read becomes a row with ``error_code`` and never stops the others. Raises
    :class:`FazhiError` for what holds for all of them: a column that is missing (E235) or twice (E236), a rule file
    (E4xx), no pyarrow (E342).
    """
    pa = pyarrow()
    from fazhi_extract.rulebook import Rulebook

    book = Rulebook.load(rules) if rules else Rulebook.default()
    for batch in batches:
        _check_columns(batch.schema.names, keep)
        fields = schema([batch.schema.field(name) for name in keep])
        waiting: list[tuple[Any, ...]] = []
        places: list[int] = []
        for place in range(batch.num_rows):
            rows = _rows(batch, place, book, lang)
            waiting += rows
            places += [place] * len(rows)
            if len(waiting) >= BATCH_ROWS or place == batch.num_rows - 1:
                kept = [batch.column(name).take(pa.array(places)) for name in keep]
                own = arrow_arrays(waiting, schema())
                yield pa.RecordBatch.from_arrays([*own, *kept], schema=fields)
                waiting, places = [], []


def extract_table(table: Any, *, rules: Sequence[str] = (), lang: str = "zh", keep: Sequence[str] = ()) -> Any:
    """A ``pyarrow.Table`` of reports as one of figures, for engines that call a function with a table.

    Arguments and errors are those of :func:`extract_batches`; the whole result is in memory.
    """
    _check_columns(table.schema.names, keep)
    fields = schema([table.schema.field(name) for name in keep])
    found = extract_batches(table.to_batches(), rules=rules, lang=lang, keep=keep)
    return pyarrow().Table.from_batches(found, schema=fields)


def schema(keep: Iterable[Any] = ()) -> Any:
    """The output as a ``pyarrow.Schema``; ``keep`` has the ``pyarrow.Field`` s that are kept from the input."""
    own = arrow_schema(_COLUMNS)
    for field in keep:
        own = own.append(field)
    return own


def spark_ddl(keep: Mapping[str, str] | None = None) -> str:
    """The output as ``DataFrame.mapInArrow`` wants it: ``"name string, report_id string, …"``.

    ``keep`` has the types, in Spark's words, of the columns that are kept from the input, in the order of ``keep`` there.
    """
    fields = [(column.name, _SPARK[column.type]) for column in _COLUMNS] + list((keep or {}).items())
    return ", ".join(f"`{name.replace('`', '``')}` {type_}" for name, type_ in fields)


def _check_columns(names: Sequence[str], keep: Sequence[str]) -> None:
    there = ", ".join(names)
    if "name" not in names or not {"text", "bytes"} & set(names):
        raise FazhiError("E235", columns="name, text", there=there)
    if missing := [name for name in keep if name not in names]:
        raise FazhiError("E235", columns=", ".join(missing), there=there)
    own = {column.name for column in _COLUMNS}
    if twice := [name for place, name in enumerate(keep) if name in own or name in keep[:place]]:
        raise FazhiError("E236", columns=", ".join(twice))


def _rows(batch: Any, place: int, book: Rulebook, lang: str) -> list[tuple[Any, ...]]:
    """The rows of one report, ready for Arrow; never none."""
    name = ""
    try:
        name = shown_path(str(batch.column("name")[place].as_py() or ""))
        return _found(name, _report(batch, place, name, book, lang), book, lang)
    except FazhiError as error:
        return [_failed(name, error, lang)]
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        return [_failed(name, FazhiError("E901", path=name, reason=type(error).__name__), lang)]


def _report(batch: Any, place: int, name: str, book: Rulebook, lang: str) -> Report:
    from fazhi_extract.pipeline import extract_document

    cells = {}
    for column in batch.schema.names:
        if column not in _INPUTS and field_of(column) is not None:
            cell = batch.column(column)[place].as_py()
            if cell is not None:
                cells[column] = cell
    try:
        given = given_by(cells)
    except WrongValue as wrong:
        raise FazhiError("E237", path=name, head=wrong.head, value=wrong.words) from wrong
    document = _document(batch, place, name)
    return extract_document(document, lang=lang, rulebook=book, given=given or None)


def _document(batch: Any, place: int, name: str) -> Document:
    for column in ("text", "bytes"):
        if column in batch.schema.names:
            content = batch.column(column)[place].as_py()
            if isinstance(content, bytes):
                return read_bytes(content, path=name)
            if content is not None:
                return from_text(content, path=name)
    raise FazhiError("E246", path=name, column="text")


def _found(name: str, report: Report, book: Rulebook, lang: str) -> list[tuple[Any, ...]]:
    from fazhi_extract.table.rows import Entry, rows_of

    entry = Entry(report, {}, False, book.indicators, lang)
    rows = [arrow_row((name, *row, None, None), _COLUMNS) for row in rows_of(METRICS.name, entry)]
    head = {
        "report_id": report.report_id,
        "issuer": report.metadata.issuer,
        "reporting_year": report.metadata.reporting_year,
    }
    return rows or [_bare(name, head)]


def _failed(name: str, error: FazhiError, lang: str) -> tuple[Any, ...]:
    return _bare(name, {"error_code": error.code, "error_message": error.message(lang)})


def _bare(name: str, cells: Mapping[str, Any]) -> tuple[Any, ...]:
    """A row that holds no figure."""
    return (name, *(cells.get(column.name) for column in _COLUMNS[1:]))
