"""Who reads a report: what is said is the same, how it is said is not."""

from enum import StrEnum


class Audience(StrEnum):
    """The reader."""

    #: Whose week it is: "your usual".
    ATHLETE = "athlete"
    #: Who looks after the athlete: "Anna's usual".
    COACH = "coach"
