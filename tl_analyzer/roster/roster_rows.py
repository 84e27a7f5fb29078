"""The lines of a roster in words, as its page shows them."""

from collections.abc import Mapping
from math import isinf
from typing import NamedTuple

from tl_analyzer.finding import Channel, Severity
from tl_analyzer.pages.svg.trend_line import TrendLine, trend_line
from tl_analyzer.report.audience import Audience, Reader, capital
from tl_analyzer.report.channel_words import RATIO_DIGITS, ChannelEntry, channel_entries
from tl_analyzer.report.glyphs import UNICODE
from tl_analyzer.report.referral_words import referral_message
from tl_analyzer.report.week_so_far import week_so_far
from tl_analyzer.report.weekly_report import ChannelReport, WeeklyReport
from tl_analyzer.report.wording import PROSE, clean, dated, moment, number, sentence
from tl_analyzer.roster.line_words import (
    FLAGS_NAMED,
    pain_in_short,
    returned_flag,
    silence_in_short,
    stand_out,
    week_in_short,
)
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_line import RosterFlag, RosterLine
from tl_analyzer.rules.catalogue import rules_in_use

#: Longest name on a page of many. [characters]
_LONGEST_NAME = 80
#: Stands where there is no usual yet.
_NO_USUAL = "\N{EN DASH}"
#: Shape and word of each level; those of severities are those of every report.
LEVEL_WORDS: Mapping[str, tuple[str, str]] = {
    "emergency": ("\N{HEAVY GREEK CROSS}", "emergency"),
    "clinician": ("\N{HEAVY GREEK CROSS}", "clinician"),
    "red": (UNICODE.severity[Severity.RED], "red"),
    "amber": (UNICODE.severity[Severity.AMBER], "amber"),
    "watch": (UNICODE.severity[Severity.WATCH], "watch"),
    "quiet": (UNICODE.severity[Severity.INFO], "quiet"),
    "no data": ("?", "no data"),
    "not read": ("\N{MULTIPLICATION SIGN}", "not read"),
}


class RowFlag(NamedTuple):
    """A flag on the roster's page; `change` is empty where nothing changed."""

    code: str
    title: str
    severity: str
    symbol: str
    change: str


class RowChannel(NamedTuple):
    """One channel: its name, this week against usual in a few characters, and its line."""

    key: str
    compared: str
    line: TrendLine | None


class RosterRow(NamedTuple):
    """One athlete.

    Attributes
    ----------
    page : str
        File name of the athlete's page; empty where there is none.
    level, symbol, word : str
        Key, shape and word of the level.
    name, id : str
        Name, and the id where it is something else.
    groups : tuple of str
        Groups.
    says : str
        The week in one sentence; why there is no report; empty where nothing stands out.
    flags, more : tuple of RowFlag, int
        Flags that stand out, and how many more there are.
    changes : str
        Pain beside the week before, and flags that are none any more.
    changed : int
        How many flags are new or worse. [1]
    silent : bool
        Whether the week has no data.
    channels : tuple of RowChannel
        Exposure.
    last_day, last : str
        Last day with any record, as a date and in words.
    asks : tuple of str
        What to ask.
    note : str
        The note of the roster file.
    seen, returned : tuple of str
        What was put aside until when, and what was and is back, with the reason.
    remarks : tuple of str
        What is odd.
    """

    page: str
    level: str
    symbol: str
    word: str
    name: str
    id: str
    groups: tuple[str, ...]
    says: str
    flags: tuple[RowFlag, ...]
    more: int
    changes: str
    changed: int
    silent: bool
    channels: tuple[RowChannel, ...]
    last_day: str
    last: str
    asks: tuple[str, ...]
    note: str
    seen: tuple[str, ...]
    returned: tuple[str, ...]
    remarks: tuple[str, ...]


