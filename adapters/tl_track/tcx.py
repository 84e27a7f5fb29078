"""TCX, the Training Center XML of Garmin, as every platform writes it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, ClassVar
from xml.etree.ElementTree import Element

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.xml_stream import BadXml, child_text, local_name, root_name, visits
from tl_track.clock import read_time
from tl_track.outing import Lap, Outing
from tl_track.points import read_number
from tl_track.reading import read_outings

_ROOT = "TrainingCenterDatabase"
#: Points, and the small elements that tell about an activity. The last ones are held only to be
#: passed over: names inside them mean other things.
_WANTED = frozenset(
    {"Trackpoint", "TotalTimeSeconds", "DistanceMeters", "Creator", "Notes"}
    | {"Author", "Training", "Workout", "CoursePoint", "Folders"}
)
_ENTERED = frozenset({"Activity", "Course", "Transition", "Lap", "Track"})
_ASIDE = {
    "Activity": "",
    "Course": "point of a planned course",
    "Transition": "point of a transition",
}


class TcxAdapter:
    """Reads TCX files: rides and other activities.

    The account counts trackpoints. *Read* are those with a time; points of courses, which were
    planned, and of transitions between two sports are *set aside*. Files without positions are
    as good as others. Where a lap has several tracks, the time between two of them is a pause.
    """

    name: ClassVar[str] = "tcx"
    recognised: ClassVar[str] = "TCX files of Garmin, Strava, Zwift and others"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the root element."""
        return root_name(file.head) == _ROOT

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield rides and activities, what was wrong with them, and the account."""
        return read_outings(self, file, reading, _outings)


def _outings(stream: BinaryIO) -> Iterator[Outing | BadXml]:
    """Activities, courses and transitions in the order of the file; a fault last."""
    under_way = _UnderWay(Outing(row=1))
    try:
        for element, complete in visits(stream, _WANTED.__contains__, _ENTERED.__contains__):
            name = local_name(element)
            if complete:
                under_way.tell(name, element)
            elif name in _ASIDE:
                yield under_way.outing
                under_way = under_way.next(name, element)
            else:
                under_way.enter(name, element)
    except BadXml as why:
        yield under_way.outing
        yield why
        return
    yield under_way.outing


@dataclass
class _UnderWay:
    """The activity being read, and where in it.

    Attributes
    ----------
    outing : Outing
        The activity.
    tracks : int
        Tracks of this lap so far.
    begins : bool
        Whether the next point begins a track after a pause. The first track of a lap goes on
        where the last lap ended.
    """

    outing: Outing
    tracks: int = 0
    begins: bool = False

    def next(self, name: str, element: Element) -> "_UnderWay":
        """Begin the next one."""
        row = self.outing.row + self.outing.size
        words = [element.get("Sport", "")]
        return _UnderWay(Outing(row=row, words=words, aside=_ASIDE[name]))

    def enter(self, name: str, element: Element) -> None:
        """Begin a lap or a track."""
        if name == "Lap":
            self.outing.laps.append(Lap(read_time(element.get("StartTime", ""))))
            self.tracks = 0
        else:
            self.tracks += 1
            self.begins = self.tracks > 1

    def tell(self, name: str, element: Element) -> None:
        """Take what an element tells about the activity."""
        outing = self.outing
        if name == "Trackpoint":
            outing.points.add(element, begins=self.begins)
            self.begins = False
        elif name == "Creator":
            outing.device = child_text(element, "Name")
        elif name == "Notes":
            # Free text of the athlete: looked up as the name of a sport, and never kept.
            outing.words.append(element.text or "")
        elif name == "TotalTimeSeconds" and outing.laps:
            outing.laps[-1] = replace(outing.laps[-1], seconds=read_number(element.text))
        elif name == "DistanceMeters" and outing.laps:
            outing.laps[-1] = replace(outing.laps[-1], distance_m=read_number(element.text))
