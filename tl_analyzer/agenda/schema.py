"""The published JSON Schema of the week ahead."""

from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.published_schema import PublishedSchema

SCHEMA = PublishedSchema(Agenda, "tl_analyzer.agenda", "agenda.schema.json")
