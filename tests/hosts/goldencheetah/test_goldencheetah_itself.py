"""The real GoldenCheetah: what it shows of what was written, and what it saves is read back."""

import shutil
from datetime import UTC, datetime
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
from tests.hosts.goldencheetah.ride_json import Read, ride_json, riding
from tests.hosts.goldencheetah.running_gc import (
    import_at_start,
    require_goldencheetah,
    run_until,
    saved,
    shown,
)
from tl_analyzer.intake.merge import merged
from tl_analyzer.log import PositionEvidence, RidePosture, RideSession
from tl_analyzer.plugins import parameter_set

TITLE = 'Über "schwer" \\ 5/3/1; NAME, {x}'
FIT = EXAMPLE / "inputs" / "ride_2026-11-10.fit"
#: The day before, with the timer off for a minute.
PAUSED = Path("tests/goldens/fit/head_unit_ride.fit")


def stopped(ride: RideSession) -> float:
    return sum(bout.minutes for bout in ride.bouts if bout.posture is RidePosture.STOPPED)


@pytest.fixture(autouse=True)
def _installed() -> None:
    require_goldencheetah()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return make_library(tmp_path / "library")


def test_it_shows_the_sessions_that_were_written(library: Path, tmp_path: Path) -> None:
    write(library, EXAMPLE, "--since", "2026-10-26")
    folder = rated_workout(tmp_path / "in", title=TITLE.replace('"', '""'))
    write(library, folder, "--week", "2026-W46")
    names = {path.name for path in activities(library)}
    assert len(names) == 8
    run_until(lambda: names <= shown(library).keys(), library, "Robin", tmp_path / "home")
    found = shown(library)
    assert {ride["TAGS"]["Sport"].strip() for ride in found.values()} == {"Strength"}
    assert {ride["METRICS"]["workout_time"] for ride in found.values()} == {"3600.00000"}
    heavy = found["2026_11_12_17_10_00.json"]
    assert (heavy["date"], heavy["overrides"]) == ("2026/11/12 16:10:00 UTC", "workout_time")
    assert "155 kg" in heavy["TAGS"]["Notes"]
    rated = found["2026_11_10_18_30_00.json"]
    assert rated["overrides"] == "session_rpe,workout_time"
    assert rated["METRICS"]["session_rpe"] == "420.00000"
    assert rated["TAGS"]["Workout Title"].strip() == TITLE.replace("\\", "/")
    # It shows them, and does not touch them.
    assert "8 kept" not in write(library, folder, "--week", "2026-W46").output
    assert "3 kept" in write(library, EXAMPLE, "--week", "2026-W46").output


def test_a_ride_that_it_imported_and_saved_is_read_as_its_fit_file(
    library: Path, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for file in (FIT, PAUSED):
        shutil.copy(file, tmp_path / "in")
    write(library, EXAMPLE, "--week", "2026-W45")
    before = set(activities(library))
    import_at_start(library, "Robin", tmp_path / "in")

    def done() -> bool:
        return len(list(filter(saved, set(activities(library)) - before))) == 2

    run_until(done, library, "Robin", tmp_path / "home")
    for path, file in zip(sorted(set(activities(library)) - before), (PAUSED, FIT), strict=True):
        found = Read(path.read_bytes(), path.name).ride
        (fit,) = tl.read(file).log("2026-W46").rides
        assert abs((found.start.utc - fit.start.utc).total_seconds()) <= 1
        assert found.elapsed_s == pytest.approx(fit.elapsed_s, abs=2)
        assert found.moving_s == pytest.approx(fit.moving_s, abs=2)
        # The device sums up what its records round away; GoldenCheetah keeps the records.
        assert (found.distance_m or 0) == pytest.approx(fit.distance_m or 0, rel=0.005)
        assert (found.average_power_w or 0) == pytest.approx(fit.average_power_w or 0, abs=1)
        assert stopped(found) == pytest.approx(stopped(fit), abs=0.1)
        # A library keeps the file it imported: both are one ride, and 3.5 drops its positions.
        (once,) = merged([found, fit], (), (), parameter_set()).rides
        assert len(once.folded) == 1
        assert once.position_evidence is fit.position_evidence


def test_what_it_saves_of_a_posture_and_of_a_session_is_read_back(
    library: Path, tmp_path: Path
) -> None:
    positions = [(0.0, 0), (300.0, 3), (302.0, 1), (420.0, 0)]
    data = ride_json(riding(range(1201)), positions=positions, start="2026/11/11 16:25:00 UTC")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2026_11_11_17_25_00.json").write_bytes(data)
    session = "2026_11_10_18_30_00.json"
    elsewhere = make_library(tmp_path / "elsewhere")
    write(elsewhere, rated_workout(tmp_path / "log"), "--week", "2026-W46")
    shutil.copy(elsewhere / "Robin" / "activities" / session, tmp_path / "in")
    write(library, EXAMPLE, "--week", "2026-W45")
    import_at_start(library, "Robin", tmp_path / "in")
    folder = library / "Robin" / "activities"
    wanted = [folder / "2026_11_11_17_25_00.json", folder / session]
    run_until(lambda: all(map(saved, wanted)), library, "Robin", tmp_path / "home")

    ride = Read(wanted[0].read_bytes(), wanted[0].name).ride
    assert ride == Read(data, wanted[0].name).ride.model_copy(
        update={"provenance": ride.provenance}
    )
    assert ride.position_evidence is PositionEvidence.EVENTS
    assert [bout.minutes for bout in ride.bouts if bout.posture is RidePosture.STANDING] == [2.0]
    assert ride.start.utc == datetime(2026, 11, 11, 16, 25, tzinfo=UTC)

    # Saved by GoldenCheetah it is still ours: it does not count twice, and is not overwritten.
    assert saved(wanted[1])["TAGS"]["Athlete"]
    assert Read(wanted[1].read_bytes(), session).entries == []
    assert "1 kept" in write(library, tmp_path / "log", "--week", "2026-W46").output
    changed = write(library, rated_workout(tmp_path / "log", reps=3), "--week", "2026-W46").output
    assert "changed in GoldenCheetah" in changed
