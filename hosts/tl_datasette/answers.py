"""What the SQL functions answer: plain numbers, words and JSON, out of the weekly report."""

import json
from functools import lru_cache
from typing import Any

from tl_datasette.held import last_week_of
from tl_datasette.judged import judged, summed
from tl_datasette.sums import CHANNELS, sums_of
from tl_datasette.unanswered import UnansweredError, answering
from tl_datasette.weeks import weeks_until

#: Most weeks that are listed. [1]
MOST_WEEKS = 104
#: Exercise names and explanations that are kept. [1]
_NAMES, _TEXTS = 4096, 256
#: Longest name that is looked up. [characters]
_LONGEST = 300


def weeks(path: str, athlete: str, count: int) -> str:
    """The last weeks of an athlete's log, newest first, as a JSON list."""
    last = last_week_of(path, athlete)
    return json.dumps(weeks_until(last, max(0, min(count, MOST_WEEKS))))


def severity(path: str, athlete: str, week: str, as_of: str = "") -> str | None:
    """The highest severity of a week's flags, ``none`` without any; None where nothing is known."""
    return summed(path, athlete, week, as_of).severity


def exposure(path: str, athlete: str, week: str, channel: str, as_of: str = "") -> float | None:
    """What a channel summed up to, in its unit; None for a week without any record."""
    return summed(path, athlete, week, as_of).exposure.get(channel)


def flags(path: str, athlete: str, week: str, as_of: str = "") -> str:
    """The flags of a week as JSON, with coverage and what they are not."""
    published = judged(path, athlete, week, as_of).published
    return _answer(published, flags=published["flags"])


def channels(path: str, athlete: str, week: str, as_of: str = "") -> str:
    """Exposure by channel as JSON: this week, usual, unit, quality; with coverage."""
    found = judged(path, athlete, week, as_of)
    sums = sums_of(*found)
    rows = []
    for name in CHANNELS:
        of = found.published["channels"][name]
        told = {"this_week": sums.exposure[name], "usual": of["usual"]}
        rows.append({"channel": name, **told, "unit": of["unit"], "quality": of["quality"]})
    return _answer(found.published, channels=rows)


def problem(path: str, athlete: str, week: str, as_of: str = "") -> str | None:
    """Why the other functions answer NULL for a week; None where they do not."""
    try:
        known = summed(path, athlete, week, as_of).known
    except UnansweredError as why:
        return f"{why.message}. {why.remedy}"
    return None if known else f"nothing was recorded in {week}. Import what there is of it."


def movement(_: str, name: str) -> str | None:
    """The movement pattern of an exercise; None where the name is not recognised."""
    return _pattern(name) if len(name) <= _LONGEST else None


def explain(_: str, subject: str) -> str | None:
    """Why a flag exists, or how an exercise is understood, in plain text."""
    return explanation(subject) if len(subject) <= _LONGEST else None


@lru_cache(_TEXTS)
def explanation(subject: str) -> str:
    """The same; it raises where there is none.

    Raises
    ------
    UnansweredError
        If nothing is known of it.
    """
    with answering():
        import tl_analyzer as tl

        return tl.explain(subject)


def notice() -> str:
    """What an answer is not.

    Raises
    ------
    UnansweredError
        If the analysis cannot be loaded.
    """
    with answering():
        import tl_analyzer as tl

        return tl.NOT_A_DIAGNOSIS


@lru_cache(_NAMES)
def _pattern(name: str) -> str | None:
    with answering():
        import tl_analyzer as tl

        (found,) = tl.recognise([name])
        return str(found.pattern) if found.confidence else None


def _answer(published: dict[str, Any], **said: Any) -> str:
    known = {
        "athlete": published["athlete"]["id"],
        "week": published["week"],
        "as_of": published["as_of"],
        **said,
        "coverage": published["coverage"],
        "notice": notice(),
    }
    return json.dumps(known, ensure_ascii=False)
