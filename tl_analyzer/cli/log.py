"""``tl log``: the sessions of the log store, listed and searched."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import ATHLETE, Choice
from tl_analyzer.cli.options import STORE

if TYPE_CHECKING:
    from tl_analyzer.store.sessions import SessionLine

#: Formats of the list; the names of functions in `tl_analyzer.cli.log_formats`.
_FORMATS = ("text", "json", "csv")
_KINDS = ("strength", "ride", "activity")
#: Sessions that are listed unless more are asked for. [1]
_LIMIT = 50


@click.command(
    short_help="List and search the sessions of the log store.",
    epilog=examples(
        "tl log",
        "tl log deadlift --since 2026-01-01",
        "tl log --kind ride --format csv > rides.csv",
    ),
)
@click.argument("text", metavar="[TEXT]", default="")
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose sessions; default: everybody's.")
@click.option("--since", metavar="DATE", help="From this day on, 2026-11-01.")
@click.option("--until", metavar="DATE", help="Up to and with this day.")
@click.option("--kind", type=Choice(_KINDS), help="Sessions of this kind alone.")
@click.option("--exercise", metavar="NAME", help="Workouts with an exercise of this name.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(0),
    default=_LIMIT,
    show_default=True,
    help="At most so many, the latest; 0 for all.",
)
@STORE
@click.option("--format", "form", type=Choice(_FORMATS), default="text", show_default=True)
def log(
    text: str,
    athlete: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
    exercise: str | None,
    limit: int,
    store: Path | None,
    form: str,
) -> None:
    """List the sessions of the log store, the latest first.

    With TEXT only those that hold it: in their title, exercises, notes, sport or device.
    """
    from tl_analyzer.athletes.log_store import reading_store
    from tl_analyzer.athletes.stored_athlete import chosen_athlete
    from tl_analyzer.cli.log_formats import FORMATS
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.store.sessions import search

    with reading_store(store) as connection:
        found: Sequence[SessionLine] = search(
            connection,
            chosen_athlete(connection, athlete).id if athlete else None,
            text=text,
            since=_day("--since", since),
            until=_day("--until", until),
            kind=kind,
            limit=None if exercise else limit or None,
        )
    if exercise:
        found = [line for line in found if _has(line, exercise)][: limit or None]
    layout = terminal_layout()
    # A line is cut for a screen, never for a program that reads it.
    wide = layout if sys.stdout.isatty() else replace(layout, width=sys.maxsize)
    click.echo(FORMATS[form](found, wide), nl=False)


def _has(line: "SessionLine", exercise: str) -> bool:
    sought = exercise.casefold()
    return any(sought in name.casefold() for name in line.exercises)


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as why:
        raise UsageFailure(f"{option} {text!r} is not a day", "Write it as 2026-11-12.") from why
