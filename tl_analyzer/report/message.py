"""A message from coach to athlete, ready to be copied: calm, short, without codes and figures."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.advice.day_words import weekday
from tl_analyzer.advice.referral import Level, Referral
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.report.audience import first_name
from tl_analyzer.report.follow_up_words import codes_put_aside
from tl_analyzer.report.headline import COMBINED, is_of_others
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.week_so_far import week_so_far
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import PROSE, clean, dated, sentence, to_ascii
from tl_analyzer.vocabulary import SIGNS

#: Sentences on what stood out, and things to do: more is not read on a phone. [1]
_SENTENCES, _TO_DO = 3, 3

_NOTHING_RECORDED = "I have no records of your week{so_far}."
_TOO_SHORT = "Your log is still too short to say what is usual for you; so far nothing stands out."
_QUIET = "Your week looks like your usual weeks{so_far}; nothing stands out."
_CARRY_ON = "Nothing needs changing this week."
_ASK = "How has your back felt since?"
_ASK_ANYWAY = "How is your back?"
_ASK_FOR_RECORDS = "Is everything all right, and can you send me your log?"
#: What to do, to somebody who has to be seen before anything else.
_CARE: dict[Level, tuple[str, ...]] = {
    "emergency": (
        "Please get emergency care now: call an ambulance or go to an emergency department, and"
        " name these signs there. They can come from pressure on the nerves of the lower spine,"
        " which has to be looked at without delay.",
        "Please do not train until you have been seen.",
    ),
    "clinician": (
        "Please see a doctor before anything else, and name these signs there. Each of them alone"
        " is common and mostly harmless; together they should be looked at first.",
        "Please leave heavy lifting and long rides until you have been seen.",
    ),
}

#: Said of the rules of others.
_OF_OTHERS = "One more thing stood out{when}: {title}."

_ASK_AFTER_CARE = "Please tell me as soon as you have been seen."


def message_format(report: WeeklyReport, layout: Layout) -> str:
    """Write the message as a format of the report.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Only its character set matters.
    """
    written = message(report)
    return to_ascii(written) if layout.ascii else written


def message(report: WeeklyReport, asks: Sequence[str] = ()) -> str:
    """Write to the athlete what a coach would: what stood out, what to do, what to answer.

    Parameters
    ----------
    report : WeeklyReport
        The week.
    asks : sequence of str
        What the coach would like to know; without any, how the back has felt.

    Returns
    -------
    str
        Paragraphs in plain text, a line each, so that any program wraps them its own way.
    """
    called = first_name(report.athlete.name)
    paragraphs = [f"Hello {called}," if called else "Hello,"]
    if report.referral is not None:
        paragraphs += _care(report.referral)
    else:
        paragraphs += [" ".join(_stood_out(report)), *_to_do(report)]
        paragraphs.append(" ".join(clean(ask, PROSE) for ask in asks) or _question(report))
    return "\n\n".join(paragraphs) + "\n"


def _care(referral: Referral) -> Iterator[str]:
    """A referral leaves room for nothing else."""
    signs = [clean(SIGNS.get(sign, sign.replace("_", " "))) for sign in referral.signs]
    if signs:
        yield sentence(f"You noted: {'; '.join(signs)}")
    yield from _CARE[referral.level]
    yield _ASK_AFTER_CARE


def _stood_out(report: WeeklyReport) -> list[str]:
    so_far = " so far" if week_so_far(report.week, report.as_of) else ""
    if not report.coverage.days_with_data:
        return [_NOTHING_RECORDED.format(so_far=so_far)]
    told = [_saw(flag) for flag in _worth_telling(report)]
    if told:
        return list(dict.fromkeys(told))[:_SENTENCES]
    short = any(flag.code == "TL803" for flag in report.flags)
    return [_TOO_SHORT if short else _QUIET.format(so_far=so_far)]


def _worth_telling(report: WeeklyReport) -> list[Flag]:
    """Flags at amber or above, else those to watch, one of each channel first."""
    aside = codes_put_aside(report)
    shown = [
        flag
        for flag in sorted(report.flags, key=lambda flag: -flag.severity.rank)
        if flag.severity.rank >= Severity.WATCH.rank
        and (flag.code in sentences() or is_of_others(flag))
        and flag.code not in aside
    ]
    urgent = [flag for flag in shown if flag.severity.rank >= Severity.AMBER.rank] or shown
    alone = [flag for flag in urgent if flag.code != COMBINED] or urgent
    first = {flag.channel: flag for flag in reversed(alone)}
    return sorted(alone, key=lambda flag: flag is not first[flag.channel])


def _saw(flag: Flag) -> str:
    """What stood out, and on which day; no day for what belongs to a whole week."""
    day = flag.because[0].day
    saw = sentences().get(flag.code, _OF_OTHERS)
    return saw.format(when="" if day is None else f" on {weekday(day)}", title=clean(flag.title))


def _to_do(report: WeeklyReport) -> Iterator[str]:
    if report.plan:
        items = report.plan[:_TO_DO]
        lines = [f"- {clean(i.exercise)}: {sentence(clean(i.dose, PROSE))}" for i in items]
        yield "\n".join(("For this week:", *lines))
    elif report.coverage.days_with_data:
        yield _CARRY_ON
    if report.preview is not None and report.preview.remarks:
        yield sentence(dated(clean(report.preview.remarks[0], PROSE)))


def _question(report: WeeklyReport) -> str:
    if not report.coverage.days_with_data:
        return _ASK_FOR_RECORDS
    return _ASK if _worth_telling(report) else _ASK_ANYWAY


@cache
def sentences() -> dict[str, str]:
    """What stood out, by code of the rule."""
    text = files("tl_analyzer.report").joinpath("message.toml").read_text(encoding="utf-8")
    return {code: entry["saw"] for code, entry in tomli.loads(text).items()}
