"""Numbers, times and foreign text as readers see them; shared by every format for people."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from math import floor, isfinite, log10

from tl_analyzer.advice.numbers import counted
from tl_analyzer.day_names import day_and_month

#: Digits that carry meaning in a measured quantity.
SIGNIFICANT = 3

#: Longest piece of foreign text a report repeats. [characters]
LONGEST = 160

#: Longest text of our own catalogue or rules that a report repeats. [characters]
PROSE = 600

#: Days, instants and ISO weeks as rules and labels write them, perhaps after a day of the week.
_DATED = re.compile(
    r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?"
    r"(\d{4}-(?:W\d{2}|\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?))(?![\w-])"
)

#: Units that are no words: a bare count or ratio is written without them.
_BARE_UNITS = frozenset({"", "1", "-"})

#: They join emoji and letters of some scripts; without them a name is read as well, and no terminal
#: counts its columns wrong.
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"

_ASCII = str.maketrans(
    {
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{MIDDLE DOT}": "-",
        "\N{BULLET}": "*",
        "\N{MULTIPLICATION SIGN}": "x",
        "\N{GREATER-THAN OR EQUAL TO}": ">=",
        "\N{LESS-THAN OR EQUAL TO}": "<=",
        "\N{RIGHTWARDS ARROW}": "->",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{DEGREE SIGN}": " deg",
        "\N{MICRO SIGN}": "u",
        "\N{LATIN SMALL LETTER SHARP S}": "ss",
        "\N{LATIN SMALL LETTER AE}": "ae",
        "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
        "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    }
)


def number(value: float, digits: int = SIGNIFICANT) -> str:
    """Write a quantity with as many digits as it deserves: ``142``, ``31.5``, ``0.37``, ``0``."""
    if not isfinite(value):
        return "beyond measure"
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - floor(log10(abs(value))))
    text = f"{value:.{min(decimals, SIGNIFICANT)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def quantity(value: float, unit: str) -> str:
    """Write a number with its unit: ``31.5 h``, ``1.9 x usual``, ``7 reps``."""
    if unit in _BARE_UNITS:
        return number(value)
    if unit == "%":
        return f"{number(value)} %"
    return counted(number(value), clean(unit))


def share(part: float) -> str:
    """Write a ratio as a percentage: ``97 %``."""
    return f"{number(100 * part)} %"


def count(n: int, one: str, many: str = "") -> str:
    """Write a count with its noun: ``1 ride``, ``3 rides``."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def base_name(file: str) -> str:
    """Last part of a file's name, without folders."""
    return file.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def some(names: Sequence[str], shown: int, separator: str = ", ") -> str:
    """List the first few names and count the rest: ``a, b, c and 24 more``."""
    rest = len(names) - shown
    return separator.join(names[:shown]) + (f" and {rest} more" if rest > 0 else "")


def day(value: date, year: bool = False) -> str:
    """Write a day: ``Thu 12 Nov``, or with its year."""
    text = day_and_month(value)
    return f"{text} {value.year}" if year else text


def moment(when: str, year: bool = False) -> str:
    """Write a day, local instant or ISO week of the report in words.

    ``2026-11-12`` is ``Thu 12 Nov``, ``2026-11-12T17:45+01:00`` is ``Thu 12 Nov 17:45``,
    ``2026-W46`` is ``week 46``. Anything else is repeated as it is.
    """
    if match := re.fullmatch(r"(\d{4})-W(\d{2})", when):
        return f"week {int(match[2])} of {match[1]}" if year else f"week {int(match[2])}"
    try:
        instant = datetime.fromisoformat(when)
    except ValueError:
        return clean(when)
    words = day(instant.date(), year)
    return words if len(when) == len("2026-11-12") else f"{words} {instant:%H:%M}"


def dated(text: str) -> str:
    """Write the days, instants and weeks inside a text as `moment` does."""
    return _DATED.sub(lambda found: moment(found[1]), text)


def week_days(label: str) -> str:
    """Write the days of an ISO week: ``Mon 9 Nov - Sun 15 Nov 2026``."""
    match = re.fullmatch(r"(\d{4})-W(\d{2})", label)
    if match is None:
        return clean(label)
    year, week = int(match[1]), int(match[2])
    monday, sunday = (date.fromisocalendar(year, week, n) for n in (1, 7))
    return f"{day(monday, year=monday.year != sunday.year)} - {day(sunday, year=True)}"


def clean(text: str, limit: int = LONGEST) -> str:
    """Text of foreign origin made harmless: one line, no control or direction characters.

    Escape sequences, line breaks and bidirectional overrides in a file name or an exercise must
    not reach a terminal; they are shown as replacement characters, over-long text is cut. What
    only joins letters or emoji is left out.
    """
    shown = text if text.isprintable() else "".join(_harmless(char) for char in text)
    shown = " ".join(shown.split())
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _harmless(char: str) -> str:
    if char in _JOINERS:
        return ""
    if char.isspace():
        return " "
    return char if char.isprintable() else "\ufffd"


def to_ascii(text: str) -> str:
    """Write text in ASCII: accents are dropped, what has no counterpart becomes ``?``."""
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return bare.encode("ascii", "replace").decode("ascii")


def sentence(text: str) -> str:
    """End a text with a full stop unless it ends a sentence already."""
    shown = text.strip()
    return shown if not shown or shown[-1] in ".!?…" else shown + "."
