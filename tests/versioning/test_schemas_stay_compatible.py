"""Documents of one major version: whoever reads the older one can read the newer one.

`schemas/` holds each schema as it was published, for good; a new minor version adds its own file.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.agenda.schema import SCHEMA as AGENDA
from tl_analyzer.published_schema import PublishedSchema
from tl_analyzer.report.schema import SCHEMA as REPORT
from tl_analyzer.roster.schema import SCHEMA as ROSTER

SCHEMAS = Path(__file__).parent / "schemas"
PUBLISHED = sorted(SCHEMAS.glob("*.json"))
NOW = {"weekly_report": REPORT, "roster": ROSTER, "agenda": AGENDA}


def lost(then: Mapping[str, Any], now: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """What a reader of the older schema would miss, or not understand."""
    for name, old in then.get("properties", {}).items():
        new = now.get("properties", {}).get(name)
        if new is None:
            yield f"{path}.{name} is gone"
        else:
            yield from lost(old, new, f"{path}.{name}")
    for name in set(then.get("required", ())) - set(now.get("required", ())):
        yield f"{path}.{name} may be missing now"
    for word in ("type", "$ref", "const", "items", "prefixItems", "additionalProperties"):
        if then.get(word) != now.get(word):
            yield f"{path}: {word} was {then.get(word)!r}, is {now.get(word)!r}"
    if not set(then.get("enum", ())) <= set(now.get("enum", ())):
        yield f"{path}: a word is gone from {then['enum']}"
    for name, old in then.get("$defs", {}).items():
        yield from lost(old, now.get("$defs", {}).get(name, {}), f"{path}#{name}")


def without_words(node: Any) -> Any:
    """A schema without its descriptions: they may change."""
    if isinstance(node, dict):
        words = {"description", "title"}
        return {
            k: without_words(v) for k, v in node.items() if not (k in words and isinstance(v, str))
        }
    return [without_words(each) for each in node] if isinstance(node, list) else node


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.stem)
def test_nothing_that_was_promised_is_gone(file: Path) -> None:
    schema: PublishedSchema = NOW[file.stem.rpartition("-")[0]]
    then = json.loads(file.read_text(encoding="utf-8"))
    assert list(lost(then, without_words(schema.published()))) == []


@pytest.mark.parametrize("name", NOW)
def test_the_version_of_today_is_kept_for_the_readers_of_tomorrow(name: str) -> None:
    published = NOW[name].published()
    properties: Any = published["properties"]
    file = SCHEMAS / f"{name}-{properties['schema_version']['default']}.json"
    if os.environ.get("TL_REWRITE_GOLDEN") and not file.exists():
        file.write_text(
            json.dumps(without_words(published), indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert without_words(published) == kept, "what has changed needs a version of its own"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"properties": {}}, ".week is gone"),
        ({"required": []}, ".week may be missing now"),
        ({"properties": {"week": {"type": "integer"}}}, "type was 'string', is 'integer'"),
    ],
)
def test_what_would_break_a_reader_is_seen(change: dict[str, Any], told: str) -> None:
    then = {"properties": {"week": {"type": "string"}}, "required": ["week"]}
    assert any(told in each for each in lost(then, {**then, **change}))
