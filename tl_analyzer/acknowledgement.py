"""Flags that somebody has seen and put aside for a time, and the text they are kept in."""

import re
from datetime import date, datetime

import tomli
from pydantic import Field, ValidationError, field_validator

from tl_analyzer.finding import RULE_CODE, Severity
from tl_analyzer.log import Problem
from tl_analyzer.log.value import Value
from tl_analyzer.table_faults import table_faults

#: The table of the text that holds them.
TABLE = "acknowledged"

#: Longest note. [characters]
LONGEST_NOTE = 500

_WEEK = re.compile(r"\d{4}-W\d{2}")
_HINT = "Mend it, or remove it: nothing is put aside then."


class Acknowledgement(Value):
    """One flag of one week, put aside by a person; it returns when it is worse than then.

    Attributes
    ----------
    code : str
        Code of the flag: ``TL301``.
    until : date
        Last day it holds.
    note : str
        Why, in the words of who has seen it.
    made_at : datetime
        When it was made, with a zone.
    week : str
        The ISO week whose flag it was.
    severity : Severity
        Severity of the flag then.
    measure : str
        Its leading measure, in plain words.
    value : float
        The measurement.
    unit : str
        Its unit.
    threshold : float or None
        What it was compared with, in the same unit.
    """

    code: str
    until: date
    note: str = Field(default="", max_length=LONGEST_NOTE)
    made_at: datetime
    week: str
    severity: Severity
    measure: str
    value: float = Field(allow_inf_nan=False)
    unit: str
    threshold: float | None = Field(default=None, allow_inf_nan=False)

    @field_validator("made_at")
    @classmethod
    def _zoned(cls, value: datetime) -> datetime:
        if value.tzinfo is None:
            raise ValueError("an instant with a time zone")
        return value

    @field_validator("code")
    @classmethod
    def _of_a_rule(cls, value: str) -> str:
        if not RULE_CODE.fullmatch(value):
            raise ValueError("a code such as TL301")
        return value

    @field_validator("week")
    @classmethod
    def _iso_week(cls, value: str) -> str:
        if not _WEEK.fullmatch(value):
            raise ValueError("an ISO week such as 2026-W46")
        return value


class _Entry(Acknowledgement):
    """An acknowledgement as a file holds it: beside others, maybe of other athletes."""

    athlete: str


class _Tables(Value):
    """All of them."""

    acknowledged: tuple[_Entry, ...] = ()


class AcknowledgementError(ValueError):
    """A text that holds no acknowledgements; ``problems`` says why, one value a fault."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def acknowledgements_of(text: str, athlete: str, file: str) -> tuple[Acknowledgement, ...]:
    """Read what somebody has acknowledged of an athlete's flags, by code.

    Parameters
    ----------
    text : str
        TOML as `tl_analyzer.acknowledgement_text` writes it.
    athlete : str
        Id of the athlete; a text may hold those of several.
    file : str
        What it was read from.

    Raises
    ------
    AcknowledgementError
        If it is none.
    """
    try:
        tree = tomli.loads(text)
    except tomli.TOMLDecodeError as why:
        fault = Problem(
            file=file,
            found=f"a fault ({why})",
            expected="valid TOML",
            hint=_HINT,
            code=TABLE,
        )
        raise AcknowledgementError((fault,)) from why
    try:
        # What else stands in the file is somebody's own.
        tables = _Tables.model_validate({TABLE: tree.get(TABLE, ())})
    except ValidationError as why:
        raise AcknowledgementError(table_faults(why, _Tables, file, _HINT, TABLE)) from why
    mine = {each.code: each for each in tables.acknowledged if each.athlete == athlete}
    return tuple(
        Acknowledgement.model_validate(mine[code].model_dump(exclude={"athlete"}))
        for code in sorted(mine)
    )


def latest(*some: tuple[Acknowledgement, ...]) -> tuple[Acknowledgement, ...]:
    """Of each code the acknowledgement that was made last, by code."""
    found: dict[str, Acknowledgement] = {}
    for each in (each for held in some for each in held):
        if each.code not in found or each.made_at > found[each.code].made_at:
            found[each.code] = each
    return tuple(found[code] for code in sorted(found))
