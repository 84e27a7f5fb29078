"""Small weeks to change, in the words of an athlete."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from tests.athlete_log import ZONE, AthleteLog
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, RidePosture, StrengthSession
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.report.what_if_report import WhatIf
from tl_analyzer.whatif.change import Review
from tl_analyzer.whatif.grammar import parse_change
from tl_analyzer.whatif.what_if import what_if

AS_OF = datetime(2026, 11, 20, 12, tzinfo=UTC)
WEEK = Week.parse("2026-W46", ZONE, AS_OF)

#: Mondays of the five weeks before.
BEFORE = ("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02")

SEATED, STANDING, STOPPED = RidePosture.SEATED, RidePosture.STANDING, RidePosture.STOPPED


class Athlete(AthleteLog):
    """An athlete with a desk, and what happens to their week."""

    week = WEEK
    profile = Profile.model_validate(
        {
            "athlete": {"id": "a", "timezone": ZONE, "body_mass_kg": 80, "units": "kg"},
            "bike": {"position": "hoods"},
        }
    )

    def __init__(self, parameters: Parameters, recogniser: Recogniser) -> None:
        self.review = Review(self.profile, WEEK, AS_OF, parameters, recogniser)

    def usual(self) -> tuple[StrengthSession, ...]:
        """Five even weeks of deadlifts and presses."""
        sets = [("Deadlift (Barbell)", 100, 5)] * 3 + [("Overhead Press (Barbell)", 40, 5)] * 3
        return tuple(self.lift(f"{day} 18:00", *sets) for day in BEFORE)

    def changed(self, log: Log, *changes: str) -> Log:
        for text in changes:
            log = parse_change(text, WEEK).change.apply(log, self.review).log
        return log

    def what_if(self, log: Log, changes: Sequence[str] = ()) -> WhatIf:
        review = self.review
        return what_if(
            log,
            self.profile,
            WEEK,
            AS_OF,
            review.parameters,
            review.recogniser,
            [parse_change(text, WEEK) for text in changes],
        )


@pytest.fixture(scope="session")
def athlete() -> Athlete:
    return Athlete(parameter_set(), Recogniser())


@pytest.fixture(scope="session")
def heavy_week(athlete: Athlete) -> Log:
    """Even weeks, then: desk straight into heavy pulls, and again after a long ride."""
    pulls = [("Deadlift (Barbell)", 130.0, 3)] * 5
    presses = [("Overhead Press (Barbell)", 45.0, 5)] * 3
    return Log(
        strength=(
            *athlete.usual(),
            athlete.lift("2026-11-12 17:10", *pulls, *presses),
            athlete.lift("2026-11-14 13:00", *pulls, ("Romanian Deadlift", 60.0, 8)),
        ),
        rides=(
            athlete.ride("2026-11-10 18:00", (SEATED, 40), (STANDING, 2), (SEATED, 20)),
            athlete.ride("2026-11-14 09:00", (SEATED, 100), (STOPPED, 10), (SEATED, 80)),
        ),
        postures=(athlete.sit("2026-11-12 13:00", "2026-11-12 17:05"),),
    )


@pytest.fixture
def codes() -> Callable[[WhatIf], tuple[set[str], set[str], set[str]]]:
    """Codes of the flags that cleared, stayed and came new."""

    def of(found: WhatIf) -> tuple[set[str], set[str], set[str]]:
        return (
            {f.code for f in found.cleared},
            {f.code for f in found.staying},
            {f.code for f in found.new},
        )

    return of
