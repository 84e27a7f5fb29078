"""Real files of many makers: every one is read, and every message is accounted for."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tl_analyzer.log import Entry, PositionEvidence, Problem, RidePosture, RideSession, Tally

Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]

#: Large files cost seconds each; `tl check` over the whole corpus covers them all.
LARGEST = 130_000
ELEMNT = "polyvertex__fitdecode/2019-02-17-062644-ELEMNT-297E-195-0.fit"
#: Rides without a session or sport message, told by their position changes.
NO_SESSION = "WithGearChangeData.fit"


def index(corpus: Path) -> list[dict[str, str]]:
    with (corpus / "fit" / "INDEX.tsv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def ride_of(items: Items) -> RideSession:
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    return ride


def minutes(ride: RideSession, posture: RidePosture) -> float:
    return sum(bout.minutes for bout in ride.bouts if bout.posture is posture)


def test_every_file_is_read_and_adds_up(corpus: Path, read: Read) -> None:
    seen = 0
    for row in index(corpus):
        if int(row["size"]) > LARGEST:
            continue
        seen += 1
        items = read((corpus / "fit" / row["path"]).read_bytes(), name=row["path"])
        tally = items[-1]
        assert isinstance(tally, Tally), row["path"]
        assert tally.total >= int(row["n_record"]), row["path"]
        rides = [item for item in items if isinstance(item, RideSession)]
        cycled = row["sport/sub_sport"].count("cycling/") > 0
        assert bool(rides) == (cycled or row["path"].endswith(NO_SESSION)), row["path"]
        for ride in rides:
            assert ride.bouts[0].start == ride.start.utc
            assert ride.bouts[-1].end == ride.end
            for before, after in zip(ride.bouts, ride.bouts[1:], strict=False):
                assert before.end == after.start
        if not rides and tally.read == 0:
            assert any(isinstance(item, Problem) for item in items), row["path"]
    assert seen > 60


def test_cafe_time_is_not_riding(corpus: Path, read: Read) -> None:
    """The head unit's own figures: 23,595 s elapsed, 13,471 s with the timer running."""
    ride = ride_of(read((corpus / "fit" / ELEMNT).read_bytes(), zone="Asia/Shanghai"))
    assert ride.start.utc.isoformat() == "2019-02-17T06:26:44+00:00"
    assert ride.start.zone == "Asia/Shanghai"
    assert ride.elapsed_s == pytest.approx(23_595, abs=10)
    assert ride.moving_s == pytest.approx(13_471, abs=2)
    assert ride.distance_m == pytest.approx(78_940.55)
    assert ride.position_evidence is PositionEvidence.NONE


@pytest.mark.parametrize(
    "name",
    [
        "Nick2bad4u__FitFileViewer/17326739450_ACTIVITY.fit",
        "Nick2bad4u__FitFileViewer/18857497810_ACTIVITY.fit",
        "Nick2bad4u__FitFileViewer/road_ride_49a466.fit",
        "grimbough__FITfileR/garmin-edge530-ride.fit",
        "grimbough__FITfileR/garmin-fenix6-turbo.fit",
        "roznet__FitFileParser/leftrightbalancetest.fit",
    ],
)
def test_standing_agrees_with_the_sum_of_the_device(corpus: Path, read: Read, name: str) -> None:
    """Within a twentieth; what the device counts at a standstill makes the difference."""
    ride = ride_of(read((corpus / "fit" / name).read_bytes()))
    assert ride.position_evidence is PositionEvidence.EVENTS
    assert ride.time_standing_s is not None
    assert minutes(ride, RidePosture.STANDING) * 60 == pytest.approx(ride.time_standing_s, rel=0.05)
