"""Whole reports, as they are printed. TL_REWRITE_GOLDEN=1 writes the files anew."""

import os
from pathlib import Path

import pytest

from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

GOLDEN = Path(__file__).parent / "golden"


def compare(name: str, written: str) -> None:
    file = GOLDEN / name
    if os.environ.get("TL_REWRITE_GOLDEN"):
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "form", "layout"),
    [
        ("week_40.txt", "text", Layout(width=40)),
        ("week_80.txt", "text", Layout(width=80)),
        ("week_120.txt", "text", Layout(width=120)),
        ("week_80_ascii.txt", "text", Layout(width=80, ascii=True)),
        ("week_80_color.txt", "text", Layout(width=80, color=True)),
        ("week.md", "md", Layout()),
        ("week_ascii.md", "md", Layout(ascii=True)),
        ("week.json", "json", Layout()),
    ],
)
def test_a_full_week(report: WeeklyReport, name: str, form: str, layout: Layout) -> None:
    compare(name, FORMATS[form](report, layout))


@pytest.mark.parametrize(
    ("name", "form"),
    [("emergency.txt", "text"), ("emergency.md", "md"), ("emergency.json", "json")],
)
def test_an_emergency(emergency: WeeklyReport, name: str, form: str) -> None:
    compare(name, FORMATS[form](emergency, Layout()))
