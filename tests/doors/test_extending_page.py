"""The code of the page on rules, words, advice and formats works as it stands."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.doors.conftest import WHEN
from tests.doors.strangers import distribution

if TYPE_CHECKING:
    from tests.doors.conftest import Tl

PAGE = Path(__file__).parents[2] / "docs" / "extending.md"

GRIP = "".join(
    f"8;2026-11-10 18:00:00;Pull;3600;Grip Crusher;{n};20;9;;;0.0;;\n" for n in range(1, 15)
)


def test_all_four_are_installed_and_used(tl: "Tl", site: Path, even: Path) -> None:
    rules, words, advice, form = re.findall(
        r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    doors = {
        "rules": {"grip": "page_rules:BOOK"},
        "lexicons": {"suomi": "page_words:BOOK"},
        "advice": {"hands": "page_advice:BOOK"},
        "formats": {"codes": "page_format:FORM"},
    }
    distribution(
        site,
        "page",
        doors,
        page_rules=rules,
        page_words=words,
        page_advice=advice,
        page_format=form,
    )
    csv = even / "strong.csv"
    csv.write_text(csv.read_text() + GRIP)
    report = json.loads(tl("report", even, *WHEN, "--format", "json").out)
    assert not [d for d in report["diagnostics"] if d["code"] in ("plugin-refused", "rule-failed")]
    (flag,) = (flag for flag in report["flags"] if flag["code"] == "GR101")
    assert (flag["severity"], flag["because"][0]["value"]) == ("watch", 14)
    assert "rice_bucket" in {item["key"] for item in report["plan"]}
    assert "GR101" in tl("report", even, *WHEN, "--format", "codes").out
    assert "lexicon page 1.0" in tl("exercises", "Isojako", "--format", "json").out
    assert "grip work" in tl("explain", "GR101").out
