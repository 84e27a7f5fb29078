"""A session that stands in two calendars is planned once."""

import random
from datetime import timedelta

import pytest

from tests.athlete_log import AthleteLog
from tl_analyzer.intake.merge import merged
from tl_analyzer.log import PlannedSession, PlannedSport, Provenance
from tl_analyzer.parameters import Parameters

LOG = AthleteLog()


def plan(
    wall: str,
    file: str = "a",
    sport: PlannedSport = PlannedSport.RIDE,
    hours: float | None = 1,
    row: int = 1,
) -> PlannedSession:
    start = LOG.at(wall)
    return PlannedSession(
        start=start,
        end=None if hours is None else start.utc + timedelta(hours=hours),
        sport=sport,
        title=file,
        provenance=Provenance(adapter="test", file=file, digest=file, row=row),
    )


def once(*sessions: PlannedSession, parameters: Parameters) -> list[str]:
    shuffled = list(sessions)
    random.Random(7).shuffle(shuffled)
    found = {
        merged(given, (), (), parameters).planned for given in (sessions, shuffled, sessions[::-1])
    }
    (log,) = found
    return [f"{each.start.local:%d %H:%M} {each.title}" for each in log]


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (plan("2026-11-17 18:00"), plan("2026-11-17 18:00", "b"), ["17 18:00 a"]),
        (plan("2026-11-17 18:00"), plan("2026-11-17 18:05", "b"), ["17 18:00 a"]),
        # A plan that knows the day alone is the one that knows the hour.
        (plan("2026-11-17", hours=2), plan("2026-11-17 18:00", "b"), ["17 18:00 b"]),
        (plan("2026-11-17 18:00", hours=None), plan("2026-11-17 18:00", "b"), ["17 18:00 b"]),
        (plan("2026-11-17"), plan("2026-11-17", "b"), ["17 12:00 a"]),
    ],
)
def test_two_calendars_plan_one_session(
    one: PlannedSession, other: PlannedSession, kept: list[str], parameters: Parameters
) -> None:
    assert once(one, other, parameters=parameters) == kept


@pytest.mark.parametrize(
    "other",
    [
        plan("2026-11-17 18:00", "b", PlannedSport.STRENGTH),
        plan("2026-11-17 19:00", "b"),
        plan("2026-11-18 18:00", "b"),
        plan("2026-11-18", "b"),
        # One calendar that says it twice means it twice.
        plan("2026-11-17 18:00", row=2),
    ],
)
def test_what_is_another_session_stays(other: PlannedSession, parameters: Parameters) -> None:
    assert len(once(plan("2026-11-17 18:00"), other, parameters=parameters)) == 2


def test_two_of_a_day_in_two_calendars_are_two(parameters: Parameters) -> None:
    both = [
        plan(f"2026-11-17 {hour}:00", file, row=row)
        for file in "ab"
        for row, hour in ((1, "07"), (2, "18"))
    ]
    assert once(*both, parameters=parameters) == ["17 07:00 a", "17 18:00 a"]
    dates = [plan("2026-11-17", "c", row=row) for row in (1, 2)]
    assert once(*both[:2], *dates, parameters=parameters) == ["17 07:00 a", "17 18:00 a"]
