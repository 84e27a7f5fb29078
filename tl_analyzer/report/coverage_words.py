"""What was and was not known about the week, as labelled facts."""

from typing import NamedTuple

from tl_analyzer.file_names import short_names
from tl_analyzer.report.week_so_far import WeekSoFar
from tl_analyzer.report.weekly_report import CoverageReport, HistoryLine
from tl_analyzer.report.wording import (
    clean,
    count,
    dated,
    moment,
    number,
    sentence,
    share,
    some,
)

#: Names listed before the rest is only counted. [1]
LISTED = 3

#: Digits of hours and weeks.
_SPAN_DIGITS = 2

#: Weeks that make the usual. [weeks]
USUAL_WEEKS = 4


class Fact(NamedTuple):
    """A labelled fact."""

    label: str
    text: str


def coverage_facts(coverage: CoverageReport, so_far: WeekSoFar | None = None) -> tuple[Fact, ...]:
    """Put the coverage into words; of what is missing altogether one line speaks.

    Parameters
    ----------
    coverage : CoverageReport
        What was known.
    so_far : WeekSoFar, optional
        How far the week has come, where it is not over.
    """
    facts = [Fact("Days", _days(coverage.days_with_data, so_far))]
    kinds = {
        "Desk": _desk(coverage) if _hours(coverage) else "",
        "Rides": _rides(coverage) if coverage.rides else "",
        "Sets": _sets(coverage) if coverage.sets else "",
    }
    facts += [Fact(label, words) for label, words in kinds.items() if words]
    missing = [label.lower() for label, words in kinds.items() if not words]
    if missing:
        facts.append(Fact("Nothing on", ", ".join(missing)))
    facts += [Fact(f"History, {clean(kind)}", _history(line)) for kind, line in _kinds(coverage)]
    if coverage.sets and coverage.one_rep_max:
        facts.append(Fact("Demand", sentence(dated(clean(coverage.one_rep_max, 400)))))
    facts.append(Fact("Files", _files(coverage.sources)))
    return tuple(facts)


def _days(known: int, so_far: WeekSoFar | None) -> str:
    if so_far is None:
        return f"{known} of 7 days with data"
    return f"{count(known, 'day')} with data; {so_far.days} of 7 days have begun"


def _hours(coverage: CoverageReport) -> float:
    return coverage.desk_hours_measured + coverage.desk_hours_assumed


def _kinds(coverage: CoverageReport) -> list[tuple[str, HistoryLine]]:
    return [
        (kind, line) for kind, line in coverage.history.items() if line.weeks or line.covered_weeks
    ]


def _desk(coverage: CoverageReport) -> str:
    measured, assumed = coverage.desk_hours_measured, coverage.desk_hours_assumed
    if not measured:
        return f"{number(assumed)} h of sitting assumed"
    words = f"{number(measured)} h of sitting observed"
    return f"{words}, {number(assumed)} h assumed" if assumed else words


def _rides(coverage: CoverageReport) -> str:
    measured = coverage.rides_with_measured_position
    known = f"recorded on {measured}" if measured else "not recorded"
    return f"{count(coverage.rides, 'ride')}, seated or standing {known}"


def _sets(coverage: CoverageReport) -> str:
    words = count(coverage.sets, "set")
    if coverage.sets_recognised_share is not None:
        words += f", {share(coverage.sets_recognised_share)} recognised"
    if coverage.guessed_units:
        words += ", some weights without a unit"
    if coverage.unrecognised:
        names = [f"{clean(name)} ({count(n, 'set')})" for name, n in coverage.unrecognised]
        words += f"; not recognised: {some(names, LISTED)}"
    return words


def _history(line: HistoryLine) -> str:
    weeks = number(line.weeks, _SPAN_DIGITS)
    words = f"{weeks} {'week' if weeks == '1' else 'weeks'}"
    words += f", {line.covered_weeks} of the last {USUAL_WEEKS} covered"
    if line.trusted_from:
        return f"{words}; usual known since {moment(line.trusted_from, year=True)}"
    return f"{words}; too short to know what is usual"


def _files(sources: tuple[str, ...]) -> str:
    if not sources:
        return "none read"
    # Ten years are read from more files than anybody is told of.
    named = short_names(sources)
    told = [clean(named[source]) for source in sources[:LISTED]]
    return f"{len(sources)} read: {some([*told, *sources[LISTED:]], LISTED)}"
