"""One canonical report that exercises every part of a format, and a fixed bibliography."""

import pytest

from tests.report.followed_week import ACKNOWLEDGED, PREVIEW, SYMPTOMS
from tl_analyzer.advice.plan_item import PlanItem, Purpose
from tl_analyzer.advice.referral import Referral
from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.reference import Reference
from tl_analyzer.report import html, mail, markdown, text
from tl_analyzer.report.weekly_report import (
    AthleteLine,
    ChannelReport,
    Channels,
    CoverageReport,
    HistoryLine,
    WeeklyReport,
)

BIBLIOGRAPHY = {
    key: Reference(key, citation, where, "laboratory", "")
    for key, citation, where in (
        ("creep_1992", "Doe, Roe (1992): Creep of the back, Example Journal 7, 1-4.", "doi:10.1/a"),
        ("breaks_2001", "Poe (2001): Breaks from sitting, Example Journal 9, 5-9.", ""),
    )
}


@pytest.fixture(autouse=True)
def bibliography(monkeypatch: pytest.MonkeyPatch) -> dict[str, Reference]:
    """Golden files must not change when the real bibliography grows."""
    for module in (text, markdown, html, mail):
        monkeypatch.setattr(module, "references", lambda: BIBLIOGRAPHY)
    return BIBLIOGRAPHY


@pytest.fixture
def report() -> WeeklyReport:
    """A full week: flags of every level, a gap in the history, a problem of every kind."""
    return WeeklyReport(
        athlete=AthleteLine(id="anna", name="Anna Ström"),
        week="2026-W46",
        timezone="Europe/Berlin",
        as_of="2026-11-16T08:00:00+01:00",
        headline="Heavy pulls came straight from the desk twice, in a week of 1.9 x usual hinging",
        coverage=_coverage(),
        channels=_channels(),
        flags=_flags(),
        plan=_plan(),
        referral=None,
        diagnostics=_problems(),
        parameter_version="2026.1",
    )


@pytest.fixture
def followed(report: WeeklyReport) -> WeeklyReport:
    """The same week, followed up: a diary, a flag put aside, one that is back, a week planned."""
    return report.model_copy(
        update={"symptoms": SYMPTOMS, "acknowledged": ACKNOWLEDGED, "preview": PREVIEW}
    )


@pytest.fixture
def emergency(report: WeeklyReport) -> WeeklyReport:
    """The same week with emergency signs in the diary: a referral and an empty plan."""
    return report.model_copy(
        update={
            "plan": (),
            "referral": Referral(
                level="emergency",
                message="New numbness where one sits needs an emergency department today",
                because=("TL901",),
                signs=("saddle_numbness", "bladder_change"),
            ),
        }
    )


def _coverage() -> CoverageReport:
    return CoverageReport(
        days_with_data=6,
        desk_hours_measured=31.53,
        desk_hours_assumed=4.0,
        rides=3,
        rides_with_measured_position=0,
        sets=64,
        sets_recognised=62,
        sets_recognised_share=62 / 64,
        unrecognised=(("Hokus Pokus", 2),),
        weeks_of_history=7.0,
        history={
            "strength": HistoryLine(weeks=7.0, covered_weeks=4, trusted_from="2026-10-12"),
            "rides": HistoryLine(weeks=2.0, covered_weeks=2, trusted_from=None),
            "desk": HistoryLine(weeks=0.0, covered_weeks=0, trusted_from=None),
        },
        one_rep_max="Deadlift 180 kg, from the profile",
        guessed_units=False,
        sources=("strong.csv", "aw.json", "ride-1.fit", "ride-2.fit", "ride-3.fit", "diary.csv"),
    )


