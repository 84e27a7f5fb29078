"""Small track files, and what an adapter makes of them."""

from collections.abc import Sequence

from tests.reading import Found, read_with
from tl_analyzer.adapter import Adapter
from tl_analyzer.log import ActivitySession, RideSession


class Outing(Found):
    """What a track file holds."""

    @property
    def ride(self) -> RideSession:
        (ride,) = self.entries
        assert isinstance(ride, RideSession)
        return ride

    @property
    def activity(self) -> ActivitySession:
        (activity,) = self.entries
        assert isinstance(activity, ActivitySession)
        return activity


def read(adapter: Adapter, data: bytes | str) -> Outing:
    return Outing(*read_with(adapter, data))


def clock(second: float) -> str:
    whole = int(second)
    part = f"{second - whole:.3f}"[1:]
    return f"2026-11-09T{6 + whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}{part}Z"


def gpx(points: Sequence[str], sport: str = "cycling") -> str:
    return (
        '<gpx xmlns="http://www.topografix.com/GPX/1/1" creator="Bike Computer"><trk>'
        f"<type>{sport}</type><trkseg>{''.join(points)}</trkseg></trk></gpx>"
    )


def fix(second: float, metres: float) -> str:
    """A point of a track that leads north."""
    latitude = metres / 111_195.08
    return f'<trkpt lat="{latitude:.8f}" lon="8"><time>{clock(second)}</time></trkpt>'


def tcx(points: Sequence[str], sport: str = "Biking") -> str:
    return (
        '<TrainingCenterDatabase><Activities><Activity Sport="' + sport + '">'
        f'<Lap StartTime="{clock(0)}"><Track>{"".join(points)}</Track></Lap>'
        "</Activity></Activities></TrainingCenterDatabase>"
    )


def point(second: float, **facts: float) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in facts.items())
    return f"<Trackpoint><Time>{clock(second)}</Time>{inner}</Trackpoint>"
