"""What advice has to know about an athlete besides the flags."""

from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from tl_analyzer.advice.equipment import available
from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.advice.one_sided import one_sided_pain
from tl_analyzer.advice.pain_trend import pain_rises
from tl_analyzer.advice.work_done import WorkDone, work_done
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern, Screen
from tl_analyzer.rules import diary


class Situation(NamedTuple):
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
    done : WorkDone
        Supporting work of the last weeks.
    one_sided : bool
        Whether pain on one side, where the junction refers it, was logged in the last weeks.
    pain_rises : bool
        Whether pain went up, so that no dose moves on.
    weeks_per_step : float
        Weeks of logged work at the full number of days that make one step. [weeks]
    pause_days : float
        Days without logged work after which a dose begins one step lower. [days]
    retest : date
        When a screen or self-check is due again.
    """

    branch: HingePattern
    signs: frozenset[str]
    equipment: frozenset[str]
    lifted: frozenset[str]
    done: WorkDone
    one_sided: bool
    pain_rises: bool
    weeks_per_step: float
    pause_days: float
    retest: date

    def admits(self, exercise: Exercise) -> bool:
        """Whether nothing known about the athlete speaks against an entry."""
        if not self.signs.isdisjoint(exercise.not_if) or self.branch in exercise.not_if:
            return False
        if exercise.equipment and self.equipment.isdisjoint(exercise.equipment):
            return False
        return not exercise.for_lifts or not self.lifted.isdisjoint(exercise.for_lifts)

    def earned(self, exercise: Exercise) -> int:
        """Steps that all logged work of the last weeks would make. [1]"""
        return self._steps(exercise, len(self.done.days(exercise)))

    def step(self, exercise: Exercise) -> int:
        """Step of the dose for the week to come; 0 is the dose to start with. [1]

        While pain rises, the work of this week does not count yet; after a pause the dose begins
        one step lower; what belongs to one branch waits until the branch is known.
        """
        if self.waits_for_screen(exercise):
            return 0
        days = self.done.days(exercise)
        if not days:
            return 0
        if self.pain_rises:
            days = frozenset(day for day in days if day < self.done.monday)
        return max(self._steps(exercise, len(days)) - self.paused(exercise), 0)

    def waits_for_screen(self, exercise: Exercise) -> bool:
        """Whether a dose stays gentle, since the work suits one branch and none is known."""
        return self.branch is HingePattern.UNKNOWN and "all" not in exercise.suits

    def held_back(self, exercise: Exercise) -> bool:
        """Whether a dose stays where it is until the pain has settled."""
        return self.pain_rises and not self.paused(exercise)

    def paused(self, exercise: Exercise) -> bool:
        """Whether the last logged day of an exercise is a pause ago."""
        days = self.done.days(exercise)
        return bool(days) and self.done.last_day - max(days) >= self.pause_days

    def outgrown(self, exercise: Exercise) -> bool:
        """Whether the last step is behind the athlete too."""
        return self.step(exercise) > len(exercise.progression)

    def _steps(self, exercise: Exercise, days: int) -> int:
        days_a_step = self.weeks_per_step * exercise.per_week
        return int(days / days_a_step) if days_a_step > 0 else 0


def situation(picture: Picture, parameters: Parameters) -> Situation:
    """Look up in the picture what advice has to know."""
    last_day = picture.week.days[-1].toordinal()
    recent_days = parameters.number("advice.signs_days")
    weeks = parameters.number("advice.retest_weeks")
    return Situation(
        branch=branch(picture.profile.screen, parameters),
        signs=recent_signs(picture, last_day, recent_days),
        equipment=available(picture.profile.plan.equipment),
        lifted=_lifts(picture),
        done=work_done(picture, parameters.number("advice.progression_days")),
        one_sided=one_sided_pain(picture, last_day, recent_days),
        pain_rises=pain_rises(picture, parameters),
        weeks_per_step=parameters.number("advice.weeks_per_step"),
        pause_days=parameters.number("advice.pause_days"),
        retest=picture.week.back(-1).monday + timedelta(weeks=weeks),
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
    period = diary.entries(picture, last_day - ceil(days) + 1, last_day)
    return frozenset(diary.signs_of(period))


def _lifts(picture: Picture) -> frozenset[str]:
    sets = picture.sets
    rows = sets.movement[picture.this_week()]
    return frozenset(sets.movements[row].lift for row in set(rows.tolist())) - {""}
