"""The three athletes on paper: its bytes depend on the fonts, so what it holds is compared."""

from pathlib import Path

import pytest

from tests.opened_pdf import opened, pages
from tl_analyzer.cli.start import run

ROOT = Path(__file__).parents[2]
WHEN = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")


@pytest.mark.parametrize("athlete", ["desk_rider_lifter", "trainer_block_rider", "pound_lifter"])
def test_two_tagged_pages(athlete: str, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="the extra [pdf] is not installed")
    file = tmp_path / "week.pdf"
    folder = str(ROOT / "examples" / athlete)
    assert run(["report", folder, *WHEN, "--format", "pdf", "--out", str(file)]) == 0
    document = file.read_bytes()
    assert pages(document) <= 2
    assert b"/StructTreeRoot" in opened(document)
