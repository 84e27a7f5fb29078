"""Supporting work that the athlete has logged, in the gym or as an activity of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import day_at


@dataclass(frozen=True)
class WorkDone:
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
        lifts = (self.by_lift.get(key, frozenset()) for key in exercise.logged_as)
        activities = (
            days
            for name, days in self.by_activity.items()
            if any(word in name for word in exercise.done_by)
        )
        return frozenset().union(*lifts, *activities)


def work_done(picture: Picture, days: float) -> WorkDone:
    """Collect the work of a number of days [days] up to the end of the week."""
    monday, last_day = (picture.week.days[n].toordinal() for n in (0, -1))
    after = last_day - days
    sets, zone = picture.sets, picture.week.zone
    recent = (sets.day > after) & (sets.day <= last_day)
    # Which movements on which days: an athlete repeats them many times a day.
    pairs = set(zip(sets.movement[recent].tolist(), sets.day[recent].tolist(), strict=True))
    lifts = ((sets.movements[row].lift, day) for row, day in pairs)
    activities = ((moved.label.casefold(), day_at(moved.start, zone)) for moved in picture.moved)

    def by_name(done: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for name, day in done:
            if name and after < day <= last_day:
                found.setdefault(name, set()).add(day)
        return {name: frozenset(on) for name, on in found.items()}

    return WorkDone(by_name(lifts), by_name(activities), monday, last_day)
