"""Rides as platforms export them, around the recording of a head unit; for examples and tests."""

import csv
import gzip
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

_STEP = timedelta(seconds=10)
_SPEED_M_S = 7.5
_STRAVA = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description",
    "Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort", "Commute",
    "Activity Private Note", "Activity Gear", "Filename", "Athlete Weight", "Bike Weight",
    "Elapsed Time", "Moving Time", "Distance",
)  # fmt: skip


def tcx(start: datetime, minutes: int) -> bytes:
    """A ride without positions, with the blanks that a platform puts before the document."""
    begin = start.astimezone(UTC)
    points = []
    for number in range(minutes * 6 + 1):
        at = begin + number * _STEP
        metres = number * _STEP.total_seconds() * _SPEED_M_S
        points.append(
            f"<Trackpoint><Time>{at:%Y-%m-%dT%H:%M:%SZ}</Time>"
            f"<DistanceMeters>{metres}</DistanceMeters><Cadence>85</Cadence></Trackpoint>"
        )
    head = f"{begin:%Y-%m-%dT%H:%M:%SZ}"
    return (
        '          <?xml version="1.0" encoding="UTF-8"?>'
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f'<Activities><Activity Sport="Biking"><Id>{head}</Id><Lap StartTime="{head}">'
        f"<TotalTimeSeconds>{minutes * 60}</TotalTimeSeconds>"
        f"<Track>{''.join(points)}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    ).encode()


def gpx(start: datetime, minutes: int) -> bytes:
    """A ride as a track along a meridian."""
    begin = start.astimezone(UTC)
    degrees = _SPEED_M_S * _STEP.total_seconds() / 111_195
    points = "".join(
        f'<trkpt lat="{number * degrees:.7f}" lon="0">'
        f"<time>{begin + number * _STEP:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for number in range(minutes * 6 + 1)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="x"'
        ' xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><type>cycling</type><trkseg>{points}</trkseg></trk></gpx>"
    ).encode()


def strava_zip(
    rides: Sequence[tuple[datetime, int, bytes]], lifts: Sequence[datetime] = ()
) -> bytes:
    """An export: a table in UTC with doubled headers, and the recordings packed.

    Every ride stands there twice, as from a head unit and a phone; lifts have no file.
    """
    rows: list[Sequence[object]] = []
    files: dict[str, bytes] = {}
    for number, (start, minutes, fit) in enumerate(rides, 1):
        name = f"activities/{10_000 + number}.fit.gz"
        files[name] = gzip.compress(fit, mtime=0)
        for twin, file in enumerate((name, "")):
            rows.append(_row(2 * number + twin, start, "Ride", minutes, file))
    for number, start in enumerate(lifts, 1):
        rows.append(_row(5_000 + number, start, "Weight Training", 60, ""))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_STRAVA)
    writer.writerows(rows)
    return _zip({"activities.csv": text.getvalue().encode(), **files})


def _row(number: int, start: datetime, sport: str, minutes: int, file: str) -> Sequence[object]:
    at = start.astimezone(UTC)
    date = f"{at:%b} {at.day}, {at.year}, {at.hour % 12 or 12}:{at:%M:%S %p}"
    km = minutes * 60 * _SPEED_M_S / 1000 if sport == "Ride" else 0.0
    return (
        number, date, "Somewhere", sport, "", minutes * 60, f"{km:.2f}", "", "", "false", "", "",
        file, "75.0", "", float(minutes * 60), float(minutes * 60), km * 1000,
    )  # fmt: skip


def garmin_zip(files: dict[str, bytes]) -> bytes:
    """A privacy export: a zip with the recordings inside the zip."""
    inner = "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip"
    return _zip({inner: _zip(files), "customer_data/customer.json": b'{"name": "x"}'})


def _zip(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 12, 0, 0)), data)
    return packed.getvalue()
