"""Weeks made by hand: flags, a profile, a diary and logged work, and nothing else."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from tests.athlete_log import SOURCE, ZONE, AthleteLog
from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Coverage, Picture, Strengths
from tl_analyzer.load.set_table import SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.log import (
    CheckIn,
    Log,
    Posture,
    PostureInterval,
    Quality,
    RidePosture,
    RideSession,
    SittingStyle,
    StrengthSession,
    When,
)
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Athlete, HingePattern, Plan, Profile, Screen
from tl_analyzer.sitting.sitting import Moving

MONDAY = date(2026, 11, 9)
SUNDAY = MONDAY + timedelta(days=6)
#: Mondays of the four weeks before.
USUAL_MONDAYS = ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02")

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]


@pytest.fixture(scope="session")
def flag() -> FlagMaker:
    """Make one flag: ``flag("TL101")``, ``flag("TL301", Severity.WATCH)``."""

    def make(
        code: str,
        severity: Severity = Severity.AMBER,
        channel: Channel = Channel.HINGE,
        when: str = "2026-W46",
        sessions: tuple[str, ...] = (),
    ) -> Flag:
        fact = Evidence(
            when=when,
            sessions=sessions,
            measure=f"what {code} measures",
            value=260.0,
            unit="points",
            threshold=150.0,
        )
        return Flag(
            code=code,
            name=code.lower(),
            severity=severity,
            confidence=Confidence.LOW,
            channel=channel,
            because=(fact,),
            clears_when="it is less",
            references=("assumption",),
        )

    return make


@pytest.fixture(scope="session")
def picture() -> PictureMaker:
    """Make one week: the athlete's branch, time, equipment, signs and logged lifts."""

    def make(
        pattern: HingePattern = HingePattern.UNKNOWN,
        extension_deg: float | None = None,
        minutes: int = 30,
        equipment: tuple[str, ...] = (),
        signs: Mapping[date, tuple[str, ...]] | None = None,
        lifts: Mapping[str, tuple[date, ...]] | None = None,
        pain: Mapping[date, tuple[str, str, float]] | None = None,
        activities: Mapping[str, tuple[date, ...]] | None = None,
    ) -> Picture:
        week = Week(MONDAY, ZONE)
        profile = Profile(
            athlete=Athlete(id="anna", timezone=ZONE),
            screen=Screen(pattern=pattern, thoracic_extension_deg=extension_deg),
            plan=Plan(minutes_per_day=minutes, equipment=equipment),
        )
        listed, felt = signs or {}, pain or {}
        diary = tuple(
            _check_in(day, listed.get(day, ()), *felt.get(day, ("", "", None)))
            for day in sorted({*listed, *felt})
        )
        return Picture(
            week=week,
            as_of=week.end,
            profile=profile,
            sessions=(),
            sets=_sets(lifts or {}),
            rides=(),
            sitting=(),
            moved=tuple(
                Moving(_noon(day), _noon(day) + 1800.0, name)
                for name, days in (activities or {}).items()
                for day in sorted(days)
            ),
            check_ins=diary,
            weekly={},
            channels={},
            history={},
            strengths=Strengths(deadlift_kg=None, basis="none"),
            coverage=Coverage(0, 0.0, 0.0, 0, 0, 0, 0, (), False, ()),
            problems=(),
        )

    return make


def _check_in(
    day: date, signs: tuple[str, ...], region: str, side: str, score: float | None
) -> CheckIn:
    return CheckIn(
        start=When.from_date(day, ZONE),
        region=region,
        side=side,
        score=score,
        signs=signs,
        provenance=SOURCE,
    )


def _noon(day: date) -> float:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()


class Log46(AthleteLog):
    """A log of the week of 9 November 2026 and before, in the words of an athlete."""

    def slump(self, start: str, end: str) -> PostureInterval:
        """Slumped sitting between two wall clocks, beyond doubt."""
        return self.sit(start, end, Posture.SITTING, 1.0, Quality.A, SittingStyle.SLUMPED)

    def usual_lifting(self) -> tuple[StrengthSession, ...]:
        """Four even weeks of deadlifts."""
        sets = [("Deadlift", 140.0, 5)] * 3
        return tuple(self.lift(f"{day} 18:00", *sets) for day in USUAL_MONDAYS)

    def usual_riding(self) -> tuple[RideSession, ...]:
        """Four even weeks of short rides."""
        return tuple(self.ride(f"{day} 09:00", (RidePosture.SEATED, 50.0)) for day in USUAL_MONDAYS)

    def picture(
        self,
        *,
        strength: tuple[StrengthSession, ...] = (),
        rides: tuple[RideSession, ...] = (),
        postures: tuple[PostureInterval, ...] = (),
        deadlift: float = 200.0,
        overhead_press: float = 100.0,
    ) -> Picture:
        """The picture of the week, of an athlete who owns a trap bar and rides on the hoods."""
        profile = Profile.model_validate(
            {
                "athlete": {"id": "anna", "timezone": ZONE, "body_mass_kg": 80, "units": "kg"},
                "bike": {"position": "hoods"},
                "strength": {
                    "one_rep_max_kg": {"deadlift": deadlift, "overhead_press": overhead_press}
                },
                "plan": {"minutes_per_day": 60, "equipment": ["trap bar"]},
            }
        )
        log = Log(strength=strength, rides=rides, postures=postures)
        week = Week(MONDAY, ZONE)
        now = datetime(2026, 11, 16, 8, tzinfo=UTC)
        return picture_of(log, profile, week, now, parameter_set(), Recogniser())


@pytest.fixture(scope="session")
def log46() -> Log46:
    return Log46()


def _sets(lifts: Mapping[str, tuple[date, ...]]) -> SetTable:
    movements = tuple(Movement(name=k, pattern=Pattern.OTHER, lift=k) for k in lifts)
    rows = sorted((day.toordinal(), n) for n, days in enumerate(lifts.values()) for day in days)
    day = np.array([d for d, _ in rows], dtype=np.int64)
    movement = np.array([m for _, m in rows], dtype=np.int64)
    numbers = np.zeros(len(rows), dtype=np.float64)
    no = np.zeros(len(rows), dtype=np.bool_)
    return SetTable(
        start=numbers,
        day=day,
        timed=no,
        session=np.zeros(len(rows), dtype=np.int64),
        movement=movement,
        kg=numbers,
        reps=numbers,
        warmup=no,
        demand=numbers,
        hinge_dose=numbers,
        hard_hinge=no,
        ballistic_reps=numbers,
        intensity=numbers,
        overhead_dose=numbers,
        rotation_reps=numbers,
        flexion_reps=numbers,
        movements=movements,
    )
