"""What to say about a track file."""

from collections import Counter
from collections.abc import Iterator

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import ActivitySession, Entry, Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.sports import UNKNOWN
from tl_analyzer.parsing.xml_stream import BadXml
from tl_track.cuts import cuts
from tl_track.outing import Outing
from tl_track.points import Timed
from tl_track.session import Told


def too_large(file: SourceFile) -> Problem:
    """Say that the file is larger than what is read."""
    return Problem(
        file=file.name,
        found=f"{file.size / 1e6:.0f} MB",
        expected=f"a track of at most {cuts().file_bytes / 1e6:.0f} MB",
        hint="A day of recording takes some 60 MB: this file is damaged or something else.",
        code="file-too-large",
    )


def fault(file: SourceFile, why: BadXml, read: int) -> Problem:
    """Say where reading ended, and what was kept."""
    return Problem(
        file=file.name,
        found=f"the file cannot be read further: {why.why}",
        expected="a complete file",
        hint=(
            f"What could be read is kept: {_many(read)}."
            if read
            else "Export the activity again from the device or its service."
        ),
        kind=ProblemKind.REPAIRED if read else ProblemKind.REFUSED,
        code="ends-early",
    )


def nothing_done(file: SourceFile, aside: Counter[str]) -> Problem:
    """Say why a file gives no entry although nothing is wrong with it."""
    labels = [label for label, count in sorted(aside.items()) if count]
    held = ", ".join(f"{label} ({aside[label]})" for label in labels)
    return Problem(
        file=file.name,
        found=f"nothing that was done: {held}" if held else "no points and no laps",
        expected="a recorded activity",
        hint="Nothing to do: it is set aside.",
        kind=ProblemKind.NOTE,
        code="no-training",
    )


def no_extent(file: SourceFile, outing: Outing) -> Problem:
    """Say that an activity has no duration."""
    if len(outing.points) == 1:
        found = "an activity of a single point, which has no duration"
    elif outing.size:
        found = f"an activity of {_many(outing.size)}, no two with different times"
    else:
        found = "an activity without points whose laps state no time"
    return Problem(
        file=file.name,
        found=found,
        expected="points with times",
        hint="Export the activity again from the device or its service.",
        code="no-records",
    )


def about(
    file: SourceFile, outing: Outing, timed: Timed, told: Told, found: Entry
) -> Iterator[Problem]:
    """What the reader should know about an activity that is in the log."""
    points = outing.points
    refused, repaired, note = ProblemKind.REFUSED, ProblemKind.REPAIRED, ProblemKind.NOTE

    def problem(kind: ProblemKind, code: str, found: str, expected: str, hint: str) -> Problem:
        return Problem(
            file=file.name, found=found, expected=expected, hint=hint, kind=kind, code=code
        )

    if len(timed.points) < 2:
        yield problem(
            note,
            "laps-only",
            "an activity without a track",
            "points with times",
            "It is kept as its laps sum it up; pauses within it are not known.",
        )
    if points.untimed:
        yield problem(
            refused,
            "time-missing",
            f"{_many(points.untimed)} without a readable time",
            "a time such as 2026-11-09T17:30:00Z",
            "They are left out; the rest is kept.",
        )
    if points.surplus:
        yield problem(
            refused,
            "too-many-points",
            f"{_many(points.surplus)} more than is read of one activity",
            f"at most {cuts().points:.0f}",
            "They are left out; the rest is kept.",
        )
    if timed.impossible:
        yield problem(
            refused,
            "timestamp-impossible",
            f"{_many(timed.impossible)} with a time days away from the rest",
            "times within the activity",
            "They are left out; the rest is kept.",
        )
    if timed.backward:
        yield problem(
            repaired,
            "out-of-order",
            f"{_many(timed.backward)} earlier than the one before",
            "points in time order",
            "They are put in order.",
        )
    if points.zoneless:
        yield problem(
            repaired,
            "zone-assumed",
            f"{_many(points.zoneless)} whose time states no zone",
            "times with Z or an offset",
            "They were read as UTC, which the format prescribes.",
        )
    if told.jumps:
        yield problem(
            repaired,
            "position-jump",
            f"{told.jumps} steps faster than {cuts().fastest_mps * 3.6:.0f} km/h",
            "positions of one way",
            "They add no distance; the times are kept.",
        )
    if isinstance(found, ActivitySession) and found.sport == UNKNOWN:
        named = outing.words[0] if outing.words else ""
        yield problem(
            note,
            "sport-unknown",
            f"the sport {echo(named)}" if named.strip() else "a recording that names no sport",
            "a sport, such as cycling",
            "It is kept as an activity; if it was a ride, export it as FIT.",
        )


def _many(points: int) -> str:
    return "1 point" if points == 1 else f"{points} points"
