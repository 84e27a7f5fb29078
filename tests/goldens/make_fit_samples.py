"""Writes the FIT samples of ``fit/``, which nobody can read in an editor.

What a sample holds is said here; everything in it is made up. Run by hand from the root of the
project: ``python -m tests.goldens.make_fit_samples``.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from examples.fit_writer import FitFile, fit_time

HERE = Path(__file__).parent

#: 18:00 in Berlin; and a midnight there.
EVENING = datetime(2026, 11, 9, 17, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 9, 23, 0, tzinfo=UTC)
HOME = timedelta(hours=1)
GARMIN, WAHOO, ZWIFT, WATCH = 1, 32, 260, 3113
STRENGTH = {"sport": 10, "sub_sport": 20}
REST, ACTIVE = 0, 1
DEADLIFT, SWING, PLANK, ROW, SQUAT, UNKNOWN = 8, 12, 19, 23, 28, 65534
GENERIC, WALKING, SEDENTARY = 0, 6, 8
HOUR = 3600


def watch_sets() -> FitFile:
    """A workout with rests, guesses, a set of unknown exercise, an own exercise, and settings."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=GARMIN, product=WATCH, time_created=EVENING)
    fit.add("user_profile", weight=71.5, sleep_time=23 * HOUR, wake_time=6 * HOUR + 1800)
    fit.add("workout_step", message_index=0, exercise_category=SQUAT, exercise_name=400)
    fit.add(
        "exercise_title",
        message_index=0,
        exercise_category=SQUAT,
        exercise_name=400,
        wkt_step_name="Zercher squat",
    )
    second = 0
    for category, exercise, reps, weight in (
        (DEADLIFT, 0, 5, 120.0),
        (DEADLIFT, 0, 5, 120.0),
        ((DEADLIFT, ROW, None), (0, 45, None), 4, 132.5),
        (SWING, 3, 15, 24.0),
        (SQUAT, 400, 8, 60.0),
        (PLANK, 43, None, None),
        (UNKNOWN, None, 12, 0.0),
        (999, 3, 10, 20.0),
    ):
        start = EVENING + timedelta(seconds=second)
        fit.add(
            "set",
            timestamp=start + timedelta(seconds=40),
            start_time=start,
            duration=40.0,
            set_type=ACTIVE,
            repetitions=reps,
            weight=weight,
            category=category,
            category_subtype=exercise,
        )
        fit.add(
            "set",
            timestamp=start + timedelta(seconds=130),
            start_time=start + timedelta(seconds=40),
            duration=90.0,
            set_type=REST,
        )
        second += 130
    end = EVENING + timedelta(seconds=second)
    fit.add(
        "session", timestamp=end, start_time=EVENING, total_elapsed_time=float(second), **STRENGTH
    )
    fit.add("activity", timestamp=end, local_timestamp=end + HOME, num_sessions=1)
    return fit


def strength_without_sets() -> FitFile:
    """Strength training of which only the time is known."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=GARMIN, time_created=EVENING)
    fit.add("session", start_time=EVENING, total_elapsed_time=2700.0, **STRENGTH)
    return fit


def yoga() -> FitFile:
    """Yoga, which comes with one set that says nothing."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=GARMIN, time_created=EVENING)
    fit.add("set", start_time=EVENING, duration=779.0, set_type=ACTIVE)
    fit.add("session", start_time=EVENING, total_elapsed_time=779.0, sport=10, sub_sport=43)
    return fit


