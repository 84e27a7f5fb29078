"""What was and was not known about the week, as labelled facts."""

from dataclasses import dataclass

from tl_analyzer.report.weekly_report import CoverageReport, HistoryLine
from tl_analyzer.report.wording import clean, count, moment, number, sentence, share

#: Names listed before the rest is only counted. [1]
LISTED = 5

#: Weeks that make the usual. [weeks]
USUAL_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact."""

    label: str
    text: str


def coverage_facts(coverage: CoverageReport) -> tuple[Fact, ...]:
    """Put the coverage into words."""
    facts = [
        Fact("Days", f"{coverage.days_with_data} of 7 days with data"),
        Fact("Desk", _desk(coverage)),
        Fact("Rides", _rides(coverage)),
        Fact("Sets", _sets(coverage)),
        *(Fact(f"History, {clean(kind)}", _history(line)) for kind, line in _kinds(coverage)),
        Fact("Demand", sentence(clean(coverage.one_rep_max, 400)) or "no lift to relate to."),
        Fact("Files", _files(coverage.sources)),
    ]
    return tuple(facts)


def _kinds(coverage: CoverageReport) -> list[tuple[str, HistoryLine]]:
    return [
        (kind, line) for kind, line in coverage.history.items() if line.weeks or line.covered_weeks
    ]


def _desk(coverage: CoverageReport) -> str:
    measured, assumed = coverage.desk_hours_measured, coverage.desk_hours_assumed
    if not measured and not assumed:
        return "no sitting known"
    return f"{number(measured)} h of sitting observed, {number(assumed)} h assumed"


def _rides(coverage: CoverageReport) -> str:
    if not coverage.rides:
        return "no rides"
    measured = coverage.rides_with_measured_position
    known = f"measured on {measured}" if measured else "assumed on all"
    return f"{count(coverage.rides, 'ride')}, riding position {known}"


def _sets(coverage: CoverageReport) -> str:
    if not coverage.sets:
        return "no sets"
    words = count(coverage.sets, "set")
    if coverage.sets_recognised_share is not None:
        words += f", {share(coverage.sets_recognised_share)} recognised"
    if coverage.guessed_units:
        words += ", some weights without a unit"
    if coverage.unrecognised:
        names = [f"{clean(name)} ({count(n, 'set')})" for name, n in coverage.unrecognised]
        words += f"; not recognised: {_some(names)}"
    return words


def _history(line: HistoryLine) -> str:
    words = f"{number(line.weeks)} weeks, {line.covered_weeks} of the last {USUAL_WEEKS} covered"
    if line.trusted_from:
        return f"{words}; compared with usual from {moment(line.trusted_from)}"
    return f"{words}; too short to compare with usual"


def _files(sources: tuple[str, ...]) -> str:
    return f"{len(sources)} read: {_some([clean(s) for s in sources])}" if sources else "none read"


def _some(names: list[str]) -> str:
    rest = len(names) - LISTED
    return ", ".join(names[:LISTED]) + (f" and {rest} more" if rest > 0 else "")
