"""A roster as a document for programs fits its published schema."""

import json

import jsonschema

from tests.roster.lines import AS_OF, line
from tl_analyzer.finding import Severity
from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.formats import FORMATS
from tl_analyzer.roster.roster import roster
from tl_analyzer.roster.schema import SCHEMA


def test_it_holds_a_roster_with_its_levels() -> None:
    found = roster([line("a", (Severity.RED, "new")), line("b", error="no zone")], AS_OF)
    written = json.loads(FORMATS["json"](found, Layout()))
    jsonschema.validate(written, SCHEMA.published())
    assert [each["level"] for each in written["lines"]] == ["red", "not read"]
