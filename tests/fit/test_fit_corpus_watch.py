"""Real watch and head-unit files, read in place; where the corpus is absent, skipped."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from examples.fit_writer import FitFile
from tl_analyzer.log import (
    BodyMass,
    DailyTotal,
    Entry,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    RideSession,
    StrengthSession,
    Tally,
)
from tl_analyzer.movement import Recogniser
from tl_fit.decoding.decode import decode
from tl_fit.exercises import Exercises
from tl_fit.message import Message

Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
WAHOO = "2019-02-17-062644-ELEMNT-297E-195-0.nogps"


def test_a_record_closes_its_interval(corpus: Path, read: Read) -> None:
    """The other way round this day would have 348 walking minutes for its 3,142 steps."""
    items = read((corpus / "desk/garmin_monitoring/MonitoringFile.fit").read_bytes())
    found = [item for item in items if isinstance(item, PostureInterval)]
    moving = sum(one.minutes for one in found if one.posture is Posture.MOVING)
    # 135 walking, 1 running; with the stillness they fill the day.
    assert moving == pytest.approx(136, abs=0.1)
    assert sum(one.minutes for one in found) == pytest.approx(1440)
    assert found[0].start.local.isoformat() == "2014-12-27T00:00:00-06:00"
    assert (found[-1].end - found[0].start.utc).days == 1
    (total,) = [item for item in items if isinstance(item, DailyTotal)]
    assert (total.value, total.start.local.date()) == (3142 + 31, date(2014, 12, 27))
    assert isinstance(items[-1], Tally)
    assert (items[-1].total, items[-1].read) == (355, 339)


def test_sets_of_a_watch(corpus: Path, read: Read) -> None:
    items = read((corpus / "strength/garmin/SYNTHETIC_sets.fit").read_bytes())
    (session,) = [item for item in items if isinstance(item, StrengthSession)]
    assert [(s.exercise, s.weight and s.weight.kg, s.reps) for s in session.sets] == [
        ("Barbell Deadlift", 100, 8),
        ("Barbell Deadlift", 120, 5),
        ("One Arm Swing", 24, 10),
        ("Dead Curl Press", 40, 6),
        ("Unknown (Garmin)", None, 12),
    ]
    assert "Barbell High Pull" in session.sets[3].note
    assert isinstance(items[-1], Tally)
    assert items[-1].set_aside == (("rest", 2),)


@pytest.mark.parametrize(
    ("name", "start", "elapsed_s", "moving_s", "zone"),
    [
        (
            WAHOO,
            "2019-02-17T06:26:44",
            23_591,
            13_470,
            "Etc/GMT-8",
        ),
        ("coros_20251118.nogps", "2025-11-19T00:11:17", 14_628, 7_235, "Etc/GMT+5"),
        ("karoo_20251119.nogps", "2025-11-19T14:40:01", 10_088, 8_355, "Europe/Berlin"),
        ("mywhoosh_20260111", "2026-01-10T21:07:24", 4_117, 4_117, "Europe/Berlin"),
        ("onelap_20260427", "2025-04-01T14:55:45", 3_690, 3_690, "Europe/Berlin"),
        ("zwift_20250401", "2025-04-01T14:55:45", 3_690, 3_690, "Europe/Berlin"),
        ("tpv_20250111", "2025-01-11T19:01:01", 7_926, 7_898, "Etc/GMT+7"),
        ("sdk_activity_lowbattery", "2020-05-29T13:17:42", 3_975, 3_975, "Etc/GMT+6"),
    ],
)
def test_head_units(
    corpus: Path, read: Read, name: str, start: str, elapsed_s: int, moving_s: int, zone: str
) -> None:
    items = read((corpus / f"bulk/fit/{name}.fit").read_bytes(), name=f"{name}.fit")
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    assert ride.start.utc.isoformat() == f"{start}+00:00"
    assert (ride.elapsed_s, ride.moving_s, ride.start.zone) == (elapsed_s, moving_s, zone)
    refused = [p for p in items if isinstance(p, Problem) and p.kind is not ProblemKind.NOTE]
    assert refused == []


def test_a_watch_tells_body_mass_and_sleeping_hours(corpus: Path, read: Read) -> None:
    items = read((corpus / "bulk/fit/garmin-fenix-5-bike.nogps.fit").read_bytes())
    (mass,) = [item for item in items if isinstance(item, BodyMass)]
    assert mass.mass.kg == 68
    (night,) = [item for item in items if isinstance(item, PostureInterval)]
    assert (night.start.local.hour, night.minutes) == (0, 7 * 60)


def test_a_clock_that_was_never_set_cannot_be_placed(corpus: Path, read: Read) -> None:
    items = read((corpus / "bulk/fit/antfs-dump.63.compressed_ts.fit").read_bytes())
    assert [p.code for p in items if isinstance(p, Problem)] == ["clock-not-set"]


def test_fields_of_no_size_cost_no_record(corpus: Path, read: Read) -> None:
    path = corpus / "fit/jat255__Fit-File-Faker/tpv_dev_fields_20260222.fit"
    items = read(path.read_bytes())
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    assert ride.elapsed_s == 3_261
    assert isinstance(items[-1], Tally)
    assert items[-1].read > 3_400


def test_almost_every_name_of_the_profile_is_understood(corpus: Path) -> None:
    """98 %: what is left says too little alone, such as "Swan"."""
    fit = FitFile()
    fit.add("file_id", type=4)
    (part,) = decode(fit.to_bytes()).parts
    exercises, recogniser = Exercises(part), Recogniser()
    understood = seen = 0
    with (corpus / "exercises/garmin_fit_enums.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            if not row["enum_name"]:
                continue
            codes = {
                "category": (int(row["category_id"]),),
                "category_subtype": (int(row["exercise_name_id"]),),
            }
            exercise = exercises.of(Message("set", 1, {}, codes))
            words = exercise.name.lower().replace(" ", "_")
            assert words.endswith(row["enum_name"].lower()), row
            seen += 1
            understood += recogniser.recognise(exercise.name).recognised
    assert seen == 1_846
    assert understood / seen > 0.975
