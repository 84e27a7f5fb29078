"""The names that ``import tl_analyzer`` hands out, each loaded when it is first used.

A command line has to start quickly: `tl --help` must not wait for the analysis. No name may be
that of a module of the package, for a module that is imported takes its name.
"""

import sys
import warnings
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, NamedTuple


class Retired(NamedTuple):
    """A public name that is on its way out.

    Attributes
    ----------
    now : str
        The public name that takes its place.
    until : str
        First version that is without it.
    """

    now: str
    until: str


#: Names that still work and warn; docs/versioning.md says how long.
RETIRED: Final[Mapping[str, Retired]] = MappingProxyType({})

#: Where each name lives.
PUBLIC: Final[Mapping[str, str]] = MappingProxyType(
    {
        "NOT_A_DIAGNOSIS": "tl_analyzer.report.page",
        "Agenda": "tl_analyzer.agenda.agenda",
        "Athlete": "tl_analyzer.api.athlete",
        "Audience": "tl_analyzer.report.audience",
        "Flag": "tl_analyzer.finding",
        "Layout": "tl_analyzer.report.layout",
        "Log": "tl_analyzer.log",
        "Movement": "tl_analyzer.movement.movement",
        "NothingReadableError": "tl_analyzer.remedy",
        "Profile": "tl_analyzer.profile",
        "RideLine": "tl_analyzer.api.ride_exposure",
        "RemediableError": "tl_analyzer.remedy",
        "Roster": "tl_analyzer.roster.roster",
        "Rule": "tl_analyzer.rules.rule",
        "Severity": "tl_analyzer.finding",
        "WeeklyReport": "tl_analyzer.report.weekly_report",
        "default_profile": "tl_analyzer.api.profiles",
        "explain": "tl_analyzer.api.knowledge",
        "frame": "tl_analyzer.frames",
        "of_log": "tl_analyzer.api.athlete",
        "read": "tl_analyzer.api.athlete",
        "read_profile": "tl_analyzer.api.profiles",
        "recognise": "tl_analyzer.api.knowledge",
        "render": "tl_analyzer.api.rendering",
        "render_bytes": "tl_analyzer.api.rendering",
        "rides": "tl_analyzer.api.ride_exposure",
        "rules_in_use": "tl_analyzer.api.knowledge",
        "stored": "tl_analyzer.api.athlete",
        "stored_athletes": "tl_analyzer.api.athlete",
        "team_roster": "tl_analyzer.api.week",
        "week_ahead": "tl_analyzer.api.week",
        "weekly_report": "tl_analyzer.api.week",
    }
)


def loaded(name: str) -> object:
    """Load a public name.

    Raises
    ------
    AttributeError
        If there is no such name.
    """
    retired = RETIRED.get(name)
    if retired is not None:
        told = f"tl_analyzer.{name} is gone from {retired.until} on: use tl_analyzer.{retired.now}"
        warnings.warn(told, DeprecationWarning, stacklevel=2)
        name = retired.now
    if name not in PUBLIC:
        told = f"module 'tl_analyzer' has no attribute {name!r}"
        # With these Python itself names the nearest, and only where somebody reads it.
        raise AttributeError(told, name=name, obj=sys.modules["tl_analyzer"])
    return getattr(import_module(PUBLIC[name]), name)


def listed() -> list[str]:
    """The public names, as a notebook offers them before any is loaded."""
    return sorted({*PUBLIC, "__version__"})
