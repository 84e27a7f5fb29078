"""What speaks for or against sitting: every source brought to one form."""

from enum import StrEnum
from typing import NamedTuple

from tl_analyzer.log import Posture, Quality, SittingStyle


class Kind(StrEnum):
    """Kinds of evidence, each with its own place in the order of the merge."""

    #: A ride, lift or other activity as recorded, its timer running.
    RECORDED = "recorded activity"
    SENSOR = "posture sensor"
    LOGGED = "posture log"
    DESK_HEIGHT = "desk height"
    SLEEP = "sleep"
    ON_FEET = "on the feet"
    COMPUTER = "computer in use"
    #: No input between two stretches of input, by the length of the pause.
    SHORT_PAUSE = "short pause at the computer"
    PAUSE = "pause at the computer"
    #: The computer runs and nobody uses it.
    AWAY = "away from the computer"
    WRIST = "no movement at the wrist"
    IDLE_HOUR = "an hour without standing up"
    MEETING = "meeting"
    TRACKER = "time tracker"
    OUT_OF_OFFICE = "out of office"
    #: Usual desk hours of the profile: as a time in which one is at work at all ...
    WORK_HOURS = "usual working hours"
    #: ... and as an assumption that one sits.
    USUAL_HOURS = "usual desk hours"


#: Evidence that somebody looked, rather than planned or assumed.
OBSERVING = frozenset(
    {
        Kind.SENSOR,
        Kind.LOGGED,
        Kind.DESK_HEIGHT,
        Kind.ON_FEET,
        Kind.COMPUTER,
        Kind.SHORT_PAUSE,
        Kind.PAUSE,
        Kind.AWAY,
        Kind.WRIST,
        Kind.IDLE_HOUR,
    }
)


class Voice(NamedTuple):
    """All that a piece of evidence says, but for when.

    Attributes
    ----------
    kind : Kind
        What kind of evidence it is.
    posture : Posture
        What was seen.
    probability : float
        Probability that the posture is as seen. [1]
    quality : Quality
        How it is known.
    source : str
        What observed it, in the athlete's words.
    style : SittingStyle or None
        How the seat is used, where the source says.
    file : str
        Where it was read; empty for what is assumed.
    """

    kind: Kind
    posture: Posture
    probability: float
    quality: Quality
    source: str
    style: SittingStyle | None = None
    file: str = ""


class Evidence(NamedTuple):
    """One stretch of time as one source saw it: ``start <= t < end`` [s], then as `Voice`."""

    start: float
    end: float
    kind: Kind
    posture: Posture
    probability: float
    quality: Quality
    source: str
    style: SittingStyle | None = None
    file: str = ""

    @property
    def voice(self) -> Voice:
        """What it says, but for when."""
        return Voice(*self[2:])
