"""The athlete's profile: one TOML file, checked word for word."""

from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Problem, SittingStyle, WeightUnit
from tl_analyzer.nearest import nearest
from tl_analyzer.table_faults import table_faults

_UNREADABLE: dict[type[Exception], str] = {
    FileNotFoundError: "no such file",
    IsADirectoryError: "a folder",
    PermissionError: "a file you may not read",
    UnicodeDecodeError: "text that is not UTF-8",
}

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

#: Code of the problems of a profile, and what helps against most of them.
_CODE = "profile"
_HINT = "Correct the profile; `tl profile init` writes a commented example."


class Table(BaseModel):
    """A table of the profile: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class RidingPosition(StrEnum):
    """Hand positions, from most upright to lowest."""

    UPRIGHT = "upright"
    TOPS = "tops"
    HOODS = "hoods"
    DROPS = "drops"
    AERO = "aero"


class HingePattern(StrEnum):
    """What the movement screen suggests about the junction."""

    #: Stiff lower thoracics.
    STIFF = "stiff"
    #: One over-extending area ("dorsal hinge") or general hypermobility.
    HINGE = "hinge"
    UNKNOWN = "unknown"


def known_zone(value: str) -> str:
    """Return a zone as it is.

    Raises
    ------
    ValueError
        If it is no IANA time zone.
    """
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        such = nearest(value, available_timezones()) or "Europe/Berlin"
        raise ValueError(f"an IANA time zone such as {such}") from None
    return value


class Athlete(Table):
    """Who the log belongs to. ``units`` says how to read logs that state none."""

    id: Annotated[str, Field(min_length=1, max_length=80)]
    name: Annotated[str, Field(max_length=200)] = ""
    timezone: str
    body_mass_kg: Annotated[float | None, Field(gt=20, lt=300)] = None
    units: WeightUnit | None = None

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        return known_zone(value)


class OneRepMax(Table):
    """One-repetition maxima [kg] the athlete knows."""

    deadlift: Annotated[float | None, Field(gt=0, lt=700)] = None
    sumo_deadlift: Annotated[float | None, Field(gt=0, lt=700)] = None
    hex_bar_deadlift: Annotated[float | None, Field(gt=0, lt=700)] = None
    romanian_deadlift: Annotated[float | None, Field(gt=0, lt=700)] = None
    back_squat: Annotated[float | None, Field(gt=0, lt=700)] = None
    front_squat: Annotated[float | None, Field(gt=0, lt=700)] = None
    overhead_press: Annotated[float | None, Field(gt=0, lt=400)] = None
    push_press: Annotated[float | None, Field(gt=0, lt=400)] = None
    jerk: Annotated[float | None, Field(gt=0, lt=400)] = None
    snatch: Annotated[float | None, Field(gt=0, lt=400)] = None
    clean: Annotated[float | None, Field(gt=0, lt=400)] = None
    bench_press: Annotated[float | None, Field(gt=0, lt=500)] = None


class Strength(Table):
    """What the athlete knows about their strength."""

    one_rep_max_kg: OneRepMax = Field(default_factory=OneRepMax)


class DeskBlock(Table):
    """Usual desk hours, used where nothing was measured."""

    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    start: time
    end: time
    seated_fraction: Annotated[float, Field(ge=0, le=1)] = 0.78
    posture: SittingStyle = SittingStyle.SLUMPED

    @field_validator("days", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        if isinstance(value, list | tuple):
            return tuple(v.lower()[:3] if isinstance(v, str) else v for v in value)
        return value

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end <= self.start:
            raise ValueError("an end that comes after the start on the same day")
        return self


class BikeRule(Table):
    """A refinement of the riding position; the first rule that fits a ride wins."""

    position: RidingPosition
    indoor: bool | None = None
    sub_sport: str | None = None
    device: str | None = None


class Bike(Table):
    """How the athlete sits on the bike."""

    position: RidingPosition | None = None
    rule: tuple[BikeRule, ...] = ()


class Sleep(Table):
    """When the athlete rises, where known."""

    rises: time | None = None


class Screen(Table):
    """Results of the movement screen."""

    thoracic_extension_deg: Annotated[float | None, Field(ge=0, le=60)] = None
    pattern: HingePattern = HingePattern.UNKNOWN


class Plan(Table):
    """What the plan may ask for."""

    minutes_per_day: Annotated[int, Field(ge=0, le=180)] = 15
    equipment: tuple[str, ...] = ()


class Profile(Table):
    """One athlete's profile."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    athlete: Athlete
    strength: Strength = Field(default_factory=Strength)
    desk: tuple[DeskBlock, ...] = ()
    bike: Bike = Field(default_factory=Bike)
    sleep: Sleep = Field(default_factory=Sleep)
    screen: Screen = Field(default_factory=Screen)
    plan: Plan = Field(default_factory=Plan)
    columns: tuple[ColumnMap, ...] = ()
    exercises: str | None = None
    parameters: str | None = None


class ProfileError(ValueError):
    """A profile that cannot be used; ``problems`` says what is wrong, one value a fault."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def default_profile(athlete_id: str, zone: str) -> Profile:
    """Profile of an athlete of whom only a name and a zone are known."""
    return Profile(athlete=Athlete(id=athlete_id, timezone=zone))


def load_profile(path: Path) -> Profile:
    """Read a profile file.

    Raises
    ------
    ProfileError
        If it cannot be opened, is not TOML, or holds an unknown key or a wrong value.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as why:
        found = _UNREADABLE.get(type(why), type(why).__name__)
        raise ProfileError((_fault(str(path), found, "a readable TOML file"),)) from why
    return parse_profile(text, str(path))


def parse_profile(text: str, name: str = "profile.toml") -> Profile:
    """Read a profile from its text.

    Raises
    ------
    ProfileError
        If the text is not TOML, or holds an unknown key or a wrong value.
    """
    try:
        tree = tomli.loads(text)
    except tomli.TOMLDecodeError as why:
        raise ProfileError((_fault(name, f"a fault ({why})", "valid TOML"),)) from why
    try:
        return Profile.model_validate(tree)
    except ValidationError as why:
        raise ProfileError(table_faults(why, Profile, name, _HINT, _CODE)) from why


def _fault(name: str, found: str, expected: str) -> Problem:
    return Problem(file=name, found=found, expected=expected, hint=_HINT, code=_CODE)
