"""The four channels in words: this week against usual, day by day."""

import re
from math import inf
from typing import NamedTuple

from tl_analyzer.day_names import SHORTEST_WEEKDAYS
from tl_analyzer.report.change_words import Change, change
from tl_analyzer.report.weekly_report import ChannelReport, Channels
from tl_analyzer.report.wording import clean, dated, number, quantity

#: Digits of "x usual": the usual of four weeks is known no better.
RATIO_DIGITS = 2

_LABEL_WITH_UNIT = re.compile(r"(.*\S)\s*\[(.+)\]")


class ChannelEntry(NamedTuple):
    """One channel of exposure against the athlete's usual.

    Attributes
    ----------
    name : str
        Its name.
    compared : str
        This week against usual, in words.
    silent : bool
        Whether there is nothing more to say: no exposure this week or in the weeks before.
    amount, usual, spread, daily, known : str
        This week, the usual week, the range, the days that are not zero, and how the data are
        known.
    ratio : float or None
        This week over usual, for a bar; infinite over a usual of zero, None without a usual. [1]
    trend : tuple of float or None
        The weeks before from the first known one, oldest first, then this one; None is a gap.
    details : tuple of str
        Further measures that are not zero.
    context : str
        Moving averages and spreads; no verdict.
    change : Change
        This week beside last week and the four weeks before.
    """

    name: str
    compared: str
    silent: bool
    amount: str
    usual: str
    spread: str
    daily: str
    known: str
    ratio: float | None
    trend: tuple[float | None, ...]
    details: tuple[str, ...]
    context: str
    change: Change


def channel_entries(channels: Channels, running: bool = False) -> tuple[ChannelEntry, ...]:
    """Put the channels into words, in the order of the report.

    Parameters
    ----------
    channels : Channels
        The channels.
    running : bool
        Whether the week is not over, so that whole weeks are no match for it.
    """
    return tuple(_entry(name, getattr(channels, name), running) for name in Channels.model_fields)


def _entry(name: str, channel: ChannelReport, running: bool) -> ChannelEntry:
    low, high = channel.range
    days = zip(SHORTEST_WEEKDAYS, channel.daily, strict=False)
    details = tuple(
        _detail(clean(label), value) for label, value in channel.details.items() if value
    )
    silent = not (channel.this_week or any(channel.trend) or any(channel.daily) or details)
    ratio = times_usual(channel.this_week, channel.usual)
    usual = "not known yet" if channel.usual is None else quantity(channel.usual, channel.unit)
    return ChannelEntry(
        name=name.capitalize(),
        compared=_nothing(channel) if silent else _compared(channel, ratio, running),
        silent=silent,
        amount=quantity(channel.this_week, channel.unit),
        usual=usual,
        spread="" if low == high else f"{number(low)} to {number(high)}",
        daily=" · ".join(f"{label} {number(value)}" for label, value in days if value),
        known=clean(channel.quality),
        ratio=ratio,
        trend=_known_part(channel.trend),
        details=details,
        context=_context(channel),
        change=change(channel.trend, channel.unit, usual, running),
    )


def _context(channel: ChannelReport) -> str:
    known = [f"{clean(label)} {number(value)}" for label, value in channel.context.items()]
    return f"for context: {', '.join(known)}" if known else ""


def _detail(label: str, value: float | str) -> str:
    if isinstance(value, str):
        return f"{label.replace('_', ' ')}: {dated(clean(value))}"
    named = _LABEL_WITH_UNIT.fullmatch(label)
    name, unit = (named[1], named[2]) if named else (label, "")
    return f"{name.replace('_', ' ')}: {quantity(value, unit)}"


def _known_part(trend: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """Drop the weeks before the log begins; a gap inside it stays."""
    first = next((n for n, value in enumerate(trend) if value is not None), 0)
    return trend[first:]


def times_usual(amount: float, usual: float | None) -> float | None:
    """A week's amount over the usual one; infinite over a usual of zero, None without one. [1]"""
    if usual is None:
        return None
    if usual == 0:
        return inf if amount else 0.0
    return amount / usual


def _nothing(channel: ChannelReport) -> str:
    covered = channel.usual is not None or any(week is not None for week in channel.trend[:-1])
    return "none this week, none in the weeks before" if covered else "nothing recorded"


def _compared(channel: ChannelReport, ratio: float | None, running: bool) -> str:
    if ratio is None:
        return "no usual yet"
    if ratio == inf:
        return "usual is none"
    if channel.this_week == 0 == channel.usual:
        return "none, as usual"
    return f"{number(ratio, RATIO_DIGITS)} x usual{' so far' if running else ''}"
