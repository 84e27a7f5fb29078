"""A log, its tables, and the log that the accessor reads from them: nothing is lost on the way."""

from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

import tl_analyzer as tl
from tl_analyzer.accessor.log_of_tables import log_of_tables
from tl_analyzer.log import (
    Clock,
    LoadMeaning,
    Log,
    Observation,
    Posture,
    PostureInterval,
    Provenance,
    Quality,
    SetType,
    SittingStyle,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)

BERLIN, TOKYO = "Europe/Berlin", "Asia/Tokyo"
EVENING = datetime(2026, 11, 9, 22, 50, tzinfo=UTC)
SOURCE = Provenance(adapter="mine", file="mine.csv", digest="0")

TIMED = StrengthSession(
    start=When(utc=EVENING, zone=TOKYO, clock=Clock.LOCAL),
    title="Pull",
    sets=(
        StrengthSet(
            exercise="Deadlift (Barbell)",
            row=1,
            weight=Weight(value=300, unit=WeightUnit.LB, basis=UnitBasis.GUESSED),
            reps=10_000,
            rpe=10.0,
            rir=20.0,
            set_type=SetType.FAILURE,
            start=When(utc=EVENING, zone=TOKYO, clock=Clock.LOCAL),
            note="hitched",
        ),
        StrengthSet(
            exercise="Pull Up (Assisted)",
            row=2,
            weight=Weight(value=20, unit=WeightUnit.KG, basis=UnitBasis.CONFIGURED),
            meaning=LoadMeaning.ASSISTANCE,
            reps=0,
            start=When(utc=EVENING + timedelta(hours=2), zone=TOKYO, clock=Clock.LOCAL),
        ),
    ),
    provenance=SOURCE,
)
UNTIMED = StrengthSession(
    start=When.from_date(datetime(2026, 11, 11), BERLIN),
    sets=(
        StrengthSet(exercise="Plank", row=1, duration_s=60.0),
        StrengthSet(exercise="Farmers Walk", row=2, distance_m=40.0),
    ),
    provenance=SOURCE,
)
SAT = (
    PostureInterval(
        start=When(utc=EVENING, zone=TOKYO, clock=Clock.AMBIGUOUS),
        end=EVENING + timedelta(days=1),
        posture=Posture.SITTING,
        probability=0.5,
        quality=Quality.C,
        observation=Observation.MEETING,
        style=SittingStyle.SLUMPED,
        source="calendar",
        provenance=SOURCE,
    ),
    PostureInterval(
        start=When(utc=EVENING + timedelta(days=2), zone=BERLIN),
        end=EVENING + timedelta(days=2),
        posture=Posture.STANDING,
        probability=1.0,
        quality=Quality.A,
        source="desk",
        provenance=SOURCE,
    ),
)


def test_sets_come_back_as_they_were() -> None:
    table = tl.frame(Log(strength=(TIMED, UNTIMED)), "sets")
    for shuffled in (table, table.iloc[::-1]):
        read = log_of_tables([shuffled], BERLIN, None).strength
        assert [(s.start, s.title) for s in read] == [
            (TIMED.start, TIMED.title),
            (UNTIMED.start, UNTIMED.title),
        ]
        for found, expected in zip(read, (TIMED, UNTIMED), strict=True):
            held = {each.exercise: each for each in found.sets}
            for each in expected.sets:
                assert held[each.exercise].model_copy(update={"row": each.row}) == each


def test_postures_come_back_as_they_were() -> None:
    table = tl.frame(Log(postures=SAT), "postures")
    read = log_of_tables([table], BERLIN, None).postures
    assert [row.model_copy(update={"provenance": SOURCE}) for row in read] == list(SAT)


def test_rows_are_numbered_as_they_stand() -> None:
    tables = (
        tl.frame(Log(strength=(TIMED, UNTIMED)), "sets"),
        tl.frame(Log(postures=SAT), "postures"),
    )
    log = log_of_tables(tables, BERLIN, None)
    assert [each.row for session in log.strength for each in session.sets] == [1, 2, 3, 4]
    assert [row.provenance.row for row in log.postures] == [1, 2]


@pytest.mark.parametrize("midnight", [datetime(2026, 11, 9), pd.Timestamp("2026-11-09", tz=TOKYO)])
def test_of_a_date_only_the_day_is_known(midnight: datetime) -> None:
    table = pd.DataFrame({"date": [midnight], "exercise": "Row", "reps": 5, "weight_kg": 50.0})
    (session,) = log_of_tables([table], TOKYO, None).strength
    assert session.start == When.from_date(datetime(2026, 11, 9), TOKYO)


def test_a_unit_that_was_only_said_is_not_one_that_was_stated() -> None:
    table = pd.DataFrame({"date": ["2026-11-09"], "exercise": "Row", "reps": 5, "weight": [50.0]})
    (session,) = log_of_tables([table], TOKYO, WeightUnit.LB).strength
    assert session.sets[0].weight == Weight(
        value=50.0, unit=WeightUnit.LB, basis=UnitBasis.CONFIGURED
    )


def test_workouts_of_one_day_are_told_apart_by_their_title() -> None:
    table = pd.DataFrame(
        {
            "date": "2026-11-09",
            "session": ["am", "pm"],
            "exercise": "Row",
            "reps": 5,
            "weight_kg": 9,
        }
    )
    log = log_of_tables([table], TOKYO, None)
    assert [session.title for session in log.strength] == ["am", "pm"]


def test_a_log_beside_is_part_of_it() -> None:
    table = tl.frame(Log(strength=(TIMED,)), "sets")
    log = log_of_tables([table, Log(strength=(UNTIMED,), postures=SAT)], BERLIN, None)
    assert [session.title for session in log.strength] == ["Pull", ""]
    assert len(log.postures) == 2


def test_an_offset_in_a_text_is_the_instant_it_says() -> None:
    table = pd.DataFrame({"start": ["2026-11-09T09:00+09:00"], "minutes": [60]})
    (row,) = log_of_tables([table], BERLIN, None).postures
    assert row.start == When(utc=datetime(2026, 11, 9, tzinfo=UTC), zone=BERLIN)
    assert row.source == "table of sittings"
