"""Values of the log -> rows. The inverse is in `tl_analyzer.tables.to_log`."""

from collections.abc import Iterable
from dataclasses import dataclass

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    DailyTotal,
    Entry,
    Log,
    PlannedSession,
    PostureInterval,
    Postures,
    RideSession,
    StrengthSession,
    Wellness,
)
from tl_analyzer.tables.columns import Row
from tl_analyzer.tables.origins import Origins
from tl_analyzer.tables.rows import (
    activity_row,
    bout_row,
    check_in_row,
    mass_row,
    planned_row,
    posture_rows,
    problem_row,
    ride_row,
    set_row,
    source_row,
    total_row,
    wellness_row,
    workout_row,
)


@dataclass(frozen=True, slots=True)
class FirstNumbers:
    """Numbers that the first workout, ride and origin get. [1]."""

    workout: int = 0
    ride: int = 0
    origin: int = 0


def rows_of_log(log: Log) -> dict[str, list[Row]]:
    """Rows of every table of a whole log, its sources and problems with it."""
    return {
        **rows_of(log.entries(), log.postures),
        "sources": [source_row(source) for source in log.sources],
        "problems": [problem_row(problem) for problem in log.problems],
    }


def rows_of(
    entries: Iterable[Entry], postures: Postures, first: FirstNumbers = FirstNumbers()
) -> dict[str, list[Row]]:
    """Rows of every table that holds entries, and of the origins they name.

    Parameters
    ----------
    entries : iterable of Entry
        Entries; those of one table keep their order.
    postures : Postures
        Intervals of posture.
    first : FirstNumbers
        Where to begin counting.

    Returns
    -------
    dict of str to list of Row
        Columns as `tl_analyzer.tables.columns.stored` has them.
    """
    origins = Origins(first.origin)
    tables = entry_rows(entries, origins, first)
    tables["postures"] += posture_rows(postures, origins)
    return {**tables, "origins": origins.rows()}


def entry_rows(
    entries: Iterable[Entry], origins: Origins, first: FirstNumbers
) -> dict[str, list[Row]]:
    """Rows of every table that holds entries; their origins are numbered on the way."""
    workouts: list[Row] = []
    sets: list[Row] = []
    rides: list[Row] = []
    bouts: list[Row] = []
    activities: list[Row] = []
    masses: list[Row] = []
    check_ins: list[Row] = []
    wellness: list[Row] = []
    totals: list[Row] = []
    planned: list[Row] = []
    intervals: list[Row] = []
    for entry in entries:
        match entry:
            case StrengthSession():
                number = first.workout + len(workouts)
                workouts.append(workout_row(number, entry, origins))
                sets += [set_row(number, place, s) for place, s in enumerate(entry.sets)]
            case RideSession():
                number = first.ride + len(rides)
                rides.append(ride_row(number, entry, origins))
                bouts += [bout_row(number, place, b) for place, b in enumerate(entry.bouts)]
            case ActivitySession():
                activities.append(activity_row(entry, origins))
            case BodyMass():
                masses.append(mass_row(entry, origins))
            case CheckIn():
                check_ins.append(check_in_row(entry, origins))
            case Wellness():
                wellness.append(wellness_row(entry, origins))
            case DailyTotal():
                totals.append(total_row(entry, origins))
            case PlannedSession():
                planned.append(planned_row(entry, origins))
            case PostureInterval():
                intervals += posture_rows(Postures((entry,)), origins)
    return {
        "workouts": workouts,
        "sets": sets,
        "rides": rides,
        "posture_bouts": bouts,
        "postures": intervals,
        "activities": activities,
        "body_mass": masses,
        "check_ins": check_ins,
        "wellness": wellness,
        "daily_totals": totals,
        "planned_sessions": planned,
    }
