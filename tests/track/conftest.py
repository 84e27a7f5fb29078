"""Small track files, and what an adapter makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import ActivitySession, Entry, Problem, RideSession, Tally


@dataclass(frozen=True)
class Found:
    entries: list[Entry]
    problems: list[Problem]
    tally: Tally

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

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


def read(adapter: Adapter, data: bytes | str, name: str = "sample") -> Found:
    raw = data if isinstance(data, bytes) else data.encode()
    found = list(adapter.read(SourceFile.of_bytes(name, raw), Reading(zone="Europe/Berlin")))
    assert isinstance(found[-1], Tally)
    assert not any(isinstance(item, Tally) for item in found[:-1])
    return Found(
        [item for item in found if not isinstance(item, Problem | Tally)],
        [item for item in found if isinstance(item, Problem)],
        found[-1],
    )


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
