"""One athlete on a roster: the week's report in one line."""

from collections.abc import Iterable
from typing import Literal

from tl_analyzer.advice.referral import Level
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.log.value import Value
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport

#: How a flag stands beside the week before.
Change = Literal["new", "worse", "same", "better"]


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
    """

    code: str
    name: str
    severity: Severity
    change: Change


class RosterLine(Value):
    """One athlete's week.

    Attributes
    ----------
    athlete : AthleteLine
        Who it is.
    week : str
        ISO week in the athlete's zone; empty when there is no report.
    referral : str or None
        ``emergency`` or ``clinician``, where the report sends the athlete to care.
    flags : tuple of RosterFlag
        The week's flags, as the report orders them.
    cleared : tuple of str
        Codes of the week before that are flags no more.
    headline : str
        The week in one sentence.
    days_with_data : int
        Days of the week with any record. [days]
    error : str
        Why there is no report; empty when there is one.
    """

    athlete: AthleteLine
    week: str = ""
    referral: Level | None = None
    flags: tuple[RosterFlag, ...] = ()
    cleared: tuple[str, ...] = ()
    headline: str = ""
    days_with_data: int = 0
    error: str = ""

    @property
    def severity(self) -> Severity | None:
        """That of the most severe flag; None without flags."""
        return max((flag.severity for flag in self.flags), key=lambda s: s.rank, default=None)

    @property
    def changed(self) -> tuple[RosterFlag, ...]:
        """Flags that are new or worse than the week before."""
        return tuple(flag for flag in self.flags if flag.change in ("new", "worse"))


def roster_line(report: WeeklyReport, before: Iterable[Flag]) -> RosterLine:
    """Sum up an athlete's week beside the flags of the week before it."""
    stood = {flag.code: flag for flag in before}
    stand = {flag.code for flag in report.flags}
    return RosterLine(
        athlete=report.athlete,
        week=report.week,
        referral=report.referral.level if report.referral else None,
        flags=tuple(_in_short(flag, stood.get(flag.code)) for flag in report.flags),
        cleared=tuple(code for code in stood if code not in stand),
        headline=report.headline,
        days_with_data=report.coverage.days_with_data,
    )


def _in_short(flag: Flag, before: Flag | None) -> RosterFlag:
    return RosterFlag(
        code=flag.code, name=flag.name, severity=flag.severity, change=_change(flag, before)
    )


def _change(flag: Flag, before: Flag | None) -> Change:
    if before is None:
        return "new"
    if flag.severity is before.severity:
        return "same"
    return "worse" if flag.severity.rank > before.severity.rank else "better"
