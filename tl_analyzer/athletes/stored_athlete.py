"""An athlete of the log store: which one, and the profile in use."""

from pathlib import Path

from tl_analyzer.athletes.athlete import (
    Resolved,
    check_owner,
    checked_profile,
    profile_assumed,
    system_zone,
)
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.profile import Profile, ProfileError, default_profile, parse_profile
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.wording import some
from tl_analyzer.store.athletes import StoredAthlete, athletes
from tl_analyzer.store.connection import Connection

#: Athletes that are named where one has to be chosen. [1]
_NAMED = 20


def resolve_stored(connection: Connection, chosen: Path | None, athlete_id: str | None) -> Resolved:
    """Find an athlete of the store.

    The profile is ``--profile``, else the file it was imported from where that still exists, else
    the copy that was kept.

    Parameters
    ----------
    connection : Connection
        The store.
    chosen : Path or None
        ``--profile``.
    athlete_id : str or None
        ``--athlete``; not needed where there is one athlete, or ``--profile`` says it.

    Raises
    ------
    RemediableError
        If there is no such athlete, or several and none is named.
    """
    profile = None if chosen is None else checked_profile(chosen)
    wanted = athlete_id or (profile.athlete.id if profile else None)
    found = chosen_athlete(connection, wanted)
    if profile is None or chosen is None:
        return resolved_copy(found)
    check_owner(profile, chosen, found.id)
    return Resolved(profile, chosen.parent, _differences(found, profile), chosen, found.mapping)


def resolved_copy(found: StoredAthlete) -> Resolved:
    """An athlete with the profile's file as it is now, else with the copy of it.

    Raises
    ------
    RemediableError
        If the file cannot be used.
    """
    file = Path(found.profile_path) if found.profile_path else None
    if file is not None and file.is_file():
        profile = checked_profile(file)
        if profile.athlete.id == found.id:
            notes = _differences(found, profile)
            return Resolved(profile, file.parent, notes, file, found.mapping)
    folder = file.parent if file else Path()
    return Resolved(_copy(found), folder, _assumed(found), None, found.mapping)


def chosen_athlete(connection: Connection, wanted: str | None) -> StoredAthlete:
    """The athlete of that id, or the only one there is.

    Raises
    ------
    RemediableError
        If there is no such athlete, or several and none is named.
    """
    known = known_athletes(connection)
    names = some([athlete.id for athlete in known], _NAMED)
    if wanted is None and len(known) > 1:
        raise RemediableError(
            f"the log store holds {len(known)} athletes: {names}", "Name one with --athlete ID."
        )
    found = [athlete for athlete in known if wanted in (None, athlete.id)]
    if not found:
        guess = did_you_mean(wanted or "", [athlete.id for athlete in known])
        raise RemediableError(
            f"the log store holds no athlete {wanted!r}", f"{guess} It holds {names}.".lstrip()
        )
    return found[0]


def known_athletes(connection: Connection) -> tuple[StoredAthlete, ...]:
    """All athletes of the store.

    Raises
    ------
    RemediableError
        If there is none.
    """
    known = athletes(connection)
    if not known:
        raise RemediableError("the log store holds no athlete yet", "`tl import PATH...` fills it.")
    return known


def _copy(found: StoredAthlete) -> Profile:
    if not found.profile:
        return default_profile(found.id, system_zone())
    try:
        return parse_profile(found.profile, found.profile_path or "the stored profile")
    except ProfileError as why:
        raise RemediableError(
            f"the stored profile of {found.id!r} cannot be used: {why}",
            "Import again with --profile FILE.",
        ) from why


def _assumed(found: StoredAthlete) -> tuple[Problem, ...]:
    if found.profile:
        return ()
    return (profile_assumed(_place(found), "no profile", found.id, system_zone()),)


def _differences(found: StoredAthlete, profile: Profile) -> tuple[Problem, ...]:
    """Say when the log was read with other settings than the profile has now."""
    then = Resolved(_copy(found), Path()).reading
    if Resolved(profile, Path()).reading == then:
        return ()
    note = Problem(
        file=_place(found),
        found="a profile whose zone, unit, body mass or columns are not those of the last import",
        expected="a log that was read as the profile says",
        hint="Import the same paths again.",
        kind=ProblemKind.NOTE,
        code="profile-changed",
    )
    return (note,)


def _place(found: StoredAthlete) -> str:
    return found.profile_path or f"athlete {found.id}"
