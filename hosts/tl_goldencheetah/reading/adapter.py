"""GoldenCheetah's activities, as they lie in the folder of an athlete."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.json_stream import BadJson
from tl_goldencheetah.marks import SOURCE, SOURCE_TAG
from tl_goldencheetah.reading import remarks
from tl_goldencheetah.reading.cuts import cuts
from tl_goldencheetah.reading.ride_file import RideFile, ride_files
from tl_goldencheetah.reading.session import entry, sport_named, told

_BEGIN = re.compile(rb'(?:\xef\xbb\xbf)?\s{0,64}\{\s{0,64}"RIDE"\s{0,64}:\s{0,64}\{')
_OURS = "of a session that tl-analyzer wrote"
_PLANNED = "of a planned activity"
_TRANSITION = "of a transition"
_OTHER_SERIES = "point of another series"
#: Folder of planned activities, and the sport between two of a multisport event.
_PLANNED_FOLDER = "planned"
_BETWEEN = "transition"


@dataclass
class _Account:
    """Records that entered the log, that were refused, and that were set aside by name."""

    read: int = 0
    refused: int = 0
    aside: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.read + self.refused + self.aside.total()


class GoldenCheetahAdapter:
    """Reads the activities of GoldenCheetah, one JSON file each.

    The account counts records: the head of an activity, its samples, and the points of its
    additional series. Lifting sessions that `tl connect goldencheetah write` put there are in the
    log already, and are *set aside*, as is what lies in the folder of planned activities.
    """

    name: ClassVar[str] = "goldencheetah"
    recognised: ClassVar[str] = "activities of GoldenCheetah (JSON)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the one member that the document begins with."""
        return _BEGIN.match(file.head) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield rides and activities, what was wrong with them, and the account."""
        account = _Account()
        if file.size > cuts().file_bytes:
            yield remarks.too_large(file)
        else:
            with file.open() as stream:
                for found in ride_files(stream):
                    if isinstance(found, BadJson):
                        yield remarks.fault(file, found, account.read)
                    else:
                        yield from self._taken(file, reading, found, account)
            if not account.read and not account.refused:
                yield remarks.nothing_done(file, account.aside)
        yield Tally(
            file=file.name,
            adapter=self.name,
            unit="record",
            total=account.total,
            read=account.read,
            refused=account.refused,
            set_aside=tuple(sorted((label, n) for label, n in account.aside.items() if n)),
        )

    def _taken(
        self, file: SourceFile, reading: Reading, ride: RideFile, account: _Account
    ) -> Iterator[Entry | Problem]:
        """What one activity gives, counted."""
        row = account.total + 1
        lost = ride.samples.refused + ride.misread
        kept = 1 + len(ride.samples) + len(ride.reports)
        if label := _aside(file, ride):
            account.aside[f"record {label}"] += kept + lost + ride.aside
            return
        account.aside[_OTHER_SERIES] += ride.aside
        what = told(ride)
        if what is None:
            account.refused += kept + lost
            yield remarks.no_extent(file, ride)
            return
        account.read += kept
        account.refused += lost
        found = entry(ride, what, reading.zone, provenance(self, file, row))
        yield found
        yield from remarks.about(file, ride, found)


def _aside(file: SourceFile, ride: RideFile) -> str:
    """Why an activity is not counted; empty where it is."""
    if ride.tag(SOURCE_TAG) == SOURCE:
        return _OURS
    if _PLANNED_FOLDER in file.name.replace("\\", "/").split("/")[-2:-1]:
        return _PLANNED
    return _TRANSITION if sport_named(ride).name == _BETWEEN else ""
