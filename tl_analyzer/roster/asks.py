"""What to ask an athlete on Monday: plain questions that follow from flags and data."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.finding import Flag, Severity
from tl_analyzer.report.headline import is_of_others
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import clean
from tl_analyzer.report.wording import day as day_in_words
from tl_analyzer.roster.roster_line import RosterFlag
from tl_analyzer.vocabulary import SIGNS

#: More questions than a talk between two sets has room for. [1]
_MOST = 3

#: Signs that one question names. [1]
_SIGNS_NAMED = 3

#: Kinds of record that are asked for when they stop; nobody exports every walk.
_KEPT = ("strength", "rides", "desk", "diary")

_WEEK_DAYS = 7

#: Asked about the flags of rules of others.
_OF_OTHERS = "Was there a reason for the {title} {when}, and how is your back?"

#: Signs that are no longer in the diary.
_UNNAMED = "the signs in your diary"


@dataclass(frozen=True, slots=True)
class Silence:
    """How long what kind of record has been missing.

    Attributes
    ----------
    last : mapping of str to date
        Last day by kind of record.
    until : date
        The day up to which records were looked for.
    gap_days : int
        A longer silence is a gap in the log. [days]
    """

    last: Mapping[str, date]
    until: date
    gap_days: int

    def stopped(self) -> Iterator[tuple[str, date]]:
        """Kinds of record whose silence became a gap within the last week, with their last day.

        A silence is asked about once: after a second week without an answer it is a habit.
        """
        for kind in _KEPT:
            last = self.last.get(kind)
            if last and self.gap_days < (self.until - last).days <= self.gap_days + _WEEK_DAYS:
                yield kind, last


def asks_of(report: WeeklyReport, flags: Iterable[RosterFlag], silence: Silence) -> tuple[str, ...]:
    """Questions about a week, the most urgent first; none where nothing stands out.

    Care comes before all, then a log that has ended, then flags: first what is new or worse. What
    somebody has put aside is not asked, and the state of the data only when it is news.
    """
    found = dict.fromkeys(_all(report, tuple(flags), silence))
    return tuple(found)[:_MOST]


def asks_about_nothing(why: str) -> tuple[str, ...]:
    """The question where there is no report: ``never`` or ``not-read``."""
    return (questions()[why],)


@cache
def questions() -> dict[str, str]:
    """Every question by code of the rule, or by what the log lacks."""
    text = files("tl_analyzer.roster").joinpath("questions.toml").read_text(encoding="utf-8")
    return {code: entry["ask"] for code, entry in tomli.loads(text).items()}


def _all(report: WeeklyReport, flags: tuple[RosterFlag, ...], silence: Silence) -> Iterator[str]:
    by_code = {flag.code: flag for flag in report.flags}
    if report.referral is not None:
        yield from (_about(by_code[code], report) for code in report.referral.because)
    if not report.coverage.days_with_data:
        last = max(silence.last.values(), default=None)
        yield questions()["never"] if last is None else _since("silent", last)
        return
    for flag in sorted(flags, key=_rank):
        if _worth_asking(flag) and (flag.code in questions() or is_of_others(by_code[flag.code])):
            yield _about(by_code[flag.code], report)
    yield from (_since(f"{kind}-stopped", last) for kind, last in silence.stopped())


def _rank(flag: RosterFlag) -> tuple[int, bool]:
    return -flag.severity.rank, flag.change not in ("new", "worse")


def _worth_asking(flag: RosterFlag) -> bool:
    if flag.seen_until:
        return False
    return flag.severity.rank >= Severity.AMBER.rank or flag.change in ("new", "worse")


def _about(flag: Flag, report: WeeklyReport) -> str:
    signs = report.referral.signs if report.referral else ()
    named = "; ".join(SIGNS.get(sign, sign) for sign in signs[:_SIGNS_NAMED]) or _UNNAMED
    day = flag.because[0].day
    when = "" if day is None else f"on {day_in_words(day)}"
    asking = questions().get(flag.code, _OF_OTHERS)
    asked = asking.format(when=when, signs=named, title=clean(flag.title))
    return asked.replace(" ?", "?").replace(" ,", ",").replace("  ", " ")


def _since(why: str, last: date) -> str:
    return questions()[why].format(day=day_in_words(last))
