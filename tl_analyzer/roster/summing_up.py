"""A weekly report, and the flags of the week before -> one line of the roster."""

from collections.abc import Iterable, Mapping
from datetime import date

from tl_analyzer.finding import Flag
from tl_analyzer.load.week import Week
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.follow_up_words import put_aside
from tl_analyzer.report.message import message
from tl_analyzer.report.week_so_far import week_so_far
from tl_analyzer.report.weekly_report import AthleteLine, Channels, SymptomWeek, WeeklyReport
from tl_analyzer.report.wording import clean, dated, moment, quantity
from tl_analyzer.roster.asks import Silence, asks_about_nothing, asks_of
from tl_analyzer.roster.listed import Listed
from tl_analyzer.roster.roster_line import Change, RosterChannel, RosterFlag, RosterLine


def last_day_looked_at(week: Week, as_of_day: date) -> date:
    """Last day that a line on a week speaks of: its Sunday, or the day of the report before it."""
    return min(as_of_day, week.days[-1])


def roster_line(
    report: WeeklyReport,
    before: Iterable[Flag],
    listed: Listed,
    days: Mapping[str, date],
    until: date,
    gap_days: int,
) -> RosterLine:
    """Sum up an athlete's week.

    Parameters
    ----------
    report : WeeklyReport
        The week's report.
    before : iterable of Flag
        Flags of the week before.
    listed : Listed
        What the coach says of the athlete.
    days : mapping of str to date
        Last day by kind of record; see `tl_analyzer.roster.last_days`.
    until : date
        The day up to which `days` were looked for.
    gap_days : int
        A longer silence is a gap in the log. [days]
    """
    stood = {flag.code: flag for flag in before}
    stand = {flag.code for flag in report.flags}
    seen = {each.code: each for each in put_aside(report)}
    seen |= {each.code: each for each in report.acknowledged if each.returned}
    flags = tuple(_in_short(f, stood.get(f.code), seen.get(f.code)) for f in report.flags)
    last = max(days.values(), default=None)
    now, then = _pain(report.symptoms)
    running = week_so_far(report.week, report.as_of)
    asks = asks_of(report, flags, Silence(days, until, gap_days))
    return RosterLine(
        athlete=report.athlete,
        place=listed.place,
        groups=listed.groups,
        note=listed.note,
        week=report.week,
        timezone=report.timezone,
        so_far=running.until if running else "",
        referral=report.referral.level if report.referral else None,
        flags=flags,
        cleared=tuple(code for code in stood if code not in stand),
        headline=report.headline,
        channels=_channels(report.channels),
        pain=now.highest if now else None,
        pain_before=then.highest if then else None,
        check_ins=now.entries if now else 0,
        days_with_data=report.coverage.days_with_data,
        last_day=last.isoformat() if last else None,
        days_silent=(until - last).days if last else None,
        last_days={kind: day.isoformat() for kind, day in days.items()},
        asks=asks,
        remarks=listed.remarks,
        message=message(report, asks),
    )


def failed_line(listed: Listed, why: str) -> RosterLine:
    """The line of an athlete of whom there is no report, and why."""
    return _without_report(listed).model_copy(
        update={"error": why, "asks": asks_about_nothing("not-read")}
    )


def silent_line(listed: Listed, why: str) -> RosterLine:
    """The line of an athlete of whom there is nothing to read, and why."""
    return _without_report(listed).model_copy(
        update={"headline": why, "asks": asks_about_nothing("never")}
    )


def _without_report(listed: Listed) -> RosterLine:
    return RosterLine(
        athlete=AthleteLine(id=listed.id, name=listed.name),
        place=listed.place,
        groups=listed.groups,
        note=listed.note,
        remarks=listed.remarks,
    )


def _in_short(flag: Flag, before: Flag | None, seen: Acknowledged | None) -> RosterFlag:
    fact = flag.because[0]
    measured = f"{dated(clean(fact.measure))}: {quantity(fact.value, fact.unit)}"
    return RosterFlag(
        code=flag.code,
        name=flag.name,
        severity=flag.severity,
        change=_change(flag, before),
        fact=f"{measured}, {moment(fact.when)}",
        seen_until=seen.until if seen and not seen.returned else "",
        seen_note=seen.note if seen else "",
        returned=seen.returned if seen else "",
    )


def _change(flag: Flag, before: Flag | None) -> Change:
    if before is None:
        return "new"
    if flag.severity is before.severity:
        return "same"
    return "worse" if flag.severity.rank > before.severity.rank else "better"


def _channels(channels: Channels) -> tuple[RosterChannel, ...]:
    named = ((name, getattr(channels, name)) for name in Channels.model_fields)
    return tuple(
        RosterChannel(
            name=name,
            unit=channel.unit,
            this_week=channel.this_week,
            last_week=channel.trend[-2] if len(channel.trend) > 1 else None,
            usual=channel.usual,
        )
        for name, channel in named
    )


def _pain(weeks: tuple[SymptomWeek, ...]) -> tuple[SymptomWeek | None, SymptomWeek | None]:
    """The diary of this week, and of the week before."""
    return (weeks[-1] if weeks else None), (weeks[-2] if len(weeks) > 1 else None)
