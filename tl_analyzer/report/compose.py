"""Picture, flags and plan -> the report value."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.referral import refer
from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import ChannelExposure, Picture
from tl_analyzer.load.weekly import History
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.headline import headline
from tl_analyzer.report.symptoms import symptom_weeks
from tl_analyzer.report.week_preview import WeekPreview
from tl_analyzer.report.weekly_report import (
    AthleteLine,
    ChannelReport,
    Channels,
    CoverageReport,
    HistoryLine,
    WeeklyReport,
)


def compose(
    picture: Picture,
    flags: tuple[Flag, ...],
    plan: tuple[PlanItem, ...],
    parameters: Parameters,
    ahead: WeekPreview | None = None,
) -> WeeklyReport:
    """Put the report together; all numbers are computed by now."""
    zone = picture.profile.athlete.timezone
    report = WeeklyReport(
        athlete=AthleteLine(id=picture.profile.athlete.id, name=picture.profile.athlete.name),
        week=picture.week.label,
        timezone=zone,
        as_of=datetime.fromtimestamp(picture.as_of, UTC).astimezone(ZoneInfo(zone)).isoformat(),
        headline="",
        coverage=_coverage(picture, parameters),
        channels=Channels(
            hinge=_channel(picture.channels[Channel.HINGE]),
            overhead=_channel(picture.channels[Channel.OVERHEAD]),
            flexion=_channel(picture.channels[Channel.FLEXION]),
            rotation=_channel(picture.channels[Channel.ROTATION]),
        ),
        symptoms=symptom_weeks(picture, int(parameters.number("exposure.trend_weeks"))),
        flags=flags,
        plan=plan,
        referral=refer(flags, picture),
        diagnostics=picture.problems,
        parameter_version=parameters.version,
        preview=ahead,
    )
    return report.model_copy(update={"headline": headline(report, flags)})


def _channel(exposure: ChannelExposure) -> ChannelReport:
    weekly = exposure.weekly
    return ChannelReport(
        this_week=weekly.this,
        usual=weekly.usual,
        unit=weekly.unit,
        daily=weekly.daily,
        range=(weekly.low, weekly.high),
        trend=(*reversed(weekly.before), weekly.this),
        quality=weekly.quality.value,
        details=dict(exposure.extra),
        context=dict(exposure.context),
    )


def _coverage(picture: Picture, parameters: Parameters) -> CoverageReport:
    known = picture.coverage
    span = int(parameters.number("history.usual_weeks"))
    return CoverageReport(
        days_with_data=known.days_with_data,
        desk_hours_measured=known.desk_hours_measured,
        desk_hours_assumed=known.desk_hours_assumed,
        rides=known.rides,
        rides_with_measured_position=known.rides_with_measured_position,
        sets=known.sets,
        sets_recognised=known.sets_recognised,
        sets_recognised_share=known.sets_recognised / known.sets if known.sets else None,
        unrecognised=known.unrecognised,
        weeks_of_history=max((h.weeks for h in picture.history.values()), default=0.0),
        history={k.value: _history(h, span) for k, h in picture.history.items()},
        one_rep_max=picture.strengths.basis,
        guessed_units=known.guessed_units,
        sources=known.sources,
        last_day=None if known.last_day is None else date.fromordinal(known.last_day).isoformat(),
    )


def _history(history: History, span: int) -> HistoryLine:
    trusted = history.trusted_from
    return HistoryLine(
        weeks=history.weeks,
        covered_weeks=sum(history.covered[:span]),
        trusted_from=date.fromordinal(trusted).isoformat() if trusted is not None else None,
    )
