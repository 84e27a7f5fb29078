"""Flags that somebody has seen, in words: put aside with a note, or back among the others."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from tl_analyzer.finding import Flag
from tl_analyzer.report.audience import Audience, Reader
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.headline import headline
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import PROSE, clean, dated, moment, sentence


class AcknowledgedEntry(NamedTuple):
    """A flag that is put aside for a time.

    Attributes
    ----------
    code, title : str
        The flag.
    seen : str
        Until when, and who has seen it.
    note : str
        What was noted beside it; may be empty.
    """

    code: str
    title: str
    seen: str
    note: str


def put_aside(report: WeeklyReport) -> tuple[Acknowledged, ...]:
    """Acknowledgements that still hold; what a referral rests on cannot be put aside."""
    urgent: Collection[str] = () if report.referral is None else report.referral.because
    return tuple(a for a in report.acknowledged if not a.returned and a.code not in urgent)


def codes_put_aside(report: WeeklyReport) -> frozenset[str]:
    """Codes of the flags that are not shown among the others."""
    return frozenset(seen.code for seen in put_aside(report))


def followed_up(report: WeeklyReport, acknowledged: tuple[Acknowledged, ...]) -> WeeklyReport:
    """Add what somebody has seen to a report; its headline then leads with what nobody has.

    Parameters
    ----------
    report : WeeklyReport
        The report of a week.
    acknowledged : tuple of Acknowledged
        Flags of the week that somebody has seen.
    """
    followed = report.model_copy(update={"acknowledged": acknowledged})
    aside = codes_put_aside(followed)
    shown = [flag for flag in report.flags if flag.code not in aside]
    hidden = len(report.flags) - len(shown)
    if not hidden:
        return followed
    said = headline(report, shown, hidden)
    return followed.model_copy(update={"headline": said})


def acknowledged_entries(report: WeeklyReport, reader: Reader) -> tuple[AcknowledgedEntry, ...]:
    """Put the flags that are put aside into words."""
    flags = {flag.code: flag for flag in report.flags}
    return tuple(
        AcknowledgedEntry(
            code=clean(seen.code),
            title=_title(flags.get(seen.code)),
            seen=f"put aside until {moment(seen.until)}{_by(reader)}",
            note=sentence(clean(seen.note, PROSE)),
        )
        for seen in put_aside(report)
    )


def remarks(report: WeeklyReport, reader: Reader) -> Mapping[str, str]:
    """What stands beside a flag that was put aside and is back, by its code."""
    return {seen.code: _back(seen, reader) for seen in report.acknowledged if seen.returned}


def _back(seen: Acknowledged, reader: Reader) -> str:
    why = sentence(dated(clean(seen.returned, PROSE)))
    noted = f" Noted then: {sentence(clean(seen.note, PROSE))}" if seen.note.strip() else ""
    by = " by your coach" if reader.audience is Audience.ATHLETE else ""
    return f"Seen{by} on {moment(seen.made_on)}, and shown again: {reader.said(why)}{noted}"


def _by(reader: Reader) -> str:
    return ", seen by your coach" if reader.audience is Audience.ATHLETE else ""


def _title(flag: Flag | None) -> str:
    return "" if flag is None else clean(flag.title)
