"""Shapes of rules by which events repeat."""

import re

_PARTS = frozenset(
    {
        "BYDAY",
        "BYHOUR",
        "BYMINUTE",
        "BYMONTH",
        "BYMONTHDAY",
        "BYSECOND",
        "BYSETPOS",
        "BYWEEKNO",
        "BYYEARDAY",
        "COUNT",
        "FREQ",
        "INTERVAL",
        "UNTIL",
        "WKST",
    }
)
_FILTERS = ("BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY")
_WEEKDAY = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)")
_NTH = re.compile(r"[+-]?[1-4]?(?:MO|TU|WE|TH|FR|SA|SU)")
#: A day that every month has.
_IN_EVERY_MONTH = 28
_MOST_VALUES = 60
_WEEK = 7
_MONTHS = 12


class BadRule(ValueError):
    """A rule that is not followed."""


def parts_of(text: str) -> dict[str, str]:
    """Parts of a rule by their names, in capitals.

    Raises
    ------
    BadRule
        If it is no rule.
    """
    parts = {}
    for piece in text.strip().strip(";").upper().split(";"):
        name, sign, value = piece.partition("=")
        if not sign or name not in _PARTS or value.count(",") > _MOST_VALUES:
            raise BadRule("an unreadable rule")
        parts[name] = value
    if "FREQ" not in parts:
        raise BadRule("an unreadable rule")
    return parts


def whole(parts: dict[str, str], name: str, default: int) -> int:
    """A whole number among the parts of a rule.

    Raises
    ------
    BadRule
        If it is none.
    """
    text = parts.get(name)
    if text is None:
        return default
    if not re.fullmatch(r"-?\d{1,6}", text, re.ASCII):
        raise BadRule("an unreadable rule")
    return int(text)


def comes_true(parts: dict[str, str], frequency: str, interval: int) -> bool:
    """Whether a rule is one of the plain shapes that certainly come true, again and again.

    Parameters
    ----------
    parts : dict of str to str
        Its parts.
    frequency : str
        Days, weeks, months or years.
    interval : int
        How many of them make a step. [1]
    """
    filters = [name for name in _FILTERS if name in parts]
    days = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    plain = all(_WEEKDAY.fullmatch(day) for day in days)
    if frequency == "WEEKLY":
        return not filters and plain
    if frequency == "DAILY":
        return not filters and plain and (not days or interval % _WEEK != 0)
    nth = all(_NTH.fullmatch(day) for day in days)
    in_month = _numbers(parts, "BYMONTHDAY", _IN_EVERY_MONTH)
    # A weekday falls on a given day of the month sooner or later, unless steps are left out.
    both, agree = bool(days) and "BYMONTHDAY" in parts, plain and interval == 1
    if frequency == "YEARLY":
        dated = set(filters) <= {"BYMONTH", "BYMONTHDAY"} and _numbers(parts, "BYMONTH", _MONTHS)
        return dated and in_month and nth and (not both or agree)
    if filters == ["BYSETPOS"]:
        place = parts["BYSETPOS"].lstrip("+-")
        return bool(days) and plain and place in ("1", "2", "3", "4")
    return set(filters) <= {"BYMONTHDAY"} and in_month and nth and (not both or agree)


def _numbers(parts: dict[str, str], name: str, most: int) -> bool:
    """Whether a part holds numbers from one on, counted from either end, or is missing."""
    texts = [text.lstrip("+-") for text in parts.get(name, "1").split(",")]
    return all(re.fullmatch(r"\d{1,2}", t, re.ASCII) and 1 <= int(t) <= most for t in texts)
