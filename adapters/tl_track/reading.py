"""From the outings of a file to entries, problems and the account of its points."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from tl_analyzer.adapter import Adapter, Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.xml_stream import BadXml
from tl_track import remarks
from tl_track.cuts import cuts
from tl_track.outing import Outing
from tl_track.session import entry, told_by_laps, told_by_points

Splitter = Callable[[BinaryIO], Iterator[Outing | BadXml]]

_PLANNED = "point of a planned route"


@dataclass
class _Account:
    """Points that entered the log, that were refused, and that were set aside by name."""

    read: int = 0
    refused: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    entries: int = 0


def read_outings(
    adapter: Adapter, file: SourceFile, reading: Reading, split: Splitter
) -> Iterator[Entry | Problem | Tally]:
    """Yield the entries of a file, what was wrong with it, and the account.

    Parameters
    ----------
    adapter : Adapter
        Who reads.
    file : SourceFile
        The file.
    reading : Reading
        What is known about the athlete.
    split : callable
        Takes the file apart into outings, and a fault last if it has one.
    """
    account = _Account()
    if file.size > cuts().file_bytes:
        yield remarks.too_large(file)
    else:
        with file.open() as stream:
            for outing in split(stream):
                if isinstance(outing, BadXml):
                    yield remarks.fault(file, outing, account.read)
                else:
                    yield from _taken(adapter, file, reading, outing, account)
        if not account.entries and not account.refused:
            yield remarks.nothing_done(file, account.aside)
    yield Tally(
        file=file.name,
        adapter=adapter.name,
        unit="trackpoint",
        total=account.read + account.refused + account.aside.total(),
        read=account.read,
        refused=account.refused,
        set_aside=tuple(sorted((label, n) for label, n in account.aside.items() if n)),
    )


def _taken(
    adapter: Adapter, file: SourceFile, reading: Reading, outing: Outing, account: _Account
) -> Iterator[Entry | Problem]:
    """What one outing gives, counted."""
    if outing.aside:
        account.aside[outing.aside] += outing.size
        return
    if outing.planned:
        account.aside[_PLANNED] += outing.size
        return
    timed = outing.points.timed()
    told = told_by_points(timed.points) or told_by_laps(outing)
    if told is None:
        account.refused += outing.size
        if outing.size or outing.laps:
            yield remarks.no_extent(file, outing)
        return
    account.refused += outing.points.left_out + timed.impossible
    account.read += len(outing.points) - timed.impossible
    account.entries += 1
    found = entry(outing, told, reading.zone, provenance(adapter, file, outing.row))
    yield found
    yield from remarks.about(file, outing, timed, told, found)
