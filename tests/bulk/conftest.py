"""Small exports, and what an adapter makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    Entry,
    Problem,
    RideSession,
    Tally,
)

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance"
)


@dataclass(frozen=True)
class Found:
    entries: list[Entry]
    problems: list[Problem]
    tally: Tally

    @property
    def rides(self) -> list[RideSession]:
        return [entry for entry in self.entries if isinstance(entry, RideSession)]

    @property
    def activities(self) -> list[ActivitySession]:
        return [entry for entry in self.entries if isinstance(entry, ActivitySession)]

    @property
    def masses(self) -> list[tuple[str, float]]:
        return [
            (str(entry.start.local.date()), entry.mass.kg)
            for entry in self.entries
            if isinstance(entry, BodyMass)
        ]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


def read(adapter: Adapter, data: bytes | str, zone: str = "Europe/Berlin") -> Found:
    raw = data if isinstance(data, bytes) else data.encode()
    found = list(adapter.read(SourceFile.of_bytes("sample", raw), Reading(zone=zone)))
    assert isinstance(found[-1], Tally)
    assert not any(isinstance(item, Tally) for item in found[:-1])
    return Found(
        [item for item in found if not isinstance(item, Problem | Tally)],
        [item for item in found if isinstance(item, Problem)],
        found[-1],
    )


def row(
    date: str = '"May 23, 2023, 12:40:57 PM"',
    kind: str = "Ride",
    elapsed: str = "3600.0",
    moving: str = "3000.0",
    metres: str = "25300.0",
    mass: str = "",
    name: str = "Loop with Kim",
    key: str = "1",
) -> str:
    return (
        f'{key},{date},{name},{kind},,3600,"15,72",,,false,,,,{mass},,{elapsed},{moving},{metres}'
    )


def strava(rows: Sequence[str], header: str = HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"
