"""Builders of small logs, in the words of an athlete."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import (
    Log,
    PositionEvidence,
    Posture,
    PostureBout,
    PostureInterval,
    Provenance,
    Quality,
    RidePosture,
    RideSession,
    SetType,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile

ZONE = "Europe/Berlin"
SOURCE = Provenance(adapter="test", file="test.csv", digest="0", row=1)


class Builder:
    """Builds log values from wall clocks such as ``2026-11-12 17:45`` in one zone."""

    zone = ZONE
    week = Week.parse("2026-W46", ZONE, datetime(2026, 11, 20, tzinfo=UTC))
    as_of = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def at(self, wall: str) -> When:
        if len(wall) == 10:
            return When.from_date(datetime.fromisoformat(wall).date(), self.zone)
        return When.from_local(datetime.fromisoformat(wall), self.zone)

    def lift(
        self,
        wall: str,
        *sets: tuple[str, float | None, int],
        basis: UnitBasis = UnitBasis.STATED,
        unit: WeightUnit = WeightUnit.KG,
        warmups: int = 0,
    ) -> StrengthSession:
        return StrengthSession(
            start=self.at(wall),
            duration_s=3600,
            sets=tuple(
                StrengthSet(
                    exercise=name,
                    row=n + 2,
                    weight=None if kg is None else Weight(value=kg, unit=unit, basis=basis),
                    reps=reps,
                    set_type=SetType.WARMUP if n < warmups else SetType.WORKING,
                )
                for n, (name, kg, reps) in enumerate(sets)
            ),
            provenance=SOURCE,
        )

    def ride(
        self,
        wall: str,
        *bouts: tuple[RidePosture, float],
        evidence: PositionEvidence = PositionEvidence.EVENTS,
        standing_s: float | None = None,
        indoor: bool | None = None,
    ) -> RideSession:
        start = self.at(wall)
        now = start.utc
        built = []
        for posture, minutes in bouts:
            end = now + timedelta(minutes=minutes)
            built.append(PostureBout(start=now, end=end, posture=posture))
            now = end
        riding = sum(m for p, m in bouts if p is not RidePosture.STOPPED)
        return RideSession(
            start=start,
            end=now,
            elapsed_s=(now - start.utc).total_seconds(),
            moving_s=riding * 60,
            distance_m=riding * 450,
            indoor=indoor,
            position_evidence=evidence,
            time_standing_s=standing_s,
            bouts=tuple(built),
            provenance=SOURCE,
        )

    def sit(
        self,
        start: str,
        end: str,
        posture: Posture = Posture.SITTING,
        probability: float = 0.8,
        quality: Quality = Quality.B,
    ) -> PostureInterval:
        return PostureInterval(
            start=self.at(start),
            end=self.at(end).utc,
            posture=posture,
            probability=probability,
            quality=quality,
            source="test",
            provenance=SOURCE,
        )

    def profile(self, **tables: object) -> Profile:
        athlete = {"id": "a", "timezone": self.zone, "body_mass_kg": 80, "units": "kg"}
        return Profile.model_validate({"athlete": athlete, **tables})

    def picture(self, log: Log, profile: Profile | None = None) -> Picture:
        return picture_of(
            log,
            profile or self.profile(),
            self.week,
            self.as_of,
            parameter_set(),
            Recogniser(),
        )


@pytest.fixture
def build() -> Builder:
    return Builder()


@pytest.fixture
def number(parameters: Parameters) -> Callable[[str], float]:
    return parameters.number
