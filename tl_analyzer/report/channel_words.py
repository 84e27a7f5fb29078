"""The four channels in words: this week against usual, day by day."""

import re
from math import inf
from typing import NamedTuple

from tl_analyzer.report.weekly_report import ChannelReport, Channels
from tl_analyzer.report.wording import clean, dated, number, quantity

#: Digits of "x usual": the usual of four weeks is known no better.
_RATIO_DIGITS = 2

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

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


def channel_entries(channels: Channels) -> tuple[ChannelEntry, ...]:
    """Put the channels into words, in the order of the report."""
    return tuple(_entry(name, getattr(channels, name)) for name in Channels.model_fields)


def _entry(name: str, channel: ChannelReport) -> ChannelEntry:
    low, high = channel.range
    days = zip(_DAYS, channel.daily, strict=False)
    details = tuple(
        _detail(clean(label), value) for label, value in channel.details.items() if value
    )
    silent = not (channel.this_week or any(channel.trend) or any(channel.daily) or details)
    ratio = _ratio(channel)
    return ChannelEntry(
        name=name.capitalize(),
        compared=_nothing(channel) if silent else _compared(channel, ratio),
        silent=silent,
        amount=quantity(channel.this_week, channel.unit),
        usual="not known yet" if channel.usual is None else quantity(channel.usual, channel.unit),
        spread="" if low == high else f"{number(low)} to {number(high)}",
        daily=" · ".join(f"{label} {number(value)}" for label, value in days if value),
        known=clean(channel.quality),
        ratio=ratio,
        trend=_known_part(channel.trend),
        details=details,
        context=_context(channel),
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


def _ratio(channel: ChannelReport) -> float | None:
    if channel.usual is None:
        return None
    if channel.usual == 0:
        return inf if channel.this_week else 0.0
    return channel.this_week / channel.usual


def _nothing(channel: ChannelReport) -> str:
    covered = channel.usual is not None or any(week is not None for week in channel.trend[:-1])
    return "none this week, none in the weeks before" if covered else "nothing recorded"


def _compared(channel: ChannelReport, ratio: float | None) -> str:
    if ratio is None:
        return "no usual yet"
    if ratio == inf:
        return "usual is none"
    if channel.this_week == 0 == channel.usual:
        return "none, as usual"
    return f"{number(ratio, _RATIO_DIGITS)} x usual"
