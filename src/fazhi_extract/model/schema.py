"""The JSON Schema of a report, as it is published in ``schemas/``."""

from __future__ import annotations

import json
from typing import Any

from fazhi_extract.model.report import SCHEMA_VERSION, Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """The schema of what is written (JSON Schema 2020-12).

    Fields that it does not know are allowed, so that readers who validate with it also read tomorrow's minor versions.
    """
    schema = Report.model_json_schema(mode="serialization")
    _let_unknown_fields_pass(schema)
    # What has a default is always written all the same, but for the text that --no-text leaves out.
    for model in (schema, schema["$defs"]["Metadata"]):
        model["required"] = list(model["properties"])
    return {
        "$schema": _DIALECT,
        "$id": f"urn:fazhi-extract:schema:report:{SCHEMA_VERSION}",
        "version": SCHEMA_VERSION,
        **schema,
    }


def schema_json() -> str:
    """The schema as the text of its file."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"


def _let_unknown_fields_pass(node: object) -> None:
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            del node["additionalProperties"]
        for child in node.values():
            _let_unknown_fields_pass(child)
    elif isinstance(node, list):
        for child in node:
            _let_unknown_fields_pass(child)
