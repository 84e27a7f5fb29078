"""Pages of the docs that are made from data say what the data say.

``TL_REWRITE_GOLDEN=1`` writes them anew.
"""

import os
import re
from pathlib import Path

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import BodyMass, Problem, Tally
from tl_analyzer.tables.columns import nomenclature

DOCS = Path(__file__).parent.parent / "docs"

INTRODUCTION = """# Nomenclature

Columns of every table, with unit and meaning; made from `tl_analyzer/tables/nomenclature.toml`.
`tl_analyzer.frames.frame(log, "sets")` gives a table as a pandas frame, with what is marked
derived; stores and exports have all the others. Times are in UTC, the zone they were lived in
stands beside them.
"""


def nomenclature_page() -> str:
    parts = [INTRODUCTION]
    for table, columns in nomenclature().items():
        parts.append(f"\n## {table}\n\n| column | type | unit | meaning |\n|---|---|---|---|\n")
        parts += [
            f"| `{c.name}` | {c.type.value}{' (derived)' * c.derived} | {c.unit} | {c.meaning} |\n"
            for c in columns
        ]
    return "".join(parts)


def test_the_nomenclature_page_is_made_from_the_table() -> None:
    page = DOCS / "nomenclature.md"
    if os.environ.get("TL_REWRITE_GOLDEN"):
        page.write_text(nomenclature_page(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == nomenclature_page()


def test_the_adapter_of_the_docs_works_as_it_stands() -> None:
    page = (DOCS / "adapters.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    scope: dict[str, object] = {}
    exec(code, scope)
    made = scope["ScaleAdapter"]
    assert isinstance(made, type)
    adapter = made()
    assert isinstance(adapter, Adapter)
    data = b"day,kg\n2026-11-12,78.5\n2026-11-13,heavy\n"
    file = SourceFile.of_bytes("scale.csv", data)
    assert adapter.recognises(file)
    mass, problem, tally = adapter.read(file, Reading(zone="Europe/Berlin"))
    assert isinstance(mass, BodyMass) and mass.mass.kg == 78.5
    assert isinstance(problem, Problem) and problem.line == 3
    assert isinstance(tally, Tally) and (tally.read, tally.refused) == (1, 1)
