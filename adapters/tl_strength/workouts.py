"""Sets become workouts, in the order in which they were lived."""

from collections.abc import Sequence

from tl_analyzer.adapter import Reading
from tl_analyzer.log import (
    BodyMass,
    LoadMeaning,
    Problem,
    Provenance,
    StrengthSession,
    StrengthSet,
    Weight,
    When,
)
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.weight_units import Units
from tl_strength.body_mass import Meanings
from tl_strength.clocks import place, place_all
from tl_strength.draft import Draft
from tl_strength.durations import Durations
from tl_strength.hands import said_in_note
from tl_strength.layout import Layout
from tl_strength.visits import workouts


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
        self._dialect = layout.dialect
        self._durations = Durations(layout, dates, reading.zone, provenance.file)
        self._units = units
        self._reading = reading
        self._provenance = provenance

    def build(self, drafts: Sequence[Draft]) -> tuple[list[StrengthSession], list[Problem]]:
        """Group sets into workouts, and say what was left out of them.

        Workouts come in the order of time.
        """
        meanings = self._meanings(drafts)
        problems: list[Problem] = []
        sessions = [
            self._session(held, meanings, problems)
            for held in workouts(drafts, self._dialect, self._reading.zone)
        ]
        sessions.sort(key=lambda session: (session.start.utc, session.provenance.row or 0))
        return sessions, problems

    def masses(self, drafts: Sequence[Draft]) -> list[BodyMass]:
        """Body mass once a workout, where its rows state one."""
        if all(draft.body_mass is None for draft in drafts):
            return []
        found = []
        for held in workouts(drafts, self._dialect, self._reading.zone):
            stated = next((draft for draft in held if draft.body_mass is not None), None)
            if stated is not None and stated.body_mass is not None:
                mass = Weight(
                    value=stated.body_mass, unit=self._units.unit, basis=self._units.basis
                )
                start = place(held[0].start, self._reading.zone)
                found.append(BodyMass(start=start, mass=mass, provenance=self._row(stated)))
        return sorted(found, key=lambda each: (each.start.utc, each.provenance.row or 0))

    def _session(
        self, drafts: Sequence[Draft], meanings: Meanings, problems: list[Problem]
    ) -> StrengthSession:
        first = drafts[0]
        moments = self._moments(drafts)
        start = place(first.start, self._reading.zone)
        said = self._said_in_notes(drafts)
        return StrengthSession(
            start=start,
            duration_s=self._durations.of(first, start, moments, problems),
            title=first.title,
            sets=tuple(
                self._set(draft, moment, meanings, said)
                for draft, moment in zip(drafts, moments, strict=True)
            ),
            app=self._dialect.app,
            provenance=self._row(first),
        )

    def _row(self, draft: Draft) -> Provenance:
        return self._provenance.model_copy(update={"row": draft.line})

    def _moments(self, drafts: Sequence[Draft]) -> Sequence[When | None]:
        """Moments of the sets, where the file states them."""
        if self._dialect.clock_of == "set" and all(draft.at for draft in drafts):
            stamps = [draft.at for draft in drafts if draft.at]
            return place_all(stamps, self._reading.zone)
        zone = self._reading.zone
        return [None if draft.at is None else place(draft.at, zone) for draft in drafts]

    def _said_in_notes(self, drafts: Sequence[Draft]) -> dict[str, LoadMeaning]:
        """What notes say of the weights of an exercise, where a note speaks for all its sets."""
        if self._dialect.notes_on == "set":
            return {}
        said: dict[str, set[LoadMeaning]] = {}
        for draft in drafts:
            if meaning := said_in_note(draft.note):
                said.setdefault(draft.exercise, set()).add(meaning)
        return {exercise: found.pop() for exercise, found in said.items() if len(found) == 1}

    def _set(
        self,
        draft: Draft,
        moment: When | None,
        meanings: Meanings,
        said: dict[str, LoadMeaning],
    ) -> StrengthSet:
        weight = self._units.weigh(draft.load, draft.unit)
        meaning = LoadMeaning.EXTERNAL
        if weight is not None:
            stated = draft.meaning or said.get(draft.exercise) or said_in_note(draft.note)
            meaning = meanings.of(draft.exercise, weight.kg, stated)
        return StrengthSet(
            exercise=draft.exercise,
            row=draft.line,
            weight=weight,
            meaning=meaning,
            reps=draft.reps,
            rpe=draft.rpe,
            rir=draft.rir,
            set_type=draft.set_type,
            duration_s=draft.seconds,
            distance_m=draft.metres,
            start=moment,
            note=draft.note,
            position=draft.position,
        )

    def _meanings(self, drafts: Sequence[Draft]) -> Meanings:
        weights = (
            (draft.exercise, weight.kg)
            for draft in drafts
            if self._dialect.body_mass_in_weight
            and (weight := self._units.weigh(draft.load, draft.unit))
        )
        return Meanings(weights, self._reading.body_mass_kg)
