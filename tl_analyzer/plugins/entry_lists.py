"""What installed distributions say that they offer: read, and nothing imported."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import (
    Distribution,
    EntryPoint,
    distributions,
    entry_points,
)
from pathlib import Path

from tl_analyzer.plugins.group import GROUPS, Group

_NAMELESS = "unknown distribution"


def entries(group: Group) -> tuple[EntryPoint, ...]:
    """Entry points of a group by name, as installed; nothing is imported."""
    return all_entries()[group]


@cache
def all_entries() -> Mapping[Group, tuple[EntryPoint, ...]]:
    """Entry points of every group, as installed.

    To look through everything that is installed takes milliseconds: once for all groups.
    """
    # One damaged list among all that are installed, of whatever program, spoils the search.
    try:
        every = entry_points()
        found = {group: tuple(every.select(group=group.name)) for group in GROUPS}
    except Exception:
        found = {group: tuple(_one_by_one(group)) for group in GROUPS}
    return {
        group: tuple(sorted(entries, key=lambda e: (e.name, e.value)))
        for group, entries in found.items()
    }


@cache
def damaged_distributions() -> tuple[str, ...]:
    """Distributions whose list of entry points cannot be read."""
    return tuple(sorted({_named(each)[0] for each in distributions() if _offers(each) is None}))


def origin(entry: EntryPoint) -> tuple[str, str]:
    """Distribution and version that an entry point comes from."""
    return (_NAMELESS, "") if entry.dist is None else _named(entry.dist)


def _one_by_one(group: Group) -> Iterator[EntryPoint]:
    seen = set()
    for each in distributions():
        name = _named(each)[0]
        # What is found first hides what is installed again further down the path.
        if name == _NAMELESS or name not in seen:
            seen.add(name)
            yield from (entry for entry in _offers(each) or () if entry.group == group.name)


def _offers(distribution: Distribution) -> tuple[EntryPoint, ...] | None:
    try:
        return tuple(distribution.entry_points)
    except Exception:
        return None


@cache
def _named(distribution: Distribution) -> tuple[str, str]:
    # Metadata may be missing, or in part; its folder is called after the distribution.
    folder = Path(str(getattr(distribution, "_path", ""))).name.partition("-")[0]
    try:
        return distribution.name or folder or _NAMELESS, distribution.version or ""
    except Exception:
        return folder or _NAMELESS, ""
