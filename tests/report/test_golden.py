"""Whole reports, as they are printed. TL_REWRITE_GOLDEN=1 writes the files anew."""

import os
from pathlib import Path

import pytest

from tl_analyzer.report.audience import Audience
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.mail import mail
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
        ("week_160.txt", "text", Layout(width=160)),
        ("week_80_details.txt", "text", Layout(width=80, details=True)),
        ("week_message.txt", "message", Layout()),
    ],
)
def test_a_full_week(report: WeeklyReport, name: str, form: str, layout: Layout) -> None:
    compare(name, FORMATS[form](report, layout))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("emergency.txt", "text"),
        ("emergency.md", "md"),
        ("emergency.json", "json"),
        ("emergency_message.txt", "message"),
    ],
)
def test_an_emergency(emergency: WeeklyReport, name: str, form: str) -> None:
    compare(name, FORMATS[form](emergency, Layout()))


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(("end", "form"), [("txt", "text"), ("md", "md")])
def test_a_week_that_is_followed_up(
    followed: WeeklyReport, audience: Audience, end: str, form: str
) -> None:
    compare(f"followed_{audience}.{end}", FORMATS[form](followed, Layout(audience=audience)))


def test_an_emergency_for_a_coach(emergency: WeeklyReport) -> None:
    written = FORMATS["text"](emergency, Layout(audience=Audience.COACH))
    compare("emergency_coach.txt", written)


@pytest.mark.parametrize("audience", Audience)
def test_a_message(followed: WeeklyReport, audience: Audience) -> None:
    compare(f"followed_{audience}.eml", mail(followed, audience).decode().replace("\r\n", "\n"))