def _channels() -> Channels:
    return Channels(
        hinge=ChannelReport(
            this_week=142.31,
            usual=75.0,
            unit="points",
            daily=(0.0, 40.0, 0.0, 102.31, 0.0, 0.0, 0.0),
            range=(120.0, 180.4),
            trend=(60.0, 0.0, None, 80.0, 85.0, 142.31),
            quality="measured",
            details={"hard sets": 12.0, "index_against_usual": "1.4 x"},
        ),
        overhead=ChannelReport(
            this_week=0.0,
            usual=0.0,
            unit="points",
            daily=(0.0,) * 7,
            range=(0.0, 0.0),
            trend=(0.0, 0.0, None, 0.0, 0.0, 0.0),
            quality="measured",
        ),
        flexion=ChannelReport(
            this_week=1204.5,
            usual=None,
            unit="u-min",
            daily=(200.5, 200.0, 201.0, 250.0, 203.0, 150.0, 0.0),
            range=(900.0, 1500.0),
            trend=(None, None, None, 700.25, None, 1204.5),
            quality="observed",
            details={"peak state [deg]": 2.31, "peak at": "Thu 12 Nov 17:00"},
        ),
        rotation=ChannelReport(
            this_week=90.0,
            usual=20.0,
            unit="reps",
            daily=(0.0, 0.0, 90.0, 0.0, 0.0, 0.0, 0.0),
            range=(90.0, 90.0),
            trend=(20.0, 20.0, None, 20.0, 20.0, 90.0),
            quality="measured",
        ),
    )


def _flags() -> tuple[Flag, ...]:
    return (
        Flag(
            code="TL101",
            name="hinge-dose-above-usual",
            severity=Severity.AMBER,
            confidence=Confidence.MEDIUM,
            channel=Channel.HINGE,
            because=(
                Evidence(
                    when="2026-W46",
                    measure="hinge damage this week against usual",
                    value=1.897,
                    unit="x usual",
                    threshold=1.5,
                    low=1.6,
                    high=2.405,
                ),
            ),
            clears_when="The week's hinge dose is back under 1.5 x usual, about 112 points",
            references=("assumption",),
        ),
        Flag(
            code="TL804",
            name="desk-time-assumed",
            severity=Severity.INFO,
            confidence=Confidence.HIGH,
            channel=Channel.DATA,
            because=(Evidence(when="2026-W46", measure="assumed sitting", value=4, unit="h"),),
            clears_when="Desk time is recorded on every working day.",
            references=(),
        ),
        Flag(
            code="TL401",
            name="desk-straight-into-heavy-lifting",
            severity=Severity.RED,
            confidence=Confidence.LOW,
            channel=Channel.FLEXION,
            because=(
                Evidence(
                    when="2026-11-12T17:05+01:00",
                    measure="minutes from sitting to the first heavy set",
                    value=5.0,
                    unit="min",
                    threshold=15.0,
                    sessions=("Pull day, Thu 17:05",),
                ),
                Evidence(
                    when="2026-11-12",
                    measure="sitting in the 90 minutes before",
                    value=85.0,
                    unit="min",
                    threshold=60.0,
                    sessions=("computer activity (ActivityWatch)",),
                ),
            ),
            clears_when="Ten minutes of walking or mobility lie between desk and bar.",
            references=("creep_1992", "breaks_2001", "lost_key"),
        ),
        Flag(
            code="TL601",
            name="no-supporting-work-logged",
            severity=Severity.WATCH,
            confidence=Confidence.HIGH,
            channel=Channel.DATA,
            because=(Evidence(when="2026-11-15", measure="days without", value=16, unit="days"),),
            clears_when="One stability or mobility session is logged.",
            references=("assumption", "breaks_2001"),
        ),
    )


def _plan() -> tuple[PlanItem, ...]:
    return (
        PlanItem(
            exercise="Walk before the bar",
            purpose=Purpose.BREAK,
            dose="10 min easy walking",
            when="between desk and bar",
            because=("TL401",),
            reference="breaks_2001",
            key="walk",
            why="Twice this week the first heavy set came within 15 min of the desk",
            cues=("Leave the chair at the half hour.", "Arrive warm, not tired."),
            minutes=10.0,
            per_week=2,
        ),
        PlanItem(
            exercise="Lighter hinge week",
            purpose=Purpose.LOAD,
            dose="Top sets at 80 % of last week's",
            when="next two pull days",
            because=("TL101",),
            reference="assumption",
            key="lighter",
            why="The hinge dose was 1.9 x usual.",
        ),
    )


def _problems() -> tuple[Problem, ...]:
    notes = [
        Problem(
            file="strong.csv",
            line=line,
            column="Weight",
            found="no unit",
            expected="kg or lb",
            hint="State units in the profile",
            kind=ProblemKind.NOTE,
            code="unit-guessed",
        )
        for line in (4, 5, 6, 7, 8)
    ]
    refused = Problem(
        file="ride-3.fit",
        found="the file ends in the middle of a message",
        expected="a complete FIT file",
        hint="Copy it from the device again.",
        code="truncated",
    )
    return (*notes, refused)
