"""What a column of a table of strength work can mean."""

from enum import StrEnum


class Role(StrEnum):
    """Meanings of columns, as a column map names them."""

    DATE = "date"
    #: Start of the workout or of the set.
    TIME = "time"
    #: Name of the workout: parts a day in several.
    TITLE = "title"
    EXERCISE = "exercise"
    #: Count of sets, or the number of this set: the values of the whole file tell.
    SETS = "sets"
    REPS = "reps"
    LOAD = "load"
    LOAD_PER_HAND = "load_per_hand"
    #: Unit of the load.
    UNIT = "unit"
    #: Sets in short: ``3x10@60kg``.
    NOTATION = "notation"
    #: Warm-up, working set, drop set.
    TYPE = "type"
    RPE = "rpe"
    RIR = "rir"
    DURATION = "duration"
    DISTANCE = "distance"
    NOTE = "note"
    #: Whether it was done, and whether the row is only a plan.
    DONE = "done"
    PLANNED = "planned"
    ATHLETE = "athlete"


#: Roles that a table may have once for each set: ``Set 1``, ``Reps 1``, ``kg 1``.
NUMBERED = (Role.NOTATION, Role.REPS, Role.LOAD)

#: Roles of which one is needed before a table holds work.
WORK = (Role.SETS, Role.REPS, Role.LOAD, Role.LOAD_PER_HAND, Role.NOTATION)
