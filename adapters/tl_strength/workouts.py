"""Sets become workouts, in the order in which they were lived."""

from collections.abc import Sequence
from datetime import date, datetime

from tl_analyzer.adapter import Reading
from tl_analyzer.log import (
    LoadMeaning,
    Problem,
    ProblemKind,
    Provenance,
    StrengthSession,
    StrengthSet,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.body_mass import Meanings
from tl_strength.dialect import Role
from tl_strength.draft import Draft
from tl_strength.layout import Layout
from tl_strength.limits import limits
from tl_strength.units import read_span
from tl_strength.weights import Units


def place(start: date, zone: str) -> When:
    """Place a date, a wall clock or an instant in the zone of the log."""
    if not isinstance(start, datetime):
        return When.from_date(start, zone)
    if start.tzinfo is not None:
        return When(utc=start, zone=zone)
    return When.from_local(start, zone)


class WorkoutBuilder:
    """Builds the workouts of one file.

    Parameters
    ----------
    layout : Layout
        The layout of the file.
    dates : Dates
        Reader of the file's dates.
    units : Units
        How loads without a unit are read.
    reading : Reading
        What is known about the athlete.
    provenance : Provenance
        Where the file's values come from.
    """

    def __init__(
        self,
        layout: Layout,
        dates: Dates,
        units: Units,
        reading: Reading,
        provenance: Provenance,
    ):
        self._layout = layout
        self._dates = dates
        self._units = units
        self._reading = reading
        self._provenance = provenance

    def build(self, drafts: Sequence[Draft]) -> tuple[list[StrengthSession], list[Problem]]:
        """Group sets into workouts, and say what was left out of them.

        Sets keep the order of the file; workouts come in the order of time.
        """
        workouts: dict[tuple[str, ...], list[Draft]] = {}
        for draft in drafts:
            workouts.setdefault(draft.key, []).append(draft)
        meanings = self._meanings(drafts)
        problems: list[Problem] = []
        sessions = [self._session(held, meanings, problems) for held in workouts.values()]
        sessions.sort(key=lambda session: (session.start.utc, session.provenance.row or 0))
        return sessions, problems

    def _session(
        self, drafts: Sequence[Draft], meanings: Meanings, problems: list[Problem]
    ) -> StrengthSession:
        first = drafts[0]
        start = place(first.start, self._reading.zone)
        return StrengthSession(
            start=start,
            duration_s=self._duration(first, start, problems),
            title=first.title,
            sets=tuple(self._set(draft, meanings) for draft in drafts),
            provenance=self._provenance.model_copy(update={"row": first.line}),
        )

    def _set(self, draft: Draft, meanings: Meanings) -> StrengthSet:
        weight = self._units.weigh(draft)
        return StrengthSet(
            exercise=draft.exercise,
            row=draft.line,
            weight=weight,
            meaning=meanings.of(draft.exercise, weight.kg) if weight else LoadMeaning.EXTERNAL,
            reps=draft.reps,
            rpe=draft.rpe,
            set_type=draft.set_type,
            duration_s=draft.seconds,
            distance_m=draft.metres,
            note=draft.note,
        )

    def _meanings(self, drafts: Sequence[Draft]) -> Meanings:
        weights = (
            (draft.exercise, weight.kg)
            for draft in drafts
            if self._layout.dialect.body_mass_in_weight and (weight := self._units.weigh(draft))
        )
        return Meanings(weights, self._reading.body_mass_kg)

    def _duration(self, first: Draft, start: When, problems: list[Problem]) -> float | None:
        """Duration of a workout [s], from its own column or from its end."""
        most = limits().workout.duration_s
        try:
            if first.lasted:
                role, text = Role.DURATION, first.lasted
                lasted = self._read_lasted(text)
            elif first.end:
                role, text = Role.END, first.end
                lasted = self._until(text, start)
            else:
                return None
            if lasted is not None and not 0.0 <= lasted <= most:
                raise Unreadable(f"at most {most / 3600.0:g} hours")
        except Unreadable as error:
            problems.append(self._remark(first, role, text, error.expected))
            return None
        return lasted

    def _read_lasted(self, text: str) -> float | None:
        column = self._layout.columns[Role.DURATION][0]
        if column.unit != "s":
            return read_span(text)
        return number(text, comma_is_decimal=self._layout.header.delimiter != ",")

    def _until(self, text: str, start: When) -> float:
        end = place(self._dates.read(text), self._reading.zone)
        return (end.utc - start.utc).total_seconds()

    def _remark(self, first: Draft, role: Role, text: str, expected: str) -> Problem:
        return Problem(
            file=self._provenance.file,
            line=first.line,
            column=self._layout.columns[role][0].name,
            kind=ProblemKind.NOTE,
            code="workout-duration",
            found=echo(text),
            expected=expected,
            hint="The workout was read without its duration.",
        )
