"""Rides one by one: the numbers that the report adds up."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import tl_analyzer as tl
from tl_analyzer.log import (
    Log,
    PositionEvidence,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    When,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "trainer_block_rider"
WEEK, AS_OF = "2026-W46", "2026-11-16T08:00:00+01:00"
START = datetime(2026, 11, 15, 22, 30, tzinfo=UTC)


def ride(begin: float, minutes: float, **known: object) -> RideSession:
    """A ride of one posture that begins some minutes after `START`."""
    start = START + timedelta(minutes=begin)
    end = start + timedelta(minutes=minutes)
    posture = known.pop("posture", RidePosture.UNKNOWN)
    return RideSession.model_validate(
        {
            "start": When(utc=start, zone="Europe/Berlin"),
            "end": end,
            "elapsed_s": 60 * minutes,
            "moving_s": 60 * minutes,
            "bouts": (PostureBout(start=start, end=end, posture=posture),),
            "provenance": Provenance(adapter="fit", file=f"{begin:g}.fit", digest="0"),
            **known,
        }
    )


def of(*rides: RideSession) -> tl.Athlete:
    return tl.of_log(Log(rides=rides), tl.default_profile("anna", "Europe/Berlin"))


def test_they_add_up_to_the_report() -> None:
    athlete = tl.read(EXAMPLE)
    rides = tl.rides(athlete, WEEK)
    report = tl.weekly_report(athlete, WEEK, as_of=AS_OF)
    told = report.channels.flexion.details
    assert sum(r.flexed_min for r in rides) == pytest.approx(told["flexed riding [min]"])
    assert max(r.longest_unbroken_min for r in rides) == told["longest flexed bout [min]"]
    (above_usual,) = (flag for flag in report.flags if flag.code == "TL303")
    assert sum(r.u_min for r in rides) == pytest.approx(above_usual.because[0].value)
    assert len(rides) == report.coverage.rides


def test_without_a_week_they_are_all_there() -> None:
    athlete = tl.read(EXAMPLE)
    every = tl.rides(athlete, None)
    assert len(every) == len(athlete.log(WEEK).rides)
    assert set(tl.rides(athlete, "last", as_of=AS_OF)) < set(every)


def test_a_recording_that_was_split_at_midnight_is_one_ride_of_its_first_day() -> None:
    athlete = of(ride(0, 30), ride(30.5, 40), ride(200, 10))
    sunday = tl.rides(athlete, "2026-W46")
    assert [(r.minutes, r.files) for r in sunday] == [(70.0, ("0.fit", "30.5.fit"))]
    assert [r.files for r in tl.rides(athlete, "2026-W47")] == [("200.fit",)]


def test_time_out_of_the_saddle_is_known_where_a_device_recorded_it() -> None:
    events, summed = PositionEvidence.EVENTS, PositionEvidence.TIME_STANDING
    told = {
        (r.standing_s, r.seated_s)
        for r in tl.rides(
            of(
                ride(0, 10),
                ride(100, 10, position_evidence=events, posture=RidePosture.STANDING),
                ride(200, 10, position_evidence=events, posture=RidePosture.COASTING),
                ride(300, 10, position_evidence=summed, time_standing_s=45.0),
                ride(400, 10, position_evidence=summed, time_standing_s=9000.0),
            ),
            None,
        )
    }
    assert told == {(None, None), (600.0, 0.0), (0.0, 600.0), (45.0, 555.0)}
