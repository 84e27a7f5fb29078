"""All-day monitoring: what the wrist did between two rows."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from examples.fit_writer import FitFile, fit_time
from tl_analyzer.log import (
    DailyTotal,
    DayMeasure,
    Entry,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    Quality,
    Tally,
)

#: Midnight in Berlin.
START = datetime(2026, 5, 1, 22, 0, tzinfo=UTC)
GENERIC, RUNNING, CYCLING, WALKING, SEDENTARY, STOPPED = 0, 1, 2, 6, 8, 254
HOUR = 3600
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def short(second: int) -> int:
    return (fit_time(START) + second) & 0xFFFF


def begin(kind: int = 32, offset_s: int | None = 7200) -> FitFile:
    fit = FitFile()
    fit.add("file_id", type=kind, manufacturer=1, product=3122)
    local = None if offset_s is None else at(offset_s)
    fit.add("monitoring_info", timestamp=START, local_timestamp=local)
    return fit


def row(
    fit: FitFile, second: int, activity: int, cycles: float | None = None, level: int = 0
) -> None:
    """A row of a wearable: five bits of activity, three of intensity, and the counter."""
    fit.add(
        "monitoring",
        timestamp_16=short(second),
        current_activity_type_intensity=activity | level << 5,
        cycles=cycles,
    )


def monitored(*rows: tuple[int, int, float | None]) -> FitFile:
    fit = begin()
    for second, activity, cycles in rows:
        row(fit, second, activity, cycles)
    return fit


def outline(items: Items) -> list[tuple[Posture, int, int]]:
    return [
        (
            item.posture,
            round((item.start.utc - START).total_seconds()),
            round((item.end - START).total_seconds()),
        )
        for item in items
        if isinstance(item, PostureInterval)
    ]


def problems(items: Items) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def tally(items: Items) -> Tally:
    assert isinstance(items[-1], Tally)
    return items[-1]


def test_a_row_closes_its_stretch(read: Read) -> None:
    items = read(monitored((HOUR, SEDENTARY, None), (HOUR + 600, WALKING, 300)).to_bytes())
    still, walk = [item for item in items if isinstance(item, PostureInterval)]
    assert outline(items) == [
        (Posture.SITTING, 0, HOUR),
        (Posture.MOVING, HOUR, HOUR + 600),
    ]
    assert (still.observation, still.probability) == (Observation.WRIST_STILL, 0.6)
    assert (walk.observation, walk.quality) == (Observation.STEPS, Quality.B)
    assert still.start.zone == "Europe/Berlin"
    assert "garmin edge 830" in still.source
    assert problems(items) == []
    assert (tally(items).read, tally(items).set_aside) == (4, ())


def test_rows_of_one_state_are_one_stretch_whatever_their_intensity(read: Read) -> None:
    fit = begin()
    for minute, level in enumerate((0, 3, 7, 1), start=1):
        row(fit, 60 * minute, SEDENTARY, level=level)
    assert outline(read(fit.to_bytes())) == [(Posture.SITTING, 0, 240)]


def test_short_times_start_anew_twice_a_day(read: Read) -> None:
    rows = [(hour * HOUR, SEDENTARY, None) for hour in range(4, 40, 4)]
    assert outline(read(monitored(*rows).to_bytes())) == [(Posture.SITTING, 0, 36 * HOUR)]


def test_a_silence_longer_than_a_round_shows_at_the_next_full_time(read: Read) -> None:
    """20 hours of silence look like 1.8; the rows since the last full time are left out."""
    fit = begin()
    row(fit, HOUR, SEDENTARY)
    row(fit, 21 * HOUR, SEDENTARY)
    fit.add("monitoring", timestamp=at(22 * HOUR), current_activity_type_intensity=SEDENTARY)
    row(fit, 23 * HOUR, WALKING, 2000)
    items = read(fit.to_bytes())
    assert outline(items) == [(Posture.MOVING, 22 * HOUR, 23 * HOUR)]
    ambiguous, silent = problems(items)
    assert (ambiguous.code, ambiguous.kind) == ("time-ambiguous", ProblemKind.REFUSED)
    assert "2 rows" in ambiguous.found
    assert (silent.code, silent.kind) == ("watch-silent", ProblemKind.NOTE)
    assert tally(items).refused == 2


def test_short_times_before_any_full_one_are_ambiguous(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=32)
    row(fit, 60, SEDENTARY)
    fit.add("monitoring", timestamp=START, current_activity_type_intensity=SEDENTARY)
    row(fit, 300, SEDENTARY)
    items = read(fit.to_bytes())
    assert outline(items) == [(Posture.SITTING, 0, 300)]
    assert tally(items).refused == 1


def test_a_row_written_late_finds_its_place(read: Read) -> None:
    rows = [(600, SEDENTARY, None), (1200, SEDENTARY, None), (900, WALKING, 100)]
    assert outline(read(monitored(*rows).to_bytes())) == [
        (Posture.SITTING, 0, 600),
        (Posture.MOVING, 600, 900),
        (Posture.SITTING, 900, 1200),
    ]


@pytest.mark.parametrize("activity", [GENERIC, 7, 31])
def test_what_the_watch_cannot_tell_is_neither_sitting_nor_walking(
    read: Read, activity: int
) -> None:
    rows = [(600, SEDENTARY, None), (4000, activity, None), (5000, SEDENTARY, None)]
    items = read(monitored(*rows).to_bytes())
    assert outline(items) == [(Posture.SITTING, 0, 600), (Posture.SITTING, 4000, 5000)]
    assert tally(items).set_aside == (("monitoring of no stated activity", 1),)


def test_a_watch_that_stops_is_not_worn(read: Read) -> None:
    fit = monitored((600, SEDENTARY, None))
    fit.add("monitoring", timestamp=at(4000), activity_type=STOPPED)
    row(fit, 5000, SEDENTARY)
    items = read(fit.to_bytes())
    assert outline(items) == [(Posture.SITTING, 0, 600), (Posture.SITTING, 4000, 5000)]
    assert tally(items).set_aside == (("monitoring of no stated activity", 1),)


def test_running_counters_set_the_clock_and_state_nothing(read: Read) -> None:
    fit = monitored((600, SEDENTARY, None))
    fit.add("monitoring", timestamp=at(1200), activity_type=WALKING, cycles=4000)
    row(fit, 1800, SEDENTARY)
    items = read(fit.to_bytes())
    assert outline(items) == [(Posture.SITTING, 0, 1800)]
    assert tally(items).set_aside == (("monitoring counter", 1),)


def test_heart_rate_rows_neither_close_nor_break_a_stretch(read: Read) -> None:
    fit = begin()
    for second in range(60, 1800, 60):
        fit.add("monitoring", timestamp_16=short(second), heart_rate=60)
    row(fit, 1800, SEDENTARY)
    items = read(fit.to_bytes())
    assert outline(items) == [(Posture.SITTING, 0, 1800)]
    assert tally(items).set_aside == (("heart rate", 29),)


@pytest.mark.parametrize("activity", [CYCLING, 4, 5])
def test_other_activities_are_moving(read: Read, activity: int) -> None:
    assert outline(read(monitored((600, activity, None)).to_bytes())) == [(Posture.MOVING, 0, 600)]


@pytest.mark.parametrize(
    ("cycles", "probability"),
    [(500, 0.95), (150, 0.95), (149, 0.75), (15, 0.75), (14, None), (None, 0.75), (5000, 0.75)],
)
def test_few_steps_are_no_walk(read: Read, cycles: float | None, probability: float | None) -> None:
    """In ten minutes; the counter counts pairs of steps, and may have gone on from another file."""
    items = read(monitored((600, WALKING, cycles)).to_bytes())
    found = [item.probability for item in items if isinstance(item, PostureInterval)]
    assert found == ([] if probability is None else [probability])


def test_the_counter_of_steps_runs_through_the_day_and_may_start_anew(read: Read) -> None:
    rows = [
        (600, WALKING, 500),
        (1200, SEDENTARY, None),
        (1800, WALKING, 510),
        (2400, SEDENTARY, None),
        (3000, WALKING, 400),
    ]
    items = read(monitored(*rows).to_bytes())
    found = [item for item in items if isinstance(item, PostureInterval)]
    assert [one.probability for one in found if one.posture == "moving"] == [0.95, 0.95]
    assert (Posture.MOVING, 1200, 1800) not in outline(items)


def test_walking_and_running_are_counted_apart(read: Read) -> None:
    rows = [(600, WALKING, 500), (1200, RUNNING, 300), (1800, WALKING, 800)]
    (found,) = [i for i in read(monitored(*rows).to_bytes()) if isinstance(i, PostureInterval)]
    assert (found.posture, found.minutes, found.probability) == (Posture.MOVING, 30, 0.95)


def test_of_rows_of_one_instant_the_activity_counts(read: Read) -> None:
    rows = [(600, SEDENTARY, None), (600, WALKING, 300)]
    assert outline(read(monitored(*rows).to_bytes())) == [(Posture.MOVING, 0, 600)]


def test_half_a_day_without_a_row_is_a_watch_in_a_drawer(read: Read) -> None:
    rows = [(13 * HOUR, SEDENTARY, None), (14 * HOUR, SEDENTARY, None)]
    items = read(monitored(*rows).to_bytes())
    assert outline(items) == [(Posture.SITTING, 13 * HOUR, 14 * HOUR)]
    assert [p.code for p in problems(items)] == ["watch-silent"]


def test_sums_of_the_day_are_a_total_and_no_stretch(read: Read) -> None:
    fit = monitored((600, SEDENTARY, None))
    for walked in (3000, 4200):
        for activity, cycles in ((WALKING, walked / 2), (RUNNING, 50)):
            fit.add(
                "monitoring",
                timestamp=at(24 * HOUR),
                activity_type=activity,
                cycles=cycles,
                duration_min=1440,
            )
    row(fit, 1200, SEDENTARY)
    items = read(fit.to_bytes())
    (total,) = [item for item in items if isinstance(item, DailyTotal)]
    assert (total.measure, total.value) == (DayMeasure.STEPS, 4300)
    assert total.start.local.date() == date(2026, 5, 2)
    assert not total.start.timed
    assert outline(items) == [(Posture.SITTING, 0, 1200)]


def test_a_sum_of_part_of_a_day_is_no_total_of_the_day(read: Read) -> None:
    fit = monitored((600, SEDENTARY, None))
    fit.add("monitoring", timestamp=at(HOUR), activity_type=WALKING, cycles=40, duration_min=60)
    items = read(fit.to_bytes())
    assert not any(isinstance(item, DailyTotal) for item in items)
    assert tally(items).set_aside == (("monitoring sum", 1),)


@pytest.mark.parametrize("kind", [15, 28, 32])
def test_every_kind_of_monitoring_is_read(read: Read, kind: int) -> None:
    fit = begin(kind)
    row(fit, 600, SEDENTARY)
    assert outline(read(fit.to_bytes())) == [(Posture.SITTING, 0, 600)]


def test_the_watch_may_have_been_elsewhere(read: Read) -> None:
    fit = begin(offset_s=-6 * HOUR)
    row(fit, 600, SEDENTARY)
    items = read(fit.to_bytes())
    (still,) = [item for item in items if isinstance(item, PostureInterval)]
    assert still.start.zone == "Etc/GMT+6"
    assert [p.code for p in problems(items)] == ["zone-differs"]


def test_monitoring_without_anything_of_use_says_so(read: Read) -> None:
    fit = begin()
    fit.add("monitoring", timestamp_16=short(60), heart_rate=60)
    items = read(fit.to_bytes())
    assert [p.code for p in problems(items)] == ["no-training"]
    assert (tally(items).read, tally(items).total) == (0, 3)
