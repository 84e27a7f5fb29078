"""Weeks made by hand: flags, a profile, a diary and logged work, and nothing else."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from importlib.resources import files

import numpy as np
import pytest

from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.load.picture import Coverage, Picture, Strengths
from tl_analyzer.load.set_table import SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.log import CheckIn, Provenance, When
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.parameters import Parameters, parse_parameters
from tl_analyzer.profile import Athlete, HingePattern, Plan, Profile, Screen

ZONE = "Europe/Berlin"
MONDAY = date(2026, 11, 9)
SUNDAY = MONDAY + timedelta(days=6)

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    text = files("tl_profiles").joinpath("default", "advice.toml").read_text(encoding="utf-8")
    return parse_parameters(text)


@pytest.fixture(scope="session")
def flag() -> FlagMaker:
    """Make one flag: ``flag("TL101")``, ``flag("TL301", Severity.WATCH)``."""

    def make(
        code: str, severity: Severity = Severity.AMBER, channel: Channel = Channel.HINGE
    ) -> Flag:
        fact = Evidence(
            when="2026-W46",
            measure=f"what {code} measures",
            value=260.0,
            unit="points",
            threshold=150.0,
        )
        return Flag(
            code=code,
            name=code.lower(),
            severity=severity,
            confidence=Confidence.LOW,
            channel=channel,
            because=(fact,),
            clears_when="it is less",
            references=("assumption",),
        )

    return make


@pytest.fixture(scope="session")
def picture() -> PictureMaker:
    """Make one week: the athlete's branch, time, equipment, signs and logged lifts."""

    def make(
        pattern: HingePattern = HingePattern.UNKNOWN,
        extension_deg: float | None = None,
        minutes: int = 30,
        equipment: tuple[str, ...] = (),
        signs: Mapping[date, tuple[str, ...]] | None = None,
        lifts: Mapping[str, tuple[date, ...]] | None = None,
    ) -> Picture:
        week = Week(MONDAY, ZONE)
        profile = Profile(
            athlete=Athlete(id="anna", timezone=ZONE),
            screen=Screen(pattern=pattern, thoracic_extension_deg=extension_deg),
            plan=Plan(minutes_per_day=minutes, equipment=equipment),
        )
        diary = tuple(
            CheckIn(
                start=When.from_date(day, ZONE),
                signs=listed,
                provenance=Provenance(adapter="test", file="diary.csv", digest="0"),
            )
            for day, listed in sorted((signs or {}).items())
        )
        return Picture(
            week=week,
            as_of=week.end,
            profile=profile,
            sessions=(),
            sets=_sets(lifts or {}),
            rides=(),
            sitting=(),
            moved=(),
            check_ins=diary,
            weekly={},
            channels={},
            history={},
            strengths=Strengths(deadlift_kg=None, basis="none"),
            coverage=Coverage(0, 0.0, 0.0, 0, 0, 0, 0, (), False, ()),
            problems=(),
        )

    return make


def _sets(lifts: Mapping[str, tuple[date, ...]]) -> SetTable:
    movements = tuple(Movement(name=k, pattern=Pattern.OTHER, lift=k) for k in lifts)
    rows = sorted((day.toordinal(), n) for n, days in enumerate(lifts.values()) for day in days)
    day = np.array([d for d, _ in rows], dtype=np.int64)
    movement = np.array([m for _, m in rows], dtype=np.int64)
    numbers = np.zeros(len(rows), dtype=np.float64)
    no = np.zeros(len(rows), dtype=np.bool_)
    return SetTable(
        start=numbers,
        day=day,
        timed=no,
        session=np.zeros(len(rows), dtype=np.int64),
        movement=movement,
        kg=numbers,
        reps=numbers,
        warmup=no,
        demand=numbers,
        hinge_dose=numbers,
        hard_hinge=no,
        ballistic_reps=numbers,
        intensity=numbers,
        overhead_dose=numbers,
        rotation_reps=numbers,
        flexion_reps=numbers,
        movements=movements,
    )
