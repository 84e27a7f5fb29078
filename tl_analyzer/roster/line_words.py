"""A line of the roster in words, once for every format."""

from collections.abc import Iterable, Iterator
from math import inf

from tl_analyzer.finding import Severity
from tl_analyzer.report.channel_words import RATIO_DIGITS, times_usual
from tl_analyzer.report.wording import PROSE, clean, count, dated, moment, number
from tl_analyzer.roster.roster_line import RosterChannel, RosterFlag, RosterLine

#: Flags of one athlete that are named before the rest is counted. [1]
FLAGS_NAMED = 4

#: Weeks that differ by less are called alike: a week's training is logged no finer. [1]
_ALIKE = 0.1

#: Longest name in a line that is to be taken in at a glance. [characters]
_LONGEST_NAME = 48


def who(line: RosterLine) -> str:
    """Name and id, or the id alone; where the athlete's folder lies in others, that too."""
    name, known = clean(line.athlete.name, _LONGEST_NAME), clean(line.athlete.id, _LONGEST_NAME)
    return f"{name} ({known})" if name and name != known else known


def stand_out(line: RosterLine) -> tuple[RosterFlag, ...]:
    """Flags at watch and above that nobody has put aside."""
    return tuple(flag for flag in line.counting if flag.severity.rank >= Severity.WATCH.rank)


def flags_in_short(line: RosterLine) -> str:
    """``TL101 hinge dose above usual, red new; TL301 watch; 2 more``."""
    shown = stand_out(line)
    if not shown:
        return ""
    first = f"{clean(shown[0].code)} {clean(shown[0].title)}, {_severity(shown[0])}"
    rest = len(shown) - FLAGS_NAMED
    parts = [first, *(f"{clean(flag.code)} {_severity(flag)}" for flag in shown[1:FLAGS_NAMED])]
    return "; ".join([*parts, f"{rest} more"] if rest > 0 else parts)


def flags_in_full(flags: Iterable[RosterFlag]) -> str:
    """Every flag with its name and the fact behind it."""
    return "; ".join(
        f"{clean(flag.code)} {clean(flag.title)}, {_severity(flag)} - {clean(flag.fact)}"
        for flag in flags
    )


def seen_in_short(line: RosterLine) -> str:
    """``put aside: TL301 until Mon 30 Nov (new saddle)``; empty where nothing was."""
    return "put aside: " + ", ".join(map(_seen, line.seen)) if line.seen else ""


def returned_in_short(line: RosterLine) -> str:
    """``returned: TL301, it is red now, and was amber then; noted: new saddle``; or empty."""
    return "returned: " + "; ".join(map(returned_flag, line.returned)) if line.returned else ""


def returned_flag(flag: RosterFlag) -> str:
    """A flag that was put aside and is back: why, and what was noted then."""
    note = f"; noted: {clean(flag.seen_note, PROSE)}" if flag.seen_note.strip() else ""
    return f"{clean(flag.code)}, {dated(clean(flag.returned, PROSE))}{note}"


def cleared_in_short(line: RosterLine) -> str:
    """``cleared: TL101``; empty where all that stood stands."""
    return f"cleared: {', '.join(map(clean, line.cleared))}" if line.cleared else ""


def most_above_usual(line: RosterLine) -> str:
    """The channel that is furthest above usual, this week and last; empty where all are alike."""
    above = [(times_usual(each.this_week, each.usual), each) for each in line.channels]
    ratio, channel = max(
        ((r, c) for r, c in above if r is not None), key=lambda each: each[0], default=(0.0, None)
    )
    if channel is None or ratio <= 1 + _ALIKE:
        return ""
    return channel_in_short(channel, line.so_far)


def week_in_short(line: RosterLine) -> str:
    """``week not over, up to Thu 12 Nov 12:00``; empty for a week that is."""
    return f"week not over, up to {clean(line.so_far)}" if line.so_far else ""


def channel_in_short(channel: RosterChannel, so_far: str = "") -> str:
    """``hinge 2.5 x usual, last week 1.1 x``; of a week not over, ``2.5 x usual so far``."""
    now = times_usual(channel.this_week, channel.usual)
    last = channel.last_week
    then = None if last is None else times_usual(last, channel.usual)
    before = "" if then is None or then == inf else f", last week {number(then, RATIO_DIGITS)} x"
    if now is None:
        return f"{channel.name} {number(channel.this_week)} {clean(channel.unit)}, no usual yet"
    if now == inf:
        return f"{channel.name} {number(channel.this_week)} {clean(channel.unit)}, usual is none"
    far = " so far" if so_far else ""
    return f"{channel.name} {number(now, RATIO_DIGITS)} x usual{far}{before}"


def pain_in_short(line: RosterLine) -> str:
    """``pain up to 4 of 10, last week 1``; empty without pain this week and last."""
    if not line.pain and not line.pain_before:
        return ""
    then = "" if line.pain_before is None else f", last week {number(line.pain_before)}"
    if not line.pain:
        return f"{'no score of pain' if line.pain is None else 'no pain'}{then}"
    return f"pain up to {number(line.pain)} of 10{then}"


def silence_in_short(line: RosterLine) -> str:
    """``nothing since Sun 8 Nov, 7 days``; empty where the week has data."""
    if line.days_with_data or line.error:
        return ""
    if line.last_day is None or line.days_silent is None:
        return clean(line.headline) if not line.week else "no record at all"
    return f"nothing since {moment(line.last_day)}, {count(line.days_silent, 'day')}"


def changes(line: RosterLine) -> Iterator[str]:
    """What changed since last week, beside the flags."""
    yield from filter(
        None,
        (
            silence_in_short(line),
            pain_in_short(line) if stand_out(line) or line.referral else "",
            cleared_in_short(line),
            seen_in_short(line),
            returned_in_short(line),
            week_in_short(line) if stand_out(line) or line.referral else "",
        ),
    )


def _severity(flag: RosterFlag) -> str:
    return flag.severity if flag.change == "same" else f"{flag.severity} {flag.change}"


def _seen(flag: RosterFlag) -> str:
    note = f" ({clean(flag.seen_note)})" if flag.seen_note.strip() else ""
    return f"{clean(flag.code)} until {moment(flag.seen_until)}{note}"
