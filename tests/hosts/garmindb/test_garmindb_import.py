"""GarminDB's own command imports recordings, and our table stands beside its own."""

import json
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tl_analyzer as tl
from examples.fit_writer import FitFile

if TYPE_CHECKING:
    from tests.hosts.garmindb.conftest import GarminDb

OURS = "tl_ride_posture"
PAGE = Path(__file__).parents[3] / "docs" / "hosts" / "garmindb.md"
SIT, STAND = 0, 1
MINUTE = 60

MakeRide = Callable[..., FitFile]


def stood_twice(make_ride: MakeRide) -> FitFile:
    """90 min with two minutes out of the saddle after 50, and one more minute later."""
    at = [(0, SIT), (50, STAND), (52, SIT), (70, STAND), (71, SIT)]
    return make_ride(90, [(minute * MINUTE, position) for minute, position in at])


def of_report(file: Path, profile: Path) -> tuple[object, object, float]:
    """What the weekly report over a recording alone says: flexed min, longest bout min, u-min."""
    report = tl.weekly_report(
        tl.read(file, profile=profile), "2026-W18", as_of="2026-05-04T08:00:00+02:00"
    )
    told = report.channels.flexion
    flexed, longest = told.details["flexed riding [min]"], told.details["longest flexed bout [min]"]
    return flexed, longest, told.this_week


def test_each_ride_has_the_numbers_of_the_report(
    garmin: "GarminDb", make_ride: MakeRide, lifting: FitFile
) -> None:
    garmin.activity(101).write_bytes(stood_twice(make_ride).to_bytes())
    garmin.activity(102).write_bytes(make_ride(40).to_bytes())
    garmin.activity(103).write_bytes(make_ride(60, time_standing=300.0).to_bytes())
    garmin.activity(104).write_bytes(lifting.to_bytes())

    assert garmin.runs() == []

    rows = garmin.rows(OURS)
    assert set(garmin.rows("activities")) == {"101", "102", "103", "104"}
    assert set(rows) == {"101", "102", "103"}
    for number in (101, 102, 103):
        told, row = of_report(garmin.activity(number), garmin.profile), rows[str(number)]
        assert (row["flexed_min"], row["longest_unbroken_min"]) == pytest.approx(told[:2])
        # Where nobody knows when the rider stood, the week's line counts the ride as recorded.
        if row["known"] == "measured" or row["standing_s"] is None:
            assert row["flexed_u_min"] == pytest.approx(told[2])
    seconds = {n: (row["standing_s"], row["seated_s"], row["known"]) for n, row in rows.items()}
    assert seconds == {
        "101": (180.0, 87.0 * MINUTE, "measured"),
        "102": (None, None, "observed"),
        "103": (300.0, 55.0 * MINUTE, "observed"),
    }
    assert {(row["position"], row["tl_analyzer"]) for row in rows.values()} == {
        ("hoods", tl.__version__)
    }


def test_the_page_names_every_column_and_its_query_works(
    garmin: "GarminDb", make_ride: MakeRide
) -> None:
    garmin.activity(101).write_bytes(make_ride(10).to_bytes())
    garmin.runs()
    page = PAGE.read_text(encoding="utf-8")
    (query,) = re.findall(r"```sql\n(.*?)```", page, flags=re.DOTALL)
    (row,) = garmin.execute(query)
    assert row["known"] == "observed"
    assert [name for name in garmin.rows(OURS)["101"] if f"`{name}`" not in page] == []


def test_a_second_import_changes_nothing_and_a_corrected_file_its_row(
    garmin: "GarminDb", make_ride: MakeRide, lifting: FitFile
) -> None:
    garmin.activity(101).write_bytes(make_ride(40).to_bytes())
    garmin.activity(102).write_bytes(make_ride(50).to_bytes())
    garmin.runs()
    first = garmin.rows(OURS)
    garmin.runs()
    assert garmin.rows(OURS) == first

    garmin.activity(101).write_bytes(make_ride(30).to_bytes())
    garmin.activity(102).write_bytes(lifting.to_bytes())
    garmin.runs()
    assert {n: row["riding_min"] for n, row in garmin.rows(OURS).items()} == {"101": 30.0}


def test_a_damaged_recording_costs_nobody_else_a_row(
    garmin: "GarminDb", make_ride: MakeRide
) -> None:
    whole = make_ride(40).to_bytes()
    garmin.activity(101).write_bytes(whole[: len(whole) // 2])
    garmin.activity(102).write_bytes(whole)
    garmin.activity(103).write_bytes(b"no FIT file at all")
    garmin.runs()
    assert set(garmin.rows(OURS)) == {"102"}


def test_a_profile_that_is_gone_is_one_line_in_the_log(
    garmin: "GarminDb", make_ride: MakeRide
) -> None:
    for number in (101, 102):
        garmin.activity(number).write_bytes(make_ride(20).to_bytes())
    garmin.profile.unlink()
    (line,) = garmin.runs()
    assert "profile.toml is gone" in line
    assert "tl connect garmindb --profile FILE" in line
    assert set(garmin.rows("activities")) == {"101", "102"}
    assert garmin.rows(OURS) == {}


def test_a_ride_of_which_there_is_no_fit_file_has_no_row(
    garmin: "GarminDb", make_ride: MakeRide
) -> None:
    garmin.activity(101).write_bytes(make_ride(20).to_bytes())
    summary = {
        "activityId": 999,
        "activityName": "Ride",
        "activityType": {"typeId": 2, "typeKey": "cycling", "parentTypeId": 17},
        "eventType": {"typeId": 9, "typeKey": "uncategorized"},
        "startTimeLocal": "2026-05-02 08:00:00",
        "startTimeGMT": "2026-05-02 06:00:00",
        **dict.fromkeys(("duration", "movingDuration", "elapsedDuration"), 3600.0),
        "distance": 30000.0,
    }
    file = garmin.activity(999).with_name("activity_999.json")
    file.write_text(json.dumps(summary), encoding="utf-8")
    assert garmin.runs() == []
    assert set(garmin.rows("activities")) == {"101", "999"}
    assert set(garmin.rows(OURS)) == {"101"}


def test_an_analyzer_that_cannot_be_loaded_is_one_line_in_the_log(
    garmin: "GarminDb", make_ride: MakeRide, tmp_path: Path
) -> None:
    garmin.activity(101).write_bytes(make_ride(20).to_bytes())
    broken = tmp_path / "broken" / "tl_garmindb"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError('broken\\nin two lines')")
    (line,) = garmin.runs(broken.parent)
    assert line.endswith("RuntimeError: broken in two lines")
    assert set(garmin.rows("activities")) == {"101"}


def test_what_is_installed_is_readable_by_its_owner_alone(garmin: "GarminDb") -> None:
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in garmin.plugins.iterdir()}
    assert modes == {"TlPosture_plugin.py": 0o600, "TlPosture.toml": 0o600}


def test_a_row_that_the_database_refuses_costs_garmindb_none_of_its_own(
    garmin: "GarminDb", make_ride: MakeRide
) -> None:
    garmin.activity(101).write_bytes(make_ride(10).to_bytes())
    garmin.runs()
    garmin.execute(f"DROP TABLE {OURS}")
    garmin.execute(f"CREATE TABLE {OURS} (activity_id TEXT)")
    garmin.activity(102).write_bytes(make_ride(20).to_bytes())
    assert garmin.runs()
    assert set(garmin.rows("activities")) == {"101", "102"}
    recorded = garmin.execute("SELECT DISTINCT activity_id FROM activity_records")
    assert len(recorded) == 2
