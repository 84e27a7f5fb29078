"""Whose log is imported, and what the store keeps of the profile for later reports."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tl_analyzer.acknowledgement import latest
from tl_analyzer.athletes.acknowledged_file import acknowledged_beside
from tl_analyzer.athletes.athlete import Resolved, resolve_athlete
from tl_analyzer.athletes.settings import mapping_file
from tl_analyzer.athletes.stored_athlete import resolved_copy
from tl_analyzer.cli.ask import ask_and_remember
from tl_analyzer.cli.check_account import Account, account
from tl_analyzer.cli.inputs import read_inputs
from tl_analyzer.cli.usual import usual_profile
from tl_analyzer.log import Log, Problem, ProblemKind
from tl_analyzer.report.wording import some
from tl_analyzer.store.acknowledgements import acknowledge, acknowledgements, not_withdrawn
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
    who = resolve_athlete(usual_profile(chosen, paths, athlete_id), paths, athlete_id)
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


def named_by_folder(connection: Connection, who: Resolved) -> bool:
    """Whether nothing but the name of a folder says who it is, and the store knows nobody so."""
    known = {athlete.id for athlete in athletes(connection)}
    return who.file is None and who.profile.athlete.id not in known


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
    """Keep the profile, the own exercise names and what was seen, for when their files are gone."""
    seen = acknowledged_beside(who)
    text = who.file.read_text(encoding="utf-8-sig") if who.file else ""
    path = str(who.file.absolute()) if who.file else ""
    own = mapping_file(who)
    mapping = own.read_text(encoding="utf-8-sig") if own is not None and own.is_file() else ""
    remember(connection, who.profile.athlete.id, text, path, mapping)
    held = acknowledgements(connection, who.profile.athlete.id)
    read = not_withdrawn(connection, who.profile.athlete.id, seen)
    acknowledge(connection, who.profile.athlete.id, latest(held, read))
