"""The diaries of many athletes -> outcome statistics."""

from collections import Counter
from collections.abc import Sequence

from tl_analyzer.parameters import Parameters
from tl_analyzer.report.wording import count, number
from tl_analyzer.roster.athlete_outcomes import AthleteOutcomes, AthleteWeek
from tl_analyzer.roster.intervals import byar, wilson
from tl_analyzer.roster.outcomes import Incidence, Outcomes, PlaceOfPain, WeekOfDiaries
from tl_analyzer.roster.pain_episodes import PainEpisode
from tl_analyzer.rules.diary import JUNCTION_REGIONS

_PER_HOURS = 1000.0


def outcomes(found: Sequence[AthleteOutcomes], parameters: Parameters) -> Outcomes | None:
    """Pool what was logged; None where no log was read.

    Episodes are counted by training time with Byar's limits [breslow_day_1987]_, pain by week as
    the share of those who checked in [clarsen_2014]_ with Wilson's [wilson_1927]_.

    Parameters
    ----------
    found : sequence of AthleteOutcomes
        One for each athlete whose log was read.
    parameters : Parameters
        ``outcomes``: below ``least_athletes`` and ``least_hours`` only that is said.
    """
    labels = sorted({week.week for athlete in found for week in athlete.weeks})
    if not labels:
        return None
    with_diary = [athlete for athlete in found if any(w.check_ins for w in athlete.weeks)]
    # Who keeps no diary has no hours either: nobody is watched without one.
    episodes = [episode for athlete in found for episode in athlete.episodes]
    new = [episode for episode in episodes if episode.new]
    hours = sum(week.ride_hours + week.strength_hours for a in found for week in a.weeks)
    assumed = sum(week.assumed_hours for athlete in found for week in athlete.weeks)
    least = int(parameters.number("outcomes.least_athletes"))
    least_hours = parameters.number("outcomes.least_hours")
    enough = len(with_diary) >= least
    too_little = []
    if not enough:
        too_little.append(
            f"Too little to say: {count(len(with_diary), 'athlete')} with a diary in these weeks,"
            f" of at least {least}."
        )
    elif hours < least_hours:
        too_little.append(
            "Too little to say about new episodes by training time:"
            f" {number(hours)} h, of at least {number(least_hours)} h."
        )
    weeks = [[week for a in found for week in a.weeks if week.week == label] for label in labels]
    return Outcomes(
        first_week=labels[0],
        last_week=labels[-1],
        athletes=len(found),
        with_diary=len(with_diary),
        response=_response(found),
        incidence=_incidence(new, hours, assumed) if enough and hours >= least_hours else None,
        weeks=tuple(
            _week(label, of_week, len(found), least)
            for label, of_week in zip(labels, weeks, strict=True)
        ),
        places=_places(new) if enough else (),
        already_there=len(episodes) - len(new),
        too_little=tuple(too_little),
        notes=_notes(parameters),
    )


def _response(found: Sequence[AthleteOutcomes]) -> float:
    weeks = [week for athlete in found for week in athlete.weeks]
    return sum(week.check_ins > 0 for week in weeks) / len(weeks)


def _incidence(new: Sequence[PainEpisode], hours: float, assumed: float) -> Incidence:
    near = sum(episode.region in JUNCTION_REGIONS for episode in new)
    low, high = byar(near)
    return Incidence(
        episodes=near,
        hours=hours,
        assumed_share=assumed / hours,
        per_1000_h=near / hours * _PER_HOURS,
        low=low / hours * _PER_HOURS,
        high=high / hours * _PER_HOURS,
    )


def _week(label: str, of_week: Sequence[AthleteWeek], athletes: int, least: int) -> WeekOfDiaries:
    checked_in = sum(week.check_ins > 0 for week in of_week)
    with_pain = sum(week.with_pain for week in of_week)
    enough = checked_in >= least
    low, high = wilson(with_pain, checked_in) if enough else (None, None)
    return WeekOfDiaries(
        week=label,
        athletes=athletes,
        checked_in=checked_in,
        with_pain=with_pain,
        share=with_pain / checked_in if enough else None,
        low=low,
        high=high,
    )


def _places(new: Sequence[PainEpisode]) -> tuple[PlaceOfPain, ...]:
    sides = {"left": "left", "right": "right", "both": "both"}
    counted: dict[str, Counter[str]] = {}
    for episode in new:
        side = sides.get(episode.side, "not_said")
        counted.setdefault(episode.region, Counter())[side] += 1
    places = (
        PlaceOfPain(region=region, junction=region in JUNCTION_REGIONS, **by_side)
        for region, by_side in counted.items()
    )
    return tuple(sorted(places, key=lambda place: (-place.episodes, place.region)))


def _notes(parameters: Parameters) -> tuple[str, ...]:
    mark = number(parameters.number("outcomes.episode_score"))
    least = number(parameters.number("outcomes.any_pain_score"))
    days = number(parameters.number("outcomes.pain_free_days"))
    minutes = number(parameters.number("exposure.minutes_per_set"))
    return (
        "These are counts of what athletes wrote down. They say nothing of injuries or causes.",
        f"A new episode: an entry of {mark} or more of 10 around the junction, in a region without"
        f" pain for {days} days before; a day without an entry counts as one without pain.",
        f"Training: rides without their pauses, and strength work; {minutes} min a set are assumed"
        f" where a log states no length. It counts from {days} days after an athlete's first entry"
        f" to {days} days after the last.",
        f"With pain: any entry of {least} or more around the junction, among those who checked in"
        " that week. Who hurts may check in more often, or less.",
        "Intervals are 95 % and take episodes and athletes as independent of each other.",
    )
