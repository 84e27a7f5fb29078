"""What the settings of a device say of its owner."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile, fit_time
from tl_analyzer.log import (
    BodyMass,
    Entry,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    Quality,
    Tally,
    UnitBasis,
)

#: Noon in Berlin.
START = datetime(2026, 5, 2, 10, 0, tzinfo=UTC)
HOUR = 3600
SEDENTARY = 8
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
MakeRide = Callable[..., FitFile]


def nights(items: Items) -> list[tuple[str, str]]:
    """Begin and end of usual sleep on the clock."""
    found = [i for i in items if isinstance(i, PostureInterval) and i.posture is Posture.LYING]
    for night in found:
        assert (night.observation, night.quality) == (Observation.SLEEP, Quality.D)
    shape = "%d. %H:%M"
    return [
        (n.start.local.strftime(shape), n.end.astimezone(n.start.local.tzinfo).strftime(shape))
        for n in found
    ]


def codes(items: Items) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def aside(items: Items) -> dict[str, int]:
    assert isinstance(items[-1], Tally)
    return dict(items[-1].set_aside)


def test_a_ride_tells_body_mass_and_the_night_before(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(60, start=START)
    fit.add("user_profile", weight=68.4, sleep_time=22 * HOUR, wake_time=7 * HOUR)
    items = read(fit.to_bytes())
    (mass,) = [item for item in items if isinstance(item, BodyMass)]
    assert (mass.start.utc, mass.mass.kg, mass.mass.basis) == (START, 68.4, UnitBasis.STATED)
    assert nights(items) == [("02. 00:00", "02. 07:00")]
    assert aside(items) == {}


def test_two_rides_of_a_day_tell_the_same_night(read: Read, make_ride: MakeRide) -> None:
    told = []
    for hours in (0, 4):
        fit = make_ride(60, start=START + timedelta(hours=hours))
        fit.add("user_profile", sleep_time=22 * HOUR, wake_time=7 * HOUR)
        told.append(nights(read(fit.to_bytes())))
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("asleep", "awake", "expected"),
    [
        (0, 7, [("02. 00:00", "02. 07:00")]),
        (1, 9, [("02. 01:00", "02. 09:00")]),
        (24, 7, [("02. 00:00", "02. 07:00")]),
        (23, 23, []),
        (None, 7, []),
        (25, 7, []),
    ],
)
def test_sleep_may_begin_after_midnight(
    read: Read,
    make_ride: MakeRide,
    asleep: int | None,
    awake: int,
    expected: list[tuple[str, str]],
) -> None:
    fit = make_ride(60, start=START)
    asleep_s = None if asleep is None else asleep * HOUR
    fit.add("user_profile", sleep_time=asleep_s, wake_time=awake * HOUR)
    items = read(fit.to_bytes())
    assert nights(items) == expected
    assert codes(items) == []
    assert aside(items) == ({} if expected else {"user_profile": 1})


@pytest.mark.parametrize(("asleep", "awake"), [(11, 6), (22, 23)])
def test_a_slip_of_the_thumb_is_no_sleep(
    read: Read, make_ride: MakeRide, asleep: int, awake: int
) -> None:
    fit = make_ride(60, start=START)
    fit.add("user_profile", sleep_time=asleep * HOUR, wake_time=awake * HOUR)
    items = read(fit.to_bytes())
    assert nights(items) == []
    assert codes(items) == ["sleep-hours-implausible"]


@pytest.mark.parametrize("weight", [2.0, 6000.0])
def test_a_placeholder_is_no_body_mass(read: Read, make_ride: MakeRide, weight: float) -> None:
    fit = make_ride(60)
    fit.add("user_profile", weight=weight)
    items = read(fit.to_bytes())
    assert not any(isinstance(item, BodyMass) for item in items)
    assert codes(items) == ["body-mass-implausible"]


@pytest.mark.parametrize("weight", [None, 0.0])
def test_no_body_mass_is_nothing_to_speak_of(
    read: Read, make_ride: MakeRide, weight: float | None
) -> None:
    fit = make_ride(60)
    fit.add("user_profile", weight=weight)
    assert codes(read(fit.to_bytes())) == []


def test_of_two_people_nobody_says_who_rode(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(60)
    fit.add("user_profile", weight=68.0)
    fit.add("user_profile", weight=55.0)
    items = read(fit.to_bytes())
    assert not any(isinstance(item, BodyMass) for item in items)
    assert aside(items) == {"user_profile": 2}


def test_monitored_days_have_their_nights_and_stillness_is_left_as_it_is(read: Read) -> None:
    """Sleep is taken off stillness where all sources meet, not here."""
    midnight = datetime(2026, 5, 1, 22, 0, tzinfo=UTC)
    fit = FitFile()
    fit.add("file_id", type=32)
    local = midnight + timedelta(hours=2)
    fit.add("monitoring_info", timestamp=midnight, local_timestamp=local)
    fit.add("user_profile", weight=70.0, sleep_time=23 * HOUR, wake_time=6 * HOUR)
    for hour in range(4, 49, 4):
        at = fit_time(midnight) + hour * HOUR
        fit.add("monitoring", timestamp=at, current_activity_type_intensity=SEDENTARY)
    items = read(fit.to_bytes())
    assert nights(items) == [
        ("02. 00:00", "02. 06:00"),
        ("02. 23:00", "03. 00:00"),
        ("03. 00:00", "03. 06:00"),
        ("03. 23:00", "04. 00:00"),
    ]
    (still,) = [i for i in items if isinstance(i, PostureInterval) and i.posture == "sitting"]
    assert still.minutes == 48 * 60
    assert sum(isinstance(item, BodyMass) for item in items) == 1


def test_a_night_of_summer_time_is_an_hour_shorter(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(60, start=datetime(2026, 3, 29, 10, 0, tzinfo=UTC))
    fit.add("user_profile", sleep_time=22 * HOUR, wake_time=7 * HOUR)
    (night,) = [i for i in read(fit.to_bytes()) if isinstance(i, PostureInterval)]
    assert night.minutes == 6 * 60


def test_settings_alone_have_no_day(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=2)
    fit.add("user_profile", weight=70.0, sleep_time=23 * HOUR, wake_time=6 * HOUR)
    items = read(fit.to_bytes())
    assert codes(items) == ["no-training"]
    assert aside(items) == {"file_id": 1, "user_profile": 1}