def monitoring() -> FitFile:
    """A day of a watch: night, desk, walks, a time without knowledge, heart rates, sums."""
    fit = FitFile(big_endian=True)
    fit.add("file_id", type=32, manufacturer=GARMIN, product=WATCH, time_created=MIDNIGHT)
    fit.add("monitoring_info", timestamp=MIDNIGHT, local_timestamp=MIDNIGHT + HOME)
    fit.add("user_profile", sleep_time=23 * HOUR, wake_time=7 * HOUR)
    for minute, activity, pairs in (
        (440, SEDENTARY, None),
        (452, WALKING, 610),
        (600, SEDENTARY, None),
        (604, WALKING, 640),
        (720, SEDENTARY, None),
        (780, GENERIC, None),
        (1100, SEDENTARY, None),
        (1130, WALKING, 2240),
        (1440, SEDENTARY, None),
    ):
        fit.add(
            "monitoring",
            timestamp_16=(fit_time(MIDNIGHT) + 60 * minute) & 0xFFFF,
            current_activity_type_intensity=activity,
            cycles=pairs,
        )
        if minute == 600:
            fit.add(
                "monitoring",
                timestamp_16=(fit_time(MIDNIGHT) + 60 * minute + 30) & 0xFFFF,
                heart_rate=64,
            )
    day = MIDNIGHT + timedelta(days=1)
    fit.add("monitoring", timestamp=day, activity_type=WALKING, cycles=2240, duration_min=1440)
    return fit


def monitoring_after_a_silence() -> FitFile:
    """Twenty hours without a row: the short times before the next full one are ambiguous."""
    fit = FitFile()
    fit.add("file_id", type=32, manufacturer=GARMIN, product=WATCH, time_created=MIDNIGHT)
    fit.add("monitoring_info", timestamp=MIDNIGHT, local_timestamp=MIDNIGHT + HOME)
    for hour in (1, 21):
        fit.add(
            "monitoring",
            timestamp_16=(fit_time(MIDNIGHT) + hour * HOUR) & 0xFFFF,
            current_activity_type_intensity=SEDENTARY,
        )
    for hour in (22, 23):
        fit.add(
            "monitoring",
            timestamp=MIDNIGHT + timedelta(hours=hour),
            current_activity_type_intensity=SEDENTARY,
        )
    return fit


def head_unit_ride() -> FitFile:
    """Five minutes on the road, big-endian, with a pause and a message of the maker's own."""
    fit = FitFile(big_endian=True)
    late = EVENING + timedelta(hours=2)
    fit.add("file_id", type=4, manufacturer=WAHOO, time_created=late)
    fit.add("event", timestamp=EVENING, event=0, event_type=0)
    fit.add("event", timestamp=EVENING + timedelta(seconds=120), event=0, event_type=4)
    fit.add("event", timestamp=EVENING + timedelta(seconds=180), event=0, event_type=0)
    for second in [*range(0, 121, 5), *range(180, 301, 5)]:
        fit.add("record", timestamp=EVENING + timedelta(seconds=second), speed=7.5, cadence=85)
        fit.add_raw(65_280, [(0, "sint32", 0), (1, "sint32", 0)])
    end = EVENING + timedelta(seconds=300)
    fit.add("session", timestamp=end, start_time=EVENING, sport=2, sub_sport=7)
    fit.add("activity", timestamp=end, local_timestamp=end + timedelta(hours=8))
    return fit


def virtual_ride() -> bytes:
    """Two minutes of a trainer program: no local time, no checksum of the header."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=ZWIFT, time_created=EVENING - timedelta(seconds=29))
    for second in range(0, 121, 5):
        at = EVENING + timedelta(seconds=second)
        fit.add("record", timestamp=at, speed=9.0, power=180, distance=9.0 * second)
    end = EVENING + timedelta(seconds=120)
    fit.add("session", timestamp=end, start_time=EVENING, sport=2, sub_sport=58)
    fit.add("activity", timestamp=end, local_timestamp=0)
    return fit.to_bytes(header_crc=False)


def main() -> None:
    """Write all samples."""
    ride = head_unit_ride().to_bytes()
    samples = {
        "watch_sets": watch_sets().to_bytes(),
        "strength_without_sets": strength_without_sets().to_bytes(),
        "yoga": yoga().to_bytes(),
        "monitoring": monitoring().to_bytes(),
        "monitoring_after_a_silence": monitoring_after_a_silence().to_bytes(),
        "head_unit_ride": ride,
        "cut_off_ride": ride[: len(ride) * 2 // 3],
        "virtual_ride": virtual_ride(),
        "chain": virtual_ride() + strength_without_sets().to_bytes(),
    }
    folder = HERE / "fit"
    folder.mkdir(exist_ok=True)
    for name, data in samples.items():
        (folder / f"{name}.fit").write_bytes(data)


if __name__ == "__main__":
    main()
