"""What the pictures of a report are drawn from: days on one axis, the calendar, the state."""

from enum import StrEnum

from tl_analyzer.log.value import Value


class Lane(StrEnum):
    """The lanes of a day."""

    DESK = "desk"
    RIDE = "ride"
    LIFT = "lift"
    OTHER = "other"


class TimelineBar(Value):
    """A stretch of a day in one lane.

    Attributes
    ----------
    lane : Lane
        Where it is drawn.
    start, end : str
        Local instants with their offset, cut at midnight: ``2026-11-12T17:45+01:00``.
    label : str
        What it was, as a reader would name it.
    level : float or None
        How much it asks: flexion level u of sitting and riding, highest demand D or overhead
        intensity of lifting; None where that is not known. [1]
    known : str
        How it is known: ``measured``, ``observed`` or ``assumed``.
    flags : tuple of str
        Codes of the flags that name it.
    """

    lane: Lane
    start: str
    end: str
    label: str
    level: float | None
    known: str
    flags: tuple[str, ...] = ()


class TimelineDay(Value):
    """One day of the week.

    Attributes
    ----------
    date : str
        The day in the athlete's zone.
    bars : tuple of TimelineBar
        In time order; lanes may overlap.
    untimed : tuple of str
        Sessions of which only the date is known.
    pain : float or None
        Highest score of the diary that day, 0-10. [1]
    """

    date: str
    bars: tuple[TimelineBar, ...]
    untimed: tuple[str, ...] = ()
    pain: float | None = None


class ExposureCalendar(Value):
    """Day by day over the weeks of the trend, this week last.

    Attributes
    ----------
    first_day : str
        The Monday it begins with; all columns have one value a day from there to this Sunday.
    hinge, overhead, flexion, rotation : tuple of float or None
        Exposure in the unit of the channel; None for days that the log does not cover.
    pain : tuple of float or None
        Highest score of the diary, 0-10; None without one. [1]
    """

    first_day: str
    hinge: tuple[float | None, ...]
    overhead: tuple[float | None, ...]
    flexion: tuple[float | None, ...]
    rotation: tuple[float | None, ...]
    pain: tuple[float | None, ...]


class FlexionPoint(Value):
    """The modelled state at an instant.

    Attributes
    ----------
    at : str
        Local instant with its offset.
    creep_deg : float
        Creep. [deg]
    """

    at: str
    creep_deg: float


class FlexionMark(Value):
    """What a level of creep compares to: ``as after an hour of slumped sitting``."""

    words: str
    creep_deg: float


class FlexionDay(Value):
    """The modelled state of the back over one day.

    Attributes
    ----------
    date : str
        The day with the highest state of the week.
    points : tuple of FlexionPoint
        From its first to its last midnight, in time order.
    marks : tuple of FlexionMark
        Levels to compare with, lowest first.
    """

    date: str
    points: tuple[FlexionPoint, ...]
    marks: tuple[FlexionMark, ...]
