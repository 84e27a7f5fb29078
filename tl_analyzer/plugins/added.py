"""Whether anybody has added to what is shipped, from names alone: nothing is imported."""

from functools import cache

from tl_analyzer.plugins.entry_lists import entries, origin
from tl_analyzer.plugins.group import GROUPS, Group
from tl_analyzer.plugins.installed import OWN
from tl_analyzer.plugins.loading import wanted


def added(group: Group) -> bool:
    """Whether a run may load plugins of a group that are not shipped."""
    return group.name in _extended() and any(origin(entry)[0] != OWN for entry in wanted(group))


@cache
def _extended() -> frozenset[str]:
    """Groups to which anybody has added anything."""
    return frozenset(
        group.name for group in GROUPS if any(origin(e)[0] != OWN for e in entries(group))
    )


def added_plugins() -> tuple[str, ...]:
    """What a run may load beside what is shipped, each as group, name, distribution, version.

    Whoever keeps results for later has to make them anew when this changes.
    """
    return tuple(
        " ".join((group.name, entry.name, *origin(entry)))
        for group in GROUPS
        if added(group)
        for entry in wanted(group)
        if origin(entry)[0] != OWN
    )
