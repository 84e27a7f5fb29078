"""Entries of a log as hypothesis makes them: whatever an adapter may yield."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    Clock,
    DailyTotal,
    DayMeasure,
    Entry,
    LoadMeaning,
    Log,
    Observation,
    PlannedSession,
    PlannedSport,
    PositionEvidence,
    Posture,
    PostureBout,
    PostureInterval,
    Postures,
    Problem,
    ProblemKind,
    Provenance,
    Quality,
    RidePosture,
    RideSession,
    Scale,
    SetType,
    SittingStyle,
    SourceSummary,
    StrengthSession,
    StrengthSet,
    Tally,
    UnitBasis,
    Weight,
    WeightUnit,
    Wellness,
    When,
)

#: Names of files on a disk need not be valid Unicode.
TEXT = st.text(max_size=6) | st.sampled_from(["", "Kniebeuge; schräg", "a\udc80", 'a "b", c\nd'])
COUNT = st.integers(1, 2**40)
AMOUNT = st.floats(0, 1e9, allow_nan=False)
INSTANT = (
    st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 28), timezones=st.just(UTC))
    | st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))
).map(lambda instant: instant.replace(fold=0))  # which in UTC says nothing, and yet is written
ZONE = st.sampled_from(["Europe/Berlin", "UTC", "America/Los_Angeles"])

WHEN = st.builds(When, utc=INSTANT, zone=ZONE, clock=st.sampled_from(Clock))
PROVENANCE = st.builds(Provenance, adapter=TEXT, file=TEXT, digest=TEXT, row=st.none() | COUNT)
FOLDED = st.lists(PROVENANCE, max_size=2).map(tuple)
WEIGHT = st.builds(
    Weight,
    value=st.floats(0, 5000),
    unit=st.sampled_from(WeightUnit),
    basis=st.sampled_from(UnitBasis),
)
SET = st.builds(
    StrengthSet,
    exercise=TEXT,
    row=COUNT,
    weight=st.none() | WEIGHT,
    meaning=st.sampled_from(LoadMeaning),
    reps=st.none() | st.integers(0, 10_000),
    rpe=st.none() | st.floats(1, 10),
    rir=st.none() | st.floats(0, 20),
    set_type=st.sampled_from(SetType),
    duration_s=st.none() | AMOUNT,
    distance_m=st.none() | AMOUNT,
    start=st.none() | WHEN,
    note=TEXT,
    position=st.none() | COUNT,
)
WORKOUT = st.builds(
    StrengthSession,
    start=WHEN,
    duration_s=st.none() | AMOUNT,
    title=TEXT,
    sets=st.lists(SET, max_size=3).map(tuple),
    app=TEXT,
    detected=st.booleans(),
    provenance=PROVENANCE,
    folded=FOLDED,
)
BOUT = st.builds(PostureBout, start=INSTANT, end=INSTANT, posture=st.sampled_from(RidePosture))
RIDE = st.builds(
    RideSession,
    start=WHEN,
    end=INSTANT,
    elapsed_s=AMOUNT,
    moving_s=AMOUNT,
    distance_m=st.none() | AMOUNT,
    sub_sport=TEXT,
    indoor=st.none() | st.booleans(),
    position_evidence=st.sampled_from(PositionEvidence),
    time_standing_s=st.none() | AMOUNT,
    average_power_w=st.none() | AMOUNT,
    device=TEXT,
    bouts=st.lists(BOUT, max_size=3).map(tuple),
    recorded=st.booleans(),
    provenance=PROVENANCE,
    folded=FOLDED,
)
ACTIVITY = st.builds(
    ActivitySession,
    start=WHEN,
    end=INSTANT,
    sport=TEXT,
    moving_s=st.none() | AMOUNT,
    distance_m=st.none() | AMOUNT,
    provenance=PROVENANCE,
    folded=FOLDED,
)
INTERVAL = st.builds(
    PostureInterval,
    start=WHEN,
    end=INSTANT,
    posture=st.sampled_from(Posture),
    probability=st.floats(0, 1),
    quality=st.sampled_from(Quality),
    observation=st.sampled_from(Observation),
    style=st.none() | st.sampled_from(SittingStyle),
    source=TEXT,
    provenance=PROVENANCE,
)
MASS = st.builds(BodyMass, start=WHEN, mass=WEIGHT, provenance=PROVENANCE)
CHECK_IN = st.builds(
    CheckIn,
    start=WHEN,
    region=TEXT,
    side=TEXT,
    score=st.none() | st.floats(0, 10),
    signs=st.lists(TEXT, max_size=2).map(tuple),
    note=TEXT,
    provenance=PROVENANCE,
)
SCALE = st.builds(
    Scale,
    least=st.floats(-5, 0),
    most=st.floats(1, 5),
    best=st.sampled_from(["least", "most", None]),
)
WELLNESS = st.builds(
    Wellness,
    start=WHEN,
    measure=TEXT,
    value=st.floats(allow_nan=False, allow_infinity=False),
    unit=TEXT,
    scale=st.none() | SCALE,
    source=TEXT,
    provenance=PROVENANCE,
)
TOTAL = st.builds(
    DailyTotal,
    start=WHEN,
    measure=st.sampled_from(DayMeasure),
    value=AMOUNT,
    source=TEXT,
    provenance=PROVENANCE,
)

PLANNED = st.builds(
    PlannedSession,
    start=WHEN,
    end=st.none() | INSTANT,
    sport=st.sampled_from(PlannedSport),
    title=TEXT,
    provenance=PROVENANCE,
)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    read, refused, aside = draw(st.tuples(COUNT, COUNT, COUNT))
    return Tally(
        file=draw(TEXT),
        adapter=draw(TEXT),
        unit="row",
        total=read + refused + aside,
        read=read,
        refused=refused,
        set_aside=((draw(TEXT), aside),),
    )


SOURCE = st.builds(
    SourceSummary,
    file=TEXT,
    digest=TEXT,
    opened=st.booleans(),
    adapter=TEXT,
    reason=TEXT,
    entries=COUNT,
    tally=st.none() | tallies(),
    same_as=TEXT,
)
PROBLEM = st.builds(
    Problem,
    file=TEXT,
    found=TEXT,
    expected=TEXT,
    hint=TEXT,
    line=st.none() | COUNT,
    column=st.none() | TEXT,
    kind=st.sampled_from(ProblemKind),
    code=TEXT,
)

ENTRY: st.SearchStrategy[Entry] = st.one_of(
    WORKOUT, RIDE, ACTIVITY, MASS, CHECK_IN, WELLNESS, TOTAL, PLANNED
)


@st.composite
def logs(draw: st.DrawFn) -> Log:
    def some(strategy: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(strategy, max_size=2)))

    return Log(
        strength=some(WORKOUT),
        rides=some(RIDE),
        activities=some(ACTIVITY),
        postures=Postures(some(INTERVAL)),
        masses=some(MASS),
        check_ins=some(CHECK_IN),
        wellness=some(WELLNESS),
        daily_totals=some(TOTAL),
        planned=some(PLANNED),
        sources=some(SOURCE),
        problems=some(PROBLEM),
    )


def shifted(when: When, days: float) -> When:
    """The same some days later."""
    return when.model_copy(update={"utc": when.utc + timedelta(days=days)})
