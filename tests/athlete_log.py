"""Entries of a small log from wall clocks, in the words of an athlete."""

from datetime import datetime, timedelta

from tl_analyzer.log import (
    PositionEvidence,
    Posture,
    PostureBout,
    PostureInterval,
    Provenance,
    Quality,
    RidePosture,
    RideSession,
    SetType,
    SittingStyle,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)

ZONE = "Europe/Berlin"
SOURCE = Provenance(adapter="test", file="test.csv", digest="0", row=1)

#: Exercise, weight, repetitions.
Performed = tuple[str, float | None, int]
#: How the athlete sat, and for how long [min].
Ridden = tuple[RidePosture, float]

#: Speed of every ride while it moves. [m/min]
_SPEED = 450


class AthleteLog:
    """Builds entries from wall clocks such as ``2026-11-12 17:45``, or a date alone."""

    zone = ZONE

    def at(self, wall: str) -> When:
        if len(wall) == 10:
            return When.from_date(datetime.fromisoformat(wall).date(), self.zone)
        return When.from_local(datetime.fromisoformat(wall), self.zone)

    def lift(
        self,
        wall: str,
        *sets: Performed,
        duration_s: float | None = 3600,
        basis: UnitBasis = UnitBasis.STATED,
        unit: WeightUnit = WeightUnit.KG,
        warmups: int = 0,
    ) -> StrengthSession:
        return StrengthSession(
            start=self.at(wall),
            duration_s=duration_s,
            sets=tuple(
                StrengthSet(
                    exercise=name,
                    row=n + 2,
                    weight=None if load is None else Weight(value=load, unit=unit, basis=basis),
                    reps=reps,
                    set_type=SetType.WARMUP if n < warmups else SetType.WORKING,
                )
                for n, (name, load, reps) in enumerate(sets)
            ),
            provenance=SOURCE,
        )

    def ride(
        self,
        wall: str,
        *bouts: Ridden,
        evidence: PositionEvidence = PositionEvidence.EVENTS,
        standing_s: float | None = None,
        indoor: bool | None = None,
    ) -> RideSession:
        start = self.at(wall)
        now, built = start.utc, []
        for posture, minutes in bouts:
            end = now + timedelta(minutes=minutes)
            built.append(PostureBout(start=now, end=end, posture=posture))
            now = end
        riding = sum(minutes for posture, minutes in bouts if posture is not RidePosture.STOPPED)
        return RideSession(
            start=start,
            end=now,
            elapsed_s=(now - start.utc).total_seconds(),
            moving_s=riding * 60,
            distance_m=riding * _SPEED,
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
        style: SittingStyle | None = None,
    ) -> PostureInterval:
        return PostureInterval(
            start=self.at(start),
            end=self.at(end).utc,
            posture=posture,
            probability=probability,
            quality=quality,
            style=style,
            source="test",
            provenance=SOURCE,
        )
