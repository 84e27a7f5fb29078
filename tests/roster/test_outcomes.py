"""Outcome statistics: who is counted, for how many hours, and when nothing is said."""

from datetime import date, timedelta

import pytest

from tests.roster.diaries import FIRST, LONG_BEFORE, ZONE, entry, lifting, log_of, ride
from tl_analyzer.load.week import Week
from tl_analyzer.log import CheckIn, RideSession, StrengthSession
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.roster.athlete_outcomes import AthleteOutcomes, athlete_outcomes
from tl_analyzer.roster.intervals import byar, wilson
from tl_analyzer.roster.outcome_words import outcome_lines
from tl_analyzer.roster.pooled import outcomes

WEEKS = 12
LAST = Week(FIRST + timedelta(weeks=WEEKS - 1), ZONE)
SUNDAY = LAST.monday + timedelta(days=6)
MONDAYS = [FIRST + timedelta(weeks=n) for n in range(WEEKS)]


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return parameter_set()


def looked_at(
    parameters: Parameters, *entries: CheckIn | RideSession | StrengthSession
) -> AthleteOutcomes:
    return athlete_outcomes(log_of(entries), LAST, WEEKS, SUNDAY, parameters)


def keeper(parameters: Parameters, pain_on: date | None = None, hours: float = 10) -> object:
    """Checks in on Mondays since long ago, rides every week, has pain on one day or none."""
    diary = [entry(day, 5 if day == pain_on else 0, side="left") for day in MONDAYS]
    rides = [ride(day, hours) for day in MONDAYS]
    return looked_at(parameters, entry(LONG_BEFORE, 0), *diary, *rides)


def team(parameters: Parameters, *pain_on: date | None, hours: float = 10) -> list[AthleteOutcomes]:
    found = [keeper(parameters, day, hours) for day in pain_on]
    return [each for each in found if isinstance(each, AthleteOutcomes)]


def test_episodes_by_the_hours_of_those_who_keep_a_diary(parameters: Parameters) -> None:
    keeps_none = looked_at(parameters, *(ride(day, 100) for day in MONDAYS))
    five = team(parameters, MONDAYS[3], MONDAYS[7], None, None, None)
    found = outcomes([*five, keeps_none], parameters)
    assert found is not None
    assert found.incidence is not None
    assert (found.athletes, found.with_diary) == (6, 5)
    assert (found.incidence.episodes, found.incidence.hours) == (2, 5 * WEEKS * 10)
    low, high = byar(2)
    assert found.incidence.per_1000_h == pytest.approx(2 / 600 * 1000)
    assert found.incidence.low == pytest.approx(low / 600 * 1000)
    assert found.incidence.high == pytest.approx(high / 600 * 1000)
    assert found.response == pytest.approx(5 / 6)


def test_prevalence_is_of_those_who_checked_in(parameters: Parameters) -> None:
    found = outcomes(team(parameters, MONDAYS[3], *[None] * 5), parameters)
    assert found is not None
    week = found.weeks[3]
    assert (week.week, week.checked_in, week.with_pain) == ("2026-W38", 6, 1)
    assert (week.share, week.low, week.high) == (1 / 6, *wilson(1, 6))
    assert [w.with_pain for w in found.weeks] == [0, 0, 0, 1, *[0] * 8]


def test_by_region_and_side(parameters: Parameters) -> None:
    elsewhere = looked_at(
        parameters,
        entry(LONG_BEFORE, 0),
        entry(MONDAYS[2], 4, "knee", "right"),
        entry(MONDAYS[2], 4, ""),
        ride(MONDAYS[2], 2),
    )
    found = outcomes([*team(parameters, MONDAYS[3], *[None] * 4), elsewhere], parameters)
    assert found is not None
    assert found.incidence is not None
    places = {place.region: place for place in found.places}
    assert (places["lumbar"].left, places["lumbar"].junction) == (1, True)
    assert (places["knee"].right, places["knee"].junction) == (1, False)
    assert places[""].not_said == 1
    # A knee is told, and stays out of the rate; a region that is not said is the back.
    assert found.incidence.episodes == 2
    assert found.weeks[2].with_pain == 1


def test_too_few_diaries_say_nothing_of_anybody(parameters: Parameters) -> None:
    found = outcomes(team(parameters, MONDAYS[3], *[None] * 3), parameters)
    assert found is not None
    assert (found.incidence, found.places) == (None, ())
    assert all(week.share is None for week in found.weeks)
    said = " ".join(outcome_lines(found))
    assert "Too little to say: 4 athletes" in said
    assert "per 1,000 h" not in said
    assert "%" not in said.replace("95 %", "").replace("100 %", "")


def test_too_few_hours_leave_the_shares(parameters: Parameters) -> None:
    found = outcomes(team(parameters, MONDAYS[3], *[None] * 4, hours=1), parameters)
    assert found is not None
    assert found.incidence is None
    assert found.weeks[3].share == 1 / 5
    assert any("training time" in said for said in found.too_little)


def test_nobody_at_all(parameters: Parameters) -> None:
    assert outcomes([], parameters) is None


def test_hours_of_unknown_length_are_assumed_and_said_so(parameters: Parameters) -> None:
    minutes = parameters.number("exposure.minutes_per_set")
    known, unknown = lifting(MONDAYS[5], 1.5), lifting(MONDAYS[5], None, sets=12)
    found = looked_at(parameters, entry(LONG_BEFORE, 0), entry(MONDAYS[11], 0), known, unknown)
    week = found.weeks[5]
    assert week.assumed_hours == pytest.approx(12 * minutes / 60)
    assert week.strength_hours == pytest.approx(1.5 + week.assumed_hours)
    assert week.ride_hours == 0


def test_hours_count_while_something_new_could_be_told(parameters: Parameters) -> None:
    rides = [ride(day, 1) for day in MONDAYS]
    # Begun in the first week: new pain can be told from 30 days on; ended in the seventh.
    short = looked_at(parameters, *rides, entry(MONDAYS[0], 0), entry(MONDAYS[6], 0))
    assert [week.ride_hours for week in short.weeks] == [0] * 5 + [1] * 6 + [0]
    without = looked_at(parameters, *rides)
    assert sum(week.ride_hours for week in without.weeks) == 0


def test_what_lies_outside_the_weeks_does_not_count(parameters: Parameters) -> None:
    before, later = FIRST - timedelta(days=1), SUNDAY + timedelta(days=1)
    found = looked_at(
        parameters,
        entry(LONG_BEFORE, 0),
        entry(before, 5),
        ride(before, 3),
        entry(later, 6, "groin"),
        ride(later, 3),
    )
    assert found.episodes == ()
    assert sum(week.check_ins for week in found.weeks) == 0
    assert sum(week.ride_hours for week in found.weeks) == 0


def test_words_are_counts_and_claim_no_injury(parameters: Parameters) -> None:
    found = outcomes(team(parameters, MONDAYS[3], *[None] * 5), parameters)
    assert found is not None
    said = [*outcome_lines(found), *found.notes]
    assert any("1 new episode in 720 h of training: 1.4 per 1,000 h" in line for line in said)
    assert any("They say nothing of injuries or causes." in line for line in said)
    words = " ".join(said).lower()
    assert not any(word in words for word in ("risk", "diagnos", "probab", "predict", "caused"))