def roster_row(line: RosterLine, report: WeeklyReport | None, page: str) -> RosterRow:
    """Put one line into words.

    Parameters
    ----------
    line : RosterLine
        The line.
    report : WeeklyReport or None
        The report behind it, for its lines of exposure.
    page : str
        File name of the athlete's page; empty where there is none.
    """
    said = line.level
    symbol, word = LEVEL_WORDS[said]
    flags = stand_out(line)
    name = clean(line.athlete.name or line.athlete.id, _LONGEST_NAME)
    named = line.athlete.name and line.athlete.name != line.athlete.id
    return RosterRow(
        page=page,
        level=said,
        symbol=symbol,
        word=word,
        name=name,
        id=clean(line.athlete.id, _LONGEST_NAME) if named else "",
        groups=tuple(clean(group) for group in line.groups),
        says=_says(line, report),
        flags=tuple(_flag(flag) for flag in flags[:FLAGS_NAMED]),
        more=len(flags[FLAGS_NAMED:]),
        changes=capital("; ".join(filter(None, _changes(line)))),
        changed=len(line.changed),
        silent=not line.days_with_data,
        channels=() if report is None else _channels(report),
        last_day=line.last_day or "",
        last=_last(line),
        asks=tuple(clean(ask, PROSE) for ask in line.asks),
        note=clean(line.note, PROSE),
        seen=tuple(_seen(flag) for flag in line.seen),
        returned=tuple(returned_flag(flag) for flag in line.returned),
        remarks=tuple(clean(remark, PROSE) for remark in line.remarks),
    )


def roster_sentence(found: Roster) -> str:
    """Say in one sentence what the page is about: who needs looking at, and who is not known."""
    counts = found.counted()
    referred = counts.get("emergency", 0) + counts.get("clinician", 0)
    parts = [
        _are(referred, "is sent to care", "are sent to care"),
        _are(counts.get("red", 0), "stands at red", "stand at red"),
        _are(counts.get("amber", 0), "stands at amber", "stand at amber"),
        _are(counts.get("no data", 0), "has no data", "have no data"),
        _are(counts.get("not read", 0), "could not be read", "could not be read"),
    ]
    told = [part for part in parts if part]
    if not told:
        return "Nothing stands out this week."
    return sentence(" and ".join(filter(None, (", ".join(told[:-1]), told[-1]))))


def _are(many: int, one: str, several: str) -> str:
    return f"{many} {one if many == 1 else several}" if many else ""


def _says(line: RosterLine, report: WeeklyReport | None) -> str:
    """What stands out, most urgent first; mostly nothing."""
    reader = Reader.of(Audience.COACH, line.athlete.name)
    if line.error:
        return sentence(clean(line.error, PROSE))
    if report is not None and report.referral is not None:
        first, stop, _ = referral_message(report.referral, reader).partition(". ")
        return first + stop.strip()
    urgent = line.severity is not None and line.severity.rank >= Severity.AMBER.rank
    if urgent or line.referral:
        return sentence(reader.said(dated(clean(line.headline, PROSE))))
    return sentence(capital(silence_in_short(line)))


def _flag(flag: RosterFlag) -> RowFlag:
    return RowFlag(
        code=clean(flag.code),
        title=clean(flag.title),
        severity=flag.severity.value,
        symbol=UNICODE.severity[flag.severity],
        change="" if flag.change == "same" else flag.change,
    )


def _changes(line: RosterLine) -> tuple[str, ...]:
    return pain_in_short(line), _cleared(line), week_in_short(line)


def _cleared(line: RosterLine) -> str:
    # Those on the state of the data are not worth a word when they are gone.
    titles = {
        rule.code: rule.name.replace("-", " ")
        for rule in rules_in_use()
        if rule.channel is not Channel.DATA
    }
    named = [f"{titles[code]} ({code})" for code in line.cleared if code in titles]
    return f"cleared: {', '.join(named)}" if named else ""


def _seen(flag: RosterFlag) -> str:
    note = f": {clean(flag.seen_note, PROSE)}" if flag.seen_note.strip() else ""
    return f"{clean(flag.code)} until {moment(flag.seen_until)}{note}"


def _last(line: RosterLine) -> str:
    return "" if line.last_day is None else moment(line.last_day)


def _channels(report: WeeklyReport) -> tuple[RowChannel, ...]:
    entries = channel_entries(report.channels, week_so_far(report.week, report.as_of) is not None)
    return tuple(_channel(e, getattr(report.channels, e.name.lower())) for e in entries)


def _channel(entry: ChannelEntry, channel: ChannelReport) -> RowChannel:
    line = None if entry.silent else trend_line(channel.trend, channel.usual)
    return RowChannel(entry.name.lower(), _in_short(entry), line)


def _in_short(entry: ChannelEntry) -> str:
    if entry.silent:
        return "none"
    if entry.ratio is None:
        return _NO_USUAL
    if isinf(entry.ratio):
        return "new"
    return f"{number(entry.ratio, RATIO_DIGITS)}\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}"
