"""The four channels as cards: what is said, what is drawn, and the numbers behind it."""

from typing import NamedTuple

from tl_analyzer.day_names import SHORTEST_WEEKDAYS
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.pages.svg.day_bars import day_bars
from tl_analyzer.pages.svg.heat_map import STEP_WORDS, HeatMap, heat_map, step_key
from tl_analyzer.pages.svg.weeks import WeekBars, week_bars
from tl_analyzer.report.channel_words import ChannelEntry
from tl_analyzer.report.drawings.numbers import Key, Table, cell
from tl_analyzer.report.drawings.week_dates import column_names
from tl_analyzer.report.follow_up_words import codes_put_aside
from tl_analyzer.report.glyphs import UNICODE
from tl_analyzer.report.weekly_report import ChannelReport, Channels, WeeklyReport
from tl_analyzer.report.wording import clean, number

_WEEK = 7

#: Written where nothing is known.
_UNKNOWN = "no data"


class NamedFlag(NamedTuple):
    """A flag as a card points to it."""

    severity: Severity
    symbol: str
    code: str


class ChannelCard(NamedTuple):
    """One channel that has something to show.

    Attributes
    ----------
    said : ChannelEntry
        Its words.
    flags : tuple of NamedFlag
        Flags of this week that speak of it; those that are put aside are none of them.
    pictures : tuple of str
        Its weeks, and its days where they are known.
    days : str
        The days of this week, drawn.
    table : Table
        The numbers behind the pictures, this week first.
    """

    said: ChannelEntry
    flags: tuple[NamedFlag, ...]
    pictures: tuple[str, ...]
    days: str
    table: Table


def channel_cards(report: WeeklyReport, said: tuple[ChannelEntry, ...]) -> tuple[ChannelCard, ...]:
    """Draw the channels that are not silent, in the order of the report."""
    return tuple(
        _card(report, name, entry)
        for name, entry in zip(Channels.model_fields, said, strict=True)
        if not entry.silent
    )


def heat_key() -> tuple[Key, ...]:
    """The legend of the days: steps in words."""
    steps = [Key(step_key(step), words) for step, words in enumerate(STEP_WORDS)]
    return (Key(step_key(None), _UNKNOWN), Key(step_key(-1), "none"), *steps)


def _card(report: WeeklyReport, name: str, said: ChannelEntry) -> ChannelCard:
    channel: ChannelReport = getattr(report.channels, name)
    calendar = report.calendar
    by_day = () if calendar is None else getattr(calendar, name)
    aside = codes_put_aside(report)
    count = len(channel.trend)
    labels = column_names(report.week, count)
    below = column_names(report.week, len(by_day) // _WEEK)
    unit = clean(channel.unit)
    weeks = WeekBars(
        title=f"{said.name}, {count} weeks, {unit} a week",
        words=_in_words(said),
        unit=f"{unit} a week",
        values=channel.trend,
        usual=channel.usual,
        low=channel.range[0],
        high=channel.range[1],
        labels=() if len(below) == count else labels,
    )
    pictures = [week_bars(f"{name}-weeks", weeks)]
    if by_day:
        highest = max((value for value in by_day if value is not None), default=0.0)
        title = f"{said.name}, day by day, {len(below)} weeks"
        words = f"Highest day {number(highest)} {unit}. This week: {said.daily or 'none'}."
        pictures.append(heat_map(f"{name}-days", HeatMap(title, words, by_day, below)))
    return ChannelCard(
        said=said,
        flags=tuple(
            _named(flag) for flag in report.flags if flag.channel == name and flag.code not in aside
        ),
        pictures=tuple(pictures),
        days=day_bars(f"{name}-week", "This week, day by day", said.daily, channel.daily),
        table=Table(
            head=("Week", unit, *(SHORTEST_WEEKDAYS if by_day else ())),
            rows=_rows(labels, channel.trend, by_day),
        ),
    )


def _in_words(said: ChannelEntry) -> str:
    spread = f", range {said.spread}" if said.spread else ""
    return f"This week {said.amount}{spread}; usual {said.usual}; {said.compared}."


def _named(flag: Flag) -> NamedFlag:
    return NamedFlag(flag.severity, UNICODE.severity[flag.severity], clean(flag.code))


def _rows(
    labels: tuple[str, ...], weeks: tuple[float | None, ...], days: tuple[float | None, ...]
) -> tuple[tuple[str, ...], ...]:
    """One row a week, this one first, with its days where the calendar has them."""
    rows = []
    for back in range(1, len(weeks) + 1):
        first = len(days) - back * _WEEK
        of_week = days[first : first + _WEEK] if first >= 0 else ()
        rows.append((labels[-back], *(cell(value) for value in (weeks[-back], *of_week))))
    return tuple(rows)
