"""The published JSON Schema of the weekly report."""

import json
from importlib.resources import files

from pydantic.json_schema import GenerateJsonSchema

from tl_analyzer.report.weekly_report import WeeklyReport

#: The file inside this package that is published.
SCHEMA_FILE = "weekly_report.schema.json"


def model_schema() -> dict[str, object]:
    """Schema of the report as the code defines it."""
    body = WeeklyReport.model_json_schema(mode="serialization")
    return {"$schema": GenerateJsonSchema.schema_dialect, **body}


def schema_text() -> str:
    """Return the schema as it is written to the published file."""
    return json.dumps(model_schema(), indent=2) + "\n"


def published_schema() -> dict[str, object]:
    """Schema of the report as it is published with this package."""
    text = files("tl_analyzer.report").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    published: dict[str, object] = json.loads(text)
    return published
