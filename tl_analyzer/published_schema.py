"""JSON Schemas that are published beside the code that defines them."""

import json
from dataclasses import dataclass
from importlib.resources import files

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema


@dataclass(frozen=True, slots=True)
class PublishedSchema:
    """The schema of a document that programs read.

    Attributes
    ----------
    model : type
        The value that is written.
    package : str
        Where the published file lies: ``tl_analyzer.report``.
    file : str
        Its name there.
    """

    model: type[BaseModel]
    package: str
    file: str

    def defined(self) -> dict[str, object]:
        """The schema as the code defines it."""
        body = self.model.model_json_schema(mode="serialization")
        return {"$schema": GenerateJsonSchema.schema_dialect, **body}

    def text(self) -> str:
        """The schema as it is written to the published file."""
        return json.dumps(self.defined(), indent=2) + "\n"

    def published(self) -> dict[str, object]:
        """The schema as it is published."""
        text = files(self.package).joinpath(self.file).read_text(encoding="utf-8")
        found: dict[str, object] = json.loads(text)
        return found
