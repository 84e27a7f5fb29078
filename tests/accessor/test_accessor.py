"""``frame.tl``: what a table of sets or sittings says of a week; wrong tables are refused."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import tl_analyzer as tl
from tl_analyzer.accessor import TableError
from tl_analyzer.log import KG_PER_LB

MONDAYS = [date(2026, 10, 12) + timedelta(weeks=n) for n in range(5)]
WEEK = "2026-W46"


def sets(**columns: object) -> pd.DataFrame:
    """Five Mondays of deadlifts; twice the sets on the last."""
    days = [day for day in MONDAYS for _ in range(10 if day == MONDAYS[-1] else 5)]
    held: dict[str, object] = {
        "date": days,
        "exercise": "Deadlift (Barbell)",
        "reps": 5,
        "weight_kg": 140.0,
    }
    return pd.DataFrame({**held, **columns}, index=pd.RangeIndex(len(days)))


def test_exposure_has_a_row_a_channel_with_unit_and_usual() -> None:
    table = sets().tl.exposure(timezone="Europe/Berlin")
    assert list(table.index) == ["hinge", "overhead", "flexion", "rotation"]
    hinge = table.loc["hinge"]
    assert hinge["week"] == WEEK
    assert hinge["ratio"] == pytest.approx(2.0)
    assert hinge["unit"] == "points"
    assert hinge["mon"] == pytest.approx(hinge["this_week"])
    assert hinge["low"] <= hinge["this_week"] <= hinge["high"]


def test_flags_say_what_was_measured_and_what_would_clear_them() -> None:
    table = sets().tl.flags(timezone="Europe/Berlin").set_index("code")
    assert table.loc["TL101", "severity"] == "amber"
    assert table.loc["TL101", "value"] > table.loc["TL101", "threshold"]
    assert table.loc["TL101", "clears_when"]


def test_a_week_without_flags_has_the_same_columns() -> None:
    none = sets().head(5).tl.flags(timezone="UTC")
    assert list(none.columns) == list(sets().tl.flags(timezone="UTC").columns)


@pytest.mark.parametrize(
    "columns",
    [
        {"weight_kg": None, "weight_lb": 140 / KG_PER_LB},
        {"weight_kg": None, "weight": 140.0, "weight_unit": "kg"},
        {"weight_kg": None, "weight": 140 / KG_PER_LB, "weight_unit": "lb"},
    ],
)
def test_the_same_weights_in_other_units_are_the_same_exposure(columns: dict[str, object]) -> None:
    other = sets(**columns).drop(columns="weight_kg")
    expected = sets().tl.exposure(WEEK, timezone="UTC")["this_week"]
    found = other.tl.exposure(WEEK, timezone="UTC")["this_week"]
    pd.testing.assert_series_equal(found, expected)


def test_a_unit_can_be_said_for_weights_that_state_none() -> None:
    bare = sets().rename(columns={"weight_kg": "weight"})
    expected = sets().tl.exposure(WEEK, timezone="UTC")["this_week"]
    pd.testing.assert_series_equal(
        bare.tl.exposure(WEEK, timezone="UTC", unit="kg")["this_week"], expected
    )
    with pytest.raises(TableError, match="state no unit") as why:
        bare.tl.exposure(WEEK, timezone="UTC")
    assert "weight_kg" in why.value.remedy
    with pytest.raises(TableError, match="'stone'"):
        bare.tl.exposure(WEEK, timezone="UTC", unit="stone")


def test_sittings_count_beside_sets_and_alone() -> None:
    nine = [datetime(2026, 11, 9 + n, 9, tzinfo=UTC) for n in range(5)]
    desk = pd.DataFrame({"start": nine, "minutes": 180, "style": "slumped"})
    alone = desk.tl.report(timezone="UTC")
    beside = sets().tl.report(timezone="UTC", beside=[desk])
    assert alone.coverage.desk_hours_measured == beside.coverage.desk_hours_measured == 15.0
    assert beside.channels.flexion.this_week == alone.channels.flexion.this_week > 0
    assert (
        beside.channels.hinge.this_week == sets().tl.report(timezone="UTC").channels.hinge.this_week
    )


def test_a_last_set_at_midnight_lies_in_the_week_that_begins() -> None:
    at_midnight = pd.to_datetime(pd.Series([day for day in MONDAYS for _ in range(5)]))
    table = sets().head(25).drop(columns="date").assign(start=at_midnight)
    assert table.tl.exposure(timezone="Europe/Berlin").loc["hinge", "week"] == WEEK


def test_clocks_without_a_zone_are_read_in_the_athletes_zone() -> None:
    late = sets(date=None, start=datetime(2026, 11, 9, 0, 30)).drop(columns="date")
    daily = late.tl.exposure(WEEK, timezone="Asia/Tokyo").loc["hinge"]
    assert daily["mon"] > 0
    known = late.assign(start=pd.Timestamp("2026-11-09T00:30Z"))
    assert known.tl.exposure(WEEK, timezone="America/New_York").loc["hinge", "mon"] == 0


def test_the_zone_of_the_times_is_taken_where_none_is_said() -> None:
    timed = sets(start=pd.Timestamp("2026-11-09 18:00", tz="Europe/Berlin")).drop(columns="date")
    assert timed.tl.report().timezone == "Europe/Berlin"
    with pytest.raises(TableError, match="time zone"):
        sets().tl.report()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (pd.DataFrame({"a": [1]}), "neither sets nor sittings"),
        (pd.DataFrame(), "neither sets nor sittings"),
        (sets().rename(columns={"reps": "repss"}), "'repss'"),
        (sets().drop(columns="date"), "start or date"),
        (sets().rename(columns={"exercise": "exercises"}), "'exercises'"),
        (pd.DataFrame([[1, 2]], columns=["exercise", "exercise"]), "twice"),
        (pd.DataFrame({"start": ["2026-11-09"], "posture": ["sitting"]}), "end or minutes"),
        (sets().set_index("date"), "It is in the index"),
        (sets().set_index(["date", "exercise"]), "It is in the index"),
        (
            sets().set_index(pd.DatetimeIndex(sets()["date"], name="day")).drop(columns="date"),
            "reset_index(names='date')",
        ),
        (sets().rename(columns={"weight_kg": "Weight (kg)"}), "'Weight (kg)'"),
        (sets().drop(columns="reps").assign(rpe=8), "Add it, or rename yours."),
        (sets().drop(columns="weight_kg"), "empty where only the body was lifted"),
        (pd.concat({"gym": sets()}, axis="columns"), "the columns have 2 levels"),
    ],
)
def test_a_table_of_neither_kind_is_refused_with_the_nearest_name(
    table: pd.DataFrame, said: str
) -> None:
    with pytest.raises(TableError) as why:
        table.tl.exposure(timezone="UTC")
    assert said in f"{why.value.message} {why.value.remedy}"


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"reps": "five"}, "row 0, reps: found 'five'; expected a number from 0 to 10000"),
        ({"reps": 2.5}, "a whole number"),
        ({"weight_kg": -1.0}, "weight_kg: found -1.0"),
        ({"weight_kg": pd.Series([10**400] * 30, dtype=object)}, "a number from 0 to 5000"),
        ({"weight_kg": pd.Series([np.True_] * 30, dtype=object)}, "a number from 0 to 5000"),
        ({"duration_s": -1}, "duration_s: found -1; expected a number of at least 0"),
        ({"rpe": 11}, "rpe: found 11"),
        ({"date": "soon"}, "date: found 'soon'"),
        ({"exercise": " "}, "the name of an exercise"),
        ({"exercise": 17}, "exercise: found 17; expected the name of an exercise"),
        ({"set_type": "cluster"}, "one of working, warmup, drop, failure"),
        ({"weight_lb": 300.0}, "both weight_kg and weight_lb"),
        ({"date": "9999-12-31"}, "date: found '9999-12-31'"),
        ({"date": pd.Period("2026-11", freq="M")}, "date: found Period('2026-11', 'M')"),
        ({"duration_s": float("inf")}, "duration_s: found inf"),
        ({"weight_kg": "x" * 99}, f"weight_kg: found '{'x' * 59}; expected"),
        ({"date": "1800-01-01"}, "date: found '1800-01-01'"),
        ({"date": pd.Timestamp("2026-11-09T10:00Z"), "clock": "sundial"}, "clock: found 'sundial'"),
        ({"date": pd.NaT}, "row 0, date: found None; expected a time or a date"),
        ({"zone": "Mars"}, "zone: found 'Mars'"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(columns: dict[str, object], said: str) -> None:
    with pytest.raises(TableError) as why:
        sets(**columns).tl.exposure(timezone="UTC")
    assert said in why.value.message
    assert len(why.value.message.splitlines()) <= 6


@pytest.mark.parametrize(
    "dates",
    [
        pd.PeriodIndex(sets()["date"].astype(str), freq="D"),
        [np.datetime64(day) for day in sets()["date"]],
    ],
)
def test_days_of_other_types_are_the_same_days(dates: object) -> None:
    other = sets(date=pd.Series(dates, dtype=object)).tl.exposure(timezone="UTC")
    pd.testing.assert_frame_equal(other, sets().tl.exposure(timezone="UTC"))


def test_a_notebook_may_touch_any_table() -> None:
    assert hasattr(pd.DataFrame({"a": [1]}), "tl")


def test_one_table_beside_needs_no_list_and_what_is_none_is_refused() -> None:
    desk = pd.DataFrame({"start": ["2026-11-09 09:00"], "minutes": [60]})
    assert sets().tl.report(timezone="UTC", beside=desk).coverage.desk_hours_measured == 1.0
    with pytest.raises(TableError, match="str is neither a pandas table nor a log"):
        sets().tl.report(timezone="UTC", beside=["desk.csv"])


def test_a_zone_that_is_none_is_named() -> None:
    with pytest.raises(TableError, match="no time zone 'Europe/Berln'"):
        sets().tl.exposure(timezone="Europe/Berln")


def test_a_sitting_that_ends_before_it_begins_is_refused() -> None:
    table = pd.DataFrame({"start": ["2026-11-09 09:00"], "end": ["2026-11-09 08:00"]})
    with pytest.raises(TableError, match="an end within a day"):
        table.tl.exposure(timezone="UTC")


def test_tables_of_a_log_say_what_the_log_says() -> None:
    robin = tl.read(Path(__file__).parents[2] / "examples" / "desk_rider_lifter")
    moment = "2026-11-16T08:00:00+01:00"
    log = robin.log(WEEK)
    lifts = tl.frame(log, "sets")
    rest = log.model_copy(update={"strength": ()})
    found = lifts.tl.report(WEEK, profile=robin.profile, beside=[rest], as_of=moment)
    expected = tl.weekly_report(robin, WEEK, as_of=moment)
    assert found.channels == expected.channels
    assert found.flags == expected.flags
