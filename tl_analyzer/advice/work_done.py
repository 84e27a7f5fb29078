"""Supporting work that the athlete has logged, in the gym or as an activity of its own."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import day_at

_DAY_S = timedelta(days=1).total_seconds()
_NEVER: frozenset[int] = frozenset()


class WorkDone(NamedTuple):
    """Days of the last weeks on which work was logged.

    Attributes
    ----------
    by_lift : mapping of str to frozenset of int
        Days [ordinal] by lift key.
    by_activity : mapping of str to frozenset of int
        Days [ordinal] by the name of an activity, in lower case.
    monday, last_day : int
        First and last day of the week under review. [ordinal]
    """

    by_lift: Mapping[str, frozenset[int]]
    by_activity: Mapping[str, frozenset[int]]
    monday: int
    last_day: int

    def days(self, exercise: Exercise) -> frozenset[int]:
        """Days on which an exercise was logged in one of its forms. [ordinal]"""
        done = [self.by_lift[key] for key in exercise.logged_as if key in self.by_lift]
        if exercise.done_by:
            done += [
                days
                for name, days in self.by_activity.items()
                if any(word in name for word in exercise.done_by)
            ]
        return frozenset().union(*done) if done else _NEVER


def work_done(picture: Picture, days: float) -> WorkDone:
    """Collect the work of a number of days [days] up to the end of the week."""
    monday, last_day = (picture.week.days[n].toordinal() for n in (0, -1))
    after = last_day - days
    sets, zone = picture.sets, picture.week.zone
    recent = (sets.day > after) & (sets.day <= last_day)
    # Which movements on which days: an athlete repeats them many times a day.
    pairs = set(zip(sets.movement[recent].tolist(), sets.day[recent].tolist(), strict=True))
    lift = [movement.lift for movement in sets.movements]
    by_lift: dict[str, set[int]] = {}
    for row, day in pairs:
        if lift[row]:
            by_lift.setdefault(lift[row], set()).add(day)
    # The day of an instant takes a while to tell: most of the history is out of the question.
    long_ago = picture.week.start - _DAY_S * (days + 1)
    by_activity: dict[str, set[int]] = {}
    for moved in picture.moved:
        if moved.start >= long_ago and moved.label:
            day = day_at(moved.start, zone)
            if after < day <= last_day:
                by_activity.setdefault(moved.label.casefold(), set()).add(day)
    return WorkDone(_frozen(by_lift), _frozen(by_activity), monday, last_day)


def _frozen(days: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {name: frozenset(on) for name, on in days.items()}
