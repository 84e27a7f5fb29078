"""The published JSON Schema of the roster."""

from tl_analyzer.published_schema import PublishedSchema
from tl_analyzer.roster.roster import Roster

SCHEMA = PublishedSchema(Roster, "tl_analyzer.roster", "roster.schema.json")
