"""Pain beside load: the diary of the weeks above the channels of the same weeks."""

from typing import NamedTuple

from tl_analyzer.pages.svg.drawing import Paint, axis_top
from tl_analyzer.pages.svg.heat_map import HeatMap, heat_map
from tl_analyzer.pages.svg.pain_and_load import Panel, pain_and_load
from tl_analyzer.report.channel_words import ChannelEntry
from tl_analyzer.report.drawings.numbers import Table, cell
from tl_analyzer.report.drawings.week_dates import column_names
from tl_analyzer.report.weekly_report import ChannelReport, Channels, WeeklyReport
from tl_analyzer.report.wording import clean, number

#: End of the scale of a diary. [1]
_SCALE = 10.0

_WEEK = 7


class DrawnPain(NamedTuple):
    """Pain above load by week, pain by day, and the table behind both.

    Attributes
    ----------
    picture : str
        The weeks.
    days : str
        The days; empty where the diary gives no scores.
    table : Table
        The weeks in numbers, this one first.
    """

    picture: str
    days: str
    table: Table


def drawn_pain(report: WeeklyReport, said: tuple[ChannelEntry, ...]) -> DrawnPain | None:
    """Draw pain above load; None where the diary is empty."""
    if not any(week.mean_score is not None for week in report.symptoms):
        return None
    loud: list[tuple[str, ChannelReport]] = [
        (entry.name, getattr(report.channels, name))
        for name, entry in zip(Channels.model_fields, said, strict=True)
        if not entry.silent
    ]
    count = max(len(report.symptoms), *(len(channel.trend) for _, channel in loud), 1)
    scores = _filled([week.mean_score for week in report.symptoms], count)
    panels = [Panel("Pain, mean score of the week, 0 to 10", scores, _SCALE, paint=Paint.PAIN)]
    for name, channel in loud:
        values = _filled(list(channel.trend), count)
        top = axis_top(max((v for v in (*values, channel.usual) if v is not None), default=0.0))
        label = f"{name}, {clean(channel.unit)} a week"
        panels.append(Panel(label, values, top, channel.usual, Paint.PAST))
    labels = column_names(report.week, count)
    title = f"Pain beside load, {count} weeks"
    known = ", ".join(cell(score) for score in scores if score is not None)
    words = f"Panels of the same weeks, pain at the top: {known} of 10 in the weeks with a score."
    return DrawnPain(
        picture=pain_and_load("pain", title, words, panels, labels),
        days=_days(report),
        table=Table(
            head=("Week", "Pain", *(name for name, _ in loud)),
            rows=tuple(
                (labels[i], *(cell(panel.values[i]) for panel in panels))
                for i in range(count - 1, -1, -1)
            ),
        ),
    )


def _days(report: WeeklyReport) -> str:
    scores = () if report.calendar is None else report.calendar.pain
    highest = max((score for score in scores if score is not None), default=None)
    if highest is None:
        return ""
    labels = column_names(report.week, len(scores) // _WEEK)
    title = f"Pain, day by day, {len(labels)} weeks"
    words = f"Highest score {number(highest)} of 10."
    return heat_map("pain-days", HeatMap(title, words, scores, labels, Paint.PAIN))


def _filled(values: list[float | None], count: int) -> tuple[float | None, ...]:
    return (*(None,) * (count - len(values)), *values)
