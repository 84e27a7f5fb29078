"""What advice has to know about an athlete besides the flags."""

from collections.abc import Mapping
from dataclasses import dataclass

from tl_analyzer.advice.equipment import available
from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern, Screen


@dataclass(frozen=True)
class Situation:
    """What rules an entry of the catalogue in or out, and how far the athlete has come with it.

    Attributes
    ----------
    branch : HingePattern
        Which half of the work comes first.
    signs : frozenset of str
        Signs of the pain diary of the last weeks.
    equipment : frozenset of str
        What the athlete can use.
    lifted : frozenset of str
        Lift keys of this week.
    days_done : mapping of str to frozenset of int
        Days [ordinal] of the last weeks on which each lift key was logged.
    weeks_per_step : float
        Weeks of logged work at the full number of days that make one step. [weeks]
    """

    branch: HingePattern
    signs: frozenset[str]
    equipment: frozenset[str]
    lifted: frozenset[str]
    days_done: Mapping[str, frozenset[int]]
    weeks_per_step: float

    def admits(self, exercise: Exercise) -> bool:
        """Whether nothing known about the athlete speaks against an entry."""
        if not self.signs.isdisjoint(exercise.not_if) or self.branch in exercise.not_if:
            return False
        if exercise.equipment and self.equipment.isdisjoint(exercise.equipment):
            return False
        return not exercise.for_lifts or not self.lifted.isdisjoint(exercise.for_lifts)

    def days_logged(self, exercise: Exercise) -> int:
        """Days of the last weeks on which an exercise was logged in one of its forms. [days]"""
        return len(frozenset().union(*(self.days_done.get(k, ()) for k in exercise.logged_as)))

    def step(self, exercise: Exercise) -> int:
        """Steps that the logged work has earned; 0 is the dose to start with. [1]"""
        days_a_step = self.weeks_per_step * exercise.per_week
        return int(self.days_logged(exercise) / days_a_step) if days_a_step > 0 else 0

    def outgrown(self, exercise: Exercise) -> bool:
        """Whether the last step is behind the athlete too."""
        return self.step(exercise) > len(exercise.progression)


def situation(picture: Picture, parameters: Parameters) -> Situation:
    """Look up in the picture what advice has to know."""
    last_day = picture.week.monday.toordinal() + 6
    return Situation(
        branch=branch(picture.profile.screen, parameters),
        signs=recent_signs(picture, last_day, parameters.number("advice.signs_days")),
        equipment=available(picture.profile.plan.equipment),
        lifted=_lifts(picture, picture.week.monday.toordinal()),
        days_done=_days_done(picture, last_day - parameters.number("advice.progression_days")),
        weeks_per_step=parameters.number("advice.weeks_per_step"),
    )


def branch(screen: Screen, parameters: Parameters) -> HingePattern:
    """Which half of the work comes first: as the screen says, else as measured extension says."""
    measured = screen.thoracic_extension_deg
    stiff = measured is not None and measured < parameters.number("advice.stiff_below_deg")
    if screen.pattern is HingePattern.UNKNOWN and stiff:
        return HingePattern.STIFF
    return screen.pattern


def recent_signs(picture: Picture, last_day: int, days: float) -> frozenset[str]:
    """Signs of the diary in a number of days [days] up to a last day [ordinal]."""
    zone = picture.week.zone
    return frozenset(
        sign
        for check_in in picture.check_ins
        if 0 <= last_day - check_in.start.day_in(zone).toordinal() < days
        for sign in check_in.signs
    )


def _lifts(picture: Picture, first_day: int) -> frozenset[str]:
    sets = picture.sets
    rows = sets.movement[sets.day >= first_day]
    return frozenset(sets.movements[row].lift for row in set(rows.tolist())) - {""}


def _days_done(picture: Picture, after: float) -> dict[str, frozenset[int]]:
    sets = picture.sets
    done: dict[str, set[int]] = {}
    for row, day in zip(sets.movement.tolist(), sets.day.tolist(), strict=True):
        if day > after:
            done.setdefault(sets.movements[row].lift, set()).add(day)
    return {lift: frozenset(days) for lift, days in done.items() if lift}
