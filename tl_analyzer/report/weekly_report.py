"""The weekly report as a value; every format is a pure function of it."""

from typing import Annotated

from pydantic import Field

from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.referral import Referral
from tl_analyzer.finding import Flag
from tl_analyzer.log import Problem
from tl_analyzer.log.value import Value
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.pictures import ExposureCalendar, FlexionDay, TimelineDay
from tl_analyzer.report.week_preview import WeekPreview
from tl_analyzer.report.what_if_report import WhatIf

SCHEMA_VERSION = "1.2"


class AthleteLine(Value):
    """Who the report is about."""

    id: str
    name: str = ""


class HistoryLine(Value):
    """How far one kind of log reaches back.

    Attributes
    ----------
    weeks : float
        Weeks from its first record to the Monday of this week. [weeks]
    covered_weeks : int
        Of the four weeks before this one, how many the log covers. [1]
    trusted_from : str or None
        First day from which a week can be compared with usual.
    """

    weeks: float
    covered_weeks: int
    trusted_from: str | None


class CoverageReport(Value):
    """What was and was not known about the week.

    Attributes
    ----------
    days_with_data : int
        Days of the week with any record. [days]
    last_day : str or None
        Day of the last record, in this week or the weeks of the trend; None without any.
    desk_hours_measured, desk_hours_assumed : float
        Hours of sitting that were observed, and that were assumed from usual hours. [h]
    rides, rides_with_measured_position : int
        Rides this week, and those of which seated and standing were recorded. [1]
    sets, sets_recognised : int
        Sets this week, and those whose exercise was understood. [1]
    sets_recognised_share : float or None
        Their ratio; None without sets. [1]
    unrecognised : tuple of (str, int)
        Exercise names not understood this week, with their sets, most frequent first.
    weeks_of_history : float
        Weeks since the first record of any kind of log. [weeks]
    history : dict
        The same by kind of log: ``strength``, ``rides``, ``desk``.
    one_rep_max : str
        Which deadlift 1RM demand is relative to, and why.
    guessed_units : bool
        Whether weights of the week had to be given a unit.
    sources : tuple of str
        Files read.
    """

    days_with_data: int
    desk_hours_measured: float
    desk_hours_assumed: float
    rides: int
    rides_with_measured_position: int
    sets: int
    sets_recognised: int
    sets_recognised_share: float | None
    unrecognised: tuple[tuple[str, int], ...]
    weeks_of_history: float
    history: dict[str, HistoryLine]
    one_rep_max: str
    guessed_units: bool
    sources: tuple[str, ...]
    last_day: str | None = None


class ChannelReport(Value):
    """One channel of exposure.

    Attributes
    ----------
    this_week, usual : float, float or None
        Sum over the week, and the athlete's own usual; None when the log is too short.
    unit : str
        Unit of both.
    daily : tuple of 7 float
        By day, Monday first.
    range : tuple of (float, float)
        Range of `this_week` over the ranges of parameters and data.
    trend : tuple of float or None
        The weeks before, oldest first, then this week; None for weeks the log does not cover.
    quality : str
        How the data are known: measured, observed or assumed.
    details : dict
        Further measures of the channel, by plain name.
    context : dict
        Moving averages, monotony, strain, percentile: context, never a verdict.
    """

    this_week: float
    usual: float | None
    unit: str
    daily: tuple[float, ...]
    range: tuple[float, float]
    trend: tuple[float | None, ...]
    quality: str
    details: dict[str, float | str] = Field(default_factory=dict)
    context: dict[str, float] = Field(default_factory=dict)


class SymptomWeek(Value):
    """One week of the pain diary.

    Attributes
    ----------
    week : str
        ISO week.
    entries : int
        Entries. [1]
    mean_score, highest : float or None
        Mean and highest score of those that give one, 0-10. [1]
    regions, signs : tuple of str
        Words of the vocabulary that were logged, most frequent first.
    """

    week: str
    entries: int
    mean_score: float | None
    highest: float | None
    regions: tuple[str, ...]
    signs: tuple[str, ...]


class Channels(Value):
    """The four channels."""

    hinge: ChannelReport
    overhead: ChannelReport
    flexion: ChannelReport
    rotation: ChannelReport


class WeeklyReport(Value):
    """One athlete's week, complete.

    Attributes
    ----------
    timeline : tuple of TimelineDay
        The seven days with desk, rides and lifts on one axis.
    calendar : ExposureCalendar or None
        Exposure and pain day by day over the weeks of the trend.
    flexion_day : FlexionDay or None
        The modelled state of the back over the day on which it was bent most.
    acknowledged : tuple of Acknowledged
        Flags of this week that somebody has seen and put aside for a time.
    preview : WeekPreview or None
        What is planned for the week to come; None where nothing is known of it.
    """

    schema_version: Annotated[str, Field(pattern=r"^1\.\d+$")] = SCHEMA_VERSION
    athlete: AthleteLine
    week: str
    timezone: str
    as_of: str
    headline: str
    coverage: CoverageReport
    channels: Channels
    symptoms: tuple[SymptomWeek, ...] = ()
    flags: tuple[Flag, ...]
    plan: tuple[PlanItem, ...]
    referral: Referral | None
    diagnostics: tuple[Problem, ...]
    parameter_version: str
    what_if: WhatIf | None = None
    timeline: tuple[TimelineDay, ...] = ()
    calendar: ExposureCalendar | None = None
    flexion_day: FlexionDay | None = None
    acknowledged: tuple[Acknowledged, ...] = ()
    preview: WeekPreview | None = None
