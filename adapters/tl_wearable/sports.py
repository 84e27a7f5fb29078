"""Sports as wearables name and number them, and the sessions they become (``sports.toml``)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.adapter import provenance
from tl_analyzer.log import ActivitySession, PostureBout, RidePosture, RideSession, When
from tl_analyzer.parsing.timeline import Span
from tl_wearable.stretches import Wearer

#: What is done is not known.
GENERIC = "generic"

_RIDING = "cycling"
_INDOOR = frozenset({"indoor_cycling", "spin"})


@dataclass(frozen=True)
class Numbering:
    """Everyday sports by number.

    Attributes
    ----------
    name : str
        Whose numbers they are.
    sports : mapping of int to str
        Sport by number; ``cycling/<sub-sport>`` for rides.
    """

    name: str
    sports: Mapping[int, str]

    def sport(self, number: int) -> str:
        """Sport of a number, ``generic`` where it is none of the everyday ones."""
        return self.sports.get(number, GENERIC)


def sport_named(name: str) -> str:
    """Sport of a name that Fitbit or Google Health gives to an exercise."""
    return _tables()[0].get(" ".join(name.casefold().split()), GENERIC)


def numbering_of(numbers: Iterable[int]) -> Numbering:
    """The numbering that explains most of the sessions of a file."""
    every = list(numbers)
    return max(_tables()[1], key=lambda known: sum(n in known.sports for n in every))


def session(span: Span[str], wearer: Wearer) -> RideSession | ActivitySession:
    """A session of which only sport and time are known; nothing is said of posture on the bike."""
    sport, _, sub_sport = span.kind.partition("/")
    start = When(utc=span.start, zone=wearer.zone)
    origin = provenance(wearer.adapter, wearer.file, span.row)
    if sport != _RIDING:
        return ActivitySession(start=start, end=span.end, sport=sport, provenance=origin)
    seconds = span.length.total_seconds()
    return RideSession(
        recorded=False,
        start=start,
        end=span.end,
        elapsed_s=seconds,
        moving_s=seconds,
        sub_sport=sub_sport,
        indoor=True if sub_sport in _INDOOR else None,
        device=wearer.source,
        bouts=(PostureBout(start=span.start, end=span.end, posture=RidePosture.UNKNOWN),),
        provenance=origin,
    )


@cache
def _tables() -> tuple[Mapping[str, str], tuple[Numbering, ...]]:
    text = files("tl_wearable").joinpath("sports.toml").read_text(encoding="utf-8")
    table = tomli.loads(text)
    numberings = tuple(
        Numbering(entry["name"], {int(n): sport for n, sport in entry["sports"].items()})
        for entry in table["numbering"]
    )
    return table["names"], numberings
