"""Real TCX and GPX files: recognised by one adapter, and every point accounted for."""

import gzip
from pathlib import Path

import pytest

from tests.track.conftest import read
from tl_analyzer.adapter import SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.plugins import adapters

#: Adapter, points read, kind of entry, seconds and metres.
EXPECTED = {
    "gpx/empty-trkseg.gpx": ("gpx", 0, None, 0, 0),
    "gpx/garmin_connect_cycling_moved_to_0_0.gpx": ("gpx", 400, "ride", 1118, 8183.1),
    "gpx/invalid-lon-lat-missing.gpx": ("gpx", 4, "activity", 3, 0),
    "tcx/garmin_connect_other_nogps.tcx": ("tcx", 111, "activity", 1112, 1157.5),
    "tcx/mapmyride_biking_nogps_400pt.tcx": ("tcx", 400, "ride", 398.6, 2564.3),
    "tcx/strava_style_10_leading_spaces.tcx.gz": ("tcx", 400, "ride", 398.6, 2564.3),
}


@pytest.mark.parametrize("path", EXPECTED)
def test_a_real_track_is_read_whole(path: str, corpus: Path) -> None:
    owner, points, kind, seconds, metres = EXPECTED[path]
    data = (corpus / "bulk" / path).read_bytes()
    data = gzip.decompress(data) if path.endswith(".gz") else data
    claims, problems = claimants(SourceFile.of_bytes(path, data), adapters())
    assert [adapter.name for adapter in claims] == [owner] and not problems
    found = read(claims[0], data)
    assert (found.tally.read, found.tally.refused, found.tally.total) == (points, 0, points)
    assert [entry.kind for entry in found.entries] == ([kind] if kind else [])
    if kind == "ride":
        assert found.ride.elapsed_s == pytest.approx(seconds, abs=0.1)
        assert found.ride.distance_m == pytest.approx(metres, abs=0.1)
    elif kind:
        length = (found.activity.end - found.activity.start.utc).total_seconds()
        assert length == pytest.approx(seconds, abs=0.1)
        assert (found.activity.distance_m or 0) == pytest.approx(metres, abs=0.1)


def test_every_track_of_the_corpus_is_pinned(corpus: Path) -> None:
    present = {
        f"{path.parent.name}/{path.name}"
        for kind in ("gpx", "tcx")
        for path in (corpus / "bulk" / kind).iterdir()
    }
    assert present == set(EXPECTED)
