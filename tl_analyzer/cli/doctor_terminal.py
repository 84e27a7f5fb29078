"""What reports are shown on: characters, width, colour, time zones."""

import sys
from collections.abc import Iterator
from zoneinfo import available_timezones

from tl_analyzer.athletes.athlete import system_zone
from tl_analyzer.cli.doctor_fact import Fact, State
from tl_analyzer.cli.terminal import terminal_layout

_TIME_ZONES = "pip install tzdata"


def surroundings() -> Iterator[Fact]:
    """Look at the terminal and at time zones."""
    layout = terminal_layout()
    encoding = sys.stdout.encoding or "unknown"
    if layout.ascii:
        remedy = "Set PYTHONUTF8=1, or a UTF-8 locale, for drawings and accents."
        yield Fact("characters", f"{encoding}: ASCII only", State.NOTE, remedy)
    else:
        yield Fact("characters", encoding)
    where = "a terminal" if sys.stdout.isatty() else "no terminal"
    yield Fact("output", f"{where}, {layout.width} columns, {'' if layout.color else 'no '}colour")
    zones = available_timezones()
    if zones:
        yield Fact("time zones", f"{len(zones)} known; this computer is in {system_zone()}")
    else:
        yield Fact("time zones", "none are installed", State.MEND, _TIME_ZONES)
