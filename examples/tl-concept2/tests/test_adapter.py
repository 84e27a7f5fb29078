"""What the promises cannot know: what the rows of a season mean."""

from datetime import timedelta
from pathlib import Path

import pytest
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import ActivitySession, Entry, Problem, RideSession, Tally

from tl_concept2 import Concept2Adapter

SAMPLE = Path(__file__).parent.parent / "samples" / "concept2-season-2027.csv"
HEADER, *ROWS = SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)


def read(text: str) -> tuple[list[Entry], list[Problem], Tally]:
    adapter, file = Concept2Adapter(), SourceFile.of_bytes("season.csv", text.encode())
    assert adapter.recognises(file)
    *items, tally = adapter.read(file, Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    entries = [item for item in items if not isinstance(item, Problem | Tally)]
    return entries, [item for item in items if isinstance(item, Problem)], tally


def only(row: str, header: str = HEADER) -> Entry:
    (entry,), _, _ = read(header + row)
    return entry


def test_a_row_begins_as_long_before_its_date_as_it_took() -> None:
    intervals = only(ROWS[1])
    assert isinstance(intervals, ActivitySession) and intervals.sport == "rowing"
    assert f"{intervals.start.local:%H:%M:%S}" == "06:41:37"
    assert intervals.end - intervals.start.utc == timedelta(seconds=962.4 + 480)
    assert (intervals.moving_s, intervals.distance_m) == (962.4, 4212)


def test_the_bike_erg_is_an_indoor_ride_with_its_rests_at_the_end() -> None:
    ride = only(ROWS[4])
    assert isinstance(ride, RideSession) and ride.indoor
    assert [(bout.posture, bout.minutes) for bout in ride.bouts] == [
        ("unknown", 30),
        ("stopped", 3),
    ]
    assert (ride.average_power_w, ride.elapsed_s, ride.moving_s) == (183, 1980, 1800)


@pytest.mark.parametrize("written", ['"31,250"', "31250", '"31250.0"'])
def test_a_comma_at_the_thousands_makes_no_difference(written: str) -> None:
    ride = only(ROWS[3].replace('"31,250"', written))
    assert isinstance(ride, RideSession) and ride.distance_m == 31_250


def test_midnight_to_the_second_is_a_workout_without_a_time() -> None:
    typed = only(ROWS[6])
    assert isinstance(typed, ActivitySession) and not typed.start.timed
    assert typed.start.local.date().isoformat() == "2026-11-14"


def test_the_same_number_again_is_set_aside() -> None:
    entries, problems, tally = read(HEADER + ROWS[0] + ROWS[5])
    assert len(entries) == 1 and problems == []
    assert tally.set_aside == (("the same workout again", 1),)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (ROWS[7], "work time (seconds)"),
        (ROWS[1].replace('"480"', '"100000"'), "rest time (seconds)"),
        (ROWS[8], "date"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_column(row: str, column: str) -> None:
    entries, (problem,), _ = read(HEADER + row)
    assert entries == [] and (problem.line, problem.column) == (2, column)


def test_a_machine_of_tomorrow_is_kept_and_remarked_on() -> None:
    (entry,), (problem,), _ = read(HEADER + ROWS[9])
    assert isinstance(entry, ActivitySession) and entry.sport == "unknown"
    assert "StepErg" in problem.found


def test_older_names_of_columns_are_known() -> None:
    older = HEADER.replace('"Log ID"', '"ID"').replace("Stroke Rate/Cadence", "Stroke Rate")
    told, newer = only(ROWS[0], older), only(ROWS[0])
    assert told.model_dump(exclude={"provenance"}) == newer.model_dump(exclude={"provenance"})
    entries, _, _ = read(older + ROWS[0] + ROWS[5])
    assert len(entries) == 1
