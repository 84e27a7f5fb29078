"""One session in several places counts once, the richest recording of it, and says so."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.intake.merge import merged
from tl_analyzer.log import (
    ActivitySession,
    CheckIn,
    Entry,
    Log,
    PositionEvidence,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.plugins import parameter_set

START = datetime(2026, 11, 12, 17, 45, tzinfo=UTC)
ZONE = "Europe/Berlin"


def source(name: str, adapter: str = "test", row: int | None = 1) -> Provenance:
    return Provenance(adapter=adapter, file=name, digest=name, row=row)


def ride(
    name: str,
    offset_min: float = 0,
    minutes: float = 60,
    *,
    events: bool = False,
    km: float | None = None,
    power: float | None = None,
    device: str = "",
) -> RideSession:
    start = START + timedelta(minutes=offset_min)
    end = start + timedelta(minutes=minutes)
    return RideSession(
        start=When(utc=start, zone=ZONE),
        end=end,
        elapsed_s=minutes * 60,
        moving_s=minutes * 60,
        distance_m=km * 1000 if km else None,
        average_power_w=power,
        device=device,
        position_evidence=PositionEvidence.EVENTS if events else PositionEvidence.NONE,
        bouts=(PostureBout(start=start, end=end, posture=RidePosture.UNKNOWN),),
        provenance=source(name),
    )


def activity(
    name: str, sport: str, offset_min: float = 0, minutes: float = 60, dated: bool = False
) -> ActivitySession:
    start = START + timedelta(minutes=offset_min)
    when = When.from_date(start.date(), ZONE) if dated else When(utc=start, zone=ZONE)
    return ActivitySession(
        start=when,
        end=when.utc + timedelta(minutes=minutes),
        sport=sport,
        provenance=source(name),
    )


def workout(
    name: str,
    offset_min: float = 0,
    *,
    sets: tuple[tuple[str, float, int], ...] = (("Deadlift", 100, 5), ("Squat", 80, 5)),
    duration_min: float | None = None,
    dated: bool = False,
    title: str = "B",
    adapter: str = "test",
    detected: bool = False,
) -> StrengthSession:
    start = START + timedelta(minutes=offset_min)
    return StrengthSession(
        start=When.from_date(start.date(), ZONE) if dated else When(utc=start, zone=ZONE),
        duration_s=duration_min * 60 if duration_min else None,
        title=title,
        sets=tuple(
            StrengthSet(
                exercise=exercise,
                row=n + 2,
                weight=Weight(value=kg, unit=WeightUnit.KG, basis=UnitBasis.STATED),
                reps=reps,
            )
            for n, (exercise, kg, reps) in enumerate(sets)
        ),
        detected=detected,
        provenance=source(name, adapter, 2),
    )


def log_of(*entries: Entry) -> Log:
    return merged(entries, (), (), parameter_set())


def folded(session: RideSession | StrengthSession | ActivitySession) -> list[str]:
    return sorted(p.file for p in session.folded)


class TestRides:
    def test_head_unit_phone_and_platform_are_one_ride_and_all_are_named(self) -> None:
        log = log_of(
            ride("unit", events=True), ride("phone", -4, 66), ride("strava", 0.2, km=25, power=180)
        )
        (kept,) = log.rides
        assert kept.provenance.file == "unit"
        assert folded(kept) == ["phone", "strava"]
        assert [p.code for p in log.problems] == ["counted-once", "counted-once"]

    def test_what_the_richest_does_not_know_comes_from_the_others(self) -> None:
        (kept,) = log_of(ride("unit", events=True), ride("strava", km=25, power=180)).rides
        assert (kept.distance_m, kept.average_power_w) == (25_000, 180)

    def test_rows_of_one_file_that_are_one_ride_count_once_too(self) -> None:
        twice = (
            ride("export"),
            ride("export").model_copy(update={"provenance": source("export", row=2)}),
        )
        assert len(log_of(*twice).rides) == 1

    def test_a_clock_that_is_twenty_minutes_wrong_does_not_make_two_rides(self) -> None:
        pair = ride("unit", 0, 30, km=14.0), ride("phone", 20, 30.4, km=14.1)
        assert len(log_of(*pair).rides) == 1

    def test_rides_that_differ_in_distance_are_two_however_close(self) -> None:
        pair = ride("unit", 0, 30, km=14.0), ride("phone", 20, 30.4, km=11.0)
        assert len(log_of(*pair).rides) == 2

    def test_there_and_back_again_are_two_rides(self) -> None:
        pair = ride("there", 0, 30, km=14.0), ride("back", 31, 30, km=14.0)
        assert len(log_of(*pair).rides) == 2

    def test_a_whole_ride_beats_a_richer_piece_of_it(self) -> None:
        (kept,) = log_of(ride("unit", 0, 20, events=True), ride("phone", 0, 120)).rides
        assert kept.provenance.file == "phone"

    def test_parts_of_one_device_beat_a_poorer_whole(self) -> None:
        log = log_of(
            ride("first", 0, 60, events=True, device="Edge"),
            ride("second", 61, 58, events=True, device="Edge"),
            ride("phone", 0, 120),
        )
        assert [r.provenance.file for r in log.rides] == ["first", "second"]

    def test_a_platforms_bare_date_is_the_ride_of_that_day_and_length(self) -> None:
        log = log_of(ride("unit", 0, 90), activity("plan", "cycling", minutes=90, dated=True))
        assert not log.activities
        assert folded(log.rides[0]) == ["plan"]

    def test_a_bare_date_of_another_length_is_another_ride(self) -> None:
        log = log_of(ride("unit", 0, 90), activity("plan", "cycling", minutes=45, dated=True))
        assert len(log.activities) == 1

    def test_a_walk_beside_a_ride_stays_a_walk(self) -> None:
        assert len(log_of(ride("unit"), activity("watch", "walking")).activities) == 1


class TestWorkouts:
    def test_watch_and_app_are_one_workout_with_the_apps_sets(self) -> None:
        log = log_of(workout("app", 6), activity("watch", "strength_training"))
        (kept,) = log.strength
        assert not log.activities
        assert folded(kept) == ["watch"]
        assert len(kept.sets) == 2
        assert kept.duration_s == 54 * 60

    def test_a_workout_with_a_bare_date_takes_the_clock_of_the_watch(self) -> None:
        log = log_of(workout("app", dated=True), activity("watch", "strength_training"))
        (kept,) = log.strength
        assert kept.start.timed
        assert (kept.start.utc, kept.duration_s) == (START, 3600)

    def test_so_does_one_of_several_days_in_a_row(self) -> None:
        log = log_of(
            workout("monday", -1440, dated=True),
            workout("tuesday", dated=True),
            activity("watch", "strength_training"),
        )
        assert [s.start.timed for s in log.strength] == [False, True]

    def test_two_strength_activities_leave_a_bare_date_alone(self) -> None:
        log = log_of(
            workout("app", dated=True),
            activity("morning", "strength_training", -480),
            activity("evening", "strength_training"),
        )
        assert not log.strength[0].start.timed
        assert len(log.activities) == 2

    def test_a_strength_activity_at_another_time_is_another_workout(self) -> None:
        log = log_of(workout("app"), activity("watch", "strength_training", -300))
        assert len(log.activities) == 1
        assert not log.strength[0].folded

    def test_a_run_beside_a_workout_is_no_workout(self) -> None:
        assert len(log_of(workout("app"), activity("watch", "running")).activities) == 1

    def test_what_a_watch_detected_gives_way_to_what_the_athlete_logged(self) -> None:
        guessed = (("Barbell Row", 60, 9), ("Unknown", 0, 12), ("Deadlift", 100, 4))
        log = log_of(workout("watch", -3, sets=guessed, detected=True), workout("app"))
        (kept,) = log.strength
        assert kept.provenance.file == "app"

    def test_what_a_watch_detected_counts_where_nothing_was_logged(self) -> None:
        assert len(log_of(workout("watch", detected=True)).strength) == 1

    def test_two_apps_that_name_exercises_differently_logged_one_workout(self) -> None:
        a = workout("strong", adapter="a")
        b = workout("hevy", adapter="b", sets=(("DL", 100, 5), ("Back squat", 80, 5)), title="X")
        assert len(log_of(a, b).strength) == 1

    def test_an_export_cut_in_two_within_a_workout_is_one_workout(self) -> None:
        a = workout("one", sets=(("Deadlift", 100, 5), ("Deadlift", 110, 5)))
        b = workout("two", sets=(("Squat", 80, 5), ("Squat", 85, 5)))
        (kept,) = log_of(a, b).strength
        assert len(kept.sets) == 4

    @pytest.mark.parametrize("copies", [2, 3])
    def test_equal_sets_of_one_file_all_count(self, copies: int) -> None:
        same = (("Deadlift", 100.0, 5),) * 4
        log = log_of(*(workout(f"copy{n}", sets=same) for n in range(copies)))
        assert [len(s.sets) for s in log.strength] == [4]


def diary(name: str, row: int, score: float = 3) -> CheckIn:
    day = When.from_date(START.date(), ZONE)
    return CheckIn(start=day, region="lumbar", score=score, provenance=source(name, row=row))


def test_a_diary_exported_twice_counts_once_and_equal_rows_of_one_file_stay() -> None:
    rows = [diary("a", 1), diary("a", 2), diary("b", 1), diary("b", 2), diary("b", 3, score=4)]
    assert [c.score for c in log_of(*rows).check_ins] == [3, 3, 4]


EVERYTHING: list[Entry] = [
    ride("unit", events=True),
    ride("phone", -4, 66),
    ride("strava", 0.2, km=25, power=180),
    activity("watch", "strength_training", 200),
    activity("apple", "strength_training", 203),
    workout("app", 205),
    workout("app2", 205),
    diary("a", 1),
    diary("b", 1),
]


@given(st.permutations(EVERYTHING))
def test_the_order_of_everything_has_no_effect(entries: list[Entry]) -> None:
    log, other = log_of(*entries), log_of(*EVERYTHING)
    assert (log.rides, log.strength, log.activities) == (
        other.rides,
        other.strength,
        other.activities,
    )
    assert (len(log.rides), len(log.strength), len(log.activities)) == (1, 1, 0)
    assert len(log.check_ins) == 1
