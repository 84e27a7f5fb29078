"""``frame.tl`` on tables as other programs leave them: read once and rightly, or refused."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

import tl_analyzer as tl
from tl_analyzer.accessor import TableError, TlAccessor

WEEK = "2026-W46"
MONDAYS = [date(2026, 10, 12) + timedelta(weeks=n) for n in range(5)]


def sets(**columns: object) -> pd.DataFrame:
    """Five Mondays of a set of deadlifts; None leaves a column out."""
    held: dict[str, object] = {
        "date": MONDAYS,
        "exercise": "Deadlift (Barbell)",
        "reps": 5,
        "weight_kg": 140.0,
    }
    left = {name: held for name, held in {**held, **columns}.items() if held is not None}
    return pd.DataFrame(left, index=pd.RangeIndex(5))


def hinge(table: pd.DataFrame, **asked: str) -> pd.Series:
    found = table.tl.exposure(timezone="UTC", **asked).loc["hinge"]
    assert isinstance(found, pd.Series)
    return found


def refusal(table: pd.DataFrame, **asked: object) -> TableError:
    with pytest.raises(TableError) as why:
        table.tl.exposure(timezone="UTC", **asked)
    return why.value


@pytest.mark.parametrize(
    "table",
    [
        sets().convert_dtypes(),
        sets().convert_dtypes(dtype_backend="pyarrow"),
        sets().astype("category"),
        sets().astype(str).astype(object),
        sets(date=pd.to_datetime(pd.Series(MONDAYS)).astype("timestamp[us][pyarrow]")),
        sets(rir=" ", weight_lb=None, note=pd.NA),
        sets(machine=3, **{"row": float("nan")}),
        pd.concat([sets(), sets(a=1)[["a"]], sets(a=2)[["a"]]], axis="columns"),
    ],
    ids=["nullable", "arrow", "category", "text", "arrow times", "blanks", "others", "doubled"],
)
def test_the_same_values_of_other_types_are_the_same_exposure(table: pd.DataFrame) -> None:
    expected = sets().tl.exposure(timezone="UTC")
    pd.testing.assert_frame_equal(table.tl.exposure(timezone="UTC"), expected)


def test_a_column_that_is_read_must_be_there_once() -> None:
    doubled = pd.concat([sets(), sets()[["weight_kg"]]], axis="columns")
    assert "column 'weight_kg' is there twice" in refusal(doubled).message


def test_kilograms_count_whatever_stands_in_the_column_of_units() -> None:
    expected = hinge(sets())["this_week"]
    assert expected > 0
    assert hinge(sets(weight_unit="kg"))["this_week"] == expected
    assert hinge(sets(weight=None, weight_unit="lb"))["this_week"] == expected


def test_a_weight_as_written_comes_before_what_was_worked_out_from_it() -> None:
    written = sets(weight=100.0, weight_unit="kg")
    expected = sets(weight_kg=100.0).tl.report(timezone="UTC").channels
    assert written.tl.report(timezone="UTC").channels == expected


def test_a_row_without_a_unit_is_not_guessed() -> None:
    units = ["lb", "lb", "lb", "lb", None]
    table = sets(weight_kg=None, weight=300.0, weight_unit=units)
    assert "row 4, weight_unit: found None; expected kg or lb" in refusal(table).message
    known = sets(weight_kg=None, weight=300.0, weight_unit="lb")
    found = hinge(table, unit="lb")["this_week"]
    assert found == pytest.approx(hinge(known)["this_week"])


def test_a_title_that_recurs_is_not_one_workout_of_many_weeks() -> None:
    assert "row 1, workout: found 'Pull'" in refusal(sets(workout="Pull")).message
    assert hinge(sets(session="Pull"))["week"] == WEEK


def test_sets_of_one_workout_are_one_session_that_begins_with_the_first() -> None:
    evening = [datetime(2026, 11, 9, 23, 30, tzinfo=UTC) + timedelta(hours=n) for n in range(5)]
    table = sets(date=None, start=list(reversed(evening)), workout=1)
    daily = hinge(table)
    assert daily["mon"] == daily["this_week"] > 0
    assert hinge(table.drop(columns="workout"))["tue"] > 0


def test_a_bare_date_is_of_its_own_week_in_every_zone() -> None:
    assert hinge(sets(zone="Pacific/Kiritimati"))["week"] == WEEK


def test_the_last_week_is_seen_from_the_moment_that_is_asked() -> None:
    assert hinge(sets(), week="last", as_of="2026-11-10")["week"] == "2026-W45"
    assert hinge(sets(), week="this", as_of="2026-11-10")["week"] == WEEK


def test_a_week_that_the_table_reaches_may_lie_ahead() -> None:
    ahead = sets(date=[day + timedelta(weeks=2600) for day in MONDAYS])
    last = hinge(ahead)["week"]
    assert hinge(ahead, week=last)["this_week"] > 0
    with pytest.raises(tl.RemediableError, match="lies in the future"):
        sets().tl.exposure("2099-W10", timezone="UTC")


@pytest.mark.parametrize("asked", [{"week": ""}, {"as_of": ""}])
def test_an_empty_week_or_moment_is_not_the_usual_one(asked: dict[str, str]) -> None:
    with pytest.raises(tl.RemediableError, match="''"):
        sets().tl.exposure(timezone="UTC", **asked)


def test_rows_of_several_zones_need_one_in_which_weeks_are_cut() -> None:
    table = sets(zone=["Europe/Berlin"] * 4 + ["Asia/Tokyo"])
    with pytest.raises(TableError, match="several time zones: Asia/Tokyo, Europe/Berlin"):
        table.tl.report()
    assert sets(zone="Asia/Tokyo").tl.report().timezone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"minutes": 1500}, "row 0, minutes: found 1500; expected a number from 0 to 1440"),
        ({"start": "soon"}, "row 0, start: found 'soon'; expected a time"),
        ({"start": "2026-11-09"}, "row 0, start: found '2026-11-09'; expected a time such as"),
        ({"start": pd.NaT}, "row 0, start: found None; expected a time such as"),
        ({"zone": "Mars"}, "row 0, zone: found 'Mars'"),
        ({"minutes": None, "end": pd.NaT}, "row 0, end: found None; expected an end"),
        ({"end": "2026-11-11 09:00"}, "row 0, end: found '2026-11-11 09:00'; expected an end"),
        ({"posture": "slouching"}, "row 0, posture: found 'slouching'; expected one of sitting"),
        ({"probability": 90}, "row 0, probability: found 90; expected a number from 0 to 1"),
        ({"style": "bad"}, "row 0, style: found 'bad'; expected one of slumped"),
    ],
)
def test_a_sitting_that_cannot_be_read_is_told_in_one_line(
    columns: dict[str, object], said: str
) -> None:
    held = {"start": "2026-11-09 09:00", "minutes": 60, **columns}
    table = pd.DataFrame({k: v for k, v in held.items() if v is not None}, index=[0])
    message = refusal(table).message
    assert message.startswith(said)
    assert len(message.splitlines()) == 1


def test_sittings_end_at_their_end_or_after_their_minutes() -> None:
    starts = ["2026-11-09 09:00", "2026-11-09 12:00"]
    table = pd.DataFrame({"start": starts, "end": ["2026-11-09 10:00", None], "minutes": 30.0})
    assert table.tl.report(timezone="UTC").coverage.desk_hours_measured == 1.5


def test_a_sitting_up_to_midnight_is_of_the_week_that_ends() -> None:
    sunday = pd.DataFrame({"start": ["2026-11-15 23:00"], "minutes": [60]})
    assert sunday.tl.report(timezone="UTC").week == WEEK


def test_what_is_no_pandas_table_is_named_with_its_library() -> None:
    athlete = tl.of_log(tl.Log(), tl.default_profile("anna", "UTC"))
    told = refusal(sets(), beside=athlete)
    assert told.message == "tl_analyzer.Athlete is neither a pandas table nor a log"
    assert "athlete.log(week)" in told.remedy
    assert "pandas.Series is neither" in refusal(sets(), beside=sets()["reps"]).message
    with pytest.raises(TableError, match="dict is neither"):
        TlAccessor({"exercise": []}).report()  # type: ignore[arg-type]


def test_a_table_without_rows_is_refused() -> None:
    assert "no rows" in refusal(sets().head(0)).message


def test_faults_are_counted_when_they_are_many() -> None:
    lines = refusal(sets(reps="five", rpe=99)).message.splitlines()
    assert len(lines) == 6
    assert lines[-1] == "and 5 more"


def test_the_profile_says_unit_and_zone_and_the_caller_knows_better(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(
        '[athlete]\nid = "anna"\ntimezone = "Asia/Tokyo"\nunits = "lb"\n', encoding="utf-8"
    )
    bare = sets(weight_kg=None, weight=300.0)
    report = bare.tl.report(profile=file)
    assert (report.athlete.id, report.timezone) == ("anna", "Asia/Tokyo")
    assert report == bare.tl.report(profile=tl.read_profile(file))
    assert report.channels == sets(weight_kg=None, weight_lb=300.0).tl.report(profile=file).channels
    assert report != bare.tl.report(profile=file, unit="kg")
    elsewhere = bare.tl.report(profile=file, timezone="Europe/Berlin")
    assert (elsewhere.athlete.id, elsewhere.timezone) == ("anna", "Europe/Berlin")


def test_the_zone_of_an_offset_is_not_known() -> None:
    table = sets(date=None, start=pd.Timestamp("2026-11-09T10:00Z"))
    with pytest.raises(TableError, match="does not say in which time zone"):
        table.tl.report()


def test_the_week_is_that_of_the_last_row() -> None:
    desk = pd.DataFrame({"start": ["2026-11-18 09:00", "2026-11-02 09:00"], "minutes": 60})
    assert desk.tl.report(timezone="UTC").week == "2026-W47"
    assert sets().tl.report(timezone="UTC", beside=desk).week == "2026-W47"


def test_the_range_is_that_of_the_report() -> None:
    channel = sets().tl.report(timezone="UTC").channels.hinge
    found = hinge(sets())
    assert (found["low"], found["high"]) == channel.range
    assert found["low"] > 0


def test_sets_may_be_counted_in_seconds() -> None:
    table = sets(exercise="Back Extension Hold", reps=None, duration_s=60.0)
    assert table.tl.report(timezone="UTC").coverage.sets == 1
