"""Pages of the docs that are made from data say what the data say.

``TL_REWRITE_GOLDEN=1`` writes them anew.
"""

import os
from pathlib import Path

from tl_analyzer.frames import nomenclature

DOCS = Path(__file__).parent.parent / "docs"

INTRODUCTION = """# Nomenclature

Columns of every table, with unit and meaning; made from `tl_analyzer/nomenclature.toml`.
`tl_analyzer.frames.frame(log, "sets")` gives a table as a pandas frame. Times are in UTC, the zone
they were lived in stands beside them.
"""


def nomenclature_page() -> str:
    parts = [INTRODUCTION]
    for table, columns in nomenclature().items():
        parts.append(f"\n## {table}\n\n| column | unit | meaning |\n|---|---|---|\n")
        parts += [f"| `{c.name}` | {c.unit} | {c.meaning} |\n" for c in columns]
    return "".join(parts)


def test_the_nomenclature_page_is_made_from_the_table() -> None:
    page = DOCS / "nomenclature.md"
    if os.environ.get("TL_REWRITE_GOLDEN"):
        page.write_text(nomenclature_page(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == nomenclature_page()
