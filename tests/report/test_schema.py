"""The published JSON Schema. TL_REWRITE_GOLDEN=1 publishes it anew."""

import os
from pathlib import Path

import jsonschema

import tl_analyzer.report.schema as published
from tl_analyzer.report.schema import (
    SCHEMA_FILE,
    model_schema,
    published_schema,
    schema_text,
)


def test_the_published_schema_is_the_schema_of_the_code() -> None:
    if os.environ.get("TL_REWRITE_GOLDEN"):
        Path(published.__file__).with_name(SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    assert published_schema() == model_schema()


def test_it_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(published_schema())
