"""Weeks that a page must survive: the example; and it made quiet, empty, urgent or hostile."""

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner

from tl_analyzer.advice.referral import Referral
from tl_analyzer.cli.start import tl
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.log import Problem
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.pictures import Lane, TimelineBar, TimelineDay
from tl_analyzer.report.week_preview import PreviewSession, WeekPreview
from tl_analyzer.report.weekly_report import ChannelReport, Channels, WeeklyReport

_EXAMPLE = Path(__file__).parents[2] / "examples" / "desk_rider_lifter"
_WEEK = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")

#: Hours at which something of a busy day begins, by lane. [h]
_BUSY_HOURS = {
    Lane.DESK: (0, 7, 10, 13),
    Lane.RIDE: (5, 16),
    Lane.LIFT: (12, 18),
    Lane.OTHER: (20,),
}

#: What somebody may have called an exercise, a file or themselves.
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "\u202eאבגד rotated\u202c \u0645\u0631\u062d\u0628\u0627",
    "W" * 300,
    "🏋️‍♀️🚴‍♂️ deadlift 中文名字",
    "line\nbreak \x1b[31mred \x07",
)


def weeks() -> Mapping[str, WeeklyReport]:
    """All of them, by the name of their pictures."""
    report = example()
    return {
        "example": report,
        "usual": usual(report),
        "emergency": emergency(report),
        "empty": empty(report),
        "first": first(report),
        "hostile": hostile(report),
        "twelve": twelve_flags(report),
        "busy": busy(report),
    }


def example() -> WeeklyReport:
    """The week of the bundled example athlete.

    Raises
    ------
    RuntimeError
        If the example cannot be read.
    """
    arguments = ("report", str(_EXAMPLE), *_WEEK, "--format", "json")
    result = CliRunner().invoke(tl, arguments)
    if result.exit_code:
        raise RuntimeError(result.output)
    return WeeklyReport.model_validate_json(result.stdout)


def usual(report: WeeklyReport) -> WeeklyReport:
    """What most weeks look like: three flags, one of them seen, a week planned."""
    kept = {"TL302", "TL401", "TL601"}
    plan = tuple(item for item in report.plan if kept.intersection(item.because))[:4]
    return report.model_copy(
        update={
            "flags": tuple(flag for flag in report.flags if flag.code in kept),
            "plan": plan,
            "acknowledged": (
                Acknowledged(
                    code="TL601",
                    until="2026-11-30",
                    note="Dead bugs start again next week.",
                    made_on="2026-11-15",
                    severity=Severity.WATCH,
                ),
            ),
            "preview": WeekPreview(
                week="2026-W47",
                sessions=(
                    PreviewSession(
                        start="2026-11-17T17:30+01:00", minutes=90, sport="ride", label="Tempo ride"
                    ),
                    PreviewSession(
                        start="2026-11-19", minutes=None, sport="strength", label="Heavy pull"
                    ),
                ),
                remarks=("Tuesday's ride follows the desk again, as the one flagged as TL302.",),
            ),
        }
    )


def emergency(report: WeeklyReport) -> WeeklyReport:
    """Signs that cannot wait: a referral and no plan."""
    message = "Seek emergency care now and name these signs there."
    referral = Referral(
        level="emergency",
        message=message,
        because=("TL901",),
        signs=("saddle_numbness", "bladder_change"),
    )
    return report.model_copy(update={"plan": (), "referral": referral, "headline": message})


def empty(report: WeeklyReport) -> WeeklyReport:
    """Nothing was recorded, this week or before."""
    bare = Channels.model_validate(
        {
            name: {
                **getattr(report.channels, name).model_dump(),
                "this_week": 0.0,
                "usual": None,
                "daily": (0.0,) * 7,
                "range": (0.0, 0.0),
                "trend": (None,) * 16 + (0.0,),
                "details": {},
                "context": {},
            }
            for name in Channels.model_fields
        }
    )
    coverage = report.coverage.model_copy(
        update={
            "days_with_data": 0,
            "desk_hours_measured": 0.0,
            "rides": 0,
            "sets": 0,
            "sets_recognised_share": None,
            "history": {},
            "sources": (),
        }
    )
    return report.model_copy(
        update={
            "headline": "Nothing was recorded",
            "channels": bare,
            "coverage": coverage,
            "flags": (),
            "plan": (),
            "symptoms": (),
            "timeline": tuple(TimelineDay(date=day.date, bars=()) for day in report.timeline),
            "calendar": None,
            "flexion_day": None,
        }
    )


