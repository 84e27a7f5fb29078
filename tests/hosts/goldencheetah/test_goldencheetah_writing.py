"""Lifting sessions become activities, and nothing that somebody else put there is touched."""

import json
import re
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hosts.goldencheetah.gc_library import (
    EXAMPLE,
    activities,
    make_library,
    rated_workout,
    write,
)
from tests.hosts.goldencheetah.ride_json import Read
from tl_analyzer.log import Provenance, StrengthSession, StrengthSet, When
from tl_analyzer.remedy import RemediableError
from tl_goldencheetah.writing.activity import activity_of
from tl_goldencheetah.writing.written_file import other_starts

WEEK = ("--week", "2026-W46")


def ride(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["RIDE"]
    return found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return make_library(tmp_path / "library")


def test_a_session_has_its_local_name_its_utc_start_and_its_session_rpe(
    library: Path, tmp_path: Path
) -> None:
    assert write(library, rated_workout(tmp_path / "in"), *WEEK).exit_code == 0
    (path,) = activities(library)
    assert path.name == "2026_11_10_18_30_00.json"
    held = ride(path)
    assert held["STARTTIME"] == "2026/11/10 17:30:00 UTC "
    # RPE 8 and 6, of the working sets alone: 7 over 60 minutes.
    assert held["OVERRIDES"] == [
        {"workout_time": {"value": "3600.000"}},
        {"session_rpe": {"value": "420.000"}},
    ]
    tags = held["TAGS"]
    assert (tags["Sport"], tags["Workout Title"], tags["RPE"]) == (
        "Strength ",
        "Kreuzheben ",
        "7.0 ",
    )
    assert "60 kg 5 reps warm-up, 140 kg 5 reps RPE 8" in tags["Notes"]


def test_too_few_ratings_make_no_session_rpe(library: Path, tmp_path: Path) -> None:
    folder = rated_workout(tmp_path / "in", rpe="")
    extra = (folder / "strong.csv").read_text(encoding="utf-8")
    last = extra.splitlines()[-2]
    (folder / "strong.csv").write_text(extra + last + "\n", encoding="utf-8")
    write(library, folder, *WEEK)
    held = ride(activities(library)[0])
    assert held["OVERRIDES"] == [{"workout_time": {"value": "3600.000"}}]
    assert "RPE" not in held["TAGS"]


def test_a_second_run_keeps_every_byte(library: Path) -> None:
    first = write(library, EXAMPLE, "--since", "2026-10-26")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in activities(library)}
    again = write(library, EXAMPLE, "--since", "2026-10-26")
    assert "7 sessions: 7 written" in first.output
    assert "7 sessions: 0 written, 0 updated, 7 kept, 0 left alone." in again.output
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in activities(library)} == before


def test_a_dry_run_writes_nothing(library: Path) -> None:
    shown = write(library, EXAMPLE, *WEEK, "--dry-run")
    assert "3 would be written" in shown.output and "nothing was written" in shown.output
    assert activities(library) == []


def test_a_corrected_session_is_written_again(library: Path, tmp_path: Path) -> None:
    write(library, rated_workout(tmp_path / "in"), *WEEK)
    shown = write(library, rated_workout(tmp_path / "in", reps=4), *WEEK)
    assert "1 updated" in shown.output
    assert "140 kg 4 reps" in ride(activities(library)[0])["TAGS"]["Notes"]


@pytest.mark.parametrize(
    "there", [b"{}", b"", b"\xff", b"[" * 100_000, b'{"RIDE":{"TAGS":{"Source":"me"}}}']
)
def test_an_activity_of_somebody_else_is_left_alone(
    library: Path, tmp_path: Path, there: bytes
) -> None:
    foreign = library / "Robin" / "activities" / "2026_11_10_18_30_00.json"
    foreign.write_bytes(there)
    shown = write(library, rated_workout(tmp_path / "in"), *WEEK)
    assert "left alone: an activity that tl-analyzer did not write starts then" in shown.output
    assert foreign.read_bytes() == there


def test_a_recording_of_the_same_start_in_another_format_is_left_alone(
    library: Path, tmp_path: Path
) -> None:
    (library / "Robin" / "activities" / "2026_11_10_18_30_00.fit").write_bytes(b"FIT")
    write(library, rated_workout(tmp_path / "in"), *WEEK)
    assert [path.suffix for path in activities(library)] == [".fit"]


