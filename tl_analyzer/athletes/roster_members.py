"""Who is on a roster: the athletes of a folder tree or of the log store, and the roster file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tl_analyzer.athletes.athlete import folder_id
from tl_analyzer.athletes.faulty_file import faulty
from tl_analyzer.athletes.log_store import reading_store
from tl_analyzer.athletes.roster_athletes import RosterAthlete
from tl_analyzer.athletes.roster_folders import athlete_folders, holds_profile, id_in
from tl_analyzer.athletes.stored_athlete import known_athletes
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.wording import some
from tl_analyzer.roster.roster_file import (
    ROSTER_FILE,
    RosterFile,
    RosterFileError,
    read_roster_file,
)

#: Athletes that are named where one is not known. [1]
_NAMED = 20


def roster_file(chosen: Path | None, folder: Path | None) -> RosterFile:
    """The roster file: ``--roster``, else the one in the folder, else an empty one.

    Raises
    ------
    RemediableError
        With one line a fault.
    """
    beside = folder / ROSTER_FILE if folder else None
    file = chosen or (beside if beside and beside.is_file() else None)
    if file is None:
        return RosterFile()
    try:
        return read_roster_file(file)
    except RosterFileError as why:
        raise faulty(why.problems) from why


def members_of_folder(folder: Path, file: RosterFile) -> tuple[RosterAthlete, ...]:
    """Every athlete below a folder, and those that are listed without one.

    Raises
    ------
    RemediableError
        If there is nobody.
    """
    named = {each.folder: each.id for each in file.athlete if each.folder}
    found = list(_in_folders(folder, athlete_folders(folder, named), named, file))
    return (*found, *_without_log(found, file))


def members_of_store(store: Path | None, file: RosterFile) -> tuple[RosterAthlete, ...]:
    """Every athlete of the log store, and those that are listed without being in it.

    Raises
    ------
    RemediableError
        If there is no store, or nobody in it.
    """
    with reading_store(store) as connection:
        stored = known_athletes(connection)
    found = [RosterAthlete(file.listed(athlete.id), None, store) for athlete in stored]
    return (*found, *_without_log(found, file))


def in_group(members: Sequence[RosterAthlete], group: str) -> tuple[RosterAthlete, ...]:
    """Those of one group.

    Raises
    ------
    RemediableError
        If nobody is in it.
    """
    known = sorted({each for member in members for each in member.listed.groups})
    if group not in known:
        there = f"There are: {', '.join(known)}." if known else "No athlete is in any group."
        raise RemediableError(f"no group {group!r}", did_you_mean(group, known, there))
    return tuple(member for member in members if group in member.listed.groups)


def with_ids(
    members: Sequence[RosterAthlete], asked: str | Sequence[str]
) -> tuple[RosterAthlete, ...]:
    """Those with one of some ids.

    Raises
    ------
    RemediableError
        If nobody has one of them.
    """
    ids = (asked,) if isinstance(asked, str) else asked
    known = sorted({member.id for member in members})
    for each in ids:
        if each not in known:
            there = f"There are: {some(known, _NAMED)}."
            raise RemediableError(
                f"no athlete {each!r} on this roster", did_you_mean(each, known, there)
            )
    return tuple(member for member in members if member.id in ids)


def _in_folders(
    top: Path, folders: Sequence[Path], named: dict[str, str], file: RosterFile
) -> Iterator[RosterAthlete]:
    for folder in folders:
        place = folder.relative_to(top).as_posix()
        # A profile says best whose log it is; without one the roster file does.
        meant = named.get(place, folder_id(folder))
        own = id_in(folder) if holds_profile(folder) else meant
        listed = file.listed(own, place)
        if place in named and own != meant:
            odd = f"The roster file says {meant!r} of this folder, its profile {own!r}."
            listed = replace(listed, remarks=(odd,))
        yield RosterAthlete(listed, folder)


def _without_log(found: Sequence[RosterAthlete], file: RosterFile) -> Iterator[RosterAthlete]:
    known = {member.id for member in found}
    places = {member.listed.place for member in found}
    taken = {each.id for each in file.athlete if each.folder in places}
    for athlete_id in file.ids:
        if athlete_id not in known | taken:
            yield RosterAthlete(file.listed(athlete_id), None, None, kept=False)
