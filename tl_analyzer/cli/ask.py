"""Asking once: what no file says is asked on a terminal, and the profile remembers the answer."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from tl_analyzer.athletes.athlete import PROFILE_FILE, Resolved, resolve_athlete
from tl_analyzer.cli.ask_columns import ask_columns
from tl_analyzer.cli.ask_unit import ask_unit
from tl_analyzer.cli.check_account import Account
from tl_analyzer.cli.profile_text import profile_text, write_profile
from tl_analyzer.cli.remember import Answers, new_profile, remembered
from tl_analyzer.log import Log

#: What one reading of the inputs gives.
ReadOnce = tuple[Log, Account]


def may_ask(chosen: bool | None) -> bool:
    """Whether somebody is there to answer; ``--ask`` and ``--no-ask`` decide before that."""
    if chosen is not None:
        return chosen
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_and_remember(
    who: Resolved, paths: Sequence[Path], read: Callable[[Resolved], ReadOnce]
) -> ReadOnce:
    """Ask what the files leave open, write the answers into the profile, and read with them.

    Parameters
    ----------
    who : Resolved
        The athlete, and the profile in use.
    paths : sequence of Path
        The inputs.
    read : callable
        Reads the inputs for an athlete.
    """
    log, found = read(who)
    tables = ask_columns(who, paths, found)
    if tables and (written := _keep(who, Answers(tables=tuple(tables)))) is not None:
        who = resolve_athlete(written, paths)
        log, found = read(who)
    unit = ask_unit(log)
    if unit is not None and (written := _keep(who, Answers(unit=unit))) is not None:
        log, found = read(resolve_athlete(written, paths))
    return log, found


def _keep(who: Resolved, answers: Answers) -> Path | None:
    """Write the answers into the profile, which may first have to be made; None if not wanted."""
    file = who.file or who.folder / PROFILE_FILE
    if who.file is None and not file.exists():
        if not click.confirm(f"Create {file} to remember this?", default=True, err=True):
            click.echo("not remembered", err=True)
            return None
        text = new_profile(who.profile.athlete.id, who.profile.athlete.timezone)
    else:
        text = profile_text(file)
    write_profile(file, remembered(text, answers))
    click.echo(f"remembered in {file}", err=True)
    return file
