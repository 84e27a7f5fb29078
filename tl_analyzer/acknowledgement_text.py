"""Acknowledgements in a text (TOML) that people may read and edit; what else stands in it stays."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

import tomlkit
from tomlkit.items import AoT

from tl_analyzer.acknowledgement import TABLE, Acknowledgement

_HEAD = "Flags that somebody has seen and put aside for a time. `tl ack` writes this file."


def with_acknowledgement(text: str, athlete: str, made: Acknowledgement) -> str:
    """The text with an acknowledgement; an earlier one of the same flag and athlete gives way."""
    document = tomlkit.parse(without_acknowledgement(text, athlete, made.code))
    if not document.body:
        document.add(tomlkit.comment(_HEAD))
        document.add(tomlkit.nl())
    if TABLE not in document:
        document.append(TABLE, tomlkit.aot())
    table = tomlkit.table()
    table["athlete"] = athlete
    values = made.model_dump(exclude_none=True)
    values["severity"] = made.severity.value
    values["made_at"] = made.made_at.astimezone(UTC)
    table.update(values)
    _tables(document).append(table)
    return tomlkit.dumps(document)


def without_acknowledgement(text: str, athlete: str, code: str) -> str:
    """The text without the acknowledgement of a flag of an athlete."""
    document = tomlkit.parse(text)
    tables = _tables(document)
    for place in reversed(range(len(tables))):
        if (tables[place].get("athlete"), tables[place].get("code")) == (athlete, code):
            del tables[place]
    if TABLE in document and not tables:
        del document[TABLE]
    return tomlkit.dumps(document)


def text_of(athlete: str, some: Iterable[Acknowledgement]) -> str:
    """A text of some acknowledgements alone; empty without any."""
    text = ""
    for each in some:
        text = with_acknowledgement(text, athlete, each)
    return text


def _tables(document: tomlkit.TOMLDocument) -> Any:
    held = document.get(TABLE)
    return held if isinstance(held, AoT) else []
