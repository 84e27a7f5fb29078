"""The week ahead as a value; every format is a pure function of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.advice.referral import Referral
from tl_analyzer.log import PlannedSport
from tl_analyzer.log.value import Value
from tl_analyzer.report.weekly_report import AthleteLine

SCHEMA_VERSION = "1.0"


class Basis(StrEnum):
    """How a session or desk hours of the week ahead are known, most trusted first."""

    #: Done already, this week.
    RECORDED = "recorded"
    #: In a calendar or training plan.
    PLANNED = "planned"
    #: On the same weekday in most of the last weeks.
    HABITUAL = "habitual"
    #: Usual hours of the profile.
    PROFILE = "profile"


class Status(StrEnum):
    """What the week ahead holds."""

    #: Work is placed.
    PLANNED = "planned"
    #: Nothing was flagged: the athlete goes on as before.
    KEEP = "keep"
    #: Signs call for care first.
    REFERRAL = "referral"
    #: The week is over at the moment of the plan.
    OVER = "over"


class AgendaNote(Value):
    """A change of load, position or habit: it takes no time of its own.

    Attributes
    ----------
    key, exercise, purpose : str, str, Purpose
        The entry of the catalogue, its name and what it is for.
    dose : str
        What is to be done: ``leave out the heaviest hinge set of each session for a week``.
    why : str
        One plain sentence.
    cues : tuple of str
        How to do it.
    """

    key: str
    exercise: str
    purpose: Purpose
    dose: str
    why: str
    cues: tuple[str, ...] = ()


class AgendaSession(Value):
    """A session that the week is built around.

    Attributes
    ----------
    sport : PlannedSport
        What it is.
    label : str
        What it is called.
    basis : Basis
        How it is known.
    start, end : datetime or None
        In the athlete's zone; None where only the day is known.
    notes : tuple of str
        Keys of the changes that belong to it, as in `Agenda.notes`.
    """

    sport: PlannedSport
    label: str
    basis: Basis
    start: datetime | None = None
    end: datetime | None = None
    notes: tuple[str, ...] = ()


class DeskHours(Value):
    """Hours at the desk, in the athlete's zone.

    Attributes
    ----------
    start, end : datetime
        From when to when.
    basis : Basis
        How they are known.
    notes : tuple of str
        Keys of the changes that belong to them, as in `Agenda.notes`.
    """

    start: datetime
    end: datetime
    basis: Basis
    notes: tuple[str, ...] = ()


class AgendaEntry(Value):
    """Work that stands on one day.

    Attributes
    ----------
    key, exercise, purpose : str, str, Purpose
        The entry of the catalogue, its name and what it is for.
    dose : str
        How much.
    why : str
        One plain sentence.
    place : str
        Where in the day it belongs: ``between desk and bar``.
    cues : tuple of str
        How to do it.
    because : tuple of str
        Codes of the flags it answers.
    minutes : float
        Time it takes. [min]
    start, end : datetime or None
        In the athlete's zone; None where the session it belongs to has no clock time.
    every_min : float
        How often it is repeated from `start` to `end`; 0 for work that is done once. [min]
    """

    key: str
    exercise: str
    purpose: Purpose
    dose: str
    why: str
    place: str
    cues: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    minutes: float = 0.0
    start: datetime | None = None
    end: datetime | None = None
    every_min: float = 0.0


class AgendaDay(Value):
    """One day.

    Attributes
    ----------
    day : date
        The day, cut at the midnights of the athlete's zone.
    over : bool
        Whether it lies before the moment of the plan, so that nothing is planned on it any more.
    desk : tuple of DeskHours
        Desk hours, in time order.
    sessions : tuple of AgendaSession
        Sessions, in time order.
    entries : tuple of AgendaEntry
        The work placed on it, in time order.
    done : tuple of str
        Names of work of the plan that is logged on this day already.
    """

    day: date
    over: bool
    desk: tuple[DeskHours, ...] = ()
    sessions: tuple[AgendaSession, ...] = ()
    entries: tuple[AgendaEntry, ...] = ()
    done: tuple[str, ...] = ()

    @property
    def minutes(self) -> float:
        """Time that the work placed on it takes. [min]"""
        return sum(entry.minutes for entry in self.entries)


class LeftOver(Value):
    """Work that found no place, or fewer days than it is meant for.

    Attributes
    ----------
    key, exercise : str
        The entry of the catalogue, and its name.
    wanted, placed, done : int
        Days it is meant for, those it was placed on and those it is logged on already. [1]
    reason : str
        Why not on more of them.
    """

    key: str
    exercise: str
    wanted: int
    placed: int
    done: int
    reason: str


class Agenda(Value):
    """One athlete's week ahead, complete.

    Attributes
    ----------
    week, reviewed : str
        ISO week that is planned, and the one before it whose flags it answers.
    timezone, as_of : str
        The athlete's IANA zone, and the moment of the plan; nothing is planned before it.
    status, message : Status, str
        What the week holds, and that in a sentence.
    referral : Referral or None
        Why there is no plan, where signs call for care first.
    minutes_per_day : int
        The most that any day may hold. [min]
    days : tuple of AgendaDay
        Seven days, Monday first; empty where care comes first.
    notes : tuple of AgendaNote
        Changes without time of their own; sessions and desk hours name those that belong to them.
    for_the_week : tuple of str
        Keys of the notes that belong to no session that is known.
    left_over : tuple of LeftOver
        What did not fit, and why.
    assumptions : tuple of str
        What had to be assumed about the week.
    """

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")] = SCHEMA_VERSION
    athlete: AthleteLine
    week: str
    reviewed: str
    timezone: str
    as_of: datetime
    status: Status
    message: str
    referral: Referral | None = None
    minutes_per_day: int
    days: tuple[AgendaDay, ...] = ()
    notes: tuple[AgendaNote, ...] = ()
    for_the_week: tuple[str, ...] = ()
    left_over: tuple[LeftOver, ...] = ()
    assumptions: tuple[str, ...] = ()
    parameter_version: str
