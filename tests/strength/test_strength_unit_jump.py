"""Histories in two units: found where they are, and nowhere else."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.log import (
    KG_PER_LB,
    Problem,
    ProblemKind,
    Provenance,
    SetType,
    StrengthSession,
    StrengthSet,
    Tally,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_strength.unit_jump import unit_jumps

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]
Level = Callable[[str, int], float | None]

FIRST = date(2026, 1, 5)
LIFTS = {"Deadlift": 140.0, "Squat": 110.0, "Bench Press": 80.0, "Row": 65.0, "Curl": 30.0}
SOURCE = Provenance(adapter="strength-csv", file="log.csv", digest="0" * 64)


def history(level: Level, weeks: int = 16, names: Iterable[str] = LIFTS) -> list[StrengthSession]:
    """Two workouts a week of all lifts, each at what `level` gives for it and the week."""
    sessions = []
    for number in range(2 * weeks):
        day = FIRST + timedelta(days=7 * (number // 2) + 3 * (number % 2))
        sets = [
            StrengthSet(
                exercise=name,
                row=1,
                weight=Weight(value=load, unit=WeightUnit.KG, basis=UnitBasis.STATED),
                reps=5,
            )
            for name in names
            if (load := level(name, number // 2)) is not None
        ]
        if sets:
            start = When.from_date(day, "Europe/Berlin")
            sessions.append(StrengthSession(start=start, sets=tuple(sets), provenance=SOURCE))
    return sessions


def rising(name: str, week: int) -> float:
    return LIFTS[name] * (1.0 + 0.01 * week)


@pytest.mark.parametrize(("factor", "up"), [(KG_PER_LB, True), (1 / KG_PER_LB, False)])
def test_a_block_in_the_other_unit_is_found_on_its_day(factor: float, up: bool) -> None:
    jumps = unit_jumps(history(lambda n, w: rising(n, w) * (factor if w < 8 else 1.0)))
    assert [(jump.day, jump.up) for jump in jumps] == [(FIRST + timedelta(weeks=8), up)]
    assert [step.exercise for step in jumps[0].steps] == list(LIFTS)


def test_there_and_back_is_two_jumps() -> None:
    jumps = unit_jumps(
        history(lambda n, w: rising(n, w) * (2.2046 if 8 <= w < 16 else 1.0), weeks=24)
    )
    assert [(jump.day, jump.up) for jump in jumps] == [
        (FIRST + timedelta(weeks=8), True),
        (FIRST + timedelta(weeks=16), False),
    ]


def test_a_break_between_the_blocks_makes_no_difference() -> None:
    def level(name: str, week: int) -> float | None:
        if 8 <= week < 16:
            return None
        return rising(name, week) * 2.2046 if week < 8 else rising(name, week - 8)

    jumps = unit_jumps(history(level, weeks=24))
    assert [jump.day for jump in jumps] == [FIRST + timedelta(weeks=16)]


def test_an_exercise_that_is_new_or_dropped_does_not_hide_the_others() -> None:
    def level(name: str, week: int) -> float | None:
        if (name == "Curl") is (week < 8):
            return rising(name, week) if name == "Curl" else rising(name, week) * KG_PER_LB
        return None if name == "Curl" else rising(name, week)

    jumps = unit_jumps(history(level))
    assert [jump.day for jump in jumps] == [FIRST + timedelta(weeks=8)]
    assert "Curl" not in {step.exercise for step in jumps[0].steps}


def strong_in_one(name: str, week: int) -> float:
    return rising(name, week) * (2.2 if name == "Deadlift" and week >= 8 else 1.0)


def deload(name: str, week: int) -> float:
    return rising(name, week) * (0.45 if week in (7, 8) else 1.0)


def halved_after_injury(name: str, week: int) -> float:
    return rising(name, week) * (0.5 if week >= 8 else 1.0)


def doubled_within_weeks(name: str, week: int) -> float:
    return LIFTS[name] * min(1.0 + 0.15 * max(week - 4, 0), 2.2)


def new_exercises(name: str, week: int) -> float | None:
    return None if name in {"Deadlift", "Squat", "Bench Press"} and week < 8 else rising(name, week)


def heavier_rows_alone(name: str, week: int) -> float:
    """Two lifts that really change, and three that do not."""
    return rising(name, week) * (2.2 if name in {"Row", "Curl"} and week >= 8 else 1.0)


def light_and_heavy_days(name: str, week: int) -> float:
    return LIFTS[name] * (1.0 if week % 2 else 0.45)


@pytest.mark.parametrize(
    "level",
    [
        rising,
        strong_in_one,
        deload,
        halved_after_injury,
        doubled_within_weeks,
        new_exercises,
        heavier_rows_alone,
        light_and_heavy_days,
    ],
)
def test_what_training_does_is_no_jump(level: Level) -> None:
    assert unit_jumps(history(level, weeks=20)) == []


def test_another_level_after_half_a_year_away_proves_nothing() -> None:
    def level(name: str, week: int) -> float | None:
        return None if 8 <= week < 36 else LIFTS[name] * (1.0 if week < 8 else KG_PER_LB)

    assert unit_jumps(history(level, weeks=44)) == []


def test_warm_ups_are_no_level() -> None:
    def light(session: StrengthSession) -> StrengthSession:
        lights = [
            s.model_copy(
                update={
                    "set_type": SetType.WARMUP,
                    "weight": Weight(value=900.0, unit=WeightUnit.KG, basis=UnitBasis.STATED),
                }
            )
            for s in session.sets
        ]
        return session.model_copy(update={"sets": (*lights, *session.sets)})

    plain = history(rising)
    assert unit_jumps([light(s) if n > 16 else s for n, s in enumerate(plain)]) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 14))
def test_noisy_histories_are_flagged_only_where_they_were_scaled(seed: int, week: int) -> None:
    random = Random(seed)
    noise = {(n, w): random.uniform(0.95, 1.05) for n in LIFTS for w in range(20)}

    def level(name: str, at: int) -> float:
        return LIFTS[name] * noise[name, at]

    assert unit_jumps(history(level, weeks=20)) == []
    jumps = unit_jumps(history(lambda n, w: level(n, w) * (2.2046 if w < week else 1.0), weeks=20))
    assert [jump.day for jump in jumps] == [FIRST + timedelta(weeks=week)]


def test_the_note_names_day_exercises_and_levels(read: Read) -> None:
    rows = ["title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps\n"]
    for number in range(24):
        day = FIRST + timedelta(days=4 * number)
        # An older app's pounds that were imported as kilograms.
        factor = 1.0 if number >= 12 else 1.0 / KG_PER_LB
        for name, load in LIFTS.items():
            stamp = f"{day.day} {day:%b %Y}, 18:00"
            rows.append(f'A,"{stamp}","{stamp}",{name},0,normal,{round(load * factor, 1)},5\n')
    _, problems, _ = read("".join(rows), Reading(zone="Europe/Berlin"))
    (note,) = [problem for problem in problems if problem.code == "unit-jump"]
    assert note.kind is ProblemKind.NOTE
    assert "/2.20 on 2026-02-22" in note.found
    assert "'Deadlift' 308.6 -> 140 kg" in note.found
    assert note.found.endswith("and 1 more")
    assert "loads before are pounds taken for kilograms" in note.hint
