"""The words of ``--what-if``: one line of text -> one change.

::

    skip DAY[:EXERCISE | :ride | :lifting]
    move DAY[:ride | :lifting]>DAY[:HH:MM]
    swap EXERCISE>EXERCISE[@SHARE]
    lighter PERCENT%[:EXERCISE]
    drop NUMBER [hardest hinge sets]
    stand MINUTES/MINUTES
    walk MINUTES

A DAY is a weekday (``fri``) or a date (``2026-11-13``) of the week under review.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta

from tl_analyzer.load.week import Week
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.whatif.change import Change, ChangeError, Proposal
from tl_analyzer.whatif.drop import DropHinges
from tl_analyzer.whatif.lighter import Lighter
from tl_analyzer.whatif.move import Move
from tl_analyzer.whatif.skip import Part, Skip, SkipExercise
from tl_analyzer.whatif.stand import Stand
from tl_analyzer.whatif.swap import Swap
from tl_analyzer.whatif.walk import Walk

#: How each change is written, by its first word.
FORMS: Mapping[str, str] = {
    "skip": "skip fri, skip fri:deadlift, skip sat:ride",
    "swap": "swap deadlift>trap bar deadlift, swap deadlift>deadlift@80%",
    "stand": "stand 1/10 (one minute standing in every ten of the rides)",
    "walk": "walk 10 (minutes between desk and training)",
    "move": "move sat>sun, move thu>thu:19:00, move sat:lifting>fri",
    "drop": "drop 2 hardest hinge sets",
    "lighter": "lighter 10%, lighter 10%:deadlift",
}

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: Shortest form of a day's name: ``fri``. [characters]
_SHORTEST_DAY = 3

_WHAT_TO_DROP = ("hardest", "hinge", "sets", "set")
_MINUTES = ("min", "minutes", "minute")

#: Longest walk, and longest turn of sitting and standing, that is read as meant. [min]
_LONGEST_MIN = 240.0

_NUMBER = r"(\d+(?:\.\d+)?)"


def parse_change(text: str, week: Week) -> Proposal:
    """Read one change.

    Parameters
    ----------
    text : str
        As typed: ``skip fri:deadlift``.
    week : Week
        The week under review, which days are looked up in.

    Raises
    ------
    ChangeError
        If it is no change; the hint names the nearest word.
    """
    words = " ".join(text.split())
    verb, _, rest = words.partition(" ")
    read = _READERS.get(verb.casefold())
    if read is None:
        raise ChangeError(
            f"{words!r} is no change to a week: it begins with {verb!r}",
            did_you_mean(verb, FORMS, f"Begin with one of: {', '.join(FORMS)}."),
        )
    if not rest:
        raise ChangeError(f"{words!r} does not say what", _as_in(verb))
    return Proposal(words, read(rest.strip(), week))


def _as_in(verb: str) -> str:
    return f"As in: {FORMS[verb.casefold()]}."


def _skip(rest: str, week: Week) -> Change:
    day, _, what = (part.strip() for part in rest.partition(":"))
    if what.casefold() in (Part.RIDE, Part.LIFTING) or not what:
        return Skip(_day(day, week), Part(what.casefold()))
    return SkipExercise(_day(day, week), what)


def _move(rest: str, week: Week) -> Change:
    source, target = _two(rest, "move")
    day, _, what = (part.strip() for part in source.partition(":"))
    if what.casefold() not in tuple(Part):
        raise ChangeError(
            f"{what!r} cannot be moved alone",
            did_you_mean(what, (Part.RIDE, Part.LIFTING), "Move 'ride', 'lifting' or the day."),
        )
    to, _, clock = (part.strip() for part in target.partition(":"))
    return Move(
        _day(day, week), _day(to, week), Part(what.casefold()), _clock(clock) if clock else None
    )


def _swap(rest: str, _: Week) -> Change:
    old, target = _two(rest, "swap")
    new, at, factor = (part.strip() for part in target.rpartition("@"))
    if not at:
        return Swap(old, target)
    if not new:
        raise ChangeError(f"{rest!r} does not say which exercise instead", _as_in("swap"))
    return Swap(old, new, _share(factor, "swap"))


def _lighter(rest: str, _: Week) -> Change:
    amount, _colon, exercise = (part.strip() for part in rest.partition(":"))
    match = re.fullmatch(rf"{_NUMBER} ?%?", amount)
    if match is None or not 0.0 < float(match[1]) < 100.0:
        raise ChangeError(f"{amount!r} is no percentage between 0 and 100", _as_in("lighter"))
    return Lighter(float(match[1]) / 100.0, exercise)


def _drop(rest: str, _: Week) -> Change:
    number, *words = rest.split()
    if not re.fullmatch(r"[1-9]\d{0,3}", number):
        raise ChangeError(f"{number!r} is no number of sets", _as_in("drop"))
    for word in words:
        if word.casefold() not in _WHAT_TO_DROP:
            raise ChangeError(
                f"{word!r} is nothing that can be dropped",
                did_you_mean(word, _WHAT_TO_DROP, _as_in("drop")),
            )
    return DropHinges(int(number))


def _stand(rest: str, _: Week) -> Change:
    match = re.fullmatch(rf"{_NUMBER} ?/ ?{_NUMBER}", rest)
    if match is None:
        raise ChangeError(f"{rest!r} is no share of a ride", _as_in("stand"))
    minutes, every = float(match[1]), float(match[2])
    if not (0.0 < minutes < every and 1.0 <= every <= _LONGEST_MIN):
        raise ChangeError(
            f"{minutes:g} min standing in every {every:g} cannot be ridden", _as_in("stand")
        )
    return Stand(minutes, every)


def _walk(rest: str, _: Week) -> Change:
    match = re.fullmatch(rf"{_NUMBER} ?([a-z]*)", rest.casefold())
    if match is None or not 0.0 < float(match[1]) <= _LONGEST_MIN:
        raise ChangeError(
            f"{rest!r} is no number of minutes up to {_LONGEST_MIN:g}", _as_in("walk")
        )
    if match[2] and match[2] not in _MINUTES:
        raise ChangeError(
            f"{match[2]!r} is no unit of a walk",
            did_you_mean(match[2], _MINUTES, "Walks are counted in minutes."),
        )
    return Walk(float(match[1]))


def _two(rest: str, verb: str) -> tuple[str, str]:
    parts = [part.strip() for part in re.split(r"-?>|\N{RIGHTWARDS ARROW}", rest)]
    if len(parts) != 2 or not all(parts):
        raise ChangeError(f"{rest!r} does not say what becomes what, with one '>'", _as_in(verb))
    return parts[0], parts[1]


def _share(text: str, verb: str) -> float:
    """Read ``0.8`` or ``80%``."""
    match = re.fullmatch(rf"{_NUMBER} ?(%?)", text)
    share = float(match[1]) / (100.0 if match[2] else 1.0) if match else 0.0
    if not 0.0 < share <= 2.0:
        raise ChangeError(f"{text!r} is no share of a load, such as 0.8 or 80%", _as_in(verb))
    return share


def _day(text: str, week: Week) -> date:
    typed = text.casefold()
    for number, name in enumerate(_DAY_NAMES):
        if len(typed) >= _SHORTEST_DAY and name.startswith(typed):
            return week.monday + timedelta(days=number)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        known = (*(name[:_SHORTEST_DAY] for name in _DAY_NAMES), *_DAY_NAMES)
        raise ChangeError(
            f"{text!r} is no day",
            did_you_mean(text, known, "Write a weekday such as fri, or a date."),
        ) from None
    if not week.holds(day.toordinal()):
        raise ChangeError(
            f"{day} is not in week {week.label}", "--week chooses the week under review."
        )
    return day


def _clock(text: str) -> time:
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise ChangeError(f"{text!r} is no time of day", "Write it as 19:00.")
    return time(int(match[1]), int(match[2]))


_READERS: Mapping[str, Callable[[str, Week], Change]] = {
    "skip": _skip,
    "swap": _swap,
    "stand": _stand,
    "walk": _walk,
    "move": _move,
    "drop": _drop,
    "lighter": _lighter,
}
