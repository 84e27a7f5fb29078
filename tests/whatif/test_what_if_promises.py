"""What holds for every change: the comparison is fair, and says no more than it knows."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.log import Log, PositionEvidence, RidePosture
from tl_analyzer.report.what_if_report import ChannelChanges, ExposureChange, WhatIf

if TYPE_CHECKING:
    from tests.whatif.conftest import Athlete

Codes = Callable[[WhatIf], tuple[set[str], set[str], set[str]]]

#: Bouts are cut at whole microseconds. [any unit]
TOLERANCE = 1e-6

STANDING = RidePosture.STANDING

few = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def exposures(found: WhatIf) -> list[ExposureChange]:
    channels = [getattr(found.channels, name) for name in ChannelChanges.model_fields]
    return [*channels, *found.measures]


def none_rises(found: WhatIf) -> bool:
    return all(e.after <= e.before + TOLERANCE for e in exposures(found))


@pytest.mark.parametrize("changes", [[], ["swap deadlift>deadlift"], ["move thu>thu"]])
def test_no_change_is_no_difference(
    athlete: "Athlete", heavy_week: Log, changes: list[str]
) -> None:
    found = athlete.what_if(heavy_week, changes)
    assert all(e.before == e.after for e in exposures(found))
    assert found.channels.hinge.before > 0
    assert (found.cleared, found.new, found.measures) == ((), (), ())
    assert all(f.before == f.after for f in found.staying)
    assert found.sentence == "No channel and no flag would have been different."


LIFTS = st.sampled_from(
    ["Deadlift (Barbell)", "Romanian Deadlift", "Kettlebell Swing", "Overhead Press (Barbell)",
     "Russian Twist", "Bent Over Row (Barbell)", "Squat (Barbell)"]
)  # fmt: skip
SETS = st.lists(st.tuples(LIFTS, st.floats(20, 200), st.integers(1, 20)), min_size=1, max_size=6)
POSTURES = st.sampled_from([RidePosture.SEATED, RidePosture.STANDING, RidePosture.STOPPED])
BOUTS = st.lists(st.tuples(POSTURES, st.floats(0.2, 90)), min_size=1, max_size=6)


@few
@given(thursday=SETS, saturday=SETS, bouts=BOUTS, noon=st.booleans())
def test_skipping_never_raises_anything(
    athlete: "Athlete",
    thursday: list[tuple[str, float | None, int]],
    saturday: list[tuple[str, float | None, int]],
    bouts: list[tuple[RidePosture, float]],
    noon: bool,
) -> None:
    """Not even when the heaviest set goes that strength was told from, or a lunch-break ride."""
    ridden = [*bouts, (RidePosture.SEATED, 5.0)]
    log = Log(
        strength=(
            *athlete.usual(),
            athlete.lift(f"2026-11-12 {'12:00' if noon else '17:10'}", *thursday, duration_s=None),
            athlete.lift("2026-11-14 13:00", *saturday),
        ),
        rides=(athlete.ride("2026-11-12 13:30", *ridden),),
        postures=(athlete.sit("2026-11-12 09:00", "2026-11-12 19:00"),),
    )
    for change in ("skip thu", "skip thu:ride", "skip thu:lifting", f"skip thu:{thursday[0][0]}"):
        assert none_rises(athlete.what_if(log, [change])), change


@few
@given(thursday=SETS, by=st.integers(1, 99))
def test_lighter_and_fewer_never_raise_anything(
    athlete: "Athlete", thursday: list[tuple[str, float | None, int]], by: int
) -> None:
    log = Log(strength=(*athlete.usual(), athlete.lift("2026-11-12 17:10", *thursday)))
    assert none_rises(athlete.what_if(log, [f"lighter {by}%"]))
    if any("Deadlift" in name for name, _, _ in thursday):
        assert none_rises(athlete.what_if(log, ["drop 1 hardest hinge set"]))


@few
@given(
    bouts=BOUTS,
    every=st.floats(1, 60),
    less=st.floats(0.01, 0.9),
    more=st.floats(1, 1.1),
    evidence=st.sampled_from(PositionEvidence),
    stood=st.floats(0, 7200),
)
def test_standing_more_never_raises_flexion(
    athlete: "Athlete",
    bouts: list[tuple[RidePosture, float]],
    every: float,
    less: float,
    more: float,
    evidence: PositionEvidence,
    stood: float,
) -> None:
    """Not even where the device knew of more standing than the bouts show."""
    ridden = [*bouts, (RidePosture.SEATED, 5.0)]
    if evidence is not PositionEvidence.EVENTS:
        # Only a head unit that records standing can have seen a bout of it.
        ridden = [(RidePosture.UNKNOWN if p is STANDING else p, m) for p, m in ridden]
    log = Log(
        rides=(athlete.ride("2026-11-12 08:00", *ridden, evidence=evidence, standing_s=stood),)
    )
    little = athlete.what_if(log, [f"stand {every * less:.6f}/{every:.6f}"])
    much = athlete.what_if(log, [f"stand {every * less * more:.6f}/{every:.6f}"])
    assert none_rises(little)
    assert much.channels.flexion.after <= little.channels.flexion.after + TOLERANCE


def test_strength_is_what_it_was_without_its_best_set(athlete: "Athlete") -> None:
    """A personal best that is skipped makes the other sets no harder."""
    best = [("Deadlift (Barbell)", 180.0, 1), ("Overhead Press (Barbell)", 80.0, 1)]
    rest = [("Deadlift (Barbell)", 120.0, 5), ("Overhead Press (Barbell)", 50.0, 5)]
    log = Log(
        strength=(
            *athlete.usual(),
            athlete.lift("2026-11-10 18:00", *best),
            athlete.lift("2026-11-13 18:00", *rest),
        )
    )
    found = athlete.what_if(log, ["skip tue"])
    for channel in (found.channels.hinge, found.channels.overhead):
        assert 0 < channel.after < channel.before
        assert channel.usual is not None
    alone = athlete.what_if(log, ["skip fri"])
    for both, other in zip(exposures(found)[:2], exposures(alone)[:2], strict=True):
        assert both.after + other.after == pytest.approx(both.before)


def test_a_skipped_lunch_break_is_not_spent_at_the_desk(athlete: "Athlete") -> None:
    log = Log(
        rides=(athlete.ride("2026-11-12 12:00", (RidePosture.STANDING, 60)),),
        postures=(athlete.sit("2026-11-12 09:00", "2026-11-12 17:00"),),
    )
    flexion = athlete.what_if(log, ["skip thu:ride"]).channels.flexion
    assert 0 < flexion.after <= flexion.before


def test_changes_are_applied_together(athlete: "Athlete", heavy_week: Log, codes: Codes) -> None:
    cleared, staying, new = codes(athlete.what_if(heavy_week, []))
    assert not cleared | new
    assert {"TL401", "TL402"} <= staying
    cleared, staying, new = codes(athlete.what_if(heavy_week, ["skip sat:deadlift", "walk 15"]))
    assert {"TL401", "TL402"} <= cleared
    assert not {"TL401", "TL402"} & (staying | new)


def test_a_flag_that_a_change_raises_is_said(
    athlete: "Athlete", heavy_week: Log, codes: Codes
) -> None:
    """Negative control: a what-if is no sales pitch."""
    calm = athlete.changed(heavy_week, "move sat:lifting>mon:07:00")
    found = athlete.what_if(calm, ["move mon>sat:13:00"])
    assert "TL402" in codes(found)[2]
    assert "TL402" in found.sentence
    assert "raised as well" in found.sentence


def test_milder_is_told_from_gone(athlete: "Athlete", heavy_week: Log) -> None:
    found = athlete.what_if(heavy_week, ["skip sat:ride", "stand 1/70"])
    (flag,) = [f for f in (*found.cleared, *found.staying) if f.code == "TL301"]
    assert flag.before is not None
    assert flag.after is None or flag.after.rank < flag.before.rank


def test_symptoms_and_data_are_not_promised_away(athlete: "Athlete", heavy_week: Log) -> None:
    for changes in (["skip sat", "skip thu", "skip tue"], ["lighter 50%"], ["walk 15"]):
        found = athlete.what_if(heavy_week, changes)
        for flag in (*found.cleared, *found.staying, *found.new):
            assert re.fullmatch(r"TL[1-5]\d\d", flag.code)


@pytest.mark.parametrize(
    "change", ["skip sat", "stand 1/10", "walk 15", "lighter 10%", "swap deadlift>squat"]
)
def test_words_stay_calm(athlete: "Athlete", heavy_week: Log, change: str) -> None:
    said = athlete.what_if(heavy_week, [change]).sentence
    assert "would" in said
    assert not re.search(r"\b(will|prevent|injur|risk|safe|avoid|should)", said, re.IGNORECASE)
