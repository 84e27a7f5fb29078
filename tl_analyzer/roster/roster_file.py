"""The roster file: groups, notes and zones of athletes, as a coach writes them (TOML).

::

    schema = 1

    [[group]]
    name = "Sprint"
    athletes = ["anna", "ben"]

    [[athlete]]
    id = "ben"
    folder = "team-b/benjamin"
    note = "Back to lifting since October."
    timezone = "Europe/Berlin"
"""

from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

import tomli
from pydantic import AfterValidator, Field, ValidationError, field_validator

from tl_analyzer.log import Problem
from tl_analyzer.profile import Table, known_zone
from tl_analyzer.roster.listed import Listed
from tl_analyzer.table_faults import table_faults

#: File name under which a folder of athletes keeps its roster.
ROSTER_FILE = "roster.toml"

_HINT = "Correct the roster file; `tl roster --help` shows one."
_CODE = "roster"

_Id = Annotated[str, Field(min_length=1, max_length=80)]
_Name = Annotated[str, Field(min_length=1, max_length=200)]


def _below(folder: str) -> str:
    parts = PurePosixPath(folder).parts
    if not parts or folder.startswith("/") or ".." in parts:
        raise ValueError("a folder below that of the roster, such as team-a/anna")
    return "/".join(parts)


def _once(names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"each of them once; {twice[0]!r} stands there twice")


class GroupEntry(Table):
    """One group, by the ids of its athletes."""

    name: _Name
    athletes: tuple[_Id, ...] = ()


class AthleteEntry(Table):
    """What a coach says of one athlete; all but the id may be left out."""

    id: _Id
    folder: Annotated[str, AfterValidator(_below)] | None = None
    group: _Name | None = None
    note: Annotated[str, Field(max_length=2000)] = ""
    timezone: Annotated[str, AfterValidator(known_zone)] | None = None
    name: Annotated[str, Field(max_length=200)] = ""


class RosterFile(Table):
    """A whole roster file."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    group: tuple[GroupEntry, ...] = ()
    athlete: tuple[AthleteEntry, ...] = ()

    @field_validator("group")
    @classmethod
    def _groups_once(cls, value: tuple[GroupEntry, ...]) -> tuple[GroupEntry, ...]:
        _once([entry.name for entry in value])
        return value

    @field_validator("athlete")
    @classmethod
    def _athletes_once(cls, value: tuple[AthleteEntry, ...]) -> tuple[AthleteEntry, ...]:
        _once([entry.id for entry in value])
        return value

    @property
    def groups(self) -> tuple[str, ...]:
        """Every group it names, in its order."""
        own = [entry.group for entry in self.athlete if entry.group]
        return tuple(dict.fromkeys([*(entry.name for entry in self.group), *own]))

    @property
    def ids(self) -> tuple[str, ...]:
        """Everybody it names, in its order."""
        grouped = [athlete for entry in self.group for athlete in entry.athletes]
        return tuple(dict.fromkeys([*(entry.id for entry in self.athlete), *grouped]))

    def listed(self, athlete_id: str, place: str = "") -> Listed:
        """What it says of an athlete.

        Parameters
        ----------
        athlete_id : str
            The athlete; may be one it does not name.
        place : str
            Folder below the roster's. Where no group is named, the folder around it is the group.
        """
        groups = [entry.name for entry in self.group if athlete_id in entry.athletes]
        entry = next((entry for entry in self.athlete if entry.id == athlete_id), None)
        if entry is not None and entry.group:
            groups.append(entry.group)
        around = place.rpartition("/")[0]
        return Listed(
            id=athlete_id,
            place=place,
            groups=tuple(dict.fromkeys(groups)) or ((around,) if around else ()),
            note=entry.note if entry else "",
            name=entry.name if entry else "",
            timezone=(entry.timezone or "") if entry else "",
        )


class RosterFileError(ValueError):
    """A roster file that cannot be used; ``problems`` says what is wrong, one value a fault."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def read_roster_file(path: Path) -> RosterFile:
    """Read a roster file.

    Raises
    ------
    RosterFileError
        If it cannot be opened, is not TOML, or holds an unknown key or a wrong value.
    """
    try:
        tree = tomli.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as why:
        raise _unusable(path, why.__class__.__name__, "a readable TOML file") from why
    except tomli.TOMLDecodeError as why:
        raise _unusable(path, f"a fault ({why})", "valid TOML") from why
    try:
        return RosterFile.model_validate(tree)
    except ValidationError as why:
        raise RosterFileError(table_faults(why, RosterFile, str(path), _HINT, _CODE)) from why


def _unusable(path: Path, found: str, expected: str) -> RosterFileError:
    fault = Problem(file=str(path), found=found, expected=expected, hint=_HINT, code=_CODE)
    return RosterFileError((fault,))
