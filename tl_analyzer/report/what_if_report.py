"""What a week would have looked like after a change, as a value beside the report."""

from tl_analyzer.finding import Severity
from tl_analyzer.log.value import Value


class AppliedChange(Value):
    """A change as it was asked for, and what it came to in this log."""

    change: str
    effect: str


class ExposureChange(Value):
    """One quantity of the week as it was and as it would have been.

    Attributes
    ----------
    name, unit : str
        What it is, and its unit.
    before, after : float
        Of the week as logged, and with the changes.
    usual : float or None
        The athlete's usual, which a change to one week leaves alone; None when not known.
    """

    name: str
    unit: str
    before: float
    after: float
    usual: float | None


class ChannelChanges(Value):
    """The four channels."""

    hinge: ExposureChange
    overhead: ExposureChange
    flexion: ExposureChange
    rotation: ExposureChange


class FlagChange(Value):
    """A flag before and after; None where it is not raised."""

    code: str
    name: str
    before: Severity | None
    after: Severity | None


class WhatIf(Value):
    """The week as it would have been: the arithmetic of the model on a changed log.

    Only flags about exposure are compared. Symptoms would not follow from arithmetic, and what
    is known about the week is the same.

    Attributes
    ----------
    changes : tuple of AppliedChange
        In the order they were applied.
    sentence : str
        The difference in one sentence.
    channels : ChannelChanges
        The four channels.
    measures : tuple of ExposureChange
        Other quantities of the week that would have been different.
    cleared, staying, new : tuple of FlagChange
        Flags that would not have been raised, that would have been raised all the same (perhaps
        at another severity), and that would have been raised on top.
    """

    changes: tuple[AppliedChange, ...]
    sentence: str
    channels: ChannelChanges
    measures: tuple[ExposureChange, ...]
    cleared: tuple[FlagChange, ...]
    staying: tuple[FlagChange, ...]
    new: tuple[FlagChange, ...]
