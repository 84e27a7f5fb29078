"""How long a workout lasted: as its columns say, or from its first set to its last."""

from collections.abc import Sequence

from tl_analyzer.log import Problem, ProblemKind, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.clocks import place
from tl_strength.dialect import Role
from tl_strength.draft import Draft
from tl_strength.layout import Layout
from tl_strength.limits import limits
from tl_strength.units import read_length, read_span


class Durations:
    """Reads the durations of the workouts of one file.

    Parameters
    ----------
    layout : Layout
        The layout of the file.
    dates : Dates
        Reader of the file's dates.
    zone : str
        IANA zone of wall clocks.
    file : str
        Name of the file, for problems.
    """

    def __init__(self, layout: Layout, dates: Dates, zone: str, file: str):
        self._layout = layout
        self._dates = dates
        self._zone = zone
        self._file = file

    def of(
        self, first: Draft, start: When, moments: Sequence[When | None], problems: list[Problem]
    ) -> float | None:
        """Duration [s] of the workout that begins with the set `first`; None where unknown.

        Parameters
        ----------
        first : Draft
            Its first set.
        start : When
            Its start.
        moments : sequence of When or None
            The moments of its sets, where they are known.
        problems : list of Problem
            Takes what is said of a duration that is left out.
        """
        most = limits().workout.duration_s
        try:
            if first.lasted:
                role, text = Role.DURATION, first.lasted
                lasted = self._read_lasted(text)
            elif first.end:
                role, text = Role.END, first.end
                lasted = self._until(text, start)
            else:
                return _spanned(start, moments)
            if lasted is not None and not 0.0 <= lasted <= most:
                raise Unreadable(f"at most {most / 3600.0:g} hours")
        except Unreadable as error:
            problems.append(self._remark(first, role, text, error.expected))
            return None
        return lasted

    def _read_lasted(self, text: str) -> float | None:
        column = self._layout.columns[Role.DURATION][0]
        if column.unit != "s":
            return read_length(text) if ":" in text else read_span(text)
        return number(text, comma_is_decimal=self._layout.header.delimiter != ",")

    def _until(self, text: str, start: When) -> float:
        end = place(self._dates.read(text), self._zone, start)
        return (end.utc - start.utc).total_seconds()

    def _remark(self, first: Draft, role: Role, text: str, expected: str) -> Problem:
        return Problem(
            file=self._file,
            line=first.line,
            column=self._layout.columns[role][0].name,
            kind=ProblemKind.NOTE,
            code="workout-duration",
            found=echo(text),
            expected=expected,
            hint="The workout was read without its duration.",
        )


def _spanned(start: When, moments: Sequence[When | None]) -> float | None:
    """From the start to the last moment known [s], if that can be a workout."""
    known = [moment for moment in moments if moment is not None]
    if not known or not start.timed:
        return None
    lasted = max((moment.utc - start.utc).total_seconds() for moment in known)
    return lasted if 0.0 < lasted <= limits().workout.duration_s else None
