"""The week to come, as far as it is planned."""

from tl_analyzer.log.value import Value


class PreviewSession(Value):
    """A planned session.

    Attributes
    ----------
    start : str
        Local instant with its offset, or a day where no time is planned.
    minutes : float or None
        Planned length. [min]
    sport : str
        ``ride``, ``strength`` or ``other``.
    label : str
        What it is called.
    """

    start: str
    minutes: float | None
    sport: str
    label: str


class WeekPreview(Value):
    """The week to come.

    Attributes
    ----------
    week : str
        ISO week.
    sessions : tuple of PreviewSession
        What is planned, in time order.
    remarks : tuple of str
        Where the plan repeats an order that this week was flagged for.
    """

    week: str
    sessions: tuple[PreviewSession, ...]
    remarks: tuple[str, ...] = ()
