"""One athlete on a roster: the week's report in one line."""

from typing import Literal

from pydantic import Field, computed_field

from tl_analyzer.advice.referral import Level
from tl_analyzer.finding import Severity
from tl_analyzer.log.value import Value
from tl_analyzer.report.weekly_report import AthleteLine

#: How a flag stands beside the week before.
Change = Literal["new", "worse", "same", "better"]

#: What tells two athletes of a roster apart, even where both go by one id: id, and folder.
Key = tuple[str, str]

#: What is said of an athlete, most urgent first: care, then flags, then the state of the log.
LEVELS = ("emergency", "clinician", "red", "amber", "watch", "quiet", "no data", "not read")

#: Flags below this do not stand out.
_STANDS_OUT = Severity.WATCH


class RosterFlag(Value):
    """A flag in a few words.

    Attributes
    ----------
    code, name : str
        ``TL101`` and ``hinge-dose-above-usual``.
    severity : Severity
        How much it matters if it is right.
    change : str
        How it stands beside the week before: ``new``, ``worse``, ``same`` or ``better``.
    fact : str
        The first measured fact behind it, in words.
    seen_until : str
        Last day (``2026-11-30``) for which somebody has put it aside; empty while it counts.
    seen_note : str
        What was noted then, or when it was put aside for the time that is over.
    returned : str
        Why a flag that was put aside counts again, in plain words; empty for all others.
    """

    code: str
    name: str
    severity: Severity
    change: Change
    fact: str = ""
    seen_until: str = ""
    seen_note: str = ""
    returned: str = ""

    @property
    def title(self) -> str:
        """Its name in words: ``hinge dose above usual``."""
        return self.name.replace("-", " ")


class RosterChannel(Value):
    """One channel of exposure: this week beside the last and the usual one.

    Attributes
    ----------
    name : str
        ``hinge``, ``overhead``, ``flexion`` or ``rotation``.
    unit : str
        Unit of all three.
    this_week : float
        Sum over the week.
    last_week, usual : float or None
        The same of the week before and of the athlete's usual week; None where the log does not
        cover them.
    """

    name: str
    unit: str
    this_week: float
    last_week: float | None
    usual: float | None


class RosterLine(Value):
    """One athlete's week.

    Attributes
    ----------
    athlete : AthleteLine
        Who it is.
    place : str
        Folder below the roster's, with ``/`` between the parts; empty for the log store.
    groups : tuple of str
        Groups of the roster file, else the folder of the athlete's own one.
    note : str
        Note of the roster file.
    week, timezone : str
        ISO week in the athlete's zone, and that zone; empty when there is no report.
    so_far : str
        Up to when the week is known (``Thu 12 Nov 12:00``); empty for one that is over.
    referral : str or None
        ``emergency`` or ``clinician``, where the report sends the athlete to care.
    flags : tuple of RosterFlag
        The week's flags, as the report orders them.
    cleared : tuple of str
        Codes of the week before that are flags no more.
    headline : str
        The week in one sentence.
    channels : tuple of RosterChannel
        The four channels; empty when there is no report.
    pain, pain_before : float or None
        Highest score of the pain diary this week and in the week before, 0-10; None without an
        entry. [1]
    check_ins : int
        Entries of the pain diary this week. [1]
    days_with_data : int
        Days of the week with any record. [days]
    last_day : str or None
        Last day up to the end of the week with any record; None where there is none.
    days_silent : int or None
        Days from that one to the end of the week, or to the moment of the report. [days]
    last_days : dict of str to str
        Last day by kind of record: ``strength``, ``rides``, ``activities``, ``desk``, ``diary``;
        of those kept in the weeks of the trend, or of all where none was.
    asks : tuple of str
        What to ask the athlete, the most urgent first; mostly none where nothing stands out.
    message : str
        Words to send to the athlete as they are.
    remarks : tuple of str
        What is odd about the athlete on this roster: two of one name, no profile.
    error : str
        Why there is no report; empty when there is one, or when there is nothing to read.
    """

    athlete: AthleteLine
    place: str = ""
    groups: tuple[str, ...] = ()
    note: str = ""
    week: str = ""
    timezone: str = ""
    so_far: str = ""
    referral: Level | None = None
    flags: tuple[RosterFlag, ...] = ()
    cleared: tuple[str, ...] = ()
    headline: str = ""
    channels: tuple[RosterChannel, ...] = ()
    pain: float | None = None
    pain_before: float | None = None
    check_ins: int = 0
    days_with_data: int = 0
    last_day: str | None = None
    days_silent: int | None = None
    last_days: dict[str, str] = Field(default_factory=dict)
    asks: tuple[str, ...] = ()
    message: str = ""
    remarks: tuple[str, ...] = ()
    error: str = ""

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorator upon a property
    @property
    def level(self) -> str:
        """One of `LEVELS`; flags that were put aside do not raise it."""
        if self.error:
            return "not read"
        if self.referral is not None:
            return self.referral
        if self.severity is not None and self.severity.rank >= _STANDS_OUT.rank:
            return self.severity.value
        return "quiet" if self.days_with_data else "no data"

    @property
    def key(self) -> Key:
        """What tells the athlete from all others of the roster."""
        return self.athlete.id, self.place

    @property
    def seen(self) -> tuple[RosterFlag, ...]:
        """Flags that somebody has put aside."""
        return tuple(flag for flag in self.flags if flag.seen_until)

    @property
    def returned(self) -> tuple[RosterFlag, ...]:
        """Flags that somebody had put aside, and that count again."""
        return tuple(flag for flag in self.flags if flag.returned)

    @property
    def counting(self) -> tuple[RosterFlag, ...]:
        """Flags that nobody has put aside."""
        return tuple(flag for flag in self.flags if not flag.seen_until)

    @property
    def severity(self) -> Severity | None:
        """That of the most severe flag that counts; None without one."""
        return max((flag.severity for flag in self.counting), key=lambda s: s.rank, default=None)

    @property
    def changed(self) -> tuple[RosterFlag, ...]:
        """Flags that count and are new or worse than the week before."""
        return tuple(flag for flag in self.counting if flag.change in ("new", "worse"))
