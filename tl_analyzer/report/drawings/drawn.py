"""All pictures of a report."""

from typing import NamedTuple

from tl_analyzer.report.channel_words import ChannelEntry
from tl_analyzer.report.drawings.channels import ChannelCard, channel_cards, heat_key
from tl_analyzer.report.drawings.days import DrawnDays, drawn_days
from tl_analyzer.report.drawings.numbers import Key
from tl_analyzer.report.drawings.pain import DrawnPain, drawn_pain
from tl_analyzer.report.drawings.state import DrawnState, drawn_state
from tl_analyzer.report.weekly_report import WeeklyReport


class Drawn(NamedTuple):
    """What is drawn; None or empty where there is nothing to draw.

    Attributes
    ----------
    days : DrawnDays or None
        The week on one axis of hours.
    cards : tuple of ChannelCard
        The channels that are not silent.
    heat_key : tuple of Key
        The legend of their days.
    state : DrawnState or None
        The worst day.
    pain : DrawnPain or None
        Pain beside load.
    """

    days: DrawnDays | None
    cards: tuple[ChannelCard, ...]
    heat_key: tuple[Key, ...]
    state: DrawnState | None
    pain: DrawnPain | None


def drawn(report: WeeklyReport, said: tuple[ChannelEntry, ...]) -> Drawn:
    """Draw a report; the words are decided already."""
    cards = channel_cards(report, said)
    return Drawn(
        days=drawn_days(report.timeline),
        cards=cards,
        heat_key=heat_key() if cards and report.calendar is not None else (),
        state=drawn_state(report.flexion_day, report.timeline),
        pain=drawn_pain(report, said),
    )
