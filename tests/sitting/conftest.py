"""A day of evidence in the athlete's words, and the line it is merged into."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from tl_analyzer.log import (
    Log,
    Observation,
    Posture,
    PostureBout,
    PostureInterval,
    Provenance,
    Quality,
    RidePosture,
    RideSession,
    SittingStyle,
    When,
)
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Athlete, DeskBlock, Profile
from tl_analyzer.sitting.line import SittingLine, sitting_line

ZONE = "Europe/Berlin"
DAY = date(2026, 11, 12)

#: What the adapters say of each source: posture, probability, quality.
WORTH = {
    Observation.POSTURE_SENSOR: (Posture.SITTING, 0.97, Quality.A),
    Observation.POSTURE_LOG: (Posture.SITTING, 0.90, Quality.A),
    Observation.DESK_HEIGHT: (Posture.SITTING, 0.90, Quality.A),
    Observation.COMPUTER_ACTIVE: (Posture.SITTING, 0.80, Quality.B),
    Observation.COMPUTER_IDLE: (Posture.UNKNOWN, 1.00, Quality.B),
    Observation.MEETING: (Posture.SITTING, 0.60, Quality.C),
    Observation.TIME_TRACKER: (Posture.SITTING, 0.50, Quality.C),
    Observation.WRIST_STILL: (Posture.SITTING, 0.65, Quality.B),
    Observation.STAND_TIME: (Posture.STANDING, 0.90, Quality.B),
    Observation.STEPS: (Posture.MOVING, 0.95, Quality.B),
    Observation.STAND_HOUR: (Posture.SITTING, 0.75, Quality.B),
    Observation.SLEEP: (Posture.LYING, 0.95, Quality.B),
    Observation.OUT_OF_OFFICE: (Posture.OFF, 0.90, Quality.C),
}


class Piece(NamedTuple):
    """A stretch of the merged line, with wall clocks."""

    start: str
    end: str
    rule: str
    posture: Posture
    p: float


class Day:
    """Builds evidence of one day from wall clocks such as ``9:30``."""

    def __init__(self) -> None:
        self.seen: list[PostureInterval] = []
        self.rides: list[RideSession] = []
        self.blocks: list[DeskBlock] = []

    def at(self, clock: str) -> datetime:
        hour, minute = (int(part) for part in clock.split(":"))
        begin = datetime(DAY.year, DAY.month, DAY.day)
        return When.from_local(begin + timedelta(hours=hour, minutes=minute), ZONE).utc

    def see(
        self,
        what: Observation,
        start: str,
        end: str,
        posture: Posture | None = None,
        *,
        p: float | None = None,
        quality: Quality | None = None,
        source: str = "",
        style: SittingStyle | None = None,
    ) -> "Day":
        usual, probability, how = WORTH[what]
        self.seen.append(
            PostureInterval(
                start=When(utc=self.at(start), zone=ZONE),
                end=self.at(end),
                posture=posture or usual,
                probability=probability if p is None else p,
                quality=quality or how,
                observation=what,
                style=style,
                source=source or what.value,
                provenance=Provenance(adapter="test", file=what.value, digest=source),
            )
        )
        return self

    def ride(self, start: str, end: str, *stops: tuple[str, str]) -> "Day":
        edges = [start, *(clock for stop in stops for clock in stop), end]
        bouts = tuple(
            PostureBout(
                start=self.at(a),
                end=self.at(b),
                posture=RidePosture.STOPPED if n % 2 else RidePosture.SEATED,
            )
            for n, (a, b) in enumerate(pairwise(edges))
        )
        length = (self.at(end) - self.at(start)).total_seconds()
        self.rides.append(
            RideSession(
                start=When(utc=self.at(start), zone=ZONE),
                end=self.at(end),
                elapsed_s=length,
                moving_s=length,
                bouts=bouts,
                provenance=Provenance(adapter="fit", file="ride.fit", digest="r"),
            )
        )
        return self

    def desk(self, start: str, end: str, style: SittingStyle = SittingStyle.SLUMPED) -> "Day":
        clocks = (datetime.strptime(c, "%H:%M").time() for c in (start, end))
        begin, until = clocks
        self.blocks.append(DeskBlock(start=begin, end=until, posture=style))
        return self

    def line(self, until: str = "24:00") -> SittingLine:
        profile = Profile(athlete=Athlete(id="a", timezone=ZONE), desk=tuple(self.blocks))
        log = Log(postures=tuple(self.seen), rides=tuple(self.rides))
        return sitting_line(log, profile, parameter_set(), [DAY], self.at(until).timestamp())

    def pieces(self, until: str = "24:00") -> list[Piece]:
        def clock(instant: float) -> str:
            local = datetime.fromtimestamp(instant, ZoneInfo(ZONE))
            return f"{local.hour}:{local:%M}"

        return [
            Piece(
                clock(s.start),
                clock(s.end),
                s.verdict.rule,
                s.verdict.posture,
                round(s.verdict.probability, 2),
            )
            for s in self.line(until).stretches
        ]


@pytest.fixture
def day() -> Day:
    return Day()
