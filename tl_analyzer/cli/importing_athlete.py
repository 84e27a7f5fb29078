"""Whose log is imported, and what the store keeps of the profile for later reports."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tl_analyzer.cli.ask import ask_and_remember
from tl_analyzer.cli.athlete import Resolved, resolve_athlete
from tl_analyzer.cli.check_account import Account, account
from tl_analyzer.cli.inputs import read_inputs
from tl_analyzer.cli.settings import mapping_file
from tl_analyzer.cli.stored_athlete import resolved_copy
from tl_analyzer.log import Log, Problem, ProblemKind
from tl_analyzer.report.wording import some
from tl_analyzer.store.athletes import athletes, profile_of, remember
from tl_analyzer.store.connection import Connection

#: Athletes of the store that are named. [1]
_NAMED = 5


def importing_athlete(
    connection: Connection, chosen: Path | None, paths: Sequence[Path], athlete_id: str | None
) -> Resolved:
    """Find whose log the paths are.

    As for a report over files; an athlete of the store who is named by ``--athlete`` keeps the
    profile of the store where no other is given.

    Raises
    ------
    UsageFailure
        If a profile cannot be used, or is another athlete's.
    """
    who = resolve_athlete(chosen, paths, athlete_id)
    if who.file is None:
        stored = profile_of(connection, who.profile.athlete.id)
        if stored is not None and stored.profile:
            return resolved_copy(stored)
        if athlete_id is None:
            return replace(who, notes=(*who.notes, *_others(connection, who)))
    return who


def _others(connection: Connection, who: Resolved) -> tuple[Problem, ...]:
    """Say whose logs are in the store, when the name of a folder was taken for an athlete."""
    known = [athlete.id for athlete in athletes(connection)]
    if not known or who.profile.athlete.id in known:
        return ()
    note = Problem(
        file=str(who.folder),
        found=f"a new athlete, {who.profile.athlete.id!r}, by the name of the folder",
        expected=f"perhaps one that the log store knows: {some(known, _NAMED)}",
        hint="Name the athlete with --athlete ID; `tl forget` takes a mistaken one out again.",
        kind=ProblemKind.NOTE,
        code="athlete-assumed",
    )
    return (note,)


def answered(who: Resolved, paths: Sequence[Path]) -> Resolved:
    """Ask what the files leave open; the athlete with the answers in the profile."""
    latest = who

    def read(athlete: Resolved) -> tuple[Log, Account]:
        nonlocal latest
        latest = athlete
        log = read_inputs(paths, athlete.reading)
        return log, account(log, athlete.notes)

    ask_and_remember(who, paths, read)
    return latest


def remember_athlete(connection: Connection, who: Resolved) -> None:
    """Keep the profile and the own exercise names, for when their files are gone."""
    text = who.file.read_text(encoding="utf-8-sig") if who.file else ""
    path = str(who.file.absolute()) if who.file else ""
    own = mapping_file(who)
    mapping = own.read_text(encoding="utf-8-sig") if own is not None and own.is_file() else ""
    remember(connection, who.profile.athlete.id, text, path, mapping)
