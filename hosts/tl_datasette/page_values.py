"""What the page of an athlete shows, as values; the template only places them."""

from typing import TYPE_CHECKING, NamedTuple

from tl_datasette.answers import notice
from tl_datasette.held import last_week_of
from tl_datasette.judged import Judged, judged
from tl_datasette.sums import CHANNELS, Sums, sums_of
from tl_datasette.unanswered import UnansweredError
from tl_datasette.weeks import weeks_until

if TYPE_CHECKING:
    import tl_analyzer as tl
    from tl_analyzer.report.weekly_report import CoverageReport

#: Weeks that are shown where none are asked for, and at most. [1]
WEEKS, MOST_WEEKS = 8, 26


class Cell(NamedTuple):
    """Exposure of a channel in a week; empty where nothing was recorded."""

    channel: str  # name and unit
    this_week: str
    usual: str


class Line(NamedTuple):
    """A week in the table; `problem` says why it could not be judged."""

    week: str
    severity: str
    flags: tuple[tuple[str, str], ...]  # code and title
    cells: tuple[Cell, ...]
    problem: str


class FlagLine(NamedTuple):
    """A flag of the week that is looked at."""

    code: str
    title: str
    severity: str
    confidence: str
    because: str
    clears_when: str


class AthletePage(NamedTuple):
    """The page of one athlete: a week in full, below the last weeks."""

    athlete: str
    name: str
    week: str
    as_of: str
    headline: str
    referral: str
    channels: tuple[str, ...]  # name and unit of each
    lines: tuple[Line, ...]
    flags: tuple[FlagLine, ...]
    coverage: tuple[str, ...]
    notice: str


def athlete_page(path: str, athlete: str, week: str, count: int) -> AthletePage:
    """Put the page of an athlete together.

    Parameters
    ----------
    path : str
        The store.
    athlete : str
        The athlete's id.
    week : str
        The week in full; empty for the last one that the log reaches.
    count : int
        Weeks in the table. [1]

    Raises
    ------
    UnansweredError
        If there is no such athlete, or no such week.
    """
    last = last_week_of(path, athlete)
    report = judged(path, athlete, week or last).report
    shown = weeks_until(max(report.week, last), max(1, min(count, MOST_WEEKS)))
    return AthletePage(
        athlete=report.athlete.id,
        name=report.athlete.name,
        week=report.week,
        as_of=report.as_of,
        headline=report.headline,
        referral=report.referral.message if report.referral else "",
        channels=tuple(_channel(name, getattr(report.channels, name).unit) for name in CHANNELS),
        lines=tuple(_line(path, athlete, each) for each in shown),
        flags=tuple(map(_flag, report.flags)),
        coverage=_coverage(report.coverage),
        notice=notice(),
    )


def _line(path: str, athlete: str, week: str) -> Line:
    try:
        found = judged(path, athlete, week)
    except UnansweredError as why:
        return Line(week, "", (), (), why.message)
    sums = sums_of(*found)
    flags = tuple((flag.code, flag.title) for flag in found.report.flags)
    return Line(week, sums.severity or "", flags, _cells(found, sums), "")


def _cells(found: Judged, sums: Sums) -> tuple[Cell, ...]:
    of = [(name, found.published["channels"][name]) for name in CHANNELS]
    return tuple(
        Cell(_channel(name, each["unit"]), _figure(sums.exposure[name]), _figure(each["usual"]))
        for name, each in of
    )


def _channel(name: str, unit: str) -> str:
    return f"{name} [{unit}]"


def _flag(flag: "tl.Flag") -> FlagLine:
    first = flag.because[0]
    mark = "" if first.threshold is None else f" (mark {_figure(first.threshold)})"
    because = f"{first.when}: {first.measure}: {_figure(first.value)} {first.unit}{mark}"
    said = (flag.severity.value, flag.confidence.value, because, flag.clears_when)
    return FlagLine(flag.code, flag.title, *said)


def _coverage(known: "CoverageReport") -> tuple[str, ...]:
    measured, assumed = known.desk_hours_measured, known.desk_hours_assumed
    facts = [
        f"{known.days_with_data} of 7 days with any record",
        f"sitting: {_figure(measured)} h observed, {_figure(assumed)} h assumed from usual hours",
        f"rides: {known.rides}, with recorded position: {known.rides_with_measured_position}",
        f"sets: {known.sets}, with a recognised exercise: {known.sets_recognised}",
        f"history: {_figure(known.weeks_of_history)} weeks",
    ]
    if known.guessed_units:
        facts.append("the unit of some weights had to be guessed")
    return tuple(facts)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".removesuffix(".0")
