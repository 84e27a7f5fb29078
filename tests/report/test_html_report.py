"""The page says what the report says, leaves out what there is nothing to say about, escaped."""

import re
from html import escape, unescape

import pytest

from tests.report.conftest import BIBLIOGRAPHY
from tl_analyzer.report import html as html_format
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.html import html, static_html
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import page
from tl_analyzer.report.pictures import (
    ExposureCalendar,
    FlexionDay,
    FlexionMark,
    FlexionPoint,
    Lane,
    TimelineBar,
    TimelineDay,
)
from tl_analyzer.report.weekly_report import SymptomWeek, WeeklyReport


@pytest.fixture(autouse=True)
def fixed_bibliography(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_format, "references", lambda: BIBLIOGRAPHY)


@pytest.fixture
def drawn(report: WeeklyReport) -> WeeklyReport:
    """The week with everything that can be drawn of it."""
    none = (None,) * 7
    ride = TimelineBar(
        lane=Lane.RIDE,
        start="2026-11-12T22:30+01:00",
        end="2026-11-13T00:00+01:00",
        label="ride, 1 h 30 min, hoods",
        level=0.4,
        known="measured",
        flags=("TL401",),
    )
    points = tuple(
        FlexionPoint(at=f"2026-11-12T{hour:02d}:00+01:00", creep_deg=hour / 10)
        for hour in range(24)
    )
    end = FlexionPoint(at="2026-11-13T00:00+01:00", creep_deg=1.0)
    return report.model_copy(
        update={
            "timeline": (
                TimelineDay(date="2026-11-12", bars=(ride,), untimed=("Garden",), pain=3.0),
            ),
            "calendar": ExposureCalendar(
                first_day="2026-11-09",
                hinge=(0.0, 40.0, None, 102.31, 0.0, 0.0, 0.0),
                overhead=none,
                flexion=none,
                rotation=none,
                pain=none,
            ),
            "flexion_day": FlexionDay(
                date="2026-11-12",
                points=(*points, end),
                marks=(FlexionMark(words="as after an hour", creep_deg=2.2),),
            ),
            "symptoms": (
                SymptomWeek(
                    week="2026-W46",
                    entries=1,
                    mean_score=3.0,
                    highest=3.0,
                    regions=("lumbar",),
                    signs=(),
                ),
            ),
        }
    )


def text_of(markup: str) -> str:
    """What is read: without tags, pictures, styles and scripts."""
    bare = re.sub(r"<(style|script|svg)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", bare)).split())


def said_in(report: WeeklyReport, layout: Layout) -> list[str]:
    """Every sentence that stands in all formats for people."""
    said = page(report, BIBLIOGRAPHY, layout.audience)
    words = [said.title, said.subtitle, said.headline, said.tally, said.disclaimer, said.version]
    for flag in said.flags:
        words += [flag.title, flag.summary, flag.clears_when, flag.confidence, flag.sources]
        words += [fact.statement for fact in flag.evidence]
    for channel in said.channels:
        words += [channel.compared] if channel.silent else [channel.amount, channel.usual]
    for item in said.plan:
        words += [item.title, item.tags, item.dose, item.when, item.why, *item.cues]
    words += [fact.text for fact in said.coverage]
    words += [problem.finding for group in said.problems for problem in group.shown]
    return [word for word in words if word]


@pytest.mark.parametrize("audience", list(Audience))
def test_it_says_what_every_format_says(report: WeeklyReport, audience: Audience) -> None:
    layout = Layout(audience=audience)
    read = text_of(html(report, layout))
    assert [words for words in said_in(report, layout) if " ".join(words.split()) not in read] == []
    assert FORMATS["html"](report, layout) == html(report, layout)


def test_the_coach_reads_about_the_athlete(report: WeeklyReport) -> None:
    athlete, coach = (text_of(html(report, Layout(audience=a))) for a in Audience)
    assert "against your usual" in athlete and "against Anna's usual" in coach
    assert "against your usual" not in coach


def test_what_is_not_known_has_no_section(report: WeeklyReport, drawn: WeeklyReport) -> None:
    bare, full = html(report, Layout()), html(drawn, Layout())
    for mark in ('id="days"', 'id="state"', 'id="pain"', "hinge-days"):
        assert mark not in bare and mark in full
    for mark in ('id="preview"', 'id="what-if"', 'class="notice'):
        assert mark not in full
    assert "None" not in text_of(bare) and "None" not in text_of(full)


def test_the_day_is_drawn_to_its_end(drawn: WeeklyReport) -> None:
    read = text_of(html(drawn, Layout()))
    assert "22:30-00:00" in read and "Thu 12 Nov, time not known: Garden" in read
    assert "Highest at 23:00: 2.3 deg of creep" in read
    assert "a 2.2 deg, as after an hour" in read


def test_no_data_is_no_zero_in_the_tables(drawn: WeeklyReport) -> None:
    page_of = html(drawn, Layout())
    table = re.search(r'aria-label="Hinge, week by week".*?</table>', page_of, re.DOTALL)
    assert table is not None
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)(?=<tr>|</tbody>)", table[0], re.DOTALL)
    this_week, *before = [row.strip().split("<td>") for row in rows]
    assert this_week == ["this week", "142", "0", "40", "·", "102", "0", "0", "0"]
    assert [row[1] for row in before] == ["85", "80", "·", "0", "60"]


def test_an_emergency_comes_before_everything(emergency: WeeklyReport) -> None:
    written = html(emergency, Layout())
    places = [written.index(f'id="{name}"') for name in ("referral", "flags", "exposure", "plan")]
    assert places == sorted(places)
    assert "notice-red" in written and "EMERGENCY: get help today" in text_of(written)


def test_without_a_script_everything_is_open(drawn: WeeklyReport) -> None:
    still, alive = static_html(drawn, Layout()), html(drawn, Layout())
    assert "<script" not in still and "<button" not in still and "<script" in alive
    assert not re.search(r"<details(?![^>]* open)", still)
    assert re.search(r"<details(?![^>]* open)", alive)
    assert "days-wide" in still and "days-narrow" not in still


def test_nothing_in_it_asks_for_anything_or_styles_by_itself(drawn: WeeklyReport) -> None:
    written = html(drawn, Layout())
    assert not re.search(r"\s(style|on\w+|src)=", re.sub(r"<style>.*?</style>", "", written))
    links = re.findall(r'href="([^"]*)"', written)
    ids = set(re.findall(r'\sid="([^"]*)"', written))
    assert links and {link.removeprefix("#") for link in links} <= ids
    assert len(ids) == len(re.findall(r'\sid="', written))


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "\u202eabc", "W" * 300, "🏋️ & 'x'"])
def test_a_name_is_text(report: WeeklyReport, name: str) -> None:
    hostile = report.model_copy(
        update={"athlete": report.athlete.model_copy(update={"id": name, "name": name})}
    )
    written = html(hostile, Layout(audience=Audience.COACH))
    assert "<script>alert" not in written and "\u202e" not in written
    shown = page(hostile, BIBLIOGRAPHY, Audience.COACH).subtitle
    assert escape(shown, quote=False)[:40] in unescape(written).replace("&", "&amp;").replace(
        "<", "&lt;"
    ).replace(">", "&gt;")


def test_a_ten_year_log_makes_no_longer_page(drawn: WeeklyReport) -> None:
    files = tuple(f"ride-{n}.fit" for n in range(4000))
    coverage = drawn.coverage.model_copy(update={"sources": files})
    long = html(drawn.model_copy(update={"coverage": coverage}), Layout())
    assert len(long) < 1.01 * len(html(drawn, Layout()))
