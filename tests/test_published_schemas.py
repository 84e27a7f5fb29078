"""The published JSON Schemas. TL_REWRITE_GOLDEN=1 publishes them anew."""

import os
from importlib import import_module
from pathlib import Path

import jsonschema
import pytest

from tl_analyzer.agenda.schema import SCHEMA as AGENDA
from tl_analyzer.published_schema import PublishedSchema
from tl_analyzer.report.schema import SCHEMA as REPORT
from tl_analyzer.roster.schema import SCHEMA as ROSTER


@pytest.mark.parametrize("schema", (REPORT, ROSTER, AGENDA), ids=lambda schema: schema.file)
def test_a_published_schema_is_valid_and_that_of_the_code(schema: PublishedSchema) -> None:
    if os.environ.get("TL_REWRITE_GOLDEN"):
        package = str(import_module(schema.package).__file__)
        Path(package).with_name(schema.file).write_text(schema.text(), encoding="utf-8")
    assert schema.published() == schema.defined()
    jsonschema.Draft202012Validator.check_schema(schema.published())
