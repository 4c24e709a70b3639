"""The published schema is up to date, and says what it should."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fazhi_extract.model.schema import report_schema, schema_json

PUBLISHED = Path(__file__).parents[2] / "schemas" / "report.schema.json"


def test_the_published_schema_is_up_to_date():
    assert PUBLISHED.read_text(encoding="utf-8") == schema_json(), "run: fazhi schema -o schemas/report.schema.json"


def test_it_names_itself():
    schema = report_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(":" + schema["version"])
    Draft202012Validator.check_schema(schema)


def test_every_field_is_described():
    schema = report_schema()
    bare = [
        f"{name}.{field}"
        for name, model in [("Report", schema), *schema["$defs"].items()]
        for field, entry in model["properties"].items()
        if "description" not in entry
    ]
    assert bare == []


def test_it_holds_for_reports_and_for_those_without_text(payload):
    validator = Draft202012Validator(report_schema())
    validator.validate(payload)
    del payload["source"]["text"]
    validator.validate(payload)


def test_it_lets_unknown_fields_pass(payload):
    payload["schema_version"] = "1.9"
    for place in (payload, payload["metadata"], payload["metrics"][0], payload["metrics"][0]["attributes"]):
        place["mood"] = "good"
    Draft202012Validator(report_schema()).validate(payload)


@pytest.mark.parametrize(
    ("place", "field", "value"),
    [
        ("metrics", "kind", "sum"),
        ("metrics", "value", "12"),
        ("metrics", "span", [1]),
        ("metrics", "attributes", {"stage": "finished"}),
        ("dates", "start", 2021),
        ("turned_down", "reason", "dull"),
    ],
)
def test_it_refuses_what_is_wrong(payload: dict[str, Any], place: str, field: str, value: Any):
    payload[place][0][field] = value
    assert not Draft202012Validator(report_schema()).is_valid(json.loads(json.dumps(payload)))
