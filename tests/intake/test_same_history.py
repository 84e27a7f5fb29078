"""One history, however it was exported: split, shuffled, doubled, packed - the same log."""

import gzip
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples import desk_exports, ride_exports, strength_exports
from tl_analyzer.adapter import Reading
from tl_analyzer.intake.gather import gather
from tl_analyzer.log import Log

ZONE = ZoneInfo("Europe/Berlin")
READING = Reading(zone="Europe/Berlin", weight_unit=None)
HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)

sets = st.tuples(
    st.sampled_from(["Deadlift (Barbell)", "Squat (Barbell)", "Plank"]),
    st.sampled_from([60.0, 100.0, 102.5]),
    st.integers(1, 12),
    st.just(0),
    st.just(False),
)
histories = st.lists(
    st.tuples(st.integers(0, 400), st.integers(6, 21), st.lists(sets, min_size=1, max_size=7)),
    min_size=1,
    max_size=6,
    unique_by=lambda workout: workout[0],
).map(
    lambda workouts: [
        (datetime(2026, 1, 1, hour, 5, tzinfo=ZONE) + timedelta(days=day), held)
        for day, hour, held in sorted(workouts, key=lambda w: w[0])
    ]
)
Workouts = Sequence[strength_exports.Workout]


def hevy(workouts: Workouts) -> str:
    rows = []
    for start, held in workouts:
        count: Counter[str] = Counter()
        for name, kg, reps, _, _ in held:
            stamp = f'"{start.day} {start:%b} {start.year}, {start:%H:%M}"'
            rows.append(f"A,{stamp},{stamp},,{name},,,{count[name]},normal,{kg},{reps},,,\n")
            count[name] += 1
    return HEVY + "".join(rows)


def content(log: Log) -> list[tuple[object, ...]]:
    """What a log says of strength, whatever file it came from."""
    return sorted(
        (
            session.start.utc,
            session.title,
            sorted((s.exercise, s.weight.kg if s.weight else 0, s.reps) for s in session.sets),
        )
        for session in log.strength
    )


def read(folder: Path, files: dict[str, bytes]) -> Log:
    for old in folder.iterdir():
        old.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return gather([folder], READING)


slow = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@slow
@given(histories, st.integers(0, 10_000))
def test_an_export_cut_anywhere_and_dragged_in_in_any_order(
    tmp_path: Path, workouts: Workouts, seed: int
) -> None:
    chance = random.Random(seed)
    whole = hevy(workouts)
    rows = whole.removeprefix(HEVY).splitlines(keepends=True)
    cuts = sorted(chance.sample(range(len(rows) + 1), k=min(3, len(rows))))
    pieces = [rows[a:b] for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]
    chance.shuffle(pieces)
    files = {f"{n}.csv": (HEVY + "".join(p)).encode() for n, p in enumerate(pieces)}
    assert content(read(tmp_path, files)) == content(read(tmp_path, {"all.csv": whole.encode()}))


@slow
@given(histories, st.integers(0, 10_000))
def test_exports_that_overlap(tmp_path: Path, workouts: Workouts, seed: int) -> None:
    chance = random.Random(seed)
    whole = hevy(workouts)
    rows = whole.removeprefix(HEVY).splitlines(keepends=True)
    until, since = chance.randint(0, len(rows)), chance.randint(0, len(rows))
    until, since = max(until, since), min(until, since)
    files = {"early.csv": rows[:until], "late.csv": rows[since:]}
    packed = {name: (HEVY + "".join(held)).encode() for name, held in files.items()}
    assert content(read(tmp_path, packed)) == content(read(tmp_path, {"a.csv": whole.encode()}))


@slow
@given(histories, st.integers(0, 10_000))
def test_rows_in_another_order_are_the_same_sets(
    tmp_path: Path, workouts: Workouts, seed: int
) -> None:
    whole = hevy(workouts)
    rows = whole.removeprefix(HEVY).splitlines(keepends=True)
    mixed = random.Random(seed).sample(rows, k=len(rows))
    files = {"mixed.csv": (HEVY + "".join(mixed)).encode()}
    assert content(read(tmp_path, files)) == content(read(tmp_path, {"a.csv": whole.encode()}))


@slow
@given(histories)
def test_the_same_export_twice_re_saved_and_packed(tmp_path: Path, workouts: Workouts) -> None:
    data = hevy(workouts).encode()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("export.csv", data)
    packed = (tmp_path / "a.zip").read_bytes()
    files = {
        "a.csv": data,
        "copy.csv": data,
        "saved.csv": b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        "a.csv.gz": gzip.compress(data),
        "a.zip": packed,
    }
    assert content(read(tmp_path, files)) == content(read(tmp_path, {"a.csv": data}))


#: Apps that keep what these histories hold; a layout without clocks has its own test.
APPS: dict[str, Callable[[Workouts], str]] = {
    name: writer
    for name, writer in strength_exports.WRITERS.items()
    if name not in ("hevy-json", "coach-table")
}


@pytest.mark.parametrize("app", APPS)
@settings(parent=slow, max_examples=8)
@given(workouts=histories)
def test_a_history_split_between_workouts_is_the_same_in_every_app(
    tmp_path: Path, app: str, workouts: Workouts
) -> None:
    half = len(workouts) // 2
    pieces = [part for part in (workouts[:half], workouts[half:]) if part]
    files = {f"{n}.csv": APPS[app](part).encode() for n, part in enumerate(pieces)}
    whole = content(read(tmp_path, {"all.csv": APPS[app](workouts).encode()}))
    assert content(read(tmp_path, files)) == whole
    assert len(whole) == len(workouts)


def test_rides_and_desk_from_every_side_are_the_same_as_from_one(tmp_path: Path) -> None:
    start = datetime(2026, 11, 12, 18, 0, tzinfo=ZONE)
    seated = [(start.replace(hour=9), start.replace(hour=12), True)]
    tcx, gpx = ride_exports.tcx(start, 60), ride_exports.gpx(start, 60)
    calendar = desk_exports.calendar(seated).encode()
    one = read(tmp_path, {"a.tcx": tcx, "c.ics": calendar})
    packed = gzip.compress(gpx)
    many = read(
        tmp_path,
        {"a.tcx": tcx, "b.tcx": tcx + b"\n", "b.gpx.gz": packed, "c.ics": calendar,
         "d.ics": calendar + b"\r\n"},
    )  # fmt: skip
    assert [(r.start, r.end) for r in many.rides] == [(r.start, r.end) for r in one.rides]
    assert len(many.postures) == len(one.postures)
