"""One activity as GoldenCheetah writes it, taken from its JSON value by value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.json_stream import BadJson, JsonStream
from tl_goldencheetah.reading.cuts import cuts
from tl_goldencheetah.reading.position import CODES, Reported
from tl_goldencheetah.reading.samples import Collected, number

RIDE = "RIDE"
_POSITION = "POSITION"
_START = re.compile(r"(\d{4})/(\d\d?)/(\d\d?) (\d\d?):(\d\d):(\d\d)(?: UTC)?")
#: Characters of a text that are kept.
_LONGEST_TEXT = 200


@dataclass
class RideFile:
    """An activity while it is read.

    Attributes
    ----------
    start : datetime or None
        Its start [UTC]; None where it cannot be read.
    start_written : object
        What stands there.
    device : str
        What recorded it.
    tags : dict
        Its fields, as text without the blank that GoldenCheetah writes behind each.
    overrides : dict
        Totals that were typed or imported, by the name of the metric: seconds [s], kilometres [km].
    samples : Collected
        Its samples.
    reports : list of Reported
        Its reports of position.
    aside, misread : int
        Points of other additional series, and reports of position that tell none.
    """

    start: datetime | None = None
    start_written: object = None
    device: str = ""
    tags: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, float] = field(default_factory=dict)
    samples: Collected = field(default_factory=Collected)
    reports: list[Reported] = field(default_factory=list)
    aside: int = 0
    misread: int = 0

    def tag(self, name: str) -> str:
        """A field; empty where there is none."""
        return self.tags.get(name, "")


def ride_files(stream: BinaryIO) -> Iterator[RideFile | BadJson]:
    """Yield the activities of a file; where it breaks off, what was read, and the fault last."""
    json = JsonStream(stream)
    under_way: RideFile | None = None
    rides = 0
    try:
        for key in json.members():
            if key == RIDE:
                rides += 1
                if rides > cuts().rides:
                    why = f"more than {cuts().rides:.0f} activities in one file"
                    yield BadJson("too-many-activities", why, 1, 1)
                    return
                under_way = RideFile()
                _read_ride(json, under_way)
                yield under_way
                under_way = None
    except BadJson as why:
        if under_way is not None:
            yield under_way
        yield why


def _read_ride(json: JsonStream, ride: RideFile) -> None:
    for key in json.members():
        if key == "STARTTIME":
            ride.start_written = json.value()
            ride.start = _instant(ride.start_written)
        elif key == "DEVICETYPE":
            ride.device = _text(json.value())
        elif key == "TAGS":
            value = json.value()
            if isinstance(value, Mapping):
                ride.tags = {name.strip(): _text(held) for name, held in value.items()}
        elif key == "OVERRIDES":
            ride.overrides = dict(_overrides(json.value()))
        elif key == "SAMPLES":
            for _ in json.items():
                ride.samples.add(json.value())
        elif key == "XDATA":
            for _ in json.items():
                _read_series(json, ride)


def _read_series(json: JsonStream, ride: RideFile) -> None:
    """An additional series: positions are read, points of others are counted."""
    name, columns = "", [""]
    points: list[Mapping[str, object]] = []
    others = 0
    for key in json.members():
        if key == "NAME":
            name = _text(json.value()).upper()
        elif key in ("VALUE", "VALUES"):
            value = json.value()
            columns = [_text(each) for each in value] if isinstance(value, list) else [_text(value)]
        elif key == "SAMPLES":
            for _ in json.items():
                point = json.value()
                wanted = name in ("", _POSITION) and len(points) < cuts().positions
                if wanted and isinstance(point, Mapping):
                    points.append(point)
                else:
                    others += 1
    if name != _POSITION:
        ride.aside += others + len(points)
        return
    place = columns.index(_POSITION) if _POSITION in columns else 0
    found = [report for point in points if (report := _report(point, place)) is not None]
    ride.reports += found
    ride.misread += others + len(points) - len(found)


def _report(point: Mapping[str, object], place: int) -> Reported | None:
    values = point.get("VALUES")
    value = values[place] if isinstance(values, list) and place < len(values) else None
    code = number(point.get("VALUE") if value is None else value)
    secs = number(point.get("SECS"))
    if not (0 <= secs <= cuts().longest_s and code in CODES):
        return None
    return Reported(round(secs * 1000), int(code))


def _overrides(value: object) -> Iterator[tuple[str, float]]:
    """Names and values; GoldenCheetah writes each as a text in an object of its own."""
    for each in value if isinstance(value, list) else ():
        for name, held in each.items() if isinstance(each, Mapping) else ():
            written = held.get("value") if isinstance(held, Mapping) else held
            try:
                found = number(float(written) if isinstance(written, str) else written)
            except ValueError:
                continue
            if found >= 0:
                yield name.strip(), found


def _instant(value: object) -> datetime | None:
    match = _START.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, second = map(int, match.groups())
    if not cuts().earliest_year <= year <= bounds().year_most:
        return None
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def _text(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return " ".join(text[: 4 * _LONGEST_TEXT].split())[:_LONGEST_TEXT]
