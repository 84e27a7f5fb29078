"""Who they are and what happens to them, as the two TOML files say it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """What an athlete's log is like; the words are explained in ``kinds.toml``."""

    does: tuple[str, ...] = ("lift", "ride", "desk")
    weeks: int = 17
    silent: int = 0
    last: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    pain: tuple[int, ...] = ()
    signs: tuple[str, ...] = ()
    region: str = "lumbar"
    side: str = "both"
    fault: str = ""

    def happens(self, weeks_ago: int) -> tuple[str, ...]:
        """What is out of the ordinary in a week, counted back from the last one."""
        return {0: self.last, 1: self.before}.get(weeks_ago, ())


@dataclass(frozen=True, slots=True)
class Athlete:
    """One of the cast.

    Attributes
    ----------
    id, id_in_profile : str
        Name of the folder, and the id that the profile gives.
    name, group, note, zone : str
        As the profile and the roster's own file say them.
    kind : Kind
        What happens.
    seed : int
        Draws what differs between athletes of a kind.
    """

    id: str
    id_in_profile: str
    name: str
    group: str
    note: str
    zone: str
    kind: Kind
    seed: int

    def chance(self, what: str) -> Random:
        """Draw for one purpose; the same for the same seed, athlete and purpose."""
        return Random(f"{self.seed} {self.id} {what}")

    @property
    def strength(self) -> float:
        """How strong, beside the athlete the loads are written for. [1]"""
        return self.chance("strength").uniform(0.6, 1.25)


def cast(seed: int) -> tuple[Athlete, ...]:
    """All of them, by id."""
    kinds = {name: _kind(told) for name, told in _table("kinds.toml").items()}
    return tuple(
        Athlete(
            id=told["id"],
            id_in_profile=told.get("id_in_profile", told["id"]),
            name=told.get("name", ""),
            group=told.get("group", ""),
            note=told.get("note", ""),
            zone=told.get("zone", "Europe/Berlin"),
            kind=kinds[told["kind"]],
            seed=seed,
        )
        for told in _table("athletes.toml")["athlete"]
    )


def _kind(told: dict[str, Any]) -> Kind:
    frozen: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in told.items()
    }
    return Kind(**frozen)


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
