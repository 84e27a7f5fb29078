"""The flags of a week as lines for a terminal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tl_analyzer as tl
    from tl_analyzer.report.weekly_report import CoverageReport


def flag_lines(report: "tl.WeeklyReport", notice: str) -> list[str]:
    """Each flag with what was measured and what clears it; then what was known of the week.

    Parameters
    ----------
    report : WeeklyReport
        The week.
    notice : str
        What the lines are not.
    """
    lines = [f"{report.athlete.name or report.athlete.id}, {report.week}", ""]
    if report.referral:
        lines += [report.referral.message, ""]
    for flag in report.flags:
        lines.append(f"{flag.code} {flag.severity}, confidence {flag.confidence}: {flag.title}")
        first = flag.because[0]
        mark = "" if first.threshold is None else f" (mark {_figure(first.threshold)})"
        lines.append(f"  {first.when}: {first.measure}: {_figure(first.value)} {first.unit}{mark}")
        lines.append(f"  clears when: {flag.clears_when}")
    if not report.flags:
        lines.append("No flags.")
    return [_harmless(line) for line in [*lines, "", _known(report.coverage), notice]]


def _known(coverage: "CoverageReport") -> str:
    measured, assumed = coverage.desk_hours_measured, coverage.desk_hours_assumed
    return (
        f"Known: {coverage.days_with_data} of 7 days; sitting {_figure(measured)} h observed,"
        f" {_figure(assumed)} h assumed; {coverage.rides_with_measured_position} of"
        f" {coverage.rides} rides with recorded position; {coverage.sets_recognised} of"
        f" {coverage.sets} sets recognised; {_figure(coverage.weeks_of_history)} weeks of history."
    )


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _harmless(line: str) -> str:
    """Names come from files: nothing in them may move a terminal's cursor."""
    return "".join(each if each.isprintable() else " " for each in line)
