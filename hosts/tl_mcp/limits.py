"""What a client may ask for, and how much of it: types of arguments with their bounds."""

from typing import Annotated

from pydantic import Field

#: Longest id of an athlete, and longest code or name to be explained. [characters]
LONGEST_ID = 80

#: Longest instant: date, time with fractions of a second, and zone. [characters]
LONGEST_INSTANT = 40

#: Longest exercise name and longest change. [characters]
LONGEST_WORDS = 200

#: Exercise names in one question. [names]
MOST_NAMES = 100

#: Changes to a week in one question. [changes]
MOST_CHANGES = 10

#: Athletes of a roster in one answer: as a rule, and at most. [athletes]
LINES, MOST_LINES = 20, 100

WEEK_PATTERN = r"^(\d{4}-W\d{2}|this|last)$"

AthleteId = Annotated[
    str,
    Field(
        max_length=LONGEST_ID,
        description="Id of the athlete, as the tool `athletes` lists it; may be left out where"
        " only one may be asked about.",
    ),
]
WeekLabel = Annotated[
    str,
    Field(
        pattern=WEEK_PATTERN,
        description="ISO week such as 2026-W46, or `this`, or `last` for the last complete one.",
    ),
]
Instant = Annotated[
    str,
    Field(
        max_length=LONGEST_INSTANT,
        description="Moment of the answer, such as 2026-11-16T08:00:00+01:00; empty for now."
        " The same moment gives the same answer.",
    ),
]
Subject = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST_ID,
        description="Code of a rule (TL401), its name, or an exercise of the plan.",
    ),
]
Words = Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS)]
Names = Annotated[
    list[Words],
    Field(min_length=1, max_length=MOST_NAMES, description="Exercise names as an app writes them."),
]
Changes = Annotated[
    list[Words],
    Field(
        min_length=1,
        max_length=MOST_CHANGES,
        description="Changes to the week, one each: 'skip fri:deadlift', 'swap A>B', 'stand 1/10',"
        " 'walk 10', 'move sat>sun', 'drop 2 hardest hinge sets', 'lighter 10%'.",
    ),
]
Lines = Annotated[
    int,
    Field(ge=1, le=MOST_LINES, description="How many athletes at most, the most urgent first."),
]
