"""All tables as a folder of CSV files, which ``datapackage.json`` describes (Data Package 2.0, datapackage.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from fazhi_extract import __version__
from fazhi_extract.messages import message
from fazhi_extract.table.collect import Options
from fazhi_extract.table.columns import TABLES, Table, about, title
from fazhi_extract.table.csv_file import PANEL, CsvWriter
from fazhi_extract.table.headline import STATES
from fazhi_extract.table.panel import Panel, PanelColumn
from fazhi_extract.table.rows import Row

_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"


class FolderWriter:
    """A CSV file for every long table and for the panel, in a folder that is there already."""

    def __init__(self, folder: Path, options: Options, *, bom: bool = False) -> None:
        self.tables = tuple(TABLES)
        self.wants_panel = True
        self._folder = folder
        self._options = options
        self._files: list[BinaryIO] = []
        self._writers = {name: CsvWriter(self._open(name), name, options, bom=bom) for name in (*TABLES, PANEL)}

    def _open(self, name: str) -> Any:
        file = open(self._folder / f"{name}.csv", "wb")  # noqa: SIM115
        self._files.append(file)
        return file.write

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Writes rows of a long table."""
        self._writers[table].add(table, rows)

    def finish(self, panel: Panel) -> None:
        """Writes the panel and the description."""
        self._writers[PANEL].finish(panel)
        columns = panel.columns(self._options.style, self._options.template)
        described = _package(columns, self._options)
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        (self._folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")
        for file in self._files:
            file.close()

    def close(self) -> None:
        """Closes what a failure has left open."""
        for file in self._files:
            with suppress(OSError):
                file.close()


def _package(panel: list[PanelColumn], options: Options) -> dict[str, Any]:
    resources = [_resource(table, options.lang) for table in options.tables.values()]
    fields = [_panel_field(column, options) for column in panel]
    resources.append(_described(PANEL, {"$schema": _SCHEMA, "fields": fields}, options.lang))
    return {
        "$schema": _PACKAGE,
        "name": "fazhi-tables",
        "title": message("table.title", options.lang),
        "description": message("table.about", options.lang, version=__version__),
        "resources": resources,
    }


def _resource(table: Table, lang: str) -> dict[str, Any]:
    fields = []
    for column in table.columns:
        field: dict[str, Any] = {
            "name": column.name, "type": column.type, "title": title(column.name, lang),
            "description": about(table.name, column.name, lang),
        }  # fmt: skip
        if column.name == "state":
            field["constraints"] = {"enum": list(STATES)}
        elif table.key == (column.name,):
            field["constraints"] = {"required": True, "unique": True}
        fields.append(field)
    schema: dict[str, Any] = {"$schema": _SCHEMA, "fields": fields, "primaryKey": list(table.key)}
    # Of references with several columns some validators say that a null (a figure before the first heading) breaks them;
    # in the database they are kept.
    simple = [reference for reference in table.references if len(reference.columns) == 1]
    if simple:
        schema["foreignKeys"] = [
            {"fields": list(r.columns), "reference": {"resource": r.table, "fields": list(r.keys)}} for r in simple
        ]
    return _described(table.name, schema, lang)


def _described(name: str, schema: dict[str, Any], lang: str) -> dict[str, Any]:
    return {
        "name": name, "type": "table", "path": f"{name}.csv", "title": message(f"table.{name}.title", lang),
        "description": message(f"table.{name}.about", lang), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "schema": schema,
    }  # fmt: skip


def _panel_field(column: PanelColumn, options: Options) -> dict[str, Any]:
    if column.key is None:
        kind = "integer" if column.fixed == "reporting_year" else "string"
        return {
            "name": column.head, "type": kind, "title": title(column.fixed, options.lang),
            "description": about("panel", column.fixed, options.lang),
        }  # fmt: skip
    known = options.indicators.get(column.key.indicator)
    name = column.key.name(known, options.lang)
    definition = ((known.definition_en if options.lang == "en" else "") or known.definition) if known else ""
    said = message(f"about.cell.{column.part}", options.lang, code=column.key.code, unit=column.unit or "-")
    # A figure's column holds words too, where there is no one number: nothing may be lost.
    return {
        "name": column.head,
        "type": "any" if column.part == "value" else "string",
        "title": name,
        "description": f"{said} {definition}".strip(),
    }
