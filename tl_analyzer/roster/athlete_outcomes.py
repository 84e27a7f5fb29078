"""One athlete's diary and training over some weeks, as outcome statistics count them."""

from collections.abc import Mapping
from datetime import date

from tl_analyzer.load.week import Week
from tl_analyzer.log import CheckIn, Log
from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Parameters
from tl_analyzer.roster.pain_episodes import PainEpisode, pain_episodes
from tl_analyzer.roster.training_hours import Hours, training_hours
from tl_analyzer.rules.diary import JUNCTION_REGIONS


class AthleteWeek(Value):
    """One week.

    Attributes
    ----------
    week : str
        ISO week in the athlete's zone.
    check_ins : int
        Entries of the diary. [1]
    with_pain : bool
        Whether any of them holds pain around the junction.
    ride_hours, strength_hours : float
        Training on days on which a new episode could have been told. [h]
    assumed_hours : float
        How much of `strength_hours` no log states. [h]
    """

    week: str
    check_ins: int
    with_pain: bool
    ride_hours: float
    strength_hours: float
    assumed_hours: float


class AthleteOutcomes(Value):
    """One athlete over the weeks asked for.

    Attributes
    ----------
    weeks : tuple of AthleteWeek
        Each week, oldest first.
    episodes : tuple of PainEpisode
        Episodes of these weeks, in time order.
    """

    weeks: tuple[AthleteWeek, ...]
    episodes: tuple[PainEpisode, ...] = ()


def athlete_outcomes(
    log: Log, week: Week, weeks: int, until: date, parameters: Parameters
) -> AthleteOutcomes:
    """Look at an athlete's diary and training.

    Training counts while a new episode could have been told: from ``outcomes.pain_free_days``
    after the first entry of the diary to as long after its last one.

    Parameters
    ----------
    log : Log
        The log, with the whole diary and the sessions of these weeks.
    week : Week
        The last of the weeks.
    weeks : int
        How many of them. [weeks]
    until : date
        Nothing after it is looked at.
    parameters : Parameters
        ``outcomes`` and ``exposure.minutes_per_set``.
    """
    zone, last = week.zone, until.toordinal()
    diary = [(entry.start.day_in(zone).toordinal(), entry) for entry in log.check_ins]
    kept = [(day, entry) for day, entry in diary if day <= last]
    watched = _watched(kept, int(parameters.number("outcomes.pain_free_days")), last)
    hours = training_hours(log, zone, parameters) if watched else {}
    least = parameters.number("outcomes.any_pain_score")
    told = [week.back(n) for n in range(weeks - 1, -1, -1)]
    first = told[0].monday.isoformat()
    return AthleteOutcomes(
        weeks=tuple(_week(each, kept, hours, watched, least) for each in told),
        episodes=tuple(
            episode
            for episode in pain_episodes((entry for _, entry in kept), zone, parameters)
            if episode.day >= first
        ),
    )


def _watched(kept: list[tuple[int, CheckIn]], apart: int, last: int) -> range:
    """Days on which a new episode could be told. [ordinal]."""
    days = [day for day, _ in kept]
    return range(min(days) + apart, min(max(days) + apart, last) + 1) if days else range(0)


def _week(
    week: Week,
    kept: list[tuple[int, CheckIn]],
    hours: Mapping[int, Hours],
    watched: range,
    least: float,
) -> AthleteWeek:
    entries = [entry for day, entry in kept if week.holds(day)]
    trained = Hours()
    for day in (each.toordinal() for each in week.days):
        if day in watched and day in hours:
            trained = trained.plus(hours[day])
    return AthleteWeek(
        week=week.label,
        check_ins=len(entries),
        with_pain=any(_painful(entry, least) for entry in entries),
        ride_hours=trained.rides,
        strength_hours=trained.strength,
        assumed_hours=trained.assumed,
    )


def _painful(entry: CheckIn, least: float) -> bool:
    return entry.score is not None and entry.score >= least and entry.region in JUNCTION_REGIONS
