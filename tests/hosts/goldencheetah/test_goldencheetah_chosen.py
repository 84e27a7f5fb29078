"""Which sessions become activities, at which start, and what their notes say."""

import os
from datetime import date
from pathlib import Path

import pytest

import tl_analyzer as tl
from tests.hosts.goldencheetah.gc_library import (
    EXAMPLE,
    activities,
    make_library,
    rated_workout,
    write,
)
from tl_analyzer.log import (
    Log,
    Provenance,
    SetType,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_goldencheetah.writing import chosen_sessions
from tl_goldencheetah.writing.activity import activity_of, session_rpe
from tl_goldencheetah.writing.sets_summary import MOST_LINES, summary

WEEK = ("--week", "2026-W46")
NOON = When.from_date(date(2026, 11, 10), "Europe/Berlin")


def session(*sets: StrengthSet, title: str = "Pull", **more: object) -> StrengthSession:
    source = Provenance(adapter="a", file="b", digest="c")
    about = {"start": NOON, "title": title, "sets": sets, "provenance": source, **more}
    return StrengthSession.model_validate(about)


def done(exercise: str = "Deadlift", row: int = 1, **more: object) -> StrengthSet:
    return StrengthSet.model_validate({"exercise": exercise, "row": row, **more})


def test_sessions_of_one_start_stand_a_second_apart() -> None:
    log = Log(strength=tuple(session(title=title) for title in ("c", "a", "b")))
    athlete = tl.of_log(log, tl.default_profile("robin", "Europe/Berlin"))
    made = chosen_sessions.of_week(athlete, "2026-W46")
    assert [(each.title, each.name) for each in made] == [
        ("a", "2026_11_10_12_00_00.json"),
        ("b", "2026_11_10_12_00_01.json"),
        ("c", "2026_11_10_12_00_02.json"),
    ]
    assert len({each.identifier for each in made}) == 3


def test_a_week_ends_before_the_next_monday(tmp_path: Path) -> None:
    library = make_library(tmp_path / "library")
    write(library, EXAMPLE, "--week", "2026-W45")
    assert all(path.name < "2026_11_09" for path in activities(library))
    write(library, EXAMPLE, *WEEK)
    assert activities(library)[-3].name == "2026_11_09_18_30_00.json"


def test_a_rated_warm_up_does_not_count() -> None:
    warm = done(set_type=SetType.WARMUP, rpe=2)
    assert session_rpe(session(warm, done(row=2, rpe=8), done(row=3))) == 8
    assert session_rpe(session(warm, done(row=2), done(row=3))) is None


def test_a_clock_that_was_left_running_is_no_length() -> None:
    made = activity_of(session(duration_s=86_401.0), "robin", "Europe/Berlin")
    assert "OVERRIDES" not in made.document["RIDE"]
    made = activity_of(session(duration_s=86_400.0), "robin", "Europe/Berlin")
    assert "OVERRIDES" in made.document["RIDE"]


def test_sets_done_alike_are_counted_in_their_order() -> None:
    mass = Weight(value=140, unit=WeightUnit.KG, basis=UnitBasis.STATED)
    heavy = [done(row=row, weight=mass, reps=5) for row in (1, 2)]
    plank = done("Plank", 4, duration_s=75, note="shaky")
    drop = done(row=3, distance_m=40, set_type=SetType.DROP)
    assert summary(session(*heavy, drop, plank)) == (
        "Deadlift: 2 x (140 kg 5 reps), 40 m drop",
        "Plank: 1:15 min",
        "Plank, note: shaky",
    )


@pytest.mark.parametrize(("more", "last"), [(0, "59: 1 set"), (2, "and 2 lines more")])
def test_a_summary_is_of_bounded_length(more: int, last: str) -> None:
    many = [done(str(number), number + 1) for number in range(MOST_LINES + more)]
    lines = summary(session(*many))
    assert (lines[-1], len(lines)) == (last, MOST_LINES + bool(more))


def test_a_file_far_larger_than_ours_is_not_looked_into(tmp_path: Path) -> None:
    library, folder = make_library(tmp_path / "library"), rated_workout(tmp_path / "in")
    write(library, folder, *WEEK)
    (path,) = activities(library)
    path.write_bytes(path.read_bytes() + b" " * 1_000_000)
    assert "did not write starts then" in write(library, folder, *WEEK).output


def test_who_was_quicker_keeps_his_activity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library(tmp_path / "library")
    path = library / "Robin" / "activities" / "2026_11_10_18_30_00.json"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    shown = write(library, rated_workout(tmp_path / "in"), *WEEK)
    assert "did not write starts then" in shown.output
    assert (path.read_bytes(), activities(library)) == (b"theirs", [path])


def test_the_folder_of_one_athlete_is_of_nobody_else(tmp_path: Path) -> None:
    robin = make_library(tmp_path / "library") / "Robin"
    refused = write(robin, EXAMPLE, *WEEK, "--gc-athlete", "Anna").exception
    assert isinstance(refused, tl.RemediableError) and "of one athlete" in refused.message
    assert write(robin, EXAMPLE, *WEEK, "--gc-athlete", "Robin").exit_code == 0
    assert len(activities(tmp_path / "library")) == 3
