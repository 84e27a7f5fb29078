"""The week day by day: one picture in two widths, its legend and its table."""

from typing import NamedTuple

from tl_analyzer.pages.svg.time_bars import TimeBar, flag_key, known_key, lane_key, level_key
from tl_analyzer.pages.svg.timeline import NARROW, WIDE, DayRow, timeline
from tl_analyzer.report.drawings.numbers import Key, Table
from tl_analyzer.report.drawings.week_dates import hour_of_day
from tl_analyzer.report.pictures import Lane, TimelineBar, TimelineDay
from tl_analyzer.report.wording import clean, count, moment, number

#: How bars look by how they are known, in words of the report.
_KNOWN = ("measured", "observed", "assumed")

#: What the height of a bar says.
_HIGHER = "higher: bent further, or heavier"

#: The narrow picture stands above its numbers, which say the same.
_BELOW = "Every stretch is in the table below."


class DrawnDays(NamedTuple):
    """The timeline of a week.

    Attributes
    ----------
    wide, narrow : str
        The picture for a desk and for a phone.
    key : tuple of Key
        The legend: only what occurs.
    untimed : tuple of (str, str)
        Days with sessions whose time of day is not known, and these sessions.
    table : Table
        Everything that is drawn.
    """

    wide: str
    narrow: str
    key: tuple[Key, ...]
    untimed: tuple[tuple[str, str], ...]
    table: Table


def drawn_days(days: tuple[TimelineDay, ...]) -> DrawnDays | None:
    """Draw the days; None where nothing is known of any."""
    if not any(day.bars or day.untimed for day in days):
        return None
    title = f"{count(len(days), 'day')} on one axis of hours"
    words = " ".join(_day_in_words(day) for day in days)
    named = [_row(day, moment(day.date)) for day in days]
    short = [row._replace(name=row.name[:3]) for row in named]
    return DrawnDays(
        wide=timeline("days-wide", title, words, named, WIDE),
        narrow=timeline("days-narrow", title, _BELOW, short, NARROW),
        key=_key(days),
        untimed=tuple(
            (moment(day.date), ", ".join(clean(session) for session in day.untimed))
            for day in days
            if day.untimed
        ),
        table=Table(
            head=("Day", "Time", "Lane", "What", "Level", "Known", "Flags"),
            rows=tuple(_cells(day, bar) for day in days for bar in day.bars),
        ),
    )


def bars_of(day: TimelineDay) -> tuple[TimeBar, ...]:
    """The bars of a day as pictures take them."""
    return tuple(
        TimeBar(
            lane=bar.lane.value,
            start=hour_of_day(bar.start, day.date),
            end=hour_of_day(bar.end, day.date),
            label=clean(bar.label),
            level=bar.level,
            known=bar.known,
            flagged=_codes(bar),
        )
        for bar in day.bars
    )


def _row(day: TimelineDay, name: str) -> DayRow:
    remarks = []
    if day.pain is not None:
        remarks.append(f"pain {number(day.pain)}")
    if day.untimed:
        remarks.append(f"+{len(day.untimed)}")
    return DayRow(name, " ".join(remarks), bars_of(day))


def _codes(bar: TimelineBar) -> str:
    return ", ".join(clean(code) for code in bar.flags)


def _key(days: tuple[TimelineDay, ...]) -> tuple[Key, ...]:
    bars = [bar for day in days for bar in day.bars]
    lanes = [Key(lane_key(lane), lane.value) for lane in Lane if any(b.lane is lane for b in bars)]
    known = [Key(known_key(k), k) for k in _KNOWN if any(b.known == k for b in bars)]
    flagged = [Key(flag_key(), "named by a flag")] if any(b.flags for b in bars) else []
    return (*lanes, *(known if len(known) > 1 else ()), *flagged, Key(level_key(), _HIGHER))


def _day_in_words(day: TimelineDay) -> str:
    bars = [f"{_clock(bar)} {bar.lane} {clean(bar.label)}" for bar in day.bars]
    return f"{moment(day.date)}: {', '.join((*bars, *map(clean, day.untimed))) or 'nothing'}."


def _clock(bar: TimelineBar) -> str:
    return f"{bar.start[11:16]}-{bar.end[11:16]}"


def _cells(day: TimelineDay, bar: TimelineBar) -> tuple[str, ...]:
    level = "" if bar.level is None else number(bar.level)
    return (
        moment(day.date),
        _clock(bar),
        bar.lane.value,
        clean(bar.label),
        level,
        clean(bar.known),
        _codes(bar),
    )
