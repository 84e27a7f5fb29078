"""Weeks ahead made by hand: a log, a profile and a plan, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.athlete_log import SOURCE, ZONE, AthleteLog
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.agenda.agenda import Agenda, AgendaDay, AgendaEntry
from tl_analyzer.agenda.make_agenda import make_agenda
from tl_analyzer.analysis import weekly_report
from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.load.week import Week
from tl_analyzer.log import (
    CheckIn,
    Log,
    PlannedSession,
    PlannedSport,
    PostureInterval,
    RidePosture,
    RideSession,
    StrengthSession,
)
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.report.weekly_report import WeeklyReport

#: The reviewed week 2026-W46 begins on 9 November; the week ahead on the 16th.
REVIEWED = "2026-W46"
NOW = "2026-11-16 06:00"
#: Mondays of the reviewed week and the three before it.
LAST_MONDAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")

DESK = {
    "days": ["mon", "tue", "wed", "thu", "fri"],
    "start": "09:00:00",
    "end": "17:00:00",
}


def weekly(clock: str, weekday: int = 0, weeks: int = 4) -> tuple[str, ...]:
    """The same weekday and clock in the last weeks: ``2026-11-12 17:45`` and before."""
    days = (datetime.fromisoformat(m) + timedelta(days=weekday) for m in LAST_MONDAYS[-weeks:])
    return tuple(f"{day:%Y-%m-%d} {clock}".strip() for day in days)


def flag(code: str, channel: Channel = Channel.HINGE, when: Sequence[str] = ("2026-W46",)) -> Flag:
    return Flag(
        code=code,
        name=code.lower(),
        severity=Severity.AMBER,
        confidence=Confidence.LOW,
        channel=channel,
        because=tuple(
            Evidence(when=each, measure="what it measures", value=200.0, unit="min", threshold=60.0)
            for each in when
        ),
        clears_when="it is less",
        references=("assumption",),
    )


def item(key: str, *because: str, per_week: int | None = None) -> PlanItem:
    """An entry of the catalogue as a plan has it."""
    entry = catalogue().exercises[key]
    return PlanItem(
        exercise=entry.name,
        purpose=entry.purpose,
        dose=entry.dose,
        when=entry.place.words,
        because=because,
        reference=entry.reference,
        key=key,
        why=f"{entry.reason}.",
        cues=entry.cues,
        minutes=entry.minutes,
        per_week=entry.per_week if per_week is None else per_week,
    )


@dataclass(frozen=True)
class WeekAhead(AthleteLog):
    """Everything a plan is made from, in the words of an athlete."""

    plan: tuple[PlanItem, ...] = ()
    flags: tuple[Flag, ...] = ()
    strength: tuple[StrengthSession, ...] = ()
    rides: tuple[RideSession, ...] = ()
    planned: tuple[PlannedSession, ...] = ()
    postures: tuple[PostureInterval, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    desk: tuple[dict[str, Any], ...] = ()
    rises: str | None = "06:30:00"
    minutes: int = 30
    now: str = NOW
    reviewed: str = REVIEWED
    zone: str = field(default=ZONE)

    def but(self, **changes: Any) -> "WeekAhead":
        return replace(self, **changes)

    def deadlifts(self, *walls: str, minutes: float | None = 60) -> tuple[StrengthSession, ...]:
        sets = [("Deadlift", 140.0, 5)] * 3
        seconds = None if minutes is None else 60 * minutes
        return tuple(self.lift(wall, *sets, duration_s=seconds) for wall in walls)

    def long_rides(self, *walls: str, minutes: float = 90) -> tuple[RideSession, ...]:
        return tuple(self.ride(wall, (RidePosture.SEATED, minutes)) for wall in walls)

    def intends(
        self, sport: PlannedSport, wall: str, minutes: float | None = 60, title: str = ""
    ) -> PlannedSession:
        start = self.at(wall)
        end = None if minutes is None else start.utc + timedelta(minutes=minutes)
        return PlannedSession(start=start, end=end, sport=sport, title=title, provenance=SOURCE)

    def feels(self, day: str, *signs: str) -> CheckIn:
        return CheckIn(start=self.at(day), region="thoracolumbar", signs=signs, provenance=SOURCE)

    @property
    def log(self) -> Log:
        return Log(
            strength=self.strength,
            rides=self.rides,
            planned=self.planned,
            postures=self.postures,
            check_ins=self.check_ins,
        )

    @property
    def profile(self) -> Profile:
        return Profile.model_validate(
            {
                "athlete": {"id": "anna", "name": "Anna", "timezone": self.zone, "units": "kg"},
                "strength": {"one_rep_max_kg": {"deadlift": 180}},
                "bike": {"position": "hoods"},
                "desk": list(self.desk),
                "sleep": {} if self.rises is None else {"rises": self.rises},
                "plan": {"minutes_per_day": self.minutes},
            }
        )

    @property
    def as_of(self) -> datetime:
        return datetime.fromisoformat(self.now).replace(tzinfo=ZoneInfo(self.zone))

    def report(self) -> WeeklyReport:
        """The reviewed week as the program sees it."""
        week = Week.parse(self.reviewed, self.zone, self.as_of)
        return weekly_report(
            self.log, self.profile, week, self.as_of, parameter_set(), Recogniser()
        )

    def agenda(self) -> Agenda:
        """The week ahead, with the plan and the flags that were given."""
        report = self.report()
        if report.referral is None:
            report = report.model_copy(update={"plan": self.plan, "flags": self.flags})
        return make_agenda(
            report, self.log, self.profile, self.as_of, parameter_set(), Recogniser()
        )


def at(day: AgendaDay, key: str) -> AgendaEntry:
    """The entry of that key on a day."""
    return next(entry for entry in day.entries if entry.key == key)


def days_of(agenda: Agenda, key: str) -> list[str]:
    """Weekdays on which an entry stands: ``["Mon", "Thu"]``."""
    return [f"{d.day:%a}" for d in agenda.days if any(e.key == key for e in d.entries)]


def clocks(entry: AgendaEntry) -> str:
    assert entry.start is not None and entry.end is not None
    return f"{entry.start:%H:%M}-{entry.end:%H:%M}"
