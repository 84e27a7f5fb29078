"""Small exports, and what an adapter makes of them."""

from collections.abc import Sequence

from tests.reading import Found, read_with
from tl_analyzer.adapter import Adapter, Reading
from tl_analyzer.log import ActivitySession, BodyMass, RideSession

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance"
)


class Outings(Found):
    """What a list of activities holds."""

    @property
    def rides(self) -> list[RideSession]:
        return self.of(RideSession)

    @property
    def activities(self) -> list[ActivitySession]:
        return self.of(ActivitySession)

    @property
    def masses(self) -> list[tuple[str, float]]:
        return [(str(entry.start.local.date()), entry.mass.kg) for entry in self.of(BodyMass)]


def read(adapter: Adapter, data: bytes | str, zone: str = "Europe/Berlin") -> Outings:
    return Outings(*read_with(adapter, data, reading=Reading(zone=zone)))


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
