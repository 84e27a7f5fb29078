"""GPX tracks, as head units, phones and platforms write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, ClassVar
from xml.etree.ElementTree import Element

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.xml_stream import BadXml, local_name, root_name, visits
from tl_track.outing import Outing
from tl_track.reading import read_outings

_ROOT = "gpx"
#: Points, and the name of the sport. The last ones are held only to be passed over: a link has a
#: type too, and it is no sport.
_WANTED = frozenset({"trkpt", "rtept", "wpt", "type"} | {"link", "author", "extensions"})
_ENTERED = frozenset({_ROOT, "trk", "trkseg"})
_PLANNED = {"rtept": "point of a planned route", "wpt": "waypoint"}
#: Its tracks have neither sport nor pauses; the workouts they belong to are in its main file.
_HEALTH = "apple health export"
_HEALTH_ROUTE = "point of an Apple Health route"


class GpxAdapter:
    """Reads GPX files: recorded tracks.

    The account counts points. *Read* are those with a time. Tracks without any time were planned:
    their points are *set aside*, as are routes, waypoints, and the routes in an export of Apple
    Health, whose workouts are in its main file.

    GPX has no distance: it is the sum of the great-circle steps between positions while the athlete
    moves; at rest a receiver wanders. Between two segments the recording paused. GPX has no list
    of sports either: a track whose ``type`` is not known as a sport becomes an activity.
    """

    name: ClassVar[str] = "gpx"
    recognised: ClassVar[str] = "GPX tracks with times (planned routes are set aside)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the root element."""
        return root_name(file.head) == _ROOT

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield rides and activities, what was wrong with them, and the account."""
        return read_outings(self, file, reading, _outings)


def _outings(stream: BinaryIO) -> Iterator[Outing | BadXml]:
    """Tracks in the order of the file, then what was planned; a fault last."""
    under_way = _UnderWay(Outing(row=1))
    planned = {label: Outing(row=1, aside=label) for label in _PLANNED.values()}
    fault: BadXml | None = None
    try:
        for element, complete in visits(stream, _WANTED.__contains__, _ENTERED.__contains__):
            name = local_name(element)
            if name in _PLANNED:
                planned[_PLANNED[name]].points.add(element, begins=False)
            elif complete:
                under_way.tell(name, element)
            elif name == "trk":
                yield under_way.outing
                under_way = under_way.next()
            else:
                under_way.enter(name, element)
    except BadXml as why:
        fault = why
    yield under_way.outing
    yield from planned.values()
    if fault is not None:
        yield fault


@dataclass
class _UnderWay:
    """The track being read, and where in it.

    Attributes
    ----------
    outing : Outing
        The track.
    program : str
        What wrote the file.
    segments : int
        Segments of this track so far.
    begins : bool
        Whether the next point begins a segment after a pause.
    """

    outing: Outing
    program: str = ""
    segments: int = 0
    begins: bool = False

    def next(self) -> "_UnderWay":
        """Begin the next one."""
        aside = _HEALTH_ROUTE if self.program.lower().startswith(_HEALTH) else ""
        row = self.outing.row + self.outing.size
        return _UnderWay(Outing(row=row, device=self.program, aside=aside), self.program)

    def enter(self, name: str, element: Element) -> None:
        """Begin the file or a segment."""
        if name == _ROOT:
            self.program = _program(element.get("creator", ""))
        else:
            self.segments += 1
            self.begins = self.segments > 1

    def tell(self, name: str, element: Element) -> None:
        """Take a point or the sport."""
        if name == "trkpt":
            self.outing.points.add(element, begins=self.begins)
            self.begins = False
        elif name == "type":
            self.outing.words.append(element.text or "")


def _program(creator: str) -> str:
    """The program or device that wrote a file; addresses are none."""
    return "" if "/" in creator or "@" in creator else " ".join(creator.split())