def test_a_link_out_of_the_library_is_not_followed(library: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    (library / "Robin" / "activities" / "2026_11_10_18_30_00.json").symlink_to(outside)
    write(library, rated_workout(tmp_path / "in"), *WEEK)
    assert not outside.exists()


def test_what_was_typed_into_it_is_never_lost(library: Path, tmp_path: Path) -> None:
    write(library, rated_workout(tmp_path / "in"), *WEEK)
    (path,) = activities(library)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Kreuzheben", "Mein Titel"), encoding="utf-8"
    )
    edited = path.read_bytes()
    assert "1 kept" in write(library, rated_workout(tmp_path / "in"), *WEEK).output
    shown = write(library, rated_workout(tmp_path / "in", reps=4), *WEEK)
    assert "changed in GoldenCheetah" in shown.output
    assert path.read_bytes() == edited


def test_the_session_of_another_athlete_is_left_alone(library: Path, tmp_path: Path) -> None:
    folder = rated_workout(tmp_path / "in")
    write(library, folder, *WEEK)
    profile = (folder / "profile.toml").read_text(encoding="utf-8").replace('"robin"', '"anna"')
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    assert "another athlete" in write(library, folder, *WEEK).output


def test_files_are_private_and_nothing_else_is_left_behind(library: Path) -> None:
    write(library, EXAMPLE, *WEEK)
    names = [path.name for path in activities(library)]
    assert len(names) == 3 and not any(name.startswith(".") for name in names)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in activities(library)}
    assert modes == {0o600}


def test_which_athlete_is_asked_for_and_never_guessed(tmp_path: Path) -> None:
    two = make_library(tmp_path / "library", "Robin", "Anna")
    refused = write(two, EXAMPLE, *WEEK).exception
    assert isinstance(refused, RemediableError)
    assert "Anna, Robin" in refused.message and "--gc-athlete" in refused.remedy
    for name in ("../library/Anna", "Anna/..", "/"):
        assert isinstance(
            write(two, EXAMPLE, *WEEK, "--gc-athlete", name).exception, RemediableError
        )
    write(two, EXAMPLE, *WEEK, "--gc-athlete", "Anna")
    assert (len(activities(two, "Anna")), activities(two, "Robin")) == (3, [])


def test_a_folder_that_nobody_may_look_into_is_said(tmp_path: Path) -> None:
    with pytest.raises(RemediableError, match="cannot look into"):
        other_starts(tmp_path / "gone")


def test_since_a_day_that_lies_too_far_back_names_the_earliest(library: Path) -> None:
    refused = write(library, EXAMPLE, "--since", "1990-01-01").exception
    assert isinstance(refused, RemediableError)
    (earliest,) = re.findall(r"[\d-]{10}", refused.remedy)
    assert write(library, EXAMPLE, "--since", earliest, "--dry-run").exit_code == 0


def test_a_folder_that_is_no_library_is_said(tmp_path: Path) -> None:
    refused = write(tmp_path, EXAMPLE, *WEEK).exception
    assert isinstance(refused, RemediableError)
    assert "no library of GoldenCheetah" in refused.message


def test_what_was_written_is_set_aside_when_it_is_read(library: Path) -> None:
    write(library, EXAMPLE, *WEEK)
    for path in activities(library):
        found = Read(path.read_bytes(), str(path))
        assert (found.entries, found.tally.read) == ([], 0)


SESSION = StrengthSession(
    start=When(utc=datetime(2026, 11, 10, 17, 30, tzinfo=UTC), zone="Europe/Berlin"),
    sets=(),
    provenance=Provenance(adapter="a", file="b", digest="c"),
)


def test_without_a_length_or_a_clock_nothing_is_made_up() -> None:
    day = When.from_date(datetime(2026, 11, 10).date(), "Europe/Berlin")
    made = activity_of(SESSION.model_copy(update={"start": day}), "robin", "Europe/Berlin")
    assert made.name == "2026_11_10_12_00_00.json"
    assert "OVERRIDES" not in made.document["RIDE"]
    assert "placed at noon" in made.data.decode()


@given(st.text(), st.text(), st.text())
def test_any_text_stays_text_for_a_reader_that_knows_few_escapes(
    title: str, name: str, note: str
) -> None:
    one = StrengthSet(exercise=name, row=1, reps=5, note=note)
    session = SESSION.model_copy(update={"title": title, "sets": (one,)})
    data = activity_of(session, "robin", "Europe/Berlin").data.decode("utf-8")
    # The only escapes are a quote and the end of a line.
    rest = data.replace('\\"', "").replace("\\n", "")
    assert "\\" not in rest
    tags = json.loads(data)["RIDE"]["TAGS"]
    assert all(value.endswith(" ") and value.strip() for value in tags.values())
