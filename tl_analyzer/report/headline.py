"""The week in one sentence, for a phone: what happened, one number, and what stands beside it."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import tomli

from tl_analyzer.advice.numbers import counted
from tl_analyzer.day_names import day_and_month
from tl_analyzer.finding import Channel, Evidence, Flag, Severity
from tl_analyzer.report.audience import capital
from tl_analyzer.report.week_so_far import week_so_far
from tl_analyzer.report.weekly_report import ChannelReport, WeeklyReport
from tl_analyzer.report.wording import count, moment, number, sentence
from tl_analyzer.rules.shipped import RULES

#: Speaks of other flags, not of an exposure of its own.
COMBINED = "TL503"

#: Digits of "x usual" and of hours: neither is known better.
_DIGITS = 2


class Phrase(NamedTuple):
    """What the headline says of a rule; ``headline.toml`` explains what stands in braces.

    Attributes
    ----------
    leads, beside : str
        Said of the flag that comes first, and of the one beside it.
    fact : int
        Which of the flag's facts it speaks of.
    """

    leads: str
    beside: str
    fact: int = 0


#: Said of the rules of others.
_OF_OTHERS = Phrase(leads="{title}: {amount}{on}", beside="{title}{on}")

#: What of these is not in ``headline.toml`` is said elsewhere.
_SHIPPED = frozenset(rule.code for rule in RULES)


def headline(report: WeeklyReport, flags: Sequence[Flag], aside: int = 0) -> str:
    """Say what matters this week in one plain sentence.

    A referral comes first, then the most urgent flag with the one number that matters and the
    first of another kind beside it; a week without any of these says so, and a week without data
    says that instead. A week that is not over is said to be so.

    Parameters
    ----------
    report : WeeklyReport
        The report value; its own headline is not looked at.
    flags : sequence of Flag
        The flags that are shown, most urgent first.
    aside : int
        Flags that somebody has seen and put aside. [1]
    """
    if report.referral is not None:
        return report.referral.message
    urgent = [flag for flag in flags if flag.severity.rank >= Severity.AMBER.rank]
    told = [flag for flag in urgent if flag.code in phrases() or is_of_others(flag)]
    said = _stands_out(told, len(urgent), report) if told else _quiet(report, flags, aside)
    so_far = week_so_far(report.week, report.as_of)
    return said if so_far is None else f"{so_far.words}: {said[:1].lower()}{said[1:]}"


def _stands_out(told: Sequence[Flag], urgent: int, report: WeeklyReport) -> str:
    """Name the most urgent flag with its number, and beside it one of another kind, if any."""
    alone = [flag for flag in told if flag.code != COMBINED] or told
    first, *others = alone
    other = next((flag for flag in others if flag.channel is not first.channel), None)
    other = others[0] if other is None and others else other
    beside = [] if other is None else [_said(other, _phrase(other).beside, report)]
    rest = urgent - 1 - len(beside)
    if rest:
        beside.append(count(rest, "more flag"))
    also = f"; also {' and '.join(beside)}" if beside else ""
    return sentence(capital(_said(first, _phrase(first).leads, report)) + also)


def _said(flag: Flag, phrase: str, report: WeeklyReport) -> str:
    """Fill a phrase with the flag's own day and number."""
    # A flag of another version may hold fewer facts: the last one it has, then.
    fact = flag.because[min(_phrase(flag).fact, len(flag.because) - 1)]
    bound = "up to " if fact.low is None and fact.high is not None else ""
    return phrase.format(
        n=f"{bound}{number(fact.value)}",
        amount=f"{bound}{counted(number(fact.value), fact.unit)}",
        hours=number(fact.value / 60.0, _DIGITS),
        on=_on(fact),
        usual=_against_usual(flag.channel, report),
        title=flag.title,
    )


def is_of_others(flag: Flag) -> bool:
    """Whether a flag was raised by a rule that is not shipped: no table knows words for it."""
    return flag.code not in _SHIPPED


def _phrase(flag: Flag) -> Phrase:
    """What is said of a rule; of one that is not shipped, its name and its number."""
    return phrases().get(flag.code, _OF_OTHERS)


def _on(fact: Evidence) -> str:
    return "" if fact.day is None else f" on {day_and_month(fact.day)}"


def _against_usual(channel: Channel, report: WeeklyReport) -> str:
    """Compare a channel with its usual week, as far as it has one."""
    exposure = getattr(report.channels, channel.value, None)
    if not isinstance(exposure, ChannelReport) or exposure.usual is None:
        return "above usual"
    if exposure.usual == 0:
        return "after weeks without any"
    return f"{number(exposure.this_week / exposure.usual, _DIGITS)} x usual"


def _quiet(report: WeeklyReport, flags: Sequence[Flag], aside: int) -> str:
    if not report.coverage.days_with_data:
        # Whoever asks for the last week of an older export wants to know which week to ask for.
        last = report.coverage.last_day
        since = f"; the last record is of {moment(last, year=True)}" if last else ""
        return f"No training, riding or sitting was recorded this week{since}."
    if any(flag.code == "TL803" for flag in flags):
        return "Too little history to compare this week with usual; nothing else stands out."
    if aside:
        return f"Nothing new stands out this week; {count(aside, 'flag')} seen and put aside."
    return "Nothing stands out this week against your own usual."


@cache
def phrases() -> Mapping[str, Phrase]:
    """What the headline says, by code of the rule."""
    text = files("tl_analyzer.report").joinpath("headline.toml").read_text(encoding="utf-8")
    return {code: Phrase(**entry) for code, entry in tomli.loads(text).items()}
