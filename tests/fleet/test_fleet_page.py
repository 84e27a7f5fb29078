"""The page on fleets lists what is written; ``TL_REWRITE_GOLDEN=1`` writes the list anew."""

import os
import re
from pathlib import Path

from tl_analyzer.fleet.result_columns import NESTED, RESULT_TABLES

PAGE = Path(__file__).parents[2] / "docs" / "fleet.md"
LISTED = re.compile(r"(?<=`tl_analyzer\.fleet\.report_parts` does\.\n).*?(?=\n## )", re.DOTALL)


def columns_listed() -> str:
    parts = []
    for table in RESULT_TABLES:
        parts.append(
            f"\n### {table.name}\n\n| column | type | unit | meaning |\n|---|---|---|---|\n"
        )
        for c in table.columns:
            kind = "JSON" if c.name in NESTED else c.type.value
            parts.append(f"| `{c.name}` | {kind} | {c.unit} | {c.meaning} |\n")
    return "".join(parts)


def test_the_page_lists_the_columns() -> None:
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("TL_REWRITE_GOLDEN"):
        page = LISTED.sub(lambda _: columns_listed(), page)
        PAGE.write_text(page, encoding="utf-8")
    (listed,) = LISTED.findall(page)
    assert listed == columns_listed()