def first(report: WeeklyReport) -> WeeklyReport:
    """A first week: exposure, but nothing to compare it with."""
    young = Channels.model_validate(
        {
            name: {
                **channel.model_dump(),
                "usual": None,
                "trend": (None,) * (len(channel.trend) - 1) + (channel.this_week,),
            }
            for name, channel in _channels(report)
        }
    )
    return report.model_copy(update={"channels": young, "flags": report.flags[1:3]})


def hostile(report: WeeklyReport) -> WeeklyReport:
    """Names, notes, labels and files that are no words of ours."""
    name = " ".join(HOSTILE)
    bars = tuple(
        day.model_copy(
            update={
                "bars": tuple(
                    bar.model_copy(update={"label": HOSTILE[i % len(HOSTILE)]})
                    for i, bar in enumerate(day.bars)
                ),
                "untimed": HOSTILE,
            }
        )
        for day in report.timeline
    )
    flags = tuple(_hostile_flag(flag, i) for i, flag in enumerate(report.flags))
    problems = tuple(
        Problem(file=text, found=text, expected=text, hint=text, code="odd") for text in HOSTILE
    )
    plan = tuple(
        item.model_copy(update={"exercise": HOSTILE[i % len(HOSTILE)], "dose": HOSTILE[0]})
        for i, item in enumerate(report.plan)
    )
    athlete = report.athlete.model_copy(update={"id": HOSTILE[1], "name": name})
    coverage = report.coverage.model_copy(
        update={"sources": HOSTILE, "unrecognised": tuple((text, 1) for text in HOSTILE)}
    )
    return report.model_copy(
        update={
            "athlete": athlete,
            "headline": name,
            "timeline": bars,
            "flags": flags,
            "plan": plan,
            "diagnostics": problems,
            "coverage": coverage,
        }
    )


def busy(report: WeeklyReport) -> WeeklyReport:
    """Days without an end: all lanes, all hours, every way of knowing, gaps in the history."""
    level = {Lane.DESK: 0.37, Lane.RIDE: 0.55, Lane.LIFT: 0.95, Lane.OTHER: None}
    days = tuple(
        day.model_copy(
            update={
                "bars": tuple(
                    TimelineBar(
                        lane=lane,
                        start=f"{day.date}T{hour:02d}:{8 * place:02d}+01:00",
                        end=f"{day.date}T{min(23, hour + 1 + place):02d}:55+01:00",
                        label=f"{lane.value} of day {place + 1}",
                        level=level[lane],
                        known=("measured", "observed", "assumed")[(hour + place) % 3],
                        flags=("TL101", "TL402") if hour % 5 == place % 5 else (),
                    )
                    for lane, hours in _BUSY_HOURS.items()
                    for hour in hours
                ),
                "untimed": ("Yoga at home", "Garden") if place == 2 else (),
                "pain": float(place),
            }
        )
        for place, day in enumerate(report.timeline)
    )
    gappy = Channels.model_validate(
        {
            name: {
                **channel.model_dump(),
                "this_week": 40.0 + 3 * place,
                "usual": 44.0,
                "range": (30.0, 60.0),
                "trend": (*(None if i % 5 == place else 30.0 + i for i in range(16)), 40.0),
            }
            for place, (name, channel) in enumerate(_channels(report))
        }
    )
    return report.model_copy(
        update={"timeline": days, "channels": gappy, "flags": report.flags[:2]}
    )


def twelve_flags(report: WeeklyReport) -> WeeklyReport:
    """More flags than anybody should have to read."""
    codes = (f"TL{n}" for n in (105, 201, 501, 502))
    more = tuple(
        flag.model_copy(update={"code": code, "severity": Severity.INFO})
        for flag, code in zip(report.flags, codes, strict=False)
    )
    return report.model_copy(update={"flags": (*report.flags, *more)[:12]})


def _channels(report: WeeklyReport) -> list[tuple[str, ChannelReport]]:
    return [(name, getattr(report.channels, name)) for name in Channels.model_fields]


def _hostile_flag(flag: Flag, place: int) -> Flag:
    text = HOSTILE[place % len(HOSTILE)]
    because = tuple(fact.model_copy(update={"sessions": HOSTILE}) for fact in flag.because)
    return flag.model_copy(update={"because": because, "clears_when": f"Leave out {text}"})
