"""The report on a week is the same from a window of the log as from all of it."""

import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.athlete_log import ZONE, AthleteLog
from tests.store_import import File, import_files, source
from tl_analyzer.analysis import weekly_report
from tl_analyzer.load.week import Week
from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    DailyTotal,
    DayMeasure,
    Entry,
    Log,
    Observation,
    PlannedSession,
    PlannedSport,
    Posture,
    PostureInterval,
    Provenance,
    Quality,
    RidePosture,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile, parse_profile
from tl_analyzer.store.connection import open_for_writing
from tl_analyzer.store.loading import load_log
from tl_analyzer.store.window import window_of

LOG = AthleteLog()
WEEK = Week(date(2026, 11, 9), ZONE)
AS_OF = datetime(2026, 11, 16, 6, tzinfo=UTC)
NOWHERE = Provenance(adapter="test", file="", digest="", row=None)
PROFILE = parse_profile(
    f"""[athlete]
id = "anna"
timezone = "{ZONE}"
body_mass_kg = 70.0
[bike]
position = "hoods"
"""
)
AT_A_DESK = parse_profile(
    f"""[athlete]
id = "anna"
timezone = "{ZONE}"
[[desk]]
start = 08:30:00
end = 17:00:00
"""
)

LIFTS = (
    (("Deadlift", 150.0, 3), ("Back Squat", 110.0, 5)),
    (("Kettlebell Swing", 24.0, 20), ("Overhead Press", 50.0, 5)),
    (("Dead Bug", None, 10), ("Cat Cow", None, 10)),
    (("Deadlift", 185.0, 1),),
)
KINDS = (
    *(f"lift {n}" for n in range(len(LIFTS))),
    "lift some day",
    "ride",
    "ride elsewhere",
    "walk",
    "watch",
    "computer",
    "hour",
    "sleep",
    "holiday",
    "mass",
    "pain",
    "total",
    "plan",
)

#: Days before the week's Sunday, and what was done; some after it, many near the limits.
LIMITS = [0, 6, 7, 34, 112, 118, 125, 126, 127, 128, 133, 140, 371, 377, 378, 379, 380, 385]
EVENTS = st.lists(
    st.tuples(
        st.integers(-45, 900) | st.integers(-10, 40) | st.sampled_from(LIMITS),
        st.sampled_from(KINDS),
        st.integers(0, 23),
    ),
    max_size=25,
)


def entry(days_ago: int, kind: str, hour: int) -> Entry:
    day = date(2026, 11, 15) - timedelta(days=days_ago)
    wall = f"{day.isoformat()} {hour:02}:10"
    start = LOG.at(wall)
    end = start.utc + timedelta(minutes=50)
    what, _, which = kind.partition(" ")
    match what:
        case "lift":
            if which == "some day":
                return LOG.lift(day.isoformat(), *LIFTS[0])
            return LOG.lift(wall, *LIFTS[int(which)])
        case "ride":
            ridden = LOG.ride(wall, (RidePosture.SEATED, 80.0 + hour), (RidePosture.STANDING, 2.0))
            return ridden.model_copy(update={"device": which})
        case "walk":
            return ActivitySession(start=start, end=end, sport="walking", provenance=NOWHERE)
        case "watch":
            return ActivitySession(
                start=start, end=end, sport="strength_training", provenance=NOWHERE
            )
        case "computer":
            return interval(start, 3, Posture.SITTING, Observation.COMPUTER_ACTIVE)
        case "hour":
            return interval(start, 1, Posture.UNKNOWN, Observation.STAND_HOUR)
        case "sleep":
            return interval(start, 8, Posture.LYING, Observation.SLEEP)
        case "holiday":
            return interval(start, 24 * (hour + 1), Posture.OFF, Observation.OUT_OF_OFFICE)
        case "mass":
            mass = Weight(value=60.0 + hour, unit=WeightUnit.KG, basis=UnitBasis.STATED)
            return BodyMass(start=start, mass=mass, provenance=NOWHERE)
        case "pain":
            return CheckIn(
                start=start, region="thoracolumbar", score=float(hour % 11), provenance=NOWHERE
            )
        case "plan":
            when = start if hour % 2 else LOG.at(day.isoformat())
            sport = list(PlannedSport)[hour % 3]
            return PlannedSession(
                start=when, end=end, sport=sport, title=sport.value, provenance=NOWHERE
            )
    noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    return DailyTotal(
        start=When(utc=noon, zone=ZONE),
        measure=DayMeasure.SEDENTARY,
        value=60.0 * hour,
        source="watch",
        provenance=NOWHERE,
    )


def interval(
    start: When, hours: float, posture: Posture, observation: Observation
) -> PostureInterval:
    return PostureInterval(
        start=start,
        end=start.utc + timedelta(hours=hours),
        posture=posture,
        probability=0.9,
        quality=Quality.B,
        observation=observation,
        source=observation.value,
        provenance=NOWHERE,
    )


def report(log: Log, profile: Profile) -> str:
    value = weekly_report(log, profile, WEEK, AS_OF, parameter_set(), Recogniser())
    # Of sessions outside the window nobody says any more that they were counted once.
    said = tuple(p for p in value.diagnostics if p.code != "counted-once")
    return value.model_copy(update={"diagnostics": said}).model_dump_json()


@given(EVENTS, EVENTS, st.sampled_from([PROFILE, AT_A_DESK]))
@example([(900, "lift 0", 18), (0, "lift 0", 18)], [(20, "holiday", 23)], PROFILE)
@example([(380, "sleep", 1), (130, "holiday", 23), (3, "computer", 9)], [], AT_A_DESK)
@example([], [(0, "lift 0", 0), (0, "walk", 0), (1, "lift 0", 0), (380, "walk", 0)], PROFILE)
@settings(max_examples=40, deadline=None)
def test_the_report_is_the_same_to_the_byte(
    one: list[tuple[int, str, int]], other: list[tuple[int, str, int]], profile: Profile
) -> None:
    files = [
        File(name, (source(name, [entry(*event) for event in events], version=name),))
        for name, events in (("/logs/a.csv", one), ("/logs/b.csv", one[::2] + other))
    ]
    parameters = parameter_set()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_for_writing(Path(folder) / "log.sqlite") as store,
    ):
        import_files(store, *files)
        whole = load_log(store, "anna", None, parameters)
        window = window_of(WEEK.monday, WEEK.zone, parameters)
        part = load_log(store, "anna", window, parameters)
    assert report(part, profile) == report(whole, profile)


def test_a_window_leaves_out_what_no_report_looks_at() -> None:
    parameters = parameter_set()
    events = [(days, kind, 9) for days in range(0, 1500, 3) for kind in ("lift 0", "computer")]
    days = 7 * parameters.number("exposure.window_weeks")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_for_writing(Path(folder) / "log.sqlite") as store,
    ):
        import_files(store, File("/a", (source("/a", [entry(*event) for event in events]),)))
        window = window_of(WEEK.monday, WEEK.zone, parameters)
        part = load_log(store, "anna", window, parameters)
    assert len(part.strength) < days / 3 + 10
    assert len(part.postures) < len(part.strength)
    # How far the log reaches is still known.
    assert part.strength[0].start.local.date() == date(2026, 11, 15) - timedelta(days=1497)


def test_a_window_at_the_edge_of_the_calendar_is_a_window() -> None:
    parameters = parameter_set()
    for day in (date(1, 1, 1), date(9999, 12, 27)):
        assert window_of(day, ZONE, parameters).until
