"""What to say about a file of GoldenCheetah."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import ActivitySession, Entry, Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_stream import BadJson
from tl_analyzer.parsing.sports import UNKNOWN
from tl_goldencheetah.reading.cuts import cuts
from tl_goldencheetah.reading.position import CODES, turns
from tl_goldencheetah.reading.ride_file import RideFile

#: Bytes of one megabyte.
_MB = 1_000_000


def too_large(file: SourceFile) -> Problem:
    """Say that the file is larger than what is read."""
    return Problem(
        file=file.name,
        found=f"{file.size // _MB} MB",
        expected=f"an activity of at most {cuts().file_bytes // _MB:.0f} MB",
        hint="A day of recording takes some 60 MB: this file is damaged or something else.",
        code="file-too-large",
    )


def fault(file: SourceFile, why: BadJson, read: int) -> Problem:
    """Say where reading ended, and what was kept."""
    return Problem(
        file=file.name,
        line=why.line,
        found=f"the file cannot be read further: {why.why}",
        expected="a complete activity of GoldenCheetah",
        hint=(
            "What stands before it is kept; open the activity in GoldenCheetah and save it again."
            if read
            else "Open the activity in GoldenCheetah and save it again."
        ),
        kind=ProblemKind.REPAIRED if read else ProblemKind.REFUSED,
        code="ends-early",
    )


def nothing_done(file: SourceFile, aside: Counter[str]) -> Problem:
    """Say why a file gives no entry although nothing is wrong with it."""
    held = ", ".join(f"{label} ({aside[label]})" for label in sorted(aside) if aside[label])
    return Problem(
        file=file.name,
        found=f"nothing to count: {held}" if held else "no activity",
        expected="a recorded activity",
        hint="Nothing to do: it is set aside.",
        kind=ProblemKind.NOTE,
        code="no-training",
    )


def no_extent(file: SourceFile, ride: RideFile) -> Problem:
    """Say that an activity has no start or no length."""
    if ride.start is None:
        return Problem(
            file=file.name,
            column="STARTTIME",
            found=echo(ride.start_written or ""),
            expected="a start such as 2026/11/10 17:30:00 UTC",
            hint="Open the activity in GoldenCheetah, set its start, and save it.",
            code="time-missing",
        )
    return Problem(
        file=file.name,
        found="an activity with fewer than two samples, whose duration is not stated",
        expected="samples, or a duration",
        hint="Set its duration in GoldenCheetah, and save it.",
        code="no-records",
    )


def about(file: SourceFile, ride: RideFile, found: Entry) -> Iterator[Problem]:
    """What the reader should know about an activity that is in the log."""
    say = partial(Problem, file=file.name)
    if ride.samples.refused:
        yield say(
            found=f"samples without a time that can be true: {ride.samples.refused}",
            expected=f"seconds from 0 to {cuts().longest_s:.0f}",
            hint="They are left out; the rest is kept.",
            code="time-missing",
        )
    if ride.misread:
        yield say(
            found=f"reports of position that cannot be read: {ride.misread}",
            expected=f"a time, and one of {', '.join(map(str, sorted(CODES)))}",
            hint="They are left out; the rest is kept.",
            code="position-unreadable",
        )
    if ride.reports and turns(ride.reports) is None:
        yield say(
            found="a series POSITION whose numbers can mean either of two things",
            expected="a series that tells which number means standing",
            hint="Seated and standing are not taken from it; the FIT file of the ride tells them.",
            kind=ProblemKind.NOTE,
            code="position-unclear",
        )
    if isinstance(found, ActivitySession) and found.sport == UNKNOWN:
        named = ride.tag("Sport")
        yield say(
            found=f"the sport {echo(named)}",
            expected="a sport, such as Bike",
            hint="It is kept as an activity; if it was a ride, set its sport in GoldenCheetah.",
            kind=ProblemKind.NOTE,
            code="sport-unknown",
        )
