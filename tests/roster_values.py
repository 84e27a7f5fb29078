"""A roster as values: one week, given to athletes with names and levels of every kind."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from tests.athlete_log import AthleteLog
from tl_analyzer.advice.referral import Referral
from tl_analyzer.analysis import illustrated_report
from tl_analyzer.finding import Severity
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, RidePosture
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport
from tl_analyzer.roster.roster import Roster, roster
from tl_analyzer.roster.roster_line import Change, Key, RosterFlag, RosterLine

AS_OF = "2026-11-16T08:00:00+01:00"
SCRIPT = "<script>document.title='taken'</script>"
IMAGE = '"><img src=x onerror="document.title=1">'
LONG = "Wilhelmina " * 30


class Member(NamedTuple):
    """One athlete: id, name, groups, severities of flags, how they changed, and the last day."""

    id: str
    name: str
    groups: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    change: Change = "same"
    last_day: str | None = "2026-11-15"
    note: str = ""
    referred: bool = False
    error: str = ""


#: Something of every channel.
_ORDINARY = (
    *[("Deadlift", 120.0, 5)] * 3,
    *[("Overhead Press", 50.0, 5)] * 3,
    *[("Russian Twist", 10.0, 20)] * 2,
)

RED, AMBER, WATCH = Severity.RED, Severity.AMBER, Severity.WATCH

MEMBERS: tuple[Member, ...] = (
    Member("anna", "Anna Ström", ("Gravel",)),
    Member("seyma", "Şeyma Ünal", ("Iron",), (RED, AMBER), "new", note="Meet on 6 December."),
    Member("carla", "carla", ("Gravel", "Iron"), (AMBER,), "worse", "2026-11-14"),
    Member("dana", "דנה כהן", ("Iron",), (RED,), "same", referred=True),
    Member("../../etc/passwd", "Eve", ("Gravel",), (WATCH,)),
    Member("farid", "فريد الحسن", (), (WATCH,), "new"),
    Member("long", LONG, (), (AMBER,)),
    Member("mallory", SCRIPT, (IMAGE,), (AMBER,), "same", note=IMAGE),
    Member("lena", "Lena \U0001f6b4\u200d\u2640\ufe0f Fischer", ("Gravel",)),
    Member("henk", "Henk", ("Gravel",), last_day="2026-11-06"),
    Member("gone", "Gone", (), last_day=None),
    Member("paul", "Paul", ("Iron",), last_day=None, error="profile.toml: <b>unknown key</b>"),
)


def pages_of(members: Sequence[Member] = MEMBERS) -> tuple[Roster, dict[Key, WeeklyReport]]:
    """The roster of some athletes, and the reports behind its lines."""
    lines = [_line(member) for member in members]
    reports = {
        line.key: _report(member)
        for member, line in zip(members, lines, strict=True)
        if not member.error
    }
    return roster(lines, AS_OF, groups=("Iron", "Gravel")), reports


def _line(member: Member) -> RosterLine:
    flags = zip(_week().flags, member.severities, strict=False)
    return RosterLine(
        athlete=AthleteLine(id=member.id, name=member.name),
        groups=member.groups,
        note=member.note,
        week="" if member.error else "2026-W46",
        referral="emergency" if member.referred else None,
        flags=tuple(
            RosterFlag(code=flag.code, name=flag.name, severity=how, change=member.change)
            for flag, how in flags
        ),
        cleared=("TL104",) if member.change == "worse" else (),
        headline=_week().headline,
        days_with_data=5 if member.last_day and member.last_day >= "2026-11-09" else 0,
        last_day=member.last_day,
        asks=("How did your back feel the day after?",) if member.severities else (),
        message=f"Hi {member.name}, how was the week?",
        error=member.error,
    )


def _report(member: Member) -> WeeklyReport:
    sent = Referral(
        level="emergency",
        message="Seek emergency care now.",
        because=("TL901",),
        signs=("saddle_numbness",),
    )
    kept = _week().flags[: len(member.severities)]
    return _week().model_copy(
        update={
            "athlete": AthleteLine(id=member.id, name=member.name),
            "flags": kept,
            "referral": sent if member.referred else None,
        }
    )


@cache
def _week() -> WeeklyReport:
    """Desk, hoods and heavy pulls, after four ordinary weeks."""
    log = AthleteLog()
    monday = datetime(2026, 11, 9)
    usual = [monday - timedelta(weeks=back) for back in (1, 2, 3, 4, 5)]

    def wall(day: datetime, days: int, clock: str) -> str:
        return f"{day + timedelta(days=days):%Y-%m-%d} {clock}"

    seated = RidePosture.SEATED
    entries = Log(
        strength=(
            *(log.lift(wall(day, 1, "18:30"), *_ORDINARY) for day in usual),
            log.lift("2026-11-10 18:30", *_ORDINARY),
            log.lift("2026-11-12 17:05", *[("Deadlift", 160.0, 3)] * 6),
            log.lift("2026-11-14 13:00", *[("Deadlift", 160.0, 3)] * 6),
        ),
        rides=(
            *(log.ride(wall(day, 5, "09:00"), (seated, 60)) for day in usual),
            log.ride("2026-11-14 08:30", (seated, 200)),
        ),
        postures=(log.sit("2026-11-12 13:00", "2026-11-12 17:00"),),
    )
    profile = Profile.model_validate(
        {
            "athlete": {"id": "a", "timezone": log.zone, "body_mass_kg": 80},
            "strength": {"one_rep_max_kg": {"deadlift": 180}},
            "bike": {"position": "hoods"},
        }
    )
    as_of = datetime.fromisoformat(AS_OF).astimezone(UTC)
    week = Week.parse("2026-W46", log.zone, as_of)
    return illustrated_report(entries, profile, week, as_of, parameter_set(), Recogniser())
